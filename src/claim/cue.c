/* cue.c: looking words up in the tables. */
#include "claim/cue.h"

#include "claim/tables.inc"

/* Orders by lemma, then by class. */
static int compare_cue(const struct claim_cue *cue, struct view lemma, enum claim_cue_class word_class)
{
    int order = view_compare(view_of(cue->lemma), lemma);

    return order ? order : (int)cue->word_class - (int)word_class;
}

const struct claim_cue *cue_find(struct view lemma, enum claim_cue_class word_class, size_t *count)
{
    size_t low = 0;
    size_t high = sizeof cues / sizeof cues[0];

    *count = 0;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_cue(&cues[middle], lemma, word_class) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    while (low + *count < sizeof cues / sizeof cues[0] && compare_cue(&cues[low + *count], lemma, word_class) == 0)
        ++*count;
    return *count ? &cues[low] : NULL;
}

bool cue_speech_noun(struct view lemma)
{
    size_t count;
    const struct claim_cue *rows = cue_find(lemma, CUE_NOUN, &count);

    for (size_t i = 0; i < count; i++)
        if (!rows[i].companion && !(rows[i].frame->needs & NEED_VERBAL))
            return true;
    return false;
}

uint64_t cue_word_classes(struct view lemma)
{
    size_t low = 0;
    size_t high = sizeof words / sizeof words[0];

    while (low < high) {
        size_t middle = low + (high - low) / 2;
        int order = view_compare(view_of(words[middle].lemma), lemma);
        if (order == 0)
            return words[middle].classes;
        if (order < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return 0;
}
