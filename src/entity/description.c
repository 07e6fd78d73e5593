#include "entity/description.h"

enum { DESCRIPTION_TOKENS = 16 };

static const struct token *token_at(const struct resolver *resolver, uint32_t token)
{
    return &resolver->document->tokens[token];
}

bool token_is_role(const struct resolver *resolver, uint32_t token, unsigned classes)
{
    const struct noun *noun = token_noun(resolver->document, token);
    return noun && (noun->classes & classes) && !token_is_plural(token_at(resolver, token));
}

bool entity_is_person_at(const struct resolver *resolver, uint32_t token)
{
    const struct mention *mention = entity_mention_at(resolver->set, token);
    return mention && resolver->set->entities[mention->entity].type == ENTITY_PERSON;
}

bool token_opens_complement(const struct token *token)
{
    static const char *const words[] = {"of", "for", "to", "at", "in", "on", "from", "with", NULL};
    return token->upos == UPOS_ADP && token_is_one_of(token, words);
}

static bool is_description_word(const struct token *token)
{
    switch (token->upos) {
    case UPOS_ADJ:
    case UPOS_NOUN:
    case UPOS_PROPN:
        return true;
    case UPOS_PART:
        return token->xpos == XPOS_POS;
    case UPOS_PUNCT:
        return token->xpos == XPOS_HYPH || token_is_word(token, "-");
    case UPOS_VERB:
        return token->deprel == DEPREL_AMOD;
    case UPOS_ADV:
        return token_is_word(token, "then") || token_is_word(token, "now");
    default:
        return false;
    }
}

/* Whether the description before a name goes on to the left with this token; `after` is the token to its right. */
static bool goes_on_left(const struct resolver *resolver, uint32_t token, uint32_t sentence_first, unsigned classes)
{
    const struct token *t = token_at(resolver, token);
    const struct token *after = t + 1;
    if (entity_is_person_at(resolver, token)) {
        return after->xpos == XPOS_POS || token_is_role(resolver, token + 1, NOUN_ASSOCIATE);
    }
    if (token_opens_complement(t)) {
        return token > sentence_first && token_is_role(resolver, token - 1, classes);
    }
    if (t->upos == UPOS_CCONJ) {
        return token > sentence_first && token_is_role(resolver, token - 1, classes) &&
               !entity_is_person_at(resolver, token - 1) && after->upos != UPOS_DET &&
               !entity_mention_at(resolver->set, token + 1); /* what has a state of its own is somebody else */
    }
    return is_description_word(t);
}

bool description_before(const struct resolver *resolver, uint32_t end, unsigned classes,
                        struct description *description)
{
    uint32_t sentence_first = document_sentence_of(resolver->document, end)->first;
    uint32_t first = end;
    if (end > sentence_first && token_opens_complement(token_at(resolver, end - 1))) {
        return false; /* "ally of Putin": it is not Putin that is described */
    }
    bool own_role =
        end > sentence_first && !entity_mention_at(resolver->set, end - 1) && token_is_role(resolver, end - 1, classes);
    while (first > sentence_first && end - first < DESCRIPTION_TOKENS) {
        uint32_t token = first - 1;
        if (own_role && token_opens_complement(token_at(resolver, token))) {
            break; /* "critic of President Mugabe": the critic is somebody else */
        }
        bool inner_article = token_at(resolver, token)->upos == UPOS_DET && token > sentence_first + 1 &&
                             token + 1 < end && goes_on_left(resolver, token - 1, sentence_first, classes) &&
                             token_opens_complement(token_at(resolver, token - 1)) && !own_role;
        if (!inner_article && !goes_on_left(resolver, token, sentence_first, classes)) {
            break;
        }
        first--;
    }
    *description = (struct description){first, end - 1};
    return first < end;
}

static bool goes_on_right(const struct token *token)
{
    return is_description_word(token) || token_opens_complement(token) || token->upos == UPOS_DET ||
           token->upos == UPOS_CCONJ || (token->upos == UPOS_PRON && token->xpos == XPOS_PRPS) ||
           token->upos == UPOS_NUM;
}

bool description_after(const struct resolver *resolver, uint32_t start, struct description *description)
{
    const struct sentence *sentence = document_sentence_of(resolver->document, start);
    uint32_t end = start;
    while (end < sentence->first + sentence->count && end - start < DESCRIPTION_TOKENS &&
           goes_on_right(token_at(resolver, end))) {
        end++;
    }
    while (end > start &&
           (token_at(resolver, end - 1)->upos == UPOS_CCONJ || token_at(resolver, end - 1)->upos == UPOS_ADP)) {
        end--;
    }
    *description = (struct description){start, end - 1};
    return end > start;
}

int32_t description_role(const struct resolver *resolver, const struct description *description, unsigned classes)
{
    int32_t role = -1;
    for (uint32_t token = description->first; token <= description->last; token++) {
        if (token_opens_complement(token_at(resolver, token)) && role >= 0) {
            break;
        }
        if (!entity_mention_at(resolver->set, token) && token_is_role(resolver, token, classes)) {
            role = (int32_t)token;
        }
    }
    return role;
}

struct view description_role_text(const struct resolver *resolver, const struct description *description, uint32_t role)
{
    uint32_t first = role;
    uint32_t last = role;
    while (first > description->first && !entity_mention_at(resolver->set, first - 1) &&
           token_at(resolver, first - 1)->xpos != XPOS_POS && is_description_word(token_at(resolver, first - 1))) {
        first--;
    }
    while (first < role && token_at(resolver, first)->upos == UPOS_PUNCT) { /* of "the three-time champion" */
        first++;
    }
    bool named = false;
    for (uint32_t token = role + 1; token <= description->last; token++) {
        named = named || entity_mention_at(resolver->set, token);
    }
    bool capital =
        role + 1 < description->last && name_is_capitalised(token_form(token_at(resolver, description->last)));
    bool field =
        token_is_word(token_at(resolver, role + 1), "of") || token_is_word(token_at(resolver, role + 1), "for");
    if (!named && capital && field) {
        last = description->last;
    }
    return name_with_single_spaces(tokens_text(resolver->document, first, last), resolver->arena);
}
