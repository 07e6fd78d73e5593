#!/usr/bin/env python3
"""No edge of the default GraphML, read by a program that merges parallel edges as Gephi does, attributes words to someone who did not say
them, or an accusation to someone whom it does not accuse. The same reading of the multigraph fails, which is why it is not the default."""
import collections
import os
import re
import sys
import tempfile

from expected import make_records, merge, need, run_graph, xml_text

networkx = need("networkx")
ACCUSED = re.compile(r"\b(accused|criticised|condemned|complained|described|charged|convicted|investigated|threatened)\b")


def read_merging(path):
    """What Gephi makes of a file: the weights of parallel edges add up, every other attribute is the last one's."""
    graph, edges = networkx.read_graphml(path), {}
    for source, target, attributes in graph.edges(data=True):
        before = edges.get((source, target), {"weight": 0})
        edges[source, target] = {**attributes, "weight": before["weight"] + attributes["weight"]}
    return dict(graph.nodes(data=True)), edges


class Claims:
    """Claims by their ids, and who said them about whom, by what a reader of the file knows of an actor: type and name, or key."""

    def __init__(self, records):
        self.claims, self.actors = {}, {}
        for record in records:
            for entity in record["entities"]:
                self.actors[record["id"], entity["id"]] = entity
            for claim in record["claims"]:
                self.claims["%s#%s" % (record["id"], claim["id"])] = (record["id"], claim)

    def actor_is(self, document, actor, node):
        entity = self.actors.get((document, actor["entity"]))
        if not entity:
            return False
        return node["key"] == xml_text(entity["key"]) if entity["key"] else \
            (node["type"], node["label"]) == (entity["type"], xml_text(entity["name"]))

    def answers(self, document, claim, node):
        """Whether a denial answers what the node said."""
        answered = self.claims.get("%s#%s" % (document, claim["answers"]), (None, {"sources": []}))[1]
        return claim["stance"] < 0 and any(self.actor_is(document, a, node) for a in answered["sources"])

    def wrongs(self, nodes, edges):
        """What the edges say that nobody said."""
        for (source, target), edge in edges.items():
            known = [self.claims[name] for name in edge["claims"].split("; ")] if edge.get("claims") else []
            if edge["weight"] != len(known):
                yield "the weight is not the number of the claims", edge
            for document, claim in known:
                roles = [a["role"] for a in claim["targets"] if self.actor_is(document, a, nodes[target])]
                if not any(self.actor_is(document, a, nodes[source]) for a in claim["sources"]):
                    yield "the source did not say it", edge
                if (not roles and not self.answers(document, claim, nodes[target])) or (claim["kind"] == "accusation" and "target" not in roles):
                    yield "it was not said of the target", edge
            yield from self.wrong_words(edge, known)

    def wrong_words(self, edge, known):
        kinds = collections.Counter(claim["kind"] for _, claim in known)
        if edge.get("accusations", kinds["accusation"]) != kinds["accusation"] or \
                bool(ACCUSED.search(edge.get("label", ""))) > bool(kinds["accusation"]):
            yield "it is no accusation", edge
        evidence = edge.get("evidence", edge.get("sentence", ""))
        for document, claim in known:
            if xml_text(claim["sentence"]["text"]).replace("\r", "\n") not in evidence.replace("\r", "\n"):
                yield "the sentence is missing", edge
        lines = re.findall(r"^(\S+#C\d+) ", edge.get("evidence", ""), re.M)
        if "evidence" in edge and sorted(lines) != sorted(edge["claims"].split("; ")):
            yield "the evidence is of other claims", edge


def main():
    program, multigraph_wrong = sys.argv[1], 0
    with tempfile.TemporaryDirectory() as folder:
        records, path = os.path.join(folder, "r.jsonl"), os.path.join(folder, "g.graphml")
        for arguments in (["--entities", 40, "--claims", 300], ["--documents", 6, "--entities", 25, "--claims", 60, "--keys"],
                          ["--hostile", "--entities", 200, "--claims", 600]):
            made = make_records(records, *arguments)
            claims = Claims(merge(program, records) if "--documents" in arguments else made)
            for more in ([], ["--min-weight", "2"], ["--kind", "accusation"], ["--topics", "off"]):
                run_graph(program, records, *more, "-o", path)
                wrong = list(claims.wrongs(*read_merging(path)))
                assert not wrong, (len(wrong), wrong[0])
            run_graph(program, records, "--edges", "each", "-o", path)
            multigraph_wrong += len(list(claims.wrongs(*read_merging(path))))
    assert multigraph_wrong > 100, "a reader that merges did no harm: this test could not fail"
    print("0 wrong edges; %d where the multigraph is read so" % multigraph_wrong)


main()
