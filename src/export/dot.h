/* dot.h: DOT out, for a file and for hearsay-draw. */
#ifndef HEARSAY_EXPORT_DOT_H
#define HEARSAY_EXPORT_DOT_H

#include "export/internal.h"

/* Writes a string in quotes as Graphviz will show it: backslashes doubled, & as &amp; (labels decode entities), line
 * feeds as \n; what XML cannot carry as U+FFFD, since SVG is XML. */
void dot_string(struct output *out, struct view v);

/* The same without the quotes. */
void dot_escaped(struct output *out, struct view v);

/* Writes the graph, of a picture (job->drawn) those nodes that are drawn. For a picture (`for_picture`) colours are
 * exact and a second graph, "frame", follows: the title, the legend and the notes, in slots that hearsay-draw places
 * around the first (see draw/frame.h). */
void dot_write(struct export_job *job, bool for_picture);

#endif
