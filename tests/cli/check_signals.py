"""Signals end the program quietly: by the signal, without a word, with nothing half-written."""
import json
import os
import pty
import select
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'batch'))
import documents

PROGRAM = os.path.abspath(sys.argv[1])
ENDING = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)


def line(number):
    return (json.dumps({'id': 'd%d' % number, 'text': 'The mayor of Riga said that the bridge was safe. ' * 50}) + '\n').encode()


def start(*arguments, **more):
    return subprocess.Popen([PROGRAM, *arguments], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, **more)


def end(process, number):
    """Sends the signal; what the program says until its end."""
    process.send_signal(number)
    out, err = process.stdout.read(), process.stderr.read()
    assert process.wait(timeout=60) == -number, (number, process.returncode)
    assert err == b'', err
    return out


def to_a_file(number, jobs):
    """Whether or not there is an old file: it is as before."""
    for old in (None, b'old'):
        if old:
            with open('out.jsonl', 'wb') as file:
                file.write(old)
        process = start('extract', '--from', 'jsonl', '-', '-o', 'out.jsonl', '--jobs', str(jobs))
        process.stdin.write(b''.join(map(line, range(20))))
        process.stdin.flush()
        time.sleep(0.3)
        end(process, number)
        assert sorted(os.listdir('.')) == (['out.jsonl'] if old else []), os.listdir('.')
    with open('out.jsonl', 'rb') as file:
        assert file.read() == b'old'
    os.remove('out.jsonl')


def to_a_pipe(number, jobs):
    """Every line that comes is whole."""
    process = start('extract', '--from', 'jsonl', '-', '--jobs', str(jobs))
    process.stdin.write(b''.join(map(line, range(30))))
    process.stdin.flush()
    out = process.stdout.readline() + end(process, number)
    assert out.endswith(b'\n'), out[-100:]
    for number, record in enumerate(out.splitlines()):
        assert json.loads(record)['id'] == 'd%d' % number


def in_a_batch(number):
    """The next run does what this one did not."""
    documents.make('docs', 40)
    process = start('batch', 'docs', '-o', 'out', '--format', 'svg', '--jobs', '2')
    while not os.path.exists('out/.hearsay/journal') or os.path.getsize('out/.hearsay/journal') == 0:
        time.sleep(0.01)
    end(process, number)
    assert documents.tree('out') == {}, 'something is in its place before all is made'
    for out in ('out', 'fresh'):
        subprocess.run([PROGRAM, 'batch', 'docs', '-o', out, '--format', 'svg', '--quiet'], check=True)
    assert documents.tree('out') == documents.tree('fresh') and len(documents.tree('out')) == 83


def ignored():
    """nohup: a signal that is ignored stays so."""
    process = start('extract', '--from', 'jsonl', '-', preexec_fn=lambda: signal.signal(signal.SIGHUP, signal.SIG_IGN))
    process.stdin.write(line(1))
    process.stdin.flush()
    assert process.stdout.readline()
    process.send_signal(signal.SIGHUP)
    out, err = process.communicate(line(2), timeout=60)
    assert process.returncode == 0 and out.count(b'\n') == 1 and err == b'', (process.returncode, out, err)


def reader_gone():
    """SIGPIPE: the reader closes its end while more is to come."""
    process = start('extract', '--from', 'jsonl', '-')
    process.stdin.write(b''.join(map(line, range(10))))
    process.stdin.flush()
    process.stdout.readline()
    process.stdout.close()
    try:
        process.stdin.write(b''.join(map(line, range(10, 3000))))
        process.stdin.close()
    except BrokenPipeError:
        process.stdin = None
    err = process.stderr.read()
    assert process.wait(timeout=60) == -signal.SIGPIPE and err == b'', (process.returncode, err)


def on_a_terminal():
    """The line of progress is written in place on a terminal, and a line of its own elsewhere."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen([PROGRAM, 'extract', 'many.jsonl', '-o', 'many.rec'], stderr=theirs)
    os.close(theirs)
    said = b''
    while process.poll() is None or select.select([ours], [], [], 0)[0]:
        if select.select([ours], [], [], 0.1)[0]:
            try:
                said += os.read(ours, 4096)
            except OSError:
                break
    assert process.wait() == 0
    assert b'\rhearsay: 400 documents, ' in said and said.endswith(b'\n'), said
    plain = subprocess.run([PROGRAM, 'extract', 'many.jsonl', '-o', 'many.rec', '--progress'], stderr=subprocess.PIPE)
    assert plain.stderr.startswith(b'hearsay: 400 documents, ') and b'\r' not in plain.stderr, plain.stderr


def main():
    home = os.getcwd()
    for number in ENDING:
        for jobs in (1, 3):
            with tempfile.TemporaryDirectory() as folder:
                os.chdir(folder)
                to_a_file(number, jobs)
                to_a_pipe(number, jobs)
                os.chdir(home)
    with tempfile.TemporaryDirectory() as folder:
        os.chdir(folder)
        in_a_batch(signal.SIGTERM)
        ignored()
        reader_gone()
        with open('many.jsonl', 'wb') as file:
            file.writelines(map(line, range(400)))
        on_a_terminal()
        os.chdir(home)
    print('signals end extract and batch quietly')


main()
