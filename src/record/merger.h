/* merger.h: one key for each entity across documents, from records that come one by one. What record_merge does for
 * records in memory, for any number of them: of a record only what tells entities apart is kept, each fact once.
 *
 * Memory: 20 bytes for each entity of each record, 40 for each record, some 350 for each entity that is described like
 * no other (name, aliases, country, identifiers, field). What claims say takes none. */
#ifndef HEARSAY_RECORD_MERGER_H
#define HEARSAY_RECORD_MERGER_H

#include "record/record.h"

struct merger;

/* A merger without records, or NULL when there is no memory. The caller frees it with merger_free (NULL is allowed). */
struct merger *merger_new(void);
void merger_free(struct merger *merger);

/* Adds a record, which need not outlive the call; its keys do not count. Records are numbered 0, 1, 2, ... in the order
 * of adding. HEARSAY_ERROR_MEMORY; HEARSAY_ERROR_LIMIT above 2^31 entities. Cost: linear in its entities, aliases and
 * affiliations. */
int merger_add(struct merger *merger, const struct record *record, struct hearsay_error *error);

/* Sorts the records by id and makes the keys: see record_merge. More records may be added afterwards, and the keys be
 * made anew. HEARSAY_ERROR_INPUT for two records of one id, HEARSAY_ERROR_MEMORY. Cost: a sort of what differs. */
int merger_finish(struct merger *merger, struct hearsay_error *error);

/* ---- After merger_finish ---- */

/* The number of the record that comes at `place` in the order of ids. */
size_t merger_record_at(const struct merger *merger, size_t place);

/* The key of an entity, by the record's number and the entity's index in it. It lives in `arena`, or in the merger
 * until the keys are made anew. {NULL, 0} when there is no memory. */
struct view merger_key(const struct merger *merger, size_t record, size_t entity, struct arena *arena);

/* Writes the line that record_write made of a record without keys, the keys put in. HEARSAY_ERROR_MEMORY; errors of
 * `out` stick there. */
int merger_write(const struct merger *merger, size_t record, struct view line, struct output *out,
                 struct hearsay_error *error);

#endif
