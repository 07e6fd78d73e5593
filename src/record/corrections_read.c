/* corrections_read.c: a file of corrections -> memory. */
#include <cjson/cJSON.h>
#include <stdlib.h>
#include <xxhash.h>

#include "entity/name_key.h"
#include "record/correction.h"
#include "record/reader.h"
#include "text/text.h"

/* A name, or an object with "name" and perhaps "type" and "country": an entity as a record has it will do. */
static bool read_pattern(struct reader *reader, const cJSON *value, struct entity_pattern *pattern)
{
    if (cJSON_IsString(value)) {
        return reader_copy(reader, value, &pattern->name) && reader_key(reader, pattern->name, &pattern->key);
    }
    if (!cJSON_IsObject(value)) {
        return reader_fail(reader, "who is meant must be a name or an object with \"name\"");
    }
    return reader_name(reader, value, "name", &pattern->name) && reader_key(reader, pattern->name, &pattern->key) &&
           reader_type(reader, value, &pattern->typed, &pattern->type) &&
           (!reader_item(value, "country") || reader_state(reader, value, "country", &pattern->country));
}

static bool read_patterns(struct reader *reader, const cJSON *object, const char *key, struct entity_pattern **patterns,
                          size_t *count)
{
    const cJSON *list, *value;
    void *items;
    if (!reader_list(reader, object, key, sizeof **patterns, &list, &items, count)) {
        return false;
    }
    struct entity_pattern *pattern = *patterns = items;
    cJSON_ArrayForEach(value, list)
    {
        if (!read_pattern(reader, value, pattern++)) {
            return false;
        }
    }
    return true;
}

static bool read_change(struct reader *reader, const cJSON *line, struct entity_change *change)
{
    change->country_given = reader_item(line, "country") != NULL;
    return (!reader_item(line, "name") || reader_name(reader, line, "name", &change->name)) &&
           reader_type(reader, line, &change->typed, &change->type) &&
           (!change->country_given || reader_state(reader, line, "country", &change->country)) &&
           (!reader_item(line, "ids") || reader_identifiers(reader, line, "ids", &change->ids, &change->id_count));
}

static bool read_same(struct reader *reader, const cJSON *line, struct correction *correction)
{
    static const char *const keys[] = {"same", "type?", "country?", "ids?", "document?", "note?"};
    if (!CHECK_KEYS(reader, line, keys) || !read_change(reader, line, &correction->change) ||
        !read_patterns(reader, line, "same", &correction->entities, &correction->entity_count)) {
        return false;
    }
    return correction->entity_count >= 2 || reader_fail(reader, "\"same\" must list two names or more");
}

static bool read_one_entity(struct reader *reader, const cJSON *line, const char *key, struct correction *correction)
{
    correction->entities = arena_array(reader->arena, 1, sizeof *correction->entities);
    correction->entity_count = 1;
    return correction->entities ? read_pattern(reader, reader_item(line, key), correction->entities)
                                : reader_fail_memory(reader);
}

/* "where" may be one string. */
static bool read_where(struct reader *reader, const cJSON *line, struct correction *correction)
{
    const cJSON *where = reader_item(line, "where");
    if (cJSON_IsString(where)) {
        correction->where = arena_array(reader->arena, 1, sizeof *correction->where);
        correction->where_count = 1;
        if (!correction->where) {
            return reader_fail_memory(reader);
        }
        correction->where[0] = view_of(where->valuestring);
    } else if (!reader_strings(reader, line, "where", &correction->where, &correction->where_count)) {
        return false;
    }
    for (size_t i = 0; i < correction->where_count; i++) {
        if (!reader_key(reader, correction->where[i], &correction->where[i])) {
            return false;
        }
    }
    return correction->where_count > 0 || reader_fail(reader, "\"where\" must hold words of a sentence");
}

static bool read_split(struct reader *reader, const cJSON *line, struct correction *correction)
{
    static const char *const keys[] = {"split", "name", "where", "type?", "country?", "ids?", "document?", "note?"};
    return CHECK_KEYS(reader, line, keys) && read_one_entity(reader, line, "split", correction) &&
           read_change(reader, line, &correction->change) && read_where(reader, line, correction);
}

