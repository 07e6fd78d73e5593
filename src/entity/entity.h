/* entity.h: trees and names -> entities: every person, organisation, country and place of a document once, with its
 * mentions, its country and its affiliations; groups of unnamed people where they act. */
#ifndef HEARSAY_ENTITY_ENTITY_H
#define HEARSAY_ENTITY_ENTITY_H

#include "text/document.h"

enum entity_type { ENTITY_PERSON, ENTITY_ORGANISATION, ENTITY_COUNTRY, ENTITY_GROUP, ENTITY_PLACE, ENTITY_TYPE_COUNT };

/* How a mention names its entity. */
enum mention_kind {
    MENTION_NAME, /* a full or short name, an acronym */
    MENTION_DEMONYM, /* "Russian" for Russia */
    MENTION_METONYM, /* "Moscow said", "the Kremlin", "the French government" */
    MENTION_NOMINAL, /* "the ministry", "Russian officials" */
    MENTION_PRONOUN,
};

struct mention {
    struct span span; /* the words that name it: no title, article, possessive 's or apposition */
    uint32_t head; /* token */
    int32_t entity; /* index into entity_set.entities */
    enum mention_kind kind;
};

/* An identifier in somebody's list: {"wikidata", "Q7747"}. */
struct entity_identifier {
    struct view scheme;
    struct view value;
};

struct entity {
    enum entity_type type;
    struct view name; /* canonical: the fullest in the document, without title and article */
    struct view *aliases; /* other names in the document, in order of appearance, `name` not among them */
    size_t alias_count;
    struct view key; /* set by merging records; {NULL, 0} before */
    char country[3]; /* ISO 3166-1 alpha-2, or "" */
    struct view country_name;
    struct span *mentions; /* sorted; from entity_finish or a record */
    size_t mention_count;
    struct entity_identifier *ids;
    size_t id_count;
};

/* "Belarusian president Alexander Lukashenko": who, as what, of whom, and the words that say so. */
struct affiliation {
    int32_t entity;
    struct view role; /* "president"; {NULL, 0} where the text names none */
    int32_t of;
    struct span span;
};

struct entity_index;

struct entity_set {
    struct entity *entities;
    size_t count, capacity;
    struct mention *mentions; /* sorted by span.start once resolved; later ones are appended by entity_actor */
    size_t mention_count, mention_capacity;
    struct affiliation *affiliations;
    size_t affiliation_count, affiliation_capacity;
    int32_t *by_head; /* for each token: the mention whose head it is, or -1 */
    struct entity_index *index; /* what entity_actor and entity_finish need besides; private to the room */
};

/* Finds the entities of a document that the syntax stage has been through: names resolved to entities, countries,
 * demonyms, metonyms, titles and roles, acronyms, short names, pronouns (he, she, it, they, who, his, her, its, ... as
 * mentions of the entity they stand for where that is clear), affiliations. Everything lives in `arena`. */
int entity_resolve(struct entity_set *set, const struct document *document, struct arena *arena,
                   struct hearsay_error *error);

/* The entity that the noun phrase with this head stands for when it acts, speaks, or is spoken of: a named one, a
 * country through its government or capital, a group ("Russian officials", "opposition activists"), which is made here
 * and now if need be; -1 where nobody is meant or known (an unresolved pronoun, "critics", an event, a thing). */
int32_t entity_actor(struct entity_set *set, const struct document *document, uint32_t head, struct arena *arena);

/* The words of the noun phrase with this head, as claims give them for sources and targets: from its first determiner
 * or modifier to its last, nested phrases in; relative clauses, appositions, coordinated phrases, leading prepositions
 * and edge punctuation out. */
struct span entity_phrase(const struct document *document, uint32_t head);

/* Whether "such as" stands before a noun phrase, in it or wherever else the parser hung the two words. */
bool entity_after_such_as(const struct document *document, uint32_t head);

/* Gathers each entity's mentions; drops those without a name (groups, described organisations) that nothing refers to
 * when `used` (one flag for each entity, or NULL) says so; renumbers entities in order of first mention: *order[old] =
 * new or -1. Called once, after the claims are known. */
int entity_finish(struct entity_set *set, const bool *used, int32_t **order, struct arena *arena,
                  struct hearsay_error *error);

const char *entity_type_name(enum entity_type type); /* "person", "organisation", "country", "group", "place" */
bool entity_type_of(struct view name, enum entity_type *type);

#endif
