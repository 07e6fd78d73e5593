/* clause.c: the words of what is said when it is a clause or a quote: after the speaker, before, or split by the
 * speaker. Trees decide where they can; quotation marks, commas and "that" decide where trees are wrong. */
#include "claim/scan.h"

/* Only words that nearly always speak are given a clause that the tree does not show. */
enum { BARE_CLAUSE_PRIOR = 90, SURE_PRIOR = 95, SAYS_PRIOR = 99, QUOTABLE_PRIOR = 55 };

/* How far behind the verb "that" may stand, and how long a quotation without a verb is to be speech. */
enum { THAT_REACH = 16, SPEECH_WORDS_MIN = 6, CLAUSE_SUBJECT_MAX = 14, HEADLINE_WORDS_MIN = 3 };

/* The cue with its auxiliaries and its speaker where they stand side by side, as one block of words. */
struct block {
    struct range words;
    bool inverted; /* "said X" */
};

/* The first finite verb from a word on, else the word. */
int32_t clause_first_verb(const struct scan *scan, int32_t start)
{
    for (int32_t t = start; scan_in_sentence(scan, t); t++)
        if (tree_verbal(scan, t) && scan->tokens[t].upos == UPOS_VERB)
            return t;
    return start;
}

/* Words that may stand between a speaker and the verb, or between the verb and what is said. */
static bool is_filler(const struct scan *scan, int32_t token)
{
    uint8_t upos = scan->tokens[token].upos;

    return upos == UPOS_ADV || upos == UPOS_AUX || upos == UPOS_PART || (tree_word(scan, token) & WORD_TIME);
}

/* The first word of a speaker's phrase, which holds no quotation. */
static int32_t phrase_start(const struct scan *scan, int32_t speaker)
{
    for (int32_t t = speaker - 1; t >= scan->tokens[speaker].left_edge; t--)
        if (tree_quote_mark(scan, t))
            return t + 1;
    return scan->tokens[speaker].left_edge;
}

/* "the minister Ana Kos": from the name that speaks to the noun that it stands by. */
static int32_t phrase_noun(const struct scan *scan, int32_t speaker, int32_t cue)
{
    int32_t noun = speaker >= 0 ? scan->tokens[speaker].head : -1;

    if (noun < 0 || noun >= speaker || speaker > cue || tree_relation(scan, speaker) != DEPREL_APPOS ||
        !tree_nominal(scan, noun) || !scan_in_sentence(scan, noun))
        return speaker;
    for (int32_t t = noun + 1; t < speaker; t++)
        if (scan->tokens[t].upos == UPOS_PUNCT)
            return speaker;
    return noun;
}

static struct block find_block(const struct scan *scan, const struct draft *draft)
{
    struct block block = {draft->words, false};
    int32_t speaker = phrase_noun(scan, draft->source_count ? draft->sources[0] : -1, draft->head);
    int32_t t;

    while (scan_in_sentence(scan, block.words.first - 1) && is_filler(scan, block.words.first - 1))
        block.words.first--;
    if (!scan_in_sentence(scan, speaker))
        return block;
    if (speaker > draft->head) {
        block.inverted = true;
        block.words.last = scan->tokens[speaker].right_edge;
        return block;
    }
    t = scan->tokens[speaker].right_edge;
    if (t >= block.words.first)
        t = speaker;
    for (t++; t < block.words.first && (is_filler(scan, t) || scan->tokens[t].upos == UPOS_PUNCT); t++)
        ;
    if (t == block.words.first)
        block.words.first = phrase_start(scan, speaker);
    return block;
}

/* Whether a loosely joined clause can be what is said: right behind the verb, or behind a colon or a quotation mark. */
static bool follows_closely(const struct scan *scan, struct block block, int32_t start)
{
    int32_t t = block.words.last + 1;

    while (t < start && (is_filler(scan, t) || scan->tokens[t].upos == UPOS_PUNCT))
        t++;
    return t >= start || tree_form_at(scan, start - 1, ":") || tree_form_at(scan, start, ":") ||
           tree_quote_mark(scan, start) || (tree_form_at(scan, start, ",") && tree_quote_mark(scan, start + 1));
}

