"""Speed and memory of hearsay, for the target `benchmark`; never part of the tests.

usage: benchmark.py PROGRAM [TEXT...]
Makes an input of 5 MB from the worked examples (or from TEXT), as one document and as many, and prints words of raw text to CoNLL-U and
to records each second of one core's time, peak memory, and the time to start. Each figure is the best of three runs."""
import glob, json, os, subprocess, sys, tempfile

SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SIZE = 5_000_000
RUNS = 3


def measure(command):
    """Seconds of processor time (that does not depend on what else the machine does) and peak memory in MB of the best of RUNS runs."""
    best = (float('inf'), 0)
    for _ in range(RUNS):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode:
            sys.exit('%s: exit code %d' % (' '.join(command), process.returncode))
        best = min(best, (usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024))
    return best


def repeat(texts):
    """The texts again and again until they are SIZE bytes."""
    pieces, size = [], 0
    while size < SIZE:
        piece = texts[len(pieces) % len(texts)]
        pieces.append(piece)
        size += len(piece.encode())
    return pieces


def main():
    program = sys.argv[1]
    paths = sys.argv[2:] or sorted(glob.glob(os.path.join(SOURCE, 'graphs', '*.txt')))
    pieces = repeat([open(path, encoding='utf-8').read().strip() for path in paths])
    words = sum(len(piece.split()) for piece in pieces)
    with tempfile.TemporaryDirectory() as folder:
        many, one, empty = (os.path.join(folder, name) for name in ('many.jsonl', 'one.txt', 'empty.txt'))
        with open(many, 'w', encoding='utf-8') as file:
            file.writelines(json.dumps({'id': str(i), 'text': piece}) + '\n' for i, piece in enumerate(pieces))
        with open(one, 'w', encoding='utf-8') as file:
            file.write('\n\n'.join(pieces))
        open(empty, 'w').close()
        start, _ = measure([program, 'extract', empty])
        print('start-up: %.1f ms' % (1000 * start))
        for name, path in (('%d documents' % len(pieces), many), ('one document', one)):
            for command in ('parse', 'extract'):
                seconds, memory = measure([program, command, '--jobs', '1', path])
                print('%-8s %-16s %8.0f words/s  %6.1f MB peak  (%d words, %.2f s)' % (command, name, words / seconds, memory, words, seconds))


main()
