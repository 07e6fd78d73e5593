/* view.h: text as pointer and length. A view never owns what it points to and is not NUL-terminated. */
#ifndef HEARSAY_BASE_VIEW_H
#define HEARSAY_BASE_VIEW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/ascii.h"

struct view {
    const char *data;
    size_t length; /* bytes */
};

/* A half-open range [start, end) of positions in a document's text: bytes until the record stage turns them into
 * Unicode code points. */
struct span {
    uint32_t start;
    uint32_t end;
};

/* The view of a string literal, its NUL left out. */
#define VIEW(literal) ((struct view){"" literal, sizeof(literal) - 1})

/* For printf("%.*s", VIEW_ARGS(v)). */
#define VIEW_ARGS(v) (int)(v).length, (v).data

static inline struct view view_of(const char *string)
{
    return (struct view){string, string ? strlen(string) : 0};
}

static inline bool view_equal(struct view a, struct view b)
{
    return a.length == b.length && (a.length == 0 || memcmp(a.data, b.data, a.length) == 0);
}

static inline bool view_is(struct view a, const char *string)
{
    return view_equal(a, view_of(string));
}

/* Whether `v` starts with `prefix`, which is in lower case; "A" to "Z" of `v` count as "a" to "z", whatever the locale.
 */
static inline bool view_starts_lower(struct view v, const char *prefix)
{
    size_t i = 0;
    for (; prefix[i] && i < v.length; i++) {
        if (ascii_to_lower(v.data[i]) != prefix[i]) return false;
    }
    return prefix[i] == '\0';
}

/* The same for the whole of `v`. */
static inline bool view_is_lower(struct view v, const char *string)
{
    return v.length == strlen(string) && view_starts_lower(v, string);
}

/* Bytes [start, end) of a view; the caller keeps start <= end <= length. C does not define NULL + 0. */
static inline struct view view_slice(struct view v, size_t start, size_t end)
{
    return (struct view){start ? v.data + start : v.data, end - start};
}

static inline bool view_starts(struct view v, struct view prefix)
{
    return v.length >= prefix.length && memcmp(v.data, prefix.data, prefix.length) == 0;
}

static inline bool view_ends(struct view v, struct view suffix)
{
    return v.length >= suffix.length && memcmp(v.data + v.length - suffix.length, suffix.data, suffix.length) == 0;
}

/* Order of the bytes, shorter first where one is the other's start: memcmp's sign convention. */
static inline int view_compare(struct view a, struct view b)
{
    size_t shared = a.length < b.length ? a.length : b.length;
    int order = shared ? memcmp(a.data, b.data, shared) : 0;
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

/* The index of `name` among `count` strings, or -1 where it is none of them. For the short lists of names of enumerations. */
static inline int view_index(struct view name, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (view_is(name, names[i]))
            return (int)i;
    return -1;
}

#endif
