/* affiliation.c: who is what of whom.
 *
 * A description is a stretch of words at a name that holds a noun for a person (nouns.tsv): before the name
 * ("Belarusian president Alexander Lukashenko", "the head of the bank, Ivan Petrov"), in apposition after it ("Anatoly
 * Antonov, the Russian ambassador to the United States"), or said of it ("Kallas is the prime minister of Estonia").
 * Every country and organisation in the description is one that the person belongs to; a person only where the noun is
 * a tie to somebody ("Navalny associate Ivan Zhdanov"). Besides, "Davidis of Memorial", "Clarke from the Soufan
 * Center". Organisations belong to the country before them ("Russian Telegram channel Baza") or after them ("Ministry
 * of Defence of Ukraine"). An office without a country ("Prime Minister Gabriel Attal") is of the state whose
 * government the sentence has just named. A person's country is that of the first affiliation to a country, but not the
 * one that an envoy is sent to; else that of the first organisation. The words count more than the trees, which break
 * at long descriptions. */
#include "entity/description.h"

static const struct token *token_at(const struct resolver *resolver, uint32_t token)
{
    return &resolver->document->tokens[token];
}

static enum entity_type type_of_mention(const struct resolver *resolver, const struct mention *mention)
{
    return resolver->set->entities[mention->entity].type;
}

static struct span span_of(const struct resolver *resolver, uint32_t first, uint32_t last)
{
    return (struct span){token_at(resolver, first)->start, token_at(resolver, last)->end};
}

static void set_gender(struct resolver *resolver, int32_t entity, uint32_t role)
{
    struct entity_facts *facts = &resolver->index->facts[entity];
    enum gender gender = token_noun(resolver->document, role)->gender;
    if (facts->gender == GENDER_UNKNOWN) {
        facts->gender = gender;
    }
}

/* Whether being described with this mention makes the entity belong to it. */
static bool ties(const struct resolver *resolver, int32_t entity, uint32_t token, int32_t role,
                 const struct token *adposition)
{
    const struct mention *mention = entity_mention_at(resolver->set, token);
    enum entity_type type = type_of_mention(resolver, mention);
    bool where = adposition && (token_is_locative(adposition) || token_is_word(adposition, "on"));
    if (resolver->set->entities[entity].type == ENTITY_ORGANISATION) {
        return type == ENTITY_COUNTRY && !adposition;
    }
    if (type == ENTITY_PERSON) {
        return role >= 0 && token_is_role(resolver, (uint32_t)role, NOUN_ASSOCIATE) &&
               (!adposition || token_is_word(adposition, "of") || token_is_word(adposition, "to"));
    }
    const struct noun *noun = role >= 0 && adposition ? token_noun(resolver->document, (uint32_t)role) : NULL;
    if (noun && (noun->classes & NOUN_VAGUE) &&
        !(noun->classes & (NOUN_OFFICE | NOUN_POST))) { /* "critic of the bank" */
        return false;
    }
    return type == ENTITY_ORGANISATION ? !adposition || !token_is_word(adposition, "on")
                                       : type == ENTITY_COUNTRY && !where;
}

/* "critic of Zimbabwe's President Robert Mugabe": what stands at somebody else's name in the description is theirs. */
static bool is_of_another(const struct resolver *resolver, const struct description *description, uint32_t token)
{
    const struct mention *mention = entity_mention_at(resolver->set, token);
    if (type_of_mention(resolver, mention) == ENTITY_PERSON) {
        return false;
    }
    for (uint32_t next = token + 1; next <= description->last; next++) {
        const struct token *t = token_at(resolver, next);
        if (token_opens_complement(t) || t->upos == UPOS_CCONJ || t->upos == UPOS_PUNCT) {
            return false;
        }
        if (entity_is_person_at(resolver, next)) {
            return true;
        }
    }
    return false;
}

/* "president of the Danish football federation": a country before the noun for a body that the office is in, so that
 * its holder belongs to the country, but is not its president. */
