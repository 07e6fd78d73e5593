#!/usr/bin/env python3
"""The HTML viewer in Chromium, opened from a file: a reader searches, filters, clicks a line and reads the evidence, works with keys alone,
saves the drawing; hostile names stand there as text. Screenshots are left in the build folder. With HEARSAY_LONG set, it also measures
how fast a page of 10,000 nodes and 20,000 lines answers."""
import base64
import hashlib
import json
import os
import random
import re
import sys
import tempfile
import time
import urllib.parse
import xml.etree.ElementTree as ElementTree

from browser import Browser
from expected import check_equal, run_graph
import hostile  # of tests/graph, where expected looks

SVG = "{http://www.w3.org/2000/svg}"
RELATIONS = {"say": ("010", "statement", 0), "accuse": ("112", "accusation", -1), "deny": ("016", "statement", -1), "praise": ("051", "statement", 1),
             "criticise": ("111", "accusation", -1)}
ENTITIES = [("person", "Zoë Almström"), ("person", "Karl Weber"), ("organisation", "Harbour Board"), ("country", "Norland"),
            ("group", "fishermen"), ("person", "Ada Quist")]

# Words in brackets: source {s:..}, cue {c:..}, target {t:..}; then entities of sources and targets, relation and what differs.
STORY = [
    ("{s:Zoë Almström} {c:accused} {t:the Harbour Board} of selling the quay 🐟 for a song.", [0], [(2, "target")], "accuse",
     {"date": "2024-03-01", "citations": ["7", "8"]}),
    ("{s:The board} {c:denied} what {t:Almström} had said.", [2], [(0, "target")], "deny", {"date": "2024-03-04", "answers": "C1"}),
    ("{s:Karl Weber} {c:criticised} {t:Norland} for its silence.", [1], [(3, "target")], "criticise", {"date": "2024-03-09"}),
    ("{s:Weber} {c:praised} {t:the fishermen}.", [1], [(4, "target")], "praise", {"date": "2024-03-09", "certainty": "alleged"}),
    ("{s:Weber} reportedly {c:accused} {t:Almström} as well.", [1], [(0, "target")], "accuse", {"date": "2024-03", "confidence": 0.5}),
    ("{s:Ada Quist} {c:said} that the fish were fine.", [5], [], "say", {}),
]


def read_marks(marked):
    """The text without brackets, and the spans of each kind in it."""
    text, spans = "", {"s": [], "c": [], "t": []}
    for piece in re.split(r"(\{\w:[^}]*\})", marked):
        found = re.fullmatch(r"\{(\w):([^}]*)\}", piece)
        words = found.group(2) if found else piece
        if found:
            spans[found.group(1)].append([len(text), len(text) + len(words)])
        text += words
    return text, spans


def make_claim(number, start, marked, sources, targets, relation, differs):
    text, spans = read_marks(marked)
    cameo, kind, stance = RELATIONS[relation]

    def shifted(span):
        return [span[0] + start, span[1] + start]
    claim = {"id": "C%d" % number, "kind": kind, "relation": relation, "cameo": cameo, "stance": stance,
             "sources": [{"entity": "E%d" % (e + 1), "span": shifted(s)} for e, s in zip(sources, spans["s"])],
             "cue": {"span": shifted(spans["c"][0]), "text": text[slice(*spans["c"][0])]},
             "targets": [{"entity": "E%d" % (e + 1), "span": shifted(s), "role": role} for (e, role), s in zip(targets, spans["t"])],
             "content": None, "quote": "none", "negated": False, "certainty": "asserted", "depth": 0, "within": None, "answers": None,
             "date": None, "citations": [], "citations_before": [], "sentence": {"span": [start, start + len(text)], "text": text},
             "rule": "made", "confidence": 0.9}
    claim.update(differs)
    return claim


def make_record(name, story, entities, url=None):
    claims, start = [], 0
    for number, item in enumerate(story, 1):
        claims.append(make_claim(number, start, *item))
        start = claims[-1]["sentence"]["span"][1] + 1
    return {"hearsay": "1", "id": name, "title": "The quay <of> " + name, "url": url, "date": "2024-03-10", "language": "en",
            "length": start, "text_sha256": "0" * 64, "model": "made", "warnings": [],
            "entities": [{"id": "E%d" % i, "key": None, "type": kind, "name": label, "aliases": [], "country": None, "country_name": None,
                          "ids": {}, "mentions": [[0, 1]]} for i, (kind, label) in enumerate(entities, 1)],
            "affiliations": [], "claims": claims}


