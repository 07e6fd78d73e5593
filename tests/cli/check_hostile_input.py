"""Damaged input of every kind: the program ends by itself, with a code of its own, and what it prints is whole. The damage is made by
a generator of random numbers with a fixed seed; HEARSAY_HOSTILE=N makes N times as much of it with other seeds."""
import gzip
import json
import os
import random
import subprocess
import sys
import tempfile

PROGRAM = os.path.abspath(sys.argv[1])
SOURCE = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..')
EACH = 24  # damaged files of one kind
PIECES = [b'\0', b'\xff', b'\xed\xa0\x80', b'\xe2\x80\x8b', b'\xe2\x80\x9c', b'"', b'\\', b'\\u0000', b'\\ud800', b'{', b'}', b'[', b']]',
          b'<', b'</', b'<!--', b'<p hidden>', b'<table><tr>', b'<sup class="reference">', b'&#x110000;', b'\t', b'\n', b'\n\n', b'\r',
          b'4294967295', b'-1', b'1e999', b'99999999999999999999', b'null', b'1-2\t', b'# newdoc id = x\n', b'# text = ', b'[1]', b'](',
          b' said that ', b' accused ', b'(' * 300, b'A' * 3000, b'\x1b[31m', b'\x1f\x8b', b'\x28\xb5\x2f\xfd']


def read(*path):
    with open(os.path.join(SOURCE, *path), 'rb') as file:
        return file.read()


def damage(rng, data):
    """One to eight wounds: bytes changed, taken out, put in, repeated, exchanged; an end cut off."""
    data = bytearray(data)
    for _ in range(rng.choice([1, 1, 2, 4, 8])):
        at = rng.randrange(len(data) + 1)
        to = min(len(data), at + rng.choice([1, 2, 8, 60, 400]))
        wound = rng.randrange(6)
        if wound == 0 and at < len(data):
            data[at] ^= 1 << rng.randrange(8)
        elif wound == 1:
            del data[at:to]
        elif wound == 2:
            data[at:at] = rng.choice(PIECES)
        elif wound == 3:
            data[at:to] = data[at:to] * rng.choice([2, 3, 20])
        elif wound == 4:
            other = rng.randrange(len(data) + 1)
            data[at:to] = data[other:other + 60]
        elif rng.random() < 0.3:
            del data[at:]
    return bytes(data)


def run(*arguments, codes=(0, 5)):
    result = subprocess.run([PROGRAM, *arguments], stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
    assert result.returncode in codes, (arguments, result.returncode, result.stderr[-600:])
    assert not [c for c in result.stderr if c < 32 and c != 10], (arguments, result.stderr[-600:])
    return result.stdout


def save(name, data):
    with open(name, 'wb') as file:
        file.write(data)
    return name


def texts(rng):
    """Documents of all formats: what comes out is records, and these make graphs."""
    article = read('graphs', 'nord-stream.txt')[:2500]
    page = read('tests', 'html', 'pages', 'wikipedia-parsoid.html')
    tree = b'# newdoc id = a\n' + b'\n\n'.join(read('tests', 'claim', 'sentences.conllu').split(b'\n\n')[:6]) + b'\n\n'
    line = json.dumps({'id': 'a', 'text': article[:900].decode('utf-8', 'replace'), 'date': '2024-03-22', 'url': 'http://x.y/'}).encode()
    for suffix, seed in (('txt', article), ('md', b'# A\n\n> ' + article), ('html', page[:6000]), ('conllu', tree), ('jsonl', line),
                         ('txt.gz', gzip.compress(article, mtime=0))):
        files = [save('%s-%d.%s' % (suffix, i, suffix), damage(rng, seed)) for i in range(EACH)]
        out = run('extract', *files)
        records = [json.loads(record) for record in out.splitlines()]
        assert suffix in ('jsonl', 'conllu', 'txt.gz') or len(records) == EACH, (suffix, len(records))
        if records:
            run('merge', save('all.rec', out), '-o', 'merged.rec')
            run('graph', 'merged.rec', '-o', 'all.graphml', '-o', 'all.json')


def records(rng):
    """Records, graphs to compare, corrections, known entities, a manifest."""
    whole = run('extract', save('whole.txt', read('graphs', 'nord-stream.txt')[:1500]))
    save('whole.rec', whole)
    run('graph', 'whole.rec', '-o', 'whole.json')
    with open('whole.json', 'rb') as file:
        graph = file.read()
    name = json.loads(whole)['entities'][0]['name']
    correction = json.dumps({'entity': name, 'name': 'Somebody', 'type': 'person', 'country': 'Riga', 'ids': {'a': 'b'}}).encode()
    known = json.dumps({'id': 'Q1', 'schema': 'Person', 'properties': {'name': [name, 'A B'], 'country': ['ru']}}).encode()
    for i in range(EACH):
        run('graph', save('damaged.rec', damage(rng, whole)), '-o', 'damaged.gexf')
        run('diff', save('damaged.json', damage(rng, graph)), 'whole.json', codes=(0, 1, 2, 5))  # 2: it looks like records
        run('extract', 'whole.rec', '--corrections', save('corrections.jsonl', damage(rng, correction)))
        run('extract', 'whole.rec', '--entities', save('known.jsonl', damage(rng, known)))
    os.mkdir('docs')
    save('docs/a.txt', b'The mayor of Riga said that the bridge was safe.')
    run('batch', 'docs', '-o', 'out', '--format', 'json', '--quiet')
    with open('out/manifest.json', 'rb') as file:
        manifest = file.read()
    for i in range(EACH):
        save('out/manifest.json', damage(rng, manifest))
        run('batch', 'docs', '-o', 'out', '--format', 'json', '--quiet', codes=(0, 3, 5))


def models(rng):
    """A damaged model is refused, or the damage is where nothing is read."""
    model = read('src', 'model', 'english-1.model')
    for i in range(6):
        at = rng.randrange(len(model)) if i % 2 else rng.randrange(600)
        cut = model[:rng.randrange(len(model))] if i == 0 else model
        save('damaged.model', cut[:at] + bytes([cut[at] ^ 1 << rng.randrange(8)]) + cut[at + 1:] if at < len(cut) else cut)
        out = run('extract', 'whole.txt', '--model', 'damaged.model', codes=(0, 5))
        assert not out or json.loads(out)['entities'], out[:200]


def main():
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        for seed in range(int(os.environ.get('HEARSAY_HOSTILE', '1'))):
            rng = random.Random(seed)
            os.mkdir(str(seed))
            os.chdir(str(seed))
            texts(rng)
            records(rng)
            models(rng)
            os.chdir('..')
        os.chdir('/')
    print('no damaged input broke the program')


main()
