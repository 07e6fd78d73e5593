/* model.h: the model file. One file of named sections, used in place: neither parsed nor copied.
 *
 * Layout, little-endian: magic "HEARSAY\x1a", uint32 version, uint32 section count, char name[32] (the model's name, as
 * records give it), then for each section {char name[24], uint64 offset, uint64 size, uint32 crc32 (zlib), uint32
 * zero}; sections are aligned to 64 bytes. */
#ifndef HEARSAY_MODEL_MODEL_H
#define HEARSAY_MODEL_MODEL_H

#include "base/error.h"
#include "base/view.h"

struct model;

/* The trained English model inside the program. */
int model_open_embedded(struct model **out, struct hearsay_error *error);

/* Maps a file. The header, the bounds and the checksums are verified: a damaged file is HEARSAY_ERROR_INPUT. */
int model_open(struct model **out, const char *path, struct hearsay_error *error);

void model_close(struct model *model);

/* The model's name, for records. */
struct view model_name(const struct model *model);

/* The whole file, for digests. Lives as long as the model. */
struct view model_bytes(const struct model *model);

/* A section by name; {NULL, 0} where the model has none. 64-byte aligned. */
struct view model_section(const struct model *model, const char *name);

/* Gathers sections and writes a model file; for the trainers. The bytes must live until model_write. */
struct model_section_source {
    const char *name;
    struct view bytes;
};
int model_write(const char *path, const char *name, const struct model_section_source *sections, size_t count,
                struct hearsay_error *error);

#endif
