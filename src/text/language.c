#include "text/language.h"

#include "base/utf8.h"

#define LONGEST 32 /* bytes of the longest word in the table */

struct language {
    const char *code, *name;
    uint8_t script; /* enum script */
};

struct script_range {
    uint32_t first, last;
    uint8_t script;
};

/* A common word, and the languages it is common in: language_members[first], `count` of them. */
struct language_word {
    const char *form;
    uint8_t length, count;
    uint16_t first;
};

#include "text/languages.h"

#define ENGLISH       0 /* the table's first */
#define COUNT(table)  (sizeof(table) / sizeof *(table))
#define LEAST_HITS    4  /* common words that a language must have, */
#define LEAST_KINDS   3  /* different ones among them, */
#define LEAST_SHARE   10 /* one in so many words, */
#define LEAST_LEAD    3  /* and so many times those of English */
#define LEAST_LETTERS 12 /* of another script */
#define CLEAR_HITS    3  /* common words of a text that is English beyond doubt, */
#define CLEAR_SHARE   5  /* one in so many */
#define UNKNOWN_WORDS 60 /* a text of so many words with hardly one of English and its endings is some other language  \
                          */
#define UNKNOWN_ENGLISH 40 /* hardly: one in so many */
#define UNKNOWN_ENDINGS 12

struct language_evidence {
    uint32_t letters[SCRIPTS];
    uint32_t words;            /* that may be common ones, in Latin letters */
    uint32_t english;          /* common words of English */
    uint32_t endings;          /* words that end as English ones do */
    uint32_t only[LANGUAGES];  /* common words of a language that are none of English */
    uint32_t both[LANGUAGES];  /* those that are */
    uint32_t rank[LANGUAGES];  /* the same, a word that few languages share counting more */
    uint64_t kinds[LANGUAGES]; /* which words these were, by hash */
};

size_t language_evidence_size(void)
{
    return sizeof(struct language_evidence);
}

static enum script script_of(uint32_t code)
{
    size_t low = 0, high = COUNT(script_ranges);
    while (code >= 0x370 && low < high) {
        size_t middle = low + (high - low) / 2;
        if (code < script_ranges[middle].first)
            high = middle;
        else if (code > script_ranges[middle].last)
            low = middle + 1;
        else
            return (enum script)script_ranges[middle].script;
    }
    return SCRIPT_LATIN;
}

/* ---- words ---- */

/* A word in lower case, and what its capitals tell. */
struct folded {
    char bytes[LONGEST];
    size_t length; /* LONGEST + 1: longer than any common word */
    uint32_t letters, capitals;
    bool capital_first;
    enum script script;
};

static void fold_letter(struct folded *word, uint32_t code)
{
    char encoded[4];
    bool upper = utf8_is_upper(code);
    size_t length = utf8_encode(utf8_to_lower(code), encoded);
    if (word->letters == 0) {
        word->script = script_of(code);
        word->capital_first = upper;
    }
    word->letters++;
    word->capitals += upper;
    if (word->length + length > LONGEST) {
        word->length = LONGEST + 1;
        return;
    }
    memcpy(word->bytes + word->length, encoded, length);
    word->length += length;
}

