#!/usr/bin/env python3
"""GEXF 1.3: valid by the RELAX NG, every claim an edge of its own kind, time only where it is a whole date. 1.2: to NetworkX."""
import datetime
import os
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from expected import XSD, Network, check_equal, make_records, need, numbers, run_graph, xml_text

networkx = need("networkx")
SPACE = "{http://gexf.net/1.3}"
VIZ = "{http://gexf.net/1.3/viz}"


def check_schema(path):
    schema = os.path.join(XSD, "gexf-1.3", "gexf.rng")
    if os.path.exists(schema):
        subprocess.run(["xmllint", "--noout", "--nonet", "--huge", "--relaxng", schema, path], check=True, stderr=subprocess.DEVNULL)


def whole_date(text):
    try:
        return text if text and len(text) == 10 and datetime.date.fromisoformat(text) else None
    except ValueError:
        return None


def values(element, titles):
    return {titles[v.get("for")]: v.get("value") for v in element.iter(SPACE + "attvalue")}


def check_1_3(network, path):
    root = ElementTree.parse(path).getroot()
    classes = {c.get("class"): [(a.get("id"), a.get("title")) for a in c] for c in root.iter(SPACE + "attributes")}
    for declared in classes.values():
        check_equal("ids of attributes, each once", len(dict(declared)), len(declared))
        # graphology, and Gephi Lite with it, shows an attribute by its id.
        assert all(identifier == title for identifier, title in declared), declared
    titles = dict(classes["edge"])
    nodes, edges = list(root.iter(SPACE + "node")), list(root.iter(SPACE + "edge"))
    check_equal("labels", [n.get("label") for n in nodes], [xml_text(e["name"]) for e in network.nodes])
    for node in nodes:
        assert node.find(VIZ + "color") is not None and node.find(VIZ + "position") is not None and node.find(VIZ + "size") is not None
    kinds = [(e.get("source"), e.get("target"), e.get("kind")) for e in edges]
    check_equal("kinds are unique", len(set(kinds)), len(kinds))
    number = numbers(n.get("id") for n in nodes)
    got = sorted((number[e.get("source")], number[e.get("target")], e.get("kind").split("#")[0], values(e, titles)["claims"], e.get("timestamp") or "")
                 for e in edges)
    expected = sorted((s, t, c["relation"], r["id"] + "#" + c["id"], whole_date(c["date"] or r["date"]) or "")
                      for s, t, _, r, c in network.links)
    check_equal("edges", got, expected)
    graph = root.find(SPACE + "graph")
    check_equal("time", (graph.get("timerepresentation"), graph.get("timeformat")), ("timestamp", "date"))


def check_node_times(path):
    """A claim that is a node has its day; nothing else has one."""
    root = ElementTree.parse(path).getroot()
    titles = {a.get("id"): a.get("title") for a in root.find(".//" + SPACE + "attributes[@class='node']")}
    for node in root.iter(SPACE + "node"):
        facts = values(node, titles)
        check_equal("day of " + node.get("label"), node.get("timestamp"), whole_date(facts.get("date")) if facts["type"] == "claim" else None)


def check_1_2(network, path):
    graph = networkx.read_gexf(path, version="1.2draft")
    check_equal("labels", [a["label"] for _, a in graph.nodes(data=True)], [xml_text(e["name"]) for e in network.nodes])
    number = numbers(graph.nodes)
    check_equal("edges", sorted((number[s], number[t], a["relation"]) for s, t, a in graph.edges(data=True)),
                sorted((s, t, c["relation"]) for s, t, _, _, c in network.links))


def main():
    program, folder = sys.argv[1], tempfile.mkdtemp()
    records, path = os.path.join(folder, "r.jsonl"), os.path.join(folder, "g.gexf")
    rounds = int(os.environ.get("HEARSAY_ROUNDS", "4"))
    for arguments in [["--hostile", "--entities", 1600, "--claims", 2000]] + [["--seed", s, "--entities", s % 20 + 2, "--claims", s % 60 + 1]
                                                                              for s in range(rounds)]:
        network = Network(make_records(records, *arguments))
        run_graph(program, records, "-o", path)
        check_schema(path)
        check_1_3(network, path)
        run_graph(program, records, "--gexf-version", "1.2", "-o", path)
        check_1_2(network, path)
        for view in ("statements", "countries"):
            run_graph(program, records, "--view", view, "-o", path)
            check_schema(path)
            check_node_times(path)
        run_graph(program, records, "--edges", "merged", "--affiliations", "on", "-o", path)
        check_schema(path)
    print("%d graphs" % (rounds + 1))


main()
