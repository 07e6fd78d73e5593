/* One line of JSON lines: {"id", "text", "title"?, "url"?, "date"?, "language"?}; other keys are let be. */
#include <cjson/cJSON.h>
#include <math.h>

#include "base/json.h"
#include "text/stages.h"

#define STAGE "text"
#define LARGEST_EXACT 9007199254740992.0 /* 2^53 */

/* "\u0000" becomes "\ufffd": the parser has no way to keep a NUL, and it counts as one character all the same. */
static int replace_nul_escapes(struct text_work *work, struct view *line, struct hearsay_error *error)
{
    static const char nul[] = "\\u0000", replacement[] = "\\ufffd";
    size_t length = sizeof nul - 1, count = 0;
    char *copy = NULL;
    if (!line->length || !memmem(line->data, line->length, nul, length)) return HEARSAY_OK;
    for (size_t at = 0; at + 1 < line->length; at++) {
        if (line->data[at] != '\\') continue;
        if (line->length - at >= length && memcmp(line->data + at, nul, length) == 0) {
            if (!copy) copy = (char *)arena_copy(work->scratch, *line).data;
            if (!copy) return error_memory(error, STAGE);
            memcpy(copy + at, replacement, length);
            count++;
        }
        at++;
    }
    if (!copy) return HEARSAY_OK;
    document_warn(work->document, work->arena, "%zu NUL characters read as U+FFFD", count);
    line->data = copy;
    return HEARSAY_OK;
}

static int wrong_type(const struct text_work *work, const char *key, const char *expected, struct hearsay_error *error)
{
    return error_set(error, HEARSAY_ERROR_INPUT, STAGE, work->place, "\"%s\" is not %s", key, expected);
}

/* Copies a string member; null and a missing one leave `value` as it is. */
static int read_string(struct text_work *work, const cJSON *object, const char *key, struct view *value,
                       struct hearsay_error *error)
{
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, key);
    if (!member || cJSON_IsNull(member)) return HEARSAY_OK;
    if (!cJSON_IsString(member)) return wrong_type(work, key, "a string", error);
    *value = arena_copy(work->arena, view_of(member->valuestring));
    return value->data ? HEARSAY_OK : error_memory(error, STAGE);
}

/* An id is a string or a whole number. */
static int read_id(struct text_work *work, const cJSON *object, struct hearsay_error *error)
{
    struct document *document = work->document;
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, "id");
    if (member && cJSON_IsNumber(member)) {
        double number = member->valuedouble;
        if (!(fabs(number) < LARGEST_EXACT) || floor(number) != number) {
            return wrong_type(work, "id", "a string or a whole number", error);
        }
        document->id = arena_print(work->arena, "%lld", (long long)number);
        return document->id.data ? HEARSAY_OK : error_memory(error, STAGE);
    }
    int code = read_string(work, object, "id", &document->id, error);
    if (code == HEARSAY_OK && document->id.data && !document->id.length)
        return wrong_type(work, "id", "a string with content", error);
    return code;
}

static int read_members(struct text_work *work, const cJSON *object, struct hearsay_error *error)
{
    struct document *document = work->document;
    struct view text = {NULL, 0};
    struct { const char *key; struct view *value; } members[] = {
        {"text", &text}, {"title", &document->title}, {"url", &document->url}, {"date", &document->date},
        {"language", &document->language},
    };
    if (!cJSON_IsObject(object)) {
        return error_set(error, HEARSAY_ERROR_INPUT, STAGE, work->place,
                         "not a JSON object: {\"id\": ..., \"text\": ...} is needed");
    }
    int code = read_id(work, object, error);
    for (size_t i = 0; i < sizeof members / sizeof *members && code == HEARSAY_OK; i++) {
        code = read_string(work, object, members[i].key, members[i].value, error);
    }
    if (code != HEARSAY_OK) return code;
    if (!text.data) return error_set(error, HEARSAY_ERROR_INPUT, STAGE, work->place, "no \"text\"");
    document->text = text;
    return HEARSAY_OK;
}

int text_read_json(struct text_work *work, struct view line, struct hearsay_error *error)
{
    struct cJSON *object;
    int code = replace_nul_escapes(work, &line, error);
    if (code != HEARSAY_OK) return code;
    code = json_parse(&object, line, work->place, error);
    if (code != HEARSAY_OK) return code;
    code = read_members(work, object, error);
    cJSON_Delete(object);
    return code;
}
