/* read_graph.c: the node-link form of a graph, back to records. A graph tells less than the records that it was made
 * of: claims that connect nobody are missing, and of entities that are no nodes only the name is known. Each record is
 * put together as JSON and read as any other, so that it is checked as any other. */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/json.h"
#include "base/seen.h"
#include "diff/diff.h"

#define STAGE "diff"

/* A document of the graph while its record is put together. */
struct draft {
    const char *id;
    cJSON *record, *entities, *claims;
};

/* A name of an actor: claims have the one that their document gives it. */
struct naming {
    const char *name;
    const cJSON *node;
    bool alias; /* not the label */
};

struct reading {
    const char *place;
    struct draft *drafts; /* sorted by id */
    size_t draft_count;
    struct naming *names; /* sorted by name, labels first */
    size_t name_count, name_capacity;
    struct seen *claims; /* their ids */
    struct hearsay_error *error;
    int code;
};

static void refuse(struct reading *reading, const char *what)
{
    if (reading->code == HEARSAY_OK) {
        reading->code = error_set(reading->error, HEARSAY_ERROR_INPUT, STAGE, reading->place,
                                  "no graph in node-link form: %s", what);
    }
}

static const char *text_of(const cJSON *object, const char *key)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

static void put_copy(cJSON *object, const char *key, const cJSON *value)
{
    cJSON_AddItemToObject(object, key, value ? cJSON_Duplicate(value, true) : cJSON_CreateNull());
}

/* Copies the members of these names; a missing one is null. */
static void put_copies(cJSON *object, const cJSON *from, const char *const *keys, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        put_copy(object, keys[i], cJSON_GetObjectItemCaseSensitive(from, keys[i]));
    }
}

static int compare_drafts(const void *a, const void *b)
{
    return strcmp(((const struct draft *)a)->id, ((const struct draft *)b)->id);
}

static void begin_draft(struct draft *draft, const cJSON *document)
{
    static const char *const keys[] = {"id", "title", "url", "date"};
    cJSON *record = draft->record = cJSON_CreateObject();
    cJSON_AddStringToObject(record, "hearsay", RECORD_FORMAT);
    put_copies(record, document, keys, sizeof keys / sizeof *keys);
    cJSON_AddNullToObject(record, "language");
    cJSON_AddNumberToObject(record, "length", UINT32_MAX);
    cJSON_AddStringToObject(record, "text_sha256", "0000000000000000000000000000000000000000000000000000000000000000");
    cJSON_AddStringToObject(record, "model", "graph");
    cJSON_AddItemToObject(record, "warnings", cJSON_CreateArray());
    draft->entities = cJSON_AddArrayToObject(record, "entities");
    cJSON_AddItemToObject(record, "affiliations", cJSON_CreateArray());
    draft->claims = cJSON_AddArrayToObject(record, "claims");
}

static void begin_drafts(struct reading *reading, const cJSON *root, struct arena *arena)
{
    const cJSON *graph = cJSON_GetObjectItemCaseSensitive(root, "graph"), *document;
    const cJSON *documents = cJSON_GetObjectItemCaseSensitive(graph, "documents");
    reading->drafts = arena_array(arena, (size_t)cJSON_GetArraySize(documents) + 1, sizeof *reading->drafts);
    if (!reading->drafts) {
        reading->code = error_memory(reading->error, STAGE);
        return;
    }
    cJSON_ArrayForEach(document, documents)
    {
        struct draft *draft = &reading->drafts[reading->draft_count];
        draft->id = text_of(document, "id");
        if (!draft->id) {
            refuse(reading, "a document has no \"id\"");
            return;
        }
        begin_draft(draft, document);
        reading->draft_count++;
    }
    if (reading->draft_count == 0) {
        refuse(reading, "\"graph\" has no \"documents\"");
        return;
    }
    qsort(reading->drafts, reading->draft_count, sizeof *reading->drafts, compare_drafts);
}

static int compare_names(const void *a, const void *b)
{
    const struct naming *x = a, *y = b;
    int order = strcmp(x->name, y->name);
    return order ? order : x->alias - y->alias;
}

static void add_name(struct reading *reading, const char *name, const cJSON *node, bool alias, struct arena *arena)
{
    struct naming *names =
        arena_grow(arena, reading->names, reading->name_count, &reading->name_capacity, sizeof *names);
    if (names) {
        reading->names = names;
        names[reading->name_count++] = (struct naming){name, node, alias};
    } else if (reading->code == HEARSAY_OK) {
        reading->code = error_memory(reading->error, STAGE);
    }
}

