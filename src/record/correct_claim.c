/* correct_claim.c: corrections of claims: drop, who is whose source and target, the relation. */
#include <stdio.h>

#include "entity/name_key.h"
#include "record/correction.h"

enum {
    LEAST_WORDS = 6,    /* sentences below are not looked for by likeness */
    LEAST_LIKENESS = 80 /* percent of the words that a sentence and the one looked for share */
};

static bool is_words(struct view words, struct view text, struct arena *arena)
{
    return view_equal(words, name_key(text, arena));
}

/* How alike two keys are, in percent: twice the words that both have in a row from either end, over all their words.
 * Sentences that were edited a little have their change in one place. */
static int likeness(struct view a, struct view b)
{
    size_t words_a = name_word_count(a), words_b = name_word_count(b);
    size_t from_start = 0, from_end = 0, at_a = 0, at_b = 0;
    size_t least = words_a < words_b ? words_a : words_b;
    if (least < LEAST_WORDS) {
        return 0;
    }
    while (from_start < least && view_equal(name_next_word(a, &at_a), name_next_word(b, &at_b))) {
        from_start++;
    }
    while (from_start + from_end < least && view_equal(name_last_word(a), name_last_word(b))) {
        a.length -= name_last_word(a).length;
        b.length -= name_last_word(b).length;
        a.length -= a.length > 0;
        b.length -= b.length > 0;
        from_end++;
    }
    return (int)(200 * (from_start + from_end) / (words_a + words_b));
}

/* 100: the words are in the sentence, or it is in them, as it may be cut elsewhere now; less: it is like them; 0: it is
 * not. */
static int rate_sentence(struct correcting *correcting, size_t claim, struct view words)
{
    struct view sentence = correcting->sentences[claim];
    if (correction_words_in(correcting, claim, words)) {
        return 100;
    }
    bool inside =
        name_word_count(sentence) >= LEAST_WORDS && memmem(words.data, words.length, sentence.data, sentence.length);
    return inside ? 100 : likeness(words, sentence);
}

/* How well a claim fits what is looked for, 0: not at all. Where no cue is given, one whose cue is among the words goes
 * before others. */
static int rate(struct correcting *correcting, size_t index, const struct claim_pattern *pattern)
{
    const struct record_claim *claim = &correcting->revision.record->claims[index];
    struct arena *arena = correcting->revision.arena;
    if (correcting->revision.claim_gone[index] ||
        (pattern->cue.data && !is_words(pattern->cue, claim->cue_text, arena))) {
        return 0;
    }
    int rating = rate_sentence(correcting, index, pattern->sentence);
    if (rating < LEAST_LIKENESS) {
        return 0;
    }
    bool content = pattern->content.data && is_words(pattern->content, claim->content_text, arena);
    struct view cue = name_key(claim->cue_text, arena);
    bool among = !pattern->cue.data && cue.data &&
                 memmem(pattern->sentence.data, pattern->sentence.length, cue.data, cue.length);
    return 4 * rating + 2 * content + among;
}

/* The one claim that fits best; -1 where there is none or more than one. */
static int32_t find_claim(struct correcting *correcting, const struct claim_pattern *pattern,
                          enum correction_outcome *outcome)
{
    const struct record *record = correcting->revision.record;
    int32_t best = -1;
    int best_rating = 0;
    size_t count = 0;
    for (size_t i = 0; i < record->claim_count; i++) {
        int rating = rate(correcting, i, pattern);
        if (rating > best_rating) {
            best_rating = rating;
            best = (int32_t)i;
            count = 0;
        }
        count += rating > 0 && rating == best_rating;
    }
    if (count > 1) {
        *outcome = CORRECTION_FAILED;
        snprintf(correcting->why, sizeof correcting->why,
                 "%zu claims have these words: say which with \"cue\" or more of the sentence", count);
        return -1;
    }
    if (best < 0) {
        *outcome = CORRECTION_ABSENT;
        snprintf(correcting->why, sizeof correcting->why, "no claim has the words \"%.60s\"", pattern->sentence.data);
    }
    return best;
}

/* The entity that a correction names; one that is not there is made where its type is given. -1: the outcome says why.
 */
