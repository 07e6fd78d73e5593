/* explain.h: what was found in a document and what nearly was, with the reasons: for people and for programs. */
#ifndef HEARSAY_RECORD_EXPLAIN_H
#define HEARSAY_RECORD_EXPLAIN_H

#include "base/json.h"
#include "claim/trace.h"
#include "record/record.h"

#define EXPLANATION_FORMAT "1" /* the value of the key "explanation" */

struct explanation {
    const struct document *document; /* with its words */
    const struct record *record;     /* of that document */
    const struct claim_trace *trace; /* of the record's claims */
};

/* What keeps a claim that was found from being drawn as others are. */
enum explanation_note {
    NOTE_NO_SOURCE,      /* the text names nobody who speaks */
    NOTE_UNKNOWN_SOURCE, /* it names somebody, but nobody knows who that is */
    NOTE_NO_TARGET,      /* nobody is spoken of or to */
    NOTE_UNKNOWN_TARGET,
    NOTE_NEGATED,
    NOTE_HYPOTHETICAL,
    NOTE_COUNT
};

bool explanation_notes(const struct claim *claim, enum explanation_note note);

/* A note for programs ("unknown_source") and for people. */
const char *explanation_note_name(enum explanation_note note);
const char *explanation_note_text(enum explanation_note note);

/* The part of a sentence's things in the lists of claims and misses, which are in the order of the text: those from
 * *first on that belong to it; moves *first behind them and returns their number. */
size_t explanation_claims(const struct explanation *explanation, const struct sentence *sentence, size_t *first);
size_t explanation_misses(const struct explanation *explanation, const struct sentence *sentence, size_t *first);

/* Columns and an indented tree for each sentence. Cost: linear in the output. */
void explain_text(const struct explanation *explanation, struct output *out);

/* One line of JSON, see schemas/explanation.schema.json. */
void explain_json(const struct explanation *explanation, struct output *out);

#endif
