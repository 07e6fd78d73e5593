#include "route.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "geometry.h"
#include "labels.h"

#define INCH        72.0
#define NODE_PAD    5.0  /* what a passing line keeps away from a node */
#define HEAD_GAP    2.0  /* between an arrow's tip and what it points at */
#define LINES_APART 17.0 /* between two lines of the same nodes */
#define SAMPLES     24
#define NODE_COST   60.0  /* of running over a node, in units of bend x 100 */
#define TWIN_COST   200.0 /* of running over a line between the same nodes */
#define MOST_WORK   6e6   /* nodes x edges, above which only straight lines are drawn */

static const double BENDS[] = {0, 0.07, -0.07, 0.14, -0.14, 0.22, -0.22, 0.32, -0.32, 0.45, -0.45};
enum { BEND_COUNT = sizeof BENDS / sizeof *BENDS };

struct router {
    Agraph_t *graph;
    struct obstacles obstacles;
    struct line *lines;
    size_t line_count;
    size_t bends; /* how many of BENDS are tried */
};

static double real_of(void *object, const char *name, double missing)
{
    const char *text = agget(object, (char *)name);
    return text && *text ? strtod(text, NULL) : missing;
}

static struct shape shape_of(Agnode_t *node)
{
    const char *name = agget(node, "shape");
    struct shape shape = {.centre = {ND_coord(node).x, ND_coord(node).y},
                          .half_width = ND_width(node) * INCH / 2,
                          .half_height = ND_height(node) * INCH / 2};
    if (name && strcmp(name, "ellipse") == 0)
        shape.outline = OUTLINE_ELLIPSE;
    else if (name && strcmp(name, "hexagon") == 0)
        shape.outline = OUTLINE_HEXAGON;
    return shape;
}

/* Length of the arrowhead along its line: Graphviz's table of arrow types. */
static double head_length(Agedge_t *edge)
{
    static const struct {
        const char *name;
        double length;
    } HEADS[] = {{"none", 0}, {"tee", 2.5}, {"diamond", 12}};
    const char *name = agget(edge, "arrowhead");
    double length = 10;
    for (size_t i = 0; i < sizeof HEADS / sizeof *HEADS && name; i++)
        if (strcmp(name, HEADS[i].name) == 0)
            length = HEADS[i].length;
    return length * real_of(edge, "arrowsize", 1);
}

/* A filled head has an outline, whose mitre reaches beyond its tip. */
static double head_gap(Agedge_t *edge)
{
    return HEAD_GAP + 1.5 * real_of(edge, "penwidth", 1);
}

/* How many other nodes the arc runs over. */
static size_t count_hit(const struct router *router, const struct line *line, const struct curve *arc)
{
    struct point points[SAMPLES];
    struct box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    size_t hit = 0;
    for (int i = 0; i < SAMPLES; i++) {
        points[i] = curve_point(arc, (i + 0.5) / SAMPLES);
        box = box_join(box, (struct box){points[i].x, points[i].y, points[i].x, points[i].y});
    }
    for (size_t n = 0; n < router->obstacles.shape_count; n++) {
        const struct shape *shape = &router->obstacles.shapes[n];
        if (n == line->from || n == line->to || !box_meets(box, shape_box(shape, NODE_PAD)))
            continue;
        bool inside = false;
        for (int i = 0; i < SAMPLES && !inside; i++)
            inside = shape_contains(shape, points[i], NODE_PAD);
        hit += inside;
    }
    return hit;
}

/* The bend as seen on the way from the node of the smaller number: two lines of opposite ways compare by it. */
static double signed_bend(const struct line *line, double bend)
{
    return line->from < line->to ? bend : -bend;
}

/* Whether a line of the same two nodes that was drawn before takes nearly this way. */
static bool has_twin(const struct router *router, const struct line *line, double bend, double distance)
{
    for (const struct line *other = line; other-- > router->lines;) {
        bool same = (other->from == line->from && other->to == line->to) ||
                    (other->from == line->to && other->to == line->from);
        if (same && fabs(signed_bend(other, other->bend) - signed_bend(line, bend)) * distance < LINES_APART)
            return true;
    }
    return false;
}