static bool stands_before_body(const struct resolver *resolver, const struct description *description, uint32_t token,
                               const struct token *adposition)
{
    const struct mention *mention = entity_mention_at(resolver->set, token);
    if (!adposition || type_of_mention(resolver, mention) != ENTITY_COUNTRY || mention->kind != MENTION_DEMONYM) {
        return false;
    }
    for (uint32_t next = token + 1; next <= description->last; next++) {
        const struct token *t = token_at(resolver, next);
        const struct noun *noun = token_noun(resolver->document, next);
        if (entity_mention_at(resolver->set, next) || (t->upos != UPOS_NOUN && t->upos != UPOS_ADJ)) {
            return false;
        }
        if (noun && (noun->classes & (NOUN_BODY | NOUN_COMPANY)) && t->head <= (int32_t)token) {
            return !(noun->classes & NOUN_STATE) || t[-1].upos == UPOS_NOUN; /* "football federation" is no state */
        }
    }
    return false;
}

static bool add_role(const struct resolver *resolver, int32_t entity, int32_t of, struct view noun, struct view text)
{
    struct role role = {entity, of, noun, name_key(text, resolver->arena)};
    return entity_add_role(resolver->set, &role, resolver->arena);
}

static bool add_tie(struct resolver *resolver, int32_t entity, const struct description *description, uint32_t token,
                    int32_t role, const struct token *adposition)
{
    struct entity_set *set = resolver->set;
    int32_t of = entity_mention_at(set, token)->entity;
    struct view text = {NULL, 0};
    struct view noun = {NULL, 0};
    bool person = set->entities[entity].type == ENTITY_PERSON;
    if (role >= 0 && person) {
        text = description_role_text(resolver, description, (uint32_t)role);
        noun = view_of(token_noun(resolver->document, (uint32_t)role)->word);
    }
    bool sent_there = adposition && token_is_word(adposition, "to");
    bool tie_to_person = set->entities[of].type == ENTITY_PERSON;
    if (set->entities[of].type == ENTITY_COUNTRY && !sent_there && !tie_to_person) {
        entity_set_country(&set->entities[entity], resolver->index->facts[of].state);
    }
    uint32_t first = description->first;
    while (first < description->last && token_at(resolver, first)->upos == UPOS_DET) {
        first++;
    }
    struct span span = person ? span_of(resolver, first, description->last) : entity_mention_at(set, token)->span;
    return entity_add_affiliation(set, entity, text, of, span, resolver->arena) &&
           (!noun.data || add_role(resolver, entity, of, noun, text));
}

/* Takes the description of a named entity down. Where the tree makes the noun and not the name the actor, it leads to
 * the name. */
static bool apply(struct resolver *resolver, const struct name_draft *draft, const struct description *description,
                  int32_t role)
{
    int32_t entity = draft->entity;
    const struct token *adposition = NULL;
    bool tied = false;
    for (uint32_t token = description->first; token <= description->last; token++) {
        if (token_opens_complement(token_at(resolver, token)) && !entity_mention_at(resolver->set, token)) {
            adposition = token_at(resolver, token);
        }
        const struct mention *mention = entity_mention_at(resolver->set, token);
        if (!mention || (token > description->first && entity_mention_at(resolver->set, token - 1) == mention) ||
            !ties(resolver, entity, token, role, adposition) || is_of_another(resolver, description, token)) {
            continue;
        }
        bool body = stands_before_body(resolver, description, token, adposition);
        tied = tied || !body;
        if (!add_tie(resolver, entity, description, token, body ? -1 : role, adposition)) {
            return false;
        }
    }
    if (role >= 0 &&
        resolver->set->entities[entity].type == ENTITY_ORGANISATION) { /* "the channel" may mean it later */
        struct view kind = name_last_word(view_of(token_noun(resolver->document, (uint32_t)role)->word));
        return name_map_add(&resolver->index->bodies, kind, entity, resolver->arena);
    }
    if (role < 0) {
        return true;
    }
    set_gender(resolver, entity, (uint32_t)role);
    resolver->index->antecedent[role] = (int32_t)tokens_head(resolver->document, draft->first, draft->last);
    struct view noun = view_of(token_noun(resolver->document, (uint32_t)role)->word);
    return tied || add_role(resolver, entity, -1, noun, description_role_text(resolver, description, (uint32_t)role));
}

/* The country whose government or authorities were named last before a token in its sentence; -1: none. */
static int32_t state_spoken_of(const struct resolver *resolver, uint32_t before)
{
    uint32_t first = document_sentence_of(resolver->document, before)->first;
    for (uint32_t token = before; token-- > first;) {
        const struct mention *mention = entity_mention_at(resolver->set, token);
        const struct noun *noun =
            mention && mention->kind == MENTION_METONYM ? token_noun(resolver->document, mention->head) : NULL;
        if (noun && (noun->classes & NOUN_STATE)) {
            return mention->entity;
        }
    }
    return -1;
}

