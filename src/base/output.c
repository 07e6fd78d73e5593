#include "base/output.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/utf8.h"

#define BUFFER_SIZE ((size_t)1 << 16)
#define STAGE "output"

struct output {
    int fd;          /* -1: in memory, or handed to `writer` */
    output_writer *writer;
    void *user;
    int failed;      /* the errno that stuck; 0 while all is well */
    bool standard;   /* standard output: not ours to close */
    char *path;      /* where the file goes; for messages where it is not a file of our own */
    bool unnamed;    /* it has no name until then */
    bool sync_later; /* output_defer_sync */
    char *temporary; /* its name until then, where it needs one; else NULL. Neither: written in place */
    char *buffer;
    size_t length;
    size_t capacity;
};

static int report(const struct output *out, const char *path, int number, struct hearsay_error *error)
{
    if (number == ENOMEM) return error_memory(error, STAGE);
    const char *advice = number == ENOSPC || number == EDQUOT ? ": free some space" : "";
    bool standard = out && out->standard;
    return error_set(error, HEARSAY_ERROR_IO, STAGE,
                     standard ? "standard output"
                     : path   ? path
                              : "",
                     "cannot write: %s%s", strerrordesc_np(number), advice);
}

static void free_output(struct output *out)
{
    if (!out) return;
    free(out->path);
    free(out->temporary);
    free(out->buffer);
    free(out);
}

static struct output *new_output(int fd)
{
    struct output *out = calloc(1, sizeof *out);
    if (!out) return NULL;
    out->fd = fd;
    out->capacity = BUFFER_SIZE;
    out->buffer = malloc(out->capacity);
    if (!out->buffer) {
        free(out);
        return NULL;
    }
    return out;
}

/* Who holds it is between two steps that belong together. */
static pthread_mutex_t holding = PTHREAD_MUTEX_INITIALIZER;

void output_hold(void)
{
    pthread_mutex_lock(&holding);
}

void output_release(void)
{
    pthread_mutex_unlock(&holding);
}

/* The name of an open file of this process, as linkat can follow it. */
static void name_of_open(char name[32], int fd)
{
    snprintf(name, 32, "/proc/self/fd/%d", fd);
}

/* Gives the file a name beside its place, by `make`, that nobody has. Its name tells whose it is, should the machine
 * stop half-way. Returns an errno, or 0. */
static int name_beside(struct output *out, int (*make)(struct output *out))
{
    int number = EEXIST;
    for (unsigned attempt = 0; attempt < 100 && number == EEXIST; attempt++) {
        free(out->temporary);
        if (asprintf(&out->temporary, "%s.%ld-%u.part", out->path, (long)getpid(), attempt) < 0) {
            out->temporary = NULL;
            return ENOMEM;
        }
        number = make(out);
    }
    if (number != 0) {
        free(out->temporary);
        out->temporary = NULL;
    }
    return number;
}

