/* cue.h: the tables of cues, frames and words (cues.tsv, frames.tsv, lexicon.tsv). */
#ifndef HEARSAY_CLAIM_CUE_H
#define HEARSAY_CLAIM_CUE_H

#include "claim/relation.h"

#include <stddef.h>
#include <stdint.h>

/* Where a part of a claim stands, as frames.tsv explains. */
enum claim_slot_kind {
    SLOT_NONE,
    SLOT_PREPOSITION, /* the object of a preposition; as content with the preposition */
    SLOT_SUBJ,
    SLOT_OBJ,
    SLOT_PERSON,
    SLOT_OWNER,
    SLOT_DOER,
    SLOT_CULPRIT,
    SLOT_POSS,
    SLOT_MODIFIER,
    SLOT_GOVERNOR,
    SLOT_PREDICATE,
    SLOT_OBJECT,
    SLOT_HOLDER,
    SLOT_FACED,
    SLOT_ANSWERED,
    SLOT_HELD,
    SLOT_CONCERNED,
    SLOT_CONDITION,
    SLOT_DEMANDED,
    SLOT_REPORTED,
    SLOT_PURPOSE,
    SLOT_LISTENER,
    SLOT_OPENER,
    SLOT_CLOSER,
    SLOT_CLAUSE,
    SLOT_SUBJUNCTIVE,
    SLOT_BARE,
    SLOT_INFINITIVE,
    SLOT_GERUND,
    SLOT_THING,
    SLOT_COMPLEMENT,
    SLOT_HOST,
    SLOT_MODIFIED,
    SLOT_REST,
    SLOT_QUOTED,
};

struct claim_slot {
    enum claim_slot_kind kind;
    enum claim_slot_kind of; /* for a preposition: whose its object is, or who does it */
    const char *preposition;
};

/* What must be there for a cue to make a claim. */
enum {
    NEED_SOURCE = 1 << 0,
    NEED_TARGET = 1 << 1,
    NEED_CONTENT = 1 << 2,
    NEED_CLAUSE = 1 << 3,     /* content that is a clause or a quote */
    NEED_ANY = 1 << 4,        /* a target or content */
    NEED_COMPLEMENT = 1 << 5, /* what somebody is called */
    NEED_OF = 1 << 6,         /* content after "of" */
    NEED_WITH = 1 << 7,
    NEED_CHARGES = 1 << 8, /* "on charges", "on suspicion" */
    NEED_PASSIVE = 1 << 9,
    NEED_EITHER = 1 << 10, /* a source, content or somebody held */
    NEED_ACTOR = 1 << 11,  /* a source that is somebody, if there is one */
    NEED_FINITE = 1 << 12,
    NEED_NAMED = 1 << 13,  /* content or a passive, else a target that is a name or pronoun */
    NEED_THINGS = 1 << 14, /* aimed at things too, so that "it" is nobody */
    NEED_DEED = 1 << 15,   /* an object that is something done or said, by nature no battlefield */
    NEED_VERBAL = 1 << 16, /* a word by it of class "verbal" */
    NEED_SPEECH = 1 << 17, /* content that is a noun for a speech act: "the request" */
    NEED_TALK = 1 << 18,   /* content that is a verb of speaking: "to comment" */
    NEED_WORDS = 1 << 19,  /* no phrase with "to": who is condemned to defeat is condemned by no words */
    NEED_ACTIVE = 1 << 20, /* content after a preposition counts in the active only: not "was admitted to hospital" */
    NEED_PLAIN = 1 << 21,  /* no common noun right before it that makes it a trade: not "a book critic" */
};

enum { CLAIM_SLOTS_MAX = 8 };

struct claim_frame {
    const char *name;
    struct claim_slot source[CLAIM_SLOTS_MAX]; /* the first that is filled counts; SLOT_NONE ends the list */
    struct claim_slot target[CLAIM_SLOTS_MAX];
    struct claim_slot addressee[CLAIM_SLOTS_MAX];
    struct claim_slot content[CLAIM_SLOTS_MAX];
    unsigned needs; /* NEED_* */
};

enum claim_cue_class { CUE_VERB, CUE_NOUN, CUE_ADJECTIVE, CUE_ADVERB, CUE_PHRASE };

struct claim_cue {
    const char *lemma;     /* of a phrase: its first word */
    const char *companion; /* a word that must go with it; the rest of a phrase; NULL */
    const struct claim_frame *frame;
    enum claim_cue_class word_class;
    enum claim_relation relation;
    int prior; /* percent */
};

/* The cues of a lemma in a class, in the order they are to be tried; *count is 0 and NULL is returned where there is
 * none. Cost: a binary search of some 800 rows. */
const struct claim_cue *cue_find(struct view lemma, enum claim_cue_class word_class, size_t *count);

/* Whether a noun says by itself, without any companion, that something is said: "claim", not "attack". Cost: as above. */
bool cue_speech_noun(struct view lemma);

/* Classes of words that rules ask about, as lexicon.tsv explains: a set of 64. */
#define WORD_DOCUMENT  (UINT64_C(1) << 0)
#define WORD_LIGHT     (UINT64_C(1) << 1)
#define WORD_TIME      (UINT64_C(1) << 2)
#define WORD_OBJECTCTL (UINT64_C(1) << 3)
#define WORD_UNREAL    (UINT64_C(1) << 4)
#define WORD_AVOID     (UINT64_C(1) << 5)
#define WORD_SPEECH    (UINT64_C(1) << 6)
#define WORD_HARM      (UINT64_C(1) << 7)
#define WORD_CAUSE     (UINT64_C(1) << 8)
#define WORD_WRONG     (UINT64_C(1) << 9)
#define WORD_NEGATIVE  (UINT64_C(1) << 10)
#define WORD_PERSON    (UINT64_C(1) << 11)
#define WORD_CHARGES   (UINT64_C(1) << 12)
#define WORD_HURT      (UINT64_C(1) << 13)
#define WORD_SUFFER    (UINT64_C(1) << 14)
#define WORD_TAINT     (UINT64_C(1) << 15)
#define WORD_DEED      (UINT64_C(1) << 16)
#define WORD_LABEL     (UINT64_C(1) << 17)
#define WORD_FACE      (UINT64_C(1) << 18)
#define WORD_BELIEF    (UINT64_C(1) << 19)
#define WORD_FICTION   (UINT64_C(1) << 20)
#define WORD_HEED      (UINT64_C(1) << 21)
#define WORD_MILD      (UINT64_C(1) << 22)
#define WORD_MEET      (UINT64_C(1) << 23)
#define WORD_VERBAL    (UINT64_C(1) << 24)
#define WORD_BODY      (UINT64_C(1) << 25)
#define WORD_ACT       (UINT64_C(1) << 26)
#define WORD_CREATE    (UINT64_C(1) << 27)
#define WORD_POSSIBLE  (UINT64_C(1) << 28)
#define WORD_FATE      (UINT64_C(1) << 29)
#define WORD_COUNTER   (UINT64_C(1) << 30)

struct claim_word {
    const char *lemma;
    uint64_t classes; /* WORD_* */
};

/* The classes of a lemma in lower case, 0 where it has none. Cost: a binary search. */
uint64_t cue_word_classes(struct view lemma);

#endif
