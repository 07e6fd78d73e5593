/* node.h: what the files of the html room ask of libxml2's tree. Names of elements and attributes are in lower case. */
#ifndef HEARSAY_HTML_NODE_H
#define HEARSAY_HTML_NODE_H

#include <libxml/tree.h>

#include "base/arena.h"

/* What is known of an element, by node_note. Bytes of text count without white space. */
struct node_note {
    size_t own;        /* text in it that no block inside it holds, links left out; prose of its own paragraph */
    size_t prose;      /* text of all paragraphs in it that are long enough to be prose */
    size_t text;       /* all text in it */
    size_t links;      /* text in it that links hold */
    bool has_headline; /* the page's h1, its main element or the body of its article lies in it */
};

/* The next node of a walk through `root` in the order of the page: into `node` (unless `into` is false), to its next
 * sibling or to that of the nearest ancestor that has one; NULL at the end. Trees may be too deep for recursion. */
xmlNode *node_next(const xmlNode *node, const xmlNode *root, bool into);

/* Whether there are at most `most` nodes in `root`, itself included. Elements within each other that are all looked
 * through cost the square of their number; those that are what they say are small. Cost: `most` nodes. */
bool node_is_small(const xmlNode *root, size_t most);

static inline bool node_is_element(const xmlNode *node)
{
    return node->type == XML_ELEMENT_NODE;
}

/* Text to be read; libxml2 keeps that of scripts as CDATA. */
static inline bool node_is_text(const xmlNode *node)
{
    return node->type == XML_TEXT_NODE && node->content;
}

/* Whether a node is an element of this name. */
bool node_is(const xmlNode *node, const char *name);

/* The value of an attribute, {NULL, 0} where the element has none. It lives as long as the tree. */
struct view node_attribute(const xmlNode *node, const char *name);

/* Whether the attribute class holds this word. */
bool node_has_class(const xmlNode *node, const char *word);

/* The first element in `root` (itself included) that has the id, or that has the class; NULL where none does. */
xmlNode *node_with_id(xmlNode *root, struct view id);
xmlNode *node_with_class(xmlNode *root, const char *word);

/* The first element of a name in `root`, itself included. */
xmlNode *node_named(xmlNode *root, const char *name);

/* The text in `root`, white space made single spaces and none at the ends, without what scripts and styles hold;
 * {NULL, 0} when there is no memory. */
struct view node_text(const xmlNode *root, struct arena *arena);

/* Whether an element makes a block of its own (a paragraph, a heading, an item, a cell). */
bool node_is_block(const xmlNode *node);

/* Whether an element never holds an article's text, whatever it is for: scripts, styles, media, buttons, menus,
 * captions, and what is not shown. */
bool node_is_hidden(const xmlNode *node);

/* Gives every element of `root` its note; false when there is no memory. */
bool node_note_all(xmlNode *root, struct arena *arena);

/* An element's note; of elements in `root` alone. */
static inline struct node_note *node_note(const xmlNode *node)
{
    return node->_private;
}

/* What a code point of the page stands for in text: ' ' for white space, 0 for what shows nothing (soft hyphens,
 * zero-width spaces), windows-1252 in the place of the control characters U+0080 to U+009F, as numeric references are
 * read (HTML Standard, "numeric character reference end state"); else itself. */
uint32_t node_character(uint32_t code);

/* Makes an address of an attribute's value: http and https ones as they are, "//host" with "https:" before it; {NULL,
 * 0} for anything else. */
struct view node_address(struct view value, struct arena *arena);

#endif
