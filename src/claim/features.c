/* features.c: what a draft and the claim made of it tell about how sure it is. The features are the rows of
 * confidence.tsv. */
#include "claim/scan.h"
#include "claim/confidence_rows.h"

static void set(struct claim_features *features, size_t row)
{
    features->bits[row / 64] |= (uint64_t)1 << row % 64;
}

static void set_if(struct claim_features *features, bool holds, size_t row)
{
    if (holds)
        set(features, row);
}

/* Sets the first `steps` rows from `first` on whose bounds a value exceeds: "more than 3" says "more than 1" too, so
 * that what was learnt of short things holds for those longer than any seen. */
static void set_steps(struct claim_features *features, size_t first, int value, const int *bounds, size_t steps)
{
    for (size_t i = 0; i < steps && value > bounds[i]; i++)
        set(features, first + i);
}

/* The last word of an actor's phrase. */
static int32_t phrase_last(const struct scan *scan, const struct claim_actor *actor, int32_t head)
{
    while (scan_in_sentence(scan, head + 1) && scan->tokens[head + 1].end <= actor->span.end)
        head++;
    return head;
}

static int32_t phrase_first(const struct scan *scan, const struct claim_actor *actor, int32_t head)
{
    while (scan_in_sentence(scan, head - 1) && scan->tokens[head - 1].start >= actor->span.start)
        head--;
    return head;
}

/* The words between a phrase and the cue, the phrase's and the cue's own left out; empty where they touch. */
static struct range words_between(const struct scan *scan, const struct draft *draft, const struct claim_actor *actor,
                                  int32_t head)
{
    if (head < draft->head)
        return (struct range){phrase_last(scan, actor, head) + 1, draft->words.first - 1};
    return (struct range){draft->words.last + 1, phrase_first(scan, actor, head) - 1};
}

static void note_cue(struct scan *scan, const struct draft *draft, struct claim_features *features)
{
    static const int priors[] = {49, 69, 84, 92, 97};
    static const size_t classes[] = {[CUE_VERB] = ROW_CLASS_VERB,
                                     [CUE_NOUN] = ROW_CLASS_NOUN,
                                     [CUE_ADJECTIVE] = ROW_CLASS_ADJECTIVE,
                                     [CUE_ADVERB] = ROW_CLASS_ADVERB,
                                     [CUE_PHRASE] = ROW_CLASS_PHRASE};

    set(features, classes[draft->cue->word_class]);
    set_steps(features, ROW_PRIOR_50, draft->cue->prior, priors, 5);
    set(features, ROW_RELATION_SAY + draft->relation);
    set_if(features, scan->quotations.of[draft->head] >= 0, ROW_CUE_IN_QUOTE);
    set_if(features, draft->negated, ROW_NEGATED);
    set_if(features, draft->certainty == CERTAINTY_ALLEGED, ROW_ALLEGED);
    set_if(features, draft->certainty == CERTAINTY_POSSIBLE, ROW_POSSIBLE);
    set_if(features, draft->certainty == CERTAINTY_HYPOTHETICAL, ROW_HYPOTHETICAL);
}

/* The form of a verb, by its tag and auxiliaries. */
static size_t verb_form(const struct scan *scan, int32_t verb)
{
    if (tree_passive(scan, verb))
        return ROW_FORM_PASSIVE;
    switch (scan->tokens[verb].xpos) {
    case XPOS_VBD:
        return ROW_FORM_PAST;
    case XPOS_VBZ:
    case XPOS_VBP:
        return ROW_FORM_PRESENT;
    case XPOS_VBG:
        return ROW_FORM_GERUND;
    case XPOS_VB:
        return tree_infinitive(scan, verb) ? ROW_FORM_INFINITIVE : ROW_FORM_BASE;
    default:
        return ROW_FORM_OTHER;
    }
}

/* Where a verb stands in the tree. */
static size_t verb_place(const struct scan *scan, int32_t verb)
{
    switch (scan->tokens[verb].deprel) {
    case DEPREL_ROOT:
        return ROW_PLACE_ROOT;
    case DEPREL_CONJ:
        return ROW_PLACE_CONJUNCT;
    case DEPREL_ACL_RELCL:
        return ROW_PLACE_RELATIVE;
    case DEPREL_PARATAXIS:
        return ROW_PLACE_PARATAXIS;
    case DEPREL_CCOMP:
    case DEPREL_XCOMP:
        return ROW_PLACE_COMPLEMENT;
    case DEPREL_ADVCL:
        return ROW_PLACE_ADVERBIAL;
    default:
        return ROW_PLACE_OTHER;
    }
}