def write_records(path, records):
    with open(path, "w", encoding="utf-8") as file:
        for record in records:
            file.write(json.dumps(record, ensure_ascii=False) + "\n")


class Saved:
    """A drawing as the page saves it."""

    def __init__(self, browser):
        self.root = ElementTree.fromstring(browser.save_svg())
        for element in self.root.iter():
            check_equal("namespace", element.tag.startswith(SVG), True)
            assert element.tag != SVG + "script", "a script in the SVG file"
            assert not [name for name in element.attrib if name.startswith("on") or name.endswith("href")], element.attrib

    def groups(self, kind):
        return [group for group in self.root.iter(SVG + "g") if kind in group.get("class").split()]

    def names(self):
        return " ".join("".join(text.itertext()) for text in self.root.iter(SVG + "text"))

    def node(self, label):
        """The middle of a node's mark."""
        group = next(group for group in self.groups("node") if group.find(SVG + "title").text.startswith(label))
        points = absolute_points(group.find(SVG + "path").get("d"))
        return sum(x for x, _ in points) / len(points), sum(y for _, y in points) / len(points)

    def middle(self, manner):
        """The middle of the first line of a manner."""
        path = next(path for path in self.groups(manner)[0].iter(SVG + "path") if path.get("fill") == "none")
        points = absolute_points(path.get("d"))
        (x0, y0), (x1, y1) = points[0], points[-1]
        cx, cy = points[1] if len(points) == 3 else ((x0 + x1) / 2, (y0 + y1) / 2)
        return (x0 + 2 * cx + x1) / 4, (y0 + 2 * cy + y1) / 4


def absolute_points(data):
    """The points of M, L and Q; of a circle drawn as two arcs the two ends of its diameter."""
    numbers = [float(number) for number in re.findall(r"-?\d+(?:\.\d+)?", data)]
    if "a" in data and "v" not in data:
        x, y, across = numbers[0], numbers[1], numbers[7]
        return [(x, y), (x + across, y)]
    if "v" in data:  # a rounded square: its upper left corner, its side and its corners' radius
        x, y, side, radius = numbers[0], numbers[1], numbers[2], numbers[3]
        return [(x + side / 2, y + side / 2 + radius)]
    return list(zip(numbers[0::2], numbers[1::2]))


def check_opening(browser):
    check_equal("heading", browser.text("h1"), "The quay <of> harbour")
    check_equal("title", browser.driver.title, "The quay <of> harbour")
    check_equal("count", browser.text("#count"), "Drawn: 5 of 6 names, 5 of 6 claims.")
    saved = Saved(browser)
    check_equal("lines", sorted(group.get("class") for group in saved.groups("edge")),
                ["edge accusation", "edge accusation", "edge accusation hedged", "edge denial", "edge support hedged"])
    for name in ("Zoë Almström", "Harbour Board", "Norland"):
        assert name in saved.names(), saved.names()
    assert "Ada Quist" not in saved.names()
    legend = [text.text for text in saved.root.iter(SVG + "text") if text.get("class") == "frame"]
    check_equal("title and legend", legend, ["The quay <of> harbour", "person", "organisation", "country", "group, unnamed", "accuses",
                                             "denies, rejects", "supports", "dashed: alleged or unsure", legend[-1]])
    assert legend[-1].startswith("Source: The quay <of> harbour (2024-03-10). Found by hearsay"), legend[-1]
    return saved


def check_search(browser):
    from selenium.webdriver.common.keys import Keys
    browser.find("#search").send_keys("almstrom")
    check_equal("found", browser.texts("#search-results [role=option]")[0], "Zoë Almström person")
    browser.keys(Keys.ENTER)
    check_equal("details", browser.text("#details h2"), "Zoë Almström")
    assert "#node=n" in browser.driver.current_url, browser.driver.current_url
    check_equal("told", browser.text("#status"), "Zoë Almström, person, 3 lines")
    # A sentence, by words of it.
    browser.find("#search").clear()
    browser.find("#search").send_keys("fish fine")
    browser.keys(Keys.ENTER)
    check_equal("said by nobody linked", browser.text("#details .chosen blockquote"), "Ada Quist said that the fish were fine.")
    browser.find("#search").clear()
    browser.find("#search").send_keys("nobody at all")
    check_equal("nothing", browser.texts("#search-results li"), ["Nothing found"])
    browser.keys(Keys.ESCAPE)


