/* pronoun.c: whom pronouns mean.
 *
 * Relative pronouns mean the noun that their clause hangs on. Personal and possessive pronouns of the third person mean
 * the referent (referent.h) that antecedent.c chooses. Whoever a pronoun is bound to keeps its gender from then on. "it"
 * as a dummy ("it was reported that") means nothing. A pronoun in a fronted clause may mean the subject that follows. */
#include "entity/antecedent.h"

#include "entity/clause.h"

struct pronoun_form {
    const char *form;
    enum gender gender;
    enum number number;
    bool neuter;
    bool possessive;
    bool reflexive;
};

static const struct pronoun_form FORMS[] = {
    {"he", GENDER_MALE, NUMBER_SINGULAR, false, false, false},
    {"him", GENDER_MALE, NUMBER_SINGULAR, false, false, false},
    {"his", GENDER_MALE, NUMBER_SINGULAR, false, true, false},
    {"himself", GENDER_MALE, NUMBER_SINGULAR, false, false, true},
    {"she", GENDER_FEMALE, NUMBER_SINGULAR, false, false, false},
    {"her", GENDER_FEMALE, NUMBER_SINGULAR, false, false, false},
    {"hers", GENDER_FEMALE, NUMBER_SINGULAR, false, true, false},
    {"herself", GENDER_FEMALE, NUMBER_SINGULAR, false, false, true},
    {"it", GENDER_UNKNOWN, NUMBER_SINGULAR, true, false, false},
    {"its", GENDER_UNKNOWN, NUMBER_SINGULAR, true, true, false},
    {"itself", GENDER_UNKNOWN, NUMBER_SINGULAR, true, false, true},
    {"they", GENDER_UNKNOWN, NUMBER_PLURAL, false, false, false},
    {"them", GENDER_UNKNOWN, NUMBER_PLURAL, false, false, false},
    {"their", GENDER_UNKNOWN, NUMBER_PLURAL, false, true, false},
    {"themselves", GENDER_UNKNOWN, NUMBER_PLURAL, false, false, true},
};

static bool read_pronoun(const struct document *document, uint32_t token, struct pronoun *pronoun)
{
    const struct token *t = &document->tokens[token];
    if (t->upos != UPOS_PRON || t->form_length > 10) {
        return false;
    }
    for (size_t i = 0; i < sizeof FORMS / sizeof *FORMS; i++) {
        if (token_is_word(t, FORMS[i].form)) {
            *pronoun = (struct pronoun){
                token, FORMS[i].gender, FORMS[i].number, FORMS[i].neuter, FORMS[i].possessive, FORMS[i].reflexive, -1};
            pronoun->possessive = pronoun->possessive || t->xpos == XPOS_PRPS || t->deprel == DEPREL_NMOD_POSS;
            return true;
        }
    }
    return false;
}

static bool is_clausal(enum deprel deprel)
{
    switch (ud_deprel_universal(deprel)) {
    case DEPREL_CCOMP:
    case DEPREL_CSUBJ:
    case DEPREL_XCOMP:
        return true;
    default:
        return false;
    }
}

/* "It was reported that ...", "It is important to ...": the clause is what is meant. */
static bool is_dummy(const struct document *document, const struct pronoun *pronoun)
{
    const struct token *token = &document->tokens[pronoun->token];
    if (!pronoun->neuter || token->deprel == DEPREL_EXPL) {
        return pronoun->neuter;
    }
    if (ud_deprel_universal((enum deprel)token->deprel) != DEPREL_NSUBJ || token->head < 0) {
        return false;
    }
    bool judges = token->deprel == DEPREL_NSUBJ_PASS || document->tokens[token->head].upos == UPOS_ADJ;
    for (int32_t child = document->tokens[token->head].first_child; judges && child >= 0;
         child = document->tokens[child].next_sibling) {
        if (is_clausal((enum deprel)document->tokens[child].deprel)) {
            return true;
        }
    }
    return false;
}

static bool bind(struct resolver *resolver, const struct pronoun *pronoun, struct referent *referent)
{
    resolver->index->antecedent[pronoun->token] = (int32_t)referent->head;
    if (pronoun->gender != GENDER_UNKNOWN) {
        referent->gender = pronoun->gender;
    }
    referent_strengthen(referent, resolver->document, pronoun->token);
    if (referent->entity < 0) {
        return true;
    }
    if (pronoun->gender != GENDER_UNKNOWN) {
        resolver->index->facts[referent->entity].gender = pronoun->gender;
        resolver->set->entities[referent->entity].type = ENTITY_PERSON;
        referent->kind = REFERENT_PERSON;
    }
    return entity_add_mention(resolver->set, resolver->document, pronoun->token, pronoun->token, referent->entity,
                              MENTION_PRONOUN, resolver->arena);
}

