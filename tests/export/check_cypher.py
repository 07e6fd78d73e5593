#!/usr/bin/env python3
"""Cypher: outside its string literals there is nothing but what the writer puts there, and the literals are the names as they were."""
import os
import re
import sys
import tempfile

from expected import Network, check_equal, make_records, node_numbers, run_graph

LITERAL = re.compile(r"'((?:[^'\\]|\\u00[0-9a-f]{2}|\\['\\])*)'")
MAP = r"\{(?:[a-z_]+: (?:S|-?[0-9.]+|true|false)(?:, )?)+\}"
NODES = re.compile(r"UNWIND \[\n%s(?:,\n%s)*\n\] AS row CREATE \(n:Actor:[A-Z][a-z]+\) SET n = row;\n" % (MAP, MAP))
ROW = r"\{source: S, target: S, properties: %s\}" % MAP
EDGES = re.compile(r"UNWIND \[\n%s(?:,\n%s)*\n\] AS row MATCH \(a:Actor \{id: row.source\}\), \(b:Actor \{id: row.target\}\) "
                   r"CREATE \(a\)-\[r:[A-Z_]+\]->\(b\) SET r = row.properties;\n" % (ROW, ROW))
HEAD = "CREATE INDEX actor_id IF NOT EXISTS FOR (n:Actor) ON (n.id);\nCALL db.awaitIndexes();\n"


def decode(literal):
    return re.sub(r"\\u([0-9a-f]{4})|\\(.)", lambda m: chr(int(m.group(1), 16)) if m.group(1) else m.group(2), literal)


def check_statements(text):
    """The whole file is the head and whole statements."""
    bare = LITERAL.sub("S", text)
    assert bare.startswith(HEAD), bare[:200]
    at = len(HEAD)
    while at < len(bare):
        statement = NODES.match(bare, at) or EDGES.match(bare, at)
        assert statement, bare[at:at + 500]
        at = statement.end()


def main():
    program, folder = sys.argv[1], tempfile.mkdtemp()
    records, path = os.path.join(folder, "r.jsonl"), os.path.join(folder, "g.cypher")
    for arguments in (["--hostile", "--entities", 1600, "--claims", 2500], ["--seed", 5, "--entities", 30, "--claims", 80]):
        network = Network(make_records(records, *arguments))
        run_graph(program, records, "-o", path)
        with open(path, encoding="utf-8", newline="\n") as file:
            text = file.read()
        check_statements(text)
        names = dict(re.findall(r"^\{id: '(n[0-9a-f]{16})', name: " + LITERAL.pattern, text, re.M))
        number = node_numbers(program, records)
        check_equal("names", [decode(names[identifier]) for identifier in number], [e["name"] for e in network.nodes])
        ends = re.findall(r"^\{source: '(n[0-9a-f]{16})', target: '(n[0-9a-f]{16})'", text, re.M)
        check_equal("edges", sorted((number[s], number[t]) for s, t in ends), sorted((s, t) for s, t, _ in {link[:3] for link in network.links}))


main()
