/* dot.c: DOT that Graphviz and Gephi both read: plain node and edge lines with all attributes on them, ids that are
 * opaque, and no HTML-like label. */
#include "export/dot.h"

#include <math.h>

#include "export/address.h"
#include "export/evidence.h"
#include "export/frame.h"
#include "export/phrase.h"
#include "export/style.h"
#include "export/tooltip.h"
#include "export/wrap.h"
#include "export/xml.h"

#define LABEL_WIDTH          18
#define LABEL_MOST           70
#define CLAIM_WIDTH          28
#define CLAIM_MOST           110
#define EDGE_LABEL_WIDTH     22
#define EDGE_LABEL_RELATIONS 3
#define PHRASE_WIDTH         24
#define PHRASE_MOST          56
#define PHRASED_EDGES        20 /* with so few, dot makes room for what was said and keeps its lines apart */
#define CLAIM_FONT           10.0
#define FONT_LEAST           11.0
#define FONT_RANGE           7.0
#define EDGE_FONT            "9.5"
#define DOT_NODES            60  /* dot is clear where the graph is small or about a tree, and only there */
#define DOT_EDGES            1.0 /* per node; with more, lines that bend around nodes become a tangle */
#define ROOM_LEAST           2.0 /* of overlap_scaling, for a line per node; a unit more for each line per node */
#define ROOM_RANGE           2.0
#define LABELLED_TOPICS      60 /* edges: above, topics have no label; above the next, only accusations and denials */
#define CHANGE_EMPHASIS      1.8
#define LABELLED_EDGES       250

static const char FONT[] = "DejaVu Sans";

/* The escape of what stands at `at` and its length, or NULL where it stands for itself. */
static const char *escape(struct view v, size_t at, size_t *length)
{
    size_t forbidden = xml_forbidden(v, at);
    *length = forbidden ? forbidden : 1;
    if (forbidden)
        return "\xEF\xBF\xBD";
    switch (v.data[at]) {
    case '"':
        return "\\\"";
    case '\\':
        return "\\\\";
    case '&':
        return "&amp;";
    case '\n':
        return "\\n";
    case '\r':
        return "&#13;";
    default:
        return NULL;
    }
}

void dot_escaped(struct output *out, struct view v)
{
    size_t start = 0, length;
    for (size_t at = 0; at < v.length; at += length) {
        const char *replacement = escape(v, at, &length);
        if (!replacement)
            continue;
        output_write(out, v.data + start, at - start);
        output_text(out, replacement);
        start = at + length;
    }
    output_write(out, v.data + start, v.length - start);
}

void dot_string(struct output *out, struct view v)
{
    output_char(out, '"');
    dot_escaped(out, v);
    output_char(out, '"');
}

static void write_text(struct output *out, const char *name, struct view value)
{
    if (!value.data)
        return;
    output_text(out, ", ");
    output_text(out, name);
    output_char(out, '=');
    dot_string(out, value);
}

/* In a picture the place in the graph, which svg.c looks the thing up by and then writes the id itself. */
static void write_id(struct output *out, struct view id, size_t place, bool exact)
{
    output_text(out, ", id=");
    if (exact)
        output_print(out, "%c%zu", id.data[0], place);
    else
        output_view_write(out, id);
}

static void write_real(struct output *out, const char *name, double value)
{
    char buffer[NUMBER_SIZE];
    output_text(out, ", ");
    output_text(out, name);
    output_char(out, '=');
    output_view_write(out, number_real(buffer, value, 1));
}

static void write_integer(struct output *out, const char *name, size_t value)
{
    output_print(out, ", %s=%zu", name, value);
}

/* A colour by its name, for Gephi; exactly in a picture. */
static void write_colour(struct output *out, const char *name, const struct style_colour *colour, bool exact)
{
    if (exact)
        output_print(out, ", %s=\"#%02x%02x%02x\"", name, colour->red, colour->green, colour->blue);
    else
        output_print(out, ", %s=%s", name, colour->name);
}

