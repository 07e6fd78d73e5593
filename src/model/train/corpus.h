/* corpus.h: treebanks in memory, as documents with gold tags and trees. */
#ifndef HEARSAY_MODEL_TRAIN_CORPUS_H
#define HEARSAY_MODEL_TRAIN_CORPUS_H

#include "text/document.h"

/* The bytes of a file in the arena; an empty view where it cannot be read. */
struct view corpus_read_file(const char *path, struct arena *arena);

/* Reads the words of a CoNLL-U file and appends them to `document` (heads as indices into document->tokens). Multiword
 * and empty tokens are passed over; forms and lemmas live in `arena`. HEARSAY_ERROR_INPUT with the line for one that is
 * no CoNLL-U. */
int corpus_read(struct document *document, const char *path, struct arena *arena, struct hearsay_error *error);

/* A random number below `bound`; the same sequence for the same start (splitmix64). */
uint64_t corpus_random(uint64_t *state, uint64_t bound);

/* Puts 0 .. count - 1 into a random order. */
void corpus_shuffle(uint32_t *order, size_t count, uint64_t *random);

/* Writes a section to the file FOLDER/NAME. */
int corpus_write_section(const char *folder, const char *name, struct view bytes, struct hearsay_error *error);

#endif
