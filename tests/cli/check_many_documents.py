"""JSON lines of any size through extract: the same bytes with one job, with two, and cut into 50 shards, in memory that
depends on the jobs alone. HEARSAY_STREAM_MB=N sets the size (0.5); figures are printed, clocks are looked at only where
HEARSAY_QUIET_MACHINE=1 says that nothing else runs."""
import hashlib
import json
import os
import random
import subprocess
import sys
import tempfile
import threading
import time

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', 'batch'))
import documents

PROGRAM = os.path.abspath(sys.argv[1])
SIZE = int(float(os.environ.get('HEARSAY_STREAM_MB', '0.5')) * 1e6)
SHARDS = 50
LEAST_SPEEDUP, MOST_MEGABYTES = 1.8, 300


def lines():
    """About SIZE bytes of documents of very different length."""
    rng = random.Random(3)
    articles = [documents.article(rng, 1 + rng.randrange(90)) for _ in range(400)]
    size = number = 0
    while size < SIZE:
        line = json.dumps({'id': 'd%07d' % number, 'date': '2024-05-%02d' % (number % 28 + 1),
                           'text': rng.choice(articles) + ' ' + documents.sentence(rng)}) + '\n'
        yield line.encode()
        size += len(line)
        number += 1


class Run:
    """The program at work in a pipe; what it writes is hashed, not kept."""

    def __init__(self, *arguments):
        self.process = subprocess.Popen([PROGRAM, 'extract', '--from', 'jsonl', '-', *arguments], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)
        self.start = time.monotonic()

    def feed(self, source):
        for line in source:
            self.process.stdin.write(line)
        self.process.stdin.close()

    def finish(self, source, digest):
        feeder = threading.Thread(target=self.feed, args=(source,))
        feeder.start()
        while True:
            piece = self.process.stdout.read(1 << 20)
            if not piece:
                break
            digest.update(piece)
        feeder.join()
        _, status, usage = os.wait4(self.process.pid, 0)
        assert status == 0, status
        self.seconds = time.monotonic() - self.start
        self.megabytes, self.processor = usage.ru_maxrss / 1024, usage.ru_utime + usage.ru_stime
        return self


def whole(jobs):
    digest = hashlib.blake2b()
    run = Run('--jobs', str(jobs)).finish(lines(), digest)
    print('%d MB, %d jobs: %.1f s, %.1f s of processor, %.0f MB of memory' %
          (SIZE / 1e6, jobs, run.seconds, run.processor, run.megabytes), flush=True)
    assert run.megabytes <= MOST_MEGABYTES, run.megabytes
    return run, digest.hexdigest()


def sharded():
    """One run after the other over equal parts; a line is cut by no border."""
    digest = hashlib.blake2b()
    source, part = lines(), SIZE // SHARDS

    def shard(first):
        size = len(first)
        yield first
        while size < part:
            line = next(source, None)
            if line is None:
                return
            size += len(line)
            yield line

    for first in source:
        Run().finish(shard(first), digest)
    return digest.hexdigest()


def main():
    two, digest = whole(2)
    one, same = whole(1)
    assert same == digest, 'two jobs write other bytes than one'
    assert sharded() == digest, 'the shards together are not the whole'
    if os.environ.get('HEARSAY_QUIET_MACHINE') == '1':
        assert one.seconds / two.seconds >= LEAST_SPEEDUP, one.seconds / two.seconds
    print('two jobs are %.2f times as fast as one; %d shards give the same bytes' % (one.seconds / two.seconds, SHARDS))


main()
