/* names.c: the names that the syntax stage found, made ready: edges trimmed, and one type for each name in the
 * document. */
#include "entity/resolver.h"

#include <stdlib.h>

static bool is_edge_punctuation(const struct token *token)
{
    return token->upos == UPOS_PUNCT && token->xpos != XPOS_HYPH;
}

/* Words that stand before a name and are no part of it. */
static bool is_before_name(const struct name_draft *draft, const struct token *token)
{
    if (is_edge_punctuation(token) || token_is_word(token, "the")) {
        return true;
    }
    return draft->type == NAME_PERSON && lexicon_is_title(token_form(token));
}

static bool is_after_name(const struct token *token)
{
    return is_edge_punctuation(token) || token->xpos == XPOS_POS;
}

/* Words of a capitalised office before a person's name that the tagger took in: "President Macron", "Prime Minister
 * Sunak". The last word is always left. */
static uint32_t office_before(const struct document *document, const struct name_draft *draft)
{
    for (uint32_t words = 1; draft->type == NAME_PERSON && words <= 2 && draft->first + words <= draft->last; words++) {
        const struct noun *noun = token_noun(document, draft->first + words - 1);
        bool post = noun && (noun->classes & NOUN_POST) && draft->last - draft->first >= words + 1;
        if (noun && (post || (noun->classes & NOUN_OFFICE)) && !lexicon_first_name(view_of(noun->word))) {
            return words;
        }
    }
    return 0;
}

static bool is_suffix(const struct token *token)
{
    static const char *const words[] = {"jr", "jr.", "sr", "sr.", "ii", "iii", NULL};
    return token_is_one_of(token, words);
}

/* Where a person's name ends that runs into something else: at a comma but before "Jr.", at a bracket that does not
 * close in it. */
static uint32_t end_of_person(const struct document *document, const struct name_draft *draft)
{
    for (uint32_t token = draft->first + 1; token <= draft->last; token++) {
        const struct token *t = &document->tokens[token];
        bool comma = token_is_word(t, ",") && (token == draft->last || !is_suffix(t + 1));
        bool open = token_is_word(t, "(") && !token_is_word(&document->tokens[draft->last], ")");
        if (comma || open) {
            return token - 1;
        }
    }
    return draft->last;
}

/* A word that opens the sentence and got into the name by its capital: "Whether Clinton". */
static bool opens_sentence(const struct document *document, uint32_t token)
{
    switch (document->tokens[token].upos) {
    case UPOS_SCONJ:
    case UPOS_VERB:
    case UPOS_AUX:
    case UPOS_CCONJ:
    case UPOS_PRON:
        return document_sentence_of(document, token)->first == token;
    default:
        return false;
    }
}

/* "to sue Smith": a verb that is a first name by its letters. */
static bool follows_infinitive(const struct document *document, uint32_t token)
{
    return token > document_sentence_of(document, token)->first && token_is_word(&document->tokens[token - 1], "to") &&
           !name_is_capitalised(token_form(&document->tokens[token]));
}

/* A first name that the tagger left out of a person's name, and that the tree has in it. */
static bool lacks_first_name(const struct document *document, const struct name_draft *draft)
{
    if (draft->type != NAME_PERSON || draft->first == document_sentence_of(document, draft->first)->first) {
        return false;
    }
    const struct token *first = &document->tokens[draft->first], *before = first - 1;
    bool joined = first->deprel == DEPREL_FLAT && first->head == (int32_t)draft->first - 1;
    char key[48];
    struct view both = tokens_text(document, draft->first - 1, draft->first);
    size_t length = both.length < sizeof key ? name_key_write(both, key, sizeof key) : 0;
    return joined && before->name == NAME_O && name_is_capitalised(token_form(before)) &&
           lexicon_first_name((struct view){key, length}) != GENDER_UNKNOWN;
}

/* "Park Geun-hye", of which the tagger took "Park Geun": the last word goes on after a hyphen in small letters. Not so
 * in "Vladimir Putin-backed candidate", where the word describes another. */
