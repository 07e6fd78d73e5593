/* manifest.c: reading and searching manifests; manifest_write.c writes them. */
#include "batch/manifest.h"

#include <cjson/cJSON.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/json.h"

#define STAGE "batch"

/* Where something is read into, and what its errors name. */
struct reading {
    const char *place;
    struct arena *arena;
    struct hearsay_error *error;
    int code; /* the first error that came up */
};

static void refuse(struct reading *reading, const char *key)
{
    if (reading->code == HEARSAY_OK) {
        reading->code = error_set(reading->error, HEARSAY_ERROR_INPUT, STAGE, reading->place,
                                  "no manifest of hearsay (\"%s\"): move it away, or name another folder", key);
    }
}

static void run_out(struct reading *reading)
{
    if (reading->code == HEARSAY_OK) {
        reading->code = error_memory(reading->error, STAGE);
    }
}

/* A string member; {NULL, 0} for null where `optional` allows it. */
static struct view read_text(struct reading *reading, const cJSON *object, const char *key, bool optional)
{
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, key);
    struct view copy = {NULL, 0};
    if (cJSON_IsString(member)) {
        copy = arena_copy(reading->arena, view_of(member->valuestring));
        if (!copy.data) {
            run_out(reading);
        }
    } else if (!optional || !cJSON_IsNull(member)) {
        refuse(reading, key);
    }
    return copy;
}

static void read_digest(struct reading *reading, const cJSON *object, const char *key, char digest[DIGEST_SIZE])
{
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, key);
    digest[0] = '\0';
    if (cJSON_IsString(member) && strlen(member->valuestring) == DIGEST_SIZE - 1) {
        memcpy(digest, member->valuestring, DIGEST_SIZE);
    } else if (!cJSON_IsNull(member)) {
        refuse(reading, key);
    }
}

static size_t read_count(struct reading *reading, const cJSON *object, const char *key)
{
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, key);
    if (!cJSON_IsNumber(member) || member->valuedouble < 0 || member->valuedouble > 1e15) {
        refuse(reading, key);
        return 0;
    }
    return (size_t)member->valuedouble;
}

/* Room for the items of a list member; *list is NULL where there is none. */
static void *read_list(struct reading *reading, const cJSON *object, const char *key, size_t item_size,
                       const cJSON **list)
{
    *list = cJSON_GetObjectItemCaseSensitive(object, key);
    if (!cJSON_IsArray(*list)) {
        refuse(reading, key);
        *list = NULL;
        return NULL;
    }
    void *items = arena_array(reading->arena, (size_t)cJSON_GetArraySize(*list) + 1, item_size);
    if (!items) {
        run_out(reading);
        *list = NULL;
    }
    return items;
}

/* Paths are removed by what the manifest says: none may lead out of its folder. */
static bool is_inside(struct view path)
{
    size_t start = 0;
    for (size_t i = 0; i <= path.length; i++) {
        if (i < path.length && path.data[i] != '/') {
            continue;
        }
        struct view part = view_slice(path, start, i);
        if (part.length == 0 || view_is(part, ".") || view_is(part, "..")) {
            return false;
        }
        start = i + 1;
    }
    return true;
}

static void read_files(struct reading *reading, const cJSON *object, struct batch_document *document)
{
    const cJSON *list, *item;
    document->files = read_list(reading, object, "files", sizeof *document->files, &list);
    cJSON_ArrayForEach(item, list)
    {
        struct batch_file *file = &document->files[document->file_count++];
        file->path = read_text(reading, item, "path", false);
        read_digest(reading, item, "sha256", file->digest);
        if (reading->code == HEARSAY_OK && !is_inside(file->path)) {
            refuse(reading, "path");
        }
    }
}

int manifest_read_document(struct batch_document *document, const struct cJSON *object, const char *place,
                           struct arena *arena, struct hearsay_error *error)
{
    struct reading reading = {.place = place, .arena = arena, .error = error};
    *document = (struct batch_document){0};
    document->place = read_text(&reading, object, "place", false);
    read_digest(&reading, object, "sha256", document->digest);
    document->id = read_text(&reading, object, "id", true);
    document->claims = read_count(&reading, object, "claims");
    document->entities = read_count(&reading, object, "entities");
    read_files(&reading, object, document);
    document->error = read_text(&reading, object, "error", true);
    if (cJSON_GetObjectItemCaseSensitive(object, "warnings")) {
        document->warnings = read_count(&reading, object, "warnings");
    }
    document->repeated = cJSON_IsTrue(cJSON_GetObjectItemCaseSensitive(object, "repeated"));
    return reading.code;
}

static void read_source(struct reading *reading, const cJSON *object, struct batch_source *source)
{
    const cJSON *list, *item;
    source->path = read_text(reading, object, "path", false);
    read_digest(reading, object, "sha256", source->digest);
    source->documents = read_list(reading, object, "documents", sizeof *source->documents, &list);
    cJSON_ArrayForEach(item, list)
    {
        struct batch_document *document = &source->documents[source->document_count];
        int code = manifest_read_document(document, item, reading->place, reading->arena, reading->error);
        reading->code = reading->code == HEARSAY_OK ? code : reading->code;
        source->document_count++;
    }
    source->document_capacity = source->document_count;
}

