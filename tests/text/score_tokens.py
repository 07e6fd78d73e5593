#!/usr/bin/env python3
"""Words and sentences from raw text, measured on Universal Dependencies treebanks. Standard library only.

usage: score_tokens.py HEARSAY TREEBANK.conllu... [--misses N]

The raw text is put together from `# text`: a sentence follows the one before it in its paragraph after a space (after
nothing where its last word has SpaceAfter=No), paragraphs (`# newpar`) are parted by a blank line, documents (`# newdoc`)
are read one by one through `HEARSAY parse --from jsonl`. A word is right when its span of code points is a word of the
treebank; the words of a multiword token count one by one. A sentence is right when the span from its first to its last word
is. Footnote marks ("[32]", "[citation needed]") are words in the treebanks and none in hearsay: their words are left out.
Prints precision, recall and F1; --misses shows N lines of each kind of mistake.
"""
import json
import re
import subprocess
import sys
import tempfile


FOOTNOTE_MARK = re.compile(r"\[(\d{1,3}((, ?|[-–])\d{1,3})*|[a-z]+ ?[a-z]* needed)\]")


class Document:
    def __init__(self, name):
        self.name, self.text = name, ""
        self.words, self.sentences = [], []


def read_sentences(path):
    """(comments, rows) of every sentence; rows without empty nodes."""
    comments, rows = {}, []
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            line = line.rstrip("\n")
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                comments[key.strip()] = value.strip()
            elif line:
                columns = line.split("\t")
                if "." not in columns[0]:
                    rows.append(columns)
            elif rows:
                yield comments, rows
                comments, rows = {}, []
    if rows:
        yield comments, rows


def has(comments, key):
    return any(name == key or name.startswith(key + " ") for name in comments)


def locate(text, rows, offset):
    """Spans of the syntactic words in the sentence's text."""
    spans, at, index = [], 0, 0
    while index < len(rows):
        columns = rows[index]
        size = 1
        if "-" in columns[0]:
            first, last = map(int, columns[0].split("-"))
            size, index = last - first + 1, index + 1
        start = text.index(columns[1], at)
        end = at = start + len(columns[1])
        for row in rows[index:index + size]:
            place = text.find(row[1], start, end)
            if size == 1 or place < 0:
                spans.append((offset + start, offset + end))
            else:
                spans.append((offset + place, offset + place + len(row[1])))
                start = place + len(row[1])
        index += size
    return spans


def space_after(rows):
    last = rows[-1]
    for row in rows:
        if "-" in row[0] and row[0].split("-")[1] == last[0]:
            last = row
    return "SpaceAfter=No" not in last[9]


def without_marks(text, spans, offset):
    marks = [(offset + mark.start(), offset + mark.end()) for mark in FOOTNOTE_MARK.finditer(text)]
    return [span for span in spans if not any(start <= span[0] and span[1] <= end for start, end in marks)]


def read_treebank(path):
    documents, joint = [], ""
    for comments, rows in read_sentences(path):
        if has(comments, "newdoc") or not documents:
            documents.append(Document("d%d" % len(documents)))
            joint = ""
        elif has(comments, "newpar"):
            joint = "\n\n"
        document = documents[-1]
        document.text += joint if document.text else ""
        spans = locate(comments["text"], rows, len(document.text))
        document.text += comments["text"]
        spans = without_marks(comments["text"], spans, len(document.text) - len(comments["text"]))
        document.words += spans
        if spans:
            document.sentences.append((spans[0][0], spans[-1][1]))
        joint = " " if space_after(rows) else ""
    return documents


def run(program, documents):
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for document in documents:
            file.write(json.dumps({"id": document.name, "text": document.text}, ensure_ascii=False) + "\n")
        file.flush()
        output = subprocess.run([program, "parse", "--from", "jsonl", file.name], check=True, stdout=subprocess.PIPE).stdout
    with tempfile.NamedTemporaryFile("wb", suffix=".conllu") as file:
        file.write(output)
        file.flush()
        found = {}
        for comments, rows in read_sentences(file.name):
            if "newdoc id" in comments:
                current = found.setdefault(comments["newdoc id"], Document(comments["newdoc id"]))
            spans = [word_span(row) for row in rows if "-" not in row[0]]
            current.words += spans
            current.sentences.append((spans[0][0], spans[-1][1]))
    return found


def word_span(row):
    for item in row[9].split("|"):
        if item.startswith("TokenRange="):
            start, end = item[len("TokenRange="):].split(":")
            return int(start), int(end)
    sys.exit("a word without TokenRange: %s" % "\t".join(row))


def show(document, spans, kind):
    for start, end in spans:
        context = document.text[max(0, start - 30):start] + "⟦" + document.text[start:end] + "⟧" + document.text[end:end + 30]
        print("  %s %s" % (kind, context.replace("\n", "⏎")))


def report(name, documents, found, attribute, misses):
    right = gold = system = 0
    for document in documents:
        expected, got = set(getattr(document, attribute)), set(getattr(found[document.name], attribute))
        right, gold, system = right + len(expected & got), gold + len(expected), system + len(got)
        if misses > 0:
            show(document, sorted(expected - got)[:misses], "missed")
            show(document, sorted(got - expected)[:misses], "extra ")
            misses -= len(expected ^ got)
    precision, recall = right / max(1, system), right / max(1, gold)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print("%-28s %-9s P %.2f  R %.2f  F1 %.2f  (%d)" % (name, attribute, 100 * precision, 100 * recall, 100 * f1, gold))
    return f1


def main():
    arguments = sys.argv[1:]
    misses = 0
    if "--misses" in arguments:
        at = arguments.index("--misses")
        misses = int(arguments[at + 1])
        del arguments[at:at + 2]
    if len(arguments) < 2:
        sys.exit(__doc__)
    for path in arguments[1:]:
        documents = read_treebank(path)
        found = run(arguments[0], documents)
        for attribute in ("words", "sentences"):
            report(path.rsplit("/", 1)[-1], documents, found, attribute, misses)


if __name__ == "__main__":
    main()
