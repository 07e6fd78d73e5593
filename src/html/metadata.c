#include "html/metadata.h"

#include <cjson/cJSON.h>

#include "base/json.h"
#include "html/boilerplate.h"

#define DATE_NODES 40 /* most nodes of an element that shows a date; what is called so and holds more is a column */

struct facts {
    struct html_page *page;
    xmlNode *html;
    const struct article *article;
    struct arena *arena;
    struct view head_title;   /* <title> */
    struct view shared_title; /* og:title */
    struct view site;         /* og:site_name */
    struct view linked_title; /* JSON-LD's headline */
    struct view published, modified;
    bool out_of_memory;
};

/* ---- schema.org in JSON-LD (json-ld.org) ---- */

static void take_string(struct facts *facts, const cJSON *object, const char *key, struct view *value)
{
    const cJSON *member = cJSON_GetObjectItemCaseSensitive(object, key);
    if (value->data || !cJSON_IsString(member) || !member->valuestring[0])
        return;
    *value = arena_copy(facts->arena, view_of(member->valuestring));
    facts->out_of_memory = facts->out_of_memory || !value->data;
}

static bool names_article(const cJSON *type)
{
    if (cJSON_IsString(type))
        return strstr(type->valuestring, "Article") || strstr(type->valuestring, "Posting") ||
               strcmp(type->valuestring, "Report") == 0;
    const cJSON *item;
    cJSON_ArrayForEach(item, type)
    {
        if (cJSON_IsString(item) && names_article(item))
            return true;
    }
    return false;
}

static void take_article(struct facts *facts, const cJSON *object)
{
    if (!cJSON_IsObject(object) || !names_article(cJSON_GetObjectItemCaseSensitive(object, "@type")))
        return;
    take_string(facts, object, "headline", &facts->linked_title);
    take_string(facts, object, "datePublished", &facts->published);
    take_string(facts, object, "dateModified", &facts->modified);
}

static void take_linked_data(struct facts *facts, const xmlNode *script)
{
    cJSON *root;
    const cJSON *item;
    struct view text = script->children && script->children->content ? view_of((const char *)script->children->content)
                                                                     : (struct view){NULL, 0};
    int code = text.data ? json_parse(&root, text, "", NULL) : HEARSAY_ERROR_INPUT;
    facts->out_of_memory = facts->out_of_memory || code == HEARSAY_ERROR_MEMORY;
    if (code != HEARSAY_OK)
        return; /* many pages hold broken ones: others will say the same */
    take_article(facts, root);
    const cJSON *graph = cJSON_IsArray(root) ? root : cJSON_GetObjectItemCaseSensitive(root, "@graph");
    cJSON_ArrayForEach(item, graph)
    {
        take_article(facts, item);
    }
    cJSON_Delete(root);
}

/* ---- The head ---- */

static void take_first(struct view *value, struct view found)
{
    if (!value->data && found.length > 0)
        *value = found;
}

