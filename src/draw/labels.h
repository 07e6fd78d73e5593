/* labels.h: the places of labels beside lines. */
#ifndef HEARSAY_DRAW_LABELS_H
#define HEARSAY_DRAW_LABELS_H

#include <stddef.h>

#include <graphviz/gvc.h>

#include "geometry.h"

/* A line between two different nodes, which have the numbers `from` and `to`. */
struct line {
    Agedge_t *edge;
    size_t from, to;
    double bend;
    struct curve curve; /* as it is drawn: from node to head */
    struct point tip;   /* of the head */
    bool has_head;
    bool labelled;
    struct box label; /* where labelled */
};

/* Gives each label the place beside its line where it covers the least of nodes, other labels and other lines, and
 * takes away those that have no good place. Labels of lines that come first choose first. */
void labels_place(struct line *lines, size_t line_count, const struct shape *shapes, size_t node_count);

#endif
