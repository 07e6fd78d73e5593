/* hearsay_graph.c: the public library's graphs: options by name, building, writing. */
#include <stdio.h>
#include <stdlib.h>

#include "export/export.h"
#include "graph/graph.h"
#include "hearsay.h"
#include "hearsay_internal.h"

struct hearsay_graph {
    struct arena *arena; /* option texts, then the graph */
    struct graph_options options;
    struct export_options export_options;
    struct graph graph;
};

/* Each setter reads one value; false where it is none. */
typedef bool setter(struct hearsay_graph *graph, struct view value);

static bool parse_number(struct view value, size_t most, size_t *out)
{
    size_t number = 0;
    for (size_t i = 0; i < value.length; i++) {
        if (value.data[i] < '0' || value.data[i] > '9' || number > most / 10) {
            return false;
        }
        number = 10 * number + (size_t)(value.data[i] - '0');
    }
    *out = number;
    return value.length > 0 && number <= most;
}

static bool parse_switch(struct view value, bool *out)
{
    *out = view_is(value, "on");
    return *out || view_is(value, "off");
}

/* "0.5" or "1": a number from 0 to 1 with at most two decimals, as percent. */
static bool parse_percent(struct view value, int *out)
{
    size_t whole = 0, decimals = 0;
    if (value.length == 0 || !parse_number(view_slice(value, 0, 1), 1, &whole)) {
        return false;
    }
    struct view rest = view_slice(value, 1, value.length);
    if (rest.length > 0) {
        bool valid =
            rest.data[0] == '.' && rest.length <= 3 && parse_number(view_slice(rest, 1, rest.length), 99, &decimals);
        if (!valid) {
            return false;
        }
        decimals *= rest.length == 2 ? 10 : 1;
    }
    *out = (int)(100 * whole + decimals);
    return *out <= 100;
}

int hearsay_min_confidence_set(struct hearsay_options *options, const char *value, struct hearsay_error *error)
{
    if (!parse_percent(view_of(value), &options->min_confidence)) {
        return error_set(error, HEARSAY_ERROR_USAGE, "options", "",
                         "--min-confidence cannot be \"%.40s\"; it takes a number from 0 to 1", value);
    }
    return HEARSAY_OK;
}

/* Calls `add` for each part of "a,b,c"; false where a part is none. */
static bool each_part(struct view list, bool (*add)(struct view part, void *user), void *user)
{
    size_t start = 0;
    for (size_t i = 0; i <= list.length; i++) {
        if (i == list.length || list.data[i] == ',') {
            if (!add(view_slice(list, start, i), user)) {
                return false;
            }
            start = i + 1;
        }
    }
    return true;
}

static bool set_view(struct hearsay_graph *graph, struct view value)
{
    return graph_view_of(value, &graph->options.view);
}

static bool add_kind(struct view part, void *user)
{
    unsigned *kinds = user;
    for (enum claim_kind kind = CLAIM_STATEMENT; kind <= CLAIM_ACCUSATION; kind++) {
        if (view_is(part, claim_kind_name(kind))) {
            *kinds |= 1u << kind;
            return true;
        }
    }
    return false;
}

static bool set_kind(struct hearsay_graph *graph, struct view value)
{
    graph->options.kinds = 0;
    return each_part(value, add_kind, &graph->options.kinds);
}

static bool add_relation(struct view part, void *user)
{
    uint32_t *relations = user;
    enum claim_relation relation;
    if (!claim_relation_of(part, &relation)) {
        return false;
    }
    *relations |= 1u << relation;
    return true;
}

static bool set_relation(struct hearsay_graph *graph, struct view value)
{
    graph->options.relations = 0;
    return each_part(value, add_relation, &graph->options.relations);
}

static bool add_stance(struct view part, void *user)
{
    static const char *const names[] = {"negative", "neutral", "positive"};
    unsigned *stances = user;
    for (unsigned i = 0; i < 3; i++) {
        if (view_is(part, names[i])) {
            *stances |= 1u << i;
            return true;
        }
    }
    return false;
}

static bool set_stance(struct hearsay_graph *graph, struct view value)
{
    graph->options.stances = 0;
    return each_part(value, add_stance, &graph->options.stances);
}

static bool set_since(struct hearsay_graph *graph, struct view value)
{
    graph->options.since = value;
    return record_date_valid(value);
}

