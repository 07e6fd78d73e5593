#include "base/limits.h"

#include <string.h>

#include "base/ascii.h"

#define MEBIBYTE ((size_t)1 << 20)

struct hearsay_limits limits_default(void)
{
    return (struct hearsay_limits){
        .document_bytes = 64 * MEBIBYTE,
        .sentence_tokens = 1000,
        .token_bytes = 1024,
        .line_bytes = 128 * MEBIBYTE,
        .memory_bytes = 1536 * MEBIBYTE,
        .draw_nodes = 2000,
        .draw_lines = 200,
        .draw_seconds = 60,
    };
}

/* Digits and an optional K, M or G (powers of 1,024). */
static bool parse_size(const char *value, size_t *out)
{
    size_t number = 0;
    const char *c = value;
    for (; ascii_is_digit(*c); c++) {
        if (__builtin_mul_overflow(number, (size_t)10, &number)) return false;
        if (__builtin_add_overflow(number, (size_t)(*c - '0'), &number)) return false;
    }
    if (c == value) return false;
    size_t unit = *c == 'K' ? 1024 : *c == 'M' ? MEBIBYTE : *c == 'G' ? 1024 * MEBIBYTE : 1;
    if (unit > 1) c++;
    if (*c || __builtin_mul_overflow(number, unit, &number)) return false;
    *out = number;
    return true;
}

int limits_set(struct hearsay_limits *limits, const char *name, const char *value)
{
    /* Spans are 32 bits wide, and so are a token's length fields with their 16. */
    struct { const char *name; size_t *limit; size_t most; } known[] = {
        {"document", &limits->document_bytes, UINT32_MAX / 2}, {"sentence", &limits->sentence_tokens, 10000},
        {"word", &limits->token_bytes, UINT16_MAX},            {"line", &limits->line_bytes, UINT32_MAX / 2},
        {"memory", &limits->memory_bytes, SIZE_MAX},           {"draw-nodes", &limits->draw_nodes, 1000000},
        {"draw-lines", &limits->draw_lines, 1000000},          {"draw-seconds", &limits->draw_seconds, 86400},
    };
    size_t number;
    if (!parse_size(value, &number) || number == 0) return HEARSAY_ERROR_USAGE;
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        if (strcmp(name, known[i].name) != 0) continue;
        if (number > known[i].most) return HEARSAY_ERROR_USAGE;
        *known[i].limit = number;
        return HEARSAY_OK;
    }
    return HEARSAY_ERROR_USAGE;
}