def check_evidence(browser, saved):
    browser.point(*saved.middle("accusation")).click().perform()
    cards = browser.texts("#details .claim")
    check_equal("claims", len(cards), 1)
    sentence = browser.text("#details blockquote")
    story = {read_marks(item[0])[0]: item for item in STORY}
    assert sentence in story, sentence
    return sentence


def check_marks(browser):
    """Words are marked by code points: a fish beyond the 16 bits of JavaScript stands before none of them, but within the sentence."""
    browser.open(browser.page, "#claim=harbour%23C1")
    check_equal("title of the line", browser.text("#details h2"), "Zoë Almström → Harbour Board")
    check_equal("source", browser.texts("#details blockquote .source"), ["Zoë Almström"])
    check_equal("cue", browser.texts("#details blockquote .cue"), ["accused"])
    check_equal("target", browser.texts("#details blockquote .target"), ["the Harbour Board"])
    check_equal("footnotes", browser.texts("#details .citation"), ["[7]", "[8]"])
    check_equal("date", browser.texts("#details .badge"), ["2024-03-01"])
    check_equal("headline", browser.text("#details .headline"), "Zoë Almström accused Harbour Board")
    address, _, fragment = browser.find("#details .origin a").get_attribute("href").partition("#:~:text=")
    first, last = (urllib.parse.unquote(part) for part in fragment.split(","))
    sentence = browser.text("#details blockquote")
    check_equal("link", address, "https://example.org/quay")
    assert sentence.startswith(first) and sentence.endswith(last), (first, last, sentence)
    browser.screenshot("viewer-evidence")
    browser.open(browser.page, "#claim=harbour%23C2")
    assert browser.text("#details .related").startswith("Denies: "), browser.text("#details .related")
    browser.click("#details .related button")
    check_equal("what was denied", browser.text("#details h2"), "Zoë Almström → Harbour Board")


def tick(browser, caption):
    browser.script("[...document.querySelectorAll('#controls .entry')].find((e) => e.querySelector('span').textContent === arguments[0])"
                   ".querySelector('input').click()", caption)


def check_filters(browser):
    tick(browser, "accuses")
    check_equal("without accusations", browser.text("#count"), "Drawn: 4 of 6 names, 2 of 6 claims.")
    check_equal("lines", sorted(group.get("class") for group in Saved(browser).groups("edge")), ["edge denial", "edge support hedged"])
    tick(browser, "accuses")
    tick(browser, "dashed: alleged or unsure")
    check_equal("without hedged", browser.text("#count"), "Drawn: 4 of 6 names, 3 of 6 claims.")
    browser.click("#reset")
    tick(browser, "country")
    check_equal("without countries", browser.text("#count"), "Drawn: 4 of 6 names, 4 of 6 claims.")
    browser.click("#reset")
    tick(browser, "also names linked to nobody")
    check_equal("with unlinked", browser.text("#count"), "Drawn: 6 of 6 names, 5 of 6 claims.")
    browser.click("#reset")
    browser.script("const s = document.getElementById('confidence'); s.value = 0.7; s.dispatchEvent(new Event('input'))")
    check_equal("sure ones", browser.text("#count"), "Drawn: 5 of 6 names, 4 of 6 claims.")
    browser.click("#reset")
    check_equal("all again", browser.text("#count"), "Drawn: 5 of 6 names, 5 of 6 claims.")


def check_timeline(browser):
    """Ten days have ten bars; the claim of a month alone stands at its start."""
    from selenium.webdriver.common.action_chains import ActionChains
    titles = browser.texts("#timeline title")
    check_equal("bars", (len(titles), titles[0]), (10, "2024-03-01: 0 statements, 2 accusations"))
    drawing = browser.find("#timeline > svg")
    bar = drawing.size["width"] / 10
    ActionChains(browser.driver).move_to_element_with_offset(drawing, round(-1.5 * bar), 0).click_and_hold() \
        .move_by_offset(round(2 * bar), 0).release().perform()
    check_equal("range", [browser.find("#" + end).get_attribute("value") for end in ("since", "until")], ["2024-03-04", "2024-03-06"])
    check_equal("in the range", browser.text("#count"), "Drawn: 3 of 6 names, 2 of 6 claims.")
    browser.click("#all-dates")
    check_equal("all dates", browser.text("#count"), "Drawn: 5 of 6 names, 5 of 6 claims.")
    browser.click("#play")
    check_equal("the first day", browser.text("#count"), "Drawn: 3 of 6 names, 2 of 6 claims.")
    browser.wait("the end of the story", lambda: browser.text("#play") == "Play")
    check_equal("the last day", browser.text("#count"), "Drawn: 5 of 6 names, 5 of 6 claims.")
    browser.click("#all-dates")


