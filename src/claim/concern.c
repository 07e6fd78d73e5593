/* concern.c: whom a refusal, a demand or a threat concerns where it names a thing or an act: "refused to lift the ban
 * on X", "threatened sanctions against X", "rejected a request from X". */
#include "claim/scan.h"

/* How deep infinitives may nest ("refused to agree to meet X"), and how far behind its noun a phrase may stand. */
enum { INFINITIVES_MAX = 3, PHRASE_REACH = 14 };

/* Whether somebody other than those who speak, who can be meant by a claim. */
static bool somebody_else(struct scan *scan, const struct draft *draft, int32_t head)
{
    int32_t entity;

    if (head < 0 || tree_relative_pronoun(scan, head) || tree_reflexive(scan, head) || !target_is_actor(scan, head))
        return false;
    entity = actor_entity(scan, head);
    /* "refused to withdraw its troops": most often its own. */
    if (entity < 0 && scan->tokens[head].deprel == DEPREL_NMOD_POSS && scan->tokens[head].upos == UPOS_PRON)
        return false;
    for (size_t i = 0; i < draft->source_count; i++)
        if (draft->sources[i] == head || (entity >= 0 && entity == actor_entity(scan, draft->sources[i])))
            return false;
    return true;
}

/* Whether a phrase stands behind a preposition that aims: "action against X", "talks with X", "troops into X". */
static bool aims(const struct scan *scan, int32_t phrase)
{
    static const char *const prepositions[] = {"against", "on", "with", "to", "into", "from", NULL};
    int32_t preposition = tree_child(scan, phrase, DEPREL_CASE);

    /* "voted the bill down, with members of X": an aside. */
    if (tree_punctuation_at(scan, preposition - 1))
        return false;
    return tree_form_in(scan, preposition, prepositions);
}

/* The somebody at whom a word aims: "action against X", "sanctions on X's banks", "a ban on Cypriot ships". */
static int32_t aimed_at(struct scan *scan, const struct draft *draft, int32_t word)
{
    for (int32_t c = scan->tokens[word].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        int32_t owner;
        if (c < word || !aims(scan, c))
            continue;
        if (somebody_else(scan, draft, c))
            return c;
        owner = tree_nominal(scan, c) ? actor_owner(scan, c) : -1;
        if (somebody_else(scan, draft, owner))
            return owner;
    }
    return -1;
}

/* Whom a thing concerns: at whom it is aimed, else whose it is. "the Norwegian goal" is nobody's. */
static int32_t of_thing(struct scan *scan, const struct draft *draft, int32_t thing)
{
    int32_t found = aimed_at(scan, draft, thing);

    if (found < 0)
        found = actor_owner(scan, thing);
    if (found >= 0 && found == actor_modifier(scan, thing) && !actor_deed_noun(scan, thing))
        return -1;
    return somebody_else(scan, draft, found) ? found : -1;
}

/* The innermost infinitive: "agree to meet" -> meet, but "kill them to avenge" -> kill. */
static int32_t innermost(const struct scan *scan, int32_t verb)
{
    for (int steps = 0; steps < INFINITIVES_MAX; steps++) {
        int32_t inner = tree_child(scan, verb, DEPREL_XCOMP);
        if (inner < verb || !tree_infinitive(scan, inner) || tree_child(scan, verb, DEPREL_OBJ) >= 0)
            break;
        verb = inner;
    }
    return verb;
}

/* Whether an act brings its object about: "agreed to form [a commission]". */
static bool comes_into_being(const struct scan *scan, int32_t object)
{
    int32_t verb = scan->tokens[object].head;

    return verb >= 0 && (tree_word(scan, verb) & WORD_CREATE);
}

/* Whom an act is done to: its object, whom its object concerns, or at whom it is aimed. */
static int32_t of_act(struct scan *scan, const struct draft *draft, int32_t verb)
{
    int32_t object, found;

    verb = innermost(scan, verb);
    object = tree_child(scan, verb, DEPREL_IOBJ);
    if (object < 0)
        object = tree_object(scan, verb);
    found = object;
    /* "send troops to X" does nothing to the troops. */
    if (object >= 0 && scan->tokens[object].upos == UPOS_NOUN && aimed_at(scan, draft, verb) >= 0)
        return aimed_at(scan, draft, verb);
    if (object >= 0 && (!somebody_else(scan, draft, object) || comes_into_being(scan, object)))
        found = of_thing(scan, draft, object);
    if (found < 0)
        found = aimed_at(scan, draft, verb);
    return somebody_else(scan, draft, found) ? found : -1;
}

/* "refused to leave [despite appeals by X]": who asked for what is refused. */
static int32_t asked_in_vain(struct scan *scan, const struct draft *draft)
{
    for (int32_t t = draft->head + 1; draft->relation == RELATION_REJECT && scan_in_sentence(scan, t); t++) {
        int32_t request = scan->tokens[t].head;
        if (tree_form_is(scan, t, "despite") && request > t && actor_speech_noun(scan, request))
            return actor_owner(scan, request);
    }
    return -1;
}

/* "opposes sanctions against X": no harm is meant to whom a thing harms that is rejected. */
static bool spared(const struct scan *scan, const struct draft *draft, int32_t somebody)
{
    for (int32_t t = somebody; scan_in_sentence(scan, t) && t > draft->head; t = scan->tokens[t].head) {
        int32_t preposition = tree_child(scan, t, DEPREL_CASE);
        if (preposition >= 0 && tree_form_is(scan, preposition, "against"))
            return draft->relation == RELATION_REJECT;
    }
    return false;
}

