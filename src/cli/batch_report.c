#include <stdio.h>
#include <stdlib.h>

#include "base/json.h"
#include "batch.h"
#include "export/xml.h"

#define STAGE "batch"

/* ---- Errors as they come up ---- */

static enum exit_code exit_code_of(bool of_content)
{
    return of_content ? EXIT_INPUT : EXIT_RESOURCE;
}

/* Without memory the report lacks a line; it was printed all the same. */
static void keep_complaint(struct batch *batch, const char *place, const char *message, bool of_content)
{
    struct batch_complaint *grown =
        arena_grow(batch->arena, batch->complaints, batch->complaint_count, &batch->complaint_capacity, sizeof *grown);
    if (grown) {
        batch->complaints = grown;
        grown[batch->complaint_count++] = (struct batch_complaint){
            arena_copy(batch->arena, view_of(place)), arena_copy(batch->arena, view_of(message)), of_content};
    }
}

static void complain(struct batch *batch, struct hearsay_error *error)
{
    bool of_content = error->code == HEARSAY_ERROR_INPUT || error->code == HEARSAY_ERROR_LIMIT;
    report_error(error);
    keep_complaint(batch, error->place, error->message, of_content);
    batch->code = report_worse(batch->code, exit_code_of(of_content));
}

void batch_report_error(struct batch *batch, const struct hearsay_error *error)
{
    struct hearsay_error placed = *error;
    if (error->place[0] && error->place[0] != '/') {
        error_set(&placed, error->code, error->stage, "", "%s", error->message);
        snprintf(placed.place, sizeof placed.place, "%s%.200s", batch->folder, error->place);
    }
    complain(batch, &placed);
}

void batch_report_remembered(struct batch *batch, const struct batch_document *document)
{
    struct hearsay_error error;
    char place[sizeof error.place];
    bool merged = document == &batch->next.merged;
    snprintf(place, sizeof place, "%s%.*s", merged ? batch->options->outputs[0] : batch->folder,
             merged ? 0 : (int)document->place.length, document->place.data);
    if (document->error.data) {
        error_set(&error, HEARSAY_ERROR_INPUT, STAGE, place, "%.*s", VIEW_ARGS(document->error));
        complain(batch, &error);
    }
    if (batch->options->strict && document->warnings > 0) {
        error_set(&error, HEARSAY_ERROR_INPUT, STAGE, place,
                  "%zu warning%s, told in its record, count as errors by --strict", document->warnings,
                  document->warnings == 1 ? "" : "s");
        complain(batch, &error);
    }
}

/* ---- The end ---- */

static double seconds_since(const struct timespec *start)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)(now.tv_sec - start->tv_sec) + (double)(now.tv_nsec - start->tv_nsec) / 1e9;
}

static const char *change_name(enum batch_change change)
{
    static const char *const names[] = {
        [BATCH_SAME] = "same", [BATCH_NEW] = "new", [BATCH_CHANGED] = "changed", [BATCH_VANISHED] = "vanished"};
    return names[change];
}

/* Calls `visit` for each source that there is or was, with what became of it. */
static void each_change(const struct batch *batch,
                        void (*visit)(void *user, const struct batch_source *source, enum batch_change change),
                        void *user)
{
    for (size_t i = 0; i < batch->next.source_count; i++) {
        visit(user, &batch->next.sources[i], batch->changes[i]);
    }
    for (size_t i = 0; i < batch->old.source_count; i++) {
        if (!manifest_source(&batch->next, batch->old.sources[i].path)) {
            visit(user, &batch->old.sources[i], BATCH_VANISHED);
        }
    }
}

static void write_change(void *user, const struct batch_source *source, enum batch_change change)
{
    struct json_writer *json = user;
    output_char(json->out, '\n');
    json_open(json, '{');
    json_member_string(json, "path", source->path);
    json_member_string(json, "change", view_of(change_name(change)));
    json_close(json, '}');
}

static void write_json(const struct batch *batch, struct output *out)
{
    struct json_writer json;
    json_begin(&json, out);
    json_open(&json, '{');
    json_member_string(&json, "hearsay", VIEW(MANIFEST_FORMAT));
    json_member_boolean(&json, "check", batch->options->check);
    json_member_integer(&json, "documents", (int64_t)batch->documents);
    json_member_integer(&json, "made", (int64_t)batch->made);
    json_member_integer(&json, "removed", (int64_t)batch->removed);
    json_member_integer(&json, "claims", (int64_t)batch->next.merged.claims);
    json_member_integer(&json, "entities", (int64_t)batch->next.merged.entities);
    json_key(&json, "seconds");
    json_real(&json, seconds_since(&batch->start), 3);
    json_key(&json, "errors");
    json_open(&json, '[');
    for (size_t i = 0; i < batch->complaint_count; i++) {
        output_char(out, '\n');
        json_open(&json, '{');
        json_member_string(&json, "place", batch->complaints[i].place);
        json_member_string(&json, "message", batch->complaints[i].message);
        json_close(&json, '}');
    }
    json_close(&json, ']');
    json_key(&json, "sources");
    json_open(&json, '[');
    each_change(batch, write_change, &json);
    json_close(&json, ']');
    json_close(&json, '}');
    output_char(out, '\n');
}

