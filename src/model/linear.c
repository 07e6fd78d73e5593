/* linear.c: sums of hashed int8 weights. */
#include "model/linear.h"

#ifdef __SSE2__
#include <emmintrin.h>
#endif

_Static_assert(sizeof(struct linear_line) == 64, "a line of weights is a cache line");
_Static_assert(sizeof(struct linear_header) == 64, "lines start at a cache line");

int linear_open(struct linear *linear, struct view section, const char *name, uint32_t classes,
                struct hearsay_error *error)
{
    const struct linear_header *header = (const struct linear_header *)(const void *)section.data;

    if (!section.data || section.length < sizeof *header)
        return error_set(error, HEARSAY_ERROR_INPUT, "model", "", "the model has no table \"%s\"", name);
    if (header->classes != classes || classes > LINEAR_CLASSES)
        return error_set(error, HEARSAY_ERROR_INPUT, "model", "", "table \"%s\" has %u classes where %u are needed",
                         name, header->classes, classes);
    if (header->line_count == 0 || (section.length - sizeof *header) / sizeof(struct linear_line) != header->line_count)
        return error_set(error, HEARSAY_ERROR_INPUT, "model", "", "table \"%s\" is cut short", name);
    linear->lines = (const struct linear_line *)(const void *)(header + 1);
    linear->line_count = header->line_count;
    linear->classes = classes;
    return 0;
}

static void line_add_portable(const struct linear_line *line, uint16_t tag, int32_t *scores)
{
    for (int slot = 0; slot < LINEAR_LINE_SLOTS; slot++)
        if (line->tag[slot] == tag)
            scores[line->label[slot]] += line->weight[slot];
}

void linear_add_portable(const struct linear *linear, const uint64_t *features, size_t count, int32_t *scores)
{
    for (size_t i = 0; i < count; i++)
        line_add_portable(&linear->lines[linear_line_of(features[i], linear->line_count)], linear_tag_of(features[i]),
                          scores);
}

#ifdef __SSE2__
/* SSE2 is part of every x86-64, so nothing has to be asked at run time. */
static inline void line_add(const struct linear_line *line, uint16_t tag, int32_t *scores)
{
    __m128i wanted = _mm_set1_epi16((short)tag);
    __m128i low = _mm_cmpeq_epi16(_mm_loadu_si128((const __m128i *)(const void *)line->tag), wanted);
    __m128i high = _mm_cmpeq_epi16(_mm_loadu_si128((const __m128i *)(const void *)(line->tag + 8)), wanted);
    unsigned hits = (unsigned)_mm_movemask_epi8(_mm_packs_epi16(low, high));

    for (; hits; hits &= hits - 1) {
        int slot = __builtin_ctz(hits);
        scores[line->label[slot]] += line->weight[slot];
    }
}

void linear_add(const struct linear *linear, const uint64_t *features, size_t count, int32_t *scores)
{
    for (size_t i = 0; i < count; i++)
        __builtin_prefetch(&linear->lines[linear_line_of(features[i], linear->line_count)]);
    for (size_t i = 0; i < count; i++)
        line_add(&linear->lines[linear_line_of(features[i], linear->line_count)], linear_tag_of(features[i]), scores);
}
#else
void linear_add(const struct linear *linear, const uint64_t *features, size_t count, int32_t *scores)
{
    linear_add_portable(linear, features, count, scores);
}
#endif

void linear_score(const struct linear *linear, const uint64_t *features, size_t count, int32_t *scores)
{
    memset(scores, 0, linear->classes * sizeof *scores);
    linear_add(linear, features, count, scores);
}

uint32_t linear_best(const int32_t *scores, uint32_t classes)
{
    uint32_t best = 0;

    for (uint32_t i = 1; i < classes; i++)
        if (scores[i] > scores[best])
            best = i;
    return best;
}
