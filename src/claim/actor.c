/* actor.c: noun phrases that act: names in apposition, coordination, examples, and whose a thing is. */
#include "claim/scan.h"

#include "entity/lexicon.h"

int32_t actor_named(const struct scan *scan, int32_t head)
{
    int32_t name = tree_child(scan, head, DEPREL_APPOS);

    return name > head && (scan->tokens[head].upos == UPOS_NOUN || scan->tokens[head].upos == UPOS_NUM) &&
                   scan->tokens[name].upos == UPOS_PROPN
               ? name
               : head;
}

int32_t actor_entity(const struct scan *scan, int32_t head)
{
    return head >= 0 ? entity_actor(scan->entities, scan->document, (uint32_t)head, scan->arena) : -1;
}

bool actor_is_person(const struct scan *scan, int32_t head)
{
    int32_t entity = actor_entity(scan, head);

    return entity >= 0 && scan->entities->entities[entity].type == ENTITY_PERSON;
}

bool actor_means_people(const struct scan *scan, int32_t noun)
{
    char lower[LEMMA_BYTES_MAX];
    const struct noun *known;
    uint8_t upos = scan->tokens[noun].upos;

    /* "the Foreign Ministry": a title or body with capitals. */
    if (upos != UPOS_NOUN && (upos != UPOS_PROPN || scan->tokens[noun].name != NAME_O))
        return false;
    known = lexicon_noun(tree_lower_lemma(scan, noun, lower));
    /* "the news", "oil": what a company trades in names it only at the end of its name. */
    return (known && known->classes != NOUN_TRADE) || (tree_word(scan, noun) & WORD_PERSON);
}

static size_t add_head(int32_t head, int32_t *heads, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (heads[i] == head)
            return count;
    if (count < DRAFT_ACTORS_MAX)
        heads[count++] = head;
    return count;
}

/* "several of them": an adjective for how many, with whom it counts. */
static bool counts(const struct scan *scan, int32_t adjective)
{
    return scan->tokens[adjective].upos == UPOS_ADJ && tree_child(scan, adjective, DEPREL_NMOD) > adjective &&
           tree_form_at(scan, adjective + 1, "of");
}

/* "A, rather than B", "A, not B": a conjunct that is left out. */
static bool left_out(const struct scan *scan, int32_t conjunct)
{
    for (int32_t t = scan->tokens[conjunct].left_edge; t < conjunct; t++)
        if (tree_form_is(scan, t, "rather") || tree_form_is(scan, t, "not") || tree_form_is(scan, t, "instead"))
            return true;
    return false;
}

