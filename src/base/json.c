#include "base/json.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>

#include "base/utf8.h"

#define STAGE "json"
#define DEEPEST 64

void json_begin(struct json_writer *writer, struct output *out)
{
    *writer = (struct json_writer){.out = out};
}

/* The comma before an item, unless it is the first of its level or the value of a key. */
static void begin_item(struct json_writer *writer)
{
    uint64_t bit = (uint64_t)1 << (writer->depth & 63);
    if (writer->after_key) {
        writer->after_key = false;
        return;
    }
    if (writer->depth > 0 && (writer->filled & bit)) output_char(writer->out, ',');
    writer->filled |= bit;
}

void json_open(struct json_writer *writer, char bracket)
{
    begin_item(writer);
    output_char(writer->out, bracket);
    writer->depth++;
    writer->filled &= ~((uint64_t)1 << (writer->depth & 63));
}

void json_close(struct json_writer *writer, char bracket)
{
    writer->depth--;
    output_char(writer->out, bracket);
}

/* The escape of the character at `at` and its length in bytes; NULL where it stands for itself. */
static const char *escape_of(struct view v, size_t at, char buffer[8], size_t *length)
{
    unsigned char c = (unsigned char)v.data[at];
    *length = 1;
    if (c == '"') return "\\\"";
    if (c == '\\') return "\\\\";
    if (c == '\n') return "\\n";
    if (c == '\r') return "\\r";
    if (c == '\t') return "\\t";
    if (c < 0x20 || c == 0x7F) {
        snprintf(buffer, 8, "\\u%04x", c);
        return buffer;
    }
    /* U+2028 and U+2029 end a line in JavaScript and in some readers of JSON lines. */
    if (c != 0xE2 || at + 2 >= v.length || (unsigned char)v.data[at + 1] != 0x80) return NULL;
    unsigned char last = (unsigned char)v.data[at + 2];
    if (last != 0xA8 && last != 0xA9) return NULL;
    *length = 3;
    return last == 0xA8 ? "\\u2028" : "\\u2029";
}

/* Most bytes stand for themselves: told at a glance. */
static bool may_need_escape(unsigned char c)
{
    return c < 0x20 || c == '"' || c == '\\' || c == 0x7F || c == 0xE2;
}

static void write_quoted(struct output *out, struct view v)
{
    char buffer[8];
    size_t start = 0, length;
    output_char(out, '"');
    for (size_t at = 0; at < v.length;) {
        if (!may_need_escape((unsigned char)v.data[at])) {
            at++;
            continue;
        }
        const char *escape = escape_of(v, at, buffer, &length);
        if (escape) {
            output_write(out, v.data + start, at - start);
            output_text(out, escape);
            start = at + length;
        }
        at += length;
    }
    output_write(out, v.data + start, v.length - start);
    output_char(out, '"');
}

void json_key(struct json_writer *writer, const char *key)
{
    begin_item(writer);
    write_quoted(writer->out, view_of(key));
    output_char(writer->out, ':');
    writer->after_key = true;
}

void json_string(struct json_writer *writer, struct view v)
{
    begin_item(writer);
    write_quoted(writer->out, v);
}

/* A number in at least `width` digits. */
static void write_digits(struct output *out, uint64_t value, int width)
{
    char digits[24];
    size_t at = sizeof digits;
    for (; value > 0 || width > 0; value /= 10, width--) digits[--at] = (char)('0' + value % 10);
    output_write(out, digits + at, sizeof digits - at);
}

void json_integer(struct json_writer *writer, int64_t value)
{
    begin_item(writer);
    if (value < 0) output_char(writer->out, '-');
    write_digits(writer->out, value < 0 ? -(uint64_t)value : (uint64_t)value, 1);
}

void json_real(struct json_writer *writer, double value, int decimals)
{
    double scale = 1;
    for (int i = 0; i < decimals; i++) scale *= 10;
    double scaled = fabs(value) * scale;
    if (!isfinite(value) || !(scaled < 9e15)) {
        /* No use of ours has numbers of that size; "%.0f" has no decimal point, whatever the locale. */
        begin_item(writer);
        if (isfinite(value)) {
            output_print(writer->out, "%.0f", value);
        } else {
            output_text(writer->out, "null");
        }
        return;
    }
    uint64_t units = (uint64_t)llround(scaled), one = (uint64_t)scale;
    begin_item(writer);
    if (value < 0 && units) output_char(writer->out, '-');
    write_digits(writer->out, units / one, 1);
    if (decimals > 0) {
        output_char(writer->out, '.');
        write_digits(writer->out, units % one, decimals);
    }
}

void json_boolean(struct json_writer *writer, bool value)
{
    begin_item(writer);
    output_text(writer->out, value ? "true" : "false");
}

void json_null(struct json_writer *writer)
{
    begin_item(writer);
    output_text(writer->out, "null");
}

void json_string_or_null(struct json_writer *writer, struct view v)
{
    if (v.data) {
        json_string(writer, v);
    } else {
        json_null(writer);
    }
}

void json_member_string(struct json_writer *writer, const char *key, struct view v)
{
    json_key(writer, key);
    json_string(writer, v.data ? v : VIEW(""));
}

void json_member_string_or_null(struct json_writer *writer, const char *key, struct view v)
{
    json_key(writer, key);
    json_string_or_null(writer, v);
}

void json_member_integer(struct json_writer *writer, const char *key, int64_t value)
{
    json_key(writer, key);
    json_integer(writer, value);
}

void json_member_boolean(struct json_writer *writer, const char *key, bool value)
{
    json_key(writer, key);
    json_boolean(writer, value);
}

