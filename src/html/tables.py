#!/usr/bin/env python3
"""Turns boilerplate.tsv into one sorted C array for each kind; run by CMake. Standard library only.

usage: tables.py boilerplate.tsv OUTPUT.h
"""
import sys

KINDS = {"word": "boilerplate_words", "phrase": "boilerplate_phrases",
         "date": "date_words", "wiki": "wiki_classes", "section": "wiki_sections"}


def main():
    path, output = sys.argv[1:]
    lists = {kind: set() for kind in KINDS}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if line.startswith("#") or not line.strip():
                continue
            kind, _, text = line.rstrip("\n").partition("\t")
            if kind not in lists or not text or text != text.lower() or '"' in text or "\\" in text:
                sys.exit("%s:%d: not KIND TAB TEXT" % (path, number))
            lists[kind].add(text)
    with open(output, "w", encoding="utf-8") as out:
        out.write("/* Made by tables.py from boilerplate.tsv. */\n")
        for kind, name in KINDS.items():
            out.write("static const char *const %s[] = {\n" % name)
            out.writelines('    "%s",\n' % text for text in sorted(lists[kind], key=str.encode))
            out.write("};\n")


if __name__ == "__main__":
    main()
