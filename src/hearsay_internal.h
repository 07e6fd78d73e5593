/* hearsay_internal.h: what the parts of the public library know of each other's types. */
#ifndef HEARSAY_INTERNAL_H
#define HEARSAY_INTERNAL_H

#include "hearsay.h"
#include "model/model.h"
#include "record/corrections.h"
#include "record/known.h"

struct hearsay {
    struct model *model;
    struct hearsay_limits limits;
    bool defer_sync;
    int min_confidence;
    char *model_name;
    struct known_entities *known;    /* NULL: none */
    struct corrections *corrections; /* NULL: none */
};

/* The models that made some records, each once. */
enum { MODELS_MOST = 8 };
struct made_by {
    char *models[MODELS_MOST]; /* the first ones; the rest is not told */
    size_t count;
};

/* Notes the model of a record; false when there is no memory. hearsay_forget_models frees what was noted. */
bool hearsay_note_model(struct made_by *made_by, struct view model);
void hearsay_forget_models(struct made_by *made_by);

struct hearsay_records {
    struct arena *arena; /* all texts of all records */
    struct record *items;
    size_t count, capacity;
    struct seen *seen; /* ids */
    struct made_by made_by;
};

/* Notes the id of a document. HEARSAY_ERROR_INPUT where an earlier one has it, HEARSAY_ERROR_MEMORY. */
int hearsay_id_is_new(struct seen *ids, struct view id, const char *place, struct hearsay_error *error);

/* Adds a record whose texts live as long as the set. HEARSAY_ERROR_INPUT where an earlier one has its id. */
int hearsay_records_append(struct hearsay_records *records, const struct record *record, const char *place,
                           struct hearsay_error *error);

/* hearsay_graph_build for records that are in no set; they must outlive the graph. */
int hearsay_graph_build_of(struct hearsay_graph *graph, const struct record *records, size_t count,
                           struct hearsay_error *error);

#endif
