/* relation.c: names and facts of relations, roles, quotes and certainty. */
#include "claim/claim.h"

#define RELATION_FACTS(e, name, cameo, kind, stance) {name, cameo, CLAIM_##kind, stance},
static const struct claim_relation_facts relations[RELATION_COUNT] = {CLAIM_RELATIONS(RELATION_FACTS)};

static const char *const kind_names[] = {"statement", "accusation"};
static const char *const role_names[] = {"target", "addressee", "topic"};
static const char *const quote_names[] = {"none", "partial", "full"};
static const char *const certainty_names[] = {"asserted", "alleged", "possible", "hypothetical"};

#define COUNT_OF(array) (sizeof(array) / sizeof(array)[0])

const struct claim_relation_facts *claim_relation_facts(enum claim_relation relation)
{
    return &relations[relation];
}

bool claim_relation_of(struct view name, enum claim_relation *relation)
{
    for (size_t i = 0; i < RELATION_COUNT; i++)
        if (view_is(name, relations[i].name)) {
            *relation = (enum claim_relation)i;
            return true;
        }
    return false;
}

const char *claim_kind_name(enum claim_kind kind)
{
    return kind_names[kind];
}

const char *claim_role_name(enum claim_role role)
{
    return role_names[role];
}

const char *claim_quote_name(enum claim_quote quote)
{
    return quote_names[quote];
}

const char *claim_certainty_name(enum claim_certainty certainty)
{
    return certainty_names[certainty];
}

bool claim_role_of(struct view name, enum claim_role *role)
{
    int index = view_index(name, role_names, COUNT_OF(role_names));

    if (index >= 0)
        *role = (enum claim_role)index;
    return index >= 0;
}

bool claim_quote_of(struct view name, enum claim_quote *quote)
{
    int index = view_index(name, quote_names, COUNT_OF(quote_names));

    if (index >= 0)
        *quote = (enum claim_quote)index;
    return index >= 0;
}

bool claim_certainty_of(struct view name, enum claim_certainty *certainty)
{
    int index = view_index(name, certainty_names, COUNT_OF(certainty_names));

    if (index >= 0)
        *certainty = (enum claim_certainty)index;
    return index >= 0;
}
