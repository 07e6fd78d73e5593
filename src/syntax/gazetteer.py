#!/usr/bin/env python3
"""Makes gazetteer_table.h from gazetteer_*.tsv and iso-codes' JSON files.

usage: gazetteer.py OUT.h ISO_CODES_FOLDER KINDS.h TABLE.tsv...
The hash is the one of gazetteer.c: FNV-1a over letters and digits."""
import json
import os
import re
import sys
import unicodedata

MORE = 1 << 31
MASK = (1 << 64) - 1


def hash_of(phrase):
    value = 14695981039346656037
    for byte in re.sub(r"[\u2000-\u203f]", "", phrase).encode("utf-8"):
        if byte >= 0x80 or chr(byte).isalnum():
            value = (value ^ byte) * 1099511628211 & MASK
    return value ^ value >> 29


def spellings(name):
    """The name, and the one without diacritics."""
    yield name
    plain = unicodedata.normalize("NFKD", name.replace("ø", "o").replace("Ø", "O").replace("ł", "l").replace("Ł", "L").replace("ı", "i"))
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    if plain != name:
        yield plain


def read_table(path, kinds):
    """(name, kind) of a table: `name TAB kind`, `kind TAB name|name`, or names alone (demonyms)."""
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line or line.startswith("#"):
            continue
        left, _, right = line.partition("\t")
        if not right:
            yield left, "demonym"
        elif left in kinds and right not in kinds:
            for name in right.split("|"):
                yield name, left
        elif right in kinds:
            yield left, right
        else:
            sys.exit("%s: no such kind: %s" % (path, line))


def read_iso(folder):
    for country in json.load(open(os.path.join(folder, "iso_3166-1.json"), encoding="utf-8"))["3166-1"]:
        for key in ("name", "common_name", "official_name"):
            name = country.get(key, "")
            yield name, "country"
            yield name.split(",")[0], "country"
    for region in json.load(open(os.path.join(folder, "iso_3166-2.json"), encoding="utf-8"))["3166-2"]:
        # "Gorno-Badakhshan", "Kūhistoni Badakhshon [Gorno-Badakhshan]", "Moskva (city)"
        for name in re.split(r"[\[\]();/]|, ", region["name"]):
            if len(name.strip()) > 3:
                yield name.strip(), "region"


def main():
    out, iso, header = sys.argv[1:4]
    kinds = re.findall(r'X\([A-Z]+, "([a-z]+)"\)', open(header, encoding="utf-8").read())
    table = {}
    entries = [entry for path in sys.argv[4:] for entry in read_table(path, kinds)]
    for name, kind in entries + list(read_iso(iso)):
        for spelling in spellings(name):
            if not re.search(r"\w", spelling):
                continue
            key = hash_of(spelling)
            table[key] = table.get(key, 0) | 1 << kinds.index(kind)
            for cut in re.finditer(r"[^\w.'’]+|(?<=[.'’])(?=\w)", spelling):
                if re.search(r"\w", spelling[: cut.start()]):
                    key = hash_of(spelling[: cut.start()])
                    table[key] = table.get(key, 0) | MORE
    slots = 1024
    while slots < 2 * len(table):
        slots *= 2
    rows = [None] * slots
    for key in sorted(table):
        at = key & (slots - 1)
        while rows[at]:
            at = (at + 1) & (slots - 1)
        rows[at] = (key >> 32, table[key])
    with open(out, "w", encoding="utf-8") as file:
        file.write("/* Made by gazetteer.py: do not edit. */\n#define GAZETTEER_SLOTS %du\n" % slots)
        file.write("static const struct slot gazetteer_slots[GAZETTEER_SLOTS] = {\n")
        for at, row in enumerate(rows):
            if row:
                file.write("[%d]={%du,%du},\n" % (at, row[0], row[1]))
        file.write("};\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
