/* source.c: who speaks, slot by slot. */
#include "claim/scan.h"

enum { PATH_MAX_STEPS = 8, OPENER_MAX_WORDS = 8, QUOTED_REACH = 20, NAME_MAX_WORDS = 9 };

/* Whether a phrase below `head` has this preposition. */
static bool stands_behind(const struct scan *scan, int32_t noun, const char *preposition)
{
    int32_t found = tree_child(scan, noun, DEPREL_CASE);

    return found >= 0 && found < noun && tree_form_is(scan, found, preposition);
}

/* "one [of the critics]": who counts among what a noun names; else the noun itself. */
static int32_t one_among(const struct scan *scan, int32_t noun)
{
    int32_t one = scan->tokens[noun].head;

    return one >= 0 && one < noun && scan->tokens[one].upos == UPOS_NUM && tree_relation(scan, noun) == DEPREL_NMOD &&
                   stands_behind(scan, noun, "of")
               ? one
               : noun;
}

/* "X emerged [as a critic]": who turns out to be what a noun names; -1. */
static int32_t turned_out(const struct scan *scan, int32_t noun)
{
    static const char *const verbs[] = {"emerge", "rise", "act", "serve", NULL};
    int32_t verb = scan->tokens[noun].head;

    return verb >= 0 && verb < noun && tree_relation(scan, noun) == DEPREL_OBL && stands_behind(scan, noun, "as") &&
                   tree_lemma_in(scan, verb, verbs)
               ? subject_surface(scan, verb)
               : -1;
}

/* What an adjective or noun is said of: "X was critical of", "X, a critic of", "X is one of the critics of". */
static int32_t predicate_subject(const struct scan *scan, int32_t predicate)
{
    int32_t word = one_among(scan, predicate);
    int32_t subject = subject_surface(scan, word);
    int32_t head = scan->tokens[word].head;

    if (subject < 0)
        subject = turned_out(scan, word);
    if (subject >= 0 || head < 0)
        return subject;
    if (tree_relation(scan, word) == DEPREL_APPOS || tree_relation(scan, word) == DEPREL_AMOD)
        return head;
    return -1;
}

/* The noun phrase after a phrase of `length` words: climbs from the first word after it as long as it stays to its
 * right. */
static int32_t phrase_object(const struct scan *scan, const struct draft *draft)
{
    int32_t at = draft->words.last + 1;

    if (!scan_in_sentence(scan, at))
        return -1;
    while (scan->tokens[at].head > draft->words.last && scan_in_sentence(scan, scan->tokens[at].head) &&
           !(tree_nominal(scan, at) &&
             (tree_verbal(scan, scan->tokens[at].head) || scan->tokens[at].deprel == DEPREL_OBL)))
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
    while (scan->tokens[after].head > verb && scan_in_sentence(scan, scan->tokens[after].head) &&
           !tree_verbal(scan, scan->tokens[after].head))
        after = scan->tokens[after].head;
    return tree_nominal(scan, after) ? after : -1;
}

/* The noun phrase before an aside between commas: "X, who lives in Y, said". */
static int32_t noun_before_aside(const struct scan *scan, int32_t verb)
{
    int32_t t = tree_before_verb(scan, verb);

    if (!scan_in_sentence(scan, t) || !tree_form_is(scan, t, ","))
        return -1;
    for (t--; scan_in_sentence(scan, t) && !tree_form_is(scan, t, ","); t--)
        ;
    return scan_in_sentence(scan, t - 1) && tree_nominal(scan, t - 1) ? subject_phrase_top(scan, t - 1, verb) : -1;
}

/* Whether a word is written in capitals, as speakers are in transcripts: "WALLACE"; headings are not: "UPDATE". */
static bool in_capitals(const struct scan *scan, int32_t token)
{
    return tree_in_capitals(scan, token) && !(tree_word(scan, token) & WORD_LABEL);
}

/* Whether all words of a range that are no marks are written in capitals. */
static bool all_in_capitals(const struct scan *scan, struct range range)
{
    for (int32_t t = range.first; t <= range.last; t++)
        if (scan->tokens[t].upos != UPOS_PUNCT && !in_capitals(scan, t))
            return false;
    return !range_empty(range);
}

/* The word of a range whose head lies outside of it. */
static int32_t top_of(const struct scan *scan, struct range range)
{
    int32_t at = range.first;

    while (range_holds(range, scan->tokens[at].head))
        at = scan->tokens[at].head;
    return at;
}

