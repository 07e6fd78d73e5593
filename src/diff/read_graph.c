/* read_graph.c: the node-link form of a graph, back to records. A graph tells less than the records that it was made
 * of: claims that connect nobody are missing, and of entities that are no nodes only the name is known. Each record is
 * put together as JSON and read as any other, so that it is checked as any other. */
#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/json.h"
#include "base/seen.h"
#include "diff/diff.h"
#include "entity/name_map.h"

#define STAGE "diff"

/* A document of the graph while its record is put together. */
struct draft {
    const char *id;
    cJSON *record, *entities, *claims;
    struct name_map names; /* of the entities, to their places in the list */
    int32_t entity_count, claim_count;
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
    struct arena *arena;
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

static void run_out(struct reading *reading)
{
    if (reading->code == HEARSAY_OK) {
        reading->code = error_memory(reading->error, STAGE);
    }
}

static const char *text_of(const cJSON *object, const char *key)
{
    return cJSON_GetStringValue(cJSON_GetObjectItemCaseSensitive(object, key));
}

/* Adds a value that was just made, NULL where there was no memory for it, and returns it. */
static cJSON *put(struct reading *reading, cJSON *object, const char *key, cJSON *value)
{
    if (cJSON_AddItemToObject(object, key, value)) {
        return value;
    }
    cJSON_Delete(value);
    run_out(reading);
    return NULL;
}

/* The same at the end of a list. */
static bool append(struct reading *reading, cJSON *list, cJSON *value)
{
    bool added = cJSON_AddItemToArray(list, value);
    if (!added) {
        cJSON_Delete(value);
        run_out(reading);
    }
    return added;
}

static void put_copy(struct reading *reading, cJSON *object, const char *key, const cJSON *value)
{
    put(reading, object, key, value ? cJSON_Duplicate(value, true) : cJSON_CreateNull());
}

static void put_text(struct reading *reading, cJSON *object, const char *key, const char *text)
{
    put(reading, object, key, cJSON_CreateString(text));
}

/* The id of an item: its letter and its place in the list, from 1. */
static void put_id(struct reading *reading, cJSON *object, const char *key, char letter, int32_t index)
{
    char id[24];
    snprintf(id, sizeof id, "%c%d", letter, (int)index + 1);
    put_text(reading, object, key, id);
}

/* Copies the members of these names; a missing one is null. */
static void put_copies(struct reading *reading, cJSON *object, const cJSON *from, const char *const *keys, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        put_copy(reading, object, keys[i], cJSON_GetObjectItemCaseSensitive(from, keys[i]));
    }
}

static int compare_drafts(const void *a, const void *b)
{
    return strcmp(((const struct draft *)a)->id, ((const struct draft *)b)->id);
}

static void begin_draft(struct reading *reading, struct draft *draft, const cJSON *document)
{
    static const char *const keys[] = {"id", "title", "url", "date"};
    cJSON *record = draft->record = cJSON_CreateObject();
    put_text(reading, record, "hearsay", RECORD_FORMAT);
    put_copies(reading, record, document, keys, sizeof keys / sizeof *keys);
    put(reading, record, "language", cJSON_CreateNull());
    put(reading, record, "length", cJSON_CreateNumber(UINT32_MAX));
    put_text(reading, record, "text_sha256", "0000000000000000000000000000000000000000000000000000000000000000");
    put_text(reading, record, "model", "graph");
    put(reading, record, "warnings", cJSON_CreateArray());
    draft->entities = put(reading, record, "entities", cJSON_CreateArray());
    put(reading, record, "affiliations", cJSON_CreateArray());
    draft->claims = put(reading, record, "claims", cJSON_CreateArray());
}

