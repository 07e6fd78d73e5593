#include "base/output.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#define BUFFER_SIZE ((size_t)1 << 16)
#define STAGE "output"

struct output {
    int fd;          /* -1: in memory, or handed to `writer` */
    output_writer *writer;
    void *user;
    int failed;      /* the errno that stuck; 0 while all is well */
    bool standard;   /* standard output: not ours to close */
    char *path;      /* where the file goes; for messages where it is not a file of our own */
    char *temporary; /* where it lies until then; NULL: written in place */
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

/* Opens a new file beside `out->path`. Its name tells whose it is, should the machine stop half-way. */
static int open_beside(struct output *out)
{
    for (unsigned attempt = 0; attempt < 100; attempt++) {
        free(out->temporary);
        out->temporary = NULL;
        if (asprintf(&out->temporary, "%s.%ld-%u.part", out->path, (long)getpid(), attempt) < 0) {
            out->temporary = NULL;
            return ENOMEM;
        }
        out->fd = open(out->temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (out->fd >= 0) return 0;
        if (errno != EEXIST) break;
    }
    int number = errno;
    free(out->temporary);
    out->temporary = NULL;
    return number;
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

int output_flush(struct output *out, struct hearsay_error *error)
{
    if (!in_memory(out) && !out->failed) empty_buffer(out);
    return out->failed ? report(out, out->path, out->failed, error) : HEARSAY_OK;
}

/* Some file systems tell only here that the disk is full. Pipes and devices cannot be synced, which is no error. */
static void sync_and_close(struct output *out)
{
    if (!out->failed && out->temporary && fsync(out->fd) != 0 && errno != EINVAL && errno != EROFS) out->failed = errno;
    if (!out->standard && close(out->fd) != 0 && !out->failed && errno != EINTR) out->failed = errno;
    out->fd = -1;
}

int output_commit(struct output *out, struct hearsay_error *error)
{
    if (!in_memory(out) && !out->failed) empty_buffer(out);
    if (out->fd >= 0) {
        sync_and_close(out);
        if (out->temporary && !out->failed && rename(out->temporary, out->path) != 0) out->failed = errno;
        if (out->temporary && out->failed) unlink(out->temporary);
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
