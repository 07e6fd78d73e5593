/* route.h: lines and their labels where Graphviz's layout has only placed the nodes. Its own curved lines take seconds
 * with a hundred nodes, its straight ones run through nodes and each other, and neither looks where labels lie. */
#ifndef HEARSAY_DRAW_ROUTE_H
#define HEARSAY_DRAW_ROUTE_H

#include <stdbool.h>

#include <graphviz/gvc.h>

/* Draws each line between two nodes as an arc: the flattest that keeps clear of other nodes and of the lines that were
 * drawn before between the same two. Puts each label beside its line where it covers the least; one that would hide
 * another or a node is taken away. `graph` has been laid out and its places attached as attributes, which are changed:
 * pos and lp of edges, label of those that lose it, bb. Loops stay as they are. False: memory is used up. Cost: edges x
 * nodes near them; above a bound, arcs are not looked for. */
bool route_edges(Agraph_t *graph);

/* For layouts that draw their own lines: moves the heads a little away from what they point at, as Graphviz lets thick
 * ones run into it, and labels a little off their lines. The same attributes as above, bb excepted. */
bool route_clear(Agraph_t *graph);

#endif
