#!/usr/bin/env python3
"""Trees of other parsers are taken as they are, and only what they lack is predicted.

usage: check_other_parsers.py HEARSAY. The samples are of our own making, each in the manner of one program.
"""
import json
import os
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import conllu  # noqa: E402

# ID FORM LEMMA UPOS XPOS HEAD DEPREL of one sentence, its words before their columns are left out.
WORDS = [row.split() for row in """
1 Nadia Nadia PROPN NNP 3 nsubj
2 Brandt Brandt PROPN NNP 1 flat
3 said say VERB VBD 0 root
4 that that SCONJ IN 7 mark
5 the the DET DT 6 det
6 ministry ministry NOUN NN 7 nsubj
7 lied lie VERB VBD 3 ccomp
8 to to ADP IN 9 case
9 voters voter NOUN NNS 7 obl
10 . . PUNCT . 3 punct
""".strip().split("\n")]
TEXT = "Nadia Brandt said that the ministry lied to voters."


def lines(comments="", lemma=True, tags=True, xpos=True, tree=True, root="root", feats="_", deps=None, misc=None, extra=None):
    """The sentence with some columns left out; `extra` maps an id to a line that goes before it."""
    out = comments
    for number, form, lemma_, upos, xpos_, head, deprel in WORDS:
        last = number == "9"
        row = [number, form, lemma_ if lemma else "_", upos if tags else "_", xpos_ if xpos else "_", feats, head if tree else "_",
               (root if deprel == "root" else deprel) if tree else "_", deps % (head, deprel) if deps else "_",
               misc(number) if misc else "SpaceAfter=No" if last else "_"]
        out += (extra or {}).get(number, "") + "\t".join(row) + "\n"
    return out + "\n"


def stanza(number):
    start = sum(len(row[1]) + 1 for row in WORDS[:int(number) - 1])
    return "start_char=%d|end_char=%d|ner=%s" % (start, start + len(WORDS[int(number) - 1][1]), "B-PERSON" if number == "1" else "O")


NAMED = "# newdoc id = sample\n# newpar\n# sent_id = 1\n# text = %s\n" % TEXT
EMPTY = {"7": "6.1\tghost\tghost\tPRON\tPRP\t_\t_\t_\t7:nsubj\t_\n"}
SAMPLES = {
    "UDPipe": lines("# generator = UDPipe 2, https://example.org\n# udpipe_model = english\n" + NAMED, feats="Number=Sing",
                    misc=lambda number: "SpacesAfter=\\n" if number == "10" else "SpaceAfter=No" if number == "9" else "_"),
    "Stanza": lines("# text = %s\n# sent_id = 0\n" % TEXT, feats="Number=Sing", misc=stanza),
    "spaCy": lines(root="ROOT"),
    "no MISC": lines("# text = %s\n" % TEXT, misc=lambda number: "_"),
    "no XPOS": lines(NAMED, xpos=False),
    "no lemmas": lines(NAMED, lemma=False),
    "no tags": lines(NAMED, tags=False, xpos=False),
    "no trees": lines(NAMED, tree=False),
    "words alone": lines(NAMED, lemma=False, tags=False, xpos=False, tree=False),
    "enhanced": lines(NAMED, deps="%s:%s|3:x", extra=EMPTY),
    "tags of another set": lines(NAMED).replace("\tVBD\t", "\tVVD\t").replace("\tDET\t", "\tSPACE\t"),
}
FOREIGN = lines(NAMED).replace("case", "prep").replace("obl", "pobj")


def run(program, command, text):
    """Standard output, standard error."""
    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, "sample.conllu")
        with open(path, "w", encoding="utf-8") as file:
            file.write(text)
        done = subprocess.run([program, command, "--from", "conllu", path], stdout=subprocess.PIPE, stderr=subprocess.PIPE, check=False)
    return (done.stdout.decode(), done.stderr.decode()) if done.returncode == 0 else ("", "exit code %d" % done.returncode)


def is_kept(given, column):
    return given != "_" and not (column == conllu.XPOS and given == "VVD") and not (column == conllu.TAG and given == "SPACE")


def changes(sample, found):
    """What the program did not keep, and what it did not fill in."""
    given = [line.split("\t") for line in sample.split("\n") if line and line[0] != "#" and "." not in line.split("\t")[0]]
    if len(given) != len(found):
        yield "%d words of %d" % (len(found), len(given))
    for before, after in zip(given, found):
        for column in (conllu.FORM, conllu.LEMMA, conllu.TAG, conllu.XPOS, conllu.HEAD, conllu.DEPREL):
            if is_kept(before[column], column) and before[column].replace("ROOT", "root") != after[column]:
                yield "%s became %s" % (before[column], after[column])
            if after[column] == "_":
                yield "column %d of %s is empty" % (column + 1, before[1])


def check_sample(program, name, sample):
    out, err = run(program, "parse", sample)
    documents = conllu.documents(out)
    if len(documents) != 1 or len(documents[0].sentences) != 1 or err:
        yield "%s: %d documents; %s" % (name, len(documents), err)
        return
    problems = list(conllu.problems(documents[0])) + list(changes(sample, documents[0].sentences[0].words()))
    record = json.loads(run(program, "extract", sample)[0] or "{}")
    names = {entity["id"]: entity["name"] for entity in record.get("entities", [])}
    said = [(claim["relation"], names.get(source["entity"])) for claim in record.get("claims", []) for source in claim["sources"]]
    if said != [("say", "Nadia Brandt")]:
        problems.append("claims %s" % said)
    for problem in problems:
        yield "%s: %s" % (name, problem)


def check_foreign(program):
    """Another scheme's trees are not mixed with ours: everything is parsed anew, with one warning."""
    out, err = run(program, "parse", FOREIGN)
    if err.count("warning") != 1 or "none of Universal Dependencies" not in err or "pobj" in out:
        yield "another scheme: %s" % err


def main():
    failures = [problem for name, sample in SAMPLES.items() for problem in check_sample(sys.argv[1], name, sample)]
    failures += check_foreign(sys.argv[1])
    print("\n".join(failures))
    print("%d samples, %d problems" % (len(SAMPLES) + 1, len(failures)))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
