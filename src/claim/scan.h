/* scan.h: what the files of this room share: the state of a run over a document, and a claim while it is being found,
 * in tokens rather than bytes. Tokens are indices into the document; -1 is none. */
#ifndef HEARSAY_CLAIM_SCAN_H
#define HEARSAY_CLAIM_SCAN_H

#include "claim/claim.h"
#include "claim/cue.h"
#include "claim/trace.h"

/* Tokens first to last, both in; empty where last < first. */
struct range {
    int32_t first;
    int32_t last;
};

static const struct range RANGE_NONE = {0, -1};

static inline bool range_empty(struct range range)
{
    return range.last < range.first;
}
static inline bool range_holds(struct range range, int32_t token)
{
    return token >= range.first && token <= range.last;
}

/* Words between quotation marks, the marks in; an unclosed quote ends with its paragraph. */
struct quotation {
    struct range words;
    bool closed;
};

struct quotations {
    struct quotation *items; /* in the order of the text */
    size_t count, capacity;
    int32_t *of; /* for each token of the document: the quotation it is in, or -1 */
};

/* What later steps ask about a claim that its own fields do not hold. */
struct found {
    uint32_t sentence;
    int32_t head;         /* the cue's main word */
    int32_t content_head; /* the word on top of the content, or -1 */
    bool of_object;       /* the content is an object ("denied the claim"), not a clause */
    struct claim_features features;
};

struct scan {
    const struct document *document;
    const struct token *tokens;
    struct entity_set *entities;
    struct arena *arena;
    struct claim_set *set;
    struct quotations quotations;
    uint32_t sentence;   /* the one being read */
    struct range words;  /* its tokens */
    struct found *found; /* beside set->claims: where each was found */
    size_t found_capacity;
    int min_confidence;        /* percent */
    struct claim_trace *trace; /* NULL where nobody asks */
};

enum { DRAFT_ACTORS_MAX = 16, DRAFT_CONTENTS_MAX = 4 };

struct draft_actor {
    int32_t head;
    enum claim_role role;
};

/* A claim in the making. */
struct draft {
    const struct claim_cue *cue;
    int32_t head;       /* the cue's main word */
    struct range words; /* the cue */
    int32_t sources[DRAFT_ACTORS_MAX];
    size_t source_count;
    struct draft_actor targets[DRAFT_ACTORS_MAX];
    size_t target_count;
    struct range mutual; /* "each other", "threats" that are traded: the targets are the sources; empty elsewhere */
    struct range content[DRAFT_CONTENTS_MAX];
    size_t content_count;
    int32_t content_head; /* the verb or noun on top of the content, or -1 */
    enum claim_slot_kind source_slot, target_slot, content_slot;
    const char *content_preposition;
    enum claim_relation relation;
    enum claim_kind kind;
    bool negated;
    enum claim_certainty certainty;
    bool guessed; /* a part was found by word order alone */
};

/* tree.c: asking trees. All are cheap: the children of a word, or its path to the root. */

static inline const struct token *scan_token(const struct scan *scan, int32_t token)
{
    return &scan->tokens[token];
}
static inline bool scan_in_sentence(const struct scan *scan, int32_t token)
{
    return range_holds(scan->words, token);
}

bool tree_lemma_is(const struct scan *scan, int32_t token, const char *lemma);
bool tree_form_is(const struct scan *scan, int32_t token, const char *form); /* in lower or capitalised form */

/* Whether a token is one of some words that end with NULL, by lemma or form. */
bool tree_lemma_in(const struct scan *scan, int32_t token, const char *const *lemmas);
bool tree_form_in(const struct scan *scan, int32_t token, const char *const *forms);

/* The relation without its subtype. */
enum deprel tree_relation(const struct scan *scan, int32_t token);

/* The first child with this exact relation, or -1. */
int32_t tree_child(const struct scan *scan, int32_t token, enum deprel deprel);

/* The first child whose universal relation is this, or -1. */
int32_t tree_child_universal(const struct scan *scan, int32_t token, enum deprel deprel);

/* The first child with this lemma, or -1. */
int32_t tree_child_lemma(const struct scan *scan, int32_t token, const char *lemma);

/* The object of an active verb, time words left out; in a relative clause the noun it stands by; -1. */
int32_t tree_object(const struct scan *scan, int32_t verb);

/* Whether a word of three letters and more is written in capitals. */
bool tree_in_capitals(const struct scan *scan, int32_t token);

/* Whether a verb stands in the table of cues, and by itself or with the word right behind it: not "bringing" for
 * "bringing up". */
