/* phrase.c: entity_phrase, the words of a noun phrase. */
#include "entity/entity.h"

enum { DEEPEST = 40 };

/* An apposition without a comma belongs to the name: "the newspaper Izvestia". */
static bool is_close_apposition(const struct document *document, uint32_t child)
{
    const struct token *token = &document->tokens[child];
    return token->deprel == DEPREL_APPOS && token->left_edge > token->head &&
           document->tokens[token->left_edge].upos != UPOS_PUNCT &&
           document->tokens[token->left_edge - 1].upos != UPOS_PUNCT;
}

/* Whether a child's words are part of its head's phrase. */
static bool belongs(const struct document *document, uint32_t child)
{
    const struct token *token = &document->tokens[child];
    switch (token->deprel) {
    case DEPREL_APPOS:
        return is_close_apposition(document, child);
    case DEPREL_ACL_RELCL:
    case DEPREL_ADVCL:
    case DEPREL_ADVCL_RELCL:
    case DEPREL_CASE:
    case DEPREL_CC:
    case DEPREL_CC_PRECONJ:
    case DEPREL_CCOMP:
    case DEPREL_CONJ:
    case DEPREL_COP:
    case DEPREL_AUX:
    case DEPREL_AUX_PASS:
    case DEPREL_CSUBJ:
    case DEPREL_CSUBJ_OUTER:
    case DEPREL_CSUBJ_PASS:
    case DEPREL_DISCOURSE:
    case DEPREL_DISLOCATED:
    case DEPREL_EXPL:
    case DEPREL_MARK:
    case DEPREL_NSUBJ:
    case DEPREL_NSUBJ_OUTER:
    case DEPREL_NSUBJ_PASS:
    case DEPREL_PARATAXIS:
    case DEPREL_PUNCT:
    case DEPREL_VOCATIVE:
        return false;
    default:
        return true;
    }
}

/* A left child that is an adverb at a distance ("Earlier, officials") is not of the phrase; one that touches it
 * ("nearly 200") is. */
static uint32_t phrase_first(const struct document *document, uint32_t head)
{
    const struct token *tokens = document->tokens;
    uint32_t first = head;
    for (int32_t child = tokens[head].first_child; child >= 0 && child < (int32_t)head;
         child = tokens[child].next_sibling) {
        if (belongs(document, (uint32_t)child)) {
            if (first == head) {
                first = (uint32_t)tokens[child].left_edge;
            }
        } else if (tokens[child].deprel != DEPREL_PUNCT || tokens[child].xpos == XPOS_COMMA) {
            first = head; /* what stands before a word that is out is out too */
        }
    }
    return first;
}

static uint32_t phrase_last(const struct document *document, uint32_t head, int depth)
{
    const struct token *tokens = document->tokens;
    uint32_t last = head;
    for (int32_t child = tokens[head].first_child; child >= 0 && depth < DEEPEST; child = tokens[child].next_sibling) {
        if (child < (int32_t)head) {
            continue;
        }
        if (belongs(document, (uint32_t)child)) {
            uint32_t end = phrase_last(document, (uint32_t)child, depth + 1);
            last = end;
            if (end != (uint32_t)tokens[child].right_edge) {
                break;
            }
        } else if (tokens[child].deprel != DEPREL_PUNCT || tokens[child].xpos == XPOS_COMMA) {
            break;
        }
    }
    return last;
}

/* The edges of a phrase never cut a name, whatever the tree says of its words. */
static uint32_t name_first(const struct document *document, uint32_t token)
{
    while (token > 0 && name_tag_continues((enum name_tag)document->tokens[token].name)) {
        token--;
    }
    return token;
}

static uint32_t name_last(const struct document *document, uint32_t token)
{
    while (token + 1 < document->token_count && document->tokens[token].name != NAME_O &&
           name_tag_continues((enum name_tag)document->tokens[token + 1].name)) {
        token++;
    }
    return token;
}

static bool is_edge(const struct token *token)
{
    return token->upos == UPOS_PUNCT && token->deprel == DEPREL_PUNCT;
}

struct span entity_phrase(const struct document *document, uint32_t head)
{
    uint32_t first = name_first(document, phrase_first(document, head));
    uint32_t last = name_last(document, phrase_last(document, head, 0));
    while (first < head && (is_edge(&document->tokens[first]) || document->tokens[first].upos == UPOS_ADP)) {
        first++;
    }
    while (last > head && (is_edge(&document->tokens[last]) || document->tokens[last].xpos == XPOS_POS)) {
        last--;
    }
    return (struct span){document->tokens[first].start, document->tokens[last].end};
}
