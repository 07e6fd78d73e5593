#include "base/spool.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zstd.h>

#include "base/arena.h"

#define STAGE "spool"
/* Pieces are packed together up to this: alone they pack half as well, and more would have to be unpacked for one. */
#define BLOCK ((size_t)1 << 16)
#define LEVEL 1 /* of zstd: the fastest */

struct piece {
    uint32_t block, start;
    size_t length;
};

struct block {
    size_t at, packed; /* in the file */
    size_t length;     /* unpacked */
};

struct spool {
    int fd;
    struct arena *arena; /* of the lists */
    struct piece *pieces;
    size_t piece_count, piece_capacity;
    struct block *blocks; /* those in the file */
    size_t block_count, block_capacity;
    size_t end; /* of the file */
    ZSTD_CCtx *packer;
    ZSTD_DCtx *unpacker;
    char *text; /* the block to come while pieces are added, the last one read afterwards */
    size_t text_length, text_room;
    size_t read; /* the block in `text`; block_count: the one to come */
    char *packed;
    size_t packed_room;
};

static const char *folder(void)
{
    const char *named = getenv("TMPDIR");
    return named && *named ? named : "/tmp";
}

static int fail(const char *verb, struct hearsay_error *error)
{
    return error_set(error, HEARSAY_ERROR_IO, STAGE, folder(),
                     "cannot %s a temporary file: %s; set TMPDIR to a folder with room", verb, strerrordesc_np(errno));
}

int spool_new(struct spool **out, struct hearsay_error *error)
{
    struct spool *spool = *out = calloc(1, sizeof *spool);
    if (!spool) {
        return error_memory(error, STAGE);
    }
    spool->arena = arena_new(0);
    spool->packer = ZSTD_createCCtx();
    spool->unpacker = ZSTD_createDCtx();
    spool->fd = open(folder(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
    if (spool->fd < 0) {
        spool->fd = memfd_create("hearsay", MFD_CLOEXEC);
    }
    int code = spool->fd < 0                                      ? fail("open", error)
               : spool->arena && spool->packer && spool->unpacker ? HEARSAY_OK
                                                                  : error_memory(error, STAGE);
    if (code < 0) {
        spool_free(spool);
        *out = NULL;
    }
    return code;
}

/* Room for `size` bytes in a buffer, what it holds kept. */
static bool make_room(char **buffer, size_t *room, size_t size)
{
    char *grown = size > *room ? realloc(*buffer, size) : *buffer;
    if (grown) {
        *buffer = grown;
        *room = size > *room ? size : *room;
    }
    return grown != NULL;
}

static int write_all(struct spool *spool, const char *bytes, size_t length, struct hearsay_error *error)
{
    for (size_t done = 0; done < length;) {
        ssize_t written = pwrite(spool->fd, bytes + done, length - done, (off_t)(spool->end + done));
        if (written < 0 && errno != EINTR) {
            return fail("write", error);
        }
        done += written > 0 ? (size_t)written : 0;
    }
    spool->end += length;
    return HEARSAY_OK;
}

/* Packs the block to come into the file. */
static int flush(struct spool *spool, struct hearsay_error *error)
{
    struct block *blocks =
        arena_grow(spool->arena, spool->blocks, spool->block_count, &spool->block_capacity, sizeof *blocks);
    if (!blocks || !make_room(&spool->packed, &spool->packed_room, ZSTD_compressBound(spool->text_length))) {
        return error_memory(error, STAGE);
    }
    spool->blocks = blocks;
    size_t packed =
        ZSTD_compressCCtx(spool->packer, spool->packed, spool->packed_room, spool->text, spool->text_length, LEVEL);
    if (ZSTD_isError(packed)) {
        return error_memory(error, STAGE); /* the room is enough, so nothing else can fail */
    }
    struct block block = {spool->end, packed, spool->text_length};
    int code = write_all(spool, spool->packed, packed, error);
    if (code == HEARSAY_OK) {
        blocks[spool->block_count++] = block;
        spool->read = spool->block_count;
        spool->text_length = 0;
    }
    return code;
}

int spool_add(struct spool *spool, struct view piece, struct hearsay_error *error)
{
    int code = HEARSAY_OK;
    if (spool->read != spool->block_count) {
        spool->read = spool->block_count;
        spool->text_length = 0;
    } else if (spool->text_length > 0 && spool->text_length + piece.length > BLOCK) {
        code = flush(spool, error);
    }
    if (code < 0) {
        return code;
    }
    struct piece *pieces =
        arena_grow(spool->arena, spool->pieces, spool->piece_count, &spool->piece_capacity, sizeof *pieces);
    if (!pieces || spool->block_count >= UINT32_MAX ||
        !make_room(&spool->text, &spool->text_room, spool->text_length + piece.length + 1)) {
        return error_memory(error, STAGE);
    }
    spool->pieces = pieces;
    pieces[spool->piece_count++] =
        (struct piece){(uint32_t)spool->block_count, (uint32_t)spool->text_length, piece.length};
    memcpy(spool->text + spool->text_length, piece.length ? piece.data : "", piece.length);
    spool->text_length += piece.length;
    return HEARSAY_OK;
}

static int read_all(struct spool *spool, const struct block *block, struct hearsay_error *error)
{
    for (size_t done = 0; done < block->packed;) {
        ssize_t got = pread(spool->fd, spool->packed + done, block->packed - done, (off_t)(block->at + done));
        if (got <= 0 && !(got < 0 && errno == EINTR)) {
            errno = got == 0 ? EIO : errno;
            return fail("read", error);
        }
        done += got > 0 ? (size_t)got : 0;
    }
    return HEARSAY_OK;
}

static int unpack(struct spool *spool, const struct block *block, struct hearsay_error *error)
{
    if (!make_room(&spool->packed, &spool->packed_room, block->packed) ||
        !make_room(&spool->text, &spool->text_room, block->length + 1)) {
        return error_memory(error, STAGE);
    }
    int code = read_all(spool, block, error);
    if (code < 0) {
        return code;
    }
    spool->text_length =
        ZSTD_decompressDCtx(spool->unpacker, spool->text, spool->text_room, spool->packed, block->packed);
    if (spool->text_length != block->length) {
        errno = EIO; /* nobody else writes there */
        return fail("read", error);
    }
    return HEARSAY_OK;
}

int spool_read(struct spool *spool, size_t number, struct view *piece, struct hearsay_error *error)
{
    const struct piece *wanted = &spool->pieces[number];
    int code = HEARSAY_OK;
    *piece = VIEW("");
    if (wanted->length == 0) {
        return code;
    }
    if (spool->read == spool->block_count && spool->text_length > 0 && wanted->block != spool->block_count) {
        code = flush(spool, error);
    }
    if (code == HEARSAY_OK && wanted->block != spool->read) {
        spool->read = spool->block_count + 1; /* none, should it fail */
        code = unpack(spool, &spool->blocks[wanted->block], error);
        if (code == HEARSAY_OK) {
            spool->read = wanted->block;
        }
    }
    if (code == HEARSAY_OK) {
        *piece = (struct view){spool->text + wanted->start, wanted->length};
    }
    return code;
}

void spool_free(struct spool *spool)
{
    if (!spool) {
        return;
    }
    if (spool->fd >= 0) {
        close(spool->fd);
    }
    ZSTD_freeCCtx(spool->packer);
    ZSTD_freeDCtx(spool->unpacker);
    free(spool->text);
    free(spool->packed);
    arena_free(spool->arena);
    free(spool);
}
