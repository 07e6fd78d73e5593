#!/usr/bin/env python3
"""Trains and measures the confidence of claims (confidence.tsv). Standard library only; the same input gives the same bytes.

usage: train_confidence.py train HEARSAY TABLE GOLD.jsonl...     rewrites the weights in TABLE, in place
       train_confidence.py measure HEARSAY GOLD.jsonl...         prints confidence against precision

GOLD: one document a line, {"id", "text", "attributions": [{"source", "source_frags", "cue", "content", "claim_kind", "targets"}...]},
spans in code points. The features come from `hearsay explain --format json`, so a change of the matcher needs only a new run.

Three questions about a claim that was found, each with a yes-or-no answer and a logistic model of its own:
  claim   a marked claim has its cue, shares a word of its source (or neither has one), and its content has at least half its
          words in common (Jaccard); an accusation must be marked as one, and everybody it accuses be an actor there
  source  a marked claim has its cue and shares a word of its source
  edge    (claims with a target or addressee) a marked claim of the same kind has its cue, shares a word of its
          source (or neither has one) and has each of its targets and addressees among those it is aimed at; a statement also among those it is about
          (not asked where readers marked the statement and named nobody)
Method: L2-regularised logistic regression by Newton's method. Weights are rounded to thousandths of log-odds."""
import json
import math
import re
import subprocess
import sys
import tempfile

WORD = re.compile(r'\w+')
QUESTIONS = ['claim', 'source', 'edge']
PENALTY = 4.0     # L2, for each weight but that of the row "base"
STEPS = 25        # of Newton's method; it converges in fewer than ten
# Added to the log-odds of each question. The sentences trained on are single and clean; in whole articles fewer of the claims found are
# right. With these, claims of political articles (looked at, not trained on) are right about as often as their confidence says.
SHIFTS = [-1.15, -1.15, -0.2]
BINS = [0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 95, 101]


def fragments(value):
    """A span, or a list of spans, as a list."""
    if not value:
        return []
    return [(span[0], span[1]) for span in (value if isinstance(value[0], (list, tuple)) else [value])]


def spans_of(content):
    return fragments((content or {}).get('spans') or (content or {}).get('span'))


class Words:
    """The words of a text, for comparing spans word by word."""
    def __init__(self, text):
        self.spans = [match.span() for match in WORD.finditer(text)]

    def of(self, fragments_of_text):
        return frozenset(i for i, (start, end) in enumerate(self.spans) if any(start < b and a < end for a, b in fragments_of_text))


def touch(a, b):
    return any(s < f and t < e for s, e in a for t, f in b)


def similar(a, b):
    return not a and not b or len(a & b) >= 0.5 * len(a | b)


class Marked:
    """A claim that readers marked."""
    def __init__(self, words, attribution):
        self.cue = fragments(attribution.get('cue_frags') or attribution['cue'])
        self.source = words.of(fragments(attribution.get('source_frags') or attribution['source']))
        self.content = words.of(fragments(attribution.get('content_frags') or attribution['content']))
        self.kind = attribution.get('claim_kind')
        # Readers do not agree on whether "X opposes Y's plan" is aimed at Y or only about Y; on whom an accusation is aimed at they do.
        self.actors = [words.of([tuple(target['span'])]) for target in attribution.get('targets', [])
                       if target['role'] != 'topic' or self.kind == 'statement']


def answers_of(claim, marked, words, mentions):
    """The three answers for one claim; None where the question makes no sense."""
    def actor_words(actor):
        return words.of([tuple(actor['span'])] + (mentions.get(actor['entity'], []) if actor['entity'] else []))
    cue = fragments(claim['cue']['span'])
    source = words.of([tuple(actor['span']) for actor in claim['sources']])
    content = words.of(spans_of(claim['content']))
    accused = [actor_words(actor) for actor in claim['targets'] if actor['role'] != 'topic']
    accuses = claim['kind'] == 'accusation' and accused
    same_cue = [m for m in marked if touch(cue, m.cue)]
    same_source = [m for m in same_cue if m.source & source or not m.source and not source]
    whole = [m for m in same_source if similar(content, m.content)]
    told_kind = any(m.kind for m in marked)
    aimed = [m for m in same_source if m.kind == claim['kind'] and all(any(a & b for b in m.actors) for a in accused)]
    # "rejected Y's request": readers who name nobody for a statement leave open whom it is aimed at.
    left_open = claim['kind'] == 'statement' and not aimed and any(m.kind == 'statement' and not m.actors for m in same_source)
    right = bool(whole) and (not accuses or not told_kind or any(m in aimed for m in whole))
    return [right, bool(same_source) if source else None, bool(aimed) if accused and told_kind and not left_open else None]


