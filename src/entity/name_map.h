/* name_map.h: from a name's key to the entities that bear it, in the order they were put in. */
#ifndef HEARSAY_ENTITY_NAME_MAP_H
#define HEARSAY_ENTITY_NAME_MAP_H

#include "base/arena.h"

struct name_map_slot {
    struct view key; /* {NULL, 0}: free */
    int32_t first; /* index into nodes */
    int32_t last;
};

struct name_map_node {
    int32_t value;
    int32_t next; /* index into nodes, or -1 */
};

/* A hash table with open addressing; zeroed memory is an empty map. The keys must outlive it. */
struct name_map {
    struct name_map_slot *slots;
    size_t slot_count; /* a power of two */
    size_t used;
    struct name_map_node *nodes;
    size_t node_count, node_capacity;
};

/* Adds a value to a key's list; false when there is no memory. An empty key is ignored. Cost: amortised constant. */
bool name_map_add(struct name_map *map, struct view key, int32_t value, struct arena *arena);

/* The first node of a key's list, or -1. Walk it with map->nodes[node].next. */
int32_t name_map_find(const struct name_map *map, struct view key);

/* The value of a key that was given one value only, the first where there are more, -1 where there is none. */
int32_t name_map_value(const struct name_map *map, struct view key);

#endif
