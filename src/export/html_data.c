/* html_data.c: the graph as the page's script reads it. Names of things that come by the thousand are short lists, so
 * that a page of ten thousand nodes stays small; the keys say what the lists hold. */
#include <stdlib.h>

#include "base/json.h"
#include "export/evidence.h"
#include "export/html.h"
#include "export/style.h"

/* The claims on the page. For graph->claims[i]: its place there or NOT_THERE, and the place of its sentence. */
struct page_claims {
    const struct graph *graph;
    int64_t *place, *sentence;
};

#define NOT_THERE (-1)

static int compare_claims(const void *left, const void *right)
{
    const struct graph_claim *a = left, *b = right;
    if (a->record != b->record)
        return a->record < b->record ? -1 : 1;
    return (a->claim > b->claim) - (a->claim < b->claim);
}

/* Where a claim stands on the page; NOT_THERE also where the filters left it out. Claims are in the order of the
 * records, whose claims are arrays: their addresses are sorted. */
static int64_t find_claim(const struct page_claims *claims, const struct record *record,
                          const struct record_claim *claim)
{
    const struct graph_claim wanted = {record, claim}, *all = claims->graph->claims;
    if (!claims->graph->claim_count)
        return NOT_THERE;
    const struct graph_claim *found = bsearch(&wanted, all, claims->graph->claim_count, sizeof *all, compare_claims);
    return found ? claims->place[found - all] : NOT_THERE;
}

static uint32_t actor_node(const struct graph *graph, const struct record *record, const struct claim_actor *actor)
{
    return actor->entity >= 0 ? graph->entity_nodes[record - graph->records][actor->entity] : GRAPH_NO_NODE;
}

static bool has_node(const struct graph *graph, const struct record *record, const struct claim_actor *actors,
                     size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (actor_node(graph, record, &actors[i]) != GRAPH_NO_NODE)
            return true;
    return false;
}

/* Whether a claim has anything to do with the nodes that are left. */
static bool belongs(const struct graph *graph, const struct graph_claim *claim)
{
    const struct claim *facts = &claim->claim->claim;
    return graph->view == GRAPH_STATEMENTS || has_node(graph, claim->record, facts->sources, facts->source_count) ||
           has_node(graph, claim->record, facts->targets, facts->target_count);
}

static bool same_sentence(const struct graph_claim *a, const struct graph_claim *b)
{
    return a->record == b->record && a->claim->claim.sentence.start == b->claim->claim.sentence.start &&
           view_equal(a->claim->sentence_text, b->claim->sentence_text);
}

/* Claims of one sentence follow each other. */
static bool choose_claims(struct page_claims *claims, const struct graph *graph, struct arena *arena)
{
    const struct graph_claim *before = NULL;
    int64_t chosen = 0, sentences = 0;
    claims->graph = graph;
    claims->place = arena_array(arena, graph->claim_count + 1, sizeof *claims->place);
    claims->sentence = arena_array(arena, graph->claim_count + 1, sizeof *claims->sentence);
    if (!claims->place || !claims->sentence)
        return false;
    for (size_t i = 0; i < graph->claim_count; i++) {
        const struct graph_claim *claim = &graph->claims[i];
        claims->place[i] = NOT_THERE;
        if (!belongs(graph, claim))
            continue;
        if (!before || !same_sentence(before, claim))
            sentences++;
        claims->place[i] = chosen++;
        claims->sentence[i] = sentences - 1;
        before = claim;
    }
    return true;
}

static void write_text(struct json_writer *json, const char *key, struct view text)
{
    if (text.data)
        json_member_string(json, key, text);
}

static void write_flag(struct json_writer *json, const char *key, bool flag)
{
    if (flag)
        json_member_boolean(json, key, true);
}

static void write_strings(struct json_writer *json, const char *key, const struct view *strings, size_t count)
{
    if (count > 0)
        json_member_strings(json, key, strings, count);
}

/* ---- What stands in every page: how types, manners and relations are called and drawn ---- */

