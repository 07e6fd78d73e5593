/* address.h: where on the web a line of a picture leads. */
#ifndef HEARSAY_EXPORT_ADDRESS_H
#define HEARSAY_EXPORT_ADDRESS_H

#include "export/internal.h"

/* The address of the document of an edge's claims, where that is http or https and the only one, with a text fragment
 * that makes a browser open it at the sentence of the first claim ("#:~:text=", W3C Text Fragments 2023); else {NULL,
 * 0}. In scratch. */
struct view address_of(struct export_job *job, const struct graph_edge *edge);

#endif
