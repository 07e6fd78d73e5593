#include "export/frame.h"

#include "base/seen.h"
#include "base/utf8.h"
#include "export/dot.h"
#include "export/evidence.h"
#include "export/style.h"
#include "export/wrap.h"

#define TITLE_SIZE       17.0
#define EMPTY_SIZE       11.0
#define NOTE_SIZE        9.0
#define LEGEND_SIZE      9.5
#define LINE_CHARACTERS  110
#define TITLE_CHARACTERS 64
#define CHARACTER_WIDTH  0.64 /* of DejaVu Sans, in parts of the font size: a little too wide is what is safe */
#define SYMBOL_WIDTH     34.0 /* points: a legend entry's line or shape */
#define DOCUMENTS_NAMED  3
#define UNLINKED_NAMED   12

/* Lines that start at the left: Graphviz's \l ends each. */
static void write_lines(struct output *out, struct view text)
{
    output_char(out, '"');
    for (size_t start = 0, i = 0; i <= text.length; i++) {
        if (i < text.length && text.data[i] != '\n')
            continue;
        dot_escaped(out, view_slice(text, start, i));
        output_text(out, "\\l");
        start = i + 1;
    }
    output_char(out, '"');
}

static size_t longest_line(struct view text, size_t *lines)
{
    size_t longest = 0;
    *lines = 0;
    for (size_t start = 0, i = 0; i <= text.length; i++) {
        if (i < text.length && text.data[i] != '\n')
            continue;
        size_t length = utf8_length(view_slice(text, start, i));
        longest = length > longest ? length : longest;
        start = i + 1;
        (*lines)++;
    }
    return longest;
}

/* ", width=W, height=H" in inches, from points. */
static void write_size(struct output *out, double width, double height)
{
    char w[NUMBER_SIZE], h[NUMBER_SIZE];
    struct view inches = number_real(w, width / 72, 3), high = number_real(h, height / 72, 3);
    output_print(out, ", fixedsize=true, width=%.*s, height=%.*s", VIEW_ARGS(inches), VIEW_ARGS(high));
}

static void write_hex(struct output *out, const char *name, const struct style_colour *colour)
{
    output_print(out, ", %s=\"#%02x%02x%02x\"", name, colour->red, colour->green, colour->blue);
}

/* A block of text at the left: `name` is its id. */
static void write_block(struct export_job *job, const char *name, const char *slot, struct view text, double size,
                        bool bold, const struct style_colour *colour)
{
    char points[NUMBER_SIZE];
    size_t lines, longest = longest_line(text, &lines);
    struct view number = number_real(points, size, 1);
    output_print(job->out,
                 "  %s [slot=%s, class=\"%s\", shape=plaintext, margin=0, fontname=\"DejaVu Sans%s\", fontsize=%.*s",
                 name, slot, slot, bold ? " Bold" : "", VIEW_ARGS(number));
    write_size(job->out, (double)longest * size * CHARACTER_WIDTH * (bold ? 1.1 : 1), (double)lines * size * 1.2 + 2);
    write_hex(job->out, "fontcolor", colour);
    output_text(job->out, ", label=");
    write_lines(job->out, text);
    output_text(job->out, "];\n");
}

/* A legend entry's words. */
static void write_caption(struct export_job *job, size_t entry, const char *caption)
{
    char points[NUMBER_SIZE];
    double width = (double)strlen(caption) * LEGEND_SIZE * CHARACTER_WIDTH;
    struct view dx = number_real(points, SYMBOL_WIDTH + 8 + width / 2, 1);
    output_print(job->out,
                 "  t%zu [slot=legend, class=\"legend\", entry=%zu, dx=%.*s, shape=plaintext, margin=0, "
                 "fontname=\"DejaVu Sans\", "
                 "fontsize=9.5",
                 entry, entry, VIEW_ARGS(dx));
    write_size(job->out, width, 14);
    write_hex(job->out, "fontcolor", &style_page(job->options->theme)->text);
    output_text(job->out, ", label=");
    write_lines(job->out, view_of(caption));
    output_text(job->out, "];\n");
}

static void write_node_entry(struct export_job *job, size_t entry, enum graph_node_type type)
{
    const struct style_node *style = style_node(job->options->theme, type);
    output_print(job->out,
                 "  s%zu [slot=legend, class=\"legend\", entry=%zu, dx=%d, shape=%s, style=\"%s\", label=\"\"", entry,
                 entry, (int)(SYMBOL_WIDTH / 2), style->shape, style->style);
    write_size(job->out, SYMBOL_WIDTH - 6, 13);
    write_hex(job->out, "fillcolor", &style->fill);
    write_hex(job->out, "color", &style->border);
    output_text(job->out, "];\n");
    write_caption(job, entry, style->caption);
}

