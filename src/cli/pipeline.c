#include "pipeline.h"

#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "progress.h"

/* A finished document that waits for its turn. */
struct slot {
    bool ready;
    int code;     /* HEARSAY_OK, or that of `error` */
    bool lost;    /* the error is that of an input, not of a document */
    size_t input; /* index in options->inputs */
    size_t bytes; /* of the document */
    struct pipeline_made *made;
    struct hearsay_error error;
    const struct hearsay_document *document; /* on its desk, where there is one thread only; else NULL */
    char *place, *id;
    struct output *text; /* in memory; NULL with `document` */
    char **warnings;     /* NULL at the end; NULL: none */
};

/* Each thread takes the next document, works on it, lays the result into its slot, and carries out what is ready if
 * nobody else does. */
struct pipeline {
    const struct hearsay *hearsay;
    const struct options *options;
    pipeline_stage *stage;
    struct pipeline_hooks hooks; /* with a stage, only sink and user */

    pthread_mutex_t reading; /* holder may touch the three below */
    struct hearsay_input *input;
    size_t next_input;
    uint64_t taken; /* documents so far */

    pthread_mutex_t state; /* holder may touch what follows */
    pthread_cond_t room;   /* a slot became free, or the run stops */
    struct slot *slots;    /* document n lies in slots[n % window] */
    uint64_t window;
    uint64_t done; /* documents carried out so far */
    bool carrying; /* a thread is in the sink */
    bool stopped;
    enum exit_code worst;
    struct progress progress;
};

/* Opens inputs until one has a document. 1: the document is on the desk; 0: no more; negative: an input failed, and is
 * left. */
static int take_document(struct pipeline *pipeline, struct hearsay_document *document, enum hearsay_trust *trust,
                         struct hearsay_error *error)
{
    for (;;) {
        if (!pipeline->input) {
            if (pipeline->next_input == pipeline->options->input_count) {
                return 0;
            }
            const struct input_argument *argument = &pipeline->options->inputs[pipeline->next_input++];
            int code = hearsay_input_open(&pipeline->input, pipeline->hearsay, argument->path, argument->format, error);
            if (code < 0) {
                return code;
            }
        }
        int code = hearsay_document_next(document, pipeline->input, error);
        *trust = pipeline->options->inputs[pipeline->next_input - 1].trust;
        if (code > 0) {
            return code;
        }
        hearsay_input_close(pipeline->input);
        pipeline->input = NULL;
        if (code < 0) {
            return code;
        }
    }
}

/* Waits until there is room for one more result; false when the run stops. */
static bool wait_for_room(struct pipeline *pipeline)
{
    pthread_mutex_lock(&pipeline->state);
    while (pipeline->taken - pipeline->done >= pipeline->window && !pipeline->stopped) {
        pthread_cond_wait(&pipeline->room, &pipeline->state);
    }
    bool go_on = !pipeline->stopped;
    pthread_mutex_unlock(&pipeline->state);
    return go_on;
}

/* Takes the next document and its number. 0 when there is none or the run stops. */
static int take_turn(struct pipeline *pipeline, struct hearsay_document *document, uint64_t *number,
                     enum hearsay_trust *trust, struct slot *slot)
{
    int code = 0;
    pthread_mutex_lock(&pipeline->reading);
    if (wait_for_room(pipeline)) {
        code = take_document(pipeline, document, trust, &slot->error);
        if (code != 0) {
            *number = pipeline->taken++;
            slot->input = pipeline->next_input - 1;
        }
    }
    pthread_mutex_unlock(&pipeline->reading);
    return code;
}

static void free_slot(struct slot *slot)
{
    for (size_t i = 0; slot->warnings && slot->warnings[i]; i++) {
        free(slot->warnings[i]);
    }
    free(slot->warnings);
    free(slot->place);
    free(slot->id);
    output_abandon(slot->text);
    *slot = (struct slot){0};
}

static bool copy_warnings(struct slot *slot, const struct hearsay_document *document)
{
    size_t count = 0;
    while (hearsay_document_warning(document, count)) {
        count++;
    }
    slot->warnings = calloc(count + 1, sizeof *slot->warnings);
    for (size_t i = 0; slot->warnings && i < count; i++) {
        slot->warnings[i] = strdup(hearsay_document_warning(document, i));
        if (!slot->warnings[i]) {
            return false;
        }
    }
    return slot->warnings != NULL;
}

