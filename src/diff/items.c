#include "diff/items.h"

#include <stdlib.h>

#include "base/output.h"
#include "base/utf8.h"
#include "record/fullest.h"

#define STAGE "diff"

/* The order of the fields; the first ones make up the key. */
enum { NAMED_TYPE, NAMED_NAME, NAMED_COUNTRY, NAMED_ALIASES, NAMED_IDS };
enum {
    SAID_DOCUMENT,
    SAID_SOURCES,
    SAID_VERB,
    SAID_TARGETS,
    SAID_CONTENT,
    SAID_SORT,
    SAID_CUE,
    SAID_QUOTE,
    SAID_NEGATED,
    SAID_CERTAINTY,
    SAID_DATE,
    SAID_CITATIONS,
    SAID_ANSWERS,
    SAID_SENTENCE
};

static const char *const entity_names[DIFF_FIELDS_MOST] = {
    [NAMED_TYPE] = "type",       [NAMED_NAME] = "name", [NAMED_COUNTRY] = "country",
    [NAMED_ALIASES] = "aliases", [NAMED_IDS] = "ids",
};
static const char *const claim_names[DIFF_FIELDS_MOST] = {
    [SAID_DOCUMENT] = "document", [SAID_SOURCES] = "sources",
    [SAID_VERB] = "relation",     [SAID_TARGETS] = "targets",
    [SAID_CONTENT] = "content",   [SAID_SORT] = "kind",
    [SAID_CUE] = "cue",           [SAID_QUOTE] = "quote",
    [SAID_NEGATED] = "negated",   [SAID_CERTAINTY] = "certainty",
    [SAID_DATE] = "date",         [SAID_CITATIONS] = "citations",
    [SAID_ANSWERS] = "answers",   [SAID_SENTENCE] = "sentence",
};

const char *diff_field_name(enum diff_kind kind, size_t field)
{
    const char *const *names = kind == DIFF_ENTITY ? entity_names : claim_names;
    return field < DIFF_FIELDS_MOST ? names[field] : NULL;
}

/* Where texts are put together; the first want of memory sticks. */
struct listing {
    struct arena *arena;
    struct output *text;
    bool out_of_memory;
};

static int begin(struct listing *listing, struct arena *arena, struct hearsay_error *error)
{
    *listing = (struct listing){.arena = arena};
    return output_open_memory(&listing->text, error);
}

static int end(struct listing *listing, struct hearsay_error *error)
{
    output_abandon(listing->text);
    return listing->out_of_memory ? error_memory(error, STAGE) : HEARSAY_OK;
}

/* What was put together, as a copy in the arena; {NULL, 0} where nothing was. */
static struct view take(struct listing *listing)
{
    struct view text = output_view(listing->text);
    bool failed = output_flush(listing->text, NULL) < 0;
    struct view copy = text.length ? arena_copy(listing->arena, text) : (struct view){NULL, 0};
    listing->out_of_memory = listing->out_of_memory || failed || (text.length && !copy.data);
    output_clear(listing->text);
    return copy;
}

static void separate(struct listing *listing)
{
    if (output_view(listing->text).length > 0) {
        output_text(listing->text, "; ");
    }
}

static int compare_views(const void *a, const void *b)
{
    return view_compare(*(const struct view *)a, *(const struct view *)b);
}

/* The texts in the order of their bytes: no set has an order of its own. */
static struct view join(struct listing *listing, const struct view *texts, size_t count)
{
    struct view *sorted = arena_array(listing->arena, count + 1, sizeof *sorted);
    if (!sorted) {
        listing->out_of_memory = true;
        return (struct view){NULL, 0};
    }
    for (size_t i = 0; i < count; i++) {
        sorted[i] = texts[i];
    }
    qsort(sorted, count, sizeof *sorted, compare_views);
    for (size_t i = 0; i < count; i++) {
        separate(listing);
        output_view_write(listing->text, sorted[i]);
    }
    return take(listing);
}

/* Fields of an item as one text, each ended by a character that stands in no name. */
static struct view words(struct listing *listing, const struct diff_item *item, const int *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        output_view_write(listing->text, item->fields[fields[i]]);
        output_char(listing->text, '\x1f');
    }
    return take(listing);
}

/* All fields of an item as one text. */
static struct view all_words(struct listing *listing, const struct diff_item *item)
{
    int all[DIFF_FIELDS_MOST];
    for (int i = 0; i < DIFF_FIELDS_MOST; i++) {
        all[i] = i;
    }
    return words(listing, item, all, DIFF_FIELDS_MOST);
}

