/* names_evidence.h: how each word of a document was read, so that one place can vouch for another. */
#ifndef HEARSAY_SYNTAX_NAMES_EVIDENCE_H
#define HEARSAY_SYNTAX_NAMES_EVIDENCE_H

#include "syntax/names_features.h"

struct names_evidence;

/* Empty evidence, freed with names_evidence_free (NULL is allowed there); NULL when there is no memory. */
struct names_evidence *names_evidence_new(void);
void names_evidence_free(struct names_evidence *evidence);

/* Forgets all, for the next document. Cost: the size of what was there. */
void names_evidence_clear(struct names_evidence *evidence);

/* Counts how the words of a sentence are tagged. 0 or HEARSAY_ERROR_MEMORY. */
int names_evidence_add(struct names_evidence *evidence, const struct names_word *words, const struct token *tokens,
                       uint32_t count);

/* How the word was read elsewhere: counts of all readings less this one, `tag`. False where it bears no evidence or was
 * not seen elsewhere. */
bool names_evidence_of(const struct names_evidence *evidence, const struct names_word *word, uint8_t tag,
                       uint32_t counts[NAMES_EVIDENCE_KINDS]);

/* Whether a word of the sentence was mostly read otherwise elsewhere. The tokens are those that were added, with their
 * tags. */
bool names_evidence_disputes(const struct names_evidence *evidence, const struct token *tokens, uint32_t count);

#endif
