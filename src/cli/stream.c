#include "stream.h"

#include <string.h>

#include "base/output.h"
#include "base/seen.h"

struct stream {
    struct output *out;
    struct seen *seen; /* ids */
    size_t count;      /* documents written */
    bool live;         /* standard output: each document is handed on as soon as it is done */
    bool failed;       /* writing did, and was reported */
};

static enum exit_code report_same_id(const struct pipeline_result *result)
{
    struct hearsay_error error;
    error_set(&error, HEARSAY_ERROR_INPUT, "stream", result->place,
              "the id \"%s\" is that of an earlier document; give each its own", result->id);
    return report_error(&error);
}

static enum exit_code write_result(void *user, const struct pipeline_result *result)
{
    struct stream *stream = user;
    struct hearsay_error error = {0};
    int fresh = seen_add(stream->seen, view_of(result->id));
    if (fresh < 0) {
        error_memory(&error, "stream");
        return report_error(&error);
    }
    if (fresh == 0) {
        return report_same_id(result);
    }
    stream->count++;
    output_hold();
    stream->failed =
        pipeline_write(result, stream->out, &error) < 0 || (stream->live && output_flush(stream->out, &error) < 0);
    output_release();
    return stream->failed ? report_error(&error) : EXIT_DONE;
}

/* One bad document among good ones does not cost the file; where nothing was done there is none. */
static enum exit_code finish(const struct stream *stream, enum exit_code code)
{
    struct hearsay_error error = {0};
    if (stream->failed || (code != EXIT_DONE && stream->count == 0)) {
        output_abandon(stream->out);
        return code;
    }
    return output_commit(stream->out, &error) < 0 ? report_worse(code, report_error(&error)) : code;
}

enum exit_code stream_run(const struct options *options, pipeline_stage *stage)
{
    const char *path = options->output_count ? options->outputs[0] : "-";
    struct stream stream = {.live = strcmp(path, "-") == 0};
    struct hearsay *hearsay = NULL;
    struct hearsay_error error = {0};
    enum exit_code code;
    stream.seen = seen_new();
    if (!stream.seen) {
        error_memory(&error, "stream");
        return report_error(&error);
    }
    if (hearsay_open(&hearsay, &options->library, &error) < 0 || output_open(&stream.out, path, &error) < 0) {
        code = report_error(&error);
        goto done;
    }
    code = pipeline_run(hearsay, options, stage, write_result, &stream);
    code = finish(&stream, code);
    if (!options->quiet) {
        report_unused_corrections(hearsay);
    }
done:
    hearsay_close(hearsay);
    seen_free(stream.seen);
    return code;
}