static void list_names(struct reading *reading, const cJSON *root, struct arena *arena)
{
    const cJSON *nodes = cJSON_GetObjectItemCaseSensitive(root, "nodes"), *node, *alias;
    if (!cJSON_IsArray(nodes)) {
        refuse(reading, "it has no \"nodes\"");
    }
    cJSON_ArrayForEach(node, nodes)
    {
        const char *type = text_of(node, "type"), *label = text_of(node, "label");
        if (!type || !label) {
            refuse(reading, "a node has no \"type\" or \"label\"");
            return;
        }
        if (strcmp(type, "claim") == 0) {
            continue;
        }
        add_name(reading, label, node, false, arena);
        cJSON_ArrayForEach(alias, cJSON_GetObjectItemCaseSensitive(node, "aliases"))
        {
            if (cJSON_IsString(alias)) {
                add_name(reading, alias->valuestring, node, true, arena);
            }
        }
    }
    if (reading->name_count > 0) {
        qsort(reading->names, reading->name_count, sizeof *reading->names, compare_names);
    }
}

/* Who is called so: by the label, else by an alias that nobody else has; NULL where that is not known. */
static const cJSON *find_node(const struct reading *reading, const char *name)
{
    size_t low = 0, high = reading->name_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool before = strcmp(reading->names[middle].name, name) < 0;
        low = before ? middle + 1 : low;
        high = before ? high : middle;
    }
    if (low == reading->name_count || strcmp(reading->names[low].name, name) != 0) {
        return NULL;
    }
    const struct naming *found = &reading->names[low];
    bool shared = found->alias && low + 1 < reading->name_count && strcmp(found[1].name, name) == 0;
    return shared ? NULL : found->node;
}

/* The id of the entity of this name in a record, which gets one where it has none: "E3". */
static const char *find_entity(const struct reading *reading, struct draft *draft, const char *name)
{
    cJSON *entity;
    char id[24];
    const cJSON *node = find_node(reading, name);
    name = node ? text_of(node, "label") : name;
    cJSON_ArrayForEach(entity, draft->entities)
    {
        if (strcmp(text_of(entity, "name"), name) == 0) {
            return text_of(entity, "id");
        }
    }
    static const char *const keys[] = {"country", "country_name"};
    const cJSON *aliases = cJSON_GetObjectItemCaseSensitive(node, "aliases");
    const cJSON *ids = cJSON_GetObjectItemCaseSensitive(node, "identifiers");
    snprintf(id, sizeof id, "E%d", cJSON_GetArraySize(draft->entities) + 1);
    entity = cJSON_CreateObject();
    cJSON_AddStringToObject(entity, "id", id);
    cJSON_AddNullToObject(entity, "key");
    cJSON_AddStringToObject(entity, "type", node ? text_of(node, "type") : "place");
    cJSON_AddStringToObject(entity, "name", name);
    cJSON_AddItemToObject(entity, "aliases", aliases ? cJSON_Duplicate(aliases, true) : cJSON_CreateArray());
    put_copies(entity, node, keys, sizeof keys / sizeof *keys);
    cJSON_AddItemToObject(entity, "ids", ids ? cJSON_Duplicate(ids, true) : cJSON_CreateObject());
    cJSON_AddItemToObject(entity, "mentions", cJSON_CreateArray());
    cJSON_AddItemToArray(draft->entities, entity);
    return text_of(entity, "id");
}

/* Sources or targets: names become ids of entities. */
static void put_actors(const struct reading *reading, struct draft *draft, cJSON *claim, const cJSON *from,
                       const char *key)
{
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(from, key), *actor;
    cJSON *actors = cJSON_AddArrayToObject(claim, key);
    cJSON_ArrayForEach(actor, list)
    {
        const char *name = text_of(actor, "name");
        const cJSON *role = cJSON_GetObjectItemCaseSensitive(actor, "role");
        cJSON *copy = cJSON_CreateObject();
        if (name) {
            cJSON_AddStringToObject(copy, "entity", find_entity(reading, draft, name));
        } else {
            cJSON_AddNullToObject(copy, "entity");
        }
        put_copy(copy, "span", cJSON_GetObjectItemCaseSensitive(actor, "span"));
        if (role) {
            put_copy(copy, "role", role);
        }
        cJSON_AddItemToArray(actors, copy);
    }
}

