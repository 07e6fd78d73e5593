/* perceptron.c: averaged perceptron over sparse rows, and its export to a table of model/linear.h. */
#include "model/train/perceptron.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>

/* A weight and, for the average, the sum of (clock x change): average = weight - drift / clock (Daume 2006). */
struct entry {
    float weight;
    uint32_t label;
    double drift;
};

/* A feature's row: `count` entries from entries[first], room for 2^power. */
struct row {
    uint64_t feature;
    uint32_t first;
    uint16_t count; /* 0: the slot is free */
    uint8_t power;
    uint8_t updates; /* stop at UINT8_MAX */
};

#define ROW_CAPACITIES 9 /* 1, 2, 4 ... 256 */

struct perceptron {
    uint32_t classes;
    uint32_t least_updates;
    double clock;
    struct row *rows; /* open addressing; a power of two */
    size_t row_room, row_count;
    struct entry *entries;
    size_t entry_room, entry_count, weight_count;
    uint32_t free_rows[ROW_CAPACITIES]; /* lists of given-up entry ranges, linked through `label`; 0 ends a list */
};

struct perceptron *perceptron_new(uint32_t classes, uint32_t least_updates)
{
    struct perceptron *perceptron = calloc(1, sizeof *perceptron);

    if (!perceptron || classes == 0 || classes > LINEAR_CLASSES) {
        free(perceptron);
        return NULL;
    }
    perceptron->classes = classes;
    perceptron->least_updates = least_updates;
    perceptron->row_room = 1u << 16;
    perceptron->rows = calloc(perceptron->row_room, sizeof *perceptron->rows);
    perceptron->entry_room = 1u << 16;
    perceptron->entry_count = 1; /* entry 0 stands for none */
    perceptron->entries = malloc(perceptron->entry_room * sizeof *perceptron->entries);
    if (perceptron->rows && perceptron->entries)
        return perceptron;
    perceptron_free(perceptron);
    return NULL;
}

void perceptron_free(struct perceptron *perceptron)
{
    if (!perceptron)
        return;
    free(perceptron->rows);
    free(perceptron->entries);
    free(perceptron);
}

static size_t row_slot(const struct row *rows, size_t room, uint64_t feature)
{
    size_t slot = (size_t)(feature ^ feature >> 32) & (room - 1);

    while (rows[slot].count && rows[slot].feature != feature)
        slot = (slot + 1) & (room - 1);
    return slot;
}

static int grow_rows(struct perceptron *perceptron)
{
    size_t room = perceptron->row_room * 2;
    struct row *rows = calloc(room, sizeof *rows);

    if (!rows)
        return HEARSAY_ERROR_MEMORY;
    for (size_t i = 0; i < perceptron->row_room; i++)
        if (perceptron->rows[i].count)
            rows[row_slot(rows, room, perceptron->rows[i].feature)] = perceptron->rows[i];
    free(perceptron->rows);
    perceptron->rows = rows;
    perceptron->row_room = room;
    return 0;
}

/* A range of 2^power entries, from the free list or the end; 0 when there is no memory. */
static uint32_t take_entries(struct perceptron *perceptron, unsigned power)
{
    uint32_t first = perceptron->free_rows[power];

    if (first) {
        perceptron->free_rows[power] = perceptron->entries[first].label;
        return first;
    }
    if (perceptron->entry_count + (1u << power) > perceptron->entry_room) {
        size_t room = perceptron->entry_room * 2;
        struct entry *entries = room <= UINT32_MAX ? realloc(perceptron->entries, room * sizeof *entries) : NULL;
        if (!entries)
            return 0;
        perceptron->entries = entries;
        perceptron->entry_room = room;
    }
    first = (uint32_t)perceptron->entry_count;
    perceptron->entry_count += 1u << power;
    return first;
}

/* Doubles a row that is full (or gives a new one room for one entry). */
static int grow_row(struct perceptron *perceptron, struct row *row)
{
    unsigned power = row->count ? row->power + 1u : 0;
    uint32_t first = take_entries(perceptron, power);

    if (!first)
        return HEARSAY_ERROR_MEMORY;
    if (row->count) {
        memcpy(&perceptron->entries[first], &perceptron->entries[row->first], row->count * sizeof(struct entry));
        perceptron->entries[row->first].label = perceptron->free_rows[row->power];
        perceptron->free_rows[row->power] = row->first;
    }
    row->first = first;
    row->power = (uint8_t)power;
    return 0;
}

/* The entry of a class in a row, made where there is none; NULL when there is no memory. */
static struct entry *find_entry(struct perceptron *perceptron, struct row *row, uint32_t label)
{
    uint32_t k = 0;

    while (k < row->count && perceptron->entries[row->first + k].label != label)
        k++;
    if (k == row->count) {
        if ((k == 0 || k == 1u << row->power) && grow_row(perceptron, row) != 0)
            return NULL;
        perceptron->row_count += k == 0;
        perceptron->weight_count++;
        perceptron->entries[row->first + k] = (struct entry){.label = label};
        row->count++;
    }
    return &perceptron->entries[row->first + k];
}

static int update_feature(struct perceptron *perceptron, uint64_t feature, uint32_t label, float amount)
{
    struct row *row = &perceptron->rows[row_slot(perceptron->rows, perceptron->row_room, feature)];
    struct entry *entry = find_entry(perceptron, row, label);

    if (!entry)
        return HEARSAY_ERROR_MEMORY;
    row->feature = feature;
    row->updates += row->updates < UINT8_MAX;
    entry->weight += amount;
    entry->drift += perceptron->clock * (double)amount;
    return perceptron->row_count * 10 > perceptron->row_room * 6 ? grow_rows(perceptron) : 0;
}

