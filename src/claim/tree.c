/* tree.c: asking trees. */
#include "claim/scan.h"

bool tree_lemma_is(const struct scan *scan, int32_t token, const char *lemma)
{
    return token >= 0 && view_is(token_lemma(&scan->tokens[token]), lemma);
}

bool tree_form_is(const struct scan *scan, int32_t token, const char *form)
{
    struct view v;

    if (token < 0)
        return false;
    v = token_form(&scan->tokens[token]);
    if (v.length != strlen(form) || v.length == 0)
        return false;
    return (v.data[0] | 0x20) == (form[0] | 0x20) && memcmp(v.data + 1, form + 1, v.length - 1) == 0;
}

bool tree_lemma_in(const struct scan *scan, int32_t token, const char *const *lemmas)
{
    for (; *lemmas; lemmas++)
        if (tree_lemma_is(scan, token, *lemmas))
            return true;
    return false;
}

bool tree_form_in(const struct scan *scan, int32_t token, const char *const *forms)
{
    for (; *forms; forms++)
        if (tree_form_is(scan, token, *forms))
            return true;
    return false;
}

enum deprel tree_relation(const struct scan *scan, int32_t token)
{
    enum deprel relation = ud_deprel_universal((enum deprel)scan->tokens[token].deprel);

    /* An open complement has no subject of its own: "demanded that X leave" without "that". */
    return relation == DEPREL_XCOMP && tree_child(scan, token, DEPREL_NSUBJ) >= 0 ? DEPREL_CCOMP : relation;
}

