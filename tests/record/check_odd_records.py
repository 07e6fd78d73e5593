#!/usr/bin/env python3
"""Sets of records that nobody would wish for: merge, graph and diff end with the code and the message that they should, merge gives
the records that graph gives, and nothing that a record says is lost."""
import json
import os
import subprocess
import sys
import tempfile

program = os.path.abspath(sys.argv[1])
failures = 0


def record(name, entities=(), claims=(), affiliations=(), **more):
    whole = {"hearsay": "1", "id": name, "title": None, "url": None, "date": None, "language": "en", "length": 100,
             "text_sha256": "0" * 64, "model": "made-1", "warnings": [], "entities": list(entities), "affiliations": list(affiliations),
             "claims": list(claims)}
    return {**whole, **more}


def entity(number, kind, name, country=None, **more):
    return {"id": "E%d" % number, "key": None, "type": kind, "name": name, "aliases": [], "country": country, "country_name": None,
            "ids": {}, "mentions": [[0, 1]], **more}


def claim(number, source, target, **more):
    return {"id": "C%d" % number, "kind": "accusation", "relation": "accuse", "cameo": "112", "stance": -1,
            "sources": [{"entity": "E%d" % source, "span": [0, 1]}], "cue": {"span": [1, 2], "text": "accused"},
            "targets": [{"entity": "E%d" % target, "span": [2, 3], "role": "target"}], "content": None, "quote": "none",
            "negated": False, "certainty": "asserted", "depth": 0, "within": None, "answers": None, "date": None, "citations": [],
            "citations_before": [], "sentence": {"span": [0, 10], "text": "One accused the other."}, "rule": "made", "confidence": 0.9,
            **more}


def pair():
    return [entity(1, "person", "Anna Vik", "NO"), entity(2, "person", "Bo Alm", "SE")]


def line(whole):
    return json.dumps(whole, ensure_ascii=False)


GOOD = line(record("good", pair(), [claim(1, 1, 2)]))
TANGLED = [entity(1, "person", "Anna Vik", "NO"), entity(2, "organisation", "Anna Vik", "SE"), entity(3, "person", "Anna Vik", "NO"),
           entity(4, "country", "Anna Vik", "FI"), entity(5, "person", "Anna Vik", "FI", ids={"wikidata": "Q1"})]
NAMES = ["!!!", "???", "\u202eback\u2066", "'s", "the ", "\n\t", '"key":null', "\\", "x" * 300000, "a " * 50000]
KEY = '"key":null'

