/* write.c: a record as one line of JSON, always with the same keys in the same order. */
#include "base/json.h"
#include "record/record.h"

/* "E1" for index 0; null for -1. */
static void write_id(struct json_writer *json, char letter, int32_t index)
{
    char digits[12];
    size_t at = sizeof digits;
    if (index < 0) {
        json_null(json);
        return;
    }
    for (uint32_t number = (uint32_t)index + 1; number > 0; number /= 10) {
        digits[--at] = (char)('0' + number % 10);
    }
    digits[--at] = letter;
    json_string(json, (struct view){digits + at, sizeof digits - at});
}

static void write_span(struct json_writer *json, struct span span)
{
    json_open(json, '[');
    json_integer(json, span.start);
    json_integer(json, span.end);
    json_close(json, ']');
}

static void write_spans(struct json_writer *json, const char *key, const struct span *spans, size_t count)
{
    json_key(json, key);
    json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        write_span(json, spans[i]);
    }
    json_close(json, ']');
}

static void write_string(struct json_writer *json, const char *key, struct view value)
{
    json_key(json, key);
    json_string(json, value.data ? value : VIEW(""));
}

static void write_optional(struct json_writer *json, const char *key, struct view value)
{
    json_key(json, key);
    json_string_or_null(json, value);
}

static void write_strings(struct json_writer *json, const char *key, const struct view *values, size_t count)
{
    json_key(json, key);
    json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        json_string(json, values[i]);
    }
    json_close(json, ']');
}

static void write_code(struct json_writer *json, const char *code)
{
    json_key(json, "country");
    json_string_or_null(json, *code ? view_of(code) : (struct view){NULL, 0});
}

/* A scheme in somebody's list is a key of the object: it comes as a view, and keys are C strings. */
static void write_identifiers(struct json_writer *json, const struct entity *entity)
{
    json_key(json, "ids");
    json_open(json, '{');
    for (size_t i = 0; i < entity->id_count; i++) {
        json_key(json, entity->ids[i].scheme.data);
        json_string(json, entity->ids[i].value);
    }
    json_close(json, '}');
}

static void write_entity(struct json_writer *json, const struct entity *entity, int32_t index)
{
    json_open(json, '{');
    json_key(json, "id");
    write_id(json, 'E', index);
    write_optional(json, "key", entity->key);
    write_string(json, "type", view_of(entity_type_name(entity->type)));
    write_string(json, "name", entity->name);
    write_strings(json, "aliases", entity->aliases, entity->alias_count);
    write_code(json, entity->country);
    write_optional(json, "country_name", entity->country_name);
    write_identifiers(json, entity);
    write_spans(json, "mentions", entity->mentions, entity->mention_count);
    json_close(json, '}');
}

static void write_affiliation(struct json_writer *json, const struct affiliation *affiliation)
{
    json_open(json, '{');
    json_key(json, "entity");
    write_id(json, 'E', affiliation->entity);
    write_optional(json, "role", affiliation->role);
    json_key(json, "of");
    write_id(json, 'E', affiliation->of);
    json_key(json, "span");
    write_span(json, affiliation->span);
    json_close(json, '}');
}

static void open_actor(struct json_writer *json, const struct claim_actor *actor)
{
    json_open(json, '{');
    json_key(json, "entity");
    write_id(json, 'E', actor->entity);
    json_key(json, "span");
    write_span(json, actor->span);
}

static void write_targets(struct json_writer *json, const struct claim *claim)
{
    json_key(json, "targets");
    json_open(json, '[');
    for (size_t i = 0; i < claim->target_count; i++) {
        open_actor(json, &claim->targets[i]);
        write_string(json, "role", view_of(claim_role_name(claim->targets[i].role)));
        json_close(json, '}');
    }
    json_close(json, ']');
}

