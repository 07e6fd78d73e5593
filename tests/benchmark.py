"""Speed and memory of hearsay, for the target `benchmark`; never part of the tests.

usage: benchmark.py PROGRAM [--scale] [TEXT...]
Makes an input of 5 MB from the worked examples (or from TEXT), as one document and as many, and prints words of raw text to CoNLL-U and
to records each second of one core's time, peak memory, and the time to start. Each figure is the best of three runs.
With --scale: 1, 10 and 100 MB of documents with one job and with two (1 MB three times, the others once, for their length
outweighs what disturbs them), and one document of 10 MB."""
import glob, json, os, subprocess, sys, tempfile, time

SOURCE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
SIZE = 5_000_000
RUNS = 3


def run(command):
    """Seconds of processor time (that does not depend on what else the machine does), seconds by the clock, peak memory in MB."""
    begun = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit('%s: exit code %d' % (' '.join(command), process.returncode))
    return usage.ru_utime + usage.ru_stime, time.monotonic() - begun, usage.ru_maxrss / 1024


def measure(command, runs=RUNS):
    """What run() gives, of the best of some runs."""
    return min(run(command) for _ in range(runs))


def repeat(texts, size):
    """The texts again and again until they are `size` bytes."""
    pieces, written = [], 0
    while written < size:
        pieces.append(texts[len(pieces) % len(texts)])
        written += len(pieces[-1].encode())
    return pieces


def write_many(path, pieces):
    with open(path, 'w', encoding='utf-8') as file:
        file.writelines(json.dumps({'id': str(i), 'text': piece}) + '\n' for i, piece in enumerate(pieces))


def write_one(path, pieces):
    with open(path, 'w', encoding='utf-8') as file:
        file.write('\n\n'.join(pieces))


def words_of(pieces):
    return sum(len(piece.split()) for piece in pieces)


def compare_sizes(program, texts, folder):
    """Time must grow as the input does, memory not at all with the number of documents."""
    path, first = os.path.join(folder, 'input'), None
    for size in (1, 10, 100):
        pieces = repeat(texts, size * 1_000_000)
        write_many(path + '.jsonl', pieces)
        runs = RUNS if size == 1 else 1
        seconds, clock, memory = measure([program, 'parse', '--jobs', '1', path + '.jsonl'], runs)
        _, clock_of_two, memory_of_two = measure([program, 'parse', '--jobs', '2', path + '.jsonl'], runs)
        each = seconds / words_of(pieces)
        first = first or each
        print('%4d MB, %6d documents: %8.0f words/s, %.3f of the first one\'s time a word, %6.1f MB peak; two jobs %.2f times as fast, %.1f MB'
              % (size, len(pieces), 1 / each, each / first, memory, clock / clock_of_two, memory_of_two))
    pieces = repeat(texts, 10_000_000)
    write_one(path + '.txt', pieces)
    seconds, _, memory = run([program, 'parse', '--jobs', '1', path + '.txt'])
    print('  10 MB,      1 document:  %8.0f words/s, %6.1f MB peak' % (words_of(pieces) / seconds, memory))


def compare_commands(program, texts, folder):
    pieces = repeat(texts, SIZE)
    words = words_of(pieces)
    many, one, empty = (os.path.join(folder, name) for name in ('many.jsonl', 'one.txt', 'empty.txt'))
    write_many(many, pieces)
    write_one(one, pieces)
    write_one(empty, [])
    start, _, _ = measure([program, 'extract', empty])
    print('start-up: %.1f ms' % (1000 * start))
    for name, path in (('%d documents' % len(pieces), many), ('one document', one)):
        for command in ('parse', 'extract'):
            seconds, _, memory = measure([program, command, '--jobs', '1', path])
            print('%-8s %-16s %8.0f words/s  %6.1f MB peak  (%d words, %.2f s)' % (command, name, words / seconds, memory, words, seconds))


def main():
    program, paths = sys.argv[1], [path for path in sys.argv[2:] if path != '--scale']
    paths = paths or sorted(glob.glob(os.path.join(SOURCE, 'graphs', '*.txt')))
    texts = [open(path, encoding='utf-8').read().strip() for path in paths]
    with tempfile.TemporaryDirectory() as folder:
        (compare_sizes if '--scale' in sys.argv[2:] else compare_commands)(program, texts, folder)


main()
