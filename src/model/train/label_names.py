#!/usr/bin/env python3
"""Marks names in a treebank of web text, for train_names: nobody marked them by hand there.

usage: label_names.py HEARSAY MODEL TREEBANK.conllu OUT.jsonl

The finder of MODEL, trained on texts that were marked, reads every sentence in the case that its tags ask for: proper nouns with a
capital, other words without. What it finds goes back to the words as they were written, so that names are learned without their
capitals and in lines of capitals too. Proper nouns in which it finds nothing are left open (type ANY). Source of the method:
self-training, for example McClosky, Charniak and Johnson 2006; the case of words for the finder, Lita and others 2003.

OUT holds each document as one text, signatures, salutations and lists of made-up names between some of its sentences. The same
treebank gives the same file.
"""
import json
import os
import random
import re
import subprocess
import sys
import tempfile

PROPER = {"NNP", "NNPS"}
AT_EDGES = PROPER | {"JJ", "NN", "NNS", "CD", "FW", "VBN", "HYPH", "POS", "ADD", "GW", "AFX"}
NO_NAMES = set(
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May June July August September October "
    "November December Christmas Easter Thanksgiving Mr. Mrs. Ms. Dr. Mr Mrs Ms Dr God Internet President Prime Minister Senator".split())
CLOSINGS = ("Thanks,|Regards,|Best regards,|Best,|Cheers,|Thank you,|Sincerely,|Yours,|Take care,|Thanks.|See you soon,|Kind regards|"
            "Warm regards,|With love,|Posted by|By|From:|Contact:|cc:|- ").split("|")
LISTS = ["Attendees:", "Participants:", "Team:", "To:", "Members present:", "Authors:", "Cast:"]
HERE = os.path.dirname(os.path.abspath(__file__))


class Sentence:
    """Words (rows of CoNLL-U) and the tokens that they are written as: (form, space behind it, numbers of its words)."""

    def __init__(self, opens):
        self.opens = opens
        self.words, self.tokens = [], []
        self.pending = 0  # words of the multiword token at hand that are still to come

    def add(self, row):
        space = "SpaceAfter=No" not in row[9]
        first, _, last = row[0].partition("-")
        if last:
            self.pending = int(last) - int(first) + 1
            self.tokens.append((row[1], space, list(range(len(self.words), len(self.words) + self.pending))))
            return
        if self.pending:
            self.pending -= 1
        else:
            self.tokens.append((row[1], space, [len(self.words)]))
        self.words.append(row)


def read_treebank(path):
    documents, sentence, opens = [], None, False
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("# newdoc"):
                documents.append([])
            elif line.startswith("# newpar"):
                opens = True
            elif not line:
                sentence = None
            elif line[0] != "#" and "." not in line.split("\t")[0]:
                if sentence is None:
                    sentence, opens = Sentence(opens), False
                    documents[-1].append(sentence)
                sentence.add(line.split("\t"))
    return documents


# ---- case


def recase(form, proper, adjective, first, capitals):
    """A word in the case that edited text would give it; `capitals`: it stands in a line of capitals."""
    if not any(c.isalpha() for c in form) or form == "I":
        return form
    if proper:
        if form.islower():
            return form[0].upper() + form[1:]
        return form.capitalize() if capitals and form.isupper() and len(form) > 4 else form
    if first:
        return form.capitalize() if capitals else form
    if adjective and not capitals:
        return form  # "Iraqi"
    acronym = form.isupper() and len(form) > 1
    return form.lower() if form[0].isupper() and (capitals or not acronym) else form


def recased(sentence):
    letters = [row[1] for row in sentence.words if any(c.isalpha() for c in row[1])]
    capitals = len(letters) >= 3 and 10 * sum(form.isupper() for form in letters) >= 7 * len(letters)
    forms, first = [], True
    for row in sentence.words:
        forms.append(recase(row[1], row[4] in PROPER, row[4] == "JJ", first, capitals))
        first = first and not any(c.isalpha() for c in row[1])
    return forms


# ---- the finder


def write_recased(documents, out):
    for number, document in enumerate(documents):
        out.write("# newdoc id = %d\n" % number)
        for sentence in document:
            forms = recased(sentence)
            joined = ("".join(forms[w] for w in words) + (" " if space else "") for _, space, words in sentence.tokens)
            out.write("# text = %s\n" % "".join(joined).rstrip())
            for _, space, words in sentence.tokens:
                for word in words:
                    row = list(sentence.words[word])
                    row[1], row[9] = forms[word], "_" if space and word == words[-1] else "SpaceAfter=No"
                    out.write("\t".join(row) + "\n")
            out.write("\n")


