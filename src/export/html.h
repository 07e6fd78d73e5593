/* html.h: what the two files of the HTML writer share: html.c makes the page, html_data.c the graph inside it. */
#ifndef HEARSAY_EXPORT_HTML_H
#define HEARSAY_EXPORT_HTML_H

#include "export/internal.h"

/* Writes the graph as one JSON object (schemas/page.schema.json describes it) to `out`, which need not be the job's.
 * Each claim stands there once, whatever the number of links it makes, and each sentence once. HEARSAY_ERROR_MEMORY
 * where there is no memory. Cost: O(links log claims). */
int html_data_write(struct export_job *job, struct output *out);

#endif
