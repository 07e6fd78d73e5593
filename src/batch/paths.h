/* paths.h: which files a manifest names. */
#ifndef HEARSAY_BATCH_PATHS_H
#define HEARSAY_BATCH_PATHS_H

#include "batch/manifest.h"

struct path_list {
    struct view *paths; /* sorted; they point into the manifest */
    size_t count;
};

/* Lists the files of a manifest, in `arena`. HEARSAY_ERROR_MEMORY. Cost: a sort. */
int path_list_make(struct path_list *list, const struct batch_manifest *manifest, struct arena *arena,
                   struct hearsay_error *error);

/* Whether the list has the path. Cost: logarithmic. */
bool path_list_has(const struct path_list *list, struct view path);

#endif
