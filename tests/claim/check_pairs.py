#!/usr/bin/env python3
"""Scores who does what to whom on the sentences of pairs.tsv. Standard library only.
usage: check_pairs.py HEARSAY [--misses | --jsonl]
  --misses  show what was not found among those seen, with what was found instead
  --jsonl   only print the sentences as JSON lines

A line is found when one claim has a source that shares a word with the line's source and a target or addressee or topic that shares one with the
line's target; it is right when the claim's relation belongs to the class of its code as well. The sentences that
were kept out of sight while the tables were mended have a floor of their own."""
import collections
import json
import os
import re
import subprocess
import sys

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pairs.tsv")
FLOORS = {"seen": 0.74, "unseen": 0.68}
MOST_REVERSED = 0.02
SMALL = set("the a an of and in on at to for by from with its his her their s".split())
RELATIONS = {
    "02": {"ask", "propose", "demand"},
    "05": {"praise", "defend", "apologise"},
    "09": {"investigate"},
    "10": {"demand", "ask"},
    "11": {"accuse", "criticise", "condemn", "complain", "charge", "convict", "describe"},
    "12": {"reject", "deny"},
    "13": {"threaten", "warn"},
}


def words_of(text):
    return set(re.findall(r"\w+", text.lower())) - SMALL


def read_lines():
    sentences = {}
    with open(FILE, encoding="utf-8") as file:
        for line in file:
            if not line.startswith("#"):
                part, code, source, target, text = line.rstrip("\n").split("\t")
                sentences.setdefault((part, text), []).append({"source": source, "target": target, "code": code})
    return [{"id": "s%d" % n, "text": text, "part": part, "expected": expected}
            for n, ((part, text), expected) in enumerate(sentences.items())]


def extract(program, documents):
    lines = "".join(json.dumps({"id": d["id"], "text": d["text"]}) + "\n" for d in documents)
    done = subprocess.run([program, "extract", "--from", "jsonl", "-"], input=lines.encode(), stdout=subprocess.PIPE, check=True)
    return {r["id"]: r for r in map(json.loads, done.stdout.splitlines())}


def claims_of(document, record):
    """The claims as (source words, target words, relation)."""
    names = {e["id"]: words_of(e["name"]) for e in record["entities"]}
    words = lambda actor: words_of(document["text"][slice(*actor["span"])]) | names.get(actor["entity"], set())
    return [(set().union(*map(words, c["sources"])), set().union(*map(words, c["targets"])), c["relation"]) for c in record["claims"]]


def judge(expected, claims):
    """(found, right, reversed) of one expected pair."""
    source, target = words_of(expected["source"]), words_of(expected["target"])
    relations = {r for s, t, r in claims if s & source and t & target}
    fitting = RELATIONS.get(expected["code"][:2])
    backwards = not relations and any(s & target and t & source for s, t, _ in claims)
    return bool(relations), bool(relations & fitting if fitting else relations), backwards


def show(document, expected, claims):
    print(expected["code"], expected["source"], "->", expected["target"], "|", document["text"])
    for source, target, relation in claims:
        print("      %s: %s -> %s" % (relation, " ".join(sorted(source)), " ".join(sorted(target))))


def report(parts):
    failed = False
    for part in ("seen", "unseen"):
        for code, counts in sorted(parts[part].items()):
            found, right, backwards = (counts[k] / counts["pairs"] for k in ("found", "right", "reversed"))
            print("%-8s %-4s pairs %3d  found %.3f  right %.3f  reversed %.3f" % (part, code, counts["pairs"], found, right, backwards))
            if code == "all" and (right < FLOORS[part] or backwards > MOST_REVERSED):
                print("%s: below the floor of %.2f, or more reversed than %.2f" % (part, FLOORS[part], MOST_REVERSED))
                failed = True
    return failed


def main():
    documents = read_lines()
    if "--jsonl" in sys.argv:
        sys.stdout.writelines(json.dumps(d) + "\n" for d in documents)
        return 0
    records = extract(sys.argv[1], documents)
    parts = {"seen": collections.defaultdict(collections.Counter), "unseen": collections.defaultdict(collections.Counter)}
    for document in documents:
        part = document["part"]
        claims = claims_of(document, records[document["id"]])
        for expected in document["expected"]:
            found, right, backwards = judge(expected, claims)
            for code in (expected["code"][:2], "all"):
                parts[part][code].update(pairs=1, found=found, right=right, reversed=backwards)
            if "--misses" in sys.argv and not right and part == "seen":
                show(document, expected, claims)
    return report(parts)


if __name__ == "__main__":
    sys.exit(main())
