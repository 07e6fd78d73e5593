/* metadata.h: what a page says of itself. */
#ifndef HEARSAY_HTML_METADATA_H
#define HEARSAY_HTML_METADATA_H

#include "html/article.h"
#include "html/html.h"

/* Fills the page's title, date and address.
 *   title    MediaWiki's first heading; else a lone h1 that the head's title repeats, else the title that the head
 * gives to those who share the page (Open Graph), else its title without the site's name date     the day of
 * publication: schema.org's JSON-LD or microdata, the head's meta elements, <time>; of MediaWiki's articles the day of
 * the last change address  the canonical link, else Open Graph's False when there is no memory. */
bool metadata_read(struct html_page *page, xmlNode *html, const struct article *article, struct arena *arena);

/* The day in a date as pages write them ("2024-03-22T20:15:00+03:00", "20240322", "22 March 2024", "Fri, 22 Mar 2024
 * 20:15:00 GMT", "March 22, 2024"), in ISO 8601; {NULL, 0} where there is none or no memory. Days and months in figures
 * alone
 * ("03/04/2024") are read by nobody alike, and not here. */
struct view metadata_date(struct view text, struct arena *arena);

#endif