/* The first source stands in two places where it speaks through a relative pronoun. */
static void write_sources(struct json_writer *json, const struct claim *claim)
{
    json_key(json, "sources");
    json_open(json, '[');
    for (size_t i = 0; i < claim->source_count; i++) {
        open_actor(json, &claim->sources[i]);
        if (i == 0 && claim->relative.end) {
            write_spans(json, "spans", (struct span[]){claim->sources[0].span, claim->relative}, 2);
        }
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_passage(struct json_writer *json, const char *key, struct span span, struct view text)
{
    json_key(json, key);
    json_open(json, '{');
    json_key(json, "span");
    write_span(json, span);
    write_string(json, "text", text);
    json_close(json, '}');
}

static void write_content(struct json_writer *json, const struct record_claim *claim)
{
    const struct span *spans = claim->claim.content;
    size_t count = claim->claim.content_count;
    json_key(json, "content");
    if (count == 0) {
        json_null(json);
        return;
    }
    json_open(json, '{');
    json_key(json, "span");
    write_span(json, spans[0]);
    if (count > 1) {
        write_spans(json, "spans", spans, count);
    }
    write_string(json, "text", claim->content_text);
    json_close(json, '}');
}

static void write_nature(struct json_writer *json, const struct claim *claim)
{
    write_string(json, "quote", view_of(claim_quote_name(claim->quote)));
    json_key(json, "negated");
    json_boolean(json, claim->negated);
    write_string(json, "certainty", view_of(claim_certainty_name(claim->certainty)));
    json_key(json, "depth");
    json_integer(json, claim->depth);
    json_key(json, "within");
    write_id(json, 'C', claim->within);
    json_key(json, "answers");
    write_id(json, 'C', claim->answers);
}

static void write_claim(struct json_writer *json, const struct record_claim *record_claim, int32_t index)
{
    const struct claim *claim = &record_claim->claim;
    json_open(json, '{');
    json_key(json, "id");
    write_id(json, 'C', index);
    write_string(json, "kind", view_of(claim_kind_name(claim->kind)));
    write_string(json, "relation", view_of(claim_relation_facts(claim->relation)->name));
    write_string(json, "cameo", view_of(claim_relation_facts(claim->relation)->cameo));
    json_key(json, "stance");
    json_integer(json, claim->stance);
    write_sources(json, claim);
    write_passage(json, "cue", claim->cue, record_claim->cue_text);
    write_targets(json, claim);
    write_content(json, record_claim);
    write_nature(json, claim);
    write_optional(json, "date", claim->date);
    write_strings(json, "citations", claim->citations, claim->citation_count);
    write_strings(json, "citations_before", claim->citations_before, claim->citation_before_count);
    write_passage(json, "sentence", claim->sentence, record_claim->sentence_text);
    write_string(json, "rule", claim->rule);
    json_key(json, "confidence");
    json_real(json, claim->confidence / 100.0, 2);
    json_close(json, '}');
}

/* Only where there are any: most texts have none. */
static void write_references(struct json_writer *json, const struct record *record)
{
    if (record->reference_count == 0) {
        return;
    }
    json_key(json, "references");
    json_open(json, '[');
    for (size_t i = 0; i < record->reference_count; i++) {
        json_open(json, '{');
        write_string(json, "label", record->references[i].label);
        write_optional(json, "url", record->references[i].url);
        write_string(json, "text", record->references[i].text);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_head(struct json_writer *json, const struct record *record)
{
    write_string(json, "hearsay", VIEW(RECORD_FORMAT));
    write_string(json, "id", record->id);
    write_optional(json, "title", record->title);
    write_optional(json, "url", record->url);
    write_optional(json, "date", record->date);
    write_optional(json, "language", record->language);
    json_key(json, "length");
    json_integer(json, record->length);
    write_string(json, "text_sha256", record->text_sha256);
    write_string(json, "model", record->model);
    write_strings(json, "warnings", record->warnings, record->warning_count);
    if (record->correction_count > 0) {
        write_strings(json, "corrections", record->corrections, record->correction_count);
    }
    write_references(json, record);
}

void record_write_json(const struct record *record, struct json_writer *json)
{
    json_open(json, '{');
    write_head(json, record);
    json_key(json, "entities");
    json_open(json, '[');
    for (size_t i = 0; i < record->entity_count; i++) {
        write_entity(json, &record->entities[i], (int32_t)i);
    }
    json_close(json, ']');
    json_key(json, "affiliations");
    json_open(json, '[');
    for (size_t i = 0; i < record->affiliation_count; i++) {
        write_affiliation(json, &record->affiliations[i]);
    }
    json_close(json, ']');
    json_key(json, "claims");
    json_open(json, '[');
    for (size_t i = 0; i < record->claim_count; i++) {
        write_claim(json, &record->claims[i], (int32_t)i);
    }
    json_close(json, ']');
    json_close(json, '}');
}

void record_write(const struct record *record, struct output *out)
{
    struct json_writer json;
    json_begin(&json, out);
    record_write_json(record, &json);
    output_char(out, '\n');
}
