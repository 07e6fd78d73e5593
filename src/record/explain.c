/* explain.c: what both forms of an explanation share. */
#include "record/explain.h"

static const struct {
    const char *name;
    const char *text;
} notes[NOTE_COUNT] = {
    [NOTE_NO_SOURCE] = {"no_source", "the text names nobody who says it: the network has no edge for it"},
    [NOTE_UNKNOWN_SOURCE] = {"unknown_source", "who says it is not known by name: the network has no edge for it"},
    [NOTE_NO_TARGET] = {"no_target", "nobody is told or spoken of: only the view \"statements\" shows it"},
    [NOTE_UNKNOWN_TARGET] = {"unknown_target", "whom it is aimed at is not known by name: no edge leads there"},
    [NOTE_NEGATED] = {"negated", "the text says that it was not said: the network has no edge for it"},
    [NOTE_HYPOTHETICAL] = {"hypothetical", "the text does not say that it was said: the network has no edge for it"},
};

static bool knows_one(const struct claim_actor *actors, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (actors[i].entity >= 0)
            return true;
    return false;
}

/* Whether a claim is aimed at words that are nobody known. */
static bool aims_at_unknown(const struct claim *claim)
{
    for (size_t i = 0; i < claim->target_count; i++)
        if (claim->targets[i].role == ROLE_TARGET && claim->targets[i].entity < 0)
            return true;
    return false;
}

bool explanation_notes(const struct claim *claim, enum explanation_note note)
{
    switch (note) {
    case NOTE_NO_SOURCE:
        return claim->source_count == 0;
    case NOTE_UNKNOWN_SOURCE:
        return claim->source_count > 0 && !knows_one(claim->sources, claim->source_count);
    case NOTE_NO_TARGET:
        return claim->target_count == 0;
    case NOTE_UNKNOWN_TARGET:
        return aims_at_unknown(claim);
    case NOTE_NEGATED:
        return claim->negated;
    case NOTE_HYPOTHETICAL:
        return claim->certainty == CERTAINTY_HYPOTHETICAL;
    default:
        return false;
    }
}

const char *explanation_note_name(enum explanation_note note)
{
    return notes[note].name;
}

const char *explanation_note_text(enum explanation_note note)
{
    return notes[note].text;
}

size_t explanation_claims(const struct explanation *explanation, const struct sentence *sentence, size_t *first)
{
    uint32_t start = document_code_point(explanation->document, sentence->span.start);
    size_t count = 0;

    while (*first < explanation->record->claim_count &&
           explanation->record->claims[*first].claim.sentence.start == start) {
        ++*first;
        count++;
    }
    return count;
}

size_t explanation_misses(const struct explanation *explanation, const struct sentence *sentence, size_t *first)
{
    size_t count = 0;

    while (*first < explanation->trace->count &&
           explanation->trace->misses[*first].token < sentence->first + sentence->count) {
        ++*first;
        count++;
    }
    return count;
}
