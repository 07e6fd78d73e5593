/* merge_describe.c: records -> members and their descriptions. Most of what thousands of documents say of Russia or of
 * the United Nations is the same: it is kept once. */
#include <xxhash.h>

#include "base/ascii.h"
#include "entity/lexicon.h"
#include "record/merge.h"

/* ---- Fields ---- */

/* The field of a role by its last word: "former prime minister". */
static enum field field_of_role(struct view role)
{
    char word[48];
    struct view last = name_last_word(role);
    if (last.length == 0 || last.length >= sizeof word) {
        return FIELD_UNKNOWN;
    }
    for (size_t i = 0; i < last.length; i++) {
        word[i] = ascii_to_lower(last.data[i]);
    }
    const struct noun *noun = lexicon_noun((struct view){word, last.length});
    unsigned classes = noun ? noun->classes : 0;
    if (classes & NOUN_SPORT) {
        return FIELD_SPORT;
    }
    if (classes & NOUN_ART) {
        return FIELD_ART;
    }
    return (classes & NOUN_OFFICE) && !(classes & NOUN_POST) ? FIELD_STATE : FIELD_UNKNOWN;
}

/* The fields of the people of a record, bits for each entity; NULL when there is no memory. */
static uint8_t *read_fields(const struct record *record, struct arena *arena)
{
    uint8_t *fields = arena_array(arena, record->entity_count + 1, sizeof *fields);
    for (size_t i = 0; fields && i < record->affiliation_count; i++) {
        const struct affiliation *affiliation = &record->affiliations[i];
        bool person = record->entities[affiliation->entity].type == ENTITY_PERSON;
        enum field field = person && affiliation->role.data ? field_of_role(affiliation->role) : FIELD_UNKNOWN;
        fields[affiliation->entity] |= field == FIELD_UNKNOWN ? 0 : (uint8_t)(1u << field);
    }
    return fields;
}

/* ---- Descriptions ---- */

/* Whether each word of a key is one of another. */
static bool is_made_of(struct view key, struct view other)
{
    size_t at = 0;
    struct view word;
    while ((word = name_next_word(key, &at)).data) {
        size_t there = 0;
        struct view same = name_next_word(other, &there);
        while (same.data && !view_equal(same, word)) {
            same = name_next_word(other, &there);
        }
        if (!same.data) {
            return false;
        }
    }
    return true;
}

/* What an alias tells outside its document; false: nothing. A person's full name; of organisations an acronym, or the
 * same words in part or in another order, but no single word of them ("the Council"). */
static bool read_alias(const struct description *named, struct view alias, struct view key, enum link_kind *kind)
{
    bool several = memchr(key.data, ' ', key.length) != NULL;
    bool acronym = !several && key.length > 1 && name_is_capitals(alias);
    *kind = LINK_ALIAS;
    if (named->type == ENTITY_PERSON) {
        return several;
    }
    if (named->type != ENTITY_ORGANISATION || acronym) {
        return acronym && named->type == ENTITY_ORGANISATION;
    }
    bool part = is_made_of(key, named->key), whole = is_made_of(named->key, key);
    *kind = part && whole ? LINK_ALIAS : LINK_SHORT;
    return several && (part || whole);
}

static bool read_aliases(struct merger *merger, struct description *description, const struct entity *entity)
{
    description->aliases = arena_array(merger->arena, entity->alias_count, sizeof *description->aliases);
    for (size_t i = 0; description->aliases && i < entity->alias_count; i++) {
        struct view key = name_key(entity->aliases[i], merger->scratch);
        struct known_alias alias = {key, LINK_ALIAS};
        if (!key.data || view_equal(key, description->key) ||
            !read_alias(description, entity->aliases[i], key, &alias.kind)) {
            continue;
        }
        alias.key = arena_copy(merger->arena, key);
        if (!alias.key.data) {
            return false;
        }
        description->aliases[description->alias_count++] = alias;
    }
    return description->aliases != NULL;
}

static bool read_ids(struct merger *merger, struct description *description, const struct entity *entity)
{
    struct entity_identifier *ids = arena_array(merger->arena, entity->id_count, sizeof *ids);
    for (size_t i = 0; ids && i < entity->id_count; i++) {
        ids[i].scheme = arena_copy(merger->arena, entity->ids[i].scheme);
        ids[i].value = arena_copy(merger->arena, entity->ids[i].value);
        if (!ids[i].scheme.data || !ids[i].value.data) {
            return false;
        }
    }
    description->ids = ids;
    description->id_count = (uint32_t)entity->id_count;
    description->profile.id = ids;
    return ids != NULL;
}

/* An organisation that is known under several names goes by the fullest of them: "U.N." by that of the United Nations.
 */
static struct view known_name_of(const struct entity *entity)
{
    const struct known_organisation *known =
        entity->type == ENTITY_ORGANISATION ? lexicon_organisation(entity->name) : NULL;
    bool foreign = known && known->country[0] && entity->country[0] && strcmp(known->country, entity->country) != 0;
    return known && !foreign ? view_of(known->name) : entity->name;
}

