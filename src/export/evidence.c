#include "export/evidence.h"

static const char *const VERBS[RELATION_COUNT] = {
    [RELATION_SAY] = "said",
    [RELATION_TELL] = "told",
    [RELATION_CLAIM] = "claimed",
    [RELATION_ANNOUNCE] = "announced",
    [RELATION_PREDICT] = "predicted",
    [RELATION_ACKNOWLEDGE] = "acknowledged",
    [RELATION_DECLINE] = "declined",
    [RELATION_DENY] = "denied",
    [RELATION_REJECT] = "rejected",
    [RELATION_ASK] = "asked",
    [RELATION_PROPOSE] = "proposed",
    [RELATION_DEMAND] = "demanded",
    [RELATION_PROMISE] = "promised",
    [RELATION_WARN] = "warned",
    [RELATION_PRAISE] = "praised",
    [RELATION_DEFEND] = "defended",
    [RELATION_APOLOGISE] = "apologised",
    [RELATION_CONDOLE] = "offered condolences",
    [RELATION_ACCUSE] = "accused",
    [RELATION_CRITICISE] = "criticised",
    [RELATION_CONDEMN] = "condemned",
    [RELATION_COMPLAIN] = "complained",
    [RELATION_DESCRIBE] = "described",
    [RELATION_CHARGE] = "charged",
    [RELATION_CONVICT] = "convicted",
    [RELATION_INVESTIGATE] = "investigated",
    [RELATION_THREATEN] = "threatened",
};

/* How a statement mentions what it is about: "warned" on an arrow to a topic would say that the topic was warned. */
static const char MENTIONED[] = "mentioned";
static const char *const MENTIONS[RELATION_COUNT] = {
    [RELATION_CLAIM] = "in a claim",        [RELATION_ANNOUNCE] = "in an announcement",
    [RELATION_PREDICT] = "in a prediction", [RELATION_ACKNOWLEDGE] = "in an admission",
    [RELATION_DECLINE] = "in a refusal",    [RELATION_DENY] = "in a denial",
    [RELATION_REJECT] = "in a rejection",   [RELATION_ASK] = "in a request",
    [RELATION_PROPOSE] = "in a proposal",   [RELATION_DEMAND] = "in a demand",
    [RELATION_PROMISE] = "in a promise",    [RELATION_WARN] = "in a warning",
    [RELATION_PRAISE] = "in praise",        [RELATION_DEFEND] = "in a defence",
    [RELATION_APOLOGISE] = "in an apology", [RELATION_CONDOLE] = "in condolences",
};

const char *evidence_verb(enum claim_relation relation)
{
    return VERBS[relation];
}

const char *evidence_mention(enum claim_relation relation)
{
    return MENTIONS[relation] ? MENTIONS[relation] : MENTIONED;
}

void evidence_claim_id(struct builder *builder, const struct record *record, const struct record_claim *claim)
{
    builder_add(builder, record->id);
    builder_text(builder, "#C");
    builder_integer(builder, claim - record->claims + 1);
}

void evidence_relations(struct builder *builder, const struct graph_edge *edge)
{
    struct graph_relation relations[RELATION_COUNT];
    size_t count = graph_edge_relations(edge, relations);
    for (size_t i = 0; i < count; i++) {
        builder_separate(builder, "; ");
        builder_text(builder, claim_relation_facts(relations[i].relation)->name);
        builder_text(builder, ":");
        builder_integer(builder, (int64_t)relations[i].count);
    }
}

/* The names of a claim's actors, "; " between them: the entity's name, else nothing. */
static void write_actors(struct builder *builder, const struct record *record, const struct claim_actor *actors,
                     size_t count)
{
    bool first = true;
    for (size_t i = 0; i < count; i++) {
        if (actors[i].entity < 0)
            continue;
        builder_text(builder, first ? "" : "; ");
        builder_add(builder, record->entities[actors[i].entity].name);
        first = false;
    }
}

