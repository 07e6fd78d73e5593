/* match.c: one generic matcher: looks every word up in the cue table and fills the slots of its frame. */
#include "claim/scan.h"

/* The prior, in percent, from which on a finite verb makes a speaker of any noun. */
enum { SPEAKS_ALWAYS = 90 };

/* "in charge of", "in defence of": the noun of a preposition of three words says nothing. */
static bool complex_preposition(const struct scan *scan, int32_t noun)
{
    return scan_in_sentence(scan, noun - 1) && scan_in_sentence(scan, noun + 1) && tree_form_is(scan, noun - 1, "in") &&
           tree_form_is(scan, noun + 1, "of");
}

/* "detainees and accused persons": a participle that the parser coordinated with a noun is no verb. */
static bool modifies_by_conjunction(const struct scan *scan, int32_t verb)
{
    int32_t head = scan->tokens[verb].head;

    return scan->tokens[verb].deprel == DEPREL_CONJ && head >= 0 && tree_nominal(scan, head) &&
           tree_child(scan, head, DEPREL_COP) < 0 && tree_child(scan, verb, DEPREL_CC) >= 0 &&
           (scan->tokens[verb].xpos == XPOS_VBN || scan->tokens[verb].xpos == XPOS_VBD) &&
           tree_child_universal(scan, verb, DEPREL_AUX) < 0 && tree_child_universal(scan, verb, DEPREL_NSUBJ) < 0 &&
           scan_in_sentence(scan, verb + 1) && tree_nominal(scan, verb + 1);
}

/* The class under which a word may be a cue; false where none. */
static bool class_of(const struct scan *scan, int32_t token, enum claim_cue_class *word_class)
{
    switch (scan->tokens[token].upos) {
    case UPOS_VERB:
        *word_class = scan->tokens[token].deprel == DEPREL_AMOD ? CUE_ADJECTIVE : CUE_VERB;
        return scan->tokens[token].deprel != DEPREL_COMPOUND && !modifies_by_conjunction(scan, token);
    case UPOS_NOUN:
        *word_class = CUE_NOUN;
        return scan->tokens[token].deprel != DEPREL_COMPOUND && !complex_preposition(scan, token);
    case UPOS_ADJ:
        *word_class = CUE_ADJECTIVE;
        return true;
    case UPOS_ADV:
        *word_class = CUE_ADVERB;
        return true;
    default:
        return false;
    }
}

/* Finds the companion of a cue: as a child, as a preposition of what depends on it, as the next word, or as an
 * adjective behind the object: "held X responsible". */
static bool companion_found(const struct scan *scan, struct draft *draft)
{
    const char *companion = draft->cue->companion;
    int32_t found;

    if (!companion)
        return true;
    if (scan_in_sentence(scan, draft->head + 1) && tree_form_is(scan, draft->head + 1, companion)) {
        draft->words.last = draft->head + 1;
        return true;
    }
    found = tree_child_lemma(scan, draft->head, companion);
    /* "took up arms [with the aim] of": an adjunct. */
    if (found >= 0 && tree_nominal(scan, found) && tree_child_lemma(scan, found, "with") >= 0)
        return false;
    if (found > draft->head || (found >= 0 && draft->cue->word_class == CUE_NOUN))
        return true;
    if (tree_object(scan, draft->head) > draft->head &&
        tree_child_lemma(scan, tree_object(scan, draft->head), companion) > tree_object(scan, draft->head))
        return true;
    /* "called the envoy home for talks" is no call for talks. */
    return tree_object(scan, draft->head) < 0 && tree_prepositional(scan, draft->head, companion, &found) >= 0;
}

/* Whether the words from `token` on are this phrase; sets the cue's words. */
static bool phrase_found(const struct scan *scan, struct draft *draft)
{
    const char *rest = draft->cue->companion;

    while (rest && *rest) {
        const char *space = strchr(rest, ' ');
        struct view word = {rest, space ? (size_t)(space - rest) : strlen(rest)};
        int32_t next = draft->words.last + 1;
        if (!scan_in_sentence(scan, next) || !view_equal(token_form(&scan->tokens[next]), word))
            return false;
        draft->words.last = next;
        rest = space ? space + 1 : NULL;
    }
    return true;
}

