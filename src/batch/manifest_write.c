#include "base/json.h"
#include "batch/manifest.h"

static void write_digest(struct json_writer *json, const char *key, const char *digest)
{
    json_member_string_or_null(json, key, *digest ? view_of(digest) : (struct view){NULL, 0});
}

void manifest_write_document(struct json_writer *json, const struct batch_document *document)
{
    json_open(json, '{');
    json_member_string_or_null(json, "place", document->place);
    write_digest(json, "sha256", document->digest);
    json_member_string_or_null(json, "id", document->id);
    json_member_integer(json, "claims", (int64_t)document->claims);
    json_member_integer(json, "entities", (int64_t)document->entities);
    json_key(json, "files");
    json_open(json, '[');
    for (size_t i = 0; i < document->file_count; i++) {
        json_open(json, '{');
        json_member_string_or_null(json, "path", document->files[i].path);
        write_digest(json, "sha256", document->files[i].digest);
        json_close(json, '}');
    }
    json_close(json, ']');
    json_member_string_or_null(json, "error", document->error);
    if (document->warnings > 0) {
        json_member_integer(json, "warnings", (int64_t)document->warnings);
    }
    if (document->repeated) {
        json_member_boolean(json, "repeated", true);
    }
    json_close(json, '}');
}

/* A document to a line, so that a difference of two manifests shows which. */
static void write_source(struct json_writer *json, const struct batch_source *source)
{
    json_open(json, '{');
    json_member_string_or_null(json, "path", source->path);
    write_digest(json, "sha256", source->digest);
    json_key(json, "documents");
    json_open(json, '[');
    for (size_t i = 0; i < source->document_count; i++) {
        output_char(json->out, '\n');
        manifest_write_document(json, &source->documents[i]);
    }
    json_close(json, ']');
    json_close(json, '}');
}

static void write_manifest(struct json_writer *json, const struct batch_manifest *manifest)
{
    json_open(json, '{');
    json_member_string_or_null(json, "hearsay", VIEW(MANIFEST_FORMAT));
    json_member_string_or_null(json, "program", manifest->program);
    json_member_string_or_null(json, "model", manifest->model);
    json_member_strings(json, "options", manifest->options, manifest->option_count);
    write_digest(json, "key", manifest->key);
    json_key(json, "sources");
    json_open(json, '[');
    for (size_t i = 0; i < manifest->source_count; i++) {
        output_char(json->out, '\n');
        write_source(json, &manifest->sources[i]);
    }
    json_close(json, ']');
    output_char(json->out, '\n');
    json_key(json, "merged");
    manifest_write_document(json, &manifest->merged);
    json_close(json, '}');
    output_char(json->out, '\n');
}

int manifest_write(const struct batch_manifest *manifest, const char *path, struct hearsay_error *error)
{
    struct output *out;
    struct json_writer json;
    int code = output_open(&out, path, error);
    if (code < 0) {
        return code;
    }
    json_begin(&json, out);
    write_manifest(&json, manifest);
    return output_commit(out, error);
}

int manifest_set_key(struct batch_manifest *manifest, struct hearsay_error *error)
{
    struct output *text;
    int code = output_open_memory(&text, error);
    if (code < 0) {
        return code;
    }
    output_print(text, "hearsay batch %s\n%.*s\n%.*s\n", MANIFEST_FORMAT, VIEW_ARGS(manifest->program),
                 VIEW_ARGS(manifest->model));
    for (size_t i = 0; i < manifest->option_count; i++) {
        output_print(text, "%zu:%.*s\n", manifest->options[i].length, VIEW_ARGS(manifest->options[i]));
    }
    digest_bytes(output_view(text), manifest->key);
    return output_commit(text, error);
}
