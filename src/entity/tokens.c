/* tokens.c: looking at words and the trees over them. */
#include "entity/resolver.h"

enum { PHRASE_TOKENS = 12, WORD_BYTES = 48, LONGEST_DATELINE = 12 };

uint32_t tokens_head(const struct document *document, uint32_t first, uint32_t last)
{
    uint32_t head = last;
    for (uint32_t token = last + 1; token-- > first;) {
        int32_t above = document->tokens[token].head;
        if (above < (int32_t)first || above > (int32_t)last) {
            head = token;
            if (document->tokens[token].deprel != DEPREL_PUNCT) {
                break;
            }
        }
    }
    return head;
}

struct view tokens_text(const struct document *document, uint32_t first, uint32_t last)
{
    return document_slice(document, (struct span){document->tokens[first].start, document->tokens[last].end});
}

bool token_is_plural(const struct token *token)
{
    return token->xpos == XPOS_NNS || token->xpos == XPOS_NNPS;
}

bool token_is_word(const struct token *token, const char *word)
{
    struct view form = token_form(token);
    size_t length = strlen(word);
    if (form.length != length) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        char c = form.data[i];
        if ((c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c) != word[i]) {
            return false;
        }
    }
    return true;
}

bool token_is_one_of(const struct token *token, const char *const *words)
{
    for (; *words; words++) {
        if (token_is_word(token, *words)) {
            return true;
        }
    }
    return false;
}

bool token_is_locative(const struct token *token)
{
    static const char *const words[] = {"in",     "at",     "near",    "outside", "inside", "around",     "into",
                                        "within", "across", "through", "over",    "above",  "throughout", NULL};
    return token_is_one_of(token, words);
}

static const struct noun *noun_of(struct view before, struct view word)
{
    char buffer[2 * WORD_BYTES + 2];
    size_t length = before.length;
    if (before.length > WORD_BYTES || word.length > WORD_BYTES) {
        return NULL;
    }
    if (before.length) {
        memcpy(buffer, before.data, before.length);
        buffer[length++] = ' ';
    }
    memcpy(buffer + length, word.data, word.length);
    length += word.length;
    for (size_t i = 0; i < length; i++) {
        buffer[i] = buffer[i] >= 'A' && buffer[i] <= 'Z' ? (char)(buffer[i] + ('a' - 'A')) : buffer[i];
    }
    return lexicon_noun((struct view){buffer, length});
}

/* The lemma, else the form, else the form without a plural's s, which a wrong lemma may have kept. */
static const struct noun *noun_by_any_form(struct view before, const struct token *token)
{
    struct view form = token_form(token);
    const struct noun *noun = noun_of(before, token_lemma(token));
    if (!noun) {
        noun = noun_of(before, form);
    }
    if (!noun && form.length > 3 && form.data[form.length - 1] == 's') {
        noun = noun_of(before, view_slice(form, 0, form.length - 1));
    }
    return noun;
}

const struct noun *token_noun(const struct document *document, uint32_t token)
{
    const struct token *t = &document->tokens[token];
    if (t->upos != UPOS_NOUN && t->upos != UPOS_PROPN && t->upos != UPOS_ADJ) {
        return NULL;
    }
    if (token > document_sentence_of(document, token)->first) {
        const struct token *before = t - 1;
        const struct noun *pair = before->upos == UPOS_NOUN || before->upos == UPOS_ADJ || before->upos == UPOS_PROPN
                                      ? noun_by_any_form(token_form(before), t)
                                      : NULL;
        if (pair) {
            return pair;
        }
    }
    return noun_by_any_form((struct view){NULL, 0}, t);
}

/* Days that stand before a noun phrase and are not of it: "Tuesday officials said". */
static bool is_day(const struct token *token)
{
    static const char *const words[] = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday",
                                        "sunday", "today",   "yesterday", "tomorrow", NULL};
    bool unmarked = token->deprel == DEPREL_OBL_UNMARKED || token->deprel == DEPREL_NMOD_UNMARKED;
    return unmarked || token_is_one_of(token, words);
}

static bool modifies_nouns(const struct token *token)
{
    if (is_day(token)) {
        return false;
    }
    switch (token->upos) {
    case UPOS_DET:
    case UPOS_ADJ:
    case UPOS_NOUN:
    case UPOS_PROPN:
    case UPOS_NUM:
        return true;
    case UPOS_PART:
        return token->xpos == XPOS_POS;
    case UPOS_PRON:
        return token->xpos == XPOS_PRPS || token->xpos == XPOS_WPS;
    case UPOS_VERB:
        return token->deprel == DEPREL_AMOD;
    case UPOS_PUNCT:
        return token->xpos == XPOS_HYPH;
    default:
        return false;
    }
}

uint32_t tokens_phrase_start(const struct document *document, uint32_t head)
{
    uint32_t first = document_sentence_of(document, head)->first;
    uint32_t start = head;
    while (start > first && head - start < PHRASE_TOKENS) {
        const struct token *before = &document->tokens[start - 1];
        bool inside = (int32_t)(start - 1) >= document->tokens[head].left_edge || before->name == NAME_B_DEM;
        if (!modifies_nouns(before) || !inside) {
            break;
        }
        start--;
        if (before->upos == UPOS_DET && before->deprel == DEPREL_DET && before->head == (int32_t)head) {
            break;
        }
    }
    return start;
}

bool tokens_follow_locative(const struct document *document, uint32_t first)
{
    uint32_t start = document_sentence_of(document, first)->first;
    while (first > start &&
           (document->tokens[first - 1].upos == UPOS_DET || document->tokens[first - 1].upos == UPOS_ADJ)) {
        first--;
    }
    return first > start && token_is_locative(&document->tokens[first - 1]);
}

bool tokens_in_dateline(const struct document *document, uint32_t token)
{
    static const char *const dashes[] = {"-", "--", "\xE2\x80\x93", "\xE2\x80\x94", NULL};
    const struct sentence *sentence = document_sentence_of(document, token);
    struct view place = token_form(&document->tokens[sentence->first]);
    if (!sentence->opens_paragraph || token >= sentence->first + LONGEST_DATELINE || place.length < 3 ||
        !name_is_capitals(place)) {
        return false;
    }
    uint32_t end = sentence->first + (sentence->count < LONGEST_DATELINE ? sentence->count : LONGEST_DATELINE);
    for (uint32_t dash = token + 1; dash < end; dash++) {
        const struct token *t = &document->tokens[dash];
        if (t->space_after && t[-1].space_after && token_is_one_of(t, dashes)) {
            return true;
        }
    }
    return false;
}

bool tokens_tell_kind(const struct document *document, uint32_t first, uint32_t last)
{
    const struct sentence *sentence = document_sentence_of(document, last);
    const struct token *head = &document->tokens[tokens_head(document, first, last)];
    bool compound = head->deprel == DEPREL_COMPOUND && head->head > (int32_t)last;
    bool between =
        last + 2 < sentence->first + sentence->count && name_tag_begins((enum name_tag)document->tokens[last + 2].name);
    uint32_t noun = compound ? (uint32_t)head->head : last + 1;
    const struct noun *kind = compound || between ? token_noun(document, noun) : NULL;
    return kind && (kind->classes & (NOUN_BODY | NOUN_COMPANY));
}