/* Whether nothing but numbers and marks stands behind a colon: "Lund: 1,769". */
static bool counts_only(const struct scan *scan, int32_t colon)
{
    for (int32_t t = colon + 1; t <= scan->words.last; t++)
        if (scan->tokens[t].upos != UPOS_NUM && scan->tokens[t].upos != UPOS_PUNCT && scan->tokens[t].upos != UPOS_SYM)
            return false;
    return true;
}

/* The name that makes up all the words of the sentence before a colon, but for an opening quotation mark: "Putin: ...",
 * "WALLACE: ..."; -1. */
static int32_t opening_name(const struct scan *scan, const struct draft *draft)
{
    struct range opener = {scan->words.first, draft->head - 1};
    int32_t top;

    if (tree_quote_mark(scan, opener.first))
        opener.first++;
    if (range_empty(opener) || draft->head - opener.first > OPENER_MAX_WORDS || counts_only(scan, draft->head))
        return -1;
    for (int32_t t = opener.first; t <= opener.last; t++)
        if (tree_verbal(scan, t) || scan->tokens[t].upos == UPOS_PUNCT)
            return -1;
    top = top_of(scan, opener);
    if (scan->entities->by_head[top] >= 0 && scan->tokens[top].name != NAME_O)
        return top;
    return all_in_capitals(scan, opener) ? opener.last : -1;
}

/* The name that a dash behind a quotation leads to, at the end of its sentence: ""..." - Ana Kos, Oslo"; -1. */
static int32_t closing_name(const struct scan *scan, const struct draft *draft)
{
    struct range closer = {draft->head + 1, draft->head + 1};
    int32_t top;

    if (draft->head == 0 || scan->quotations.of[draft->head - 1] < 0 || !tree_quote_mark(scan, draft->head - 1))
        return -1;
    while (scan_in_sentence(scan, closer.last) && scan->tokens[closer.last].upos == UPOS_PROPN)
        closer.last++;
    if (scan_in_sentence(scan, closer.last) && scan->tokens[closer.last].upos != UPOS_PUNCT)
        return -1;
    closer.last--;
    if (range_empty(closer) || closer.last - closer.first >= OPENER_MAX_WORDS ||
        tree_has_verb(scan, closer.last, scan->words.last))
        return -1;
    top = top_of(scan, closer);
    return scan->tokens[top].upos == UPOS_PROPN ? top : -1;
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
            return subject_surface(scan, verb);
        return tree_object(scan, verb);
    }
    return -1;
}

/* The speaker who goes on in a participle: "said it would wait, [adding] that": the subject of the speaking verb, even
 * where the parser hung the participle inside what is said. */
static int32_t continued_speaker(const struct scan *scan, int32_t participle)
{
    int32_t at = scan->tokens[participle].head;

    if (scan->tokens[participle].xpos != XPOS_VBG || !scan_in_sentence(scan, participle - 1) ||
        scan->tokens[participle - 1].upos != UPOS_PUNCT)
        return -1;
    for (int steps = 0; at >= 0 && scan->tokens[at].head >= 0 && steps < PATH_MAX_STEPS;
         steps++, at = scan->tokens[at].head) {
        int32_t verb = scan->tokens[at].head;
        if (tree_relation(scan, at) == DEPREL_CCOMP && verb < at && tree_speech_verb(scan, verb))
            return subject_doer(scan, verb);
    }
    return -1;
}

/* "The governor of Nimruz, [Omar Saleh], says": a name between commas right before the verb, when the speaker before it
 * is a common noun. */
static int32_t name_before(const struct scan *scan, int32_t speaker_noun, int32_t verb)
{
    int32_t last = tree_before_verb(scan, verb);
    int32_t first;

    if (speaker_noun > verb || !scan_in_sentence(scan, last) || !tree_form_is(scan, last, ","))
        return -1;
    for (first = last - 1; first > speaker_noun && !tree_form_is(scan, first, ","); first--)
        if (tree_verbal(scan, first) || last - first > NAME_MAX_WORDS)
            return -1;
    if (first <= speaker_noun ||
        (scan->tokens[speaker_noun].upos != UPOS_NOUN && scan->tokens[first - 1].upos != UPOS_NOUN) ||
        scan->tokens[last - 1].upos != UPOS_PROPN || !(scan->tokens[last - 1].name != NAME_O || last - first <= 5))
        return -1;
    return subject_phrase_top(scan, last - 1, last);
}

