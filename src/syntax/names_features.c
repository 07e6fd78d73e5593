#include "syntax/names_features.h"

#include "model/linear.h"
#include "syntax/gazetteer.h"

#define OUTSIDE      UINT64_C(0x6F757473) /* beyond the sentence's ends */
#define REPEAT_REACH 3                    /* words to each side */
#define SHORT_WORDS  3 /* small words that may stand in a row inside a name: "Ministry of the Interior" */

/* Templates are numbered by these; the order is part of the model. */
enum template {
    T_BIAS = 100,
    T_LOWER,
    T_FORM,
    T_SHAPE,
    T_PREFIX,
    T_SUFFIX,
    T_CLUSTER,
    T_CLUSTER_LONG,
    T_CLUSTER_MIDDLE,
    T_CLUSTER_SHORT,
    T_XPOS,
    T_UPOS,
    T_LOWER_PAIR,
    T_SHAPE_PAIR,
    T_SHAPE_TRIPLE,
    T_CLUSTER_PAIR,
    T_XPOS_PAIR,
    T_XPOS_TRIPLE,
    T_GAZETTEER,
    T_GAZETTEER_SHAPE,
    T_GAZETTEER_SET,
    T_GAZETTEER_BESIDE,
    T_GAZETTEER_LOWER,
    T_FLAGS,
    T_GLUE,
    T_GLUED_WORD,
    T_ACRONYM,
    T_RUN_PLACE,
    T_RUN_HEAD,
    T_RUN_HEAD_CLUSTER,
    T_RUN_START,
    T_RUN_LEFT,
    T_RUN_RIGHT,
    T_RUN_LEFT_CLUSTER,
    T_RUN_RIGHT_CLUSTER,
    T_RUN_BOTH,
    T_RUN_GAZETTEER,
    T_PAIR,
    T_PAIR_LOWER,
    T_PAIR_SHAPE,
    T_PAIR_XPOS,
    T_PAIR_CLUSTER,
    T_EVIDENCE,
    T_EVIDENCE_RUN,
    T_EVIDENCE_GAZETTEER,
    T_EVIDENCE_SECOND,
    T_SUFFIX_SHAPE,
    T_CLUSTER_SHAPE,
    T_BEFORE_SHAPE,
    T_RUN_SHAPE,
    T_RUN_START_CLUSTER,
    T_REPEAT,
};

static bool is_capitalised(const struct word *word)
{
    return (word->flags & (WORD_TITLE | WORD_UPPER)) != 0;
}

/* ---- description
 * ------------------------------------------------------------------------------------------------------ */

static void mark_gazetteer(struct names_word *words, const struct token *tokens, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        struct gazetteer_match match = gazetteer_match(tokens + i, count - i);
        if (match.count == 1)
            words[i].gazetteer[NAMES_WHOLE] |= match.kinds;
        if (match.count < 2)
            continue;
        words[i].gazetteer[NAMES_BEGIN] |= match.kinds;
        for (uint32_t k = 1; k + 1 < match.count; k++)
            words[i + k].gazetteer[NAMES_INSIDE] |= match.kinds;
        words[i + match.count - 1].gazetteer[NAMES_END] |= match.kinds;
        /* The first word for itself: "New York Times" says nothing of "New", but "Moscow State University" does of
         * "Moscow". */
        match = gazetteer_match(tokens + i, 1);
        words[i].gazetteer[NAMES_WHOLE] |= match.kinds;
    }
}

/* Small words and marks that may stand between the capitalised words of one name. */
static bool joins_run(const struct token *token, const struct names_word *word)
{
    if (word->gazetteer[NAMES_WHOLE] & GAZETTEER_BIT(PARTICLE))
        return true;
    if (token->form_length == 1)
        return token->form[0] == '-' || token->form[0] == '&' || token->form[0] == '.';
    static const char *const joining[] = {"of", "the", "for", "on", "'s", "\xE2\x80\x93"};
    for (size_t i = 0; i < sizeof joining / sizeof *joining; i++)
        if (view_is(token_form(token), joining[i]))
            return true;
    return false;
}

/* The last capitalised word that is reached from i over capitalised and joining words. "and" ends a run: more often it
 * stands between two names than inside one. */
