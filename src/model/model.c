/* model.c: the model file: checked once when opened, then used in place. */
#include "model/model.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include "base/output.h"

#define MODEL_VERSION      1u
#define MODEL_ALIGNMENT    64u
#define MODEL_SECTIONS_MAX 256u
#define NAME_SIZE          32
#define SECTION_NAME_SIZE  24

static const char magic[8] = {'H', 'E', 'A', 'R', 'S', 'A', 'Y', 0x1a};

struct file_header {
    char magic[8];
    uint32_t version;
    uint32_t section_count;
    char name[NAME_SIZE];
};

struct file_section {
    char name[SECTION_NAME_SIZE];
    uint64_t offset;
    uint64_t size;
    uint32_t crc32;
    uint32_t zero;
};

_Static_assert(sizeof(struct file_header) == 48, "the layout of model.h");
_Static_assert(sizeof(struct file_section) == 48, "the layout of model.h");
_Static_assert(__BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__, "the model is used in place and little-endian");

struct model {
    struct view bytes;
    bool mapped; /* by model_open; else part of the program */
};

#ifdef HEARSAY_MODEL_EMBEDDED
extern const char hearsay_model_start[], hearsay_model_end[];
#endif

static const struct file_header *header_of(struct view bytes)
{
    return (const struct file_header *)(const void *)bytes.data;
}

static const struct file_section *sections_of(struct view bytes)
{
    return (const struct file_section *)(const void *)(bytes.data + sizeof(struct file_header));
}

static uint32_t checksum(struct view bytes)
{
    return (uint32_t)crc32_z(0, (const unsigned char *)bytes.data, bytes.length);
}

static size_t aligned(size_t offset)
{
    return (offset + MODEL_ALIGNMENT - 1) / MODEL_ALIGNMENT * MODEL_ALIGNMENT;
}

static int damaged(struct hearsay_error *error, const char *path, const char *what)
{
    return error_set(error, HEARSAY_ERROR_INPUT, "model", path, "no hearsay model of version %u, or a damaged one: %s",
                     MODEL_VERSION, what);
}

/* Printable ASCII, then NULs: names go into records and messages. */
static bool name_is_sound(const char *name, size_t size)
{
    size_t length = strnlen(name, size);
    for (size_t i = 0; i < size; i++)
        if (i < length ? name[i] <= ' ' || name[i] > '~' : name[i] != '\0')
            return false;
    return length > 0 && length < size;
}

/* Sections follow one another, each at the first aligned place after the one before it. */
static bool section_is_sound(struct view bytes, size_t end_before, const struct file_section *section)
{
    return name_is_sound(section->name, SECTION_NAME_SIZE) && section->offset == aligned(end_before) &&
           section->offset <= bytes.length && section->size <= bytes.length - section->offset && section->zero == 0;
}

/* Bounds and names; the checksums too where the bytes come from outside. */
static int verify(struct view bytes, bool checksums, const char *path, struct hearsay_error *error)
{
    const struct file_header *header = header_of(bytes);
    size_t end;

    if (bytes.length < sizeof *header || memcmp(header->magic, magic, sizeof magic) != 0)
        return damaged(error, path, "it does not begin as one");
    if (header->version != MODEL_VERSION)
        return damaged(error, path, "another version");
    if (header->section_count > MODEL_SECTIONS_MAX || !name_is_sound(header->name, NAME_SIZE))
        return damaged(error, path, "its header makes no sense");
    end = sizeof *header + header->section_count * sizeof(struct file_section);
    if (bytes.length < end)
        return damaged(error, path, "it is cut short");
    for (uint32_t i = 0; i < header->section_count; i++) {
        const struct file_section *section = &sections_of(bytes)[i];
        if (!section_is_sound(bytes, end, section))
            return damaged(error, path, "its sections do not follow one another");
        end = section->offset + section->size;
        if (checksums && checksum(view_slice(bytes, section->offset, end)) != section->crc32)
            return damaged(error, path, "a checksum does not match");
    }
    return end == bytes.length ? 0 : damaged(error, path, "it does not end with its last section");
}

static int make(struct model **out, struct view bytes, bool mapped, struct hearsay_error *error)
{
    struct model *model = malloc(sizeof *model);

    if (!model)
        return error_memory(error, "model");
    model->bytes = bytes;
    model->mapped = mapped;
    *out = model;
    return 0;
}