/* The layout that suits the size: "dot" for small graphs that are about a tree, "sfdp" above; or what the options say.
 */
static const char *choose_layout(const struct export_job *job)
{
    size_t nodes = job->drawn ? job->drawn_count : job->graph->node_count;
    switch (job->options->layout) {
    case EXPORT_LAYOUT_DOT:
        return "dot";
    case EXPORT_LAYOUT_SFDP:
        return "sfdp";
    case EXPORT_LAYOUT_NEATO:
        return "neato";
    default:
        break;
    }
    if (job->graph->view == GRAPH_STATEMENTS)
        return nodes <= 2 * DOT_NODES ? "dot" : "sfdp";
    bool few = job->edge_count <= PHRASED_EDGES || (double)job->edge_count <= DOT_EDGES * (double)nodes;
    return few && nodes <= DOT_NODES ? "dot" : "sfdp";
}

static void write_node_label(struct export_job *job, const struct graph_node *node, bool exact)
{
    struct builder label = builder_new(job->scratch), phrase = builder_new(job->scratch);
    struct view text = node->label;
    if (node->claim && exact) {
        phrase_claim(&phrase, node->claim, CLAIM_MOST);
        text = export_built(job, &phrase);
    }
    wrap_evenly(&label, text, node->claim ? CLAIM_WIDTH : LABEL_WIDTH, node->claim ? 2 * CLAIM_MOST : LABEL_MOST);
    struct view made = export_built(job, &label);
    output_text(job->out, " [label=");
    dot_string(job->out, made.data ? made : VIEW(""));
}

static void write_node(struct export_job *job, const struct graph_node *node, bool exact)
{
    char id[NUMBER_SIZE];
    const struct style_node *style = style_node(job->options->theme, node->type);
    double importance = node->type == NODE_CLAIM ? 0 : export_node_importance(job, node);
    output_text(job->out, "  ");
    output_view_write(job->out, export_node_id(id, node));
    write_node_label(job, node, exact);
    write_id(job->out, export_node_id(id, node), (size_t)(node - job->graph->nodes), exact);
    output_print(job->out, ", class=\"%s\", type=%s, shape=%s, style=\"%s\"", graph_node_type_name(node->type),
                 graph_node_type_name(node->type), style->shape, style->style);
    write_colour(job->out, "fillcolor", &style->fill, exact);
    write_colour(job->out, "color", &style->border, exact);
    write_colour(job->out, "fontcolor", &style_page(job->options->theme)->text, exact);
    write_text(job->out, "fontname", view_of(FONT));
    write_real(job->out, "fontsize", node->type == NODE_CLAIM ? CLAIM_FONT : FONT_LEAST + FONT_RANGE * importance);
    write_real(job->out, "penwidth", 1 + importance);
    if (!exact) {
        write_text(job->out, "name", node->label);
        write_text(job->out, "key", node->key);
        write_text(job->out, "country", node->country[0] ? view_of(node->country) : (struct view){NULL, 0});
        write_text(job->out, "tooltip", tooltip_node(job, node));
    }
    output_text(job->out, "];\n");
    arena_reset(job->scratch);
}

/* A line that says by its looks all that there is to say. */
static bool needs_no_label(const struct export_job *job, const struct graph_edge *edge)
{
    struct graph_relation relations[RELATION_COUNT];
    if (job->graph->view == GRAPH_STATEMENTS)
        return edge->manner != MANNER_AFFILIATION;
    if (job->edge_count > LABELLED_EDGES && edge->manner != MANNER_ACCUSATION && edge->manner != MANNER_DENIAL)
        return true;
    if (edge->manner != MANNER_TOPIC || job->edge_count > LABELLED_TOPICS)
        return edge->manner == MANNER_TOPIC;
    size_t count = graph_edge_relations(edge, relations);
    return count == 1 && (relations[0].relation == RELATION_SAY || relations[0].relation == RELATION_TELL);
}

