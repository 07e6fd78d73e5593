/* cmd_parse.c: text to CoNLL-U. */
#include "commands.h"
#include "stream.h"

int command_parse(const struct options *options)
{
    return stream_run(options, hearsay_document_parse);
}
