"""hearsay explain --format json follows schemas/explanation.schema.json and agrees with extract and parse; its probabilities are what its
features add up to; near misses have the reasons that they should have; the form for people says the same."""
import copy, json, math, os, subprocess, sys, tempfile

from schemas import SOURCE, schema

PROGRAM = sys.argv[1]

# Why was this not found? A sentence, the word, the reason.
MISSES = [
    ('Critics of the plan met in Oslo.', 'met', None),
    ('Norway lisped that Sweden had lied.', 'lisped', 'unknown_word'),
    ('The wall called the tune.', 'called', 'no_complement'),
    ('Norway slammed.', 'slammed', 'no_target_or_content'),
    ('Norway said goodbye.', 'said', 'no_clause'),
    ('Peter Lund spoke.', 'spoke', 'no_companion'),
    ('"We deny it," said Peter Lund.', 'deny', 'quoted_person'),
    ('Peter Lund issued a statement condemning the raid.', 'issued', None),
]


def run(arguments, text, code=0):
    result = subprocess.run([PROGRAM] + arguments, input=text, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8')
    assert result.returncode == code, (arguments, result.returncode, result.stderr[:2000])
    return result.stdout


def explain(text, *arguments):
    return json.loads(run(['explain', '--format', 'json', *arguments, '-'], text))


def check_words(explanation, text):
    parsed = [line.split('\t') for line in run(['parse', '-'], text).splitlines() if line and line[0] not in '#']
    parsed = [row for row in parsed if '-' not in row[0]]
    words = [word for sentence in explanation['sentences'] for word in sentence['words']]
    assert len(parsed) == len(words)
    for row, word in zip(parsed, words):
        assert row[:5] == [str(word['id']), word['form'], word['lemma'], word['upos'], word['xpos']], (row, word)
        assert row[6:8] == [str(word['head']), word['deprel']], (row, word)


def check_claims(explanation):
    """Each claim of the record once, in order; its probabilities from its features."""
    parts = [claim for sentence in explanation['sentences'] for claim in sentence['claims']]
    claims = explanation['record']['claims']
    assert [part['id'] for part in parts] == [claim['id'] for claim in claims]
    for part, claim in zip(parts, claims):
        edge = (claim['sources'] or claim['content']) and any(target['role'] != 'topic' for target in claim['targets'])
        assert part['confidence'] == claim['confidence'] == part['probabilities']['edge' if edge else 'claim']
        for question, probability in part['probabilities'].items():
            odds = sum(feature[question] for feature in part['features'])
            assert abs(1 / (1 + math.exp(-odds)) - probability) < 0.0101, (part['id'], question, odds, probability)
        assert ('negated' in part['notes']) == claim['negated'] and ('no_source' in part['notes']) == (not claim['sources'])


def check_refusal(validator, explanation):
    """Each property of the first of everything, given a value of no use."""
    sentence = next(s for s in explanation['sentences'] if s['claims'] and s['near_misses'])
    explanation = dict(explanation, sentences=[sentence])
    for path in ((), ('sentences', 0), ('sentences', 0, 'words', 0), ('sentences', 0, 'claims', 0), ('sentences', 0, 'claims', 0, 'probabilities'),
                 ('sentences', 0, 'claims', 0, 'features', 0), ('sentences', 0, 'near_misses', 0)):
        place = explanation
        for step in path:
            place = place[step]
        for key in list(place) + ['more']:
            broken = copy.deepcopy(explanation)
            at = broken
            for step in path:
                at = at[step]
            at[key] = {'no': 'use'}
            assert not validator.is_valid(broken), (path, key)


def check_misses():
    for text, word, reason in MISSES:
        misses = [miss for sentence in explain(text)['sentences'] for miss in sentence['near_misses'] if miss['form'] == word]
        reasons = {miss['reason'] for miss in misses}
        assert (reason in reasons) if reason else not reasons & {'unknown_word', 'below_confidence'}, (text, word, reasons)


def check_confidence(text):
    """What --min-confidence leaves out is a near miss, and nothing else changes."""
    everything = explain(text, '--min-confidence', '0')
    sure = explain(text, '--min-confidence', '0.9')
    count = lambda explanation: len(explanation['record']['claims'])
    below = [miss for sentence in sure['sentences'] for miss in sentence['near_misses'] if miss['reason'] == 'below_confidence']
    assert count(everything) == count(sure) + len(below) and below and count(sure)
    assert all(miss['confidence'] < 0.9 for miss in below) and all(claim['confidence'] >= 0.9 for claim in sure['record']['claims'])


def check_people(text, explanation):
    lines = run(['explain', '-'], text).splitlines()
    for claim in explanation['record']['claims']:
        head = '  claim %s: %s, %s (CAMEO %s)' % (claim['id'], claim['kind'], claim['relation'], claim['cameo'])
        at = lines.index(head)
        assert lines[at + 1] == '    rule        ' + claim['rule']
        assert '"%s"' % ' '.join(claim['cue']['text'].split()) in lines[at + 2], lines[at + 2]
    for sentence in explanation['sentences']:
        for miss in sentence['near_misses']:
            start = '  no claim: %d "%s"' % (miss['word'], miss['form'])
            assert any(line.startswith(start) and miss['text'] in line for line in lines), start
    assert not any('\t' in line or '\r' in line for line in lines)


def main():
    text = open(os.path.join(SOURCE, 'graphs', 'nord-stream.txt'), encoding='utf-8').read()
    validator = schema('explanation')
    records = schema('record')
    explanation = explain(text)
    validator.validate(explanation)
    records.validate(explanation['record'])
    assert explanation['record'] == json.loads(run(['extract', '-'], text)), 'extract and explain find different claims'
    check_words(explanation, text)
    check_claims(explanation)
    check_refusal(validator, explanation)
    check_misses()
    check_confidence(text)
    check_people(text, explanation)
    for odd in ('', ' \n', 'Ёжик 😀 said:\r\n“It is 100\u00a0% safe — no 🐘 crossed it.”[3]\u2028"The claim is false," he said.', 'A\tB said\x01 no.'):
        validator.validate(explain(odd))
        run(['explain', '-'], odd)
    with tempfile.TemporaryDirectory() as folder:
        record = os.path.join(folder, 'record.jsonl')
        run(['extract', '-', '-o', record], text)
        run(['explain', record], '', code=5)
    run(['explain', '--format', 'xml', '-'], text, code=2)
    run(['explain', '--min-confidence', '2', '-'], text, code=2)
    edges = [run(['graph', '--min-confidence', least, '--edges', 'each', '--format', 'dot', '-'], text).count('->') for least in ('0', '0.6', '0.9')]
    assert edges == sorted(edges, reverse=True) and len(set(edges)) == 3, edges


if __name__ == '__main__':
    main()
