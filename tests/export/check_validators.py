#!/usr/bin/env python3
"""Every format of every worked example, in every view, grouping and theme, passes its validator and its other readers: GraphML's XSD, NetworkX
and igraph; GEXF's RELAX NG and NetworkX; the JSON Schemas; a CSV reader; Graphviz; for Cytoscape's and FollowTheMoney's JSON the schemas of
this project."""
import csv
import itertools
import json
import os
import subprocess
import sys
import tempfile
import warnings

from expected import XSD, check_equal, need, run_graph
from schemas import SOURCE, schema

networkx, igraph = need("networkx"), need("igraph")
warnings.simplefilter("ignore")
GRAPHS = os.path.join(SOURCE, "graphs")
VIEWS, GROUPINGS = ("network", "statements", "countries"), ("merged", "manner", "each")
SUFFIXES = ("dot", "graphml", "gexf", "json", "csv", "cypher", "cyjs")


def make_all(program, folder):
    """Writes each example with each combination; returns the stems of the files."""
    stems = []
    for name in sorted(name for name in os.listdir(GRAPHS) if name.endswith(".records.jsonl")):
        for number, (view, grouping, more) in enumerate(itertools.product(VIEWS, GROUPINGS, (False, True))):
            stem = os.path.join(folder, "%s-%s-%s-%d" % (name.split(".")[0], view, grouping, more))
            formats = [stem + "." + suffix for suffix in SUFFIXES] + ([stem + ".ftm.json"] if view != "statements" else [])
            run_graph(program, os.path.join(GRAPHS, name), "--view", view, "--edges", grouping, "--affiliations", "on" if more else "off",
                      "--topics", "off" if more and number % 4 == 1 else "on", "--theme", "dark" if more else "light",
                      "--gexf-version", "1.3" if more else "1.2", *[word for path in formats for word in ("-o", path)])
            stems.append(stem)
    return stems


def validate(paths, kind, *where):
    path = os.path.join(XSD, *where)
    if os.path.exists(path):
        done = subprocess.run(["xmllint", "--noout", "--nonet", kind, path, *paths], capture_output=True, text=True)
        check_equal("xmllint", (done.returncode, done.stderr[-300:] if done.returncode else ""), (0, ""))


def check_xml(stems):
    """Returns the sizes of the graphs to NetworkX."""
    validate([stem + ".graphml" for stem in stems], "--schema", "graphml", "graphml.xsd")
    validate([stem + ".gexf" for stem in stems if stem.endswith("1")], "--relaxng", "gexf-1.3", "gexf.rng")
    sizes = {}
    for stem in stems:
        graph = networkx.read_graphml(stem + ".graphml")
        sizes[stem] = graph.number_of_nodes(), graph.number_of_edges()
        other = igraph.Graph.Read_GraphML(stem + ".graphml")
        check_equal(stem + " to igraph", (other.vcount(), other.ecount()), sizes[stem])
        if stem.endswith("0"):
            graph = networkx.read_gexf(stem + ".gexf", version="1.2draft")
            check_equal(stem + ".gexf", (graph.number_of_nodes(), graph.number_of_edges()), sizes[stem])
    return sizes


def check_json(schemas, stem, size):
    with open(stem + ".json", encoding="utf-8") as file:
        data = json.load(file)
    schemas["graph"].validate(data)
    graph = networkx.node_link_graph(data)
    check_equal(stem + ".json", (graph.number_of_nodes(), graph.number_of_edges()), size)
    with open(stem + ".cyjs", encoding="utf-8") as file:
        data = json.load(file)
    schemas["cytoscape"].validate(data)
    check_equal(stem + ".cyjs", tuple(len(data["elements"][kind]) for kind in ("nodes", "edges")), size)
    if os.path.exists(stem + ".ftm.json"):
        with open(stem + ".ftm.json", encoding="utf-8") as file:
            for line in file:
                schemas["follow-the-money"].validate(json.loads(line))


def check_tables(stem, size):
    csv.field_size_limit(1 << 30)
    for kind, count in zip(("nodes", "edges"), size):
        with open("%s-%s.csv" % (stem, kind), encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file, strict=True))
        check_equal(stem + kind, len(rows) - 1, count)
        check_equal("columns of " + stem + kind, {len(row) for row in rows}, {len(rows[0])})


def check_dot(stems, sizes):
    program = 'BEG_G { printf("%d %d\\n", nNodes($G), nEdges($G)); }'
    done = subprocess.run(["gvpr", program, *[stem + ".dot" for stem in stems]], capture_output=True, text=True)
    check_equal("gvpr", (done.returncode, done.stderr[-300:]), (0, ""))
    check_equal("DOT", [tuple(map(int, line.split())) for line in done.stdout.split("\n") if line], [sizes[stem] for stem in stems])


def main():
    with tempfile.TemporaryDirectory() as folder:
        stems = make_all(sys.argv[1], folder)
        assert len(stems) >= 54, stems
        sizes = check_xml(stems)
        assert sum(edges for _, edges in sizes.values()) > 20 * len(stems), "too little to test anything"
        check_dot(stems, sizes)
        schemas = {name: schema(name) for name in ("graph", "cytoscape", "follow-the-money")}
        for stem in stems:
            check_json(schemas, stem, sizes[stem])
            check_tables(stem, sizes[stem])
    print("%d graphs in %d formats" % (len(stems), len(SUFFIXES)))


main()
