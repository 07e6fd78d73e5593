#include "text/lexicon.h"

#define LONGEST 32 /* bytes of the longest form */

struct lexicon_entry {
    const char *form;
    uint8_t length;
    uint8_t value;
};

/* Sizes of a contraction's first two words, each below 16. */
#define LEXICON_PARTS(first, second) ((first) << 4 | (second))

#include "text/tables.h"

#define COUNT(table) (sizeof(table) / sizeof *(table))

/* The value of a form in lower case; 0 where it is missing. */
static uint8_t find(const struct lexicon_entry *entries, size_t count, struct view form)
{
    char lower[LONGEST];
    if (form.length == 0 || form.length > LONGEST) return 0;
    for (size_t i = 0; i < form.length; i++) {
        lower[i] = ascii_to_lower(form.data[i]);
    }
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = view_compare((struct view){entries[middle].form, entries[middle].length},
                                 (struct view){lower, form.length});
        if (order == 0) return entries[middle].value;
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return 0;
}

enum lexicon_kind lexicon_abbreviation(struct view form)
{
    return (enum lexicon_kind)find(abbreviations, COUNT(abbreviations), form);
}

enum lexicon_kind lexicon_affix(struct view form)
{
    return (enum lexicon_kind)find(affixes, COUNT(affixes), form);
}

unsigned lexicon_word(struct view form)
{
    return find(words, COUNT(words), form);
}

int lexicon_contraction(struct view form, size_t sizes[3])
{
    uint8_t parts = find(contractions, COUNT(contractions), form);
    if (parts == 0) return 0;
    sizes[0] = parts >> 4;
    sizes[1] = parts & 15;
    sizes[2] = form.length - sizes[0] - sizes[1];
    return sizes[2] ? 3 : 2;
}
