#include "html/node.h"

#include "base/utf8.h"

#define SHORTEST_PROSE 40 /* bytes of text that make a paragraph prose; menus and labels have fewer */

xmlNode *node_next(const xmlNode *node, const xmlNode *root, bool into)
{
    if (into && node->children && node->type != XML_ENTITY_REF_NODE)
        return node->children;
    while (node != root) {
        if (node->next)
            return node->next;
        node = node->parent;
    }
    return NULL;
}

bool node_is_small(const xmlNode *root, size_t most)
{
    for (const xmlNode *node = root; node; node = node_next(node, root, true))
        if (most-- == 0)
            return false;
    return true;
}

static bool name_is(const xmlChar *name, const char *expected)
{
    return name && strcmp((const char *)name, expected) == 0;
}

bool node_is(const xmlNode *node, const char *name)
{
    return node_is_element(node) && name_is(node->name, name);
}

struct view node_attribute(const xmlNode *node, const char *name)
{
    for (const xmlAttr *attribute = node_is_element(node) ? node->properties : NULL; attribute;
         attribute = attribute->next) {
        if (!name_is(attribute->name, name))
            continue;
        const xmlNode *value = attribute->children;
        return value && value->content ? view_of((const char *)value->content) : VIEW("");
    }
    return (struct view){NULL, 0};
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool node_has_class(const xmlNode *node, const char *word)
{
    struct view value = node_attribute(node, "class");
    size_t length = strlen(word);
    for (size_t at = 0; at + length <= value.length; at++) {
        bool starts = at == 0 || is_space(value.data[at - 1]);
        bool ends = at + length == value.length || is_space(value.data[at + length]);
        if (starts && ends && memcmp(value.data + at, word, length) == 0)
            return true;
    }
    return false;
}

xmlNode *node_with_id(xmlNode *root, struct view id)
{
    for (xmlNode *node = root; node; node = node_next(node, root, true)) {
        struct view value = node_attribute(node, "id");
        if (value.data && view_equal(value, id))
            return node;
    }
    return NULL;
}

xmlNode *node_with_class(xmlNode *root, const char *word)
{
    for (xmlNode *node = root; node; node = node_next(node, root, true))
        if (node_has_class(node, word))
            return node;
    return NULL;
}

xmlNode *node_named(xmlNode *root, const char *name)
{
    for (xmlNode *node = root; node; node = node_next(node, root, true))
        if (node_is(node, name))
            return node;
    return NULL;
}

static bool is_any(const xmlNode *node, const char *const *names, size_t count)
{
    return node_is_element(node) && node->name && view_index(view_of((const char *)node->name), names, count) >= 0;
}

static bool is_machine_text(const xmlNode *node)
{
    static const char *const names[] = {"script", "style", "template", "noscript"};
    return is_any(node, names, sizeof names / sizeof *names);
}

uint32_t node_character(uint32_t code)
{
    static const uint16_t windows[32] = {0x20AC, 0x81,   0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                         0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x8D,   0x017D, 0x8F,
                                         0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                         0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x017E, 0x0178};
    if (code >= 0x80 && code <= 0x9F)
        return windows[code - 0x80];
    if (code == 0xAD || code == 0x200B || code == 0x2060 || code == 0xFEFF)
        return 0;
    return code < 0x20 || code == 0x7F || utf8_is_space(code) ? ' ' : code;
}

/* Adds text with each run of white space as one space, none at the start. A character never grows by more than a byte:
 * those of windows-1252 from two to three. */
static size_t add_collapsed(char *out, size_t length, struct view text)
{
    for (size_t at = 0, next; at < text.length; at = next) {
        uint32_t code = node_character(utf8_decode(text, at, &next));
        if (code && code != ' ')
            length += utf8_encode(code, out + length);
        else if (code && length > 0 && out[length - 1] != ' ')
            out[length++] = ' ';
    }
    return length;
}

struct view node_text(const xmlNode *root, struct arena *arena)
{
    size_t room = 1, length = 0;
    const xmlNode *node;
    for (node = root; node; node = node_next(node, root, !is_machine_text(node)))
        room += node_is_text(node) ? strlen((const char *)node->content) / 2 * 3 + 1 : 1;
    char *text = arena_alloc(arena, room);
    if (!text)
        return (struct view){NULL, 0};
    for (node = root; node; node = node_next(node, root, !is_machine_text(node))) {
        if (node_is_text(node))
            length = add_collapsed(text, length, view_of((const char *)node->content));
        else if (node_is_block(node) || node_is(node, "br"))
            length = add_collapsed(text, length, VIEW(" "));
    }
    while (length > 0 && text[length - 1] == ' ')
        length--;
    return (struct view){text, length};
}

bool node_is_block(const xmlNode *node)
{
    static const char *const names[] = {
        "address", "article", "aside",    "blockquote", "body", "caption", "center", "dd",  "details", "div",
        "dl",      "dt",      "fieldset", "footer",     "form", "h1",      "h2",     "h3",  "h4",      "h5",
        "h6",      "header",  "hr",       "li",         "main", "ol",      "p",      "pre", "section", "summary",
        "table",   "tbody",   "td",       "tfoot",      "th",   "thead",   "tr",     "ul",  "html",    "nav"};
    return is_any(node, names, sizeof names / sizeof *names);
}

/* "display: none" in any spacing. A page that hides all of itself does so until its scripts have run. */
static bool hides_itself(const xmlNode *node)
{
    char style[200];
    size_t length = 0;
    if (node_is(node, "html") || node_is(node, "body"))
        return false;
    struct view value = node_attribute(node, "style");
    for (size_t i = 0; i < value.length && length + 1 < sizeof style; i++)
        if (!is_space(value.data[i]))
            style[length++] = ascii_to_lower(value.data[i]);
    style[length] = '\0';
    return strstr(style, "display:none") || strstr(style, "visibility:hidden") || node_attribute(node, "hidden").data ||
           view_is_lower(node_attribute(node, "aria-hidden"), "true");
}

bool node_is_hidden(const xmlNode *node)
{
    static const char *const names[] = {"audio",  "button",   "canvas",   "datalist", "dialog",  "embed",  "figcaption",
                                        "figure", "head",     "iframe",   "input",    "map",     "math",   "menu",
                                        "nav",    "noscript", "object",   "option",   "picture", "script", "select",
                                        "style",  "svg",      "template", "textarea", "video"};
    return is_any(node, names, sizeof names / sizeof *names) || (node_is_element(node) && hides_itself(node));
}

static size_t visible_length(const xmlNode *text)
{
    size_t length = 0;
    for (const char *at = (const char *)text->content; *at; at++)
        length += !is_space(*at);
    return length;
}

/* What an element's own text and parts make of it, once all of it was seen; its parent takes its share. */
static void close_note(const xmlNode *node, const xmlNode *root)
{
    struct node_note *note = node_note(node);
    bool block = node_is_block(node);
    if (block && note->own >= SHORTEST_PROSE)
        note->prose += note->own;
    if (node_is(node, "a"))
        note->links = note->text;
    if (node == root)
        return;
    struct node_note *parent = node_note(node->parent);
    parent->text += note->text;
    parent->links += note->links;
    parent->prose += note->prose;
    parent->has_headline |= note->has_headline;
    if (!block && !node_is(node, "a"))
        parent->own += note->own;
}

static bool is_headline(const xmlNode *node)
{
    return node_is(node, "h1") || node_is(node, "main") || view_is(node_attribute(node, "role"), "main") ||
           view_is(node_attribute(node, "itemprop"), "articleBody");
}

static bool open_note(xmlNode *node, struct arena *arena)
{
    struct node_note *note = arena_alloc(arena, sizeof *note);
    if (note)
        note->has_headline = is_headline(node);
    node->_private = note;
    return note != NULL;
}

bool node_note_all(xmlNode *root, struct arena *arena)
{
    xmlNode *node = root;
    while (node) {
        if (node_is_element(node) && !open_note(node, arena))
            return false;
        if (node_is_text(node) && node != root) {
            size_t length = visible_length(node);
            node_note(node->parent)->own += length;
            node_note(node->parent)->text += length;
        }
        if (node_is_element(node) && !node_is_hidden(node) && node->children) {
            node = node->children;
            continue;
        }
        for (;; node = node->parent) {
            if (node_is_element(node))
                close_note(node, root);
            if (node == root)
                return true;
            if (node->next)
                break;
        }
        node = node->next;
    }
    return true;
}

struct view node_address(struct view value, struct arena *arena)
{
    while (value.length > 0 && is_space(value.data[0]))
        value = view_slice(value, 1, value.length);
    while (value.length > 0 && is_space(value.data[value.length - 1]))
        value.length--;
    for (size_t i = 0; i < value.length; i++)
        if ((unsigned char)value.data[i] <= ' ')
            return (struct view){NULL, 0};
    if (view_starts(value, VIEW("//")) && value.length > 2)
        return arena_print(arena, "https:%.*s", VIEW_ARGS(value));
    if (view_starts_lower(value, "https://") || view_starts_lower(value, "http://"))
        return arena_copy(arena, value);
    return (struct view){NULL, 0};
}