/* "says A is B and urges C": a verb that the parser coordinated with what is said, though its form is the speaking
 * verb's: whose subject it shares; -1. */
static int32_t escaped_speaker(const struct scan *scan, int32_t verb)
{
    int32_t conjunct = scan->tokens[verb].head;

    if (scan->tokens[verb].deprel != DEPREL_CONJ || conjunct < 0 || !tree_finite(scan, verb) ||
        (scan->tokens[conjunct].xpos == scan->tokens[verb].xpos && !clause_speaker_goes_on(scan, verb)))
        return -1;
    for (int32_t up = scan->tokens[conjunct].head; up >= 0; up = scan->tokens[up].head)
        if (up < conjunct && scan->tokens[up].xpos == scan->tokens[verb].xpos && tree_speech_verb(scan, up))
            return subject_doer(scan, up);
    return -1;
}

/* "Lund, the head of the party, called for": a participle behind a person's name is a verb in the past where nobody can
 * be its object. */
static bool person_acts(const struct scan *scan, const struct draft *draft)
{
    const struct claim_frame *frame = draft->cue->frame;
    int32_t noun = scan->tokens[draft->head].head;
    int32_t entity = noun >= 0 ? scan->entities->by_head[noun] : -1;

    if (tree_relation(scan, draft->head) != DEPREL_ACL || entity < 0 || !tree_form_at(scan, draft->head - 1, ",") ||
        scan->entities->mentions[entity].entity < 0 ||
        scan->entities->entities[scan->entities->mentions[entity].entity].type != ENTITY_PERSON)
        return false;
    for (size_t i = 0; i < CLAIM_SLOTS_MAX; i++)
        if (frame->target[i].kind == SLOT_OBJ || frame->target[i].kind == SLOT_PERSON ||
            frame->addressee[i].kind == SLOT_OBJ)
            return false;
    return true;
}

static bool lists_object(const struct claim_slot slots[CLAIM_SLOTS_MAX])
{
    for (size_t i = 0; i < CLAIM_SLOTS_MAX && slots[i].kind != SLOT_NONE; i++)
        if (slots[i].kind == SLOT_OBJ || slots[i].kind == SLOT_PERSON || slots[i].kind == SLOT_OWNER ||
            slots[i].kind == SLOT_THING)
            return true;
    return false;
}

/* The noun that a verb without an auxiliary would be said of if it were a participle: its subject in the passive, or
 * the noun right before it that heads the sentence; -1. */
static int32_t participle_noun(const struct scan *scan, int32_t verb)
{
    int32_t subject = tree_child(scan, verb, DEPREL_NSUBJ_PASS);
    int32_t noun = scan->tokens[verb].head;

    if (tree_child_universal(scan, verb, DEPREL_AUX) >= 0)
        return -1;
    if (subject >= 0)
        return tree_nominal(scan, subject) ? subject : -1;
    return tree_relation(scan, verb) == DEPREL_ACL && scan->tokens[verb].xpos != XPOS_VBG && noun == verb - 1 &&
                   scan->tokens[noun].deprel == DEPREL_ROOT && actor_means_people(scan, noun)
               ? noun
               : -1;
}

/* "ministers called for talks", where the parser took "called" for a participle: without an auxiliary, a verb that
 * takes no object has no passive. */
static bool has_no_passive(const struct scan *scan, const struct draft *draft)
{
    const struct claim_frame *frame = draft->cue->frame;

    return draft->cue->word_class == CUE_VERB && participle_noun(scan, draft->head) >= 0 &&
           !lists_object(frame->target) && !lists_object(frame->addressee) && !lists_object(frame->content);
}

/* Whether a verb takes somebody as its object, and a preposition says what of: "accuse X of", "blame X for". */
static bool aims_at_object(const struct draft *draft)
{
    const struct claim_frame *frame = draft->cue->frame;

    if (draft->cue->word_class != CUE_VERB || frame->content[0].kind != SLOT_PREPOSITION)
        return false;
    for (size_t i = 0; i < CLAIM_SLOTS_MAX && frame->target[i].kind != SLOT_NONE; i++)
        if (frame->target[i].kind == SLOT_OBJ)
            return true;
    return false;
}