def find_names(hearsay, model, documents):
    """The tags of all words, in order."""
    with tempfile.NamedTemporaryFile("w", suffix=".conllu", encoding="utf-8") as file:
        write_recased(documents, file)
        file.flush()
        command = [hearsay, "parse", "--quiet", "--model", model, "--from", "conllu", file.name]
        found = subprocess.run(command, stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout
    rows = (line.split("\t") for line in found.split("\n") if line and line[0] != "#")
    tags = (re.search(r"NER=([^|]*)", row[9]) for row in rows if row[0].isdigit())
    return [tag.group(1) if tag else "O" for tag in tags]


def spans_of(tags):
    spans = []
    for at, tag in enumerate(tags):
        if tag[0] == "B":
            spans.append([at, at + 1, tag[2:]])
        elif tag[0] == "I":
            spans[-1][1] = at + 1
    return spans


def check_spans(words, spans):
    """Names hold a proper noun and begin and end with a word that a name can; demonyms are believed."""
    kept = []
    for first, end, kind in spans:
        while kind != "DEM" and first < end and words[first][4] not in AT_EDGES:
            first += 1
        while kind != "DEM" and first < end and words[end - 1][4] not in AT_EDGES and words[end - 1][1] != ".":
            end -= 1
        if kind == "DEM" or any(row[4] in PROPER or row[4] == "ADD" for row in words[first:end]):
            kept.append((first, end, kind))
    return kept


def label(hearsay, model, documents):
    """Gives every sentence its names and the words that are left open."""
    tags, at = find_names(hearsay, model, documents), 0
    for sentence in (sentence for document in documents for sentence in document):
        count = len(sentence.words)
        sentence.names = check_spans(sentence.words, spans_of(tags[at:at + count]))
        at += count
        inside = {word for first, end, _ in sentence.names for word in range(first, end)}
        sentence.open = [word for word, row in enumerate(sentence.words)
                         if row[4] in PROPER and word not in inside and row[1] not in NO_NAMES]
    if at != len(tags):
        sys.exit("label_names: the words that came back are not those that were sent")


# ---- texts


class Text:
    """A text being written, with its marks."""

    def __init__(self):
        self.text, self.entities, self.other = "", [], []

    def put(self, text, separator, entities=(), other=()):
        self.text += separator if self.text else ""
        at = len(self.text)
        self.text += text
        self.entities += [[at + start, at + end, kind] for start, end, kind in entities]
        self.other += [[at + start, at + end, kind] for start, end, kind in other]

    def put_name(self, name, separator=" "):
        self.put(name, separator, [(0, len(name), "PER")])

    def put_sentence(self, sentence, separator, apart):
        """`apart`: contractions are written in two words, as text that was split into words once is."""
        text, places = "", {}
        for form, space, words in sentence.tokens:
            parts = [(sentence.words[w][1], [w]) for w in words] if apart and len(words) > 1 else [(form, words)]
            for number, (part, covered) in enumerate(parts):
                text += " " if number > 0 else ""
                places.update((word, (len(text), len(text) + len(part))) for word in covered)
                text += part
            text += " " if space else ""
        text = text.rstrip()
        names = [(places[first][0], places[end - 1][1], kind) for first, end, kind in sentence.names]
        self.put(text, separator, names, [(*places[word], "ANY") for word in sentence.open])


class Generator:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.first, self.last = [], []
        with open(os.path.join(HERE, "../../syntax/gazetteer_people.tsv"), encoding="utf-8") as lines:
            for name, kind in (line.rstrip("\n").split("\t") for line in lines if line[0] != "#"):
                (self.first if kind == "first" else self.last).append(name)

    def chance(self, share):
        return self.random.random() < share

    def person(self):
        first, last, form = self.random.choice(self.first), self.random.choice(self.last), self.random.random()
        initial = self.random.choice("ABCDEFGHJKLMNPRSTW")
        return first if form < .25 else first + " " + last if form < .85 else "%s %s. %s" % (first, initial, last)

    def put_signature(self, text, separator):
        """A signature and, often, the salutation of what follows."""
        if self.chance(.8):
            text.put(self.random.choice(CLOSINGS), separator)
        person = self.person()
        text.put_name(person)
        if self.chance(.3):
            text.put_name(person)
        if self.chance(.6):
            text.put_name(self.random.choice(self.first) if self.chance(.8) else self.person())
            text.put(self.random.choice([",", ",", " -", ":"]), "")

    def put_list(self, text, separator):
        if self.chance(.5):
            text.put(self.random.choice(LISTS), separator)
        between = self.random.choice([" ", " ", ", ", "; ", " and ", " - "])
        for number in range(self.random.randint(2, 7)):
            text.put_name(self.person(), between if number else " ")

    def write(self, document):
        text, apart, paragraphs = Text(), self.chance(.4), self.chance(.2)
        for sentence in document:
            separator = "\n\n" if paragraphs and sentence.opens else " "
            if self.chance(.12):
                (self.put_signature if self.chance(.75) else self.put_list)(text, separator)
            text.put_sentence(sentence, separator, apart)
        return text


def write_documents(path, texts):
    with open(path, "w", encoding="utf-8") as out:
        for number, text in enumerate(texts):
            row = {"id": str(number), "text": text.text, "entities": text.entities, "other": text.other}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")


def main():
    hearsay, model, treebank, out = sys.argv[1:]
    documents, generator = read_treebank(treebank), Generator(20240322)
    label(hearsay, model, documents)
    write_documents(out, (generator.write(document) for document in documents if document))


if __name__ == "__main__":
    main()