def check_keys(browser):
    from selenium.webdriver.common.keys import Keys
    browser.open(browser.page)
    browser.find("#canvas").send_keys("/")
    check_equal("focus", browser.script("return document.activeElement.id"), "search")
    browser.keys(Keys.ESCAPE)
    check_equal("focus again", browser.script("return document.activeElement.id"), "canvas")
    browser.keys(Keys.ARROW_RIGHT)
    first = browser.text("#details h2")
    browser.keys("n")
    assert "Around %s: 1 step." % first in browser.text("#count"), browser.text("#count")
    browser.keys("n", "e")
    assert " → " in browser.text("#details h2") and first in browser.text("#details h2"), (first, browser.text("#details h2"))
    browser.keys(Keys.ENTER)
    check_equal("focus on the details", browser.script("return document.activeElement.tagName"), "H2")
    browser.keys(Keys.ESCAPE)
    check_equal("nothing chosen", browser.text("#details h2"), "Who said what about whom")
    before = browser.script("return getComputedStyle(document.body).backgroundColor")
    browser.find("#canvas").send_keys("d")
    check_equal("theme", browser.script("return document.documentElement.dataset.theme"), "dark")
    assert browser.script("return getComputedStyle(document.body).backgroundColor") != before
    browser.screenshot("viewer-dark")
    browser.find("#canvas").send_keys("?")
    check_equal("keys", browser.script("return document.getElementById('keys').open"), True)
    browser.keys(Keys.ESCAPE)
    browser.find("#canvas").send_keys("l")
    check_equal("list", browser.script("return document.activeElement.id"), "tab-list")


def check_list(browser):
    check_equal("names", browser.texts("#list table:first-of-type tbody tr td:first-child"),
                ["Karl Weber", "Zoë Almström", "Harbour Board", "Ada Quist", "Norland", "fishermen"])
    claims = browser.texts("#list table:last-of-type tbody tr")
    check_equal("claims", len(claims), 6)
    browser.script("document.querySelector('#list table:last-of-type tbody button').click()")
    check_equal("claim chosen", len(browser.texts("#details .claim.chosen")), 1)


def check_pointer(browser):
    """A node follows the pointer, the plane as well, and the wheel brings it nearer."""
    browser.open(browser.page)
    before = Saved(browser)
    x, y = before.node("Norland")
    browser.point(x, y).click_and_hold().move_by_offset(40, 25).release().perform()
    moved, rest = Saved(browser).node("Norland"), Saved(browser).node("Harbour Board")
    assert abs(moved[0] - x - 40) < 3 and abs(moved[1] - y - 25) < 3, (x, y, moved)
    check_equal("others stay", rest, before.node("Harbour Board"))
    browser.point(5, 5).click_and_hold().move_by_offset(30, 10).release().perform()
    panned = Saved(browser).node("Harbour Board")
    assert abs(panned[0] - rest[0] - 30) < 3 and abs(panned[1] - rest[1] - 10) < 3, (rest, panned)
    width = browser.script("const e = document.getElementById('zoom-in'); e.click(); return document.getElementById('canvas').clientWidth")
    browser.wait("the zoom", lambda: abs(Saved(browser).node("Harbour Board")[0] - width / 2 - (panned[0] - width / 2) * 1.5) < 2)


def check_spoken(browser):
    """Everything that can have the focus has a name to be read out."""
    browser.open(browser.page, "#claim=harbour%23C1")
    controls = browser.controls()
    check_equal("without a name", [role for role, name in controls if not name.strip()], [])
    spoken = dict(map(reversed, controls))
    for name, role in (("Search names and sentences", "combobox"), ("accuses 3", "checkbox"), ("Confidence, at least", "slider"),
                       ("The quay <of> harbour: 5 nodes and 5 lines", "application"), ("Details", "tab"), ("Harbour Board", "button")):
        check_equal("role of " + name, spoken.get(name), role)