/* Whether a clause at the end of the sentence only names who says the rest: "..., the report says". */
static bool mere_attribution(const struct scan *scan, int32_t clause)
{
    int32_t left = scan->tokens[clause].left_edge;
    bool last = clause == scan->words.last || (clause + 1 == scan->words.last && tree_punctuation_at(scan, clause + 1));

    return last && scan->tokens[clause].upos == UPOS_VERB &&
           (scan->tokens[left].upos == UPOS_PUNCT || tree_form_at(scan, left - 1, ",")) &&
           tree_speech_verb(scan, clause);
}

/* The clause that depends on the cue and follows it. */
static int32_t clause_after(const struct scan *scan, int32_t cue, struct block block)
{
    int32_t loose = -1;

    for (int32_t c = scan->tokens[cue].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        if (c <= cue || scan->tokens[c].right_edge <= block.words.last)
            continue;
        if (relation == DEPREL_CCOMP && !mere_attribution(scan, c))
            return c;
        if (relation == DEPREL_PARATAXIS && loose < 0 && follows_closely(scan, block, scan->tokens[c].left_edge))
            loose = c;
    }
    return loose;
}

/* The clause that the cue comments on from behind: a complement before it, or the clause that it is an aside to. */
static int32_t clause_before(const struct scan *scan, int32_t cue, struct block block)
{
    int32_t head = scan->tokens[cue].head;

    for (int32_t c = scan->tokens[cue].first_child; c >= 0 && c < block.words.first; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        if (relation == DEPREL_CCOMP || (relation == DEPREL_PARATAXIS && tree_verbal(scan, c)))
            return c;
    }
    if (scan->tokens[cue].deprel == DEPREL_PARATAXIS || mere_attribution(scan, cue))
        return head;
    return -1;
}

/* Whether a quotation of more than a name or title opens here. */
static bool speech_opens(const struct scan *scan, int32_t token)
{
    int32_t quotation = scan->quotations.of[token];
    struct range words;

    if (quotation < 0 || scan->quotations.items[quotation].words.first != token)
        return false;
    words = scan->quotations.items[quotation].words;
    for (int32_t t = words.first; t <= words.last; t++)
        if (tree_verbal(scan, t))
            return true;
    return words.last - words.first >= SPEECH_WORDS_MIN;
}

/* The quotation that ends right before the block, a comma between or not; -1. */
static int32_t quotation_before(const struct scan *scan, struct block block)
{
    int32_t t = block.words.first - 1;
    int32_t quotation;

    if (tree_form_at(scan, t, ",") || tree_form_at(scan, t, "-") || tree_form_at(scan, t, "\xe2\x80\x94"))
        t--;
    if (!scan_in_sentence(scan, t) || !tree_quote_mark(scan, t))
        return -1;
    quotation = scan->quotations.of[t];
    if (quotation < 0 || scan->quotations.items[quotation].words.last != t)
        return -1;
    t = scan->quotations.items[quotation].words.first;
    return t <= scan->words.first || speech_opens(scan, t) ? quotation : -1;
}

static bool opens_with_that(const struct scan *scan, struct block block)
{
    return tree_form_at(scan, block.words.last + 1, "that") && scan->tokens[block.words.last + 1].upos == UPOS_SCONJ;
}

/* "A, X said, B": commas on both sides, and no quotation or participle behind, make the speaker an aside. */
static bool parenthetical(const struct scan *scan, const struct draft *draft, struct block block)
{
    int32_t next = block.words.last + 2;

    return draft->cue->prior >= BARE_CLAUSE_PRIOR && tree_form_at(scan, block.words.first - 1, ",") &&
           tree_form_at(scan, block.words.last + 1, ",") && scan_in_sentence(scan, next) &&
           scan->quotations.of[next] < 0 && scan->tokens[next].xpos != XPOS_VBG && !tree_relative_pronoun(scan, next) &&
           draft->source_count > 0 && tree_finite(scan, draft->head);
}

