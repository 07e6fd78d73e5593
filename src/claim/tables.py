#!/usr/bin/env python3
"""Turns frames.tsv, cues.tsv and lexicon.tsv into C tables: tables.py FOLDER OUTPUT. Standard library only."""
import sys

ACTOR_SLOTS = {'subj', 'obj', 'person', 'owner', 'doer', 'culprit', 'poss', 'modifier', 'governor', 'predicate', 'object', 'holder', 'opener', 'closer',
               'faced', 'answered', 'held', 'concerned', 'condition', 'demanded', 'reported', 'purpose', 'listener'}
CONTENT_SLOTS = {'clause', 'subjunctive', 'bare', 'infinitive', 'gerund', 'obj', 'thing', 'complement', 'host', 'modified', 'rest', 'quoted'}
CLASSES = ['verb', 'noun', 'adjective', 'adverb', 'phrase']
SLOTS_MAX = 8


def rows(folder, name, columns):
    """The rows of a table without its comments; stops at a row with the wrong number of columns."""
    for number, line in enumerate(open(f'{folder}/{name}', encoding='utf-8'), 1):
        line = line.rstrip('\n')
        if not line or line.startswith('#'):
            continue
        cells = line.split('\t')
        if len(cells) != columns:
            sys.exit(f'{name}:{number}: {len(cells)} columns, not {columns}')
        yield number, cells


def slot(text, known):
    """One slot: a known kind, or a preposition with what is taken of its object ("to:owner")."""
    word, _, rest = text.partition(':')
    if word in known:
        return f'{{SLOT_{word.upper()}, SLOT_NONE, NULL}}'
    of = f'SLOT_{rest.upper()}' if rest else 'SLOT_NONE'
    return f'{{SLOT_PREPOSITION, {of}, "{word}"}}'


def slots(text, known):
    items = [] if text == '-' else [slot(item, known) for item in text.split(',')]
    if len(items) > SLOTS_MAX:
        sys.exit(f'more than {SLOTS_MAX} slots: {text}')
    return '{' + ', '.join(items + ['{SLOT_NONE, SLOT_NONE, NULL}'] * (SLOTS_MAX - len(items))) + '}'


def needs(text):
    return ' | '.join(f'NEED_{item.upper()}' for item in text.split(',')) if text != '-' else '0'


def frame_table(folder, out):
    names = []
    out.write('static const struct claim_frame frames[] = {\n')
    for _, (name, source, target, addressee, content, need) in rows(folder, 'frames.tsv', 6):
        names.append(name)
        out.write(f'    {{"{name}", {slots(source, ACTOR_SLOTS)}, {slots(target, ACTOR_SLOTS)},\n'
                  f'     {slots(addressee, ACTOR_SLOTS)}, {slots(content, CONTENT_SLOTS)}, {needs(need)}}},\n')
    out.write('};\n\n')
    return names


def cue_table(folder, out, frames):
    cues = []
    for number, (lemma, word_class, frame, relation, companion, prior) in rows(folder, 'cues.tsv', 6):
        if frame not in frames or word_class not in CLASSES or not 0 < int(prior) <= 100:
            sys.exit(f'cues.tsv:{number}: unknown frame or class, or a prior that is no percentage')
        if word_class == 'phrase':
            lemma, _, companion = lemma.partition(' ')
        cues.append((lemma.encode(), CLASSES.index(word_class), companion == '-', number, frame, relation, companion, prior))
    out.write('static const struct claim_cue cues[] = {\n')
    for lemma, word_class, alone, _, frame, relation, companion, prior in sorted(cues):
        companion = 'NULL' if alone else f'"{companion}"'
        out.write(f'    {{"{lemma.decode()}", {companion}, &frames[{frames.index(frame)}], CUE_{CLASSES[word_class].upper()}, '
                  f'RELATION_{relation.upper()}, {prior}}},\n')
    out.write('};\n\n')


def word_table(folder, out):
    words = sorted((lemma.encode(), classes) for _, (lemma, classes) in rows(folder, 'lexicon.tsv', 2))
    for (a, _), (b, _) in zip(words, words[1:]):
        if a == b:
            sys.exit(f'lexicon.tsv: {a.decode()} stands there twice')
    out.write('static const struct claim_word words[] = {\n')
    for lemma, classes in words:
        out.write(f'    {{"{lemma.decode()}", ' + ' | '.join(f'WORD_{c.upper()}' for c in classes.split(',')) + '},\n')
    out.write('};\n')


def main():
    folder, output = sys.argv[1:]
    with open(output, 'w', encoding='utf-8') as out:
        out.write('/* Made by tables.py from frames.tsv, cues.tsv and lexicon.tsv. */\n')
        frames = frame_table(folder, out)
        cue_table(folder, out, frames)
        word_table(folder, out)


if __name__ == '__main__':
    main()
