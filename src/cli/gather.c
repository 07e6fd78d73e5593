#include "gather.h"

#include "pipeline.h"

static enum exit_code add_record(void *user, const struct pipeline_result *result)
{
    struct hearsay_error error = {0};
    if (hearsay_records_add(user, result->data, result->length, result->place, &error) < 0) {
        return report_error(&error);
    }
    return EXIT_DONE;
}

enum exit_code gather_run(const struct hearsay *hearsay, const struct options *options, struct hearsay_records **records)
{
    struct hearsay_error error = {0};
    *records = NULL;
    if (hearsay_records_new(records, &error) < 0) {
        return report_error(&error);
    }
    enum exit_code code = pipeline_run(hearsay, options, hearsay_document_record, add_record, *records);
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
