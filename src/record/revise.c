/* revise.c: changes to a record that keep its references right. */
#include "record/revise.h"

#include <stdlib.h>

#include "entity/name_key.h"

bool revision_open(struct revision *revision, struct record *record, struct arena *arena)
{
    *revision = (struct revision){.record = record, .arena = arena};
    struct entity *entities = arena_array(arena, record->entity_count + 1, sizeof *entities);
    revision->entity_gone = arena_array(arena, record->entity_count + 1, sizeof *revision->entity_gone);
    revision->claim_gone = arena_array(arena, record->claim_count + 1, sizeof *revision->claim_gone);
    if (!entities || !revision->entity_gone || !revision->claim_gone) {
        return false;
    }
    for (size_t i = 0; i < record->entity_count; i++) {
        entities[i] = record->entities[i];
    }
    record->entities = entities;
    revision->entity_capacity = revision->flag_capacity = record->entity_count + 1;
    return true;
}

int32_t revision_add(struct revision *revision, enum entity_type type, struct view name)
{
    struct record *record = revision->record;
    struct entity *entities = arena_grow(revision->arena, record->entities, record->entity_count,
                                         &revision->entity_capacity, sizeof *entities);
    bool *gone = arena_grow(revision->arena, revision->entity_gone, record->entity_count, &revision->flag_capacity,
                            sizeof *gone);
    if (entities) {
        record->entities = entities;
    }
    if (gone) {
        revision->entity_gone = gone;
    }
    if (!entities || !gone) {
        return -1;
    }
    gone[record->entity_count] = false;
    entities[record->entity_count] = (struct entity){.type = type, .name = name};
    return (int32_t)record->entity_count++;
}

bool revision_add_alias(struct revision *revision, int32_t entity, struct view name)
{
    struct entity *named = &revision->record->entities[entity];
    if (view_equal(named->name, name)) {
        return true;
    }
    for (size_t i = 0; i < named->alias_count; i++) {
        if (view_equal(named->aliases[i], name)) {
            return true;
        }
    }
    struct view *aliases = arena_array(revision->arena, named->alias_count + 1, sizeof *aliases);
    if (!aliases) {
        return false;
    }
    if (named->alias_count > 0) {
        memcpy(aliases, named->aliases, named->alias_count * sizeof *aliases);
    }
    aliases[named->alias_count++] = name;
    named->aliases = aliases;
    return true;
}

static int compare_spans(const void *left, const void *right)
{
    const struct span *a = left, *b = right;
    int order = (a->start > b->start) - (a->start < b->start);
    return order ? order : (a->end > b->end) - (a->end < b->end);
}

/* Sorted, each once. */
static void tidy_mentions(struct entity *entity)
{
    size_t count = 0;
    if (entity->mention_count == 0) {
        return;
    }
    qsort(entity->mentions, entity->mention_count, sizeof *entity->mentions, compare_spans);
    for (size_t i = 0; i < entity->mention_count; i++) {
        if (count == 0 || compare_spans(&entity->mentions[count - 1], &entity->mentions[i]) != 0) {
            entity->mentions[count++] = entity->mentions[i];
        }
    }
    entity->mention_count = count;
}

static bool add_mentions(struct revision *revision, struct entity *entity, const struct span *spans, size_t count)
{
    struct span *mentions = arena_array(revision->arena, entity->mention_count + count + 1, sizeof *mentions);
    if (!mentions) {
        return false;
    }
    if (entity->mention_count > 0) {
        memcpy(mentions, entity->mentions, entity->mention_count * sizeof *mentions);
    }
    if (count > 0) {
        memcpy(mentions + entity->mention_count, spans, count * sizeof *mentions);
    }
    entity->mentions = mentions;
    entity->mention_count += count;
    tidy_mentions(entity);
    return true;
}

static bool has_scheme(const struct entity *entity, struct view scheme)
{
    for (size_t i = 0; i < entity->id_count; i++) {
        if (view_equal(entity->ids[i].scheme, scheme)) {
            return true;
        }
    }
    return false;
}

