/* made.h: records for tests, from tables: no text, no model. */
#ifndef HEARSAY_TESTS_GRAPH_MADE_H
#define HEARSAY_TESTS_GRAPH_MADE_H

#include "graph/graph.h"

/* The tables leave out what is zero. */
#pragma GCC diagnostic ignored "-Wmissing-field-initializers"

#define MADE_ACTORS 3
#define NOBODY      (-1) /* an actor whose entity is not known */
#define END         (-2) /* no more actors */

struct made_entity {
    enum entity_type type;
    const char *name;
    const char *country; /* "" or a code */
    const char *key;     /* or NULL */
    const char *alias;   /* or NULL */
};

struct made_actor {
    int entity;
    enum claim_role role;
};

struct made_claim {
    enum claim_relation relation;
    int sources[MADE_ACTORS];               /* ended by END where there are fewer */
    struct made_actor targets[MADE_ACTORS]; /* likewise */
    const char *date;                       /* or NULL */
    int confidence;                         /* 0: 90 */
    enum claim_certainty certainty;
    bool negated;
    int within, answers; /* number of a claim from 1; 0: none */
};

/* Shorthands for the tables. */
#define FROM(...)                                                                                                      \
    {                                                                                                                  \
        __VA_ARGS__, END, END                                                                                          \
    }
#define TO(e, r)                                                                                                       \
    {                                                                                                                  \
        {e, r},                                                                                                        \
        {                                                                                                              \
            END, ROLE_TARGET                                                                                           \
        }                                                                                                              \
    }
#define TO_NOBODY                                                                                                      \
    {                                                                                                                  \
        {                                                                                                              \
            END, ROLE_TARGET                                                                                           \
        }                                                                                                              \
    }

static inline struct view made_view(const char *string)
{
    return string ? view_of(string) : (struct view){NULL, 0};
}

static inline void made_fill_entity(struct entity *entity, const struct made_entity *made, struct arena *arena)
{
    static struct span mention = {0, 1};
    *entity = (struct entity){.type = made->type, .name = view_of(made->name), .key = made_view(made->key)};
    memcpy(entity->country, made->country, strlen(made->country) + 1);
    if (made->country[0])
        entity->country_name = view_of(made->country);
    entity->mentions = &mention;
    entity->mention_count = 1;
    if (made->alias) {
        entity->aliases = arena_array(arena, 1, sizeof *entity->aliases);
        entity->aliases[0] = view_of(made->alias);
        entity->alias_count = 1;
    }
}

static inline void made_fill_claim(struct record_claim *claim, const struct made_claim *made, size_t number,
                                   struct arena *arena)
{
    const struct claim_relation_facts *facts = claim_relation_facts(made->relation);
    struct claim *c = &claim->claim;
    *claim = (struct record_claim){.cue_text = view_of(facts->name)};
    claim->content_text = arena_print(arena, "content %zu", number);
    claim->sentence_text = arena_print(arena, "sentence %zu", number);
    c->relation = made->relation;
    c->kind = facts->kind;
    c->stance = facts->stance;
    c->confidence = made->confidence ? made->confidence : 90;
    c->certainty = made->certainty;
    c->negated = made->negated;
    c->within = made->within - 1;
    c->answers = made->answers - 1;
    c->date = made_view(made->date);
    c->rule = VIEW("made");
    c->sources = arena_array(arena, MADE_ACTORS, sizeof *c->sources);
    c->targets = arena_array(arena, MADE_ACTORS, sizeof *c->targets);
    while (c->source_count < MADE_ACTORS && made->sources[c->source_count] != END) {
        c->sources[c->source_count].entity = made->sources[c->source_count];
        c->source_count++;
    }
    while (c->target_count < MADE_ACTORS && made->targets[c->target_count].entity != END) {
        c->targets[c->target_count].entity = made->targets[c->target_count].entity;
        c->targets[c->target_count].role = made->targets[c->target_count].role;
        c->target_count++;
    }
}

/* A record of these entities and claims, in `arena`. */
static inline struct record made_record(const char *id, const struct made_entity *entities, size_t entity_count,
                                        const struct made_claim *claims, size_t claim_count, struct arena *arena)
{
    struct record record = {.id = view_of(id), .entity_count = entity_count, .claim_count = claim_count};
    record.entities = arena_array(arena, entity_count + 1, sizeof *record.entities);
    record.claims = arena_array(arena, claim_count + 1, sizeof *record.claims);
    for (size_t i = 0; i < entity_count; i++)
        made_fill_entity(&record.entities[i], &entities[i], arena);
    for (size_t i = 0; i < claim_count; i++)
        made_fill_claim(&record.claims[i], &claims[i], i + 1, arena);
    return record;
}

#endif