/* "..., said X" and "..., X said.": words that say nothing but who said the rest, at the end of the sentence or before
 * one more participle of speaking. */
static bool closes(const struct scan *scan, const struct draft *draft, struct block block)
{
    int32_t next = block.words.last + 1;
    uint8_t opening = scan->tokens[scan->words.first].upos;

    if (draft->cue->prior < SURE_PRIOR || draft->source_count == 0 || !tree_finite(scan, draft->head) ||
        !tree_form_at(scan, block.words.first - 1, ",") || opening == UPOS_SCONJ || opening == UPOS_VERB)
        return false;
    if (block.inverted)
        return !scan_in_sentence(scan, next) || scan->tokens[next].upos == UPOS_PUNCT;
    while (scan_in_sentence(scan, next) && (is_filler(scan, next) || scan->tokens[next].upos == UPOS_PUNCT))
        next++;
    return !scan_in_sentence(scan, next) || (scan->tokens[next].xpos == XPOS_VBG && tree_form_at(scan, next - 1, ","));
}

/* What was said stands before the speaker: "..., X said". */
static bool content_precedes(const struct scan *scan, const struct draft *draft, struct block block, int32_t before)
{
    int32_t edge = block.words.first - 1;

    if (opens_with_that(scan, block) || !tree_punctuation_at(scan, edge))
        return false;
    if (quotation_before(scan, block) >= 0)
        return true;
    /* "A accepted; B did not reply" */
    if (tree_form_at(scan, edge, ";"))
        return false;
    if (parenthetical(scan, draft, block))
        return true;
    /* In headlines the verb is easily taken for a name. */
    if (closes(scan, draft, block) &&
        (tree_has_verb(scan, scan->words.first, edge) ||
         (edge - scan->words.first >= HEADLINE_WORDS_MIN && scan->tokens[scan->words.first].upos != UPOS_ADP)))
        return true;
    if (clause_after(scan, draft->head, block) >= 0 || !tree_has_verb(scan, scan->words.first, edge))
        return false;
    /* An aside in the middle is parted from what follows too. */
    return before >= 0 && (before < block.words.first || tree_punctuation_at(scan, block.words.last + 1) ||
                           tree_punctuation_at(scan, scan->tokens[draft->head].right_edge));
}

void clause_add(const struct scan *scan, struct draft *draft, struct range range)
{
    range = tree_trim(scan, range);
    if (!range_empty(range) && draft->content_count < DRAFT_CONTENTS_MAX)
        draft->content[draft->content_count++] = range;
}

/* The first word of a clause that lies wholly or mostly before the block. */
static int32_t start_before(const struct scan *scan, int32_t clause, struct block block)
{
    int32_t quotation = quotation_before(scan, block);
    int32_t first = subject_dateline_end(scan) + 1;
    int32_t start = clause >= 0 ? scan->tokens[clause].left_edge : first;
    int32_t quoted = quotation >= 0 ? scan->quotations.items[quotation].words.first : block.words.first;

    if (start >= block.words.first || start < first)
        start = first;
    return quotation >= 0 && (quoted < start || clause < 0) ? quoted : start;
}

/* "A," X said. "B." The speaker goes on in the next sentence, or in the paragraph behind: a quotation of its own. */
static void add_next_quotation(const struct scan *scan, struct draft *draft)
{
    const struct document *document = scan->document;
    int32_t end = scan->words.last + 1;
    uint32_t next = scan->sentence + 1;
    int32_t quotation;

    if (next >= document->sentence_count || (int32_t)document->sentences[next].first != end)
        return;
    quotation = quotation_alone(scan, next);
    if (quotation >= 0)
        clause_add(scan, draft, scan->quotations.items[quotation].words);
}

/* Whether a participle opens behind a mark: ", citing X". */
static bool opens_participle(const struct scan *scan, int32_t token)
{
    if (tree_punctuation_at(scan, token))
        token++;
    return scan_in_sentence(scan, token) && scan->tokens[token].xpos == XPOS_VBG;
}

