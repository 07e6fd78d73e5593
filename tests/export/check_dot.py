#!/usr/bin/env python3
"""DOT: to Graphviz's own parser the same graph, its names as they were; nothing in it that Gephi skips or takes wrongly."""
import os
import re
import shutil
import subprocess
import sys
import tempfile

from expected import Network, check_equal, make_records, numbers, run_graph, skip, xml_text

PROGRAM = r'''
N { printf("N\t%s\t%s\n", $.name, aget($, "name")); }
E { printf("E\t%s\t%s\t%s\t%s\n", $.tail.name, $.head.name, aget($, "manner"), aget($, "claims")); }
'''


def decode(text):
    """What Graphviz shows for an escString: escapes, then entities."""
    text = re.sub(r"\\(.)", lambda m: {"n": "\n"}.get(m.group(1), m.group(1)), text)
    return text.replace("&#13;", "\r").replace("&amp;", "&")


def read(path):
    text = subprocess.run(["gvpr", "-q", PROGRAM, path], capture_output=True, check=True).stdout.decode()
    rows = [line.split("\t") for line in text.split("\n") if line]
    # A tab in a name is a tab in the output.
    nodes = {row[1]: decode("\t".join(row[2:])) for row in rows if row[0] == "N"}
    number = numbers(nodes)
    edges = [(number[row[1]], number[row[2]], row[3], sorted(row[4].split("; "))) for row in rows if row[0] == "E"]
    return nodes, edges


def check_gephi(path):
    """Gephi skips node [..], edge [..] and graph [..] to the next brace, turns "#rrggbb" transparent, and no label is HTML-like."""
    with open(path, encoding="utf-8", newline="\n") as file:
        for line in file.read().split("\n"):
            assert not re.match(r"\s*(node|edge|graph)\s*\[", line), line
            bare = re.sub(r'"(\\.|[^"\\])*"', '""', line)
            assert not re.search(r"[^-]>|<", bare.replace("->", "--")), line
            assert not re.search(r'color="?#', line), line


def check_layout(program, records, path):
    """The layout is chosen by size, in a file as in a picture; Graphviz's own parser reads the choice."""
    for entities, claims, layout in ((8, 8, "dot"), (60, 10, "dot"), (30, 200, "sfdp"), (400, 500, "sfdp")):
        make_records(records, "--entities", entities, "--claims", claims)
        run_graph(program, records, "-o", path)
        made = subprocess.run(["gvpr", 'BEG_G { printf("%s", aget($G, "layout")); }', path], capture_output=True, check=True).stdout
        check_equal("layout of %d claims between %d" % (claims, entities), made.decode(), layout)


def main():
    program, folder = sys.argv[1], tempfile.mkdtemp()
    if not shutil.which("gvpr"):
        skip("graphviz is not installed")
    records, path = os.path.join(folder, "r.jsonl"), os.path.join(folder, "g.dot")
    rounds = int(os.environ.get("HEARSAY_ROUNDS", "4"))
    for arguments in [["--hostile", "--entities", 1600, "--claims", 2000]] + [["--seed", s, "--entities", s % 20 + 1, "--claims", s % 60]
                                                                              for s in range(rounds)]:
        network = Network(make_records(records, *arguments))
        run_graph(program, records, "-o", path)
        check_gephi(path)
        nodes, edges = read(path)
        check_equal("names", list(nodes.values()), [xml_text(e["name"]) for e in network.nodes])
        expected = {}
        for s, t, m, r, c in network.links:
            expected.setdefault((s, t, m), []).append(r["id"] + "#" + c["id"])
        check_equal("edges", sorted(edges), sorted((s, t, m, sorted(claims)) for (s, t, m), claims in expected.items()))
    check_layout(program, records, path)
    print("%d graphs" % (rounds + 1))


main()
