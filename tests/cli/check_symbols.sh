# The shared library shows what hearsay.h declares and nothing else.
. "$(dirname "$0")/harness.sh"

library=$(dirname "$program")/libhearsay.so
[ -e "$library" ] || { echo "no libhearsay.so in this build"; exit 77; }
command -v nm >/dev/null || { echo "no nm"; exit 77; }
nm -D --defined-only "$library" | awk '{ print $3 }' | sed 's/@.*//' | sort >shown
grep 'HEARSAY_API' "$source_dir"/src/hearsay.h | grep -o 'hearsay_[a-z_]*(' | tr -d '(' | sort -u >declared
[ -s declared ] || fail "no declarations found in hearsay.h"
diff declared shown >difference || fail "declared (<) and shown (>) differ: $(cat difference)"

# The header stands alone, in C and in C++.
for compiler in cc c++; do
    command -v $compiler >/dev/null || continue
    [ $compiler = cc ] && language=c || language=c++
    printf '#include "hearsay.h"\nint main(void) { return hearsay_version() == 0; }\n' >alone.source
    $compiler -x "$language" -Wall -Wextra -Werror -I"$source_dir"/src alone.source -x none "$library" -Wl,-rpath,"$(dirname "$library")" -o alone 2>err ||
        fail "hearsay.h does not compile with $compiler: $(cat err)"
    ./alone || fail "a program of $compiler does not run with the shared library"
done
finish
