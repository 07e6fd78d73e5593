"""What hearsay writes follows schemas/record.schema.json, and what it says of the text is true; a record with any field broken follows
neither the schema nor is it read."""
import copy, hashlib, json, os, subprocess, sys, tempfile

from schemas import SOURCE, schema

PROGRAM = sys.argv[1]
NOBODY = object()

# Characters of one to four bytes, combining marks, line ends of three kinds: spans must count code points. Inside a JSON string U+FEFF is
# a character like any other; a byte order mark is one at the start of a file.
TEXTS = {
    'plain': open(os.path.join(SOURCE, 'graphs', 'nord-stream.txt'), encoding='utf-8').read(),
    'odd': '\ufeffЁжик 😀 na\u0308ive.\r\n\r\nThe mayor of Riga, Mārtiņš Bērziņš, said: “It is 100\u00a0% safe — no 🐘 crossed it.”[3]\n\n'
           '[note 4] Latvian officials denied that Estonia had warned them.\u2028"The claim is false," the spokesman said, "and always was.',
    'empty': '',
    'blank': ' \n\n \t',
    'marks': '[1][2]',
}


def run(arguments, code=0, **more):
    result = subprocess.run([PROGRAM] + arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding='utf-8', **more)
    assert result.returncode == code, (arguments, result.returncode, result.stderr[:2000])
    return result


def extract(folder):
    """The records of TEXTS by id, and the lines they were made of."""
    path = os.path.join(folder, 'texts.jsonl')
    lines = [{'id': key, 'text': text, 'title': 'On "%s"' % key, 'url': None, 'date': '2022-10-01', 'language': 'en'} for key, text in TEXTS.items()]
    with open(path, 'w', encoding='utf-8') as file:
        file.writelines(json.dumps(line) + '\n' for line in lines)
    output = run(['extract', '--quiet', path]).stdout
    return {record['id']: record for record in map(json.loads, output.splitlines())}, lines


def check_file(folder, validator):
    """A file with a byte order mark, Windows line ends, bytes that are no UTF-8."""
    path = os.path.join(folder, 'file.txt')
    with open(path, 'wb') as file:
        file.write(b'\xef\xbb\xbfThe mayor of Riga\r\nsaid: \xff\xe2\x82 no.\r\n')
    record = json.loads(run(['extract', '--quiet', path]).stdout)
    validator.validate(record)
    check_truth(record, 'The mayor of Riga\r\nsaid: \ufffd\ufffd no.\r\n')
    assert len(record['warnings']) == 1, record['warnings']


def passages(record):
    """Every piece of text that a record gives with its span."""
    for claim in record['claims']:
        yield claim['cue']['span'], claim['cue']['text']
        yield claim['sentence']['span'], claim['sentence']['text']
        content = claim['content']
        if content and 'spans' not in content:
            yield content['span'], content['text']


def check_truth(record, text):
    """The words of a record stand where it says."""
    assert record['length'] == len(text), (record['id'], record['length'], len(text))
    assert record['text_sha256'] == hashlib.sha256(text.encode()).hexdigest(), record['id']
    for (start, end), words in passages(record):
        assert text[start:end] == words, (record['id'], start, end, words, text[start:end])
    for entity in record['entities']:
        named = [text[start:end] for start, end in entity['mentions']]
        if entity['type'] == 'person':
            assert entity['name'] in [' '.join(name.split()) for name in named], (entity, named)
        assert entity['mentions'] == sorted(entity['mentions']), entity
    for claim in record['claims']:
        start, end = claim['sentence']['span']
        assert start <= claim['cue']['span'][0] and claim['cue']['span'][1] <= end, claim


def leaves(value, path=()):
    """Every place in a record, objects and lists as well."""
    yield path
    items = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, inner in items:
        yield from leaves(inner, path + (key,))


def kind(path):
    """The path with list positions left out: one of each kind is enough."""
    return tuple('*' if isinstance(step, int) else step for step in path)


def replaced(record, path, value):
    """A copy with one value replaced, or taken out where it is NOBODY."""
    record = copy.deepcopy(record)
    place = record
    for step in path[:-1]:
        place = place[step]
    if value is NOBODY:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return record


def broken(record):
    """(what was done, record) for each kind of place: a value of a wrong type, a key taken out, a key too many."""
    seen = set()
    for path in leaves(record):
        if not path or kind(path) in seen or 'ids' in path:
            continue
        seen.add(kind(path))
        yield 'wrong type', path, replaced(record, path, {'wrong': True})
        yield 'a number', path, replaced(record, path, -0.5)
        if isinstance(path[-1], str) and path[-1] != 'spans':
            yield 'taken out', path, replaced(record, path, NOBODY)
        value = record
        for step in path:
            value = value[step]
        if isinstance(value, dict):
            yield 'key too many', path, replaced(record, path + ('more',), None)
    yield 'key too many', ('more',), replaced(record, ('more',), None)


def check_refusal(folder, record, validator):
    cases = list(broken(record))
    path = os.path.join(folder, 'broken.jsonl')
    with open(path, 'w', encoding='utf-8') as file:
        file.writelines(json.dumps(bad) + '\n' for what, place, bad in cases)
    for what, place, bad in cases:
        assert not validator.is_valid(bad), ('the schema lets through', what, place)
    result = run(['merge', path], code=5)
    refused = {int(line.split(':')[2]) for line in result.stderr.splitlines() if line.startswith('hearsay: %s:' % path)}
    let_through = [cases[number - 1][:2] for number in range(1, len(cases) + 1) if number not in refused]
    assert not let_through, ('merge lets through', let_through)
    return len(cases)


def main():
    validator, document_validator = schema('record'), schema('document')
    with tempfile.TemporaryDirectory() as folder:
        records, lines = extract(folder)
        assert sorted(records) == sorted(TEXTS), sorted(records)
        for line in lines:
            document_validator.validate(line)
        for key, record in records.items():
            validator.validate(record)
            check_truth(record, TEXTS[key])
        check_file(folder, validator)
        for bad in ({'id': 'x'}, {'text': 5}, {'text': 'x', 'id': ''}, ['text']):
            assert not document_validator.is_valid(bad), bad
        merged = run(['merge', '-'], input='\n'.join(map(json.dumps, records.values()))).stdout
        for record in map(json.loads, merged.splitlines()):
            validator.validate(record)
            assert all(entity['key'] for entity in record['entities']), record['id']
        full = records['plain']
        assert len(full['claims']) >= 10 and len(full['entities']) >= 10 and full['affiliations'], 'too little found to test anything'
        print('%d records follow the schema, %d broken ones are refused' % (2 * len(records), check_refusal(folder, full, validator)))


main()
