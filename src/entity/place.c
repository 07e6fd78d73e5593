/* place.c: countries by all their names, seats of power, capitals and other places.
 *
 * - A country's name is the country whatever type the tagger gave it, unless the word is a person's name too ("Jordan",
 * "Chad", "Israel") and was tagged as a person's.
 * - An adjective or noun of nationality is a mention of its country; a plural noun ("Tajiks") is people and names no
 * country.
 * - A seat of power ("the Kremlin", "White House") stands for its country, but after a preposition of place it is a
 * place.
 * - A capital is a place. Where it acts or speaks, entity_actor makes it stand for its country.
 * - Georgia is the American state where the document speaks of American states and not of the Caucasus. */
#include "entity/resolver.h"

/* Names of countries that people bear as well. */
static bool may_be_person(const struct name_draft *draft)
{
    static const char *const names[] = {"chad",    "cuba",  "dominica", "france",  "georgia", "guinea",
                                        "holland", "india", "ireland",  "israel",  "jersey",  "jordan",
                                        "kenya",   "malta", "america",  "england", NULL};
    for (const char *const *name = names; *name; name++) {
        if (view_is(draft->key, *name)) {
            return true;
        }
    }
    return lexicon_first_name(draft->key) != GENDER_UNKNOWN;
}

/* Words that show which Georgia a document means. */
static bool tells_of_caucasus(const struct token *token)
{
    static const char *const words[] = {"tbilisi",  "georgian", "georgians", "abkhazia", "ossetia",    "saakashvili",
                                        "caucasus", "batumi",   "adjara",    "gori",     "kobakhidze", NULL};
    return token_is_one_of(token, words);
}

static bool tells_of_america(const struct token *token)
{
    static const char *const words[] = {"atlanta",   "savannah", "alabama",   "florida",     "carolina",
                                        "tennessee", "texas",    "augusta",   "macon",       "ohio",
                                        "virginia",  "kentucky", "louisiana", "mississippi", NULL};
    return token_is_one_of(token, words);
}

static bool georgia_is_american(const struct document *document)
{
    bool american = false;
    for (size_t i = 0; i < document->token_count; i++) {
        if (tells_of_caucasus(&document->tokens[i])) {
            return false;
        }
        american = american || tells_of_america(&document->tokens[i]);
    }
    return american;
}

static bool is_plural_people(const struct document *document, const struct name_draft *draft)
{
    const struct token *last = &document->tokens[draft->last];
    bool plural = token_is_plural(last) || (last->upos == UPOS_PROPN && view_ends(draft->key, VIEW("s")));
    return plural && last->deprel != DEPREL_COMPOUND && last->deprel != DEPREL_AMOD &&
           !view_ends(draft->key, VIEW("ese")) && !view_is(draft->key, "swiss");
}

static bool set_country(struct resolver *resolver, struct name_draft *draft, const struct country *country,
                        enum mention_kind kind)
{
    draft->entity = entity_add_country(resolver->set, country, draft->first, resolver->arena);
    draft->kind = kind;
    return draft->entity >= 0;
}

static bool resolve_country(struct resolver *resolver, struct name_draft *draft, const struct country *country,
                            enum country_word word)
{
    const struct document *document = resolver->document;
    if (word == COUNTRY_NAME && !(draft->type == NAME_PERSON && may_be_person(draft))) {
        return set_country(resolver, draft, country, MENTION_NAME);
    }
    if (word == COUNTRY_DEMONYM && (draft->type == NAME_DEMONYM || draft->type == NAME_PLACE)) {
        return is_plural_people(document, draft) || set_country(resolver, draft, country, MENTION_DEMONYM);
    }
    if (word == COUNTRY_SEAT && draft->type != NAME_PERSON && !tokens_follow_locative(document, draft->first)) {
        return set_country(resolver, draft, country, MENTION_METONYM);
    }
    if (word == COUNTRY_SEAT || (word == COUNTRY_CAPITAL && draft->type == NAME_ORGANISATION)) {
        draft->type = NAME_PLACE;
    }
    return true;
}

static bool resolve_other_place(struct resolver *resolver, struct name_map *places, struct name_draft *draft)
{
    draft->entity = name_map_value(places, draft->key);
    if (draft->entity >= 0) {
        return true;
    }
    draft->entity = entity_add(resolver->set, ENTITY_PLACE, draft->text, draft->first, resolver->arena);
    if (draft->entity < 0) {
        return false;
    }
    enum country_word word;
    const struct country *country = country_of(draft->text, &word);
    struct entity_facts *facts = &resolver->index->facts[draft->entity];
    facts->key = draft->key;
    facts->capital_of = country && (word == COUNTRY_CAPITAL || word == COUNTRY_SEAT) ? country : NULL;
    if (facts->capital_of) {
        entity_set_country(&resolver->set->entities[draft->entity], country);
    }
    return name_map_add(places, draft->key, draft->entity, resolver->arena);
}

bool resolve_places(struct resolver *resolver)
{
    struct name_map places = {0};
    int american = -1; /* not looked at yet */
    for (size_t i = 0; i < resolver->draft_count; i++) {
        struct name_draft *draft = &resolver->drafts[i];
        enum country_word word;
        const struct country *country = country_of(draft->text, &word);
        if (country && view_is(draft->key, "georgia")) {
            american = american < 0 ? georgia_is_american(resolver->document) : american;
            country = american ? NULL : country;
        }
        if (country && !resolve_country(resolver, draft, country, word)) {
            return false;
        }
        if (draft->entity < 0 && draft->type == NAME_PLACE && !resolve_other_place(resolver, &places, draft)) {
            return false;
        }
    }
    return true;
}
