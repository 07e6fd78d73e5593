/* antecedent.c: constraints and clues.
 *
 * The syntax does not allow
 * - another argument of the same verb ("Simon hit him"), nor the subject that its verb shares ("Simon wanted to help
 * him", "Simon asked Anna to help her");
 * - the noun that the pronoun itself stands at ("her friend Pauline" is not her);
 * - the one who says the words in quotes that the pronoun is in, nor one who is named in the words that the pronoun
 *   says: people call themselves "I".
 * Among the rest, clues add to or take from a referent's salience. */
#include "entity/antecedent.h"

#include "entity/clause.h"

enum {
    PENALTY_DISGUISED = 20,
    PENALTY_ORGANISATION = 60, /* for "they" */
    PENALTY_THING = 40,        /* for "it": organisations and countries are what claims are about */
    LEAST_FOR_PERSON = -100,
    LEAST_FOR_OTHER = 50,
};

enum clue {
    CLUE_PARALLEL,       /* the same role as the pronoun's */
    CLUE_OWN_SUBJECT,    /* of a possessive: the subject of its clause */
    CLUE_SUBJECT_ABOVE,  /* the subject of the clause around the pronoun's */
    CLUE_COORDINATED,    /* "Anna and her aunt" */
    CLUE_LATEST,         /* nobody else who agrees was mentioned since */
    CLUE_HERE,           /* mentioned in the pronoun's sentence */
    CLUE_LED,            /* the subject of the main clause of the sentence before */
    CLUE_SUBJECT_BEFORE, /* last mentioned in the sentence before, as this: */
    CLUE_OBJECT_BEFORE,
    CLUE_OBLIQUE_BEFORE,
    CLUE_MODIFIER_BEFORE,
    CLUE_POSSESSOR, /* last mentioned as a possessor, here or before */
    CLUE_GENDER,    /* known to be of the pronoun's gender */
    CLUE_UNNAMED,
    CLUE_COUNT
};

/* In units of salience: for "he" and "she", and for "it" and "they", which mean organisations, countries and groups
 * here. The former were fitted on the coreference chains of GUM's training part and on GAP's development part. */
static const struct {
    int person;
    int other;
} WEIGHTS[CLUE_COUNT] = {
    [CLUE_PARALLEL] = {80, 30},
    [CLUE_OWN_SUBJECT] = {135, 90},
    [CLUE_SUBJECT_ABOVE] = {75, 0},
    [CLUE_COORDINATED] = {150, 0},
    [CLUE_LATEST] = {125, 0},
    [CLUE_HERE] = {250, 0},
    [CLUE_LED] = {120, 0},
    [CLUE_SUBJECT_BEFORE] = {90, 0},
    [CLUE_OBJECT_BEFORE] = {70, 0},
    [CLUE_OBLIQUE_BEFORE] = {-150, 0},
    [CLUE_MODIFIER_BEFORE] = {-150, 0},
    [CLUE_POSSESSOR] = {30, 0},
    [CLUE_GENDER] = {100, 0},
    [CLUE_UNNAMED] = {-100, 0},
};

static bool are_arguments_of_one(const struct document *document, uint32_t pronoun, uint32_t head)
{
    int32_t predicate = clause_predicate_of(document, pronoun);
    if (predicate < 0) {
        return false;
    }
    bool understood = !clause_is_subject(document, pronoun) &&
                      clause_subject(document, (uint32_t)predicate) == (int32_t)clause_top_of_phrase(document, head);
    return understood || clause_predicate_of(document, head) == predicate;
}

/* The head is the subject of the word that the quoted words hang on. Quotes that go on into the next sentence: see
 * quote_speaker. */
