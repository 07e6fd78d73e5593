/* subject.c: the subjects of verbs: in their places in the tree, shared with other verbs, and by word order where trees
 * fail. */
#include "claim/scan.h"

enum { PATH_MAX_STEPS = 8, DATELINE_MAX_WORDS = 7, BYLINE_MAX_WORDS = 10 };

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

bool subject_relation(enum deprel relation)
{
    return relation == DEPREL_NSUBJ || relation == DEPREL_CSUBJ;
}

/* Whether a noun has a preposition before it, and so is no subject whatever the parser says. */
static bool in_phrase(const struct scan *scan, int32_t noun)
{
    int32_t preposition = tree_child(scan, noun, DEPREL_CASE);

    return preposition >= 0 && preposition < noun && scan->tokens[preposition].upos == UPOS_ADP &&
           !tree_form_is(scan, preposition, "with") && !tree_form_is(scan, preposition, "of") &&
           !tree_form_is(scan, preposition, "than");
}

/* Whether a subject may follow its verb: "..., said X", and where the verb opens the sentence. */
static bool may_follow(const struct scan *scan, int32_t verb)
{
    int32_t before = verb - 1;

    while (scan_in_sentence(scan, before) &&
           (scan->tokens[before].upos == UPOS_ADV || scan->tokens[before].upos == UPOS_AUX))
        before--;
    return !scan_in_sentence(scan, before) || scan->tokens[before].upos == UPOS_PUNCT ||
           scan->tokens[before].upos == UPOS_CCONJ || scan->tokens[before].upos == UPOS_SCONJ || before < verb - 1;
}

static bool is_dash(const struct scan *scan, int32_t token)
{
    return tree_form_is(scan, token, "-") || tree_form_is(scan, token, "--") ||
           tree_form_is(scan, token, "\xe2\x80\x93") || tree_form_is(scan, token, "\xe2\x80\x94");
}

int32_t subject_dateline_end(const struct scan *scan)
{
    int32_t first = scan->words.first;
    bool agency = false;

    for (int32_t t = first; scan_in_sentence(scan, t) && t < first + BYLINE_MAX_WORDS; t++) {
        if (is_dash(scan, t))
            return t > first && (agency || tree_in_capitals(scan, first)) ? t : first - 1;
        if (tree_verbal(scan, t) || tree_form_is(scan, t, ":") || scan->quotations.of[t] >= 0)
            break;
        agency = agency || tree_form_is(scan, t, ")");
    }
    return first - 1;
}

/* Whether a word may be the subject of the verb that it hangs on: in no dateline, no time word, no object of a
 * preposition, not inside a quotation that the verb is outside of, and behind the verb only where subjects can stand.
 */
static bool may_be_subject(const struct scan *scan, int32_t word, int32_t verb)
{
    if (tree_form_is(scan, word, "there") || (tree_word(scan, word) & WORD_TIME) || in_phrase(scan, word) ||
        word <= subject_dateline_end(scan))
        return false;
    if (scan->quotations.of[word] >= 0 && scan->quotations.of[verb] < 0)
        return false;
    return word < verb || may_follow(scan, verb);
}

/* "Also Friday, [Ana Kos], the envoy, accused": the name that the parser took for an apposition to the day; else the
 * word. */
static int32_t beyond_day(const struct scan *scan, int32_t word)
{
    int32_t name = tree_word(scan, word) & WORD_TIME ? tree_child(scan, word, DEPREL_APPOS) : -1;

    return name >= 0 && tree_person_name(scan, name) ? name : word;
}

bool subject_it_speaks(const struct scan *scan, int32_t it)
{
    int32_t verb = scan->tokens[it].head;

    return scan->tokens[it].deprel == DEPREL_EXPL && verb > it && scan->tokens[verb].upos == UPOS_VERB &&
           !tree_passive(scan, verb) && tree_speech_verb(scan, verb);
}

/* The subject that stands below the verb itself: before the verb the nearest, a noun rather than a clause or a relative
 * pronoun ("who officials say lost"). */
