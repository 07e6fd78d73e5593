#!/bin/sh
# hearsay-draw by itself: what it takes, what it refuses, that its limits hold, and that nobody's input runs as a path or a program.
set -eu
draw=$(dirname "$1")/hearsay-draw
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0

# expect EXIT MESSAGE INPUT ARGUMENT...
expect() {
    wanted=$1 message=$2 input=$3
    shift 3
    code=0
    printf '%s' "$input" | "$draw" "$@" >"$folder/out" 2>"$folder/err" || code=$?
    if [ "$code" -ne "$wanted" ] || { [ -n "$message" ] && ! grep -q "$message" "$folder/err"; }; then
        echo "hearsay-draw $*: exit $code, not $wanted: $(head -c 300 "$folder/err")" >&2
        failed=1
    fi
    if [ "$wanted" -ne 0 ] && [ -s "$folder/out" ]; then
        echo "hearsay-draw $*: failed, but wrote something" >&2
        failed=1
    fi
}

expect 2 usage ''
expect 2 usage 'digraph { a }' gif
expect 2 usage 'digraph { a }' svg 1 2 3
expect 3 'no graph' '' svg
expect 3 'no graph' 'hello' svg
expect 3 'no graph' 'digraph { a' svg
expect 4 'laid out' 'digraph { layout=nosuch; a }' svg
expect 0 '' 'digraph { a -> b }' svg
grep -q '<svg' "$folder/out" || { echo "no SVG" >&2; failed=1; }
expect 0 '' 'digraph { a -> b }' png 10 2048
expect 0 '' 'digraph { a -> b }' pdf 10 2048
expect 0 '' 'digraph { }' svg

# The frame: title above, legend and note below, none of them on the drawing.
expect 0 '' 'digraph { a -> b; }
digraph frame { title [slot=title, shape=plaintext, fixedsize=true, width=3, height=0.3, label="Title\l"];
s0 [slot=legend, entry=0, dx=17, shape=box, fixedsize=true, width=0.4, height=0.2, label=""];
a1 [slot=legend, entry=1, dx=0, shape=point, style=invis, width=0.01, height=0.01, label=""];
b1 [slot=legend, entry=1, dx=34, shape=point, style=invis, width=0.01, height=0.01, label=""]; a1 -> b1;
note [slot=note, shape=plaintext, fixedsize=true, width=3, height=0.2, label="Note\l"]; }' svg
for word in Title Note frame_s0 frame_a1; do
    grep -q "$word" "$folder/out" || { echo "the frame lacks $word" >&2; failed=1; }
done
grep -q '>frame_\|>\\N<' "$folder/out" && grep -v '<title>' "$folder/out" | grep -q '>frame_' && { echo "a name is shown" >&2; failed=1; }

# A graph that no second is enough for ends by itself: SIGXCPU, which the shell gives as 128 + 24.
awk 'BEGIN { srand(1); print "digraph {"; for (i = 0; i < 6000; i++) printf "n%d -> n%d;\n", rand() * 2000, rand() * 2000; print "}" }' >"$folder/large.dot"
code=0
"$draw" svg 1 <"$folder/large.dot" >/dev/null 2>&1 || code=$?
[ "$code" -eq 152 ] || [ "$code" -eq 137 ] || { echo "over its time it ended with $code" >&2; failed=1; }
exit "$failed"
