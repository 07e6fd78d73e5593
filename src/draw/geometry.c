#include "geometry.h"

#include <math.h>

#define HALVINGS 20

bool shape_contains(const struct shape *shape, struct point point, double pad)
{
    double x = fabs(point.x - shape->centre.x) / (shape->half_width + pad);
    double y = fabs(point.y - shape->centre.y) / (shape->half_height + pad);
    switch (shape->outline) {
    case OUTLINE_ELLIPSE:
        return x * x + y * y < 1;
    case OUTLINE_HEXAGON:
        return y < 1 && x < 1 - y / 2;
    default:
        return x < 1 && y < 1;
    }
}

struct box shape_box(const struct shape *shape, double pad)
{
    return (struct box){shape->centre.x - shape->half_width - pad, shape->centre.y - shape->half_height - pad,
                        shape->centre.x + shape->half_width + pad, shape->centre.y + shape->half_height + pad};
}

static struct point between(struct point a, struct point b, double t)
{
    return (struct point){a.x + (b.x - a.x) * t, a.y + (b.y - a.y) * t};
}

struct curve curve_arc(struct point from, struct point to, double bend)
{
    /* A cubic reaches three quarters of the height of its control points. */
    double rise = bend * 4 / 3;
    struct point across = {-(to.y - from.y) * rise, (to.x - from.x) * rise};
    struct curve curve = {{from, between(from, to, 0.3), between(from, to, 0.7), to}};
    for (int i = 1; i <= 2; i++) {
        curve.at[i].x += across.x;
        curve.at[i].y += across.y;
    }
    return curve;
}

/* One half of the curve at t in `part`: what comes before, or what comes after. */
static void split(const struct curve *curve, double t, struct curve *before, struct curve *after)
{
    struct point level[4] = {curve->at[0], curve->at[1], curve->at[2], curve->at[3]};
    for (int i = 0; i < 4; i++) {
        before->at[i] = level[0];
        after->at[3 - i] = level[3 - i];
        for (int j = 0; j < 3 - i; j++)
            level[j] = between(level[j], level[j + 1], t);
    }
}

struct point curve_point(const struct curve *curve, double t)
{
    double s = 1 - t, a = s * s * s, b = 3 * s * s * t, c = 3 * s * t * t, d = t * t * t;
    const struct point *p = curve->at;
    return (struct point){a * p[0].x + b * p[1].x + c * p[2].x + d * p[3].x,
                          a * p[0].y + b * p[1].y + c * p[2].y + d * p[3].y};
}

struct curve curve_part(const struct curve *curve, double from, double to)
{
    struct curve before, after, rest;
    split(curve, to, &before, &rest);
    split(&before, to > 0 ? from / to : 0, &rest, &after);
    return after;
}

/* Where between t = `inside` and t = `outside` the curve crosses the outline, just outside of it. */
static double crossing(const struct curve *curve, const struct shape *shape, double pad, double inside, double outside)
{
    for (int i = 0; i < HALVINGS; i++) {
        double middle = (inside + outside) / 2;
        if (shape_contains(shape, curve_point(curve, middle), pad))
            inside = middle;
        else
            outside = middle;
    }
    return outside;
}

double curve_exit(const struct curve *curve, const struct shape *from, double pad)
{
    return crossing(curve, from, pad, 0, 1);
}

double curve_entry(const struct curve *curve, const struct shape *to, double pad)
{
    return crossing(curve, to, pad, 1, 0);
}

double curve_before(const struct curve *curve, double end, double length)
{
    struct point tip = curve_point(curve, end);
    double far = 0, near = end;
    for (int i = 0; i < HALVINGS; i++) {
        double middle = (far + near) / 2;
        struct point point = curve_point(curve, middle);
        if (hypot(point.x - tip.x, point.y - tip.y) >= length)
            far = middle;
        else
            near = middle;
    }
    return far;
}

struct box box_join(struct box a, struct box b)
{
    return (struct box){fmin(a.left, b.left), fmin(a.bottom, b.bottom), fmax(a.right, b.right), fmax(a.top, b.top)};
}

bool box_meets(struct box a, struct box b)
{
    return a.left < b.right && b.left < a.right && a.bottom < b.top && b.bottom < a.top;
}

bool box_contains(struct box box, struct point point)
{
    return point.x > box.left && point.x < box.right && point.y > box.bottom && point.y < box.top;
}

double box_overlap(struct box a, struct box b)
{
    if (!box_meets(a, b))
        return 0;
    return (fmin(a.right, b.right) - fmax(a.left, b.left)) * (fmin(a.top, b.top) - fmax(a.bottom, b.bottom));
}
