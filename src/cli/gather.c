#include "gather.h"

#include "pipeline.h"

struct taker {
    gather_take *take;
    void *user;
    struct output *line; /* in memory: of the record at hand */
    size_t taken;
    bool broken;
};

static enum exit_code take_result(void *user, const struct pipeline_result *result)
{
    struct taker *taker = user;
    struct hearsay_error error = {0};
    output_clear(taker->line);
    int code = pipeline_write(result, taker->line, &error);
    if (code == HEARSAY_OK) {
        code = output_flush(taker->line, &error);
    }
    if (code == HEARSAY_OK) {
        code = taker->take(taker->user, output_view(taker->line), result->place, &error);
    }
    taker->taken += code == HEARSAY_OK;
    taker->broken = taker->broken || (code < 0 && code != HEARSAY_ERROR_INPUT);
    return code < 0 ? report_error(&error) : EXIT_DONE;
}

enum exit_code gather_lines(const struct hearsay *hearsay, const struct options *options, gather_take *take, void *user,
                            bool *usable)
{
    struct taker taker = {.take = take, .user = user};
    struct hearsay_error error = {0};
    *usable = false;
    if (output_open_memory(&taker.line, &error) < 0) {
        return report_error(&error);
    }
    enum exit_code code = pipeline_run(hearsay, options, hearsay_document_extract, take_result, &taker);
    output_abandon(taker.line);
    if (!options->quiet) {
        report_unused_corrections(hearsay);
    }
    *usable = !taker.broken && (code == EXIT_DONE || taker.taken > 0);
    return code;
}

static int add_record(void *user, struct view line, const char *place, struct hearsay_error *error)
{
    return hearsay_records_add(user, line.data, line.length, place, error);
}

enum exit_code gather_run(const struct hearsay *hearsay, const struct options *options,
                          struct hearsay_records **records)
{
    struct hearsay_error error = {0};
    bool usable;
    *records = NULL;
    if (hearsay_records_new(records, &error) < 0) {
        return report_error(&error);
    }
    enum exit_code code = gather_lines(hearsay, options, add_record, *records, &usable);
    if (usable && !options->quiet) {
        report_models(hearsay_records_model(*records, 0), hearsay_records_model(*records, 1));
    }
    if (usable && hearsay_records_merge(*records, &error) < 0) {
        code = report_worse(code, report_error(&error));
        usable = false;
    }
    if (!usable) {
        hearsay_records_free(*records);
        *records = NULL;
    }
    return code;
}