static void write_edge_end(struct export_job *job, const char *name, size_t entry, int dx)
{
    output_print(job->out, "  %s%zu [slot=legend, class=\"legend\", entry=%zu, dx=%d, shape=point, style=invis", name,
                 entry, entry, dx);
    write_size(job->out, 0.7, 0.7);
    output_text(job->out, ", label=\"\"];\n");
}

static void write_edge_entry(struct export_job *job, size_t entry, const struct style_edge *style, const char *line,
                             const char *caption)
{
    char width[NUMBER_SIZE];
    struct view penwidth = number_real(width, style->width, 1);
    write_edge_end(job, "a", entry, 0);
    write_edge_end(job, "b", entry, (int)SYMBOL_WIDTH);
    output_print(job->out, "  a%zu -> b%zu [class=\"legend\", style=%s, arrowhead=%s, arrowsize=0.8, penwidth=%.*s",
                 entry, entry, line, style->head, VIEW_ARGS(penwidth));
    write_hex(job->out, "color", &style->colour);
    output_text(job->out, "];\n");
    write_caption(job, entry, caption);
}

/* A line that is dotted anyway does not show that it is hedged. */
static bool looks_hedged(const struct export_job *job, const struct graph_edge *edge)
{
    const struct style_edge *style = style_edge(job->options->theme, edge->manner);
    return edge->hedged && strcmp(style_hedged_line(style), style->line) != 0;
}

/* Only what the picture shows is explained. */
static void write_legend(struct export_job *job)
{
    bool types[NODE_TYPE_COUNT] = {false}, manners[MANNER_COUNT] = {false}, hedged = false;
    size_t entry = 0;
    for (size_t i = 0; i < job->graph->node_count; i++)
        if (job->drawn[i])
            types[job->graph->nodes[i].type] = true;
    for (size_t i = 0; i < job->edge_count; i++) {
        manners[job->edges[i].manner] = true;
        hedged = hedged || looks_hedged(job, &job->edges[i]);
    }
    for (int type = 0; type < NODE_TYPE_COUNT; type++)
        if (types[type])
            write_node_entry(job, entry++, (enum graph_node_type)type);
    for (int manner = 0; manner < MANNER_COUNT; manner++) {
        const struct style_edge *style = style_edge(job->options->theme, (enum graph_manner)manner);
        if (manners[manner] && !(manner == MANNER_ANSWER && manners[MANNER_DENIAL])) /* they look alike */
            write_edge_entry(job, entry++, style, style->line, style->caption);
    }
    if (hedged) {
        const struct style_edge *style = style_edge(job->options->theme, MANNER_STATEMENT);
        write_edge_entry(job, entry, style, style_hedged_line(style), "dashed: alleged or unsure");
    }
}

/* Adds the names of those who are not drawn, at most UNLINKED_NAMED; returns how many there are, or -1 without memory.
 * Who is drawn has a line; several of one name are named once. */
static int64_t add_unlinked(struct builder *text, const struct export_job *job, struct seen *names)
{
    int64_t found = 0;
    for (int drawn = 1; drawn >= 0; drawn--) {
        for (size_t i = 0; i < job->graph->node_count; i++) {
            const struct graph_node *node = &job->graph->nodes[i];
            if (node->type == NODE_CLAIM || job->drawn[i] != (bool)drawn)
                continue;
            int new = seen_add(names, node->label);
            if (new < 0)
                return -1;
            if (drawn || !new || ++found > UNLINKED_NAMED)
                continue;
            builder_text(text, found > 1 ? "; " : "Also in the text, but not drawn: ");
            builder_add(text, node->label);
        }
    }
    return found;
}

/* "Also in the text, but not drawn: A; B; C and 3 more." */
static void write_unlinked(struct export_job *job)
{
    struct builder text = builder_new(job->scratch), lines = builder_new(job->scratch);
    struct seen *names = seen_new();
    int64_t found = names ? add_unlinked(&text, job, names) : -1;
    seen_free(names);
    job->out_of_memory = job->out_of_memory || found < 0;
    if (found > UNLINKED_NAMED) {
        builder_text(&text, " and ");
        builder_integer(&text, found - UNLINKED_NAMED);
        builder_text(&text, " more");
    }
    if (found > 0) {
        builder_text(&text, ".");
        wrap_text(&lines, export_built(job, &text), LINE_CHARACTERS, 900);
        write_block(job, "unlinked", "note", export_built(job, &lines), NOTE_SIZE, false,
                    &style_page(job->options->theme)->faint);
    }
    arena_reset(job->scratch);
}