static int32_t find_or_add(struct correcting *correcting, const struct entity_pattern *pattern,
                           enum correction_outcome *outcome)
{
    int32_t entity = correction_find_one(correcting, pattern, outcome);
    if (entity >= 0 || *outcome == CORRECTION_FAILED) {
        return entity;
    }
    if (!pattern->typed) {
        *outcome = CORRECTION_FAILED;
        snprintf(correcting->why, sizeof correcting->why,
                 "nobody is called \"%.50s\": add them with {\"name\": ..., \"type\": ...}", pattern->name.data);
        return -1;
    }
    entity = revision_add(&correcting->revision, pattern->type, pattern->name);
    *outcome = entity < 0 ? CORRECTION_NO_MEMORY : CORRECTION_APPLIED;
    if (entity >= 0 && pattern->country) {
        struct entity *added = &correcting->revision.record->entities[entity];
        memcpy(added->country, pattern->country->code, strlen(pattern->country->code));
        added->country_name = view_of(pattern->country->name);
    }
    return entity;
}

/* The words that stand for an entity in a claim: those of the part that it takes over, else its first mention in the
 * sentence, else the cue. */
static struct span words_for(const struct correcting *correcting, const struct claim *claim, int32_t index,
                             const struct claim_actor *old)
{
    const struct entity *entity = &correcting->revision.record->entities[index];
    if (old) {
        return old->span;
    }
    for (size_t i = 0; i < entity->mention_count; i++) {
        if (entity->mentions[i].start >= claim->sentence.start && entity->mentions[i].end <= claim->sentence.end) {
            return entity->mentions[i];
        }
    }
    return claim->cue;
}

/* Replaces the actors of one role by those of the list. Where as many are given as there were, each takes the words of
 * the one in its place. */
static enum correction_outcome replace(struct correcting *correcting, struct claim *claim, struct claim_actor **actors,
                                       size_t *count, enum claim_role role, const struct actor_list *list)
{
    struct claim_actor *all = arena_array(correcting->revision.arena, *count + list->count + 1, sizeof *all);
    struct claim_actor *old = arena_array(correcting->revision.arena, *count + 1, sizeof *old);
    size_t kept = 0, old_count = 0;
    if (!all || !old) {
        return CORRECTION_NO_MEMORY;
    }
    for (size_t i = 0; i < *count; i++) {
        if ((*actors)[i].role == role) {
            old[old_count++] = (*actors)[i];
        } else {
            all[kept++] = (*actors)[i];
        }
    }
    for (size_t i = 0; i < list->count; i++) {
        enum correction_outcome outcome = CORRECTION_APPLIED;
        int32_t entity = find_or_add(correcting, &list->actors[i], &outcome);
        if (entity < 0) {
            return outcome;
        }
        const struct claim_actor *taken_over = old_count == list->count ? &old[i] : NULL;
        all[kept++] = (struct claim_actor){entity, words_for(correcting, claim, entity, taken_over), role};
    }
    *actors = all;
    *count = kept;
    return CORRECTION_APPLIED;
}

static enum correction_outcome change_claim(struct correcting *correcting, int32_t index,
                                            const struct correction *correction)
{
    struct claim changed = correcting->revision.record->claims[index].claim;
    enum correction_outcome outcome = CORRECTION_APPLIED;
    for (size_t i = 0; i < ACTOR_LISTS && outcome == CORRECTION_APPLIED; i++) {
        bool sources = i == 0;
        if (correction->actors[i].given) {
            outcome = replace(correcting, &changed, sources ? &changed.sources : &changed.targets,
                              sources ? &changed.source_count : &changed.target_count,
                              sources ? ROLE_TARGET : (enum claim_role)(i - 1), &correction->actors[i]);
        }
    }
    if (outcome != CORRECTION_APPLIED) {
        return outcome;
    }
    if (correction->has_relation) {
        const struct claim_relation_facts *facts = claim_relation_facts(correction->relation);
        changed.relation = correction->relation;
        changed.kind = facts->kind;
        changed.stance = facts->stance;
    }
    correcting->revision.record->claims[index].claim = changed;
    return CORRECTION_APPLIED;
}

enum correction_outcome correct_claim(struct correcting *correcting, const struct correction *correction)
{
    enum correction_outcome outcome = CORRECTION_APPLIED;
    if (!correction_read_sentences(correcting)) {
        return CORRECTION_NO_MEMORY;
    }
    int32_t claim = find_claim(correcting, &correction->claim, &outcome);
    if (claim < 0) {
        return outcome;
    }
    if (correction->drop) {
        correcting->revision.claim_gone[claim] = true;
        return CORRECTION_APPLIED;
    }
    return change_claim(correcting, claim, correction);
}
