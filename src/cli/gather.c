#include "gather.h"

#include "pipeline.h"

static enum exit_code add_record(void *user, const struct pipeline_result *result)
{
    struct hearsay_error error = {0};
    struct output *line = NULL;
    int code = output_open_memory(&line, &error);
    if (code == HEARSAY_OK) {
        code = pipeline_write(result, line, &error);
    }
    if (code == HEARSAY_OK) {
        code = output_flush(line, &error);
    }
    if (code == HEARSAY_OK) {
        struct view text = output_view(line);
        code = hearsay_records_add(user, text.data, text.length, result->place, &error);
    }
    output_abandon(line);
    return code < 0 ? report_error(&error) : EXIT_DONE;
}

enum exit_code gather_run(const struct hearsay *hearsay, const struct options *options,
                          struct hearsay_records **records)
{
    struct hearsay_error error = {0};
    *records = NULL;
    if (hearsay_records_new(records, &error) < 0) {
        return report_error(&error);
    }
    enum exit_code code = pipeline_run(hearsay, options, hearsay_document_extract, add_record, *records);
    if (!options->quiet) {
        report_unused_corrections(hearsay);
    }
    bool usable = code == EXIT_DONE || hearsay_records_count(*records) > 0;
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
