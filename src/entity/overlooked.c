/* overlooked.c: names that the syntax stage overlooked: those that it found elsewhere in the document, those of the
 * table of organisations, and those that stand where only a name can. */
#include "entity/resolver.h"

#include <stdlib.h>

enum { LONGEST_REPEAT = 5 };

static bool is_free_capital(const struct token *token)
{
    return token->name == NAME_O && token->upos == UPOS_PROPN && name_is_capitalised(token_form(token));
}

/* The words from `first` that are names by their part of speech and no part of a found name: one past the last. */
static uint32_t end_of_capitals(const struct document *document, uint32_t first, uint32_t sentence_end)
{
    uint32_t end = first;
    while (end < sentence_end && end - first < LONGEST_REPEAT && is_free_capital(&document->tokens[end])) {
        end++;
    }
    return end;
}

static int compare_drafts(const void *left, const void *right)
{
    const struct name_draft *a = left;
    const struct name_draft *b = right;
    int order = (a->first > b->first) - (a->first < b->first);
    return order ? order : (a->last < b->last) - (a->last > b->last);
}

/* Puts the drafts in the order of the text; of names that were found twice the longer one that begins first stands. */
static void sort_drafts(struct resolver *resolver)
{
    size_t count = 0;
    if (resolver->draft_count > 0) {
        qsort(resolver->drafts, resolver->draft_count, sizeof *resolver->drafts, compare_drafts);
    }
    for (size_t i = 0; i < resolver->draft_count; i++) {
        if (count == 0 || resolver->drafts[count - 1].last < resolver->drafts[i].first) {
            resolver->drafts[count++] = resolver->drafts[i];
        }
    }
    resolver->draft_count = count;
}

/* "President Smith", "Mr. Smith": the name starts after it. */
static bool opens_name(const struct document *document, uint32_t token)
{
    const struct token *t = &document->tokens[token];
    const struct noun *noun = is_free_capital(t) ? token_noun(document, token) : NULL;
    return lexicon_is_title(token_form(t)) || (noun && (noun->classes & NOUN_OFFICE));
}

/* A word that is a name by its capital where the tagger did not see it: foreign names at the start of a sentence are
 * often taken for interjections and nouns. */
static bool may_be_name(const struct document *document, uint32_t token)
{
    const struct token *t = &document->tokens[token];
    bool subject = t->upos == UPOS_ADJ && ud_deprel_universal((enum deprel)t->deprel) == DEPREL_NSUBJ;
    bool unseen = (t->upos == UPOS_NOUN && !token_is_plural(t)) || t->upos == UPOS_INTJ || t->upos == UPOS_X || subject;
    return t->name == NAME_O && unseen && name_is_capitalised(token_form(t)) && !token_noun(document, token);
}

/* Adds the free capitals [first, end) as a name where the document has that name elsewhere. */
static bool add_repeat(struct resolver *resolver, const struct name_map *known, uint32_t first, uint32_t end)
{
    struct name_draft draft = {.first = first, .last = end - 1, .entity = -1};
    draft.text = name_with_single_spaces(tokens_text(resolver->document, first, end - 1), resolver->arena);
    draft.key = name_key(draft.text, resolver->arena);
    int32_t same = name_map_value(known, draft.key);
    if (!draft.text.data || same < 0 || resolver->drafts[same].type == NAME_DEMONYM) {
        return draft.text.data != NULL;
    }
    draft.type = resolver->drafts[same].type;
    return name_draft_push(resolver, &draft);
}

static bool find_repeats_in(struct resolver *resolver, const struct name_map *known, const struct sentence *sentence)
{
    const struct document *document = resolver->document;
    uint32_t sentence_end = sentence->first + sentence->count;
    for (uint32_t token = sentence->first; token < sentence_end; token++) {
        uint32_t end = opens_name(document, token) ? token : end_of_capitals(document, token, sentence_end);
        end = end == token && may_be_name(document, token) ? token + 1 : end;
        bool cut = end > token && end < sentence_end && document->tokens[end].name != NAME_O;
        if (end == token || cut) {
            continue;
        }
        if (!add_repeat(resolver, known, token, end)) {
            return false;
        }
        token = end - 1;
    }
    return true;
}

static bool add_part(const struct resolver *resolver, struct name_map *known, struct view part, size_t draft)
{
    static const char *const months[] = {"march", "april", "may", "june", "august", "sunday", NULL};
    bool common = part.length < 3 || lexicon_noun(part);
    for (const char *const *month = months; *month && !common; month++) {
        common = view_is(part, *month);
    }
    return common || name_map_find(known, part) >= 0 || name_map_add(known, part, (int32_t)draft, resolver->arena);
}

