/* source.c: who speaks: subjects in all their places, agents, possessors, and whose a thing is. */
#include "claim/scan.h"

enum { PATH_MAX_STEPS = 8, OPENER_MAX_WORDS = 8, QUOTED_REACH = 20, NAME_MAX_WORDS = 9, DATELINE_MAX_WORDS = 7 };

/* The noun that a relative clause or participle stands by: up from a verb to the nearest acl. */
static int32_t antecedent(const struct scan *scan, int32_t verb)
{
    for (int steps = 0; verb >= 0 && steps < PATH_MAX_STEPS; steps++) {
        if (tree_relation(scan, verb) == DEPREL_ACL)
            return scan->tokens[verb].head;
        verb = scan->tokens[verb].head;
    }
    return -1;
}

static bool clause_of_own_subject(enum deprel relation)
{
    return relation == DEPREL_NSUBJ || relation == DEPREL_CSUBJ;
}

/* Whether a noun has a preposition before it, and so is no subject whatever the parser says. */
static bool in_phrase(const struct scan *scan, int32_t noun)
{
    int32_t preposition = tree_child(scan, noun, DEPREL_CASE);

    return preposition >= 0 && preposition < noun && scan->tokens[preposition].upos == UPOS_ADP &&
           !tree_form_is(scan, preposition, "with") && !tree_form_is(scan, preposition, "of") && !tree_form_is(scan, preposition, "than");
}

/* Whether a subject may follow its verb: "..., said X", and where the verb opens the sentence. */
static bool may_follow(const struct scan *scan, int32_t verb)
{
    int32_t before = verb - 1;

    while (scan_in_sentence(scan, before) && (scan->tokens[before].upos == UPOS_ADV || scan->tokens[before].upos == UPOS_AUX))
        before--;
    return !scan_in_sentence(scan, before) || scan->tokens[before].upos == UPOS_PUNCT || scan->tokens[before].upos == UPOS_CCONJ ||
           scan->tokens[before].upos == UPOS_SCONJ || before < verb - 1;
}

/* Whether a word may be the subject of the verb that it hangs on: no time word, no object of a preposition, not inside a quotation that the verb
 * is outside of, and behind the verb only where subjects can stand. */
static bool may_be_subject(const struct scan *scan, int32_t word, int32_t verb)
{
    if (tree_form_is(scan, word, "there") || (tree_word(scan, word) & WORD_TIME) || in_phrase(scan, word))
        return false;
    if (scan->quotations.of[word] >= 0 && scan->quotations.of[verb] < 0)
        return false;
    return word < verb || may_follow(scan, verb);
}

/* The subject that stands below the verb itself: before the verb the nearest, a noun rather than a clause or a relative pronoun ("who officials
 * say lost"). */
static int32_t own_subject(const struct scan *scan, int32_t verb)
{
    int32_t found = -1;

    for (int32_t c = scan->tokens[verb].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        if (!clause_of_own_subject(tree_relation(scan, c)) || !may_be_subject(scan, c, verb))
            continue;
        if (found >= 0 && tree_child(scan, c, DEPREL_CC) >= 0)
            continue; /* "A, B; and C": the parser made the last of a list a subject of its own */
        if (found < 0 || (c < verb && tree_nominal(scan, c) && !tree_relative_pronoun(scan, c)) ||
            (c < verb && !tree_nominal(scan, found)))
            found = c;
    }
    return found;
}

/* The agent of a passive: "by X". */
static int32_t passive_agent(const struct scan *scan, int32_t verb)
{
    int32_t by;
    int32_t agent = tree_child(scan, verb, DEPREL_OBL_AGENT);

    if (agent < 0)
        agent = tree_prepositional(scan, verb, "by", &by);
    /* Right behind the verb "by" names the agent, wherever the parser hung it. */
    if (agent < 0 && scan_in_sentence(scan, verb + 1) && tree_form_is(scan, verb + 1, "by") && scan->tokens[verb + 1].head > verb &&
        tree_nominal(scan, scan->tokens[verb + 1].head))
        agent = scan->tokens[verb + 1].head;
    return agent;
}

