/* geometry.h: points, the outlines of nodes, and cubic curves. Lengths are points (1/72 inch), y grows upwards as in
 * Graphviz. */
#ifndef HEARSAY_DRAW_GEOMETRY_H
#define HEARSAY_DRAW_GEOMETRY_H

#include <stdbool.h>

struct point {
    double x, y;
};

struct box {
    double left, bottom, right, top;
};

enum outline { OUTLINE_BOX, OUTLINE_ELLIPSE, OUTLINE_HEXAGON };

/* A node as it stands on the page. */
struct shape {
    enum outline outline;
    struct point centre;
    double half_width, half_height;
};

/* A cubic Bezier curve. */
struct curve {
    struct point at[4];
};

/* Whether a point lies in a shape that is `pad` wider on all sides. */
bool shape_contains(const struct shape *shape, struct point point, double pad);

struct box shape_box(const struct shape *shape, double pad);

/* An arc between two points that rises `bend` times their distance to the left of the way from the first to the
 * second. */
struct curve curve_arc(struct point from, struct point to, double bend);

struct point curve_point(const struct curve *curve, double t);

/* The part of a curve from t = `from` to t = `to` (de Casteljau's algorithm). */
struct curve curve_part(const struct curve *curve, double from, double to);

/* Where a curve leaves the shape that it starts in, and where it enters the one that it ends in, both widened by `pad`;
 * found by halving. Where the shapes touch, the entry may be before the exit. */
double curve_exit(const struct curve *curve, const struct shape *from, double pad);
double curve_entry(const struct curve *curve, const struct shape *to, double pad);

/* The last t before `end` that is at least `length` away from the point at `end`; 0 where none is. */
double curve_before(const struct curve *curve, double end, double length);

struct box box_join(struct box a, struct box b);
bool box_meets(struct box a, struct box b);
bool box_contains(struct box box, struct point point);

/* The area that two boxes share. */
double box_overlap(struct box a, struct box b);

#endif
