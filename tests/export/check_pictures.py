#!/usr/bin/env python3
"""Pictures: what stands in an SVG, that it cannot run or load anything, and that PNG and PDF are what they claim to be."""
import collections
import itertools
import json
import os
import re
import struct
import subprocess
import sys
import tempfile
import time
import urllib.parse
import xml.etree.ElementTree as ElementTree

from expected import Network, check_equal, make_records, node_numbers, run_graph, xml_text

SVG = "{http://www.w3.org/2000/svg}"
LINK = "{http://www.w3.org/1999/xlink}href"
ELEMENTS = {"svg", "g", "title", "desc", "style", "a", "path", "polygon", "polyline", "ellipse", "text"}
ALL_LINES = ("--limit-draw-lines", "100000")
SHAPES = {"person": "ellipse", "organisation": "path", "country": "polygon", "group": "ellipse"}


def groups(root, kind):
    return {g.get("id"): g for g in root.iter(SVG + "g") if kind in (g.get("class") or "").split() and "legend" not in g.get("class")}


def check_safe(root):
    """No script, no style from the input, links only to the web, nothing that runs."""
    for element in root.iter():
        name = element.tag.replace(SVG, "")
        assert name in ELEMENTS, name
        for attribute, value in element.attrib.items():
            assert not attribute.lower().startswith("on"), attribute
            if attribute == LINK:
                assert value.startswith(("http://", "https://")), value
            else:
                assert "javascript:" not in value.lower(), value
    check_equal("fonts", {text.get("font-family") for text in root.iter(SVG + "text")}, {"DejaVu Sans,Verdana,sans-serif"})
    check_equal("styles", len(list(root.iter(SVG + "style"))), 1)


def check_accessible(root, title):
    check_equal("role", root.get("role"), "img")
    ids = {element.get("id"): element for element in root.iter() if element.get("id")}
    name, description = root.get("aria-labelledby").split()
    check_equal("name", ids[name].text, xml_text(title))
    assert "nodes" in ids[description].text and "accusation" in ids[description].text


def words(element):
    """The text of a node, its lines joined, without white space."""
    return re.sub(r"\s", "", "".join("".join(text.itertext()) for text in element.iter(SVG + "text")))


def check_network(root, network, number, hostile):
    linked = {end for link in network.links for end in link[:2]}
    drawn = groups(root, "node")
    drawn = {number[name]: group for name, group in drawn.items() if name in number}
    check_equal("nodes", sorted(drawn), sorted(linked))
    for name, group in drawn.items():
        entity = network.nodes[name]
        title = group.find(SVG + "title").text
        assert title.startswith(xml_text(entity["name"])), (title, entity["name"])
        assert entity["type"] in group.get("class").split()
        shape = SHAPES[entity["type"]]
        assert next(group.iter(SVG + shape), None) is not None, (name, shape)
        if not hostile:
            check_equal("label", words(group), re.sub(r"\s", "", entity["name"]))
    lines = {}
    for link in network.links:
        lines.setdefault((link[0], link[1], link[2]), []).append(link)
    edges = {name: group for name, group in groups(root, "edge").items() if re.fullmatch(r"e[0-9a-f]{16}", name)}
    check_equal("lines", len(edges), len(lines))
    seen = sorted(c for group in edges.values() for c in group.get("class").split() if c not in ("edge", "hedged"))
    check_equal("manners", seen, sorted(m for _, _, m in lines))
    titles = "\n".join(group.find(SVG + "title").text for group in edges.values())
    for links in lines.values():
        for link in links[:10]:
            assert xml_text(link[4]["sentence"]["text"]) in titles, link[4]["sentence"]["text"]