/* What became of an edge in a picture of a difference; RECORD_CHANGED too where not all its claims are new or gone. */
static enum record_change edge_change(const struct graph_edge *edge)
{
    enum record_change change = RECORD_SAME;
    for (size_t i = 0; i < edge->link_count; i++) {
        enum record_change its = edge->links[i].claim ? edge->links[i].claim->change : RECORD_SAME;
        change = i == 0 || its == change ? its : RECORD_CHANGED;
    }
    return change;
}

/* Whether there is room on the lines for more than a verb: where dot lays out, it keeps the labels apart. */
static bool has_room(const struct export_job *job)
{
    return job->edge_count <= PHRASED_EDGES && strcmp(choose_layout(job), "dot") == 0;
}

/* What stands on a line; one with a single claim says it in the text's words. */
static void add_label(struct export_job *job, struct builder *text, const struct graph_edge *edge)
{
    const struct record_claim *claim = edge->link_count == 1 ? edge->links->claim : NULL;
    if (!claim || edge->manner == MANNER_TOPIC)
        evidence_label(text, edge, EDGE_LABEL_RELATIONS);
    else if (has_room(job))
        phrase_claim(text, claim, PHRASE_MOST);
    else
        phrase_verb(text, claim);
}

static void write_edge_label(struct export_job *job, const struct graph_edge *edge, bool exact)
{
    static const char *const MARKS[] = {
        [RECORD_SAME] = "", [RECORD_CAME] = "+ ", [RECORD_GONE] = "\xE2\x88\x92 ", [RECORD_CHANGED] = "~ "};
    enum record_change change = edge_change(edge);
    if (needs_no_label(job, edge) && change == RECORD_SAME)
        return;
    struct builder text = builder_new(job->scratch), label = builder_new(job->scratch);
    if (exact)
        add_label(job, &text, edge);
    else
        evidence_label(&text, edge, EDGE_LABEL_RELATIONS);
    if (!text.length && change == RECORD_SAME)
        return;
    builder_text(&label, MARKS[change]);
    wrap_evenly(&label, export_built(job, &text), exact ? PHRASE_WIDTH : EDGE_LABEL_WIDTH,
                exact ? 2 * PHRASE_MOST : SIZE_MAX);
    struct view made = export_built(job, &label);
    write_text(job->out, "label", made);
}

static void write_edge_facts(struct export_job *job, const struct graph_edge *edge)
{
    struct builder relations = builder_new(job->scratch), claims = builder_new(job->scratch);
    evidence_relations(&relations, edge);
    for (size_t i = 0; i < edge->link_count; i++) {
        if (!edge->links[i].claim)
            continue;
        builder_separate(&claims, "; ");
        evidence_claim_id(&claims, edge->links[i].record, edge->links[i].claim);
    }
    write_text(job->out, "relations", export_built(job, &relations));
    write_text(job->out, "first_date", edge->first_date);
    write_text(job->out, "last_date", edge->last_date);
    write_text(job->out, "claims", export_built(job, &claims));
    write_text(job->out, "tooltip", tooltip_edge(job, edge));
}

/* Thicker with more claims, not without bound; what differs stands out. */
static double edge_width(const struct style_edge *style, const struct graph_edge *edge)
{
    double claims = edge->weight > 9 ? 9 : (double)edge->weight;
    enum record_change change = edge_change(edge);
    double emphasis = change == RECORD_CAME || change == RECORD_CHANGED ? CHANGE_EMPHASIS : 1;
    return emphasis * style->width * (claims > 1 ? 1 + 0.08 * claims : 1);
}

/* A line that is pale so as not to be in the way; its label must be read all the same. */
static bool is_pale(const struct graph_edge *edge)
{
    return edge->manner == MANNER_TOPIC || edge->manner == MANNER_AFFILIATION;
}

