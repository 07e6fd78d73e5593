#!/bin/sh
# What gzip or zstd packed gives the same bytes as what was not packed: files, standard input, members one behind the
# other; damaged files are reported.
. "$(dirname "$0")/harness.sh"

for n in 1 2 3; do
    echo "{\"id\":\"d$n\",\"text\":\"Governor Anna Holm said on Monday that the bridge was safe.\"}"
done >docs.jsonl
printf 'Governor Anna Holm accused the builder, Nordbau, of fraud.\n' >note.txt
"$program" extract docs.jsonl note.txt >plain

/usr/bin/python3 - <<'PYTHON' || fail "cannot pack"
import gzip
for name in ("docs.jsonl", "note.txt"):
    with open(name, "rb") as plain, gzip.open(name + ".gz", "wb") as packed:
        packed.write(plain.read())
lines = open("docs.jsonl", "rb").readlines()
with open("members.jsonl.gz", "wb") as out:
    out.writelines(gzip.compress(line) for line in lines)
with open("cut.txt.gz", "wb") as out:
    out.write(open("note.txt.gz", "rb").read()[:40])
with open("damaged.txt.gz", "wb") as out:
    out.write(open("note.txt.gz", "rb").read()[:20] + b"\xff" * 30)
PYTHON

expect 0 '' extract docs.jsonl.gz note.txt.gz
same out plain
expect 0 '' extract members.jsonl.gz note.txt
same out plain
"$program" extract docs.jsonl >plain
"$program" extract --from jsonl - <docs.jsonl.gz >out
same out plain
expect 5 '^hearsay: cut\.txt\.gz: damaged: it ends early' extract cut.txt.gz
expect 5 '^hearsay: damaged\.txt\.gz: damaged' extract damaged.txt.gz

if command -v zstd >/dev/null; then
    zstd -q docs.jsonl
    expect 0 '' extract docs.jsonl.zst
    same out plain
    head -c 30 docs.jsonl.zst >cut.jsonl.zst
    expect 5 '^hearsay: cut\.jsonl\.zst: damaged' extract cut.jsonl.zst
fi
finish