void evidence_reporters(struct builder *builder, const struct record *record, const struct record_claim *claim)
{
    size_t steps = record->claim_count; /* a record that was read may run in circles */
    for (int32_t at = claim->claim.within; at >= 0 && steps > 0; at = record->claims[at].claim.within, steps--) {
        const struct claim *outer = &record->claims[at].claim;
        size_t before = builder->length;
        if (before)
            builder_text(builder, " < ");
        size_t named = builder->length;
        write_actors(builder, record, outer->sources, outer->source_count);
        if (builder->length == named)
            builder_text(builder, "somebody");
    }
}

static void add_affiliation(struct builder *builder, const struct graph_link *link)
{
    builder_add(builder, link->record->id);
    builder_text(builder, ": ");
    builder_add(builder, link->affiliation->role.data ? link->affiliation->role : VIEW("affiliated"));
}

/* What a claim answers, with its sentence where that is another one: "the accusation" alone tells nothing. */
static void add_answered(struct builder *builder, const struct record *record, const struct record_claim *claim)
{
    const struct record_claim *answered;
    if (claim->claim.answers < 0)
        return;
    answered = &record->claims[claim->claim.answers];
    builder_text(builder, " (answers ");
    evidence_claim_id(builder, record, answered);
    if (!view_equal(answered->sentence_text, claim->sentence_text)) {
        builder_text(builder, ": ");
        builder_add(builder, answered->sentence_text);
    }
    builder_text(builder, ")");
}

static void add_claim(struct builder *builder, const struct graph_link *link, struct arena *arena)
{
    struct view date = graph_link_date(link);
    struct builder reporters = builder_new(arena);
    evidence_reporters(&reporters, link->record, link->claim);
    evidence_claim_id(builder, link->record, link->claim);
    if (date.data) {
        builder_text(builder, " ");
        builder_add(builder, date);
    }
    builder_text(builder, " ");
    builder_text(builder, claim_relation_facts(link->claim->claim.relation)->name);
    if (reporters.length) {
        builder_text(builder, ", as reported by ");
        builder_add(builder, builder_view(&reporters));
    }
    builder_text(builder, ": ");
    builder_add(builder, link->claim->sentence_text);
    add_answered(builder, link->record, link->claim);
}

void evidence_lines(struct builder *builder, const struct graph_edge *edge, size_t most)
{
    for (size_t i = 0; i < edge->link_count && i < most; i++) {
        builder_separate(builder, "\n");
        if (edge->links[i].claim)
            add_claim(builder, &edge->links[i], builder->arena);
        else
            add_affiliation(builder, &edge->links[i]);
    }
    if (edge->link_count > most) {
        builder_text(builder, "\n... and ");
        builder_integer(builder, (int64_t)(edge->link_count - most));
        builder_text(builder, " more");
    }
}

/* The relations of an edge's topics, or of its other claims, as words. */
static void add_relations(struct builder *builder, const struct graph_edge *edge, bool topics, size_t most)
{
    struct graph_relation relations[RELATION_COUNT];
    size_t count = graph_edge_relations(edge, relations);
    for (size_t i = 0; i < count && i < most; i++) {
        enum claim_relation relation = relations[i].relation;
        builder_separate(builder, ", ");
        builder_text(builder, topics ? evidence_mention(relation) : VERBS[relation]);
        if (relations[i].count > 1) {
            builder_text(builder, " (");
            builder_integer(builder, (int64_t)relations[i].count);
            builder_text(builder, ")");
        }
    }
    if (count > most)
        builder_text(builder, ", ...");
}

void evidence_label(struct builder *builder, const struct graph_edge *edge, size_t most)
{
    size_t topics = 0, claims = 0;
    while (claims < edge->link_count && edge->links[claims].claim)
        topics += edge->links[claims++].manner == MANNER_TOPIC;
    struct graph_edge mentions = *edge, others = *edge;
    others.link_count = claims - topics; /* topics come after the manners that are graver */
    mentions.links += others.link_count;
    mentions.link_count = topics;
    add_relations(builder, &others, false, most);
    if (topics)
        add_relations(builder, &mentions, true, most);
    if (!claims && edge->links->affiliation->role.data)
        builder_add(builder, edge->links->affiliation->role);
}

void evidence_citations(struct builder *builder, const struct claim *claim)
{
    for (size_t i = 0; i < claim->citation_count; i++) {
        builder_separate(builder, "; ");
        builder_add(builder, claim->citations[i]);
    }
}
