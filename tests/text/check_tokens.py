#!/usr/bin/env python3
"""Words and sentences from raw text stay as good as they are: floors under the figures of score_tokens.py.

usage: check_tokens.py HEARSAY. Skips (77) without the treebanks in ../shared/data/dev beside the project.
"""
import os
import sys

sys.dont_write_bytecode = True
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
import score_tokens  # noqa: E402

DATA = os.path.join(HERE, "..", "..", "..", "shared", "data", "dev")
FLOORS = {"ewt-dev.conllu": {"words": 0.990, "sentences": 0.850}, "gum-dev.conllu": {"words": 0.995, "sentences": 0.950}}


def main():
    paths = [os.path.join(DATA, name) for name in FLOORS]
    if not all(os.path.exists(path) for path in paths):
        print("skipped: no treebanks in %s" % os.path.normpath(DATA))
        return 77
    failed = False
    for path in paths:
        name = os.path.basename(path)
        documents = score_tokens.read_treebank(path)
        found = score_tokens.run(sys.argv[1], documents)
        for attribute, floor in FLOORS[name].items():
            failed |= score_tokens.report(name, documents, found, attribute, 0) < floor
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
