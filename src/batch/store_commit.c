/* store_commit.c: from one state of the folder to the next. Every step can be done twice. */
#include <errno.h>
#include <stdio.h>
#include <sys/stat.h>
#include <unistd.h>

#include "batch/paths.h"
#include "batch/store.h"

#define STAGE "batch"

static int fail(const char *path, struct hearsay_error *error)
{
    return errno == ENOMEM
               ? error_memory(error, STAGE)
               : error_set(error, HEARSAY_ERROR_IO, STAGE, path, "cannot write: %s", strerrordesc_np(errno));
}

/* The files of a manifest while they are put in place, or compared. */
struct commit {
    struct store *store;
    struct arena *scratch;
    struct hearsay_error *error;
    int code;              /* the first error */
    struct path_list kept; /* files of the next state */
};

/* Makes the folders that lead to a file; false with errno. `path` is changed for a while. */
static bool make_parents(char *path, size_t start)
{
    for (size_t i = start; path[i]; i++) {
        if (path[i] != '/') {
            continue;
        }
        path[i] = '\0';
        bool made = mkdir(path, 0777) == 0 || errno == EEXIST;
        path[i] = '/';
        if (!made) {
            return false;
        }
    }
    return true;
}

static void place_file(void *user, const struct batch_file *file)
{
    struct commit *commit = user;
    if (commit->code < 0) {
        return;
    }
    arena_reset(commit->scratch);
    const char *staged = store_staged_path(commit->store, file, commit->scratch);
    struct view path = arena_print(commit->scratch, "%s/%.*s", commit->store->out, VIEW_ARGS(file->path));
    if (!staged || !path.data) {
        commit->code = error_memory(commit->error, STAGE);
        return;
    }
    if (access(staged, F_OK) != 0) {
        return; /* it is in its place already */
    }
    /* The arena's copy is ours to change. */
    if (!make_parents((char *)path.data, strlen(commit->store->out) + 1) || rename(staged, path.data) != 0) {
        commit->code = fail(path.data, commit->error);
    }
}

/* Removes a file that has vanished, and the folders that this leaves empty. */
static void remove_file(void *user, const struct batch_file *file)
{
    struct commit *commit = user;
    if (commit->code < 0 || path_list_has(&commit->kept, file->path)) {
        return;
    }
    arena_reset(commit->scratch);
    char *path = (char *)arena_print(commit->scratch, "%s/%.*s", commit->store->out, VIEW_ARGS(file->path)).data;
    if (!path) {
        commit->code = error_memory(commit->error, STAGE);
        return;
    }
    if (unlink(path) != 0 && errno != ENOENT && errno != ENOTDIR) {
        commit->code = fail(path, commit->error);
        return;
    }
    size_t base = strlen(commit->store->out);
    for (char *slash; (slash = strrchr(path, '/')) && slash > path + base;) {
        *slash = '\0';
        if (rmdir(path) != 0) {
            break; /* it has other files, or never was */
        }
    }
}

/* From next.json on there is no way back. */
static int go_on(struct store *store, const struct batch_manifest *old, const struct batch_manifest *next,
                 struct hearsay_error *error)
{
    const char *from = store_path(store, ".hearsay/next.json", store->arena);
    const char *to = store_path(store, "manifest.json", store->arena);
    struct commit commit = {.store = store, .scratch = arena_new(0), .error = error};
    if (!from || !to || !commit.scratch) {
        arena_free(commit.scratch);
        return error_memory(error, STAGE);
    }
    /* Old files first: a folder may have to make room for a file of its name, or the other way round. */
    commit.code = path_list_make(&commit.kept, next, store->arena, error);
    manifest_each_file(old, remove_file, &commit);
    manifest_each_file(next, place_file, &commit);
    arena_free(commit.scratch);
    if (commit.code == HEARSAY_OK && rename(from, to) != 0) {
        commit.code = fail(to, error);
    }
    return commit.code;
}

int store_commit(struct store *store, const struct batch_manifest *old, const struct batch_manifest *next,
                 struct hearsay_error *error)
{
    const char *path = store_path(store, ".hearsay/next.json", store->arena);
    int code = path ? manifest_write(next, path, error) : error_memory(error, STAGE);
    if (code == HEARSAY_OK) {
        code = go_on(store, old, next, error);
    }
    return code == HEARSAY_OK ? store_clear(store, error) : code;
}

int store_read(struct store *store, struct batch_manifest *manifest, struct hearsay_error *error)
{
    struct batch_manifest next;
    const char *path = store_path(store, "manifest.json", store->arena);
    const char *next_path = store_path(store, ".hearsay/next.json", store->arena);
    if (!path || !next_path) {
        return error_memory(error, STAGE);
    }
    int there = manifest_read(manifest, path, store->arena, error);
    if (there < 0) {
        return there;
    }
    int unfinished = store->lock >= 0 ? manifest_read(&next, next_path, store->arena, error) : 0;
    if (unfinished <= 0) {
        return unfinished < 0 ? unfinished : there;
    }
    int code = go_on(store, manifest, &next, error);
    if (code < 0) {
        return code;
    }
    *manifest = next;
    return 1;
}