/* What follows the block when what was said stood before it: the rest of a split clause, or a second quotation. */
static void add_rest(const struct scan *scan, struct draft *draft, struct block block, int32_t clause)
{
    int32_t after = block.words.last;
    int32_t last = clause >= 0 ? scan->tokens[clause].right_edge : after;

    if (scan->tokens[draft->head].right_edge > after && scan->tokens[draft->head].deprel == DEPREL_PARATAXIS)
        after = scan->tokens[draft->head].right_edge;
    for (int32_t t = block.words.last + 1; scan_in_sentence(scan, t); t++) {
        if (scan->tokens[t].upos == UPOS_VERB)
            break;
        if (!speech_opens(scan, t))
            continue;
        clause_add(scan, draft, scan->quotations.items[scan->quotations.of[t]].words);
        return;
    }
    if (last > after && (tree_punctuation_at(scan, after) || tree_punctuation_at(scan, after + 1)) &&
        !opens_participle(scan, after + 1))
        clause_add(scan, draft, (struct range){after + 1, last});
    if (draft->content_count == 1 && quotation_before(scan, block) >= 0)
        add_next_quotation(scan, draft);
}

static bool content_around(const struct scan *scan, struct draft *draft, struct block block, int32_t clause)
{
    int32_t after = block.words.last + 2;

    clause_add(scan, draft, (struct range){subject_dateline_end(scan) + 1, block.words.first - 1});
    draft->content_head = clause >= 0 ? clause : clause_first_verb(scan, after);
    draft->content_slot = SLOT_CLAUSE;
    clause_add(scan, draft, (struct range){after, clause_cut(scan, after, scan->words.last)});
    return draft->content_count > 0;
}

static bool content_before(const struct scan *scan, struct draft *draft, struct block block, int32_t clause)
{
    int32_t start = start_before(scan, clause, block);

    clause_add(scan, draft, (struct range){start, block.words.first - 1});
    if (draft->content_count == 0)
        return false;
    draft->content_head = clause >= 0 ? clause : start;
    draft->content_slot = SLOT_CLAUSE;
    add_rest(scan, draft, block, clause);
    return true;
}

/* Whether a cue speaks so surely that a clause behind it is what it says, whatever the tree shows. */
static bool takes_bare_clause(const struct scan *scan, const struct draft *draft)
{
    const struct claim_slot *slots = draft->cue->frame->content;
    bool takes_things = false;

    for (size_t i = 0; i < CLAIM_SLOTS_MAX; i++)
        takes_things = takes_things || slots[i].kind == SLOT_THING || slots[i].kind == SLOT_OBJ;
    if (takes_things && tree_object(scan, draft->head) > draft->head)
        return false;
    return draft->cue->word_class == CUE_VERB && draft->cue->prior >= BARE_CLAUSE_PRIOR && draft->source_count > 0 &&
           !tree_passive(scan, draft->head) &&
           (tree_finite(scan, draft->head) || scan->tokens[draft->head].xpos == XPOS_VBG);
}

/* Whether a word may be the first of a bare clause: of its subject, of a clause before it ("says if it rains, they
 * stay"), or its verb in a relative clause ("what it said was a mistake"). */
static bool may_open(const struct scan *scan, int32_t token)
{
    uint8_t upos = scan->tokens[token].upos;

    if (tree_verbal(scan, token))
        return scan->tokens[token].xpos == XPOS_VBG || scan->tokens[token].xpos == XPOS_VBZ ||
               scan->tokens[token].xpos == XPOS_VBP || scan->tokens[token].xpos == XPOS_VBD ||
               scan->tokens[token].xpos == XPOS_MD;
    /* "said about half of them left" */
    if (upos == UPOS_ADP && scan_in_sentence(scan, token + 1))
        return (scan->tokens[token + 1].upos == UPOS_NUM || tree_form_is(scan, token + 1, "half")) &&
               (tree_form_is(scan, token, "about") || tree_form_is(scan, token, "around") ||
                tree_form_is(scan, token, "over"));
    return tree_nominal(scan, token) || upos == UPOS_DET || upos == UPOS_ADJ || upos == UPOS_SCONJ;
}

