/* lemma.h: lemmas by rules learned from treebanks. A rule says how a form becomes its lemma ("in small letters, 3
 * characters off the end, y on"); which rule a word takes is looked up by its form and tag and, where those were never
 * seen, by its longest ending that decides. The section is used in place. */
#ifndef HEARSAY_SYNTAX_LEMMA_H
#define HEARSAY_SYNTAX_LEMMA_H

#include "model/model.h"
#include "syntax/word.h"

#define LEMMA_SECTION      "lemmas"
#define LEMMA_LEVELS       (WORD_SUFFIXES + 3) /* 0: the tag; 1 to 5: endings; then the form in small letters; the form */
#define LEMMA_APPEND_BYTES 24

enum lemma_case { LEMMA_KEEP, LEMMA_LOWER, LEMMA_TITLE, LEMMA_CASES };

struct lemma_rule {
    uint8_t letter_case; /* enum lemma_case */
    uint8_t cut;         /* characters off the end */
    uint8_t length;      /* of append */
    char append[LEMMA_APPEND_BYTES];
    uint8_t zero[5];
};

struct lemma_slot {
    uint32_t fingerprint; /* 0: free */
    uint32_t rule;
};

/* The section, little-endian: this header, the rules, the slots (a power of two, open addressing). */
struct lemma_header {
    uint32_t rule_count;
    uint32_t slot_count;
};

struct lemmas {
    const struct lemma_rule *rules;
    const struct lemma_slot *slots;
    uint32_t rule_count, slot_count;
};

int lemma_open(struct lemmas *lemmas, const struct model *model, struct hearsay_error *error);

/* The key of a word at a level, below LEMMA_LEVELS. */
uint64_t lemma_key(const struct word *word, const struct token *token, unsigned level);

/* The rule of the highest level below *level that has one, -1 where none has; *level is then that level. */
int32_t lemma_rule_of(const struct lemmas *lemmas, const struct word *word, const struct token *token, unsigned *level);

/* Sets the lemma of a tagged token: a part of its form where that will do, else a copy in `arena`. A word for which
 * there is no rule gets its form in small letters. A verb's lemma that was told from an ending only and is no known
 * word gives way to one that is, with or without an "e" ("provok": provoke); known words are those that have a cluster.
 * HEARSAY_ERROR_MEMORY when there is no memory. */
int lemma_set(const struct lemmas *lemmas, const struct word *word, const struct clusters *clusters,
              struct token *token, struct arena *arena);

/* The lemma that a rule makes of a form; false where the form is shorter than what the rule cuts. At most `room` bytes.
 */
bool lemma_apply(const struct lemma_rule *rule, struct view form, char *out, size_t room, size_t *length);

#endif
