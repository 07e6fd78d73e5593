#!/usr/bin/python3
"""The worked examples in graphs/ are what the program makes of their texts: records, DOT and GraphML byte for byte, SVG by its
structure, since coordinates follow the fonts and the layout library of the machine.

usage: check_examples.py PROGRAM"""
import os
import re
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as xml

SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
SAME_BYTES = (".jsonl", ".dot", ".graphml")


def read(*path):
    with open(os.path.join(*path), encoding="utf-8") as file:
        return file.read()


def structure(svg):
    """Elements in document order with their classes and words; no coordinates."""
    return [(re.sub(r"^\{.*\}", "", element.tag), element.get("class"), (element.text or "").strip()) for element in xml.fromstring(svg).iter()
            if not re.search(r"\}(path|polygon|polyline|ellipse)$", element.tag)]


def main():
    texts = sorted(name for name in os.listdir(os.path.join(SOURCE, "graphs")) if name.endswith(".txt"))
    assert texts, "no worked example in graphs/"
    wrong = []
    with tempfile.TemporaryDirectory() as made:
        subprocess.run(["sh", os.path.join(SOURCE, "graphs", "make.sh"), made], env=dict(os.environ, HEARSAY=os.path.abspath(sys.argv[1])),
                       stdout=subprocess.DEVNULL, check=True)
        for text in texts:
            name = text[:-len(".txt")]
            wrong += [name + suffix for suffix in SAME_BYTES if read(SOURCE, "graphs", name + suffix) != read(made, name + suffix)]
            if structure(read(SOURCE, "graphs", name + ".svg")) != structure(read(made, name + ".svg")):
                wrong.append(name + ".svg")
    if wrong:
        sys.exit("not what the program makes now: %s; look at the difference, then run graphs/make.sh and commit" % ", ".join(wrong))


main()
