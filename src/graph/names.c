/* names.c: names of views, manners and node types as options and files have them. */
#include "graph/graph.h"

static const char *const VIEW_NAMES[] = {"network", "statements", "countries"};
static const char *const GROUPING_NAMES[] = {"auto", "merged", "manner", "each"};
static const char *const MANNER_NAMES[MANNER_COUNT] = {"accusation",  "denial", "support", "statement", "topic",
                                                       "affiliation", "source", "answer",  "report"};
static const char *const TYPE_NAMES[NODE_TYPE_COUNT] = {"person", "organisation", "country", "group", "claim"};

const char *graph_view_name(enum graph_view view)
{
    return VIEW_NAMES[view];
}

const char *graph_manner_name(enum graph_manner manner)
{
    return MANNER_NAMES[manner];
}

const char *graph_node_type_name(enum graph_node_type type)
{
    return TYPE_NAMES[type];
}

bool graph_view_of(struct view name, enum graph_view *view)
{
    int i = view_index(name, VIEW_NAMES, sizeof VIEW_NAMES / sizeof *VIEW_NAMES);
    if (i >= 0)
        *view = (enum graph_view)i;
    return i >= 0;
}

bool graph_grouping_of(struct view name, enum graph_grouping *grouping)
{
    int i = view_index(name, GROUPING_NAMES, sizeof GROUPING_NAMES / sizeof *GROUPING_NAMES);
    if (i >= 0)
        *grouping = (enum graph_grouping)i;
    return i >= 0;
}
