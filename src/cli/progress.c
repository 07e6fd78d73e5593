#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

static double seconds_between(const struct timespec *from, const struct timespec *to)
{
    return (double)(to->tv_sec - from->tv_sec) + (double)(to->tv_nsec - from->tv_nsec) / 1e9;
}

/* " 12:05 left", or nothing where the total is not known or a guess would be wild. */
static void print_time_left(const struct progress *progress, double seconds)
{
    if (progress->total == 0 || progress->bytes == 0 || seconds < 1 || progress->bytes >= progress->total) {
        return;
    }
    double left = seconds * (double)(progress->total - progress->bytes) / (double)progress->bytes;
    if (left < 1e6) {
        unsigned whole = (unsigned)(left + 0.5);
        fprintf(stderr, ", %u:%02u left", whole / 60, whole % 60);
    }
}

static void print(struct progress *progress)
{
    double seconds = seconds_between(&progress->start, &progress->last);
    unsigned rate = seconds > 0 ? (unsigned)((double)progress->documents / seconds) : 0;
    fprintf(stderr, "%shearsay: %" PRIu64 " documents, %u each second", progress->terminal ? "\r" : "",
            progress->documents, rate);
    print_time_left(progress, seconds);
    fputs(progress->terminal ? "\033[K" : "\n", stderr);
    progress->dirty = progress->terminal;
}

/* The size of all inputs, 0 where one is no plain file. */
static uint64_t total_size(const struct options *options)
{
    uint64_t total = 0;
    for (size_t i = 0; i < options->input_count; i++) {
        struct stat status;
        if (stat(options->inputs[i].path, &status) != 0 || !S_ISREG(status.st_mode)) {
            return 0;
        }
        total += (uint64_t)status.st_size;
    }
    return total;
}

void progress_begin(struct progress *progress, const struct options *options)
{
    progress->terminal = isatty(STDERR_FILENO);
    bool clear_view = progress->terminal && !isatty(STDOUT_FILENO);
    progress->shown = options->progress || (clear_view && !options->quiet);
    progress->total = progress->shown ? total_size(options) : 0;
    clock_gettime(CLOCK_MONOTONIC, &progress->start);
    progress->last = progress->start;
}

void progress_step(struct progress *progress, size_t bytes)
{
    struct timespec now;
    progress->documents++;
    progress->bytes += bytes;
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