/* Chooses the way of a line. Ties go to the flatter arc, which comes first. */
static void choose_arc(struct router *router, struct line *line)
{
    struct point from = router->obstacles.shapes[line->from].centre, to = router->obstacles.shapes[line->to].centre;
    double distance = hypot(to.x - from.x, to.y - from.y), least = INFINITY;
    for (size_t i = 0; i < router->bends; i++) {
        struct curve arc = curve_arc(from, to, BENDS[i]);
        double cost = 100 * fabs(BENDS[i]);
        if (cost < least)
            cost += NODE_COST * (double)count_hit(router, line, &arc);
        if (cost < least && has_twin(router, line, BENDS[i], distance))
            cost += TWIN_COST;
        if (cost >= least)
            continue;
        least = cost;
        line->bend = BENDS[i];
        line->curve = arc;
    }
}

/* Cuts the arc at its nodes and leaves room for the head. */
static void cut_arc(struct router *router, struct line *line)
{
    const struct curve arc = line->curve;
    const struct shape *from = &router->obstacles.shapes[line->from], *to = &router->obstacles.shapes[line->to];
    double exit = curve_exit(&arc, from, 0), entry = curve_entry(&arc, to, head_gap(line->edge));
    if (entry <= exit)
        entry = curve_entry(&arc, to, 0);
    if (entry <= exit)
        exit = 0, entry = 1; /* the nodes touch: the line runs under them */
    double shaft = fmax(curve_before(&arc, entry, head_length(line->edge)), exit);
    line->tip = curve_point(&arc, entry);
    line->curve = curve_part(&arc, exit, shaft);
    line->has_head = head_length(line->edge) > 0;
}

/* A line to draw, or the label of a loop to keep clear of. */
static void add_edge(struct router *router, Agedge_t *edge)
{
    const textlabel_t *label = ED_label(edge);
    if (agtail(edge) != aghead(edge))
        router->lines[router->line_count++] = (struct line){.edge = edge,
                                                            .from = (size_t)ND_id(agtail(edge)),
                                                            .to = (size_t)ND_id(aghead(edge)),
                                                            .width = real_of(edge, "penwidth", 1)};
    else if (label)
        router->obstacles.boxes[router->obstacles.box_count++] =
            (struct box){label->pos.x - label->dimen.x / 2, label->pos.y - label->dimen.y / 2,
                         label->pos.x + label->dimen.x / 2, label->pos.y + label->dimen.y / 2};
}

static bool gather(struct router *router)
{
    size_t nodes = (size_t)agnnodes(router->graph), edges = (size_t)agnedges(router->graph), number = 0;
    router->obstacles.shapes = calloc(nodes + 1, sizeof *router->obstacles.shapes);
    router->lines = calloc(edges + 1, sizeof *router->lines);
    router->obstacles.boxes = calloc(edges + 1, sizeof *router->obstacles.boxes);
    if (!router->obstacles.shapes || !router->lines || !router->obstacles.boxes)
        return false;
    for (Agnode_t *node = agfstnode(router->graph); node; node = agnxtnode(router->graph, node)) {
        ND_id(node) = (int)number;
        router->obstacles.shapes[number++] = shape_of(node);
    }
    router->obstacles.shape_count = number;
    for (Agnode_t *node = agfstnode(router->graph); node; node = agnxtnode(router->graph, node))
        for (Agedge_t *edge = agfstout(router->graph, node); edge; edge = agnxtout(router->graph, edge))
            add_edge(router, edge);
    router->bends = (double)nodes * (double)edges > MOST_WORK ? 1 : BEND_COUNT;
    return true;
}

static void write_line(const struct line *line)
{
    char pos[400], head[80] = "";
    const struct point *p = line->curve.at;
    if (line->has_head)
        snprintf(head, sizeof head, "e,%.2f,%.2f ", line->tip.x, line->tip.y);
    snprintf(pos, sizeof pos, "%s%.2f,%.2f %.2f,%.2f %.2f,%.2f %.2f,%.2f", head, p[0].x, p[0].y, p[1].x, p[1].y, p[2].x,
             p[2].y, p[3].x, p[3].y);
    agsafeset(line->edge, "pos", pos, "");
}