int32_t subject_own(const struct scan *scan, int32_t verb)
{
    int32_t found = -1;

    for (int32_t child = scan->tokens[verb].first_child; child >= 0; child = scan->tokens[child].next_sibling) {
        int32_t c = beyond_day(scan, child);
        if ((!subject_relation(tree_relation(scan, child)) && !subject_it_speaks(scan, child)) ||
            !may_be_subject(scan, c, verb))
            continue;
        if (found >= 0 && (tree_child(scan, c, DEPREL_CC) >= 0 || tree_reflexive(scan, c)))
            continue; /* "A, B; and C": the parser made the last of a list a subject of its own; "A was herself" */
        if (found < 0 || (c < verb && tree_nominal(scan, c) && !tree_relative_pronoun(scan, c)) ||
            (c < verb && !tree_nominal(scan, found)))
            found = c;
    }
    return found;
}

/* The agent of a passive: "by X". */
int32_t subject_agent(const struct scan *scan, int32_t verb)
{
    int32_t by;
    int32_t agent = tree_child(scan, verb, DEPREL_OBL_AGENT);
    int32_t complement = tree_child(scan, verb, DEPREL_XCOMP);

    if (agent < 0)
        agent = tree_prepositional(scan, verb, "by", &by);
    /* "found guilty [by a court]" */
    if (agent < 0 && complement > verb && scan->tokens[complement].upos == UPOS_ADJ)
        agent = tree_prepositional(scan, complement, "by", &by);
    /* Right behind the verb "by" names the agent, wherever the parser hung it. */
    if (agent < 0 && scan_in_sentence(scan, verb + 1) && tree_form_is(scan, verb + 1, "by") &&
        scan->tokens[verb + 1].head > verb && tree_nominal(scan, scan->tokens[verb + 1].head))
        agent = scan->tokens[verb + 1].head;
    return agent;
}

int32_t subject_piece(const struct scan *scan, int32_t noun)
{
    static const char *const measures[] = {"wave",  "barrage", "torrent", "storm",     "flood", "chorus", "round",
                                           "spate", "series",  "string",  "avalanche", "day",   "slew",   "volley",
                                           "bout",  "stream",  "deluge",  "litany",    "hail",  NULL};
    int32_t piece = scan->tokens[noun].head;
    int32_t preposition = tree_child(scan, noun, DEPREL_CASE);

    if (piece < 0 || tree_relation(scan, noun) != DEPREL_NMOD || preposition != piece + 1 ||
        !tree_form_is(scan, preposition, "of"))
        return noun;
    return (tree_word(scan, piece) & WORD_DOCUMENT) || tree_lemma_in(scan, piece, measures) ? piece : noun;
}

int32_t subject_light_verb(const struct scan *scan, int32_t word)
{
    int32_t noun = subject_piece(scan, word);
    int32_t verb = scan->tokens[noun].head;
    enum deprel relation = tree_relation(scan, noun);

    if (verb < 0 || !tree_verbal(scan, verb) || !(tree_word(scan, verb) & WORD_LIGHT))
        return -1;
    return relation == DEPREL_OBJ || (relation == DEPREL_NSUBJ && tree_passive(scan, verb)) ? verb : -1;
}

static int32_t shared_subject(const struct scan *scan, int32_t verb, bool by_order);

/* Whether a clause below a noun is an act that the noun only names: "the step [of suing]", "plans [to sue]", or what
 * somebody is seen for: "summoned the envoy [to protest]". Its subject is that of the verb above. */
static bool names_act(const struct scan *scan, int32_t noun, int32_t verb)
{
    int32_t above = scan->tokens[noun].head;
    int32_t mark = tree_child(scan, verb, DEPREL_MARK);

    if (above < 0 || mark < 0 || mark > verb || scan->tokens[noun].upos != UPOS_NOUN ||
        tree_relation(scan, noun) != DEPREL_OBJ)
        return false;
    if (tree_infinitive(scan, verb) && (tree_word(scan, above) & WORD_MEET))
        return true;
    return (tree_infinitive(scan, verb) || scan->tokens[verb].xpos == XPOS_VBG) && !actor_means_people(scan, noun);
}

/* Whether a noun under acl speaks through somebody: "a statement condemning" is the speech of who issued it. */
static int32_t participle_subject(const struct scan *scan, int32_t noun)
{
    int32_t verb = tree_word(scan, noun) & WORD_DOCUMENT ? subject_light_verb(scan, noun) : -1;
    int32_t issuer = verb < 0 ? -1 : tree_passive(scan, verb) ? subject_agent(scan, verb) : subject_own(scan, verb);

    return issuer >= 0 ? issuer : noun;
}

