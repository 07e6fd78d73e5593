/* organisation.c: organisations of a document, each once.
 *
 * - Names are one when their keys are one; spelling (organisation/organization, centre/center) and company forms (Inc.,
 * Ltd) do not count.
 * - Names that organisations.tsv puts on one line are one: "FBI" and "Federal Bureau of Investigation".
 * - "Federal Security Service (FSB)" and "FSB (Federal Security Service)" make both names one, in the whole document.
 * An acronym that is never introduced joins the one name with these initials, of three words at least.
 * - A country before a name is split off where the document or the table has the name without it: "Russian Federal
 * Security Service".
 * - Bodies that every state has ("Foreign Ministry", "Supreme Court") are told apart by the country before them.
 * Without one they are the one such body of the document, else a body of their own.
 * - A single generic word ("the Council") is the one organisation introduced before whose name has it first or last.
 * - A single word is the one organisation that begins with it where only generic words follow, wherever that stands:
 * "Soufan" for "Soufan Center". */
#include "entity/resolver.h"

enum { NO_DRAFT = -1, SEVERAL_DRAFTS = -2, BEING_RESOLVED = -3, ACRONYM_BYTES = 16 };

struct organisations {
    struct resolver *resolver;
    struct name_map by_bare;  /* key of a body without its country -> entities */
    struct name_map keys;     /* all keys as they stand in the document -> draft */
    struct name_map aliases;  /* key of an acronym or bracketed name -> the draft that it was introduced with */
    struct name_map initials; /* initials -> draft, once for each different name */
    struct name_map by_start; /* first word -> entity */
    struct name_map starts;   /* first word of a company's name -> draft */
};

/* A draft seen as an organisation. */
struct reading {
    const struct known_organisation *known;
    const struct country *qualifier; /* the country before or at the start of the name */
    uint32_t inside;                 /* words of the qualifier inside the name */
    struct view bare;                /* key without an inside qualifier */
    bool generic;                    /* every state has one */
};

static struct view standard_word(struct view word)
{
    static const struct {
        const char *from;
        const char *to;
    } spellings[] = {{"centre", "center"},
                     {"defence", "defense"},
                     {"labour", "labor"},
                     {"organisation", "organization"},
                     {"programme", "program"},
                     {"theatre", "theater"},
                     {"cooperation", "co operation"},
                     {"organisations", "organizations"}};
    for (size_t i = 0; i < sizeof spellings / sizeof *spellings; i++) {
        if (view_is(word, spellings[i].from)) {
            return view_of(spellings[i].to);
        }
    }
    return word;
}

static bool is_company_form(struct view word)
{
    static const char *const forms[] = {"inc",     "corp", "corporation", "co",   "company", "ltd",
                                        "limited", "plc",  "llc",         "ag",   "sa",      "gmbh",
                                        "nv",      "spa",  "pjsc",        "ojsc", "holdings"};
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++) {
        if (view_is(word, forms[i])) {
            return true;
        }
    }
    return false;
}

/* A key without spelling variants and company forms. */
static struct view standard_key(struct view key, struct arena *arena)
{
    while (name_word_count(key) > 1 && is_company_form(name_last_word(key))) {
        key.length -= name_last_word(key).length + 1;
    }
    char *out = arena_alloc(arena, 2 * key.length + 16);
    size_t length = 0;
    size_t at = 0;
    for (struct view word = name_next_word(key, &at); out && word.data; word = name_next_word(key, &at)) {
        word = standard_word(word);
        if (length > 0) {
            out[length++] = ' ';
        }
        memcpy(out + length, word.data, word.length);
        length += word.length;
    }
    return out ? (struct view){out, length} : (struct view){NULL, 0};
}

static bool is_generic_word(struct view word, unsigned classes)
{
    const struct noun *noun = lexicon_noun(word);
    return noun && (noun->classes & classes);
}

/* "foreign ministry", "ministry of defence", "supreme court", "parliament": a body's noun at the start or the end, and
 * nothing that looks like a name of its own. */
