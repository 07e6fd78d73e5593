/* corrections.h: what people mend in records: JSON lines (schemas/correction.schema.json), applied to every record in
 * the order of the file. A correction is anchored to words, a name or the words of a sentence, never to numbers or
 * positions, so that it holds when the document is extracted again. */
#ifndef HEARSAY_RECORD_CORRECTIONS_H
#define HEARSAY_RECORD_CORRECTIONS_H

#include "record/record.h"

struct corrections;

/* Reads a file of corrections, "-" for standard input, and checks every line: HEARSAY_ERROR_INPUT with FILE:LINE for
 * one that is none. The caller ends it with corrections_close (NULL is allowed). */
int corrections_open(struct corrections **out, const char *path, const struct hearsay_limits *limits,
                     struct hearsay_error *error);
void corrections_close(struct corrections *corrections);

/* Applies the corrections to a record, those that it names as applied already left out, and notes in it which were
 * applied. One whose document this is, or whose words are there, and that cannot be applied all the same, becomes a
 * warning of the record. Many threads may do this to records of their own. What is new lives in `arena`. Cost: for each
 * correction that names no document, a look-up of its name, or a search through the sentences of the claims. */
int record_correct(struct record *record, struct corrections *corrections, struct arena *arena,
                   struct hearsay_error *error);

/* The corrections whose name or words were in no record so far, in the order of the file: what is wrong, and its place,
 * FILE:LINE; NULL after the last. They live as long as the corrections. */
const char *corrections_unused(const struct corrections *corrections, size_t index, const char **place);

#endif
