/* graph.h: records -> graph: build, fold, filter, measure. Nodes and links are plain structs in the caller's arena;
 * igraph is known to graph/measure.c alone. Texts point into the records, which must outlive the graph.
 *
 * The smallest piece is the link: one claim between two nodes. Links are sorted by source, target and manner, so that
 * an edge, whatever a format merges, is a range of links: see graph_edges.
 *
 * What becomes a link in the views network and countries:
 * - An accusation runs from each source to each target. Its topics and addressees are never accused: they get
 *   no link.
 * - A statement runs from each source to each target, addressee and (options.topics) topic.
 * - A claim without a known source, or whose target is not known, connects nobody there; its known actors are still
 *   nodes.
 * - A negated claim ("did not accuse") and a hypothetical one ("would accuse") were not made: no link, and not counted.
 * - One claim links two nodes once: as target before addressee before topic. What one says of oneself as a topic is no
 *   link.
 * Places are never nodes. The view statements has every claim as a node, also those without source and target. */
#ifndef HEARSAY_GRAPH_GRAPH_H
#define HEARSAY_GRAPH_GRAPH_H

#include "record/record.h"

enum graph_view {
    GRAPH_NETWORK,    /* who -> whom */
    GRAPH_STATEMENTS, /* who -> claim -> whom, and claim -> the claim it denies */
    GRAPH_COUNTRIES,  /* the network with people, organisations and groups folded into their countries. An actor's
                         country is its own, else that of what it is affiliated to. Organisations without one (NATO)
                         stay; people and groups without one are left out. */
};

/* What makes one edge of several links. */
enum graph_grouping {
    GRAPH_AUTO,   /* what suits the format: DOT and pictures by manner, GEXF each, else merged */
    GRAPH_MERGED, /* one edge for each ordered pair of nodes */
    GRAPH_MANNER, /* one edge for each ordered pair and manner: what a picture draws as one line */
    GRAPH_EACH,   /* one edge for each link */
};

/* What a link means, in the order in which edges of one pair stand; a picture has one line style for each. */
enum graph_manner {
    MANNER_ACCUSATION,  /* kind accusation, to its target */
    MANNER_DENIAL,      /* a statement with stance -1: deny, reject; to its target, else to who made what it answers */
    MANNER_SUPPORT,     /* a statement with stance +1 to its target: praise, defend, ... */
    MANNER_STATEMENT,   /* any other statement, to its target or addressee */
    MANNER_TOPIC,       /* a statement, to a topic */
    MANNER_AFFILIATION, /* no claim: "president of"; options.affiliations */
    MANNER_SOURCE,      /* view statements: who said it -> the claim. From the claim on, the manners above apply. */
    MANNER_ANSWER,      /* view statements: a claim -> the claim it denies, rejects or contradicts */
    MANNER_REPORT,      /* view statements: a claim -> the claim that stands in its content */
    MANNER_COUNT
};

enum graph_node_type { NODE_PERSON, NODE_ORGANISATION, NODE_COUNTRY, NODE_GROUP, NODE_CLAIM, NODE_TYPE_COUNT };

/* Bits of graph_options.stances. */
enum { STANCE_NEGATIVE = 1, STANCE_NEUTRAL = 2, STANCE_POSITIVE = 4 };

