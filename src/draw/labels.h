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
    double bend, width;
    struct curve curve; /* as it is drawn: from node to head */
    struct point tip;   /* of the head */
    bool has_head;
    bool labelled;
    struct box label; /* where labelled */
};

/* What lines and labels keep clear of. */
struct obstacles {
    struct shape *shapes; /* of the nodes, by their numbers */
    size_t shape_count;
    struct box *boxes; /* labels of loops, which Graphviz places */
    size_t box_count;
};

/* Gives each label the place beside its line where it covers the least of obstacles, other labels and other lines, and
 * takes away those that have no good place. Labels of lines that come first choose first. */
void labels_place(struct line *lines, size_t line_count, const struct obstacles *obstacles);

#endif
