# A line of 50 MB, whole: a document like any other. Its words are long, so that there are not too many of them for a test.
. "$(dirname "$0")/harness.sh"

awk 'BEGIN { long = "Rindfleischetikettierungsueberwachungsaufgabenuebertragungsgesetz"
    for (i = 0; i < 3; i++) long = long long
    printf "{\"id\":\"big\",\"text\":\""; for (i = 0; i < 95000; i++)
    printf "The mayor of Riga said that the %s was safe. ", long
    print "The end.\"}" }' >big.jsonl
[ "$(wc -c <big.jsonl)" -gt 50000000 ] || fail "the line is shorter than 50 MB"
expect 0 '' extract big.jsonl
lines out 1
finish
