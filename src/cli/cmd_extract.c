/* cmd_extract.c: text to records. */
#include "base/error.h"
#include "commands.h"
#include "stream.h"

static int extract(struct hearsay_document *document, enum hearsay_trust trust, struct hearsay_error *error)
{
    if (hearsay_document_is_record(document)) {
        return error_set(error, HEARSAY_ERROR_INPUT, "extract", hearsay_document_place(document),
                         "this is a record already; give it to graph or merge");
    }
    return hearsay_document_extract(document, trust, error);
}

int command_extract(const struct options *options)
{
    return stream_run(options, extract);
}