/* Whether a subject and its finite verb follow from `first` on: the beginning of a bare clause. A word that is always
 * followed by what is said (`sure`) needs a finite verb only, however far. */
static bool clause_opens(const struct scan *scan, int32_t first, bool sure)
{
    if (!scan_in_sentence(scan, first) || !may_open(scan, first))
        return false;
    for (int32_t t = first; scan_in_sentence(scan, t) && (sure || t < first + CLAUSE_SUBJECT_MAX); t++) {
        if (tree_verbal(scan, t) && tree_finite(scan, t))
            return sure || t == first || scan->tokens[t - 1].upos != UPOS_CCONJ;
        if (!sure && (scan->tokens[t].upos == UPOS_PUNCT || scan->tokens[t].upos == UPOS_SCONJ ||
                      scan->tokens[t].xpos == XPOS_TO || (t > first && tree_relative_pronoun(scan, t))))
            return false;
    }
    return false;
}

/* Whether "that" or a quotation opens at a word. */
static bool opens_speech(const struct scan *scan, int32_t token)
{
    return scan_in_sentence(scan, token) && (quotation_opens(scan, token) || tree_form_is(scan, token, "that"));
}

/* "told local radio Lund agreed", "warned both of them to leave": the first of two subjects of what is said, or the one
 * of an infinitive, is who is told; -1. */
static int32_t torn_listener(const struct scan *scan, int32_t verb)
{
    int32_t clause = tree_child(scan, verb, DEPREL_CCOMP);
    int32_t first = -1;

    if (clause < verb)
        return -1;
    first = tree_infinitive(scan, clause) ? tree_child(scan, clause, DEPREL_NSUBJ) : -1;
    if (first > verb && scan->tokens[first].left_edge == verb + 1)
        return first;
    first = -1;
    for (int32_t c = scan->tokens[clause].first_child; c >= 0 && c < clause; c = scan->tokens[c].next_sibling) {
        if (!subject_relation(tree_relation(scan, c)) || !tree_nominal(scan, c))
            continue;
        if (first >= 0)
            return scan->tokens[first].left_edge == verb + 1 && c > first + 1 ? first : -1;
        first = c;
    }
    return -1;
}

/* Who is told by a verb that is followed by that; -1. */
static int32_t listener(const struct scan *scan, int32_t verb)
{
    int32_t told = tree_object(scan, verb);

    if (told < 0)
        told = tree_child(scan, verb, DEPREL_IOBJ);
    return told >= 0 ? told : torn_listener(scan, verb);
}

/* The end of a phrase before a clause with "that" which the parser hung on it: "told reporters [that]". */
static int32_t end_before_that(const struct scan *scan, int32_t told)
{
    for (int32_t c = scan->tokens[told].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        int32_t left = scan->tokens[c].left_edge;
        if (left > told && tree_relation(scan, c) == DEPREL_ACL && scan->tokens[left].upos == UPOS_SCONJ &&
            tree_form_is(scan, left, "that"))
            return left - 1;
    }
    return scan->tokens[told].right_edge;
}

/* The last word of who is told: "told the court [(that) he was ill]" is no clause about a court. */
static int32_t listener_end(const struct scan *scan, int32_t told)
{
    int32_t clause = tree_child(scan, told, DEPREL_ACL_RELCL);
    int32_t subject = clause > told ? tree_child_universal(scan, clause, DEPREL_NSUBJ) : -1;
    int32_t end = end_before_that(scan, told);
    int32_t first = clause > told ? scan->tokens[clause].left_edge : -1;

    if (subject < 0 || subject > clause || tree_relative_pronoun(scan, subject) || !tree_finite(scan, clause) ||
        tree_form_at(scan, end + 1, "that"))
        return end;
    return first == scan->tokens[subject].left_edge - tree_form_is(scan, first, "that") ? first - 1 : end;
}

/* "to" of an infinitive, or "not" before it. */
static bool opens_infinitive(const struct scan *scan, int32_t token)
{
    int32_t to = token + tree_form_is(scan, token, "not");

    return scan_in_sentence(scan, to) && scan->tokens[to].xpos == XPOS_TO;
}

