#!/usr/bin/env python3
"""`hearsay parse` gives valid CoNLL-U whatever the text: made-up documents of every kind against the validator of conllu.py.

usage: check_conllu.py HEARSAY. HEARSAY_CHECK_DOCUMENTS is how many there are (1,000).
"""
import json
import os
import random
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
import conllu  # noqa: E402

PEOPLE = ["Marta Oyelaran", "Mr. J. K. Lindqvist", "O'Hara", "Xiomara de la Cruz-Peña", "Abd al-Karim", "Prof. Dr. Ngozi", "the envoy"]
PLACES = ["Lower Saxony", "St. Gallen", "Côte d'Ivoire", "Ruritania", "the U.S.", "Nagorno-Karabakh"]
VERBS = ["said", "didn't say", "denied", "couldn't've known", "warned", "can't believe", "gonna insist", "WROTE", "tweeted"]
CLAUSES = ["that {place} had broken the 1.5-year-old truce", "\"we won't, and you can't, win\"", "‘it’s over’", "why {person} left",
           "(see p. 12 [3])", "3,000 people weren't paid $4.5m — or €7", "e-mail a.b@example.org or www.example.org/x?y=1&z",
           "«rien ne va plus»", "he'd've gone, i.e. fled...", "the so-called \"peace\"plan[14][note 2]", "rock'n'roll is 24/7"]
ENDINGS = [".", "?!", "...", "…", "", ";", ".\"", ":", " -", "!!!", ".[7]"]
ODD = ["\u200b", "\u00ad", "\u00a0", "\u2028", "\ufeff", "\u0000", "\u0007", "\u202e", "e\u0301", "👩‍👩‍👧", "国際連合", "عربى", "\ud7ff", "\U0010ffff",
       "_", "#", "\t", "\\", "|", "=", "\u0085", "ﬁ", "İ", "ß", "'", "``", "--", "*", "\r\n", "\r", "&amp;", "<b>", "\ufffd", "~~~"]
JOINS = [" ", "  ", "\n", "\n\n", "\t", "\r\n", " — "]


def clause(random_):
    return random_.choice(CLAUSES).format(place=random_.choice(PLACES), person=random_.choice(PEOPLE))


def sentence(random_):
    words = "%s %s %s" % (random_.choice(PEOPLE), random_.choice(VERBS), clause(random_))
    while random_.random() < 0.3:
        words += random_.choice([", and ", ", which ", "; ", ", because ", " / "]) + clause(random_)
    return words + random_.choice(ENDINGS)


def plain(random_):
    return "".join(sentence(random_) + random_.choice(JOINS) for _ in range(random_.randrange(6)))


def odd(random_):
    """Text with odd characters in odd places."""
    text = list(plain(random_))
    for _ in range(random_.randrange(1, 12)):
        text.insert(random_.randrange(len(text) + 1), random_.choice(ODD))
    return "".join(text)


def noise(random_):
    return "".join(random_.choice(ODD + list("aeT. ,'\"-n0")) for _ in range(random_.randrange(80)))


def long(random_):
    return "%s said %s." % (random_.choice(PEOPLE), " and ".join(clause(random_) for _ in range(random_.randrange(40, 400))))


def markdown(random_):
    marks = ["# %s\n\n", "* %s\n", "> %s\n\n", "1. *%s*\n", "**%s**\n\n", "| %s | x |\n|---|---|\n", "[%s](http://example.org)\n\n", "`%s`\n",
             "![%s](a.png)\n\n", "%s[^1]\n\n", "~~%s~~ <br/>\n", "```\n%s\n```\n"]
    return "".join(random_.choice(marks) % sentence(random_).replace("\n", " ") for _ in range(random_.randrange(1, 8)))


def broken(random_):
    """Bytes that are no UTF-8."""
    data = bytearray(plain(random_).encode())
    for _ in range(random_.randrange(1, 9)):
        data.insert(random_.randrange(len(data) + 1), random_.choice([0, 0x80, 0xC3, 0xE2, 0xED, 0xF4, 0xFF]))
    return bytes(data)