/* A person is known by the family name too, which may come first where the first word is no first name ("Seo Min-jae");
 * a company by the word before its kind ("Tianlong" for "Tianlong Motors"). */
static bool add_short_form(const struct resolver *resolver, struct name_map *known, size_t at)
{
    const struct name_draft *draft = &resolver->drafts[at];
    if (name_word_count(draft->key) < 2) {
        return true;
    }
    struct view first = name_first_word(draft->key);
    if (draft->type == NAME_ORGANISATION) {
        return !lexicon_is_business(draft->key) || add_part(resolver, known, first, at);
    }
    return draft->type != NAME_PERSON ||
           (add_part(resolver, known, name_last_word(draft->key), at) &&
            (lexicon_first_name(draft->key) != GENDER_UNKNOWN || add_part(resolver, known, first, at)));
}

bool names_find_repeats(struct resolver *resolver)
{
    struct name_map known = {0};
    for (size_t i = 0; i < resolver->draft_count; i++) {
        if (!name_map_add(&known, resolver->drafts[i].key, (int32_t)i, resolver->arena)) {
            return false;
        }
    }
    for (size_t i = 0; i < resolver->draft_count; i++) {
        if (!add_short_form(resolver, &known, i)) {
            return false;
        }
    }
    for (size_t i = 0; i < resolver->document->sentence_count; i++) {
        if (!find_repeats_in(resolver, &known, &resolver->document->sentences[i])) {
            return false;
        }
    }
    sort_drafts(resolver);
    return true;
}

/* ---- Where only a name can stand ---- */

/* Adds tokens [first, last] as a name. */
static bool add_name(struct resolver *resolver, uint32_t first, uint32_t last, enum name_type type)
{
    struct name_draft draft = {.first = first, .last = last, .type = type, .entity = -1};
    draft.text = name_with_single_spaces(tokens_text(resolver->document, first, last), resolver->arena);
    draft.key = name_key(draft.text, resolver->arena);
    return draft.text.data && (draft.key.length == 0 || name_draft_push(resolver, &draft));
}

/* A capitalised word that is a part of no found name; in the middle of a name whatever its part of speech. */
static bool may_be_in_name(const struct token *token, bool middle)
{
    bool nominal = token->upos == UPOS_PROPN || token->upos == UPOS_NOUN || token->upos == UPOS_ADJ;
    return token->name == NAME_O && name_is_capitalised(token_form(token)) && (nominal || middle);
}

/* "an Islamic State cell", "IS militants": where a name of the table ends that begins with this word, or `first`.
 * Single words must be acronyms: others may mean anything. */
static uint32_t end_of_known(const struct document *document, uint32_t first, uint32_t sentence_end)
{
    uint32_t end = first;
    while (end < sentence_end && end - first < LONGEST_REPEAT && may_be_in_name(&document->tokens[end], true)) {
        end++;
    }
    for (; end > first; end--) {
        struct view text = tokens_text(document, first, end - 1);
        if (lexicon_organisation(text) && (end - first > 1 || (text.length > 1 && name_is_capitals(text)))) {
            return end;
        }
    }
    return first;
}

/* A sentence in capitals throughout tells no acronym from a word. */
static bool is_shouted(const struct document *document, const struct sentence *sentence)
{
    for (uint32_t token = sentence->first; token < sentence->first + sentence->count; token++) {
        struct view form = token_form(&document->tokens[token]);
        if (form.length > 1 && !name_is_capitals(form) && utf8_is_letter((unsigned char)form.data[0])) {
            return false;
        }
    }
    return true;
}

static bool find_known_in(struct resolver *resolver, const struct sentence *sentence)
{
    const struct document *document = resolver->document;
    uint32_t sentence_end = sentence->first + sentence->count;
    if (is_shouted(document, sentence)) {
        return true;
    }
    for (uint32_t token = sentence->first; token < sentence_end; token++) {
        uint32_t end = end_of_known(document, token, sentence_end);
        if (end > token && !add_name(resolver, token, end - 1, NAME_ORGANISATION)) {
            return false;
        }
        token = end > token ? end - 1 : token;
    }
    return true;
}

static bool is_dash(const struct token *token)
{
    return token->xpos == XPOS_HYPH || token_is_word(token, "\xE2\x80\x93") || token_is_word(token, "-");
}