static bool add(struct listing *listing, struct diff_items *items, const struct diff_item *item)
{
    struct diff_item *grown = arena_grow(listing->arena, items->items, items->count, &items->capacity, sizeof *grown);
    if (!grown) {
        listing->out_of_memory = true;
        return false;
    }
    items->items = grown;
    grown[items->count] = *item;
    grown[items->count].order = items->count;
    items->count++;
    return true;
}

/* ---- Entities ---- */

/* An entity of the set: all that its records say about it. */
struct member {
    const struct entity *entity;
    size_t record, order;
};

static int compare_members(const void *a, const void *b)
{
    const struct member *x = a, *y = b;
    int order = view_compare(x->entity->key, y->entity->key);
    return order ? order : (x->order > y->order) - (x->order < y->order);
}

static int compare_first(const void *a, const void *b)
{
    const struct diff_item *x = a, *y = b;
    return (x->order > y->order) - (x->order < y->order);
}

static struct member *gather_members(const struct record *records, size_t count, size_t *total, struct arena *arena)
{
    *total = 0;
    for (size_t i = 0; i < count; i++) {
        *total += records[i].entity_count;
    }
    struct member *members = arena_array(arena, *total + 1, sizeof *members);
    for (size_t i = 0, next = 0; members && i < count; i++) {
        for (size_t j = 0; j < records[i].entity_count; j++, next++) {
            members[next] = (struct member){&records[i].entities[j], i, next};
        }
    }
    if (members) {
        qsort(members, *total, sizeof *members, compare_members);
    }
    return members;
}

/* All aliases of a run of members, each once. */
static struct view join_aliases(struct listing *listing, const struct member *run, size_t length)
{
    size_t most = 0, count = 0;
    for (size_t i = 0; i < length; i++) {
        most += run[i].entity->alias_count;
    }
    struct view *aliases = arena_array(listing->arena, most + 1, sizeof *aliases);
    for (size_t i = 0; aliases && i < length; i++) {
        for (size_t j = 0; j < run[i].entity->alias_count; j++) {
            aliases[count++] = run[i].entity->aliases[j];
        }
    }
    if (!aliases) {
        listing->out_of_memory = true;
        return (struct view){NULL, 0};
    }
    qsort(aliases, count, sizeof *aliases, compare_views);
    size_t kept = 0;
    for (size_t i = 0; i < count; i++) {
        if (kept == 0 || !view_equal(aliases[kept - 1], aliases[i])) {
            aliases[kept++] = aliases[i];
        }
    }
    return join(listing, aliases, kept);
}

static struct view join_ids(struct listing *listing, const struct entity *entity)
{
    for (size_t i = 0; i < entity->id_count; i++) {
        separate(listing);
        output_print(listing->text, "%.*s:%.*s", VIEW_ARGS(entity->ids[i].scheme), VIEW_ARGS(entity->ids[i].value));
    }
    return take(listing);
}

/* The fullest of the names that a run of members has. */
static struct view choose_name(struct listing *listing, const struct member *run, size_t length)
{
    struct view *names = arena_array(listing->arena, length, sizeof *names);
    for (size_t i = 0; names && i < length; i++) {
        names[i] = run[i].entity->name;
    }
    struct view name = names ? record_fullest_name(names, length, listing->arena) : (struct view){NULL, 0};
    listing->out_of_memory = listing->out_of_memory || !name.data;
    return name;
}

static void add_entity(struct listing *listing, struct diff_items *items, const struct member *run, size_t length)
{
    static const int near[] = {NAMED_NAME};
    const struct entity *entity = run[0].entity;
    struct diff_item item = {.record = run[0].record};
    const char *country = "";
    for (size_t i = 0; i < length && !*country; i++) {
        country = run[i].entity->country;
    }
    struct view name = choose_name(listing, run, length);
    struct view folded = utf8_fold(name, listing->arena);
    listing->out_of_memory = listing->out_of_memory || !folded.data;
    item.fields[NAMED_TYPE] = view_of(entity_type_name(entity->type));
    item.fields[NAMED_NAME] = name;
    item.fields[NAMED_COUNTRY] = *country ? view_of(country) : (struct view){NULL, 0};
    item.fields[NAMED_ALIASES] = join_aliases(listing, run, length);
    item.fields[NAMED_IDS] = join_ids(listing, entity);
    output_view_write(listing->text, item.fields[NAMED_TYPE]);
    output_char(listing->text, ':');
    output_view_write(listing->text, folded);
    item.key = take(listing);
    item.near = words(listing, &item, near, 1);
    item.all = all_words(listing, &item);
    if (add(listing, items, &item)) {
        items->items[items->count - 1].order = run[0].order;
    }
}

