/* clusters.h: classes of words that stand in like places, learned from free text, so that a word the treebanks never
 * showed is known by its company. The section is used in place. Source: class-based bigram model of Brown et al. 1992,
 * by the exchange algorithm of Martin, Liermann and Ney 1998; see src/model/train/clusters.c. */
#ifndef HEARSAY_SYNTAX_CLUSTERS_H
#define HEARSAY_SYNTAX_CLUSTERS_H

#include "base/error.h"
#include "base/view.h"

#define CLUSTERS_SECTION "clusters"
#define CLUSTERS_MAGIC 0x31534C43u /* "CLS1" */
#define CLUSTERS_FORM_BYTES 48     /* longer words have no cluster */

/* The section, little-endian: this header, then uint32 paths[cluster_count + 1], uint32 fingerprints[slot_count],
 * uint16 ids[slot_count]. A word's slot is its hash modulo slot_count (a power of two), then the next free one; id 0 is
 * an empty slot. */
struct clusters_header {
    uint32_t magic;
    uint32_t cluster_count;
    uint32_t slot_count;
    uint32_t word_count;
};

/* A table in place; copied freely, valid while the bytes of the section are. All zero: a table without words. */
struct clusters {
    const uint32_t *paths;
    const uint32_t *fingerprints;
    const uint16_t *ids;
    uint32_t cluster_count;
    uint32_t slot_count;
};

/* Opens the section's bytes (4-byte aligned), which must outlive `clusters`. An empty view gives the table without
 * words; HEARSAY_ERROR_INPUT where sizes do not fit. */
int clusters_open(struct clusters *clusters, struct view section, struct hearsay_error *error);

/* The cluster of a word, 1 to cluster_count, in whatever case it stands; 0: none. Digits count as one another. Cost:
 * one hash and about two probes. */
uint16_t clusters_of(const struct clusters *clusters, struct view form);

/* The first `bits` bits of a cluster's place in the tree, below a leading 1 bit: clusters that share more are more
 * alike. The whole path where it is shorter; 0 for cluster 0. bits is 1 to 31. */
uint32_t clusters_prefix(const struct clusters *clusters, uint16_t cluster, unsigned bits);

/* The form that is hashed: lower case, digits as 0. Returns its bytes in `out`, or 0 where it is longer than
 * CLUSTERS_FORM_BYTES. For the trainer, which must spell words alike. */
size_t clusters_normalise(struct view form, char out[CLUSTERS_FORM_BYTES + 4]);

#endif