# What it is; the lines; exit code of merge and graph; a part of what they say ("": nothing); records that come out.
CASES = [
    ("nothing", [], 0, "", 0),
    ("blank lines", ["", "  ", ""], 0, "", 0),
    ("no entities", [line(record("a")), line(record("b"))], 0, "", 2),
    ("one id twice", [GOOD, line(record("other")), GOOD], 5, ':3: the id "good" is that of an earlier document', 2),
    ("a long id twice", [line(record("i" * 100000))] * 2, 5, " is that of an earlier document; give each its own", 1),
    ("a line that breaks off", [GOOD, GOOD[:len(GOOD) // 2]], 5, ":2: not valid JSON", 1),
    ("nothing but a line that breaks off", [GOOD[:len(GOOD) // 2]], 5, ":1: not valid JSON", None),
    ("no object", [GOOD, "[]", "17"], 5, ":2: no valid record: the line is no JSON object", 1),
    ("another format", [line(record("a", hearsay="2"))], 5, 'its format is "2" and this program reads "1"', None),
    ("a key too many", [line(record("a", colour="red"))], 5, 'the key "colour" does not belong there', None),
    ("a key twice", [GOOD.replace('"title": null', '"title": null, "title": null')], 5, 'the key "title" stands twice', None),
    ("claims in a circle",
     [line(record("a", pair(), [claim(1, 1, 2, within="C2", depth=1), claim(2, 2, 1, within="C1", depth=1)]))], 5, '"depth" must be',
     None),
    ("an entity that is not there", [line(record("a", pair(), [claim(1, 1, 3)]))], 5, '"entity" must be one of E1 to E2', None),
    ("types and countries that contradict", [line(record("a", TANGLED, [claim(1, 1, 2), claim(2, 3, 4)])),
                                             line(record("b", TANGLED[:1], []))], 0, "", 2),
    ("one name for thousands", [line(record("a", [entity(i + 1, "person", "Anna Vik") for i in range(3000)]))], 0, "", 1),
    ("10,000 claims between two", [line(record("a", pair(), [claim(i + 1, 1, 2) for i in range(10000)]))], 0, "", 1),
    ("who accuses oneself", [line(record("a", pair(), [claim(1, 1, 1)]))], 0, "", 1),
    ("odd names", [line(record("a", [entity(i + 1, "person", name) for i, name in enumerate(NAMES)],
                               [claim(i + 1, i + 1, i + 2) for i in range(len(NAMES) - 1)]))], 0, "", 1),
    ("texts like a key", [line(record(KEY, [entity(1, "person", "Anna Vik", ids={"key": "null"}, aliases=[KEY, "\\" + KEY], key=KEY),
                                            entity(2, "person", KEY)], title=KEY))], 0, "", 1),
    ("two models", [line(record("a", pair())), line(record("b", pair(), model="made-2"))], 0,
     "warning: the records were made by different models (made-1, made-2)", 2),
]


def run(*arguments):
    done = subprocess.run([program, *arguments], capture_output=True, check=False)
    return done.returncode, done.stderr.decode(), done.stdout


def fail(case, what):
    global failures
    failures += 1
    print("FAILED: %s: %s" % (case[0], what), file=sys.stderr)


def check_run(case, command, code, said):
    if code != case[2]:
        fail(case, "%s ends with %d instead of %d: %s" % (command, code, case[2], said[:300]))
    if case[3] not in said or (not case[3] and said):
        fail(case, "%s says: %s" % (command, said[:300]))


def without_keys(line_):
    whole = json.loads(line_)
    for named in whole["entities"]:
        named["key"] = None
    return whole


def check_records(case, merged, given):
    """All that is good comes out, sorted, with keys."""
    found = merged.decode().splitlines()
    if case[4] is None:
        return
    if len(found) != case[4] or not all(e["key"] for r in found for e in json.loads(r)["entities"]):
        fail(case, "merge gives %d records instead of %d, or some without keys" % (len(found), case[4]))
    for one in found:
        if without_keys(one) not in given:
            fail(case, "a record is not what it was: %s" % one[:300])


def parse_all(lines):
    given = []
    for text in lines:
        try:
            given.append(without_keys(text))
        except (ValueError, TypeError):
            pass
    return given


def check(case):
    with open("in.jsonl", "w", encoding="utf-8") as file:
        file.write("\n".join(case[1]) + ("\n" if case[1] else ""))
    code, said, merged = run("merge", "in.jsonl")
    check_run(case, "merge", code, said)
    check_records(case, merged, parse_all(case[1]))
    code, said, _ = run("graph", "in.jsonl", "-o", "graph.jsonl", "-o", "graph.json")
    check_run(case, "graph", code, said)
    if case[4] is None:
        if os.path.exists("graph.jsonl") or os.path.exists("graph.json") or merged:
            fail(case, "something is written though nothing was good")
        return
    with open("graph.jsonl", "rb") as file:
        if file.read() != merged:
            fail(case, "graph gives other records than merge")
    with open("graph.json", "rb") as file:
        json.load(file)
    code, said, changed = run("diff", "in.jsonl", "in.jsonl")
    if code != case[2] or changed:
        fail(case, "diff of a set with itself ends with %d: %s" % (code, (said + changed.decode())[:300]))
    for path in ("graph.jsonl", "graph.json"):
        os.remove(path)


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for case in CASES:
            check(case)
        os.chdir("/")
    print("%d sets of records, %d failures" % (len(CASES), failures))
    return failures != 0


sys.exit(main())
