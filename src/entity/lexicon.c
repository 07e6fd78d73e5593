#include "entity/lexicon.h"

#include "entity/name_key.h"

struct first_name {
    const char *key;
    enum gender gender;
    bool surname; /* a family name as well */
};

struct organisation_phrase {
    const char *key;
    uint16_t organisation;
    bool capitals; /* counts only in capitals */
};

#include "entity/lexicon_table.inc"

enum { PHRASE_BYTES = 160 };

/* Every table starts its rows with the word it is sorted by. */
static const void *find_row(const void *rows, size_t count, size_t size, struct view word)
{
    size_t low = 0;
    while (low < count) {
        size_t middle = low + (count - low) / 2;
        const char *const *row = (const char *const *)((const char *)rows + middle * size);
        int order = view_compare(view_of(*row), word);
        if (order == 0) {
            return row;
        }
        if (order < 0) {
            low = middle + 1;
        } else {
            count = middle;
        }
    }
    return NULL;
}

#define FIND_ROW(rows, word) find_row(rows, sizeof(rows) / sizeof *(rows), sizeof *(rows), word)

const struct noun *lexicon_noun(struct view lemma)
{
    return FIND_ROW(NOUNS, lemma);
}

bool lexicon_is_business(struct view key)
{
    size_t at = 0;
    struct view word = name_next_word(key, &at);
    bool own = !lexicon_noun(word);
    for (word = name_next_word(key, &at); own && word.data; word = name_next_word(key, &at)) {
        const struct noun *noun = lexicon_noun(word);
        own = noun && (noun->classes & (NOUN_BODY | NOUN_COMPANY | NOUN_TRADE));
    }
    return own;
}

enum gender lexicon_first_name(struct view key)
{
    struct view first = name_first_word(key);
    const struct first_name *found = FIND_ROW(FIRST_NAMES, first);
    bool unsure = found && found->surname && first.length == key.length;
    return found && !unsure ? found->gender : GENDER_UNKNOWN;
}

const struct known_organisation *lexicon_organisation(struct view name)
{
    char buffer[PHRASE_BYTES];
    size_t length = name.length < PHRASE_BYTES ? name_key_write(name, buffer, sizeof buffer) : 0;
    const struct organisation_phrase *found =
        length ? FIND_ROW(ORGANISATION_PHRASES, ((struct view){buffer, length})) : NULL;
    if (!found || (found->capitals && !name_is_capitals(name))) {
        return NULL;
    }
    return &ORGANISATIONS[found->organisation];
}

struct title {
    const char *word;
    enum gender gender;
};

static const struct title TITLES[] = {
    {"adm", GENDER_UNKNOWN},  {"amb", GENDER_UNKNOWN},   {"baroness", GENDER_FEMALE}, {"brig", GENDER_UNKNOWN},
    {"capt", GENDER_UNKNOWN}, {"cmdr", GENDER_UNKNOWN},  {"col", GENDER_UNKNOWN},     {"cpl", GENDER_UNKNOWN},
    {"dame", GENDER_FEMALE},  {"dr", GENDER_UNKNOWN},    {"fr", GENDER_MALE},         {"gen", GENDER_UNKNOWN},
    {"gov", GENDER_UNKNOWN},  {"hon", GENDER_UNKNOWN},   {"lady", GENDER_FEMALE},     {"lord", GENDER_MALE},
    {"lt", GENDER_UNKNOWN},   {"madame", GENDER_FEMALE}, {"maj", GENDER_UNKNOWN},     {"miss", GENDER_FEMALE},
    {"mme", GENDER_FEMALE},   {"mr", GENDER_MALE},       {"mrs", GENDER_FEMALE},      {"ms", GENDER_FEMALE},
    {"pres", GENDER_UNKNOWN}, {"prof", GENDER_UNKNOWN},  {"rep", GENDER_UNKNOWN},     {"rev", GENDER_UNKNOWN},
    {"sen", GENDER_UNKNOWN},  {"sgt", GENDER_UNKNOWN},   {"sir", GENDER_MALE},        {"sister", GENDER_FEMALE},
};

static const struct title *find_title(struct view word)
{
    char buffer[16];
    size_t length = word.length < sizeof buffer ? name_key_write(word, buffer, sizeof buffer) : 0;
    return length ? FIND_ROW(TITLES, ((struct view){buffer, length})) : NULL;
}

enum gender lexicon_title_gender(struct view word)
{
    const struct title *title = find_title(word);
    return title ? title->gender : GENDER_UNKNOWN;
}

bool lexicon_is_title(struct view word)
{
    return find_title(word) != NULL && name_is_capitalised(word);
}