bool tree_speech_verb(const struct scan *scan, int32_t verb);

/* The word before a verb and what adverbs and auxiliaries stand right before it; it may lie before the sentence. */
int32_t tree_before_verb(const struct scan *scan, int32_t verb);

/* Whether `token` is `ancestor` or stands below it. */
bool tree_under(const struct scan *scan, int32_t token, int32_t ancestor);

/* Whether a verb is passive: by its auxiliary or subject, or as a bare participle after a noun. */
bool tree_passive(const struct scan *scan, int32_t verb);

bool tree_verbal(const struct scan *scan, int32_t token);    /* VERB or AUX */
bool tree_nominal(const struct scan *scan, int32_t token);   /* NOUN, PROPN, PRON, NUM */
bool tree_finite(const struct scan *scan, int32_t verb);     /* it or its auxiliary has tense */
bool tree_infinitive(const struct scan *scan, int32_t verb); /* has "to" before it */
bool tree_plural(const struct scan *scan, int32_t token);    /* a noun or name in the plural */
bool tree_relative_pronoun(const struct scan *scan, int32_t token);
bool tree_reflexive(const struct scan *scan, int32_t token); /* himself, themselves */
bool tree_personal(const struct scan *scan, int32_t token);  /* I, you, he, she, we, they and their object forms, who */

bool tree_person_name(const struct scan *scan, int32_t token); /* part of one, by its tag */

/* The lemma of a word with its ASCII capitals made small, in `lower`; empty where it does not fit. */
enum { LEMMA_BYTES_MAX = 32 };
struct view tree_lower_lemma(const struct scan *scan, int32_t token, char lower[LEMMA_BYTES_MAX]);

/* Classes of a word's lemma (lexicon.tsv). */
uint64_t tree_word(const struct scan *scan, int32_t token);

/* The object of a preposition that depends on `token` and follows it: "accused him [of lying]" -> lying; -1.
 * *preposition is set to the preposition's token. */
int32_t tree_prepositional(const struct scan *scan, int32_t token, const char *preposition, int32_t *preposition_token);

/* Whether a quotation mark. */
bool tree_quote_mark(const struct scan *scan, int32_t token);

/* The same questions for a place that may lie outside the sentence, where the answer is no. */
bool tree_form_at(const struct scan *scan, int32_t token, const char *form);
bool tree_punctuation_at(const struct scan *scan, int32_t token);

/* Whether a verb stands among the words from `first` to `last`. */
bool tree_has_verb(const struct scan *scan, int32_t first, int32_t last);

/* Drops punctuation at both ends, closing quotation marks and brackets whose partner is inside excepted. */
struct range tree_trim(const struct scan *scan, struct range range);

/* subject.c: the subjects of verbs. */

/* Whether a relation to a verb is that of a subject. */
bool subject_relation(enum deprel relation);

/* The subject that stands below the verb itself, a relative pronoun too; -1. */
int32_t subject_own(const struct scan *scan, int32_t verb);

/* The subject of a verb by its tree or, for a finite verb that lost it, by word order, which sets *guessed; -1. */
int32_t subject_find(const struct scan *scan, int32_t verb, bool *guessed);

/* The subject on the surface, shared ones too: of a coordinated verb, a participle, an infinitive, a relative clause
 * (there the antecedent); -1. */
int32_t subject_surface(const struct scan *scan, int32_t verb);

/* The one who does it in a passive, "by X"; -1. */
int32_t subject_agent(const struct scan *scan, int32_t verb);

/* The one who does what the verb says: its subject, or in a passive the agent; -1. */
int32_t subject_doer(const struct scan *scan, int32_t verb);

/* From a noun up to the top of its phrase, left of the verb; from an adjunct to the subject of its verb. */
int32_t subject_phrase_top(const struct scan *scan, int32_t noun, int32_t verb);

/* "a message [of] condolence", "a wave [of] criticism": the noun for a piece or measure of what a noun names; else the
 * noun. */
int32_t subject_piece(const struct scan *scan, int32_t noun);

/* The light verb that a noun is the object of, or in a passive the subject: "issued a statement"; -1. */
int32_t subject_light_verb(const struct scan *scan, int32_t noun);

/* Whether "it" is who speaks though the parser took it for a mere place-holder: "it said that", not "it is said that". */
bool subject_it_speaks(const struct scan *scan, int32_t it);

/* The dash that ends the dateline of the sentence, "OSLO, June 10 (AP) -"; the word before its first where it has
 * none. */
int32_t subject_dateline_end(const struct scan *scan);

