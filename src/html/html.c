#include "html/html.h"

#include <errno.h>
#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <stdlib.h>

#include "html/metadata.h"
#include "html/reference.h"

#define STAGE "html"

/* Comparisons of names, a second or so: pages of 64 MiB that people made need a hundredth. */
#define MOST_STEPS ((size_t)300 * 1000 * 1000)

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

/* How many attributes libxml2 will compare: each of an element with all before it. Whatever white space parts in a tag
 * counts as one, so that this is a little above. */
static size_t comparisons_needed(struct view bytes)
{
    size_t comparisons = 0, words = 0;
    bool in_tag = false;
    char quote = '\0';
    for (size_t i = 0; i + 1 < bytes.length; i++) {
        char c = bytes.data[i];
        if (!in_tag) {
            in_tag = c == '<' && ascii_is_letter(bytes.data[i + 1]);
            words = 0;
        } else if (quote) {
            quote = c == quote ? '\0' : quote;
        } else if (c == '"' || c == '\'') {
            quote = bytes.data[i - 1] == '=' ? c : '\0';
            comparisons += words++;
        } else if (c == '>') {
            in_tag = false;
        } else if ((unsigned char)c <= ' ' || c == '/') {
            comparisons += words++;
        }
    }
    return comparisons;
}

/* libxml2 does not survive each failed allocation: whether there is enough is asked beforehand. */
static bool can_have(size_t memory)
{
    void *probe = malloc(memory);
    free(probe);
    return probe != NULL;
}

/* What libxml2's errors are watched for. */
struct watch {
    htmlParserCtxt *parser;
    size_t steps; /* comparisons so far */
    bool out_of_memory;
};

/* An end tag that fits nothing costs libxml2 a search through all open elements, and it says so by an error. Without
 * memory it may never end by itself. */
static void watch_error(void *user, xmlError *error)
{
    struct watch *watch = user;
    watch->out_of_memory = watch->out_of_memory || error->code == XML_ERR_NO_MEMORY;
    watch->steps += error->code == XML_ERR_TAG_NAME_MISMATCH ? (size_t)watch->parser->nameNr : 0;
    if (watch->parser && (watch->out_of_memory || watch->steps > MOST_STEPS))
        xmlStopParser(watch->parser);
}

/* Parses what the parser was given. Nothing is loaded; trees may be deep (pages of unclosed tags are). */
static xmlDoc *run_parser(htmlParserCtxt *parser)
{
    htmlCtxtUseOptions(parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                                   HTML_PARSE_NODEFDTD | HTML_PARSE_IGNORE_ENC);
    parser->options |= XML_PARSE_HUGE;
    xmlCharEncodingHandler *utf8 = xmlFindCharEncodingHandler("UTF-8");
    if (utf8)
        xmlSwitchToEncoding(parser, utf8);
    htmlParseDocument(parser);
    xmlDoc *tree = parser->myDoc;
    parser->myDoc = NULL;
    return tree;
}

/* The tree of a page, to be freed with xmlFreeDoc; NULL where there is none. Nothing is printed: this thread's errors
 * come to us for the while. Not each want of memory is an error to libxml2; malloc tells. */
static xmlDoc *parse(struct view bytes, struct watch *watch)
{
    xmlStructuredErrorFunc handler = xmlStructuredError;
    void *user = xmlStructuredErrorContext;
    xmlDoc *tree = NULL;
    errno = 0;
    xmlSetStructuredErrorFunc(watch, watch_error);
    watch->parser = htmlCreateMemoryParserCtxt(bytes.data, (int)bytes.length);
    if (watch->parser) {
        tree = run_parser(watch->parser);
        htmlFreeParserCtxt(watch->parser);
    }
    xmlSetStructuredErrorFunc(user, handler);
    watch->out_of_memory = watch->out_of_memory || !watch->parser || errno == ENOMEM;
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

static int too_tangled(const char *place, struct hearsay_error *error)
{
    return error_set(error, HEARSAY_ERROR_LIMIT, STAGE, place,
                     "the page is too tangled: an element has thousands of attributes, or end tags fit nothing; cut it");
}

int html_read(struct html_page *page, struct view bytes, size_t memory_limit, const char *place, struct arena *arena,
              struct hearsay_error *error)
{
    size_t memory = memory_needed(bytes);
    *page = (struct html_page){.text = VIEW("")};
    if (bytes.length > INT32_MAX || memory > memory_limit) {
        return error_set(error, HEARSAY_ERROR_LIMIT, STAGE, place,
                         "the page has too many elements for %zu bytes of memory: cut it or raise --limit-memory",
                         memory_limit);
    }
    if (bytes.length == 0)
        return HEARSAY_OK;
    struct watch watch = {.steps = comparisons_needed(bytes)};
    if (watch.steps > MOST_STEPS)
        return too_tangled(place, error);
    if (!can_have(memory))
        return error_memory(error, STAGE);
    pthread_once(&parser_once, xmlInitParser);
    xmlDoc *tree = parse(bytes, &watch);
    xmlNode *html = tree ? xmlDocGetRootElement(tree) : NULL;
    bool given_up = watch.steps > MOST_STEPS;
    bool fine = !watch.out_of_memory && (!html || given_up || read_tree(page, html, arena));
    xmlFreeDoc(tree);
    if (!fine)
        return error_memory(error, STAGE);
    return given_up ? too_tangled(place, error) : HEARSAY_OK;
}
