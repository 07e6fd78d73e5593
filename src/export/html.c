/* html.c: the interactive viewer: one file that works offline. viewer/page.html is the page, with a slot for each thing
 * that this file fills in. The page's policy allows the one script and the one style sheet that it names by their
 * hashes, and no connection: nothing that a name or a sentence may contain can run, whatever else went wrong. */
#include "export/html.h"

#include <nettle/base64.h>
#include <nettle/sha2.h>

#include "export/style.h"
#include "export/xml.h"

/* VIEWER_PAGE, VIEWER_STYLE and VIEWER_SCRIPT, as bytes: made from viewer/ when the program is built. */
#include "export/viewer_assets.inc"

/* What Chromium still lays out and draws without making people wait. */
#define NODES_MOST 20000

#define ASSET(array) ((struct view){(const char *)(array), sizeof(array)})

static void write_colour(struct output *out, const char *group, const char *name, const char *part,
                         const struct style_colour *colour)
{
    output_print(out, "--%s%s%s:#%02x%02x%02x;", group, name, part, colour->red, colour->green, colour->blue);
}

/* The colours of style.c as custom properties: "--person-fill", "--accusation-line". Both the style sheet and the
 * script read them from there. */
static void write_theme(struct output *out, enum export_theme theme, const char *selector)
{
    const struct style_page *page = style_page(theme);
    output_text(out, selector);
    output_text(out, "{");
    write_colour(out, "", "background", "", &page->background);
    write_colour(out, "", "text", "", &page->text);
    write_colour(out, "", "faint", "", &page->faint);
    for (int type = 0; type < NODE_TYPE_COUNT; type++) {
        const struct style_node *style = style_node(theme, (enum graph_node_type)type);
        const char *name = graph_node_type_name((enum graph_node_type)type);
        write_colour(out, "", name, "-fill", &style->fill);
        write_colour(out, "", name, "-border", &style->border);
    }
    for (int manner = 0; manner < MANNER_COUNT; manner++)
        write_colour(out, graph_manner_name((enum graph_manner)manner), "", "-line",
                     &style_edge(theme, (enum graph_manner)manner)->colour);
    output_text(out, "}\n");
}

static void write_style(struct output *out)
{
    write_theme(out, EXPORT_LIGHT, ":root");
    write_theme(out, EXPORT_DARK, ":root[data-theme=\"dark\"]");
    output_view_write(out, ASSET(VIEWER_STYLE));
}

/* "sha256-..." as Content-Security-Policy has it. */
static void write_hash(struct output *out, struct view text)
{
    struct sha256_ctx hash;
    uint8_t digest[SHA256_DIGEST_SIZE];
    char encoded[BASE64_ENCODE_RAW_LENGTH(SHA256_DIGEST_SIZE)];
    sha256_init(&hash);
    sha256_update(&hash, text.length, (const uint8_t *)text.data);
    sha256_digest(&hash, sizeof digest, digest);
    base64_encode_raw(encoded, sizeof digest, digest);
    output_text(out, "'sha256-");
    output_write(out, encoded, sizeof encoded);
    output_text(out, "'");
}

/* No source of anything but the page itself. Icons are allowed as data: without one, browsers ask for a file. */
static void write_policy(struct output *out, struct view style)
{
    output_text(out, "default-src 'none'; script-src ");
    write_hash(out, ASSET(VIEWER_SCRIPT));
    output_text(out, "; style-src ");
    write_hash(out, style);
    output_text(out, "; img-src data:; base-uri 'none'; form-action 'none'");
}

/* JSON has `<` in strings only; as an escape it can end no script element and open no comment. */
static int escape_markup(void *user, const char *data, size_t length)
{
    struct output *out = user;
    size_t start = 0;
    for (size_t i = 0; i < length; i++) {
        if (data[i] != '<')
            continue;
        output_write(out, data + start, i - start);
        output_text(out, "\\u003c");
        start = i + 1;
    }
    output_write(out, data + start, length - start);
    return 0;
}

static int write_data(struct export_job *job)
{
    struct output *escaped;
    int code = output_open_writer(&escaped, escape_markup, job->out, job->error);
    if (code)
        return code;
    code = html_data_write(job, escaped);
    if (!code)
        return output_commit(escaped, job->error);
    output_abandon(escaped);
    return code;
}

static int fill_slot(struct export_job *job, struct view slot, struct view style)
{
    if (view_is(slot, "data"))
        return write_data(job);
    if (view_is(slot, "policy"))
        write_policy(job->out, style);
    else if (view_is(slot, "style"))
        output_view_write(job->out, style);
    else if (view_is(slot, "script"))
        output_view_write(job->out, ASSET(VIEWER_SCRIPT));
    else if (view_is(slot, "title"))
        xml_text(job->out, export_title(job->graph));
    else if (view_is(slot, "theme"))
        output_text(job->out, job->options->theme == EXPORT_DARK ? "dark" : "auto");
    else if (view_is(slot, "version"))
        output_text(job->out, HEARSAY_VERSION);
    return HEARSAY_OK;
}

/* The page with its slots, "{{name}}", filled. */
static int write_page(struct export_job *job, struct view style)
{
    struct view page = ASSET(VIEWER_PAGE);
    int code = HEARSAY_OK;
    for (size_t at = 0; at < page.length && !code;) {
        const char *slot = memmem(page.data + at, page.length - at, "{{", 2);
        const char *end = slot ? memmem(slot, (size_t)(page.data + page.length - slot), "}}", 2) : NULL;
        size_t next = end ? (size_t)(slot - page.data) : page.length;
        output_write(job->out, page.data + at, next - at);
        at = next;
        if (end) {
            code = fill_slot(job, (struct view){slot + 2, (size_t)(end - slot) - 2}, style);
            at = (size_t)(end - page.data) + 2;
        }
    }
    return code;
}

/* The page of the most important part of a graph that is too large for a browser. */
static int write_part(struct export_job *job, struct view style)
{
    const struct graph *whole = job->graph;
    struct graph part = *whole;
    int code = graph_top(&part, NODES_MOST, job->arena, job->error);
    job->graph = &part;
    if (!code)
        code = write_page(job, style);
    job->graph = whole;
    return code;
}

int export_html(struct export_job *job)
{
    struct output *style;
    int code = output_open_memory(&style, job->error);
    if (code)
        return code;
    write_style(style);
    code = output_flush(style, job->error);
    if (!code)
        code = write_part(job, output_view(style));
    output_abandon(style);
    return code;
}
