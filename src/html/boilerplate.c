#include "html/boilerplate.h"

#include <stdlib.h>

#include "html/boilerplate_tables.h"

#define LONGEST 64

static int compare(const void *key, const void *item)
{
    return view_compare(*(const struct view *)key, view_of(*(const char *const *)item));
}

static bool listed(struct view word, const char *const *list, size_t count)
{
    return bsearch(&word, list, count, sizeof *list, compare) != NULL;
}

#define LISTED(word, list) listed(word, list, sizeof list / sizeof *list)

/* In lower case; longer texts are cut, and then are in no list. */
static struct view lower(struct view text, char buffer[LONGEST])
{
    size_t length = text.length < LONGEST ? text.length : LONGEST;
    for (size_t i = 0; i < length; i++)
        buffer[i] = ascii_to_lower(text.data[i]);
    return (struct view){buffer, length};
}

static bool is_word_byte(char c)
{
    return ascii_is_letter(c) || ascii_is_digit(c);
}

/* The next word of a class or id from *at on; empty at the end. */
static struct view next_word(struct view value, size_t *at)
{
    size_t start = *at;
    while (start < value.length && !is_word_byte(value.data[start]))
        start++;
    size_t end = start;
    while (end < value.length && is_word_byte(value.data[end])) {
        if (end > start && ascii_is_upper(value.data[end]) && ascii_is_lower(value.data[end - 1]))
            break;
        end++;
    }
    *at = end;
    return view_slice(value, start, end);
}

/* Whether a word of the class or id is in the list. */
static bool has_word(struct view value, const char *const *list, size_t count)
{
    static const char *const spared[] = {"has", "with", "no", "without"};
    char buffer[LONGEST];
    size_t at = 0;
    bool spare = false;
    for (;;) {
        struct view word = next_word(value, &at);
        if (word.length == 0)
            return false;
        word = lower(word, buffer);
        if (!spare && listed(word, list, count))
            return true;
        spare = view_index(word, spared, sizeof spared / sizeof *spared) >= 0;
    }
}

bool boilerplate_class(struct view value)
{
    return has_word(value, boilerplate_words, sizeof boilerplate_words / sizeof *boilerplate_words);
}

bool boilerplate_date_class(struct view value)
{
    return has_word(value, date_words, sizeof date_words / sizeof *date_words);
}

bool boilerplate_phrase(struct view paragraph)
{
    for (size_t i = 0; i < sizeof boilerplate_phrases / sizeof *boilerplate_phrases; i++)
        if (view_starts_lower(paragraph, boilerplate_phrases[i]))
            return true;
    return false;
}

bool boilerplate_wiki_class(struct view value)
{
    size_t at = 0;
    while (at < value.length) {
        size_t start = at;
        while (at < value.length && (unsigned char)value.data[at] > ' ')
            at++;
        if (LISTED(view_slice(value, start, at), wiki_classes))
            return true;
        while (at < value.length && (unsigned char)value.data[at] <= ' ')
            at++;
    }
    return false;
}

bool boilerplate_wiki_section(struct view heading)
{
    char buffer[LONGEST];
    return LISTED(lower(heading, buffer), wiki_sections);
}