/* What to build. graph_options_default fills it; 0 and {NULL, 0} mean "no filter" everywhere. */
struct graph_options {
    enum graph_view view;
    unsigned kinds;     /* bits 1u << CLAIM_STATEMENT, 1u << CLAIM_ACCUSATION */
    uint32_t relations; /* bits 1u << RELATION_...; with `kinds` and `stances` a claim must pass all three */
    unsigned stances;   /* STANCE_* */
    struct view since;  /* ISO dates, partial ones too ("2024", "2024-03"); both ends are inside. A claim without a */
    struct view until;  /* date has its document's; without both it is left out where one of these is given. */
    struct view focus;  /* keep what is within `hops` links of the nodes of this name; see graph_build */
    unsigned hops;      /* 1 by default; only with focus */
    size_t top;         /* keep the nodes with the highest PageRank */
    size_t min_weight;  /* drop links between two nodes that fewer claims than this connect; their nodes stay if they
                           have another */
    int min_confidence; /* percent; claims below are left out. Default GRAPH_MIN_CONFIDENCE */
    bool topics;        /* default true */
    bool affiliations;  /* default false */
    bool largest_component; /* keep only the largest connected part; default false */
    struct view title;      /* {NULL, 0}: the document's title where there is one document, else none */
};

#define GRAPH_MIN_CONFIDENCE 30
/* Claims below this (percent), and those only alleged or possible, are drawn as hedged. */
#define GRAPH_HEDGED_CONFIDENCE 60

/* Numbers about a node. The first four count the claims that pass the claim filters, each once, also those that link it
 * to nobody; the others are measured on the graph as it stands after all filters, over links of claims and answers. */
struct graph_measures {
    uint32_t statements_made, accusations_made;         /* as a source */
    uint32_t statements_received, accusations_received; /* as a target or addressee; topics receive nothing */
    uint32_t in_degree, out_degree;                     /* distinct neighbours */
    double pagerank;    /* damping 0.85, weighted by claims; sums to 1 (Page et al. 1999) */
    double betweenness; /* directed, unweighted, not normalised (Brandes 2001). Where nodes x edges are above 2e7,
                           extrapolated from evenly chosen pivots (Brandes & Pich 2007), so that the time is bounded. */
    uint32_t component; /* weakly connected part, affiliations too: 0 is the largest */
    uint32_t community; /* Leiden (Traag et al. 2019), modularity on undirected weights, fixed seed: 0 is the largest */
};

struct graph_node {
    uint64_t id; /* unique in the graph, never 0; the same for one entity whatever the run, filters and documents. Who
                    is known within one document only (a person by one name, unnamed people without a country) has an
                    id of that document; a claim has one of its document and number. */
    enum graph_node_type type;
    struct view label; /* the name, the fullest of its records' (record/fullest.h); of a claim: its relation and content */
    struct view key;   /* from merged records; {NULL, 0} else */
    char country[3];   /* ISO 3166-1 alpha-2, or "" */
    struct view country_name;
    struct view *aliases; /* without duplicates, in order of appearance */
    size_t alias_count;
    const struct entity_identifier *ids;
    size_t id_count;
    uint32_t mentions;                /* in all records; 0 for a claim */
    const struct record *record;      /* where it appears first; a claim's record */
    const struct record_claim *claim; /* NODE_CLAIM only, else NULL */
    bool linked;                      /* at least one link ends here */
    struct graph_measures measures;
};

/* One claim (or affiliation) between two nodes. */
struct graph_link {
    uint32_t source, target; /* indices of nodes */
    enum graph_manner manner;
    enum claim_role role; /* as what the target stands in the claim */
    const struct record *record;
    const struct record_claim *claim;      /* NULL for MANNER_AFFILIATION */
    const struct affiliation *affiliation; /* MANNER_AFFILIATION only, else NULL */
};

/* A claim that passed the claim filters. */
struct graph_claim {
    const struct record *record;
    const struct record_claim *claim;
};

#define GRAPH_NO_NODE UINT32_MAX

struct graph {
    enum graph_view view;
    struct view title; /* {NULL, 0}: none */
    const struct record *records;
    size_t record_count;
    struct graph_node *nodes; /* in order of first appearance: record, entity; claims last */
    size_t node_count;
    struct graph_link *links; /* sorted by source, target, manner, record, claim */
    size_t link_count;
    struct graph_claim *claims; /* those that passed the claim filters, also those that link nobody */
    size_t claim_count;
    uint32_t **entity_nodes; /* [record][entity]: the index of the node that stands for it, or GRAPH_NO_NODE */
    size_t nodes_left_out;   /* by options.top or graph_top: for a note under the picture */
};

