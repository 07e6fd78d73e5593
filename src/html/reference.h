/* reference.h: the sources behind the footnote marks of MediaWiki's articles. */
#ifndef HEARSAY_HTML_REFERENCE_H
#define HEARSAY_HTML_REFERENCE_H

#include "html/article.h"
#include "html/html.h"

/* Adds to the page what each mark stands for: the note that it leads to (an element whose id starts with "cite_note"),
 * its words and its first address outside the encyclopaedia; where a note only names a work of the bibliography
 * ("#CITEREF..."), that work's address. False when there is no memory. Cost: n log n in the notes. */
bool reference_read_all(struct html_page *page, xmlNode *html, const struct article_text *text, struct arena *arena);

#endif
