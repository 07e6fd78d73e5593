# Text in other languages: named in a warning and in the record, not read, and exit 5 under --strict.
. "$(dirname "$0")/harness.sh"

echo 'The mayor of Riga said that the bridge was safe.' >english.txt
echo 'Der Minister sagte, dass die Regierung in Riga nicht mit der Firma gesprochen hat, und wies die Kritik zurück.' >german.txt
for part in english english german english; do
    cat $part.txt
    echo
done >mixed.txt

expect 0 '' extract english.txt
grep -q '"language":"en".*"warnings":\[\].*"claims":\[{' out || fail "English is not read"

expect 0 '^hearsay: german\.txt: warning: the text is German, not English: it is not read$' extract german.txt
grep -q '"language":"de".*"warnings":\["the text is German.*"entities":\[\],"affiliations":\[\],"claims":\[\]}$' out ||
    fail "German is read"
expect 5 '^hearsay: german\.txt: warning: the text is German' extract --strict german.txt english.txt
lines out 2
expect 5 '^hearsay: german\.txt: warning:' parse --strict german.txt
expect 5 '^hearsay: german\.txt: warning:' graph --strict german.txt english.txt -o strict.dot
grep -q Riga strict.dot || fail "--strict leaves out the good document"

expect 5 '1 of 4 paragraphs are German, not English: they are not read$' extract --strict mixed.txt
grep -q '"language":"en".*"claims":\[{' out || fail "the English paragraph is not read"
expect 0 '' extract --strict english.txt

# A language that is given is believed.
echo '{"id":"a","text":"The mayor of Riga said that the bridge was safe.","language":"lv"}' >given.jsonl
expect 5 '^hearsay: given\.jsonl:1: warning: the text is said to be "lv", Latvian, not English' extract --strict given.jsonl
grep -q '"language":"lv".*"claims":\[\]}$' out || fail "a given language is not believed"

# Trees from elsewhere are kept, but nobody looks for claims in them.
cat >english.conllu <<'CONLLU'
# text = Moscow accused Kyiv.
1	Moscow	Moscow	PROPN	NNP	_	2	nsubj	_	_
2	accused	accuse	VERB	VBD	_	0	root	_	_
3	Kyiv	Kyiv	PROPN	NNP	_	2	obj	_	SpaceAfter=No
4	.	.	PUNCT	.	_	2	punct	_	_

CONLLU
{
    printf '# text = Er sagt, dass das nicht wahr ist und sie auch.\n1\tEr\ter\tPRON\tPRP\t_\t2\tnsubj\t_\t_\n2\tsagt\tsagen\tVERB\tVBZ\t_\t0\troot\t_\t_\n\n'
    cat english.conllu
} >german.conllu
expect 0 '' extract english.conllu
grep -q '"relation":"accuse"' out || fail "no claim in English trees"
expect 0 'the text is German, not English: no claims are looked for' extract german.conllu
grep -q '"claims":\[\]}$' out || fail "claims in German trees"
expect 0 'the text is German' parse german.conllu
grep -q 'sagt' out || fail "given words are lost"

finish
