/* reader.c: checked reading of JSON objects. */
#include "record/reader.h"

#include <cjson/cJSON.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/json.h"
#include "entity/country.h"
#include "entity/name_key.h"
#include "text/text.h"

int reader_open_line(struct reader *reader, cJSON **line, const struct text_unit *unit, struct arena *places,
                     struct hearsay_error *error)
{
    struct view place = arena_print(places, "%.*s:%llu", VIEW_ARGS(unit->name), (unsigned long long)unit->line);
    *line = NULL;
    if (!place.data) {
        return error_memory(error, "record");
    }
    if (unit->limit_reached > 0) {
        return error_set(error, HEARSAY_ERROR_LIMIT, "record", place.data,
                         "the line is longer than %zu bytes; raise --limit-line", unit->limit_reached);
    }
    reader->place = place.data;
    reader->error = error;
    return json_parse(line, unit->bytes, place.data, error);
}

bool reader_fail(struct reader *reader, const char *format, ...)
{
    char what[200];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    if (reader->code < 0) {
        return false;
    }
    char list[48] = "";
    if (reader->list) {
        snprintf(list, sizeof list, "%s[%zu]: ", reader->list, reader->index);
    }
    reader->code = error_set(reader->error, HEARSAY_ERROR_INPUT, "record", reader->place, "no valid %s: %s%s; %s",
                             reader->what, list, what, reader->advice);
    return false;
}

bool reader_fail_memory(struct reader *reader)
{
    if (reader->code == 0) {
        reader->code = error_memory(reader->error, "record");
    }
    return false;
}

/* A key of the list without the mark of those that may be left out. */
struct expected_key {
    char name[32];
    bool optional;
};

static struct expected_key read_expected(const char *key)
{
    struct expected_key expected;
    size_t length = strlen(key);
    expected.optional = key[length - 1] == '?';
    length -= expected.optional;
    memcpy(expected.name, key, length); /* no printf: this runs for each key of each record */
    expected.name[length] = '\0';
    return expected;
}

/* Names the first key that is not of the list, or else one that stands twice. */
static bool fail_stray(struct reader *reader, const cJSON *object, const char *const *keys, size_t count)
{
    const cJSON *value;
    cJSON_ArrayForEach(value, object)
    {
        bool known = false;
        for (size_t i = 0; i < count && !known; i++) {
            known = strcmp(read_expected(keys[i]).name, value->string) == 0;
        }
        if (!known) {
            return reader_fail(reader, "the key \"%.40s\" does not belong there", value->string);
        }
        if (cJSON_GetObjectItemCaseSensitive(object, value->string) != value) {
            return reader_fail(reader, "the key \"%.40s\" stands twice", value->string);
        }
    }
    return reader_fail(reader, "a key stands twice");
}

/* The keys come in the order of the list where no hand was at the record, so the next is looked at first. */
bool reader_check_keys(struct reader *reader, const cJSON *object, const char *const *keys, size_t count)
{
    int found = 0;
    if (!cJSON_IsObject(object)) {
        return reader_fail(reader, "an object is missing");
    }
    const cJSON *next = object->child;
    for (size_t i = 0; i < count; i++) {
        struct expected_key expected = read_expected(keys[i]);
        bool there = next && strcmp(next->string, expected.name) == 0;
        if (there) {
            next = next->next;
        } else {
            there = cJSON_GetObjectItemCaseSensitive(object, expected.name) != NULL;
        }
        if (!there && !expected.optional) {
            return reader_fail(reader, "the key \"%s\" is missing", expected.name);
        }
        found += there;
    }
    return cJSON_GetArraySize(object) == found || fail_stray(reader, object, keys, count);
}

/* cJSON_GetObjectItemCaseSensitive, which compares whole strings all along the list: here the first letter tells most
 * keys apart, which is a tenth of the time of reading. */
const cJSON *reader_item(const cJSON *object, const char *key)
{
    const cJSON *item = object ? object->child : NULL;
    while (item && item->string && (item->string[0] != key[0] || strcmp(item->string, key) != 0)) {
        item = item->next;
    }
    return item && item->string ? item : NULL;
}

bool reader_copy(struct reader *reader, const cJSON *value, struct view *out)
{
    *out = arena_copy(reader->arena, view_of(value->valuestring));
    return out->data || reader_fail_memory(reader);
}

bool reader_string(struct reader *reader, const cJSON *object, const char *key, struct view *out)
{
    const cJSON *value = reader_item(object, key);
    if (!cJSON_IsString(value)) {
        return reader_fail(reader, "\"%s\" must be a string", key);
    }
    return reader_copy(reader, value, out);
}

bool reader_optional(struct reader *reader, const cJSON *object, const char *key, struct view *out)
{
    *out = (struct view){NULL, 0};
    return cJSON_IsNull(reader_item(object, key)) || reader_string(reader, object, key, out);
}