/* A range of links that a format writes as one edge. */
struct graph_edge {
    uint64_t id; /* unique among the edges of one grouping, never 0: follows from the ends' ids and, as far as the
                    grouping keeps them apart, from manner, document and claim */
    uint32_t source, target;
    enum graph_manner manner;       /* the first link's: the gravest where several are merged */
    const struct graph_link *links; /* link_count of them, those of claims first */
    size_t link_count;
    size_t weight;                     /* distinct claims; 0: an affiliation alone */
    size_t statements, accusations;    /* claims by kind; they sum to weight */
    size_t topics;                     /* those of the statements in which the target is only a topic */
    bool hedged;                       /* all its claims are: see graph_claim_hedged */
    struct view first_date, last_date; /* ISO, of the claims (else their documents); {NULL, 0}: none is dated */
};

struct graph_options graph_options_default(void);

/* Builds the graph of `count` records. Entities with one key are one node; without a key each entity of each record is
 * its own. `options.focus` is compared without case and accents to names and aliases: those equal to it, else those
 * that contain it as whole words; HEARSAY_ERROR_USAGE where nobody is called so, or `since` or `until` is no date.
 * HEARSAY_ERROR_LIMIT above 2^31 nodes or links. Everything lives in `arena`. Cost: O(claims log claims), and the
 * measures'. Safe to call from several threads (igraph is not: calls into it wait). */
int graph_build(struct graph *graph, const struct record *records, size_t count, const struct graph_options *options,
                struct arena *arena, struct hearsay_error *error);

/* Leaves the `top` nodes of highest PageRank in *graph and the links between them; measures are made anew. For pictures
 * of graphs that are too large. The old arrays stay in the arena. */
int graph_top(struct graph *graph, size_t top, struct arena *arena, struct hearsay_error *error);

/* The edges of a grouping (GRAPH_AUTO is taken as GRAPH_MERGED), sorted like the links; *count of them, in `arena`.
 * Affiliations never merge with claims by GRAPH_MANNER; by GRAPH_MERGED they are links of the pair's
 * one edge. */
int graph_edges(const struct graph *graph, enum graph_grouping grouping, struct graph_edge **edges, size_t *count,
                struct arena *arena, struct hearsay_error *error);

/* The relations of an edge's claims with their numbers, most frequent first, then in the order of enum claim_relation.
 * Fills at most RELATION_COUNT entries and returns how many. */
struct graph_relation {
    enum claim_relation relation;
    size_t count;
};
size_t graph_edge_relations(const struct graph_edge *edge, struct graph_relation relations[RELATION_COUNT]);

/* The date of a claim: its own, else its document's, else {NULL, 0}. */
struct view graph_claim_date(const struct record *record, const struct record_claim *claim);

/* That of the claim of a link; {NULL, 0} for an affiliation. */
struct view graph_link_date(const struct graph_link *link);

/* True where it is doubtful that a claim was made so: it is not asserted, its confidence is below
 * GRAPH_HEDGED_CONFIDENCE, or the claim that reports it (`within`, at any depth) is negated or a denial. */
bool graph_claim_hedged(const struct record *record, const struct record_claim *claim);

/* Names as options and files have them; literals. The *_of return false for names that are none. */
const char *graph_view_name(enum graph_view view); /* "network", "statements", "countries" */
const char *
graph_manner_name(enum graph_manner manner); /* "accusation", "denial", "support", "statement", "topic", ... */
const char *graph_node_type_name(enum graph_node_type type); /* "person", ..., "claim" */
bool graph_view_of(struct view name, enum graph_view *view);
bool graph_grouping_of(struct view name, enum graph_grouping *grouping); /* "merged", "manner", "each" */

#endif
