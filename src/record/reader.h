/* reader.h: reading JSON objects that people may have edited: every key is checked, and the first thing that is wrong
 * is reported with its place and what to do. Shared by records, corrections and lists of entities; private to the room.
 */
#ifndef HEARSAY_RECORD_READER_H
#define HEARSAY_RECORD_READER_H

#include "record/record.h"

struct cJSON;
struct text_unit;

/* Where the reading stands. Functions that return bool return false after a failure, whose code is kept. */
struct reader {
    struct arena *arena;   /* of all that is read */
    const char *what;      /* "record": what the line should be */
    const char *advice;    /* "extract the document again" */
    struct record *record; /* the one that references and spans must fit; else NULL */
    const char *list;      /* "claims" with `index` within; NULL: the line itself */
    size_t index;
    const char *place;
    struct hearsay_error *error;
    int code; /* of the first failure */
};

/* Parses a unit of a file of JSON lines for a reader whose arena, what and advice are set, and gives it its place, which
 * lives in `places`. The caller frees *line with cJSON_Delete. */
int reader_open_line(struct reader *reader, struct cJSON **line, const struct text_unit *unit, struct arena *places,
                     struct hearsay_error *error);

/* Keeps the first failure; false, so that callers write `return reader_fail(...)`. */
bool reader_fail(struct reader *reader, const char *format, ...) __attribute__((format(printf, 2, 3)));
bool reader_fail_memory(struct reader *reader);

/* The object holds each of the `count` keys once and no other; keys that end in "?" may be left out. */
bool reader_check_keys(struct reader *reader, const struct cJSON *object, const char *const *keys, size_t count);

#define CHECK_KEYS(reader, object, keys) reader_check_keys(reader, object, keys, sizeof(keys) / sizeof *(keys))

/* What stands under a key, or NULL. */
const struct cJSON *reader_item(const struct cJSON *object, const char *key);

/* A string in memory of the arena. */
bool reader_copy(struct reader *reader, const struct cJSON *value, struct view *out);

/* The string under a key: any, one that may be null ({NULL, 0}), one that is not empty. */
bool reader_string(struct reader *reader, const struct cJSON *object, const char *key, struct view *out);
bool reader_optional(struct reader *reader, const struct cJSON *object, const char *key, struct view *out);
bool reader_name(struct reader *reader, const struct cJSON *object, const char *key, struct view *out);

bool reader_boolean(struct reader *reader, const struct cJSON *object, const char *key, bool *out);

/* The list under a key, as zeroed memory for its items; false unless it is an array. */
bool reader_list(struct reader *reader, const struct cJSON *object, const char *key, size_t size,
                 const struct cJSON **list, void **items, size_t *count);
bool reader_strings(struct reader *reader, const struct cJSON *object, const char *key, struct view **out,
                    size_t *count);

/* A country's code, two capital letters, or "" for null. */
bool reader_country(struct reader *reader, const struct cJSON *object, const char *key, char country[3]);

/* Words in the form in which they are compared (name_key); something must be left of them. */
bool reader_key(struct reader *reader, struct view words, struct view *key);

/* The type under "type", if there is one. */
bool reader_type(struct reader *reader, const struct cJSON *object, bool *typed, enum entity_type *type);

/* A country by its code or any of its names; NULL for null. */
struct country;
bool reader_state(struct reader *reader, const struct cJSON *object, const char *key, const struct country **country);

/* An object of identifiers, {"wikidata": "Q7747"}; the schemes end in a NUL that is not counted. */
bool reader_identifiers(struct reader *reader, const struct cJSON *object, const char *key,
                        struct entity_identifier **ids, size_t *count);

#endif
