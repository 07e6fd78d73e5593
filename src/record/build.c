/* build.c: what the stages found -> a record: entities finished, byte spans turned into code points. */
#include "base/digest.h"
#include "base/seen.h"
#include "record/record.h"

struct builder {
    struct record *record;
    const struct document *document;
    const int32_t *order; /* new index of each entity, or -1 */
    struct arena *arena;
};

static struct span code_points(const struct builder *builder, struct span bytes)
{
    return (struct span){document_code_point(builder->document, bytes.start),
                         document_code_point(builder->document, bytes.end)};
}

/* An empty list takes no memory, so NULL is no failure there. */
static bool copied(const void *items, size_t count)
{
    return items != NULL || count == 0;
}

static struct view sha256_hex(struct view text, struct arena *arena)
{
    char *hex = arena_alloc(arena, DIGEST_SIZE);
    if (!hex) {
        return (struct view){NULL, 0};
    }
    digest_bytes(text, hex);
    return view_of(hex);
}

static void mark_actors(bool *used, const struct claim_actor *actors, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (actors[i].entity >= 0) {
            used[actors[i].entity] = true;
        }
    }
}

/* One flag for each entity that a claim or an affiliation refers to. */
static bool *mark_used(const struct entity_set *entities, const struct claim_set *claims, struct arena *arena)
{
    bool *used = arena_array(arena, entities->count + 1, sizeof *used);
    if (!used) {
        return NULL;
    }
    for (size_t i = 0; i < claims->count; i++) {
        mark_actors(used, claims->claims[i].sources, claims->claims[i].source_count);
        mark_actors(used, claims->claims[i].targets, claims->claims[i].target_count);
    }
    for (size_t i = 0; i < entities->affiliation_count; i++) {
        used[entities->affiliations[i].entity] = true;
        used[entities->affiliations[i].of] = true;
    }
    return used;
}

static struct span *copy_spans(const struct builder *builder, const struct span *spans, size_t count)
{
    struct span *copy = arena_array(builder->arena, count, sizeof *copy);
    for (size_t i = 0; copy && i < count; i++) {
        copy[i] = code_points(builder, spans[i]);
    }
    return copy;
}

static bool build_entities(struct builder *builder, const struct entity_set *set)
{
    struct record *record = builder->record;
    record->entities = arena_array(builder->arena, set->count, sizeof *record->entities);
    if (!copied(record->entities, set->count)) {
        return false;
    }
    for (size_t i = 0; i < set->count; i++) {
        struct entity *entity = &record->entities[i];
        *entity = set->entities[i];
        entity->mentions = copy_spans(builder, entity->mentions, entity->mention_count);
        if (!copied(entity->mentions, entity->mention_count)) {
            return false;
        }
    }
    record->entity_count = set->count;
    return true;
}

/* Affiliations whose entity was dropped by entity_finish go with it. */
static bool build_affiliations(struct builder *builder, const struct entity_set *set)
{
    struct record *record = builder->record;
    record->affiliations = arena_array(builder->arena, set->affiliation_count, sizeof *record->affiliations);
    if (!copied(record->affiliations, set->affiliation_count)) {
        return false;
    }
    for (size_t i = 0; i < set->affiliation_count; i++) {
        struct affiliation affiliation = set->affiliations[i];
        affiliation.entity = builder->order[affiliation.entity];
        affiliation.of = builder->order[affiliation.of];
        affiliation.span = code_points(builder, affiliation.span);
        if (affiliation.entity >= 0 && affiliation.of >= 0) {
            record->affiliations[record->affiliation_count++] = affiliation;
        }
    }
    return true;
}

static struct claim_actor *copy_actors(const struct builder *builder, const struct claim_actor *actors, size_t count)
{
    struct claim_actor *copy = arena_array(builder->arena, count, sizeof *copy);
    for (size_t i = 0; copy && i < count; i++) {
        copy[i] = actors[i];
        copy[i].entity = actors[i].entity < 0 ? -1 : builder->order[actors[i].entity];
        copy[i].span = code_points(builder, actors[i].span);
    }
    return copy;
}

/* The words of the content; the parts of a split one are joined by one space. */
static struct view content_text(const struct builder *builder, const struct claim *claim)
{
    const struct document *document = builder->document;
    if (claim->content_count == 0) {
        return (struct view){NULL, 0};
    }
    if (claim->content_count == 1) {
        return document_slice(document, claim->content[0]);
    }
    size_t length = claim->content_count - 1;
    for (size_t i = 0; i < claim->content_count; i++) {
        length += claim->content[i].end - claim->content[i].start;
    }
    char *text = arena_alloc(builder->arena, length);
    if (!text) {
        return (struct view){NULL, 0};
    }
    size_t at = 0;
    for (size_t i = 0; i < claim->content_count; i++) {
        struct view part = document_slice(document, claim->content[i]);
        if (i > 0) {
            text[at++] = ' ';
        }
        memcpy(text + at, part.data, part.length);
        at += part.length;
    }
    return (struct view){text, length};
}