/* "Kos called the plan absurd.", where the parser took Kos for the root and the verb for its participle. */
static bool calls_from_root(const struct scan *scan, const struct draft *draft)
{
    int32_t noun = scan->tokens[draft->head].head;

    return draft->cue->word_class == CUE_VERB && draft->cue->frame->content[0].kind == SLOT_COMPLEMENT && noun >= 0 &&
           tree_relation(scan, draft->head) == DEPREL_ACL && scan->tokens[noun].deprel == DEPREL_ROOT &&
           noun < draft->head && tree_form_is(scan, scan->words.last, ".");
}

/* "Kos, the envoy, accused Lund of fraud", "whom Kos accused of fraud": with an object of its own the parser's
 * participle is an active verb. */
static bool has_own_object(const struct scan *scan, const struct draft *draft)
{
    int32_t object = tree_child(scan, draft->head, DEPREL_OBJ);

    if (!(aims_at_object(draft) || calls_from_root(scan, draft)) ||
        tree_child_universal(scan, draft->head, DEPREL_AUX) >= 0 || subject_agent(scan, draft->head) >= 0)
        return false;
    if (object >= 0 && object < draft->head)
        return tree_relative_pronoun(scan, object) && subject_own(scan, draft->head) > object;
    return object >= 0 && !(tree_word(scan, object) & WORD_TIME);
}

bool source_passive(const struct scan *scan, const struct draft *draft)
{
    const struct claim_frame *frame = draft->cue->frame;
    int32_t next = draft->head + 1;

    if (person_acts(scan, draft) || has_no_passive(scan, draft) || has_own_object(scan, draft))
        return false;
    if (tree_passive(scan, draft->head))
        return true;
    /* "Lund, accused of fraud": whom the active verb would need is missing, as it is not in "a man he accused of". */
    return draft->cue->word_class == CUE_VERB && tree_object(scan, draft->head) < 0 &&
           (scan->tokens[draft->head].xpos == XPOS_VBN || scan->tokens[draft->head].xpos == XPOS_VBD) &&
           frame->target[0].kind == SLOT_OBJ && frame->content[0].kind == SLOT_PREPOSITION &&
           strcmp(frame->content[0].preposition, "of") == 0 && scan_in_sentence(scan, next) &&
           tree_form_is(scan, next, "of") && tree_child_universal(scan, draft->head, DEPREL_AUX) < 0;
}

/* Whether a verb is finite, or a past form that the tagger took for a participle. */
static bool looks_finite(const struct scan *scan, int32_t verb)
{
    return tree_finite(scan, verb) ||
           (scan->tokens[verb].xpos == XPOS_VBN && tree_child_universal(scan, verb, DEPREL_AUX) < 0 &&
            tree_relation(scan, verb) != DEPREL_ACL);
}

/* "urged women to vote for X, saying": a participle of speaking behind a comma goes with the nearest finite verb above
 * it, or where the parser hung it nowhere useful, with the nearest speaking verb before it; -1. Inside what is said it
 * is another matter: continued_speaker. */
static int32_t trailing_participle(const struct scan *scan, int32_t participle)
{
    int32_t at = scan->tokens[participle].head;

    if (scan->tokens[participle].xpos != XPOS_VBG || !scan_in_sentence(scan, participle - 1) ||
        scan->tokens[participle - 1].upos != UPOS_PUNCT || continued_speaker(scan, participle) >= 0)
        return -1;
    for (int steps = 0; at >= 0 && at < participle && steps < PATH_MAX_STEPS; steps++, at = scan->tokens[at].head)
        if (scan->tokens[at].upos == UPOS_VERB && (tree_finite(scan, at) || subject_own(scan, at) >= 0))
            return at;
    for (at = participle - 1; scan_in_sentence(scan, at); at--)
        if (scan->tokens[at].upos == UPOS_VERB && tree_finite(scan, at) && scan->quotations.of[at] < 0 &&
            tree_speech_verb(scan, at))
            return at;
    return -1;
}

/* The name in apposition to what stands before it that a word ends; -1. */
static int32_t apposed_name(const struct scan *scan, int32_t last)
{
    int32_t top = scan->tokens[last].deprel == DEPREL_FLAT ? scan->tokens[last].head : last;

    return scan->tokens[last].upos == UPOS_PROPN && tree_relation(scan, top) == DEPREL_APPOS ? top : -1;
}

/* "after a lawyer, Ana Kos, testified", where the parser coordinated the verb with one before: the name between the
 * commas; -1. */
