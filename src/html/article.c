#include "html/article.h"

#include "html/boilerplate.h"

/* The element with the most prose among those that show and that `chosen` picks; NULL where it picks none. */
static xmlNode *richest(xmlNode *root, bool (*chosen)(const xmlNode *))
{
    xmlNode *best = NULL;
    for (xmlNode *node = root; node; node = node_next(node, root, !node_is_hidden(node))) {
        if (!node_is_element(node) || node_is_hidden(node) || !node_note(node) || !chosen(node))
            continue;
        if (!best || node_note(node)->prose > node_note(best)->prose)
            best = node;
    }
    return best;
}

static bool is_wiki_text(const xmlNode *node)
{
    return node_has_class(node, "mw-parser-output");
}

static bool is_article_body(const xmlNode *node)
{
    return view_is(node_attribute(node, "itemprop"), "articleBody");
}

static bool is_article(const xmlNode *node)
{
    return node_is(node, "article") && !boilerplate_class(node_attribute(node, "class"));
}

static bool is_main(const xmlNode *node)
{
    return node_is(node, "main") || view_is(node_attribute(node, "role"), "main");
}

/* What the markup calls the article. Teasers and comments are articles too, so it must hold a share of the prose. */
static xmlNode *marked_article(xmlNode *html)
{
    static const struct {
        bool (*chosen)(const xmlNode *);
        size_t percent;
    } kinds[] = {{is_article_body, 20}, {is_article, 25}, {is_main, 40}};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        xmlNode *node = richest(html, kinds[i].chosen);
        if (node && node_note(node)->prose * 100 >= node_note(html)->prose * kinds[i].percent)
            return node;
    }
    return html;
}

/* Goes into the part that holds nearly all of the prose, as long as there is one. */
static xmlNode *narrowest(xmlNode *root)
{
    size_t wanted = node_note(root)->prose / 5 * 4;
    xmlNode *node = root, *child = root->children;
    while (child) {
        bool fits = node_is_element(child) && !node_is_hidden(child) && node_note(child) && node_is_block(child) &&
                    wanted > 0 && node_note(child)->prose >= wanted;
        if (fits)
            node = child;
        child = fits ? node->children : child->next;
    }
    /* A lone paragraph is no article of its own: what stands beside it belongs to it. */
    bool paragraph = node_is(node, "p") || node_is(node, "li") || node_is(node, "blockquote");
    return paragraph && node != root ? node->parent : node;
}

struct article article_find(xmlNode *html)
{
    xmlNode *wiki = richest(html, is_wiki_text);
    if (!wiki) {
        wiki = node_with_id(html, VIEW("mw-content-text"));
        if (wiki && !node_note(wiki))
            wiki = NULL;
    }
    if (wiki)
        return (struct article){wiki, true};
    return (struct article){narrowest(marked_article(html)), false};
}

/* A table lays out the page when half of what it holds is prose. */
static bool is_data(const xmlNode *table)
{
    return node_note(table)->prose * 2 < node_note(table)->text;
}

static bool frames_article(const struct article *article, const xmlNode *node)
{
    return node_note(node)->prose * 2 > node_note(article->root)->prose;
}

static bool is_furniture(const xmlNode *node)
{
    return node_is(node, "header") || node_is(node, "footer") || node_is(node, "aside") || node_is(node, "form");
}

bool article_leaves_out(const struct article *article, const xmlNode *node)
{
    if (!node_is_element(node) || node == article->root)
        return false;
    if (node_is_hidden(node))
        return true;
    if (article->wiki)
        return node_is(node, "table") || node_is(node, "aside") ||
               boilerplate_wiki_class(node_attribute(node, "class"));
    if (node_is(node, "table"))
        return is_data(node);
    if (is_furniture(node))
        return !frames_article(article, node);
    bool named = boilerplate_class(node_attribute(node, "class")) || boilerplate_class(node_attribute(node, "id"));
    return named && !node_note(node)->has_headline && !node_is(node, "body");
}
