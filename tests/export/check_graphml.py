#!/usr/bin/env python3
"""GraphML: valid by the XSD, and the same graph to NetworkX and igraph, whatever its names are."""
import os
import subprocess
import sys
import tempfile
import warnings

from expected import NOT_XML, XSD, Network, check_equal, check_merged, claim_ids, make_records, merge, need, numbers, run_graph, xml_text

networkx = need("networkx")
igraph = need("igraph")
warnings.simplefilter("ignore")
GEPHI_NODES = {"label": str, "x": float, "y": float, "size": float, "r": int, "g": int, "b": int}
GEPHI_EDGES = {"label": str, "weight": int, "r": int, "g": int, "b": int}


def check_schema(path):
    schema = os.path.join(XSD, "graphml", "graphml.xsd")
    if os.path.exists(schema):
        subprocess.run(["xmllint", "--noout", "--nonet", "--schema", schema, path], check=True, stderr=subprocess.DEVNULL)


def check_gephi(graph):
    """The keys that Gephi's reader knows, with the types it expects; names unique without regard to case; no parallel edges; no weight 0."""
    for _, attributes in graph.nodes(data=True):
        for name, kind in GEPHI_NODES.items():
            check_equal("type of " + name, type(attributes[name]), kind)
    seen = set()
    for source, target, attributes in graph.edges(data=True):
        for name, kind in GEPHI_EDGES.items():
            if name != "label" or attributes["manner"] != "affiliation":  # its role, if the text gives one
                check_equal("type of " + name, type(attributes[name]), kind)
        assert attributes["weight"] > 0 and (source, target) not in seen
        seen.add((source, target))
    for names in [{n for _, a in graph.nodes(data=True) for n in a}, {n for _, _, a in graph.edges(data=True) for n in a}]:
        check_equal("names without case", len({name.lower() for name in names}), len(names))
        assert all(name.replace("_", "").isalnum() for name in names), names


def check_words(network, graph):
    """No edge gives words to one who did not say them: its claims and its evidence are those of its source, and who only reported a claim
    is named as its reporter."""
    pairs, number = network.merged(), numbers(graph.nodes)
    for source, target, attributes in graph.edges(data=True):
        links = pairs[number[source], number[target]]
        check_equal("claims", sorted(attributes["claims"].split("; ")), claim_ids(links))
        lines = attributes["evidence"].split("\n")
        for link in links:
            name = xml_text(network.nodes[number[source]]["name"])
            mine = "%s#%s " % (link[3]["id"], link[4]["id"])
            assert any(line.startswith(mine) for line in lines), (mine, lines)
            names = {e["id"]: xml_text(e["name"]) for e in link[3]["entities"]}
            assert name in [names[s["entity"]] for s in link[4]["sources"] if s["entity"]] or network.nodes[number[source]]["key"]
            if link[4]["within"]:
                assert mine + "" in attributes["evidence"] and ", as reported by " in attributes["evidence"]


def check_networkx(network, path):
    graph = networkx.read_graphml(path)
    check_equal("kind of graph", (graph.is_directed(), graph.is_multigraph()), (True, False))
    number = numbers(graph.nodes)
    for (name, attributes), entity in zip(graph.nodes(data=True), network.nodes):
        check_equal("label of " + name, attributes["label"], xml_text(entity["name"]))
        check_equal("type of " + name, attributes["type"], entity["type"])
    check_merged(network, [(number[s], number[t], a) for s, t, a in graph.edges(data=True)])
    check_gephi(graph)
    return graph


def check_igraph(network, path):
    graph = igraph.Graph.Read_GraphML(path)
    check_equal("directed", graph.is_directed(), True)
    check_equal("labels", graph.vs["label"], [xml_text(e["name"]) for e in network.nodes])
    numbers(graph.vs["id"])
    check_merged(network, [(e.source, e.target, e.attributes()) for e in graph.es])


def check_each(program, network, records, path):
    """The multigraph: one edge for each claim between two."""
    run_graph(program, records, "--edges", "each", "-o", path)
    check_schema(path)
    graph = networkx.read_graphml(path)
    number = numbers(graph.nodes)
    got = sorted((number[s], number[t], a["manner"], a["claims"], xml_text(a["sentence"])) for s, t, a in graph.edges(data=True))
    expected = sorted((s, t, m, r["id"] + "#" + c["id"], xml_text(c["sentence"]["text"])) for s, t, m, r, c in network.links)
    check_equal("edges", got, expected)
    for _, _, attributes in graph.edges(data=True):
        check_equal("interaction", attributes["interaction"], attributes["relation"])


def main():
    program, folder = sys.argv[1], tempfile.mkdtemp()
    records, path = os.path.join(folder, "r.jsonl"), os.path.join(folder, "g.graphml")
    rounds = int(os.environ.get("HEARSAY_ROUNDS", "4"))
    hostile = [["--hostile", "--entities", 1600, "--claims", 3000, "--seed", 1]]
    joined = [["--documents", 5, "--entities", 30, "--claims", 40]]
    for arguments in hostile + joined + [["--seed", seed, "--entities", seed % 40 + 1, "--claims", seed % 60] for seed in range(rounds)]:
        made = make_records(records, *arguments)
        network = Network(merge(program, records) if arguments in joined else made)
        run_graph(program, records, "-o", path)
        check_schema(path)
        check_words(network, check_networkx(network, path))
        if not any("\r" in e["name"] or NOT_XML.search(e["name"]) for e in network.nodes) or arguments in hostile:
            check_igraph(network, path)
        check_each(program, network, records, path)
        run_graph(program, records, "--affiliations", "on", "-o", path)
        check_schema(path)
        check_gephi(networkx.read_graphml(path))
    print("%d graphs" % (rounds + 2))


main()
