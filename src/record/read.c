/* read.c: a line of JSON -> a record, checked all through: what merge and graph are given may have been edited. */
#include <cjson/cJSON.h>
#include <math.h>

#include "base/json.h"
#include "record/reader.h"

/* A whole number between two bounds. */
static bool whole(const cJSON *value, double least, double most)
{
    return cJSON_IsNumber(value) && value->valuedouble >= least && value->valuedouble <= most &&
           floor(value->valuedouble) == value->valuedouble;
}

static bool read_whole(struct reader *reader, const cJSON *object, const char *key, int32_t least, int32_t most,
                       int32_t *out)
{
    const cJSON *value = reader_item(object, key);
    if (!whole(value, least, most)) {
        return reader_fail(reader, "\"%s\" must be a whole number from %d to %d", key, (int)least, (int)most);
    }
    *out = (int32_t)value->valuedouble;
    return true;
}

static bool read_span_value(struct reader *reader, const cJSON *value, const char *key, struct span *out)
{
    const cJSON *start = cJSON_GetArrayItem(value, 0);
    const cJSON *end = cJSON_GetArrayItem(value, 1);
    uint32_t length = reader->record->length;
    if (!cJSON_IsArray(value) || cJSON_GetArraySize(value) != 2 || !whole(start, 0, length) || !whole(end, 0, length) ||
        start->valuedouble >= end->valuedouble) {
        return reader_fail(reader, "\"%s\" must be [start, end] with start < end <= %u, the text's length", key,
                           (unsigned)length);
    }
    *out = (struct span){(uint32_t)start->valuedouble, (uint32_t)end->valuedouble};
    return true;
}

static bool read_span(struct reader *reader, const cJSON *object, const char *key, struct span *out)
{
    return read_span_value(reader, reader_item(object, key), key, out);
}

static bool read_spans(struct reader *reader, const cJSON *object, const char *key, struct span **out, size_t *count)
{
    const cJSON *list, *value;
    void *items;
    if (!reader_list(reader, object, key, sizeof **out, &list, &items, count)) {
        return false;
    }
    struct span *span = *out = items;
    cJSON_ArrayForEach(value, list)
    {
        if (!read_span_value(reader, value, key, span++)) {
            return false;
        }
    }
    return true;
}

/* "E3" -> 2, with 2 < count; -1 where it is none. */
static int32_t parse_id(const cJSON *value, char letter, size_t count)
{
    const char *digit = cJSON_IsString(value) ? value->valuestring : "";
    uint64_t number = 0;
    if (digit[0] != letter || digit[1] < '1' || digit[1] > '9') {
        return -1;
    }
    for (digit++; *digit >= '0' && *digit <= '9' && number <= count; digit++) {
        number = 10 * number + (uint64_t)(*digit - '0');
    }
    return *digit || number > count ? -1 : (int32_t)number - 1;
}

/* A reference to an entity or claim of the record; null gives -1 where `optional`. */
static bool read_reference(struct reader *reader, const cJSON *object, const char *key, char letter, bool optional,
                           int32_t *out)
{
    const cJSON *value = reader_item(object, key);
    size_t count = letter == 'E' ? reader->record->entity_count : reader->record->claim_count;
    *out = -1;
    if (optional && cJSON_IsNull(value)) {
        return true;
    }
    *out = parse_id(value, letter, count);
    return *out >= 0 || reader_fail(reader, "\"%s\" must be one of %c1 to %c%zu%s", key, letter, letter, count,
                                    optional ? " or null" : "");
}

/* The item's own id is its place in the list: "E1" comes first. */
static bool check_id(struct reader *reader, const cJSON *object, char letter, size_t index)
{
    return parse_id(reader_item(object, "id"), letter, index + 1) == (int32_t)index ||
           reader_fail(reader, "\"id\" must be \"%c%zu\", ids count up from 1", letter, index + 1);
}

