/* cmd_explain.c: text to what was found in it, what nearly was, and why. */
#include <string.h>

#include "commands.h"
#include "stream.h"

static int explain_text(struct hearsay_document *document, enum hearsay_trust trust, struct hearsay_error *error)
{
    return hearsay_document_explain(document, trust, HEARSAY_EXPLANATION_TEXT, error);
}

static int explain_json(struct hearsay_document *document, enum hearsay_trust trust, struct hearsay_error *error)
{
    return hearsay_document_explain(document, trust, HEARSAY_EXPLANATION_JSON, error);
}

int command_explain(const struct options *options)
{
    if (!options->format || strcmp(options->format, "text") == 0) {
        return stream_run(options, explain_text);
    }
    if (strcmp(options->format, "json") == 0) {
        return stream_run(options, explain_json);
    }
    return report_usage("--format cannot be \"%.40s\"; explain takes text or json", options->format);
}