/* By its title, unless that stands over the picture already. */
static void add_document(struct builder *builder, const struct record *record, struct view over)
{
    struct view name = record->title.length && !view_equal(record->title, over) ? record->title
                       : record->url.length                                     ? record->url
                                                                                : record->id;
    builder_add(builder, name);
    if (record->date.length) {
        builder_text(builder, " (");
        builder_add(builder, record->date);
        builder_text(builder, ")");
    }
}

static void add_number(struct builder *builder, size_t count, const char *what)
{
    builder_integer(builder, (int64_t)count);
    builder_text(builder, what);
    builder_text(builder, count == 1 ? "" : "s");
}

/* What is not in the picture for want of room. */
static void add_left_out(struct builder *builder, const struct export_job *job)
{
    const struct graph *graph = job->graph;
    if (graph->nodes_left_out) {
        builder_text(builder, " Shown are the ");
        builder_integer(builder, (int64_t)graph->node_count);
        builder_text(builder, " most important of ");
        add_number(builder, graph->node_count + graph->nodes_left_out, " node");
        builder_text(builder, ".");
    }
    const struct {
        size_t count;
        const char *what;
    } parts[] = {{job->mentions_left_out, " mention"},
                 {job->lines_left_out, " less important line"},
                 {job->claims_left_out, " less important claim"}};
    bool first = true;
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
        if (!parts[i].count)
            continue;
        builder_text(builder, first ? " Left out for clarity: " : ", ");
        add_number(builder, parts[i].count, parts[i].what);
        first = false;
    }
    builder_text(builder, first ? "" : ".");
}

/* "Source: TITLE (DATE). 12 claims found by hearsay 0.1.0." */
static void write_source(struct export_job *job)
{
    const struct graph *graph = job->graph;
    struct builder text = builder_new(job->scratch), lines = builder_new(job->scratch);
    builder_text(&text, graph->record_count == 1 ? "Source: " : "Sources: ");
    for (size_t i = 0; i < graph->record_count && i < DOCUMENTS_NAMED; i++) {
        builder_text(&text, i ? "; " : "");
        add_document(&text, &graph->records[i], export_title(graph));
    }
    if (graph->record_count > DOCUMENTS_NAMED) {
        builder_text(&text, " and ");
        builder_integer(&text, (int64_t)(graph->record_count - DOCUMENTS_NAMED));
        builder_text(&text, " more");
    }
    builder_text(&text, ". ");
    add_number(&text, graph->claim_count, " claim");
    builder_text(&text, " found by hearsay " HEARSAY_VERSION ".");
    add_left_out(&text, job);
    wrap_text(&lines, export_built(job, &text), LINE_CHARACTERS, 600);
    write_block(job, "source", "note", export_built(job, &lines), NOTE_SIZE, false,
                &style_page(job->options->theme)->faint);
    arena_reset(job->scratch);
}

/* Why there is little or nothing to see. */
static void write_empty(struct export_job *job)
{
    const struct graph *graph = job->graph;
    struct builder text = builder_new(job->scratch), lines = builder_new(job->scratch);
    if (job->edge_count)
        return;
    builder_text(&text, graph->claim_count ? "No lines: nobody here speaks to or about somebody who is named."
                                           : "No statement or accusation to draw was found.");
    for (size_t i = 0; i < graph->record_count && i < DOCUMENTS_NAMED && !graph->claim_count; i++) {
        for (size_t w = 0; w < graph->records[i].warning_count; w++) {
            builder_text(&text, " ");
            builder_add(&text, graph->records[i].id);
            builder_text(&text, ": ");
            builder_add(&text, graph->records[i].warnings[w]);
            builder_text(&text, ".");
        }
    }
    wrap_text(&lines, export_built(job, &text), TITLE_CHARACTERS, 400);
    write_block(job, "empty", "title", export_built(job, &lines), EMPTY_SIZE, false,
                &style_page(job->options->theme)->text);
    arena_reset(job->scratch);
}

void frame_write(struct export_job *job)
{
    struct builder title = builder_new(job->scratch);
    output_text(job->out, "digraph frame {\n");
    wrap_text(&title, export_title(job->graph), TITLE_CHARACTERS, 200);
    write_block(job, "title", "title", export_built(job, &title), TITLE_SIZE, true,
                &style_page(job->options->theme)->text);
    arena_reset(job->scratch);
    write_empty(job);
    write_legend(job);
    write_unlinked(job);
    write_source(job);
    output_text(job->out, "}\n");
}