def make_inputs(folder, count):
    """Writes the documents; (paths, {id: text})"""
    paths, texts, random_ = [os.path.join(folder, "many.jsonl")], {}, random.Random(7)
    with open(paths[0], "w", encoding="utf-8") as file:
        for number in range(count):
            kind = "plain odd noise odd plain plain odd plain plain odd".split()[number % 10] if number % 100 else "long"
            name, text = "%s-%d" % (kind, number), globals()[kind](random_)
            texts[name] = text.replace("\0", "\ufffd")
            file.write(json.dumps({"id": name, "text": text}) + "\n")
    for number in range(count // 20):
        for suffix, make in ((".md", markdown), (".txt", broken)):
            data = make(random_)
            data = data if isinstance(data, bytes) else data.encode()
            paths.append(os.path.join(folder, "%d%s" % (number, suffix)))
            with open(paths[-1], "wb") as file:
                file.write(data)
            texts[paths[-1].rsplit(".", 1)[0] + suffix] = data.decode("utf-8", "replace").replace("\0", "\ufffd")
    return paths, texts


GOOD = """# newdoc id = a
# sent_id = a-1
# text = Ana can't.
1\tAna\tAna\tPROPN\tNNP\t_\t0\troot\t_\tNER=B-PER|TokenRange=0:3
2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=4:9
2\tca\tcan\tAUX\tMD\t_\t1\taux\t_\tTokenRange=4:6
3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t_\tTokenRange=6:9
4\t.\t.\tPUNCT\t.\t_\t1\tpunct\t_\tTokenRange=9:10

"""
DAMAGE = [("TokenRange=0:3", "TokenRange=0:2"), ("2-3\t", "2-4\t"), ("\t0\troot", "\t2\troot"), ("\t1\tpunct", "\t0\tpunct"), ("_\t2\tadv", "_\t3\tadv"),
          ("_\t2\tadv", "_\t5\tadv"), ("B-PER", "I-PER"), ("SpaceAfter=No|", ""), ("can't.", "cannot."), ("PROPN", "NAME"), ("sent_id", "id"), ("4\t.", "5\t.")]


def validator_is_blind():
    """What the validator does not see: nothing, or the rest of the check means little."""
    for old, new in [("", "")] + DAMAGE:
        seen = list(conllu.problems(conllu.documents(GOOD.replace(old, new, 1) if old else GOOD)[0], "Ana can't."))
        if bool(seen) != bool(old):
            yield "the validator: %r in place of %r gives %s" % (new, old, seen)


def check_long(program, folder):
    """A long text is parsed in parts: they join without a seam. Names aside, each paragraph comes out as if it were alone."""
    random_, paragraphs = random.Random(8), []
    while sum(map(len, paragraphs)) < 1.1 * 2 ** 20:
        paragraphs.append(" ".join(sentence(random_) for _ in range(4)))
    paths = os.path.join(folder, "long.txt"), os.path.join(folder, "short.jsonl")
    with open(paths[0], "w", encoding="utf-8") as file:
        file.write("\n\n".join(paragraphs))
    with open(paths[1], "w", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": str(number), "text": text}) + "\n" for number, text in enumerate(paragraphs))
    whole, short = (conllu.documents(subprocess.run([program, "parse", "--quiet", path], stdout=subprocess.PIPE, check=True).stdout.decode())
                    for path in paths)
    yield from conllu.problems(whole[0], "\n\n".join(paragraphs))
    trees = [[[row[:conllu.MISC] for row in sentence_.rows] for document in documents for sentence_ in document.sentences]
             for documents in (whole, short)]
    if len(whole) != 1 or trees[0] != trees[1]:
        yield "a long text: %d documents, %d sentences instead of %d" % (len(whole), len(trees[0]), len(trees[1]))


def main():
    count = int(os.environ.get("HEARSAY_CHECK_DOCUMENTS", "1000"))
    with tempfile.TemporaryDirectory() as folder:
        paths, texts = make_inputs(folder, count)
        found, failures, words = [], list(validator_is_blind()), 0
        for group in (paths[:1], [path for path in paths if path.endswith(".md")], [path for path in paths if path.endswith(".txt")]):
            run = subprocess.run([sys.argv[1], "parse", "--quiet"] + group, stdout=subprocess.PIPE, check=False)
            if run.returncode:
                failures.append("%s, ...: exit code %d" % (group[0], run.returncode))
            suffix = os.path.splitext(group[0])[1]
            for document in conllu.documents(run.stdout.decode("utf-8")):
                name = document.name + (suffix if suffix != ".jsonl" else "")
                found.append(name)
                words += sum(len(sentence.words()) for sentence in document.sentences)
                failures += conllu.problems(document, texts.get(name))
        failures += check_long(sys.argv[1], folder)
        if found != list(texts) and sorted(found) != sorted(texts):
            failures.append("%d documents came of %d" % (len(found), len(texts)))
    print("\n".join(failures[:40]))
    print("%d documents, %d words, %d problems" % (len(found), words, len(failures)))
    return 1 if failures or not words else 0


if __name__ == "__main__":
    sys.exit(main())