/* A person who is the subject of this predicate after the pronoun; -1: none. */
static int32_t named_subject_after(const struct resolver *resolver, int32_t predicate, uint32_t token)
{
    const struct token *tokens = resolver->document->tokens;
    for (int32_t child = tokens[predicate].first_child; child >= 0; child = tokens[child].next_sibling) {
        const struct mention *mention = entity_mention_at(resolver->set, (uint32_t)child);
        if (child > (int32_t)token && mention &&
            ud_deprel_universal((enum deprel)tokens[child].deprel) == DEPREL_NSUBJ &&
            resolver->set->entities[mention->entity].type == ENTITY_PERSON) {
            return (int32_t)mention->head;
        }
    }
    return -1;
}

/* "After she resigned, Maria Lopez said", "Like her first book, Lopez's": the subject of the clause that the pronoun's
 * phrase or clause is fronted to; -1: none. *sure: the pronoun has no subject of its own clause above it, so that it
 * leans on the one that follows. */
static int32_t subject_ahead(const struct resolver *resolver, const struct pronoun *pronoun, bool *sure)
{
    const struct token *tokens = resolver->document->tokens;
    int32_t above = (int32_t)pronoun->token;
    *sure = pronoun->possessive;
    while (above >= 0) {
        enum deprel deprel = ud_deprel_universal((enum deprel)tokens[above].deprel);
        *sure = *sure && clause_own_subject(resolver->document, (uint32_t)above) < 0;
        if ((deprel == DEPREL_ADVCL || deprel == DEPREL_OBL) && tokens[above].head > above) {
            int32_t subject = named_subject_after(resolver, tokens[above].head, pronoun->token);
            if (subject >= 0) {
                return subject;
            }
        }
        above = tokens[above].head;
    }
    return -1;
}

/* The person ahead, where the pronoun agrees with them. */
static struct referent *find_ahead(struct resolver *resolver, struct referents *referents,
                                   const struct pronoun *pronoun, bool *sure)
{
    *sure = false;
    int32_t ahead = pronoun->gender == GENDER_UNKNOWN ? -1 : subject_ahead(resolver, pronoun, sure);
    const struct mention *mention = ahead < 0 ? NULL : entity_mention_at(resolver->set, (uint32_t)ahead);
    enum gender gender = mention ? resolver->index->facts[mention->entity].gender : GENDER_UNKNOWN;
    if (!mention || (gender != GENDER_UNKNOWN && gender != pronoun->gender)) {
        return NULL;
    }
    return referents_mention(referents, resolver, (uint32_t)ahead);
}

static bool resolve_personal(struct resolver *resolver, struct referents *referents, const struct pronoun *pronoun)
{
    if (is_dummy(resolver->document, pronoun)) {
        return true;
    }
    bool sure;
    struct referent *ahead = find_ahead(resolver, referents, pronoun, &sure);
    struct referent *chosen = ahead && sure ? ahead : antecedent_choose(referents, resolver->document, pronoun);
    chosen = chosen ? chosen : ahead;
    return !chosen || bind(resolver, pronoun, chosen);
}

/* The noun right before a relative pronoun, over a comma and an adposition ("the man, for whom"); -1: none. */
static int32_t noun_before(const struct document *document, uint32_t token)
{
    const struct token *tokens = document->tokens;
    int32_t before = (int32_t)token - 1;
    int32_t first = (int32_t)document_sentence_of(document, token)->first;
    if (before >= first && tokens[before].upos == UPOS_ADP) {
        before--;
    }
    if (before >= first && tokens[before].xpos == XPOS_COMMA) {
        before--;
    }
    bool noun = before >= first && (tokens[before].upos == UPOS_NOUN || tokens[before].upos == UPOS_PROPN);
    while (noun && tokens[before].deprel == DEPREL_FLAT && tokens[before].head >= first) {
        before = tokens[before].head;
    }
    return noun ? before : -1;
}

/* The noun that the relative clause of this pronoun hangs on, by the tree or else by the words; -1 for other pronouns.
 */
