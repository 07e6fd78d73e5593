#include "export/svg.h"

#include "export/style.h"
#include "export/tooltip.h"
#include "export/xml.h"

#define LINK_TITLE VIEW(" xlink:title=\"")

/* The first `needle` at or after `from`, or v.length. */
static size_t find(struct view v, size_t from, struct view needle)
{
    const char *found = from < v.length ? memmem(v.data + from, v.length - from, needle.data, needle.length) : NULL;
    return found ? (size_t)(found - v.data) : v.length;
}

/* The place in the graph that follows `prefix` in an id of dot.c such as "n12" or "e3"; false where the text at `at` is
 * no such id. */
static bool read_id(struct view v, size_t at, char prefix, size_t *number)
{
    size_t digits = 0;
    if (at >= v.length || v.data[at] != prefix)
        return false;
    for (*number = 0; ++at < v.length && v.data[at] >= '0' && v.data[at] <= '9' && digits < 10; digits++)
        *number = *number * 10 + (size_t)(v.data[at] - '0');
    return digits > 0 && at < v.length && v.data[at] == '"';
}

/* What the element with the id at `at` tells; {NULL, 0}: nothing, it belongs to the frame. */
static struct view title_of(struct export_job *job, struct view picture, size_t at)
{
    size_t number;
    if (read_id(picture, at, 'n', &number) && number < job->graph->node_count)
        return tooltip_node(job, &job->graph->nodes[number]);
    if (read_id(picture, at, 'e', &number) && number < job->edge_count)
        return tooltip_edge(job, &job->edges[number]);
    return (struct view){NULL, 0};
}

static void write_title(struct export_job *job, struct view title)
{
    if (title.data) {
        output_text(job->out, "<title>");
        xml_text(job->out, title);
        output_text(job->out, "</title>");
    }
    arena_reset(job->scratch);
}

static void count(struct builder *builder, size_t number, const char *what)
{
    builder_integer(builder, (int64_t)number);
    builder_text(builder, what);
    builder_text(builder, number == 1 ? "" : "s");
}

/* The name and description of the whole picture, and what style sheets may build on. */
static void write_head(struct export_job *job)
{
    const struct graph *graph = job->graph;
    struct builder text = builder_new(job->scratch);
    size_t accusations = 0, statements = 0;
    for (size_t i = 0; i < job->edge_count; i++) {
        accusations += job->edges[i].accusations;
        statements += job->edges[i].statements;
    }
    builder_text(&text, "A network of ");
    count(&text, job->drawn_count, " node");
    builder_text(&text, " and ");
    count(&text, job->edge_count, " line");
    builder_text(&text, ": ");
    count(&text, accusations, " accusation");
    builder_text(&text, " and ");
    count(&text, statements, " statement");
    builder_text(&text, ". Each node and line has the sentences it comes from as its title.");
    output_text(job->out, "<title id=\"hearsay-title\">");
    xml_text(job->out, export_title(graph));
    output_text(job->out, "</title>\n<desc id=\"hearsay-description\">");
    xml_text(job->out, export_built(job, &text));
    output_text(job->out, "</desc>\n<style>a:hover{text-decoration:none} g.edge:hover path{stroke-width:4px} "
                          "g.node:hover text{font-weight:bold} ");
    /* What a label lies on shines through less. */
    const struct style_colour *paper = &style_page(job->options->theme)->background;
    output_print(job->out, "g.edge text{paint-order:stroke;stroke:#%02x%02x%02x;stroke-width:2.5px}</style>\n",
                 paper->red, paper->green, paper->blue);
    arena_reset(job->scratch);
}

/* Copies [from, to) with fonts to fall back to: DejaVu Sans is not everywhere, and Verdana is as wide. */
static void copy(struct export_job *job, struct view picture, size_t from, size_t to)
{
    static const struct view FONT = VIEW("\"DejaVu Sans"), BOLD = VIEW(" Bold\"");
    struct view part = view_slice(picture, from, to);
    for (size_t at = 0; at < part.length;) {
        size_t font = find(part, at, FONT), end = font < part.length ? font + FONT.length : part.length;
        output_write(job->out, part.data + at, end - at);
        if (font < part.length)
            output_text(job->out, ",Verdana,sans-serif");
        if (view_starts(view_slice(part, end, part.length), BOLD)) {
            output_text(job->out, "\" font-weight=\"bold\"");
            end += BOLD.length;
        }
        at = end;
    }
}