static bool has_target(const struct draft *draft)
{
    for (size_t i = 0; i < draft->target_count; i++)
        if (draft->targets[i].role != ROLE_TOPIC)
            return true;
    return false;
}

static bool content_after(const struct draft *draft, const char *preposition)
{
    return draft->content_count && draft->content_slot == SLOT_PREPOSITION &&
           strcmp(draft->content_preposition, preposition) == 0;
}

/* "everything", "something": pronouns for things. */
static bool indefinite(const struct scan *scan, int32_t pronoun)
{
    struct view form = token_form(&scan->tokens[pronoun]);

    return view_ends(form, VIEW("thing")) || view_is(form, "this") || view_is(form, "that") || view_is(form, "what");
}

static bool target_is_named(const struct scan *scan, const struct draft *draft)
{
    for (size_t i = 0; i < draft->target_count; i++)
        if (scan->tokens[draft->targets[i].head].upos != UPOS_NOUN)
            return true;
    return false;
}

/* Whether the object of a verb is something that was done or said: who "attacks the decision" does so in words. */
static bool object_is_deed(const struct scan *scan, int32_t verb)
{
    int32_t object = tree_object(scan, verb);

    return object >= 0 && !(tree_word(scan, object) & WORD_HARM) &&
           ((tree_word(scan, object) & WORD_DEED) || actor_speech_noun(scan, object));
}

/* Whether those who act fight with arms, and so attack with arms: "insurgents", "militant groups". */
static bool source_is_armed(const struct scan *scan, const struct draft *draft)
{
    int32_t head = draft->source_count ? draft->sources[0] : -1;

    if (head < 0)
        return false;
    for (int32_t t = scan->tokens[head].left_edge; t <= head; t++)
        if (tree_word(scan, t) & WORD_TAINT)
            return true;
    return false;
}

/* Whether a participle of speaking goes on behind a word: "attacked him, [saying]". */
static bool goes_on_speaking(const struct scan *scan, int32_t participle)
{
    return tree_relation(scan, participle) == DEPREL_ADVCL && scan->tokens[participle].xpos == XPOS_VBG &&
           tree_speech_verb(scan, participle);
}

/* "Lund's campaign", "the Lund camp": those who work for somebody. */
static bool works_for_person(struct scan *scan, int32_t noun)
{
    int32_t owner =
        tree_lemma_is(scan, noun, "campaign") || tree_lemma_is(scan, noun, "camp") ? actor_owner(scan, noun) : -1;

    return actor_is_person(scan, owner);
}

/* "in a speech", "on Twitter": where words alone are exchanged. */
static bool place_of_words(const struct scan *scan, int32_t phrase)
{
    static const char *const places[] = {"Twitter", "Facebook", "television", "debate", "radio", NULL};
    int32_t preposition = tree_child(scan, phrase, DEPREL_CASE);

    return tree_relation(scan, phrase) == DEPREL_OBL && preposition >= 0 &&
           (tree_form_is(scan, preposition, "in") || tree_form_is(scan, preposition, "on")) &&
           ((tree_word(scan, phrase) & WORD_DOCUMENT) || tree_form_in(scan, phrase, places));
}

/* Whether one person by name attacks, and no army. */
static bool source_is_person(const struct scan *scan, const struct draft *draft)
{
    return draft->source_count && actor_is_person(scan, draft->sources[0]);
}

/* Whether those who attack can do so in words alone: "the letter attacked her", "Lund's campaign attacked her". */
static bool source_is_wordy(struct scan *scan, const struct draft *draft)
{
    int32_t head = draft->cue->word_class == CUE_VERB && draft->source_count ? draft->sources[0] : -1;

    return head >= 0 && scan->tokens[head].upos == UPOS_NOUN &&
           ((tree_word(scan, head) & WORD_DOCUMENT) || works_for_person(scan, head));
}

/* Whether anything in the sentence says that bodies were attacked: another harm, weapons, soldiers, courts, a place or
 * an instrument. */