int32_t tree_child(const struct scan *scan, int32_t token, enum deprel deprel)
{
    for (int32_t c = scan->tokens[token].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if (scan->tokens[c].deprel == deprel)
            return c;
    return -1;
}

int32_t tree_child_universal(const struct scan *scan, int32_t token, enum deprel deprel)
{
    for (int32_t c = scan->tokens[token].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if (tree_relation(scan, c) == deprel)
            return c;
    return -1;
}

int32_t tree_child_lemma(const struct scan *scan, int32_t token, const char *lemma)
{
    for (int32_t c = scan->tokens[token].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if (tree_lemma_is(scan, c, lemma))
            return c;
    return -1;
}

int32_t tree_before_verb(const struct scan *scan, int32_t verb)
{
    int32_t t = verb - 1;

    while (scan_in_sentence(scan, t) && (scan->tokens[t].upos == UPOS_ADV || scan->tokens[t].upos == UPOS_AUX))
        t--;
    return t;
}

bool tree_under(const struct scan *scan, int32_t token, int32_t ancestor)
{
    while (token >= 0 && token != ancestor)
        token = scan->tokens[token].head;
    return token == ancestor;
}

/* Whether something parts an auxiliary from the verb that the parser gave it to: a quotation mark, or another mark and
 * then a subject: "... is nothing," X said. */
static bool torn_off(const struct scan *scan, int32_t auxiliary, int32_t verb)
{
    bool parted = false;

    for (int32_t t = auxiliary + 1; t < verb; t++) {
        if (tree_quote_mark(scan, t))
            return true;
        if (parted && scan->tokens[t].head == verb && tree_relation(scan, t) == DEPREL_NSUBJ)
            return true;
        parted = parted || scan->tokens[t].upos == UPOS_PUNCT;
    }
    return false;
}

/* Whether an auxiliary of the passive stands by a verb: a form of "be" or "get". */
static bool passive_auxiliary(const struct scan *scan, int32_t verb)
{
    for (int32_t c = scan->tokens[verb].first_child; c >= 0 && c < verb; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        if ((relation == DEPREL_AUX || relation == DEPREL_COP) &&
            (tree_lemma_is(scan, c, "be") || tree_lemma_is(scan, c, "get")) && !torn_off(scan, c, verb))
            return true;
    }
    return false;
}

/* "the plan, a source said, is": a past form behind a noun of its own and a comma is no participle of the noun before
 * the comma, whatever the parser says. */
static bool aside_verb(const struct scan *scan, int32_t verb)
{
    int32_t noun = scan->tokens[verb].head;

    if (scan->tokens[verb].xpos != XPOS_VBD || noun < 0 || noun >= verb - 1 || !tree_nominal(scan, verb - 1))
        return false;
    for (int32_t t = noun + 1; t < verb; t++)
        if (tree_form_is(scan, t, ","))
            return true;
    return false;
}

/* "the union, which Lund accused of fraud", where the parser took "Lund" for an apposition and the verb for a
 * participle: the noun that the relative clause stands by; -1. */
static int32_t torn_relative(const struct scan *scan, int32_t verb)
{
    int32_t subject = scan->tokens[verb].head;
    int32_t object = tree_child(scan, verb, DEPREL_OBJ);

    if (scan->tokens[verb].deprel != DEPREL_ACL || object < 0 || object > subject || subject > verb ||
        !tree_relative_pronoun(scan, object) || !tree_nominal(scan, subject) || scan->tokens[subject].head > object)
        return -1;
    return scan->tokens[subject].head;
}

bool tree_passive(const struct scan *scan, int32_t verb)
{
    const struct token *token = &scan->tokens[verb];

    if (token->xpos != XPOS_VBN && token->xpos != XPOS_VBD)
        return false;
    if (passive_auxiliary(scan, verb))
        return true;
    if (torn_relative(scan, verb) >= 0)
        return false;
    if (tree_child_universal(scan, verb, DEPREL_AUX) >= 0 || tree_child(scan, verb, DEPREL_NSUBJ) >= 0)
        return false;
    /* A bare participle: "a man accused of theft", "speaking after being accused", "man accused" in a headline. */
    if ((token->deprel == DEPREL_ACL && !aside_verb(scan, verb)) ||
        (token->xpos == XPOS_VBN && (token->deprel == DEPREL_ADVCL || token->deprel == DEPREL_AMOD)))
        return true;
    if (token->deprel == DEPREL_ADVCL && verb == scan->words.first)
        return true;
    if (token->xpos == XPOS_VBN && tree_child(scan, verb, DEPREL_NSUBJ_PASS) >= 0)
        return tree_child(scan, verb, DEPREL_OBJ) < 0 && tree_child(scan, verb, DEPREL_CCOMP) < 0;
    return token->deprel == DEPREL_CONJ && token->head >= 0 && tree_verbal(scan, token->head) &&
           token->xpos == XPOS_VBN && tree_passive(scan, token->head);
}

bool tree_verbal(const struct scan *scan, int32_t token)
{
    return scan->tokens[token].upos == UPOS_VERB || scan->tokens[token].upos == UPOS_AUX;
}

bool tree_nominal(const struct scan *scan, int32_t token)
{
    uint8_t upos = scan->tokens[token].upos;

    /* Within a name the tagger may see a verb: "Human Rights Watch". */
    return upos == UPOS_NOUN || upos == UPOS_PROPN || upos == UPOS_PRON || upos == UPOS_NUM ||
           (upos == UPOS_VERB && scan->tokens[token].name != NAME_O);
}

static bool has_tense(uint8_t xpos)
{
    return xpos == XPOS_VBD || xpos == XPOS_VBZ || xpos == XPOS_VBP || xpos == XPOS_MD;
}

bool tree_finite(const struct scan *scan, int32_t verb)
{
    if (has_tense(scan->tokens[verb].xpos))
        return true;
    for (int32_t c = scan->tokens[verb].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        if ((relation == DEPREL_AUX || relation == DEPREL_COP) && has_tense(scan->tokens[c].xpos))
            return true;
    }
    return false;
}

bool tree_infinitive(const struct scan *scan, int32_t verb)
{
    for (int32_t c = scan->tokens[verb].first_child; c >= 0 && c < verb; c = scan->tokens[c].next_sibling)
        if (scan->tokens[c].xpos == XPOS_TO || (scan->tokens[c].deprel == DEPREL_MARK && tree_lemma_is(scan, c, "to")))
            return true;
    return false;
}

bool tree_plural(const struct scan *scan, int32_t token)
{
    return scan->tokens[token].xpos == XPOS_NNS || scan->tokens[token].xpos == XPOS_NNPS;
}

bool tree_relative_pronoun(const struct scan *scan, int32_t token)
{
    uint8_t xpos = scan->tokens[token].xpos;

    return xpos == XPOS_WP || xpos == XPOS_WDT || xpos == XPOS_WPS ||
           (scan->tokens[token].upos == UPOS_PRON && tree_lemma_is(scan, token, "that"));
}

bool tree_personal(const struct scan *scan, int32_t token)
{
    static const char *const pronouns[] = {"I",    "me",       "you",       "he",      "him",      "she",
                                           "her",  "we",       "us",        "they",    "them",     "who",
                                           "whom", "everyone", "everybody", "someone", "somebody", NULL};

    return scan->tokens[token].upos == UPOS_PRON && tree_form_in(scan, token, pronouns);
}

bool tree_reflexive(const struct scan *scan, int32_t token)
{
    struct view form = token_form(&scan->tokens[token]);

    return scan->tokens[token].upos == UPOS_PRON && form.length > 4 &&
           (view_ends(form, VIEW("self")) || view_ends(form, VIEW("selves")));
}

bool tree_person_name(const struct scan *scan, int32_t token)
{
    return scan->tokens[token].name == NAME_B_PER || scan->tokens[token].name == NAME_I_PER;
}

struct view tree_lower_lemma(const struct scan *scan, int32_t token, char lower[LEMMA_BYTES_MAX])
{
    struct view lemma = token_lemma(&scan->tokens[token]);

    if (lemma.length > LEMMA_BYTES_MAX)
        return (struct view){lower, 0};
    for (size_t i = 0; i < lemma.length; i++)
        lower[i] = lemma.data[i] >= 'A' && lemma.data[i] <= 'Z' ? (char)(lemma.data[i] + 32) : lemma.data[i];
    return (struct view){lower, lemma.length};
}

uint64_t tree_word(const struct scan *scan, int32_t token)
{
    char lower[LEMMA_BYTES_MAX];
    struct view lemma = tree_lower_lemma(scan, token, lower);
    uint64_t classes = lemma.length ? cue_word_classes(lemma) : 0;

    /* "May", "April" and "Jan" are people, too. */
    return tree_person_name(scan, token) ? classes & ~WORD_TIME : classes;
}

/* The noun that a relative clause stands by, when the clause has a subject of its own: "a charge [that] X denies". */
static int32_t object_antecedent(const struct scan *scan, int32_t verb)
{
    int32_t subject;

    if (torn_relative(scan, verb) >= 0)
        return torn_relative(scan, verb);
    if (scan->tokens[verb].deprel != DEPREL_ACL_RELCL)
        return -1;
    subject = tree_child(scan, verb, DEPREL_NSUBJ);
    return subject >= 0 && !tree_relative_pronoun(scan, subject) ? scan->tokens[verb].head : -1;
}

/* "a charge Iran denies": the word for a speech act right before the subject of a verb that ends its clause without an
 * object. */
static int32_t contact_object(const struct scan *scan, int32_t verb)
{
    size_t count;
    int32_t subject = tree_child(scan, verb, DEPREL_NSUBJ);
    int32_t noun = subject >= 0 && subject < verb ? scan->tokens[subject].left_edge - 1 : -1;

    if (!scan_in_sentence(scan, noun) || scan->tokens[noun].upos != UPOS_NOUN || !scan_in_sentence(scan, verb + 1) ||
        scan->tokens[verb + 1].upos != UPOS_PUNCT)
        return -1;
    return cue_find(token_lemma(&scan->tokens[noun]), CUE_NOUN, &count) ? noun : -1;
}

bool tree_in_capitals(const struct scan *scan, int32_t token)
{
    struct view form = token_form(&scan->tokens[token]);

    for (size_t i = 0; i < form.length; i++)
        if (form.data[i] < 'A' || form.data[i] > 'Z')
            return false;
    return form.length > 2;
}

bool tree_speech_verb(const struct scan *scan, int32_t verb)
{
    size_t count;
    const struct claim_cue *rows = cue_find(token_lemma(&scan->tokens[verb]), CUE_VERB, &count);

    for (size_t i = 0; i < count; i++)
        if (!rows[i].companion || tree_form_at(scan, verb + 1, rows[i].companion))
            return true;
    return false;
}

int32_t tree_object(const struct scan *scan, int32_t verb)
{
    for (int32_t c = scan->tokens[verb].first_child; c >= 0; c = scan->tokens[c].next_sibling)
        if (scan->tokens[c].deprel == DEPREL_OBJ && !(tree_word(scan, c) & WORD_TIME))
            return tree_relative_pronoun(scan, c) && c < verb && object_antecedent(scan, verb) >= 0
                       ? object_antecedent(scan, verb)
                       : c;
    return object_antecedent(scan, verb) >= 0 ? object_antecedent(scan, verb) : contact_object(scan, verb);
}

/* The preposition or marker of a phrase, when it is this word. */
static int32_t marked_by(const struct scan *scan, int32_t phrase, const char *preposition)
{
    for (int32_t c = scan->tokens[phrase].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        enum deprel relation = tree_relation(scan, c);
        if ((relation == DEPREL_CASE || relation == DEPREL_MARK) && tree_form_is(scan, c, preposition))
            return c;
    }
    return -1;
}

int32_t tree_prepositional(const struct scan *scan, int32_t token, const char *preposition, int32_t *preposition_token)
{
    for (int32_t c = scan->tokens[token].first_child; c >= 0; c = scan->tokens[c].next_sibling) {
        if (c < token)
            continue;
        *preposition_token = marked_by(scan, c, preposition);
        if (*preposition_token > token)
            return c;
    }
    *preposition_token = -1;
    return -1;
}

bool tree_quote_mark(const struct scan *scan, int32_t token)
{
    static const char *const marks[] = {"\"", "\xe2\x80\x9c", "\xe2\x80\x9d", "''",
                                        "``", "\xc2\xab",     "\xc2\xbb",     "\xe2\x80\x9e"};
    struct view form = token_form(&scan->tokens[token]);

    if (form.length > 3)
        return false;
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (view_is(form, marks[i]))
            return true;
    return false;
}

/* Whether a quotation mark at the start of a range opens a quotation there. */
static bool opens_quotation(const struct scan *scan, int32_t token)
{
    int32_t quotation = scan->quotations.of[token];

    return quotation >= 0 && scan->quotations.items[quotation].words.first == token;
}

/* Whether a mark at the end of a range belongs there: it closes what was opened inside, asks or exclaims. */
static bool ends_range(const struct scan *scan, struct range range)
{
    int32_t quotation = scan->quotations.of[range.last];

    if (quotation >= 0 && scan->quotations.items[quotation].words.last == range.last &&
        tree_quote_mark(scan, range.last))
        return scan->quotations.items[quotation].words.first >= range.first;
    return tree_form_is(scan, range.last, ")") || tree_form_is(scan, range.last, "?") ||
           tree_form_is(scan, range.last, "!");
}

struct range tree_trim(const struct scan *scan, struct range range)
{
    while (!range_empty(range) && scan->tokens[range.first].upos == UPOS_PUNCT && !opens_quotation(scan, range.first))
        range.first++;
    while (!range_empty(range) && scan->tokens[range.last].upos == UPOS_PUNCT && !ends_range(scan, range))
        range.last--;
    return range;
}

bool tree_form_at(const struct scan *scan, int32_t token, const char *form)
{
    return scan_in_sentence(scan, token) && tree_form_is(scan, token, form);
}

bool tree_punctuation_at(const struct scan *scan, int32_t token)
{
    return scan_in_sentence(scan, token) && scan->tokens[token].upos == UPOS_PUNCT;
}

bool tree_has_verb(const struct scan *scan, int32_t first, int32_t last)
{
    for (int32_t t = first; t <= last; t++)
        if (tree_verbal(scan, t))
            return true;
    return false;
}