def check_narrow(browser):
    """On a telephone nothing is wider than the screen, and a finger does what the pointer does."""
    browser.size(390, 844)
    browser.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": True, "maxTouchPoints": 5})
    browser.open(browser.page)
    x, y = Saved(browser).node("Norland")
    browser.touch((x, y))
    browser.wait("the choice", lambda: browser.text("#details h2") == "Norland")
    check_equal("way to the sentences", browser.find("#read").is_displayed(), True)
    browser.touch(*((x - 6 * i, y - 4 * i) for i in range(10)))
    moved = Saved(browser).node("Norland")
    assert abs(moved[0] - x + 54) < 3 and abs(moved[1] - y + 36) < 3, (x, y, moved)
    browser.open(browser.page, "#node=Karl%20Weber")
    check_equal("by name", browser.text("#details h2"), "Karl Weber")
    check_equal("too wide by", browser.script("const e = document.documentElement; return e.scrollWidth - e.clientWidth"), 0)
    browser.screenshot("viewer-narrow")
    browser.driver.execute_cdp_cmd("Emulation.setTouchEmulationEnabled", {"enabled": False})
    browser.size(1300, 850)


def check_story(browser, program, folder):
    records, browser.page = os.path.join(folder, "r.jsonl"), os.path.join(folder, "g.html")
    write_records(records, [make_record("harbour", STORY, ENTITIES, "https://example.org/quay")])
    run_graph(program, records, "-o", browser.page)
    browser.open(browser.page)
    browser.screenshot("viewer")
    saved = check_opening(browser)
    check_search(browser)
    browser.open(browser.page)
    check_evidence(browser, saved)
    check_marks(browser)
    check_filters(browser)
    check_timeline(browser)
    check_keys(browser)
    check_list(browser)
    check_pointer(browser)
    check_spoken(browser)
    check_narrow(browser)
    browser.check_quiet()


def show_all(browser):
    """Opens the list and all its rows."""
    browser.click("#tab-list")
    for table in (1, 2):
        browser.script("const more = document.querySelectorAll('#list .more')[arguments[0]]; while (!more.hidden) more.click()", table - 1)


def make_hostile():
    """Every hostile name speaks of the next one, in a sentence that is one as well."""
    count = len(hostile.NAMES)
    story = [("{s:One} {c:spoke} of {t:another}.", [i], [((i + 1) % count, "target")], list(RELATIONS)[i % len(RELATIONS)], {}) for i in range(count)]
    kinds = ("person", "organisation", "group")
    record = make_record(hostile.NAMES[33], story, [(kinds[i % 3], name) for i, name in enumerate(hostile.NAMES)], "javascript:alert(1)")
    for claim, name in zip(record["claims"], hostile.NAMES):
        claim["sentence"]["text"] = claim["sentence"]["text"] + name
        claim["citations"] = [name]
    record["title"] = "".join(hostile.NAMES[:200])
    return record