int32_t source_light_verb(const struct scan *scan, int32_t noun)
{
    int32_t verb = scan->tokens[noun].head;
    enum deprel relation = tree_relation(scan, noun);

    if (verb < 0 || !tree_verbal(scan, verb) || !(tree_word(scan, verb) & WORD_LIGHT))
        return -1;
    return relation == DEPREL_OBJ || (relation == DEPREL_NSUBJ && tree_passive(scan, verb)) ? verb : -1;
}

/* Whether a noun under acl speaks through somebody: "a statement condemning" is the speech of who issued it. */
static int32_t participle_subject(const struct scan *scan, int32_t noun)
{
    int32_t verb = tree_word(scan, noun) & WORD_DOCUMENT ? source_light_verb(scan, noun) : -1;
    int32_t issuer = verb < 0 ? -1 : tree_passive(scan, verb) ? passive_agent(scan, verb) : own_subject(scan, verb);

    return issuer >= 0 ? issuer : noun;
}

static bool is_dash(const struct scan *scan, int32_t token)
{
    return tree_form_is(scan, token, "-") || tree_form_is(scan, token, "--") || tree_form_is(scan, token, "\xe2\x80\x93") ||
           tree_form_is(scan, token, "\xe2\x80\x94");
}

/* Whether exactly one dash stands between two words. */
static bool lone_dash(const struct scan *scan, int32_t first, int32_t last)
{
    int dashes = 0;

    for (int32_t t = first; t < last; t++)
        dashes += is_dash(scan, t);
    return dashes == 1;
}

static int32_t shared_subject(const struct scan *scan, int32_t verb, bool by_order);

/* Whether a comma or lone dash parts two words of a phrase. */
static bool parted(const struct scan *scan, int32_t first, int32_t last)
{
    for (int32_t t = first + 1; t < last; t++)
        if (tree_form_is(scan, t, ",") || is_dash(scan, t))
            return true;
    return false;
}

/* Whether a noun stands in a prepositional phrase; "after", "before" and the like may begin a clause instead. */
static bool in_adjunct(const struct scan *scan, int32_t noun)
{
    static const char *const clause_words[] = {"after", "before", "since", "until", "as", "till"};
    int32_t preposition = tree_child(scan, noun, DEPREL_CASE);

    if (preposition < 0 || preposition > noun)
        return false;
    for (size_t i = 0; i < sizeof clause_words / sizeof clause_words[0]; i++)
        if (tree_form_is(scan, preposition, clause_words[i]))
            return false;
    return true;
}

/* From a noun up to the top of its phrase, left of the verb; from an adjunct to the subject of its verb: "the report issued in Vienna
 * says". */
static int32_t phrase_top(const struct scan *scan, int32_t noun, int32_t verb)
{
    for (int steps = 0; steps < PATH_MAX_STEPS; steps++) {
        int32_t head = scan->tokens[noun].head;
        if (!scan_in_sentence(scan, head) || head >= verb || (head < noun && parted(scan, head, noun) && scan->tokens[noun].deprel != DEPREL_CONJ))
            return noun;
        if (tree_nominal(scan, head) && !(tree_word(scan, head) & WORD_TIME)) {
            noun = head;
            continue;
        }
        return tree_verbal(scan, head) && in_adjunct(scan, noun) ? shared_subject(scan, head, false) : noun;
    }
    return noun;
}

/* The noun phrase right before a verb, adverbs and time words between. */
static int32_t noun_before(const struct scan *scan, int32_t verb)
{
    int32_t t = verb - 1;

    while (scan_in_sentence(scan, t) && (scan->tokens[t].upos == UPOS_ADV || scan->tokens[t].upos == UPOS_AUX ||
                                         (tree_word(scan, t) & WORD_TIME)))
        t--;
    /* "a statement released Friday says" */
    if (scan_in_sentence(scan, t) && tree_relation(scan, t) == DEPREL_ACL && scan->tokens[t].xpos == XPOS_VBN && scan_in_sentence(scan, scan->tokens[t].head))
        t = scan->tokens[t].head;
    return scan_in_sentence(scan, t) && tree_nominal(scan, t) ? phrase_top(scan, t, verb) : -1;
}