static int append(void *user, const char *data, size_t length)
{
    output_write(user, data, length);
    return 0;
}

int pipeline_write(const struct pipeline_result *result, struct output *out, struct hearsay_error *error)
{
    if (result->document) {
        return hearsay_document_write(result->document, append, out, error);
    }
    output_view_write(out, output_view(result->text));
    return HEARSAY_OK;
}

/* The text of a document for its slot, whole. */
static int write_text(struct slot *slot, const struct hearsay_document *document, struct hearsay_error *error)
{
    int code = output_open_memory(&slot->text, error);
    if (code == HEARSAY_OK) {
        code = hearsay_document_write(document, append, slot->text, error);
    }
    return code == HEARSAY_OK ? output_flush(slot->text, error) : code;
}

/* The desk is cleared for the next document, so what waits is a copy; with one thread nothing waits. */
static void fill_slot(struct slot *slot, const struct hearsay_document *document, bool waits)
{
    slot->place = strdup(hearsay_document_place(document));
    slot->id = strdup(hearsay_document_id(document));
    if (!slot->place || !slot->id || !copy_warnings(slot, document)) {
        slot->code = error_memory(&slot->error, "pipeline");
    } else if (slot->made) {
        return;
    } else if (waits) {
        slot->code = write_text(slot, document, &slot->error);
    } else {
        slot->document = document;
    }
}

static void report_warnings(const struct pipeline *pipeline, const struct slot *slot)
{
    const char *folder = pipeline->hooks.folder ? pipeline->hooks.folder : "";
    char *place = NULL;
    for (size_t i = 0; slot->warnings && slot->warnings[i] && !pipeline->options->quiet; i++) {
        if (!place && asprintf(&place, "%s%s", folder, slot->place) < 0) {
            place = NULL;
        }
        report_warning(place ? place : slot->place, slot->warnings[i]);
    }
    free(place);
}

/* Reports and carries out one finished document. */
static enum exit_code carry_out(struct pipeline *pipeline, const struct slot *slot)
{
    const struct pipeline_hooks *hooks = &pipeline->hooks;
    progress_clear(&pipeline->progress);
    report_warnings(pipeline, slot);
    if (slot->lost && hooks->lost) {
        return hooks->lost(hooks->user, slot->input, &slot->error);
    }
    if (slot->code < 0) {
        return report_document_error(&slot->error);
    }
    struct pipeline_result result = {slot->place, slot->id, slot->document, slot->text, slot->input, slot->made};
    enum exit_code code = hooks->sink(hooks->user, &result);
    if (pipeline->options->strict && slot->warnings && slot->warnings[0])
        code = report_worse(code, EXIT_INPUT);
    progress_step(&pipeline->progress, slot->bytes);
    return code;
}

/* Lays a result into its slot; then carries out, in order, all that are ready, unless another thread is at it: that one
 * will see ours. */
static void deposit(struct pipeline *pipeline, uint64_t number, const struct slot *result)
{
    pthread_mutex_lock(&pipeline->state);
    struct slot *slot = &pipeline->slots[number % pipeline->window];
    *slot = *result;
    slot->ready = true;
    while (!pipeline->carrying && !pipeline->stopped && pipeline->slots[pipeline->done % pipeline->window].ready) {
        slot = &pipeline->slots[pipeline->done % pipeline->window];
        pipeline->carrying = true;
        pthread_mutex_unlock(&pipeline->state);
        enum exit_code code = carry_out(pipeline, slot);
        pthread_mutex_lock(&pipeline->state);
        /* A failing document is one of many; a sink that cannot take what it is given ends the run, and so does a
         * `make` that fails. */
        bool fatal = (slot->code == HEARSAY_OK || (pipeline->hooks.make && !slot->lost)) && code != EXIT_DONE &&
                     code != EXIT_INPUT;
        free_slot(slot);
        pipeline->worst = report_worse(pipeline->worst, code);
        pipeline->stopped = pipeline->stopped || fatal;
        pipeline->carrying = false;
        pipeline->done++;
        pthread_cond_broadcast(&pipeline->room);
    }
    pthread_mutex_unlock(&pipeline->state);
}

