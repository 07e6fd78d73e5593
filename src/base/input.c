#include "base/input.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#define STAGE "text"
#define BUFFER_SIZE ((size_t)1 << 16)

enum packing { UNKNOWN, PLAIN, GZIP, ZSTD };

struct input {
    int fd;
    char *name;
    size_t size;
    enum packing packing;
    unsigned char *buffer; /* [start, end) was read and not handed out */
    size_t start;
    size_t end;
    bool ended;   /* nothing follows the buffer */
    bool between; /* at the start or between two members of gzip, two frames of zstd: the input may end here */
    z_stream gzip;
    ZSTD_DStream *zstd;
};

static int cannot_read(const struct input *input, int number, struct hearsay_error *error)
{
    const char *advice = number == EISDIR   ? ": name the files in it, or use `hearsay batch`"
                         : number == ENOENT ? ": check the name"
                                            : "";
    return error_set(error, HEARSAY_ERROR_IO, STAGE, input->name, "cannot read: %s%s", strerrordesc_np(number), advice);
}

static int damaged(const struct input *input, const char *what, struct hearsay_error *error)
{
    return error_set(error, HEARSAY_ERROR_INPUT, STAGE, input->name, "damaged: %s; pack the file anew", what);
}

static int open_descriptor(struct input *input, struct hearsay_error *error)
{
    struct stat status;
    input->fd = strcmp(input->name, "-") == 0 ? STDIN_FILENO : open(input->name, O_RDONLY | O_CLOEXEC);
    if (input->fd < 0 || fstat(input->fd, &status) != 0)
        return cannot_read(input, errno, error);
    if (S_ISDIR(status.st_mode))
        return cannot_read(input, EISDIR, error);
    if (S_ISREG(status.st_mode) && status.st_size > 0)
        input->size = (size_t)status.st_size;
    return HEARSAY_OK;
}

int input_open(struct input **out, const char *path, struct hearsay_error *error)
{
    struct input *input = calloc(1, sizeof *input);
    *out = NULL;
    if (!input)
        return error_memory(error, STAGE);
    input->fd = -1;
    input->between = true;
    input->name = strdup(path);
    input->buffer = malloc(BUFFER_SIZE);
    int code = input->name && input->buffer ? open_descriptor(input, error) : error_memory(error, STAGE);
    if (code < 0) {
        input_close(input);
        return code;
    }
    *out = input;
    return HEARSAY_OK;
}

size_t input_size(const struct input *input)
{
    return input->size;
}

void input_close(struct input *input)
{
    if (!input)
        return;
    if (input->packing == GZIP)
        inflateEnd(&input->gzip);
    ZSTD_freeDStream(input->zstd);
    if (input->fd > STDIN_FILENO)
        close(input->fd);
    free(input->buffer);
    free(input->name);
    free(input);
}

/* One read(2) into `bytes`; 0 bytes at the end. */
static int read_some(struct input *input, void *bytes, size_t capacity, size_t *got, struct hearsay_error *error)
{
    ssize_t length;
    do {
        length = read(input->fd, bytes, capacity);
    } while (length < 0 && errno == EINTR);
    if (length < 0)
        return cannot_read(input, errno, error);
    *got = (size_t)length;
    input->ended = length == 0;
    return HEARSAY_OK;
}

/* Reads on behind what is in the buffer. */
static int fill(struct input *input, struct hearsay_error *error)
{
    size_t got = 0;
    if (input->start == input->end)
        input->start = input->end = 0;
    int code = read_some(input, input->buffer + input->end, BUFFER_SIZE - input->end, &got, error);
    input->end += got;
    return code;
}

static bool begins(const struct input *input, const unsigned char *magic, size_t length)
{
    return input->end - input->start >= length && memcmp(input->buffer + input->start, magic, length) == 0;
}

