#include "html/reference.h"

#include <stdlib.h>

#define NOTE_NODES 2000 /* most nodes of a note; one with a list of ten works has some 300 */

/* An element that marks and notes lead to. */
struct anchor {
    struct view id;
    xmlNode *node;
};

struct anchors {
    struct anchor *items; /* sorted by id */
    size_t count, capacity;
};

static int compare_anchors(const void *a, const void *b)
{
    return view_compare(((const struct anchor *)a)->id, ((const struct anchor *)b)->id);
}

static bool gather_anchors(struct anchors *anchors, xmlNode *html, struct arena *arena)
{
    for (xmlNode *node = html; node; node = node_next(node, html, true)) {
        struct view id = node_attribute(node, "id");
        bool wanted = id.data && (view_starts(id, VIEW("cite_note")) || view_starts(id, VIEW("CITEREF")));
        if (!wanted || !node_is_small(node, NOTE_NODES))
            continue;
        struct anchor *items = arena_grow(arena, anchors->items, anchors->count, &anchors->capacity, sizeof *items);
        if (!items)
            return false;
        anchors->items = items;
        items[anchors->count++] = (struct anchor){id, node};
    }
    if (anchors->count > 0)
        qsort(anchors->items, anchors->count, sizeof *anchors->items, compare_anchors);
    return true;
}

static xmlNode *anchor_of(const struct anchors *anchors, struct view id)
{
    struct anchor key = {id, NULL};
    const struct anchor *found =
        anchors->count ? bsearch(&key, anchors->items, anchors->count, sizeof key, compare_anchors) : NULL;
    return found ? found->node : NULL;
}

/* The first link out of the encyclopaedia; {NULL, 0} where there is none. */
static struct view outside_address(xmlNode *root, struct arena *arena)
{
    for (xmlNode *node = root; node; node = node_next(node, root, true)) {
        if (!node_is(node, "a") || node_has_class(node, "extiw") || node_has_class(node, "mw-selflink"))
            continue;
        struct view address = node_address(node_attribute(node, "href"), arena);
        if (address.data)
            return address;
    }
    return (struct view){NULL, 0};
}

/* The address of the work that a short note ("Smith 2010, p. 5") names. */
static struct view work_address(xmlNode *note, const struct anchors *anchors, struct arena *arena)
{
    for (xmlNode *node = note; node; node = node_next(node, note, true)) {
        struct view link = node_is(node, "a") ? node_attribute(node, "href") : (struct view){NULL, 0};
        const char *hash = link.length ? memchr(link.data, '#', link.length) : NULL;
        if (!hash)
            continue;
        struct view id = view_slice(link, (size_t)(hash - link.data) + 1, link.length);
        xmlNode *work = view_starts(id, VIEW("CITEREF")) ? anchor_of(anchors, id) : NULL;
        if (work)
            return outside_address(work, arena);
    }
    return (struct view){NULL, 0};
}

static bool add_reference(struct html_page *page, struct view label, xmlNode *note, const struct anchors *anchors,
                          struct arena *arena)
{
    struct html_reference *references =
        arena_grow(arena, page->references, page->reference_count, &page->reference_capacity, sizeof *references);
    if (!references)
        return false;
    page->references = references;
    xmlNode *words = node_with_class(note, "reference-text");
    struct html_reference reference = {.label = label, .text = node_text(words ? words : note, arena)};
    reference.url = outside_address(words ? words : note, arena);
    if (!reference.url.data)
        reference.url = work_address(note, anchors, arena);
    references[page->reference_count++] = reference;
    return reference.text.data != NULL;
}

/* By label, the first in the text first. */
static int compare_marks(const void *a, const void *b)
{
    const struct article_mark *left = a, *right = b;
    int order = view_compare(left->label, right->label);
    return order ? order : (left->place > right->place) - (left->place < right->place);
}

/* Shorter labels first, so that numbers stand in their order. */
static int compare_references(const void *a, const void *b)
{
    const struct html_reference *left = a, *right = b;
    if (left->label.length != right->label.length)
        return left->label.length < right->label.length ? -1 : 1;
    return view_compare(left->label, right->label);
}

bool reference_read_all(struct html_page *page, xmlNode *html, const struct article_text *text, struct arena *arena)
{
    struct anchors anchors = {NULL, 0, 0};
    struct article_mark *marks = arena_array(arena, text->mark_count + 1, sizeof *marks);
    if (!marks || !gather_anchors(&anchors, html, arena))
        return false;
    if (text->mark_count > 0) {
        memcpy(marks, text->marks, text->mark_count * sizeof *marks);
        qsort(marks, text->mark_count, sizeof *marks, compare_marks);
    }
    for (size_t i = 0; i < text->mark_count; i++) {
        if (i > 0 && view_equal(marks[i].label, marks[i - 1].label))
            continue;
        xmlNode *note = anchor_of(&anchors, marks[i].target);
        if (note && !add_reference(page, marks[i].label, note, &anchors, arena))
            return false;
    }
    if (page->reference_count > 0)
        qsort(page->references, page->reference_count, sizeof *page->references, compare_references);
    return true;
}