int diff_list_entities(struct diff_items *items, const struct record *records, size_t count, struct arena *arena,
                       struct hearsay_error *error)
{
    struct listing listing;
    size_t total;
    struct member *members = gather_members(records, count, &total, arena);
    int code = members ? begin(&listing, arena, error) : error_memory(error, STAGE);
    if (code < 0) {
        return code;
    }
    for (size_t start = 0, next; start < total; start = next) {
        next = start + 1;
        while (next < total && members[next].entity->key.data &&
               view_equal(members[next].entity->key, members[start].entity->key)) {
            next++;
        }
        add_entity(&listing, items, members + start, next - start);
    }
    if (items->count > 0) {
        qsort(items->items, items->count, sizeof *items->items, compare_first);
    }
    return end(&listing, error);
}

/* ---- Claims ---- */

/* The names of actors, sorted; those whom the text does not name count as "?". */
static struct view join_actors(struct listing *listing, const struct record *record, const struct claim_actor *actors,
                               size_t count, bool with_role)
{
    struct view *names = arena_array(listing->arena, count + 1, sizeof *names);
    for (size_t i = 0; names && i < count; i++) {
        struct view name = actors[i].entity >= 0 ? record->entities[actors[i].entity].name : VIEW("?");
        if (with_role && actors[i].role != ROLE_TARGET) {
            output_print(listing->text, "%s ", claim_role_name(actors[i].role));
        }
        output_view_write(listing->text, name);
        names[i] = take(listing);
    }
    if (!names) {
        listing->out_of_memory = true;
        return (struct view){NULL, 0};
    }
    return join(listing, names, count);
}

static struct view describe_answer(struct listing *listing, const struct record *record, const struct claim *claim)
{
    if (claim->answers >= 0) {
        const struct record_claim *answered = &record->claims[claim->answers];
        output_view_write(listing->text, answered->cue_text);
        if (answered->content_text.data) {
            output_char(listing->text, ' ');
            output_view_write(listing->text, answered->content_text);
        }
    }
    return take(listing);
}

static void add_claim(struct listing *listing, struct diff_items *items, const struct record *record, size_t index,
                      struct record_claim *found)
{
    static const int key[] = {SAID_DOCUMENT, SAID_SOURCES, SAID_VERB, SAID_TARGETS, SAID_CONTENT};
    static const int near[] = {SAID_DOCUMENT, SAID_SENTENCE, SAID_CUE};
    const struct claim *claim = &found->claim;
    struct diff_item item = {.claim = found, .record = index};
    struct view *fields = item.fields;
    fields[SAID_DOCUMENT] = record->id;
    fields[SAID_SOURCES] = join_actors(listing, record, claim->sources, claim->source_count, false);
    fields[SAID_VERB] = view_of(claim_relation_facts(claim->relation)->name);
    fields[SAID_TARGETS] = join_actors(listing, record, claim->targets, claim->target_count, true);
    fields[SAID_CONTENT] = found->content_text;
    fields[SAID_SORT] = view_of(claim_kind_name(claim->kind));
    fields[SAID_CUE] = found->cue_text;
    fields[SAID_QUOTE] = view_of(claim_quote_name(claim->quote));
    fields[SAID_NEGATED] = claim->negated ? VIEW("true") : VIEW("false");
    fields[SAID_CERTAINTY] = view_of(claim_certainty_name(claim->certainty));
    fields[SAID_DATE] = claim->date;
    fields[SAID_CITATIONS] = join(listing, claim->citations, claim->citation_count);
    fields[SAID_ANSWERS] = describe_answer(listing, record, claim);
    fields[SAID_SENTENCE] = found->sentence_text;
    item.key = words(listing, &item, key, sizeof key / sizeof *key);
    item.near = words(listing, &item, near, sizeof near / sizeof *near);
    item.all = all_words(listing, &item);
    add(listing, items, &item);
}

int diff_list_claims(struct diff_items *items, struct record *records, size_t count, struct arena *arena,
                     struct hearsay_error *error)
{
    struct listing listing;
    int code = begin(&listing, arena, error);
    if (code < 0) {
        return code;
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < records[i].claim_count; j++) {
            add_claim(&listing, items, &records[i], i, &records[i].claims[j]);
        }
    }
    return end(&listing, error);
}
