#!/bin/sh
# Sets up, builds and draws the worked examples: each graphs/NAME.txt becomes NAME.jsonl (its record), NAME.dot,
# NAME.graphml and NAME.svg beside it, or in the folder given as the first argument.
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
for text in graphs/*.txt; do
    name=$(basename "$text" .txt)
    "$HEARSAY" extract "$text" -o "$out/$name.jsonl"
    "$HEARSAY" graph "$out/$name.jsonl" -o "$out/$name.dot" -o "$out/$name.graphml" -o "$out/$name.svg"
    echo "$out/$name.svg"
done
