/* known_read.c: a list of known entities, JSON lines -> memory. */
#include <cjson/cJSON.h>
#include <stdlib.h>

#include "entity/country.h"
#include "entity/name_key.h"
#include "record/known_list.h"
#include "text/text.h"

bool known_add_name(struct known_entities *list, struct view name, bool is_alias)
{
    char buffer[512];
    size_t length = name.length < sizeof buffer ? name_key_write(name, buffer, sizeof buffer) : 0;
    struct name_map *map = is_alias ? &list->aliases : &list->names;
    if (length == 0) {
        return true; /* nothing to find it by */
    }
    struct view key = arena_copy(list->arena, (struct view){buffer, length});
    return key.data && name_map_add(map, key, (int32_t)list->count - 1, list->arena);
}

static bool read_own(struct reader *reader, const cJSON *line, struct known_entities *list)
{
    static const char *const keys[] = {"name", "aliases?", "type?", "country?", "ids?", "note?"};
    struct known_entity *known = &list->items[list->count - 1];
    struct view name, *aliases = NULL;
    size_t alias_count = 0;
    bool typed = false;
    enum entity_type type = ENTITY_PERSON;
    const struct country *country = NULL;
    if (!CHECK_KEYS(reader, line, keys) || !reader_name(reader, line, "name", &name) ||
        (reader_item(line, "aliases") && !reader_strings(reader, line, "aliases", &aliases, &alias_count)) ||
        !reader_type(reader, line, &typed, &type) ||
        (reader_item(line, "country") && !reader_state(reader, line, "country", &country)) ||
        (reader_item(line, "ids") && !reader_identifiers(reader, line, "ids", &known->ids, &known->id_count))) {
        return false;
    }
    known->types = typed ? 1u << type : 0;
    if (country && country->code[0]) {
        known->countries = arena_array(list->arena, 1, sizeof *known->countries);
        if (!known->countries) {
            return reader_fail_memory(reader);
        }
        memcpy(known->countries[0], country->code, 3);
        known->country_count = 1;
    }
    bool ok = known_add_name(list, name, false);
    for (size_t i = 0; ok && i < alias_count; i++) {
        ok = known_add_name(list, aliases[i], true);
    }
    return ok || reader_fail_memory(reader);
}

static int read_unit(struct known_entities *list, const struct text_unit *unit, struct arena *scratch,
                     struct hearsay_error *error)
{
    cJSON *line;
    bool skip = false;
    struct reader reader = {.arena = list->arena, .what = "entity", .advice = "mend the line (see man hearsay)"};
    struct known_entity *items = arena_grow(list->arena, list->items, list->count, &list->capacity, sizeof *items);
    if (!items) {
        return error_memory(error, "record");
    }
    list->items = items;
    int code = reader_open_line(&reader, &line, unit, scratch, error);
    if (code < 0) {
        return code;
    }
    items[list->count++] = (struct known_entity){0};
    (void)(known_is_ftm(line) ? known_read_ftm(&reader, line, list, &skip) : read_own(&reader, line, list));
    list->count -= skip;
    cJSON_Delete(line);
    return reader.code;
}

/* The lines of a list, each in scratch memory of its own: a list may be larger than memory. */
static int read_lines(struct known_entities *list, struct text_reader *lines, struct arena *scratch,
                      struct hearsay_error *error)
{
    struct text_unit unit;
    int code;
    while ((code = text_next(lines, &unit, scratch, error)) > 0) {
        code = read_unit(list, &unit, scratch, error);
        if (code < 0) {
            return code;
        }
        arena_reset(scratch);
    }
    return code;
}

int known_open(struct known_entities **out, const char *path, const struct hearsay_limits *limits,
               struct hearsay_error *error)
{
    struct known_entities *list = calloc(1, sizeof *list);
    struct arena *scratch = arena_new(0);
    struct text_reader *lines = NULL;
    int code;
    *out = NULL;
    if (list) {
        list->arena = arena_new(0);
    }
    if (!list || !list->arena || !scratch) {
        code = error_memory(error, "record");
    } else {
        code = text_open(&lines, path, HEARSAY_FORMAT_JSONL, limits, error);
    }
    if (code == HEARSAY_OK) {
        code = read_lines(list, lines, scratch, error);
    }
    text_close(lines);
    arena_free(scratch);
    if (code < 0) {
        known_close(list);
        return code;
    }
    *out = list;
    return HEARSAY_OK;
}

void known_close(struct known_entities *list)
{
    if (list) {
        arena_free(list->arena);
        free(list);
    }
}