static bool speaks(const struct document *document, uint32_t pronoun, uint32_t head)
{
    const struct token *tokens = document->tokens;
    if (!tokens[pronoun].in_quote || tokens[head].in_quote || !clause_is_subject(document, head)) {
        return false;
    }
    int32_t above = tokens[pronoun].head;
    while (above >= 0 && tokens[above].in_quote) {
        above = tokens[above].head;
    }
    return above >= 0 && clause_predicate_of(document, head) == above;
}

/* '"Ostrov lied," he said': the pronoun is the subject of the verb that the quoted words hang on, or that hangs on
 * them.
 */
static bool is_spoken_of(const struct document *document, uint32_t pronoun, uint32_t head)
{
    const struct token *tokens = document->tokens;
    if (tokens[pronoun].in_quote || !tokens[head].in_quote || !clause_is_subject(document, pronoun)) {
        return false;
    }
    int32_t predicate = clause_predicate_of(document, pronoun);
    int32_t above = tokens[head].head;
    while (above >= 0 && tokens[above].in_quote) {
        above = tokens[above].head;
    }
    return predicate >= 0 &&
           (above == predicate || (tokens[predicate].head >= 0 && tokens[tokens[predicate].head].in_quote));
}

/* "her friend Pauline", "Pauline, her friend". What is coordinated with the head is beside it: "Anna and her aunt". */
static bool is_at(const struct document *document, uint32_t pronoun, uint32_t head)
{
    int32_t noun = document->tokens[pronoun].head;
    return noun >= 0 && (noun == (int32_t)head || (document->tokens[noun].head == (int32_t)head &&
                                                   document->tokens[noun].deprel == DEPREL_APPOS));
}

static bool is_allowed(const struct document *document, const struct pronoun *pronoun, const struct referent *referent)
{
    bool bound = false;
    if (pronoun->speaker >= 0 && pronoun->speaker == referent->entity) {
        return false;
    }
    for (size_t i = 0; i < referent->head_count; i++) {
        uint32_t head = referent->heads[i];
        bool arguments = !pronoun->possessive && are_arguments_of_one(document, pronoun->token, head);
        if (pronoun->reflexive) {
            bound = bound || arguments;
        } else if (arguments || is_at(document, pronoun->token, head) || speaks(document, pronoun->token, head) ||
                   is_spoken_of(document, pronoun->token, head)) {
            return false;
        }
    }
    return bound || !pronoun->reflexive;
}

/* What speaks against a referent by its kind, gender and number; negative: it cannot be. */
static int disagreement(const struct pronoun *pronoun, const struct referent *referent)
{
    if (pronoun->gender != GENDER_UNKNOWN) {
        bool person = referent->kind == REFERENT_PERSON && !referent->plural;
        bool opposite = referent->gender != GENDER_UNKNOWN && referent->gender != pronoun->gender;
        return opposite || (!person && !referent->disguised) ? -1 : person ? 0 : PENALTY_DISGUISED;
    }
    if (pronoun->neuter) {
        bool thing = referent->kind == REFERENT_THING;
        bool one = !referent->plural && referent->kind != REFERENT_PERSON && referent->kind != REFERENT_GROUP;
        return !one ? -1 : thing ? PENALTY_THING : 0;
    }
    if (referent->kind == REFERENT_GROUP || referent->plural) {
        return 0;
    }
    return referent->kind == REFERENT_ORGANISATION || referent->kind == REFERENT_COUNTRY ? PENALTY_ORGANISATION : -1;
}

static bool is_one_of_heads(const struct document *document, const struct referent *referent, int32_t token)
{
    for (size_t i = 0; token >= 0 && i < referent->head_count; i++) {
        if ((int32_t)clause_top_of_phrase(document, referent->heads[i]) == token) {
            return true;
        }
    }
    return false;
}

