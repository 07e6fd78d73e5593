/* follow_the_money.c: FollowTheMoney entities (followthemoney.tech), one JSON object a line, for Aleph and
 * OpenSanctions tools. Claims are UnknownLinks between their subject and object with the relation as role, affiliations
 * too; documents are Articles that the links give as proof. */
#include <xxhash.h>

#include "base/json.h"
#include "export/evidence.h"

/* An id that stays the same when the graph is made again: many files are loaded into one collection. */
static void write_id(struct export_job *job, struct json_writer *json, const char *kind, struct view a, struct view b)
{
    static const char HEX[] = "0123456789abcdef";
    struct builder whole = builder_new(job->scratch);
    builder_text(&whole, kind);
    builder_add(&whole, VIEW("\0"));
    builder_add(&whole, a);
    builder_add(&whole, VIEW("\0"));
    builder_add(&whole, b);
    struct view name = export_built(job, &whole);
    XXH128_hash_t hash = XXH3_128bits(name.data, name.length);
    char text[33] = "h";
    for (int i = 0; i < 16; i++) {
        text[1 + i] = HEX[(hash.high64 >> (60 - 4 * i)) & 15];
        text[17 + i] = HEX[(hash.low64 >> (60 - 4 * i)) & 15];
    }
    json_string(json, (struct view){text, sizeof text});
}

static void write_node_id(struct export_job *job, struct json_writer *json, const struct graph_node *node)
{
    const char *type = graph_node_type_name(node->type);
    struct view none = {NULL, 0};
    if (node->key.data)
        write_id(job, json, type, node->key, none);
    else
        write_id(job, json, type, node->label, node->type == NODE_COUNTRY ? none : node->record->id);
}

static void open_entity(struct json_writer *json)
{
    json_open(json, '{');
    json_key(json, "id");
}

static void open_properties(struct json_writer *json, const char *schema)
{
    json_key(json, "schema");
    json_string(json, view_of(schema));
    json_key(json, "properties");
    json_open(json, '{');
}

static void write_property(struct json_writer *json, const char *name, struct view value)
{
    if (!value.length)
        return;
    json_key(json, name);
    json_open(json, '[');
    json_string(json, value);
    json_close(json, ']');
}

/* FollowTheMoney writes country codes in lower case. */
static void write_country(struct json_writer *json, const struct graph_node *node)
{
    char code[2];
    if (!node->country[0])
        return;
    for (int i = 0; i < 2; i++)
        code[i] = node->country[i] >= 'A' && node->country[i] <= 'Z' ? (char)(node->country[i] - 'A' + 'a')
                                                                     : node->country[i];
    write_property(json, node->type == NODE_PERSON ? "nationality" : "country", (struct view){code, 2});
}

static void close_entity(struct json_writer *json, struct output *out)
{
    json_close(json, '}');
    json_close(json, '}');
    output_char(out, '\n');
}

static void write_node(struct export_job *job, const struct graph_node *node)
{
    static const char *const SCHEMAS[NODE_TYPE_COUNT] = {"Person", "Organization", "PublicBody", "LegalEntity", ""};
    struct json_writer json;
    if (node->type == NODE_CLAIM)
        return;
    json_begin(&json, job->out);
    open_entity(&json);
    write_node_id(job, &json, node);
    open_properties(&json, SCHEMAS[node->type]);
    write_property(&json, "name", node->label);
    if (node->alias_count) {
        json_key(&json, "alias");
        json_open(&json, '[');
        for (size_t i = 0; i < node->alias_count; i++)
            json_string(&json, node->aliases[i]);
        json_close(&json, ']');
    }
    write_country(&json, node);
    close_entity(&json, job->out);
    arena_reset(job->scratch);
}

static void write_document(struct export_job *job, const struct record *record)
{
    struct json_writer json;
    json_begin(&json, job->out);
    open_entity(&json);
    write_id(job, &json, "document", record->id, (struct view){NULL, 0});
    open_properties(&json, "Article");
    write_property(&json, "title", record->title.length ? record->title : record->id);
    write_property(&json, "sourceUrl", record->url);
    write_property(&json, "publishedAt", record->date);
    close_entity(&json, job->out);
}

static void write_reference(struct export_job *job, struct json_writer *json, const char *name,
                            const struct graph_node *node)
{
    json_key(json, name);
    json_open(json, '[');
    write_node_id(job, json, node);
    json_close(json, ']');
}

static struct view link_role(const struct graph_link *link)
{
    if (link->claim)
        return view_of(claim_relation_facts(link->claim->claim.relation)->name);
    return link->affiliation->role.data ? link->affiliation->role : VIEW("affiliated");
}

static void write_link(struct export_job *job, const struct graph_link *link)
{
    const struct graph_node *nodes = job->graph->nodes;
    struct json_writer json;
    struct builder name = builder_new(job->scratch);
    if (nodes[link->source].type == NODE_CLAIM || nodes[link->target].type == NODE_CLAIM)
        return;
    builder_integer(&name,
                    link->claim ? link->claim - link->record->claims : link->affiliation - link->record->affiliations);
    builder_text(&name, link->claim ? " claim " : " affiliation ");
    builder_integer(&name, link->source);
    builder_text(&name, " ");
    builder_integer(&name, link->target);
    json_begin(&json, job->out);
    open_entity(&json);
    write_id(job, &json, "link", link->record->id, export_built(job, &name));
    open_properties(&json, "UnknownLink");
    write_reference(job, &json, "subject", &nodes[link->source]);
    write_reference(job, &json, "object", &nodes[link->target]);
    write_property(&json, "role", link_role(link));
    write_property(&json, "date", graph_link_date(link));
    if (link->claim)
        write_property(&json, "summary", link->claim->sentence_text);
    write_property(&json, "sourceUrl", link->record->url);
    json_key(&json, "proof");
    json_open(&json, '[');
    write_id(job, &json, "document", link->record->id, (struct view){NULL, 0});
    json_close(&json, ']');
    close_entity(&json, job->out);
    arena_reset(job->scratch);
}

int export_follow_the_money(struct export_job *job)
{
    if (job->graph->view == GRAPH_STATEMENTS)
        return error_set(job->error, HEARSAY_ERROR_USAGE, EXPORT_STAGE, "",
                         "FollowTheMoney has no entity for a claim; use --view network or countries");
    for (size_t i = 0; i < job->graph->record_count; i++)
        write_document(job, &job->graph->records[i]);
    for (size_t i = 0; i < job->graph->node_count; i++)
        write_node(job, &job->graph->nodes[i]);
    for (size_t i = 0; i < job->graph->link_count; i++)
        write_link(job, &job->graph->links[i]);
    return HEARSAY_OK;
}