int model_open_embedded(struct model **out, struct hearsay_error *error)
{
    *out = NULL;
#ifdef HEARSAY_MODEL_EMBEDDED
    struct view bytes = {hearsay_model_start, (size_t)(hearsay_model_end - hearsay_model_start)};
    int code = verify(bytes, false, "", error);
    return code ? code : make(out, bytes, false, error);
#else
    return error_set(error, HEARSAY_ERROR_USAGE, "model", "",
                     "this program was built without a model; name one with --model");
#endif
}

/* Maps a whole regular file; an empty one is damaged, not mapped. */
static int map_file(struct view *bytes, const char *path, struct hearsay_error *error)
{
    struct stat status;
    void *data;
    int file = open(path, O_RDONLY | O_CLOEXEC);

    if (file < 0)
        return error_set(error, HEARSAY_ERROR_IO, "model", path, "cannot open the model: %s", strerror(errno));
    if (fstat(file, &status) != 0 || !S_ISREG(status.st_mode)) {
        close(file);
        return error_set(error, HEARSAY_ERROR_IO, "model", path, "the model is not a regular file");
    }
    if (status.st_size == 0) {
        close(file);
        return damaged(error, path, "it is empty");
    }
    data = mmap(NULL, (size_t)status.st_size, PROT_READ, MAP_PRIVATE, file, 0);
    close(file);
    if (data == MAP_FAILED)
        return error_set(error, HEARSAY_ERROR_IO, "model", path, "cannot map the model: %s", strerror(errno));
    *bytes = (struct view){data, (size_t)status.st_size};
    return 0;
}

int model_open(struct model **out, const char *path, struct hearsay_error *error)
{
    struct view bytes = {NULL, 0};
    int code = map_file(&bytes, path, error);

    *out = NULL;
    if (code)
        return code;
    code = verify(bytes, true, path, error);
    if (!code)
        code = make(out, bytes, true, error);
    if (code)
        munmap((void *)(uintptr_t)bytes.data, bytes.length);
    return code;
}

void model_close(struct model *model)
{
    if (!model)
        return;
    if (model->mapped)
        munmap((void *)(uintptr_t)model->bytes.data, model->bytes.length);
    free(model);
}

struct view model_bytes(const struct model *model)
{
    return model->bytes;
}

struct view model_name(const struct model *model)
{
    return view_of(header_of(model->bytes)->name);
}

struct view model_section(const struct model *model, const char *name)
{
    const struct file_section *sections = sections_of(model->bytes);

    for (uint32_t i = 0; i < header_of(model->bytes)->section_count; i++)
        if (strcmp(sections[i].name, name) == 0)
            return view_slice(model->bytes, sections[i].offset, sections[i].offset + sections[i].size);
    return (struct view){NULL, 0};
}

static void pad_to(struct output *out, size_t *written, size_t offset)
{
    for (; *written < offset; ++*written)
        output_char(out, '\0');
}

static void write_directory(struct output *out, const char *name, const struct model_section_source *sections,
                            size_t count)
{
    struct file_header header = {.version = MODEL_VERSION, .section_count = (uint32_t)count};
    size_t offset = sizeof header + count * sizeof(struct file_section);

    memcpy(header.magic, magic, sizeof magic);
    memcpy(header.name, name, strlen(name));
    output_write(out, &header, sizeof header);
    for (size_t i = 0; i < count; i++) {
        struct file_section section = {.offset = aligned(offset), .size = sections[i].bytes.length};
        memcpy(section.name, sections[i].name, strlen(sections[i].name));
        section.crc32 = checksum(sections[i].bytes);
        output_write(out, &section, sizeof section);
        offset = section.offset + section.size;
    }
}

int model_write(const char *path, const char *name, const struct model_section_source *sections, size_t count,
                struct hearsay_error *error)
{
    size_t written = sizeof(struct file_header) + count * sizeof(struct file_section);
    struct output *out;
    int code;

    if (!name[0] || strlen(name) >= NAME_SIZE || count > MODEL_SECTIONS_MAX)
        return error_set(error, HEARSAY_ERROR_USAGE, "model", path,
                         "the model's name is empty or too long, or too many sections");
    for (size_t i = 0; i < count; i++)
        if (!sections[i].name[0] || strlen(sections[i].name) >= SECTION_NAME_SIZE)
            return error_set(error, HEARSAY_ERROR_USAGE, "model", path,
                             "the section's name \"%s\" is empty or too long", sections[i].name);
    code = output_open(&out, path, error);
    if (code)
        return code;
    write_directory(out, name, sections, count);
    for (size_t i = 0; i < count; i++) {
        pad_to(out, &written, aligned(written));
        output_view_write(out, sections[i].bytes);
        written += sections[i].bytes.length;
    }
    return output_commit(out, error);
}
