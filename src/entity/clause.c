#include "entity/clause.h"

enum { MOST_STEPS = 6 };

static bool follows_its_head(enum deprel deprel)
{
    return deprel == DEPREL_CONJ || deprel == DEPREL_APPOS || deprel == DEPREL_FLAT || deprel == DEPREL_NMOD_DESC;
}

uint32_t clause_top_of_phrase(const struct document *document, uint32_t token)
{
    for (int steps = 0; steps < MOST_STEPS; steps++) {
        const struct token *t = &document->tokens[token];
        if (!follows_its_head((enum deprel)t->deprel) || t->head < 0) {
            break;
        }
        token = (uint32_t)t->head;
    }
    return token;
}

enum deprel clause_role(const struct document *document, uint32_t token)
{
    enum deprel deprel = (enum deprel)document->tokens[clause_top_of_phrase(document, token)].deprel;
    return deprel == DEPREL_NMOD_POSS ? deprel : ud_deprel_universal(deprel);
}

bool clause_is_subject(const struct document *document, uint32_t token)
{
    return clause_role(document, token) == DEPREL_NSUBJ;
}

int32_t clause_predicate_of(const struct document *document, uint32_t token)
{
    switch (clause_role(document, token)) {
    case DEPREL_NSUBJ:
    case DEPREL_OBJ:
    case DEPREL_IOBJ:
    case DEPREL_OBL:
        return document->tokens[clause_top_of_phrase(document, token)].head;
    default:
        return -1;
    }
}

static int32_t find_child(const struct document *document, uint32_t head, enum deprel universal)
{
    for (int32_t child = document->tokens[head].first_child; child >= 0; child = document->tokens[child].next_sibling) {
        if (ud_deprel_universal((enum deprel)document->tokens[child].deprel) == universal) {
            return child;
        }
    }
    return -1;
}

int32_t clause_own_subject(const struct document *document, uint32_t predicate)
{
    return find_child(document, predicate, DEPREL_NSUBJ);
}

/* The indirect, else the direct object of a predicate; -1: none. */
static int32_t find_object(const struct document *document, uint32_t predicate)
{
    int32_t indirect = find_child(document, predicate, DEPREL_IOBJ);
    return indirect >= 0 ? indirect : find_child(document, predicate, DEPREL_OBJ);
}

/* "Simon promised Anna to help": it is Simon who helps. */
static bool keeps_its_subject(const struct token *verb)
{
    return view_is(token_lemma(verb), "promise") || view_is(token_lemma(verb), "threaten") ||
           view_is(token_lemma(verb), "vow");
}

int32_t clause_subject(const struct document *document, uint32_t predicate)
{
    for (int steps = 0; steps < MOST_STEPS; steps++) {
        const struct token *verb = &document->tokens[predicate];
        int32_t subject = clause_own_subject(document, predicate);
        if (subject >= 0 || verb->head < 0) {
            return subject;
        }
        if (verb->deprel == DEPREL_ACL && verb->xpos == XPOS_VBG) {
            return verb->head;
        }
        int32_t object = verb->deprel == DEPREL_XCOMP ? find_object(document, (uint32_t)verb->head) : -1;
        if (object >= 0 && object < (int32_t)predicate && !keeps_its_subject(&document->tokens[verb->head])) {
            return object;
        }
        if (verb->deprel != DEPREL_XCOMP && verb->deprel != DEPREL_CONJ && verb->deprel != DEPREL_ADVCL) {
            return -1;
        }
        predicate = (uint32_t)verb->head;
    }
    return -1;
}

/* The word heads a clause: a verb, or any predicate by its relation. */
static bool is_head(const struct document *document, uint32_t word)
{
    const struct token *token = &document->tokens[word];
    switch (ud_deprel_universal((enum deprel)token->deprel)) {
    case DEPREL_ROOT:
    case DEPREL_CCOMP:
    case DEPREL_XCOMP:
    case DEPREL_CSUBJ:
    case DEPREL_ADVCL:
    case DEPREL_ACL:
    case DEPREL_PARATAXIS:
        return true;
    default:
        return token->upos == UPOS_VERB;
    }
}

int32_t clause_around(const struct document *document, uint32_t token)
{
    int32_t above = document->tokens[token].head;
    while (above >= 0 && !is_head(document, (uint32_t)above)) {
        above = document->tokens[above].head;
    }
    return above;
}