/* actor.c: noun phrases that act. */

/* "the minister, Ana Kos": the name in apposition, which is who speaks; else the word itself. */
int32_t actor_named(const struct scan *scan, int32_t head);

/* The entity that a word or phrase means (entity_actor), and whether that is a person; -1 and no for no word. */
int32_t actor_entity(const struct scan *scan, int32_t head);
bool actor_is_person(const struct scan *scan, int32_t head);

/* Adds an actor, those coordinated with it and names given as examples of it; returns the new count. */
size_t actor_expand(const struct scan *scan, int32_t head, int32_t *heads, size_t count);

/* A modifier that names who it is: a demonym, or a name before the noun that is no place; -1. */
int32_t actor_modifier(const struct scan *scan, int32_t noun);

/* Whether a noun for a speech act: "claim", "request". */
bool actor_speech_noun(const struct scan *scan, int32_t noun);

/* Whether a common noun means people or a body of people, by the words of the entity room and ours. */
bool actor_means_people(const struct scan *scan, int32_t noun);

/* Whether a noun for what somebody does or says: "attack", "shelling", "claim". */
bool actor_deed_noun(const struct scan *scan, int32_t noun);

/* Whose a thing is: "Israel's raid", "the Israeli raid", "claims by Israel", "the decision of Israel"; -1. */
int32_t actor_owner(struct scan *scan, int32_t noun);

/* The governor of a noun under a light verb: "X issued a statement" -> X; -1. */
int32_t actor_governor(const struct scan *scan, int32_t noun);

/* source.c: who speaks. Fills draft->sources and source_slot. */
void source_find(struct scan *scan, struct draft *draft);

/* Whether a cue is passive, also where the parser took a participle without its object for an active verb. */
bool source_passive(const struct scan *scan, const struct draft *draft);

/* content.c: what is said. Fills draft->content, content_head and content_slot. */
void content_find(struct scan *scan, struct draft *draft);

/* clause.c: the words of a clause that is said; false where there is none. */
bool clause_find(struct scan *scan, struct draft *draft);

/* The first finite verb from a word on, else the word. */
int32_t clause_first_verb(const struct scan *scan, int32_t start);

/* Adds words to what is said, without the marks at their edges. */
void clause_add(const struct scan *scan, struct draft *draft, struct range range);

/* clause_noun.c: the clause behind the noun that is the cue; false where there is none. */
bool clause_of_noun(const struct scan *scan, struct draft *draft);

/* The last word of what starts at `start` and depends on `head`. */
int32_t clause_end(const struct scan *scan, int32_t head, int32_t start);

/* A clause does not end in the middle of a phrase: on from `end` to the next punctuation or conjunction. */
int32_t clause_stretch(const struct scan *scan, int32_t end);

/* clause_end.c, further: the same up to a finite verb too; cut before participles of saying, other speakers and asides;
 * and the end of what starts at `start`, with its quotation marks. */
int32_t clause_stretch_to_verb(const struct scan *scan, int32_t end);
int32_t clause_cut(const struct scan *scan, int32_t start, int32_t end);

/* `end`, or the word before what opens anew behind the phrase of a word that depends on `head`: another clause, or one
 * more act of the speaker. */
int32_t clause_until_anew(const struct scan *scan, int32_t head, int32_t phrase, int32_t end);

/* Whether the words from `first` on tell what became of what was said before them: "a charge that Y denied". */
bool clause_verdict(const struct scan *scan, int32_t first);

/* Who did the same by the words from `first` on: "so did Y", "as has Y"; -1. */
int32_t clause_echo(const struct scan *scan, int32_t first);
int32_t clause_speech_end(const struct scan *scan, int32_t head, int32_t start);

/* Whether a verb without a subject stands behind a mark and a conjunction, and a quotation, colon or "that" behind it:
 * "..., and added: "..."": one more act of the same speaker, not part of what is said. */
bool clause_speaker_goes_on(const struct scan *scan, int32_t verb);

/* target.c: whom it is aimed at and told to. */
void target_find(struct scan *scan, struct draft *draft);

/* topic.c: whom it is about, once its targets are known. */
void topic_find(struct scan *scan, struct draft *draft);

/* concern.c: whom what is said concerns, where that is not the object itself; -1 where nobody but the speakers. */

/* Whom an act or a thing is aimed at, or whose it is: "refused [to lift the ban on X]", "rejected [X's request]". */
int32_t concern_of_content(struct scan *scan, const struct draft *draft);

