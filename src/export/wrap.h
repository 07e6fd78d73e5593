/* wrap.h: names cut into lines for pictures. */
#ifndef HEARSAY_EXPORT_WRAP_H
#define HEARSAY_EXPORT_WRAP_H

#include "export/builder.h"

/* Appends `text` with line feeds, so that its lines have at most `width` code points, broken at spaces where there are
 * any, never before a combining mark. At most `most` code points; what is cut off is shown as "…". Runs of white space
 * and control characters become one space. */
void wrap_text(struct builder *builder, struct view text, size_t width, size_t most);

/* The same with lines of about the same length, for what stands in the middle of a shape. */
void wrap_evenly(struct builder *builder, struct view text, size_t width, size_t most);

#endif
