/* linear_write.c: which weights stand on which line of the table. */
#include "model/train/linear_write.h"

#include <math.h>
#include <stdlib.h>

/* One weight on its way into the table. */
struct placed {
    uint64_t feature;
    float value;
    uint32_t line;
    uint8_t label;
};

/* By line, then heaviest first, then by feature and class: a total order, so the table depends on the weights alone. */
static int by_line(const void *left, const void *right)
{
    const struct placed *a = left, *b = right;
    float weight_of_a = fabsf(a->value), weight_of_b = fabsf(b->value);

    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (weight_of_a > weight_of_b || weight_of_a < weight_of_b)
        return weight_of_a > weight_of_b ? -1 : 1;
    if (a->feature != b->feature)
        return a->feature < b->feature ? -1 : 1;
    return (a->label > b->label) - (a->label < b->label);
}

static int heaviest_first(const void *left, const void *right)
{
    float a = *(const float *)left, b = *(const float *)right;
    return (a < b) - (a > b);
}

/* 127 / the size that all but 0.1 per mille of the weights keep within. */
static int find_scale(const struct linear_weight *weights, size_t count, double *scale, struct hearsay_error *error)
{
    float *sizes = malloc((count + 1) * sizeof *sizes);

    *scale = 1;
    if (!sizes)
        return error_memory(error, "model");
    for (size_t i = 0; i < count; i++)
        sizes[i] = fabsf(weights[i].value);
    qsort(sizes, count, sizeof *sizes, heaviest_first);
    if (count)
        *scale = 127.0 / (double)sizes[count / 10000];
    free(sizes);
    return 0;
}

static int quantise(float value, double scale)
{
    long rounded = lround((double)value * scale);
    return (int)(rounded > 127 ? 127 : rounded < -127 ? -127 : rounded);
}

/* Keeps the weights that are not 0 after rounding, gives each its line and puts them in the order of by_line; returns
 * how many. The table is made no larger than what leaves a line three quarters full on average. */
static size_t place(const struct linear_weight *weights, size_t count, double scale, size_t most_lines,
                    struct placed *placed, uint32_t *line_count)
{
    size_t kept = 0, lines;

    for (size_t i = 0; i < count; i++)
        if (quantise(weights[i].value, scale) != 0)
            placed[kept++] = (struct placed){weights[i].feature, weights[i].value, 0, weights[i].label};
    lines = kept / 12 + 1;
    *line_count = (uint32_t)(lines > most_lines ? most_lines : lines);
    for (size_t i = 0; i < kept; i++)
        placed[i].line = linear_line_of(placed[i].feature, *line_count);
    qsort(placed, kept, sizeof *placed, by_line);
    return kept;
}

static void fill_lines(struct linear_line *lines, const struct placed *placed, size_t count, double scale)
{
    uint32_t line = UINT32_MAX;
    int slot = 0;

    for (size_t i = 0; i < count; i++) {
        if (placed[i].line != line) {
            line = placed[i].line;
            slot = 0;
        }
        if (slot == LINEAR_LINE_SLOTS)
            continue;
        lines[line].tag[slot] = linear_tag_of(placed[i].feature);
        lines[line].label[slot] = placed[i].label;
        lines[line].weight[slot++] = (int8_t)quantise(placed[i].value, scale);
    }
}

int linear_write(const struct linear_weight *weights, size_t count, uint32_t classes, size_t max_bytes,
                 struct view *section, struct hearsay_error *error)
{
    struct placed *placed = malloc((count + 1) * sizeof *placed);
    struct linear_header *header;
    uint32_t line_count;
    size_t kept, size;
    double scale;
    int code;

    *section = (struct view){NULL, 0};
    if (!placed)
        return error_memory(error, "model");
    code = max_bytes < 2 * sizeof(struct linear_line)
               ? error_set(error, HEARSAY_ERROR_USAGE, "model", "", "a table needs more than %zu bytes", max_bytes)
               : find_scale(weights, count, &scale, error);
    if (code)
        goto done;
    kept = place(weights, count, scale, max_bytes / sizeof(struct linear_line) - 1, placed, &line_count);
    size = sizeof *header + line_count * sizeof(struct linear_line);
    header = aligned_alloc(64, size);
    if (!header) {
        code = error_memory(error, "model");
        goto done;
    }
    memset(header, 0, size);
    header->line_count = line_count;
    header->classes = classes;
    header->scale = (uint32_t)lround(scale * 65536 < 4e9 ? scale * 65536 : 4e9);
    fill_lines((struct linear_line *)(void *)(header + 1), placed, kept, scale);
    *section = (struct view){(const char *)header, size};
done:
    free(placed);
    return code;
}