/* Whether the referent is the subject of the pronoun's clause, where that is a possessive, and of the clause around. */
static void look_up(const struct document *document, const struct pronoun *pronoun, const struct referent *referent,
                    int *clues)
{
    int32_t clause = clause_around(document, pronoun->token);
    int32_t above = clause < 0 ? -1 : clause_around(document, (uint32_t)clause);
    clues[CLUE_OWN_SUBJECT] = pronoun->possessive && clause >= 0 &&
                              is_one_of_heads(document, referent, clause_subject(document, (uint32_t)clause));
    clues[CLUE_SUBJECT_ABOVE] =
        above >= 0 && is_one_of_heads(document, referent, clause_subject(document, (uint32_t)above));
}

/* "Anna and her aunt". */
static bool is_coordinated(const struct document *document, const struct pronoun *pronoun,
                           const struct referent *referent)
{
    int32_t noun = document->tokens[pronoun->token].head;
    if (!pronoun->possessive || noun < 0 || document->tokens[noun].deprel != DEPREL_CONJ) {
        return false;
    }
    for (size_t i = 0; i < referent->head_count; i++) {
        if (document->tokens[noun].head == (int32_t)referent->heads[i]) {
            return true;
        }
    }
    return false;
}

/* How a referent that was last mentioned in the sentence before stood there. */
static void look_back(const struct referent *referent, int *clues)
{
    clues[CLUE_LED] = referent->led;
    clues[CLUE_SUBJECT_BEFORE] = referent->role == DEPREL_NSUBJ;
    clues[CLUE_OBJECT_BEFORE] = referent->role == DEPREL_OBJ || referent->role == DEPREL_IOBJ;
    clues[CLUE_OBLIQUE_BEFORE] = referent->role == DEPREL_OBL;
    clues[CLUE_MODIFIER_BEFORE] = referent->role == DEPREL_NMOD;
}

static int score_clues(const struct document *document, const struct pronoun *pronoun, const struct referent *referent,
                       bool latest)
{
    int clues[CLUE_COUNT] = {[CLUE_LATEST] = latest};
    clues[CLUE_PARALLEL] = referent->role == clause_role(document, pronoun->token);
    clues[CLUE_COORDINATED] = is_coordinated(document, pronoun, referent);
    clues[CLUE_HERE] = referent->age == 0;
    clues[CLUE_POSSESSOR] = referent->role == DEPREL_NMOD_POSS;
    clues[CLUE_GENDER] = pronoun->gender != GENDER_UNKNOWN && referent->gender == pronoun->gender;
    clues[CLUE_UNNAMED] = referent->entity < 0;
    look_up(document, pronoun, referent, clues);
    if (referent->age == 1) {
        look_back(referent, clues);
    }
    int score = 0;
    for (int clue = 0; clue < CLUE_COUNT; clue++) {
        score += (pronoun->gender != GENDER_UNKNOWN ? WEIGHTS[clue].person : WEIGHTS[clue].other) * clues[clue];
    }
    return score;
}

struct referent *antecedent_choose(struct referents *referents, const struct document *document,
                                   const struct pronoun *pronoun)
{
    struct referent *best = NULL;
    const struct referent *latest = NULL;
    int best_score = (pronoun->gender != GENDER_UNKNOWN ? LEAST_FOR_PERSON : LEAST_FOR_OTHER) - 1;
    for (size_t i = 0; i < referents->count; i++) {
        const struct referent *referent = &referents->items[i];
        bool may_be = disagreement(pronoun, referent) >= 0 && is_allowed(document, pronoun, referent);
        latest = may_be && (!latest || referent->latest > latest->latest) ? referent : latest;
    }
    for (size_t i = 0; latest && i < referents->count; i++) {
        struct referent *referent = &referents->items[i];
        if (disagreement(pronoun, referent) < 0 || !is_allowed(document, pronoun, referent)) {
            continue;
        }
        int score = referent->salience + referent->here - disagreement(pronoun, referent) +
                    score_clues(document, pronoun, referent, referent == latest);
        if (score > best_score || (score == best_score && best && referent->head > best->head)) {
            best = referent;
            best_score = score;
        }
    }
    return best;
}
