#!/usr/bin/env python3
"""Seconds and memory of graphs, for people: records of made claims merged, to each format, and pictures.

usage: benchmark_graph.py PROGRAM [CLAIMS ...]   (100000)"""
import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
FORMATS = ("graphml", "gexf", "json", "csv", "dot", "cypher", "cyjs", "ftm.json")
CLAIMS_OF_DOCUMENT = 100
PICTURES = ((200, 260), (1000, 1500))  # nodes, claims


def make(path, *arguments):
    with open(path, "wb") as out:
        subprocess.run([sys.executable, os.path.join(HERE, "graph", "make_records.py"), *map(str, arguments)], stdout=out, check=True)


def measure(what, command):
    process = subprocess.Popen(command)
    _, status, usage = os.wait4(process.pid, 0)
    print("%-28s %6.2f s user %6.2f s system %7.0f MB%s" %
          (what, usage.ru_utime, usage.ru_stime, usage.ru_maxrss / 1024, "" if status == 0 else "  failed"), flush=True)


def main():
    program = os.path.abspath(sys.argv[1])
    graph = [program, "graph", "--quiet", "--from", "records"]
    with tempfile.TemporaryDirectory() as folder:
        for claims in map(int, sys.argv[2:] or ["100000"]):
            records = os.path.join(folder, "r.jsonl")
            make(records, "--documents", claims // CLAIMS_OF_DOCUMENT, "--entities", 60, "--claims", CLAIMS_OF_DOCUMENT, "--keys", "--spread")
            measure("%d claims merged" % claims, [program, "merge", "--quiet", records, "-o", os.path.join(folder, "m.jsonl")])
            for suffix in FORMATS:
                measure("%d claims to %s" % (claims, suffix), [*graph, records, "-o", os.path.join(folder, "g." + suffix)])
        for nodes, claims in PICTURES:
            make(records, "--entities", nodes, "--claims", claims)
            for more in ((), ("--limit-draw-lines", "100000")):
                measure("%d nodes to svg %s" % (nodes, "whole" if more else ""), [*graph, *more, records, "-o", os.path.join(folder, "g.svg")])


main()
