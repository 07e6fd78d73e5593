"""A folder of 1,000 documents through all that can happen to it: made, looked at again, changed, broken, removed."""
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
import xml.etree.ElementTree

import documents

PROGRAM = os.path.abspath(sys.argv[1])
SCHEMAS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'schemas')


def run(*arguments, code=0, jobs=2, out='out'):
    command = [PROGRAM, 'batch', 'docs', '-o', out, '--format', 'graphml', '--jobs', str(jobs), *arguments]
    start = time.monotonic()
    result = subprocess.run(command, capture_output=True, text=True)
    result.seconds = time.monotonic() - start
    assert result.returncode == code, (arguments, result.returncode, result.stderr[-2000:])
    return result


def report(*arguments, code=0, **more):
    return json.loads(run('--report', 'json', *arguments, code=code, **more).stdout)


def check(code, *changes):
    """--check says `code` and these changes, and writes nothing."""
    before = stamps('.')
    found = sorted(run('--check', code=code).stdout.split('\n')[:-1])
    assert found == sorted(changes), found
    assert stamps('.') == before, 'check writes'


def stamps(folder):
    """What tells that a file was written."""
    found = {}
    for root, _, files in os.walk(folder):
        for name in files:
            status = os.stat(os.path.join(root, name))
            found[os.path.join(root, name)] = (status.st_mtime_ns, status.st_ino, status.st_size)
    return found


def fresh():
    """What a run from nothing makes of the documents as they are now."""
    shutil.rmtree('fresh', ignore_errors=True)
    subprocess.run([PROGRAM, 'batch', 'docs', '-o', 'fresh', '--format', 'graphml', '--quiet'], capture_output=True)
    return documents.tree('fresh')


def is_as_fresh():
    made, expected = documents.tree('out'), fresh()
    wrong = [path for path in sorted(set(made) | set(expected)) if made.get(path) != expected.get(path)]
    assert not wrong, wrong[:5]


def manifest():
    with open('out/manifest.json', encoding='utf-8') as file:
        return json.load(file)


def validate(code):
    """The manifest and the report follow their schemas."""
    try:
        import jsonschema
    except ImportError:
        return
    for name, value in (('manifest', manifest()), ('report', report('--check', code=code))):
        with open(os.path.join(SCHEMAS, name + '.schema.json'), encoding='utf-8') as file:
            jsonschema.Draft202012Validator(json.load(file)).validate(value)


def first_runs(paths):
    check(1, *['new      ' + path for path in paths])
    assert not os.path.exists('out')
    found = report()
    assert (found['documents'], found['made'], found['errors']) == (1000, 1000, []), found
    assert found['claims'] > 2000 and 5 < found['entities'] < 30, found
    assert len(documents.tree('out')) == 2 * 1000 + 3
    validate(0)
    before = stamps('out')
    again = run()
    # Half a second is the aim; what a busy machine adds is no mistake.
    assert again.seconds < 5, again.seconds
    assert {path: stamp for path, stamp in stamps('out').items() if '.hearsay' not in path} == \
        {path: stamp for path, stamp in before.items() if '.hearsay' not in path}, 'nothing was to be done'
    check(0)
    return again.seconds


def change_one(path, count=1000):
    """A change of the same length in the same second: only content tells."""
    with open('docs/' + path, encoding='utf-8') as file:
        text = file.read()
    stamp = os.stat('docs/' + path).st_mtime_ns
    documents.write('docs', path, text.replace('the', 'teh', 1))
    os.utime('docs/' + path, ns=(stamp, stamp))
    check(1, 'changed  ' + path)
    before = stamps('out')
    found = report()
    assert (found['documents'], found['made']) == (count, 1), found
    touched = {name for name, stamp in stamps('out').items() if before.get(name) != stamp and '.hearsay' not in name}
    stem = 'out/documents/' + path[:-4]
    assert touched <= {stem + '.jsonl', stem + '.graphml', 'out/merged.jsonl', 'out/merged.graphml', 'out/manifest.json'}
    assert 'out/merged.jsonl' in touched
    check(0)


