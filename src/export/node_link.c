/* node_link.c: JSON in the node-link form that NetworkX (node_link_graph) and D3 read; schemas/graph.schema.json
 * describes it. What other formats flatten into one text stands here as lists: aliases, identifiers, relations, claims
 * with their words and spans. */
#include "base/json.h"
#include "export/attribute.h"
#include "export/evidence.h"

static void write_identifiers(struct json_writer *json, const struct graph_node *node, struct export_job *job)
{
    json_key(json, "identifiers");
    json_open(json, '{');
    for (size_t i = 0; i < node->id_count; i++) {
        struct view scheme = arena_copy(job->scratch, node->ids[i].scheme);
        job->out_of_memory = job->out_of_memory || !scheme.data;
        json_member_string(json, scheme.data ? scheme.data : "", node->ids[i].value);
    }
    json_close(json, '}');
}

static void write_node(struct export_job *job, struct json_writer *json, const struct graph_node *node)
{
    size_t count;
    char id[NUMBER_SIZE];
    const struct node_attribute *attributes = export_node_attributes(&count);
    json_open(json, '{');
    export_json_id(json, "id", export_node_id(id, node));
    for (size_t i = 0; i < count; i++) {
        struct attribute_value value = {0};
        if (attributes[i].use == USE_FLAT || attributes[i].use == USE_VISUAL)
            continue;
        attributes[i].get(job, node, &value);
        export_json_value(json, attributes[i].name, attributes[i].type, attributes[i].decimals, &value);
    }
    if (node->claim)
        json_member_strings(json, "citations", node->claim->claim.citations, node->claim->claim.citation_count);
    else
        json_member_strings(json, "aliases", node->aliases, node->alias_count);
    write_identifiers(json, node, job);
    json_close(json, '}');
    arena_reset(job->scratch);
}