static void write_types(struct json_writer *json)
{
    json_key(json, "types");
    json_open(json, '[');
    for (int type = 0; type < NODE_TYPE_COUNT; type++) {
        const struct style_node *style = style_node(EXPORT_LIGHT, (enum graph_node_type)type);
        json_open(json, '{');
        json_member_string(json, "name", view_of(graph_node_type_name((enum graph_node_type)type)));
        json_member_string(json, "caption", view_of(style->caption));
        json_member_string(json, "shape", view_of(style->shape));
        json_member_string(json, "style", view_of(style->style));
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_manners(struct json_writer *json)
{
    json_key(json, "manners");
    json_open(json, '[');
    for (int manner = 0; manner < MANNER_COUNT; manner++) {
        const struct style_edge *style = style_edge(EXPORT_LIGHT, (enum graph_manner)manner);
        json_open(json, '{');
        json_member_string(json, "name", view_of(graph_manner_name((enum graph_manner)manner)));
        json_member_string(json, "caption", view_of(style->caption));
        json_member_string(json, "line", view_of(style->line));
        json_member_string(json, "hedged", view_of(style_hedged_line(style)));
        json_member_string(json, "head", view_of(style->head));
        json_key(json, "width");
        json_real(json, style->width, 1);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_relations(struct json_writer *json)
{
    json_key(json, "relations");
    json_open(json, '[');
    for (int relation = 0; relation < RELATION_COUNT; relation++) {
        const struct claim_relation_facts *facts = claim_relation_facts((enum claim_relation)relation);
        json_open(json, '{');
        json_member_string(json, "name", view_of(facts->name));
        json_member_string(json, "verb", view_of(evidence_verb((enum claim_relation)relation)));
        json_member_string(json, "mention", view_of(evidence_mention((enum claim_relation)relation)));
        json_member_string(json, "kind", view_of(claim_kind_name(facts->kind)));
        json_member_string(json, "cameo", view_of(facts->cameo));
        json_close(json, '}');
    }
    json_close(json, ']');
}

/* ---- The graph ---- */

/* What footnote marks stand for: [label, address or null, words of the note] each. */
static void write_references(struct json_writer *json, const struct record *record)
{
    if (!record->reference_count)
        return;
    json_key(json, "references");
    json_open(json, '[');
    for (size_t i = 0; i < record->reference_count; i++) {
        json_open(json, '[');
        json_string(json, record->references[i].label);
        json_string_or_null(json, record->references[i].url);
        json_string(json, record->references[i].text);
        json_close(json, ']');
    }
    json_close(json, ']');
}

static void write_documents(struct json_writer *json, const struct graph *graph)
{
    json_key(json, "documents");
    json_open(json, '[');
    for (size_t i = 0; i < graph->record_count; i++) {
        const struct record *record = &graph->records[i];
        json_open(json, '{');
        write_text(json, "id", record->id);
        write_text(json, "title", record->title);
        write_text(json, "url", record->url);
        write_text(json, "date", record->date);
        write_references(json, record);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_identifiers(struct json_writer *json, const struct graph_node *node)
{
    if (!node->id_count)
        return;
    json_key(json, "identifiers");
    json_open(json, '[');
    for (size_t i = 0; i < node->id_count; i++) {
        json_open(json, '[');
        json_string(json, node->ids[i].scheme);
        json_string(json, node->ids[i].value);
        json_close(json, ']');
    }
    json_close(json, ']');
}

/* "key": [statements, accusations] */
static void write_counts(struct json_writer *json, const char *key, uint32_t statements, uint32_t accusations)
{
    json_key(json, key);
    json_open(json, '[');
    json_integer(json, statements);
    json_integer(json, accusations);
    json_close(json, ']');
}

static void write_node(struct export_job *job, struct json_writer *json, const struct graph_node *node,
                       const double *at, const struct page_claims *claims)
{
    const struct graph_measures *measures = &node->measures;
    char id[NUMBER_SIZE];
    json_open(json, '{');
    write_text(json, "id", export_node_id(id, node));
    write_text(json, "label", node->label);
    json_member_integer(json, "type", node->type);
    write_text(json, "country", node->country_name);
    write_strings(json, "aliases", node->aliases, node->alias_count);
    write_identifiers(json, node);
    json_key(json, "at");
    json_open(json, '[');
    json_real(json, at[0], 1);
    json_real(json, at[1], 1);
    json_close(json, ']');
    json_key(json, "size");
    json_real(json, export_node_size(job, node), 1);
    write_counts(json, "made", measures->statements_made, measures->accusations_made);
    write_counts(json, "received", measures->statements_received, measures->accusations_received);
    if (node->claim)
        json_member_integer(json, "claim", find_claim(claims, node->record, node->claim));
    json_close(json, '}');
}

static void write_nodes(struct export_job *job, struct json_writer *json, const double *positions,
                        const struct page_claims *claims)
{
    json_key(json, "nodes");
    json_open(json, '[');
    for (size_t i = 0; i < job->graph->node_count; i++) {
        output_char(json->out, '\n');
        write_node(job, json, &job->graph->nodes[i], &positions[2 * i], claims);
    }
    json_close(json, ']');
}

/* Each [document, start, text]. */
static void write_sentences(struct json_writer *json, const struct page_claims *claims)
{
    const struct graph *graph = claims->graph;
    int64_t written = 0;
    json_key(json, "sentences");
    json_open(json, '[');
    for (size_t i = 0; i < graph->claim_count; i++) {
        const struct graph_claim *claim = &graph->claims[i];
        if (claims->place[i] == NOT_THERE || claims->sentence[i] < written)
            continue;
        written++;
        output_char(json->out, '\n');
        json_open(json, '[');
        json_integer(json, claim->record - graph->records);
        json_integer(json, claim->claim->claim.sentence.start);
        json_string(json, claim->claim->sentence_text);
        json_close(json, ']');
    }
    json_close(json, ']');
}

/* "start, end": spans stand flat in the lists of a page, to keep it small. */
static void write_span(struct json_writer *json, struct span span)
{
    json_integer(json, span.start);
    json_integer(json, span.end);
}

/* Each [node, start, end], of targets [node, start, end, role]; node -1 where it is not known who it is. */
static void write_actors(struct json_writer *json, const char *key, const struct graph *graph,
                         const struct record *record, const struct claim_actor *actors, size_t count, bool with_role)
{
    if (!count)
        return;
    json_key(json, key);
    json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        uint32_t node = actor_node(graph, record, &actors[i]);
        json_open(json, '[');
        json_integer(json, node == GRAPH_NO_NODE ? -1 : (int64_t)node);
        write_span(json, actors[i].span);
        if (with_role)
            json_string(json, view_of(claim_role_name(actors[i].role)));
        json_close(json, ']');
    }
    json_close(json, ']');
}

static void write_content(struct json_writer *json, const struct record_claim *claim)
{
    const struct claim *facts = &claim->claim;
    bool outside = false;
    if (!facts->content_count)
        return;
    json_key(json, "content");
    json_open(json, '[');
    for (size_t i = 0; i < facts->content_count; i++) {
        json_open(json, '[');
        write_span(json, facts->content[i]);
        json_close(json, ']');
        outside =
            outside || facts->content[i].start < facts->sentence.start || facts->content[i].end > facts->sentence.end;
    }
    json_close(json, ']');
    /* Words that the sentence does not have: a quote that runs on. */
    if (outside)
        write_text(json, "words", claim->content_text);
}

/* The claim that `index` of the same record means, where it is on the page. */
static void write_reference(struct json_writer *json, const char *key, const struct page_claims *claims,
                            const struct record *record, int32_t index)
{
    int64_t place = index >= 0 ? find_claim(claims, record, &record->claims[index]) : NOT_THERE;
    if (place != NOT_THERE)
        json_member_integer(json, key, place);
}

static void write_origin(struct export_job *job, struct json_writer *json, const struct graph_claim *claim)
{
    struct builder id = builder_new(job->scratch), reporters = builder_new(job->scratch);
    evidence_claim_id(&id, claim->record, claim->claim);
    evidence_reporters(&reporters, claim->record, claim->claim);
    write_text(json, "id", export_built(job, &id));
    write_text(json, "reported_by", export_built(job, &reporters));
}

static void write_claim(struct export_job *job, struct json_writer *json, const struct page_claims *claims,
                        const struct graph_claim *graph_claim, int64_t sentence)
{
    const struct record *record = graph_claim->record;
    const struct claim *claim = &graph_claim->claim->claim;
    json_open(json, '{');
    write_origin(job, json, graph_claim);
    json_member_integer(json, "sentence", sentence);
    json_member_integer(json, "relation", claim->relation);
    json_member_string(json, "certainty", view_of(claim_certainty_name(claim->certainty)));
    write_flag(json, "hedged", graph_claim_hedged(record, graph_claim->claim));
    write_flag(json, "negated", claim->negated);
    json_key(json, "confidence");
    json_real(json, claim->confidence / 100.0, 2);
    write_text(json, "date", claim->date.data ? claim->date : record->date);
    write_actors(json, "sources", job->graph, record, claim->sources, claim->source_count, false);
    json_key(json, "cue");
    json_open(json, '[');
    write_span(json, claim->cue);
    json_close(json, ']');
    write_actors(json, "targets", job->graph, record, claim->targets, claim->target_count, true);
    write_content(json, graph_claim->claim);
    write_strings(json, "citations", claim->citations, claim->citation_count);
    write_reference(json, "within", claims, record, claim->within);
    write_reference(json, "answers", claims, record, claim->answers);
    json_close(json, '}');
    arena_reset(job->scratch);
}

static void write_claims(struct export_job *job, struct json_writer *json, const struct page_claims *claims)
{
    json_key(json, "claims");
    json_open(json, '[');
    for (size_t i = 0; i < job->graph->claim_count; i++) {
        if (claims->place[i] == NOT_THERE)
            continue;
        output_char(json->out, '\n');
        write_claim(job, json, claims, &job->graph->claims[i], claims->sentence[i]);
    }
    json_close(json, ']');
}

/* Each [source, target, manner, claim], of an affiliation [source, target, manner, role or null, document]. */
static void write_links(struct json_writer *json, const struct page_claims *claims)
{
    const struct graph *graph = claims->graph;
    json_key(json, "links");
    json_open(json, '[');
    for (size_t i = 0; i < graph->link_count; i++) {
        const struct graph_link *link = &graph->links[i];
        json_open(json, '[');
        json_integer(json, link->source);
        json_integer(json, link->target);
        json_integer(json, link->manner);
        if (link->claim) {
            json_integer(json, find_claim(claims, link->record, link->claim));
        } else {
            json_string_or_null(json, link->affiliation->role);
            json_integer(json, link->record - graph->records);
        }
        json_close(json, ']');
    }
    json_close(json, ']');
}

int html_data_write(struct export_job *job, struct output *out)
{
    const struct graph *graph = job->graph;
    struct page_claims claims;
    struct json_writer json;
    const double *positions = export_positions(graph, job->arena);
    if (!positions || !choose_claims(&claims, graph, job->arena))
        return error_memory(job->error, EXPORT_STAGE);
    json_begin(&json, out);
    json_open(&json, '{');
    json_member_string(&json, "hearsay", VIEW("1"));
    json_member_string(&json, "version", VIEW(HEARSAY_VERSION));
    json_member_string(&json, "title", export_title(graph));
    json_member_string(&json, "view", view_of(graph_view_name(graph->view)));
    json_member_integer(&json, "nodes_left_out", (int64_t)graph->nodes_left_out);
    write_types(&json);
    write_manners(&json);
    write_relations(&json);
    write_documents(&json, graph);
    write_nodes(job, &json, positions, &claims);
    write_sentences(&json, &claims);
    write_claims(job, &json, &claims);
    write_links(&json, &claims);
    json_close(&json, '}');
    return HEARSAY_OK;
}