static int make_named(struct output *out)
{
    out->fd = open(out->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
    return out->fd < 0 ? errno : 0;
}

static int link_named(struct output *out)
{
    char open_name[32];
    name_of_open(open_name, out->fd);
    return linkat(AT_FDCWD, open_name, AT_FDCWD, out->temporary, AT_SYMLINK_FOLLOW) == 0 ? 0 : errno;
}

/* Opens a file without a name in the folder of `out->path`. Not every file system can, and without /proc there would be
 * no way to name it in the end. */
static bool open_unnamed(struct output *out)
{
    char open_name[32];
    const char *slash = strrchr(out->path, '/');
    char *folder = slash ? strndup(out->path, (size_t)(slash - out->path) + 1) : strdup(".");
    out->fd = folder ? open(folder, O_TMPFILE | O_WRONLY | O_CLOEXEC, 0666) : -1;
    free(folder);
    if (out->fd < 0) return false;
    name_of_open(open_name, out->fd);
    out->unnamed = access(open_name, F_OK) == 0;
    if (!out->unnamed) {
        close(out->fd);
        out->fd = -1;
    }
    return out->unnamed;
}

static int open_beside(struct output *out)
{
    return open_unnamed(out) ? 0 : name_beside(out, make_named);
}

/* A device or a pipe is written in place; a link keeps pointing where it does; a file's permissions stay. */
static int open_path(struct output *out, const char *path)
{
    struct stat status;
    bool exists = stat(path, &status) == 0;
    if (exists && S_ISDIR(status.st_mode)) return EISDIR;
    out->path = exists ? realpath(path, NULL) : strdup(path);
    if (!out->path) return errno;
    if (exists && !S_ISREG(status.st_mode)) {
        out->fd = open(path, O_WRONLY | O_CLOEXEC);
        return out->fd < 0 ? errno : 0;
    }
    int number = open_beside(out);
    if (number == 0 && exists && fchmod(out->fd, status.st_mode & 07777) != 0) return errno;
    return number;
}

int output_open(struct output **out, const char *path, struct hearsay_error *error)
{
    bool standard = strcmp(path, "-") == 0;
    *out = NULL;
    struct output *opened = new_output(standard ? STDOUT_FILENO : -1);
    if (!opened) return error_memory(error, STAGE);
    opened->standard = standard;
    int number = standard ? 0 : open_path(opened, path);
    if (number != 0) {
        int code = report(NULL, path, number, error);
        output_abandon(opened);
        return code;
    }
    *out = opened;
    return HEARSAY_OK;
}

int output_open_memory(struct output **out, struct hearsay_error *error)
{
    *out = new_output(-1);
    return *out ? HEARSAY_OK : error_memory(error, STAGE);
}

int output_open_writer(struct output **out, output_writer *writer, void *user, struct hearsay_error *error)
{
    int code = output_open_memory(out, error);
    if (code < 0) return code;
    (*out)->writer = writer;
    (*out)->user = user;
    return HEARSAY_OK;
}

static bool in_memory(const struct output *out)
{
    return out->fd < 0 && !out->writer;
}

struct view output_view(const struct output *out)
{
    return (struct view){out->buffer, out->length};
}

void output_clear(struct output *out)
{
    out->length = 0;
}

static void write_all(struct output *out, const char *data, size_t length)
{
    if (out->writer) {
        if (length > 0 && !out->failed && out->writer(out->user, data, length) != 0) out->failed = EPIPE;
        return;
    }
    while (length > 0 && !out->failed) {
        ssize_t written = write(out->fd, data, length);
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) {
            out->failed = errno;
            return;
        }
        data += written;
        length -= (size_t)written;
    }
}

static void empty_buffer(struct output *out)
{
    write_all(out, out->buffer, out->length);
    out->length = 0;
}

static void grow_buffer(struct output *out, size_t length)
{
    size_t wanted = out->capacity;
    while (wanted - out->length < length) {
        if (__builtin_mul_overflow(wanted, (size_t)2, &wanted)) {
            out->failed = ENOMEM;
            return;
        }
    }
    char *buffer = realloc(out->buffer, wanted);
    if (!buffer) {
        out->failed = ENOMEM;
        return;
    }
    out->buffer = buffer;
    out->capacity = wanted;
}

/* Sees to it that `length` more bytes fit into the buffer; false where they never will. */
static bool make_room(struct output *out, size_t length)
{
    if (out->failed) return false;
    if (out->capacity - out->length >= length) return true;
    if (in_memory(out)) {
        grow_buffer(out, length);
    } else {
        empty_buffer(out);
    }
    return !out->failed && out->capacity - out->length >= length;
}

void output_write(struct output *out, const void *data, size_t length)
{
    if (length == 0) return;
    if (make_room(out, length)) {
        memcpy(out->buffer + out->length, data, length);
        out->length += length;
    } else if (!in_memory(out)) {
        write_all(out, data, length);
    }
}

void output_view_write(struct output *out, struct view v)
{
    output_write(out, v.data, v.length);
}

void output_line(struct output *out, struct view v)
{
    size_t length;
    for (size_t i = 0; i < v.length; i += length) {
        size_t control = utf8_control(v, i);
        length = control ? control : 1;
        if (control == 0) {
            output_char(out, v.data[i]);
        } else if (control < 3) {
            output_char(out, ' ');
        }
    }
}