/* The box of everything, for what is put around it. */
static void write_box(struct router *router)
{
    char text[200];
    struct box box = {INFINITY, INFINITY, -INFINITY, -INFINITY};
    for (size_t i = 0; i < router->obstacles.shape_count; i++)
        box = box_join(box, shape_box(&router->obstacles.shapes[i], 0));
    for (size_t i = 0; i < router->obstacles.box_count; i++)
        box = box_join(box, router->obstacles.boxes[i]);
    for (size_t i = 0; i < router->line_count; i++) {
        for (int j = 0; j < SAMPLES; j++) {
            struct point point = curve_point(&router->lines[i].curve, (double)j / SAMPLES);
            box = box_join(box, (struct box){point.x, point.y, point.x, point.y});
        }
        if (router->lines[i].labelled)
            box = box_join(box, router->lines[i].label);
    }
    snprintf(text, sizeof text, "%.2f,%.2f,%.2f,%.2f", box.left, box.bottom, box.right, box.top);
    if (router->obstacles.shape_count)
        agsafeset(router->graph, "bb", text, "");
}

bool route_edges(Agraph_t *graph)
{
    struct router router = {.graph = graph};
    bool good = gather(&router);
    for (size_t i = 0; i < router.line_count && good; i++) {
        choose_arc(&router, &router.lines[i]);
        cut_arc(&router, &router.lines[i]);
        write_line(&router.lines[i]);
    }
    if (good) {
        labels_place(router.lines, router.line_count, &router.obstacles);
        write_box(&router);
    }
    free(router.obstacles.shapes);
    free(router.obstacles.boxes);
    free(router.lines);
    return good;
}

/* Moves the last curve of a line and its tip by `gap` against the way it points. */
static bool clear_head(Agedge_t *edge, double gap)
{
    splines *line = ED_spl(edge);
    if (!line || line->size < 1 || !line->list[0].eflag || line->list[0].size < 4)
        return true;
    bezier *bezier = &line->list[0];
    pointf *end = &bezier->list[bezier->size - 1];
    double x = bezier->ep.x - end->x, y = bezier->ep.y - end->y, length = hypot(x, y);
    if (length <= 0)
        return true;
    x *= gap / length, y *= gap / length;
    end[0].x -= x, end[0].y -= y;
    end[-1].x -= x, end[-1].y -= y;
    size_t room = 60 * ((size_t)bezier->size + 1), used;
    char *pos = malloc(room);
    if (!pos)
        return false;
    used = (size_t)snprintf(pos, room, "e,%.2f,%.2f", bezier->ep.x - x, bezier->ep.y - y);
    for (int i = 0; i < bezier->size && used < room; i++)
        used += (size_t)snprintf(pos + used, room - used, " %.2f,%.2f", bezier->list[i].x, bezier->list[i].y);
    agsafeset(edge, "pos", pos, "");
    free(pos);
    return true;
}

/* Lifts a label off its line: Graphviz lays it so close that a thick line touches the letters. */
static void lift_label(Agedge_t *edge)
{
    char lp[80];
    const textlabel_t *label = ED_label(edge);
    if (!label || !label->set)
        return;
    snprintf(lp, sizeof lp, "%.2f,%.2f", label->pos.x, label->pos.y + real_of(edge, "penwidth", 1) / 2);
    agsafeset(edge, "lp", lp, "");
}

bool route_clear(Agraph_t *graph)
{
    for (Agnode_t *node = agfstnode(graph); node; node = agnxtnode(graph, node)) {
        for (Agedge_t *edge = agfstout(graph, node); edge; edge = agnxtout(graph, edge)) {
            lift_label(edge);
            if (!clear_head(edge, head_gap(edge)))
                return false;
        }
    }
    return true;
}
