#include "base/utf8.h"

#include "base/unicode_tables.h"

/* The bits that make_unicode.py writes. */
enum { LETTER = 1, DIGIT = 2, UPPER = 4, LOWER = 8, SPACE = 16, MARK = 32, PUNCTUATION = 64, SYMBOL = 128 };

#define LAST_CODE 0x10FFFFu

uint32_t utf8_decode(struct view v, size_t at, size_t *next)
{
    const unsigned char *b = (const unsigned char *)v.data + at;
    if (b[0] < 0x80) {
        *next = at + 1;
        return b[0];
    }
    if (b[0] < 0xE0) {
        *next = at + 2;
        return (b[0] & 0x1Fu) << 6 | (b[1] & 0x3Fu);
    }
    if (b[0] < 0xF0) {
        *next = at + 3;
        return (b[0] & 0x0Fu) << 12 | (b[1] & 0x3Fu) << 6 | (b[2] & 0x3Fu);
    }
    *next = at + 4;
    return (b[0] & 0x07u) << 18 | (b[1] & 0x3Fu) << 12 | (b[2] & 0x3Fu) << 6 | (b[3] & 0x3Fu);
}

uint32_t utf8_decode_before(struct view v, size_t at, size_t *start)
{
    size_t next;
    do {
        at--;
    } while (at > 0 && ((unsigned char)v.data[at] & 0xC0) == 0x80);
    *start = at;
    return utf8_decode(v, at, &next);
}

size_t utf8_encode(uint32_t code, char out[4])
{
    if (code < 0x80) {
        out[0] = (char)code;
        return 1;
    }
    if (code < 0x800) {
        out[0] = (char)(0xC0 | code >> 6);
        out[1] = (char)(0x80 | (code & 0x3F));
        return 2;
    }
    if (code < 0x10000) {
        out[0] = (char)(0xE0 | code >> 12);
        out[1] = (char)(0x80 | (code >> 6 & 0x3F));
        out[2] = (char)(0x80 | (code & 0x3F));
        return 3;
    }
    out[0] = (char)(0xF0 | code >> 18);
    out[1] = (char)(0x80 | (code >> 12 & 0x3F));
    out[2] = (char)(0x80 | (code >> 6 & 0x3F));
    out[3] = (char)(0x80 | (code & 0x3F));
    return 4;
}

/* Length of the sequence at `b`: positive when it is valid, else minus the length of the maximal subpart, which is the
 * longest start of a valid sequence or one byte (Unicode 15, section 3.9, tables 3-7 and 3-8). */
static int sequence_length(const unsigned char *b, size_t room)
{
    if (b[0] < 0x80) return 1;
    int length = b[0] >= 0xC2 && b[0] <= 0xDF ? 2 : (b[0] & 0xF0) == 0xE0 ? 3 : b[0] >= 0xF0 && b[0] <= 0xF4 ? 4 : 0;
    if (length == 0) return -1;
    unsigned char low = b[0] == 0xE0 ? 0xA0 : b[0] == 0xF0 ? 0x90 : 0x80;
    unsigned char high = b[0] == 0xED ? 0x9F : b[0] == 0xF4 ? 0x8F : 0xBF;
    for (int i = 1; i < length; i++) {
        if ((size_t)i >= room || b[i] < low || b[i] > high) return -i;
        low = 0x80;
        high = 0xBF;
    }
    return length;
}

/* The first byte from `at` on that is not ASCII; eight at a time. */
static size_t skip_ascii(struct view v, size_t at)
{
    for (; at + 8 <= v.length; at += 8) {
        uint64_t eight;
        memcpy(&eight, v.data + at, 8);
        if (eight & 0x8080808080808080u) break;
    }
    while (at < v.length && (unsigned char)v.data[at] < 0x80) at++;
    return at;
}

size_t utf8_valid(struct view v)
{
    size_t at = 0;
    while ((at = skip_ascii(v, at)) < v.length) {
        int length = sequence_length((const unsigned char *)v.data + at, v.length - at);
        if (length < 0) break;
        at += (size_t)length;
    }
    return at;
}