/* Whether a place and a dash open the sentence: "OSLO - The minister said". */
static bool dateline(const struct scan *scan, int32_t own, int32_t verb)
{
    if (!lone_dash(scan, own, verb))
        return false;
    for (int32_t t = scan->words.first; t < scan->words.first + DATELINE_MAX_WORDS && t < verb; t++)
        if (is_dash(scan, t))
            return t > own;
    return false;
}

/* "The harvest, [Peter Lund] said, will be poor": a noun phrase behind a comma is nearer to its verb than what stands before the comma. */
static bool aside_speaker(const struct scan *scan, int32_t own, int32_t near)
{
    int32_t before = scan->tokens[near].left_edge - 1;

    return before > own && tree_form_is(scan, before, ",") && scan->tokens[before + 1].upos != UPOS_CCONJ &&
           tree_child(scan, near, DEPREL_CC) < 0;
}

/* The subject of a verb by its tree or, for a finite verb that lost it, by word order. Behind a lone dash a sentence starts anew:
 * "OSLO - The minister said". */
static int32_t subject_of(const struct scan *scan, int32_t verb, bool *guessed)
{
    int32_t own = own_subject(scan, verb);
    int32_t near = tree_finite(scan, verb) ? noun_before(scan, verb) : -1;

    *guessed = false;
    if (own >= 0 && near > own && own < verb && !tree_relative_pronoun(scan, near) && (dateline(scan, own, verb) || aside_speaker(scan, own, near)))
        own = -1;
    if (own >= 0 && !tree_relative_pronoun(scan, own))
        return own;
    if (near < 0 || tree_relative_pronoun(scan, near))
        return own;
    *guessed = true;
    return near;
}

/* Whom a relative pronoun stands for: a name right before it, else what its clause hangs on, else the noun before it; else itself. */
static int32_t relative_antecedent(const struct scan *scan, int32_t verb, int32_t pronoun)
{
    int32_t before = pronoun - 1;
    int32_t noun = antecedent(scan, verb);

    if (scan_in_sentence(scan, before) && tree_form_is(scan, before, ","))
        before--;
    if (!scan_in_sentence(scan, before) || !tree_nominal(scan, before) || (noun >= 0 && scan->tokens[before].upos != UPOS_PROPN))
        return noun >= 0 ? noun : pronoun;
    before = phrase_top(scan, before, pronoun);
    return before >= 0 ? before : pronoun;
}

/* One step up from a verb without a subject: the verb whose subject it shares; -1 where it shares none. */
static int32_t sharing_verb(const struct scan *scan, int32_t verb)
{
    int32_t head = scan->tokens[verb].head;

    switch (tree_relation(scan, verb)) {
    case DEPREL_ADVCL:
        if (tree_finite(scan, verb))
            return -1;
        return head >= 0 && (tree_verbal(scan, head) || own_subject(scan, head) >= 0) ? head : -1;
    case DEPREL_CONJ:
        return head >= 0 && (tree_verbal(scan, head) || own_subject(scan, head) >= 0) ? head : -1;
    case DEPREL_PARATAXIS:
        return tree_finite(scan, verb) ? -1 : head;
    case DEPREL_XCOMP:
        return head;
    default:
        return -1;
    }
}

/* "criticised X for [doing]", "accused X of [doing]": the object is who does it. */
static bool blamed_gerund(const struct scan *scan, int32_t verb)
{
    int32_t mark = tree_child(scan, verb, DEPREL_MARK);

    if (mark < 0)
        mark = tree_child(scan, verb, DEPREL_CASE);
    return scan->tokens[verb].xpos == XPOS_VBG && mark >= 0 && mark < verb && (tree_form_is(scan, mark, "for") || tree_form_is(scan, mark, "of")) &&
           tree_verbal(scan, scan->tokens[verb].head);
}

