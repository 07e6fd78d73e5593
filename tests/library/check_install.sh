# An installed library serves programs elsewhere: pkg-config finds it, its header serves C and C++, it draws pictures, it shows
# no symbols but those of its header, and what was installed can be taken away again.
. "$(dirname "$0")/../cli/harness.sh"

for tool in cc c++ pkg-config cmake nm; do
    command -v $tool >/dev/null || { echo "skipped: no $tool"; exit 77; }
done
build=$(dirname "$program")
if grep -qs '^HEARSAY_SANITIZE:BOOL=ON' "$build/CMakeCache.txt"; then
    echo "skipped: a program without sanitizers cannot load a library with them"
    exit 77
fi
# CMake keeps the list of the last installation, which may be somebody's own.
cp "$build"/install_manifest.txt before 2>/dev/null
cmake --install "$build" --prefix "$work/a place" >installed || fail "cmake --install fails"
PKG_CONFIG_PATH=$(dirname "$(find "$work/a place" -name hearsay.pc)")
export PKG_CONFIG_PATH
libraries=$(dirname "$PKG_CONFIG_PATH")
version=$("$program" version | sed -n 's/^hearsay \([0-9.]*\),.*/\1/p')
[ "$(pkg-config --modversion hearsay)" = "$version" ] || fail "pkg-config has another version"

cat >draws.c <<'END'
#include <hearsay.h>
#include <stdio.h>

static char line[1 << 20];

/* Draws the graph of the record in a file. */
int main(int argc, char **argv)
{
    struct hearsay_options options = hearsay_options_default();
    struct hearsay_error error;
    struct hearsay *hearsay = NULL;
    struct hearsay_records *records = NULL;
    struct hearsay_graph *graph = NULL;
    FILE *file = argc == 3 ? fopen(argv[1], "rb") : NULL;
    size_t length = file ? fread(line, 1, sizeof line, file) : 0;
    int code = length == 0 || hearsay_open(&hearsay, &options, &error) < 0 || hearsay_records_new(&records, &error) < 0 ||
               hearsay_records_add(records, line, length, argv[1], &error) < 0 ||
               hearsay_records_merge(records, &error) < 0 || hearsay_graph_new(&graph, hearsay, &error) < 0 ||
               hearsay_graph_build(graph, records, &error) < 0 || hearsay_graph_write(graph, argv[2], NULL, &error) < 0;
    if (code && length > 0)
        fprintf(stderr, "%s: %s\n", error.place, error.message);
    hearsay_graph_free(graph);
    hearsay_records_free(records);
    hearsay_close(hearsay);
    return code;
}
END
"$program" extract "$source_dir"/graphs/nord-stream.txt -o article.jsonl
"$program" graph article.jsonl -o expected.svg
flags='-Wall -Wextra -Werror -pedantic'
# The shell takes off what pkg-config puts before the space of the path.
eval "cc -std=c99 $flags draws.c -o draws $(pkg-config --cflags --libs hearsay)" || fail "C cannot use it"
cp draws.c draws.cc
eval "c++ -std=c++11 $flags draws.cc -o draws++ $(pkg-config --cflags --libs hearsay)" || fail "C++ cannot use it"
for user in draws draws++; do
    LD_LIBRARY_PATH=$libraries PATH=/usr/bin:/bin ./$user article.jsonl $user.svg || fail "$user cannot draw"
    same $user.svg expected.svg
done
mkdir static && cp "$libraries"/libhearsay.a static
eval "cc draws.c -o draws_static -Lstatic $(pkg-config --static --cflags --libs hearsay)" || fail "it does not link statically"

nm -D --defined-only "$libraries"/libhearsay.so | awk '{ print $3 }' >symbols
grep -o 'hearsay_[a-z_]*(' "$source_dir"/src/hearsay.h | tr -d '(' | sort -u >declared
[ -s symbols ] || fail "the library shows no symbols"
while read -r symbol; do
    grep -qx "$symbol" declared || fail "hearsay.h does not declare $symbol"
done <symbols

# What CMake lists is all there is.
mv "$build"/install_manifest.txt list
[ ! -e before ] || mv before "$build"/install_manifest.txt
tr '\n' '\0' <list | xargs -0 rm --
[ -z "$(find "$work/a place" ! -type d)" ] || fail "something stays: $(find "$work/a place" ! -type d)"
finish
