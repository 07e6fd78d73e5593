#!/usr/bin/python3
"""The worked examples in graphs/ are what the program makes of their texts: everything byte for byte but SVG, which is compared by its
structure, since coordinates follow the fonts and the layout library of the machine. Every file that is kept is made, and every file
that is made is kept, pictures for the eye alone aside.

usage: check_examples.py PROGRAM"""
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
GRAPHS = os.path.join(SOURCE, "graphs")
INPUTS = (".txt", ".articles.jsonl", ".sh", ".md")
NOT_KEPT = (".png", ".pdf", ".html")


def read(*path):
    with open(os.path.join(*path), encoding="utf-8", newline="") as file:
        return file.read()


def structure(svg):
    """Elements in document order with their classes and words; no coordinates."""
    return [(re.sub(r"^\{.*\}", "", element.tag), element.get("class"), (element.text or "").strip()) for element in xml.fromstring(svg).iter()
            if not re.search(r"\}(path|polygon|polyline|ellipse)$", element.tag)]


def names(folder, without):
    return {name for name in os.listdir(folder) if not name.endswith(without)}


def same(name, made):
    kept, new = read(GRAPHS, name), read(made, name)
    return structure(kept) == structure(new) if name.endswith(".svg") else kept == new


def main():
    with tempfile.TemporaryDirectory() as made:
        subprocess.run(["sh", os.path.join(GRAPHS, "make.sh"), made], env=dict(os.environ, HEARSAY=os.path.abspath(sys.argv[1])),
                       stdout=subprocess.DEVNULL, check=True)
        kept, new = names(GRAPHS, INPUTS + NOT_KEPT), names(made, NOT_KEPT)
        assert len({name.split(".")[0] for name in kept}) >= 3, kept
        wrong = sorted(kept ^ new) + sorted(name for name in kept & new if not same(name, made))
        empty = [name for name in os.listdir(made) if os.path.getsize(os.path.join(made, name)) == 0]
        assert not empty, empty
    if wrong:
        sys.exit("not what the program makes now: %s; look at the difference, then run graphs/make.sh and commit" % ", ".join(wrong))


main()
