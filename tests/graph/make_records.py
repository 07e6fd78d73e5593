#!/usr/bin/env python3
"""Makes records as `hearsay extract` writes them, without a text or a model: any number, the same for the same seed.

  make_records.py [--seed N] [--documents N] [--entities N] [--claims N] [--hostile] [--keys]

--entities and --claims are for each document. --hostile gives entities and sentences the names of hostile.py. --keys sets merge's
keys, so that entities of one name in many documents are one."""
import argparse
import hashlib
import json
import os
import random
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import hostile

RELATIONS = {
    "say": ("010", "statement", 0), "tell": ("010", "statement", 0), "claim": ("010", "statement", 0),
    "announce": ("010", "statement", 0), "predict": ("010", "statement", 0), "acknowledge": ("015", "statement", 0),
    "decline": ("011", "statement", 0), "deny": ("016", "statement", -1), "reject": ("120", "statement", -1),
    "ask": ("020", "statement", 0), "propose": ("020", "statement", 0), "demand": ("100", "statement", 0),
    "promise": ("030", "statement", 0), "warn": ("130", "statement", 0), "praise": ("051", "statement", 1),
    "defend": ("052", "statement", 1), "apologise": ("055", "statement", 1), "condole": ("018", "statement", 1),
    "accuse": ("112", "accusation", -1), "criticise": ("111", "accusation", -1), "condemn": ("111", "accusation", -1),
    "complain": ("114", "accusation", -1), "describe": ("111", "accusation", -1), "charge": ("115", "accusation", -1),
    "convict": ("116", "accusation", -1), "investigate": ("090", "accusation", -1), "threaten": ("130", "accusation", -1),
}
COMMON = ["say", "say", "say", "tell", "claim", "announce", "accuse", "accuse", "criticise", "condemn", "deny", "reject", "praise",
          "warn", "demand"]
FIRST = ["Anna", "Boris", "Clara", "Dmitri", "Elena", "Farid", "Greta", "Hassan", "Irina", "Jonas", "Karim", "Lena", "Mikhail", "Nadia",
         "Olga", "Pavel", "Rosa", "Sergei", "Tamara", "Viktor"]
LAST = ["Arslanov", "Bergmann", "Castellano", "Dvorak", "Eriksen", "Fontaine", "Grigoriev", "Haddad", "Ivanenko", "Jansen", "Kovalenko",
        "Lindqvist", "Moreau", "Novak", "Orlov", "Petrosyan", "Rahmonov", "Schneider", "Tkachenko", "Volkov"]
BODIES = ["Ministry of the Interior", "Federal Security Service", "Investigative Committee", "Human Rights Council", "Border Guard",
          "National Bank", "Party of Progress", "Coalition for Peace", "Daily Courier", "Institute for Strategic Research"]
COUNTRIES = [("RU", "Russia"), ("UA", "Ukraine"), ("US", "United States"), ("FR", "France"), ("TJ", "Tajikistan"), ("IR", "Iran"),
             ("DE", "Germany"), ("BY", "Belarus"), ("TR", "Turkey"), ("GB", "United Kingdom")]
WORDS = "the attack border talks money weapons election report law gas prices prisoners ceasefire budget trial".split()