bool revision_add_identifiers(struct entity *entity, const struct entity_identifier *ids, size_t count,
                              struct arena *arena)
{
    struct entity_identifier *all = arena_array(arena, entity->id_count + count + 1, sizeof *all);
    if (!all) {
        return false;
    }
    if (entity->id_count > 0) {
        memcpy(all, entity->ids, entity->id_count * sizeof *all);
    }
    entity->ids = all;
    for (size_t i = 0; i < count; i++) {
        if (!has_scheme(entity, ids[i].scheme)) {
            all[entity->id_count++] = ids[i];
        }
    }
    return true;
}

static void redirect_actors(struct claim_actor *actors, size_t count, int32_t from, int32_t to)
{
    for (size_t i = 0; i < count; i++) {
        if (actors[i].entity == from) {
            actors[i].entity = to;
        }
    }
}

static void redirect(struct record *record, int32_t from, int32_t to)
{
    for (size_t i = 0; i < record->claim_count; i++) {
        struct claim *claim = &record->claims[i].claim;
        redirect_actors(claim->sources, claim->source_count, from, to);
        redirect_actors(claim->targets, claim->target_count, from, to);
    }
    for (size_t i = 0; i < record->affiliation_count; i++) {
        struct affiliation *affiliation = &record->affiliations[i];
        affiliation->entity = affiliation->entity == from ? to : affiliation->entity;
        affiliation->of = affiliation->of == from ? to : affiliation->of;
    }
}

bool revision_join(struct revision *revision, int32_t kept, int32_t other)
{
    struct entity *one = &revision->record->entities[kept];
    struct entity *two = &revision->record->entities[other];
    if (!add_mentions(revision, one, two->mentions, two->mention_count) ||
        !revision_add_identifiers(one, two->ids, two->id_count, revision->arena) ||
        !revision_add_alias(revision, kept, two->name)) {
        return false;
    }
    for (size_t i = 0; i < two->alias_count; i++) {
        if (!revision_add_alias(revision, kept, two->aliases[i])) {
            return false;
        }
    }
    if (!one->country_name.data) {
        memcpy(one->country, two->country, sizeof one->country);
        one->country_name = two->country_name;
    }
    redirect(revision->record, other, kept);
    revision->entity_gone[other] = true;
    return true;
}

static bool lies_within(struct span inner, struct span outer)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

static size_t move_actors(struct claim_actor *actors, size_t count, int32_t from, int32_t to, struct span span)
{
    size_t moved = 0;
    for (size_t i = 0; i < count; i++) {
        if (actors[i].entity == from && lies_within(actors[i].span, span)) {
            actors[i].entity = to;
            moved++;
        }
    }
    return moved;
}

static bool move_mentions(struct revision *revision, int32_t from, int32_t to, struct span span, size_t *moved)
{
    struct entity *entities = revision->record->entities;
    struct entity *source = &entities[from];
    struct span *kept = arena_array(revision->arena, source->mention_count + 1, sizeof *kept);
    size_t kept_count = 0;
    if (!kept) {
        return false;
    }
    for (size_t i = 0; i < source->mention_count; i++) {
        if (!lies_within(source->mentions[i], span)) {
            kept[kept_count++] = source->mentions[i];
        } else if (!add_mentions(revision, &entities[to], &source->mentions[i], 1)) {
            return false;
        } else {
            ++*moved;
        }
    }
    source->mentions = kept;
    source->mention_count = kept_count;
    return true;
}

bool revision_move(struct revision *revision, int32_t from, int32_t to, struct span span, size_t *moved)
{
    struct record *record = revision->record;
    if (!move_mentions(revision, from, to, span, moved)) {
        return false;
    }
    for (size_t i = 0; i < record->claim_count; i++) {
        struct claim *claim = &record->claims[i].claim;
        *moved += move_actors(claim->sources, claim->source_count, from, to, span);
        *moved += move_actors(claim->targets, claim->target_count, from, to, span);
    }
    for (size_t i = 0; i < record->affiliation_count; i++) {
        struct affiliation *affiliation = &record->affiliations[i];
        if (lies_within(affiliation->span, span)) {
            affiliation->entity = affiliation->entity == from ? to : affiliation->entity;
            affiliation->of = affiliation->of == from ? to : affiliation->of;
        }
    }
    return true;
}

