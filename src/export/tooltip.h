/* tooltip.h: what a picture tells about a node or edge when one points at it. */
#ifndef HEARSAY_EXPORT_TOOLTIP_H
#define HEARSAY_EXPORT_TOOLTIP_H

#include "export/internal.h"

/* "Federal Security Service (FSB), organisation, Russia: 3 statements, 1 accusation made; ..." or, of a claim, its
 * sentence. In scratch. */
struct view tooltip_node(struct export_job *job, const struct graph_node *node);

/* Who -> whom, the sentences of at most ten claims, and where their footnotes lead as far as the document tells. In
 * scratch. */
struct view tooltip_edge(struct export_job *job, const struct graph_edge *edge);

#endif