static bool is_generic_body(struct view key)
{
    static const char *const adjectives[] = {
        "foreign",   "interior",   "defense",     "defence",   "health",         "finance",    "justice",
        "supreme",   "high",       "national",    "central",   "federal",        "security",   "intelligence",
        "education", "economy",    "energy",      "transport", "constitutional", "election",   "electoral",
        "general",   "prosecutor", "prosecutors", "lower",     "upper",          "house",      "state",
        "military",  "of",         "for",         "affairs",   "emergency",      "situations", "the",
        "and",       "trade",      "agriculture", "culture",   "environment",    "internal",   "external",
        "labor",     "labour",     "information", "air",       "armed",          "staff",      NULL};
    bool body = false;
    size_t at = 0;
    for (struct view word = name_next_word(key, &at); word.data; word = name_next_word(key, &at)) {
        bool known = is_generic_word(word, NOUN_BODY);
        body = body || known;
        for (const char *const *adjective = adjectives; *adjective && !known; adjective++) {
            known = view_is(word, *adjective);
        }
        if (!known) {
            return false;
        }
    }
    return body;
}

/* The country whose name or adjective ends just before this token ("Turkish", "Turkey's"). */
static const struct country *country_before(const struct resolver *resolver, uint32_t token)
{
    const struct token *tokens = resolver->document->tokens;
    uint32_t start = document_sentence_of(resolver->document, token)->first;
    uint32_t end = token;
    if (end > start && tokens[end - 1].xpos == XPOS_POS) {
        end--;
    }
    for (uint32_t length = 1; length <= 3 && end >= start + length; length++) {
        enum country_word word;
        const struct country *country = country_of(tokens_text(resolver->document, end - length, end - 1), &word);
        if (country && (word == COUNTRY_NAME || word == COUNTRY_DEMONYM)) {
            return country;
        }
    }
    return NULL;
}

/* The country at the start of a name that goes on after it; *words counts its words. */
static const struct country *country_inside(const struct resolver *resolver, const struct name_draft *draft,
                                            uint32_t *words)
{
    for (uint32_t length = 3; length > 0; length--) {
        if (draft->first + length > draft->last) {
            continue;
        }
        enum country_word word;
        const struct country *country =
            country_of(tokens_text(resolver->document, draft->first, draft->first + length - 1), &word);
        if (country && (word == COUNTRY_NAME || word == COUNTRY_DEMONYM)) {
            *words = length;
            return country;
        }
    }
    return NULL;
}

/* Where the rest of a name starts after `words` words of qualifier, a possessive ending skipped. */
static uint32_t rest_of(const struct resolver *resolver, const struct name_draft *draft, uint32_t words)
{
    uint32_t rest = draft->first + words;
    return rest < draft->last && resolver->document->tokens[rest].xpos == XPOS_POS ? rest + 1 : rest;
}

static struct reading read_organisation(const struct resolver *resolver, const struct name_draft *draft)
{
    struct reading reading = {.known = lexicon_organisation(draft->text),
                              .bare = standard_key(draft->key, resolver->arena)};
    reading.qualifier = country_inside(resolver, draft, &reading.inside);
    if (reading.qualifier) {
        struct view rest = tokens_text(resolver->document, rest_of(resolver, draft, reading.inside), draft->last);
        reading.bare = standard_key(name_key(rest, resolver->arena), resolver->arena);
        const struct known_organisation *known = lexicon_organisation(rest);
        bool same = known && (known->country[0] == 0 || strcmp(known->country, reading.qualifier->code) == 0);
        reading.known = reading.known ? reading.known : same ? known : NULL;
    } else {
        reading.qualifier = country_before(resolver, draft->first);
    }
    bool foreign = reading.known && reading.qualifier && reading.known->country[0] &&
                   strcmp(reading.known->country, reading.qualifier->code) != 0;
    if (foreign) { /* Ukraine's National Security Council is not the American one */
        reading.known = NULL;
    }
    reading.generic = !reading.known && is_generic_body(reading.bare);
    return reading;
}

struct view organisation_bare_key(struct view key, struct arena *arena)
{
    return standard_key(key, arena);
}

struct view organisation_key(struct view bare, const struct country *country, struct arena *arena)
{
    return arena_print(arena, "%.*s @%s", VIEW_ARGS(standard_key(bare, arena)), country->name);
}

