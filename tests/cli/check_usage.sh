# The command line: help with examples that run, messages for what makes no sense, outputs that cannot be written.
. "$(dirname "$0")/harness.sh"

cp "$source_dir"/graphs/nord-stream.txt article.txt
PATH=$(dirname "$program"):$PATH
export PATH

# The example of each command runs as it stands, and the manual knows every option.
for command in "" graph extract parse explain merge batch diff version; do
    # shellcheck disable=SC2086 # no command is no argument
    expect 0 '' $command --help
    grep -q '^Usage: hearsay' out || fail "$command --help shows no usage"
    sed -n '/^Example:/,/^$/s/^  //p' out >example
    grep -q '^hearsay ' example || fail "$command --help shows no example"
    sh -eu example >example.out 2>&1 || fail "the example of $command --help fails: $(cat example example.out)"
    sed -n 's/^ .*--\([a-z-]*\).*/\1/p' out | while read -r option; do
        grep -q "Fl -*$option\b" "$source_dir"/src/cli/hearsay.1 || echo "$option"
    done >unknown
    [ ! -s unknown ] || fail "the manual does not know the options of $command: $(tr '\n' ' ' <unknown)"
    sed -n 's/^ .*--\([a-z-]*\).*/\1/p' out >>options
    cp out by_option
    # shellcheck disable=SC2086
    expect 0 '' help $command
    same out by_option
done
# Neither the manual nor the README, outside of its blocks of code, promises an option that is none.
{
    sed -n '/^\.It Fl/s/Fl -/\n-/gp' "$source_dir"/src/cli/hearsay.1 | sed -n 's/^--*\([a-z][a-z-][a-z-]*\).*/\1/p'
    sed '/^```/,/^```/d' "$source_dir"/README.md | grep -o '`[^`]*`' | grep -o -- '--[a-z-]*' | sed 's/^--//; /^build$/d; /^install$/d; /^target$/d'
} | sort -u >promised
[ "$(wc -l <promised)" -gt 30 ] || fail "the options of the manual are not found"
while read -r option; do
    grep -qx -- "$option" options || fail "--$option is promised, but no command has it"
done <promised
# The formats of the manual are those of the program.
sed -n '/^\.Sh FORMATS/,/^\.El/s/^\.It \([a-z]*\) .*/\1/p' "$source_dir"/src/cli/hearsay.1 | sort >formats
expect 2 'no format has this suffix' graph article.txt -o article.xyz
sed -n 's/.*name one of \(.*\) with.*/\1/p' err | tr -d ' ' | tr ',' '\n' | sort >known
same formats known
for format in $(cat known); do
    "$program" help graph | grep -q "^ *--format.*\b$format\b" || fail "graph --help does not name the format $format"
done
# The manual lists every relation, and no other.
sed -n 's/^ *X([A-Z]*, "\([a-z]*\)".*/\1/p' "$source_dir"/src/claim/relation.h | sort >known
sed -n '/^\.It Fl -relation/,/^\.It Fl -stance/s/^\.Cm \(.*\) [.;]$/\1/p' "$source_dir"/src/cli/hearsay.1 | tr -d ' ' | tr ',' '\n' | sort >listed
same known listed
for made in article.svg article.graphml article.jsonl article.conllu merged.jsonl graphs/merged.svg graphs/documents/article.graphml difference.svg; do
    [ -s "$made" ] || fail "the examples make no $made"
done

# Slips of the pen.
expect 2 'which command'
expect 2 'draw is no command' draw article.txt
expect 2 'draw is no command' help draw
expect 2 '--colour is no option of graph' graph article.txt --colour red
expect 2 '--top is no option of extract' extract article.txt --top 5
expect 2 '-x is no option of extract' extract -x.txt
expect 2 '-x is no option of extract' extract article.txt -x
expect 2 '--from needs an argument' extract article.txt --from
expect 2 'extract needs an input' extract
expect 2 'graph needs -o' graph article.txt
expect 2 'extract takes -o once' extract article.txt -o a -o b
expect 2 '-o a.dot is there twice' graph article.txt -o a.dot -o a.dot
expect 2 'version takes no input' version article.txt
expect 2 '--jobs cannot be' extract article.txt --jobs many
expect 2 '--jobs cannot be' extract article.txt --jobs -1
for setting in 'view=map' 'kind=rumour' 'relation=say,shout' 'stance=good' 'since=yesterday' 'until=2024-13' 'hops=far' 'top=-1' 'min-weight=x' \
    'min-confidence=1.5' 'min-confidence=0.123' 'topics=maybe' 'affiliations=1' 'component=small' 'edges=none' 'layout=round' 'theme=red' \
    'gexf-version=2'; do
    expect 2 "--${setting%%=*} cannot be \"${setting#*=}\"" graph article.txt -o slip.dot "--${setting%%=*}" "${setting#*=}"