static int32_t relative_antecedent(const struct document *document, uint32_t token)
{
    static const char *const words[] = {"who", "whom", "whose", "which", "that", NULL};
    const struct token *tokens = document->tokens;
    if ((tokens[token].upos != UPOS_PRON && tokens[token].upos != UPOS_DET) ||
        !token_is_one_of(&tokens[token], words)) {
        return -1;
    }
    int32_t above = (int32_t)token;
    for (int steps = 0; steps < 8 && above >= 0 && tokens[above].deprel != DEPREL_ACL_RELCL; steps++) {
        above = tokens[above].head;
    }
    if (above >= 0 && tokens[above].deprel == DEPREL_ACL_RELCL && tokens[above].head < (int32_t)token) {
        return tokens[above].head;
    }
    return token_is_word(&tokens[token], "that") ? -1 : noun_before(document, token);
}

/* The mention at a noun or at the name in apposition to it ("the head of the bank, Ivan Petrov, who"). */
static const struct mention *mention_of_noun(const struct resolver *resolver, int32_t head)
{
    const struct mention *mention = entity_mention_at(resolver->set, (uint32_t)head);
    for (int32_t child = resolver->document->tokens[head].first_child; !mention && child >= 0;
         child = resolver->document->tokens[child].next_sibling) {
        enum deprel deprel = (enum deprel)resolver->document->tokens[child].deprel;
        if (child > head && (deprel == DEPREL_APPOS || deprel == DEPREL_FLAT)) {
            mention = entity_mention_at(resolver->set, (uint32_t)child);
        }
    }
    return mention;
}

static bool resolve_relative(struct resolver *resolver, struct referents *referents, uint32_t token, int32_t antecedent)
{
    resolver->index->antecedent[token] = antecedent;
    const struct mention *mention = mention_of_noun(resolver, antecedent);
    if (!mention) {
        return true;
    }
    for (size_t i = 0; i < referents->count; i++) {
        if (referents->items[i].entity == mention->entity) {
            referent_strengthen(&referents->items[i], resolver->document, token);
        }
    }
    bool place = resolver->set->entities[mention->entity].type == ENTITY_PLACE;
    return place || entity_add_mention(resolver->set, resolver->document, token, token, mention->entity,
                                       MENTION_PRONOUN, resolver->arena);
}

/* The entity that says the quoted words of a sentence: the subject of its main clause, where that is outside the
 * quotes; -1: unknown. */
static int32_t quote_speaker(const struct resolver *resolver, const struct sentence *sentence)
{
    const struct token *tokens = resolver->document->tokens;
    uint32_t end = sentence->first + sentence->count;
    for (uint32_t token = sentence->first; token < end; token++) {
        if (!tokens[token].in_quote && ud_deprel_universal((enum deprel)tokens[token].deprel) == DEPREL_NSUBJ &&
            tokens[token].head >= 0 && tokens[tokens[token].head].head < 0) {
            const struct mention *mention = entity_mention_at(resolver->set, token);
            return mention ? mention->entity : -1;
        }
    }
    return -1;
}

static bool resolve_token(struct resolver *resolver, struct referents *referents, uint32_t token, int32_t speaker)
{
    struct pronoun pronoun;
    int32_t antecedent = relative_antecedent(resolver->document, token);
    if (antecedent >= 0) {
        return resolve_relative(resolver, referents, token, antecedent);
    }
    if (read_pronoun(resolver->document, token, &pronoun)) {
        pronoun.speaker = resolver->document->tokens[token].in_quote ? speaker : -1;
        return resolve_personal(resolver, referents, &pronoun);
    }
    referents_mention(referents, resolver, token);
    return true;
}

bool resolve_pronouns(struct resolver *resolver)
{
    struct referents *referents = arena_alloc(resolver->arena, sizeof *referents);
    int32_t speaker = -1;
    if (!referents) {
        return false;
    }
    for (size_t i = 0; i < resolver->document->sentence_count; i++) {
        const struct sentence *sentence = &resolver->document->sentences[i];
        const struct token *first = &resolver->document->tokens[sentence->first];
        bool goes_on = first->in_quote && first->upos != UPOS_PUNCT && !sentence->opens_paragraph;
        speaker = goes_on ? speaker : -1;
        referents_begin_sentence(referents);
        for (uint32_t token = sentence->first; token < sentence->first + sentence->count; token++) {
            if (!resolve_token(resolver, referents, token, speaker)) {
                return false;
            }
        }
        int32_t said_here = quote_speaker(resolver, sentence);
        speaker = said_here >= 0 ? said_here : speaker;
    }
    return true;
}
