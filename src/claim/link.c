/* link.c: which claim stands within which, and the footnotes of each. */
#include "claim/scan.h"

/* Claims whose content may hold another's cue are near it in the order of cues; more than this apart they are not
 * looked at. */
enum { NEIGHBOURS = 24 };

static uint32_t content_length(const struct claim *claim)
{
    uint32_t length = 0;

    for (size_t i = 0; i < claim->content_count; i++)
        length += claim->content[i].end - claim->content[i].start;
    return length;
}

static bool content_holds(const struct claim *claim, struct span cue)
{
    for (size_t i = 0; i < claim->content_count; i++)
        if (claim->content[i].start <= cue.start && cue.end <= claim->content[i].end)
            return true;
    return false;
}

/* The claim with the shortest content that holds the cue of claim `index`, longer than that claim's own content; -1. */
static int32_t container(const struct claim_set *set, size_t index)
{
    const struct claim *claim = &set->claims[index];
    size_t first = index > NEIGHBOURS ? index - NEIGHBOURS : 0;
    size_t last = index + NEIGHBOURS < set->count ? index + NEIGHBOURS : set->count;
    uint32_t own = content_length(claim);
    uint32_t best = UINT32_MAX;
    int32_t found = -1;

    for (size_t i = first; i < last; i++) {
        uint32_t length = content_length(&set->claims[i]);
        if (i == index || length <= own || length >= best || !content_holds(&set->claims[i], claim->cue))
            continue;
        best = length;
        found = (int32_t)i;
    }
    return found;
}

/* Containers are longer than what they contain, so the chain upwards ends. */
void link_nesting(struct scan *scan)
{
    struct claim_set *set = scan->set;

    for (size_t i = 0; i < set->count; i++)
        set->claims[i].within = container(set, i);
    for (size_t i = 0; i < set->count; i++)
        for (int32_t up = set->claims[i].within; up >= 0; up = set->claims[up].within)
            set->claims[i].depth++;
}

/* The labels of the footnote marks of a sentence that lie before it or not; *count of them. NULL with *count 0 where
 * there is none, NULL with *count > 0 where there is no memory. */
static struct view *labels_of(const struct scan *scan, uint32_t sentence, bool before, size_t first, size_t *count)
{
    const struct document *document = scan->document;
    struct view *labels;
    size_t filled = 0;

    *count = 0;
    for (size_t i = first; i < document->citation_count && document->citations[i].sentence <= sentence; i++)
        *count += document->citations[i].sentence == sentence && document->citations[i].before == before;
    labels = *count ? arena_array(scan->arena, *count, sizeof *labels) : NULL;
    for (size_t i = first; labels && filled < *count; i++)
        if (document->citations[i].sentence == sentence && document->citations[i].before == before)
            labels[filled++] = document->citations[i].label;
    return labels;
}

int link_citations(struct scan *scan)
{
    size_t mark = 0;

    for (size_t i = 0; i < scan->set->count; i++) {
        struct claim *claim = &scan->set->claims[i];
        uint32_t sentence = scan->found[i].sentence;
        while (mark < scan->document->citation_count && scan->document->citations[mark].sentence < sentence)
            mark++;
        claim->citations = labels_of(scan, sentence, false, mark, &claim->citation_count);
        claim->citations_before = labels_of(scan, sentence, true, mark, &claim->citation_before_count);
        if ((claim->citation_count && !claim->citations) || (claim->citation_before_count && !claim->citations_before))
            return HEARSAY_ERROR_MEMORY;
    }
    return 0;
}
