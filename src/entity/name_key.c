#include "entity/name_key.h"

struct key_writer {
    char *out;
    size_t room;
    size_t length;
    bool full;
};

static void put(struct key_writer *writer, const char *bytes, size_t count)
{
    if (writer->full || writer->length + count > writer->room) {
        writer->full = true;
        return;
    }
    memcpy(writer->out + writer->length, bytes, count);
    writer->length += count;
}

static void put_space(struct key_writer *writer)
{
    if (writer->length > 0 && writer->out[writer->length - 1] != ' ') {
        put(writer, " ", 1);
    }
}

static bool joins_words(uint32_t code)
{
    return code == '-' || code == '/' || (code >= 0x2010 && code <= 0x2015) || utf8_is_space(code);
}

static void put_code(struct key_writer *writer, uint32_t code)
{
    char folded[8];
    if (code == '&') {
        put_space(writer);
        put(writer, "and ", 4);
    } else if (joins_words(code)) {
        put_space(writer);
    } else if (utf8_is_letter(code) || utf8_is_digit(code)) {
        put(writer, folded, utf8_fold_code(code, folded));
    }
}

static struct view without_possessive(struct view name)
{
    static const char *const endings[] = {"'s", "\xE2\x80\x99s", "'", "\xE2\x80\x99"};
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct view ending = view_of(endings[i]);
        if (name.length > ending.length && view_ends(name, ending)) {
            return view_slice(name, 0, name.length - ending.length);
        }
    }
    return name;
}

size_t name_key_write(struct view name, char *out, size_t room)
{
    struct key_writer writer = {out, room, 0, false};
    name = without_possessive(name);
    for (size_t at = 0; at < name.length && !writer.full;) {
        put_code(&writer, utf8_decode(name, at, &at));
    }
    if (writer.full) {
        return 0;
    }
    if (writer.length > 0 && out[writer.length - 1] == ' ') {
        writer.length--;
    }
    if (writer.length > 4 && memcmp(out, "the ", 4) == 0) {
        writer.length -= 4;
        memmove(out, out + 4, writer.length);
    }
    return writer.length;
}

struct view name_key(struct view name, struct arena *arena)
{
    size_t room = 2 * name.length + 8;
    char *out = arena_alloc(arena, room);
    size_t length = out ? name_key_write(name, out, room) : 0;
    return length ? (struct view){out, length} : (struct view){NULL, 0};
}

bool name_is_capitals(struct view name)
{
    bool any = false;
    for (size_t at = 0; at < name.length;) {
        uint32_t code = utf8_decode(name, at, &at);
        if (utf8_is_lower(code)) {
            return false;
        }
        any = any || utf8_is_upper(code);
    }
    return any;
}

bool name_is_capitalised(struct view name)
{
    for (size_t at = 0; at < name.length;) {
        uint32_t code = utf8_decode(name, at, &at);
        if (utf8_is_letter(code)) {
            return utf8_is_upper(code);
        }
    }
    return false;
}

struct view name_last_word(struct view key)
{
    size_t start = key.length;
    while (start > 0 && key.data[start - 1] != ' ') {
        start--;
    }
    return view_slice(key, start, key.length);
}

struct view name_first_word(struct view key)
{
    size_t at = 0;
    return name_next_word(key, &at);
}

struct view name_next_word(struct view key, size_t *at)
{
    size_t start = *at;
    if (start >= key.length) {
        return (struct view){NULL, 0};
    }
    size_t end = start;
    while (end < key.length && key.data[end] != ' ') {
        end++;
    }
    *at = end + 1;
    return view_slice(key, start, end);
}

size_t name_word_count(struct view key)
{
    size_t count = 0;
    size_t at = 0;
    while (name_next_word(key, &at).data) {
        count++;
    }
    return count;
}

/* Spellings of one sound in names that come from other alphabets: the longest that matches is taken. */
static const struct {
    const char *from;
    const char *to;
} SOUNDS[] = {
    {"iyy", "i"}, {"dzh", "j"}, {"tch", "ch"}, {"sch", "sh"}, {"yy", "i"}, {"iy", "i"}, {"ij", "i"}, {"yi", "i"},
    {"ii", "i"},  {"ye", "e"},  {"yo", "o"},   {"kh", "h"},   {"gh", "g"}, {"dh", "d"}, {"ph", "f"}, {"ou", "u"},
    {"oo", "u"},  {"ee", "i"},  {"ck", "k"},   {"tz", "ts"},  {"y", "i"},  {"q", "k"},  {"w", "v"},
};

static size_t sound_at(struct view key, size_t at, const char **to)
{
    for (size_t i = 0; i < sizeof SOUNDS / sizeof *SOUNDS; i++) {
        struct view from = view_of(SOUNDS[i].from);
        if (key.length - at >= from.length && memcmp(key.data + at, from.data, from.length) == 0) {
            *to = SOUNDS[i].to;
            return from.length;
        }
    }
    return 0;
}

/* "Ga" at the start of a longer word is the "Qa" of Qaddafi. */
static void harden_starts(char *sound, size_t length)
{
    for (size_t i = 0; i + 4 < length; i++) {
        bool start = i == 0 || sound[i - 1] == ' ';
        bool longer = !memchr(sound + i, ' ', 5);
        if (start && longer && sound[i] == 'g' && sound[i + 1] == 'a') {
            sound[i] = 'k';
        }
    }
}

struct view name_sound(struct view key, struct arena *arena)
{
    char *out = arena_alloc(arena, key.length + 1);
    size_t length = 0;
    if (!out) {
        return (struct view){NULL, 0};
    }
    for (size_t at = 0; at < key.length;) {
        char single[2] = {key.data[at], 0};
        const char *to = single;
        size_t step = sound_at(key, at, &to);
        at += step ? step : 1;
        for (; *to; to++) {
            bool digit = *to >= '0' && *to <= '9';
            if (length == 0 || out[length - 1] != *to || digit) {
                out[length++] = *to;
            }
        }
    }
    harden_starts(out, length);
    return (struct view){out, length};
}

/* Whether each space is one blank between two words and nothing is a control. */
static bool has_single_spaces(struct view text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (utf8_control(text, i) || (text.data[i] == ' ' && i > 0 && text.data[i - 1] == ' ')) {
            return false;
        }
    }
    return true;
}

struct view name_with_single_spaces(struct view text, struct arena *arena)
{
    if (has_single_spaces(text)) {
        return text;
    }
    char *out = arena_alloc(arena, text.length + 1);
    size_t length = 0, step;
    for (size_t i = 0; out && i < text.length; i += step) {
        size_t control = utf8_control(text, i);
        step = control ? control : 1;
        if (text.data[i] != ' ' && !control) {
            out[length++] = text.data[i];
        } else if (control < 3 && (length == 0 || out[length - 1] != ' ')) {
            out[length++] = ' ';
        }
    }
    return (struct view){out, length};
}

struct view name_family(struct view key)
{
    static const char *const particles[] = {"de",  "da",  "di", "del", "della", "dos", "du",  "van", "von", "der",
                                            "den", "ter", "la", "le",  "al",    "el",  "bin", "ben", "ibn", "abu"};
    size_t at = 0;
    name_next_word(key, &at);
    for (struct view word = name_next_word(key, &at); word.data; word = name_next_word(key, &at)) {
        if (view_index(word, particles, sizeof particles / sizeof *particles) >= 0) {
            size_t start = (size_t)(word.data - key.data);
            return view_slice(key, start, key.length);
        }
    }
    return name_last_word(key);
}
