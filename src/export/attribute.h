/* attribute.h: the attributes of nodes and edges, once for all formats. Names are NMTOKENs and unique without regard to
 * case, and those that Gephi knows (label, weight, x, y, size, r, g, b) have the type it expects. */
#ifndef HEARSAY_EXPORT_ATTRIBUTE_H
#define HEARSAY_EXPORT_ATTRIBUTE_H

#include "export/internal.h"

enum attribute_type { ATTRIBUTE_TEXT, ATTRIBUTE_INTEGER, ATTRIBUTE_REAL, ATTRIBUTE_BOOLEAN };

struct attribute_value {
    bool present; /* false: the node or edge has no such attribute */
    struct view text;
    int64_t integer; /* booleans too */
    double real;
};

/* What attributes are for, so that formats can leave out what they say in their own way. */
enum attribute_use {
    USE_FACT,   /* plain */
    USE_FLAT,   /* a list or table as one text: JSON writes it as a list */
    USE_VISUAL, /* x, y, size, r, g, b: GEXF has viz for it */
    USE_LABEL,  /* label */
    USE_WEIGHT, /* weight */
};

struct node_attribute {
    const char *name;
    enum attribute_type type;
    enum attribute_use use;
    bool of_claims; /* only nodes of the view statements have it */
    int decimals;   /* reals */
    void (*get)(struct export_job *job, const struct graph_node *node, struct attribute_value *value);
};

struct edge_attribute {
    const char *name;
    enum attribute_type type;
    enum attribute_use use;
    void (*get)(struct export_job *job, const struct graph_edge *edge, struct attribute_value *value);
};

/* The attributes of nodes in the order in which they are written; *count of them. */
const struct node_attribute *export_node_attributes(size_t *count);

/* Those of edges: of one claim each (GRAPH_EACH), or of many. */
const struct edge_attribute *export_edge_attributes(enum graph_grouping grouping, size_t *count);

/* True where nodes of this job's view may have the attribute. */
bool export_node_attribute_applies(const struct export_job *job, const struct node_attribute *attribute);

/* The text of a value in `buffer`, or the text that it is; reals with `decimals` places. Booleans: "true", "false". */
struct view export_value_text(char buffer[NUMBER_SIZE], enum attribute_type type, int decimals,
                              const struct attribute_value *value);

/* `"name": value` into an object, nothing where the value is not present. */
struct json_writer;
void export_json_value(struct json_writer *json, const char *name, enum attribute_type type, int decimals,
                       const struct attribute_value *value);

/* `"key": "id"`. */
void export_json_id(struct json_writer *json, const char *key, struct view id);

/* Getters fill these. */
static inline void set_text(struct attribute_value *value, struct view text)
{
    value->present = text.data != NULL;
    value->text = text;
}

static inline void set_integer(struct attribute_value *value, int64_t integer)
{
    value->present = true;
    value->integer = integer;
}

static inline void set_real(struct attribute_value *value, double real)
{
    value->present = true;
    value->real = real;
}

#endif