/* The first word behind the verb that is neither an adverb, a time nor the one who is told. */
static int32_t behind_verb(const struct scan *scan, const struct draft *draft, struct block block)
{
    int32_t t = block.words.last + 1;
    int32_t told = draft->cue->frame->addressee[0].kind == SLOT_OBJ ? listener(scan, draft->head) : -1;
    bool passed = told >= t && scan->tokens[told].left_edge <= t;

    if (passed)
        t = listener_end(scan, told) + 1;
    while (
        scan_in_sentence(scan, t) && !(passed && opens_infinitive(scan, t)) &&
        (is_filler(scan, t) || tree_form_at(scan, t, ":") || (tree_form_at(scan, t, ",") && opens_speech(scan, t + 1))))
        t++;
    return t;
}

/* A quotation mark (behind words that can be followed by one) or "that" at or soon behind `first`, before any verb; -1.
 */
static int32_t marked_start(const struct scan *scan, int32_t first, bool quotable)
{
    for (int32_t t = first; t < first + THAT_REACH && scan_in_sentence(scan, t); t++) {
        if (quotable && speech_opens(scan, t) && (t == first || scan->tokens[t - 1].upos == UPOS_PUNCT))
            return t;
        if (tree_form_is(scan, t, "that") &&
            (scan->tokens[t].upos == UPOS_SCONJ || t == first ||
             (scan->tokens[t].upos == UPOS_PRON && scan->tokens[first].upos == UPOS_ADP) ||
             scan->tokens[t].deprel == DEPREL_MARK))
            return t == first && scan->tokens[t].upos == UPOS_DET && scan->tokens[t].head == t + 1 ? -1 : t;
        if (tree_verbal(scan, t) && (tree_finite(scan, t) || scan->tokens[t].xpos != XPOS_VBN))
            break;
    }
    return -1;
}

/* Whether a finite clause has lost its subject to the verb above it: what stands between `first` and the clause is
 * that. */
static bool subject_torn(const struct scan *scan, int32_t clause, int32_t first)
{
    uint8_t upos = scan->tokens[first].upos;

    if (!tree_finite(scan, clause) || tree_child_universal(scan, clause, DEPREL_NSUBJ) >= 0 ||
        tree_child_universal(scan, clause, DEPREL_CSUBJ) >= 0)
        return false;
    return tree_nominal(scan, first) || upos == UPOS_DET || upos == UPOS_ADJ || scan->tokens[first].xpos == XPOS_VBG;
}

/* Where a clause after the verb starts. Trees tend to tear the first noun of a bare clause off as an object: it is
 * taken back. */
static int32_t start_after(const struct scan *scan, struct draft *draft, struct block block, int32_t clause)
{
    int32_t first = behind_verb(scan, draft, block);
    int32_t marked = marked_start(scan, first, draft->cue->prior >= QUOTABLE_PRIOR);
    int32_t left = clause >= 0 ? scan->tokens[clause].left_edge : -1;
    /* "added some jobs, and others left": an object where the tree shows no clause may be all that there is, but not
     * behind "said". */
    bool sure = draft->cue->prior >= SURE_PRIOR && (draft->cue->frame->needs & NEED_CLAUSE) &&
                (clause >= 0 || draft->cue->prior >= SAYS_PRIOR || tree_object(scan, draft->head) < first);

    if (marked >= 0 && (left < 0 || marked < left || tree_under(scan, marked, clause))) {
        draft->guessed = draft->guessed || clause < 0;
        return marked;
    }
    if (takes_bare_clause(scan, draft) && clause_opens(scan, first, sure) && (left < 0 || left > first)) {
        draft->guessed = draft->guessed || clause < 0;
        return first;
    }
    if (clause < 0)
        return -1;
    if (left > first && subject_torn(scan, clause, first))
        return first;
    if (left < first && scan->tokens[clause].right_edge >= first)
        return first;
    return left > block.words.last ? left : block.words.last + 1;
}

