/* style.h: how nodes and edges look: one table for all formats. Colours are those of Okabe & Ito (2008, "Color
 * universal design"), which people with any colour vision tell apart, lightened for areas; meaning is carried by shape,
 * line and arrowhead as well. */
#ifndef HEARSAY_EXPORT_STYLE_H
#define HEARSAY_EXPORT_STYLE_H

#include "export/export.h"

struct style_colour {
    unsigned char red, green, blue;
    const char *name; /* the nearest colour that X11 and SVG call so: Gephi's reader of DOT knows names only */
};

struct style_node {
    const char *shape;   /* of Graphviz */
    const char *style;   /* of Graphviz */
    const char *caption; /* for the legend */
    struct style_colour fill, border;
};

struct style_edge {
    const char *line; /* Graphviz's style: solid, dashed, dotted */
    const char *head; /* arrowhead */
    const char *caption;
    double width; /* points */
    struct style_colour colour;
};

struct style_page {
    struct style_colour background, text, faint;
};

const struct style_node *style_node(enum export_theme theme, enum graph_node_type type);
const struct style_edge *style_edge(enum export_theme theme, enum graph_manner manner);
const struct style_page *style_page(enum export_theme theme);

/* The line of an edge that is only alleged: dashed, or dotted where plain is dashed. */
const char *style_hedged_line(const struct style_edge *style);

#endif
