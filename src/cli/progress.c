#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

static double seconds_between(const struct timespec *from, const struct timespec *to)
{
    return (double)(to->tv_sec - from->tv_sec) + (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

static void print(struct progress *progress)
{
    double seconds = seconds_between(&progress->start, &progress->last);
    unsigned rate = seconds > 0 ? (unsigned)((double)progress->documents / seconds) : 0;
    fprintf(stderr, "%shearsay: %" PRIu64 " documents, %u each second%s", progress->terminal ? "\r" : "",
            progress->documents, rate, progress->terminal ? "\033[K" : "\n");
    progress->dirty = progress->terminal;
}

void progress_begin(struct progress *progress, const struct options *options)
{
    progress->terminal = isatty(STDERR_FILENO);
    bool clear_view = progress->terminal && !isatty(STDOUT_FILENO);
    progress->shown = options->progress || (clear_view && !options->quiet);
    clock_gettime(CLOCK_MONOTONIC, &progress->start);
    progress->last = progress->start;
}

void progress_step(struct progress *progress)
{
    struct timespec now;
    progress->documents++;
    if (!progress->shown) {
        return;
    }
    clock_gettime(CLOCK_MONOTONIC, &now);
    if (seconds_between(&progress->last, &now) >= (progress->terminal ? 0.2 : 10)) {
        progress->last = now;
        print(progress);
    }
}

void progress_clear(struct progress *progress)
{
    if (progress->dirty) {
        fputs("\r\033[K", stderr);
        progress->dirty = false;
    }
}

void progress_end(struct progress *progress)
{
    if (progress->shown) {
        clock_gettime(CLOCK_MONOTONIC, &progress->last);
        print(progress);
        fputs(progress->terminal ? "\n" : "", stderr);
    }
}
