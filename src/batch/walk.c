#include "batch/walk.h"

#include <errno.h>
#include <fts.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "text/text.h"

#define STAGE "batch"

/* What a walk is given and gathers. */
struct walking {
    struct walk *walk;
    const struct stat *out;
    walk_complaint *complain;
    void *user;
    struct arena *arena;
};

static void complain(const struct walking *walking, int code, const char *path, const char *message)
{
    struct hearsay_error error;
    error_set(&error, code, STAGE, path, "%s", message);
    walking->complain(walking->user, &error);
}

/* The path without the "./" that the walk starts at. */
static const char *inner_path(const FTSENT *entry)
{
    return strncmp(entry->fts_path, "./", 2) == 0 ? entry->fts_path + 2 : entry->fts_path;
}

/* False when there is no memory. */
static bool add_file(struct walking *walking, const FTSENT *entry)
{
    struct walk *walk = walking->walk;
    struct stat status = *entry->fts_statp;
    struct view path = view_of(inner_path(entry));
    size_t replaced, first;
    if (entry->fts_info == FTS_SL && stat(entry->fts_accpath, &status) != 0) {
        complain(walking, HEARSAY_ERROR_IO, path.data, "cannot read: a link that leads nowhere");
        return true;
    }
    if (!S_ISREG(status.st_mode)) {
        return true;
    }
    struct view valid = utf8_repair(path, walking->arena, &replaced, &first);
    if (!valid.data) {
        return false;
    }
    if (replaced > 0) {
        complain(walking, HEARSAY_ERROR_INPUT, path.data, "the file's name is no UTF-8: rename it");
        return true;
    }
    struct walk_file *grown = arena_grow(walking->arena, walk->files, walk->count, &walk->capacity, sizeof *grown);
    if (!grown) {
        return false;
    }
    walk->files = grown;
    grown[walk->count] = (struct walk_file){arena_copy(walking->arena, path), status};
    return grown[walk->count++].path.data != NULL;
}

/* Looks at one entry; false when there is no memory. */
static bool visit(struct walking *walking, FTS *fts, FTSENT *entry)
{
    bool hidden = entry->fts_level > 0 && entry->fts_name[0] == '.';
    switch (entry->fts_info) {
    case FTS_D:
        if (hidden || (walking->out && entry->fts_statp->st_ino == walking->out->st_ino &&
                       entry->fts_statp->st_dev == walking->out->st_dev)) {
            fts_set(fts, entry, FTS_SKIP);
        }
        return true;
    case FTS_F:
    case FTS_SL:
        return hidden || !text_knows_suffix(view_of(entry->fts_name)) || add_file(walking, entry);
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS:
        complain(walking, HEARSAY_ERROR_IO, inner_path(entry), strerrordesc_np(entry->fts_errno));
        return true;
    default:
        return true;
    }
}

static int compare_files(const void *a, const void *b)
{
    return view_compare(((const struct walk_file *)a)->path, ((const struct walk_file *)b)->path);
}

int walk_run(struct walk *walk, const struct stat *out, walk_complaint *complaint, void *user, struct arena *arena,
             struct hearsay_error *error)
{
    struct walking walking = {walk, out, complaint, user, arena};
    char start[] = ".", *starts[] = {start, NULL};
    *walk = (struct walk){0};
    FTS *fts = fts_open(starts, FTS_PHYSICAL | FTS_NOCHDIR, NULL);
    if (!fts) {
        return error_set(error, HEARSAY_ERROR_IO, STAGE, "", "cannot read: %s", strerrordesc_np(errno));
    }
    bool enough = true;
    for (FTSENT *entry; enough && (entry = fts_read(fts));) {
        enough = visit(&walking, fts, entry);
    }
    fts_close(fts);
    if (!enough) {
        return error_memory(error, STAGE);
    }
    if (walk->count > 0) {
        qsort(walk->files, walk->count, sizeof *walk->files, compare_files);
    }
    return HEARSAY_OK;
}