done
absent slip.dot
for setting in 'view=countries' 'kind=accusation' 'relation=say,deny' 'stance=negative,positive' 'since=2022' 'until=2023-02' 'top=5' 'min-weight=1' \
    'min-confidence=0.5' 'topics=off' 'affiliations=on' 'component=largest' 'edges=each' 'theme=dark' 'title=A "title"'; do
    expect 0 '' graph article.jsonl -o set.dot "--${setting%%=*}" "${setting#*=}"
done
expect 2 'nobody' graph article.jsonl -o focus.dot --focus 'Nobody Of That Name'
absent focus.dot

# Standard input and the formats of --from.
"$program" extract - <article.txt >out 2>err || fail "extract - fails"
lines out 1
echo '{"id":"x","text":"The mayor said so."}' | "$program" extract --from jsonl - >out 2>err || fail "extract --from jsonl - fails"
grep -q '"id":"x"' out || fail "extract --from jsonl - gives no record of the id"

# Models.
expect 3 '^hearsay: missing.model: ' extract article.txt --model missing.model
echo 'no model' >damaged.model
expect 5 '^hearsay: damaged.model: ' extract article.txt --model damaged.model
model=$source_dir/src/model/english-1.model
if [ -f "$model" ]; then
    head -c 100000 "$model" >cut.model
    expect 5 '^hearsay: cut.model: ' extract article.txt --model cut.model
    { head -c 300000 "$model"; printf '\377'; tail -c +300002 "$model"; } >bit.model
    if ! cmp -s "$model" bit.model; then
        expect 5 '^hearsay: bit.model: ' extract article.txt --model bit.model
    fi
    expect 0 '' extract article.txt --model "$model" -o again.jsonl
    same article.jsonl again.jsonl
fi

# Places that cannot be written: nothing is left there, and an old file stays.
expect 3 '^hearsay: no/such/folder/x.jsonl: cannot write' extract article.txt -o no/such/folder/x.jsonl
mkdir folder
expect 3 '^hearsay: folder: cannot write' extract article.txt -o folder
expected=3 pattern='^hearsay: standard output: cannot write'
for command in 'extract article.txt' 'parse article.txt' 'merge article.jsonl' 'graph article.txt --format dot' 'version' '--help' 'extract --help'; do
    # shellcheck disable=SC2086 # the words of a command
    "$program" $command >&- 2>err
    check_result "$?" "$command to a closed standard output"
    if [ -w /dev/full ]; then
        # shellcheck disable=SC2086
        "$program" $command >/dev/full 2>err
        check_result "$?" "$command to a full disk"
        [ "$(wc -l <err)" -eq 1 ] || fail "$command to a full disk says more than one line: $(cat err)"
    fi
done
# A limit on the size of files is like a full disk.
expected=3 pattern='^hearsay: large.html: cannot write: File too large'
(ulimit -f 1 && "$program" graph article.txt -o large.html 2>err)
check_result "$?" "graph under a limit on the size of files"
absent large.html
"$program" extract missing.txt article.txt -o kept.jsonl 2>err
cp kept.jsonl before.jsonl
expect 3 '^hearsay: missing.txt: ' extract missing.txt -o kept.jsonl --quiet
same kept.jsonl before.jsonl

# A reader that has seen enough ends the program without a word.
for i in 1 2 3 4 5 6 7 8 9; do
    sed "s/^/$i. /" article.txt >"copy$i.txt"
done
{ "$program" extract copy*.txt 2>err; echo $? >code; } | head -c 100 >/dev/null
[ ! -s err ] || fail "a closed pipe is reported: $(cat err)"
case $(cat code) in
0 | 141) ;;
*) fail "a closed pipe gives exit code $(cat code)" ;;
esac

finish