static bool apply_state_office(struct resolver *resolver, const struct name_draft *draft,
                               const struct description *description, int32_t role)
{
    if (role < 0 || !token_is_role(resolver, (uint32_t)role, NOUN_OFFICE) ||
        resolver->set->entities[draft->entity].country_name.data) {
        return true;
    }
    int32_t state = state_spoken_of(resolver, draft->first);
    if (state < 0) {
        return true;
    }
    entity_set_country(&resolver->set->entities[draft->entity], resolver->index->facts[state].state);
    struct view text = description_role_text(resolver, description, (uint32_t)role);
    struct span span = span_of(resolver, description->first, description->last);
    return entity_add_affiliation(resolver->set, draft->entity, text, state, span, resolver->arena) &&
           add_role(resolver, draft->entity, state, view_of(token_noun(resolver->document, (uint32_t)role)->word),
                    text);
}

/* "Belarusian president Alexander Lukashenko"; a nationality alone also counts: "Ukrainian Olha Kharlan". */
static bool describe_before(struct resolver *resolver, const struct name_draft *draft, unsigned classes)
{
    struct description description;
    if (!description_before(resolver, draft->first, classes, &description)) {
        return true;
    }
    int32_t role = description_role(resolver, &description, classes);
    if (role < 0) {
        const struct mention *mention = entity_mention_at(resolver->set, draft->first - 1);
        bool possessive = token_at(resolver, draft->first - 1)->xpos == XPOS_POS && draft->first >= 2;
        mention = possessive ? entity_mention_at(resolver->set, draft->first - 2) : mention;
        const struct token *head = token_at(resolver, tokens_head(resolver->document, draft->first, draft->last));
        bool modifier = head->deprel == DEPREL_COMPOUND && head->head > (int32_t)draft->last;
        if (!mention || mention->entity < 0 || modifier || (mention->kind != MENTION_DEMONYM && !possessive)) {
            return true; /* "Filipino Clinton staffers": the staffers are */
        }
        description.first = possessive ? draft->first - 2 : draft->first - 1;
    }
    return apply(resolver, draft, &description, role) && apply_state_office(resolver, draft, &description, role);
}

/* "the head of the bank, Ivan Petrov": the comma must be an apposition's by the tree, or another comma follows the
 * name. */
static bool describe_before_comma(struct resolver *resolver, const struct name_draft *draft, unsigned classes)
{
    const struct sentence *sentence = document_sentence_of(resolver->document, draft->first);
    if (draft->first < sentence->first + 2 || token_at(resolver, draft->first - 1)->xpos != XPOS_COMMA) {
        return true;
    }
    struct description description;
    uint32_t head = tokens_head(resolver->document, draft->first, draft->last);
    bool closed =
        draft->last + 1 < sentence->first + sentence->count && token_at(resolver, draft->last + 1)->upos == UPOS_PUNCT;
    if ((token_at(resolver, head)->deprel != DEPREL_APPOS && !closed) ||
        !description_before(resolver, draft->first - 1, classes, &description)) {
        return true;
    }
    int32_t role = description_role(resolver, &description, classes);
    return role < 0 || apply(resolver, draft, &description, role);
}

/* A name in the description that the noun belongs to makes it that person's: "Smith, President Jones and others". */
static bool describes_another(const struct resolver *resolver, const struct description *description, int32_t role)
{
    uint32_t next = (uint32_t)role + 1;
    return next < resolver->document->token_count && next <= description->last && entity_is_person_at(resolver, next);
}

/* "Anatoly Antonov, the Russian ambassador to the United States". */
static bool describe_after(struct resolver *resolver, const struct name_draft *draft, unsigned classes)
{
    const struct sentence *sentence = document_sentence_of(resolver->document, draft->last);
    uint32_t end = sentence->first + sentence->count;
    uint32_t comma = draft->last + 1;
    if (comma + 1 >= end || token_at(resolver, comma)->upos != UPOS_PUNCT ||
        token_at(resolver, comma)->xpos != XPOS_COMMA) {
        return true;
    }
    struct description description;
    if (!description_after(resolver, comma + 1, &description)) {
        return true;
    }
    int32_t role = description_role(resolver, &description, classes);
    if (role < 0 || describes_another(resolver, &description, role)) {
        return true;
    }
    uint32_t head = tokens_head(resolver->document, draft->first, draft->last);
    uint32_t next = description.last + 1;
    bool apposed = token_at(resolver, (uint32_t)role)->deprel == DEPREL_APPOS &&
                   token_at(resolver, (uint32_t)role)->head == (int32_t)head;
    bool closed = next >= end || token_at(resolver, next)->upos == UPOS_PUNCT;
    return !(apposed || closed) || apply(resolver, draft, &description, role);
}

