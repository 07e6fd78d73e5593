/* phrase.h: what somebody said, in few words, as a picture has room for. */
#ifndef HEARSAY_EXPORT_PHRASE_H
#define HEARSAY_EXPORT_PHRASE_H

#include "export/builder.h"
#include "record/record.h"

/* Appends the verb of a claim, in the past and where possible the text's own: "blamed", "called on"; else that of the
 * relation: "accused". */
void phrase_verb(struct builder *builder, const struct record_claim *claim);

/* Appends the verb and what was said, as far as the two make a phrase: "accused of shielding his minister". What was
 * said is cut behind a word after at most `most` code points and then ends in "…", a quotation in its closing mark too.
 * Footnote marks are left out. */
void phrase_claim(struct builder *builder, const struct record_claim *claim, size_t most);

#endif