static uint32_t end_of_hyphenated(const struct document *document, const struct name_draft *draft)
{
    const struct sentence *sentence = document_sentence_of(document, draft->last);
    const struct token *hyphen = &document->tokens[draft->last + 1];
    if (draft->type != NAME_PERSON || draft->first == draft->last ||
        draft->last + 2 >= sentence->first + sentence->count || hyphen->space_after || hyphen[-1].space_after ||
        !token_is_word(hyphen, "-") || name_is_capitalised(token_form(hyphen + 1))) {
        return draft->last;
    }
    bool describes = (hyphen[1].deprel == DEPREL_AMOD || hyphen[1].deprel == DEPREL_COMPOUND) &&
                     hyphen[1].head > (int32_t)draft->last + 2;
    return describes || hyphen[1].form_length > 6 ? draft->last : draft->last + 2;
}

static void trim_draft(const struct document *document, struct name_draft *draft)
{
    while (draft->first < draft->last && is_before_name(draft, &document->tokens[draft->first])) {
        draft->first++;
    }
    while (draft->last > draft->first && is_after_name(&document->tokens[draft->last])) {
        draft->last--;
    }
    draft->first -= lacks_first_name(document, draft);
    draft->last = end_of_hyphenated(document, draft);
    if (draft->type == NAME_PERSON) {
        draft->first += draft->first < draft->last &&
                        (opens_sentence(document, draft->first) || follows_infinitive(document, draft->first));
        draft->last = end_of_person(document, draft);
        draft->first += office_before(document, draft);
    }
}

/* "Commissioner for Human Rights", "Secretary of State": an office, whatever the tagger took it for. */
static bool is_office(const struct document *document, const struct name_draft *draft)
{
    if (draft->first + 1 >= draft->last || draft->type == NAME_PLACE || lexicon_organisation(draft->text)) {
        return false;
    }
    const struct noun *noun = token_noun(document, draft->first);
    const struct token *second = &document->tokens[draft->first + 1];
    bool person =
        noun && (noun->classes & (NOUN_OFFICE | NOUN_POST)) && !token_is_plural(&document->tokens[draft->first]);
    return person && (token_is_word(second, "of") || token_is_word(second, "for"));
}

/* "Labour Minister": a party's name that tells what a minister is for. */
static bool is_portfolio(const struct document *document, const struct name_draft *draft)
{
    static const char *const words[] = {"labour", "labor", NULL};
    static const char *const offices[] = {"minister", "ministers", "ministry", "secretary", "department", NULL};
    const struct sentence *sentence = document_sentence_of(document, draft->last);
    return draft->first == draft->last && token_is_one_of(&document->tokens[draft->first], words) &&
           draft->last + 1 < sentence->first + sentence->count &&
           token_is_one_of(&document->tokens[draft->last + 1], offices);
}

/* What an office is for is a part of it: the Human Rights of "Commissioner for Human Rights". */
static bool is_remit(const struct document *document, const struct name_draft *draft)
{
    uint32_t sentence = document_sentence_of(document, draft->first)->first;
    if (draft->type != NAME_ORGANISATION || draft->first < sentence + 2 ||
        !token_is_word(&document->tokens[draft->first - 1], "for")) {
        return false;
    }
    const struct noun *office = token_noun(document, draft->first - 2);
    return office && (office->classes & NOUN_OFFICE) && !lexicon_organisation(draft->text) &&
           !name_is_capitals(draft->text);
}

/* "Soufan Center" is an organisation by its last word, unless it says where something is. */
static bool is_organisation_by_kind(const struct document *document, const struct name_draft *draft)
{
    if (draft->type != NAME_PLACE || draft->first == draft->last || tokens_follow_locative(document, draft->first) ||
        country_of(draft->text, NULL)) {
        return false;
    }
    const struct noun *noun = lexicon_noun(name_last_word(draft->key));
    return noun && (noun->classes & (NOUN_BODY | NOUN_COMPANY));
}