/* What kind of phrase an actor is; `first` is the row of the first kind. */
static size_t actor_kind(const struct scan *scan, const struct claim_actor *actor, int32_t head, size_t first)
{
    enum { NAME, NOUN_KNOWN, NOUN_UNKNOWN, PRONOUN_KNOWN, PRONOUN_UNKNOWN };
    bool known = actor->entity >= 0;

    if (scan->tokens[head].upos == UPOS_PRON || scan->tokens[head].upos == UPOS_DET)
        return first + (known ? PRONOUN_KNOWN : PRONOUN_UNKNOWN);
    if (known && (scan->tokens[head].upos == UPOS_PROPN || scan->tokens[head].name != NAME_O))
        return first + NAME;
    return first + (known ? NOUN_KNOWN : NOUN_UNKNOWN);
}

static bool has_tag_between(const struct scan *scan, struct range words, bool (*is)(const struct scan *, int32_t))
{
    for (int32_t t = words.first; t <= words.last; t++)
        if (is(scan, t))
            return true;
    return false;
}

static bool is_punctuation(const struct scan *scan, int32_t token)
{
    return scan->tokens[token].upos == UPOS_PUNCT;
}

static bool is_verb(const struct scan *scan, int32_t token)
{
    return scan->tokens[token].upos == UPOS_VERB;
}

static bool in_content(const struct draft *draft, int32_t token)
{
    for (size_t i = 0; i < draft->content_count; i++)
        if (range_holds(draft->content[i], token))
            return true;
    return false;
}

static size_t source_slot_row(enum claim_slot_kind kind)
{
    switch (kind) {
    case SLOT_SUBJ:
        return ROW_SLOT_SUBJECT;
    case SLOT_POSS:
        return ROW_SLOT_POSSESSOR;
    case SLOT_PREPOSITION:
        return ROW_SLOT_PREPOSITION;
    case SLOT_GOVERNOR:
        return ROW_SLOT_GOVERNOR;
    case SLOT_OBJECT:
        return ROW_SLOT_PHRASE_OBJECT;
    default:
        return ROW_SLOT_OTHER;
    }
}

/* "I", "we", "you". */
static bool first_or_second(const struct scan *scan, int32_t head)
{
    return scan->tokens[head].upos == UPOS_PRON && (tree_form_is(scan, head, "i") || tree_form_is(scan, head, "I") ||
                                                    tree_form_is(scan, head, "we") || tree_form_is(scan, head, "you"));
}

static void note_source_place(struct scan *scan, const struct draft *draft, const struct claim_actor *actor,
                              struct claim_features *features)
{
    static const int distances[] = {0, 2, 6, 12};
    int32_t head = draft->sources[0];
    struct range between = words_between(scan, draft, actor, head);

    set_steps(features, ROW_SOURCE_DISTANCE_1, between.last - between.first + 1, distances, 4);
    set_if(features, head > draft->head, ROW_SOURCE_AFTER);
    set_if(features, scan->tokens[head].head == draft->head && subject_relation(scan->tokens[head].deprel),
           ROW_SOURCE_IS_SUBJECT);
    set_if(features, has_tag_between(scan, between, tree_nominal), ROW_SOURCE_NOUN_BETWEEN);
    set_if(features, has_tag_between(scan, between, is_verb), ROW_SOURCE_VERB_BETWEEN);
    set_if(features, has_tag_between(scan, between, is_punctuation), ROW_SOURCE_PUNCTUATION_BETWEEN);
    set_if(features, in_content(draft, head), ROW_SOURCE_IN_CONTENT);
    set_if(features, scan->quotations.of[head] >= 0 && scan->quotations.of[draft->head] < 0, ROW_SOURCE_IN_QUOTE);
}

static void note_source(struct scan *scan, const struct draft *draft, const struct claim *claim,
                        struct claim_features *features)
{
    int32_t head = draft->sources[0];

