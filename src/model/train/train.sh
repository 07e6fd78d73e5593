#!/bin/sh
# Trains the English model from the data folder. The same data give the same model.
#
# usage: src/model/train/train.sh DATA_DIR OUT.model [BUILD_DIR]
#
# DATA_DIR is ../shared/data. BUILD_DIR (build-train) holds the trainers and their sections; a section that is there already
# is not trained again. Needs python3-torch and libopenblas0-pthread from Debian. About half an hour on one core.
set -eu

[ $# -ge 2 ] || { echo "usage: train.sh DATA_DIR OUT.model [BUILD_DIR]" >&2; exit 2; }
data=$1
out=$2
build=${3:-build-train}
source=$(cd "$(dirname "$0")/../../.." && pwd)
text=$build/text
sections=$build/sections
run=$build/trainers

cmake -S "$source" -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DHEARSAY_TESTS=OFF >/dev/null
cmake --build "$build" --target trainers >&2
mkdir -p "$text" "$sections"

for name in ewt-train.conllu gumfree-train.conllu voa-text.txt speeches.txt crossner-other-domains.tsv; do
    [ -f "$text/$name" ] || { xz -dc "$data/train/$name.xz" >"$text/$name.part"; mv "$text/$name.part" "$text/$name"; }
done
treebanks="$text/ewt-train.conllu $text/gumfree-train.conllu"

# shellcheck disable=SC2086 # the lists of files are meant to split
[ -f "$sections/clusters" ] || "$run/train_clusters" --classes 1000 --least 2 --rounds 20 -o "$sections/clusters" \
    "$text/voa-text.txt" "$text/speeches.txt" $treebanks

# shellcheck disable=SC2086
[ -f "$sections/lemmas" ] || "$run/train_lemmas" -o "$sections" --clusters "$sections/clusters" $treebanks

# network.label is written last
[ -f "$sections/network.label" ] || /usr/bin/python3 "$source/src/model/train/train_network.py" --data "$data" \
    --clusters "$sections/clusters" --describe "$run/describe_words" --out "$sections"

# The finder of names reads words as the parser tags them. Guidelines are numbered, 0 is hearsay's own; see names.c.
[ -f "$sections/names" ] || {
    "$run/bundle_model" english-1 "$build/without-names.model" "$sections"/*
    "$run/train_names" --model "$build/without-names.model" -o "$sections/names" \
        0:1:1:"$data/train/news_ner_train.jsonl" 1:1:0:"$data/train/wikigold.jsonl" 2:1:0:"$text/crossner-other-domains.tsv" \
        0:1:0:"$data/dev/crossner_politics_train.jsonl" 3:1:0:"$data/dev/gum_ner_train.jsonl"
}

"$run/bundle_model" english-1 "$out" "$sections"/*