def name_of(random_, kind, number, hostile_names):
    if hostile_names:
        return hostile_names[number % len(hostile_names)]
    if kind == "person":
        return "%s %s" % (FIRST[number % 20], LAST[(number // 20 + number) % 20]) + (" %d" % (number // 400) if number >= 400 else "")
    if kind == "organisation":
        return "%s %s" % (BODIES[number % 10], "of " + COUNTRIES[number // 10 % 10][1]) + (" %d" % (number // 100) if number >= 100 else "")
    if kind == "group":
        return "%s officials" % COUNTRIES[number % 10][1]
    return COUNTRIES[number % 10][1]


def make_entities(random_, count, hostile_names, keys, first):
    entities = []
    for i in range(count):
        kind = random_.choices(["person", "organisation", "country", "group", "place"], [8, 6, 3, 1, 1])[0]
        if kind == "country" and i >= 10:
            kind = "person"
        name = name_of(random_, kind, first + i, hostile_names)
        country = COUNTRIES[i % 10] if kind != "place" and random_.random() < 0.7 or kind == "country" else (None, None)
        entities.append({"id": "E%d" % (i + 1), "key": None, "type": kind, "name": name,
                         "aliases": [name.split(" ")[-1]] if " " in name and not hostile_names else [],
                         "country": country[0], "country_name": country[1], "ids": {"wikidata": "Q%d" % i} if i % 7 == 0 else {},
                         "mentions": [[0, 1]]})
        if keys:
            entities[-1]["key"] = "%s:%s:%s" % (kind, country[0] or "", name)
    return entities


class Text:
    """A document's text as it grows, in code points."""

    def __init__(self):
        self.parts, self.length = [], 0

    def add(self, words):
        start = self.length
        self.parts.append(words)
        self.length += len(words)
        return [start, self.length]


def make_claim(random_, number, entities, text, date, filler):
    relation = random_.choice(COMMON if random_.random() < 0.8 else list(RELATIONS))
    cameo, kind, stance = RELATIONS[relation]
    actors = [e for e in entities if e["type"] != "place"]
    weights = [1 / (i + 1) for i in range(len(actors))]
    start = text.length
    sources, targets = [], []
    for entity in random_.choices(actors, weights, k=random_.choice([0, 1, 1, 1, 1, 2])) if actors else []:
        sources.append({"entity": entity["id"], "span": text.add(entity["name"])})
        text.add(" ")
    cue = text.add(relation)
    text.add(" ")
    for entity in random_.choices(actors, weights, k=random_.choice([0, 1, 1, 2])) if actors else []:
        role = random_.choice(["target", "target", "topic"] if kind == "accusation" else ["addressee", "target", "topic", "topic"])
        targets.append({"entity": entity["id"], "span": text.add(entity["name"]), "role": role})
        text.add(" ")
    content = "that " + " ".join(random_.choice(WORDS) for _ in range(6)) + " " + filler
    content_span = text.add(content)
    end = text.length
    text.add(". ")
    whole = "".join(text.parts)
    return {"id": "C%d" % number, "kind": kind, "relation": relation, "cameo": cameo, "stance": stance, "sources": sources,
            "cue": {"span": cue, "text": relation}, "targets": targets, "content": {"span": content_span, "text": content},
            "quote": "none", "negated": random_.random() < 0.03,
            "certainty": random_.choices(["asserted", "alleged", "possible", "hypothetical"], [20, 2, 1, 1])[0], "depth": 0,
            "within": None, "answers": None, "date": date, "citations": [str(number)] if random_.random() < 0.5 else [],
            "citations_before": [], "sentence": {"span": [start, end], "text": whole[start:end]}, "rule": "made", "confidence":
            random_.choice([0.95, 0.9, 0.8, 0.7, 0.5])}


def make_record(random_, number, options):
    names = hostile.NAMES if options.hostile else None
    first = number * options.entities // 2 if options.spread else 0
    entities = make_entities(random_, options.entities, names, options.keys, first)
    claims = []
    for i in range(options.claims):
        date = random_.choice([None, "2024-03-%02d" % random_.randint(1, 31), "2024-%02d" % random_.randint(1, 12), "2024"])
        filler = names[(i * 7 + number) % len(names)] if names else "again"
        text = Text()  # each sentence counts from its own start: a made text need not hold together
        claim = make_claim(random_, i + 1, entities, text, date, filler)
        if i and random_.random() < 0.1:
            if claim["relation"] in ("deny", "reject"):
                claim["answers"] = "C%d" % random_.randint(1, i)
            else:
                outer = claims[random_.randrange(i)]
                claim["within"], claim["depth"] = outer["id"], outer["depth"] + 1
        claims.append(claim)
    affiliations = []
    for entity in entities:
        if entity["type"] == "person" and random_.random() < 0.4:
            of = random_.choice(entities)
            if of is not entity:
                affiliations.append({"entity": entity["id"], "role": random_.choice(["president", "minister", None]), "of": of["id"],
                                     "span": [0, 1]})
    length = max([claim["sentence"]["span"][1] for claim in claims] + [1])
    return {"hearsay": "1", "id": "document-%d" % number, "title": names[number % len(names)] if names else "Document %d" % number,
            "url": "https://example.org/%d?a=1&b=2" % number, "date": "2024-03-%02d" % (number % 28 + 1), "language": "en",
            "length": length, "text_sha256": hashlib.sha256(str(number).encode()).hexdigest(), "model": "made",
            "warnings": [], "entities": entities, "affiliations": affiliations, "claims": claims}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--documents", type=int, default=1)
    parser.add_argument("--entities", type=int, default=20)
    parser.add_argument("--claims", type=int, default=30)
    parser.add_argument("--hostile", action="store_true")
    parser.add_argument("--keys", action="store_true")
    parser.add_argument("--spread", action="store_true", help="each document shares half of its actors with the one before")
    options = parser.parse_args()
    random_ = random.Random(options.seed)
    for number in range(options.documents):
        line = json.dumps(make_record(random_, number, options), ensure_ascii=False, separators=(",", ":"))
        sys.stdout.buffer.write(line.encode() + b"\n")


if __name__ == "__main__":
    main()