static int32_t speaker_in_aside(const struct scan *scan, int32_t verb)
{
    bool torn = scan->tokens[verb].deprel == DEPREL_CONJ && tree_child(scan, verb, DEPREL_CC) < 0 &&
                subject_own(scan, verb) < 0 && tree_finite(scan, verb);

    return torn && tree_form_at(scan, verb - 1, ",") && scan_in_sentence(scan, verb - 2) ? apposed_name(scan, verb - 2)
                                                                                         : -1;
}

/* "..., with X saying": the noun phrase behind "with", right before a participle; -1. "a complaint with X accusing Y"
 * is the complaint's speech. */
static int32_t absolute_subject(const struct scan *scan, int32_t participle)
{
    int32_t noun = participle - 1;

    if (scan->tokens[participle].xpos != XPOS_VBG || !scan_in_sentence(scan, noun))
        return -1;
    /* "with its head, Ana Kos, saying", but not "talks with Norway, saying" */
    if (tree_form_is(scan, noun, ",") && scan_in_sentence(scan, noun - 1) && apposed_name(scan, noun - 1) >= 0)
        noun--;
    for (int steps = 0; steps < PATH_MAX_STEPS && tree_nominal(scan, noun); steps++) {
        int32_t preposition = tree_child(scan, noun, DEPREL_CASE);
        if (preposition < 0)
            preposition = scan->tokens[noun].left_edge - 1;
        if (tree_form_at(scan, preposition, "with"))
            return preposition > scan->words.first && (tree_word(scan, preposition - 1) & WORD_DOCUMENT) ? -1 : noun;
        noun = scan->tokens[noun].head;
        if (!scan_in_sentence(scan, noun) || noun > participle)
            return -1;
    }
    return -1;
}

/* "..., with X saying that ..., adding that": who goes on is who spoke by such a participle before. */
static int32_t absolute_speaker(const struct scan *scan, int32_t participle)
{
    int32_t found = absolute_subject(scan, participle);

    if (found >= 0 || scan->tokens[participle].xpos != XPOS_VBG || !tree_punctuation_at(scan, participle - 1))
        return found;
    for (int32_t t = participle - 1; scan_in_sentence(scan, t) && found < 0; t--)
        if (scan->tokens[t].xpos == XPOS_VBG && tree_speech_verb(scan, t))
            found = absolute_subject(scan, t);
    return found;
}

/* "Both deny it": the word at the start of its clause that the parser took for no subject; -1. */
static int32_t two_before(const struct scan *scan, int32_t verb)
{
    int32_t t = tree_before_verb(scan, verb);

    return t == scan->words.first && tree_form_is(scan, t, "both") ? t : -1;
}

/* Who speaks by a verb: trees first, then word order where the tree has no subject or only a pronoun that stands for
 * another. */
static int32_t speaker(const struct scan *scan, const struct draft *draft, bool *guessed)
{
    int32_t verb = draft->head;
    int32_t found;

    if (source_passive(scan, draft))
        return subject_agent(scan, verb);
    found = absolute_speaker(scan, verb);
    if (found < 0)
        found = speaker_in_aside(scan, verb);
    if (found >= 0)
        return found;
    found = subject_find(scan, verb, guessed);
    if (found >= 0 && !tree_relative_pronoun(scan, found)) {
        int32_t name = name_before(scan, found, verb);
        return name >= 0 ? name : found;
    }
    if (trailing_participle(scan, verb) >= 0)
        return subject_doer(scan, trailing_participle(scan, verb));
    found = escaped_speaker(scan, verb);
    if (found < 0)
        found = quoted_speaker(scan, verb);
    if (found < 0)
        found = continued_speaker(scan, verb);
    if (found < 0)
        found = subject_surface(scan, verb);
    if (found >= 0 || !looks_finite(scan, verb))
        return found;
    /* "..., accused X of": what follows such a verb is whom it accuses. */
    found = aims_at_object(draft) ? -1 : noun_after(scan, verb);
    if (found < 0) {
        int32_t noun = noun_before_aside(scan, verb);
        int32_t name = noun >= 0 ? name_before(scan, noun, verb) : -1;
        found = name >= 0 ? name : noun;
    }
    if (found < 0)
        found = two_before(scan, verb);
    *guessed = found >= 0;
    return found;
}

/* The object of a preposition of a noun, also where the parser hung it on the verb: right behind the noun ("came under
 * criticism [from X]"), or of a verb that says where it came from ("praise for it came [from X]"). */
