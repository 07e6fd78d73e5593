#include "entity/country.h"

#include "entity/name_key.h"

struct country_phrase {
    const char *key;
    uint16_t country;
    uint8_t word; /* enum country_word */
    bool capitals; /* counts only in capitals */
};

#include "entity/country_table.inc"

enum {
    PHRASE_BYTES = 96,
    COUNTRY_COUNT = sizeof COUNTRIES / sizeof *COUNTRIES,
    PHRASE_COUNT = sizeof PHRASES / sizeof *PHRASES
};

static const struct country_phrase *find_phrase(struct view key)
{
    size_t low = 0;
    size_t high = PHRASE_COUNT;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = view_compare(view_of(PHRASES[middle].key), key);
        if (order == 0) {
            return &PHRASES[middle];
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return NULL;
}

const struct country *country_of(struct view phrase, enum country_word *kind)
{
    char buffer[PHRASE_BYTES];
    if (view_starts(phrase, VIEW("the ")) || view_starts(phrase, VIEW("The "))) {
        phrase = view_slice(phrase, 4, phrase.length);
    }
    size_t length = phrase.length < PHRASE_BYTES ? name_key_write(phrase, buffer, sizeof buffer) : 0;
    const struct country_phrase *found = length ? find_phrase((struct view){buffer, length}) : NULL;
    if (!found || !name_is_capitalised(phrase) || (found->capitals && !name_is_capitals(phrase))) {
        return NULL;
    }
    if (kind) {
        *kind = (enum country_word)found->word;
    }
    return &COUNTRIES[found->country];
}

const struct country *country_by_code(struct view code)
{
    for (size_t i = 0; code.length == 2 && i < COUNTRY_COUNT; i++) {
        if (view_is(code, COUNTRIES[i].code)) {
            return &COUNTRIES[i];
        }
    }
    return NULL;
}
