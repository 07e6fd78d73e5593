#!/usr/bin/env python3
"""HTML without a browser: the page's policy allows its own script and style and nothing else, its graph is the records' and follows
schemas/page.schema.json, no name ends the element it stands in, and the same records give the same bytes."""
import base64
import copy
import hashlib
import html.parser
import json
import os
import re
import sys
import tempfile

from expected import HERE, Network, check_equal, make_records, merge, need, run_graph

SCHEMA = os.path.join(HERE, "..", "..", "schemas", "page.schema.json")
EMPTY = {"meta", "link", "input", "br"}


class Page(html.parser.HTMLParser):
    """The elements of a page in order, with the texts of scripts, style sheets and the title."""

    def __init__(self, text):
        super().__init__(convert_charrefs=True)
        self.elements, self.open, self.texts = [], [], {}
        self.feed(text)
        self.close()
        check_equal("open elements", self.open, [])

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes)))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_endtag(self, tag):
        check_equal("closed element", self.open.pop(), tag)

    def handle_data(self, data):
        if self.open and self.open[-1] in ("script", "style", "title"):
            tag, attributes = self.elements[-1]
            self.texts[attributes.get("id", tag)] = self.texts.get(attributes.get("id", tag), "") + data

    def all(self, tag):
        return [attributes for name, attributes in self.elements if name == tag]


def csp_hash(text):
    return "'sha256-%s'" % base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()


def check_policy(page):
    policies = [meta["content"] for meta in page.all("meta") if meta.get("http-equiv") == "Content-Security-Policy"]
    check_equal("policies", len(policies), 1)
    check_equal("policy", dict(part.strip().split(" ", 1) for part in policies[0].split(";")), {
        "default-src": "'none'", "script-src": csp_hash(page.texts["script"]), "style-src": csp_hash(page.texts["style"]),
        "img-src": "data:", "base-uri": "'none'", "form-action": "'none'"})


def check_alone(page):
    """Nothing is loaded, and no attribute runs or styles anything: the policy would refuse it."""
    check_equal("scripts", [s.get("type") for s in page.all("script")], ["application/json", None])
    for tag, attributes in page.elements:
        assert not [name for name in attributes if name.startswith("on") or name == "style"], (tag, attributes)
        assert "src" not in attributes and attributes.get("href", "data:").startswith("data:"), (tag, attributes)
    labelled = {attributes["id"] for _, attributes in page.elements if "id" in attributes}
    for _, attributes in page.elements:
        for name in ("aria-labelledby", "aria-controls", "aria-describedby"):
            assert attributes.get(name) in labelled | {None, "keys-title"}, attributes


def read_page(path):
    with open(path, encoding="utf-8", newline="") as file:
        text = file.read()
    page = Page(text)
    check_policy(page)
    check_alone(page)
    assert "<" not in page.texts["data"]
    return page, json.loads(page.texts["data"])


def check_network(graph, network):
    check_equal("names", [node["label"] for node in graph["nodes"]], [node["name"] for node in network.nodes])
    manners = [manner["name"] for manner in graph["manners"]]
    got = sorted((s, t, manners[m], graph["claims"][c]["id"]) for s, t, m, c in graph["links"])
    check_equal("links", got, sorted((s, t, m, "%s#%s" % (r["id"], c["id"])) for s, t, m, r, c in network.links))


def check_words(graph, records):
    """Each claim has its sentence, and its spans are those of the record."""
    claims = {"%s#%s" % (record["id"], claim["id"]): claim for record in records for claim in record["claims"]}
    for got in graph["claims"]:
        claim = claims[got["id"]]
        _, start, text = graph["sentences"][got["sentence"]]
        check_equal("sentence", (start, text), (claim["sentence"]["span"][0], claim["sentence"]["text"]))
        check_equal("relation", graph["relations"][got["relation"]]["name"], claim["relation"])
        check_equal("cue", got["cue"], claim["cue"]["span"])
        check_equal("sources", [s[1:] for s in got.get("sources", [])], [s["span"] for s in claim["sources"]])
        check_equal("targets", [t[1:] for t in got.get("targets", [])], [t["span"] + [t["role"]] for t in claim["targets"]])


