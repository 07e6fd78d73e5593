#include "batch/known.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "base/output.h"

#define STAGE     "batch"
#define RACY_TIME 2 /* seconds: the coarsest clock of a file system in use */
#define HEADING   "hearsay known 1\n"

/* A line of the file: "DIGEST DEVICE INODE SIZE SECONDS NANOSECONDS SECONDS NANOSECONDS NAME": times of content and of
 * status. */
struct entry {
    struct view name;
    char stamp[160]; /* the numbers, as text */
    char digest[DIGEST_SIZE];
};

struct known {
    struct arena *arena;
    struct entry *old; /* sorted by name */
    size_t old_count, old_capacity;
    struct entry *asked;
    size_t asked_count, asked_capacity;
    bool changed;
};

static void stamp_of(const struct stat *status, char stamp[160])
{
    snprintf(stamp, 160, "%jx %jx %jx %jx %jx %jx %jx", (uintmax_t)status->st_dev, (uintmax_t)status->st_ino,
             (uintmax_t)status->st_size, (uintmax_t)status->st_mtim.tv_sec, (uintmax_t)status->st_mtim.tv_nsec,
             (uintmax_t)status->st_ctim.tv_sec, (uintmax_t)status->st_ctim.tv_nsec);
}

static bool add(struct known *known, struct entry **entries, size_t *count, size_t *capacity, const struct entry *entry)
{
    struct entry *grown = arena_grow(known->arena, *entries, *count, capacity, sizeof *grown);
    if (!grown) {
        return false;
    }
    *entries = grown;
    grown[*count] = *entry;
    grown[*count].name = arena_copy(known->arena, entry->name);
    return grown[(*count)++].name.data != NULL;
}

/* Takes a line apart: the digest, seven numbers, the name. */
static bool read_line(char *line, struct entry *entry)
{
    char *end = strchr(line, ' ');
    if (!end || end - line != DIGEST_SIZE - 1) {
        return false;
    }
    *end = '\0';
    memcpy(entry->digest, line, DIGEST_SIZE);
    char *stamp = end + 1;
    for (int i = 0; i < 7 && end; i++) {
        end = strchr(end + 1, ' ');
    }
    if (!end || (size_t)(end - stamp) >= sizeof entry->stamp) {
        return false;
    }
    *end = '\0';
    strcpy(entry->stamp, stamp);
    entry->name = view_of(end + 1);
    return true;
}

static bool read_lines(struct known *known, FILE *file)
{
    char *line = NULL;
    size_t size = 0;
    bool enough = true;
    ssize_t length = getline(&line, &size, file);
    bool ours = length > 0 && strcmp(line, HEADING) == 0;
    while (ours && enough && (length = getline(&line, &size, file)) > 0) {
        struct entry entry;
        line[length - 1] = '\0';
        if (read_line(line, &entry)) {
            enough = add(known, &known->old, &known->old_count, &known->old_capacity, &entry);
        }
    }
    free(line);
    return enough;
}

static int compare_entries(const void *a, const void *b)
{
    return view_compare(((const struct entry *)a)->name, ((const struct entry *)b)->name);
}

struct known *known_read(const char *path, struct arena *arena)
{
    struct known *known = arena_alloc(arena, sizeof *known);
    FILE *file = fopen(path, "re");
    bool enough = known != NULL;
    if (known) {
        known->arena = arena;
    }
    if (known && file) {
        enough = read_lines(known, file);
    }
    if (file) {
        fclose(file);
    }
    if (enough && known->old_count > 0) {
        qsort(known->old, known->old_count, sizeof *known->old, compare_entries);
    }
    return enough ? known : NULL;
}

static const struct entry *find(const struct known *known, const struct entry *wanted)
{
    const struct entry *found =
        known->old_count == 0 ? NULL
                              : bsearch(wanted, known->old, known->old_count, sizeof *known->old, compare_entries);
    return found && strcmp(found->stamp, wanted->stamp) == 0 ? found : NULL;
}

int known_digest(struct known *known, const char *path, struct view name, const struct stat *status,
                 char hex[DIGEST_SIZE], struct hearsay_error *error)
{
    struct entry entry = {.name = name};
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    stamp_of(status, entry.stamp);
    const struct entry *found = find(known, &entry);
    if (found) {
        memcpy(hex, found->digest, DIGEST_SIZE);
    } else {
        int code = digest_file(path, hex, error);
        if (code < 0) {
            return code;
        }
    }
    bool settled = status->st_mtim.tv_sec + RACY_TIME < now.tv_sec && status->st_ctim.tv_sec + RACY_TIME < now.tv_sec;
    bool writable = !memchr(name.data, '\n', name.length);
    if (!found && !(settled && writable)) {
        return HEARSAY_OK;
    }
    known->changed = known->changed || !found;
    memcpy(entry.digest, hex, DIGEST_SIZE);
    return add(known, &known->asked, &known->asked_count, &known->asked_capacity, &entry) ? HEARSAY_OK
                                                                                          : error_memory(error, STAGE);
}

int known_write(struct known *known, const char *path, struct hearsay_error *error)
{
    struct output *out;
    if (!known->changed && known->asked_count == known->old_count) {
        return HEARSAY_OK;
    }
    int code = output_open(&out, path, error);
    if (code < 0) {
        return code;
    }
    output_defer_sync(out); /* a cache may be lost */
    output_text(out, HEADING);
    for (size_t i = 0; i < known->asked_count; i++) {
        const struct entry *entry = &known->asked[i];
        output_print(out, "%s %s %.*s\n", entry->digest, entry->stamp, VIEW_ARGS(entry->name));
    }
    return output_commit(out, error);
}
