/* html.h: web pages -> the article in them: its text, title, date, address and the sources that its footnotes name.
 *
 * Pages of MediaWiki (Wikipedia and its like, the classic and the Parsoid form) are told by their markup; in any other
 * page the article is found by where its prose stands. Menus, comments, sharing, tables, captions and the like are left
 * out. HTML is parsed by libxml2. */
#ifndef HEARSAY_HTML_HTML_H
#define HEARSAY_HTML_HTML_H

#include "base/arena.h"
#include "base/error.h"

/* What a footnote mark of the text stands for: "32" for "[32]". */
struct html_reference {
    struct view label;
    struct view url;  /* http or https; {NULL, 0} where the note names no address */
    struct view text; /* the words of the note */
};

struct html_page {
    struct view text;                  /* valid UTF-8: paragraphs parted by a blank line, <br> as a line feed */
    struct view title, date, url;      /* the date in ISO 8601, the address http or https; {NULL, 0} where not known */
    struct html_reference *references; /* one for each label, in the order of their numbers */
    size_t reference_count, reference_capacity;
};

/* The page's bytes in UTF-8, by its byte order mark, by what its head declares, else as UTF-8 where they are that and
 * as windows-1252 where not (the labels and defaults of the Encoding Standard, encoding.spec.whatwg.org). Bytes that do
 * not belong to a declared legacy encoding become U+FFFD; of UTF-8 the bytes are returned as they are, valid or not.
 * HEARSAY_ERROR_MEMORY. Cost: linear. */
int html_decode(struct view *bytes, struct arena *arena, struct hearsay_error *error);

/* Reads a page of valid UTF-8 without NULs into `page`; everything lives in `arena`.
 *   memory_limit  bytes that the parsed page may take beside the arena
 *   place         "FILE", for messages
 * A page without an article has an empty text. HEARSAY_ERROR_LIMIT for a page with too many elements,
 * HEARSAY_ERROR_MEMORY. Cost: linear in the page. */
int html_read(struct html_page *page, struct view bytes, size_t memory_limit, const char *place, struct arena *arena,
              struct hearsay_error *error);

#endif
