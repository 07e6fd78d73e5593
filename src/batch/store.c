/* store.c: the folder and its journal; store_commit.c moves it from one state to the next. */
#include "batch/store.h"

#include <cjson/cJSON.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/json.h"

#define STAGE "batch"

static int fail(const char *path, int number, struct hearsay_error *error)
{
    return error_set(error, HEARSAY_ERROR_IO, STAGE, path, "cannot write: %s", strerrordesc_np(number));
}

const char *store_path(const struct store *store, const char *name, struct arena *arena)
{
    return arena_print(arena, "%s/%s", store->out, name).data;
}

const char *store_staged_path(const struct store *store, const struct batch_file *file, struct arena *arena)
{
    char hash[DIGEST_SIZE];
    struct view what = arena_print(arena, "%s %.*s", file->digest, VIEW_ARGS(file->path));
    if (!what.data) {
        return NULL;
    }
    digest_bytes(what, hash);
    return arena_print(arena, "%s/.hearsay/staging/%.40s", store->out, hash).data;
}

static int make_folder(const char *path, struct hearsay_error *error)
{
    if (!path) {
        return error_memory(error, STAGE);
    }
    return mkdir(path, 0777) == 0 || errno == EEXIST ? HEARSAY_OK : fail(path, errno, error);
}

/* The cache and the staged files are nobody else's business, above all not version control's. */
static int write_ignore_file(struct store *store, struct hearsay_error *error)
{
    struct output *out;
    const char *path = store_path(store, ".hearsay/.gitignore", store->arena);
    if (path && access(path, F_OK) == 0) {
        return HEARSAY_OK;
    }
    int code = path ? output_open(&out, path, error) : error_memory(error, STAGE);
    if (code < 0) {
        return code;
    }
    output_text(out, "*\n");
    return output_commit(out, error);
}

static int make_folders(struct store *store, struct hearsay_error *error)
{
    static const char *const names[] = {".hearsay", ".hearsay/staging"};
    int code = make_folder(store->out, error);
    for (size_t i = 0; i < sizeof names / sizeof *names && code == HEARSAY_OK; i++) {
        code = make_folder(store_path(store, names[i], store->arena), error);
    }
    return code == HEARSAY_OK ? write_ignore_file(store, error) : code;
}

static int lock_folder(struct store *store, struct hearsay_error *error)
{
    const char *path = store_path(store, ".hearsay/lock", store->arena);
    if (!path) {
        return error_memory(error, STAGE);
    }
    store->lock = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (store->lock < 0) {
        return fail(path, errno, error);
    }
    if (flock(store->lock, LOCK_EX | LOCK_NB) != 0) {
        return errno == EWOULDBLOCK ? error_set(error, HEARSAY_ERROR_IO, STAGE, store->out,
                                                "another run is at work in this folder: wait for its end")
                                    : fail(path, errno, error);
    }
    return HEARSAY_OK;
}

/* One line of the journal; a line that the end of a run cut off is none, nor is one of other options. */
static bool read_line(struct store *store, struct view line, const char *key)
{
    struct cJSON *object;
    struct batch_document document;
    if (json_parse(&object, line, "", NULL) < 0) {
        return true;
    }
    const cJSON *made_with = cJSON_GetObjectItemCaseSensitive(object, "key");
    bool fits = cJSON_IsString(made_with) && strcmp(made_with->valuestring, key) == 0 &&
                manifest_read_document(&document, cJSON_GetObjectItemCaseSensitive(object, "document"), "",
                                       store->arena, NULL) == HEARSAY_OK;
    cJSON_Delete(object);
    if (!fits) {
        return true;
    }
    struct batch_document *grown =
        arena_grow(store->arena, store->staged, store->staged_count, &store->staged_capacity, sizeof *grown);
    if (!grown) {
        return false;
    }
    store->staged = grown;
    store->staged[store->staged_count++] = document;
    return true;
}

static int compare_documents(const void *a, const void *b)
{
    const struct batch_document *x = a, *y = b;
    int order = view_compare(x->place, y->place);
    return order ? order : strcmp(x->digest, y->digest);
}

