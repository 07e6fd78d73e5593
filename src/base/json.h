/* json.h: JSON out, streamed, and the guards that cJSON lacks on the way in. */
#ifndef HEARSAY_BASE_JSON_H
#define HEARSAY_BASE_JSON_H

#include "base/output.h"

struct cJSON;

/* A writer that knows where commas belong. No tree is built: memory does not grow with the output. */
struct json_writer {
    struct output *out;
    uint64_t filled; /* bit d: level d has an item already */
    unsigned depth;  /* at most 63 */
    bool after_key;
};

void json_begin(struct json_writer *writer, struct output *out);
void json_open(struct json_writer *writer, char bracket); /* '{' or '[' */
void json_close(struct json_writer *writer, char bracket);
void json_key(struct json_writer *writer, const char *key);
void json_string(struct json_writer *writer, struct view v); /* valid UTF-8; control characters and U+2028/9 escaped */
void json_integer(struct json_writer *writer, int64_t value);
void json_real(struct json_writer *writer, double value,
               int decimals); /* fixed decimals, any locale; not finite: null */
void json_boolean(struct json_writer *writer, bool value);
void json_null(struct json_writer *writer);
void json_string_or_null(struct json_writer *writer, struct view v); /* null where v.data is NULL */

/* A member of an object: the key and its value. A string without data is "" or null. */
void json_member_string(struct json_writer *writer, const char *key, struct view v);
void json_member_string_or_null(struct json_writer *writer, const char *key, struct view v);
void json_member_integer(struct json_writer *writer, const char *key, int64_t value);
void json_member_boolean(struct json_writer *writer, const char *key, bool value);
void json_member_strings(struct json_writer *writer, const char *key, const struct view *strings, size_t count);

/* [start, end] */
void json_span(struct json_writer *writer, struct span span);

/* Parses one whole JSON text: checks UTF-8, refuses \u0000, lone surrogates and trailing text, which cJSON lets
 * through, and nesting deeper than 64. The caller frees *out with cJSON_Delete. `place` goes into the error message. */
int json_parse(struct cJSON **out, struct view text, const char *place, struct hearsay_error *error);

#endif
