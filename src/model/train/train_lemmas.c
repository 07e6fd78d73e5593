/* train_lemmas.c: from (form, tag, lemma) to rules, and to the shortest list of keys from which the rule of each can be
 * told. */
#include "model/train/train_lemmas.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "syntax/lemma.h"

#define SUFFIX_LEAST      2 /* different forms that must share an ending before it decides */
#define SLOT_COUNT        (1u << 14)
#define RULES_MOST        4096
#define LEMMA_TRAIN_BYTES 512

/* One word's vote for a rule at a key. */
struct vote {
    uint64_t key;
    uint32_t rule;
    uint32_t token;
};

struct learner {
    const struct training *training;
    struct lemma_rule rules[RULES_MOST];
    uint32_t rule_count;
    uint32_t *rule_of; /* of each token; RULES_MOST: none fits */
    struct lemma_slot *slots;
    uint32_t slot_used;
    struct vote *votes;
};

/* The rule that turns form into lemma in one letter case, cutting as little as it can; false where it would append too
 * much. */
static bool derive(struct lemma_rule *rule, enum lemma_case letter_case, struct view form, struct view lemma)
{
    struct lemma_rule same = {.letter_case = (uint8_t)letter_case};
    char changed[LEMMA_TRAIN_BYTES];
    size_t length, shared = 0, cut = 0;

    if (!lemma_apply(&same, form, changed, sizeof changed, &length))
        return false;
    while (shared < length && shared < lemma.length && changed[shared] == lemma.data[shared])
        shared++;
    while (shared > 0 && shared < length && ((unsigned char)changed[shared] & 0xC0) == 0x80)
        shared--;
    cut = utf8_length((struct view){changed + shared, length - shared});
    if (cut > UINT8_MAX || lemma.length - shared > LEMMA_APPEND_BYTES)
        return false;
    *rule = same;
    rule->cut = (uint8_t)cut;
    rule->length = (uint8_t)(lemma.length - shared);
    memcpy(rule->append, lemma.data + shared, rule->length);
    return true;
}

static uint32_t rule_number(struct learner *learner, const struct lemma_rule *rule)
{
    for (uint32_t i = 0; i < learner->rule_count; i++)
        if (memcmp(&learner->rules[i], rule, sizeof *rule) == 0)
            return i;
    if (learner->rule_count == RULES_MOST)
        return RULES_MOST;
    learner->rules[learner->rule_count] = *rule;
    return learner->rule_count++;
}

/* The rule that cuts and appends least; small letters before kept ones before a capital first, at equal cost, names
 * aside. */
static uint32_t best_rule(struct learner *learner, const struct token *token)
{
    static const enum lemma_case common[] = {LEMMA_LOWER, LEMMA_KEEP, LEMMA_TITLE},
                                 proper[] = {LEMMA_KEEP, LEMMA_TITLE, LEMMA_LOWER};
    const enum lemma_case *cases = token->upos == UPOS_PROPN ? proper : common;
    struct lemma_rule best = {0}, rule;
    bool found = false;

    for (int i = 0; i < LEMMA_CASES; i++)
        if (derive(&rule, cases[i], token_form(token), token_lemma(token)) &&
            (!found || rule.cut + rule.length < best.cut + best.length)) {
            best = rule;
            found = true;
        }
    return found ? rule_number(learner, &best) : RULES_MOST;
}

static int by_key(const void *left, const void *right)
{
    const struct vote *a = left, *b = right;

    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    if (a->rule != b->rule)
        return a->rule < b->rule ? -1 : 1;
    return (a->token > b->token) - (a->token < b->token);
}

static void insert(struct learner *learner, uint64_t key, uint32_t rule)
{
    uint32_t slot = (uint32_t)key & (SLOT_COUNT - 1);

    if (learner->slot_used * 4 > SLOT_COUNT * 3)
        return;
    while (learner->slots[slot].fingerprint)
        slot = (slot + 1) & (SLOT_COUNT - 1);
    learner->slots[slot] = (struct lemma_slot){(uint32_t)(key >> 32) | 1, rule};
    learner->slot_used++;
}

/* Each form with a tag votes once for an ending, each word for a whole form. */
static size_t gather(struct learner *learner, unsigned level)
{
    const struct document *corpus = &learner->training->corpus;
    size_t count = 0;

    for (uint32_t i = 0; i < corpus->token_count; i++)
        if (learner->rule_of[i] < RULES_MOST)
            learner->votes[count++] = (struct vote){lemma_key(&learner->training->words[i], &corpus->tokens[i], level),
                                                    learner->rule_of[i], i};
    return count;
}

