/* claim.c: the claims of a document, stage by stage. */
#include "claim/scan.h"

/* Brings the claims of one sentence, from `first` on, into the order of their cues: phrases may be found out of turn.
 * Short lists, nearly sorted. */
static void order_claims(struct scan *scan, size_t first)
{
    struct claim *claims = scan->set->claims;

    for (size_t i = first + 1; i < scan->set->count; i++) {
        struct claim claim = claims[i];
        struct found found = scan->found[i];
        size_t to = i;
        while (to > first && claims[to - 1].cue.start > claim.cue.start) {
            claims[to] = claims[to - 1];
            scan->found[to] = scan->found[to - 1];
            to--;
        }
        claims[to] = claim;
        scan->found[to] = found;
    }
}

static int read_sentences(struct scan *scan)
{
    const struct document *document = scan->document;

    for (scan->sentence = 0; scan->sentence < document->sentence_count; scan->sentence++) {
        const struct sentence *sentence = &document->sentences[scan->sentence];
        size_t first = scan->set->count;
        scan->words = (struct range){(int32_t)sentence->first, (int32_t)(sentence->first + sentence->count) - 1};
        if (match_sentence(scan) < 0)
            return HEARSAY_ERROR_MEMORY;
        order_claims(scan, first);
        if (confidence_judge(scan, first) < 0)
            return HEARSAY_ERROR_MEMORY;
    }
    return 0;
}

int claim_extract(struct claim_set *set, const struct document *document, struct entity_set *entities,
                  struct arena *arena, struct hearsay_error *error)
{
    return claim_extract_traced(set, NULL, CLAIM_MIN_CONFIDENCE, document, entities, arena, error);
}

/* What made the confidence of each claim. */
static int keep_features(const struct scan *scan)
{
    size_t count = scan->set->count;
    struct claim_features *features;

    if (!scan->trace)
        return 0;
    features = arena_array(scan->arena, count + 1, sizeof *features);
    for (size_t i = 0; features && i < count; i++)
        features[i] = scan->found[i].features;
    scan->trace->features = features;
    return features ? 0 : HEARSAY_ERROR_MEMORY;
}

int claim_extract_traced(struct claim_set *set, struct claim_trace *trace, int min_confidence,
                         const struct document *document, struct entity_set *entities, struct arena *arena,
                         struct hearsay_error *error)
{
    struct scan scan = {.document = document,
                        .tokens = document->tokens,
                        .entities = entities,
                        .arena = arena,
                        .set = set,
                        .min_confidence = min_confidence,
                        .trace = trace};

    *set = (struct claim_set){0};
    if (quotation_index(&scan, error) < 0)
        return HEARSAY_ERROR_MEMORY;
    if (read_sentences(&scan) < 0)
        return error_memory(error, "claim");
    link_nesting(&scan);
    answer_link(&scan);
    if (link_citations(&scan) < 0 || date_link(&scan) < 0 || keep_features(&scan) < 0)
        return error_memory(error, "claim");
    return 0;
}