def check_hostile(browser, program, folder):
    records, page = os.path.join(folder, "h.jsonl"), os.path.join(folder, "h.html")
    made = make_hostile()
    write_records(records, [made])
    run_graph(program, records, "-o", page)
    browser.open(page)
    show_all(browser)
    names = browser.texts("#list table:first-of-type tbody tr td:first-child")
    check_equal("names", sorted(names), sorted(hostile.NAMES))
    check_equal("title", browser.text("h1"), re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", made["title"]))
    for claim in range(0, 60, 7):
        browser.click("#tab-list")
        browser.script("document.querySelectorAll('#list table:last-of-type tbody button')[arguments[0]].click()", claim)
        assert browser.text("#details blockquote").startswith("One spoke of another."), claim
        check_equal("links", browser.texts("#details a"), [])
    Saved(browser)
    allowed = browser.script("return [...new Set([...document.body.querySelectorAll('*')].map((e) => e.localName))]")
    assert not set(allowed) & {"img", "iframe", "object", "embed", "b", "font"}, allowed
    browser.check_quiet()


def check_empty(browser, program, folder):
    """A text in which nobody says anything."""
    records, page = os.path.join(folder, "e.jsonl"), os.path.join(folder, "e.html")
    write_records(records, [make_record("nothing", [], [])])
    run_graph(program, records, "-o", page)
    browser.open(page)
    check_equal("count", browser.text("#count"), "Drawn: 0 of 0 names, 0 of 0 claims.")
    check_equal("said so", browser.find("#empty").is_displayed(), True)
    check_equal("no lines", Saved(browser).groups("edge"), [])
    browser.check_quiet()


def check_without_d3(browser, folder):
    """The same page as a build without D3 makes it: keys, buttons and clicks do."""
    with open(browser.page, encoding="utf-8", newline="") as file:
        text = file.read()
    script = text[text.rindex("<script>") + len("<script>"):text.rindex("</script>")]
    bare = script[script.index('(function () {\n"use strict";\nconst modules'):]

    def hashed(code):
        return base64.b64encode(hashlib.sha256(code.encode()).digest()).decode()
    page = os.path.join(folder, "bare.html")
    with open(page, "w", encoding="utf-8", newline="") as file:
        file.write(text.replace(script, bare).replace(hashed(script), hashed(bare)))
    browser.open(page)
    check_equal("no D3", browser.script("return typeof d3"), "undefined")
    saved = check_opening(browser)
    browser.point(*saved.node("Norland")).click().perform()
    check_equal("clicked", browser.text("#details h2"), "Norland")
    width = browser.script("return document.getElementById('canvas').clientWidth")
    browser.click("#zoom-in")
    x = Saved(browser).node("Norland")[0] - width / 2
    assert abs(x - (saved.node("Norland")[0] - width / 2) * 1.5) < 2, x
    browser.check_quiet()


def make_large(nodes, lines):
    """Entities that each speak to neighbours in the list, and to a few whom everybody speaks to."""
    chance, story, pairs = random.Random(1), [], set()
    while len(story) < lines:
        source = len(story) % nodes
        target = int(nodes * chance.random() ** 3) if chance.random() < 0.5 else (source + chance.randrange(1, 60)) % nodes
        if source == target or (source, target) in pairs:
            continue
        pairs.add((source, target))
        story.append(("{s:Name %d} {c:spoke} of {t:Name %d} on a day." % (source, target), [source], [(target, "target")],
                      chance.choice(list(RELATIONS)), {"date": "2024-%02d-%02d" % (chance.randrange(1, 13), chance.randrange(1, 29))}))
    return make_record("large", story, [(("person", "organisation", "group")[i % 3], "Name %d" % i) for i in range(nodes)])


# Runs arguments[0] and calls back with the milliseconds until its result was drawn.
MEASURE = """const done = arguments[1], start = performance.now();
(new Function(arguments[0]))();
requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(Math.round(performance.now() - start)))));"""


def measure_large(browser, program, folder):
    records, page = os.path.join(folder, "l.jsonl"), os.path.join(folder, "l.html")
    write_records(records, [make_large(10000, 20000)])
    run_graph(program, records, "-o", page)
    print("page of 10,000 nodes and 20,000 lines: %.1f MB" % (os.path.getsize(page) / 1e6))
    clock, before = {}, browser.processor_seconds()
    browser.open(page)
    used = {"load": browser.processor_seconds() - before}
    check_equal("drawn", browser.text("#count"), "Drawn: 10,000 of 10,000 names, 20,000 of 20,000 claims.")
    clock["load"] = browser.script("const t = performance.getEntriesByType('navigation')[0]; return Math.round(t.domComplete - t.startTime)")
    for what, script in (("search", "const s = document.getElementById('search'); s.value = 'Name 777'; s.dispatchEvent(new Event('input'))"),
                         ("choose", "document.querySelector('#search-results li').click()"),
                         ("filter", "document.querySelector('#controls .entry input').click()"),
                         ("zoom", "document.getElementById('zoom-in').click()"),
                         ("reset", "document.getElementById('reset').click()")):
        time.sleep(2)  # what moves on the page comes to rest
        before = browser.processor_seconds()
        clock[what] = browser.driver.execute_async_script(MEASURE, script)
        used[what] = browser.processor_seconds() - before
    print("milliseconds by the clock: " + ", ".join("%s %d" % item for item in clock.items()))
    print("seconds of processors: " + ", ".join("%s %.2f" % item for item in used.items()))
    assert max(used[what] for what in used if what != "load") < 1, used
    assert used["load"] < 3, used
    browser.screenshot("viewer-large")
    browser.check_quiet()


def main():
    program = sys.argv[1]
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, Browser(folder) as browser:
        check_story(browser, program, folder)
        check_without_d3(browser, folder)
        check_empty(browser, program, folder)
        check_hostile(browser, program, folder)
        if os.environ.get("HEARSAY_LONG"):
            measure_large(browser, program, folder)


main()