static void begin_drafts(struct reading *reading, const cJSON *root)
{
    const cJSON *graph = cJSON_GetObjectItemCaseSensitive(root, "graph"), *document;
    const cJSON *documents = cJSON_GetObjectItemCaseSensitive(graph, "documents");
    reading->drafts = arena_array(reading->arena, (size_t)cJSON_GetArraySize(documents) + 1, sizeof *reading->drafts);
    if (!reading->drafts) {
        run_out(reading);
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
        begin_draft(reading, draft, document);
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

static void add_name(struct reading *reading, const char *name, const cJSON *node, bool alias)
{
    struct naming *names =
        arena_grow(reading->arena, reading->names, reading->name_count, &reading->name_capacity, sizeof *names);
    if (names) {
        reading->names = names;
        names[reading->name_count++] = (struct naming){name, node, alias};
    } else {
        run_out(reading);
    }
}

static void list_names(struct reading *reading, const cJSON *root)
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
        add_name(reading, label, node, false);
        cJSON_ArrayForEach(alias, cJSON_GetObjectItemCaseSensitive(node, "aliases"))
        {
            if (cJSON_IsString(alias)) {
                add_name(reading, alias->valuestring, node, true);
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

/* `node` is NULL for somebody who is no node. */
static void add_entity(struct reading *reading, struct draft *draft, const char *name, const cJSON *node)
{
    static const char *const keys[] = {"country", "country_name"};
    const cJSON *aliases = cJSON_GetObjectItemCaseSensitive(node, "aliases");
    const cJSON *ids = cJSON_GetObjectItemCaseSensitive(node, "identifiers");
    cJSON *entity = cJSON_CreateObject();
    put_id(reading, entity, "id", 'E', draft->entity_count);
    put(reading, entity, "key", cJSON_CreateNull());
    put_text(reading, entity, "type", node ? text_of(node, "type") : "place");
    put_text(reading, entity, "name", name);
    put(reading, entity, "aliases", aliases ? cJSON_Duplicate(aliases, true) : cJSON_CreateArray());
    put_copies(reading, entity, node, keys, sizeof keys / sizeof *keys);
    put(reading, entity, "ids", ids ? cJSON_Duplicate(ids, true) : cJSON_CreateObject());
    put(reading, entity, "mentions", cJSON_CreateArray());
    if (append(reading, draft->entities, entity) &&
        !name_map_add(&draft->names, view_of(name), draft->entity_count++, reading->arena)) {
        run_out(reading);
    }
}

/* The place of the entity of this name in a record, which gets one where it has none. The name must live as long as the
 * draft. */
static int32_t find_entity(struct reading *reading, struct draft *draft, const char *name)
{
    const cJSON *node = find_node(reading, name);
    name = node ? text_of(node, "label") : name;
    int32_t index = name_map_value(&draft->names, view_of(name));
    if (index < 0) {
        index = draft->entity_count;
        add_entity(reading, draft, name, node);
    }
    return index;
}

/* Sources or targets: names become ids of entities. */
static void put_actors(struct reading *reading, struct draft *draft, cJSON *claim, const cJSON *from, const char *key)
{
    const cJSON *list = cJSON_GetObjectItemCaseSensitive(from, key), *actor;
    cJSON *actors = put(reading, claim, key, cJSON_CreateArray());
    cJSON_ArrayForEach(actor, list)
    {
        const char *name = text_of(actor, "name");
        const cJSON *role = cJSON_GetObjectItemCaseSensitive(actor, "role");
        cJSON *copy = cJSON_CreateObject();
        if (name) {
            put_id(reading, copy, "entity", 'E', find_entity(reading, draft, name));
        } else {
            put(reading, copy, "entity", cJSON_CreateNull());
        }
        put_copy(reading, copy, "span", cJSON_GetObjectItemCaseSensitive(actor, "span"));
        if (role) {
            put_copy(reading, copy, "role", role);
        }
        append(reading, actors, copy);
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
    int fresh = seen_add(reading->claims, view_of(id));
    if (fresh < 0) {
        run_out(reading);
    }
    if (fresh != 1) {
        return; /* it connects several */
    }
    cJSON *claim = cJSON_CreateObject();
    put_id(reading, claim, "id", 'C', draft->claim_count++);
    put_copies(reading, claim, from, keys, sizeof keys / sizeof *keys);
    put_actors(reading, draft, claim, from, "sources");
    put_actors(reading, draft, claim, from, "targets");
    put_copy(reading, claim, "sentence", cJSON_GetObjectItemCaseSensitive(from, "sentence"));
    put(reading, claim, "negated", cJSON_CreateFalse());
    put(reading, claim, "depth", cJSON_CreateNumber(0));
    put(reading, claim, "within", cJSON_CreateNull());
    put(reading, claim, "answers", cJSON_CreateNull());
    put(reading, claim, "citations_before", cJSON_CreateArray());
    put_text(reading, claim, "rule", "");
    append(reading, draft->claims, claim);
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

static void finish_draft(struct reading *reading, const struct draft *draft, struct record *record)
{
    char *line = reading->code == HEARSAY_OK ? cJSON_PrintUnformatted(draft->record) : NULL;
    if (line) {
        reading->code = record_read(record, view_of(line), reading->place, reading->arena, reading->error);
        cJSON_free(line);
    } else {
        run_out(reading);
    }
    cJSON_Delete(draft->record);
}

int diff_read_graph(struct record **records, size_t *count, struct view text, const char *place, struct arena *arena,
                    struct hearsay_error *error)
{
    struct reading reading = {.place = place, .arena = arena, .error = error, .claims = seen_new()};
    struct cJSON *root = NULL;
    *count = 0;
    reading.code = reading.claims ? json_parse(&root, text, place, error) : error_memory(error, STAGE);
    if (reading.code == HEARSAY_OK) {
        begin_drafts(&reading, root);
    }
    if (reading.code == HEARSAY_OK) {
        list_names(&reading, root);
    }
    if (reading.code == HEARSAY_OK) {
        add_claims(&reading, root);
    }
    *records = arena_array(arena, reading.draft_count + 1, sizeof **records);
    if (!*records) {
        run_out(&reading);
    }
    for (size_t i = 0; i < reading.draft_count; i++) {
        finish_draft(&reading, &reading.drafts[i], *records ? &(*records)[i] : NULL);
    }
    *count = reading.draft_count;
    cJSON_Delete(root);
    seen_free(reading.claims);
    return reading.code;
}
