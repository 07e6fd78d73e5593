"""A run that is killed at any moment and started again makes what a run makes that nobody disturbs.
HEARSAY_KILLS=N sets how many moments are tried (10)."""
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time

import documents

PROGRAM = os.path.abspath(sys.argv[1])
KILLS = int(os.environ.get('HEARSAY_KILLS', '10'))
COMMAND = [PROGRAM, 'batch', 'docs', '-o', 'out', '--format', 'graphml,csv', '--jobs', '2', '--quiet']


def run():
    subprocess.run(COMMAND, check=True, stderr=subprocess.PIPE)


def kill_at(seconds):
    """Starts a run and kills it; true where it was still at work."""
    process = subprocess.Popen(COMMAND, stderr=subprocess.DEVNULL)
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    return process.wait() != 0


def change():
    """From one state of the documents to the next: some new, some changed, some gone."""
    documents.make('docs', 70, seed=2)
    for number in range(0, 30, 3):
        shutil.copy('before/%02d/d%04d.txt' % (number % 20, number), 'docs/%02d/d%04d.txt' % (number % 20, number))
    for number in range(30, 50, 4):
        os.remove('docs/%02d/d%04d.txt' % (number % 20, number))


def start_from(made):
    shutil.rmtree('out', ignore_errors=True)
    if made:
        shutil.copytree('first', 'out')


def undisturbed(made):
    """What is to come out, and how long it takes."""
    start_from(made)
    start = time.monotonic()
    run()
    return documents.tree('out'), time.monotonic() - start


def main():
    rng = random.Random(KILLS)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        documents.make('docs', 60)
        run()
        os.rename('out', 'first')
        shutil.copytree('docs', 'before')
        change()
        expected = {made: undisturbed(made) for made in (False, True)}
        assert expected[False][0] == expected[True][0], 'a run on top of another differs from one from nothing'
        caught = 0
        for trial in range(KILLS):
            made = trial % 2 == 1
            start_from(made)
            for _ in range(1 + trial % 3):
                caught += kill_at(rng.uniform(0, 1.1 * expected[made][1]))
            run()
            found = documents.tree('out')
            wrong = [path for path in sorted(set(found) | set(expected[made][0])) if found.get(path) != expected[made][0].get(path)]
            assert not wrong, (trial, wrong[:5])
            left = sorted(os.listdir('out/.hearsay/staging'))
            assert not left, (trial, left[:5])
        assert caught > KILLS / 3, 'hardly any run was killed before its end'
        os.chdir('/')
    print('%d runs were killed, %d of them at work' % (sum(1 + trial % 3 for trial in range(KILLS)), caught))


main()
