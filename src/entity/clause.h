/* clause.h: who does what in a clause, by the tree: predicates, their subjects also where they are understood, the
 * clauses around a word. All walk a few steps up or over the children of one word, and take O(children). */
#ifndef HEARSAY_ENTITY_CLAUSE_H
#define HEARSAY_ENTITY_CLAUSE_H

#include "entity/resolver.h"

/* The verb or other predicate whose argument a word is, over coordinated and apposed words; -1 for possessives and
 * other words inside a noun phrase. */
int32_t clause_predicate_of(const struct document *document, uint32_t token);

/* The subject that stands at a predicate; -1: none. */
int32_t clause_own_subject(const struct document *document, uint32_t predicate);

/* The subject of a predicate, also where it is understood: Simon in "Simon wanted to help", "Simon came in and sat
 * down", Anna in "Simon asked Anna to help", "Anna, telling him". -1: none. Object control after Radford, "English
 * Syntax", 2004. */
int32_t clause_subject(const struct document *document, uint32_t predicate);

/* The predicate of the innermost clause that a word is in, itself left out; -1: none. */
int32_t clause_around(const struct document *document, uint32_t token);

/* The word is a subject, or coordinated with or apposed to one. */
bool clause_is_subject(const struct document *document, uint32_t token);

/* The grammatical role of a word, that of its head for coordinated and apposed ones, subtypes left out but for
 * possessors. */
enum deprel clause_role(const struct document *document, uint32_t token);

/* The word that a coordinated, apposed or flat word hangs on in the end. */
uint32_t clause_top_of_phrase(const struct document *document, uint32_t token);

#endif
