#!/usr/bin/env python3
"""GraphML and GEXF to graphology, the library of graphs for JavaScript: the same nodes, labels, edges and weights. Skipped where node or
graphology is missing; NODE_PATH says where modules lie that npm did not install globally."""
import json
import os
import shutil
import subprocess
import sys
import tempfile

from expected import Network, check_equal, check_merged, make_records, numbers, run_graph, skip, xml_text

SCRIPT = r"""
const fs = require('fs');
const { MultiGraph } = require('graphology');
const { DOMParser } = require('@xmldom/xmldom');
global.DOMParser = DOMParser;
const read = { graphml: require('graphology-graphml').parse, gexf: require('graphology-gexf').parse };
for (const path of process.argv.slice(1)) {
    const graph = read[path.split('.').pop()](MultiGraph, fs.readFileSync(path, 'utf8'), { addMissingNodes: false });
    const nodes = graph.mapNodes((key, attributes) => [key, attributes]);
    const edges = graph.mapEdges((key, attributes, source, target) => [key, source, target, attributes]);
    console.log(JSON.stringify({ nodes, edges }));
}
"""


def modules():
    """Environment in which node finds graphology."""
    if not shutil.which("node") or not shutil.which("npm"):
        skip("node is not installed")
    root = subprocess.run(["npm", "root", "-g"], capture_output=True, text=True).stdout.strip()
    environment = dict(os.environ, NODE_PATH=os.pathsep.join(filter(None, [os.environ.get("NODE_PATH"), root])))
    wanted = "for (const name of ['graphology', 'graphology-graphml', 'graphology-gexf', '@xmldom/xmldom']) require.resolve(name)"
    if subprocess.run(["node", "-e", wanted], env=environment, capture_output=True).returncode != 0:
        skip("graphology is not installed; npm install -g graphology graphology-graphml graphology-gexf @xmldom/xmldom")
    return environment


def main():
    program, environment = sys.argv[1], modules()
    rounds = int(os.environ.get("HEARSAY_ROUNDS", "20"))
    with tempfile.TemporaryDirectory() as folder:
        networks, paths = [], []
        for seed in range(rounds):
            records = os.path.join(folder, "r.jsonl")
            networks.append(Network(make_records(records, "--seed", seed, "--entities", seed % 30 + 1, "--claims", seed % 50,
                                                 *(["--hostile"] if seed % 4 == 0 else []))))
            paths += [os.path.join(folder, "%d.%s" % (seed, suffix)) for suffix in ("graphml", "gexf")]
            run_graph(program, records, "-o", paths[-2], "-o", paths[-1])
        done = subprocess.run(["node", "-e", SCRIPT, *paths], env=environment, capture_output=True, text=True)
        check_equal("node's exit", (done.returncode, done.stderr[:500]), (0, ""))
        graphs = [json.loads(line) for line in done.stdout.split("\n") if line]
        check_equal("graphs", len(graphs), len(paths))
        for network, merged, each in zip(networks, graphs[0::2], graphs[1::2]):
            for graph in (merged, each):
                # It trims what stands between tags.
                check_equal("labels", [a["label"].strip() for _, a in graph["nodes"]],
                            [xml_text(e["name"]).strip() for e in network.nodes])
            number = numbers(key for key, _ in merged["nodes"])
            check_merged(network, [(number[s], number[t], a) for _, s, t, a in merged["edges"]])
            check_equal("edges of GEXF", sorted((number[s], number[t], a["relation"], a["claims"]) for _, s, t, a in each["edges"]),
                        sorted((s, t, c["relation"], r["id"] + "#" + c["id"]) for s, t, _, r, c in network.links))
    print("%d graphs in two formats" % rounds)


main()
