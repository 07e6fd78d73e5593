/* quotation.c: where quotations begin and end. The text stage marks the words inside; here the marks are paired. */
#include "claim/scan.h"

static int add_quotation(struct scan *scan, struct quotation quotation, struct hearsay_error *error)
{
    struct quotations *all = &scan->quotations;
    struct quotation *items = arena_grow(scan->arena, all->items, all->count, &all->capacity, sizeof *items);

    if (!items)
        return error_memory(error, "claim");
    all->items = items;
    for (int32_t t = quotation.words.first; t <= quotation.words.last; t++)
        all->of[t] = (int32_t)all->count;
    items[all->count++] = quotation;
    return 0;
}

/* The quotation that opens at `first`: to the next mark, or to where the text stage says that it ends. */
static struct quotation read_quotation(const struct scan *scan, int32_t first)
{
    int32_t end = (int32_t)scan->document->token_count;
    int32_t t = first + 1;

    while (t < end && scan->tokens[t].in_quote && !tree_quote_mark(scan, t))
        t++;
    if (t < end && scan->tokens[t].in_quote)
        return (struct quotation){{first, t}, true};
    return (struct quotation){{first, t - 1}, false};
}

int quotation_index(struct scan *scan, struct hearsay_error *error)
{
    int32_t end = (int32_t)scan->document->token_count;

    scan->quotations.of = arena_array(scan->arena, (size_t)end + 1, sizeof *scan->quotations.of);
    if (!scan->quotations.of)
        return error_memory(error, "claim");
    for (int32_t t = 0; t < end; t++)
        scan->quotations.of[t] = -1;
    for (int32_t t = 0; t < end; t++) {
        struct quotation quotation;
        if (!scan->tokens[t].in_quote || !tree_quote_mark(scan, t))
            continue;
        quotation = read_quotation(scan, t);
        if (add_quotation(scan, quotation, error) < 0)
            return HEARSAY_ERROR_MEMORY;
        t = quotation.words.last;
    }
    return 0;
}

enum claim_quote quotation_kind(const struct scan *scan, const struct draft *draft)
{
    size_t inside = 0;
    size_t outside = 0;

    for (size_t i = 0; i < draft->content_count; i++)
        for (int32_t t = draft->content[i].first; t <= draft->content[i].last; t++) {
            if (scan->tokens[t].upos == UPOS_PUNCT)
                continue;
            if (scan->quotations.of[t] >= 0)
                inside++;
            else
                outside++;
        }
    if (inside == 0)
        return QUOTE_NONE;
    return outside == 0 ? QUOTE_FULL : QUOTE_PARTIAL;
}

/* Whether a quotation opens with this word. */
bool quotation_opens(const struct scan *scan, int32_t token)
{
    int32_t quotation = scan->quotations.of[token];

    return quotation >= 0 && scan->quotations.items[quotation].words.first == token;
}

/* Whether a paragraph opens with a word, or the document ends before it. */
static bool paragraph_opens(const struct scan *scan, uint32_t sentence, int32_t token)
{
    const struct document *document = scan->document;

    while (sentence < document->sentence_count && (int32_t)document->sentences[sentence].first < token)
        sentence++;
    return sentence >= document->sentence_count ||
           ((int32_t)document->sentences[sentence].first == token && document->sentences[sentence].opens_paragraph);
}

int32_t quotation_alone(const struct scan *scan, uint32_t sentence)
{
    const struct sentence *next = &scan->document->sentences[sentence];
    int32_t quotation = scan->quotations.of[next->first];
    struct range words;

    if (quotation < 0 || scan->quotations.items[quotation].words.first != (int32_t)next->first)
        return -1;
    words = scan->quotations.items[quotation].words;
    if (words.last <= words.first || tree_form_is(scan, words.last - 1, ","))
        return -1;
    return !next->opens_paragraph || paragraph_opens(scan, sentence, words.last + 1) ? quotation : -1;
}