static bool set_until(struct hearsay_graph *graph, struct view value)
{
    graph->options.until = value;
    return record_date_valid(value);
}

static bool set_focus(struct hearsay_graph *graph, struct view value)
{
    graph->options.focus = value;
    return value.length > 0;
}

static bool set_hops(struct hearsay_graph *graph, struct view value)
{
    size_t hops = 0;
    bool valid = parse_number(value, 1000, &hops);
    graph->options.hops = (unsigned)hops;
    return valid;
}

static bool set_top(struct hearsay_graph *graph, struct view value)
{
    return parse_number(value, UINT32_MAX, &graph->options.top);
}

static bool set_min_weight(struct hearsay_graph *graph, struct view value)
{
    return parse_number(value, UINT32_MAX, &graph->options.min_weight);
}

static bool set_min_confidence(struct hearsay_graph *graph, struct view value)
{
    return parse_percent(value, &graph->options.min_confidence);
}

static bool set_topics(struct hearsay_graph *graph, struct view value)
{
    return parse_switch(value, &graph->options.topics);
}

static bool set_affiliations(struct hearsay_graph *graph, struct view value)
{
    return parse_switch(value, &graph->options.affiliations);
}

static bool set_component(struct hearsay_graph *graph, struct view value)
{
    graph->options.largest_component = view_is(value, "largest");
    return graph->options.largest_component || view_is(value, "all");
}

static bool set_edges(struct hearsay_graph *graph, struct view value)
{
    return graph_grouping_of(value, &graph->export_options.edges);
}

static bool set_layout(struct hearsay_graph *graph, struct view value)
{
    return export_layout_of(value, &graph->export_options.layout);
}

static bool set_theme(struct hearsay_graph *graph, struct view value)
{
    return export_theme_of(value, &graph->export_options.theme);
}

static bool set_title(struct hearsay_graph *graph, struct view value)
{
    graph->options.title = value;
    return true;
}

static bool set_gexf_version(struct hearsay_graph *graph, struct view value)
{
    graph->export_options.gexf_version = view_is(value, "1.2") ? 12 : 13;
    return view_is(value, "1.2") || view_is(value, "1.3");
}

static const struct {
    struct hearsay_graph_option option;
    setter *set;
} options[] = {
    {{"view", "network|statements|countries", "what the nodes are: actors, claims too, or countries"}, set_view},
    {{"kind", "LIST", "only these kinds: statement,accusation"}, set_kind},
    {{"relation", "LIST", "only these relations: accuse,criticise,deny,... (27; man hearsay lists them)"},
     set_relation},
    {{"stance", "LIST", "only these stances toward the target: negative,neutral,positive"}, set_stance},
    {{"since", "DATE", "only claims from this day, month or year on"}, set_since},
    {{"until", "DATE", "only claims to this day, month or year"}, set_until},
    {{"focus", "NAME", "only the surroundings of this actor"}, set_focus},
    {{"hops", "N", "how far the surroundings reach (1)"}, set_hops},
    {{"top", "N", "only the N most important actors"}, set_top},
    {{"min-weight", "N", "only edges of N claims or more"}, set_min_weight},
    {{"min-confidence", "X", "only claims of confidence X (0 to 1) or more (0.30)"}, set_min_confidence},
    {{"topics", "on|off", "draw what statements are about (on)"}, set_topics},
    {{"affiliations", "on|off", "draw who belongs to whom (off)"}, set_affiliations},
    {{"component", "all|largest", "only the largest connected part"}, set_component},
    {{"edges", "merged|manner|each", "one edge for each pair, each manner or each claim (pictures: manner)"},
     set_edges},
    {{"layout", "auto|dot|sfdp|neato", "how pictures are laid out (auto: by size)"}, set_layout},
    {{"theme", "light|dark", "colours of pictures (light)"}, set_theme},
    {{"title", "TEXT", "title of the graph (else that of its only document)"}, set_title},
    {{"gexf-version", "1.2|1.3", "version of GEXF (1.3)"}, set_gexf_version},
};

enum { OPTION_COUNT = sizeof options / sizeof *options };

const struct hearsay_graph_option *hearsay_graph_option(size_t index)
{
    return index < OPTION_COUNT ? &options[index].option : NULL;
}

