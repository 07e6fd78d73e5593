/* write.c: a difference for people and for programs. */
#include "base/json.h"
#include "diff/diff.h"

static const char marks[] = {[DIFF_CAME] = '+', [DIFF_GONE] = '-', [DIFF_CHANGED] = '~'};

static size_t count_changes(const struct diff *diff, enum diff_kind kind, enum diff_change change)
{
    size_t count = 0;
    for (size_t i = 0; i < diff->counts[kind]; i++) {
        count += diff->entries[kind][i].change == change;
    }
    return count;
}

static struct view field_of(const struct diff_item *item, enum diff_kind kind, const char *name)
{
    for (size_t i = 0; diff_field_name(kind, i); i++) {
        if (strcmp(diff_field_name(kind, i), name) == 0) {
            return item->fields[i];
        }
    }
    return (struct view){NULL, 0};
}

/* What differs: "country: DE -> FR". */
static void write_differences(struct output *out, enum diff_kind kind, const struct diff_entry *entry)
{
    for (size_t i = 0; diff_field_name(kind, i); i++) {
        struct view old = entry->old->fields[i], new = entry->new->fields[i];
        if (view_equal(old, new)) {
            continue;
        }
        output_print(out, "\n    %s: ", diff_field_name(kind, i));
        output_line(out, old.data ? old : VIEW("none"));
        output_text(out, " -> ");
        output_line(out, new.data ? new : VIEW("none"));
    }
}

static void write_entity(struct output *out, const struct diff_item *item)
{
    struct view country = field_of(item, DIFF_ENTITY, "country");
    output_line(out, field_of(item, DIFF_ENTITY, "name"));
    output_print(out, " (%.*s", VIEW_ARGS(field_of(item, DIFF_ENTITY, "type")));
    if (country.data) {
        output_print(out, ", %.*s", VIEW_ARGS(country));
    }
    output_char(out, ')');
}

/* "a: Jan Novak accuse Peter Brandt: that he had hidden it" */
static void write_claim(struct output *out, const struct diff_item *item)
{
    struct view sources = field_of(item, DIFF_CLAIM, "sources"), targets = field_of(item, DIFF_CLAIM, "targets");
    struct view content = field_of(item, DIFF_CLAIM, "content");
    output_line(out, field_of(item, DIFF_CLAIM, "document"));
    output_text(out, ": ");
    output_line(out, sources.data ? sources : VIEW("?"));
    output_text(out, view_is(field_of(item, DIFF_CLAIM, "negated"), "true") ? " [not] " : " ");
    output_line(out, field_of(item, DIFF_CLAIM, "relation"));
    if (targets.data) {
        output_char(out, ' ');
        output_line(out, targets);
    }
    if (content.data) {
        output_text(out, ": ");
        output_line(out, content);
    }
}

static void write_kind(const struct diff *diff, enum diff_kind kind, struct output *out)
{
    if (diff->counts[kind] == 0) {
        return;
    }
    output_print(out, "%s: %zu came, %zu went, %zu changed\n", kind == DIFF_ENTITY ? "Entities" : "Claims",
                 count_changes(diff, kind, DIFF_CAME), count_changes(diff, kind, DIFF_GONE),
                 count_changes(diff, kind, DIFF_CHANGED));
    for (size_t i = 0; i < diff->counts[kind]; i++) {
        const struct diff_entry *entry = &diff->entries[kind][i];
        const struct diff_item *item = entry->new ? entry->new : entry->old;
        output_print(out, "%c ", marks[entry->change]);
        if (kind == DIFF_ENTITY) {
            write_entity(out, item);
        } else {
            write_claim(out, item);
        }
        if (entry->change == DIFF_CHANGED) {
            write_differences(out, kind, entry);
        }
        output_char(out, '\n');
    }
}

void diff_write_text(const struct diff *diff, struct output *out)
{
    write_kind(diff, DIFF_ENTITY, out);
    write_kind(diff, DIFF_CLAIM, out);
}

static void write_item(struct json_writer *json, const char *key, enum diff_kind kind, const struct diff_item *item)
{
    json_key(json, key);
    if (!item) {
        json_null(json);
        return;
    }
    json_open(json, '{');
    for (size_t i = 0; diff_field_name(kind, i); i++) {
        const char *name = diff_field_name(kind, i);
        json_key(json, name);
        if (strcmp(name, "negated") == 0) {
            json_boolean(json, view_is(item->fields[i], "true"));
        } else {
            json_string_or_null(json, item->fields[i]);
        }
    }
    json_close(json, '}');
}

static void write_entry(struct json_writer *json, enum diff_kind kind, const struct diff_entry *entry)
{
    static const char *const names[] = {[DIFF_CAME] = "came", [DIFF_GONE] = "gone", [DIFF_CHANGED] = "changed"};
    json_open(json, '{');
    json_member_string(json, "change", view_of(names[entry->change]));
    write_item(json, "old", kind, entry->old);
    write_item(json, "new", kind, entry->new);
    json_close(json, '}');
}

void diff_write_json(const struct diff *diff, struct output *out)
{
    static const char *const keys[] = {[DIFF_ENTITY] = "entities", [DIFF_CLAIM] = "claims"};
    struct json_writer json;
    json_begin(&json, out);
    json_open(&json, '{');
    json_member_string(&json, "hearsay", VIEW("1"));
    for (int kind = 0; kind < DIFF_KIND_COUNT; kind++) {
        json_key(&json, keys[kind]);
        json_open(&json, '[');
        for (size_t i = 0; i < diff->counts[kind]; i++) {
            output_char(out, '\n');
            write_entry(&json, (enum diff_kind)kind, &diff->entries[kind][i]);
        }
        json_close(&json, ']');
    }
    json_close(&json, '}');
    output_char(out, '\n');
}
