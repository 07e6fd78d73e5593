#!/usr/bin/env python3
"""Turns the tables of this folder and iso-codes into sorted C arrays; run by CMake.  Standard library only.
usage: tables.py SOURCE_DIR ISO_CODES_JSON_DIR OUT_DIR"""
import json
import os
import sys
import unicodedata


def rows(path):
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.strip() and not line.startswith("#"):
                yield line.rstrip("\n").split("\t")


def split(cell):
    return [] if cell == "-" else cell.split("|")


def bare(text):
    """Without diacritics, as utf8_fold does, but in its own case."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(c for c in plain if not unicodedata.combining(c))


def key(text):
    """The form in which names are compared; name_key() in name.c does the same to names of a text."""
    out = []
    for c in bare(text).lower():
        if c.isalnum():
            out.append(c)
        elif c == "&":
            out.append(" and ")
        elif c.isspace() or c in "-\u2010\u2011\u2012\u2013\u2014\u2015/":
            out.append(" ")
    words = "".join(out).split()
    return " ".join(words[1:] if len(words) > 1 and words[0] == "the" else words)


def literal(text):
    return '"' + "".join(c if 32 <= ord(c) < 127 and c not in '"\\' else "".join("\\%03o" % b for b in c.encode()) for c in text) + '"'


def capitals_only(text):
    return text.upper() == text and any(c.isalpha() for c in text)


def by_bytes(item):
    return item[0].encode()


def plurals(demonym):
    """Regular plurals of demonyms that are nouns too: Russian -> Russians, not French -> Frenchs."""
    irregular = ("s", "sh", "ch", "ese", "men", "man", "women", "woman", "I-Kiribati", "Lao", "Basotho", "Batswana", ".")
    return [] if demonym.endswith(irregular) or capitals_only(demonym) else [demonym + "s"]


def read_countries(source, iso_dir):
    with open(os.path.join(iso_dir, "iso_3166-1.json"), encoding="utf-8") as f:
        iso = {c["alpha_2"]: c for c in json.load(f)["3166-1"]}
    countries = []
    for code, name, names, demonyms, capitals, seats in rows(os.path.join(source, "countries.tsv")):
        official = iso.pop(code, {})
        names = [name] + split(names) + [official[k] for k in ("name", "common_name", "official_name") if k in official]
        countries.append(("" if code == "-" else code, name, [names, [d for w in split(demonyms) for d in [w] + plurals(w)],
                                                              split(capitals), split(seats)]))
    for code, official in iso.items():  # territories that the table has nothing to add to
        name = official.get("common_name", official["name"])
        countries.append((code, name, [[name, official["name"]], [], [], []]))
    return sorted(countries, key=lambda c: (c[0], c[1]))


def write_countries(countries, out):
    phrases = {}
    for kind in range(4):  # a name wins over a demonym, that over a capital, that over a seat
        for index, (_, _, words) in enumerate(countries):
            for phrase in words[kind]:
                phrases.setdefault(key(phrase), (index, kind, capitals_only(phrase)))
    with open(os.path.join(out, "country_table.inc"), "w", encoding="utf-8") as f:
        f.write("static const struct country COUNTRIES[] = {\n")
        for code, name, _ in countries:
            f.write("    {%s, %s},\n" % (literal(code), literal(name)))
        f.write("};\n\nstatic const struct country_phrase PHRASES[] = {\n")
        for text, (index, kind, exact) in sorted(phrases.items(), key=by_bytes):
            f.write("    {%s, %d, %d, %d},\n" % (literal(text), index, kind, exact))
        f.write("};\n")


def write_nouns(source, f):
    nouns = {}
    for kind, gender, words in rows(os.path.join(source, "nouns.tsv")):
        for word in split(words):
            noun = nouns.setdefault(bare(word).lower(), [set(), set()])
            noun[0].add("NOUN_" + kind.upper())
            noun[1].add(gender)
    f.write("static const struct noun NOUNS[] = {\n")
    for word, (kinds, genders) in sorted(nouns.items(), key=by_bytes):
        gender = {("m",): "GENDER_MALE", ("f",): "GENDER_FEMALE"}.get(tuple(sorted(genders - {"-"})), "GENDER_UNKNOWN")
        f.write("    {%s, %s, %s},\n" % (literal(word), " | ".join(sorted(kinds)), gender))
    f.write("};\n\n")


def write_first_names(source, f):
    names = {}
    for gender, words in rows(os.path.join(source, "first_names.tsv")):
        for word in split(words):
            names.setdefault(key(word), set()).add(gender)
    f.write("static const struct first_name FIRST_NAMES[] = {\n")
    for name, genders in sorted(names.items(), key=by_bytes):
        gender = genders.pop()
        if not genders:
            f.write("    {%s, %s, %d},\n" % (literal(name), "GENDER_FEMALE" if gender == "f" else "GENDER_MALE", gender.endswith("+")))
    f.write("};\n\n")


def write_organisations(source, f):
    known, names, ambiguous = [], {}, set()
    for phrases, country in rows(os.path.join(source, "organisations.tsv")):
        for phrase in split(phrases):
            if names.get(key(phrase), (len(known), 0))[0] != len(known):
                ambiguous.add(key(phrase))
            names.setdefault(key(phrase), (len(known), capitals_only(phrase)))
        known.append((split(phrases)[0], "" if country == "-" else country))
    f.write("static const struct known_organisation ORGANISATIONS[] = {\n")
    for name, country in known:
        f.write("    {%s, %s},\n" % (literal(name), literal(country)))
    f.write("};\n\nstatic const struct organisation_phrase ORGANISATION_PHRASES[] = {\n")
    for name, (index, exact) in sorted(names.items(), key=by_bytes):
        if name not in ambiguous:
            f.write("    {%s, %d, %d},\n" % (literal(name), index, exact))
    f.write("};\n")


def main():
    source, iso_dir, out = sys.argv[1:]
    os.makedirs(out, exist_ok=True)
    write_countries(read_countries(source, iso_dir), out)
    with open(os.path.join(out, "lexicon_table.inc"), "w", encoding="utf-8") as f:
        write_nouns(source, f)
        write_first_names(source, f)
        write_organisations(source, f)


if __name__ == "__main__":
    main()