/* "Kallas is the prime minister of Estonia", "Kallas, who is prime minister": the name is the subject of a noun with a
 * copula. */
static bool describe_by_copula(struct resolver *resolver, const struct name_draft *draft, unsigned classes)
{
    const struct token *subject = token_at(resolver, tokens_head(resolver->document, draft->first, draft->last));
    if (ud_deprel_universal((enum deprel)subject->deprel) != DEPREL_NSUBJ || subject->head < 0) {
        return true;
    }
    uint32_t noun = (uint32_t)subject->head;
    bool copula = false;
    for (int32_t child = token_at(resolver, noun)->first_child; child >= 0;
         child = token_at(resolver, (uint32_t)child)->next_sibling) {
        copula = copula || token_at(resolver, (uint32_t)child)->deprel == DEPREL_COP;
    }
    struct description description;
    uint32_t start = tokens_phrase_start(resolver->document, noun);
    if (!copula || !token_is_role(resolver, noun, classes) || start <= draft->last ||
        !description_after(resolver, start, &description)) {
        return true;
    }
    return apply(resolver, draft, &description, (int32_t)noun);
}

/* The name that an adjunct's noun phrase is about: past articles, adjectives and a nationality ("of the Swedish Seismic
 * Network"). */
static uint32_t adjunct_name(const struct resolver *resolver, uint32_t start, uint32_t end)
{
    uint32_t token = start;
    while (token + 1 < end && token - start < 6) {
        const struct token *t = token_at(resolver, token);
        const struct mention *mention = entity_mention_at(resolver->set, token);
        bool modifier = t->upos == UPOS_DET || t->upos == UPOS_ADJ || t->upos == UPOS_NOUN;
        if (mention ? mention->kind != MENTION_DEMONYM : !modifier) {
            break;
        }
        token++;
    }
    return token;
}

/* Whether an adjunct with this adposition makes the one it hangs on belong to the mention. A verb's adjunct before the
 * verb may be meant for the subject ("Clarke from the Soufan Center said"). */
static bool is_tying_adjunct(const struct resolver *resolver, const struct name_draft *draft, uint32_t adposition,
                             const struct mention *mention)
{
    static const char *const origins[] = {"of", "from", NULL};
    const struct token *word = token_at(resolver, adposition);
    bool organisation = type_of_mention(resolver, mention) == ENTITY_ORGANISATION;
    bool country = type_of_mention(resolver, mention) == ENTITY_COUNTRY && mention->kind == MENTION_NAME;
    if (!organisation && !(country && token_is_one_of(word, origins))) {
        return false;
    }
    int32_t governor = token_at(resolver, mention->head)->head;
    return token_is_word(word, "of") ||
           governor == (int32_t)tokens_head(resolver->document, draft->first, draft->last) ||
           (governor > (int32_t)mention->head && token_is_word(word, "from"));
}

/* "Sergei Davidis of Memorial", "Colin Clarke from the independent Soufan Center". */
static bool describe_by_adjunct(struct resolver *resolver, const struct name_draft *draft)
{
    static const char *const words[] = {"of", "from", "at", "with", "for", NULL};
    const struct sentence *sentence = document_sentence_of(resolver->document, draft->last);
    uint32_t end = sentence->first + sentence->count;
    uint32_t adposition = draft->last + 1;
    if (adposition + 1 >= end || !token_is_one_of(token_at(resolver, adposition), words)) {
        return true;
    }
    const struct mention *mention = entity_mention_at(resolver->set, adjunct_name(resolver, adposition + 1, end));
    if (!mention || !is_tying_adjunct(resolver, draft, adposition, mention)) {
        return true;
    }
    struct span span = {token_at(resolver, adposition)->start, mention->span.end};
    if (type_of_mention(resolver, mention) == ENTITY_COUNTRY) {
        entity_set_country(&resolver->set->entities[draft->entity], resolver->index->facts[mention->entity].state);
    }
    return entity_add_affiliation(resolver->set, draft->entity, (struct view){NULL, 0}, mention->entity, span,
                                  resolver->arena);
}