static bool bodily(const struct scan *scan, int32_t attack)
{
    static const char *const signs[] = {
        "police",  "hospital",  "knife",   "gun",        "court",    "jury",     "prosecutor", "judge",   "hammer",
        "machete", "axe",       "wound",   "prison",     "army",     "battle",   "soldier",    "general", "commander",
        "king",    "defendant", "suspect", "fan",        "accuse",   "charge",   "convict",    "force",   "fleet",
        "ship",    "cavalry",   "castle",  "fort",       "troop",    "regiment", "emperor",    "duke",    "climb",
        "lap",     "peloton",   "striker", "midfielder", "defender", "goal",     NULL};
    static const char *const places[] = {"in", "at", "with", "near", "outside", "inside", "from", NULL};

    for (int32_t t = scan->words.first; t <= scan->words.last; t++)
        if (!tree_lemma_is(scan, t, "attack") &&
            ((tree_word(scan, t) & (WORD_HURT | WORD_HARM | WORD_TAINT | WORD_SUFFER)) ||
             tree_lemma_in(scan, t, signs) || tree_form_in(scan, t, signs)))
            return true;
    for (int32_t c = scan->tokens[attack].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if (c > attack && tree_relation(scan, c) == DEPREL_OBL &&
            tree_form_in(scan, tree_child(scan, c, DEPREL_CASE), places))
            return true;
    return false;
}

/* "Lund's attacks on Berg", "Lund attacked Berg": one person by name makes several attacks on another in words alone,
 * and a single one where nothing speaks of bodies. */
static bool between_persons(struct scan *scan, const struct draft *draft)
{
    int32_t target = draft->target_count ? draft->targets[0].head : -1;
    bool verb = draft->cue->word_class == CUE_VERB;

    if (!actor_is_person(scan, target) || !source_is_person(scan, draft))
        return false;
    return verb ? !bodily(scan, draft->head)
                : tree_plural(scan, draft->head) && scan->tokens[draft->sources[0]].upos != UPOS_PRON;
}

/* Whether the words around an attack say that it is made in words: "a scathing attack", "publicly attacked", "attacked
 * him, calling him a liar", "a speech attacking him". */
static bool done_in_words(struct scan *scan, const struct draft *draft)
{
    int32_t attack = draft->head;
    int32_t above = scan->tokens[attack].head;
    int32_t light = draft->cue->word_class == CUE_NOUN ? subject_light_verb(scan, attack) : -1;

    if (source_is_wordy(scan, draft) || between_persons(scan, draft))
        return true;
    /* "launched an attack on her, calling her a liar" */
    for (int32_t c = light >= 0 ? scan->tokens[light].first_child : -1; c >= 0; c = scan->tokens[c].next_sibling)
        if (c > attack && goes_on_speaking(scan, c))
            return true;
    for (int32_t c = scan->tokens[attack].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if ((tree_word(scan, c) & WORD_VERBAL) || (c > attack && goes_on_speaking(scan, c)) ||
            (c > attack && draft->cue->word_class == CUE_VERB && source_is_person(scan, draft) &&
             place_of_words(scan, c)))
            return true;
    return above >= 0 && above < attack && tree_relation(scan, attack) == DEPREL_ACL &&
           (tree_word(scan, above) & WORD_DOCUMENT);
}

/* "a book critic": a common noun before another that makes it a trade; a body of people is whom it is aimed at. */
static bool names_trade(const struct scan *scan, int32_t noun)
{
    for (int32_t c = scan->tokens[noun].first_child; c >= 0 && c < noun; c = scan->tokens[c].next_sibling)
        if (tree_relation(scan, c) == DEPREL_COMPOUND && scan->tokens[c].upos == UPOS_NOUN &&
            !(tree_word(scan, c) & WORD_BODY))
            return true;
    return false;
}

/* "forming a cabinet". */
static bool forms_government(const struct scan *scan, int32_t act)
{
    int32_t object = act >= 0 ? tree_child(scan, act, DEPREL_OBJ) : -1;

    return object >= 0 && tree_lemma_is(scan, act, "form") &&
           (tree_lemma_is(scan, object, "cabinet") || tree_lemma_is(scan, object, "government") ||
            tree_lemma_is(scan, object, "coalition"));
}

/* "charged with the task of reforming it", "charged with enforcing the truce": nobody is accused by that. */
static bool is_duty(const struct scan *scan, const struct draft *draft)
{
    static const char *const duties[] = {"task",    "duty",     "responsibility", "job",        "mission", "mandate",
                                         "care",    "lead",     "oversee",        "manage",     "ensure",  "supervise",
                                         "guard",   "enforce",  "implement",      "coordinate", "protect", "safeguard",
                                         "monitor", "maintain", "rebuild",        "improve",    NULL};
    int32_t with;
    int32_t thing = tree_prepositional(scan, draft->head, "with", &with);
    bool duty = tree_lemma_in(scan, thing, duties) || forms_government(scan, thing);

    for (int32_t t = with; duty && t <= scan->tokens[thing].right_edge; t++)
        duty = !(tree_word(scan, t) & (WORD_NEGATIVE | WORD_HARM | WORD_TAINT));
    return duty;
}

/* What the frame of a draft says that a claim must have, and this one has not; MISS_NONE. */
static enum claim_miss_reason unmet_need(struct scan *scan, const struct draft *draft)
{
    unsigned needs = draft->cue->frame->needs;
    bool content = draft->content_count > 0;
    int32_t preposition;

    if ((needs & NEED_SOURCE) && draft->source_count == 0)
        return MISS_SOURCE;
    if ((needs & NEED_TARGET) && !has_target(draft))
        return MISS_TARGET;
    if ((needs & NEED_CONTENT) && !content)
        return MISS_CONTENT;
    if ((needs & NEED_CLAUSE) && !(content && draft->content_slot == SLOT_CLAUSE))
        return MISS_CLAUSE;
    if ((needs & NEED_ANY) && !content && !has_target(draft))
        return MISS_ANY;
    if ((needs & NEED_SPEECH) && (draft->content_head < 0 || !actor_speech_noun(scan, draft->content_head)))
        return MISS_CONTENT;
    if ((needs & NEED_COMPLEMENT) && draft->content_slot != SLOT_COMPLEMENT)
        return MISS_COMPLEMENT;
    if ((needs & NEED_EITHER) && !content && draft->source_count == 0 && draft->target_slot != SLOT_HELD)
        return MISS_EITHER;
    if ((needs & NEED_ACTOR) && draft->source_count && scan->tokens[draft->sources[0]].upos == UPOS_NOUN &&
        !target_is_actor(scan, draft->sources[0]) && !works_for_person(scan, draft->sources[0]))
        return MISS_ACTOR;
    if ((needs & NEED_NAMED) && !content && !tree_passive(scan, draft->head) && !target_is_named(scan, draft))
        return MISS_NAMED;
    if ((needs & NEED_FINITE) && !tree_finite(scan, draft->head))
        return MISS_FINITE;
    if ((needs & NEED_PASSIVE) && !tree_passive(scan, draft->head))
        return MISS_PASSIVE;
    if ((needs & NEED_WORDS) && tree_prepositional(scan, draft->head, "to", &preposition) >= 0)
        return MISS_CONTENT;
    if ((needs & NEED_PLAIN) && names_trade(scan, draft->head))
        return MISS_TARGET;
    if ((needs & NEED_VERBAL) && !done_in_words(scan, draft))
        return MISS_COMPANION;
    if ((needs & NEED_DEED) && (!object_is_deed(scan, draft->head) || source_is_armed(scan, draft)))
        return MISS_CONTENT;
    if ((needs & NEED_CHARGES) &&
        !(content && draft->content_head >= 0 && (tree_word(scan, draft->content_head) & WORD_CHARGES)))
        return MISS_CHARGES;
    if ((needs & (NEED_WITH | NEED_PASSIVE)) && is_duty(scan, draft))
        return MISS_CHARGES;
    if ((needs & NEED_TALK) && !(content && (tree_word(scan, draft->content_head) & WORD_SPEECH)))
        return MISS_TALK;
    if ((needs & NEED_ACTIVE) && draft->content_slot == SLOT_PREPOSITION && tree_passive(scan, draft->head))
        return MISS_CONTENT;
    if (((needs & NEED_OF) && !content_after(draft, "of")) || ((needs & NEED_WITH) && !content_after(draft, "with")))
        return MISS_PREPOSITION;
    return MISS_NONE;
}

/* Only people, bodies of people and documents praise, blame or promise; and nobody is accused in the active voice by no
 * one. */
static bool able_to_speak(struct scan *scan, const struct draft *draft)
{
    bool plain = draft->relation == RELATION_SAY || draft->relation == RELATION_ANNOUNCE ||
                 draft->relation == RELATION_PREDICT || draft->relation == RELATION_CLAIM ||
                 draft->relation == RELATION_PROPOSE || draft->relation == RELATION_DEMAND;
    int32_t head = draft->source_count ? draft->sources[0] : -1;

    if (head >= 0 && draft->cue->word_class == CUE_VERB && scan->tokens[head].upos == UPOS_PRON &&
        (tree_form_is(scan, head, "what") || view_ends(token_form(&scan->tokens[head]), VIEW("thing"))))
        return false;
    if (draft->cue->word_class != CUE_VERB)
        return true;
    /* "Lund was asked to leave", "I am told that": readers take it for what happened to him, not for a claim. */
    if (head < 0)
        return source_passive(scan, draft) && draft->relation != RELATION_ASK && draft->relation != RELATION_TELL &&
               draft->relation != RELATION_PROMISE;
    if (plain)
        return true;
    if (scan->tokens[head].upos == UPOS_PRON)
        return tree_personal(scan, head) || !indefinite(scan, head);
    if (draft->cue->prior >= SPEAKS_ALWAYS && tree_finite(scan, draft->head))
        return true;
    return scan->tokens[head].upos != UPOS_NOUN || (tree_word(scan, head) & WORD_DOCUMENT) ||
           works_for_person(scan, head) || target_is_actor(scan, head);
}

/* "expressed condolences": the noun is the cue, not the light verb. */
static bool noun_speaks(const struct scan *scan, const struct draft *draft)
{
    bool object = draft->content_slot == SLOT_THING || draft->content_slot == SLOT_OBJ;

    return object && draft->cue->word_class == CUE_VERB && (tree_word(scan, draft->head) & WORD_LIGHT) &&
           cue_speech_noun(token_lemma(&scan->tokens[draft->content_head]));
}

/* Whether a modal or a condition stands by a verb: "could suggest", "if we ask". */
static bool under_modal(const struct scan *scan, int32_t verb)
{
    for (int32_t c = scan->tokens[verb].first_child; c >= 0 && c < verb; c = scan->tokens[c].next_sibling)
        if (scan->tokens[c].xpos == XPOS_MD || (scan->tokens[c].deprel == DEPREL_MARK && tree_form_is(scan, c, "if")))
            return true;
    return false;
}

/* What a quoted speaker says of himself and the one before him ("I agree", "you say") is no claim to draw: nobody can
 * tell from the words alone who they are. Outside of quotations a letter or speech may well report what "I said", but
 * "I thank you" and "we could suggest" only talk. */
static bool first_or_second_person(const struct scan *scan, const struct draft *draft)
{
    static const char *const pronouns[] = {"I", "we", "you", "me", "us", "my", "our", "your", NULL};

    if (scan->quotations.of[draft->head] < 0 && draft->content_slot == SLOT_CLAUSE && !under_modal(scan, draft->head))
        return false;
    return draft->source_count && tree_form_in(scan, draft->sources[0], pronouns);
}

/* "wrote in a letter that": the clause is what the verb says already. */
static bool said_already(const struct scan *scan, const struct draft *draft)
{
    const struct claim_set *set = scan->set;

    if (draft->cue->word_class != CUE_NOUN || draft->content_slot != SLOT_CLAUSE ||
        !(tree_word(scan, draft->head) & WORD_DOCUMENT))
        return false;
    for (size_t i = set->count; i-- > 0 && scan->found[i].sentence == scan->sentence;)
        if ((set->claims[i].relation == RELATION_SAY || set->claims[i].relation == RELATION_TELL) &&
            set->claims[i].content_count &&
            set->claims[i].content[0].start == scan->tokens[draft->content[0].first].start)
            return true;
    return false;
}

/* Why a filled draft is no claim; MISS_NONE. */
static enum claim_miss_reason why_none(struct scan *scan, const struct draft *draft)
{
    enum claim_miss_reason reason = unmet_need(scan, draft);

    if (reason != MISS_NONE)
        return reason;
    if (noun_speaks(scan, draft))
        return MISS_NOUN_SPEAKS;
    if (first_or_second_person(scan, draft))
        return MISS_QUOTED_PERSON;
    if (said_already(scan, draft))
        return MISS_SAID_ALREADY;
    return able_to_speak(scan, draft) ? MISS_NONE : MISS_ACTOR;
}

/* Fills a draft by one row of the table; MISS_NONE, or why it is no claim. */
static enum claim_miss_reason fill_draft(struct scan *scan, struct draft *draft, const struct claim_cue *cue,
                                         int32_t head)
{
    enum claim_miss_reason reason;

    *draft = (struct draft){.cue = cue,
                            .head = head,
                            .words = {head, head},
                            .mutual = RANGE_NONE,
                            .content_head = -1,
                            .relation = cue->relation};
    draft->kind = claim_relation_facts(cue->relation)->kind;
    if (cue->word_class == CUE_PHRASE ? !phrase_found(scan, draft) : !companion_found(scan, draft))
        return MISS_COMPANION;
    source_find(scan, draft);
    content_find(scan, draft);
    target_find(scan, draft);
    reason = why_none(scan, draft);
    if (reason != MISS_NONE)
        return reason;
    modality_judge(scan, draft);
    blame_judge(scan, draft);
    topic_find(scan, draft);
    return MISS_NONE;
}

/* The rows of a verb whose lemma the table does not know for a letter: the lemmatiser may drop the "e" of "rebuke" or
 * one "l" of "spelled". */
static const struct claim_cue *mended_rows(struct view lemma, size_t *count)
{
    char longer[24];
    const struct claim_cue *rows;

    *count = 0;
    if (lemma.length < 3 || lemma.length >= sizeof longer)
        return NULL;
    memcpy(longer, lemma.data, lemma.length);
    longer[lemma.length] = 'e';
    rows = cue_find((struct view){longer, lemma.length + 1}, CUE_VERB, count);
    if (rows)
        return rows;
    longer[lemma.length] = lemma.data[lemma.length - 1];
    return cue_find((struct view){longer, lemma.length + 1}, CUE_VERB, count);
}

/* Tries the rows of one word: those with a companion first, as the table is sorted. */
static int match_rows(struct scan *scan, int32_t token, struct view lemma, enum claim_cue_class word_class,
                      bool *matched)
{
    size_t count;
    const struct claim_cue *rows = cue_find(lemma, word_class, &count);
    struct draft draft;

    if (!rows && word_class == CUE_VERB && !view_equal(lemma, token_form(&scan->tokens[token])))
        rows = mended_rows(lemma, &count);
    for (size_t i = 0; i < count && !*matched; i++) {
        enum claim_miss_reason reason = fill_draft(scan, &draft, &rows[i], token);
        if (reason == MISS_NONE) {
            *matched = true;
            trace_forget(scan, token);
            return build_claim(scan, &draft);
        }
        if (trace_row(scan, token, &rows[i], reason) < 0)
            return HEARSAY_ERROR_MEMORY;
    }
    return 0;
}

/* A phrase is looked up by the form of its first word, a word by its lemma. */
static int match_word(struct scan *scan, int32_t token)
{
    enum claim_cue_class word_class;
    struct view form = token_form(&scan->tokens[token]);
    char lower[16];
    bool matched = false;
    int result;

    if (form.length <= sizeof lower && (token == scan->words.first || form.data[0] > 'Z')) {
        memcpy(lower, form.data, form.length);
        if (lower[0] >= 'A' && lower[0] <= 'Z')
            lower[0] = (char)(lower[0] + 32);
        form.data = lower;
    }
    if (form.length <= sizeof lower) {
        result = match_rows(scan, token, form, CUE_PHRASE, &matched);
        if (result < 0 || matched)
            return result;
    }
    if (!class_of(scan, token, &word_class))
        return trace_word(scan, token);
    /* Nouns may stand in the table in the plural alone: "demands" are made, "demand" for oil is not. */
    if (word_class == CUE_NOUN && !view_equal(form, token_lemma(&scan->tokens[token]))) {
        result = match_rows(scan, token, form, word_class, &matched);
        if (result < 0 || matched)
            return result;
    }
    result = match_rows(scan, token,
                        word_class == CUE_VERB || word_class == CUE_NOUN ? token_lemma(&scan->tokens[token]) : form,
                        word_class, &matched);
    return result < 0 || matched ? result : trace_word(scan, token);
}

int match_sentence(struct scan *scan)
{
    for (int32_t t = scan->words.first; t <= scan->words.last; t++)
        if (match_word(scan, t) < 0)
            return HEARSAY_ERROR_MEMORY;
    return 0;
}