static size_t add_conjuncts(const struct scan *scan, int32_t head, int32_t *heads, size_t count)
{
    for (int32_t c = scan->tokens[head].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if (scan->tokens[c].deprel == DEPREL_CONJ && (tree_nominal(scan, c) || counts(scan, c)) && !left_out(scan, c) &&
            !(scan->tokens[c].upos == UPOS_NOUN && scan->tokens[c].xpos == XPOS_VBD))
            count = add_head(actor_named(scan, c), heads, count);
    return count;
}

/* "such as X", "including X": whether the words say so, wherever the parser hung them. */
static bool is_example(const struct scan *scan, int32_t name)
{
    int32_t edge = scan->tokens[name].left_edge;
    int32_t first = edge + tree_form_is(scan, edge, ",");

    return entity_after_such_as(scan->document, (uint32_t)name) || tree_form_is(scan, first, "including") ||
           tree_form_at(scan, edge - 1, "including");
}

/* "X, along with Y": whether the words before a noun phrase say that it goes with another. */
static bool goes_along(const struct scan *scan, int32_t noun)
{
    int32_t first = scan->tokens[noun].left_edge;

    first += tree_form_is(scan, first, ",");
    return (tree_form_is(scan, first, "along") || tree_form_is(scan, first, "together")) &&
           tree_form_at(scan, first + 1, "with");
}

static size_t add_companions(const struct scan *scan, int32_t head, int32_t *heads, size_t count)
{
    for (int32_t c = scan->tokens[head].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if (c > head && tree_nominal(scan, c) && goes_along(scan, c))
            count = add_conjuncts(scan, c, heads, add_head(actor_named(scan, c), heads, count));
    return count;
}

/* Whether a noun phrase names or means somebody who can be an example: "including Y", "including three envoys". */
static bool may_be_example(const struct scan *scan, int32_t noun)
{
    return scan->tokens[noun].upos == UPOS_PROPN ||
           (scan->tokens[noun].upos == UPOS_NOUN && actor_means_people(scan, noun));
}

/* Those given as examples of who it is: "outlets such as X", "such outlets as X", "countries, including X". */
static size_t add_examples(const struct scan *scan, int32_t head, int32_t *heads, size_t count)
{
    int32_t as = head + 1;

    for (int32_t c = scan->tokens[head].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if (c > head && may_be_example(scan, c) && is_example(scan, c))
            count = add_conjuncts(scan, c, heads, add_head(actor_named(scan, c), heads, count));
    if (tree_form_at(scan, as, "as") && tree_form_is(scan, scan->tokens[head].left_edge, "such") &&
        scan->tokens[as].head > as && scan->tokens[scan->tokens[as].head].upos == UPOS_PROPN)
        count = add_conjuncts(scan, scan->tokens[as].head, heads, add_head(scan->tokens[as].head, heads, count));
    return count;
}

/* Whether a word may stand between two names of a list: marks, ages, "and". */
static bool between_names(const struct scan *scan, int32_t token)
{
    uint8_t upos = scan->tokens[token].upos;

    return upos == UPOS_PUNCT || upos == UPOS_NUM || upos == UPOS_CCONJ ||
           (scan->tokens[token].name != NAME_O && scan->entities->by_head[token] < 0);
}

/* "four suspects, A, 32; B, 30; and C, were": all the names of a list that the parser tore apart, from behind `first`
 * on, as long as nothing else stands between them. */
static size_t add_listed(const struct scan *scan, int32_t first, int32_t *heads, size_t count)
{
    for (int32_t t = first + 1; scan_in_sentence(scan, t); t++) {
        int32_t mention = scan->entities->by_head[t];
        bool name = mention >= 0 && scan->tokens[t].upos == UPOS_PROPN &&
                    scan->entities->mentions[mention].kind == MENTION_NAME &&
                    (scan->tokens[t - 1].upos != UPOS_ADP || count == 0);
        if (name)
            count = add_head(t, heads, count);
        else if (!between_names(scan, t))
            break;
    }
    return count;
}

/* Coordination proper: verbs that the parser hung below a noun are none. The last of a list may be a subject of its own
 * in the tree. */
size_t actor_expand(const struct scan *scan, int32_t head, int32_t *heads, size_t count)
{
    int32_t named;

    if (head < 0)
        return count;
    named = actor_named(scan, head);
    count = add_head(named, heads, count);
    if (named != head)
        count = add_conjuncts(scan, named, heads, count);
    if (named != head && scan->tokens[head].xpos == XPOS_NNS)
        count = add_listed(scan, named, heads, count);
    count = add_conjuncts(scan, head, heads, count);
    if (scan->tokens[head].upos == UPOS_NOUN)
        count = add_examples(scan, head, heads, count);
    count = add_companions(scan, head, heads, count);
    if (subject_relation(tree_relation(scan, head)))
        for (int32_t c = scan->tokens[head].next_sibling; c >= 0 && c < scan->tokens[head].head;
             c = scan->tokens[c].next_sibling)
            if (subject_relation(tree_relation(scan, c)) && tree_child(scan, c, DEPREL_CC) >= 0 &&
                tree_nominal(scan, c))
                count = add_head(c, heads, count);
    return count;
}

/* A modifier that names who it is: a demonym, or a name before the noun that is no place. */
int32_t actor_modifier(const struct scan *scan, int32_t noun)
{
    for (int32_t c = scan->tokens[noun].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        enum name_tag name = (enum name_tag)scan->tokens[c].name;
        if (c > noun || (relation != DEPREL_AMOD && relation != DEPREL_COMPOUND) || name == NAME_O)
            continue;
        if (name_tag_type(name) != NAME_PLACE || relation == DEPREL_AMOD || scan->entities->by_head[c] >= 0)
            return c;
    }
    return -1;
}

/* "an appeal lodged by X": who did it, by a participle behind the noun; -1. */
static int32_t participle_agent(const struct scan *scan, int32_t noun)
{
    for (int32_t c = scan->tokens[noun].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if (c > noun && tree_relation(scan, c) == DEPREL_ACL && (tree_word(scan, c) & WORD_LIGHT) &&
            tree_passive(scan, c))
            return subject_agent(scan, c);
    return -1;
}

/* "a request from X", "the decision of X": whose speech or deed it is, by a preposition behind the noun; -1. */
static int32_t prepositional_owner(const struct scan *scan, int32_t noun)
{
    int32_t preposition;
    int32_t owner = -1;
    bool deed = (tree_word(scan, noun) & WORD_DEED) != 0;

    if (actor_speech_noun(scan, noun) || deed)
        owner = tree_prepositional(scan, noun, "from", &preposition);
    /* "the bombing of Stockholm": behind a harm stands who suffered it. */
    if (owner < 0 && deed && !(tree_word(scan, noun) & WORD_HARM))
        owner = tree_prepositional(scan, noun, "of", &preposition);
    return owner;
}

bool actor_speech_noun(const struct scan *scan, int32_t noun)
{
    return scan->tokens[noun].upos == UPOS_NOUN && cue_speech_noun(token_lemma(&scan->tokens[noun]));
}

bool actor_deed_noun(const struct scan *scan, int32_t noun)
{
    return (tree_word(scan, noun) & (WORD_DEED | WORD_ACT | WORD_HARM | WORD_NEGATIVE)) ||
           actor_speech_noun(scan, noun) || view_ends(token_lemma(&scan->tokens[noun]), VIEW("ing"));
}

/* "a government decision", "police brutality": a body of people right before the noun for its deed; -1. */
static int32_t body_modifier(const struct scan *scan, int32_t noun)
{
    for (int32_t c = scan->tokens[noun].first_child; c >= 0 && c < noun; c = scan->tokens[c].next_sibling)
        if (tree_relation(scan, c) == DEPREL_COMPOUND && (tree_word(scan, c) & WORD_BODY) &&
            actor_deed_noun(scan, noun))
            return c;
    return -1;
}

int32_t actor_owner(struct scan *scan, int32_t noun)
{
    int32_t preposition;
    int32_t owner = tree_prepositional(scan, noun, "by", &preposition);

    if (owner < 0)
        owner = participle_agent(scan, noun);
    /* "her abduction": who has it is who suffers it, but not in "her abduction of the envoy". */
    if ((tree_word(scan, noun) & WORD_SUFFER) && tree_prepositional(scan, noun, "of", &preposition) < 0)
        return owner;
    if (owner < 0)
        owner = tree_child(scan, noun, DEPREL_NMOD_POSS);
    if (owner < 0)
        owner = prepositional_owner(scan, noun);
    if (owner < 0)
        owner = actor_modifier(scan, noun);
    return owner >= 0 ? owner : body_modifier(scan, noun);
}

int32_t actor_governor(const struct scan *scan, int32_t noun)
{
    int32_t head = scan->tokens[noun].head;
    int32_t verb = subject_light_verb(scan, noun);

    if (verb >= 0)
        return subject_doer(scan, verb);
    /* "remarks he made", "charges filed by X" */
    for (int32_t c = scan->tokens[noun].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if (tree_relation(scan, c) == DEPREL_ACL && (tree_word(scan, c) & WORD_LIGHT) &&
            tree_child(scan, c, DEPREL_OBJ) < c)
            return tree_passive(scan, c) ? subject_agent(scan, c) : subject_own(scan, c);
    if (scan->tokens[noun].deprel == DEPREL_CONJ && head >= 0 && tree_nominal(scan, head) &&
        subject_light_verb(scan, head) >= 0)
        return subject_doer(scan, subject_light_verb(scan, head));
    return -1;
}
