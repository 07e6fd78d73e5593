# Sixteen shards extracted by sixteen runs of a pipeline, by GNU parallel, and merged: the same bytes as one run.
. "$(dirname "$0")/harness.sh"

command -v parallel >/dev/null && parallel --version 2>/dev/null | grep -q GNU || { echo "no GNU parallel"; exit 77; }
cp "$source_dir"/graphs/nord-stream.txt article.txt
awk 'BEGIN { RS = ""; ORS = "" } { gsub(/\n/, " "); gsub(/\\/, "\\\\"); gsub(/"/, "\\\"")
    for (i = 0; i < 8; i++) printf "{\"id\":\"p%d-%d\",\"date\":\"2024-05-0%d\",\"text\":\"%s\"}\n", NR, i, NR % 9 + 1, $0 }' article.txt >all.jsonl
[ "$(wc -l <all.jsonl)" -ge 64 ] || fail "too few documents to part: $(wc -l <all.jsonl)"

"$program" extract all.jsonl >one.records
"$program" merge one.records -o one.merged
export program
split -n r/16 all.jsonl shard.
ls shard.* | parallel --will-cite -j 2 'cat {} | "$program" extract --from jsonl - >{}.records' 2>err || fail "a shard failed: $(cat err)"
[ "$(ls shard.*.records | wc -l)" -eq 16 ] || fail "not 16 shards"
"$program" merge shard.*.records -o shards.merged
same one.merged shards.merged

# The same with parallel's own cutting of a stream.
parallel --will-cite --pipe -j 2 -N 7 '"$program" extract --from jsonl -' <all.jsonl >piped.records 2>err || fail "a block failed: $(cat err)"
"$program" merge piped.records -o piped.merged
same one.merged piped.merged
finish
