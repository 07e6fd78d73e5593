/* introduction.c: names that a text introduces as other names of an organisation: "Federal Security Service (FSB)",
 * "the Corruption Eradication Commission, known as the KPK". */
#include "entity/resolver.h"

enum { LONGEST_INTRODUCTION = 8 };

/* "(" X ")" right after the draft: *first and *last are the words of X. */
static bool find_bracket(const struct document *document, const struct name_draft *draft, uint32_t *first,
                         uint32_t *last)
{
    const struct sentence *sentence = document_sentence_of(document, draft->last);
    uint32_t end = sentence->first + sentence->count;
    uint32_t open = draft->last + 1;
    if (open + 2 >= end || !token_is_word(&document->tokens[open], "(")) {
        return false;
    }
    uint32_t close = open + 1;
    while (close < end && close - open < 10 && !token_is_word(&document->tokens[close], ")")) {
        close++;
    }
    *first = open + 1;
    *last = close - 1;
    return close < end && close > open + 1 && token_is_word(&document->tokens[close], ")");
}

static bool may_be_acronym(const struct document *document, uint32_t token)
{
    struct view text = tokens_text(document, token, token);
    return text.length >= 2 && text.length <= 10 && name_is_capitals(text) && !country_of(text, NULL);
}

/* An acronym in brackets that the tagger did not see becomes a draft; the array may move. */
static bool add_acronym(struct resolver *resolver, uint32_t token)
{
    void *drafts = arena_grow(resolver->arena, resolver->drafts, resolver->draft_count, &resolver->draft_capacity,
                              sizeof *resolver->drafts);
    if (!drafts) {
        return false;
    }
    resolver->drafts = drafts;
    struct view text = tokens_text(resolver->document, token, token);
    resolver->drafts[resolver->draft_count++] = (struct name_draft){
        token, token, NAME_ORGANISATION, text, name_key(text, resolver->arena), -1, MENTION_NAME, false};
    return true;
}

/* Takes an introduction in brackets down: the name in them stands for the draft before them. */
static bool read_bracket(struct resolver *resolver, struct name_map *aliases, size_t at, struct name_draft *next)
{
    struct name_draft draft = resolver->drafts[at];
    uint32_t first, last;
    if (!find_bracket(resolver->document, &draft, &first, &last)) {
        return true;
    }
    bool tagged = next && next->first == first && next->last == last;
    bool acronym = first == last && may_be_acronym(resolver->document, first);
    if (tagged && (next->type == NAME_ORGANISATION || acronym) && next->entity < 0) {
        next->type = NAME_ORGANISATION;
        return name_map_add(aliases, next->key, (int32_t)at, resolver->arena);
    }
    if (!acronym || resolver->document->tokens[first].name != NAME_O) {
        return true;
    }
    struct view key = name_key(tokens_text(resolver->document, first, first), resolver->arena);
    return add_acronym(resolver, first) && name_map_add(aliases, key, (int32_t)at, resolver->arena);
}

/* Only words that introduce another name stand between two drafts: ", known as the", ", better known by its acronym".
 */
static bool is_introduction(const struct document *document, uint32_t first, uint32_t end)
{
    static const char *const telling[] = {"known", "called", "abbreviated", "dubbed", "acronym", "initials", NULL};
    static const char *const others[] = {",",       "also",   "better", "commonly", "widely", "popularly",
                                         "locally", "simply", "or",     "as",       "by",     "the",
                                         "its",     "simply", "often",  "usually",  NULL};
    bool tells = false;
    for (uint32_t token = first; token < end; token++) {
        bool telling_word = token_is_one_of(&document->tokens[token], telling);
        if (!telling_word && !token_is_one_of(&document->tokens[token], others)) {
            return false;
        }
        tells = tells || telling_word;
    }
    return tells;
}

/* "the Federal Security Service, or FSB,". */
static bool is_or(const struct document *document, const struct name_draft *draft, const struct name_draft *next)
{
    uint32_t token = draft->last + 1;
    token += token_is_word(&document->tokens[token], ",");
    bool alternative = token_is_word(&document->tokens[token], "or") && token > draft->last + 1;
    token += alternative && token_is_word(&document->tokens[token + 1], "the");
    return alternative && token + 1 == next->first && name_is_capitals(next->text) && next->first == next->last &&
           next->text.length > 1;
}

bool introduction_read(struct resolver *resolver, struct name_map *aliases, size_t at, size_t named)
{
    const struct name_draft *draft = &resolver->drafts[at];
    struct name_draft *next = at + 1 < named ? &resolver->drafts[at + 1] : NULL;
    bool another = next && next->type == NAME_ORGANISATION && next->entity < 0 && next->first > draft->last + 1 &&
                   next->first <= draft->last + LONGEST_INTRODUCTION &&
                   document_sentence_of(resolver->document, draft->last)->first ==
                       document_sentence_of(resolver->document, next->first)->first;
    if (another &&
        (is_introduction(resolver->document, draft->last + 1, next->first) || is_or(resolver->document, draft, next))) {
        return name_map_add(aliases, next->key, (int32_t)at, resolver->arena);
    }
    return read_bracket(resolver, aliases, at, next);
}
