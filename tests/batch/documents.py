"""Makes folders of small articles for the tests of batch, the same for the same seed."""
import os
import random

PEOPLE = ['Anna Kowalska', 'Peter Brandt', 'Maria Rossi', 'Jan Novak', 'Ines Duarte', 'Olga Lindqvist']
BODIES = ['the Harbour Authority', 'the Energy Ministry', 'the Riverside Council', 'the Teachers Union']
ACTS = ['said that the bridge was safe', 'accused {} of hiding the report', 'denied that the plan had failed',
        'praised {} for the repairs', 'warned {} about the costs', 'told {} that the ferry would return']


def sentence(rng):
    act = rng.choice(ACTS).format(rng.choice(PEOPLE))
    return '%s of %s %s.' % (rng.choice(PEOPLE), rng.choice(BODIES), act)


def article(rng, sentences=3):
    return ' '.join(sentence(rng) for _ in range(sentences))


def make(folder, count, seed=1):
    """`count` text files in 20 folders; returns their paths, which start at `folder`."""
    rng = random.Random(seed)
    paths = []
    for number in range(count):
        path = '%02d/d%04d.txt' % (number % 20, number)
        os.makedirs(os.path.join(folder, os.path.dirname(path)), exist_ok=True)
        write(folder, path, article(rng) + '\n')
        paths.append(path)
    return paths


def write(folder, path, text):
    with open(os.path.join(folder, path), 'w', encoding='utf-8') as file:
        file.write(text)


def tree(folder):
    """{path: content} of all that a run made; what hearsay keeps for itself is left out."""
    found = {}
    for root, folders, files in os.walk(folder):
        if root == folder and '.hearsay' in folders:
            folders.remove('.hearsay')
        for name in files:
            path = os.path.join(root, name)
            with open(path, 'rb') as file:
                found[os.path.relpath(path, folder)] = file.read()
    return found
