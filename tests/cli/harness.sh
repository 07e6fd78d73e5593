# What the checks of the command line have in common; to be read by them (". harness.sh") with the program as $1.
# Each check runs in a folder of its own, which goes at the end.
set -u
program=$1
[ -x "$program" ] || { echo "no program: $program" >&2; exit 1; }
# shellcheck disable=SC2034 # the checks use it
source_dir=$(cd "$(dirname "$0")/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work" || exit 1
failures=0

fail() {
    failures=$((failures + 1))
    echo "FAILED: $*" >&2
}

# expect CODE PATTERN ARGUMENTS...: the program ends with CODE and says a line that matches PATTERN (a basic regular expression; "" for
# silence) on stderr. Its standard output goes to the file `out`, stderr to `err`.
expect() {
    expected=$1 pattern=$2
    shift 2
    "$program" "$@" >out 2>err </dev/null
    check_result "$?" "$*"
}

# check_result CODE WHAT: compares with $expected and $pattern.
check_result() {
    if [ "$1" -ne "$expected" ]; then
        fail "$2: exit code $1 instead of $expected"
        sed 's/^/    /' err >&2
    elif [ -z "$pattern" ] && [ -s err ]; then
        fail "$2: silence expected, but it says:"
        sed 's/^/    /' err >&2
    elif [ -n "$pattern" ] && ! grep -q -- "$pattern" err; then
        fail "$2: no line of stderr matches \"$pattern\":"
        sed 's/^/    /' err >&2
    fi
}

# lines FILE COUNT: the file has so many lines.
lines() {
    found=$(wc -l <"$1")
    [ "$found" -eq "$2" ] || fail "$1 has $found lines instead of $2"
}

# same FILE FILE: the two have the same bytes.
same() {
    cmp -s "$1" "$2" || fail "$1 and $2 differ"
}

# absent PATH...: none of these is there, whole or in part.
absent() {
    for path in "$@"; do
        for found in "$path"*; do
            [ ! -e "$found" ] || fail "$found should not be there"
        done
    done
}

finish() {
    [ "$failures" -eq 0 ] || echo "$failures check(s) failed" >&2
    [ "$failures" -eq 0 ]
    exit
}