static bool is_somebody(const struct scan *scan, int32_t noun)
{
    return scan->entities->by_head[noun] >= 0 || actor_means_people(scan, noun) ||
           (tree_word(scan, noun) & WORD_DOCUMENT);
}

/* "people of Danish origin [accused] of theft", "Lund is on trial, [charged] with theft": whom a participle describes,
 * where the parser hung it on a thing that stands by him. */
static int32_t described_by(const struct scan *scan, int32_t participle)
{
    int32_t noun = scan->tokens[participle].head;
    int32_t above = scan->tokens[noun].head;

    /* "a letter to Norway [accusing] Sweden": what is active behind a name goes with the letter. */
    if (scan->tokens[noun].upos == UPOS_PROPN && scan->tokens[participle].xpos == XPOS_VBG &&
        tree_relation(scan, noun) == DEPREL_NMOD && tree_child_lemma(scan, noun, "to") >= 0 && above >= 0 &&
        above < noun && (tree_word(scan, above) & WORD_DOCUMENT))
        return above;
    if (is_somebody(scan, noun))
        return noun;
    if (tree_relation(scan, noun) == DEPREL_NMOD && above >= 0 && tree_nominal(scan, above) && is_somebody(scan, above))
        return above;
    if (tree_child(scan, noun, DEPREL_COP) >= 0 && tree_form_at(scan, participle - 1, ",") &&
        subject_own(scan, noun) >= 0)
        return subject_own(scan, noun);
    return noun;
}

/* Whether exactly one dash stands between two words. */
static bool lone_dash(const struct scan *scan, int32_t first, int32_t last)
{
    int dashes = 0;

    for (int32_t t = first; t < last; t++)
        dashes += is_dash(scan, t);
    return dashes == 1;
}

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

/* From a noun up to the top of its phrase, left of the verb; from an adjunct to the subject of its verb: "the report
 * issued in Vienna says". */
