/* known_list.h: a list of known entities in memory. Private to the room. */
#ifndef HEARSAY_RECORD_KNOWN_LIST_H
#define HEARSAY_RECORD_KNOWN_LIST_H

#include "entity/name_map.h"
#include "record/known.h"
#include "record/reader.h"

struct known_entity {
    unsigned types; /* bits 1u << enum entity_type; 0: any */
    char (*countries)[3];
    size_t country_count;
    struct entity_identifier *ids;
    size_t id_count;
};

struct known_entities {
    struct arena *arena;
    struct known_entity *items;
    size_t count, capacity;
    struct name_map names, aliases; /* name_key -> items */
};

/* Adds a name under which the last entity of the list is known; false when there is no memory. */
bool known_add_name(struct known_entities *list, struct view name, bool is_alias);

/* Whether a line is an entity of FollowTheMoney. */
bool known_is_ftm(const struct cJSON *line);

/* Reads one into the last entity of the list; *skip where it is nobody. False after a failure, which the reader keeps.
 */
bool known_read_ftm(struct reader *reader, const struct cJSON *line, struct known_entities *list, bool *skip);

#endif
