/* tooltip.h: what a picture tells about a node or edge when one points at it. */
#ifndef HEARSAY_EXPORT_TOOLTIP_H
#define HEARSAY_EXPORT_TOOLTIP_H

#include "export/internal.h"

/* "Federal Security Service (FSB), organisation, Russia: 3 statements, 1 accusation made; ..." or, of a claim, its
 * sentence. In scratch. */
struct view tooltip_node(struct export_job *job, const struct graph_node *node);

/* Who -> whom, and the sentences of at most ten claims. In scratch. */
struct view tooltip_edge(struct export_job *job, const struct graph_edge *edge);

/* The address to which a node or edge leads: its document's, where that is http or https and the only one; else {NULL,
 * 0}. */
struct view tooltip_address(const struct graph_edge *edge);

#endif
