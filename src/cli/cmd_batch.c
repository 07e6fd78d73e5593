/* cmd_batch.c: every document of a folder to records and graphs; only what changed. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch.h"
#include "commands.h"

#define STAGE "batch"

static int fail(const char *path, const char *verb, int number, struct hearsay_error *error)
{
    return error_set(error, HEARSAY_ERROR_IO, STAGE, path, "cannot %s: %s", verb, strerrordesc_np(number));
}

/* "svg,graphml" taken apart; the names are in the arena. Records are made in any case. */
static int read_formats(struct batch *batch, struct hearsay_error *error)
{
    const char *list = batch->options->format ? batch->options->format : "svg";
    char *names = (char *)arena_copy(batch->arena, view_of(list)).data, *rest = NULL;
    if (!names) {
        return error_memory(error, STAGE);
    }
    for (char *name = strtok_r(names, ",", &rest); name; name = strtok_r(NULL, ",", &rest)) {
        bool again = strcmp(name, RECORDS_FORMAT) == 0;
        int code = again ? HEARSAY_OK : hearsay_graph_format_check("", name, error);
        if (code < 0) {
            return code;
        }
        for (size_t i = 0; i < batch->format_count; i++) {
            again = again || strcmp(batch->formats[i], name) == 0;
        }
        if (!again && batch->format_count < BATCH_FORMATS_MOST) {
            batch->formats[batch->format_count++] = name;
        }
    }
    return HEARSAY_OK;
}

/* The options of graphs are checked before anything is read. */
static int check_graph_options(const struct batch *batch, struct hearsay_error *error)
{
    struct hearsay_graph *graph = NULL;
    int code = hearsay_graph_new(&graph, batch->hearsay, error);
    for (size_t i = 0; i < batch->options->graph_count && code == HEARSAY_OK; i++) {
        code = hearsay_graph_set(graph, batch->options->graph[i].name, batch->options->graph[i].value, error);
    }
    hearsay_graph_free(graph);
    return code;
}

/* ---- What the files depend on ---- */

static bool add_option(struct batch *batch, const char *name, const char *value)
{
    struct view option = arena_print(batch->arena, "%s=%s", name, value);
    batch->next.options[batch->next.option_count] = option;
    batch->next.option_count += option.data != NULL;
    return option.data != NULL;
}

/* Of an option that is there twice, the last one counts. */
static bool is_overruled(const struct options *options, size_t index)
{
    for (size_t i = index + 1; i < options->graph_count; i++) {
        if (strcmp(options->graph[i].name, options->graph[index].name) == 0) {
            return true;
        }
    }
    return false;
}

static bool add_limits(struct batch *batch)
{
    const struct hearsay_limits *limits = &batch->options->library.limits;
    struct view line = arena_print(batch->arena, "limits=%zu,%zu,%zu,%zu,%zu,%zu,%zu,%zu", limits->document_bytes,
                                   limits->sentence_tokens, limits->token_bytes, limits->line_bytes,
                                   limits->memory_bytes, limits->draw_nodes, limits->draw_lines, limits->draw_seconds);
    batch->next.options[batch->next.option_count] = line;
    batch->next.option_count += line.data != NULL;
    return line.data != NULL;
}

static int compare_views(const void *a, const void *b)
{
    return view_compare(*(const struct view *)a, *(const struct view *)b);
}

static bool add_options(struct batch *batch)
{
    const struct options *options = batch->options;
    char digest[DIGEST_SIZE];
    batch->next.options =
        arena_array(batch->arena, options->graph_count + batch->format_count + 8, sizeof *batch->next.options);
    bool enough = batch->next.options && add_limits(batch);
    for (size_t i = 0; i < batch->format_count && enough; i++) {
        enough = add_option(batch, "format", batch->formats[i]);
    }
    for (size_t i = 0; i < options->graph_count && enough; i++) {
        enough = is_overruled(options, i) || add_option(batch, options->graph[i].name, options->graph[i].value);
    }
    hearsay_model_digest(batch->hearsay, digest);
    return enough && add_option(batch, "model-sha256", digest);
}

/* Files of knowledge count by their content. */
static int add_knowledge(struct batch *batch, const char *name, const char *path, struct hearsay_error *error)
{
    char digest[DIGEST_SIZE];
    int code = path ? digest_file(path, digest, error) : HEARSAY_OK;
    if (path && code == HEARSAY_OK && !add_option(batch, name, digest)) {
        code = error_memory(error, STAGE);
    }
    return code;
}

static int write_head(struct batch *batch, struct hearsay_error *error)
{
    batch->next.program = view_of(hearsay_version());
    batch->next.model = view_of(hearsay_model_name(batch->hearsay));
    if (!add_options(batch)) {
        return error_memory(error, STAGE);
    }
    int code = add_knowledge(batch, "entities-sha256", batch->options->library.entities, error);
    code = code < 0 ? code : add_knowledge(batch, "corrections-sha256", batch->options->library.corrections, error);
    if (code < 0) {
        return code;
    }
    qsort(batch->next.options, batch->next.option_count, sizeof *batch->next.options, compare_views);
    return manifest_set_key(&batch->next, error);
}

/* ---- Folders ---- */

/* From here on the folder of the documents is the working folder, so that their paths, and the ids made of them, do not
 * depend on where it lies. */
