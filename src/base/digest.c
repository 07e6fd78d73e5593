#include "base/digest.h"

#include <errno.h>
#include <fcntl.h>
#include <nettle/sha2.h>
#include <unistd.h>

static void write_hex(struct sha256_ctx *context, char hex[DIGEST_SIZE])
{
    static const char digits[] = "0123456789abcdef";
    uint8_t digest[SHA256_DIGEST_SIZE];
    sha256_digest(context, sizeof digest, digest);
    for (size_t i = 0; i < sizeof digest; i++) {
        hex[2 * i] = digits[digest[i] >> 4];
        hex[2 * i + 1] = digits[digest[i] & 15];
    }
    hex[2 * sizeof digest] = '\0';
}

void digest_bytes(struct view bytes, char hex[DIGEST_SIZE])
{
    struct sha256_ctx context;
    sha256_init(&context);
    sha256_update(&context, bytes.length, (const uint8_t *)bytes.data);
    write_hex(&context, hex);
}

/* Returns an errno, or 0. */
static int feed_file(struct sha256_ctx *context, int fd)
{
    uint8_t buffer[1 << 15];
    for (;;) {
        ssize_t got = read(fd, buffer, sizeof buffer);
        if (got < 0 && errno == EINTR) {
            continue;
        }
        if (got <= 0) {
            return got < 0 ? errno : 0;
        }
        sha256_update(context, (size_t)got, buffer);
    }
}

int digest_file(const char *path, char hex[DIGEST_SIZE], struct hearsay_error *error)
{
    struct sha256_ctx context;
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    int number = fd < 0 ? errno : 0;
    sha256_init(&context);
    if (fd >= 0) {
        number = feed_file(&context, fd);
        close(fd);
    }
    if (number != 0) {
        hex[0] = '\0';
        return error_set(error, HEARSAY_ERROR_IO, "digest", path, "cannot read: %s", strerrordesc_np(number));
    }
    write_hex(&context, hex);
    return HEARSAY_OK;
}