static bool read_drop(struct reader *reader, const cJSON *line, struct correction *correction)
{
    return !reader_item(line, "drop") || reader_boolean(reader, line, "drop", &correction->drop);
}

static bool read_entity(struct reader *reader, const cJSON *line, struct correction *correction)
{
    static const char *const keys[] = {"entity", "name?", "type?", "country?", "ids?", "drop?", "document?", "note?"};
    if (!CHECK_KEYS(reader, line, keys) || !read_one_entity(reader, line, "entity", correction) ||
        !read_change(reader, line, &correction->change) || !read_drop(reader, line, correction)) {
        return false;
    }
    const struct entity_change *change = &correction->change;
    bool changes = change->name.data || change->typed || change->country_given || change->id_count > 0;
    return changes != correction->drop ||
           reader_fail(reader, "an entity takes \"name\", \"type\", \"country\" or \"ids\", or \"drop\": true");
}

/* The words under a key: a string, or the {"span", "text"} of a record. */
static bool read_words(struct reader *reader, const cJSON *object, const char *key, struct view *words)
{
    const cJSON *value = reader_item(object, key);
    if (cJSON_IsObject(value)) {
        value = reader_item(value, "text");
    }
    if (!value || cJSON_IsNull(value)) {
        return true;
    }
    if (!cJSON_IsString(value)) {
        return reader_fail(reader, "\"%s\" must be a string or an object with \"text\"", key);
    }
    return reader_key(reader, view_of(value->valuestring), words);
}

/* Words of the sentence, or an object with "sentence", "cue" and "content": a claim as a record has it will do. */
static bool read_claim_pattern(struct reader *reader, const cJSON *line, struct claim_pattern *pattern)
{
    const cJSON *claim = reader_item(line, "claim");
    if (cJSON_IsString(claim)) {
        return read_words(reader, line, "claim", &pattern->sentence) && read_words(reader, line, "cue", &pattern->cue);
    }
    if (!cJSON_IsObject(claim)) {
        return reader_fail(reader, "\"claim\" must be words of its sentence, or an object with \"sentence\"");
    }
    return read_words(reader, claim, "sentence", &pattern->sentence) &&
           read_words(reader, claim, "cue", &pattern->cue) && read_words(reader, claim, "content", &pattern->content) &&
           (pattern->sentence.data || reader_fail(reader, "\"claim\" must have a \"sentence\""));
}

static bool read_claim(struct reader *reader, const cJSON *line, struct correction *correction)
{
    static const char *const keys[] = {"claim",   "cue?",      "sources?", "targets?",  "addressees?",
                                       "topics?", "relation?", "drop?",    "document?", "note?"};
    static const char *const lists[ACTOR_LISTS] = {"sources", "targets", "addressees", "topics"};
    struct view relation;
    if (!CHECK_KEYS(reader, line, keys) || !read_claim_pattern(reader, line, &correction->claim) ||
        !read_drop(reader, line, correction)) {
        return false;
    }
    correction->has_relation = reader_item(line, "relation") != NULL;
    bool changes = correction->has_relation;
    for (size_t i = 0; i < ACTOR_LISTS; i++) {
        struct actor_list *list = &correction->actors[i];
        list->given = reader_item(line, lists[i]) != NULL;
        changes = changes || list->given;
        if (list->given && !read_patterns(reader, line, lists[i], &list->actors, &list->count)) {
            return false;
        }
    }
    if (correction->has_relation && !(reader_string(reader, line, "relation", &relation) &&
                                      (claim_relation_of(relation, &correction->relation) ||
                                       reader_fail(reader, "\"relation\" must be one of the 27 relations")))) {
        return false;
    }
    return changes != correction->drop ||
           reader_fail(reader, "a claim takes \"sources\", \"targets\", \"addressees\", \"topics\" or \"relation\", "
                               "or \"drop\": true");
}

