/* cmd_merge.c: records to records with one key for each entity across documents. */
#include "commands.h"
#include "gather.h"

static int add_line(void *user, struct view line, const char *place, struct hearsay_error *error)
{
    return hearsay_merger_add(user, line.data, line.length, place, error);
}

int command_merge(const struct options *options)
{
    const char *path = options->output_count ? options->outputs[0] : "-";
    struct hearsay *hearsay = NULL;
    struct hearsay_merger *merger = NULL;
    struct hearsay_error error = {0};
    enum exit_code code;
    bool usable;
    for (size_t i = 0; i < options->input_count; i++) {
        options->inputs[i].format = HEARSAY_FORMAT_RECORDS;
    }
    if (hearsay_open(&hearsay, &options->library, &error) < 0 || hearsay_merger_new(&merger, &error) < 0) {
        code = report_error(&error);
        goto done;
    }
    code = gather_lines(hearsay, options, add_line, merger, &usable);
    if (usable && !options->quiet) {
        report_models(hearsay_merger_model(merger, 0), hearsay_merger_model(merger, 1));
    }
    if (usable && hearsay_merger_write(merger, path, &error) < 0) {
        code = report_worse(code, report_error(&error));
    }
done:
    hearsay_merger_free(merger);
    hearsay_close(hearsay);
    return code;
}