static uint32_t run_end(const struct names_word *words, const struct token *tokens, uint32_t count, uint32_t i)
{
    uint32_t last = i, small = 0;
    for (uint32_t k = i + 1; k < count && small <= SHORT_WORDS; k++) {
        if (is_capitalised(&words[k].word)) {
            last = k;
            small = 0;
        } else if (joins_run(&tokens[k], &words[k])) {
            small++;
        } else {
            break;
        }
    }
    return last;
}

static void mark_runs(struct names_word *words, const struct token *tokens, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        words[i].run_first = 1;
        words[i].run_last = 0;
    }
    for (uint32_t i = 0; i < count; i++) {
        if (!is_capitalised(&words[i].word))
            continue;
        uint32_t last = run_end(words, tokens, count, i);
        for (uint32_t k = i; k <= last; k++) {
            words[k].run_first = (int32_t)i;
            words[k].run_last = (int32_t)last;
        }
        i = last;
    }
}

/* Whether word i, all in capitals, is made of the first letters of the capitalised words before its opening bracket. */
static bool spells_run(const struct names_word *words, const struct token *tokens, uint32_t i)
{
    struct view form = token_form(&tokens[i]);
    if (!(words[i].word.flags & WORD_UPPER) || form.length < 2 || i < 3 || !view_is(token_form(&tokens[i - 1]), "("))
        return false;
    size_t left = form.length;
    uint32_t small = 0;
    for (uint32_t k = i - 1; k-- > 0 && left > 0 && small <= SHORT_WORDS;) {
        char first = tokens[k].form[0];
        if (!is_capitalised(&words[k].word)) {
            small++;
            continue;
        }
        if (form.data[left - 1] != first)
            return false;
        left--;
        small = 0;
    }
    return left == 0;
}

static bool mostly_capitals(const struct names_word *words, uint32_t count)
{
    uint32_t letters = 0, small = 0;
    for (uint32_t i = 0; i < count; i++) {
        letters += (words[i].word.flags & WORD_LETTER) != 0;
        small += (words[i].word.flags & WORD_LETTER) && !is_capitalised(&words[i].word);
    }
    return letters > 2 && small * 5 < letters;
}

void names_describe(struct names_word *words, const struct token *tokens, uint32_t count,
                    const struct clusters *clusters)
{
    bool opening = true;
    for (uint32_t i = 0; i < count; i++) {
        struct names_word *word = &words[i];
        *word = (struct names_word){.upos = tokens[i].upos, .xpos = tokens[i].xpos};
        word_describe(&word->word, token_form(&tokens[i]), clusters);
        if (opening && word->word.flags & (WORD_LETTER | WORD_DIGIT)) {
            word->word.flags |= WORD_FIRST;
            opening = false;
        }
        word->glued_before = i > 0 && tokens[i - 1].end == tokens[i].start;
        word->glued_after = i + 1 < count && tokens[i].end == tokens[i + 1].start;
    }
    bool capitals = mostly_capitals(words, count);
    mark_gazetteer(words, tokens, count);
    mark_runs(words, tokens, count);
    for (uint32_t i = 0; i < count; i++) {
        words[i].capitals = capitals;
        words[i].acronym = spells_run(words, tokens, i);
    }
}

/* ---- features
 * --------------------------------------------------------------------------------------------------------- */

/* A window onto the sentence: NULL beyond its ends. */
struct window {
    const struct names_word *words;
    uint32_t count;
};

static const struct names_word *at(const struct window *window, int64_t i)
{
    return i >= 0 && i < window->count ? &window->words[i] : NULL;
}

static uint64_t lower_of(const struct names_word *word)
{
    return word ? word->word.lower : OUTSIDE;
}

static uint64_t shape_of(const struct names_word *word)
{
    return word ? word->word.shape : OUTSIDE;
}

static uint64_t xpos_of(const struct names_word *word)
{
    return word ? word->xpos : OUTSIDE;
}

static uint32_t all_kinds(const struct names_word *word)
{
    return word ? word->gazetteer[NAMES_BEGIN] | word->gazetteer[NAMES_INSIDE] | word->gazetteer[NAMES_END] |
                      word->gazetteer[NAMES_WHOLE]
                : 0;
}

