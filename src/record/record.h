/* record.h: everything hearsay found in one document, and its JSON (format version "1", schemas/record.schema.json).
 * Spans in a record are Unicode code points of the document's text, in memory as in JSON. */
#ifndef HEARSAY_RECORD_RECORD_H
#define HEARSAY_RECORD_RECORD_H

#include "claim/claim.h"

#define RECORD_FORMAT "1" /* the value of the key "hearsay" */

/* What became of a claim between two sets of records; for pictures of a difference, never written into a record. */
enum record_change { RECORD_SAME, RECORD_CAME, RECORD_GONE, RECORD_CHANGED };

/* The parts of a claim that are text in JSON: a record read back has no document to slice. */
struct record_claim {
    struct claim claim;
    struct view cue_text;
    struct view content_text; /* {NULL, 0}: no content */
    struct view sentence_text;
    enum record_change change; /* RECORD_SAME unless somebody compared */
};

struct record {
    struct view id, title, url, date, language;
    uint32_t length; /* code points of the text */
    struct view text_sha256;
    struct view model;
    struct view *warnings;
    size_t warning_count;
    struct html_reference *references; /* what the footnote marks of the claims stand for */
    size_t reference_count;
    struct view *corrections; /* digests of those that were applied: see corrections.h */
    size_t correction_count;
    struct entity *entities; /* "E1" is entities[0] */
    size_t entity_count;
    struct affiliation *affiliations;
    size_t affiliation_count;
    struct record_claim *claims; /* "C1" is claims[0] */
    size_t claim_count;
};

/* Builds the record of an analysed document: finishes the entities, turns spans into code points. All in `arena`; texts
 * point into the document. */
int record_build(struct record *record, const struct document *document, struct entity_set *entities,
                 struct claim_set *claims, struct view model_name, struct arena *arena, struct hearsay_error *error);

/* Writes one line of JSON and a line feed. The same record gives the same bytes. */
struct output;
void record_write(const struct record *record, struct output *out);

/* The same as a value within other JSON. */
struct json_writer;
void record_write_json(const struct record *record, struct json_writer *json);

/* Reads one line of JSON; `place` ("FILE:LINE") goes into errors. HEARSAY_ERROR_INPUT where the line is no record:
 * references, spans and names are checked. All in `arena`. */
int record_read(struct record *record, struct view line, const char *place, struct arena *arena,
                struct hearsay_error *error);

/* Gives every entity of the records its key, the same for one entity in all of them, and sorts the records by id
 * (bytes). Keys depend on the set of records alone, not on their order, and old keys are forgotten: the same set gives
 * the same keys however it was cut and merged before.
 *
 * One entity are those of one type and one name (case, diacritics, punctuation apart) whose countries, fields (a
 * minister is no goalkeeper) and identifiers do not contradict each other; where two of the name do, a third of whom
 * less is known goes to the one whose company it keeps, people and organisations named in the same documents. Under
 * several names: those of one identifier; a full name or acronym that another document gives as an alias, two spellings
 * of one foreign name, an initial left out, each where only one can be meant.
 *
 * A person known by a single name, unnamed people without a country, and two entities of one name in one document stay
 * apart: in doubt nothing is merged. Keys read TYPE:COUNTRY:NAME, the country only where one name stands in several, the
 * field in brackets only where it stands twice in one, or TYPE@DOCUMENT#E3 for what stays within its document.
 * HEARSAY_ERROR_INPUT for two records of one id. Keys live in `arena`. Cost: a sort of all entities and of their
 * aliases. */
int record_merge(struct record *records, size_t count, struct arena *arena, struct hearsay_error *error);

/* Whether a date is YYYY, YYYY-MM or YYYY-MM-DD with a month and a day that can be. */
bool record_date_valid(struct view date);

/* The day of an ISO 8601 date with or without a time, as records give it; {NULL, 0} where it is none. */
struct view record_date(struct view date);

#endif