def luminance(colour):
    """Relative luminance as WCAG 2.1 defines it."""
    names = {"white": "#ffffff", "black": "#000000"}
    channels = [int(names.get(colour, colour)[i:i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def check_contrast(root):
    """All words stand out from what they lie on at least by 4.5 to 1, the contrast that WCAG 2.1 asks of text."""
    paper = next(root.iter(SVG + "polygon")).get("fill")
    for kind in ("node", "edge"):
        for group in groups(root, kind).values():
            shapes = [s.get("fill") for s in group.iter() if s.tag in (SVG + "ellipse", SVG + "path", SVG + "polygon")]
            ground = shapes[0] if kind == "node" and shapes else paper
            for text in group.iter(SVG + "text"):
                low, high = sorted((luminance(text.get("fill") or "black"), luminance(ground)))
                assert (high + 0.05) / (low + 0.05) >= 4.5, (text.text, text.get("fill"), ground)


def check_no_colour(root):
    """Accusations, denials, support, statements and topics differ in more than colour: in dashes and arrowhead."""
    looks = {}
    for group in groups(root, "edge").values():
        manner = [c for c in group.get("class").split() if c in ("accusation", "denial", "support", "statement", "topic")]
        if not manner or "hedged" in group.get("class").split():
            continue
        path, heads = next(group.iter(SVG + "path")), list(group.iter(SVG + "polygon"))
        bars = len(list(group.iter(SVG + "polyline")))
        looks.setdefault(manner[0], set()).add((path.get("stroke-dasharray") or "", len(heads[0].get("points").split()), bars))
    check_equal("manners", len(looks), 5)
    for a in looks:
        for b in looks:
            assert a == b or not looks[a] & looks[b], (a, b, looks)


def shown(root):
    """All words of the picture."""
    return " ".join("".join(text.itertext()) for text in root.iter(SVG + "text"))


def manners(root):
    drawn = collections.Counter()
    for name, group in groups(root, "edge").items():
        if re.fullmatch("e[0-9a-f]{16}", name):
            drawn[next(c for c in group.get("class").split() if c not in ("edge", "hedged"))] += 1
    return drawn


def check_crowded(program, records, path):
    """Where there are too many lines, mentions go first, then the least important; the picture says how many, and names who is not in it."""
    network = Network(make_records(records, "--entities", 60, "--claims", 200))
    lines = collections.Counter(manner for _, _, manner in {link[:3] for link in network.links})
    run_graph(program, records, *ALL_LINES, "-o", path)
    check_equal("all lines", manners(ElementTree.parse(path).getroot()), lines)
    run_graph(program, records, "-o", path)
    mentions = lines.pop("topic")
    root = ElementTree.parse(path).getroot()
    check_equal("without mentions", manners(root), lines)
    assert "Left out for clarity: %d mentions." % mentions in shown(root), shown(root)[-300:]
    grave = lines["accusation"] + lines["denial"] + lines["support"]
    run_graph(program, records, "--limit-draw-lines", str(grave + 3), "-o", path)
    root = ElementTree.parse(path).getroot()
    lines["statement"], left_out = 3, lines["statement"] - 3
    check_equal("the gravest", manners(root), lines)
    assert "%d mentions, %d less important lines." % (mentions, left_out) in shown(root), shown(root)[-300:]
    assert "but not drawn: " in shown(root)
    check_crowded_claims(program, records, path)


def check_crowded_claims(program, records, path):
    """Where claims are nodes they go with all their lines: the answers and what they answer stay, then accusations."""
    graph = json.loads(run_graph(program, records, "--view", "statements", "--format", "json"))
    kinds = {node["id"]: node.get("kind") for node in graph["nodes"]}
    run_graph(program, records, "--view", "statements", "--limit-draw-lines", "60", "-o", path)
    root = ElementTree.parse(path).getroot()
    drawn = {name for name in groups(root, "node") if kinds.get(name)}
    assert 60 / 5 < len(drawn) < 60, len(drawn)
    check_equal("only accusations and answers", {kinds[name] for name in drawn if name not in answering(graph)}, {"accusation"})
    assert answering(graph) <= drawn
    linked = {link[end] for link in graph["links"] for end in ("source", "target")}
    left_out = sum(bool(kinds[name]) for name in linked) - len(drawn)
    assert "Left out for clarity: %d less important claims." % left_out in shown(root), (left_out, shown(root)[-300:])
    lines = [link for link in graph["links"] if {link["source"], link["target"]} & drawn]
    whole = [link for link in lines if all(end in drawn or not kinds[end] for end in (link["source"], link["target"]))]
    check_equal("all their lines", sum(manners(root).values()), len(whole))


def answering(graph):
    return {link[end] for link in graph["links"] if link["manner"] == "answer" for end in ("source", "target")}


def check_addresses(program, records, path):
    """A link leads to the web or nowhere."""
    for url, linked in (("https://example.org/?a=1&b=<2>", False), ("https://example.org/?a=1&b=2", True), ("javascript:alert(1)", False),
                        ("data:text/html,x", False), ("http://example.org/'", False), ("HTTPS:javascript", False)):
        made = make_records(records, "--entities", 6, "--claims", 9)[0]
        made["url"] = url
        with open(records, "w", encoding="utf-8") as file:
            file.write(json.dumps(made) + "\n")
        run_graph(program, records, "-o", path)
        root = ElementTree.parse(path).getroot()
        check_safe(root)
        links = {a.get(LINK) for a in root.iter(SVG + "a") if a.get(LINK)}
        check_equal("links to " + url, {link.partition("#:~:text=")[0] for link in links}, {url} if linked else set())
        for link in links:
            check_fragment(link.partition("#:~:text=")[2], made)


def check_fragment(fragment, record):
    """A link opens the document at a sentence: whole, or by the words it starts and ends with."""
    start, _, end = (urllib.parse.unquote(part, errors="strict") for part in fragment.partition(","))
    sentences = [claim["sentence"]["text"] for claim in record["claims"]]
    assert start and any(text.startswith(start) and text.endswith(end or start) for text in sentences), fragment
    assert not re.search("[^A-Za-z0-9%._,]", fragment), fragment


def check_references(program, records, path):
    """A line tells where the footnotes of its claims lead, each once."""
    made = make_records(records, "--entities", 6, "--claims", 9)[0]
    made["references"] = [{"label": "7", "url": "https://example.org/seven?a=1&b=2", "text": "Seven"},
                          {"label": "8", "url": None, "text": "The Eighth, page 8"}, {"label": "9", "url": None, "text": "unused"}]
    for claim in made["claims"]:
        claim["citations"] = ["7", "8", "unknown"]
    with open(records, "w", encoding="utf-8") as file:
        file.write(json.dumps(made) + "\n")
    run_graph(program, records, "-o", path)
    edges = groups(ElementTree.parse(path).getroot(), "edge").values()
    assert edges
    for edge in edges:
        notes = [line for line in edge.find(SVG + "title").text.split("\n") if line.startswith("[")]
        check_equal("notes", notes, ["[7] https://example.org/seven?a=1&b=2", "[8] The Eighth, page 8"])


def check_empty(program, records, path):
    """A picture of nothing says that there is nothing, and why."""
    made = make_records(records, "--entities", 3, "--claims", 1)[0]
    for warnings in ([], ["the text is German, not English: it is not read"]):
        made.update(claims=[], entities=[], affiliations=[], warnings=warnings)
        with open(records, "w", encoding="utf-8") as file:
            file.write(json.dumps(made) + "\n")
        run_graph(program, records, "-o", path)
        text = shown(ElementTree.parse(path).getroot())
        assert "No statement or accusation to draw was found." in text, text
        check_equal("why", "German" in text, bool(warnings))


def check_png(path):
    with open(path, "rb") as file:
        data = file.read()
    check_equal("PNG", data[:8], b"\x89PNG\r\n\x1a\n")
    width, height = struct.unpack(">II", data[16:24])
    assert 200 < width <= 10000 and 100 < height <= 10000, (width, height)


def main():
    program, folder = sys.argv[1], tempfile.mkdtemp()
    records, path = os.path.join(folder, "r.jsonl"), os.path.join(folder, "g.svg")
    for arguments in (["--seed", 1, "--entities", 14, "--claims", 30], ["--seed", 2, "--entities", 60, "--claims", 90],
                      ["--hostile", "--entities", 1575, "--claims", 300]):
        hostile = "--hostile" in arguments
        made = make_records(records, *arguments)
        network = Network(made)
        for theme in ("light", "dark"):
            run_graph(program, records, "--theme", theme, "--layout", "sfdp" if hostile else "auto", *ALL_LINES, "-o", path)
            root = ElementTree.parse(path).getroot()
            check_safe(root)
            check_accessible(root, made[0]["title"])
            check_network(root, network, node_numbers(program, records), hostile)
    make_records(records, "--entities", 40, "--claims", 200)
    run_graph(program, records, *ALL_LINES, "-o", path)
    check_no_colour(ElementTree.parse(path).getroot())
    make_records(records, "--seed", 1, "--entities", 14, "--claims", 30)
    for view, theme in itertools.product(("network", "statements", "countries"), ("light", "dark")):
        run_graph(program, records, "--view", view, "--theme", theme, "--affiliations", "on", "-o", path)
        check_safe(ElementTree.parse(path).getroot())
        check_contrast(ElementTree.parse(path).getroot())
    run_graph(program, records, "-o", folder + "/g.png", "-o", folder + "/g.pdf")
    check_png(folder + "/g.png")
    first = open(folder + "/g.pdf", "rb").read()
    assert first.startswith(b"%PDF-") and first.rstrip().endswith(b"%%EOF")
    time.sleep(1.1)  # a PDF's date counts seconds
    run_graph(program, records, "-o", folder + "/g.pdf")
    check_equal("PDF again", open(folder + "/g.pdf", "rb").read(), first)
    check_crowded(program, records, path)
    check_addresses(program, records, path)
    check_references(program, records, path)
    check_empty(program, records, path)
    # A picture of too many nodes is one of the most important, and says so.
    make_records(records, "--seed", 1, "--entities", 14, "--claims", 30)
    run_graph(program, records, "--limit-draw-nodes", "5", "-o", path)
    root = ElementTree.parse(path).getroot()
    assert len([n for n in groups(root, "node") if re.fullmatch(r"n[0-9a-f]{16}", n)]) <= 5
    assert "5 most important of" in shown(root)
    # Nothing is left where drawing takes too long.
    make_records(records, "--entities", 3000, "--claims", 9000)
    done = subprocess.run([program, "graph", "--from", "records", "--quiet", records, "--layout", "dot", "--limit-draw-seconds", "1",
                           "--limit-draw-nodes", "3000", *ALL_LINES, "-o", folder + "/late.svg"], capture_output=True)
    check_equal("exit", done.returncode, 3)
    assert b"too long" in done.stderr and not os.path.exists(folder + "/late.svg"), done.stderr


main()