/* What a correction says, notes and the order of its keys as they are, in 16 hexadecimal digits. */
static bool make_digest(struct reader *reader, const cJSON *line, struct correction *correction)
{
    char *text = cJSON_PrintUnformatted(line);
    if (!text) {
        return reader_fail_memory(reader);
    }
    correction->digest = arena_print(reader->arena, "%016llx", (unsigned long long)XXH3_64bits(text, strlen(text)));
    cJSON_free(text);
    return correction->digest.data || reader_fail_memory(reader);
}

/* Reads one line; false after a failure, which the reader keeps. */
static bool read_correction(struct reader *reader, const cJSON *line, struct correction *correction)
{
    static const struct {
        const char *key;
        enum correction_kind kind;
        bool (*read)(struct reader *, const cJSON *, struct correction *);
    } kinds[] = {{"same", CORRECTION_SAME, read_same},
                 {"split", CORRECTION_SPLIT, read_split},
                 {"entity", CORRECTION_ENTITY, read_entity},
                 {"claim", CORRECTION_CLAIM, read_claim}};
    if (!cJSON_IsObject(line)) {
        return reader_fail(reader, "the line is no JSON object");
    }
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (reader_item(line, kinds[i].key)) {
            correction->kind = kinds[i].kind;
            return (!reader_item(line, "document") || reader_name(reader, line, "document", &correction->document)) &&
                   kinds[i].read(reader, line, correction) && make_digest(reader, line, correction);
        }
    }
    return reader_fail(reader, "it has none of \"same\", \"split\", \"entity\" and \"claim\"");
}

static int read_unit(struct corrections *corrections, const struct text_unit *unit, struct hearsay_error *error)
{
    cJSON *line;
    struct arena *arena = corrections->arena;
    struct reader reader = {.arena = arena, .what = "correction", .advice = "mend the line (see man hearsay)"};
    struct correction *items =
        arena_grow(arena, corrections->items, corrections->count, &corrections->capacity, sizeof *items);
    if (!items) {
        return error_memory(error, "record");
    }
    corrections->items = items;
    int code = reader_open_line(&reader, &line, unit, arena, error);
    if (code < 0) {
        return code;
    }
    struct correction *correction = &items[corrections->count++];
    correction->place = reader.place;
    (void)read_correction(&reader, line, correction);
    cJSON_Delete(line);
    return reader.code;
}

static const char *base_name(const char *path)
{
    const char *slash = strrchr(path, '/');
    return slash ? slash + 1 : path;
}

int corrections_open(struct corrections **out, const char *path, const struct hearsay_limits *limits,
                     struct hearsay_error *error)
{
    struct corrections *corrections = calloc(1, sizeof *corrections);
    struct text_reader *lines = NULL;
    struct text_unit unit;
    *out = NULL;
    if (!corrections) {
        return error_memory(error, "record");
    }
    corrections->arena = arena_new(0);
    int code = corrections->arena ? text_open(&lines, path, HEARSAY_FORMAT_JSONL, limits, error)
                                  : error_memory(error, "record");
    if (code == HEARSAY_OK) {
        corrections->name = arena_copy(corrections->arena, view_of(base_name(path))).data;
        code = corrections->name ? HEARSAY_OK : error_memory(error, "record");
    }
    while (code == HEARSAY_OK && (code = text_next(lines, &unit, corrections->arena, error)) > 0) {
        code = read_unit(corrections, &unit, error);
    }
    text_close(lines);
    if (code < 0) {
        corrections_close(corrections);
        return code;
    }
    *out = corrections;
    return HEARSAY_OK;
}

void corrections_close(struct corrections *corrections)
{
    if (corrections) {
        arena_free(corrections->arena);
        free(corrections);
    }
}

const char *corrections_unused(const struct corrections *corrections, size_t index, const char **place)
{
    for (size_t i = 0; i < corrections->count; i++) {
        const struct correction *correction = &corrections->items[i];
        if (!atomic_load_explicit(&correction->met, memory_order_relaxed) && index-- == 0) {
            *place = correction->place;
            return "the correction applies to no document: what it is about is not there";
        }
    }
    return NULL;
}
