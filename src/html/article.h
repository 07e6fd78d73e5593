/* article.h: where the article stands on a page, and its text. */
#ifndef HEARSAY_HTML_ARTICLE_H
#define HEARSAY_HTML_ARTICLE_H

#include "html/node.h"

/* What holds the article. Notes (node_note_all) must have been taken. */
struct article {
    xmlNode *root;
    bool wiki; /* a page of MediaWiki */
};

/* Finds it: the text of MediaWiki's pages; else what the markup calls the article's body, its article or its main part,
 * if enough of the page's prose stands there, and in it the smallest element with four fifths of its prose. */
struct article article_find(xmlNode *html);

/* Whether an element of the article and all in it is no part of its text: tables of data, boxes, lists of links,
 * sharing, comments; headers, footers and asides unless most of the article stands in them. */
bool article_leaves_out(const struct article *article, const xmlNode *node);

/* A footnote mark in the text and the id of the note it leads to. */
struct article_mark {
    struct view label;
    struct view target;
    size_t place; /* bytes of article_text.data before it */
};

/* A paragraph, heading or item of a list. */
struct article_block {
    size_t start; /* bytes of article_text.data */
    size_t end;
    size_t labels; /* bytes of them that links and times hold */
    uint8_t level; /* of a heading, 1 to 6; else 0 */
};

struct article_text {
    struct arena *arena;
    char *data; /* blocks one behind the other */
    size_t length, capacity;
    struct article_block *blocks;
    size_t block_count, block_capacity;
    struct article_mark *marks;
    size_t mark_count, mark_capacity;
};

/* Reads the article's blocks and footnote marks in the order of the page. White space becomes single spaces, <br> a
 * line feed, two of them the end of a paragraph, <q> quotation marks; soft hyphens and zero-width spaces go, and what
 * windows-1252 pages write as &#146; becomes the character meant. False when there is no memory. */
bool article_read(struct article_text *text, const struct article *article, struct arena *arena);

/* Drops the blocks that are not the article's (short ones that are mostly links or times, phrases of the page, labels
 * before the first paragraph, the title again; in MediaWiki the sections of sources and links) and headings without
 * text below them; joins the rest, a blank line between two. {NULL, 0} when there is no memory. */
struct view article_join(struct article_text *text, const struct article *article, struct view title);

#endif