bool name_draft_push(struct resolver *resolver, const struct name_draft *draft)
{
    void *drafts =
        arena_grow(resolver->arena, resolver->drafts, resolver->draft_count, &resolver->draft_capacity, sizeof *draft);
    if (!drafts) {
        return false;
    }
    resolver->drafts = drafts;
    resolver->drafts[resolver->draft_count++] = *draft;
    return true;
}

static bool add_draft_of(struct resolver *resolver, uint32_t first, uint32_t last, enum name_type type)
{
    const struct document *document = resolver->document;
    struct name_draft draft = {.first = first, .last = last, .type = type, .entity = -1};
    trim_draft(document, &draft);
    draft.text = name_with_single_spaces(tokens_text(document, draft.first, draft.last), resolver->arena);
    draft.key = name_key(draft.text, resolver->arena);
    if (!draft.text.data) {
        return false;
    }
    if (is_organisation_by_kind(document, &draft)) {
        draft.type = NAME_ORGANISATION;
    }
    bool name = draft.key.length > 0 && !is_office(document, &draft) && !is_remit(document, &draft) &&
                !is_portfolio(document, &draft);
    return !name || name_draft_push(resolver, &draft);
}

/* "ABUJA - Boko Haram fighters": the dash of a dateline that the tagger took into a name; 0: none. */
static uint32_t dateline_dash(const struct document *document, uint32_t first, uint32_t last)
{
    if (first != document_sentence_of(document, first)->first) {
        return 0;
    }
    for (uint32_t token = first + 1; token < last; token++) {
        const struct token *t = &document->tokens[token];
        bool dash = t->upos == UPOS_PUNCT && !token_is_word(t, ",") && t->space_after && t[-1].space_after;
        if (dash && name_is_capitals(tokens_text(document, first, token - 1))) {
            return token;
        }
    }
    return 0;
}

static bool add_draft(struct resolver *resolver, uint32_t first, uint32_t last)
{
    const struct document *document = resolver->document;
    uint32_t dash = dateline_dash(document, first, last);
    if (dash && !add_draft_of(resolver, first, dash - 1, NAME_PLACE)) {
        return false;
    }
    return add_draft_of(resolver, dash ? dash + 1 : first, last,
                        name_tag_type((enum name_tag)document->tokens[first].name));
}

/* A name that begins as a person's does. */
static bool has_first_name(const struct name_draft *draft)
{
    return lexicon_first_name(name_first_word(draft->key)) != GENDER_UNKNOWN;
}

/* "X's founder": what only a body has, and no land either. */
static bool possesses_as_body(const struct document *document, const struct name_draft *draft)
{
    static const char *const owned[] = {"founder",      "co-founder", "executive", "CEO",
                                        "shareholders", "subsidiary", NULL};
    const struct sentence *sentence = document_sentence_of(document, draft->last);
    uint32_t end = sentence->first + sentence->count;
    uint32_t noun = draft->last + 2;
    if (noun >= end || document->tokens[noun - 1].xpos != XPOS_POS) {
        return false;
    }
    while (noun + 1 < end && document->tokens[noun].upos == UPOS_ADJ) {
        noun++;
    }
    return token_is_one_of(&document->tokens[noun], owned);
}

/* "the chief executive of X", "shares in X", "X's founder": what only a body has. */
static bool owns_as_body(const struct document *document, const struct name_draft *draft)
{
    static const char *const owned[] = {"executive",    "chairman",   "chairwoman", "CEO",     "board", "shareholders",
                                        "headquarters", "subsidiary", "plant",      "factory", NULL};
    static const char *const held[] = {"shares", "stake", "shareholder", "shareholders", NULL};
    uint32_t sentence = document_sentence_of(document, draft->first)->first;
    if (draft->first < sentence + 2 || possesses_as_body(document, draft)) {
        return possesses_as_body(document, draft);
    }
    const struct token *preposition = &document->tokens[draft->first - 1];
    bool possessor = draft->last + 1 < document->token_count && document->tokens[draft->last + 1].xpos == XPOS_POS;
    return (token_is_word(preposition, "of") && !possessor && token_is_one_of(preposition - 1, owned)) ||
           (token_is_word(preposition, "in") && token_is_one_of(preposition - 1, held));
}