static const struct language_word *find_word(struct view form)
{
    size_t low = 0, high = COUNT(language_words);
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct language_word *word = &language_words[middle];
        int order = view_compare((struct view){word->form, word->length}, form);
        if (order == 0)
            return word;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

static void count_common(struct language_evidence *evidence, const struct language_word *word)
{
    const uint8_t *members = language_members + word->first;
    bool english = members[0] == ENGLISH; /* members are in the order of the table */
    uint32_t weight = word->count == 1 ? 4 : word->count == 2 ? 3 : word->count <= 4 ? 2 : 1;
    evidence->english += english;
    for (uint32_t i = 0; i < word->count; i++) {
        uint8_t language = members[i];
        evidence->rank[language] += weight;
        if (english) {
            evidence->both[language]++;
            continue;
        }
        evidence->only[language]++;
        evidence->kinds[language] |= UINT64_C(1) << ((word - language_words) & 63);
    }
}

static bool ends_as_english(struct view form)
{
    static const char *const endings[] = {"ing", "ed",  "ion",  "ly",  "er",  "al", "ity",
                                          "ous", "ive", "ness", "ent", "ies", "ers"};
    for (size_t i = 0; i < COUNT(endings); i++)
        if (form.length > strlen(endings[i]) + 2 && view_ends(form, view_of(endings[i])))
            return true;
    return false;
}

/* Words with a capital are names or could be; in a line of capitals all words are written so. */
static void count_word(struct language_evidence *evidence, const struct folded *word)
{
    if (word->capital_first && (word->letters < 2 || word->capitals < word->letters))
        return;
    struct view form = {word->bytes, word->length > LONGEST ? 0 : word->length};
    const struct language_word *common = form.length ? find_word(form) : NULL;
    if (word->script == SCRIPT_LATIN) {
        evidence->words++;
        evidence->endings += ends_as_english(form);
    }
    if (common)
        count_common(evidence, common);
}

void language_gather(struct language_evidence *evidence, struct view text)
{
    struct folded word = {.length = 0};
    size_t next;
    for (size_t at = 0; at < text.length; at = next) {
        uint32_t code = utf8_decode(text, at, &next);
        bool mark = word.letters && utf8_is_mark(code);
        bool letter = utf8_is_letter(code);
        evidence->letters[script_of(code)] += letter;
        if (mark || letter)
            fold_letter(&word, code);
        if (word.letters && (next >= text.length || !(mark || letter))) {
            count_word(evidence, &word);
            word = (struct folded){.length = 0};
        }
    }
}

void language_add(struct language_evidence *evidence, const struct language_evidence *more)
{
    for (size_t i = 0; i < SCRIPTS; i++)
        evidence->letters[i] += more->letters[i];
    evidence->words += more->words;
    evidence->english += more->english;
    evidence->endings += more->endings;
    for (size_t i = 0; i < LANGUAGES; i++) {
        evidence->only[i] += more->only[i];
        evidence->both[i] += more->both[i];
        evidence->rank[i] += more->rank[i];
        evidence->kinds[i] |= more->kinds[i];
    }
}

uint32_t language_letters(const struct language_evidence *evidence)
{
    uint32_t letters = 0;
    for (size_t i = 0; i < SCRIPTS; i++)
        letters += evidence->letters[i];
    return letters;
}

/* ---- the verdict ---- */

static struct language_guess other(size_t language)
{
    return (struct language_guess){LANGUAGE_OTHER, languages[language].code, languages[language].name, true};
}

/* The script that most letters beyond Latin are in. Japanese and Korean mix theirs with Chinese characters. */
static enum script main_script(const struct language_evidence *evidence)
{
    const uint32_t *letters = evidence->letters;
    enum script best = SCRIPT_LATIN;
    for (enum script script = 0; script < SCRIPTS; script++)
        if (script != SCRIPT_LATIN && (best == SCRIPT_LATIN || letters[script] > letters[best]))
            best = script;
    if (best == SCRIPT_HAN && letters[SCRIPT_KANA] * 10 > letters[SCRIPT_HAN])
        return SCRIPT_KANA;
    if (best == SCRIPT_HAN && letters[SCRIPT_HANGUL] * 4 > letters[SCRIPT_HAN])
        return SCRIPT_HANGUL;
    return best;
}

/* The language of a script whose words rank highest; the first one where none has any. */
static size_t best_of_script(const struct language_evidence *evidence, enum script script)
{
    size_t best = LANGUAGES;
    for (size_t i = 0; i < LANGUAGES; i++)
        if (languages[i].script == script && (best == LANGUAGES || evidence->rank[i] > evidence->rank[best]))
            best = i;
    return best;
}

/* Whether the words of a language show that a text is in it and not in English. Words of both prove nothing. */
static bool beats_english(const struct language_evidence *evidence, size_t i)
{
    uint32_t hits = evidence->only[i];
    return hits >= LEAST_HITS && __builtin_popcountll(evidence->kinds[i]) >= LEAST_KINDS &&
           hits * LEAST_SHARE >= evidence->words && hits >= LEAST_LEAD * (evidence->english - evidence->both[i]);
}

/* The language in Latin letters that a text is in, LANGUAGES where it is none of the others. */
static size_t best_of_latin(const struct language_evidence *evidence)
{
    size_t best = LANGUAGES;
    for (size_t i = ENGLISH + 1; i < LANGUAGES; i++)
        if (languages[i].script == SCRIPT_LATIN && beats_english(evidence, i) &&
            (best == LANGUAGES || evidence->rank[i] > evidence->rank[best]))
            best = i;
    return best;
}

static bool is_unknown(const struct language_evidence *evidence)
{
    return evidence->words >= UNKNOWN_WORDS && evidence->english * UNKNOWN_ENGLISH < evidence->words &&
           evidence->endings * UNKNOWN_ENDINGS < evidence->words;
}

struct language_guess language_guess(const struct language_evidence *evidence)
{
    uint32_t letters = language_letters(evidence), beyond = letters - evidence->letters[SCRIPT_LATIN];
    if (beyond >= LEAST_LETTERS && beyond * 2 > letters)
        return other(best_of_script(evidence, main_script(evidence)));
    size_t best = best_of_latin(evidence);
    if (best < LANGUAGES)
        return other(best);
    if (is_unknown(evidence))
        return (struct language_guess){LANGUAGE_OTHER, "und", NULL, true};
    bool clear = evidence->english >= CLEAR_HITS && evidence->english * CLEAR_SHARE >= evidence->words;
    if (evidence->english > 0)
        return (struct language_guess){LANGUAGE_ENGLISH, languages[ENGLISH].code, languages[ENGLISH].name, clear};
    return (struct language_guess){LANGUAGE_OPEN, "und", NULL, false};
}

/* ---- codes ---- */

/* The part of a code before its region or script: "en" of "en-GB". */
static struct view primary(struct view code)
{
    size_t length = 0;
    while (length < code.length && code.data[length] != '-' && code.data[length] != '_')
        length++;
    return view_slice(code, 0, length);
}

bool language_is_english(struct view code)
{
    code = primary(code);
    return view_is_lower(code, "en") || view_is_lower(code, "eng") || view_is_lower(code, "english");
}

const char *language_name(struct view code)
{
    code = primary(code);
    for (size_t i = 0; i < LANGUAGES; i++)
        if (view_is_lower(code, languages[i].code))
            return languages[i].name;
    return NULL;
}