def explain(hearsay, gold):
    """The explanations of the texts of a gold file, by id."""
    with tempfile.NamedTemporaryFile('w', suffix='.jsonl', encoding='utf-8') as texts:
        for document in gold:
            texts.write(json.dumps({'id': str(document['id']), 'text': document['text']}) + '\n')
        texts.flush()
        command = [hearsay, 'explain', '--format', 'json', '--from', 'jsonl', '--min-confidence', '0', '--quiet', texts.name]
        output = subprocess.run(command, check=True, stdout=subprocess.PIPE).stdout
    return {row['record']['id']: row for row in map(json.loads, output.decode('utf-8').splitlines())}


def examples_of(hearsay, path):
    """(rows, answers, confidences) of every claim found in the texts of a gold file."""
    gold = [json.loads(line) for line in open(path, encoding='utf-8') if line.strip()]
    found = explain(hearsay, gold)
    examples = []
    for document in gold:
        explanation = found[str(document['id'])]
        words = Words(document['text'])
        marked = [Marked(words, attribution) for attribution in document['attributions']]
        mentions = {entity['id']: [tuple(m) for m in entity['mentions']] for entity in explanation['record']['entities']}
        parts = [claim for sentence in explanation['sentences'] for claim in sentence['claims']]
        for claim, part in zip(explanation['record']['claims'], parts):
            rows = [feature['name'] for feature in part['features']]
            confidences = [part['probabilities'][question] for question in QUESTIONS]
            examples.append((rows, answers_of(claim, marked, words, mentions), confidences))
    return examples


def solve(matrix, vector):
    """Solves a symmetric positive definite system by Cholesky's method."""
    size = len(vector)
    lower = [[0.0] * size for _ in range(size)]
    for i in range(size):
        for j in range(i + 1):
            rest = matrix[i][j] - sum(a * b for a, b in zip(lower[i][:j], lower[j][:j]))
            lower[i][j] = math.sqrt(rest) if i == j else rest / lower[j][j]
    half = []
    for i in range(size):
        half.append((vector[i] - sum(a * b for a, b in zip(lower[i][:i], half))) / lower[i][i])
    result = [0.0] * size
    for i in reversed(range(size)):
        result[i] = (half[i] - sum(lower[j][i] * result[j] for j in range(i + 1, size))) / lower[i][i]
    return result


def fit(examples, size):
    """Weights for examples of (indices of features, answer)."""
    weights = [0.0] * size
    for _ in range(STEPS):
        gradient = [-PENALTY * weight for weight in weights]
        curvature = [[0.0] * size for _ in range(size)]
        for i in range(size):
            curvature[i][i] = PENALTY
        gradient[0], curvature[0][0] = 0.0, 1e-6
        for features, answer in examples:
            probability = 1 / (1 + math.exp(-sum(weights[f] for f in features)))
            for f in features:
                gradient[f] += answer - probability
                row = curvature[f]
                for g in features:
                    row[g] += probability * (1 - probability)
        step = solve(curvature, gradient)
        weights = [weight + change for weight, change in zip(weights, step)]
        if max(map(abs, step)) < 1e-6:
            break
    return weights


def train(hearsay, table, paths):
    lines = [line.rstrip('\n') for line in open(table, encoding='utf-8')]
    rows = [line.split('\t')[:2] for line in lines if not line.startswith('#')]
    number = {name: i for i, (name, _) in enumerate(rows)}
    examples = [example for path in paths for example in examples_of(hearsay, path)]
    weights = []
    for question in range(len(QUESTIONS)):
        asked = [([number[row] for row in names], int(answers[question])) for names, answers, _ in examples if answers[question] is not None]
        weights.append(fit(asked, len(rows)))
        weights[question][0] += SHIFTS[question]
        print('%-7s %d claims, %.3f right' % (QUESTIONS[question], len(asked), sum(answer for _, answer in asked) / len(asked)))
    with open(table, 'w', encoding='utf-8') as out:
        out.writelines(line + '\n' for line in lines if line.startswith('#'))
        for i, (name, text) in enumerate(rows):
            out.write('\t'.join([name, text] + ['%d' % round(1000 * weight[i]) for weight in weights]) + '\n')


def measure(hearsay, paths):
    for path in paths:
        examples = examples_of(hearsay, path)
        print(path)
        for question, name in enumerate(QUESTIONS):
            asked = [(confidences[question], answers[question]) for _, answers, confidences in examples if answers[question] is not None]
            print('  %-7s %d' % (name, len(asked)))
            for low, high in zip(BINS, BINS[1:]):
                part = [answer for confidence, answer in asked if low <= round(100 * confidence) < high]
                above = [answer for confidence, answer in asked if round(100 * confidence) >= low]
                if part:
                    print('    .%02d to .%02d  %5d claims  right %.3f   from .%02d on  %5d claims  right %.3f'
                          % (low, high - 1, len(part), sum(part) / len(part), low, len(above), sum(above) / len(above)))


def main():
    if len(sys.argv) >= 5 and sys.argv[1] == 'train':
        train(sys.argv[2], sys.argv[3], sys.argv[4:])
    elif len(sys.argv) >= 4 and sys.argv[1] == 'measure':
        measure(sys.argv[2], sys.argv[3:])
    else:
        sys.exit(__doc__)


if __name__ == '__main__':
    main()