static void write_edge(struct export_job *job, const struct graph_edge *edge, bool exact)
{
    char id[NUMBER_SIZE];
    const struct style_edge *style = style_edge(job->options->theme, edge->manner);
    bool gone = edge_change(edge) == RECORD_GONE;
    const struct style_colour *colour = gone ? &style_page(job->options->theme)->faint : &style->colour;
    output_text(job->out, "  ");
    output_view_write(job->out, export_source_id(id, job, edge));
    output_text(job->out, " -> ");
    output_view_write(job->out, export_target_id(id, job, edge));
    output_print(job->out, " [manner=%s", graph_manner_name(edge->manner));
    write_id(job->out, export_edge_id(id, edge), (size_t)(edge - job->edges), exact);
    output_print(job->out, ", class=\"%s%s\"", graph_manner_name(edge->manner), edge->hedged ? " hedged" : "");
    write_edge_label(job, edge, exact);
    output_print(job->out, ", style=%s, arrowhead=%s", edge->hedged || gone ? style_hedged_line(style) : style->line,
                 style->head);
    write_real(job->out, "arrowsize", edge->manner == MANNER_ACCUSATION ? 1.0 : 0.8);
    write_real(job->out, "penwidth", edge_width(style, edge));
    write_colour(job->out, "color", colour, exact);
    write_colour(job->out, "fontcolor", is_pale(edge) ? &style_page(job->options->theme)->faint : colour, exact);
    write_text(job->out, "fontname", view_of(FONT));
    output_text(job->out, ", fontsize=" EDGE_FONT);
    write_integer(job->out, "weight", edge->weight ? (exact && edge->weight > 8 ? 8 : edge->weight) : 1);
    write_text(job->out, "URL", address_of(job, edge));
    if (!exact)
        write_edge_facts(job, edge);
    output_text(job->out, "];\n");
    arena_reset(job->scratch);
}

/* What sfdp and the like are told. Nodes come closer to each other where few lines must pass between them:
 * overlap_scaling is the mean length of an edge in mean sizes of a node. */
static void write_free_layout(struct export_job *job)
{
    char room[NUMBER_SIZE];
    size_t nodes = job->drawn ? job->drawn_count : job->graph->node_count;
    double lines = nodes ? (double)job->edge_count / (double)nodes : 0;
    struct view number = number_real(room, ROOM_LEAST + fmin(fmax(lines - 1, 0), ROOM_RANGE), 2);
    output_print(job->out,
                 "  overlap=prism;\n  overlap_scaling=-%.*s;\n  splines=line;\n  K=0.5;\n  repulsiveforce=2;\n"
                 "  sep=\"+32,14\";\n  esep=\"+5\";\n  start=1;\n",
                 VIEW_ARGS(number));
}

/* What the layout programs are told. nslimit and mclimit bound the time of dot; the rest is taste. */
static void write_layout(struct export_job *job)
{
    const char *layout = choose_layout(job);
    output_print(job->out, "  layout=%s;\n  outputorder=edgesfirst;\n", layout);
    if (strcmp(layout, "dot") == 0)
        output_text(job->out,
                    "  rankdir=LR;\n  nodesep=0.3;\n  ranksep=0.6;\n  nslimit=1;\n  nslimit1=1;\n  mclimit=0.2;\n");
    else
        write_free_layout(job);
}

void dot_write(struct export_job *job, bool for_picture)
{
    const struct style_page *page = style_page(job->options->theme);
    output_text(job->out, "digraph hearsay {\n");
    write_layout(job);
    if (for_picture)
        output_print(job->out, "  bgcolor=\"#%02x%02x%02x\";\n", page->background.red, page->background.green,
                     page->background.blue);
    else
        output_print(job->out, "  bgcolor=%s;\n", page->background.name);
    for (size_t i = 0; i < job->graph->node_count; i++)
        if (!job->drawn || job->drawn[i])
            write_node(job, &job->graph->nodes[i], for_picture);
    for (size_t i = 0; i < job->edge_count; i++)
        write_edge(job, &job->edges[i], for_picture);
    output_text(job->out, "}\n");
    if (for_picture)
        frame_write(job);
}

int export_dot(struct export_job *job)
{
    dot_write(job, false);
    return HEARSAY_OK;
}
