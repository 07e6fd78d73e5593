/* resolver.h: what the files of this room share while the entities of a document are found. The steps, in order:
 *   names.c         the names that the syntax stage found, trimmed, one type for each name in the document
 *   overlooked.c    the names that it overlooked
 *   place.c         countries, their demonyms, capitals and seats of power; other places
 *   introduction.c  other names that a text introduces
 *   organisation.c  organisations: acronyms, qualified bodies, short forms
 *   person.c        persons: full names, surnames, first names
 *   nominal.c       resolve_states: "the French government" as France; see below for the rest
 *   affiliation.c   who is what of whom, from titles, appositions and adjuncts (description.c); countries follow
 *   nominal.c       resolve_nominals: later mentions without a name, "the ministry", "the Iranian president"
 *   pronoun.c       personal, possessive and relative pronouns, over the referents of referent.c; antecedent.c chooses
 *   affiliation.c   resolve_possessors: "its ambassador" once it is known who "it" is
 *   actor.c         entity_actor: metonyms and groups, when the claim stage asks
 *   finish.c        entity_finish */
#ifndef HEARSAY_ENTITY_RESOLVER_H
#define HEARSAY_ENTITY_RESOLVER_H

#include "entity/country.h"
#include "entity/entity.h"
#include "entity/lexicon.h"
#include "entity/name_key.h"
#include "entity/name_map.h"

/* What the steps know of an entity beyond what the record gives; parallel to entity_set.entities. */
struct entity_facts {
    struct view key;                  /* of its name */
    const struct country *state;      /* countries: the row of the table */
    const struct country *capital_of; /* places: the country whose capital it is, or NULL */
    uint32_t first_token;             /* of its first mention */
    size_t draft;                     /* persons: the draft that it was made of */
    enum gender gender;
    bool qualified; /* its name is made of a country and a common noun and stays: "Turkish Foreign Ministry" */
    bool described; /* known by description ("Turkish foreign ministry"): kept only where something refers to it */
    bool awake;     /* something has; its affiliation is in the set then */
    bool somewhere; /* named after a preposition of place: no person, whatever its name */
    bool body;      /* the text says of an organisation that it is one, whatever its name tells */
    bool named;     /* finish.c: its name was chosen among its mentions */
};

/* A role that the text gives a person, with or without saying of whom. */
struct role {
    int32_t entity;
    int32_t of;       /* entity, or -1 */
    struct view noun; /* lemma of its head noun: "minister" */
    struct view text; /* with what it is of: "foreign minister", as name_key makes it */
};

struct entity_index {
    const struct document *document;
    int32_t *by_token;   /* for each token: the mention that covers it, or -1 */
    int32_t *antecedent; /* for each token: the token of the noun phrase that this pronoun or noun stands for, or -1 */
    struct entity_facts *facts;
    size_t facts_capacity;
    struct role *roles;
    size_t role_count, role_capacity;
    struct name_map role_nouns;    /* noun -> roles */
    struct name_map descriptions;  /* key of a described organisation or group -> entity */
    struct name_map organisations; /* key, qualified by a country where need be -> entity */
    struct name_map bodies;        /* last word of an organisation's name, and the nouns that describe it -> entity */
    struct name_map countries;     /* name -> entity */
    struct name_map namesakes; /* key of a name that several persons may mean -> the person of its own that it became */
    struct name_map affiliated; /* pair of entities -> affiliation */
};

/* A name of the text on its way to an entity: tokens [first, last]. */
struct name_draft {
    uint32_t first;
    uint32_t last;
    enum name_type type;
    struct view text;
    struct view key;
    int32_t entity; /* -1: not yet known */
    enum mention_kind kind;
    bool body; /* words at it or at its other places say that it is a body, whatever the tagger took it for */
};

struct resolver {
    struct entity_set *set;
    struct entity_index *index;
    const struct document *document;
    struct arena *arena;
    struct name_draft *drafts; /* in the order of the text */
    size_t draft_count, draft_capacity;
};

/* The steps. Each returns false when there is no memory. */
bool resolve_names(struct resolver *resolver);
bool resolve_places(struct resolver *resolver);
bool resolve_organisations(struct resolver *resolver);
bool resolve_persons(struct resolver *resolver);
bool resolve_states(struct resolver *resolver);
bool resolve_affiliations(struct resolver *resolver);
bool resolve_nominals(struct resolver *resolver);
bool resolve_pronouns(struct resolver *resolver);
bool resolve_possessors(struct resolver *resolver);

