/* arborescence.h: the tree with the highest sum of arc scores, by Chu & Liu 1965 and Edmonds 1967, as McDonald et al.
 * 2005 use it for dependencies, with one root. */
#ifndef HEARSAY_SYNTAX_ARBORESCENCE_H
#define HEARSAY_SYNTAX_ARBORESCENCE_H

#include <stddef.h>
#include <stdint.h>

/* Bytes of workspace for `size` nodes. */
size_t arborescence_workspace(size_t size);

/* Finds heads[1 .. size) for nodes 1 .. size - 1; node 0 is the root, and exactly one node hangs on it.
 *   scores     scores[d * size + h]: how well h suits as the head of d; overwritten
 *   workspace  arborescence_workspace(size) bytes, aligned for pointers
 * size is 2 to 65535. Cost: quadratic. */
void arborescence_find(float *scores, size_t size, uint16_t *heads, void *workspace);

#endif
