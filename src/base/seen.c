#include "base/seen.h"

#include <stdlib.h>
#include <xxhash.h>

#include "hearsay.h"

/* Open addressing; {0, 0} is a free slot. */
struct seen {
    XXH128_hash_t *slots;
    size_t capacity; /* a power of two */
    size_t count;
};

static bool is_free(XXH128_hash_t hash)
{
    return hash.low64 == 0 && hash.high64 == 0;
}

/* The slot that holds the hash, or the free one where it belongs. */
static XXH128_hash_t *find(XXH128_hash_t *slots, size_t capacity, XXH128_hash_t hash)
{
    size_t at = (size_t)hash.low64 & (capacity - 1);
    while (!is_free(slots[at]) && !XXH128_isEqual(slots[at], hash)) {
        at = (at + 1) & (capacity - 1);
    }
    return &slots[at];
}

static bool grow(struct seen *seen)
{
    size_t capacity = seen->capacity ? 2 * seen->capacity : 64;
    XXH128_hash_t *slots = calloc(capacity, sizeof *slots);
    if (!slots) {
        return false;
    }
    for (size_t i = 0; i < seen->capacity; i++) {
        if (!is_free(seen->slots[i])) {
            *find(slots, capacity, seen->slots[i]) = seen->slots[i];
        }
    }
    free(seen->slots);
    seen->slots = slots;
    seen->capacity = capacity;
    return true;
}

struct seen *seen_new(void)
{
    return calloc(1, sizeof(struct seen));
}

int seen_add(struct seen *seen, struct view string)
{
    XXH128_hash_t hash = XXH3_128bits(string.data, string.length);
    if (is_free(hash)) {
        hash.low64 = 1;
    }
    if (2 * seen->count >= seen->capacity && !grow(seen)) {
        return HEARSAY_ERROR_MEMORY;
    }
    XXH128_hash_t *slot = find(seen->slots, seen->capacity, hash);
    if (!is_free(*slot)) {
        return 0;
    }
    *slot = hash;
    seen->count++;
    return 1;
}

void seen_free(struct seen *seen)
{
    if (seen) {
        free(seen->slots);
        free(seen);
    }
}