static bool describe(struct resolver *resolver, const struct name_draft *draft)
{
    if (resolver->set->entities[draft->entity].type == ENTITY_PERSON) {
        return describe_before(resolver, draft, NOUN_ROLE) && describe_before_comma(resolver, draft, NOUN_ROLE) &&
               describe_after(resolver, draft, NOUN_ROLE) && describe_by_copula(resolver, draft, NOUN_ROLE) &&
               describe_by_adjunct(resolver, draft);
    }
    const struct known_organisation *known = lexicon_organisation(draft->text);
    bool of_no_state = known && !known->country[0]; /* "India's U.N. ambassador" */
    if (resolver->set->entities[draft->entity].type == ENTITY_ORGANISATION && !of_no_state &&
        !tokens_tell_kind(resolver->document, draft->first, draft->last)) {
        unsigned classes = NOUN_BODY | NOUN_COMPANY;
        return describe_before(resolver, draft, classes) && describe_after(resolver, draft, classes) &&
               (!resolver->index->facts[draft->entity].qualified || describe_by_adjunct(resolver, draft));
    }
    return true;
}

/* An adviser or spokesman serves where the one they work for does; a wife or lawyer need not. */
static bool shares_country(const struct resolver *resolver, const struct affiliation *affiliation)
{
    enum entity_type type = resolver->set->entities[affiliation->of].type;
    if (type != ENTITY_PERSON) {
        return type == ENTITY_ORGANISATION;
    }
    struct view role = name_key(affiliation->role, resolver->arena);
    const struct noun *noun = lexicon_noun(name_last_word(role));
    return noun && (noun->classes & (NOUN_POST | NOUN_OFFICE));
}

/* Who has no country yet has that of the first organisation they belong to or person they work for. */
static void follow_organisations(const struct resolver *resolver)
{
    struct entity_set *set = resolver->set;
    for (size_t i = 0; i < set->affiliation_count; i++) {
        struct entity *member = &set->entities[set->affiliations[i].entity];
        const struct entity *body = &set->entities[set->affiliations[i].of];
        if (!member->country_name.data && body->country_name.data && shares_country(resolver, &set->affiliations[i])) {
            member->country_name = body->country_name;
            memcpy(member->country, body->country, sizeof member->country);
        }
    }
}

bool resolve_affiliations(struct resolver *resolver)
{
    for (size_t i = 0; i < resolver->draft_count; i++) {
        const struct name_draft *draft = &resolver->drafts[i];
        if (draft->entity >= 0 && !describe(resolver, draft)) {
            return false;
        }
    }
    follow_organisations(resolver);
    return true;
}

/* "Russia ... its ambassador to the United Nations, Vasily Nebenzya": who is described with a possessor belongs to the
 * country or organisation that the possessor means. */
static bool add_possessor(struct resolver *resolver, uint32_t pronoun)
{
    const struct token *token = token_at(resolver, pronoun);
    const struct mention *possessor = entity_mention_at(resolver->set, pronoun);
    int32_t name = token->head >= 0 ? resolver->index->antecedent[token->head] : -1;
    const struct mention *person = name >= 0 ? entity_mention_at(resolver->set, (uint32_t)name) : NULL;
    if (!possessor || possessor->kind != MENTION_PRONOUN || !person ||
        type_of_mention(resolver, person) != ENTITY_PERSON) {
        return true;
    }
    enum entity_type type = type_of_mention(resolver, possessor);
    if (type != ENTITY_COUNTRY && type != ENTITY_ORGANISATION) {
        return true;
    }
    if (type == ENTITY_COUNTRY) {
        entity_set_country(&resolver->set->entities[person->entity], resolver->index->facts[possessor->entity].state);
    }
    uint32_t role = (uint32_t)token->head;
    struct view text = name_with_single_spaces(tokens_text(resolver->document, role, role), resolver->arena);
    struct span span = span_of(resolver, pronoun, role);
    return entity_add_affiliation(resolver->set, person->entity, text, possessor->entity, span, resolver->arena);
}

bool resolve_possessors(struct resolver *resolver)
{
    for (uint32_t token = 0; token < resolver->document->token_count; token++) {
        if (token_at(resolver, token)->deprel == DEPREL_NMOD_POSS && token_at(resolver, token)->upos == UPOS_PRON &&
            !add_possessor(resolver, token)) {
            return false;
        }
    }
    follow_organisations(resolver);
    return true;
}