/* Names and spans of those who speak or are spoken of: the name is null where the text does not say who it is. */
static void write_actors(struct json_writer *json, const char *key, const struct record *record,
                         const struct claim_actor *actors, size_t count, bool with_role)
{
    json_key(json, key);
    json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        json_open(json, '{');
        json_key(json, "name");
        json_string_or_null(json,
                            actors[i].entity >= 0 ? record->entities[actors[i].entity].name : (struct view){NULL, 0});
        json_key(json, "span");
        json_span(json, actors[i].span);
        if (with_role) {
            json_member_string(json, "role", view_of(claim_role_name(actors[i].role)));
        }
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_text_and_span(struct json_writer *json, const char *key, struct view text, struct span span)
{
    json_key(json, key);
    if (!text.data) {
        json_null(json);
        return;
    }
    json_open(json, '{');
    json_member_string(json, "text", text);
    json_key(json, "span");
    json_span(json, span);
    json_close(json, '}');
}

static void write_claim_id(struct export_job *job, struct json_writer *json, const struct graph_link *link)
{
    struct builder id = builder_new(job->scratch);
    evidence_claim_id(&id, link->record, link->claim);
    json_member_string(json, "id", export_built(job, &id));
    json_member_string(json, "document", link->record->id);
}

static void write_reporters(struct export_job *job, struct json_writer *json, const struct graph_link *link)
{
    struct builder reporters = builder_new(job->scratch);
    evidence_reporters(&reporters, link->record, link->claim);
    json_member_string_or_null(json, "reported_by", export_built(job, &reporters));
}

/* One claim with everything that traces it to its text. */
static void write_claim(struct export_job *job, struct json_writer *json, const struct graph_link *link)
{
    const struct claim *claim = &link->claim->claim;
    const struct claim_relation_facts *facts = claim_relation_facts(claim->relation);
    json_open(json, '{');
    write_claim_id(job, json, link);
    json_member_string(json, "kind", view_of(claim_kind_name(claim->kind)));
    json_member_string(json, "relation", view_of(facts->name));
    json_member_string(json, "cameo", view_of(facts->cameo));
    json_member_integer(json, "stance", claim->stance);
    json_member_string(json, "role", view_of(claim_role_name(link->role)));
    json_member_string(json, "certainty", view_of(claim_certainty_name(claim->certainty)));
    json_member_boolean(json, "hedged", graph_claim_hedged(link->record, link->claim));
    json_key(json, "confidence");
    json_real(json, claim->confidence / 100.0, 2);
    json_member_string(json, "quote", view_of(claim_quote_name(claim->quote)));
    json_member_string_or_null(json, "date", graph_link_date(link));
    write_reporters(job, json, link);
    write_actors(json, "sources", link->record, claim->sources, claim->source_count, false);
    write_text_and_span(json, "cue", link->claim->cue_text, claim->cue);
    write_actors(json, "targets", link->record, claim->targets, claim->target_count, true);
    write_text_and_span(json, "content", link->claim->content_text,
                        claim->content_count ? claim->content[0] : claim->sentence);
    write_text_and_span(json, "sentence", link->claim->sentence_text, claim->sentence);
    json_member_strings(json, "citations", claim->citations, claim->citation_count);
    json_close(json, '}');
}

static void write_relations(struct json_writer *json, const struct graph_edge *edge)
{
    struct graph_relation relations[RELATION_COUNT];
    size_t count = graph_edge_relations(edge, relations);
    json_key(json, "relations");
    json_open(json, '{');
    for (size_t i = 0; i < count; i++) {
        json_member_integer(json, claim_relation_facts(relations[i].relation)->name, (int64_t)relations[i].count);
    }
    json_close(json, '}');
}

static void write_affiliations(struct json_writer *json, const struct graph_edge *edge)
{
    json_key(json, "affiliations");
    json_open(json, '[');
    for (size_t i = 0; i < edge->link_count; i++) {
        const struct affiliation *affiliation = edge->links[i].affiliation;
        if (!affiliation)
            continue;
        json_open(json, '{');
        json_member_string_or_null(json, "role", affiliation->role);
        json_member_string(json, "document", edge->links[i].record->id);
        json_key(json, "span");
        json_span(json, affiliation->span);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_edge(struct export_job *job, struct json_writer *json, const struct graph_edge *edge)
{
    size_t count;
    char id[NUMBER_SIZE];
    const struct edge_attribute *attributes = export_edge_attributes(job->grouping, &count);
    json_open(json, '{');
    export_json_id(json, "id", export_edge_id(id, edge));
    export_json_id(json, "source", export_source_id(id, job, edge));
    export_json_id(json, "target", export_target_id(id, job, edge));
    if (job->grouping != GRAPH_MERGED)
        export_json_id(json, "key", export_edge_id(id, edge));
    for (size_t i = 0; i < count; i++) {
        struct attribute_value value = {0};
        if (attributes[i].use == USE_FLAT || attributes[i].use == USE_VISUAL)
            continue;
        attributes[i].get(job, edge, &value);
        export_json_value(json, attributes[i].name, attributes[i].type, 2, &value);
    }
    write_relations(json, edge);
    json_key(json, "claims");
    json_open(json, '[');
    for (size_t i = 0; i < edge->link_count; i++) {
        if (edge->links[i].claim)
            write_claim(job, json, &edge->links[i]);
        arena_reset(job->scratch);
    }
    json_close(json, ']');
    write_affiliations(json, edge);
    json_close(json, '}');
    arena_reset(job->scratch);
}

static void write_document(struct json_writer *json, const struct record *record)
{
    json_open(json, '{');
    json_member_string(json, "id", record->id);
    json_member_string_or_null(json, "title", record->title);
    json_member_string_or_null(json, "url", record->url);
    json_member_string_or_null(json, "date", record->date);
    json_close(json, '}');
}

static void write_graph(struct export_job *job, struct json_writer *json)
{
    const struct graph *graph = job->graph;
    json_key(json, "graph");
    json_open(json, '{');
    json_member_string(json, "hearsay", VIEW("1"));
    json_member_string(json, "title", export_title(graph));
    json_member_string(json, "view", view_of(graph_view_name(graph->view)));
    json_member_integer(json, "claims", (int64_t)graph->claim_count);
    json_member_integer(json, "nodes_left_out", (int64_t)graph->nodes_left_out);
    json_key(json, "documents");
    json_open(json, '[');
    for (size_t i = 0; i < graph->record_count; i++)
        write_document(json, &graph->records[i]);
    json_close(json, ']');
    json_close(json, '}');
}

int export_node_link(struct export_job *job)
{
    struct json_writer json;
    json_begin(&json, job->out);
    json_open(&json, '{');
    json_member_boolean(&json, "directed", true);
    json_member_boolean(&json, "multigraph", job->grouping != GRAPH_MERGED);
    write_graph(job, &json);
    json_key(&json, "nodes");
    json_open(&json, '[');
    for (size_t i = 0; i < job->graph->node_count; i++) {
        output_text(job->out, i ? "" : "\n");
        write_node(job, &json, &job->graph->nodes[i]);
        output_char(job->out, '\n');
    }
    json_close(&json, ']');
    json_key(&json, "links");
    json_open(&json, '[');
    for (size_t i = 0; i < job->edge_count; i++) {
        output_text(job->out, i ? "" : "\n");
        write_edge(job, &json, &job->edges[i]);
        output_char(job->out, '\n');
    }
    json_close(&json, ']');
    json_close(&json, '}');
    output_char(job->out, '\n');
    return HEARSAY_OK;
}
