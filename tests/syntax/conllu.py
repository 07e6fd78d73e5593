"""Reads CoNLL-U strictly and says what is wrong with it; for the checks of this folder.

    documents(text)               the documents of a CoNLL-U file
    problems(document, text)      what breaks the format, the trees, or the spans into the document's text
"""
import re

UPOS = set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split())
ID, FORM, LEMMA, TAG, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC = range(10)


class Sentence:
    def __init__(self):
        self.comments, self.rows = {}, []

    def words(self):
        return [row for row in self.rows if row[ID].isdigit()]


class Document:
    def __init__(self, name):
        self.name, self.sentences = name, []


def documents(text):
    """A list of Document. ValueError for what is no CoNLL-U at all."""
    found, sentence = [], None
    if text and not text.endswith("\n\n") and not text.rsplit("\n", 2)[-2].startswith("# newdoc"):
        raise ValueError("the file does not end with an empty line")
    for number, line in enumerate(text.split("\n")[:-1], 1):
        if line.startswith("# newdoc id = "):
            found.append(Document(line[len("# newdoc id = "):]))
        elif line.startswith("#"):
            sentence = sentence or Sentence()
            key, _, value = line[1:].partition("=")
            sentence.comments[key.strip()] = value[1:]
        elif line:
            row = line.split("\t")
            if len(row) != 10 or sentence is None or "" in row:
                raise ValueError("line %d: %r" % (number, line))
            sentence.rows.append(row)
        else:
            found[-1].sentences.append(sentence)
            sentence = None
    return found


def span_of(row):
    found = re.search(r"(?:^|\|)TokenRange=(\d+):(\d+)$", row[MISC])
    return (int(found[1]), int(found[2])) if found else None


def tree_problems(words):
    heads = [int(row[HEAD]) if row[HEAD].isdigit() else -1 for row in words]
    if [head for head in heads if not 0 <= head <= len(words)]:
        yield "a head is out of range"
        return
    roots = [row for row, head in zip(words, heads) if head == 0]
    if len(roots) != 1 or [row for row in words if (row[DEPREL] == "root") != (row[HEAD] == "0")]:
        yield "%d roots" % len(roots)
    for start in range(len(words)):
        at, steps = start + 1, 0
        while at and steps <= len(words):
            at, steps = heads[at - 1], steps + 1
        if at:
            yield "word %d is on a cycle" % (start + 1)
            return


def row_problems(sentence):
    words = sentence.words()
    if not words or [int(row[ID]) for row in words] != list(range(1, len(words) + 1)):
        yield "ids are not 1, 2, 3, ..."
    covered = 0
    for row, following in zip(sentence.rows, sentence.rows[1:] + [None]):
        if row[ID].isdigit():
            if row[TAG] not in UPOS or row[XPOS] == "_":
                yield "word %s lacks tags" % row[ID]
            continue
        first, last = (int(end) for end in row[ID].split("-"))
        if not covered < first < last <= len(words) or not following or following[ID] != str(first):
            yield "range %s" % row[ID]
        if row[LEMMA:MISC] != ["_"] * 7:
            yield "range %s has columns of a word" % row[ID]
        covered = last


def name_problems(words):
    before = "O"
    for row in words:
        name = (re.search(r"(?:^|\|)NER=([^|]+)", row[MISC]) or [0, "O"])[1]
        if name.startswith("I-") and before[2:] != name[2:]:
            yield "%s follows %s at word %s" % (name, before, row[ID])
        before = name


def surface_of(sentence):
    """What `# text` must be."""
    text, covered = "", 0
    for row in sentence.rows:
        if row[ID].isdigit() and int(row[ID]) <= covered:
            continue
        if not row[ID].isdigit():
            covered = int(row[ID].split("-")[1])
        text += row[FORM] + ("" if "SpaceAfter=No" in row[MISC].split("|") else " ")
    return text.rstrip(" ")


def span_problems(sentence, text, cursor):
    """TokenRange slices the text to FORM, in the order of the text; (problems, where the sentence ends)"""
    found, until, last_range = [], cursor, (0, 0, 0)
    for row in sentence.rows:
        span = span_of(row)
        if not span or text[span[0]:span[1]] != row[FORM]:
            found.append("word %s is %r, its span %s %r" % (row[ID], row[FORM], span, text[span[0]:span[1]] if span else None))
            continue
        if not row[ID].isdigit():
            last_range = (int(row[ID].split("-")[1]), span[0], span[1])
        elif int(row[ID]) <= last_range[0] and not last_range[1] <= span[0] < span[1] <= last_range[2]:
            found.append("word %s leaves its range" % row[ID])
        if span[0] < until:
            found.append("word %s overlaps what stands before it" % row[ID])
        until = span[1] if row[ID].isdigit() else until
    return found, until


def problems(document, text=None):
    """Sentences that say what is wrong; `text` is the document's, None where spans are not to be looked at."""
    cursor, ids = 0, set()
    for number, sentence in enumerate(document.sentences, 1):
        found = list(row_problems(sentence)) + list(name_problems(sentence.words()))
        found += list(tree_problems(sentence.words()))
        if sentence.comments.get("text", "").rstrip(" ") != surface_of(sentence):
            found.append("`# text` is %r, the words make %r" % (sentence.comments.get("text"), surface_of(sentence)))
        if sentence.comments.get("sent_id") in ids | {None}:
            found.append("sent_id %s" % sentence.comments.get("sent_id"))
        ids.add(sentence.comments.get("sent_id"))
        if text is not None:
            spans, cursor = span_problems(sentence, text, cursor)
            found += spans
        for problem in found:
            yield "%s, sentence %d: %s" % (document.name, number, problem)