def remove_one(path):
    """Its files go, and no others: what people put into the folder stays."""
    own = os.path.join('out/documents', os.path.dirname(path), 'notes.txt')
    with open(own, 'w', encoding='utf-8') as file:
        file.write('my own')
    os.remove('docs/' + path)
    check(1, 'vanished ' + path)
    found = report()
    assert (found['documents'], found['made'], found['removed']) == (999, 0, 1), found
    assert not os.path.exists('out/documents/%s.jsonl' % path[:-4]) and os.path.exists(own)
    check(0)
    os.remove(own)


def break_one():
    """Reported in each run, the others done; mended when it is mended."""
    documents.write('docs', '00/lines.jsonl', '{"id":"good","text":"Jan Novak said so."}\n{"id":"bad","text":\n')
    check(1, 'new      00/lines.jsonl')
    for made in (2, 0):
        result = run('--report', 'json', code=5)
        assert '\nhearsay: docs/00/lines.jsonl:2: not valid JSON' in '\n' + result.stderr, result.stderr
        found = json.loads(result.stdout)
        assert (found['documents'], found['made'], len(found['errors'])) == (1000, made, 1), found
    check(5)
    validate(5)
    root = xml.etree.ElementTree.fromstring(run('--report', 'junit', code=5).stdout)
    assert root.tag == 'testsuite' and root.get('failures') == '1', root.attrib
    assert root.find('testcase/failure').get('message').startswith('not valid JSON')
    assert int(root.get('tests')) == len(root.findall('testcase')) == 1001
    is_as_fresh()
    documents.write('docs', '00/lines.jsonl', '{"id":"good","text":"Jan Novak said so."}\n{"id":"bad","text":"x"}\n')
    check(1, 'changed  00/lines.jsonl')
    assert report()['made'] == 1, 'the good line was made already'
    is_as_fresh()
    os.remove('docs/00/lines.jsonl')
    run()


def repeat_id():
    """Of two documents of one id the first counts; the other takes its place when it goes."""
    documents.write('docs', 'a.jsonl', '{"id":"05/d0005","text":"Maria Rossi denied it."}\n')
    result = run(code=5)
    assert 'hearsay: docs/05/d0005.txt: the id "05/d0005" is that of an earlier document' not in result.stderr
    assert 'the id "05/d0005" is that of an earlier document' in result.stderr
    is_as_fresh()
    run(code=5)
    check(5)
    first, second = sorted(['a.jsonl', '05/d0005.txt'])
    os.rename('docs/' + first, 'kept')
    run()
    is_as_fresh()
    os.rename('kept', 'docs/' + first)
    run(code=5)
    is_as_fresh()
    os.remove('docs/a.jsonl')
    run()


def tamper():
    """What was made and then changed, lost or put there by others."""
    with open('out/documents/07/d0007.graphml', 'a', encoding='utf-8') as file:
        file.write(' ')
    os.remove('out/merged.graphml')
    check(1, 'changed  07/d0007.txt')
    run()
    check(0)
    is_as_fresh()
    os.remove('out/merged.graphml')
    check(1, 'changed  merged')
    run()
    documents.write('docs', 'mine.txt', 'Jan Novak said so.')
    documents.write('out/documents', 'mine.graphml', 'my own')
    result = run(code=3)
    assert 'documents/mine.graphml: no earlier run made this file' in result.stderr, result.stderr
    assert documents.tree('out')['documents/mine.graphml'] == b'my own'
    os.remove('out/documents/mine.graphml')
    run()
    is_as_fresh()
    os.remove('docs/mine.txt')
    run()


def cache():
    """What was not touched for a while is not read again; a change that keeps size and time is seen all the same."""
    time.sleep(3.1)
    run()
    with open('out/.hearsay/known', encoding='utf-8') as file:
        known = file.read().splitlines()
    files = len(documents.tree('out')) - 1 + len(list(documents.tree('docs')))
    assert len(known) == 1 + files, (len(known), files)
    change_one('09/d0009.txt', report()['documents'])
    with open('out/.hearsay/known', 'w', encoding='utf-8') as file:
        file.write('\n'.join(['hearsay known 1', 'x', *known[3:9], 'y' * 500]))
    check(0)
    run()


