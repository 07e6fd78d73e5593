/* correct.c: corrections -> a record: which ones concern it, finding what they are about, noting what was done. */
#include <stdio.h>

#include "entity/name_key.h"
#include "record/correction.h"

static bool fits(const struct entity *entity, const struct entity_pattern *pattern)
{
    if (pattern->typed && entity->type != pattern->type) {
        return false;
    }
    return !pattern->country || view_is(entity->country_name, pattern->country->name);
}

static bool is_called(struct view name, struct view key)
{
    char buffer[512];
    size_t length = name.length < sizeof buffer ? name_key_write(name, buffer, sizeof buffer) : 0;
    return view_equal((struct view){buffer, length}, key);
}

static bool has_alias(const struct entity *entity, struct view key)
{
    for (size_t i = 0; i < entity->alias_count; i++) {
        if (is_called(entity->aliases[i], key)) {
            return true;
        }
    }
    return false;
}

size_t correction_find(const struct correcting *correcting, const struct entity_pattern *pattern, int32_t *found,
                       size_t room)
{
    const struct record *record = correcting->revision.record;
    size_t count = 0;
    for (int by_alias = 0; by_alias < 2 && count == 0; by_alias++) {
        for (size_t i = 0; i < record->entity_count; i++) {
            const struct entity *entity = &record->entities[i];
            if (correcting->revision.entity_gone[i] || !fits(entity, pattern)) {
                continue;
            }
            if (by_alias ? has_alias(entity, pattern->key) : is_called(entity->name, pattern->key)) {
                if (count < room) {
                    found[count] = (int32_t)i;
                }
                count++;
            }
        }
    }
    return count;
}

int32_t correction_find_one(struct correcting *correcting, const struct entity_pattern *pattern,
                            enum correction_outcome *outcome)
{
    int32_t found = -1;
    size_t count = correction_find(correcting, pattern, &found, 1);
    if (count == 0) {
        *outcome = CORRECTION_ABSENT;
        snprintf(correcting->why, sizeof correcting->why, "nobody is called \"%.80s\"", pattern->name.data);
        return -1;
    }
    if (count > 1) {
        *outcome = CORRECTION_FAILED;
        snprintf(correcting->why, sizeof correcting->why,
                 "%zu are called \"%.60s\": say which with {\"name\", \"type\", \"country\"}", count,
                 pattern->name.data);
        return -1;
    }
    return found;
}

bool correction_read_sentences(struct correcting *correcting)
{
    const struct record *record = correcting->revision.record;
    if (correcting->sentences) {
        return true;
    }
    struct view *sentences = arena_array(correcting->revision.arena, record->claim_count + 1, sizeof *sentences);
    for (size_t i = 0; sentences && i < record->claim_count; i++) {
        const struct record_claim *claim = &record->claims[i];
        bool same = i > 0 && view_equal(claim->sentence_text, claim[-1].sentence_text);
        sentences[i] = same ? sentences[i - 1] : name_key(claim->sentence_text, correcting->revision.arena);
    }
    correcting->sentences = sentences;
    return sentences != NULL;
}

/* Whether words stand in others next to each other, whole ones. */
static bool words_within(struct view words, struct view text)
{
    size_t at = 0;
    while (text.length - at >= words.length) {
        const char *start = memmem(text.data + at, text.length - at, words.data, words.length);
        if (!start) {
            return false;
        }
        size_t first = (size_t)(start - text.data), end = first + words.length;
        if ((first == 0 || text.data[first - 1] == ' ') && (end == text.length || text.data[end] == ' ')) {
            return true;
        }
        at = first + 1;
    }
    return false;
}

bool correction_words_in(struct correcting *correcting, size_t claim, struct view words)
{
    return words_within(words, correcting->sentences[claim]);
}

static bool has_text(const struct view *texts, size_t count, struct view text)
{
    for (size_t i = 0; i < count; i++) {
        if (view_equal(texts[i], text)) {
            return true;
        }
    }
    return false;
}

/* Adds a text to a list of the record, which is copied: the old one may lie elsewhere. */
static bool add_text(struct view **texts, size_t *count, struct view text, struct arena *arena)
{
    struct view *longer = arena_array(arena, *count + 1, sizeof *longer);
    if (!longer || !text.data) {
        return false;
    }
    if (*count > 0) {
        memcpy(longer, *texts, *count * sizeof *longer);
    }
    longer[(*count)++] = text;
    *texts = longer;
    return true;
}

/* Notes how it went: in the record, and that the correction is of use. */
static bool note(struct correcting *correcting, struct correction *correction, enum correction_outcome outcome)
{
    struct record *record = correcting->revision.record;
    struct arena *arena = correcting->revision.arena;
    if (outcome != CORRECTION_ABSENT || correction->document.data) {
        atomic_store_explicit(&correction->met, true, memory_order_relaxed);
    }
    if (outcome == CORRECTION_APPLIED) {
        return add_text(&record->corrections, &record->correction_count, correction->digest, arena);
    }
    if (outcome == CORRECTION_ABSENT && !correction->document.data) {
        return true;
    }
    const char *slash = strrchr(correction->place, '/');
    struct view warning = arena_print(arena, "%s: the correction does not apply: %s",
                                      slash ? slash + 1 : correction->place, correcting->why);
    return has_text(record->warnings, record->warning_count, warning) ||
           add_text(&record->warnings, &record->warning_count, warning, arena);
}

/* Applies one correction and notes how it went; false when there is no memory. */
static bool correct_one(struct correcting *correcting, struct correction *correction)
{
    struct record *record = correcting->revision.record;
    size_t entities = record->entity_count;
    if (has_text(record->corrections, record->correction_count, correction->digest)) {
        atomic_store_explicit(&correction->met, true, memory_order_relaxed);
        return true;
    }
    enum correction_outcome outcome = correction->kind == CORRECTION_CLAIM ? correct_claim(correcting, correction)
                                                                           : correct_entity(correcting, correction);
    /* Nobody is there because of a correction that failed in the end. */
    for (size_t i = entities; outcome == CORRECTION_FAILED && i < record->entity_count; i++) {
        correcting->revision.entity_gone[i] = true;
    }
    correcting->changed = correcting->changed || outcome == CORRECTION_APPLIED || record->entity_count > entities;
    return outcome != CORRECTION_NO_MEMORY && note(correcting, correction, outcome);
}

int record_correct(struct record *record, struct corrections *corrections, struct arena *arena,
                   struct hearsay_error *error)
{
    struct correcting correcting = {0};
    bool ok = revision_open(&correcting.revision, record, arena);
    for (size_t i = 0; ok && i < corrections->count; i++) {
        struct correction *correction = &corrections->items[i];
        if (!correction->document.data || view_equal(correction->document, record->id)) {
            ok = correct_one(&correcting, correction);
        }
    }
    ok = ok && (!correcting.changed || revision_finish(&correcting.revision));
    return ok ? HEARSAY_OK : error_memory(error, "record");
}
