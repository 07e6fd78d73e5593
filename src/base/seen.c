#include "base/seen.h"

#include <stdlib.h>
#include <xxhash.h>

#include "hearsay.h"

struct seen {
    XXH128_hash_t *hashes; /* in the order of coming */
    uint32_t count, room;
    uint32_t *slots;   /* open addressing: a number + 1; 0 is free */
    size_t slot_count; /* a power of two */
};

/* The slot that holds the hash, or the free one where it belongs. */
static uint32_t *find(const struct seen *seen, XXH128_hash_t hash)
{
    size_t at = (size_t)hash.low64 & (seen->slot_count - 1);
    while (seen->slots[at] && !XXH128_isEqual(seen->hashes[seen->slots[at] - 1], hash)) {
        at = (at + 1) & (seen->slot_count - 1);
    }
    return &seen->slots[at];
}

static bool add_slots(struct seen *seen)
{
    size_t slot_count = seen->slot_count ? 2 * seen->slot_count : 64;
    uint32_t *slots = calloc(slot_count, sizeof *slots);
    if (!slots) {
        return false;
    }
    free(seen->slots);
    seen->slots = slots;
    seen->slot_count = slot_count;
    for (uint32_t i = 0; i < seen->count; i++) {
        *find(seen, seen->hashes[i]) = i + 1;
    }
    return true;
}

static bool add_hashes(struct seen *seen)
{
    uint32_t room = seen->room + seen->room / 2 + 32;
    XXH128_hash_t *hashes = room > seen->room ? reallocarray(seen->hashes, room, sizeof *hashes) : NULL;
    if (hashes) {
        seen->hashes = hashes;
        seen->room = room;
    }
    return hashes != NULL;
}

struct seen *seen_new(void)
{
    return calloc(1, sizeof(struct seen));
}

int seen_number(struct seen *seen, struct view string, uint32_t *number)
{
    XXH128_hash_t hash = XXH3_128bits(string.data, string.length);
    if ((2 * (size_t)seen->count >= seen->slot_count && !add_slots(seen)) ||
        (seen->count == seen->room && !add_hashes(seen))) {
        return HEARSAY_ERROR_MEMORY;
    }
    uint32_t *slot = find(seen, hash);
    bool fresh = *slot == 0;
    if (fresh) {
        seen->hashes[seen->count++] = hash;
        *slot = seen->count;
    }
    *number = *slot - 1;
    return fresh;
}

int seen_add(struct seen *seen, struct view string)
{
    uint32_t number;
    return seen_number(seen, string, &number);
}

void seen_free(struct seen *seen)
{
    if (seen) {
        free(seen->hashes);
        free(seen->slots);
        free(seen);
    }
}