void json_member_strings(struct json_writer *writer, const char *key, const struct view *strings, size_t count)
{
    json_key(writer, key);
    json_open(writer, '[');
    for (size_t i = 0; i < count; i++)
        json_string(writer, strings[i]);
    json_close(writer, ']');
}

void json_span(struct json_writer *writer, struct span span)
{
    json_open(writer, '[');
    json_integer(writer, span.start);
    json_integer(writer, span.end);
    json_close(writer, ']');
}

/* What cJSON is too kind to: the guard walks over the text once and stops at the first thing that is not JSON. */
struct guard {
    struct view text;
    size_t at;
    const char *problem;
};

static int peek(const struct guard *guard)
{
    return guard->at < guard->text.length ? (unsigned char)guard->text.data[guard->at] : -1;
}

static bool read_hex(struct guard *guard, unsigned *value)
{
    *value = 0;
    for (int i = 0; i < 4; i++, guard->at++) {
        int c = peek(guard);
        int digit = ascii_is_digit((char)c)            ? c - '0'
                    : c >= 'a' && c <= 'f' ? c - 'a' + 10
                    : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                           : -1;
        if (digit < 0) return false;
        *value = *value << 4 | (unsigned)digit;
    }
    return true;
}

/* After "\u": four hexadecimal digits, and the second half where they are the first half of a surrogate pair. */
static const char *check_unicode_escape(struct guard *guard)
{
    unsigned code, second;
    if (!read_hex(guard, &code)) return "\\u without four hexadecimal digits";
    if (code == 0) return "\\u0000 in a string";
    if (code >= 0xDC00 && code <= 0xDFFF) return "half of a surrogate pair";
    if (code < 0xD800 || code > 0xDBFF) return NULL;
    if (peek(guard) != '\\') return "half of a surrogate pair";
    guard->at++;
    if (peek(guard) != 'u') return "half of a surrogate pair";
    guard->at++;
    bool paired = read_hex(guard, &second) && second >= 0xDC00 && second <= 0xDFFF;
    return paired ? NULL : "half of a surrogate pair";
}

static const char *check_string(struct guard *guard)
{
    guard->at++;
    for (int c; (c = peek(guard)) != '"'; ) {
        if (c < 0) return "a string that does not end";
        if (c < 0x20) return "a control character in a string";
        guard->at++;
        if (c != '\\') continue;
        int kind = peek(guard);
        if (kind <= 0 || !strchr("\"\\/bfnrtu", kind)) return "an unknown escape in a string";
        guard->at++;
        const char *problem = kind == 'u' ? check_unicode_escape(guard) : NULL;
        if (problem) return problem;
    }
    guard->at++;
    return NULL;
}

static bool skip_digits(struct guard *guard)
{
    size_t start = guard->at;
    while (ascii_is_digit((char)peek(guard))) guard->at++;
    return guard->at > start;
}

static const char *check_number(struct guard *guard)
{
    static const char malformed[] = "a malformed number";
    if (peek(guard) == '-') guard->at++;
    if (peek(guard) == '0') {
        guard->at++;
    } else if (!skip_digits(guard)) {
        return malformed;
    }
    if (peek(guard) == '.') {
        guard->at++;
        if (!skip_digits(guard)) return malformed;
    }
    if (peek(guard) == 'e' || peek(guard) == 'E') {
        guard->at++;
        if (peek(guard) == '+' || peek(guard) == '-') guard->at++;
        if (!skip_digits(guard)) return malformed;
    }
    return ascii_is_digit((char)peek(guard)) ? malformed : NULL;
}

/* Looks at strings, numbers, depth and stray bytes; the grammar of values is left to cJSON. */
static const char *check_text(struct guard *guard)
{
    const char *problem = NULL;
    int depth = 0;
    for (int c; !problem && (c = peek(guard)) >= 0;) {
        if (c == '"') {
            problem = check_string(guard);
        } else if (c == '-' || ascii_is_digit((char)c)) {
            problem = check_number(guard);
        } else {
            if (c < 0x20 && c != '\t' && c != '\n' && c != '\r') return "a control character";
            depth += (c == '{' || c == '[') - (c == '}' || c == ']');
            if (depth > DEEPEST) return "nesting deeper than 64";
            guard->at++;
        }
    }
    return problem;
}

static int not_json(const char *place, size_t at, const char *problem, struct hearsay_error *error)
{
    return error_set(error, HEARSAY_ERROR_INPUT, STAGE, place, "not valid JSON: %s (byte %zu of the line)", problem,
                     at + 1);
}

static size_t skip_space(struct view text, size_t at)
{
    while (at < text.length && text.data[at] && strchr(" \t\r\n", text.data[at])) at++;
    return at;
}

int json_parse(struct cJSON **out, struct view text, const char *place, struct hearsay_error *error)
{
    struct guard guard = {.text = text};
    *out = NULL;
    size_t valid = utf8_valid(text);
    if (valid < text.length) return not_json(place, valid, "bytes that are no UTF-8", error);
    const char *problem = check_text(&guard);
    if (problem) return not_json(place, guard.at, problem, error);
    if (skip_space(text, 0) == text.length) return not_json(place, 0, "nothing there", error);
    const char *end = text.data;
    errno = 0; /* cJSON does not tell want of memory from bad grammar, malloc does */
    struct cJSON *value = cJSON_ParseWithLengthOpts(text.data, text.length, &end, false);
    if (!value && errno == ENOMEM) return error_memory(error, STAGE);
    size_t at = end ? (size_t)(end - text.data) : 0;
    if (!value)
        return not_json(place, at < text.length ? at : text.length - 1, "a value, comma or bracket is missing", error);
    if (skip_space(text, at) < text.length) {
        cJSON_Delete(value);
        return not_json(place, at, "something follows the value", error);
    }
    *out = value;
    return HEARSAY_OK;
}