/* Analyses the document at hand, or has it dealt with. */
static int analyse(struct pipeline *pipeline, struct hearsay_document *document, enum hearsay_trust trust,
                   struct slot *slot)
{
    const struct pipeline_hooks *hooks = &pipeline->hooks;
    hearsay_document_bytes(document, &slot->bytes);
    return hooks->make ? hooks->make(hooks->user, slot->input, document, &slot->made, &slot->error)
                       : pipeline->stage(document, trust, &slot->error);
}

static void work(struct pipeline *pipeline, struct hearsay_document *document)
{
    enum hearsay_trust trust = HEARSAY_TRUST_ALL;
    uint64_t number;
    for (;;) {
        struct slot result = {0};
        result.code = take_turn(pipeline, document, &number, &trust, &result);
        if (result.code == 0) {
            return;
        }
        result.lost = result.code < 0;
        if (!result.lost) {
            result.code = analyse(pipeline, document, trust, &result);
        }
        if (result.code == HEARSAY_OK) {
            fill_slot(&result, document, pipeline->options->jobs > 1);
        }
        deposit(pipeline, number, &result);
    }
}

static void stop(struct pipeline *pipeline, const struct hearsay_error *error)
{
    pthread_mutex_lock(&pipeline->state);
    pipeline->worst = report_worse(pipeline->worst, report_error(error));
    pipeline->stopped = true;
    pthread_cond_broadcast(&pipeline->room);
    pthread_mutex_unlock(&pipeline->state);
}

static void *work_on_own_desk(void *user)
{
    struct pipeline *pipeline = user;
    struct hearsay_document *document;
    struct hearsay_error error = {0};
    if (hearsay_document_new(&document, pipeline->hearsay, &error) < 0) {
        stop(pipeline, &error);
        return NULL;
    }
    work(pipeline, document);
    hearsay_document_free(document);
    return NULL;
}

/* The calling thread works too; threads that cannot be had are done without. */
static void run_threads(struct pipeline *pipeline)
{
    unsigned wanted = pipeline->options->jobs - 1, started = 0;
    pthread_t *threads = calloc(wanted + 1, sizeof *threads);
    while (threads && started < wanted && pthread_create(&threads[started], NULL, work_on_own_desk, pipeline) == 0) {
        started++;
    }
    work_on_own_desk(pipeline);
    for (unsigned i = 0; i < started; i++) {
        pthread_join(threads[i], NULL);
    }
    free(threads);
}

static enum exit_code run(struct pipeline *pipeline)
{
    const struct options *options = pipeline->options;
    pipeline->window = 4 * (uint64_t)options->jobs;
    pipeline->slots = calloc(pipeline->window, sizeof *pipeline->slots);
    if (!pipeline->slots) {
        report_usage("out of memory; use fewer --jobs");
        return EXIT_RESOURCE;
    }
    pthread_mutex_init(&pipeline->reading, NULL);
    pthread_mutex_init(&pipeline->state, NULL);
    pthread_cond_init(&pipeline->room, NULL);
    progress_begin(&pipeline->progress, options);
    run_threads(pipeline);
    progress_end(&pipeline->progress);
    for (uint64_t i = 0; i < pipeline->window; i++) {
        free_slot(&pipeline->slots[i]);
    }
    free(pipeline->slots);
    hearsay_input_close(pipeline->input);
    return pipeline->worst;
}

enum exit_code pipeline_run(const struct hearsay *hearsay, const struct options *options, pipeline_stage *stage,
                            pipeline_sink *sink, void *user)
{
    struct pipeline pipeline = {
        .hearsay = hearsay, .options = options, .stage = stage, .hooks = {.sink = sink, .user = user}};
    return run(&pipeline);
}

enum exit_code pipeline_run_hooks(const struct hearsay *hearsay, const struct options *options,
                                  const struct pipeline_hooks *hooks)
{
    struct pipeline pipeline = {.hearsay = hearsay, .options = options, .hooks = *hooks};
    return run(&pipeline);
}
