#!/usr/bin/env python3
"""Node-link JSON: valid by schemas/graph.schema.json and the same graph to NetworkX; Cytoscape's JSON and FollowTheMoney likewise."""
import json
import os
import sys
import tempfile

from expected import Network, check_equal, check_merged, claim_ids, make_records, need, numbers, run_graph
from schemas import schema

networkx = need("networkx")


def load(path):
    with open(path, encoding="utf-8") as file:
        return json.load(file)


def check_node_link(program, network, validator, records, folder):
    path = os.path.join(folder, "g.json")
    run_graph(program, records, "-o", path)
    data = load(path)
    validator.validate(data)
    graph = networkx.node_link_graph(data)
    check_equal("kind of graph", (graph.is_directed(), graph.is_multigraph()), (True, False))
    check_equal("labels", [a["label"] for _, a in graph.nodes(data=True)], [e["name"] for e in network.nodes])
    check_equal("aliases", [a["aliases"] for _, a in graph.nodes(data=True)], [e["aliases"] for e in network.nodes])
    number = numbers(graph.nodes)
    edges = [(number[s], number[t], a) for s, t, a in graph.edges(data=True)]
    check_merged(network, edges)
    pairs = network.merged()
    for source, target, attributes in edges:
        check_equal("claims", sorted(claim["id"] for claim in attributes["claims"]), claim_ids(pairs[source, target]))
        for claim in attributes["claims"]:
            check_claim(claim, pairs[source, target])
    run_graph(program, records, "--edges", "each", "-o", path)
    data = load(path)
    validator.validate(data)
    graph = networkx.node_link_graph(data)
    check_equal("multigraph", graph.is_multigraph(), True)
    check_equal("edges", graph.number_of_edges(), len(network.links))


def check_claim(claim, links):
    """The words and spans of a claim are those of its record."""
    record, made = next((link[3], link[4]) for link in links if "%s#%s" % (link[3]["id"], link[4]["id"]) == claim["id"])
    names = {entity["id"]: entity["name"] for entity in record["entities"]}
    check_equal("sentence", claim["sentence"], made["sentence"])
    check_equal("cue", claim["cue"], made["cue"])
    check_equal("content", claim["content"], made["content"])
    check_equal("sources", claim["sources"], [{"name": names[a["entity"]], "span": a["span"]} for a in made["sources"]])
    check_equal("citations", claim["citations"], made["citations"])
    check_equal("date", claim["date"], made["date"] or record["date"])


def check_statements(program, validator, records, folder):
    path = os.path.join(folder, "s.json")
    run_graph(program, records, "--view", "statements", "-o", path)
    data = load(path)
    validator.validate(data)
    claims = [node for node in data["nodes"] if node["type"] == "claim"]
    made = [c for line in open(records, encoding="utf-8", newline="\n").read().split("\n") if line for c in json.loads(line)["claims"]]
    check_equal("claims", len(claims), len(made))
    answers = [link for link in data["links"] if link["manner"] == "answer"]
    check_equal("answers", len(answers), sum(c["answers"] is not None for c in made))


def check_cytoscape(program, network, records, folder):
    path = os.path.join(folder, "g.cyjs")
    run_graph(program, records, "--edges", "each", "-o", path)
    data = load(path)
    check_equal("names", [n["data"]["name"] for n in data["elements"]["nodes"]], [e["name"] for e in network.nodes])
    number = numbers(n["data"]["id"] for n in data["elements"]["nodes"])
    got = sorted((number[e["data"]["source"]], number[e["data"]["target"]], e["data"]["interaction"]) for e in data["elements"]["edges"])
    check_equal("edges", got, sorted((s, t, c["relation"]) for s, t, _, _, c in network.links))


def check_follow_the_money(program, network, records, folder):
    path = os.path.join(folder, "g.ftm.json")
    run_graph(program, records, "-o", path)
    with open(path, encoding="utf-8", newline="\n") as file:
        entities = [json.loads(line) for line in file.read().split("\n") if line]
    by_id = {entity["id"]: entity for entity in entities}
    links = [entity for entity in entities if entity["schema"] == "UnknownLink"]
    check_equal("links", len(links), len(network.links))
    check_equal("ids are unique", len({link["id"] for link in links}), len(links))
    for link in links:
        for name in ("subject", "object", "proof"):
            assert all(identifier in by_id for identifier in link["properties"][name])
    names = {entity["properties"]["name"][0] for entity in entities if "name" in entity["properties"]}
    check_equal("names", names, {e["name"] for e in network.nodes})


def main():
    program, folder = sys.argv[1], tempfile.mkdtemp()
    records = os.path.join(folder, "r.jsonl")
    validator = schema("graph")
    rounds = int(os.environ.get("HEARSAY_ROUNDS", "4"))
    for arguments in [["--hostile", "--entities", 1600, "--claims", 600]] + [["--seed", s, "--entities", s % 40 + 1, "--claims", s % 60]
                                                                              for s in range(rounds)]:
        network = Network(make_records(records, *arguments))
        check_node_link(program, network, validator, records, folder)
        check_statements(program, validator, records, folder)
        check_cytoscape(program, network, records, folder)
        check_follow_the_money(program, network, records, folder)
    print("%d graphs" % (rounds + 1))


main()
