# Bad input: a message with the place, the right exit code, nothing half-written, and the good documents done all the same.
. "$(dirname "$0")/harness.sh"

echo 'The mayor of Riga said that the bridge was safe.' >good.txt

# Files that cannot be read.
expect 3 '^hearsay: missing\.txt: cannot read' extract missing.txt
lines out 0
expect 3 '^hearsay: missing\.txt: cannot read' parse missing.txt
expect 3 '^hearsay: missing\.txt: cannot read' graph missing.txt -o missing.dot
absent missing.dot
expect 3 '^hearsay: \.: cannot read: Is a directory' extract .
expect 3 '^hearsay: missing\.txt: ' extract missing.txt good.txt
lines out 1
expect 3 '^hearsay: missing\.txt: ' extract good.txt missing.txt -o some.jsonl
lines some.jsonl 1
expect 3 '^hearsay: missing\.txt: ' extract missing.txt -o none.jsonl
absent none.jsonl

# An empty file is an empty record.
: >empty.txt
expect 0 '' extract empty.txt
lines out 1
grep -q '"length":0,.*"entities":\[\],"affiliations":\[\],"claims":\[\]}$' out || fail "the record of an empty file is not empty"
expect 0 '' parse empty.txt
expect 0 '' graph empty.txt -o empty.dot -o empty.json
: >empty.jsonl
expect 0 '' extract empty.jsonl
lines out 0

# Formats.
echo '<html><body></body></html>' >page.html
expect 0 '^hearsay: page\.html: warning: no article' extract page.html
expect 2 'there is no format\|--from cannot be "docx"' extract --from docx good.txt
expect 2 '^hearsay: good\.xyz: no format' graph good.txt -o good.xyz
absent good.xyz
expect 2 'there is no format "xyz"' graph good.txt --format xyz
expect 0 '' graph good.txt --format dot
expect 0 '' graph good.txt --format jsonl -o records.out -o records.jsonl
same records.out records.jsonl
expect 2 'relation cannot be "accuse,abuse"; it takes a list .* of say, tell, .* convict, investigate, threaten$' \
    graph good.txt --relation accuse,abuse -o good.dot

# Bytes that are no UTF-8, and NUL bytes: replaced, reported, nothing cut off.
printf 'One \377\376 two. The mayor of Riga said that it was \300\257 safe.\n' >latin.txt
expect 0 '^hearsay: latin\.txt: warning: .*UTF-8' extract latin.txt
grep -q '"length":56,' out || fail "invalid bytes: wrong length: $(head -c 200 out)"
expect 0 '' extract --quiet latin.txt
printf 'One\0two. The mayor of Riga said that it was safe.\n' >nul.txt
expect 0 '^hearsay: nul\.txt: warning: ' extract nul.txt
grep -q '"length":50,' out || fail "a NUL byte cut the text off"
expect 0 '' parse --quiet nul.txt
tail -c 300 out | grep -q 'safe' || fail "a NUL byte cut the text off in CoNLL-U"