static uint64_t *word_features(uint64_t *f, const struct names_word *here)
{
    const struct word *word = &here->word;
    *f++ = linear_feature1(T_BIAS, 0);
    *f++ = linear_feature1(T_FORM, word->form);
    *f++ = linear_feature1(T_FLAGS, word->flags | (uint64_t)here->capitals << 8);
    for (uint64_t k = 1; k < WORD_PREFIXES; k++)
        *f++ = linear_feature2(T_PREFIX, k, word->prefix[k]);
    for (uint64_t k = 1; k < WORD_SUFFIXES; k++)
        *f++ = linear_feature2(T_SUFFIX, k, word->suffix[k]);
    *f++ = linear_feature3(T_SUFFIX_SHAPE, word->suffix[2], word->shape, word->flags & WORD_FIRST);
    *f++ = linear_feature3(T_SHAPE, 9, word->shape, word->flags & WORD_FIRST);
    *f++ = linear_feature2(T_CLUSTER_SHAPE, word->cluster, word->shape);
    *f++ = linear_feature2(T_CLUSTER_SHAPE, word->cluster_long, word->shape);
    *f++ = linear_feature1(T_ACRONYM, here->acronym);
    *f++ = linear_feature2(T_UPOS, here->upos, word->shape);
    return f;
}

static uint64_t *window_features(uint64_t *f, const struct window *window, uint32_t i)
{
    for (int k = -2; k <= 2; k++) {
        const struct names_word *word = at(window, (int64_t)i + k);
        uint64_t place = (uint64_t)(k + 2);
        *f++ = linear_feature2(T_LOWER, place, lower_of(word));
        *f++ = linear_feature2(T_SHAPE, place, shape_of(word));
        *f++ = linear_feature2(T_XPOS, place, xpos_of(word));
        *f++ = linear_feature2(T_CLUSTER_MIDDLE, place, word ? word->word.cluster_middle : OUTSIDE);
        *f++ = linear_feature2(T_CLUSTER_LONG, place, word ? word->word.cluster_long : OUTSIDE);
        if (k >= -1 && k <= 1)
            *f++ = linear_feature2(T_CLUSTER, place, word ? word->word.cluster : OUTSIDE);
    }
    *f++ = linear_feature1(T_CLUSTER_SHORT, window->words[i].word.cluster_short);
    return f;
}

static uint64_t *pair_features(uint64_t *f, const struct window *window, uint32_t i)
{
    const struct names_word *before = at(window, (int64_t)i - 1), *here = &window->words[i],
                            *after = at(window, (int64_t)i + 1);
    uint64_t cluster_before = before ? before->word.cluster_long : OUTSIDE,
             cluster_after = after ? after->word.cluster_long : OUTSIDE;
    *f++ = linear_feature3(T_LOWER_PAIR, 0, lower_of(before), lower_of(here));
    *f++ = linear_feature3(T_LOWER_PAIR, 1, lower_of(here), lower_of(after));
    *f++ = linear_feature3(T_SHAPE_PAIR, 0, shape_of(before), shape_of(here));
    *f++ = linear_feature3(T_SHAPE_PAIR, 1, shape_of(here), shape_of(after));
    *f++ = linear_feature3(T_SHAPE_TRIPLE, shape_of(before), shape_of(here), shape_of(after));
    *f++ = linear_feature3(T_CLUSTER_PAIR, 0, cluster_before, here->word.cluster_long);
    *f++ = linear_feature3(T_CLUSTER_PAIR, 1, here->word.cluster_long, cluster_after);
    *f++ = linear_feature3(T_XPOS_PAIR, 0, xpos_of(before), xpos_of(here));
    *f++ = linear_feature3(T_XPOS_PAIR, 1, xpos_of(here), xpos_of(after));
    *f++ = linear_feature3(T_XPOS_TRIPLE, xpos_of(before), xpos_of(here), xpos_of(after));
    *f++ = linear_feature3(T_BEFORE_SHAPE, 0, lower_of(before), here->word.shape);
    *f++ = linear_feature3(T_BEFORE_SHAPE, 1, here->word.shape, lower_of(after));
    return f;
}

