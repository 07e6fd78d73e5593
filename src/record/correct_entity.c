/* correct_entity.c: corrections of who is who: these are one, this one is two, name, type, country, drop. */
#include <stdio.h>

#include "entity/name_key.h"
#include "record/correction.h"

enum { MOST_JOINED = 64 };

static bool same_key(struct view a, struct view b, struct arena *arena)
{
    return view_equal(name_key(a, arena), name_key(b, arena));
}

/* The entity's name becomes an alias, the new name is none any more. */
static bool rename_entity(struct revision *revision, int32_t index, struct view name)
{
    struct entity *entity = &revision->record->entities[index];
    struct view old = entity->name;
    size_t count = 0;
    if (view_equal(old, name)) {
        return true;
    }
    for (size_t i = 0; i < entity->alias_count; i++) {
        if (!view_equal(entity->aliases[i], name)) {
            entity->aliases[count++] = entity->aliases[i];
        }
    }
    entity->alias_count = count;
    entity->name = name;
    return revision_add_alias(revision, index, old);
}

static void set_country(struct entity *entity, const struct country *country)
{
    memset(entity->country, 0, sizeof entity->country);
    entity->country_name = (struct view){NULL, 0};
    if (country) {
        memcpy(entity->country, country->code, strlen(country->code));
        entity->country_name = view_of(country->name);
    }
}

static bool change_entity(struct revision *revision, int32_t index, const struct entity_change *change)
{
    struct entity *entity = &revision->record->entities[index];
    if (change->name.data && !rename_entity(revision, index, change->name)) {
        return false;
    }
    if (change->typed) {
        entity->type = change->type;
    }
    if (change->country_given) {
        set_country(entity, change->country);
    } else if (change->typed && change->type == ENTITY_COUNTRY && country_of(entity->name, NULL)) {
        set_country(entity, country_of(entity->name, NULL));
    }
    if (change->id_count == 0) {
        return true;
    }
    /* What people say goes before what was there. */
    struct entity_identifier *old = entity->ids;
    size_t old_count = entity->id_count;
    entity->ids = NULL;
    entity->id_count = 0;
    return revision_add_identifiers(entity, change->ids, change->id_count, revision->arena) &&
           revision_add_identifiers(entity, old, old_count, revision->arena);
}

static enum correction_outcome join(struct correcting *correcting, const struct correction *correction)
{
    struct revision *revision = &correcting->revision;
    int32_t first = -1;
    for (size_t i = 0; i < correction->entity_count; i++) {
        int32_t found[MOST_JOINED];
        size_t count = correction_find(correcting, &correction->entities[i], found, MOST_JOINED);
        for (size_t j = 0; j < count && j < MOST_JOINED; j++) {
            int32_t other = found[j];
            if (first < 0 || other == first) {
                first = other;
                continue;
            }
            /* The one that the text names first stays in its place, with the type of the one that the list names first.
             */
            enum entity_type type = revision->record->entities[first].type;
            int32_t kept = other < first ? other : first;
            if (!revision_join(revision, kept, other < first ? first : other)) {
                return CORRECTION_NO_MEMORY;
            }
            revision->record->entities[kept].type = type;
            first = kept;
        }
    }
    if (first < 0) {
        snprintf(correcting->why, sizeof correcting->why, "nobody is called \"%.80s\"",
                 correction->entities[0].name.data);
        return CORRECTION_ABSENT;
    }
    struct entity_change change = correction->change;
    change.name = correction->entities[0].name;
    return change_entity(revision, first, &change) ? CORRECTION_APPLIED : CORRECTION_NO_MEMORY;
}

/* The entity that the part which is split off goes to: one that has the name already, or a new one; -1: no memory. */
static int32_t other_half(struct correcting *correcting, int32_t one, const struct correction *correction)
{
    struct revision *revision = &correcting->revision;
    struct entity_pattern pattern = {.name = correction->change.name,
                                     .key = name_key(correction->change.name, revision->arena),
                                     .typed = correction->change.typed,
                                     .type = correction->change.type};
    int32_t found[2];
    size_t count = correction_find(correcting, &pattern, found, 2);
    if (count == 1 && found[0] != one &&
        same_key(revision->record->entities[found[0]].name, pattern.name, revision->arena)) {
        return found[0];
    }
    enum entity_type type = revision->record->entities[one].type;
    return revision_add(revision, type, correction->change.name);
}

/* A name that went to the other half is no alias of the first any more. */
static void give_alias(struct entity *from, struct view name, struct arena *arena)
{
    size_t count = 0;
    for (size_t i = 0; i < from->alias_count; i++) {
        if (!same_key(from->aliases[i], name, arena)) {
            from->aliases[count++] = from->aliases[i];
        }
    }
    from->alias_count = count;
}

static enum correction_outcome split(struct correcting *correcting, const struct correction *correction)
{
    struct revision *revision = &correcting->revision;
    struct record *record = revision->record;
    enum correction_outcome outcome = CORRECTION_APPLIED;
    int32_t one = correction_find_one(correcting, &correction->entities[0], &outcome);
    size_t moved = 0;
    if (one < 0) {
        return outcome;
    }
    int32_t other = other_half(correcting, one, correction);
    if (other < 0 || !correction_read_sentences(correcting)) {
        return CORRECTION_NO_MEMORY;
    }
    for (size_t i = 0; i < record->claim_count; i++) {
        for (size_t j = 0; j < correction->where_count; j++) {
            if (correction_words_in(correcting, i, correction->where[j]) &&
                !revision_move(revision, one, other, record->claims[i].claim.sentence, &moved)) {
                return CORRECTION_NO_MEMORY;
            }
        }
    }
    if (moved == 0) {
        snprintf(correcting->why, sizeof correcting->why, "no claim with the words of \"where\" speaks of \"%.60s\"",
                 correction->entities[0].name.data);
        return CORRECTION_FAILED;
    }
    give_alias(&record->entities[one], correction->change.name, revision->arena);
    return change_entity(revision, other, &correction->change) ? CORRECTION_APPLIED : CORRECTION_NO_MEMORY;
}

enum correction_outcome correct_entity(struct correcting *correcting, const struct correction *correction)
{
    enum correction_outcome outcome = CORRECTION_APPLIED;
    if (correction->kind == CORRECTION_SAME) {
        return join(correcting, correction);
    }
    if (correction->kind == CORRECTION_SPLIT) {
        return split(correcting, correction);
    }
    int32_t entity = correction_find_one(correcting, &correction->entities[0], &outcome);
    if (entity < 0) {
        return outcome;
    }
    if (correction->drop) {
        correcting->revision.entity_gone[entity] = true;
        return CORRECTION_APPLIED;
    }
    return change_entity(&correcting->revision, entity, &correction->change) ? CORRECTION_APPLIED
                                                                             : CORRECTION_NO_MEMORY;
}