static bool read_entity(struct reader *reader, const cJSON *object, size_t index)
{
    static const char *const keys[] = {"id",      "key",          "type", "name",    "aliases",
                                       "country", "country_name", "ids",  "mentions"};
    struct entity *entity = &reader->record->entities[index];
    struct view type;
    if (!CHECK_KEYS(reader, object, keys) || !check_id(reader, object, 'E', index) ||
        !reader_string(reader, object, "type", &type)) {
        return false;
    }
    if (!entity_type_of(type, &entity->type)) {
        return reader_fail(reader, "\"type\" must be person, organisation, country, group or place");
    }
    return reader_optional(reader, object, "key", &entity->key) && reader_name(reader, object, "name", &entity->name) &&
           reader_strings(reader, object, "aliases", &entity->aliases, &entity->alias_count) &&
           reader_country(reader, object, "country", entity->country) &&
           reader_optional(reader, object, "country_name", &entity->country_name) &&
           reader_identifiers(reader, object, "ids", &entity->ids, &entity->id_count) &&
           read_spans(reader, object, "mentions", &entity->mentions, &entity->mention_count);
}

static bool read_affiliation(struct reader *reader, const cJSON *object, size_t index)
{
    static const char *const keys[] = {"entity", "role", "of", "span"};
    struct affiliation *affiliation = &reader->record->affiliations[index];
    return CHECK_KEYS(reader, object, keys) &&
           read_reference(reader, object, "entity", 'E', false, &affiliation->entity) &&
           reader_optional(reader, object, "role", &affiliation->role) &&
           read_reference(reader, object, "of", 'E', false, &affiliation->of) &&
           read_span(reader, object, "span", &affiliation->span);
}

static bool read_target(struct reader *reader, const cJSON *object, struct claim_actor *actor)
{
    static const char *const keys[] = {"entity", "span", "role"};
    struct view role;
    return CHECK_KEYS(reader, object, keys) && read_reference(reader, object, "entity", 'E', true, &actor->entity) &&
           read_span(reader, object, "span", &actor->span) && reader_string(reader, object, "role", &role) &&
           (claim_role_of(role, &actor->role) || reader_fail(reader, "\"role\" must be target, addressee or topic"));
}

/* A source's "spans": its own words and the relative pronoun through which it speaks. */
static bool read_relative(struct reader *reader, const cJSON *object, const struct claim_actor *actor,
                          struct span *relative)
{
    struct span *spans;
    size_t count;
    if (!reader_item(object, "spans")) {
        return true;
    }
    if (!read_spans(reader, object, "spans", &spans, &count)) {
        return false;
    }
    if (count != 2 || spans[0].start != actor->span.start || spans[0].end != actor->span.end) {
        return reader_fail(reader, "\"spans\" must hold two spans, \"span\" first");
    }
    *relative = spans[1];
    return true;
}

/* `relative` is set by the first source alone. */
static bool read_source(struct reader *reader, const cJSON *object, struct claim_actor *actor, struct span *relative)
{
    static const char *const keys[] = {"entity", "span", "spans?"};
    return CHECK_KEYS(reader, object, keys) && read_reference(reader, object, "entity", 'E', true, &actor->entity) &&
           read_span(reader, object, "span", &actor->span) && read_relative(reader, object, actor, relative);
}

static bool read_sources(struct reader *reader, const cJSON *object, struct claim *claim)
{
    const cJSON *list, *value;
    void *items;
    struct span ignored;
    if (!reader_list(reader, object, "sources", sizeof *claim->sources, &list, &items, &claim->source_count)) {
        return false;
    }
    claim->sources = items;
    struct claim_actor *actor = items;
    cJSON_ArrayForEach(value, list)
    {
        if (!read_source(reader, value, actor, actor == claim->sources ? &claim->relative : &ignored)) {
            return false;
        }
        actor++;
    }
    return true;
}

static bool read_targets(struct reader *reader, const cJSON *object, struct claim *claim)
{
    const cJSON *list, *value;
    void *items;
    if (!reader_list(reader, object, "targets", sizeof *claim->targets, &list, &items, &claim->target_count)) {
        return false;
    }
    struct claim_actor *actor = claim->targets = items;
    cJSON_ArrayForEach(value, list)
    {
        if (!read_target(reader, value, actor++)) {
            return false;
        }
    }
    return true;
}

