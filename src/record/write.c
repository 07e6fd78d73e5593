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

static void write_spans(struct json_writer *json, const char *key, const struct span *spans, size_t count)
{
    json_key(json, key);
    json_open(json, '[');
    for (size_t i = 0; i < count; i++) {
        json_span(json, spans[i]);
    }
    json_close(json, ']');
}

static void write_code(struct json_writer *json, const char *code)
{
    json_member_string_or_null(json, "country", *code ? view_of(code) : (struct view){NULL, 0});
}

/* A scheme in somebody's list is a key of the object: it comes as a view, and keys are C strings. */
static void write_identifiers(struct json_writer *json, const struct entity *entity)
{
    json_key(json, "ids");
    json_open(json, '{');
    for (size_t i = 0; i < entity->id_count; i++) {
        json_member_string(json, entity->ids[i].scheme.data, entity->ids[i].value);
    }
    json_close(json, '}');
}

static void write_entity(struct json_writer *json, const struct entity *entity, int32_t index)
{
    json_open(json, '{');
    json_key(json, "id");
    write_id(json, 'E', index);
    json_member_string_or_null(json, "key", entity->key);
    json_member_string(json, "type", view_of(entity_type_name(entity->type)));
    json_member_string(json, "name", entity->name);
    json_member_strings(json, "aliases", entity->aliases, entity->alias_count);
    write_code(json, entity->country);
    json_member_string_or_null(json, "country_name", entity->country_name);
    write_identifiers(json, entity);
    write_spans(json, "mentions", entity->mentions, entity->mention_count);
    json_close(json, '}');
}

static void write_affiliation(struct json_writer *json, const struct affiliation *affiliation)
{
    json_open(json, '{');
    json_key(json, "entity");
    write_id(json, 'E', affiliation->entity);
    json_member_string_or_null(json, "role", affiliation->role);
    json_key(json, "of");
    write_id(json, 'E', affiliation->of);
    json_key(json, "span");
    json_span(json, affiliation->span);
    json_close(json, '}');
}

static void open_actor(struct json_writer *json, const struct claim_actor *actor)
{
    json_open(json, '{');
    json_key(json, "entity");
    write_id(json, 'E', actor->entity);
    json_key(json, "span");
    json_span(json, actor->span);
}

static void write_targets(struct json_writer *json, const struct claim *claim)
{
    json_key(json, "targets");
    json_open(json, '[');
    for (size_t i = 0; i < claim->target_count; i++) {
        open_actor(json, &claim->targets[i]);
        json_member_string(json, "role", view_of(claim_role_name(claim->targets[i].role)));
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
    json_span(json, span);
    json_member_string(json, "text", text);
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
    json_span(json, spans[0]);
    if (count > 1) {
        write_spans(json, "spans", spans, count);
    }
    json_member_string(json, "text", claim->content_text);
    json_close(json, '}');
}

static void write_nature(struct json_writer *json, const struct claim *claim)
{
    json_member_string(json, "quote", view_of(claim_quote_name(claim->quote)));
    json_member_boolean(json, "negated", claim->negated);
    json_member_string(json, "certainty", view_of(claim_certainty_name(claim->certainty)));
    json_member_integer(json, "depth", claim->depth);
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
    json_member_string(json, "kind", view_of(claim_kind_name(claim->kind)));
    json_member_string(json, "relation", view_of(claim_relation_facts(claim->relation)->name));
    json_member_string(json, "cameo", view_of(claim_relation_facts(claim->relation)->cameo));
    json_member_integer(json, "stance", claim->stance);
    write_sources(json, claim);
    write_passage(json, "cue", claim->cue, record_claim->cue_text);
    write_targets(json, claim);
    write_content(json, record_claim);
    write_nature(json, claim);
    json_member_string_or_null(json, "date", claim->date);
    json_member_strings(json, "citations", claim->citations, claim->citation_count);
    json_member_strings(json, "citations_before", claim->citations_before, claim->citation_before_count);
    write_passage(json, "sentence", claim->sentence, record_claim->sentence_text);
    json_member_string(json, "rule", claim->rule);
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
        json_member_string(json, "label", record->references[i].label);
        json_member_string_or_null(json, "url", record->references[i].url);
        json_member_string(json, "text", record->references[i].text);
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_head(struct json_writer *json, const struct record *record)
{
    json_member_string(json, "hearsay", VIEW(RECORD_FORMAT));
    json_member_string(json, "id", record->id);
    json_member_string_or_null(json, "title", record->title);
    json_member_string_or_null(json, "url", record->url);
    json_member_string_or_null(json, "date", record->date);
    json_member_string_or_null(json, "language", record->language);
    json_member_integer(json, "length", record->length);
    json_member_string(json, "text_sha256", record->text_sha256);
    json_member_string(json, "model", record->model);
    json_member_strings(json, "warnings", record->warnings, record->warning_count);
    if (record->correction_count > 0) {
        json_member_strings(json, "corrections", record->corrections, record->correction_count);
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
