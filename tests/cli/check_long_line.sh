# A line of 50 MB, whole: a document like any other.
. "$(dirname "$0")/harness.sh"

awk 'BEGIN { printf "{\"id\":\"big\",\"text\":\""; for (i = 0; i < 420000; i++)
    printf "The mayor of Riga said on Monday that the old bridge over the river, which had been closed for repairs, was safe again. "
    print "\"}" }' >big.jsonl
[ "$(wc -c <big.jsonl)" -gt 50000000 ] || fail "the line is shorter than 50 MB"
expect 0 '' extract big.jsonl
lines out 1
finish
