"""What the graph of some records must be, worked out from the records alone and in another way than the program does; and helpers to run
the program. The semantics are those of src/graph/graph.h."""
import json
import os
import re
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, "..", "graph"), os.path.join(HERE, "..", "schemas")]
XSD = os.path.join(HERE, "..", "..", "..", "shared", "xsd")
ROLES = {"target": 0, "addressee": 1, "topic": 2}
NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def skip(why):
    print("skipped: " + why)
    sys.exit(77)


def need(module):
    """A second reader, or the test is skipped."""
    try:
        return __import__(module)
    except ImportError:
        skip("python3-%s is not installed" % module)


def make_records(path, *arguments):
    """Writes made records to `path` and returns them."""
    script = os.path.join(HERE, "..", "graph", "make_records.py")
    with open(path, "wb") as out:
        subprocess.run([sys.executable, script, *[str(argument) for argument in arguments]], stdout=out, check=True)
    with open(path, encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines.read().split("\n") if line]


def merge(program, path):
    """Merges the records at `path` in place and returns them: `graph` itself does so with several documents."""
    done = subprocess.run([program, "merge", path, "-o", path], capture_output=True)
    if done.returncode != 0:
        raise SystemExit("hearsay merge: exit %d: %s" % (done.returncode, done.stderr.decode()))
    with open(path, encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines.read().split("\n") if line]


def run_graph(program, records, *arguments):
    done = subprocess.run([program, "graph", "--quiet", "--from", "records", records, *arguments], capture_output=True)
    if done.returncode != 0:
        raise SystemExit("hearsay graph %s: exit %d: %s" % (" ".join(arguments), done.returncode, done.stderr.decode()))
    return done.stdout


def numbers(ids):
    """Opaque ids of nodes -> their places; each is one of its own."""
    ids = list(ids)
    assert all(re.fullmatch("n[0-9a-f]{16}", identifier) for identifier in ids), ids[:5]
    check_equal("ids, each once", len(set(ids)), len(ids))
    return {identifier: place for place, identifier in enumerate(ids)}


def node_numbers(program, records, *arguments):
    """The ids of the nodes -> their places, for formats that do not keep the order."""
    return numbers(node["id"] for node in json.loads(run_graph(program, records, *arguments, "--format", "json"))["nodes"])


def xml_text(text):
    """What is left of a text that went through XML."""
    return NOT_XML.sub("\ufffd", text)


def manner(claim, role):
    if role == "topic":
        return "topic"
    if role == "addressee":
        return "statement"
    if claim["kind"] == "accusation":
        return "accusation"
    return {-1: "denial", 0: "statement", 1: "support"}[claim["stance"]]


def answered(record, claim, sources, identity, kinds):
    """Whom a denial goes to that names nobody: those who made the claim that it answers, but for the sources themselves."""
    aimed = any(a["role"] == "target" and a["entity"] and kinds[a["entity"]] != "place" for a in claim["targets"])
    if not claim["answers"] or claim["kind"] != "statement" or claim["stance"] >= 0 or aimed:
        return []
    earlier = next(other for other in record["claims"] if other["id"] == claim["answers"])
    return [{"entity": a["entity"], "role": "target"} for a in earlier["sources"]
            if a["entity"] and identity(a["entity"]) not in sources]


class Network:
    """nodes: the entities that take part, in order; links: (source, target, manner, record, claim) with indices of nodes."""

    def __init__(self, records):
        keys, self.nodes, place = {}, [], {}
        for r, record in enumerate(records):
            for entity in record["entities"]:
                identity = ("key", entity["key"]) if entity["key"] else (r, entity["id"])
                keys[r, entity["id"]] = identity
                place.setdefault(identity, (len(place), entity))
        used, links = set(), []
        for r, record in enumerate(records):
            kinds = {entity["id"]: entity["type"] for entity in record["entities"]}
            for claim in record["claims"]:
                if claim["negated"] or claim["certainty"] == "hypothetical" or claim["confidence"] < 0.4:
                    continue
                sources = {keys[r, a["entity"]] for a in claim["sources"] if a["entity"] and kinds[a["entity"]] != "place"}
                targets = {}
                for actor in claim["targets"] + answered(record, claim, sources, lambda name: keys[r, name], kinds):
                    if not actor["entity"] or kinds[actor["entity"]] == "place":
                        continue
                    identity, role = keys[r, actor["entity"]], actor["role"]
                    if identity not in targets or ROLES[role] < ROLES[targets[identity]]:
                        targets[identity] = role
                used |= sources
                for identity, role in targets.items():
                    if claim["kind"] == "accusation" and role != "target":
                        continue
                    used.add(identity)
                    for source in sources:
                        if source != identity or (role != "topic" and len(sources) == 1):
                            links.append((source, identity, manner(claim, role), record, claim))
        order = sorted(used, key=lambda identity: place[identity][0])
        index = {identity: i for i, identity in enumerate(order)}
        self.nodes = [place[identity][1] for identity in order]
        self.links = [(index[s], index[t], m, record, claim) for s, t, m, record, claim in links]

    def merged(self):
        """(source, target) -> its links."""
        pairs = {}
        for link in self.links:
            pairs.setdefault((link[0], link[1]), []).append(link)
        return pairs


def claim_ids(links):
    return sorted("%s#%s" % (link[3]["id"], link[4]["id"]) for link in links)


def check_equal(what, got, expected):
    if got != expected:
        raise SystemExit("%s: got %r, expected %r" % (what, got, expected))


def check_merged(network, edges):
    """`edges`: (source, target, attributes) with numbers of nodes and attributes as GraphML names them."""
    pairs = network.merged()
    check_equal("pairs", sorted((s, t) for s, t, _ in edges), sorted(pairs))
    for source, target, attributes in edges:
        links = pairs[source, target]
        accusations = sum(link[4]["kind"] == "accusation" for link in links)
        where = "edge n%d -> n%d" % (source, target)
        check_equal(where + " weight", int(attributes["weight"]), len(links))
        check_equal(where + " accusations", int(attributes["accusations"]), accusations)
        check_equal(where + " statements", int(attributes["statements"]), len(links) - accusations)
        check_equal(where + " topics", int(attributes["topics"]), sum(link[2] == "topic" for link in links))
