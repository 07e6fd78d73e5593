#!/bin/sh
# Sets up, builds and draws the worked examples: each graphs/NAME.txt (one article) and graphs/NAME.articles.jsonl
# (several) becomes NAME.records.jsonl, the network in every format and, as pictures and GEXF, the view of statements,
# beside it or in the folder given as the first argument. PNG, PDF and HTML are made but not kept in the repository.
set -eu
cd "$(dirname "$0")/.."
build=${BUILD_DIR:-build}
out=${1:-graphs}

if [ -z "${HEARSAY:-}" ]; then
    sh tests/setup.sh build
    cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DHEARSAY_TESTS=OFF
    cmake --build "$build"
    HEARSAY=$build/hearsay
fi

mkdir -p "$out"
# example INPUT TITLE
example() {
    name=$(basename "$1")
    name=$out/${name%%.*}
    case $1 in
    *.jsonl) from=jsonl ;;
    *) from=text ;;
    esac
    "$HEARSAY" extract --quiet --from "$from" "$1" -o "$name.records.jsonl"
    set -- "$2" --from records --quiet "$name.records.jsonl"
    title=$1
    shift
    "$HEARSAY" graph "$@" --title "$title" -o "$name.dot" -o "$name.graphml" -o "$name.gexf" -o "$name.json" \
        -o "$name.csv" -o "$name.cypher" -o "$name.cyjs" -o "$name.ftm.json" -o "$name.svg" -o "$name.png" \
        -o "$name.pdf" -o "$name.html"
    "$HEARSAY" graph "$@" --title "$title" --view statements -o "$name-statements.svg" -o "$name-statements.gexf"
    echo "$name.svg"
}

example graphs/nord-stream.txt 'Who blamed whom for the Nord Stream explosions'
example graphs/mackerel.articles.jsonl 'The mackerel quarrel: six weeks of accusations and denials'
example graphs/danube.articles.jsonl 'A spill in the Danube, in five newspapers'
