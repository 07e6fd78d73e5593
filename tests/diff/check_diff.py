"""What diff says of records and graphs that differ in known ways."""
import copy
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import xml.etree.ElementTree

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'batch'))
import documents

PROGRAM = os.path.abspath(sys.argv[1])
SCHEMA = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'schemas', 'diff.schema.json')
TEXTS = {
    'a': 'Anna Kowalska of the Harbour Authority said that the bridge was safe. Jan Novak accused Peter Brandt of hiding '
         'the report. Maria Rossi denied that the plan had failed.',
    'b': 'Olga Lindqvist praised Peter Brandt for the repairs.',
}


def run(*arguments, code=0):
    result = subprocess.run([PROGRAM, *arguments], capture_output=True, text=True)
    assert result.returncode == code, (arguments, result.returncode, result.stderr[-500:])
    return result.stdout


def extract(texts, path):
    with open('texts.jsonl', 'w', encoding='utf-8') as file:
        file.writelines(json.dumps({'id': key, 'text': text}) + '\n' for key, text in texts.items())
    run('extract', 'texts.jsonl', '-o', path)
    with open(path, encoding='utf-8') as file:
        return [json.loads(line) for line in file]


def save(records, path):
    with open(path, 'w', encoding='utf-8') as file:
        file.writelines(json.dumps(record) + '\n' for record in records)


def difference(old, new, code=1):
    """The JSON of a difference, which follows its schema."""
    found = json.loads(run('diff', old, new, '--format', 'json', code=code))
    try:
        import jsonschema
        with open(SCHEMA, encoding='utf-8') as file:
            jsonschema.Draft202012Validator(json.load(file)).validate(found)
    except ImportError:
        pass
    return found


def summary(found):
    """[(change, name or (sources, relation, targets))]"""
    said = [(entry['change'], (entry['new'] or entry['old'])['name']) for entry in found['entities']]
    for entry in found['claims']:
        claim = entry['new'] or entry['old']
        said.append((entry['change'], (claim['sources'], claim['relation'], claim['targets'])))
    return said


def nothing_differs(records):
    """The same words with other numbers, places and confidences, in another order."""
    assert run('diff', 'old.rec', 'old.rec') == ''
    moved = copy.deepcopy(records)[::-1]
    for record in moved:
        record['length'] += 7
        for claim in record['claims']:
            claim['confidence'], claim['rule'] = 0.5, 'another'
            for part in (claim['cue'], claim['sentence'], *claim['sources'], *claim['targets'], claim['content'] or {}):
                part['span'] = [place + 7 for place in part['span']] if 'span' in part else None
        for claim in record['claims']:
            if claim['content'] and not claim['content'].get('span'):
                claim['content'] = None
    save(moved, 'moved.rec')
    assert run('diff', 'old.rec', 'moved.rec') == ''
    extract({key: 'It rained. ' + text for key, text in TEXTS.items()}, 'later.rec')
    assert run('diff', 'old.rec', 'later.rec') == ''


def records_differ(records):
    changed = dict(TEXTS, a=TEXTS['a'].replace('Peter Brandt', 'Ines Duarte'))
    del changed['b']
    extract(changed, 'new.rec')
    found = summary(difference('old.rec', 'new.rec'))
    assert found == [
        ('came', 'Ines Duarte'), ('gone', 'Peter Brandt'), ('gone', 'Olga Lindqvist'),
        ('came', ('Jan Novak', 'accuse', 'Ines Duarte')), ('gone', ('Jan Novak', 'accuse', 'Peter Brandt')),
        ('gone', ('Olga Lindqvist', 'praise', 'Peter Brandt'))], found
    text = run('diff', 'old.rec', 'new.rec', code=1)
    assert text.startswith('Entities: 1 came, 2 went, 0 changed\n+ Ines Duarte (person)\n'), text
    assert '\n+ a: Jan Novak accuse Ines Duarte: of hiding the report\n' in text, text
    mirrored = summary(difference('new.rec', 'old.rec'))
    assert sorted(what for change, what in mirrored if change == 'came' and isinstance(what, str)) == ['Olga Lindqvist', 'Peter Brandt']


def details_differ(records):
    """One thing at a time, on one claim or entity."""
    def edit(change):
        edited = copy.deepcopy(records)
        change(edited[0])
        save(edited, 'edited.rec')
        return difference('old.rec', 'edited.rec')

    accuse = next(i for i, claim in enumerate(records[0]['claims']) if claim['relation'] == 'accuse')
    claim = lambda record: record['claims'][accuse]
    for name, value in (('negated', True), ('certainty', 'alleged'), ('date', '2024-05-01'), ('citations', ['7'])):
        found = edit(lambda record: claim(record).update({name: value}))
        assert summary(found) == [('changed', ('Jan Novak', 'accuse', 'Peter Brandt'))], (name, found)
        entry = found['claims'][0]
        assert [key for key in entry['new'] if entry['new'][key] != entry['old'][key]] == [name], entry
    found = edit(lambda record: claim(record).update(relation='criticise', cameo='111'))
    assert summary(found) == [('changed', ('Jan Novak', 'criticise', 'Peter Brandt'))], found
    found = edit(lambda record: record['claims'].pop())
    assert len(found['claims']) == 1 and found['claims'][0]['change'] == 'gone'
    brandt = next(i for i, entity in enumerate(records[0]['entities']) if entity['name'] == 'Peter Brandt')
    found = edit(lambda record: record['entities'][brandt].update(country='DE', country_name='Germany'))
    assert summary(found) == [('changed', 'Peter Brandt')] and found['entities'][0]['new']['country'] == 'DE', found