    if (claim->source_count == 0) {
        if (draft->cue->frame->source[0].kind == SLOT_NONE)
            set(features, ROW_SOURCE_NOT_IN_FRAME);
        else if (draft->cue->word_class != CUE_VERB)
            set(features, ROW_SOURCE_NONE_OF_NOUN);
        else
            set(features, source_passive(scan, draft) ? ROW_SOURCE_NONE_OF_PASSIVE : ROW_SOURCE_NONE);
        return;
    }
    set(features, actor_kind(scan, &claim->sources[0], head, ROW_SOURCE_NAME));
    set(features, source_slot_row(draft->source_slot));
    set_if(features, claim->source_count > 1, ROW_SOURCES_MANY);
    set_if(features, draft->guessed, ROW_SOURCE_BY_WORD_ORDER);
    set_if(features, first_or_second(scan, head), ROW_SOURCE_FIRST_SECOND);
    set_if(features, tree_relative_pronoun(scan, head), ROW_SOURCE_RELATIVE);
    note_source_place(scan, draft, &claim->sources[0], features);
}

static size_t content_slot_row(const struct draft *draft)
{
    switch (draft->content_slot) {
    case SLOT_CLAUSE:
    case SLOT_SUBJUNCTIVE:
        return ROW_CONTENT_CLAUSE;
    case SLOT_INFINITIVE:
        return ROW_CONTENT_INFINITIVE;
    case SLOT_GERUND:
        return ROW_CONTENT_GERUND;
    case SLOT_THING:
    case SLOT_OBJ:
        return ROW_CONTENT_OBJECT;
    case SLOT_HOST:
    case SLOT_REST:
        return ROW_CONTENT_HOST;
    case SLOT_PREPOSITION:
        return strcmp(draft->content_preposition, "of") == 0      ? ROW_CONTENT_OF
               : strcmp(draft->content_preposition, "about") == 0 ? ROW_CONTENT_ABOUT
               : strcmp(draft->content_preposition, "for") == 0   ? ROW_CONTENT_FOR
                                                                  : ROW_CONTENT_PREPOSITION;
    default:
        return ROW_CONTENT_OTHER;
    }
}

/* The content's words, in all ranges, and the verbs among them. */
static int count_words(const struct scan *scan, const struct draft *draft, int *verbs)
{
    int words = 0;

    *verbs = 0;
    for (size_t i = 0; i < draft->content_count; i++)
        for (int32_t t = draft->content[i].first; t <= draft->content[i].last; t++) {
            words += scan->tokens[t].upos != UPOS_PUNCT;
            *verbs += tree_verbal(scan, t);
        }
    return words;
}

/* Whether a clause ends where clauses end: before punctuation, a conjunction, or the end of the sentence. */
static bool ends_well(const struct scan *scan, int32_t last)
{
    return !scan_in_sentence(scan, last + 1) || tree_quote_mark(scan, last) ||
           scan->tokens[last + 1].upos == UPOS_PUNCT || scan->tokens[last + 1].upos == UPOS_CCONJ;
}

static void note_content(const struct scan *scan, const struct draft *draft, const struct claim *claim,
                         struct claim_features *features)
{
    static const int lengths[] = {1, 3, 8, 20, 40};
    struct range first = draft->content[0];
    int verbs;
    int words = count_words(scan, draft, &verbs);

    if (draft->content_count == 0) {
        set(features, ROW_CONTENT_NONE);
        return;
    }
    set(features, content_slot_row(draft));
    set_steps(features, ROW_CONTENT_LENGTH_2, words, lengths, 5);
    set_if(features, claim->quote == QUOTE_FULL, ROW_QUOTE_FULL);
    set_if(features, claim->quote == QUOTE_PARTIAL, ROW_QUOTE_PARTIAL);
    set_if(features, draft->content_count > 1, ROW_CONTENT_SPLIT);
    set_if(features, tree_form_is(scan, first.first, "that"), ROW_CONTENT_THAT);
    set_if(features, first.first <= draft->words.last + 2 && first.first > draft->head, ROW_CONTENT_ADJACENT);
    set_if(features, first.last < draft->head, ROW_CONTENT_BEFORE);
    set_if(features, ends_well(scan, first.last), ROW_CONTENT_ENDS_WELL);
    set_if(features, verbs == 0 && draft->content_slot == SLOT_CLAUSE, ROW_CONTENT_CLAUSE_WITHOUT_VERB);
    set_if(features,
           scan->quotations.of[first.last] >= 0 && !scan->quotations.items[scan->quotations.of[first.last]].closed,
           ROW_CONTENT_OPEN_QUOTE);
}

