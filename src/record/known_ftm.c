/* known_ftm.c: entities of FollowTheMoney in a list of known ones. Schemata and properties:
 * followthemoney.tech/explorer.
 */
#include <cjson/cJSON.h>

#include "entity/name_key.h"
#include "record/known_list.h"

static const struct {
    const char *schema;
    unsigned types;
} SCHEMATA[] = {
    {"Person", 1u << ENTITY_PERSON},
    {"Organization", 1u << ENTITY_ORGANISATION | 1u << ENTITY_GROUP},
    {"Company", 1u << ENTITY_ORGANISATION},
    {"PublicBody", 1u << ENTITY_ORGANISATION | 1u << ENTITY_COUNTRY},
    {"LegalEntity", 1u << ENTITY_PERSON | 1u << ENTITY_ORGANISATION | 1u << ENTITY_GROUP},
};

/* Properties whose values are identifiers, and the schemes that they are of here. */
static const struct {
    const char *property;
    const char *scheme;
} IDENTIFIERS[] = {{"wikidataId", "wikidata"}, {"leiCode", "lei"}, {"opencorporatesUrl", "opencorporates"}};

enum { IDENTIFIER_COUNT = sizeof IDENTIFIERS / sizeof *IDENTIFIERS };

bool known_is_ftm(const cJSON *line)
{
    return cJSON_IsString(reader_item(line, "schema")) && cJSON_IsObject(reader_item(line, "properties"));
}

static unsigned types_of(const char *schema)
{
    for (size_t i = 0; i < sizeof SCHEMATA / sizeof *SCHEMATA; i++) {
        if (strcmp(SCHEMATA[i].schema, schema) == 0) {
            return SCHEMATA[i].types;
        }
    }
    return 0;
}

/* A person's single name says too little, whoever else the list knows by it. */
static bool read_names(struct reader *reader, const cJSON *properties, const char *property, bool is_alias,
                       struct known_entities *list)
{
    const cJSON *value;
    bool person = list->items[list->count - 1].types == 1u << ENTITY_PERSON;
    cJSON_ArrayForEach(value, reader_item(properties, property))
    {
        if (!cJSON_IsString(value)) {
            return reader_fail(reader, "\"%s\" must hold strings", property);
        }
        struct view name = view_of(value->valuestring);
        bool single = person && memchr(name.data, ' ', name.length) == NULL;
        if (!single && !known_add_name(list, name, is_alias)) {
            return reader_fail_memory(reader);
        }
    }
    return true;
}

/* Codes of two letters; those of former states and of parts of states have no place in a record. */
static bool read_countries(struct reader *reader, const cJSON *properties, struct known_entity *known)
{
    static const char *const lists[] = {"country", "nationality", "citizenship", "jurisdiction"};
    size_t most = 0;
    const cJSON *value;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        most += (size_t)cJSON_GetArraySize(reader_item(properties, lists[i]));
    }
    known->countries = arena_array(reader->arena, most + 1, sizeof *known->countries);
    if (!known->countries) {
        return reader_fail_memory(reader);
    }
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        cJSON_ArrayForEach(value, reader_item(properties, lists[i]))
        {
            struct view code = cJSON_IsString(value) ? view_of(value->valuestring) : (struct view){NULL, 0};
            if (code.length == 2) {
                char *country = known->countries[known->country_count++];
                country[0] = ascii_to_upper(code.data[0]);
                country[1] = ascii_to_upper(code.data[1]);
            }
        }
    }
    return true;
}

static bool add_identifier(struct reader *reader, struct known_entity *known, const char *scheme, const char *value)
{
    struct entity_identifier *id = &known->ids[known->id_count++];
    id->scheme = view_of(scheme);
    id->value = arena_copy(reader->arena, view_of(value));
    return id->value.data || reader_fail_memory(reader);
}

static bool is_wikidata(const char *id)
{
    return id[0] == 'Q' && id[1] && id[1 + strspn(id + 1, "0123456789")] == '\0';
}

/* The entity's own id, under the name of whose it is, and those among its properties. */
static bool read_ids(struct reader *reader, const cJSON *line, const cJSON *properties, struct known_entity *known)
{
    const cJSON *id = reader_item(line, "id");
    bool published = reader_item(line, "datasets") || reader_item(line, "referents");
    known->ids = arena_array(reader->arena, IDENTIFIER_COUNT + 2, sizeof *known->ids);
    if (!known->ids) {
        return reader_fail_memory(reader);
    }
    if (!cJSON_IsString(id) || !id->valuestring[0]) {
        return reader_fail(reader, "\"id\" must be a string");
    }
    if (!add_identifier(reader, known, published ? "opensanctions" : "followthemoney", id->valuestring)) {
        return false;
    }
    for (size_t i = 0; i < IDENTIFIER_COUNT; i++) {
        const cJSON *value = cJSON_GetArrayItem(reader_item(properties, IDENTIFIERS[i].property), 0);
        if (cJSON_IsString(value) && !add_identifier(reader, known, IDENTIFIERS[i].scheme, value->valuestring)) {
            return false;
        }
    }
    bool named = reader_item(properties, "wikidataId") != NULL;
    return named || !is_wikidata(id->valuestring) || add_identifier(reader, known, "wikidata", id->valuestring);
}

bool known_read_ftm(struct reader *reader, const cJSON *line, struct known_entities *list, bool *skip)
{
    const cJSON *properties = reader_item(line, "properties");
    struct known_entity *known = &list->items[list->count - 1];
    known->types = types_of(reader_item(line, "schema")->valuestring);
    *skip = known->types == 0;
    return *skip || (read_ids(reader, line, properties, known) && read_countries(reader, properties, known) &&
                     read_names(reader, properties, "name", false, list) &&
                     read_names(reader, properties, "alias", true, list) &&
                     read_names(reader, properties, "previousName", true, list));
}