/* A noun for bodies that bear names of their own: "retailer", "newspaper". */
static bool is_company_noun(const struct document *document, int32_t token)
{
    const struct noun *noun = token >= 0 ? token_noun(document, (uint32_t)token) : NULL;
    return noun && (noun->classes & NOUN_COMPANY) && !(noun->classes & NOUN_ROLE) &&
           !token_is_plural(&document->tokens[token]);
}

/* "X, a Dutch retailer": such a noun in apposition to the name. */
static bool has_kind_behind(const struct document *document, uint32_t head)
{
    for (int32_t child = document->tokens[head].first_child; child >= 0; child = document->tokens[child].next_sibling) {
        if (child > (int32_t)head && document->tokens[child].deprel == DEPREL_APPOS) {
            const struct token *first = &document->tokens[document->tokens[child].left_edge];
            first += first->upos == UPOS_PUNCT;
            return first->upos == UPOS_DET && document->tokens[child].upos == UPOS_NOUN &&
                   is_company_noun(document, child);
        }
    }
    return false;
}

/* "the retailer, X": in apposition to such a noun; "the newspaper X": right behind it and joined to it. */
static bool is_called_body(const struct document *document, const struct name_draft *draft)
{
    const struct token *tokens = document->tokens;
    uint32_t head = tokens_head(document, draft->first, draft->last);
    int32_t before = (int32_t)draft->first - 1;
    if (has_kind_behind(document, head)) {
        return true;
    }
    if (tokens[head].deprel == DEPREL_APPOS && tokens[head].head < (int32_t)draft->first) {
        return is_company_noun(document, tokens[head].head);
    }
    bool joined = before >= 0 && (tokens[before].head == (int32_t)head || tokens[head].head == before) &&
                  tokens[tokens[before].left_edge].upos == UPOS_DET;
    return joined && is_company_noun(document, before);
}

/* "X, which owns the quay, said", "X, based in Oslo, said": an aside to the subject that fits no person. */
static bool is_described_as_body(const struct document *document, const struct name_draft *draft)
{
    static const char *const openers[] = {"which", "based", "headquartered", NULL};
    const struct sentence *sentence = document_sentence_of(document, draft->last);
    const struct token *head = &document->tokens[tokens_head(document, draft->first, draft->last)];
    bool subject = ud_deprel_universal((enum deprel)head->deprel) == DEPREL_NSUBJ && head->head > (int32_t)draft->last;
    return subject && draft->last + 2 < sentence->first + sentence->count &&
           token_is_word(&document->tokens[draft->last + 1], ",") &&
           token_is_one_of(&document->tokens[draft->last + 2], openers);
}

/* "Wagner fighters", where the table has an organisation of that name. */
static bool has_members(const struct document *document, const struct name_draft *draft)
{
    const struct sentence *sentence = document_sentence_of(document, draft->last);
    uint32_t next = draft->last + 1;
    if (next >= sentence->first + sentence->count || !lexicon_organisation(draft->text)) {
        return false;
    }
    const struct noun *noun = token_noun(document, next);
    return noun && (noun->classes & NOUN_COLLECTIVE) && token_is_plural(&document->tokens[next]);
}

/* Whether the words at a name say that it is a body, whatever the tagger took it for. */
static bool says_body(const struct document *document, const struct name_draft *draft)
{
    if (draft->type == NAME_PLACE) {
        return draft->first < draft->last && is_called_body(document, draft);
    }
    return draft->type == NAME_PERSON && !has_first_name(draft) &&
           (owns_as_body(document, draft) || is_called_body(document, draft) || is_described_as_body(document, draft) ||
            has_members(document, draft));
}