int perceptron_update(struct perceptron *perceptron, const uint64_t *features, size_t count, uint32_t label,
                      float amount)
{
    for (size_t i = 0; i < count; i++)
        if (update_feature(perceptron, features[i], label, amount) != 0)
            return HEARSAY_ERROR_MEMORY;
    return 0;
}

void perceptron_tick(struct perceptron *perceptron)
{
    perceptron->clock += 1;
}

size_t perceptron_size(const struct perceptron *perceptron)
{
    return perceptron->weight_count;
}

/* One averaged weight on its way into the table. */
struct weight {
    uint64_t feature;
    float value;
    uint32_t line;
    uint8_t label;
};

/* By line, then heaviest first, then by feature and class: a total order, so the table depends on the weights alone. */
static int by_line(const void *left, const void *right)
{
    const struct weight *a = left, *b = right;

    if (a->line != b->line)
        return a->line < b->line ? -1 : 1;
    if (fabsf(a->value) > fabsf(b->value) || fabsf(a->value) < fabsf(b->value))
        return fabsf(a->value) > fabsf(b->value) ? -1 : 1;
    if (a->feature != b->feature)
        return a->feature < b->feature ? -1 : 1;
    return (a->label > b->label) - (a->label < b->label);
}

static int by_size(const void *left, const void *right)
{
    float a = *(const float *)left, b = *(const float *)right;
    return (a < b) - (a > b);
}

static size_t gather(const struct perceptron *perceptron, struct weight *weights)
{
    double clock = perceptron->clock > 0 ? perceptron->clock : 1;
    size_t count = 0;

    for (size_t i = 0; i < perceptron->row_room; i++) {
        const struct row *row = &perceptron->rows[i];
        for (uint32_t k = 0; k < row->count && row->updates >= perceptron->least_updates; k++) {
            const struct entry *entry = &perceptron->entries[row->first + k];
            float value = (float)((double)entry->weight - entry->drift / clock);
            if (value < 0 || value > 0)
                weights[count++] = (struct weight){row->feature, value, 0, (uint8_t)entry->label};
        }
    }
    return count;
}

/* 127 / the size that all but 0.1 per mille of the weights keep within. */
static int find_scale(const struct weight *weights, size_t count, double *scale, struct hearsay_error *error)
{
    float *sizes = malloc((count + 1) * sizeof *sizes);

    *scale = 1;
    if (!sizes)
        return error_memory(error, "model");
    for (size_t i = 0; i < count; i++)
        sizes[i] = fabsf(weights[i].value);
    qsort(sizes, count, sizeof *sizes, by_size);
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

/* Fills the lines from weights in the order of by_line. */
static void fill_lines(struct linear_line *lines, const struct weight *weights, size_t count, double scale)
{
    uint32_t line = UINT32_MAX;
    int slot = 0;

    for (size_t i = 0; i < count; i++) {
        if (weights[i].line != line) {
            line = weights[i].line;
            slot = 0;
        }
        if (slot == LINEAR_LINE_SLOTS)
            continue;
        lines[line].tag[slot] = linear_tag_of(weights[i].feature);
        lines[line].label[slot] = weights[i].label;
        lines[line].weight[slot++] = (int8_t)quantise(weights[i].value, scale);
    }
}

/* Leaves the weights that are not 0 after rounding and gives each its line. The table is made no larger than what
 * leaves a line three quarters full on average. */
static uint32_t place(struct weight *weights, size_t *count, double scale, size_t max_bytes)
{
    size_t kept = 0, lines, most;

    for (size_t i = 0; i < *count; i++)
        if (quantise(weights[i].value, scale) != 0)
            weights[kept++] = weights[i];
    *count = kept;
    lines = kept / 12 + 1;
    most = max_bytes / sizeof(struct linear_line) - 1;
    lines = lines > most ? most : lines;
    for (size_t i = 0; i < kept; i++)
        weights[i].line = linear_line_of(weights[i].feature, (uint32_t)lines);
    return (uint32_t)lines;
}

int perceptron_export(const struct perceptron *perceptron, size_t max_bytes, struct view *section,
                      struct hearsay_error *error)
{
    struct weight *weights = malloc((perceptron->weight_count + 1) * sizeof *weights);
    struct linear_header *header = NULL;
    uint32_t line_count;
    size_t count, size;
    double scale;
    int code;

    *section = (struct view){NULL, 0};
    if (!weights)
        return error_memory(error, "model");
    if (max_bytes < 2 * sizeof(struct linear_line)) {
        code = error_set(error, HEARSAY_ERROR_USAGE, "model", "", "a table needs more than %zu bytes", max_bytes);
        goto done;
    }
    count = gather(perceptron, weights);
    code = find_scale(weights, count, &scale, error);
    if (code)
        goto done;
    line_count = place(weights, &count, scale, max_bytes);
    qsort(weights, count, sizeof *weights, by_line);
    if (getenv("STATS"))
        fprintf(stderr, "export: %zu weights, %zu nonzero, %u lines, %u slots\n", perceptron->weight_count, count,
                line_count, line_count * 16);
    size = sizeof *header + line_count * sizeof(struct linear_line);
    header = aligned_alloc(64, size);
    if (!header) {
        code = error_memory(error, "model");
        goto done;
    }
    memset(header, 0, size);
    header->line_count = line_count;
    header->classes = perceptron->classes;
    header->scale = (uint32_t)lround(scale * 65536 < 4e9 ? scale * 65536 : 4e9);
    fill_lines((struct linear_line *)(void *)(header + 1), weights, count, scale);
    *section = (struct view){(const char *)header, size};
done:
    free(weights);
    return code;
}