/* "rejected that and said so": no conjunction, and all that is rejected. */
static bool mere_that(const struct scan *scan, int32_t token)
{
    return tree_form_is(scan, token, "that") && scan->tokens[token].upos != UPOS_SCONJ &&
           (tree_form_at(scan, token + 1, "and") || tree_form_at(scan, token + 1, "but"));
}

static bool content_after(const struct scan *scan, struct draft *draft, struct block block)
{
    int32_t clause = clause_after(scan, draft->head, block);
    int32_t start = start_after(scan, draft, block, clause);

    while (start >= 0 && start < scan->words.last && scan->tokens[start].upos == UPOS_PUNCT &&
           !quotation_opens(scan, start))
        start++;
    if (start < 0 || !scan_in_sentence(scan, start))
        return false;
    draft->content_head = clause >= 0 ? clause : clause_first_verb(scan, start);
    draft->content_slot = SLOT_CLAUSE;
    clause_add(scan, draft,
               (struct range){start, mere_that(scan, start) ? start : clause_speech_end(scan, draft->head, start)});
    if (draft->content_count == 1 && scan->quotations.of[draft->content[0].last] >= 0)
        add_next_quotation(scan, draft);
    return draft->content_count > 0;
}

/* "A." X said. -- where the sentence is nothing but that, what was said is the quotation that closed right before it.
 */
static bool content_of_previous(const struct scan *scan, struct draft *draft, struct block block)
{
    int32_t mark = scan->words.first - 1;
    int32_t quotation = mark >= 0 ? scan->quotations.of[mark] : -1;

    if (block.words.first != scan->words.first || draft->source_count == 0 || draft->cue->prior < SURE_PRIOR ||
        quotation < 0 || scan->quotations.items[quotation].words.last != mark ||
        scan->document->sentences[scan->sentence].opens_paragraph)
        return false;
    for (int32_t t = block.words.last + 1; t <= scan->words.last; t++)
        if (!is_filler(scan, t) && scan->tokens[t].upos != UPOS_PUNCT)
            return false;
    clause_add(scan, draft, scan->quotations.items[quotation].words);
    draft->content_head = clause_first_verb(scan, block.words.first);
    draft->content_slot = SLOT_CLAUSE;
    return draft->content_count > 0;
}

/* "X said:" at the end of a sentence: the quotation or the sentences of the paragraph that follows. */
static bool content_of_next(const struct scan *scan, struct draft *draft, struct block block)
{
    const struct document *document = scan->document;
    uint32_t next = scan->sentence + 1;
    struct range words;
    int32_t quotation;

    if (draft->source_count == 0 || next >= document->sentence_count || !tree_form_is(scan, scan->words.last, ":") ||
        tree_has_verb(scan, block.words.last + 1, scan->words.last))
        return false;
    words.first = (int32_t)document->sentences[next].first;
    words.last = words.first + (int32_t)document->sentences[next].count - 1;
    for (next++; next < document->sentence_count && !document->sentences[next].opens_paragraph; next++)
        words.last += (int32_t)document->sentences[next].count;
    quotation = scan->quotations.of[words.first];
    clause_add(scan, draft, quotation >= 0 ? scan->quotations.items[quotation].words : words);
    draft->content_head = draft->head;
    draft->content_slot = SLOT_CLAUSE;
    return draft->content_count > 0;
}

bool clause_find(struct scan *scan, struct draft *draft)
{
    struct block block;
    int32_t before;

    if (draft->cue->word_class == CUE_NOUN)
        return clause_of_noun(scan, draft);
    block = find_block(scan, draft);
    before = clause_before(scan, draft->head, block);
    if (content_precedes(scan, draft, block, before) && quotation_before(scan, block) < 0 &&
        parenthetical(scan, draft, block))
        return content_around(scan, draft, block, before);
    if (content_precedes(scan, draft, block, before))
        return content_before(scan, draft, block, before);
    return content_after(scan, draft, block) || content_of_previous(scan, draft, block) ||
           content_of_next(scan, draft, block);
}
