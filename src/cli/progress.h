/* progress.h: a line on stderr that counts documents and estimates the time left: on a terminal in place, elsewhere a
 * line every ten seconds. */
#ifndef HEARSAY_CLI_PROGRESS_H
#define HEARSAY_CLI_PROGRESS_H

#include <stdint.h>
#include <time.h>

#include "options.h"

struct progress {
    bool shown;
    bool terminal;
    bool dirty; /* the terminal's line holds a count */
    uint64_t documents;
    uint64_t bytes; /* of the documents so far */
    uint64_t total; /* bytes of all inputs; 0: not known */
    struct timespec start, last;
};

/* Nothing is shown with --quiet, nor where stderr is no terminal or stdout is one, unless --progress asks for it. The
 * time left is known where all inputs are plain files. */
void progress_begin(struct progress *progress, const struct options *options);

/* One more document, of so many bytes. */
void progress_step(struct progress *progress, size_t bytes);

/* Wipes the line, before something else is printed. */
void progress_clear(struct progress *progress);

/* The last count. */
void progress_end(struct progress *progress);

#endif