/* Names without letters and digits are compared as they are. */
static struct view key_of(const struct entity *entity, struct merger *merger)
{
    struct view key = name_key(known_name_of(entity), merger->scratch);
    key = key.data ? key : utf8_fold(entity->name, merger->scratch);
    return key.data ? arena_copy(merger->arena, key) : key;
}

static bool describe(struct merger *merger, const struct entity *entity, uint8_t fields)
{
    struct description *descriptions = arena_grow(merger->arena, merger->descriptions, merger->description_count,
                                                  &merger->description_capacity, sizeof *descriptions);
    if (!descriptions) {
        return false;
    }
    merger->descriptions = descriptions;
    struct description *description = &descriptions[merger->description_count++];
    *description = (struct description){.type = entity->type, .profile.fields = fields};
    memcpy(description->profile.country, entity->country, sizeof entity->country);
    description->key = key_of(entity, merger);
    if (!description->key.data) {
        return false;
    }
    description->hash = XXH3_64bits(description->key.data, description->key.length);
    return (entity->alias_count == 0 || read_aliases(merger, description, entity)) &&
           (entity->id_count == 0 || read_ids(merger, description, entity));
}

/* ---- One for all that say the same ---- */

/* The facts of a description one behind the other. */
struct facts {
    char *bytes;
    size_t length;
};

static void put_bytes(struct facts *facts, const void *bytes, size_t length)
{
    if (length > 0) {
        memcpy(facts->bytes + facts->length, bytes, length);
        facts->length += length;
    }
}

/* With its length, so that one cannot flow into the next. */
static void put_text(struct facts *facts, struct view text)
{
    put_bytes(facts, &text.length, sizeof text.length);
    put_bytes(facts, text.data, text.length);
}

static struct view write_facts(const struct entity *entity, uint8_t fields, struct arena *arena)
{
    size_t room = sizeof entity->type + sizeof entity->country + sizeof fields + sizeof(size_t) + entity->name.length;
    for (size_t i = 0; i < entity->alias_count; i++) {
        room += sizeof(size_t) + entity->aliases[i].length;
    }
    for (size_t i = 0; i < entity->id_count; i++) {
        room += 2 * sizeof(size_t) + entity->ids[i].scheme.length + entity->ids[i].value.length;
    }
    struct facts facts = {arena_alloc(arena, room), 0};
    if (!facts.bytes) {
        return (struct view){NULL, 0};
    }
    put_bytes(&facts, &entity->type, sizeof entity->type);
    put_bytes(&facts, entity->country, sizeof entity->country);
    put_bytes(&facts, &fields, sizeof fields);
    put_text(&facts, entity->name);
    for (size_t i = 0; i < entity->id_count; i++) {
        put_text(&facts, entity->ids[i].scheme);
        put_text(&facts, entity->ids[i].value);
    }
    for (size_t i = 0; i < entity->alias_count; i++) {
        put_text(&facts, entity->aliases[i]);
    }
    return (struct view){facts.bytes, facts.length};
}

static bool add_member(struct merger *merger, const struct entity *entity, uint8_t fields)
{
    struct view facts = write_facts(entity, fields, merger->scratch);
    struct member *members =
        arena_grow(merger->arena, merger->members, merger->member_count, &merger->member_capacity, sizeof *members);
    uint32_t number = 0;
    int fresh = facts.data && members ? seen_number(merger->known, facts, &number) : HEARSAY_ERROR_MEMORY;
    if (fresh < 0 || (fresh > 0 && !describe(merger, entity, fields))) {
        return false;
    }
    merger->members = members;
    members[merger->member_count++] = (struct member){number, (uint32_t)merger->record_count, NO_PART, -1};
    return true;
}

int merger_add(struct merger *merger, const struct record *record, struct hearsay_error *error)
{
    size_t first = merger->member_count;
    if (first + record->entity_count > INT32_MAX || merger->record_count >= INT32_MAX) {
        return error_set(error, HEARSAY_ERROR_LIMIT, "record", "", "the records have more than %d entities", INT32_MAX);
    }
    struct merged_record *records =
        arena_grow(merger->arena, merger->records, merger->record_count, &merger->record_capacity, sizeof *records);
    struct view id = arena_copy(merger->arena, record->id);
    uint8_t *fields = read_fields(record, merger->scratch);
    bool enough = records && id.data && fields;
    merger->records = records ? records : merger->records;
    for (size_t i = 0; enough && i < record->entity_count; i++) {
        enough = add_member(merger, &record->entities[i], fields[i]);
    }
    arena_reset(merger->scratch);
    if (!enough) {
        return error_memory(error, "record");
    }
    records[merger->record_count++] = (struct merged_record){id, first};
    return HEARSAY_OK;
}