static int enter_folders(struct batch *batch, struct hearsay_error *error)
{
    const char *out = batch->options->outputs[0], *folder = batch->options->inputs[0].path;
    bool slash = *folder && folder[strlen(folder) - 1] == '/';
    struct stat status;
    errno = 0;
    batch->folder = arena_print(batch->arena, "%s%s", folder, slash ? "" : "/").data;
    if (!batch->folder) {
        return error_memory(error, STAGE);
    }
    if (stat(folder, &status) != 0 || !S_ISDIR(status.st_mode)) {
        return fail(folder, "read", errno ? errno : ENOTDIR, error);
    }
    if (!batch->options->check && mkdir(out, 0777) != 0 && errno != EEXIST) {
        return fail(out, "write", errno, error);
    }
    /* With --check the folder need not be there. */
    if (!realpath(out, batch->out) && !(batch->options->check && errno == ENOENT)) {
        return fail(out, "write", errno, error);
    }
    return chdir(folder) == 0 ? HEARSAY_OK : fail(folder, "read", errno, error);
}

/* Reads the state that the last run left. */
static int open_state(struct batch *batch, struct hearsay_error *error)
{
    int code = HEARSAY_OK;
    if (batch->options->check) {
        batch->store = (struct store){.out = batch->out, .lock = -1, .journal = -1, .arena = batch->read_arena};
    } else {
        code = store_open(&batch->store, batch->out, batch->next.key, batch->read_arena, error);
    }
    if (code == HEARSAY_OK) {
        code = store_read(&batch->store, &batch->old, error);
    }
    const char *known = store_path(&batch->store, ".hearsay/known", batch->read_arena);
    batch->known = known ? known_read(known, batch->read_arena) : NULL;
    return code < 0 ? code : batch->known ? HEARSAY_OK : error_memory(error, STAGE);
}

/* Whether the manifest to be is the one that is there. */
static bool is_new(const struct batch *batch)
{
    return batch->made > 0 || batch->merged_made || batch->work_count > 0 ||
           batch->old.source_count != batch->next.source_count || strcmp(batch->old.key, batch->next.key) != 0;
}

static int write_state(struct batch *batch, struct hearsay_error *error)
{
    const char *known = store_path(&batch->store, ".hearsay/known", batch->read_arena);
    int code = known ? HEARSAY_OK : error_memory(error, STAGE);
    if (code == HEARSAY_OK && is_new(batch)) {
        code = store_commit(&batch->store, &batch->old, &batch->next, error);
    } else if (code == HEARSAY_OK) {
        code = store_clear(&batch->store, error);
    }
    return code == HEARSAY_OK ? known_write(batch->known, known, error) : code;
}

/* ---- The run ---- */

/* Whether a run would do something that no source tells: finish another, or make the merged graph again. */
static bool would_merge(struct batch *batch)
{
    const char *next = store_path(&batch->store, ".hearsay/next.json", batch->read_arena);
    return (next && access(next, F_OK) == 0) || !batch->old.merged.digest[0] ||
           !batch_is_whole(batch, &batch->old.merged);
}

static int check(struct batch *batch, struct hearsay_error *error)
{
    int code = batch_plan(batch, error);
    if (code == HEARSAY_OK) {
        batch->merged_made = would_merge(batch);
        batch->next.merged = batch->old.merged;
        batch_report_check(batch);
    }
    return code;
}

static int run(struct batch *batch, struct hearsay_error *error)
{
    int code = batch_plan(batch, error);
    if (code < 0) {
        return code;
    }
    if (batch->work_count > 0) {
        batch_make(batch);
    }
    if (batch->code == EXIT_INTERNAL) {
        return HEARSAY_OK;
    }
    code = batch_finish(batch, error);
    if (code == HEARSAY_OK) {
        code = write_state(batch, error);
    }
    if (code == HEARSAY_OK) {
        batch_report(batch);
    }
    return code;
}

static int prepare(struct batch *batch, struct hearsay *hearsay, struct hearsay_error *error)
{
    int code = read_formats(batch, error);
    batch->hearsay = hearsay;
    if (code == HEARSAY_OK) {
        code = check_graph_options(batch, error);
    }
    if (code == HEARSAY_OK) {
        code = write_head(batch, error);
    }
    if (code == HEARSAY_OK) {
        code = enter_folders(batch, error);
    }
    return code == HEARSAY_OK ? open_state(batch, error) : code;
}

static enum exit_code check_arguments(const struct options *options)
{
    if (options->input_count != 1) {
        return report_usage("batch takes one folder; hearsay batch --help shows an example");
    }
    if (options->output_count != 1) {
        return report_usage("batch needs -o FOLDER");
    }
    return EXIT_DONE;
}

int command_batch(const struct options *options)
{
    struct batch batch = {.options = options, .store = {.lock = -1, .journal = -1}};
    struct hearsay *hearsay = NULL;
    struct hearsay_error error = {0};
    enum exit_code code = check_arguments(options);
    if (code != EXIT_DONE) {
        return code;
    }
    clock_gettime(CLOCK_MONOTONIC, &batch.start);
    pthread_mutex_init(&batch.lock, NULL);
    batch.arena = arena_new(0);
    batch.read_arena = arena_new(0);
    struct hearsay_options library = options->library;
    library.defer_sync = true; /* see store.h */
    int failed =
        batch.arena && batch.read_arena ? hearsay_open(&hearsay, &library, &error) : error_memory(&error, STAGE);
    if (failed == HEARSAY_OK) {
        failed = prepare(&batch, hearsay, &error);
    }
    if (failed == HEARSAY_OK) {
        failed = options->check ? check(&batch, &error) : run(&batch, &error);
    }
    code = failed < 0 ? report_worse(batch.code, report_error(&error)) : batch.code;
    store_close(&batch.store);
    hearsay_close(hearsay);
    arena_free(batch.arena);
    arena_free(batch.read_arena);
    return code;
}