static void note_target(struct scan *scan, const struct draft *draft, const struct claim *claim,
                        struct claim_features *features)
{
    int count = 0;

    for (size_t i = 0; i < claim->target_count; i++) {
        const struct claim_actor *actor = &claim->targets[i];
        int32_t head = draft->targets[i].head;
        if (actor->role == ROLE_TOPIC || count++ > 0)
            continue;
        set(features, actor_kind(scan, actor, head, ROW_TARGET_NAME));
        set_if(features, actor->role == ROLE_ADDRESSEE, ROW_TARGET_ADDRESSEE);
        set_if(features, scan->tokens[head].head == draft->head, ROW_TARGET_IS_CHILD);
        set_if(features, has_tag_between(scan, words_between(scan, draft, actor, head), is_verb),
               ROW_TARGET_VERB_BETWEEN);
        set_if(features, head < draft->head, ROW_TARGET_BEFORE);
        set_if(features, in_content(draft, head), ROW_TARGET_IN_CONTENT);
    }
    set_if(features, count == 0, ROW_TARGET_NONE);
    set_if(features, count > 1, ROW_TARGETS_MANY);
}

static void note_sentence(const struct scan *scan, struct claim_features *features)
{
    static const int lengths[] = {8, 18, 30, 45};

    set_steps(features, ROW_SENTENCE_LENGTH_9, scan->words.last - scan->words.first + 1, lengths, 4);
    set_if(features, !is_punctuation(scan, scan->words.last), ROW_SENTENCE_OPEN);
}

/* Accusations that only a blame in the words of a statement made, and those that nobody is known to make. */
static void note_accusation(const struct draft *draft, const struct claim *claim, struct claim_features *features)
{
    if (claim->kind != CLAIM_ACCUSATION)
        return;
    set_if(features, draft->cue->relation != claim->relation, ROW_ACCUSATION_BY_BLAME);
    set_if(features, claim->source_count == 0, ROW_ACCUSATION_WITHOUT_SOURCE);
    set_if(features, draft->cue->word_class == CUE_NOUN, ROW_ACCUSATION_BY_NOUN);
}

struct claim_features features_of(struct scan *scan, const struct draft *draft, const struct claim *claim)
{
    struct claim_features features = {{0}};

    set(&features, ROW_BASE);
    note_cue(scan, draft, &features);
    if (draft->cue->word_class == CUE_VERB) {
        set(&features, verb_form(scan, draft->head));
        set(&features, verb_place(scan, draft->head));
    }
    note_source(scan, draft, claim, &features);
    note_content(scan, draft, claim, &features);
    note_target(scan, draft, claim, &features);
    note_sentence(scan, &features);
    note_accusation(draft, claim, &features);
    return features;
}

static bool holds(const struct claim *claim, struct span span)
{
    for (size_t i = 0; i < claim->content_count; i++)
        if (claim->content[i].start <= span.start && span.end <= claim->content[i].end)
            return true;
    return false;
}

static bool crosses(struct span a, struct span b)
{
    return (a.start < b.start && b.start < a.end && a.end < b.end) ||
           (b.start < a.start && a.start < b.end && b.end < a.end);
}

void features_add_neighbours(struct scan *scan, size_t first, size_t index)
{
    const struct claim_set *claims = scan->set;
    const struct claim *claim = &claims->claims[index];
    struct claim_features *features = &scan->found[index].features;

    set_if(features, claims->count - first > 3, ROW_CLAIMS_MANY);
    for (size_t i = first; i < claims->count; i++) {
        const struct claim *other = &claims->claims[i];
        if (i == index)
            continue;
        set_if(features, holds(other, claim->cue), ROW_WITHIN_CLAIM);
        set_if(features, holds(claim, other->cue), ROW_HOLDS_CLAIM);
        if (claim->content_count == 0 || other->content_count == 0)
            continue;
        set_if(features, crosses(claim->content[0], other->content[0]), ROW_CONTENTS_CROSS);
        set_if(features, claim->content[0].start == other->content[0].start, ROW_CONTENTS_SAME);
    }
}
