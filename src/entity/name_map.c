#include "entity/name_map.h"

#include <xxhash.h>

enum { FIRST_SLOTS = 64 };

static struct name_map_slot *slot_of(struct name_map_slot *slots, size_t slot_count, struct view key)
{
    size_t at = (size_t)XXH3_64bits(key.data, key.length) & (slot_count - 1);
    while (slots[at].key.data && !view_equal(slots[at].key, key)) {
        at = (at + 1) & (slot_count - 1);
    }
    return &slots[at];
}

static bool make_room(struct name_map *map, struct arena *arena)
{
    if (map->slots && map->used * 2 < map->slot_count) {
        return true;
    }
    size_t slot_count = map->slots ? map->slot_count * 2 : FIRST_SLOTS;
    struct name_map_slot *slots = arena_array(arena, slot_count, sizeof *slots);
    if (!slots) {
        return false;
    }
    for (size_t i = 0; i < map->slot_count; i++) {
        if (map->slots[i].key.data) {
            *slot_of(slots, slot_count, map->slots[i].key) = map->slots[i];
        }
    }
    map->slots = slots;
    map->slot_count = slot_count;
    return true;
}

bool name_map_add(struct name_map *map, struct view key, int32_t value, struct arena *arena)
{
    if (key.length == 0) {
        return true;
    }
    void *nodes = arena_grow(arena, map->nodes, map->node_count, &map->node_capacity, sizeof *map->nodes);
    if (!nodes || !make_room(map, arena)) {
        return false;
    }
    map->nodes = nodes;
    int32_t node = (int32_t)map->node_count++;
    map->nodes[node] = (struct name_map_node){value, -1};
    struct name_map_slot *slot = slot_of(map->slots, map->slot_count, key);
    if (slot->key.data) {
        map->nodes[slot->last].next = node;
        slot->last = node;
        return true;
    }
    *slot = (struct name_map_slot){key, node, node};
    map->used++;
    return true;
}

int32_t name_map_find(const struct name_map *map, struct view key)
{
    if (!map->slots || key.length == 0) {
        return -1;
    }
    const struct name_map_slot *slot = slot_of(map->slots, map->slot_count, key);
    return slot->key.data ? slot->first : -1;
}

int32_t name_map_value(const struct name_map *map, struct view key)
{
    int32_t node = name_map_find(map, key);
    return node < 0 ? -1 : map->nodes[node].value;
}
