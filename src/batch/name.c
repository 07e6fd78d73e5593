#include "batch/name.h"

#include <stdio.h>

#include "base/digest.h"
#include "export/export.h"

#define FOLDER      "documents/"
#define PART_MOST   180
#define HASH_DIGITS 16

/* Whether the part is called like a file that a run makes, or like the first half of such a suffix. */
static bool has_our_suffix(struct view part)
{
    static const struct view others[] = {{".jsonl", 6}, {".ftm", 4}};
    char ending[32];
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        if (view_ends(part, others[i])) {
            return true;
        }
    }
    const char *dot = part.length ? memrchr(part.data, '.', part.length) : NULL;
    size_t length = dot ? (size_t)(part.data + part.length - dot) : sizeof ending;
    if (length >= sizeof ending) {
        return false;
    }
    snprintf(ending, sizeof ending, "x%.*s", (int)length, dot);
    return export_format_of(ending) != NULL;
}

static bool is_escaped(struct view part, size_t at, bool last_dot_too)
{
    unsigned char c = (unsigned char)part.data[at];
    bool dot = c == '.' && (at == 0 || (last_dot_too && !memchr(part.data + at + 1, '.', part.length - at - 1)));
    return dot || c < ' ' || c == 0x7F || (c && strchr("\\%\"*:<>?|/", c));
}

/* Adds `part` to `name`; *length of it is in use. */
static void add_part(char *name, size_t *length, struct view part)
{
    static const char digits[] = "0123456789ABCDEF";
    bool last_dot_too = has_our_suffix(part);
    size_t start = *length;
    for (size_t i = 0; i < part.length; i++) {
        unsigned char c = (unsigned char)part.data[i];
        if (is_escaped(part, i, last_dot_too)) {
            name[(*length)++] = '%';
            name[(*length)++] = digits[c >> 4];
            name[(*length)++] = digits[c & 15];
        } else {
            name[(*length)++] = (char)c;
        }
    }
    if (*length - start > PART_MOST) {
        char hash[DIGEST_SIZE];
        size_t kept = PART_MOST - HASH_DIGITS - 1;
        digest_bytes(part, hash);
        /* Not in the middle of a character. */
        while (((unsigned char)name[start + kept] & 0xC0) == 0x80) {
            kept--;
        }
        name[start + kept] = '%'; /* no other name has it so: two digits follow it everywhere else */
        memcpy(name + start + kept + 1, "_", 1);
        memcpy(name + start + kept + 2, hash, HASH_DIGITS);
        *length = start + kept + 2 + HASH_DIGITS;
    }
}

/* The end of the part that starts at `start`: a slash parts only what is not empty. */
static size_t part_end(struct view id, size_t start)
{
    size_t end = start + 1;
    while (end < id.length && !(id.data[end] == '/' && end + 1 < id.length && id.data[end + 1] != '/')) {
        end++;
    }
    return end < id.length ? end : id.length;
}

struct view batch_name(struct view id, struct arena *arena)
{
    char *name = arena_alloc(arena, sizeof FOLDER + 3 * id.length + HASH_DIGITS + 3);
    size_t length = sizeof FOLDER - 1;
    if (!name) {
        return (struct view){NULL, 0};
    }
    memcpy(name, FOLDER, length);
    for (size_t start = 0; start < id.length;) {
        size_t end = part_end(id, start);
        add_part(name, &length, view_slice(id, start, end));
        if (end < id.length) {
            name[length++] = '/';
            end++;
        }
        start = end;
    }
    name[length] = '\0';
    return (struct view){name, length};
}