static int read_journal(struct store *store, const char *path, const char *key, struct hearsay_error *error)
{
    FILE *file = fopen(path, "re");
    char *line = NULL;
    size_t size = 0;
    bool enough = true;
    for (ssize_t length; file && enough && (length = getline(&line, &size, file)) > 0;) {
        enough = read_line(store, (struct view){line, (size_t)length}, key);
    }
    free(line);
    if (file) {
        fclose(file);
    }
    if (store->staged_count > 0) {
        qsort(store->staged, store->staged_count, sizeof *store->staged, compare_documents);
    }
    return enough ? HEARSAY_OK : error_memory(error, STAGE);
}

int store_open(struct store *store, const char *out, const char *key, struct arena *arena, struct hearsay_error *error)
{
    *store = (struct store){.out = out, .lock = -1, .journal = -1, .arena = arena};
    int code = make_folders(store, error);
    if (code == HEARSAY_OK) {
        code = lock_folder(store, error);
    }
    const char *path = store_path(store, ".hearsay/journal", arena);
    if (code == HEARSAY_OK) {
        code = path ? read_journal(store, path, key, error) : error_memory(error, STAGE);
    }
    if (code == HEARSAY_OK) {
        store->journal = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0666);
        code = store->journal < 0 ? fail(path, errno, error) : HEARSAY_OK;
    }
    if (code < 0) {
        store_close(store);
    }
    return code;
}

void store_close(struct store *store)
{
    if (store->journal >= 0) {
        close(store->journal);
    }
    if (store->lock >= 0) {
        close(store->lock);
    }
    store->journal = store->lock = -1;
}

const struct batch_document *store_find(const struct store *store, struct view place, const char *digest)
{
    struct batch_document wanted = {.place = place};
    memcpy(wanted.digest, digest, DIGEST_SIZE);
    return store->staged_count == 0
               ? NULL
               : bsearch(&wanted, store->staged, store->staged_count, sizeof *store->staged, compare_documents);
}

/* One write for a line: it is there whole, or cut off at the end. The line feed in front ends a line that was. */
int store_note(struct store *store, const struct batch_document *document, const char *key, struct hearsay_error *error)
{
    struct output *line;
    struct json_writer json;
    int code = output_open_memory(&line, error);
    if (code < 0) {
        return code;
    }
    json_begin(&json, line);
    output_char(line, '\n');
    json_open(&json, '{');
    json_key(&json, "key");
    json_string(&json, view_of(key));
    json_key(&json, "document");
    manifest_write_document(&json, document);
    json_close(&json, '}');
    output_char(line, '\n');
    code = output_flush(line, error);
    struct view text = output_view(line);
    if (code == HEARSAY_OK && write(store->journal, text.data, text.length) != (ssize_t)text.length) {
        code = fail(store->out, errno, error);
    }
    output_abandon(line);
    return code;
}

/* Removes the files of a folder of ours that has no folders in it. */
static int empty_folder(const char *path, struct hearsay_error *error)
{
    DIR *folder = opendir(path);
    int number = 0;
    if (!folder) {
        return errno == ENOENT ? HEARSAY_OK : fail(path, errno, error);
    }
    for (struct dirent *entry; number == 0 && (entry = readdir(folder));) {
        bool inside = strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
        if (inside && unlinkat(dirfd(folder), entry->d_name, 0) != 0) {
            number = errno;
        }
    }
    closedir(folder);
    return number == 0 ? HEARSAY_OK : fail(path, number, error);
}

int store_clear(struct store *store, struct hearsay_error *error)
{
    const char *staging = store_path(store, ".hearsay/staging", store->arena);
    if (!staging) {
        return error_memory(error, STAGE);
    }
    /* The journal goes first: it must not name what is not there. */
    if (store->journal >= 0 && ftruncate(store->journal, 0) != 0) {
        return fail(store->out, errno, error);
    }
    return empty_folder(staging, error);
}