/* The title that Graphviz gives a link, its label again, would hide ours: it is left out. */
static size_t skip_link_title(struct view picture, size_t at)
{
    size_t end = find(picture, at + LINK_TITLE.length, VIEW("\""));
    return end < picture.length ? end + 1 : end;
}

/* What the copy must change. */
enum change { COMMENT, TITLE, LINK, GROUP, CHANGES };
static const struct view CHANGED[CHANGES] = {VIEW("<!--"), VIEW("<title>"), LINK_TITLE, VIEW("<g id=\"")};

/* The next change at or after `from`; places[c] remembers where each is next. CHANGES: there is none. */
static enum change next_change(struct view picture, size_t from, size_t places[CHANGES])
{
    enum change first = COMMENT;
    for (int c = 0; c < CHANGES; c++) {
        if (places[c] < from)
            places[c] = find(picture, from, CHANGED[c]);
        if (places[c] < places[first])
            first = (enum change)c;
    }
    return places[first] < picture.length ? first : CHANGES;
}

/* Graphviz's own title of a group is its name, n0: ours stands in its place. The id of the group is in the tag before
 * it. */
static size_t replace_title(struct export_job *job, struct view picture, size_t at)
{
    size_t start = at;
    while (start > 0 && picture.data[start] != '<')
        start--;
    while (start > 0 && picture.data[start - 1] != '<')
        start--;
    size_t id = find(view_slice(picture, 0, at), start, VIEW("id=\""));
    write_title(job, id < at ? title_of(job, picture, id + 4) : (struct view){NULL, 0});
    return find(picture, at, VIEW("</title>")) + strlen("</title>");
}

/* Writes the id of what the group draws; returns where Graphviz's own ends. */
static size_t replace_id(struct export_job *job, struct view picture, size_t at)
{
    char buffer[NUMBER_SIZE];
    size_t start = at + CHANGED[GROUP].length, number;
    output_view_write(job->out, CHANGED[GROUP]);
    if (read_id(picture, start, 'n', &number) && number < job->graph->node_count)
        output_view_write(job->out, export_node_id(buffer, &job->graph->nodes[number]));
    else if (read_id(picture, start, 'e', &number) && number < job->edge_count)
        output_view_write(job->out, export_edge_id(buffer, &job->edges[number]));
    else
        return start;
    return find(picture, start, VIEW("\""));
}

static int broken(struct export_job *job)
{
    return error_set(job->error, HEARSAY_ERROR_INTERNAL, "draw", "", "hearsay-draw made something that is no SVG");
}

/* Writes what stands in the place of a change; returns where the copy goes on. */
static size_t apply(struct export_job *job, struct view picture, enum change change, size_t at)
{
    switch (change) {
    case COMMENT:
        return find(picture, at, VIEW("-->")) + strlen("-->\n");
    case TITLE:
        return replace_title(job, picture, at);
    case GROUP:
        return replace_id(job, picture, at);
    default:
        return skip_link_title(picture, at);
    }
}

int svg_finish(struct export_job *job, struct view picture)
{
    size_t svg = find(picture, 0, VIEW("<svg")), at = find(picture, svg, VIEW(">")) + 1, places[CHANGES] = {0};
    if (at >= picture.length || find(picture, at, VIEW("</svg>")) == picture.length)
        return broken(job);
    output_text(job->out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg role=\"img\" "
                          "aria-labelledby=\"hearsay-title hearsay-description\"");
    copy(job, picture, svg + strlen("<svg"), at);
    output_char(job->out, '\n');
    write_head(job);
    while (at < picture.length) {
        enum change change = next_change(picture, at, places);
        copy(job, picture, at, change == CHANGES ? picture.length : places[change]);
        at = change == CHANGES ? picture.length : apply(job, picture, change, places[change]);
    }
    return HEARSAY_OK;
}