/* Hyphens are words of their own: what is glued to a word tells "Paris-based" from "al-Harbi". */
static uint64_t *glue_features(uint64_t *f, const struct window *window, uint32_t i)
{
    const struct names_word *here = &window->words[i];
    uint64_t glue = (uint64_t)here->glued_before | (uint64_t)here->glued_after << 1;
    *f++ = linear_feature2(T_GLUE, glue, here->word.shape);
    if (here->glued_before && i > 0) {
        *f++ = linear_feature3(T_GLUED_WORD, 0, lower_of(at(window, (int64_t)i - 1)), here->word.shape);
        *f++ = linear_feature3(T_GLUED_WORD, 1, lower_of(at(window, (int64_t)i - 1)),
                               lower_of(at(window, (int64_t)i - 2)));
    }
    if (here->glued_after) {
        *f++ = linear_feature3(T_GLUED_WORD, 2, lower_of(at(window, (int64_t)i + 1)), here->word.shape);
        *f++ = linear_feature3(T_GLUED_WORD, 3, lower_of(at(window, (int64_t)i + 1)),
                               lower_of(at(window, (int64_t)i + 2)));
    }
    return f;
}

static uint64_t *gazetteer_features(uint64_t *f, const struct window *window, uint32_t i)
{
    const struct names_word *here = &window->words[i];
    uint64_t *room = f + 4 * 22;
    uint64_t set = 0;
    for (uint64_t place = 0; place < NAMES_PLACES; place++) {
        set = linear_mix(set, here->gazetteer[place]);
        for (uint32_t kinds = here->gazetteer[place]; kinds && f < room; kinds &= kinds - 1)
            *f++ = linear_feature2(T_GAZETTEER, place, (uint64_t)__builtin_ctz(kinds));
    }
    *f++ = linear_feature1(T_GAZETTEER_SET, set);
    *f++ = linear_feature2(T_GAZETTEER_SHAPE, set, here->word.shape);
    for (int k = -2; k <= 2; k++)
        if (k != 0)
            *f++ = linear_feature2(T_GAZETTEER_BESIDE, (uint64_t)(k + 2), all_kinds(at(window, (int64_t)i + k)));
    *f++ = linear_feature3(T_GAZETTEER_LOWER, 0, set, lower_of(at(window, (int64_t)i - 1)));
    *f++ = linear_feature3(T_GAZETTEER_LOWER, 1, set, lower_of(at(window, (int64_t)i + 1)));
    *f++ = linear_feature3(T_GAZETTEER_LOWER, 2, all_kinds(at(window, (int64_t)i - 1)), all_kinds(here));
    *f++ = linear_feature3(T_GAZETTEER_LOWER, 3, all_kinds(here), all_kinds(at(window, (int64_t)i + 1)));
    return f;
}

/* The run of capitalised words as a whole: its words of both ends, its length, and the words beside it. */
static uint64_t *run_features(uint64_t *f, const struct window *window, uint32_t i)
{
    const struct names_word *here = &window->words[i];
    if (here->run_first > here->run_last)
        return f;
    const struct names_word *first = at(window, here->run_first), *last = at(window, here->run_last);
    const struct names_word *left = at(window, (int64_t)here->run_first - 1),
                            *right = at(window, (int64_t)here->run_last + 1);
    uint64_t from = (uint64_t)((int32_t)i - here->run_first), to = (uint64_t)(here->run_last - (int32_t)i);
    uint64_t place = (from > 2 ? 3 : from) << 2 | (to > 2 ? 3 : to);
    *f++ = linear_feature1(T_RUN_PLACE, place);
    *f++ = linear_feature2(T_RUN_HEAD, place == 0, lower_of(last));
    *f++ = linear_feature2(T_RUN_HEAD_CLUSTER, place, last->word.cluster_long);
    *f++ = linear_feature1(T_RUN_START, lower_of(first));
    *f++ = linear_feature2(T_RUN_START_CLUSTER, place, first->word.cluster_long);
    *f++ = linear_feature1(T_RUN_LEFT, lower_of(left));
    *f++ = linear_feature1(T_RUN_RIGHT, lower_of(right));
    *f++ = linear_feature2(T_RUN_LEFT_CLUSTER, place, left ? left->word.cluster_long : OUTSIDE);
    *f++ = linear_feature2(T_RUN_RIGHT_CLUSTER, place, right ? right->word.cluster_long : OUTSIDE);
    *f++ = linear_feature3(T_RUN_BOTH, here->run_last - here->run_first, left ? left->word.cluster_middle : OUTSIDE,
                           right ? right->word.cluster_middle : OUTSIDE);
    *f++ = linear_feature3(T_RUN_GAZETTEER, place, all_kinds(first), all_kinds(last));
    *f++ = linear_feature2(T_RUN_SHAPE, place, here->word.shape);
    return f;
}