int32_t subject_phrase_top(const struct scan *scan, int32_t noun, int32_t verb)
{
    for (int steps = 0; steps < PATH_MAX_STEPS; steps++) {
        int32_t head = scan->tokens[noun].head;
        if (!scan_in_sentence(scan, head) || head >= verb ||
            (head < noun && parted(scan, head, noun) && scan->tokens[noun].deprel != DEPREL_CONJ))
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

    while (scan_in_sentence(scan, t) &&
           (scan->tokens[t].upos == UPOS_ADV || scan->tokens[t].upos == UPOS_AUX || (tree_word(scan, t) & WORD_TIME) ||
            (scan->tokens[t].upos == UPOS_ADP && (tree_word(scan, t + 1) & WORD_TIME))))
        t--;
    /* "a statement released Friday says" */
    if (scan_in_sentence(scan, t) && tree_relation(scan, t) == DEPREL_ACL && scan->tokens[t].xpos == XPOS_VBN &&
        scan_in_sentence(scan, scan->tokens[t].head))
        t = scan->tokens[t].head;
    return scan_in_sentence(scan, t) && tree_nominal(scan, t) ? subject_phrase_top(scan, t, verb) : -1;
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

/* "The harvest, [Peter Lund] said, will be poor": a noun phrase behind a comma is nearer to its verb than what stands
 * before the comma. */
static bool aside_speaker(const struct scan *scan, int32_t own, int32_t near)
{
    int32_t before = scan->tokens[near].left_edge - 1;

    return before > own && tree_form_is(scan, before, ",") && scan->tokens[before + 1].upos != UPOS_CCONJ &&
           tree_child(scan, near, DEPREL_CC) < 0;
}

/* The subject of a verb by its tree or, for a finite verb that lost it, by word order. Behind a lone dash a sentence
 * starts anew: "OSLO - The minister said". */
int32_t subject_find(const struct scan *scan, int32_t verb, bool *guessed)
{
    int32_t own = subject_own(scan, verb);
    int32_t near = tree_finite(scan, verb) ? noun_before(scan, verb) : -1;

    *guessed = false;
    if (own >= 0 && near > own && own < verb && !tree_relative_pronoun(scan, near) &&
        (dateline(scan, own, verb) || aside_speaker(scan, own, near)))
        own = -1;
    if (own >= 0 && !tree_relative_pronoun(scan, own))
        return own;
    if (near < 0 || tree_relative_pronoun(scan, near))
        return own;
    *guessed = true;
    return near;
}

/* Whether a verb or its auxiliary has the form for one subject in the third person. */
static bool singular(const struct scan *scan, int32_t verb)
{
    if (scan->tokens[verb].xpos == XPOS_VBZ)
        return true;
    for (int32_t c = scan->tokens[verb].first_child; c >= 0 && c < verb; c = scan->tokens[c].next_sibling)
        if (scan->tokens[c].xpos == XPOS_VBZ)
            return true;
    return false;
}

/* The first word of the person's name that a word ends, where it stands last of several: "A and [B], who has"; -1. */
static int32_t last_of_several(const struct scan *scan, int32_t last)
{
    int32_t name = scan->tokens[last].deprel == DEPREL_FLAT ? scan->tokens[last].head : last;

    return tree_person_name(scan, name) && scan->tokens[name].deprel == DEPREL_CONJ ? name : -1;
}

/* Whom a relative pronoun stands for: a name right before it, else what its clause hangs on, else the noun before it;
 * else itself. */
static int32_t relative_antecedent(const struct scan *scan, int32_t verb, int32_t pronoun)
{
    int32_t before = pronoun - 1;
    int32_t noun = antecedent(scan, verb);

    if (scan_in_sentence(scan, before) && tree_form_is(scan, before, ","))
        before--;
    if (!scan_in_sentence(scan, before) || !tree_nominal(scan, before) ||
        (noun >= 0 && scan->tokens[before].upos != UPOS_PROPN))
        return noun >= 0 ? noun : pronoun;
    if (tree_form_is(scan, pronoun, "who") && singular(scan, verb) && last_of_several(scan, before) >= 0)
        return last_of_several(scan, before);
    before = subject_phrase_top(scan, before, pronoun);
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
        /* "stopped short of accusing": through the adjective up to its verb. */
        return head >= 0 && (tree_verbal(scan, head) || subject_own(scan, head) >= 0 ||
                             tree_relation(scan, head) == DEPREL_XCOMP || tree_relation(scan, head) == DEPREL_ADVMOD)
                   ? head
                   : -1;
    case DEPREL_ADVMOD:
        return head >= 0 && tree_verbal(scan, head) ? head : -1;
    case DEPREL_CCOMP: /* "denied having accused" */
        return head >= 0 && !tree_finite(scan, verb) && tree_child(scan, verb, DEPREL_AUX) >= 0 ? head : -1;
    case DEPREL_CONJ:
        /* "urged X to go and [called] for help": not what X is to do. */
        if (head >= 0 && tree_infinitive(scan, head) && scan->tokens[verb].xpos != XPOS_VB &&
            scan_in_sentence(scan, scan->tokens[head].head) && tree_verbal(scan, scan->tokens[head].head))
            return scan->tokens[head].head;
        return head >= 0 && (tree_verbal(scan, head) || subject_own(scan, head) >= 0) ? head : -1;
    case DEPREL_PARATAXIS:
        return tree_finite(scan, verb) ? -1 : head;
    case DEPREL_XCOMP:
        return head;
    case DEPREL_CSUBJ: /* "X was right to accuse" */
        return head >= 0 && tree_infinitive(scan, verb) && tree_child(scan, head, DEPREL_NSUBJ) >= 0 ? head : -1;
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
    return scan->tokens[verb].xpos == XPOS_VBG && mark >= 0 && mark < verb &&
           (tree_form_is(scan, mark, "for") || tree_form_is(scan, mark, "of")) &&
           tree_verbal(scan, scan->tokens[verb].head);
}

/* "the paper quotes X [saying]": a participle right behind what is quoted is X's. */
static bool quoted_saying(const struct scan *scan, int32_t participle)
{
    int32_t head = scan->tokens[participle].head;
    int32_t object = tree_child(scan, head, DEPREL_OBJ);

    return scan->tokens[participle].xpos == XPOS_VBG && object > head && object < participle &&
           (tree_lemma_is(scan, head, "quote") || tree_lemma_is(scan, head, "cite")) &&
           !tree_form_at(scan, participle - 1, ",");
}

/* The object of the verb above an open complement, where that verb hands it on as a subject: "urged him to deny"; -1.
 */
static int32_t handed_on(const struct scan *scan, int32_t complement)
{
    int32_t head = scan->tokens[complement].head;
    enum deprel relation = tree_relation(scan, complement);
    int32_t object;

    if (head >= 0 && blamed_gerund(scan, complement) &&
        (tree_passive(scan, head) || tree_child(scan, head, DEPREL_OBJ) >= 0))
        return tree_passive(scan, head) ? subject_own(scan, head) : tree_child(scan, head, DEPREL_OBJ);
    if (head >= 0 && quoted_saying(scan, complement))
        return tree_child(scan, head, DEPREL_OBJ);
    if ((relation != DEPREL_XCOMP && !(relation == DEPREL_ADVCL && tree_infinitive(scan, complement))) || head < 0 ||
        !(tree_word(scan, head) & WORD_OBJECTCTL))
        return -1;
    if (tree_passive(scan, head))
        return subject_own(scan, head);
    object = tree_child(scan, head, DEPREL_OBJ);
    return object >= 0 ? object : tree_child(scan, head, DEPREL_IOBJ);
}

/* "freed a guard [accused] of theft": people right before a bare participle are who it is said of, also where the
 * parser hung it on the verb above; -1. */
static int32_t described_noun(const struct scan *scan, int32_t participle)
{
    enum deprel relation = tree_relation(scan, participle);
    int32_t noun = participle - 1;

    if (scan->tokens[participle].xpos != XPOS_VBN || (relation != DEPREL_ADVCL && relation != DEPREL_XCOMP) ||
        !scan_in_sentence(scan, noun) || scan->tokens[noun].head != scan->tokens[participle].head ||
        scan->tokens[noun].head > noun || tree_child_universal(scan, participle, DEPREL_AUX) >= 0)
        return -1;
    return actor_means_people(scan, noun) ? noun : -1;
}

/* "Cuba condemned the death of X, calling it unlawful": a participle of speaking behind a comma or a time goes with the
 * clause, not with the noun that the parser hung it on: the verb of that clause; -1. */
static int32_t loose_participle(const struct scan *scan, int32_t participle)
{
    int32_t at = scan->tokens[participle].head;

    bool loose = scan_in_sentence(scan, participle - 1) &&
                 (tree_form_is(scan, participle - 1, ",") || (tree_word(scan, participle - 1) & WORD_TIME));

    if (scan->tokens[participle].xpos != XPOS_VBG || !loose || !tree_speech_verb(scan, participle))
        return -1;
    for (int steps = 0; at >= 0 && steps < PATH_MAX_STEPS && !tree_verbal(scan, at); steps++)
        at = scan->tokens[at].head;
    return at >= 0 && at < participle && tree_verbal(scan, at) &&
                   (tree_word(scan, scan->tokens[participle].head) & WORD_DOCUMENT) == 0
               ? at
               : -1;
}

/* The subject on the surface: its own, by tree or (where asked) by word order, or the one it shares. */
static int32_t shared_subject(const struct scan *scan, int32_t verb, bool by_order)
{
    for (int steps = 0; verb >= 0 && steps < PATH_MAX_STEPS; steps++) {
        bool guessed;
        int32_t subject = by_order ? subject_find(scan, verb, &guessed) : subject_own(scan, verb);
        if (subject >= 0 && tree_relative_pronoun(scan, subject))
            return by_order ? participle_subject(scan, relative_antecedent(scan, verb, subject))
                            : antecedent(scan, verb);
        if (subject < 0)
            subject = handed_on(scan, verb);
        if (subject < 0)
            subject = described_noun(scan, verb);
        if (subject >= 0)
            return subject;
        if (tree_relation(scan, verb) == DEPREL_ACL && loose_participle(scan, verb) >= 0) {
            verb = loose_participle(scan, verb);
            continue;
        }
        if (tree_relation(scan, verb) == DEPREL_ACL && names_act(scan, scan->tokens[verb].head, verb)) {
            verb = scan->tokens[scan->tokens[verb].head].head;
            continue;
        }
        if (tree_relation(scan, verb) == DEPREL_ACL)
            return tree_nominal(scan, scan->tokens[verb].head) ? participle_subject(scan, described_by(scan, verb))
                                                               : -1;
        verb = sharing_verb(scan, verb);
    }
    return -1;
}

int32_t subject_surface(const struct scan *scan, int32_t verb)
{
    return shared_subject(scan, verb, true);
}

int32_t subject_doer(const struct scan *scan, int32_t verb)
{
    if (tree_passive(scan, verb))
        return subject_agent(scan, verb);
    return subject_surface(scan, verb);
}
