#!/usr/bin/env python3
"""Random graphs, hostile names among them, written and read back by readers that are not ours: GraphML by NetworkX and igraph, GEXF and
node-link JSON by NetworkX, DOT by Graphviz's parser. Each is the same graph: nodes with their names and types, edges with their ends,
weights, manners or relations, and claims. HEARSAY_ROUNDS sets how many (40)."""
import argparse
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import warnings

from expected import Network, check_equal, check_merged, need, numbers, run_graph, skip, xml_text
from make_records import make_record

networkx = need("networkx")
igraph = need("igraph")
warnings.simplefilter("ignore")
FORMATS = ("graphml", "gexf", "json", "dot")
BATCH = 100  # graphs that one run of gvpr reads
PROGRAM = r'''
BEG_G { printf("G\n"); }
N { printf("N\t%s\t%s\n", $.name, aget($, "type")); }
E { printf("E\t%s\t%s\t%s\t%s\n", $.tail.name, $.head.name, aget($, "manner"), aget($, "claims")); }
'''


def make(seed, path):
    """A random record in `path`; returns what its graph must be."""
    options = argparse.Namespace(entities=seed * 7 % 31, claims=seed * 13 % 53, hostile=seed % 5 == 0, keys=False, spread=False)
    record = make_record(random.Random(seed), 0, options)
    with open(path, "w", encoding="utf-8", newline="\n") as file:
        file.write(json.dumps(record, ensure_ascii=False) + "\n")
    return Network([record])


def check_nodes(network, nodes, text=lambda name: name):
    """`nodes`: (id, attributes) in their order; returns the numbers of the ids."""
    nodes = list(nodes)
    check_equal("nodes", [(a["label"], a["type"]) for _, a in nodes], [(text(e["name"]), e["type"]) for e in network.nodes])
    return numbers(name for name, _ in nodes)


def check_graphml(network, path):
    graph = networkx.read_graphml(path)
    number = check_nodes(network, graph.nodes(data=True), xml_text)
    check_merged(network, [(number[s], number[t], a) for s, t, a in graph.edges(data=True)])
    other = igraph.Graph.Read_GraphML(path)
    check_equal("ids to igraph", other.vs["id"] if other.vcount() else [], list(graph.nodes))
    check_equal("edges to igraph", sorted((e.source, e.target, e["weight"]) for e in other.es),
                sorted((number[s], number[t], a["weight"]) for s, t, a in graph.edges(data=True)))


def check_gexf(network, path):
    graph = networkx.read_gexf(path, version="1.2draft")
    number = check_nodes(network, graph.nodes(data=True), xml_text)
    check_equal("edges", sorted((number[s], number[t], a["relation"], a["claims"]) for s, t, a in graph.edges(data=True)),
                sorted((s, t, c["relation"], r["id"] + "#" + c["id"]) for s, t, _, r, c in network.links))


def check_json(network, path):
    with open(path, encoding="utf-8") as file:
        graph = networkx.node_link_graph(json.load(file))
    number = check_nodes(network, graph.nodes(data=True))
    check_merged(network, [(number[s], number[t], a) for s, t, a in graph.edges(data=True)])


def check_dot(networks, paths):
    """Names stand in values that Graphviz would show, which check_dot.py decodes; here the graph itself counts."""
    text = subprocess.run(["gvpr", "-q", PROGRAM, *paths], capture_output=True, check=True).stdout.decode()
    graphs = [[line.split("\t") for line in part.split("\n") if line] for part in text.split("G\n")[1:]]
    check_equal("graphs", len(graphs), len(networks))
    for network, rows in zip(networks, graphs):
        nodes = [(row[1], row[2]) for row in rows if row[0] == "N"]
        check_equal("types", [kind for _, kind in nodes], [e["type"] for e in network.nodes])
        number = numbers(name for name, _ in nodes)
        lines = {}
        for s, t, m, r, c in network.links:
            lines.setdefault((s, t, m), []).append(r["id"] + "#" + c["id"])
        check_equal("edges", sorted((number[r[1]], number[r[2]], r[3], sorted(r[4].split("; "))) for r in rows if r[0] == "E"),
                    sorted((s, t, m, sorted(claims)) for (s, t, m), claims in lines.items()))


def check_batch(program, folder, seeds):
    networks = []
    for seed in seeds:
        records = os.path.join(folder, "r.jsonl")
        paths = {name: os.path.join(folder, "%d.%s" % (seed, name)) for name in FORMATS}
        networks.append(make(seed, records))
        run_graph(program, records, "--gexf-version", "1.2", *[word for path in paths.values() for word in ("-o", path)])
        check_graphml(networks[-1], paths["graphml"])
        check_gexf(networks[-1], paths["gexf"])
        check_json(networks[-1], paths["json"])
    check_dot(networks, [os.path.join(folder, "%d.dot" % seed) for seed in seeds])
    for name in os.listdir(folder):
        os.unlink(os.path.join(folder, name))
    return sum(len(network.links) for network in networks)


def main():
    if not shutil.which("gvpr"):
        skip("graphviz is not installed")
    rounds, links = int(os.environ.get("HEARSAY_ROUNDS", "40")), 0
    with tempfile.TemporaryDirectory() as folder:
        for start in range(0, rounds, BATCH):
            links += check_batch(sys.argv[1], folder, range(start, min(start + BATCH, rounds)))
    assert links > rounds, links
    print("%d graphs of %d links, in %d formats each" % (rounds, links, len(FORMATS)))


main()
