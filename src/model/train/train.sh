#!/bin/sh
# Trains the English model from the data folder. The same data give the same model.
#
# usage: src/model/train/train.sh DATA_DIR OUT.model [BUILD_DIR]
#
# DATA_DIR is ../shared/data. BUILD_DIR (build-train) holds the trainers and their sections; a section that is there already
# is not trained again. Needs python3-torch and libopenblas0-pthread from Debian. About an hour on one core.
# HEARSAY_TRAIN_NETWORK holds further options of train_network.py, such as "--pretrain-epochs 1 --epochs 1" to try things out.
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
cmake --build "$build" --target trainers hearsay >&2
mkdir -p "$text" "$sections"

for name in ewt-train.conllu gumfree-train.conllu voa-text.txt speeches.txt crossner-other-domains.tsv; do
    [ -f "$text/$name" ] || { xz -dc "$data/train/$name.xz" >"$text/$name.part"; mv "$text/$name.part" "$text/$name"; }
done
treebanks="$text/ewt-train.conllu $text/gumfree-train.conllu"

# Free text as the program cuts it into words; voa-text.txt comes cut.
"$run/split_words" "$text/speeches.txt" >"$text/speeches.words"
for name in wikigold news_ner_train wiki_attr_train; do
    "$run/split_words" "$data/train/$name.jsonl" >"$text/$name.words"
done
awk -F '\t' 'NF < 2 { print ""; next } { printf "%s ", $1 }' "$text/crossner-other-domains.tsv" >"$text/crossner.words"

# shellcheck disable=SC2086 # the lists of files are meant to split
[ -f "$sections/clusters" ] || "$run/train_clusters" --classes 1000 --least 2 --rounds 20 -o "$sections/clusters" \
    "$text/voa-text.txt" "$text/speeches.txt" $treebanks

# shellcheck disable=SC2086
[ -f "$sections/lemmas" ] || "$run/train_lemmas" -o "$sections" --clusters "$sections/clusters" $treebanks

# network.label is written last. On some processors another kernel of OpenBLAS is asked for than the fastest: not here.
# shellcheck disable=SC2086
[ -f "$sections/network.label" ] || env -u OPENBLAS_CORETYPE -u OPENBLAS_L2_SIZE OPENBLAS_NUM_THREADS=1 OMP_NUM_THREADS=1 \
    /usr/bin/python3 "$source/src/model/train/train_network.py" --treebank $treebanks --text "$text/voa-text.txt" \
    "$text/speeches.words" "$text/wikigold.words" "$text/news_ner_train.words" "$text/wiki_attr_train.words" \
    "$text/crossner.words" --clusters "$sections/clusters" --describe "$run/describe_words" --out "$sections" \
    --pretrained "$build/pretrained.pt" ${HEARSAY_TRAIN_NETWORK:-}

# The finder of names reads words as the parser tags them. Guidelines are numbered, 0 is hearsay's own; see names.c. A first
# finder, trained on what readers marked, marks web text for the second.
[ -f "$sections/names" ] || {
    marked="0:1:1:$data/train/news_ner_train.jsonl 1:1:0:$data/train/wikigold.jsonl 2:1:0:$text/crossner-other-domains.tsv
        0:3:0:$data/dev/crossner_politics_train.jsonl 3:1:0:$data/dev/gum_ner_train.jsonl"
    mkdir -p "$build/marked"
    "$run/bundle_model" english-1 "$build/without-names.model" "$sections"/*
    # shellcheck disable=SC2086
    "$run/train_names" --model "$build/without-names.model" -o "$build/marked/names" $marked
    "$run/bundle_model" english-1 "$build/marked.model" "$sections"/* "$build/marked/names"
    python3 "$source/src/model/train/label_names.py" "$build/hearsay" "$build/marked.model" "$text/ewt-train.conllu" \
        "$text/ewt-names.jsonl"
    # shellcheck disable=SC2086
    "$run/train_names" --model "$build/without-names.model" -o "$sections/names" --runs 3 $marked \
        0:0.5:1:"$text/ewt-names.jsonl"
}

"$run/bundle_model" english-1 "$out" "$sections"/*
