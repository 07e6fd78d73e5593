#include "frame.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define GAP       14.0   /* points between the drawing and what stands around it */
#define COLUMN    160.0  /* width of a legend entry */
#define ROW       19.0   /* its height */
#define NARROWEST 360.0  /* the legend takes at least two columns */
#define INCH      72.0   /* points */
#define PLAIN     1000.0 /* points: the frame grows with drawings wider than this ... */
#define LARGEST   1.8    /* ... up to so many times: who sees the whole should be able to read it */

/* The drawing and how far the frame has grown. */
struct page {
    Agraph_t *graph;
    double left, bottom, right, top;
    double legend_top;
    double scale; /* of all that is in the frame */
    int columns;
};

static double number_of(void *object, const char *name)
{
    const char *text = agget(object, (char *)name);
    return text ? strtod(text, NULL) : 0;
}

static bool is_slot(Agnode_t *node, const char *slot)
{
    const char *text = agget(node, "slot");
    return text && strcmp(text, slot) == 0;
}

static double height_of(const struct page *page, Agnode_t *node)
{
    return number_of(node, "height") * INCH * page->scale;
}

static double width_of(const struct page *page, Agnode_t *node)
{
    return number_of(node, "width") * INCH * page->scale;
}

/* Makes the lengths among the attributes larger by the frame's scale. */
static void scale_attributes(const struct page *page, void *object)
{
    static const char *const LENGTHS[] = {"width", "height", "fontsize", "penwidth", "arrowsize"};
    for (size_t i = 0; i < sizeof LENGTHS / sizeof *LENGTHS; i++) {
        char text[32];
        double length = number_of(object, LENGTHS[i]);
        if (length <= 0)
            continue;
        snprintf(text, sizeof text, "%.3f", length * page->scale);
        agsafeset(object, (char *)LENGTHS[i], text, "");
    }
}

/* Copies all attributes of a frame's node or edge, declaring those that the drawing does not know. */
static void copy_attributes(Agraph_t *frame, void *to, void *from, int kind)
{
    for (Agsym_t *symbol = agnxtattr(frame, kind, NULL); symbol; symbol = agnxtattr(frame, kind, symbol)) {
        char *value = agxget(from, symbol);
        if (value && *value)
            agsafeset(to, symbol->name, value, "");
    }
}

static bool place(struct page *page, Agraph_t *frame, Agnode_t *node, double x, double y)
{
    char name[64], pos[64];
    snprintf(name, sizeof name, "frame_%s", agnameof(node));
    snprintf(pos, sizeof pos, "%.2f,%.2f", x, y);
    Agnode_t *made = agnode(page->graph, name, 1);
    if (!made)
        return false;
    copy_attributes(frame, made, node, AGNODE);
    /* Not "\N", the default that would write the name into the picture. */
    const char *label = agget(node, "label");
    agsafeset(made, "label", (char *)(label ? label : ""), "\\N");
    agsafeset(made, "pos", pos, "");
    scale_attributes(page, made);
    return true;
}

/* Blocks of text under each other, from `top` down, at the left edge; returns where the last one ends. */
static double place_blocks(struct page *page, Agraph_t *frame, const char *slot, double top, bool *good)
{
    for (Agnode_t *node = agfstnode(frame); node; node = agnxtnode(frame, node)) {
        if (!is_slot(node, slot))
            continue;
        double height = height_of(page, node), width = width_of(page, node);
        *good = place(page, frame, node, page->left + width / 2, top - height / 2) && *good;
        page->right = fmax(page->right, page->left + width);
        top -= height;
    }
    return top;
}

static double blocks_height(const struct page *page, Agraph_t *frame, const char *slot)
{
    double height = 0;
    for (Agnode_t *node = agfstnode(frame); node; node = agnxtnode(frame, node))
        if (is_slot(node, slot))
            height += height_of(page, node);
    return height;
}

static void entry_origin(const struct page *page, Agnode_t *node, double *x, double *y)
{
    int entry = (int)number_of(node, "entry");
    *x = page->left + COLUMN * page->scale * (entry % page->columns);
    *y = page->legend_top - ROW * page->scale * (entry / page->columns + 0.5);
}

/* Places the legend's nodes; returns where the last row ends. */
static double place_legend(struct page *page, Agraph_t *frame, bool *good)
{
    int rows = 0;
    for (Agnode_t *node = agfstnode(frame); node; node = agnxtnode(frame, node)) {
        double x, y;
        if (!is_slot(node, "legend"))
            continue;
        entry_origin(page, node, &x, &y);
        *good = place(page, frame, node, x + page->scale * number_of(node, "dx"), y) && *good;
        int row = (int)number_of(node, "entry") / page->columns + 1;
        rows = row > rows ? row : rows;
    }
    return page->legend_top - ROW * page->scale * rows;
}

/* A straight line between two placed nodes of one legend entry, its arrow's tip at the second. */
static bool draw_edge(struct page *page, Agraph_t *frame, Agedge_t *edge)
{
    char tail[64], head[64], pos[200];
    double x, y;
    snprintf(tail, sizeof tail, "frame_%s", agnameof(agtail(edge)));
    snprintf(head, sizeof head, "frame_%s", agnameof(aghead(edge)));
    Agedge_t *made = agedge(page->graph, agnode(page->graph, tail, 0), agnode(page->graph, head, 0), NULL, 1);
    if (!made)
        return false;
    copy_attributes(frame, made, edge, AGEDGE);
    entry_origin(page, agtail(edge), &x, &y);
    scale_attributes(page, made);
    double from = x + page->scale * number_of(agtail(edge), "dx");
    double tip = x + page->scale * number_of(aghead(edge), "dx");
    const char *arrow = agget(edge, "arrowhead");
    double end = arrow && strcmp(arrow, "none") == 0 ? tip : tip - 8 * page->scale;
    int written = snprintf(pos, sizeof pos, "e,%.2f,%.2f %.2f,%.2f %.2f,%.2f %.2f,%.2f %.2f,%.2f", tip, y, from, y,
                           from + (end - from) / 3, y, from + (end - from) * 2 / 3, y, end, y);
    if (written < 0 || (size_t)written >= sizeof pos)
        return false;
    agsafeset(made, "pos", end < tip ? pos : strchr(pos, ' ') + 1, "");
    return true;
}

static bool draw_edges(struct page *page, Agraph_t *frame)
{
    for (Agnode_t *node = agfstnode(frame); node; node = agnxtnode(frame, node))
        for (Agedge_t *edge = agfstout(frame, node); edge; edge = agnxtout(frame, edge))
            if (!draw_edge(page, frame, edge))
                return false;
    return true;
}

bool frame_add(Agraph_t *graph, Agraph_t *frame)
{
    struct page page = {.graph = graph};
    const char *box = agget(graph, "bb");
    if (!box || sscanf(box, "%lf,%lf,%lf,%lf", &page.left, &page.bottom, &page.right, &page.top) != 4)
        page.left = page.bottom = page.right = page.top = 0;
    bool good = true;
    double width = fmax(page.right - page.left, NARROWEST);
    page.scale = fmin(fmax(width / PLAIN, 1), LARGEST);
    page.columns = (int)(width / (COLUMN * page.scale));
    place_blocks(&page, frame, "title", page.top + GAP + blocks_height(&page, frame, "title"), &good);
    page.legend_top = page.bottom - GAP;
    double end = place_legend(&page, frame, &good);
    place_blocks(&page, frame, "note", end - GAP / 2, &good);
    return good && draw_edges(&page, frame);
}