bool reader_name(struct reader *reader, const cJSON *object, const char *key, struct view *out)
{
    return reader_string(reader, object, key, out) &&
           (out->length > 0 || reader_fail(reader, "\"%s\" must not be empty", key));
}

bool reader_boolean(struct reader *reader, const cJSON *object, const char *key, bool *out)
{
    const cJSON *value = reader_item(object, key);
    *out = cJSON_IsTrue(value);
    return cJSON_IsBool(value) || reader_fail(reader, "\"%s\" must be true or false", key);
}

bool reader_list(struct reader *reader, const cJSON *object, const char *key, size_t size, const cJSON **list,
                 void **items, size_t *count)
{
    *items = NULL;
    *list = reader_item(object, key);
    if (!cJSON_IsArray(*list)) {
        return reader_fail(reader, "\"%s\" must be a list", key);
    }
    *count = (size_t)cJSON_GetArraySize(*list);
    *items = arena_array(reader->arena, *count, size);
    return *items || *count == 0 || reader_fail_memory(reader);
}

bool reader_strings(struct reader *reader, const cJSON *object, const char *key, struct view **out, size_t *count)
{
    const cJSON *list, *value;
    void *items;
    if (!reader_list(reader, object, key, sizeof **out, &list, &items, count)) {
        return false;
    }
    struct view *string = *out = items;
    cJSON_ArrayForEach(value, list)
    {
        if (!cJSON_IsString(value)) {
            return reader_fail(reader, "\"%s\" must hold strings", key);
        }
        if (!reader_copy(reader, value, string++)) {
            return false;
        }
    }
    return true;
}

bool reader_country(struct reader *reader, const cJSON *object, const char *key, char country[3])
{
    struct view code;
    if (!reader_optional(reader, object, key, &code)) {
        return false;
    }
    bool valid =
        code.length == 2 && code.data[0] >= 'A' && code.data[0] <= 'Z' && code.data[1] >= 'A' && code.data[1] <= 'Z';
    if (code.data && !valid) {
        return reader_fail(reader, "\"%s\" must be two capital letters or null", key);
    }
    memset(country, 0, 3);
    if (valid) {
        memcpy(country, code.data, 2);
    }
    return true;
}

static bool valid_scheme(const char *scheme)
{
    size_t length = strspn(scheme, "abcdefghijklmnopqrstuvwxyz0123456789_-");
    return length > 0 && scheme[length] == '\0';
}

bool reader_identifiers(struct reader *reader, const cJSON *object, const char *key, struct entity_identifier **ids,
                        size_t *count)
{
    const cJSON *list = reader_item(object, key), *value;
    if (!cJSON_IsObject(list)) {
        return reader_fail(reader, "\"%s\" must be an object", key);
    }
    *ids = arena_array(reader->arena, (size_t)cJSON_GetArraySize(list), sizeof **ids);
    *count = 0;
    if (!*ids && cJSON_GetArraySize(list) > 0) {
        return reader_fail_memory(reader);
    }
    cJSON_ArrayForEach(value, list)
    {
        struct entity_identifier *id = &(*ids)[(*count)++];
        if (!valid_scheme(value->string) || !cJSON_IsString(value)) {
            return reader_fail(reader, "\"%s\" must map names of small letters, digits, - and _ to strings", key);
        }
        id->scheme = arena_copy(reader->arena, view_of(value->string));
        if (!id->scheme.data || !reader_copy(reader, value, &id->value)) {
            return reader_fail_memory(reader);
        }
    }
    return true;
}

bool reader_key(struct reader *reader, struct view words, struct view *key)
{
    *key = name_key(words, reader->arena);
    return key->data || reader_fail(reader, "\"%.60s\" has no letters or digits to look for", words.data);
}

bool reader_type(struct reader *reader, const cJSON *object, bool *typed, enum entity_type *type)
{
    struct view name;
    *typed = reader_item(object, "type") != NULL;
    return !*typed || (reader_string(reader, object, "type", &name) &&
                       (entity_type_of(name, type) ||
                        reader_fail(reader, "\"type\" must be person, organisation, country, group or place")));
}

bool reader_state(struct reader *reader, const cJSON *object, const char *key, const struct country **country)
{
    struct view text;
    enum country_word word = COUNTRY_NAME;
    *country = NULL;
    if (!reader_optional(reader, object, key, &text) || !text.data) {
        return reader->code == 0;
    }
    *country = country_by_code(text);
    if (!*country) {
        *country = country_of(text, &word);
    }
    return (*country && word == COUNTRY_NAME) ||
           reader_fail(reader, "\"%.60s\" is no country's name or code of two letters", text.data);
}