/* Copies the part from the first invalid byte on with replacements to `out`, or only measures where `out` is NULL. */
static size_t repair_rest(struct view rest, char *out, size_t *replaced)
{
    size_t length = 0;
    *replaced = 0;
    while (rest.length) {
        size_t valid = utf8_valid(rest);
        if (out) memcpy(out + length, rest.data, valid);
        length += valid;
        rest = view_slice(rest, valid, rest.length);
        if (!rest.length) break;
        size_t bad = (size_t)-sequence_length((const unsigned char *)rest.data, rest.length);
        if (out) utf8_encode(UTF8_REPLACEMENT, out + length);
        length += 3;
        ++*replaced;
        rest = view_slice(rest, bad, rest.length);
    }
    return length;
}

struct view utf8_repair(struct view v, struct arena *arena, size_t *replaced, size_t *first)
{
    size_t valid = utf8_valid(v);
    *replaced = 0;
    *first = valid;
    if (valid == v.length) return v;
    struct view rest = view_slice(v, valid, v.length);
    size_t length = valid + repair_rest(rest, NULL, replaced);
    char *data = arena_alloc(arena, length + 1);
    if (!data) return (struct view){NULL, 0};
    memcpy(data, v.data, valid);
    repair_rest(rest, data + valid, replaced);
    return (struct view){data, length};
}

size_t utf8_length(struct view v)
{
    size_t count = 0;
    for (size_t i = 0; i < v.length; i++) count += ((unsigned char)v.data[i] & 0xC0) != 0x80;
    return count;
}

static uint8_t class_of(uint32_t code)
{
    return code > LAST_CODE ? 0 : class_blocks[class_index[code >> 8] << 8 | (code & 0xFF)];
}

bool utf8_is_letter(uint32_t code) { return class_of(code) & LETTER; }
bool utf8_is_digit(uint32_t code) { return class_of(code) & DIGIT; }
bool utf8_is_upper(uint32_t code) { return class_of(code) & UPPER; }
bool utf8_is_lower(uint32_t code) { return class_of(code) & LOWER; }
bool utf8_is_space(uint32_t code) { return class_of(code) & SPACE; }
bool utf8_is_mark(uint32_t code) { return class_of(code) & MARK; }
bool utf8_is_punctuation(uint32_t code) { return class_of(code) & PUNCTUATION; }
bool utf8_is_symbol(uint32_t code) { return class_of(code) & SYMBOL; }

size_t utf8_control(struct view v, size_t at)
{
    const unsigned char *b = (const unsigned char *)v.data + at;
    size_t left = v.length - at;
    if (b[0] < 0x20 || b[0] == 0x7F) return 1;
    if (b[0] == 0xC2 && left >= 2) return b[1] >= 0x80 && b[1] <= 0x9F ? 2 : 0;
    if (b[0] != 0xE2 || left < 3) return 0;
    bool turns = (b[1] == 0x80 && (b[2] == 0x8E || b[2] == 0x8F || (b[2] >= 0xAA && b[2] <= 0xAE))) ||
                 (b[1] == 0x81 && b[2] >= 0xA6 && b[2] <= 0xA9);
    return turns ? 3 : 0;
}

uint32_t utf8_to_lower(uint32_t code)
{
    if (code < 0x80) return code >= 'A' && code <= 'Z' ? code + 32 : code;
    if (code > LAST_CODE) return code;
    return code + (uint32_t)lower_deltas[lower_blocks[lower_index[code >> 8] << 8 | (code & 0xFF)]];
}

/* What a code point above ASCII folds to, by binary search; false where it stays. */
static bool fold_of(uint32_t code, struct view *folded)
{
    size_t low = 0, high = FOLD_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (fold_codes[middle] < code) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    if (low == FOLD_COUNT || fold_codes[low] != code) return false;
    const char *pool = (const char *)fold_pool;
    *folded = (struct view){pool + fold_starts[low], (size_t)(fold_starts[low + 1] - fold_starts[low])};
    return true;
}

size_t utf8_fold_code(uint32_t code, char out[8])
{
    struct view folded;
    if (code >= 0x80 && fold_of(code, &folded)) {
        memcpy(out, folded.data, folded.length);
        return folded.length;
    }
    return utf8_encode(code == '`' ? '\'' : utf8_to_lower(code), out);
}

struct view utf8_fold(struct view v, struct arena *arena)
{
    /* make_unicode.py checks that nothing folds to more than twice its bytes. */
    char *data = v.length > SIZE_MAX / 4 ? NULL : arena_alloc(arena, 2 * v.length + 1);
    if (!data) return (struct view){NULL, 0};
    size_t length = 0, next;
    for (size_t at = 0; at < v.length; at = next) length += utf8_fold_code(utf8_decode(v, at, &next), data + length);
    return (struct view){data, length};
}
