/* names_rules.h: what a rule tells of names that the chain cannot, or often fails to: where a name goes on after "of",
 * what stands in brackets behind an organisation, which of two types a word of the document has. */
#ifndef HEARSAY_SYNTAX_NAMES_RULES_H
#define HEARSAY_SYNTAX_NAMES_RULES_H

#include "text/document.h"

/* Corrects the tags that the chain gave; tags that came with the document (GIVEN_NAME) stay. Tags may be invalid
 * afterwards: an I- without its B-. Cost: linear in tokens, times the acronyms (64 at most) that the document
 * introduces for each word with two capitals. */
void names_apply_rules(struct document *document);

#endif
