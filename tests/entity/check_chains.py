#!/usr/bin/env python3
"""Scores who is put together with whom: link F1 over pairs of mentions of one named entity, on coreference chains of the shared data folder.
Standard library only.
usage: check_chains.py HEARSAY [--misses]     exit 77: skipped, no data

A gold mention counts when it is a name: but for articles, titles and small words each of its words is capitalised, and it is no
pronoun. Gold mentions are taken with the system mention that covers most of the same words, so that "President Wilson" and "Wilson"
are one; names inside names are left out. Recall is over all pairs of names in a gold chain, precision over the pairs of those gold names that the system puts
together, wherever both are in some gold chain."""
import itertools
import json
import os
import subprocess
import sys
import tempfile

DATA = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "..", "shared", "data", "dev", "gum_coref_dev.jsonl")
LEAST = 0.70
SMALL = {"of", "the", "and", "for", "de", "van", "von", "la", "al", "in", "a", "an", "der", "du", "'s", "\u2019s"}
PRONOUNS = {"i", "you", "he", "she", "it", "we", "they", "this", "that", "these", "those", "who", "his", "her", "my", "your", "our", "their",
            "its", "me", "him", "us", "them", "one", "everyone", "someone", "people", "there", "here", "yourself", "what", "all", "many"}


def is_name(text, lower):
    words = [w for w in text.replace("\u2019s", "").replace("'s", "").split() if w.lower() not in SMALL]
    if not words or words[0].lower() in PRONOUNS:
        return False
    if len(words) == 1 and words[0].lower() in lower:  # a common word at the start of a sentence
        return False
    return all(w[0].isupper() or not w[0].isalpha() for w in words) and any(w[0].isalpha() for w in words)


def core_of(text, span):
    """A gold name without what is apposed to it: "Oslo, Norway" is Oslo."""
    cut = min((i for i in map(text[span[0]:span[1]].find, (",", " (")) if i > 0), default=span[1] - span[0])
    return span[0], span[0] + cut


def entity_at(text, mentions, span):
    """The entity of the system mention that shares the most with a gold name: half of it, or its end ("President Wilson": "Wilson")."""
    start, end = core_of(text, span)
    overlap = lambda m: min(m[1], end) - max(m[0], start)
    best = max(mentions, key=lambda m: (overlap(m[0]), m[0][0] - m[0][1]), default=None)
    if best is None or overlap(best[0]) <= 0:
        return None
    inside = any(" %s " % w in text[start:best[0][0]] + " " for w in ("of", "in", "for", "at"))
    at_end = end - 2 <= best[0][1] <= end + 2 and not inside
    return best[1] if at_end or overlap(best[0]) * 2 >= end - start else None


def is_inside(text, a, b):
    """A name that is a part of another: the Penn of "Penn State"."""
    start, end = core_of(text, b)
    return a != b and start <= a[0] and a[1] <= end and (a[0], a[1]) != (start, end)


def score(document, record, misses):
    text = document["text"]
    lower = {w.strip(".,;:!?\"'()") for w in text.split() if w[:1].islower()}
    mentions = sorted((m, e["id"]) for e in record["entities"] for m in e["mentions"])
    chain_of, entity_of = {}, {}
    for number, chain in enumerate(document["clusters"]):
        chain_of.update({(m[0], m[1]): number for m in chain if is_name(text[m[0]:m[1]], lower)})
    for a in [a for a in chain_of if any(is_inside(text, a, b) for b in chain_of)]:
        del chain_of[a]
    for start, end in chain_of:
        near = [m for m in mentions if m[0][1] > start and m[0][0] < end]
        entity_of[start, end] = entity_at(text, near, (start, end))
    hit = gold = system = 0
    for a, b in itertools.combinations(sorted(chain_of), 2):
        same_gold = chain_of[a] == chain_of[b]
        same_system = entity_of[a] is not None and entity_of[a] == entity_of[b]
        hit, gold, system = hit + (same_gold and same_system), gold + same_gold, system + same_system
        if misses and same_gold != same_system:
            print("%s %s: %s | %s" % ("apart   " if same_gold else "together", document["id"], text[a[0]:a[1]], text[b[0]:b[1]]))
    return hit, gold, system


def main():
    if not os.path.exists(DATA):
        print("skipped: no %s" % os.path.normpath(DATA))
        return 77
    with open(DATA, encoding="utf-8") as lines:
        documents = [json.loads(line) for line in lines]
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as texts:
        for document in documents:
            texts.write(json.dumps({"id": document["id"], "text": document["text"]}, ensure_ascii=False) + "\n")
        texts.flush()
        out = subprocess.run([sys.argv[1], "extract", "--from", "jsonl", texts.name], stdout=subprocess.PIPE, check=True).stdout
    records = {r["id"]: r for r in map(json.loads, out.decode("utf-8").splitlines())}
    if not any(e["type"] == "person" for r in records.values() for e in r["entities"]):
        print("skipped: the model finds no names")
        return 77
    counts = [score(d, records[d["id"]], "--misses" in sys.argv) for d in documents]
    hit, gold, system = (sum(c[i] for c in counts) for i in range(3))
    precision, recall = hit / max(system, 1), hit / max(gold, 1)
    f1 = 2 * precision * recall / max(precision + recall, 1e-9)
    print("named chains: link P %.3f R %.3f F1 %.3f (%d right, %d found, %d gold)" % (precision, recall, f1, hit, system, gold))
    return 0 if f1 >= LEAST else 1


if __name__ == "__main__":
    sys.exit(main())
