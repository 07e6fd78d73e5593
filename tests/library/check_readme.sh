# The program in the README compiles and links as a stranger would do it, and prints the record that `hearsay extract` prints.
. "$(dirname "$0")/../cli/harness.sh"

command -v cc >/dev/null || { echo "skipped: no compiler called cc"; exit 77; }
build=$(dirname "$program")
if grep -qs '^HEARSAY_SANITIZE:BOOL=ON' "$build/CMakeCache.txt"; then
    echo "skipped: a program without sanitizers cannot load a library with them"
    exit 77
fi
sed -n '/^```c$/,/^```$/p' "$source_dir"/README.md | sed '1d;$d' >quotes.c
[ -s quotes.c ] || fail "the README has no program in C"
cc -std=c17 -Wall -Wextra -Werror -I "$source_dir"/src quotes.c -o quotes -L "$build" -Wl,-rpath,"$build" -lhearsay || fail "it does not compile"
cp "$source_dir"/graphs/nord-stream.txt article.txt
./quotes article.txt >printed || fail "it fails"
"$program" extract article.txt >expected
same printed expected
./quotes missing.txt 2>err && fail "a missing file is no failure"
grep -q '^missing.txt: ' err || fail "it does not name the missing file: $(cat err)"
finish
