/* known.h: digests that need not be computed again, since the file was not touched: the cache of a batch folder. It may
 * be lost at any time, and it is no part of what a run makes. */
#ifndef HEARSAY_BATCH_KNOWN_H
#define HEARSAY_BATCH_KNOWN_H

#include <sys/stat.h>

#include "base/arena.h"
#include "base/digest.h"

struct known;

/* Reads the cache at `path`; an empty one where there is none, or none that makes sense. NULL when there is no memory.
 * It ends with its arena. */
struct known *known_read(const char *path, struct arena *arena);

/* The digest of a file, from the cache or its content, and remembered. `path` is opened, `name` and `status` are what
 * it is known by: the same name, device, inode, size, times of change. A file that was changed less than two seconds
 * before it was looked at is not remembered: it could change again within one tick of the file system's clock (git
 * calls that racy). HEARSAY_ERROR_IO where it cannot be read. */
int known_digest(struct known *known, const char *path, struct view name, const struct stat *status,
                 char hex[DIGEST_SIZE], struct hearsay_error *error);

/* Writes what was asked for, where that differs from what was read. What nobody asked for is forgotten. */
int known_write(struct known *known, const char *path, struct hearsay_error *error);

#endif
