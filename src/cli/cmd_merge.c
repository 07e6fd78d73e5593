/* cmd_merge.c: records to records with one key for each entity across documents. */
#include "commands.h"
#include "gather.h"

int command_merge(const struct options *options)
{
    const char *path = options->output_count ? options->outputs[0] : "-";
    struct hearsay *hearsay = NULL;
    struct hearsay_records *records = NULL;
    struct hearsay_error error = {0};
    enum exit_code code;
    for (size_t i = 0; i < options->input_count; i++) {
        options->inputs[i].format = HEARSAY_FORMAT_RECORDS;
    }
    if (hearsay_open(&hearsay, &options->library, &error) < 0) {
        return report_error(&error);
    }
    code = gather_run(hearsay, options, &records);
    if (records && hearsay_records_write(records, path, &error) < 0) {
        code = report_worse(code, report_error(&error));
    }
    hearsay_records_free(records);
    hearsay_close(hearsay);
    return code;
}
