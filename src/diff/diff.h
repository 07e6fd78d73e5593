/* diff.h: two sets of records -> what came, what went, what changed. Entities and claims are known by their words,
 * never by their numbers or places, so that a sentence put in front of a text changes nothing but itself. Confidences
 * and the names of rules are no words: what differs in them alone is the same. */
#ifndef HEARSAY_DIFF_DIFF_H
#define HEARSAY_DIFF_DIFF_H

#include "record/record.h"

enum diff_kind { DIFF_ENTITY, DIFF_CLAIM, DIFF_KIND_COUNT };
enum diff_change { DIFF_CAME, DIFF_GONE, DIFF_CHANGED, DIFF_CHANGE_COUNT };

enum { DIFF_FIELDS_MOST = 16 };

/* An entity of a set, or a claim, as texts: see diff_field_name for what they are. */
struct diff_item {
    struct view all;                      /* all its fields: what is not changed at all goes together first */
    struct view key;                      /* the words that make it the same as another */
    struct view near;                     /* the words that make it another form of another */
    struct view fields[DIFF_FIELDS_MOST]; /* {NULL, 0}: the record says nothing */
    struct record_claim *claim;           /* of a claim; else NULL */
    size_t record;                        /* index in its set: where it first appears */
    size_t order;                         /* among all items of its set */
};

struct diff_entry {
    enum diff_change change;
    const struct diff_item *old, *new; /* NULL where it was not, or is no more */
};

struct diff {
    struct diff_entry *entries[DIFF_KIND_COUNT]; /* in the order of the new set, what went where it was */
    size_t counts[DIFF_KIND_COUNT];
};

/* Compares two merged sets of records. Everything lives in `arena`; texts point into the records, which must outlive
 * the result.
 *
 * An entity is known by its type and fullest name (record/fullest.h), folded; one whose type alone differs has changed.
 * Its country, aliases and identifiers are compared. A claim is known by document, sources, relation, targets with
 * their roles and content; else, as a changed one, by document, sentence and cue. Kind, quotation, negation, certainty,
 * date, footnotes and the claim that it answers are compared. Where several are alike, the first goes with the first.
 * Cost: a sort of all items. */
int diff_make(struct diff *diff, struct record *old, size_t old_count, struct record *new, size_t new_count,
              struct arena *arena, struct hearsay_error *error);

/* How many entries there are in all. */
size_t diff_count(const struct diff *diff);

/* For people: a line for each entry, "+" came, "-" went, "~" changed, under a heading for entities and one for claims.
 */
struct output;
void diff_write_text(const struct diff *diff, struct output *out);

/* One JSON object: see schemas/diff.schema.json. */
void diff_write_json(const struct diff *diff, struct output *out);

/* What diff_write_json calls a field ("country", "sources"), NULL after the last; lists are joined in the text of a
 * field by "; ". */
const char *diff_field_name(enum diff_kind kind, size_t field);

/* A set of records to draw the difference from: those of `new`, with the claims that went in records of their own,
 * whose ids end in " (before)". Claims have record_claim.change set, names of entities that came start with "+ ", of
 * those that went with a minus sign (U+2212) and a space. It is merged. In `arena`; texts point into the sets. */
int diff_union(const struct diff *diff, const struct record *old, size_t old_count, const struct record *new,
               size_t new_count, struct record **records, size_t *count, struct arena *arena,
               struct hearsay_error *error);

/* Makes records of a graph in node-link form (schemas/graph.schema.json): its claims and nodes, as far as a graph
 * tells. HEARSAY_ERROR_INPUT where it is none. */
int diff_read_graph(struct record **records, size_t *count, struct view text, const char *place, struct arena *arena,
                    struct hearsay_error *error);

#endif