static bool names_publication(struct view name)
{
    static const char *const names[] = {"article:published_time",
                                        "article:published",
                                        "og:published_time",
                                        "og:article:published_time",
                                        "datepublished",
                                        "date",
                                        "dc.date",
                                        "dc.date.issued",
                                        "dcterms.date",
                                        "dcterms.created",
                                        "dcterms.issued",
                                        "parsely-pub-date",
                                        "sailthru.date",
                                        "pubdate",
                                        "publishdate",
                                        "publish-date",
                                        "publish_date",
                                        "publication_date",
                                        "publicationdate",
                                        "published_time",
                                        "displaydate",
                                        "citation_publication_date",
                                        "cxenseparse:recs:publishtime"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (view_is_lower(name, names[i]))
            return true;
    return false;
}

static void take_meta(struct facts *facts, const xmlNode *meta)
{
    struct view content = node_attribute(meta, "content");
    static const char *const keys[] = {"property", "name", "itemprop"};
    for (size_t i = 0; i < sizeof keys / sizeof *keys && content.length > 0; i++) {
        struct view name = node_attribute(meta, keys[i]);
        if (view_is_lower(name, "og:title"))
            take_first(&facts->shared_title, content);
        else if (view_is_lower(name, "og:site_name"))
            take_first(&facts->site, content);
        else if (view_is_lower(name, "og:url"))
            take_first(&facts->page->url, node_address(content, facts->arena));
        else if (view_is_lower(name, "dc:modified") || view_is_lower(name, "article:modified_time"))
            take_first(&facts->modified, metadata_date(content, facts->arena));
        else if (names_publication(name))
            take_first(&facts->published, metadata_date(content, facts->arena));
    }
}

static void take_link(struct facts *facts, const xmlNode *link)
{
    if (!view_is_lower(node_attribute(link, "rel"), "canonical"))
        return;
    struct view address = node_address(node_attribute(link, "href"), facts->arena);
    if (address.data)
        facts->page->url = address;
}

static void read_elements(struct facts *facts)
{
    for (xmlNode *node = facts->html; node; node = node_next(node, facts->html, true)) {
        if (node_is(node, "meta"))
            take_meta(facts, node);
        else if (node_is(node, "link"))
            take_link(facts, node);
        else if (node_is(node, "title") && !facts->head_title.data)
            facts->head_title = node_text(node, facts->arena);
        else if (node_is(node, "script") && view_is_lower(node_attribute(node, "type"), "application/ld+json"))
            take_linked_data(facts, node);
    }
}

/* ---- The title ---- */

static bool is_part(struct view part, struct view whole)
{
    return part.length > 0 && part.length <= whole.length && memmem(whole.data, whole.length, part.data, part.length);
}

/* The page's h1 where it has one and only one. */
static xmlNode *lone_headline(const struct facts *facts)
{
    xmlNode *first = node_named(facts->html, "h1");
    for (xmlNode *node = first ? node_next(first, facts->html, true) : NULL; node;
         node = node_next(node, facts->html, true))
        if (node_is(node, "h1"))
            return NULL;
    return first;
}

/* "Headline | Site", "Headline - Site": what stands before the last bar or dash with spaces around it, if that is the
 * longer part or the rest is the site's name. */
static struct view without_site(struct view title, struct view site)
{
    static const char *const signs[] = {" | ", " - ", " – ", " — ", " :: ", " · ", " » "};
    size_t cut = 0, rest = 0;
    for (size_t i = 0; i < sizeof signs / sizeof *signs; i++) {
        struct view sign = view_of(signs[i]);
        for (size_t at = cut; at + sign.length < title.length; at++) {
            if (memcmp(title.data + at, sign.data, sign.length) != 0)
                continue;
            cut = at;
            rest = at + sign.length;
        }
    }
    if (cut == 0)
        return title;
    bool named = view_equal(view_slice(title, rest, title.length), site);
    return named || cut > title.length - rest ? view_slice(title, 0, cut) : title;
}

static bool set_title(struct facts *facts)
{
    xmlNode *headline = facts->article->wiki ? node_with_id(facts->html, VIEW("firstHeading")) : NULL;
    if (!headline)
        headline = lone_headline(facts);
    struct view written = headline ? node_text(headline, facts->arena) : VIEW("");
    if (!written.data)
        return false;
    bool repeated = (facts->article->wiki && written.length > 0) || is_part(written, facts->head_title) ||
                    is_part(written, facts->shared_title);
    struct view shared = without_site(facts->shared_title, facts->site),
                head = without_site(facts->head_title, facts->site);
    struct view title = repeated                     ? written
                        : shared.length              ? shared
                        : facts->linked_title.length ? facts->linked_title
                        : head.length                ? head
                                                     : written;
    if (title.length > 0)
        facts->page->title = arena_copy(facts->arena, title); /* the page's tree does not live on */
    return title.length == 0 || facts->page->title.data;
}

/* ---- The date ---- */

static bool marks_time(const xmlNode *node)
{
    return node_is(node, "time") || view_is(node_attribute(node, "itemprop"), "datePublished");
}

/* A label of the page's own making: <div class="date">. */
static bool is_called_date(const xmlNode *node)
{
    return node_is_element(node) && boilerplate_date_class(node_attribute(node, "class"));
}

/* The day in the first element that `chosen` picks and that gives one. */
static struct view shown_date(const struct facts *facts, bool (*chosen)(const xmlNode *))
{
    for (xmlNode *node = facts->html; node; node = node_next(node, facts->html, true)) {
        if (!chosen(node) || !node_is_small(node, DATE_NODES))
            continue;
        struct view value = node_attribute(node, "datetime");
        if (!value.length)
            value = node_attribute(node, "content");
        struct view date = metadata_date(value.length ? value : node_text(node, facts->arena), facts->arena);
        if (date.data)
            return date;
    }
    return (struct view){NULL, 0};
}

/* "This page was last edited on 24 March 2024, at 09:12 (UTC)." */
static struct view edited_date(const struct facts *facts)
{
    xmlNode *footer = node_with_id(facts->html, VIEW("footer-info-lastmod"));
    if (!footer)
        footer = node_with_id(facts->html, VIEW("lastmod")); /* skins before 2010 */
    return footer ? metadata_date(node_text(footer, facts->arena), facts->arena) : (struct view){NULL, 0};
}

static void set_date(struct facts *facts)
{
    struct view date = {NULL, 0};
    if (facts->article->wiki) {
        date = metadata_date(facts->modified, facts->arena);
        take_first(&date, edited_date(facts));
        take_first(&date, metadata_date(facts->published, facts->arena));
    } else {
        date = metadata_date(facts->published, facts->arena);
        take_first(&date, shown_date(facts, marks_time));
        take_first(&date, shown_date(facts, is_called_date));
    }
    facts->page->date = date;
}

bool metadata_read(struct html_page *page, xmlNode *html, const struct article *article, struct arena *arena)
{
    struct facts facts = {.page = page, .html = html, .article = article, .arena = arena};
    read_elements(&facts);
    set_date(&facts);
    return set_title(&facts) && !facts.out_of_memory;
}
