/* commands.h: one function for each command; each returns an exit code. */
#ifndef HEARSAY_CLI_COMMANDS_H
#define HEARSAY_CLI_COMMANDS_H

#include "options.h"

int command_parse(const struct options *options);
int command_extract(const struct options *options);
int command_explain(const struct options *options);
int command_graph(const struct options *options);
int command_merge(const struct options *options);
int command_batch(const struct options *options);
int command_diff(const struct options *options);
int command_version(const struct options *options);

#endif
