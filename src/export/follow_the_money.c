/* follow_the_money.c: FollowTheMoney entities (followthemoney.tech), one JSON object a line, for Aleph and
 * OpenSanctions tools. Claims are UnknownLinks between their subject and object with the relation as role, affiliations
 * too; documents are Articles that the links give as proof. */
#include "base/json.h"
#include "export/attribute.h"

#include <xxhash.h>

/* The id of a document: many files are loaded into one collection, so that it must not depend on this one. */
static struct view document_id(char buffer[NUMBER_SIZE], const struct record *record)
{
    return number_id(buffer, 'd', XXH3_64bits(record->id.data, record->id.length));
}

static void open_entity(struct json_writer *json, struct view id, const char *schema)
{
    json_open(json, '{');
    export_json_id(json, "id", id);
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

/* Identifiers that the schemata have a property for. */
static void write_identifiers(struct json_writer *json, const struct graph_node *node)
{
    static const struct {
        const char *scheme;
        const char *property;
    } properties[] = {{"wikidata", "wikidataId"}, {"lei", "leiCode"}, {"opencorporates", "opencorporatesUrl"}};
    for (size_t i = 0; i < node->id_count; i++)
        for (size_t j = 0; j < sizeof properties / sizeof *properties; j++)
            if (view_is(node->ids[i].scheme, properties[j].scheme))
                write_property(json, properties[j].property, node->ids[i].value);
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
    char id[NUMBER_SIZE];
    if (node->type == NODE_CLAIM)
        return;
    json_begin(&json, job->out);
    open_entity(&json, export_node_id(id, node), SCHEMAS[node->type]);
    write_property(&json, "name", node->label);
    if (node->alias_count) {
        json_key(&json, "alias");
        json_open(&json, '[');
        for (size_t i = 0; i < node->alias_count; i++)
            json_string(&json, node->aliases[i]);
        json_close(&json, ']');
    }
    write_country(&json, node);
    write_identifiers(&json, node);
    close_entity(&json, job->out);
}

static void write_document(struct export_job *job, const struct record *record)
{
    struct json_writer json;
    char id[NUMBER_SIZE];
    json_begin(&json, job->out);
    open_entity(&json, document_id(id, record), "Article");
    write_property(&json, "title", record->title.length ? record->title : record->id);
    write_property(&json, "sourceUrl", record->url);
    write_property(&json, "publishedAt", record->date);
    close_entity(&json, job->out);
}

static struct view link_role(const struct graph_link *link)
{
    if (link->claim)
        return view_of(claim_relation_facts(link->claim->claim.relation)->name);
    return link->affiliation->role.data ? link->affiliation->role : VIEW("affiliated");
}

static void write_edge(struct export_job *job, const struct graph_edge *edge)
{
    const struct graph_link *link = edge->links;
    struct json_writer json;
    char id[NUMBER_SIZE];
    json_begin(&json, job->out);
    open_entity(&json, export_edge_id(id, edge), "UnknownLink");
    write_property(&json, "subject", export_source_id(id, job, edge));
    write_property(&json, "object", export_target_id(id, job, edge));
    write_property(&json, "role", link_role(link));
    write_property(&json, "date", graph_link_date(link));
    if (link->claim)
        write_property(&json, "summary", link->claim->sentence_text);
    write_property(&json, "sourceUrl", link->record->url);
    write_property(&json, "proof", document_id(id, link->record));
    close_entity(&json, job->out);
}

/* Whatever the options say of edges: a link is one claim. */
int export_follow_the_money(struct export_job *job)
{
    struct graph_edge *edges;
    size_t count;
    if (job->graph->view == GRAPH_STATEMENTS)
        return error_set(job->error, HEARSAY_ERROR_USAGE, EXPORT_STAGE, "",
                         "FollowTheMoney has no entity for a claim; use --view network or countries");
    int code = graph_edges(job->graph, GRAPH_EACH, &edges, &count, job->arena, job->error);
    if (code)
        return code;
    for (size_t i = 0; i < job->graph->record_count; i++)
        write_document(job, &job->graph->records[i]);
    for (size_t i = 0; i < job->graph->node_count; i++)
        write_node(job, &job->graph->nodes[i]);
    for (size_t i = 0; i < count; i++)
        write_edge(job, &edges[i]);
    return HEARSAY_OK;
}
