#include "batch/paths.h"

#include <stdlib.h>

static void count_file(void *user, const struct batch_file *file)
{
    (void)file;
    ++*(size_t *)user;
}

static void add_file(void *user, const struct batch_file *file)
{
    struct path_list *list = user;
    list->paths[list->count++] = file->path;
}

static int compare_paths(const void *a, const void *b)
{
    return view_compare(*(const struct view *)a, *(const struct view *)b);
}

int path_list_make(struct path_list *list, const struct batch_manifest *manifest, struct arena *arena,
                   struct hearsay_error *error)
{
    size_t count = 0;
    manifest_each_file(manifest, count_file, &count);
    *list = (struct path_list){.paths = arena_array(arena, count + 1, sizeof *list->paths)};
    if (!list->paths) {
        return error_memory(error, "batch");
    }
    manifest_each_file(manifest, add_file, list);
    qsort(list->paths, list->count, sizeof *list->paths, compare_paths);
    return HEARSAY_OK;
}

bool path_list_has(const struct path_list *list, struct view path)
{
    return bsearch(&path, list->paths, list->count, sizeof *list->paths, compare_paths) != NULL;
}