int hearsay_graph_new(struct hearsay_graph **out, const struct hearsay *hearsay, struct hearsay_error *error)
{
    struct hearsay_graph *graph = calloc(1, sizeof *graph);
    *out = NULL;
    if (!graph) {
        return error_memory(error, "graph");
    }
    graph->options = graph_options_default();
    graph->export_options = export_options_default();
    graph->export_options.limits = hearsay->limits;
    graph->export_options.defer_sync = hearsay->defer_sync;
    graph->arena = arena_new(0);
    if (!graph->arena) {
        hearsay_graph_free(graph);
        return error_memory(error, "graph");
    }
    *out = graph;
    return HEARSAY_OK;
}

void hearsay_graph_free(struct hearsay_graph *graph)
{
    if (graph) {
        arena_free(graph->arena);
        free(graph);
    }
}

/* The help of the option has no room for all of them. */
static int refuse_relation(const char *value, struct hearsay_error *error)
{
    char known[300] = "";
    size_t length = 0;
    for (enum claim_relation i = 0; i < RELATION_COUNT && length < sizeof known; i++) {
        length += (size_t)snprintf(known + length, sizeof known - length, "%s%s", i ? ", " : "",
                                   claim_relation_facts(i)->name);
    }
    return error_set(error, HEARSAY_ERROR_USAGE, "graph", "",
                     "--relation cannot be \"%.60s\"; it takes a list (accuse,deny) of %s", value, known);
}

int hearsay_graph_set(struct hearsay_graph *graph, const char *name, const char *value, struct hearsay_error *error)
{
    for (size_t i = 0; i < OPTION_COUNT; i++) {
        if (strcmp(options[i].option.name, name) != 0) {
            continue;
        }
        struct view copy = arena_copy(graph->arena, view_of(value));
        if (!copy.data) {
            return error_memory(error, "graph");
        }
        if (options[i].set(graph, copy)) {
            return HEARSAY_OK;
        }
        if (options[i].set == set_relation) {
            return refuse_relation(value, error);
        }
        return error_set(error, HEARSAY_ERROR_USAGE, "graph", "", "--%s cannot be \"%.60s\"; it takes %s (%s)", name,
                         value, options[i].option.value, options[i].option.help);
    }
    return error_set(error, HEARSAY_ERROR_USAGE, "graph", "", "graphs have no option \"%.60s\"", name);
}

int hearsay_graph_build_of(struct hearsay_graph *graph, const struct record *records, size_t count,
                           struct hearsay_error *error)
{
    return graph_build(&graph->graph, records, count, &graph->options, graph->arena, error);
}

int hearsay_graph_build(struct hearsay_graph *graph, const struct hearsay_records *records, struct hearsay_error *error)
{
    return hearsay_graph_build_of(graph, records->items, records->count, error);
}

static const struct export_format *find_format(const char *path, const char *format)
{
    return format ? export_format_named(view_of(format)) : export_format_of(path);
}

bool hearsay_graph_ending(const char *format, size_t index, char ending[32])
{
    const struct export_format *found = export_format_named(view_of(format));
    return found && export_format_ending(found, index, ending);
}

int hearsay_graph_format_check(const char *path, const char *format, struct hearsay_error *error)
{
    if (find_format(path, format)) {
        return HEARSAY_OK;
    }
    char known[200] = "";
    size_t length = 0;
    for (size_t i = 0; export_format_at(i) && length < sizeof known - 1; i++) {
        int added = snprintf(known + length, sizeof known - length, "%s%s", i ? ", " : "",
                             export_format_name(export_format_at(i)));
        length += added > 0 ? (size_t)added : 0;
    }
    if (format) {
        return error_set(error, HEARSAY_ERROR_USAGE, "export", path, "there is no format \"%.40s\"; there are %s",
                         format, known);
    }
    return error_set(error, HEARSAY_ERROR_USAGE, "export", path,
                     "no format has this suffix; name one of %s with --format", known);
}

int hearsay_graph_write(const struct hearsay_graph *graph, const char *path, const char *format,
                        struct hearsay_error *error)
{
    int code = hearsay_graph_format_check(path, format, error);
    return code < 0 ? code
                    : export_write(&graph->graph, find_format(path, format), &graph->export_options, path, error);
}