/* The only value of a key: NO_DRAFT where there is none, SEVERAL_DRAFTS where there are different ones. */
static int32_t only_value(const struct name_map *map, struct view key)
{
    int32_t value = NO_DRAFT;
    for (int32_t node = name_map_find(map, key); node >= 0; node = map->nodes[node].next) {
        if (value >= 0 && map->nodes[node].value != value) {
            return SEVERAL_DRAFTS;
        }
        value = map->nodes[node].value;
    }
    return value;
}

/* The key under which a reading is one organisation. */
static struct view identity_key(const struct organisations *all, const struct name_draft *draft,
                                const struct reading *reading)
{
    struct arena *arena = all->resolver->arena;
    if (reading->known) {
        return view_of(reading->known->name);
    }
    if (reading->generic && reading->qualifier) {
        return organisation_key(reading->bare, reading->qualifier, arena);
    }
    if (reading->inside && name_map_find(&all->keys, reading->bare) >= 0 &&
        (name_word_count(reading->bare) > 1 || !is_generic_word(reading->bare, NOUN_BODY | NOUN_COMPANY))) {
        return reading->bare;
    }
    return standard_key(draft->key, arena);
}

static bool index_body_word(struct entity_index *index, struct view word, int32_t entity, struct arena *arena)
{
    return !is_generic_word(word, NOUN_BODY | NOUN_COMPANY) || name_map_add(&index->bodies, word, entity, arena);
}

/* The words that say what kind of organisation a name is of: its last, its first, and the one before "of" ("Housing
 * Authority of Elmsford"). */
static bool index_body_words(struct entity_index *index, struct view key, int32_t entity, struct arena *arena)
{
    struct view first = name_first_word(key), before = first;
    size_t at = first.length + 1;
    for (struct view word = name_next_word(key, &at); word.data && !view_is(word, "of");
         word = name_next_word(key, &at)) {
        before = word;
    }
    bool inside = !view_equal(before, first) && !view_equal(before, name_last_word(key));
    return index_body_word(index, name_last_word(key), entity, arena) &&
           (name_word_count(key) < 2 || index_body_word(index, first, entity, arena)) &&
           (!inside || index_body_word(index, before, entity, arena));
}

/* The name of a body that every state has, with the word for the state before it: "Turkish Foreign Ministry". */
static struct view qualified_name(const struct resolver *resolver, const struct name_draft *draft,
                                  const struct reading *reading)
{
    uint32_t first = draft->first;
    uint32_t start = document_sentence_of(resolver->document, first)->first;
    if (reading->inside) {
        return draft->text;
    }
    do {
        first--;
    } while (first > start && !country_of(tokens_text(resolver->document, first, draft->first - 1), NULL) &&
             !country_of(tokens_text(resolver->document, first, draft->first - 2), NULL));
    return tokens_text(resolver->document, first, draft->last);
}

/* "Supreme Court of India", "Transparency International Russia": the country that a name ends in; not so after another
 * preposition ("Friends for Ukraine"), nor in a name of two words ("Free Belarus"). */
static const struct country *country_at_end(const struct resolver *resolver, const struct name_draft *draft)
{
    for (uint32_t length = 3; length > 0; length--) {
        if (draft->first + length >= draft->last) {
            continue;
        }
        enum country_word word;
        uint32_t first = draft->last + 1 - length;
        const struct country *country = country_of(tokens_text(resolver->document, first, draft->last), &word);
        const struct token *before = &resolver->document->tokens[first - 1];
        before -= before->upos == UPOS_DET && first - 1 > draft->first;
        if (country && word == COUNTRY_NAME &&
            (token_is_word(before, "of") || name_is_capitalised(token_form(before)))) {
            return country;
        }
    }
    return NULL;
}