/* Looks at the first bytes: at no more than one where that is enough, so that a slow stream is not held up. */
static int settle_packing(struct input *input, struct hearsay_error *error)
{
    static const unsigned char gzip[] = {0x1F, 0x8B}, zstd[] = {0x28, 0xB5, 0x2F, 0xFD};
    int code = HEARSAY_OK;
    while (code == HEARSAY_OK && !input->ended && input->end < sizeof zstd) {
        code = fill(input, error);
        if (input->end > 0 && input->buffer[0] != gzip[0] && input->buffer[0] != zstd[0])
            break;
    }
    if (code != HEARSAY_OK)
        return code;
    input->packing = PLAIN;
    if (begins(input, gzip, sizeof gzip)) {
        if (inflateInit2(&input->gzip, 15 + 16) != Z_OK) /* a window of 32 KiB, gzip's header */
            return error_memory(error, STAGE);
        input->packing = GZIP;
    } else if (begins(input, zstd, sizeof zstd)) {
        input->zstd = ZSTD_createDStream();
        if (!input->zstd)
            return error_memory(error, STAGE);
        input->packing = ZSTD;
    }
    return HEARSAY_OK;
}

static int read_plain(struct input *input, char *bytes, size_t capacity, size_t *got, struct hearsay_error *error)
{
    if (input->start == input->end)
        return input->ended ? HEARSAY_OK : read_some(input, bytes, capacity, got, error);
    *got = input->end - input->start < capacity ? input->end - input->start : capacity;
    memcpy(bytes, input->buffer + input->start, *got);
    input->start += *got;
    return HEARSAY_OK;
}

/* Unpacks what the buffer holds; a member that ends is followed by another or by nothing. */
static int unpack_gzip(struct input *input, char *bytes, size_t capacity, size_t *got, struct hearsay_error *error)
{
    z_stream *stream = &input->gzip;
    if (input->between && inflateReset(stream) != Z_OK)
        return error_memory(error, STAGE);
    stream->next_in = input->buffer + input->start;
    stream->avail_in = (uInt)(input->end - input->start);
    stream->next_out = (Bytef *)bytes;
    stream->avail_out = capacity > UINT32_MAX ? UINT32_MAX : (uInt)capacity;
    int result = inflate(stream, Z_NO_FLUSH);
    if (result == Z_MEM_ERROR)
        return error_memory(error, STAGE);
    if (result != Z_OK && result != Z_STREAM_END && result != Z_BUF_ERROR)
        return damaged(input, stream->msg ? stream->msg : "no gzip data", error);
    input->between = result == Z_STREAM_END;
    input->start = input->end - stream->avail_in;
    *got = (size_t)((char *)stream->next_out - bytes);
    return HEARSAY_OK;
}

static int unpack_zstd(struct input *input, char *bytes, size_t capacity, size_t *got, struct hearsay_error *error)
{
    ZSTD_inBuffer in = {input->buffer + input->start, input->end - input->start, 0};
    ZSTD_outBuffer out = {bytes, capacity, 0};
    size_t result = ZSTD_decompressStream(input->zstd, &out, &in);
    if (ZSTD_isError(result))
        return damaged(input, ZSTD_getErrorName(result), error);
    input->between = result == 0;
    input->start += in.pos;
    *got = out.pos;
    return HEARSAY_OK;
}

/* What an unpacker still holds comes first; then more is read until it gives something. */
static int read_packed(struct input *input, char *bytes, size_t capacity, size_t *got, struct hearsay_error *error)
{
    for (;;) {
        bool empty = input->start == input->end;
        if (!empty || !input->between) {
            int code = input->packing == GZIP ? unpack_gzip(input, bytes, capacity, got, error)
                                              : unpack_zstd(input, bytes, capacity, got, error);
            if (code != HEARSAY_OK || *got > 0)
                return code;
        }
        if (input->start < input->end)
            continue;
        if (input->ended)
            return input->between ? HEARSAY_OK : damaged(input, "it ends early", error);
        int code = fill(input, error);
        if (code != HEARSAY_OK)
            return code;
    }
}

int input_read(struct input *input, char *bytes, size_t capacity, size_t *got, struct hearsay_error *error)
{
    *got = 0;
    int code = input->packing == UNKNOWN ? settle_packing(input, error) : HEARSAY_OK;
    if (code != HEARSAY_OK)
        return code;
    return input->packing == PLAIN ? read_plain(input, bytes, capacity, got, error)
                                   : read_packed(input, bytes, capacity, got, error);
}
