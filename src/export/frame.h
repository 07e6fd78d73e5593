/* frame.h: what stands around a picture: title, legend, notes.
 *
 * It is a second DOT graph, "frame", whose nodes hearsay-draw places once it knows how large the first one became. A
 * node's attribute `slot` says where: "title" (above, at the left), "note" (below, one under the other) or "legend"
 * (below, entries in columns). A node of the legend has its entry's number as `entry` and its centre's distance from
 * the entry's left edge as `dx` (points); edges join nodes of one entry. Widths and heights are fixed. */
#ifndef HEARSAY_EXPORT_FRAME_H
#define HEARSAY_EXPORT_FRAME_H

#include "export/internal.h"

void frame_write(struct export_job *job);

#endif
