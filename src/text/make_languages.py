#!/usr/bin/env python3
"""Turns languages.tsv and scripts.tsv into the C tables of language.c.

usage: make_languages.py FOLDER OUTPUT.h
"""
import sys

LONGEST = 32  # bytes of a word, of language.c


def read_rows(path):
    with open(path, encoding="utf-8") as lines:
        return [line.rstrip("\n").split("\t") for line in lines if line.strip() and not line.startswith("#")]


def words_of(languages, particles):
    """Each word with the numbers of the languages that have it, sorted by bytes; none of the particles."""
    words = {}
    for number, row in enumerate(languages):
        for word in (word for word in row[3].split() if word not in particles):
            if len(word.encode()) > LONGEST:
                sys.exit("languages.tsv: %s is longer than %d bytes" % (word, LONGEST))
            if number not in words.setdefault(word, []):
                words[word].append(number)
    return sorted(words.items(), key=lambda item: item[0].encode())


def main():
    folder, output = sys.argv[1:]
    rows = read_rows(folder + "/languages.tsv")
    particles = {word for row in rows if row[0] == "-" for word in row[3].split()}
    languages = [row for row in rows if row[0] != "-"]
    ranges = sorted((int(first, 16), int(last, 16), script) for first, last, script in read_rows(folder + "/scripts.tsv"))
    scripts = sorted({row[2] for row in languages} | {row[2] for row in ranges})
    if languages[0][0] != "en":
        sys.exit("languages.tsv: English must be the first")
    with open(output, "w", encoding="utf-8") as out:
        out.write("/* Made by make_languages.py from languages.tsv and scripts.tsv in src/text. */\n")
        out.write("#define LANGUAGES %d\n" % len(languages))
        out.write("enum script { %s, SCRIPTS };\n" % ", ".join("SCRIPT_" + script.upper() for script in scripts))
        out.write("static const struct language languages[LANGUAGES] = {\n")
        for code, name, script, _ in languages:
            out.write('    {"%s", "%s", SCRIPT_%s},\n' % (code, name, script.upper()))
        out.write("};\nstatic const struct script_range script_ranges[] = {\n")
        for first, last, script in ranges:
            out.write("    {0x%X, 0x%X, SCRIPT_%s},\n" % (first, last, script.upper()))
        words, members = words_of(languages, particles), []
        out.write("};\nstatic const struct language_word language_words[] = {\n")
        for word, numbers in words:
            out.write('    {"%s", %d, %d, %d},\n' % (word, len(word.encode()), len(numbers), len(members)))
            members += numbers
        out.write("};\n/* The languages of all words, one word after the other. */\n")
        out.write("static const uint8_t language_members[] = {%s};\n" % ", ".join(map(str, members)))


if __name__ == "__main__":
    main()