def options():
    """Another option, another content; more formats; what makes no sense."""
    count = report()['documents']
    assert report('--min-confidence', '0.99')['made'] == count
    assert report()['made'] == count
    is_as_fresh()
    for folder in ('missing', 'docs/a.txt'):
        documents.write('docs', 'a.txt', '')
        wrong = subprocess.run([PROGRAM, 'batch', folder, '-o', 'nothing'], capture_output=True, text=True)
        assert wrong.returncode == 3 and wrong.stderr.startswith('hearsay: %s: cannot read' % folder), wrong.stderr
        assert not os.path.exists('nothing')
    os.remove('docs/a.txt')
    for wrong in (['--format', 'docx'], ['--view', 'map'], ['--report', 'text']):
        run(*wrong, code=2)
    run('--limit-document', '1K', '--report', 'json')
    run()


def strict():
    """Warnings are errors by --strict alone, in every run and in the report; the documents are made all the same."""
    documents.write('docs', 'strict.txt', 'Der Minister sagte, dass die Regierung nicht mit der Firma gesprochen hat.\n')
    assert report()['errors'] == []
    for arguments in ([], ['--check']):
        errors = report('--strict', *arguments, code=5)['errors']
        assert [(e['place'], e['message'][:9]) for e in errors] == [('docs/strict.txt', '1 warning')], errors
    documents.write('docs', 'strict.txt', 'Die Ministerin sagte, dass die Regierung nicht mit der Firma gesprochen hat.\n')
    assert len(report('--strict', code=5)['errors']) == 1
    run('--strict', '--report', 'junit', code=5)
    os.remove('docs/strict.txt')
    run('--strict')


def records_alone():
    """--format jsonl makes the records and no graphs."""
    run('--format', 'jsonl', out='alone')
    found = documents.tree('alone')
    assert 'merged.jsonl' in found and not [name for name in found if not name.endswith(('.jsonl', 'manifest.json'))], found
    shutil.rmtree('alone')


def names():
    """Ids of all sorts become files inside the folder."""
    shutil.rmtree('docs')
    os.mkdir('docs')
    ids = ['../up', '/etc/x', 'a/b', 'a.svg/b', 'a//b', 'a/', '.hidden', 'x:y', 'é/日本', 'a\\b', 'q?*', 'long' * 100, 'con.ftm', '%41', 'A', '..']
    documents.write('docs', 'all.jsonl', ''.join(json.dumps({'id': key, 'text': 'Jan Novak said so.'}) + '\n' for key in ids))
    documents.write('docs', '.skipped.txt', 'Hidden.')
    documents.write('docs', 'readme.rst', 'Not a document.')
    os.mkdir('docs/made')
    run('--format', 'svg,json,ftm', out='docs/made')
    found = [name for name in documents.tree('docs/made') if name.startswith('documents/')]
    assert len(found) == 4 * len(ids), (len(found), found)
    assert not [name for name in found if any(c in name for c in '\\:*?"<>|') or '/.' in name or len(name) > 260], found
    assert [d['id'] for d in json.load(open('docs/made/manifest.json'))['sources'][0]['documents']] == ids
    run('--format', 'svg,json,ftm', '--check', out='docs/made')
    shutil.rmtree('docs/made')


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        os.mkdir('docs')
        paths = documents.make('docs', 1000)
        seconds = first_runs(sorted(paths))
        change_one('03/d0003.txt')
        remove_one('04/d0004.txt')
        break_one()
        for path in paths[60:]:
            os.remove('docs/' + path)
        assert report()['removed'] == 940
        is_as_fresh()
        repeat_id()
        tamper()
        cache()
        options()
        strict()
        records_alone()
        names()
        os.chdir('/')
    print('nothing to do for 1,000 documents: %.2f s' % seconds)


main()