void output_text(struct output *out, const char *string)
{
    output_write(out, string, strlen(string));
}

void output_char(struct output *out, char c)
{
    output_write(out, &c, 1);
}

void output_print(struct output *out, const char *format, ...)
{
    char brief[256];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(brief, sizeof brief, format, arguments);
    va_end(arguments);
    if (length < 0) {
        if (!out->failed) out->failed = errno;
        return;
    }
    if ((size_t)length < sizeof brief) {
        output_write(out, brief, (size_t)length);
        return;
    }
    char *whole = malloc((size_t)length + 1);
    if (!whole) {
        if (!out->failed) out->failed = ENOMEM;
        return;
    }
    va_start(arguments, format);
    vsnprintf(whole, (size_t)length + 1, format, arguments);
    va_end(arguments);
    output_write(out, whole, (size_t)length);
    free(whole);
}

void output_defer_sync(struct output *out)
{
    out->sync_later = true;
}

int output_flush(struct output *out, struct hearsay_error *error)
{
    if (!in_memory(out) && !out->failed) empty_buffer(out);
    return out->failed ? report(out, out->path, out->failed, error) : HEARSAY_OK;
}

/* Some file systems tell only here that the disk is full. Pipes and devices cannot be synced, which is no error. */
static void sync_file(struct output *out)
{
    bool file = (out->temporary || out->unnamed) && !out->sync_later;
    if (!out->failed && file && fsync(out->fd) != 0 && errno != EINVAL && errno != EROFS) out->failed = errno;
}

/* Moves the whole file to its place, over an old one. Returns an errno, or 0. */
static int put_in_place(struct output *out)
{
    char open_name[32];
    name_of_open(open_name, out->fd);
    if (out->unnamed && linkat(AT_FDCWD, open_name, AT_FDCWD, out->path, AT_SYMLINK_FOLLOW) == 0) return 0;
    int number = !out->unnamed ? 0 : errno == EEXIST ? name_beside(out, link_named) : errno;
    return number == 0 && rename(out->temporary, out->path) != 0 ? errno : number;
}

static void close_file(struct output *out)
{
    if (!out->standard && close(out->fd) != 0 && !out->failed && errno != EINTR) out->failed = errno;
    out->fd = -1;
}

int output_commit(struct output *out, struct hearsay_error *error)
{
    if (!in_memory(out) && !out->failed) empty_buffer(out);
    if (out->fd >= 0) {
        sync_file(out);
        output_hold();
        if (!out->failed && (out->temporary || out->unnamed)) out->failed = put_in_place(out);
        output_release();
        if (out->temporary && out->failed) unlink(out->temporary);
        close_file(out);
    }
    int code = out->failed ? report(out, out->path, out->failed, error) : HEARSAY_OK;
    free_output(out);
    return code;
}

void output_abandon(struct output *out)
{
    if (!out) return;
    if (out->fd >= 0 && !out->standard) close(out->fd);
    if (out->temporary) unlink(out->temporary);
    free_output(out);
}

/* Whether the open file is one that open_beside made; then its name is in `name`. */
static bool is_part(int folder, const char *entry, char name[PATH_MAX])
{
    char ending[32], *found;
    ssize_t length = readlinkat(folder, entry, name, PATH_MAX - 1);
    if (length < 0) return false;
    name[length] = '\0';
    snprintf(ending, sizeof ending, ".%ld-", (long)getpid());
    found = strrchr(name, '-');
    if (!found || (size_t)(found - name) + 1 < strlen(ending)) return false;
    return strncmp(found + 1 - strlen(ending), ending, strlen(ending)) == 0 && view_ends(view_of(found), VIEW(".part"));
}

void output_abandon_all(void)
{
    char name[PATH_MAX];
    struct timespec patience;
    clock_gettime(CLOCK_REALTIME, &patience);
    patience.tv_sec++;
    pthread_mutex_timedlock(&holding, &patience);
    DIR *open_files = opendir("/proc/self/fd");
    for (struct dirent *entry; open_files && (entry = readdir(open_files));) {
        if (is_part(dirfd(open_files), entry->d_name, name)) unlink(name);
    }
    if (open_files) closedir(open_files);
}
