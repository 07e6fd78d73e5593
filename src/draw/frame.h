/* frame.h: puts the second graph of the input around the first: title, legend, notes. src/export/frame.h has the
 * format. */
#ifndef HEARSAY_DRAW_FRAME_H
#define HEARSAY_DRAW_FRAME_H

#include <stdbool.h>

#include <graphviz/cgraph.h>

/* Copies the nodes and edges of `frame` into `graph`, which has been laid out and its places attached as attributes,
 * and gives them their places. Returns false where memory is used up or an attribute is missing. */
bool frame_add(Agraph_t *graph, Agraph_t *frame);

#endif
