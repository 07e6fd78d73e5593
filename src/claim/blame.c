/* blame.c: statements that blame somebody are accusations: "said that X violated the truce". A false accusation is
 * worse than one that is missed: only a named doer, an act that is a wrong by itself, and neither negation nor doubt
 * will do. */
#include "claim/scan.h"

static bool is_word(const struct scan *scan, int32_t token, uint64_t classes)
{
    return token >= 0 && (tree_word(scan, token) & classes) != 0;
}

/* Whether an adverb takes back what it stands by: "not corrupt", "less corrupt". */
static bool weakens(const struct scan *scan, int32_t adverb)
{
    static const char *const adverbs[] = {"not",    "n't", "n\xe2\x80\x99t", "never", "neither", "less", "hardly",
                                          "barely", "nor", "least",          NULL};

    return tree_form_in(scan, adverb, adverbs);
}

/* Whether a phrase denies or thins out what it names: "not all Xs", "no X", "few Xs". */
static bool denied(const struct scan *scan, int32_t head)
{
    for (int32_t t = scan->tokens[head].left_edge; t < head; t++)
        if (tree_lemma_is(scan, t, "not") || tree_lemma_is(scan, t, "no") || tree_lemma_is(scan, t, "few"))
            return true;
    return false;
}

/* Whether a clause is stated as fact: no negation, no modal, no condition. */
static bool stated(const struct scan *scan, int32_t verb)
{
    for (int32_t c = scan->tokens[verb].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        if (relation == DEPREL_AUX && scan->tokens[c].xpos == XPOS_MD)
            return false;
        if (relation == DEPREL_ADVMOD && weakens(scan, c))
            return false;
        if (relation == DEPREL_MARK &&
            (tree_form_is(scan, c, "if") || tree_form_is(scan, c, "whether") || tree_form_is(scan, c, "unless")))
            return false;
        if (relation == DEPREL_DET && tree_form_is(scan, c, "no"))
            return false;
        if (relation == DEPREL_OBJ && denied(scan, c))
            return false;
    }
    return true;
}

/* Whether an entity is named and may be blamed by this claim: not the speaker. */
static bool blamable(struct scan *scan, const struct draft *draft, int32_t head)
{
    int32_t entity = actor_entity(scan, head);
    const struct entity *found = entity >= 0 ? &scan->entities->entities[entity] : NULL;

    if (!found || scan->tokens[head].upos == UPOS_PRON || found->type == ENTITY_PLACE ||
        (found->type == ENTITY_GROUP && !found->country[0] && actor_modifier(scan, head) < 0))
        return false;
    for (size_t i = 0; i < draft->source_count; i++)
        if (actor_entity(scan, draft->sources[i]) == entity)
            return false;
    return true;
}

static size_t add_blamed(struct scan *scan, struct draft *draft, int32_t head)
{
    int32_t heads[DRAFT_ACTORS_MAX];
    size_t count = head >= 0 ? actor_expand(scan, head, heads, 0) : 0;
    size_t added = 0;

    for (size_t i = 0; i < count && draft->target_count < DRAFT_ACTORS_MAX; i++) {
        if (denied(scan, heads[i]) || !blamable(scan, draft, heads[i]))
            continue;
        draft->targets[draft->target_count++] = (struct draft_actor){heads[i], ROLE_TARGET};
        added++;
    }
    return added;
}