/* Adds a name to the drafts; false when there is no memory. */
bool name_draft_push(struct resolver *resolver, const struct name_draft *draft);

/* Adds names that stand where only a name can, and organisations of the table; and names that were found in one place
 * and overlooked in another, where the same words stand alone. The drafts are in the order of the text then. */
bool names_find_described(struct resolver *resolver);
bool names_find_repeats(struct resolver *resolver);

/* Whether another name of the organisation at draft `at` is introduced right after it; that one's key is entered in
 * `aliases` with `at` as its value. Drafts from `named` on are not looked at; an acronym that the tagger did not see is
 * added behind them. False when there is no memory. */
bool introduction_read(struct resolver *resolver, struct name_map *aliases, size_t at, size_t named);

/* Adds an entity: its index, or -1 when there is no memory. `first_token` is where it is first named. */
int32_t entity_add(struct entity_set *set, enum entity_type type, struct view name, uint32_t first_token,
                   struct arena *arena);

/* The country as an entity of the document, made if need be; -1 when there is no memory. */
int32_t entity_add_country(struct entity_set *set, const struct country *country, uint32_t first_token,
                           struct arena *arena);

/* Adds a mention over tokens [first, last] and enters it in by_head and by_token; false when there is no memory. A
 * token that another mention covers stays with that one. */
bool entity_add_mention(struct entity_set *set, const struct document *document, uint32_t first, uint32_t last,
                        int32_t entity, enum mention_kind kind, struct arena *arena);

/* Adds an affiliation, once for each pair; false when there is no memory. */
bool entity_add_affiliation(struct entity_set *set, int32_t entity, struct view role, int32_t of, struct span span,
                            struct arena *arena);

/* Adds a role of an entity; false when there is no memory. */
bool entity_add_role(struct entity_set *set, const struct role *role, struct arena *arena);

/* Gives an entity a country unless it has one. */
void entity_set_country(struct entity *entity, const struct country *country);

/* The key of a body that every state has ("foreign ministry") together with its country; {NULL, 0} when there is no
 * memory. */
struct view organisation_key(struct view bare, const struct country *country, struct arena *arena);

/* A key without spelling variants ("defence" and "defense") and company forms, as entity_facts.key of organisations is;
 * {NULL, 0} when there is no memory. */
struct view organisation_bare_key(struct view key, struct arena *arena);

/* The mention that covers a token, or NULL. */
const struct mention *entity_mention_at(const struct entity_set *set, uint32_t token);

/* The word of tokens [first, last] whose head lies outside; the last of several. */
uint32_t tokens_head(const struct document *document, uint32_t first, uint32_t last);

/* The text from the first to the last token. */
struct view tokens_text(const struct document *document, uint32_t first, uint32_t last);

/* The noun of a token by lemma or form, with the word before it where both make an entry ("security service"); NULL:
 * none. */
const struct noun *token_noun(const struct document *document, uint32_t token);

/* First token of the noun phrase that ends in this noun, looking left at the words alone: determiners, adjectives,
 * nouns, numbers, possessives; not past a name unless it qualifies the noun. For trees that are wrong too. */
uint32_t tokens_phrase_start(const struct document *document, uint32_t head);

/* A noun in the plural. */
bool token_is_plural(const struct token *token);

/* An adposition whose noun phrase is a place where something is or happens: "in", "near". */
bool token_is_locative(const struct token *token);

/* A preposition of place stands before these words, articles and adjectives aside: "in the old Kremlin". */
bool tokens_follow_locative(const struct document *document, uint32_t first);

/* The token is in a dateline, which tells where a text was written and is no part of its first sentence: "GOMA, Congo
 * (Reuters) - Rebels said". */
bool tokens_in_dateline(const struct document *document, uint32_t token);

/* A name that only tells what kind of organisation follows: the Telegram of "Russian Telegram channel Baza". */
bool tokens_tell_kind(const struct document *document, uint32_t first, uint32_t last);

/* A form equals a lower-case ASCII word, or one of a list that NULL ends, whatever its case. */
bool token_is_word(const struct token *token, const char *word);
bool token_is_one_of(const struct token *token, const char *const *words);

#endif
