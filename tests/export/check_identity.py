#!/usr/bin/env python3
"""Ids of nodes and edges: opaque, the same on every run, in every format and under every filter, and the same for one entity in every
document; never the same for two."""
import csv
import json
import os
import re
import sys
import tempfile

from expected import check_equal, make_records, need, run_graph

networkx = need("networkx")


def graph_of(program, path, *arguments):
    return json.loads(run_graph(program, path, *arguments, "--format", "json"))


def identities(graph):
    """Type, name and country of actors -> id."""
    return {(n["type"], n["label"], n.get("country")): n["id"] for n in graph["nodes"]}


def write(path, *records):
    with open(path, "w", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in records)


def entity(number, kind, name, country=None):
    return {"id": "E%d" % number, "key": None, "type": kind, "name": name, "aliases": [], "country": country,
            "country_name": None, "ids": {}, "mentions": [[0, 1]]}


def record(name, template, entities):
    """A record in which the first entity speaks about all others."""
    claim = dict(template, id="C1", kind="statement", relation="warn", cameo="130", stance=0, negated=False, certainty="asserted",
                 confidence=0.9, within=None, depth=0, answers=None, date=None, sources=[{"entity": "E1", "span": [0, 1]}],
                 targets=[{"entity": e["id"], "span": [0, 1], "role": "addressee"} for e in entities[1:]])
    return {"hearsay": "1", "id": name, "title": None, "url": None, "date": "2024-03-01", "language": "en", "length": 1000,
            "text_sha256": "0" * 64, "model": "made", "warnings": [], "entities": entities, "affiliations": [], "claims": [claim]}


def check_same_everywhere(program, folder):
    """Runs, filters, groupings and formats."""
    path = os.path.join(folder, "r.jsonl")
    make_records(path, "--entities", 40, "--claims", 90)
    whole = graph_of(program, path)
    check_equal("the next run", graph_of(program, path), whole)
    ids, ends = identities(whole), {link["id"]: (link["source"], link["target"]) for link in whole["links"]}
    for filters in (["--kind", "accusation"], ["--top", "7"], ["--min-weight", "2"], ["--topics", "off"], ["--since", "2024-03"]):
        part = graph_of(program, path, *filters)
        assert part["nodes"] and all(ids[key] == value for key, value in identities(part).items()), filters
        assert all(ends[link["id"]] == (link["source"], link["target"]) for link in part["links"]), filters
    run_graph(program, path, "-o", folder + "/g.graphml", "-o", folder + "/g.csv", "-o", folder + "/g.ftm.json")
    check_equal("GraphML", list(networkx.read_graphml(folder + "/g.graphml").nodes), list(ids.values()))
    with open(folder + "/g-edges.csv", encoding="utf-8", newline="") as file:
        check_equal("CSV", {row["Id"]: (row["Source"], row["Target"]) for row in csv.DictReader(file)}, ends)
    with open(folder + "/g.ftm.json", encoding="utf-8") as file:
        assert set(ids.values()) <= {json.loads(line)["id"] for line in file}
    for grouping in ("manner", "each"):
        graph = graph_of(program, path, "--edges", grouping)
        links = [link["id"] for link in graph["links"]]
        check_equal("ids of " + grouping, len(set(links)), len(links))
    assert all(re.fullmatch("[ne][0-9a-f]{16}", name) for name in list(ids.values()) + list(ends)), "an id that tells something"


def check_documents(program, folder, template):
    """One entity has one id, alone and among others; who is known within a document only, and who is of another state, has another."""
    first = record("first", template, [entity(1, "person", "Anna Berg", "NO"), entity(2, "organisation", "Defence Ministry", "NO"),
                                       entity(3, "person", "Berg"), entity(4, "group", "critics"), entity(5, "country", "Norway", "NO")])
    second = record("second", template, [entity(1, "country", "Norway", "NO"), entity(2, "person", "ANNA BERG"),
                                         entity(3, "organisation", "Defence Ministry", "SE"), entity(4, "person", "Berg"),
                                         entity(5, "group", "critics")])
    write(folder + "/a.jsonl", first)
    write(folder + "/b.jsonl", second)
    write(folder + "/ab.jsonl", second, first)
    a, b = identities(graph_of(program, folder + "/a.jsonl")), identities(graph_of(program, folder + "/b.jsonl"))
    both = graph_of(program, folder + "/ab.jsonl")
    check_equal("a person", a["person", "Anna Berg", "NO"], b["person", "ANNA BERG", None])
    check_equal("a country", a["country", "Norway", "NO"], b["country", "Norway", "NO"])
    for key in (("person", "Berg", None), ("group", "critics", None)):
        assert a[key] != b[key], key
    assert a["organisation", "Defence Ministry", "NO"] != b["organisation", "Defence Ministry", "SE"]
    check_equal("all of both", {node["id"] for node in both["nodes"]}, set(a.values()) | set(b.values()))


def check_twins(program, folder, template):
    """Two of one name in one document are two nodes with two ids."""
    write(folder + "/t.jsonl", record("twins", template, [entity(1, "person", "Jan Novak"), entity(2, "person", "Jan Novak")]))
    graph = graph_of(program, folder + "/t.jsonl")
    check_equal("twins", len({node["id"] for node in graph["nodes"]}), 2)


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory() as folder:
        template = make_records(folder + "/template.jsonl", "--entities", 5, "--claims", 1)[0]["claims"][0]
        check_same_everywhere(program, folder)
        check_documents(program, folder, template)
        check_twins(program, folder, template)


main()
