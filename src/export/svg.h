/* svg.h: Graphviz's SVG made accessible. */
#ifndef HEARSAY_EXPORT_SVG_H
#define HEARSAY_EXPORT_SVG_H

#include "export/internal.h"

/* Writes `picture`, which Graphviz drew of the job's graph, with a name and a description for screen readers, the
 * sentences as the titles of nodes and edges (browsers show them as tooltips), fonts to fall back to, and without
 * comments and document type. HEARSAY_ERROR_INTERNAL where it is no SVG. */
int svg_finish(struct export_job *job, struct view picture);

#endif