/* What a JUnit report is written with. */
struct cases {
    const struct batch *batch;
    struct output *out;
    size_t count, failures;
};

static void open_case(struct cases *cases, struct view name)
{
    output_text(cases->out, "  <testcase");
    xml_attribute(cases->out, "classname", VIEW("hearsay.batch"));
    xml_attribute(cases->out, "name", name);
    cases->count++;
}

static void write_failure(struct cases *cases, struct view message)
{
    output_text(cases->out, "><failure");
    xml_attribute(cases->out, "message", message);
    output_text(cases->out, "/></testcase>\n");
    cases->failures++;
}

/* A case for each source, which fails where --check finds it out of date; those with errors have cases of their own. */
static void write_case(void *user, const struct batch_source *source, enum batch_change change)
{
    struct cases *cases = user;
    open_case(cases, source->path);
    if (cases->batch->options->check && change != BATCH_SAME) {
        write_failure(cases, view_of(change_name(change)));
    } else {
        output_text(cases->out, "/>\n");
    }
}

static void write_cases(const struct batch *batch, struct cases *cases)
{
    each_change(batch, write_case, cases);
    for (size_t i = 0; i < batch->complaint_count; i++) {
        open_case(cases, batch->complaints[i].place);
        write_failure(cases, batch->complaints[i].message);
    }
}

/* The heading counts what follows it, so the cases are written first. */
static void write_junit(const struct batch *batch, struct output *out)
{
    struct cases cases = {.batch = batch};
    struct hearsay_error error;
    if (output_open_memory(&cases.out, &error) < 0) {
        report_error(&error);
        return;
    }
    write_cases(batch, &cases);
    output_print(out,
                 "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuite name=\"hearsay batch\" tests=\"%zu\" "
                 "failures=\"%zu\" errors=\"0\" time=\"",
                 cases.count, cases.failures);
    struct json_writer number; /* a number in any locale */
    json_begin(&number, out);
    json_real(&number, seconds_since(&batch->start), 3);
    output_text(out, "\">\n");
    output_view_write(out, output_view(cases.out));
    output_text(out, "</testsuite>\n");
    output_abandon(cases.out);
}

static void write_report(struct batch *batch)
{
    struct output *out;
    struct hearsay_error error;
    int code = batch->options->report ? output_open(&out, "-", &error) : HEARSAY_OK;
    if (code == HEARSAY_OK && batch->options->report) {
        if (strcmp(batch->options->report, "json") == 0) {
            write_json(batch, out);
        } else {
            write_junit(batch, out);
        }
        code = output_commit(out, &error);
    }
    if (code < 0) {
        batch->code = report_worse(batch->code, report_error(&error));
    }
}

void batch_report(struct batch *batch)
{
    if (!batch->options->quiet) {
        unsigned tenths = (unsigned)(seconds_since(&batch->start) * 10);
        fprintf(
            stderr,
            "hearsay: %zu documents (%zu made, %zu removed), %zu claims, %zu entities, %zu error%s, %u.%u seconds\n",
            batch->documents, batch->made, batch->removed, batch->next.merged.claims, batch->next.merged.entities,
            batch->complaint_count, batch->complaint_count == 1 ? "" : "s", tenths / 10, tenths % 10);
    }
    write_report(batch);
}

static void print_change(void *user, const struct batch_source *source, enum batch_change change)
{
    size_t *count = user;
    if (change != BATCH_SAME) {
        printf("%-8s %.*s\n", change_name(change), VIEW_ARGS(source->path));
        (*count)++;
    }
}

static void count_change(void *user, const struct batch_source *source, enum batch_change change)
{
    (void)source;
    *(size_t *)user += change != BATCH_SAME;
}

void batch_report_check(struct batch *batch)
{
    size_t count = 0;
    each_change(batch, batch->options->report ? count_change : print_change, &count);
    bool differs = count > 0 || batch->merged_made;
    if (differs && count == 0 && !batch->options->report) {
        printf("%-8s merged\n", change_name(BATCH_CHANGED));
    }
    if (!batch->options->quiet) {
        fprintf(stderr, "hearsay: %s\n", differs ? "a run would change something" : "all is up to date");
    }
    write_report(batch);
    /* A machine that fails is worse than a difference, which is what --check asks for; a bad document is not. */
    if (differs && (batch->code == EXIT_DONE || batch->code == EXIT_INPUT)) {
        batch->code = EXIT_DIFFERENCE;
    }
}