/* The object of the verb above an open complement, where that verb hands it on as a subject: "urged him to deny"; -1. */
static int32_t handed_on(const struct scan *scan, int32_t complement)
{
    int32_t head = scan->tokens[complement].head;
    int32_t object;

    if (head >= 0 && blamed_gerund(scan, complement))
        return tree_passive(scan, head) ? own_subject(scan, head) : tree_child(scan, head, DEPREL_OBJ);
    if (tree_relation(scan, complement) != DEPREL_XCOMP || head < 0 || !(tree_word(scan, head) & WORD_OBJECTCTL))
        return -1;
    if (tree_passive(scan, head))
        return own_subject(scan, head);
    object = tree_child(scan, head, DEPREL_OBJ);
    return object >= 0 ? object : tree_child(scan, head, DEPREL_IOBJ);
}

/* "Cuba condemned the death of X, calling it unlawful": a participle of speaking behind a comma or a time goes with the clause, not with the noun that the
 * parser hung it on: the verb of that clause; -1. */
static int32_t loose_participle(const struct scan *scan, int32_t participle)
{
    size_t count;
    int32_t at = scan->tokens[participle].head;

    bool loose = scan_in_sentence(scan, participle - 1) &&
                 (tree_form_is(scan, participle - 1, ",") || (tree_word(scan, participle - 1) & WORD_TIME));

    if (scan->tokens[participle].xpos != XPOS_VBG || !loose || !cue_find(token_lemma(&scan->tokens[participle]), CUE_VERB, &count))
        return -1;
    for (int steps = 0; at >= 0 && steps < PATH_MAX_STEPS && !tree_verbal(scan, at); steps++)
        at = scan->tokens[at].head;
    return at >= 0 && at < participle && tree_verbal(scan, at) && (tree_word(scan, scan->tokens[participle].head) & WORD_DOCUMENT) == 0 ? at : -1;
}

/* The subject on the surface: its own, by tree or (where asked) by word order, or the one it shares. */
static int32_t shared_subject(const struct scan *scan, int32_t verb, bool by_order)
{
    for (int steps = 0; verb >= 0 && steps < PATH_MAX_STEPS; steps++) {
        bool guessed;
        int32_t subject = by_order ? subject_of(scan, verb, &guessed) : own_subject(scan, verb);
        if (subject >= 0 && tree_relative_pronoun(scan, subject))
            return by_order ? relative_antecedent(scan, verb, subject) : antecedent(scan, verb);
        if (subject < 0)
            subject = handed_on(scan, verb);
        if (subject >= 0)
            return subject;
        if (tree_relation(scan, verb) == DEPREL_ACL && loose_participle(scan, verb) >= 0) {
            verb = loose_participle(scan, verb);
            continue;
        }
        if (tree_relation(scan, verb) == DEPREL_ACL)
            return tree_nominal(scan, scan->tokens[verb].head) ? participle_subject(scan, scan->tokens[verb].head) : -1;
        verb = sharing_verb(scan, verb);
    }
    return -1;
}

int32_t source_surface_subject(const struct scan *scan, int32_t verb)
{
    return shared_subject(scan, verb, true);
}

int32_t source_agent(const struct scan *scan, int32_t verb)
{
    if (tree_passive(scan, verb))
        return passive_agent(scan, verb);
    return source_surface_subject(scan, verb);
}

