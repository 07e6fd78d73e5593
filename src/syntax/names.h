/* names.h: finds the names of persons, organisations and places, and demonyms, as BIO tags.
 *
 * Every sentence is read on its own first: a linear chain over the tags (Lafferty, McCallum and Pereira 2001), the best
 * path by Viterbi's algorithm. Then the document speaks: a word that was read otherwise elsewhere is read once more
 * with that as evidence (two stages as in Krishnan and Manning 2006, features of the document as in Ratinov and Roth
 * 2009). Weights are trained by src/model/train/names.c. */
#ifndef HEARSAY_SYNTAX_NAMES_H
#define HEARSAY_SYNTAX_NAMES_H

#include "model/model.h"
#include "syntax/clusters.h"
#include "text/document.h"

#define NAMES_SECTION "names"

struct names;

/* A finder over a model that must outlive it. Its scratch memory is its own: one finder for each thread.
 * HEARSAY_ERROR_INPUT where the model has no names. */
int names_open(struct names **out, const struct model *model, struct hearsay_error *error);

/* NULL is allowed. */
void names_close(struct names *names);

/* Sets token.name of all tokens that are not GIVEN_NAME and lists the names (given ones too) in document->names, in
 * `arena`. UPOS and XPOS must be there. I- tags never stand without their B-. Cost: linear in tokens. */
int names_tag(struct names *names, struct document *document, struct arena *arena, struct hearsay_error *error);

/* The best path through a sentence's tags. For the finder and its trainer.
 *   scores  [count][NAME_TAG_COUNT], of each word for each tag
 *   pairs   [count][NAME_TAG_COUNT + 1][NAME_TAG_COUNT], of each word's tag after the tag before it; NAMES_START at the
 * first word back    scratch of count * NAME_TAG_COUNT bytes tags    the outcome, enum name_tag, count bytes */
void names_best_path(const int32_t *scores, const int32_t *pairs, uint32_t count, uint8_t *back, uint8_t *tags);

#endif
