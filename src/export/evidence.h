/* evidence.h: what the claims of an edge tell, as text. */
#ifndef HEARSAY_EXPORT_EVIDENCE_H
#define HEARSAY_EXPORT_EVIDENCE_H

#include "export/internal.h"

/* "crocus#C3": a claim's name, unique in a graph. */
void evidence_claim_id(struct builder *builder, const struct record *record, const struct record_claim *claim);

/* "accuse:2; criticise:1" */
void evidence_relations(struct builder *builder, const struct graph_edge *edge);

/* Who is said to have made a claim, where another claim reports it: "Reuters < Dmitry Peskov", outermost last. Nothing
 * for a claim that stands in the text itself. */
void evidence_reporters(struct builder *builder, const struct record *record, const struct record_claim *claim);

/* One line for each claim of an edge, at most `most` of them and then how many more there are:
 *   crocus#C3 2024-03-07 accuse, as reported by Dmitry Peskov: "SENTENCE"
 * and behind it, where the claim answers an earlier one, " (answers crocus#C1: SENTENCE)". The sentences are the
 * document's. Nobody is given words that are not theirs: all claims of an edge have its source among their speakers,
 * and who only passed a claim on is named as its reporter. Affiliations have lines of their own.
 */
void evidence_lines(struct builder *builder, const struct graph_edge *edge, size_t most);

/* What stands on an edge: "accused (2), criticised", "in a warning" where the target is only a topic, "president" for
 * an affiliation. At most `most` relations of either sort. */
void evidence_label(struct builder *builder, const struct graph_edge *edge, size_t most);

/* A relation as people write it: "accused"; and how a statement of it mentions its topic: "in a warning". Literals. */
const char *evidence_verb(enum claim_relation relation);
const char *evidence_mention(enum claim_relation relation);

/* The footnote marks of a claim's sentence: "32; 33". */
void evidence_citations(struct builder *builder, const struct claim *claim);

#endif