static bool build_claim(const struct builder *builder, struct record_claim *out, const struct claim *claim)
{
    struct claim *copy = &out->claim;
    out->cue_text = document_slice(builder->document, claim->cue);
    out->content_text = content_text(builder, claim);
    out->sentence_text = document_slice(builder->document, claim->sentence);
    *copy = *claim;
    copy->sources = copy_actors(builder, claim->sources, claim->source_count);
    copy->targets = copy_actors(builder, claim->targets, claim->target_count);
    copy->content = copy_spans(builder, claim->content, claim->content_count);
    copy->relative = claim->relative.end ? code_points(builder, claim->relative) : claim->relative;
    copy->cue = code_points(builder, claim->cue);
    copy->sentence = code_points(builder, claim->sentence);
    return copied(copy->sources, copy->source_count) && copied(copy->targets, copy->target_count) &&
           copied(copy->content, copy->content_count) && (out->content_text.data || claim->content_count == 0);
}

static bool build_claims(struct builder *builder, const struct claim_set *set)
{
    struct record *record = builder->record;
    record->claims = arena_array(builder->arena, set->count, sizeof *record->claims);
    if (!copied(record->claims, set->count)) {
        return false;
    }
    for (size_t i = 0; i < set->count; i++) {
        if (!build_claim(builder, &record->claims[i], &set->claims[i])) {
            return false;
        }
    }
    record->claim_count = set->count;
    return true;
}

static bool add_all(struct seen *seen, const struct view *labels, size_t count)
{
    bool fine = true;
    for (size_t i = 0; i < count && fine; i++) {
        fine = seen_add(seen, labels[i]) >= 0;
    }
    return fine;
}

/* The labels of the footnote marks that claims have. NULL when there is no memory. */
static struct seen *cited_labels(const struct claim_set *claims)
{
    struct seen *seen = seen_new();
    bool fine = seen != NULL;
    for (size_t i = 0; i < claims->count && fine; i++) {
        const struct claim *claim = &claims->claims[i];
        fine = add_all(seen, claim->citations, claim->citation_count) &&
               add_all(seen, claim->citations_before, claim->citation_before_count);
    }
    if (fine) {
        return seen;
    }
    seen_free(seen);
    return NULL;
}

/* Keeps what the marks of the claims stand for: the other notes of the page are evidence of nothing in the record. */
static bool build_references(struct builder *builder, const struct claim_set *claims)
{
    struct record *record = builder->record;
    const struct document *document = builder->document;
    if (document->reference_count == 0) {
        return true;
    }
    struct seen *cited = cited_labels(claims);
    record->references = arena_array(builder->arena, document->reference_count, sizeof *record->references);
    bool fine = cited && record->references;
    for (size_t i = 0; i < document->reference_count && fine; i++) {
        int fresh = seen_add(cited, document->references[i].label);
        fine = fresh >= 0;
        if (fresh == 0) {
            record->references[record->reference_count++] = document->references[i];
        }
    }
    seen_free(cited);
    return fine;
}

int record_build(struct record *record, const struct document *document, struct entity_set *entities,
                 struct claim_set *claims, struct view model_name, struct arena *arena, struct hearsay_error *error)
{
    int32_t *order = NULL;
    bool *used = mark_used(entities, claims, arena);
    if (!used) {
        return error_memory(error, "record");
    }
    int code = entity_finish(entities, used, &order, arena, error);
    if (code < 0) {
        return code;
    }
    *record = (struct record){
        .id = document->id,
        .title = document->title,
        .url = document->url,
        .date = record_date(document->date),
        .language = document->language,
        .length = document->code_points,
        .text_sha256 = sha256_hex(document->text, arena),
        .model = model_name,
        .warnings = document->warnings,
        .warning_count = document->warning_count,
    };
    struct builder builder = {record, document, order, arena};
    if (!record->text_sha256.data || !build_entities(&builder, entities) || !build_affiliations(&builder, entities) ||
        !build_claims(&builder, claims) || !build_references(&builder, claims)) {
        return error_memory(error, "record");
    }
    return HEARSAY_OK;
}