/* Whose act a threat hangs on: "threatened action [if X does not comply]". */
int32_t concern_of_condition(struct scan *scan, const struct draft *draft);

/* Who is to do what is demanded: "demanded [the resignation of X]". */
int32_t concern_of_demand(struct scan *scan, const struct draft *draft);

/* Whom the speech act that is the object is about: "investigates [allegations that X lied]". */
int32_t concern_of_report(struct scan *scan, const struct draft *draft);

/* Whom somebody sees in order to speak: "summoned X [to complain]". */
int32_t concern_of_purpose(struct scan *scan, const struct draft *draft);

/* To whom somebody speaks by another verb: "speaking [to reporters], X said". */
int32_t concern_of_listeners(struct scan *scan, const struct draft *draft);

/* The noun behind a preposition that follows a word before any verb or comma, wherever the parser hung it; -1. */
int32_t concern_behind(const struct scan *scan, int32_t word, const char *preposition);

/* Whether somebody who can act or be blamed: an entity, a pronoun for people, a noun for people. */
bool target_is_actor(struct scan *scan, int32_t head);

/* mutual.c: the words "each other" or "one another" that a word is one of; empty. */
struct range mutual_words(const struct scan *scan, int32_t head);

/* The two whom "both", "the two men" or "both sides" mean: those of one kind that the sentence before coordinates, or the
 * only two that it mentions; false where they are not known. */
bool mutual_pair(const struct scan *scan, int32_t head, int32_t two[2]);

/* Aims a claim of several sources that goes both ways at them: "X and Y accused each other", "X and Y traded threats".
 */
void mutual_aim(const struct scan *scan, struct draft *draft);

/* blame.c: statements that blame somebody become accusations, and descriptions without blame statements. */
void blame_judge(struct scan *scan, struct draft *draft);

/* modality.c: negation and certainty. */
void modality_judge(struct scan *scan, struct draft *draft);

/* certainty.c: what a verb's own auxiliaries, adverbs and markers say: "may accuse", "if X accuses". */
enum claim_certainty certainty_own(const struct scan *scan, int32_t verb);

/* Whether a cue is only imagined by its surroundings: a condition, something planned, a tale. */
bool certainty_supposed(const struct scan *scan, int32_t verb);

/* quotation.c */
/* Whether a quotation opens with this word. */
bool quotation_opens(const struct scan *scan, int32_t token);

/* The quotation that opens a sentence and does not end with a comma, which would lead to a speaker; -1. One that opens
 * a paragraph must fill it. */
int32_t quotation_alone(const struct scan *scan, uint32_t sentence);

int quotation_index(struct scan *scan, struct hearsay_error *error);
enum claim_quote quotation_kind(const struct scan *scan, const struct draft *draft);

/* build.c: makes a claim of a draft. 0 or HEARSAY_ERROR_MEMORY. */
int build_claim(struct scan *scan, struct draft *draft);

/* match.c: the claims of one sentence. 0 or HEARSAY_ERROR_MEMORY. */
int match_sentence(struct scan *scan);

/* features.c: what a draft and the claim made of it tell about how sure it is; those that depend on the other claims of
 * the sentence are added by confidence_judge. */
struct claim_features features_of(struct scan *scan, const struct draft *draft, const struct claim *claim);
void features_add_neighbours(struct scan *scan, size_t first, size_t index);

/* confidence.c: gives the claims of a sentence, from `first` on, their confidence and drops the least sure. 0 or
 * HEARSAY_ERROR_MEMORY. */
int confidence_judge(struct scan *scan, size_t first);

/* trace.c: notes for a trace; nothing is done where there is none. 0 or HEARSAY_ERROR_MEMORY. */
int trace_row(struct scan *scan, int32_t token, const struct claim_cue *cue, enum claim_miss_reason reason);
int trace_word(struct scan *scan, int32_t token); /* a word that is no cue, or none in this class */
int trace_claim(struct scan *scan, size_t claim); /* a claim that is about to be dropped */

/* Forgets the rows that failed for a word: another one made a claim. */
void trace_forget(struct scan *scan, int32_t token);

/* link.c: which claim stands within which, and the footnotes of each; once all claims are known. */
void link_nesting(struct scan *scan);
int link_citations(struct scan *scan); /* 0 or HEARSAY_ERROR_MEMORY */

/* answer.c: which earlier claim a denial or rejection answers; once all claims are known. */
void answer_link(struct scan *scan);

/* date.c: the day a claim was made, from the words around it. 0 or HEARSAY_ERROR_MEMORY. */
int date_link(struct scan *scan);

#endif