/* One past the capitals from `first`, over a dash between two: "Just Russia - For Truth". */
static uint32_t end_of_title(const struct document *document, uint32_t first, uint32_t sentence_end)
{
    uint32_t end = first;
    while (end < sentence_end && end - first < 2 * LONGEST_REPEAT) {
        const struct token *token = &document->tokens[end];
        bool dash = end > first && end + 1 < sentence_end && is_dash(token) && may_be_in_name(token + 1, true);
        if (!dash && !may_be_in_name(token, end > first)) {
            break;
        }
        end += dash ? 2 : 1;
    }
    return end;
}

/* Whoever has an "of" after it: a person's name, or a post in small letters ("the leader of"). */
static bool belongs_somewhere(const struct document *document, uint32_t token)
{
    const struct token *t = &document->tokens[token];
    if (t->name == NAME_B_PER || t->name == NAME_I_PER) {
        return true;
    }
    const struct noun *noun = name_is_capitalised(token_form(t)) ? NULL : token_noun(document, token);
    return noun && (noun->classes & NOUN_POST) && !token_is_plural(t);
}

/* "Sergei Ivanov of Memorial", "the leader of A Just Cause": the organisation after "of". */
static bool find_organisation_of(struct resolver *resolver, uint32_t of, uint32_t sentence_end)
{
    const struct document *document = resolver->document;
    uint32_t first = of + 1;
    if (first + 1 < sentence_end && document->tokens[first].upos == UPOS_DET) {
        first++;
    }
    uint32_t end = end_of_title(document, first, sentence_end);
    bool cut = end < sentence_end && document->tokens[end].name != NAME_O;
    bool proper = false;
    for (uint32_t token = first; token < end; token++) {
        proper = proper || document->tokens[token].upos == UPOS_PROPN;
    }
    bool common = end == first + 1 && token_noun(document, first); /* "secretary of State" */
    if (!proper || cut || common || country_of(tokens_text(document, first, end - 1), NULL)) {
        return true;
    }
    return add_name(resolver, first, end - 1, NAME_ORGANISATION);
}

/* "Orlov associate Ivan Petrov": the one whose associate it is. */
static bool is_whose_associate(const struct document *document, const struct sentence *sentence, uint32_t token)
{
    uint32_t sentence_end = sentence->first + sentence->count;
    if (token > sentence->first && name_is_capitalised(token_form(&document->tokens[token - 1]))) {
        return false; /* "National Security adviser" */
    }
    if (token + 2 >= sentence_end || !is_free_capital(&document->tokens[token]) ||
        document->tokens[token + 2].name != NAME_B_PER || document->tokens[token].head != (int32_t)token + 1) {
        return false;
    }
    const struct noun *tie = token_noun(document, token + 1);
    struct view form = token_form(&document->tokens[token]);
    return tie && (tie->classes & NOUN_ASSOCIATE) && !(tie->classes & NOUN_OFFICE) && !token_noun(document, token) &&
           !country_of(form, NULL) && !name_is_capitals(form);
}

/* "Vietnamese Prime Minister": an adjective of nationality at a noun. */
static bool is_overlooked_demonym(const struct document *document, uint32_t token)
{
    const struct token *t = &document->tokens[token];
    enum country_word word;
    bool modifies = t->deprel == DEPREL_AMOD || t->deprel == DEPREL_COMPOUND;
    return t->name == NAME_O && modifies && t->head > (int32_t)token &&
           (t->upos == UPOS_ADJ || t->upos == UPOS_PROPN) && name_is_capitalised(token_form(t)) &&
           country_of(token_form(t), &word) && word == COUNTRY_DEMONYM;
}

static bool find_described_in(struct resolver *resolver, const struct sentence *sentence)
{
    const struct document *document = resolver->document;
    uint32_t sentence_end = sentence->first + sentence->count;
    for (uint32_t token = sentence->first; token < sentence_end; token++) {
        bool of = token > sentence->first && token + 1 < sentence_end &&
                  token_is_word(&document->tokens[token], "of") && belongs_somewhere(document, token - 1);
        if (of && !find_organisation_of(resolver, token, sentence_end)) {
            return false;
        }
        if (is_overlooked_demonym(document, token) && !add_name(resolver, token, token, NAME_DEMONYM)) {
            return false;
        }
        if (is_whose_associate(document, sentence, token) && !add_name(resolver, token, token, NAME_PERSON)) {
            return false;
        }
    }
    return true;
}

bool names_find_described(struct resolver *resolver)
{
    for (size_t i = 0; i < resolver->document->sentence_count; i++) {
        const struct sentence *sentence = &resolver->document->sentences[i];
        if (!find_known_in(resolver, sentence) || !find_described_in(resolver, sentence)) {
            return false;
        }
    }
    sort_drafts(resolver);
    return true;
}