static int32_t add_organisation(struct organisations *all, const struct name_draft *draft,
                                const struct reading *reading, struct view key)
{
    struct resolver *resolver = all->resolver;
    struct arena *arena = resolver->arena;
    bool qualified = reading->generic && reading->qualifier;
    struct view name = qualified ? qualified_name(resolver, draft, reading) : draft->text;
    int32_t entity = entity_add(resolver->set, ENTITY_ORGANISATION, name, draft->first, arena);
    if (entity < 0 || !name_map_add(&all->resolver->index->organisations, key, entity, arena)) {
        return -1;
    }
    struct view full = reading->known ? name_key(view_of(reading->known->name), arena) : reading->bare;
    resolver->index->facts[entity].key = full;
    resolver->index->facts[entity].qualified = qualified;
    bool ok = index_body_words(resolver->index, full, entity, arena) &&
              (name_word_count(full) < 2 || name_map_add(&all->by_start, name_first_word(full), entity, arena)) &&
              (!reading->generic || name_map_add(&all->by_bare, reading->bare, entity, arena));
    const struct country *country = reading->qualifier;
    if (reading->known) {
        country = country_by_code(view_of(reading->known->country));
    } else if (!reading->generic &&
               (!reading->inside || tokens_tell_kind(resolver->document, draft->first, draft->last))) {
        country = country_at_end(resolver, draft); /* what stands before a name of its own: see affiliation.c */
    }
    if (country) {
        entity_set_country(&resolver->set->entities[entity], country);
    }
    return ok ? entity : -1;
}

/* Whether a single word may be short for an organisation that begins with it: the rest of that one's name tells only
 * what it is, or the text says of either that it is a body. */
static bool may_be_short(const struct organisations *all, const struct name_draft *draft, int32_t entity)
{
    const struct entity_facts *facts = &all->resolver->index->facts[entity];
    return draft->body || facts->body || lexicon_is_business(facts->key);
}

/* An organisation of the document that a name alone may be short for; -1: none. */
static int32_t find_short_form(const struct organisations *all, const struct name_draft *draft,
                               const struct reading *reading)
{
    const struct entity_index *index = all->resolver->index;
    int32_t entity = -1;
    if (reading->generic && !reading->qualifier) {
        entity = only_value(&all->by_bare, reading->bare);
    }
    if (entity < 0 && name_word_count(reading->bare) == 1 && !reading->known) {
        bool generic = is_generic_word(reading->bare, NOUN_BODY | NOUN_COMPANY);
        entity = only_value(generic ? &index->bodies : &all->by_start, reading->bare);
        entity = entity >= 0 && !generic && !may_be_short(all, draft, entity) ? -1 : entity;
    }
    return entity < 0 ? -1 : entity;
}

static int32_t resolve_organisation(struct organisations *all, int32_t at);

/* The entity of the name that this one was introduced with; NO_DRAFT where it was not. */
static int32_t find_introduced(struct organisations *all, int32_t at)
{
    struct name_draft *draft = &all->resolver->drafts[at];
    int32_t other = name_map_value(&all->aliases, draft->key);
    if (other < 0 && name_is_capitals(draft->text)) {
        other = only_value(&all->initials, draft->key);
    }
    if (other < 0 || other == at || view_equal(all->resolver->drafts[other].key, draft->key)) {
        return NO_DRAFT;
    }
    return resolve_organisation(all, other);
}

static int32_t resolve_organisation(struct organisations *all, int32_t at)
{
    struct name_draft *draft = &all->resolver->drafts[at];
    if (draft->entity != NO_DRAFT) {
        return draft->entity; /* two names that introduce each other: the one asked first is the entity */
    }
    draft->entity = BEING_RESOLVED;
    struct reading reading = read_organisation(all->resolver, draft);
    struct view key = identity_key(all, draft, &reading);
    int32_t entity = name_map_value(&all->resolver->index->organisations, key);
    if (entity < 0 && !reading.known) {
        entity = find_introduced(all, at);
    }
    if (entity < 0) {
        entity = find_short_form(all, draft, &reading);
    }
    if (entity < 0) {
        entity = add_organisation(all, draft, &reading, key);
        if (entity >= 0) {
            all->resolver->index->facts[entity].body = draft->body;
        }
    } else if (!name_map_add(&all->resolver->index->organisations, key, entity, all->resolver->arena)) {
        return -1;
    }
    if (entity >= 0 && draft->first < all->resolver->index->facts[entity].first_token) {
        all->resolver->index->facts[entity].first_token = draft->first;
    }
    draft->entity = entity;
    return entity;
}

/* The initials of a key's words but the small ones; 0 where there are fewer than three. */
static size_t initials_of(struct view key, char *out, size_t room)
{
    static const char *const small[] = {"of", "the", "and", "for", "in", "on", "de", "la", "du", "des", "y", NULL};
    size_t length = 0;
    size_t at = 0;
    for (struct view word = name_next_word(key, &at); word.data && length < room; word = name_next_word(key, &at)) {
        const char *const *skip = small;
        while (*skip && !view_is(word, *skip)) {
            skip++;
        }
        if (!*skip) {
            out[length++] = word.data[0];
        }
    }
    return length >= 3 ? length : 0;
}