def check_article(program, path):
    """Of a real text: claims share their sentences, and marked words are where the spans say."""
    run_graph(program, os.path.join(HERE, "..", "..", "graphs", "nord-stream.txt"), "--from", "text", "-o", path)
    _, graph = read_page(path)
    places = [(document, start) for document, start, _ in graph["sentences"]]
    check_equal("sentences, each once", len(set(places)), len(places))
    assert len(places) < len(graph["claims"]), "no two claims share a sentence"
    verbs = set()
    for claim in graph["claims"]:
        _, start, text = graph["sentences"][claim["sentence"]]
        verbs.add(text[claim["cue"][0] - start:claim["cue"][1] - start])
    assert {"said", "denied"} <= verbs, verbs


def check_schema(graph, validator):
    validator.validate(graph)
    for part in ("nodes", "claims", "documents"):
        for key in list(graph[part][0]) + ["more"]:
            broken = copy.deepcopy(graph)
            broken[part][0][key] = {"wrong": True}
            assert not validator.is_valid(broken), (part, key)


def check_large(program, records, path):
    """Of more names than a browser can show, the page has the most important ones, and says how many others there are."""
    count, most = 20500, 20000
    text = "A accused B."
    entities = [{"id": "E%d" % i, "key": None, "type": "person", "name": "Name %d" % i, "aliases": [], "country": None,
                 "country_name": None, "ids": {}, "mentions": [[0, 1]]} for i in range(1, count + 1)]
    claims = [{"id": "C%d" % i, "kind": "accusation", "relation": "accuse", "cameo": "112", "stance": -1,
               "sources": [{"entity": "E%d" % (i + 1), "span": [0, 1]}], "cue": {"span": [2, 9], "text": "accused"},
               "targets": [{"entity": "E%d" % (i // 2 + 1), "span": [10, 11], "role": "target"}], "content": None, "quote": "none",
               "negated": False, "certainty": "asserted", "depth": 0, "within": None, "answers": None, "date": None, "citations": [],
               "citations_before": [], "sentence": {"span": [0, len(text)], "text": text}, "rule": "made", "confidence": 0.9}
              for i in range(1, count)]
    with open(records, "w", encoding="utf-8") as file:
        json.dump({"hearsay": "1", "id": "large", "title": None, "url": None, "date": None, "language": "en", "length": len(text),
                   "text_sha256": "0" * 64, "model": "made", "warnings": [], "entities": entities, "affiliations": [], "claims": claims}, file)
    run_graph(program, records, "-o", path)
    _, graph = read_page(path)
    check_equal("names", (len(graph["nodes"]), graph["nodes_left_out"]), (most, count - most))
    check_equal("the one whom most accuse", graph["nodes"][0]["label"], "Name 1")


def main():
    program, folder = sys.argv[1], tempfile.mkdtemp()
    jsonschema = need("jsonschema")
    with open(SCHEMA, encoding="utf-8") as file:
        validator = jsonschema.Draft202012Validator(json.load(file))
    records, path = os.path.join(folder, "r.jsonl"), os.path.join(folder, "g.html")
    for arguments in (["--seed", 1, "--entities", 14, "--claims", 30], ["--documents", 6, "--entities", 30, "--claims", 40, "--keys"],
                      ["--hostile", "--entities", 1575, "--claims", 300]):
        make_records(records, *arguments)
        made = merge(program, records)
        for view in ("network", "statements", "countries"):
            run_graph(program, records, "--view", view, "--affiliations", "on", "-o", path)
            page, graph = read_page(path)
            check_schema(graph, validator)
            check_words(graph, made)
        run_graph(program, records, "-o", path)
        page, graph = read_page(path)
        check_network(graph, Network(made))
        first = open(path, "rb").read()
        run_graph(program, records, "-o", path)
        check_equal("again", open(path, "rb").read() == first, True)
    check_article(program, path)
    check_large(program, records + "-large", path)
    # The colours of both themes stand there, and the theme that was asked for.
    run_graph(program, records, "--theme", "dark", "-o", path)  # the hostile ones
    page, _ = read_page(path)
    check_equal("theme", page.all("html")[0]["data-theme"], "dark")
    colours = re.findall(r"--accusation-line:(#[0-9a-f]{6})", page.texts["style"])
    assert len(colours) == 2 and colours[0] != colours[1], colours


main()
