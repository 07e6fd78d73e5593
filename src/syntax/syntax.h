/* syntax.h: tokens -> tagged trees and names. Everything here is learned from treebanks; src/model/train holds the
 * trainers. Methods: a bidirectional long short-term memory network pretrained on news (encoder.h), heads by biaffine
 * attention and the best tree over them (parser.h, arborescence.h), lemmas by rules (lemma.h), names by a linear chain
 * over hashed features (names.h). */
#ifndef HEARSAY_SYNTAX_SYNTAX_H
#define HEARSAY_SYNTAX_SYNTAX_H

#include "model/model.h"
#include "text/document.h"

struct syntax;

/* An analyser over a model that must outlive it. Its scratch memory is its own: one analyser for each thread. */
int syntax_open(struct syntax **out, const struct model *model, struct hearsay_error *error);
void syntax_close(struct syntax *syntax);

/* Fills lemma, upos, xpos, head, deprel, name of every token where the input gave none, links the trees
 * (syntax_link) and lists the names. Lemmas and lists live in `arena`. */
int syntax_analyse(struct syntax *syntax, struct document *document, struct arena *arena, struct hearsay_error *error);

/* Fills first_child, next_sibling, left_edge, right_edge of all trees from the heads. Heads form trees: one root for
 * each sentence, no cycle. */
int syntax_link(struct document *document, struct hearsay_error *error);

/* Writes a document as CoNLL-U with `# newdoc id`, `# text`, `# sent_id`, multiword tokens, and SpaceAfter,
 * TokenRange=s:e (code points) and NER in MISC. */
struct output;
void syntax_write_conllu(const struct document *document, struct output *out);

/* The same of a document that comes in parts: `written` counts the sentences of the parts before this one, of which the
 * first brings the `# newdoc`. */
void syntax_write_conllu_part(const struct document *part, size_t written, struct output *out);

#endif