int32_t source_named(const struct scan *scan, int32_t head)
{
    int32_t name = tree_child(scan, head, DEPREL_APPOS);

    return name > head && (scan->tokens[head].upos == UPOS_NOUN || scan->tokens[head].upos == UPOS_NUM) && scan->tokens[name].upos == UPOS_PROPN ? name : head;
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

static size_t add_conjuncts(const struct scan *scan, int32_t head, int32_t *heads, size_t count)
{
    for (int32_t c = scan->tokens[head].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if (scan->tokens[c].deprel == DEPREL_CONJ && tree_nominal(scan, c))
            count = add_head(source_named(scan, c), heads, count);
    return count;
}

/* Names given as examples of who it is: "outlets such as X", "countries, including X". */
static size_t add_examples(const struct scan *scan, int32_t head, int32_t *heads, size_t count)
{
    for (int32_t c = scan->tokens[head].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        int32_t first = scan->tokens[c].left_edge;
        if (c < head || scan->tokens[c].upos != UPOS_PROPN || (!tree_form_is(scan, first, "such") && !tree_form_is(scan, first, "including")))
            continue;
        count = add_conjuncts(scan, c, heads, add_head(c, heads, count));
    }
    return count;
}

/* Coordination proper: verbs that the parser hung below a noun are none. The last of a list may be a subject of its own in the tree. */
size_t source_expand(const struct scan *scan, int32_t head, int32_t *heads, size_t count)
{
    int32_t named;

    if (head < 0)
        return count;
    named = source_named(scan, head);
    count = add_head(named, heads, count);
    if (named != head)
        count = add_conjuncts(scan, named, heads, count);
    count = add_conjuncts(scan, head, heads, count);
    if (scan->tokens[head].upos == UPOS_NOUN)
        count = add_examples(scan, head, heads, count);
    if (clause_of_own_subject(tree_relation(scan, head)))
        for (int32_t c = scan->tokens[head].next_sibling; c >= 0 && c < scan->tokens[head].head; c = scan->tokens[c].next_sibling)
            if (clause_of_own_subject(tree_relation(scan, c)) && tree_child(scan, c, DEPREL_CC) >= 0 && tree_nominal(scan, c))
                count = add_head(c, heads, count);
    return count;
}

/* A modifier that names who it is: a demonym, or a name before the noun that is no place. */
static int32_t naming_modifier(const struct scan *scan, int32_t noun)
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

int32_t source_owner(struct scan *scan, int32_t noun)
{
    int32_t preposition;
    int32_t owner = tree_prepositional(scan, noun, "by", &preposition);

    /* "her abduction": who has it is who suffers it. */
    if (tree_word(scan, noun) & WORD_SUFFER)
        return owner;
    if (owner < 0)
        owner = tree_child(scan, noun, DEPREL_NMOD_POSS);
    if (owner < 0)
        owner = naming_modifier(scan, noun);
    return owner;
}

int32_t source_governor(const struct scan *scan, int32_t noun)
{
    int32_t head = scan->tokens[noun].head;
    int32_t verb = source_light_verb(scan, noun);

    if (verb >= 0)
        return source_agent(scan, verb);
    /* "remarks he made", "charges filed by X" */
    for (int32_t c = scan->tokens[noun].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if (tree_relation(scan, c) == DEPREL_ACL && (tree_word(scan, c) & WORD_LIGHT))
            return tree_passive(scan, c) ? passive_agent(scan, c) : own_subject(scan, c);
    if (scan->tokens[noun].deprel == DEPREL_CONJ && head >= 0 && tree_nominal(scan, head) && source_light_verb(scan, head) >= 0)
        return source_agent(scan, source_light_verb(scan, head));
    return -1;
}

/* What an adjective or noun is said of: "X was critical of", "X, a critic of". */
static int32_t predicate_subject(const struct scan *scan, int32_t word)
{
    int32_t subject = source_surface_subject(scan, word);
    int32_t head = scan->tokens[word].head;

    if (subject >= 0 || head < 0)
        return subject;
    if (tree_relation(scan, word) == DEPREL_APPOS || tree_relation(scan, word) == DEPREL_AMOD)
        return head;
    return -1;
}

/* The noun phrase after a phrase of `length` words: climbs from the first word after it as long as it stays to its right. */
static int32_t phrase_object(const struct scan *scan, const struct draft *draft)
{
    int32_t at = draft->words.last + 1;

    if (!scan_in_sentence(scan, at))
        return -1;
    while (scan->tokens[at].head > draft->words.last && scan_in_sentence(scan, scan->tokens[at].head) &&
           !(tree_nominal(scan, at) && (tree_verbal(scan, scan->tokens[at].head) || scan->tokens[at].deprel == DEPREL_OBL)))
        at = scan->tokens[at].head;
    return tree_nominal(scan, at) ? at : -1;
}

/* Whether a finite verb follows a noun phrase before any comma: "said [he believed]" is not "said [he]". */
static bool opens_clause(const struct scan *scan, int32_t first)
{
    for (int32_t t = first; scan_in_sentence(scan, t) && scan->tokens[t].upos != UPOS_PUNCT; t++) {
        if (t > first && tree_relative_pronoun(scan, t))
            return false;
        if (tree_verbal(scan, t) && tree_finite(scan, t))
            return true;
    }
    return false;
}

/* The noun phrase right after a verb that follows a comma or quotation mark: "..., said X". */
static int32_t noun_after(const struct scan *scan, int32_t verb)
{
    int32_t after = verb + 1;

    if ((verb > scan->words.first && scan->tokens[verb - 1].upos != UPOS_PUNCT) || !scan_in_sentence(scan, after) ||
        (!tree_nominal(scan, after) && scan->tokens[after].upos != UPOS_DET && scan->tokens[after].upos != UPOS_ADJ))
        return -1;
    if (opens_clause(scan, after))
        return -1;
    while (scan->tokens[after].head > verb && scan_in_sentence(scan, scan->tokens[after].head) && !tree_verbal(scan, scan->tokens[after].head))
        after = scan->tokens[after].head;
    return tree_nominal(scan, after) ? after : -1;
}

/* The noun phrase before an aside between commas: "X, who lives in Y, said". */
static int32_t noun_before_aside(const struct scan *scan, int32_t verb)
{
    int32_t t = verb - 1;

    while (scan_in_sentence(scan, t) && (scan->tokens[t].upos == UPOS_ADV || scan->tokens[t].upos == UPOS_AUX))
        t--;
    if (!scan_in_sentence(scan, t) || !tree_form_is(scan, t, ","))
        return -1;
    for (t--; scan_in_sentence(scan, t) && !tree_form_is(scan, t, ","); t--)
        ;
    return scan_in_sentence(scan, t - 1) && tree_nominal(scan, t - 1) ? phrase_top(scan, t - 1, verb) : -1;
}

/* The name that makes up all the words of the sentence before a colon: "Putin: ..."; -1. */
static int32_t opening_name(const struct scan *scan, const struct draft *draft)
{
    int32_t at = scan->words.first;

    if (draft->head <= at || draft->head - at > OPENER_MAX_WORDS)
        return -1;
    for (int32_t t = at; t < draft->head; t++)
        if (tree_verbal(scan, t) || scan->tokens[t].upos == UPOS_PUNCT)
            return -1;
    while (scan->tokens[at].head >= scan->words.first && scan->tokens[at].head < draft->head)
        at = scan->tokens[at].head;
    return scan->entities->by_head[at] >= 0 && scan->tokens[at].name != NAME_O ? at : -1;
}

/* "quoted X [as saying]", "X was quoted [as saying]": who is quoted. */
static int32_t quoted_speaker(const struct scan *scan, int32_t participle)
{
    if (!scan_in_sentence(scan, participle - 1) || !tree_form_is(scan, participle - 1, "as"))
        return -1;
    for (int32_t verb = participle - 2; scan_in_sentence(scan, verb) && verb > participle - QUOTED_REACH; verb--) {
        if (scan->tokens[verb].upos != UPOS_VERB)
            continue;
        if (tree_passive(scan, verb))
            return source_surface_subject(scan, verb);
        return tree_object(scan, verb);
    }
    return -1;
}

/* The speaker who goes on in a participle: "said it would wait, [adding] that": the subject of the speaking verb, even where the parser hung
 * the participle inside what is said. */
static int32_t continued_speaker(const struct scan *scan, int32_t participle)
{
    size_t count;
    int32_t at = scan->tokens[participle].head;

    if (scan->tokens[participle].xpos != XPOS_VBG || !scan_in_sentence(scan, participle - 1) ||
        scan->tokens[participle - 1].upos != UPOS_PUNCT)
        return -1;
    for (int steps = 0; at >= 0 && scan->tokens[at].head >= 0 && steps < PATH_MAX_STEPS; steps++, at = scan->tokens[at].head) {
        int32_t verb = scan->tokens[at].head;
        if (tree_relation(scan, at) == DEPREL_CCOMP && verb < at && cue_find(token_lemma(&scan->tokens[verb]), CUE_VERB, &count))
            return source_agent(scan, verb);
    }
    return -1;
}

/* "The governor of Nimruz, [Omar Saleh], says": a name between commas right before the verb, when the speaker before it is a common
 * noun. */
static int32_t name_before(const struct scan *scan, int32_t speaker_noun, int32_t verb)
{
    int32_t last = verb - 1;
    int32_t first;

    while (scan_in_sentence(scan, last) && (scan->tokens[last].upos == UPOS_ADV || scan->tokens[last].upos == UPOS_AUX))
        last--;
    if (speaker_noun > verb || !scan_in_sentence(scan, last) || !tree_form_is(scan, last, ","))
        return -1;
    for (first = last - 1; first > speaker_noun && !tree_form_is(scan, first, ","); first--)
        if (tree_verbal(scan, first) || last - first > NAME_MAX_WORDS)
            return -1;
    if (first <= speaker_noun || (scan->tokens[speaker_noun].upos != UPOS_NOUN && scan->tokens[first - 1].upos != UPOS_NOUN) ||
        scan->tokens[last - 1].upos != UPOS_PROPN || !(scan->tokens[last - 1].name != NAME_O || last - first <= 5))
        return -1;
    return phrase_top(scan, last - 1, last);
}

/* "says A is B and urges C": a verb that the parser coordinated with what is said, though its form is the speaking verb's: whose subject it
 * shares; -1. */
static int32_t escaped_speaker(const struct scan *scan, int32_t verb)
{
    size_t count;
    int32_t conjunct = scan->tokens[verb].head;

    if (scan->tokens[verb].deprel != DEPREL_CONJ || conjunct < 0 || scan->tokens[conjunct].xpos == scan->tokens[verb].xpos ||
        !tree_finite(scan, verb))
        return -1;
    for (int32_t up = scan->tokens[conjunct].head; up >= 0; up = scan->tokens[up].head)
        if (up < conjunct && scan->tokens[up].xpos == scan->tokens[verb].xpos && cue_find(token_lemma(&scan->tokens[up]), CUE_VERB, &count))
            return source_agent(scan, up);
    return -1;
}

bool source_passive(const struct scan *scan, const struct draft *draft)
{
    const struct claim_frame *frame = draft->cue->frame;
    int32_t next = draft->head + 1;

    if (tree_passive(scan, draft->head))
        return true;
    /* "Lund, accused of fraud": whom the active verb would need is missing. */
    return draft->cue->word_class == CUE_VERB && frame->target[0].kind == SLOT_OBJ && frame->content[0].kind == SLOT_PREPOSITION &&
           strcmp(frame->content[0].preposition, "of") == 0 && scan_in_sentence(scan, next) && tree_form_is(scan, next, "of") &&
           tree_child_universal(scan, draft->head, DEPREL_AUX) < 0;
}

/* Whether a verb is finite, or a past form that the tagger took for a participle. */
static bool looks_finite(const struct scan *scan, int32_t verb)
{
    return tree_finite(scan, verb) || (scan->tokens[verb].xpos == XPOS_VBN && tree_child_universal(scan, verb, DEPREL_AUX) < 0 &&
                                       tree_relation(scan, verb) != DEPREL_ACL);
}

/* "urged women to vote for X, saying": a participle of speaking behind a comma goes with the nearest finite verb above it, or where the parser
 * hung it nowhere useful, with the nearest speaking verb before it; -1. Inside what is said it is another matter: continued_speaker. */
static int32_t trailing_participle(const struct scan *scan, int32_t participle)
{
    size_t count;
    int32_t at = scan->tokens[participle].head;

    if (scan->tokens[participle].xpos != XPOS_VBG || !scan_in_sentence(scan, participle - 1) ||
        scan->tokens[participle - 1].upos != UPOS_PUNCT || continued_speaker(scan, participle) >= 0)
        return -1;
    for (int steps = 0; at >= 0 && at < participle && steps < PATH_MAX_STEPS; steps++, at = scan->tokens[at].head)
        if (scan->tokens[at].upos == UPOS_VERB && (tree_finite(scan, at) || own_subject(scan, at) >= 0))
            return at;
    for (at = participle - 1; scan_in_sentence(scan, at); at--)
        if (scan->tokens[at].upos == UPOS_VERB && tree_finite(scan, at) && scan->quotations.of[at] < 0 &&
            cue_find(token_lemma(&scan->tokens[at]), CUE_VERB, &count))
            return at;
    return -1;
}

/* Who speaks by a verb: trees first, then word order where the tree has no subject or only a pronoun that stands for another. */
static int32_t speaker(const struct scan *scan, const struct draft *draft, bool *guessed)
{
    int32_t verb = draft->head;
    int32_t found;

    if (source_passive(scan, draft))
        return passive_agent(scan, verb);
    found = subject_of(scan, verb, guessed);
    if (found >= 0 && !tree_relative_pronoun(scan, found)) {
        int32_t name = name_before(scan, found, verb);
        return name >= 0 ? name : found;
    }
    if (trailing_participle(scan, verb) >= 0)
        return source_agent(scan, trailing_participle(scan, verb));
    found = escaped_speaker(scan, verb);
    if (found < 0)
        found = quoted_speaker(scan, verb);
    if (found < 0)
        found = continued_speaker(scan, verb);
    if (found < 0)
        found = source_surface_subject(scan, verb);
    if (found >= 0 || !looks_finite(scan, verb))
        return found;
    found = noun_after(scan, verb);
    if (found < 0) {
        int32_t noun = noun_before_aside(scan, verb);
        int32_t name = noun >= 0 ? name_before(scan, noun, verb) : -1;
        found = name >= 0 ? name : noun;
    }
    *guessed = found >= 0;
    return found;
}

/* The actor in one slot, or -1. */
static int32_t fill_slot(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    int32_t preposition;

    switch (slot->kind) {
    case SLOT_SUBJ:
        return speaker(scan, draft, &draft->guessed);
    case SLOT_POSS:
        return tree_child(scan, draft->head, DEPREL_NMOD_POSS);
    case SLOT_MODIFIER:
        return naming_modifier(scan, draft->head);
    case SLOT_GOVERNOR:
        return source_governor(scan, draft->head);
    case SLOT_PREDICATE:
        return predicate_subject(scan, draft->head);
    case SLOT_OBJECT:
        return phrase_object(scan, draft);
    case SLOT_OPENER:
        return opening_name(scan, draft);
    case SLOT_PREPOSITION:
        return tree_prepositional(scan, draft->head, slot->preposition, &preposition);
    default:
        return -1;
    }
}

/* Whether a word cannot speak: "it" without a meaning, a time ("Monday's statement"), a number. */
static bool cannot_speak(const struct scan *scan, int32_t head)
{
    const struct token *token = &scan->tokens[head];

    if ((token->upos == UPOS_NUM && token->form[0] <= '9' && tree_relation(scan, head) != DEPREL_NSUBJ) || token->deprel == DEPREL_EXPL || tree_word(scan, head) & WORD_TIME)
        return true;
    return !tree_nominal(scan, head) && token->upos != UPOS_ADJ && token->upos != UPOS_DET && token->upos != UPOS_X;
}

void source_find(struct scan *scan, struct draft *draft)
{
    const struct claim_slot *slots = draft->cue->frame->source;

    for (size_t i = 0; i < CLAIM_SLOTS_MAX && slots[i].kind != SLOT_NONE; i++) {
        int32_t head = fill_slot(scan, draft, &slots[i]);
        if (head < 0 || cannot_speak(scan, head))
            continue;
        draft->source_slot = slots[i].kind;
        draft->source_count = source_expand(scan, head, draft->sources, 0);
        return;
    }
}
