/* spool.h: pieces of text put aside, to be read again in any order: packed (zstd) in a file without a name, so that
 * memory does not grow with them. */
#ifndef HEARSAY_BASE_SPOOL_H
#define HEARSAY_BASE_SPOOL_H

#include "base/error.h"
#include "base/view.h"

struct spool;

/* An empty spool. Its file lies in the folder that TMPDIR names, else in /tmp, where only this process sees it and from
 * where it goes with the process; where a file system has no such files, in memory. HEARSAY_ERROR_IO,
 * HEARSAY_ERROR_MEMORY. The caller ends it with spool_free. */
int spool_new(struct spool **out, struct hearsay_error *error);

/* Puts a piece behind the others: they are numbered 0, 1, 2, ... HEARSAY_ERROR_IO, HEARSAY_ERROR_MEMORY. Cost: that of
 * packing, some 300 MB/s; 16 bytes of memory each, and about a fifth of a text's length in the file. */
int spool_add(struct spool *spool, struct view piece, struct hearsay_error *error);

/* Reads a piece; *piece stands until the next call. HEARSAY_ERROR_IO, HEARSAY_ERROR_MEMORY. Cost: unpacks 64 KiB, or
 * the piece where it is longer; nothing for one that lies beside the one read before. */
int spool_read(struct spool *spool, size_t number, struct view *piece, struct hearsay_error *error);

/* NULL is allowed. */
void spool_free(struct spool *spool);

#endif
