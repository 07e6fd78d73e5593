"""--corrections and --entities from the command line: the same on texts and on records, once or twice; what does not apply is told; the files
follow their schemas; ids reach the exports.
usage: check_knowledge.py HEARSAY"""
import json, os, subprocess, sys, tempfile

try:
    import jsonschema
except ImportError:
    print('python3-jsonschema is missing')
    sys.exit(77)

PROGRAM = sys.argv[1]
SOURCE = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
RECORD = os.path.join(SOURCE, 'tests', 'record', 'newsroom.jsonl')

CORRECTIONS = [
    {'same': ['The Harbour Fund', 'Fund'], 'country': 'Norway', 'note': 'one fund'},
    {'entity': 'Ministry of Fish', 'name': 'Ministry of Fisheries', 'type': 'organisation', 'country': 'NO'},
    {'split': 'Anna Berg', 'name': 'Lisa Berg', 'where': 'Berg said that the fund was empty'},
    {'claim': 'Minister Anna Berg accused Norway', 'targets': [{'name': 'Harbour Board', 'type': 'organisation'}]},
    {'claim': 'Dahl criticised the Ministry', 'drop': True},
    {'entity': 'Nobody Such', 'drop': True},
    {'document': 'a', 'entity': 'Someone Else', 'drop': True},
]
KNOWN = [
    {'name': 'Anna Berg', 'type': 'person', 'country': 'NO', 'ids': {'wikidata': 'Q1'}},
    {'id': 'Q99', 'schema': 'Person', 'properties': {'name': ['Tom Dahl', 'Thomas Dahl'], 'country': ['no']}, 'datasets': ['x']},
    {'id': 'NK-1', 'schema': 'Vessel', 'properties': {'name': ['Tom Dahl']}},
]
TEXT = ('Minister Anna Berg accused Norway of hiding the report. Berg said that the fund was empty.\n\n'
        'The Harbour Fund rejected the accusation. Lisa Berg told reporters that she had warned Berg in May.\n\n'
        '"The Fund lied," Tom Dahl said. Dahl criticised the Ministry of Fish.\n')


def run(arguments, code=0):
    result = subprocess.run([PROGRAM] + arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8')
    assert result.returncode == code, (arguments, result.returncode, result.stderr[:2000])
    return result


def schema(name):
    with open(os.path.join(SOURCE, 'schemas', name + '.schema.json'), encoding='utf-8') as file:
        content = json.load(file)
    jsonschema.Draft202012Validator.check_schema(content)
    return jsonschema.Draft202012Validator(content)


def write(path, values):
    with open(path, 'w', encoding='utf-8') as file:
        file.writelines(json.dumps(value) + '\n' for value in values)
    return path


def check_schemas(record):
    for line in CORRECTIONS:
        schema('correction').validate(line)
    for claim in record['claims']:  # a claim copied from a record will do
        schema('correction').validate({'claim': claim, 'drop': True})
    for bad in ({'same': ['A']}, {'entity': 'A'}, {'claim': 'a'}, {'split': 'A', 'name': 'B'}, {'entity': 'A', 'name': 'B', 'drop': True}):
        assert not schema('correction').is_valid(bad), bad
    for line in KNOWN:
        schema('known-entity').validate(line)
    assert not schema('known-entity').is_valid({'name': ''})


def check_records(folder, knowledge):
    once = run(['merge', RECORD] + knowledge)
    assert 'corrections.jsonl:6: warning: the correction applies to no document' in once.stderr, once.stderr
    assert 'corrections.jsonl:7: the correction does not apply: nobody is called' in once.stderr, once.stderr
    assert not run(['merge', '--quiet', RECORD] + knowledge).stderr
    record = json.loads(once.stdout)
    schema('record').validate(record)
    assert len(record['warnings']) == 1 and record['warnings'][0].startswith('corrections.jsonl:7: '), record['warnings']
    assert len(record['corrections']) == 5
    names = {e['name']: e for e in record['entities']}
    assert names['Anna Berg']['ids'] == {'wikidata': 'Q1'}
    assert names['Tom Dahl']['ids'] == {'opensanctions': 'Q99', 'wikidata': 'Q99'}
    assert names['The Harbour Fund']['country'] == 'NO' and 'Ministry of Fish' not in names
    again = write(os.path.join(folder, 'again.jsonl'), [record])
    assert run(['merge', again] + knowledge).stdout == once.stdout
    assert run(['merge', again]).stdout == once.stdout
    graph = run(['graph', again, '--format', 'json']).stdout
    assert '"Q99"' in graph and '"opensanctions"' in graph
    assert 'Q99' in run(['graph', RECORD, '--format', 'graphml'] + knowledge).stdout
    assert '"wikidataId":["Q99"]' in run(['graph', RECORD, '--format', 'ftm'] + knowledge).stdout


def check_texts(folder, knowledge):
    """Texts that are corrected as they are read give what their records give when those are corrected."""
    text = os.path.join(folder, 'a.txt')
    with open(text, 'w', encoding='utf-8') as file:
        file.write(TEXT)
    early, plain, late = (os.path.join(folder, name) for name in ('early.jsonl', 'plain.jsonl', 'late.jsonl'))
    run(['graph', text, '-o', early] + knowledge)
    run(['extract', text, '-o', plain])
    run(['merge', plain, '-o', late, '--jobs', '2'] + knowledge)
    with open(early, 'rb') as one, open(late, 'rb') as two:
        assert one.read() == two.read()
    corrected = run(['extract', text] + knowledge)
    assert 'corrections.jsonl:7' in corrected.stderr and json.loads(corrected.stdout)['corrections']


def check_mistakes(folder):
    for option, broken in (('--corrections', '{"same":["A"]}'), ('--entities', '{"name":5}')):
        path = os.path.join(folder, 'broken.jsonl')
        with open(path, 'w', encoding='utf-8') as file:
            file.write('\n\n%s\n' % broken)
        assert 'broken.jsonl:3: ' in run(['merge', RECORD, option, path], code=5).stderr
        assert 'missing.jsonl' in run(['merge', RECORD, option, os.path.join(folder, 'missing.jsonl')], code=3).stderr


def main():
    with open(RECORD, encoding='utf-8') as file:
        check_schemas(json.loads(file.readline()))
    with tempfile.TemporaryDirectory() as folder:
        knowledge = ['--corrections', write(os.path.join(folder, 'corrections.jsonl'), CORRECTIONS),
                     '--entities', write(os.path.join(folder, 'known.jsonl'), KNOWN)]
        check_records(folder, knowledge)
        check_texts(folder, knowledge)
        check_mistakes(folder)


main()