def graphs_differ():
    for view in ('network', 'statements', 'countries'):
        for name in ('old', 'new'):
            run('graph', name + '.rec', '-o', name + '.json', '--view', view)
        assert run('diff', 'old.json', 'old.json') == ''
        if view != 'countries':
            difference('old.json', 'new.json')
    run('graph', 'old.rec', '-o', 'old.json')
    run('graph', 'new.rec', '-o', 'new.json')
    assert ('came', ('Jan Novak', 'accuse', 'Ines Duarte')) in summary(difference('old.json', 'new.json'))
    run('diff', 'old.rec', 'new.json', code=2)
    with open('broken.json', 'w', encoding='utf-8') as file:
        file.write('{"directed":true,"nodes":[],"links":[]}')
    run('diff', 'broken.json', 'new.json', code=5)


def folders_differ():
    documents.make('docs', 12)
    run('batch', 'docs', '-o', 'one', '--format', 'dot', '--quiet')
    assert run('diff', 'one', 'one') == ''
    documents.write('docs', '00/d0000.txt', 'Nobody said a word.')
    run('batch', 'docs', '-o', 'two', '--format', 'dot', '--quiet')
    found = difference('one', 'two')
    assert found['claims'] and {(entry['old'] or entry['new'])['document'] for entry in found['claims']} == {'00/d0000'}
    run('diff', 'docs', 'two', code=3)
    run('diff', 'missing', 'two', code=3)


def pictures():
    """What came, went and stayed is told apart by text and line, not by colour alone."""
    run('diff', 'old.rec', 'new.rec', '-o', 'difference.dot', code=1)
    with open('difference.dot', encoding='utf-8') as file:
        dot = file.read()
    line = {mark: next((l for l in dot.splitlines() if ' -> ' in l and 'label="%s ' % mark in l), None) for mark in '+−'}
    assert 'style=solid' in line['+'] and 'style=dashed' in line['−'], line
    assert 'label="+ Ines Duarte"' in dot and 'label="− Peter' in dot
    run('diff', 'old.rec', 'new.rec', '-o', 'difference.svg', code=1)
    text = ' '.join(xml.etree.ElementTree.parse('difference.svg').getroot().itertext())
    assert '+ Ines Duarte' in text and '+ accused' in text and '− accused' in text, text[:500]
    for wrong in ('difference.graphml', 'difference.txt'):
        run('diff', 'old.rec', 'new.rec', '-o', wrong, code=2)
        assert not os.path.exists(wrong)


def random_sets():
    """Claims taken out and put in at random are found, and nothing else."""
    rng = random.Random(5)
    base = extract({'t%d' % i: documents.article(rng, 12) for i in range(6)}, 'base.rec')
    for _ in range(10):
        edited, gone = copy.deepcopy(base), 0
        for record in edited:
            linked = {claim['within'] for claim in record['claims']} | {claim['answers'] for claim in record['claims']}
            kept = [claim for claim in record['claims'] if claim['within'] or claim['answers'] or claim['id'] in linked or rng.random() < 0.8]
            gone += len(record['claims']) - len(kept)
            numbers = {claim['id']: 'C%d' % (i + 1) for i, claim in enumerate(kept)}
            for claim in kept:
                claim['id'] = numbers[claim['id']]
                for link in ('within', 'answers'):
                    claim[link] = claim[link] and numbers[claim[link]]
            record['claims'] = kept
        save(edited, 'edited.rec')
        if gone:
            found = difference('base.rec', 'edited.rec')
            assert [entry['change'] for entry in found['claims']] == ['gone'] * gone and not found['entities'], found
            back = difference('edited.rec', 'base.rec')
            assert [entry['change'] for entry in back['claims']] == ['came'] * gone


def large_graphs(records):
    """Time grows with the graph, not with its square: within a bound of processor time that the square is far above."""
    record = copy.deepcopy(records[0])
    entity, claim, count = record['entities'][0], record['claims'][0], 12000
    record['entities'] = [dict(entity, id='E%d' % (i + 1), name='Name%d Surname%d' % (i, i), aliases=[]) for i in range(count)]
    record['claims'] = [
        dict(claim, id='C%d' % (i + 1), sources=[{'entity': 'E%d' % (i + 1), 'span': [0, 4]}],
             targets=[{'entity': 'E%d' % (count - i), 'span': [5, 9], 'role': 'topic'}]) for i in range(count)]
    record['affiliations'] = []
    save([record], 'large.rec')
    run('graph', 'large.rec', '-o', 'large.json')
    result = subprocess.run([PROGRAM, 'diff', 'large.json', 'large.json'], capture_output=True, text=True,
                            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (15, 15)))
    assert result.returncode == 0 and result.stdout == '', (result.returncode, result.stderr)


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        records = extract(TEXTS, 'old.rec')
        nothing_differs(records)
        records_differ(records)
        details_differ(records)
        graphs_differ()
        folders_differ()
        pictures()
        random_sets()
        large_graphs(records)
        os.chdir('/')
    print('diff finds what differs and nothing else')


main()