/* The sentence of a claim; those of one sentence share its text. */
static bool read_sentence(struct reader *reader, const cJSON *object, size_t index)
{
    static const char *const keys[] = {"span", "text"};
    const cJSON *passage = reader_item(object, "sentence");
    struct record_claim *out = &reader->record->claims[index];
    if (!CHECK_KEYS(reader, passage, keys) || !read_span(reader, passage, "span", &out->claim.sentence)) {
        return false;
    }
    const cJSON *text = reader_item(passage, "text");
    if (index > 0 && cJSON_IsString(text) && view_is(out[-1].sentence_text, text->valuestring)) {
        out->sentence_text = out[-1].sentence_text;
        return true;
    }
    return reader_string(reader, passage, "text", &out->sentence_text);
}

static bool read_passage(struct reader *reader, const cJSON *object, const char *key, struct span *span,
                         struct view *text)
{
    static const char *const keys[] = {"span", "text"};
    const cJSON *passage = reader_item(object, key);
    return CHECK_KEYS(reader, passage, keys) && read_span(reader, passage, "span", span) &&
           reader_string(reader, passage, "text", text);
}

static bool read_content(struct reader *reader, const cJSON *object, struct record_claim *out)
{
    static const char *const keys[] = {"span", "spans?", "text"};
    const cJSON *content = reader_item(object, "content");
    struct claim *claim = &out->claim;
    struct span main;
    out->content_text = (struct view){NULL, 0};
    if (cJSON_IsNull(content)) {
        return true;
    }
    if (!CHECK_KEYS(reader, content, keys) || !read_span(reader, content, "span", &main) ||
        !reader_string(reader, content, "text", &out->content_text)) {
        return false;
    }
    if (!reader_item(content, "spans")) {
        claim->content = arena_alloc(reader->arena, sizeof *claim->content);
        claim->content_count = 1;
        return claim->content ? (claim->content[0] = main, true) : reader_fail_memory(reader);
    }
    if (!read_spans(reader, content, "spans", &claim->content, &claim->content_count)) {
        return false;
    }
    bool split = claim->content_count > 1 && claim->content[0].start == main.start && claim->content[0].end == main.end;
    return split || reader_fail(reader, "\"spans\" must hold two spans or more, \"span\" first");
}

static bool read_relation(struct reader *reader, const cJSON *object, struct claim *claim)
{
    struct view kind, relation, cameo;
    int32_t stance = 0;
    if (!reader_string(reader, object, "kind", &kind) || !reader_string(reader, object, "relation", &relation) ||
        !reader_string(reader, object, "cameo", &cameo) || !read_whole(reader, object, "stance", -1, 1, &stance)) {
        return false;
    }
    if (!claim_relation_of(relation, &claim->relation)) {
        return reader_fail(reader, "\"relation\" must be one of the 27 relations");
    }
    if (!view_is(cameo, claim_relation_facts(claim->relation)->cameo)) {
        return reader_fail(reader, "\"cameo\" must be the code of the relation");
    }
    claim->kind = view_is(kind, claim_kind_name(CLAIM_ACCUSATION)) ? CLAIM_ACCUSATION : CLAIM_STATEMENT;
    claim->stance = stance;
    return view_is(kind, claim_kind_name(claim->kind)) ||
           reader_fail(reader, "\"kind\" must be statement or accusation");
}

static bool read_nature(struct reader *reader, const cJSON *object, struct claim *claim)
{
    struct view quote, certainty;
    int32_t depth = 0;
    if (!reader_string(reader, object, "quote", &quote) || !reader_string(reader, object, "certainty", &certainty) ||
        !reader_boolean(reader, object, "negated", &claim->negated) ||
        !read_whole(reader, object, "depth", 0, 1000, &depth) ||
        !read_reference(reader, object, "within", 'C', true, &claim->within) ||
        !read_reference(reader, object, "answers", 'C', true, &claim->answers)) {
        return false;
    }
    claim->depth = depth;
    if (!claim_quote_of(quote, &claim->quote)) {
        return reader_fail(reader, "\"quote\" must be none, partial or full");
    }
    return claim_certainty_of(certainty, &claim->certainty) ||
           reader_fail(reader, "\"certainty\" must be asserted, alleged, possible or hypothetical");
}