/* "X vowed to appeal", where the tagger took X for a place: what few places do. */
static bool acts_as_body(const struct document *document, const struct name_draft *draft)
{
    static const char *const lemmas[] = {"say",    "vow",     "announce", "deny",   "decline", "sue",
                                         "appeal", "respond", "reply",    "accuse", "allege",  NULL};
    const struct token *head = &document->tokens[tokens_head(document, draft->first, draft->last)];
    bool subject = head->deprel == DEPREL_NSUBJ && head->head > (int32_t)draft->last && draft->first < draft->last;
    if (draft->type != NAME_PLACE || !subject || country_of(draft->text, NULL)) {
        return false;
    }
    struct view lemma = token_lemma(&document->tokens[head->head]);
    for (size_t i = 0; lemmas[i]; i++) {
        if (view_is(lemma, lemmas[i])) {
            return true;
        }
    }
    return false;
}

/* How often each name of the document was given each type, and what the words at it once say. */
struct vote {
    uint32_t counts[NAME_DEMONYM + 1];
    enum name_type first;
    bool body;
    bool acts;      /* as a body does */
    bool somewhere; /* where something is */
};

/* The type that most of a name's mentions have, the first one's where two are level. Names of countries and capitals
 * that are people's, too, are left to their own: there may be both in one text. */
static enum name_type voted_type(const struct vote *vote, const struct name_draft *draft)
{
    enum name_type best = vote->first;
    if (vote->counts[draft->type] > 1 && country_of(draft->text, NULL)) {
        return draft->type;
    }
    for (int type = 0; type <= NAME_DEMONYM; type++) {
        best = vote->counts[type] > vote->counts[best] ? (enum name_type)type : best;
    }
    bool taken_for_place = best == NAME_PLACE && !vote->somewhere && (vote->body || vote->acts);
    return (best == NAME_PERSON && vote->body) || taken_for_place ? NAME_ORGANISATION : best;
}

static bool vote_types(struct resolver *resolver)
{
    struct name_map ballots = {0};
    struct vote *votes = arena_array(resolver->arena, resolver->draft_count + 1, sizeof *votes);
    int32_t vote_count = 0;
    if (!votes) {
        return false;
    }
    for (size_t i = 0; i < resolver->draft_count; i++) {
        int32_t vote = name_map_value(&ballots, resolver->drafts[i].key);
        if (vote < 0) {
            vote = vote_count++;
            votes[vote].first = resolver->drafts[i].type;
            if (!name_map_add(&ballots, resolver->drafts[i].key, vote, resolver->arena)) {
                return false;
            }
        }
        const struct name_draft *draft = &resolver->drafts[i];
        votes[vote].counts[draft->type]++;
        votes[vote].body = votes[vote].body || says_body(resolver->document, draft);
        votes[vote].acts = votes[vote].acts || acts_as_body(resolver->document, draft);
        votes[vote].somewhere = votes[vote].somewhere || tokens_follow_locative(resolver->document, draft->first);
    }
    for (size_t i = 0; i < resolver->draft_count; i++) {
        struct name_draft *draft = &resolver->drafts[i];
        const struct vote *vote = &votes[name_map_value(&ballots, draft->key)];
        draft->type = voted_type(vote, draft);
        draft->body = vote->body;
    }
    return true;
}

/* Fewer than three values have this key. */
static bool is_rare(const struct name_map *map, struct view key)
{
    int32_t node = name_map_find(map, key);
    for (int count = 0; count < 2 && node >= 0; count++) {
        node = map->nodes[node].next;
    }
    return node < 0;
}

/* The full names of persons by their family names, and the single words that are no persons. */
static bool index_surnames(const struct resolver *resolver, struct name_map *surnames, struct name_map *others)
{
    for (size_t i = 0; i < resolver->draft_count; i++) {
        const struct name_draft *draft = &resolver->drafts[i];
        bool person = draft->type == NAME_PERSON && name_word_count(draft->key) > 1;
        struct name_map *map = person ? surnames : others;
        struct view family = person ? name_family(draft->key) : draft->key;
        bool particles = person && name_word_count(family) > 1;
        if (!name_map_add(map, family, (int32_t)i, resolver->arena) ||
            (particles && !name_map_add(map, name_last_word(draft->key), (int32_t)i, resolver->arena))) {
            return false;
        }
    }
    return true;
}

