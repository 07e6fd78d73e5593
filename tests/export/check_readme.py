#!/usr/bin/env python3
"""The attributes that the README lists are those of GraphML, GEXF and CSV, all of them and no other."""
import csv
import os
import re
import sys
import tempfile
import xml.etree.ElementTree as ElementTree

from expected import HERE, check_equal, make_records, run_graph

README = os.path.join(HERE, "..", "..", "README.md")
ONLY_THERE = {"interaction"}  # Cytoscape's name for the relation
GRAPH = {"title", "view", "nodes_left_out"}  # attributes of the graph itself


def listed():
    with open(README, encoding="utf-8") as file:
        table = file.read().split("| attributes | meaning |")[1].split("\n\n")[0]
    return {name for row in table.split("\n") for name in re.findall("`([a-z_]+)`", row.split(" | ")[0])}


def names(folder, file, *arguments):
    path = os.path.join(folder, file)
    run_graph(sys.argv[1], os.path.join(folder, "r.jsonl"), *arguments, "-o", path)
    if file.endswith(".csv"):
        tables = [open(path[:-4] + ending, encoding="utf-8", newline="") for ending in ("-nodes.csv", "-edges.csv")]
        found = {name for table in tables for name in next(csv.reader(table))} - {"Id", "Source", "Target", "Type"}
        return {name.lower() for name in found}
    tree = ElementTree.parse(path).getroot()
    keys = [e.get("attr.name") or e.get("title") for e in tree.iter() if re.search("}(key|attribute)$", e.tag)]
    return set(keys) - ONLY_THERE - GRAPH


def main():
    with tempfile.TemporaryDirectory() as folder:
        make_records(os.path.join(folder, "r.jsonl"), "--entities", 8, "--claims", 20)
        merged, each = names(folder, "g.graphml"), names(folder, "g.graphml", "--edges", "each")
        check_equal("GraphML", merged | each, listed())
        check_equal("CSV", names(folder, "g.csv") | names(folder, "g.csv", "--edges", "each") - ONLY_THERE, listed())
        assert names(folder, "g.gexf") <= listed(), names(folder, "g.gexf") - listed()


main()