/* Drops repeated votes of one form and tag for an ending. Votes are in the order of by_key, so forms are compared by a
 * sort of their own. */
static size_t one_vote_a_form(struct learner *learner)
{
    size_t count = gather(learner, LEMMA_LEVELS - 2), kept = 0;

    qsort(learner->votes, count, sizeof *learner->votes, by_key);
    for (size_t i = 0; i < count; i++)
        if (i == 0 || learner->votes[i].key != learner->votes[i - 1].key ||
            learner->votes[i].rule != learner->votes[i - 1].rule)
            learner->votes[kept++] = learner->votes[i];
    return kept;
}

/* The votes of one key, [first, end): its rule goes into the table where the levels below say something else. */
static void settle(struct learner *learner, const struct lemmas *table, unsigned level, size_t first, size_t end)
{
    const struct vote *votes = learner->votes;
    size_t best = 0, run = 0;
    unsigned below = level;
    uint32_t rule = 0;
    const struct token *token = &learner->training->corpus.tokens[votes[first].token];
    const struct word *word = &learner->training->words[votes[first].token];

    if (level > 0 && level <= WORD_SUFFIXES && end - first < SUFFIX_LEAST)
        return;
    for (size_t i = first; i < end; i++) {
        run = i > first && votes[i].rule == votes[i - 1].rule ? run + 1 : 1;
        if (run > best) {
            best = run;
            rule = votes[i].rule;
        }
    }
    if (level == 0 || lemma_rule_of(table, word, token, &below) != (int32_t)rule)
        insert(learner, votes[first].key, rule);
}

static void learn_level(struct learner *learner, unsigned level)
{
    struct lemmas table = {learner->rules, learner->slots, learner->rule_count, SLOT_COUNT};
    size_t count, first = 0;

    if (level <= WORD_SUFFIXES) {
        count = one_vote_a_form(learner);
        for (size_t i = 0; i < count; i++) {
            uint32_t token = learner->votes[i].token;
            learner->votes[i].key =
                lemma_key(&learner->training->words[token], &learner->training->corpus.tokens[token], level);
        }
    } else {
        count = gather(learner, level);
    }
    qsort(learner->votes, count, sizeof *learner->votes, by_key);
    for (size_t i = 1; i <= count; i++)
        if (i == count || learner->votes[i].key != learner->votes[first].key) {
            settle(learner, &table, level, first, i);
            first = i;
        }
}

static int write_lemmas(const struct learner *learner, struct hearsay_error *error)
{
    struct lemma_header header = {learner->rule_count, SLOT_COUNT};
    size_t rules = learner->rule_count * sizeof(struct lemma_rule), slots = SLOT_COUNT * sizeof(struct lemma_slot);
    char *bytes = malloc(sizeof header + rules + slots);
    int code;

    if (!bytes)
        return error_memory(error, "train");
    memcpy(bytes, &header, sizeof header);
    memcpy(bytes + sizeof header, learner->rules, rules);
    memcpy(bytes + sizeof header + rules, learner->slots, slots);
    code = corpus_write_section(learner->training->folder, LEMMA_SECTION,
                                (struct view){bytes, sizeof header + rules + slots}, error);
    free(bytes);
    return code;
}

int train_lemmas(const struct training *training, struct hearsay_error *error)
{
    size_t count = training->corpus.token_count;
    struct learner *learner = arena_alloc(training->arena, sizeof *learner);

    if (!learner)
        return error_memory(error, "train");
    learner->training = training;
    learner->rule_of = arena_array(training->arena, count, sizeof *learner->rule_of);
    learner->votes = arena_array(training->arena, count, sizeof *learner->votes);
    learner->slots = arena_array(training->arena, SLOT_COUNT, sizeof *learner->slots);
    if (!learner->rule_of || !learner->votes || !learner->slots)
        return error_memory(error, "train");
    for (size_t i = 0; i < count; i++)
        learner->rule_of[i] = best_rule(learner, &training->corpus.tokens[i]);
    for (unsigned level = 0; level < LEMMA_LEVELS; level++)
        learn_level(learner, level);
    return write_lemmas(learner, error);
}
