/* digest.h: SHA-256 of bytes and files, as the hexadecimal text that records and manifests have. */
#ifndef HEARSAY_BASE_DIGEST_H
#define HEARSAY_BASE_DIGEST_H

#include "base/error.h"
#include "base/view.h"

#define DIGEST_SIZE 65 /* 64 digits and a NUL */

/* SHA-256 (FIPS 180-4, by nettle) of the bytes, in lower-case digits. Cost: about 3 ns a byte without, 1 ns with the
 * processor's instructions for it. */
void digest_bytes(struct view bytes, char hex[DIGEST_SIZE]);

/* The same of a file's content. HEARSAY_ERROR_IO, with the path as the place, where it cannot be read. */
int digest_file(const char *path, char hex[DIGEST_SIZE], struct hearsay_error *error);

#endif