static int32_t of_what_is_said(struct scan *scan, const struct draft *draft)
{
    int32_t head = draft->content_head;
    int32_t found;

    if (head < 0 || draft->content_count == 0)
        return -1;
    if (draft->content_slot == SLOT_INFINITIVE || draft->content_slot == SLOT_GERUND)
        return of_act(scan, draft, head);
    if (draft->content_slot == SLOT_CLAUSE)
        return -1;
    found = of_thing(scan, draft, head);
    if (found < 0)
        found = aimed_at(scan, draft, draft->head);
    return found >= 0 && !spared(scan, draft, found) ? found : -1;
}

int32_t concern_of_content(struct scan *scan, const struct draft *draft)
{
    int32_t found = of_what_is_said(scan, draft);

    if (found < 0)
        found = asked_in_vain(scan, draft);
    return somebody_else(scan, draft, found) ? found : -1;
}

/* "if Norway is attacked by Sweden": the one who must not do it is the agent. */
static bool hurt_passively(const struct scan *scan, int32_t verb)
{
    return tree_passive(scan, verb) && (tree_word(scan, verb) & (WORD_HURT | WORD_HARM | WORD_WRONG));
}

/* Who has to do something or else: the subject of the clause with "if" or "unless" below a word. */
static int32_t condition_below(struct scan *scan, const struct draft *draft, int32_t word)
{
    for (int32_t c = scan->tokens[word].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        int32_t mark = tree_child(scan, c, DEPREL_MARK);
        int32_t subject;
        if (tree_relation(scan, c) != DEPREL_ADVCL || mark < 0 ||
            !(tree_form_is(scan, mark, "if") || tree_form_is(scan, mark, "unless") ||
              tree_form_is(scan, mark, "until")))
            continue;
        subject = hurt_passively(scan, c) ? subject_agent(scan, c) : subject_own(scan, c);
        if (somebody_else(scan, draft, subject))
            return subject;
    }
    return -1;
}

int32_t concern_of_condition(struct scan *scan, const struct draft *draft)
{
    int32_t found = draft->content_head >= 0 ? condition_below(scan, draft, draft->content_head) : -1;

    return found >= 0 ? found : condition_below(scan, draft, draft->head);
}

int32_t concern_of_demand(struct scan *scan, const struct draft *draft)
{
    int32_t preposition;
    int32_t thing = draft->content_slot == SLOT_THING || draft->content_slot == SLOT_OBJ ? draft->content_head : -1;
    int32_t found = thing >= 0 ? tree_prepositional(scan, thing, "of", &preposition) : -1;

    return somebody_else(scan, draft, found) ? found : -1;
}

/* "allegations [that] X did it", right behind a noun for a speech act: X. */
int32_t concern_of_report(struct scan *scan, const struct draft *draft)
{
    size_t count;
    int32_t noun = draft->content_slot == SLOT_CLAUSE ? -1 : draft->content_head;

    if (noun < 0 || !tree_nominal(scan, noun) || !cue_find(token_lemma(&scan->tokens[noun]), CUE_NOUN, &count))
        return -1;
    for (int32_t c = scan->tokens[noun].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        int32_t doer = c > noun && tree_verbal(scan, c) && tree_finite(scan, c) ? subject_doer(scan, c) : -1;
        if (somebody_else(scan, draft, doer))
            return doer;
    }
    return -1;
}

int32_t concern_of_purpose(struct scan *scan, const struct draft *draft)
{
    int32_t verb = scan->tokens[draft->head].head;
    enum deprel relation = tree_relation(scan, draft->head);
    int32_t object;

    if (verb >= 0 && relation == DEPREL_ACL && tree_infinitive(scan, draft->head) && scan->tokens[verb].head >= 0 &&
        tree_relation(scan, verb) == DEPREL_OBJ && (tree_word(scan, scan->tokens[verb].head) & WORD_MEET))
        return somebody_else(scan, draft, verb) ? verb : -1;
    if (verb < 0 || !tree_verbal(scan, verb) || !tree_infinitive(scan, draft->head) ||
        (relation != DEPREL_ADVCL && relation != DEPREL_XCOMP && relation != DEPREL_ACL))
        return -1;
    object = tree_object(scan, verb);
    return somebody_else(scan, draft, object) ? object : -1;
}

/* To whom somebody speaks in what stands beside the verb of saying: "speaking to X", "in an interview with X". */
static int32_t heard_by(const struct scan *scan, int32_t beside)
{
    int32_t preposition, listener;

    if (scan->tokens[beside].xpos == XPOS_VBG && tree_relation(scan, beside) == DEPREL_ADVCL &&
        (tree_lemma_is(scan, beside, "speak") || tree_lemma_is(scan, beside, "talk")))
        return tree_prepositional(scan, beside, "to", &preposition);
    if (tree_relation(scan, beside) != DEPREL_OBL || !(tree_word(scan, beside) & WORD_DOCUMENT))
        return -1;
    listener = tree_prepositional(scan, beside, "to", &preposition);
    return listener >= 0 ? listener : tree_prepositional(scan, beside, "with", &preposition);
}

int32_t concern_of_listeners(struct scan *scan, const struct draft *draft)
{
    for (int32_t c = scan->tokens[draft->head].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        int32_t listener = heard_by(scan, c);
        if (somebody_else(scan, draft, listener))
            return listener;
    }
    return -1;
}

int32_t concern_behind(const struct scan *scan, int32_t word, const char *preposition)
{
    for (int32_t t = word + 1; t < word + PHRASE_REACH && scan_in_sentence(scan, t); t++) {
        int32_t noun = scan->tokens[t].head;
        if (tree_verbal(scan, t) || tree_form_is(scan, t, ","))
            return -1;
        if (tree_form_is(scan, t, preposition))
            return noun > t && tree_nominal(scan, noun) ? noun : -1;
    }
    return -1;
}
