/* bundle_model: makes one model file of section files; a section has the name of its file.
 *
 * usage: bundle_model NAME OUT SECTION-FILE... */
#include <stdio.h>
#include <stdlib.h>

#include "base/arena.h"
#include "model/model.h"

static int read_section(struct model_section_source *section, const char *path, struct arena *arena,
                        struct hearsay_error *error)
{
    const char *slash = strrchr(path, '/');
    FILE *file = fopen(path, "rb");
    char *data = NULL;
    long size = -1;

    if (file && fseek(file, 0, SEEK_END) == 0 && (size = ftell(file)) >= 0 && fseek(file, 0, SEEK_SET) == 0)
        data = arena_alloc(arena, (size_t)size + 1);
    if (!data || fread(data, 1, (size_t)size, file) != (size_t)size)
        error_set(error, HEARSAY_ERROR_IO, "train", path, "cannot read");
    else
        *section = (struct model_section_source){slash ? slash + 1 : path, {data, (size_t)size}};
    if (file)
        fclose(file);
    return section->name ? 0 : HEARSAY_ERROR_IO;
}

int main(int argc, char **argv)
{
    struct hearsay_error error = {0};
    struct arena *arena = arena_new(0);
    size_t count = argc > 3 ? (size_t)argc - 3 : 0;
    struct model_section_source *sections = arena ? arena_array(arena, count + 1, sizeof *sections) : NULL;
    int code = sections ? 0 : error_memory(&error, "train");

    if (argc < 4) {
        fputs("usage: bundle_model NAME OUT SECTION-FILE...\n", stderr);
        arena_free(arena);
        return 2;
    }
    for (size_t i = 0; i < count && !code; i++)
        code = read_section(&sections[i], argv[i + 3], arena, &error);
    if (!code)
        code = model_write(argv[2], argv[1], sections, count, &error);
    if (code)
        fprintf(stderr, "bundle_model: %s: %s\n", error.place, error.message);
    arena_free(arena);
    return code ? 3 : 0;
}
