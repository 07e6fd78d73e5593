# The same input gives the same bytes: whatever the number of jobs, the locale, the folder, the environment or the run; and in the order of the input.
. "$(dirname "$0")/harness.sh"

cp "$source_dir"/graphs/nord-stream.txt article.txt
# Documents of very different length, so that threads finish out of order.
awk 'BEGIN { RS = ""; ORS = "" } { gsub(/\n/, " "); gsub(/\\/, "\\\\"); gsub(/"/, "\\\"")
    for (i = 0; i < 5; i++) { printf "{\"id\":\"p%d-%d\",\"date\":\"2024-05-0%d\",\"text\":\"", NR, i, NR % 9 + 1
        for (j = 0; j <= (i * 7) % 9; j++) printf "%s ", $0
        print "\"}\n" } }' article.txt >many.jsonl
echo 'broken' >>many.jsonl
awk 'NR % 5 == 1' many.jsonl >some.jsonl
cat some.jsonl >>many.jsonl # ids that came before

for command in extract parse; do
    "$program" $command many.jsonl >one.$command 2>one.err
    [ $? -eq 5 ] || fail "$command: wrong exit code"
    for jobs in 2 4 7 0; do
        "$program" $command --jobs $jobs many.jsonl >other.$command 2>other.err
        [ $? -eq 5 ] || fail "$command --jobs $jobs: wrong exit code"
        same one.$command other.$command
        same one.err other.err
    done
    for locale in C C.UTF-8 de_DE.UTF-8 tr_TR.UTF-8; do
        LC_ALL=$locale LANG=$locale TZ=Asia/Tokyo MALLOC_PERTURB_=85 "$program" $command many.jsonl >other.$command 2>/dev/null
        same one.$command other.$command
    done
    "$program" $command --quiet - <many.jsonl >other.$command --from jsonl 2>/dev/null
    [ "$(sed 's/-:/many.jsonl:/' other.$command | cksum)" = "$(cksum <one.$command)" ] || fail "$command: standard input differs from the file"
done
grep -o '"id":"p[^"]*"' one.extract >order
grep -o '"id":"p[^"]*"' many.jsonl | awk '!seen[$0]++' | cmp -s - order || fail "the records are not in the order of the input"

# Graphs depend on the set of documents, not on their order, and texts give what their records give.
"$program" graph many.jsonl -o texts.dot -o texts.jsonl 2>/dev/null
"$program" graph one.extract --from records -o records.dot -o records.jsonl --jobs 3
same texts.dot records.dot
same texts.jsonl records.jsonl
sed -n '1!G;h;$p' one.extract >reversed.jsonl
"$program" merge reversed.jsonl -o reversed.merged
same texts.jsonl reversed.merged
"$program" merge reversed.merged --from records -o twice.merged 2>err || "$program" merge reversed.merged -o twice.merged
same reversed.merged twice.merged
head -n 7 one.extract >a.jsonl
tail -n +8 one.extract >b.jsonl
"$program" merge a.jsonl -o a.merged
"$program" merge b.jsonl -o b.merged
"$program" merge b.merged a.merged -o ab.merged
same texts.jsonl ab.merged

finish