static int32_t prepositional_speaker(const struct scan *scan, int32_t noun, const char *preposition)
{
    int32_t at;
    int32_t found = tree_prepositional(scan, noun, preposition, &at);
    int32_t verb = scan->tokens[noun].head;

    if (found < 0 && scan->tokens[noun].upos == UPOS_NOUN && tree_form_at(scan, noun + 1, preposition))
        found = concern_behind(scan, noun, preposition);
    if (found >= 0 || verb < 0 || strcmp(preposition, "from") != 0 || !tree_verbal(scan, verb) ||
        !((tree_word(scan, verb) & WORD_FACE) || tree_lemma_is(scan, verb, "come")))
        return found;
    return tree_prepositional(scan, verb, preposition, &at);
}

/* The actor in one slot, or -1. */
static int32_t fill_slot(struct scan *scan, struct draft *draft, const struct claim_slot *slot)
{
    switch (slot->kind) {
    case SLOT_SUBJ:
        return speaker(scan, draft, &draft->guessed);
    case SLOT_POSS:
        return tree_child(scan, draft->head, DEPREL_NMOD_POSS);
    case SLOT_MODIFIER:
        return actor_modifier(scan, draft->head);
    case SLOT_GOVERNOR:
        return actor_governor(scan, draft->head);
    case SLOT_PREDICATE:
        return predicate_subject(scan, draft->head);
    case SLOT_OBJECT:
        return phrase_object(scan, draft);
    case SLOT_OPENER:
        return opening_name(scan, draft);
    case SLOT_CLOSER:
        return closing_name(scan, draft);
    case SLOT_PREPOSITION:
        return prepositional_speaker(scan, draft->head, slot->preposition);
    default:
        return -1;
    }
}

/* Whether a word cannot speak: "it" without a meaning, a time ("Monday's statement"), a number. */
static bool cannot_speak(const struct scan *scan, int32_t head)
{
    const struct token *token = &scan->tokens[head];

    if ((token->upos == UPOS_NUM && token->form[0] <= '9' && tree_relation(scan, head) != DEPREL_NSUBJ) ||
        (token->deprel == DEPREL_EXPL && !subject_it_speaks(scan, head)) || tree_word(scan, head) & WORD_TIME)
        return true;
    return !tree_nominal(scan, head) && token->upos != UPOS_ADJ && token->upos != UPOS_DET && token->upos != UPOS_X;
}

/* Whether an infinitive or gerund inside a quotation would share a subject that stands outside of it: what is quoted
 * there hangs on words that are not known, unless they are quoted with it: "X "has been busy, often blaming Y"". */
static bool shares_across_quotation(const struct scan *scan, const struct draft *draft, int32_t head)
{
    int32_t quotation = scan->quotations.of[draft->head];
    int32_t above = scan->tokens[draft->head].head;
    enum deprel relation = tree_relation(scan, draft->head);

    if (above >= 0 && above < draft->head && scan->quotations.of[above] == quotation && tree_verbal(scan, above) &&
        tree_finite(scan, above))
        return false;
    return draft->cue->word_class == CUE_VERB && quotation >= 0 && scan->quotations.of[head] != quotation &&
           !tree_finite(scan, draft->head) && scan->tokens[draft->head].xpos != XPOS_VBN &&
           (relation == DEPREL_ACL || relation == DEPREL_ADVCL || relation == DEPREL_CONJ);
}

/* "Norway denied it, [and so did Sweden]", "[as did Sweden]": who did the same speaks too. */
static void add_echo(const struct scan *scan, struct draft *draft)
{
    if (draft->cue->word_class != CUE_VERB || !tree_finite(scan, draft->head) || source_passive(scan, draft))
        return;
    for (int32_t c = scan->tokens[draft->head].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        int32_t other = c > draft->head ? clause_echo(scan, c - 1) : -1;
        if (other >= 0)
            draft->source_count = actor_expand(scan, other, draft->sources, draft->source_count);
    }
}

void source_find(struct scan *scan, struct draft *draft)
{
    const struct claim_slot *slots = draft->cue->frame->source;

    for (size_t i = 0; i < CLAIM_SLOTS_MAX && slots[i].kind != SLOT_NONE; i++) {
        int32_t head = fill_slot(scan, draft, &slots[i]);
        if (head < 0 || cannot_speak(scan, head) || shares_across_quotation(scan, draft, head))
            continue;
        draft->source_slot = slots[i].kind;
        draft->source_count = actor_expand(scan, head, draft->sources, 0);
        add_echo(scan, draft);
        return;
    }
}