/* "attacks [carried out by X] [aided by Y]": the doers named by participles after a noun. */
static size_t blame_participles(struct scan *scan, struct draft *draft, int32_t noun)
{
    size_t added = 0;

    for (int32_t c = scan->tokens[noun].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if (c > noun && (scan->tokens[c].deprel == DEPREL_ACL || scan->tokens[c].deprel == DEPREL_ADVCL) &&
            scan->tokens[c].xpos == XPOS_VBN && is_word(scan, c, WORD_CAUSE | WORD_WRONG))
            added += add_blamed(scan, draft, subject_doer(scan, c));
    return added;
}

/* "the attack was caused by X", with what stands by X. */
static size_t blame_agent(struct scan *scan, struct draft *draft, int32_t verb)
{
    int32_t subject = subject_surface(scan, verb);
    int32_t agent = subject_doer(scan, verb);
    bool harm =
        is_word(scan, verb, WORD_WRONG) || (is_word(scan, verb, WORD_CAUSE) && is_word(scan, subject, WORD_HARM));

    if (!harm || agent < 0)
        return 0;
    return add_blamed(scan, draft, agent) + blame_participles(scan, draft, agent) +
           blame_participles(scan, draft, verb);
}

/* "X's remarks were shameful", "X's acts violate the truce": whose deed a subject is; "the Danish treatment" may be
 * what the Danes suffer; else the subject itself. */
static int32_t doer_of_deed(struct scan *scan, int32_t subject)
{
    int32_t owner;

    if (subject < 0 || scan->tokens[subject].upos != UPOS_NOUN || target_is_actor(scan, subject) ||
        !actor_deed_noun(scan, subject) || is_word(scan, subject, WORD_SUFFER | WORD_FATE) ||
        tree_lemma_is(scan, subject, "treatment"))
        return subject;
    owner = actor_owner(scan, subject);
    return owner >= 0 && target_is_actor(scan, owner) ? owner : subject;
}

/* "X violated the truce", "X carried out the attack". */
static size_t blame_subject(struct scan *scan, struct draft *draft, int32_t verb)
{
    int32_t object = tree_child(scan, verb, DEPREL_OBJ);

    if (!is_word(scan, verb, WORD_WRONG) &&
        !(is_word(scan, verb, WORD_CAUSE) && is_word(scan, object, WORD_HARM | WORD_TAINT)))
        return 0;
    return add_blamed(scan, draft, doer_of_deed(scan, subject_surface(scan, verb)));
}

/* "X was recruiting mercenaries", where the parser took the verb for a part of the noun. */
static bool progressive(const struct scan *scan, int32_t noun)
{
    int32_t verb = noun - 1;
    struct view form;

    if (scan->tokens[noun].upos != UPOS_NOUN || !scan_in_sentence(scan, verb - 1) || scan->tokens[verb].head != noun ||
        scan->tokens[verb - 1].upos != UPOS_AUX)
        return false;
    form = token_form(&scan->tokens[verb]);
    if (!view_ends(form, VIEW("ing")))
        return false;
    form.length -= strlen("ing");
    return (cue_word_classes(form) & WORD_CAUSE) && is_word(scan, noun, WORD_HARM | WORD_TAINT);
}

/* "X is responsible for the attack", "X was behind the attack", "X is a liar". */
static size_t blame_predicate(struct scan *scan, struct draft *draft, int32_t predicate)
{
    int32_t preposition;
    bool bad;

    if (tree_child(scan, predicate, DEPREL_COP) < 0)
        return 0;
    if (tree_lemma_is(scan, predicate, "fault") && stated(scan, predicate))
        return add_blamed(scan, draft, tree_child(scan, predicate, DEPREL_NMOD_POSS));
    bad = tree_lemma_is(scan, predicate, "guilty") || tree_lemma_is(scan, predicate, "corrupt") ||
          (scan->tokens[predicate].upos == UPOS_NOUN &&
           (tree_word(scan, predicate) & (WORD_NEGATIVE | WORD_PERSON)) == (WORD_NEGATIVE | WORD_PERSON));
    if (tree_lemma_is(scan, predicate, "responsible")) {
        int32_t deed = tree_prepositional(scan, predicate, "for", &preposition);
        bad = deed < 0 ? tree_punctuation_at(scan, predicate + 1) : is_word(scan, deed, WORD_HARM | WORD_NEGATIVE);
    }
    if (progressive(scan, predicate))
        bad = true;
    else if (is_word(scan, predicate, WORD_HARM))
        bad = tree_child_lemma(scan, predicate, "behind") >= 0;
    return bad ? add_blamed(scan, draft, tree_child(scan, predicate, DEPREL_NSUBJ)) : 0;
}

/* Whether a verb says that its subject left undone what was expected of it: "failed to protect". */
static bool fails_duty(const struct scan *scan, int32_t verb)
{
    static const char *const duties[] = {
        "abide",   "account", "acknowledge", "act",     "address",   "adhere",    "apologise", "apologize",
        "check",   "combat",  "comply",      "condemn", "consult",   "control",   "correct",   "curb",
        "defend",  "deliver", "disclose",    "enforce", "ensure",    "explain",   "follow",    "fulfil",
        "fulfill", "halt",    "heed",        "honor",   "honour",    "implement", "inform",    "intervene",
        "keep",    "live",    "notify",      "observe", "obey",      "pay",       "prevent",   "protect",
        "provide", "report",  "respect",     "respond", "safeguard", "stop",      "supervise", "tackle",
        "tell",    "uphold",  "warn",        NULL};
    int32_t duty = tree_lemma_is(scan, verb, "fail") ? tree_child(scan, verb, DEPREL_XCOMP) : -1;

    return duty > verb && tree_lemma_in(scan, duty, duties) && !tree_passive(scan, duty) && stated(scan, verb);
}

/* Whether "not" or its like stands by a verb, and no modal but, where it may, "can". */
static bool plainly_denied(const struct scan *scan, int32_t verb, bool may_be_can)
{
    bool negated = false;

    for (int32_t c = scan->tokens[verb].first_child; c >= 0 && c < verb; c = scan->tokens[c].next_sibling) {
        if (scan->tokens[c].xpos == XPOS_MD && !(may_be_can && tree_lemma_is(scan, c, "can")))
            return false;
        negated = negated || (tree_relation(scan, c) == DEPREL_ADVMOD && weakens(scan, c));
    }
    return negated;
}

/* "X did [nothing to] stop it", but not "nothing to deserve it". */
static bool does_nothing(const struct scan *scan, int32_t verb)
{
    static const char *const deserved[] = {"deserve", "warrant", "merit", "justify", "provoke", "cause", NULL};

    return (tree_form_at(scan, verb + 1, "nothing") || tree_form_at(scan, verb + 1, "little")) &&
           tree_form_at(scan, verb + 2, "to") && scan_in_sentence(scan, verb + 3) &&
           !tree_lemma_in(scan, verb + 3, deserved) && stated(scan, verb);
}

/* "X has not done enough", "X did nothing to stop it", "X cannot be trusted". */
static bool falls_short(const struct scan *scan, int32_t verb)
{
    if (tree_lemma_is(scan, verb, "trust"))
        return tree_passive(scan, verb) && plainly_denied(scan, verb, true);
    if (!tree_lemma_is(scan, verb, "do") || tree_passive(scan, verb))
        return false;
    return does_nothing(scan, verb) || (tree_form_at(scan, verb + 1, "enough") && plainly_denied(scan, verb, false));
}

/* "X is not fit", "X is not honest": a merit that somebody is said to lack; who is "not qualified to vote" lacks a
 * right. */
static bool lacks_merit(const struct scan *scan, int32_t predicate)
{
    static const char *const merits[] = {"fit",      "qualified", "competent", "honest",      "credible", "truthful",
                                         "reliable", "serious",   "capable",   "trustworthy", NULL};

    static const char *const rights[] = {"run", "vote", "stand", "apply", "compete", "receive", NULL};
    bool right = tree_form_at(scan, predicate + 1, "to") && scan_in_sentence(scan, predicate + 2) &&
                 tree_lemma_in(scan, predicate + 2, rights);

    return !right && tree_lemma_in(scan, predicate, merits) && plainly_denied(scan, predicate, false);
}

/* "X is reckless", "X was wrong to", "X is a disgrace": blame in what is said of somebody, short of a deed. */
static size_t blame_character(struct scan *scan, struct draft *draft, int32_t predicate)
{
    uint8_t upos = scan->tokens[predicate].upos;
    uint64_t classes = tree_word(scan, predicate);

    if (tree_child(scan, predicate, DEPREL_COP) < 0 || (upos != UPOS_NOUN && upos != UPOS_ADJ))
        return 0;
    if (lacks_merit(scan, predicate))
        return add_blamed(scan, draft, tree_child(scan, predicate, DEPREL_NSUBJ));
    if (!(classes & WORD_NEGATIVE) || (classes & (WORD_MILD | WORD_HARM)) || !stated(scan, predicate))
        return 0;
    return add_blamed(scan, draft, doer_of_deed(scan, tree_child(scan, predicate, DEPREL_NSUBJ)));
}

/* "showed contempt for her", "displayed a lack of judgment": a vice that somebody is said to have shown. */
static bool shows_vice(const struct scan *scan, int32_t verb)
{
    static const char *const verbs[] = {"show", "display", "exhibit", "demonstrate", NULL};
    static const char *const vices[] = {"lack",      "disregard", "contempt", "disrespect", "irresponsibility",
                                        "ignorance", NULL};
    int32_t object = tree_child(scan, verb, DEPREL_OBJ);

    return object >= 0 && tree_lemma_in(scan, verb, verbs) && stated(scan, verb) && !tree_passive(scan, verb) &&
           (tree_lemma_in(scan, object, vices) ||
            (is_word(scan, object, WORD_NEGATIVE) && !is_word(scan, object, WORD_HARM)));
}

/* "broke the law", "ignored warnings": a rule, a promise or advice that somebody is said not to have kept. */
static bool breaks_rule(const struct scan *scan, int32_t verb)
{
    static const char *const verbs[] = {"break", "ignore",     "disregard", "flout", "evade",
                                        "skirt", "circumvent", "bend",      "dodge", NULL};
    static const char *const rules[] = {
        "law",          "rule",       "promise",    "pledge",     "right",      "warning",  "treaty",
        "truce",        "ceasefire",  "agreement",  "commitment", "obligation", "sanction", "evidence",
        "constitution", "regulation", "resolution", "norm",       "vow",        "oath",     NULL};
    int32_t object = tree_child(scan, verb, DEPREL_OBJ);

    return object >= 0 && tree_lemma_in(scan, verb, verbs) && tree_lemma_in(scan, object, rules) &&
           !tree_passive(scan, verb) && stated(scan, verb);
}

/* "X failed to protect her", "X broke the law", "X showed contempt": blame short of a harm done to somebody. */
static size_t blame_conduct(struct scan *scan, struct draft *draft, int32_t verb)
{
    if (!tree_verbal(scan, verb) ||
        (!fails_duty(scan, verb) && !falls_short(scan, verb) && !breaks_rule(scan, verb) && !shows_vice(scan, verb)))
        return 0;
    return add_blamed(scan, draft, subject_surface(scan, verb));
}

/* The name in apposition to a noun, or to what follows it with "of": "enemies of peace, X". */
static int32_t apposed_name(const struct scan *scan, int32_t noun)
{
    int32_t preposition;
    int32_t name = tree_child(scan, noun, DEPREL_APPOS);
    int32_t of = name < 0 ? tree_prepositional(scan, noun, "of", &preposition) : -1;

    if (name >= 0 || of >= 0)
        return of >= 0 ? tree_child(scan, of, DEPREL_APPOS) : name;
    /* By word order, where the parser hung the apposition higher up. */
    name = noun + 2;
    return scan_in_sentence(scan, name) && tree_form_is(scan, noun + 1, ",") &&
                   scan->tokens[name].deprel == DEPREL_APPOS
               ? name
               : -1;
}

/* "our enemies, X and Y": names that stand by a word for evildoers. */
static size_t blame_apposition(struct scan *scan, struct draft *draft)
{
    size_t added = 0;

    for (size_t i = 0; i < draft->content_count; i++)
        for (int32_t t = draft->content[i].first; t <= draft->content[i].last; t++) {
            uint64_t both = WORD_NEGATIVE | WORD_PERSON;
            int32_t name =
                scan->tokens[t].upos == UPOS_NOUN && (tree_word(scan, t) & both) == both ? apposed_name(scan, t) : -1;
            if (name >= 0 && stated(scan, t))
                added += add_blamed(scan, draft, name);
        }
    return added;
}

/* Whether a verb says only how what follows is done: "continues to commit", "tried to mislead". */
static bool leads_on(const struct scan *scan, int32_t verb)
{
    static const char *const verbs[] = {"continue", "try", "attempt", "seek", "keep", "begin", "start", NULL};

    return tree_lemma_in(scan, verb, verbs);
}

/* What somebody does in earnest: "keeps trying to mislead" -> the innermost verb. */
static int32_t act_of(const struct scan *scan, int32_t verb)
{
    int32_t inner = tree_child(scan, verb, DEPREL_XCOMP);

    while (inner > verb && leads_on(scan, verb)) {
        verb = inner;
        inner = tree_child(scan, verb, DEPREL_XCOMP);
    }
    return verb;
}

static size_t blame_clause(struct scan *scan, struct draft *draft, int32_t head)
{
    if (!stated(scan, head))
        return 0;
    head = act_of(scan, head);
    if (!tree_verbal(scan, head) || tree_child(scan, head, DEPREL_COP) >= 0)
        return blame_predicate(scan, draft, head);
    return tree_passive(scan, head) ? blame_agent(scan, draft, head) : blame_subject(scan, draft, head);
}

static bool plain_statement(const struct draft *draft)
{
    return draft->relation == RELATION_SAY || draft->relation == RELATION_TELL || draft->relation == RELATION_CLAIM ||
           draft->relation == RELATION_ANNOUNCE;
}

/* "nonexistent threat", "alleged crimes". */
static bool unreal(const struct scan *scan, int32_t noun)
{
    for (int32_t c = scan->tokens[noun].first_child; c >= 0 && c < noun; c = scan->tokens[c].next_sibling)
        if (tree_relation(scan, c) == DEPREL_AMOD && is_word(scan, c, WORD_UNREAL))
            return true;
    return false;
}

/* "anything but a liar", "far from stupid", whatever the tree makes of it. */
static bool far_from(const struct scan *scan, int32_t first, int32_t last)
{
    for (int32_t t = first; t < last; t++)
        if ((tree_form_is(scan, t, "anything") && tree_form_is(scan, t + 1, "but")) ||
            (tree_form_is(scan, t, "far") && tree_form_is(scan, t + 1, "from")))
            return true;
    return false;
}

/* Whether a bad word is only what somebody fights, suffers or knows about: "a call to fight corruption", "a victim of
 * fraud", "free of corruption", "laws against fraud". */
static bool held_off(const struct scan *scan, int32_t word, struct range content)
{
    for (int32_t t = word; range_holds(content, t); t = scan->tokens[t].head) {
        int32_t preposition = tree_child(scan, t, DEPREL_CASE);
        if ((t != word && is_word(scan, t, WORD_COUNTER)) || tree_infinitive(scan, t) ||
            (preposition >= 0 &&
             (tree_form_is(scan, preposition, "against") || tree_form_is(scan, preposition, "about"))))
            return true;
    }
    return false;
}

/* Whether what somebody or something is called blames them. */
static bool content_is_negative(const struct scan *scan, const struct draft *draft)
{
    for (size_t i = 0; i < draft->content_count; i++)
        for (int32_t t = draft->content[i].first; t <= draft->content[i].last; t++)
            if (is_word(scan, t, WORD_NEGATIVE) && stated(scan, t) && !unreal(scan, t) &&
                !held_off(scan, t, draft->content[i]) && !far_from(scan, draft->content[i].first, t))
                return true;
    return false;
}

/* "responded to claims that X lied": what others say. */
static bool said_by_others(const struct scan *scan, const struct draft *draft)
{
    int32_t noun = scan->tokens[draft->content_head].head;

    return draft->cue->word_class == CUE_VERB && noun > draft->head && noun < draft->content[0].first &&
           actor_speech_noun(scan, noun);
}

/* "X, instead of helping, did that": who is said to have done the one rather than the other. */
static size_t blame_instead(struct scan *scan, struct draft *draft, int32_t verb)
{
    for (int32_t t = draft->content[0].first; t < draft->content[0].last; t++)
        if (tree_form_is(scan, t, "instead") && tree_form_is(scan, t + 1, "of") && t + 2 <= draft->content[0].last &&
            scan->tokens[t + 2].xpos == XPOS_VBG && stated(scan, verb))
            return add_blamed(scan, draft, subject_surface(scan, verb));
    return 0;
}

/* Whether a verb says that its subject hurt somebody or did a wrong. */
static bool hurts(const struct scan *scan, int32_t verb)
{
    int32_t object = tree_child(scan, verb, DEPREL_OBJ);
    int32_t preposition;
    int32_t part = tree_prepositional(scan, verb, "in", &preposition);

    if ((tree_lemma_is(scan, verb, "participate") || tree_lemma_is(scan, verb, "take")) &&
        is_word(scan, part, WORD_HARM))
        return true;
    if (object >= 0 && tree_lemma_is(scan, verb, "open") && tree_lemma_is(scan, object, "fire"))
        return true;
    return is_word(scan, verb, WORD_WRONG | WORD_HURT | WORD_HARM) || tree_lemma_is(scan, verb, "fail") ||
           (is_word(scan, verb, WORD_CAUSE) && is_word(scan, object, WORD_HARM | WORD_TAINT));
}

/* Whether a verb names what is only planned or possible: "agreed to attack"; what somebody tries he does. */
static bool only_planned(const struct scan *scan, int32_t verb)
{
    int32_t above = scan->tokens[verb].head;

    return tree_infinitive(scan, verb) && (above < 0 || !leads_on(scan, above));
}

/* "X is one of the men who did it": X, of whom all that is said. */
static int32_t whom_it_describes(const struct scan *scan, int32_t doer)
{
    int32_t at = doer;

    while (at >= 0 && tree_child(scan, at, DEPREL_COP) < 0 && tree_relation(scan, at) == DEPREL_NMOD)
        at = scan->tokens[at].head;
    if (at < 0 || tree_child(scan, at, DEPREL_COP) < 0 || subject_own(scan, at) < 0)
        return doer;
    return subject_own(scan, at);
}

/* A statement that blames nobody in so many words is still aimed at whom it has hurt somebody: the first such doer. */
static void aim_at_doer(struct scan *scan, struct draft *draft)
{
    struct range content = draft->content[0];

    for (int32_t t = content.first; t <= content.last; t++) {
        bool done = tree_verbal(scan, t) && hurts(scan, t) && stated(scan, t) && !only_planned(scan, t);
        int32_t doer = done ? whom_it_describes(scan, subject_doer(scan, t)) : -1;
        if (doer < 0 || !range_holds(content, doer) || scan->tokens[doer].upos == UPOS_PRON ||
            !target_is_actor(scan, doer) || denied(scan, doer))
            continue;
        for (size_t i = 0; i < draft->source_count; i++)
            if (draft->sources[i] == doer)
                return;
        draft->targets[draft->target_count++] = (struct draft_actor){doer, ROLE_TARGET};
        return;
    }
}

/* Whom the words "he would not support X" turn down, said of the speaker himself; -1. */
static int32_t turned_down(struct scan *scan, const struct draft *draft)
{
    static const char *const verbs[] = {"support", "endorse", "back", NULL};
    int32_t verb = draft->content_head;
    int32_t subject = subject_own(scan, verb);
    int32_t object = tree_child(scan, verb, DEPREL_OBJ);
    int32_t entity = actor_entity(scan, draft->sources[0]);
    bool denied_now = false;

    if (!tree_lemma_in(scan, verb, verbs) || subject < 0 || object < 0 || scan->tokens[subject].upos != UPOS_PRON ||
        entity < 0 || tree_passive(scan, verb) || actor_entity(scan, subject) != entity)
        return -1;
    for (int32_t c = scan->tokens[verb].first_child; c >= 0 && c < verb; c = scan->tokens[c].next_sibling)
        denied_now =
            denied_now || (tree_relation(scan, c) == DEPREL_ADVMOD &&
                           (weakens(scan, c) || (tree_form_is(scan, c, "longer") && tree_form_at(scan, c - 1, "no"))));
    return denied_now && target_is_actor(scan, object) && blamable(scan, draft, object) ? object : -1;
}

void blame_judge(struct scan *scan, struct draft *draft)
{
    size_t before = draft->target_count;
    int32_t refused;
    size_t added;

    if (draft->relation == RELATION_DESCRIBE && !content_is_negative(scan, draft)) {
        draft->kind = CLAIM_STATEMENT;
        draft->relation = RELATION_SAY;
    }
    if (!plain_statement(draft) || draft->kind != CLAIM_STATEMENT || draft->negated || draft->source_count == 0 ||
        draft->certainty > CERTAINTY_ALLEGED || draft->content_slot != SLOT_CLAUSE || draft->content_head < 0 ||
        before || said_by_others(scan, draft))
        return;
    refused = turned_down(scan, draft);
    if (refused >= 0) {
        draft->targets[draft->target_count++] = (struct draft_actor){refused, ROLE_TARGET};
        draft->relation = RELATION_REJECT;
        return;
    }
    added = blame_clause(scan, draft, draft->content_head) + blame_apposition(scan, draft);
    if (added == 0)
        added = blame_instead(scan, draft, draft->content_head);
    draft->relation = RELATION_ACCUSE;
    if (added == 0) {
        added = blame_conduct(scan, draft, draft->content_head);
        draft->relation = RELATION_CRITICISE;
    }
    if (added == 0) {
        added = blame_character(scan, draft, draft->content_head);
        draft->relation = RELATION_DESCRIBE;
    }
    if (added == 0) {
        draft->relation = draft->cue->relation;
        aim_at_doer(scan, draft);
        return;
    }
    draft->kind = CLAIM_ACCUSATION;
}