static void read_options(struct reading *reading, const cJSON *object, struct batch_manifest *manifest)
{
    const cJSON *list, *item;
    manifest->options = read_list(reading, object, "options", sizeof *manifest->options, &list);
    cJSON_ArrayForEach(item, list)
    {
        struct view option =
            cJSON_IsString(item) ? arena_copy(reading->arena, view_of(item->valuestring)) : (struct view){NULL, 0};
        if (!option.data) {
            refuse(reading, "options");
        }
        manifest->options[manifest->option_count++] = option;
    }
}

static void read_manifest(struct reading *reading, const cJSON *object, struct batch_manifest *manifest)
{
    const cJSON *list, *item, *version = cJSON_GetObjectItemCaseSensitive(object, "hearsay");
    if (!cJSON_IsString(version) || strcmp(version->valuestring, MANIFEST_FORMAT) != 0) {
        refuse(reading, "hearsay");
        return;
    }
    manifest->program = read_text(reading, object, "program", false);
    manifest->model = read_text(reading, object, "model", false);
    read_options(reading, object, manifest);
    read_digest(reading, object, "key", manifest->key);
    manifest->sources = read_list(reading, object, "sources", sizeof *manifest->sources, &list);
    cJSON_ArrayForEach(item, list)
    {
        struct batch_source *source = &manifest->sources[manifest->source_count++];
        read_source(reading, item, source);
        bool sorted = manifest->source_count < 2 || view_compare(source[-1].path, source->path) < 0;
        if (reading->code == HEARSAY_OK && !sorted) {
            refuse(reading, "sources");
        }
    }
    if (reading->code == HEARSAY_OK) {
        reading->code = manifest_read_document(&manifest->merged, cJSON_GetObjectItemCaseSensitive(object, "merged"),
                                               reading->place, reading->arena, reading->error);
    }
}

/* The whole content of an open file; {NULL, 0} with errno. */
static struct view read_all(int fd, struct arena *arena)
{
    struct stat status;
    size_t length = 0;
    if (fstat(fd, &status) != 0) {
        return (struct view){NULL, 0};
    }
    char *data = arena_alloc(arena, (size_t)status.st_size + 1);
    if (!data) {
        errno = ENOMEM;
        return (struct view){NULL, 0};
    }
    while (length < (size_t)status.st_size) {
        ssize_t got = read(fd, data + length, (size_t)status.st_size - length);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got < 0) {
            return (struct view){NULL, 0};
        }
        if (got == 0) {
            break;
        }
        length += (size_t)got;
    }
    return (struct view){data, length};
}

int manifest_read(struct batch_manifest *manifest, const char *path, struct arena *arena, struct hearsay_error *error)
{
    struct cJSON *object;
    *manifest = (struct batch_manifest){0};
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT) {
        return 0;
    }
    struct view text = fd < 0 ? (struct view){NULL, 0} : read_all(fd, arena);
    int number = errno;
    if (fd >= 0) {
        close(fd);
    }
    if (!text.data) {
        return error_set(error, HEARSAY_ERROR_IO, STAGE, path, "cannot read: %s", strerrordesc_np(number));
    }
    int code = json_parse(&object, text, path, error);
    if (code < 0) {
        return code;
    }
    struct reading reading = {.place = path, .arena = arena, .error = error};
    read_manifest(&reading, object, manifest);
    cJSON_Delete(object);
    return reading.code < 0 ? reading.code : 1;
}

static int compare_path(const void *key, const void *item)
{
    return view_compare(*(const struct view *)key, ((const struct batch_source *)item)->path);
}

struct batch_source *manifest_source(const struct batch_manifest *manifest, struct view path)
{
    return manifest->source_count == 0
               ? NULL
               : bsearch(&path, manifest->sources, manifest->source_count, sizeof *manifest->sources, compare_path);
}

int manifest_add(struct batch_source *source, const struct batch_document *document, struct arena *arena,
                 struct hearsay_error *error)
{
    struct batch_document *grown =
        arena_grow(arena, source->documents, source->document_count, &source->document_capacity, sizeof *grown);
    if (!grown) {
        return error_memory(error, STAGE);
    }
    source->documents = grown;
    source->documents[source->document_count++] = *document;
    return HEARSAY_OK;
}

static void each_file(const struct batch_document *document, void (*visit)(void *user, const struct batch_file *file),
                      void *user)
{
    for (size_t i = 0; i < document->file_count; i++) {
        visit(user, &document->files[i]);
    }
}

void manifest_each_file(const struct batch_manifest *manifest, void (*visit)(void *user, const struct batch_file *file),
                        void *user)
{
    for (size_t i = 0; i < manifest->source_count; i++) {
        for (size_t j = 0; j < manifest->sources[i].document_count; j++) {
            each_file(&manifest->sources[i].documents[j], visit, user);
        }
    }
    each_file(&manifest->merged, visit, user);
}
