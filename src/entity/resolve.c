/* resolve.c: entity_resolve, the order of the steps. */
#include "entity/resolver.h"

#include <stdlib.h>

static bool index_open(struct entity_set *set, const struct document *document, struct arena *arena)
{
    size_t count = document->token_count;
    set->index = arena_alloc(arena, sizeof *set->index);
    set->by_head = arena_array(arena, count + 1, sizeof *set->by_head);
    if (!set->index || !set->by_head) {
        return false;
    }
    set->index->document = document;
    set->index->by_token = arena_array(arena, count + 1, sizeof *set->index->by_token);
    set->index->antecedent = arena_array(arena, count + 1, sizeof *set->index->antecedent);
    if (!set->index->by_token || !set->index->antecedent) {
        return false;
    }
    for (size_t i = 0; i < count; i++) {
        set->by_head[i] = set->index->by_token[i] = set->index->antecedent[i] = -1;
    }
    return true;
}

static bool add_mentions(struct resolver *resolver)
{
    for (size_t i = 0; i < resolver->draft_count; i++) {
        const struct name_draft *draft = &resolver->drafts[i];
        if (draft->entity >= 0 && !entity_add_mention(resolver->set, resolver->document, draft->first, draft->last,
                                                      draft->entity, draft->kind, resolver->arena)) {
            return false;
        }
    }
    return true;
}

/* A mention and its place before sorting. */
struct placed_mention {
    struct mention mention;
    size_t place;
};

static int compare_mentions(const void *left, const void *right)
{
    const struct mention *a = &((const struct placed_mention *)left)->mention;
    const struct mention *b = &((const struct placed_mention *)right)->mention;
    if (a->span.start != b->span.start) {
        return a->span.start < b->span.start ? -1 : 1;
    }
    if (a->span.end != b->span.end) {
        return a->span.end > b->span.end ? -1 : 1;
    }
    return (a->head > b->head) - (a->head < b->head);
}

/* Sorts the mentions and carries their new places over to by_head and by_token. */
static bool sort_mentions(struct entity_set *set, const struct document *document, struct arena *arena)
{
    struct placed_mention *sorted = arena_array(arena, set->mention_count + 1, sizeof *sorted);
    int32_t *place = arena_array(arena, set->mention_count + 1, sizeof *place);
    if (!sorted || !place) {
        return false;
    }
    for (size_t i = 0; i < set->mention_count; i++) {
        sorted[i] = (struct placed_mention){set->mentions[i], i};
    }
    qsort(sorted, set->mention_count, sizeof *sorted, compare_mentions);
    for (size_t i = 0; i < set->mention_count; i++) {
        set->mentions[i] = sorted[i].mention;
        place[sorted[i].place] = (int32_t)i;
    }
    for (size_t i = 0; i < document->token_count; i++) {
        set->by_head[i] = set->by_head[i] < 0 ? -1 : place[set->by_head[i]];
        set->index->by_token[i] = set->index->by_token[i] < 0 ? -1 : place[set->index->by_token[i]];
    }
    return true;
}

int entity_resolve(struct entity_set *set, const struct document *document, struct arena *arena,
                   struct hearsay_error *error)
{
    static bool (*const steps[])(struct resolver *) = {
        resolve_names,  resolve_places,       resolve_organisations, resolve_persons,  add_mentions,
        resolve_states, resolve_affiliations, resolve_nominals,      resolve_pronouns, resolve_possessors,
    };
    *set = (struct entity_set){0};
    struct resolver resolver = {.set = set, .document = document, .arena = arena};
    bool ok = index_open(set, document, arena);
    resolver.index = set->index;
    for (size_t i = 0; ok && i < sizeof steps / sizeof *steps; i++) {
        ok = steps[i](&resolver);
    }
    ok = ok && sort_mentions(set, document, arena);
    return ok ? HEARSAY_OK : error_memory(error, "entity");
}