/* A word that the tagger once or twice took for an organisation or place is a person where somebody of that family name
 * was introduced before; one that it took so more often ("Ford") stays. */
static bool recognise_surnames(struct resolver *resolver)
{
    struct name_map surnames = {0};
    struct name_map others = {0};
    if (!index_surnames(resolver, &surnames, &others)) {
        return false;
    }
    for (size_t i = 0; i < resolver->draft_count; i++) {
        struct name_draft *draft = &resolver->drafts[i];
        int32_t person = name_map_value(&surnames, draft->key);
        bool other = draft->type == NAME_ORGANISATION ||
                     (draft->type == NAME_PLACE && !tokens_follow_locative(resolver->document, draft->first));
        if (other && person >= 0 && (size_t)person < i && is_rare(&others, draft->key) &&
            !country_of(draft->text, NULL) && !lexicon_organisation(draft->text)) {
            draft->type = NAME_PERSON;
        }
    }
    return true;
}

/* "Kestrel Montague" is a body where the text says that "Kestrel" is one. */
static bool recognise_full_names(struct resolver *resolver)
{
    struct name_map bodies = {0};
    for (size_t i = 0; i < resolver->draft_count; i++) {
        const struct name_draft *draft = &resolver->drafts[i];
        if (draft->body && draft->type == NAME_ORGANISATION && name_word_count(draft->key) == 1 &&
            !name_map_add(&bodies, draft->key, (int32_t)i, resolver->arena)) {
            return false;
        }
    }
    for (size_t i = 0; i < resolver->draft_count; i++) {
        struct name_draft *draft = &resolver->drafts[i];
        if (draft->type == NAME_PERSON && name_word_count(draft->key) > 1 && !has_first_name(draft) &&
            name_map_find(&bodies, name_first_word(draft->key)) >= 0) {
            draft->type = NAME_ORGANISATION;
            draft->body = true;
        }
    }
    return true;
}

/* A single word that the tagger took for a person is the company that begins with it ("Daemyung" after "Daemyung
 * Foods") where nobody of the document bears the name. */
static bool recognise_companies(struct resolver *resolver)
{
    struct name_map companies = {0};
    struct name_map persons = {0};
    for (size_t i = 0; i < resolver->draft_count; i++) {
        const struct name_draft *draft = &resolver->drafts[i];
        bool company = draft->type == NAME_ORGANISATION && (lexicon_is_business(draft->key) || draft->body);
        bool person = draft->type == NAME_PERSON && name_word_count(draft->key) > 1;
        if ((company && !name_map_add(&companies, name_first_word(draft->key), (int32_t)i, resolver->arena)) ||
            (person && !(name_map_add(&persons, name_first_word(draft->key), (int32_t)i, resolver->arena) &&
                         name_map_add(&persons, name_last_word(draft->key), (int32_t)i, resolver->arena)))) {
            return false;
        }
    }
    for (size_t i = 0; i < resolver->draft_count; i++) {
        struct name_draft *draft = &resolver->drafts[i];
        if (draft->type == NAME_PERSON && name_map_find(&companies, draft->key) >= 0 &&
            name_map_find(&persons, draft->key) < 0) {
            draft->type = NAME_ORGANISATION;
        }
    }
    return true;
}

/* The last word of the name that begins at a token. */
static uint32_t end_of_name(const struct document *document, uint32_t first)
{
    uint32_t last = first;
    while (last + 1 < document->token_count && name_tag_continues((enum name_tag)document->tokens[last + 1].name)) {
        last++;
    }
    return last;
}

bool resolve_names(struct resolver *resolver)
{
    const struct document *document = resolver->document;
    for (uint32_t token = 0; token < document->token_count; token++) {
        if (name_tag_begins((enum name_tag)document->tokens[token].name) &&
            !add_draft(resolver, token, end_of_name(document, token))) {
            return false;
        }
    }
    return names_find_described(resolver) && vote_types(resolver) && recognise_surnames(resolver) &&
           recognise_full_names(resolver) && recognise_companies(resolver) && names_find_repeats(resolver);
}
