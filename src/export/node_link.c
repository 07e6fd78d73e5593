/* node_link.c: JSON in the node-link form that NetworkX (node_link_graph) and D3 read; schemas/graph.schema.json
 * describes it. What other formats flatten into one text stands here as lists: aliases, identifiers, relations, claims
 * with their words and spans. */
#include "base/json.h"
#include "export/attribute.h"
#include "export/evidence.h"

static void write_strings(struct json_writer *json, const char *key, const struct view *strings, size_t count)
{
    json_key(json, key);
    json_open(json, '[');
    for (size_t i = 0; i < count; i++)
        json_string(json, strings[i]);
    json_close(json, ']');
}

static void write_span(struct json_writer *json, struct span span)
{
    json_open(json, '[');
    json_integer(json, span.start);
    json_integer(json, span.end);
    json_close(json, ']');
}

static void write_identifiers(struct json_writer *json, const struct graph_node *node, struct export_job *job)
{
    json_key(json, "identifiers");
    json_open(json, '{');
    for (size_t i = 0; i < node->id_count; i++) {
        struct view scheme = arena_copy(job->scratch, node->ids[i].scheme);
        job->out_of_memory = job->out_of_memory || !scheme.data;
        json_key(json, scheme.data ? scheme.data : "");
        json_string(json, node->ids[i].value);
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
        write_strings(json, "citations", node->claim->claim.citations, node->claim->claim.citation_count);
    else
        write_strings(json, "aliases", node->aliases, node->alias_count);
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
        write_span(json, actors[i].span);
        if (with_role) {
            json_key(json, "role");
            json_string(json, view_of(claim_role_name(actors[i].role)));
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
    json_key(json, "text");
    json_string(json, text);
    json_key(json, "span");
    write_span(json, span);
    json_close(json, '}');
}

static void write_claim_id(struct export_job *job, struct json_writer *json, const struct graph_link *link)
{
    struct builder id = builder_new(job->scratch);
    evidence_claim_id(&id, link->record, link->claim);
    json_key(json, "id");
    json_string(json, export_built(job, &id));
    json_key(json, "document");
    json_string(json, link->record->id);
}

static void write_reporters(struct export_job *job, struct json_writer *json, const struct graph_link *link)
{
    struct builder reporters = builder_new(job->scratch);
    evidence_reporters(&reporters, link->record, link->claim);
    json_key(json, "reported_by");
    json_string_or_null(json, export_built(job, &reporters));
}

static void write_name(struct json_writer *json, const char *key, const char *name)
{
    json_key(json, key);
    json_string(json, view_of(name));
}

/* One claim with everything that traces it to its text. */
static void write_claim(struct export_job *job, struct json_writer *json, const struct graph_link *link)
{
    const struct claim *claim = &link->claim->claim;
    const struct claim_relation_facts *facts = claim_relation_facts(claim->relation);
    json_open(json, '{');
    write_claim_id(job, json, link);
    write_name(json, "kind", claim_kind_name(claim->kind));
    write_name(json, "relation", facts->name);
    write_name(json, "cameo", facts->cameo);
    json_key(json, "stance");
    json_integer(json, claim->stance);
    write_name(json, "role", claim_role_name(link->role));
    write_name(json, "certainty", claim_certainty_name(claim->certainty));
    json_key(json, "hedged");
    json_boolean(json, graph_claim_hedged(link->record, link->claim));
    json_key(json, "confidence");
    json_real(json, claim->confidence / 100.0, 2);
    write_name(json, "quote", claim_quote_name(claim->quote));
    json_key(json, "date");
    json_string_or_null(json, graph_link_date(link));
    write_reporters(job, json, link);
    write_actors(json, "sources", link->record, claim->sources, claim->source_count, false);
    write_text_and_span(json, "cue", link->claim->cue_text, claim->cue);
    write_actors(json, "targets", link->record, claim->targets, claim->target_count, true);
    write_text_and_span(json, "content", link->claim->content_text,
                        claim->content_count ? claim->content[0] : claim->sentence);
    write_text_and_span(json, "sentence", link->claim->sentence_text, claim->sentence);
    write_strings(json, "citations", claim->citations, claim->citation_count);
    json_close(json, '}');
}

static void write_relations(struct json_writer *json, const struct graph_edge *edge)
{
    struct graph_relation relations[RELATION_COUNT];
    size_t count = graph_edge_relations(edge, relations);
    json_key(json, "relations");
    json_open(json, '{');
    for (size_t i = 0; i < count; i++) {
        json_key(json, claim_relation_facts(relations[i].relation)->name);
        json_integer(json, (int64_t)relations[i].count);
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
        json_key(json, "role");
        json_string_or_null(json, affiliation->role);
        json_key(json, "document");
        json_string(json, edge->links[i].record->id);
        json_key(json, "span");
        write_span(json, affiliation->span);
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
    json_key(json, "id");
    json_string(json, record->id);
    json_key(json, "title");
    json_string_or_null(json, record->title);
    json_key(json, "url");
    json_string_or_null(json, record->url);
    json_key(json, "date");
    json_string_or_null(json, record->date);
    json_close(json, '}');
}

static void write_graph(struct export_job *job, struct json_writer *json)
{
    const struct graph *graph = job->graph;
    json_key(json, "graph");
    json_open(json, '{');
    json_key(json, "hearsay");
    json_string(json, VIEW("1"));
    json_key(json, "title");
    json_string(json, export_title(graph));
    write_name(json, "view", graph_view_name(graph->view));
    json_key(json, "claims");
    json_integer(json, (int64_t)graph->claim_count);
    json_key(json, "nodes_left_out");
    json_integer(json, (int64_t)graph->nodes_left_out);
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
    json_key(&json, "directed");
    json_boolean(&json, true);
    json_key(&json, "multigraph");
    json_boolean(&json, job->grouping != GRAPH_MERGED);
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