static void add_claim(struct reading *reading, const cJSON *from)
{
    static const char *const keys[] = {"kind",  "relation",  "cameo", "stance",    "cue",       "content",
                                       "quote", "certainty", "date",  "citations", "confidence"};
    struct draft wanted = {.id = text_of(from, "document")};
    const char *id = text_of(from, "id");
    struct draft *draft =
        wanted.id ? bsearch(&wanted, reading->drafts, reading->draft_count, sizeof *reading->drafts, compare_drafts)
                  : NULL;
    if (!draft || !id) {
        refuse(reading, "a claim has no \"id\" or is of none of the \"documents\"");
        return;
    }
    if (seen_add(reading->claims, view_of(id)) != 1) {
        return; /* it connects several */
    }
    cJSON *claim = cJSON_CreateObject();
    char number[24];
    snprintf(number, sizeof number, "C%d", cJSON_GetArraySize(draft->claims) + 1);
    cJSON_AddStringToObject(claim, "id", number);
    put_copies(claim, from, keys, sizeof keys / sizeof *keys);
    put_actors(reading, draft, claim, from, "sources");
    put_actors(reading, draft, claim, from, "targets");
    put_copy(claim, "sentence", cJSON_GetObjectItemCaseSensitive(from, "sentence"));
    cJSON_AddFalseToObject(claim, "negated");
    cJSON_AddNumberToObject(claim, "depth", 0);
    cJSON_AddNullToObject(claim, "within");
    cJSON_AddNullToObject(claim, "answers");
    cJSON_AddItemToObject(claim, "citations_before", cJSON_CreateArray());
    cJSON_AddStringToObject(claim, "rule", "");
    cJSON_AddItemToArray(draft->claims, claim);
}

static void add_claims(struct reading *reading, const cJSON *root)
{
    const cJSON *links = cJSON_GetObjectItemCaseSensitive(root, "links"), *link, *claim;
    if (!cJSON_IsArray(links)) {
        refuse(reading, "it has no \"links\"");
    }
    cJSON_ArrayForEach(link, links)
    {
        const cJSON *claims = cJSON_GetObjectItemCaseSensitive(link, "claims");
        cJSON_ArrayForEach(claim, claims)
        {
            add_claim(reading, claim);
        }
    }
    /* Nodes that no claim names: they are in the graph, so they are in the set. */
    for (size_t i = 0; i < reading->name_count && reading->code == HEARSAY_OK; i++) {
        if (!reading->names[i].alias) {
            find_entity(reading, &reading->drafts[0], reading->names[i].name);
        }
    }
}

static void finish_draft(struct reading *reading, const struct draft *draft, struct record *record, struct arena *arena)
{
    char *line = reading->code == HEARSAY_OK ? cJSON_PrintUnformatted(draft->record) : NULL;
    if (line) {
        reading->code = record_read(record, view_of(line), reading->place, arena, reading->error);
        cJSON_free(line);
    } else if (reading->code == HEARSAY_OK) {
        reading->code = error_memory(reading->error, STAGE);
    }
    cJSON_Delete(draft->record);
}

int diff_read_graph(struct record **records, size_t *count, struct view text, const char *place, struct arena *arena,
                    struct hearsay_error *error)
{
    struct reading reading = {.place = place, .error = error, .claims = seen_new()};
    struct cJSON *root = NULL;
    *count = 0;
    reading.code = reading.claims ? json_parse(&root, text, place, error) : error_memory(error, STAGE);
    if (reading.code == HEARSAY_OK) {
        begin_drafts(&reading, root, arena);
    }
    if (reading.code == HEARSAY_OK) {
        list_names(&reading, root, arena);
    }
    if (reading.code == HEARSAY_OK) {
        add_claims(&reading, root);
    }
    *records = arena_array(arena, reading.draft_count + 1, sizeof **records);
    if (!*records && reading.code == HEARSAY_OK) {
        reading.code = error_memory(error, STAGE);
    }
    for (size_t i = 0; i < reading.draft_count; i++) {
        finish_draft(&reading, &reading.drafts[i], *records ? &(*records)[i] : NULL, arena);
    }
    *count = reading.draft_count;
    cJSON_Delete(root);
    seen_free(reading.claims);
    return reading.code;
}