static bool read_confidence(struct reader *reader, const cJSON *object, struct claim *claim)
{
    const cJSON *value = reader_item(object, "confidence");
    if (!cJSON_IsNumber(value) || !(value->valuedouble >= 0 && value->valuedouble <= 1)) {
        return reader_fail(reader, "\"confidence\" must be a number from 0 to 1");
    }
    claim->confidence = (int)floor(value->valuedouble * 100 + 0.5);
    return true;
}

static bool read_date(struct reader *reader, const cJSON *object, struct view *out)
{
    return reader_optional(reader, object, "date", out) &&
           (!out->data || record_date_valid(*out) ||
            reader_fail(reader, "\"date\" must be YYYY, YYYY-MM or YYYY-MM-DD, or null"));
}

static bool read_claim(struct reader *reader, const cJSON *object, size_t index)
{
    static const char *const keys[] = {"id",       "kind",    "relation",  "cameo", "stance",    "sources",
                                       "cue",      "targets", "content",   "quote", "negated",   "certainty",
                                       "depth",    "within",  "answers",   "date",  "citations", "citations_before",
                                       "sentence", "rule",    "confidence"};
    struct record_claim *out = &reader->record->claims[index];
    struct claim *claim = &out->claim;
    return CHECK_KEYS(reader, object, keys) && check_id(reader, object, 'C', index) &&
           read_relation(reader, object, claim) && read_sources(reader, object, claim) &&
           read_passage(reader, object, "cue", &claim->cue, &out->cue_text) && read_targets(reader, object, claim) &&
           read_content(reader, object, out) && read_nature(reader, object, claim) &&
           read_date(reader, object, &claim->date) &&
           reader_strings(reader, object, "citations", &claim->citations, &claim->citation_count) &&
           reader_strings(reader, object, "citations_before", &claim->citations_before,
                          &claim->citation_before_count) &&
           read_sentence(reader, object, index) && reader_string(reader, object, "rule", &claim->rule) &&
           read_confidence(reader, object, claim);
}

static bool valid_sha256(struct view hex)
{
    size_t digits = 0;
    while (digits < hex.length && ((hex.data[digits] >= '0' && hex.data[digits] <= '9') ||
                                   (hex.data[digits] >= 'a' && hex.data[digits] <= 'f'))) {
        digits++;
    }
    return digits == 64 && hex.length == 64;
}

static bool read_head(struct reader *reader, const cJSON *root)
{
    static const char *const keys[] = {"hearsay",  "id",           "title",       "url",         "date",
                                       "language", "length",       "text_sha256", "model",       "warnings",
                                       "entities", "affiliations", "claims",      "references?", "corrections?"};
    struct record *record = reader->record;
    const cJSON *version = reader_item(root, "hearsay");
    const cJSON *length = reader_item(root, "length");
    if (cJSON_IsString(version) && strcmp(version->valuestring, RECORD_FORMAT) != 0) {
        return reader_fail(reader, "its format is \"%.20s\" and this program reads \"" RECORD_FORMAT "\"",
                           version->valuestring);
    }
    if (!CHECK_KEYS(reader, root, keys)) {
        return false;
    }
    if (!cJSON_IsString(version)) {
        return reader_fail(reader, "\"hearsay\" must be \"" RECORD_FORMAT "\"");
    }
    if (!whole(length, 0, UINT32_MAX)) {
        return reader_fail(reader, "\"length\" must be the number of code points of the text");
    }
    record->length = (uint32_t)length->valuedouble;
    return reader_name(reader, root, "id", &record->id) && reader_optional(reader, root, "title", &record->title) &&
           reader_optional(reader, root, "url", &record->url) && read_date(reader, root, &record->date) &&
           reader_optional(reader, root, "language", &record->language) &&
           reader_string(reader, root, "text_sha256", &record->text_sha256) &&
           (valid_sha256(record->text_sha256) ||
            reader_fail(reader, "\"text_sha256\" must be 64 hexadecimal digits")) &&
           reader_name(reader, root, "model", &record->model) &&
           reader_strings(reader, root, "warnings", &record->warnings, &record->warning_count) &&
           (!reader_item(root, "corrections") ||
            reader_strings(reader, root, "corrections", &record->corrections, &record->correction_count));
}

