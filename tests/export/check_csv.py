#!/usr/bin/env python3
"""CSV: Gephi's column names, every field back as it was, formulas as text."""
import csv
import os
import sys
import tempfile

from expected import Network, check_equal, check_merged, make_records, numbers, run_graph

FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def neutral(text):
    """A spreadsheet would run it: an apostrophe goes before."""
    return "'" + text if text.startswith(FORMULA) else text


def read(path):
    csv.field_size_limit(1 << 30)
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def main():
    program, folder = sys.argv[1], tempfile.mkdtemp()
    records, path = os.path.join(folder, "r.jsonl"), os.path.join(folder, "g.csv")
    for arguments in (["--hostile", "--entities", 1600, "--claims", 3000], ["--seed", 3, "--entities", 30, "--claims", 80]):
        network = Network(make_records(records, *arguments))
        run_graph(program, records, "-o", path)
        nodes, edges = read(path[:-4] + "-nodes.csv"), read(path[:-4] + "-edges.csv")
        check_equal("first columns of nodes", list(nodes[0])[:2], ["Id", "Label"])
        check_equal("first columns of edges", list(edges[0])[:6], ["Id", "Source", "Target", "Type", "Label", "Weight"])
        number = numbers(row["Id"] for row in nodes)
        check_equal("labels", [row["Label"] for row in nodes], [neutral(e["name"]) for e in network.nodes])
        check_equal("types of edges", {row["Type"] for row in edges}, {"Directed"})
        check_merged(network, [(number[row["Source"]], number[row["Target"]], {**row, "weight": row["Weight"]}) for row in edges])
        for row in nodes + edges:
            for name, field in row.items():
                if name not in ("x", "y"):  # numbers, which may be negative
                    assert not field.startswith(FORMULA), (name, field)


main()