static bool index_key(struct organisations *all, int32_t at)
{
    struct name_draft *draft = &all->resolver->drafts[at];
    struct arena *arena = all->resolver->arena;
    bool seen = name_map_find(&all->keys, draft->key) >= 0;
    bool company = !seen && name_word_count(draft->key) > 1 && lexicon_is_business(draft->key);
    if (!name_map_add(&all->keys, standard_key(draft->key, arena), at, arena) ||
        (company && !name_map_add(&all->starts, name_first_word(draft->key), at, arena))) {
        return false;
    }
    char initials[ACRONYM_BYTES];
    size_t length = seen ? 0 : initials_of(draft->key, initials, sizeof initials);
    if (length == 0) {
        return true;
    }
    struct view key = arena_copy(arena, (struct view){initials, length});
    return key.data && name_map_add(&all->initials, key, at, arena);
}

/* A country at the start of an organisation's name is a mention of the country too. Where the name is known without it,
 * the organisation's mention starts after it. */
static bool split_qualifier(struct resolver *resolver, size_t at)
{
    struct name_draft draft = resolver->drafts[at];
    uint32_t words = 0;
    const struct country *country = country_inside(resolver, &draft, &words);
    if (!country || country_of(draft.text, NULL)) {
        return true;
    }
    int32_t entity = entity_add_country(resolver->set, country, draft.first, resolver->arena);
    uint32_t rest = rest_of(resolver, &draft, words);
    struct view text = tokens_text(resolver->document, rest, draft.last);
    struct view key = name_key(text, resolver->arena);
    bool known_without =
        name_map_value(&resolver->index->organisations, standard_key(key, resolver->arena)) == draft.entity;
    if (known_without || lexicon_organisation(text)) {
        resolver->drafts[at].first = rest;
        resolver->drafts[at].text = text;
        resolver->drafts[at].key = key;
    }
    uint32_t last = draft.first + words - 1;
    struct span span = {resolver->document->tokens[draft.first].start, resolver->document->tokens[last].end};
    return entity >= 0 &&
           entity_add_mention(resolver->set, resolver->document, draft.first, last, entity, MENTION_DEMONYM,
                              resolver->arena) &&
           entity_add_affiliation(resolver->set, draft.entity, (struct view){NULL, 0}, entity, span, resolver->arena);
}

static bool is_organisation(const struct name_draft *draft)
{
    if (draft->entity >= 0) {
        return false;
    }
    if (draft->type == NAME_ORGANISATION) {
        return true;
    }
    bool telling = name_word_count(draft->key) > 1 || (name_is_capitals(draft->text) && draft->text.length > 1);
    return draft->type == NAME_PERSON && telling && lexicon_organisation(draft->text);
}

bool resolve_organisations(struct resolver *resolver)
{
    struct organisations all = {.resolver = resolver};
    size_t named = resolver->draft_count;
    for (size_t i = 0; i < named; i++) {
        if (is_organisation(&resolver->drafts[i])) {
            resolver->drafts[i].type = NAME_ORGANISATION;
            if (!index_key(&all, (int32_t)i) || !introduction_read(resolver, &all.aliases, i, named)) {
                return false;
            }
        }
    }
    for (int pass = 0; pass < 2; pass++) { /* a short form may come first, in a headline */
        for (size_t i = 0; i < resolver->draft_count; i++) {
            bool waits = pass == 0 && name_map_find(&all.starts, resolver->drafts[i].key) >= 0;
            if (!waits && is_organisation(&resolver->drafts[i]) && resolve_organisation(&all, (int32_t)i) < 0) {
                return false;
            }
        }
    }
    for (size_t i = 0; i < named; i++) {
        if (resolver->drafts[i].type == NAME_ORGANISATION && resolver->drafts[i].entity >= 0 &&
            resolver->set->entities[resolver->drafts[i].entity].type == ENTITY_ORGANISATION &&
            !split_qualifier(resolver, i)) {
            return false;
        }
    }
    return true;
}