typedef bool item_reader(struct reader *reader, const cJSON *object, size_t index);

static bool read_note(struct reader *reader, const cJSON *object, size_t index)
{
    static const char *const keys[] = {"label", "url", "text"};
    struct html_reference *reference = &reader->record->references[index];
    return CHECK_KEYS(reader, object, keys) && reader_name(reader, object, "label", &reference->label) &&
           reader_optional(reader, object, "url", &reference->url) &&
           reader_string(reader, object, "text", &reference->text);
}

static bool read_items(struct reader *reader, const cJSON *list, const char *name, item_reader *read)
{
    const cJSON *value;
    reader->list = name;
    reader->index = 0;
    cJSON_ArrayForEach(value, list)
    {
        if (!read(reader, value, reader->index)) {
            return false;
        }
        reader->index++;
    }
    reader->list = NULL;
    return true;
}

/* What footnote marks stand for, where the record says it. */
static bool read_notes(struct reader *reader, const cJSON *root)
{
    struct record *record = reader->record;
    const cJSON *list;
    void *items;
    if (!reader_item(root, "references")) {
        return true;
    }
    if (!reader_list(reader, root, "references", sizeof *record->references, &list, &items, &record->reference_count)) {
        return false;
    }
    record->references = items;
    return read_items(reader, list, "references", read_note);
}

/* References point forward too, so the lists get their memory and their lengths before any item is read. */
static bool read_lists(struct reader *reader, const cJSON *root)
{
    struct record *record = reader->record;
    const cJSON *entities, *affiliations, *claims;
    void *items[3];
    if (!reader_list(reader, root, "entities", sizeof *record->entities, &entities, &items[0], &record->entity_count) ||
        !reader_list(reader, root, "affiliations", sizeof *record->affiliations, &affiliations, &items[1],
                     &record->affiliation_count) ||
        !reader_list(reader, root, "claims", sizeof *record->claims, &claims, &items[2], &record->claim_count)) {
        return false;
    }
    record->entities = items[0];
    record->affiliations = items[1];
    record->claims = items[2];
    return read_items(reader, entities, "entities", read_entity) &&
           read_items(reader, affiliations, "affiliations", read_affiliation) &&
           read_items(reader, claims, "claims", read_claim) && read_notes(reader, root);
}

/* A claim within another stands one deeper, which rules circles out. */
static bool check_links(struct reader *reader)
{
    const struct record *record = reader->record;
    reader->list = "claims";
    for (reader->index = 0; reader->index < record->claim_count; reader->index++) {
        const struct claim *claim = &record->claims[reader->index].claim;
        int depth = claim->within < 0 ? 0 : record->claims[claim->within].claim.depth + 1;
        if (claim->depth != depth) {
            return reader_fail(reader, "\"depth\" must be %d, one more than that of the claim it is within", depth);
        }
        if (claim->answers == (int32_t)reader->index) {
            return reader_fail(reader, "\"answers\" must be another claim");
        }
    }
    reader->list = NULL;
    return true;
}

int record_read(struct record *record, struct view line, const char *place, struct arena *arena,
                struct hearsay_error *error)
{
    cJSON *root = NULL;
    struct reader reader = {.arena = arena,
                            .what = "record",
                            .advice = "extract the document again",
                            .record = record,
                            .place = place,
                            .error = error};
    *record = (struct record){0};
    int code = json_parse(&root, line, place, error);
    if (code < 0) {
        return code;
    }
    if (!cJSON_IsObject(root)) {
        reader_fail(&reader, "the line is no JSON object");
    } else {
        (void)(read_head(&reader, root) && read_lists(&reader, root) && check_links(&reader));
    }
    cJSON_Delete(root);
    return reader.code;
}
