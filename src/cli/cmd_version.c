/* cmd_version.c: the versions of program, model and record format. */
#include <stdio.h>

#include "commands.h"

int command_version(const struct options *options)
{
    struct hearsay *hearsay = NULL;
    struct hearsay_error error = {0};
    if (hearsay_open(&hearsay, &options->library, &error) < 0) {
        return report_error(&error);
    }
    printf("hearsay %s, model %s\n", hearsay_version(), hearsay_model_name(hearsay));
    hearsay_close(hearsay);
    return EXIT_DONE;
}
