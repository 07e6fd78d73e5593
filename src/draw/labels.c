#include "labels.h"

#include <math.h>
#include <stdio.h>

#define SAMPLES     16
#define GAP         2.0  /* between a label and its line, whose width comes on top */
#define NODE_PAD    1.5  /* around nodes */
#define HIDDEN      0.12 /* of a label's area may lie over nodes and labels, else it is taken away */
#define COVER_COST  40.0 /* of covering nodes or labels with the whole area */
#define CROSS_COST  0.5  /* of each sample of another line that runs through */
#define CENTRE_COST 2.0  /* of lying at the line's end instead of its middle */

static const double PLACES[] = {0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82};
static const double SIDES[] = {1, -1, 0};

struct page {
    const struct line *lines;
    size_t line_count, placed; /* lines whose labels are placed */
    const struct obstacles *obstacles;
};

/* The box of a label of this size at t of the line: to the left of it, to the right or upon it. */
static struct box box_beside(const struct line *line, double t, double side, double width, double height)
{
    struct point a = curve_point(&line->curve, t - 0.02), b = curve_point(&line->curve, t + 0.02);
    struct point middle = curve_point(&line->curve, t);
    double x = -(b.y - a.y), y = b.x - a.x, length = hypot(x, y);
    x = length > 0 ? x / length : 0;
    y = length > 0 ? y / length : 1;
    double away = side * (fabs(x) * width / 2 + fabs(y) * height / 2 + GAP + line->width);
    middle.x += x * away;
    middle.y += y * away;
    return (struct box){middle.x - width / 2, middle.y - height / 2, middle.x + width / 2, middle.y + height / 2};
}

/* The area of obstacles and labels that a label covers. */
static double covered(const struct page *page, struct box label)
{
    double area = 0;
    for (size_t i = 0; i < page->obstacles->shape_count; i++)
        area += box_overlap(label, shape_box(&page->obstacles->shapes[i], NODE_PAD));
    for (size_t i = 0; i < page->obstacles->box_count; i++)
        area += box_overlap(label, page->obstacles->boxes[i]);
    for (size_t i = 0; i < page->placed; i++)
        if (page->lines[i].labelled)
            area += box_overlap(label, page->lines[i].label);
    return area;
}

static struct box curve_box(const struct curve *curve)
{
    struct box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (int i = 0; i < 4; i++)
        box = box_join(box, (struct box){curve->at[i].x, curve->at[i].y, curve->at[i].x, curve->at[i].y});
    return box;
}

/* How much of the lines, its own too, runs through a label. */
static size_t crossed(const struct page *page, struct box label)
{
    size_t samples = 0;
    for (size_t i = 0; i < page->line_count; i++) {
        const struct curve *curve = &page->lines[i].curve;
        if (!box_meets(label, curve_box(curve)))
            continue;
        for (int s = 0; s <= SAMPLES; s++)
            samples += box_contains(label, curve_point(curve, (double)s / SAMPLES));
    }
    return samples;
}

static void remove_label(struct line *line)
{
    agsafeset(line->edge, "label", "", "");
    line->labelled = false;
}

static void write_label(struct line *line)
{
    char lp[80];
    snprintf(lp, sizeof lp, "%.2f,%.2f", (line->label.left + line->label.right) / 2,
             (line->label.bottom + line->label.top) / 2);
    agsafeset(line->edge, "lp", lp, "");
}

static void place_label(const struct page *page, struct line *line, double width, double height)
{
    double least = INFINITY, hidden = 0;
    for (size_t p = 0; p < sizeof PLACES / sizeof *PLACES; p++) {
        for (size_t s = 0; s < sizeof SIDES / sizeof *SIDES; s++) {
            struct box label = box_beside(line, PLACES[p], SIDES[s], width, height);
            double cover = covered(page, label) / (width * height);
            double cost = COVER_COST * cover + CENTRE_COST * fabs(PLACES[p] - 0.5);
            if (cost < least)
                cost += CROSS_COST * (double)crossed(page, label);
            if (cost >= least)
                continue;
            least = cost;
            hidden = cover;
            line->label = label;
        }
    }
    line->labelled = true;
    if (hidden > HIDDEN)
        remove_label(line);
    else
        write_label(line);
}

void labels_place(struct line *lines, size_t line_count, const struct obstacles *obstacles)
{
    struct page page = {lines, line_count, 0, obstacles};
    for (; page.placed < line_count; page.placed++) {
        const textlabel_t *label = ED_label(lines[page.placed].edge);
        if (label && label->dimen.x > 0 && label->dimen.y > 0)
            place_label(&page, &lines[page.placed], label->dimen.x, label->dimen.y);
    }
}
