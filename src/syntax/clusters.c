#include "syntax/clusters.h"

#include <xxhash.h>

#include "base/utf8.h"

int clusters_open(struct clusters *clusters, struct view section, struct hearsay_error *error)
{
    struct clusters_header header;
    *clusters = (struct clusters){0};
    if (section.length == 0)
        return 0;
    if (section.length < sizeof header)
        return error_set(error, HEARSAY_ERROR_INPUT, "syntax", "", "the clusters of the model are cut short");
    memcpy(&header, section.data, sizeof header);
    uint64_t need = sizeof header + 4 * ((uint64_t)header.cluster_count + 1) + 6 * (uint64_t)header.slot_count;
    bool whole = header.magic == CLUSTERS_MAGIC && header.cluster_count < UINT16_MAX && section.length >= need &&
                 header.slot_count > header.word_count && (header.slot_count & (header.slot_count - 1)) == 0;
    if (!whole)
        return error_set(error, HEARSAY_ERROR_INPUT, "syntax", "", "the clusters of the model are damaged");
    clusters->paths = (const uint32_t *)(const void *)(section.data + sizeof header);
    clusters->fingerprints = clusters->paths + header.cluster_count + 1;
    clusters->ids = (const uint16_t *)(const void *)(clusters->fingerprints + header.slot_count);
    clusters->cluster_count = header.cluster_count;
    clusters->slot_count = header.slot_count;
    return 0;
}

size_t clusters_normalise(struct view form, char out[CLUSTERS_FORM_BYTES + 4])
{
    size_t at = 0, length = 0;
    while (at < form.length) {
        uint32_t code = (unsigned char)form.data[at];
        if (code < 0x80) {
            at++;
            code = code >= 'A' && code <= 'Z' ? code + 32 : code >= '0' && code <= '9' ? '0' : code;
            out[length++] = (char)code;
        } else {
            code = utf8_to_lower(utf8_decode(form, at, &at));
            length += utf8_encode(code, out + length);
        }
        if (length > CLUSTERS_FORM_BYTES)
            return 0;
    }
    return length;
}

uint16_t clusters_of(const struct clusters *clusters, struct view form)
{
    char normal[CLUSTERS_FORM_BYTES + 4];
    size_t length = clusters->slot_count ? clusters_normalise(form, normal) : 0;
    if (length == 0)
        return 0;
    uint64_t hash = XXH3_64bits(normal, length);
    uint32_t mask = clusters->slot_count - 1, fingerprint = (uint32_t)(hash >> 32);
    /* A damaged table may have no free slot: never look at one twice. */
    for (uint32_t i = 0; i <= mask; i++) {
        uint32_t slot = ((uint32_t)hash + i) & mask;
        uint16_t id = clusters->ids[slot];
        if (id == 0 || clusters->fingerprints[slot] == fingerprint)
            return id <= clusters->cluster_count ? id : 0;
    }
    return 0;
}

uint32_t clusters_prefix(const struct clusters *clusters, uint16_t cluster, unsigned bits)
{
    if (cluster == 0)
        return 0;
    uint32_t path = clusters->paths[cluster];
    unsigned length = path ? 31u - (unsigned)__builtin_clz(path) : 0;
    return length > bits ? path >> (length - bits) : path;
}
