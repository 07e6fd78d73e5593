#!/usr/bin/env python3
"""Turns the word lists of the text room into sorted C tables, for lexicon.c.

usage: make_tables.py FOLDER OUTPUT.h
"""
import sys

TABLES = ("abbreviations", "contractions", "affixes", "words")
LONGEST = 32  # of lexicon.c


def read_rows(path):
    rows = {}
    with open(path, encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            line = line.rstrip("\n")
            if not line or line.startswith("#"):
                continue
            form, _, value = line.partition("\t")
            if not form or not value:
                sys.exit("%s:%d: not FORM TAB VALUE" % (path, number))
            rows.setdefault(form, value)  # the first of two wins
    return sorted(rows.items(), key=lambda row: row[0].encode())


def write_value(table, form, value):
    if len(form.encode()) > LONGEST:
        sys.exit("%s: %s is longer than %d bytes" % (table, form, LONGEST))
    if table != "contractions":
        return " | ".join("LEXICON_" + kind.upper() for kind in value.split())
    sizes = [int(size) for size in value.split()]
    if sum(sizes) != len(form.encode()) or len(sizes) > 3:
        sys.exit("contractions: the parts of %s do not make it up" % form)
    return "LEXICON_PARTS(%d, %d)" % (sizes[0], sizes[1])


def main():
    folder, output = sys.argv[1:]
    with open(output, "w", encoding="utf-8") as out:
        out.write("/* Made by make_tables.py from the .tsv files in src/text. */\n")
        for table in TABLES:
            out.write("static const struct lexicon_entry %s[] = {\n" % table)
            for form, value in read_rows("%s/%s.tsv" % (folder, table)):
                out.write('    {"%s", %d, %s},\n' % (form, len(form.encode()), write_value(table, form, value)))
            out.write("};\n")


if __name__ == "__main__":
    main()