# JSON lines: the broken one is named, the others are done.
cat >lines.jsonl <<'END'
{"id":"a","text":"The mayor said so."}
{"id":"b","text":"broken}

{"id":"c","text":"The mayor said no."}
{"id":"d"}
{"id":"e","text":"x\u0000y"}
["f"]
{"id":"a","text":"The same id."}
{"id":"g","text":"The end."}
END
expect 5 '^hearsay: lines\.jsonl:2: not valid JSON' extract lines.jsonl
lines out 4
for line in 2 5 6 7 8; do
    grep -q "^hearsay: lines\.jsonl:$line: " err || fail "line $line of lines.jsonl is not reported"
done
[ "$(wc -l <err)" -eq 5 ] || fail "lines.jsonl: $(wc -l <err) messages instead of 5"
cut -d, -f2 out >ids
printf '"id":"a"\n"id":"c"\n"id":"e"\n"id":"g"\n' | cmp -s - ids || fail "lines.jsonl: wrong documents: $(tr '\n' ' ' <ids)"
expect 5 '^hearsay: lines\.jsonl:2: ' parse lines.jsonl
expect 5 '^hearsay: lines\.jsonl:2: ' graph lines.jsonl -o lines.dot
[ -s lines.dot ] || fail "the good lines of lines.jsonl are not drawn"
expect 5 '^hearsay: lines\.jsonl:8: the id "a"' extract lines.jsonl --jobs 4
expect 5 '^hearsay: good\.txt: the id "good"' extract good.txt good.txt
lines out 1

# Nothing in the input steers the terminal of who reads what is said about it, or makes a name look like another.
for line in 1 2; do
    printf '{"id":"a\\u202eb\\u009b31m","text":"Anna \\u202eKowalska\\u202c accused Peter\\u0085Brandt of theft."}\n'
done >steering.jsonl
expect 5 'the id "a?b?31m"' explain steering.jsonl
cat out err >told
"$program" graph good.txt steering.jsonl -o steering.svg --quiet
grep -q 'Anna Kowalska' steering.svg || fail "a name with controls is not drawn by its letters"
sed -n 's/.*<text[^>]*>\(.*\)<\/text>.*/\1/p' steering.svg >>told
printf '\302\205\n\302\233\n\342\200\256\n\342\200\254\n' >controls
LC_ALL=C grep -F -f controls told && fail "controls are told as they are"

# Records that are none.
expect 5 '^hearsay: lines\.jsonl:1: no valid record' merge lines.jsonl -o merged.jsonl
absent merged.jsonl
expect 0 '' extract good.txt -o good.jsonl
expect 5 '^hearsay: good\.jsonl:1: this is a record already' extract good.jsonl
expect 5 '^hearsay: good\.jsonl:1: a record has no text' parse good.jsonl
sed 's/"depth":0/"depth":7/; s/"length":[0-9]*/"length":1.5/' good.jsonl >edited.jsonl
expect 5 '^hearsay: edited\.jsonl:1: no valid record' graph edited.jsonl -o edited.dot
absent edited.dot
expect 5 '^hearsay: edited\.jsonl:1: no valid record' merge edited.jsonl good.jsonl
lines out 1

# CoNLL-U.
printf '# newdoc id = x\n1\tword\tword\tNOUN\n\n' >short.conllu
expect 5 '^hearsay: short\.conllu:' parse short.conllu
printf '# newdoc id = y\n1\tword\tword\tNOUN\tNN\t_\t9\troot\t_\t_\n\n' >head.conllu
expect 0 '^hearsay: head\.conllu:1: warning: .*no tree' extract head.conllu

# Limits. A sentence of 100,000 words is cut and said to be; a line of 50 MB is a document like any other.
awk 'BEGIN { for (i = 0; i < 100000; i++) printf "that%d ", i % 1000; print "end." }' >long.txt
expect 0 '^hearsay: long\.txt: warning: .*sentence' extract long.txt
lines out 1
expect 5 '^hearsay: long\.txt: .*limit-document' extract long.txt good.txt --limit-document 1K
lines out 1
awk 'BEGIN { printf "{\"id\":\"big\",\"text\":\""; for (i = 0; i < 400000; i++)
    printf "The mayor of Riga said on Monday that the old bridge over the river, which had been closed for repairs, was safe again. "
    print "\"}" }' >big.jsonl
expect 5 '^hearsay: big\.jsonl:1: .*limit-line' extract big.jsonl lines.jsonl --limit-line 1M
lines out 4
expect 5 '^hearsay: big\.jsonl:1: .*limit-memory' extract big.jsonl --limit-memory 128M
lines out 0
# What needs too much memory while it is read, or while it is analysed, costs only itself: the rest of the input goes on.
{ echo '{"id":"before","text":"The mayor said so."}'; cat big.jsonl; echo '{"id":"after","text":"The mayor said no."}'; } >around.jsonl
for limit in 8M 128M; do
    expect 5 '^hearsay: around\.jsonl:2: .*limit-memory' extract around.jsonl --limit-memory $limit
    lines out 2
    [ "$(wc -l <err)" -eq 1 ] || fail "--limit-memory $limit: more than one message: $(cat err)"
    grep -q '"id":"after"' out || fail "--limit-memory $limit: the rest of the input is lost"
done
expect 2 'no limit "document" can be "much"' extract good.txt --limit-document much
expect 2 'no option of extract' extract good.txt --limit-nothing 5

finish
