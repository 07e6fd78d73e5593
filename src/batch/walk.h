/* walk.h: the documents of a folder. */
#ifndef HEARSAY_BATCH_WALK_H
#define HEARSAY_BATCH_WALK_H

#include <sys/stat.h>

#include "base/arena.h"
#include "base/error.h"

struct walk_file {
    struct view path; /* ends in a NUL */
    struct stat status;
};

struct walk {
    struct walk_file *files; /* sorted by path (bytes) */
    size_t count, capacity;
};

/* Told of what cannot be read: the walk goes on without it. */
typedef void walk_complaint(void *user, const struct hearsay_error *error);

/* Finds all files with a suffix that hearsay reads (.txt .text .md .markdown .html .htm .jsonl .ndjson .conllu, each
 * also with .gz or .zst behind it) in the working folder and the folders in it. Left out are names that start with a
 * dot and the folder `out` (NULL: none). Links to files are followed, links to folders are not. All in `arena`.
 * HEARSAY_ERROR_IO where the folder itself cannot be read. */
int walk_run(struct walk *walk, const struct stat *out, walk_complaint *complain, void *user, struct arena *arena,
             struct hearsay_error *error);

#endif