/* New numbers for what is left: order[old], or -1. */
static int32_t *number_anew(const bool *gone, size_t count, struct arena *arena)
{
    int32_t *order = arena_array(arena, count + 1, sizeof *order);
    int32_t next = 0;
    for (size_t i = 0; order && i < count; i++) {
        order[i] = gone[i] ? -1 : next++;
    }
    return order;
}

static void drop_entities(struct record *record, const int32_t *order)
{
    size_t count = 0;
    for (size_t i = 0; i < record->entity_count; i++) {
        if (order[i] >= 0) {
            record->entities[count++] = record->entities[i];
        }
    }
    record->entity_count = count;
}

static bool same_affiliation(const struct affiliation *a, const struct affiliation *b)
{
    return a->entity == b->entity && a->of == b->of;
}

static void tidy_affiliations(struct record *record, const int32_t *order)
{
    size_t count = 0;
    for (size_t i = 0; i < record->affiliation_count; i++) {
        struct affiliation affiliation = record->affiliations[i];
        affiliation.entity = order[affiliation.entity];
        affiliation.of = order[affiliation.of];
        bool kept = affiliation.entity >= 0 && affiliation.of >= 0 && affiliation.entity != affiliation.of;
        for (size_t j = 0; kept && j < count; j++) {
            kept = !same_affiliation(&record->affiliations[j], &affiliation);
        }
        if (kept) {
            record->affiliations[count++] = affiliation;
        }
    }
    record->affiliation_count = count;
}

/* Numbers the entities anew; who is there twice in one part of a claim is there once. */
static size_t tidy_actors(struct claim_actor *actors, size_t count, const int32_t *order)
{
    size_t kept_count = 0;
    for (size_t i = 0; i < count; i++) {
        struct claim_actor actor = actors[i];
        actor.entity = actor.entity < 0 ? -1 : order[actor.entity];
        bool kept = true;
        for (size_t j = 0; actor.entity >= 0 && kept && j < kept_count; j++) {
            kept = actors[j].entity != actor.entity || actors[j].role != actor.role;
        }
        if (kept) {
            actors[kept_count++] = actor;
        }
    }
    return kept_count;
}

/* The claim that this one stands within, once those that are gone are left out; -1: none. */
static int32_t claim_above(const struct revision *revision, int32_t claim)
{
    int32_t above = revision->record->claims[claim].claim.within;
    while (above >= 0 && revision->claim_gone[above]) {
        above = revision->record->claims[above].claim.within;
    }
    return above;
}

static void tidy_claims(struct revision *revision, const int32_t *entities, const int32_t *claims)
{
    struct record *record = revision->record;
    size_t count = 0;
    for (size_t i = 0; i < record->claim_count; i++) {
        record->claims[i].claim.within = claim_above(revision, (int32_t)i);
    }
    for (size_t i = 0; i < record->claim_count; i++) {
        struct claim *claim = &record->claims[i].claim;
        claim->source_count = tidy_actors(claim->sources, claim->source_count, entities);
        claim->target_count = tidy_actors(claim->targets, claim->target_count, entities);
        claim->depth = 0;
        for (int32_t above = claim->within; above >= 0; above = claim_above(revision, above)) {
            claim->depth++;
        }
    }
    for (size_t i = 0; i < record->claim_count; i++) {
        struct record_claim claim = record->claims[i];
        claim.claim.within = claim.claim.within < 0 ? -1 : claims[claim.claim.within];
        claim.claim.answers = claim.claim.answers < 0 ? -1 : claims[claim.claim.answers];
        if (claims[i] >= 0) {
            record->claims[count++] = claim;
        }
    }
    record->claim_count = count;
}

bool revision_finish(struct revision *revision)
{
    struct record *record = revision->record;
    int32_t *entities = number_anew(revision->entity_gone, record->entity_count, revision->arena);
    int32_t *claims = number_anew(revision->claim_gone, record->claim_count, revision->arena);
    if (!entities || !claims) {
        return false;
    }
    tidy_claims(revision, entities, claims);
    tidy_affiliations(record, entities);
    drop_entities(record, entities);
    return true;
}
