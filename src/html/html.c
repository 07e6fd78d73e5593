#include "html/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>

#include "html/metadata.h"
#include "html/reference.h"

#define STAGE "html"

static pthread_once_t parser_once = PTHREAD_ONCE_INIT;

/* What libxml2 will need for a page, from above: two nodes for each tag (it and the text behind it), an attribute and
 * its value for each equals sign. */
static size_t memory_needed(struct view bytes)
{
    size_t tags = 0, attributes = 0;
    for (size_t i = 0; i < bytes.length; i++) {
        tags += bytes.data[i] == '<';
        attributes += bytes.data[i] == '=';
    }
    return 2 * bytes.length + 2 * tags * (sizeof(xmlNode) + 16) + attributes * (sizeof(xmlAttr) + sizeof(xmlNode) + 32);
}

/* The tree of a page, to be freed with xmlFreeDoc; NULL where there is none or no memory. Nothing is loaded and nothing
 * printed; trees may be deep (pages of unclosed tags are). */
static xmlDoc *parse(struct view bytes)
{
    htmlParserCtxt *context = htmlCreateMemoryParserCtxt(bytes.data, (int)bytes.length);
    if (!context)
        return NULL;
    htmlCtxtUseOptions(context, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                    HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
    context->options |= XML_PARSE_HUGE;
    xmlCharEncodingHandler *utf8 = xmlFindCharEncodingHandler("UTF-8");
    if (utf8)
        xmlSwitchToEncoding(context, utf8);
    htmlParseDocument(context);
    xmlDoc *tree = context->myDoc;
    context->myDoc = NULL;
    htmlFreeParserCtxt(context);
    return tree;
}

static bool read_tree(struct html_page *page, xmlNode *html, struct arena *arena)
{
    struct article_text text;
    if (!node_note_all(html, arena))
        return false;
    struct article article = article_find(html);
    if (!metadata_read(page, html, &article, arena) || !article_read(&text, &article, arena))
        return false;
    if (article.wiki && !reference_read_all(page, html, &text, arena))
        return false;
    page->text = article_join(&text, &article, page->title);
    return page->text.data != NULL;
}

int html_read(struct html_page *page, struct view bytes, size_t memory_limit, const char *place, struct arena *arena,
              struct hearsay_error *error)
{
    *page = (struct html_page){.text = VIEW("")};
    if (bytes.length > INT32_MAX || memory_needed(bytes) > memory_limit) {
        return error_set(error, HEARSAY_ERROR_LIMIT, STAGE, place,
                         "the page has too many elements for %zu bytes of memory: cut it or raise --limit-memory",
                         memory_limit);
    }
    if (bytes.length == 0)
        return HEARSAY_OK;
    pthread_once(&parser_once, xmlInitParser);
    xmlDoc *tree = parse(bytes);
    xmlNode *html = tree ? xmlDocGetRootElement(tree) : NULL;
    bool fine = !html || read_tree(page, html, arena);
    xmlFreeDoc(tree);
    return fine ? HEARSAY_OK : error_memory(error, STAGE);
}