/* A name that stands twice in a row ("Jane Roe Jane": a signature and what follows it) is two names. */
static uint64_t *repeat_features(uint64_t *f, const struct window *window, uint32_t i)
{
    const struct names_word *here = &window->words[i];
    for (int k = -REPEAT_REACH; is_capitalised(&here->word) && k <= REPEAT_REACH; k++) {
        const struct names_word *other = k ? at(window, (int64_t)i + k) : NULL;
        if (other && other->word.form == here->word.form)
            *f++ = linear_feature2(T_REPEAT, (uint64_t)(k + REPEAT_REACH), here->word.shape);
    }
    return f;
}

size_t names_features(uint64_t *features, const struct names_word *words, uint32_t count, uint32_t i)
{
    struct window window = {words, count};
    uint64_t *f = word_features(features, &words[i]);
    f = window_features(f, &window, i);
    f = pair_features(f, &window, i);
    f = glue_features(f, &window, i);
    f = gazetteer_features(f, &window, i);
    f = run_features(f, &window, i);
    f = repeat_features(f, &window, i);
    return (size_t)(f - features);
}

void names_pair_features(uint64_t *features, const struct names_word *words, uint32_t i, uint32_t before)
{
    const struct names_word *here = &words[i];
    features[0] = linear_feature1(T_PAIR, before);
    features[1] = linear_feature2(T_PAIR_LOWER, before, here->word.lower);
    features[2] = linear_feature2(T_PAIR_SHAPE, before, here->word.shape);
    features[3] = linear_feature2(T_PAIR_XPOS, before, here->xpos);
    features[4] = linear_feature2(T_PAIR_CLUSTER, before, here->word.cluster_long);
}

/* ---- evidence
 * --------------------------------------------------------------------------------------------------------- */

bool names_bears_evidence(const struct names_word *word)
{
    return is_capitalised(&word->word) && word->upos != UPOS_DET && word->upos != UPOS_PRON && word->upos != UPOS_ADP &&
           word->upos != UPOS_CCONJ && word->upos != UPOS_SCONJ && word->upos != UPOS_AUX && word->upos != UPOS_PUNCT;
}

size_t names_evidence_features(uint64_t *features, const struct names_word *words, uint32_t i,
                               const uint32_t counts[NAMES_EVIDENCE_KINDS])
{
    uint32_t best = 0, second = 0, total = 0;
    for (uint32_t kind = 0; kind < NAMES_EVIDENCE_KINDS; kind++) {
        total += counts[kind];
        if (counts[kind] > counts[best])
            best = kind;
    }
    if (total == 0)
        return 0;
    for (uint32_t kind = 0; kind < NAMES_EVIDENCE_KINDS; kind++)
        if (kind != best && counts[kind] > second)
            second = counts[kind];
    const struct names_word *here = &words[i];
    uint64_t length = here->run_first > here->run_last ? 0 : (uint64_t)(here->run_last - here->run_first + 1);
    uint64_t strength = (total > 4 ? 3 : total > 1 ? 2 : 1) | (counts[best] * 4 >= total * 3 ? 4u : 0);
    features[0] = linear_feature2(T_EVIDENCE, best, strength);
    features[1] = linear_feature3(T_EVIDENCE_RUN, best, length > 2 ? 3 : length, here->word.flags & WORD_FIRST);
    features[2] = linear_feature2(T_EVIDENCE_GAZETTEER, best, here->gazetteer[NAMES_WHOLE]);
    features[3] = linear_feature2(T_EVIDENCE_SECOND, best, second > 0);
    return NAMES_EVIDENCE_FEATURES;
}
