/* Which blocks are the article's, and the text they make. */
#include "html/article.h"
#include "html/boilerplate.h"

#define SHORTEST_PARAGRAPH 40  /* bytes */
#define SHORT_BLOCK        160 /* bytes; a longer paragraph is prose, whatever links stand in it */

static struct view block_text(const struct article_text *text, const struct article_block *block)
{
    return (struct view){text->data + block->start, block->end - block->start};
}

static bool is_page_furniture(const struct article_text *text, const struct article_block *block)
{
    struct view words = block_text(text, block);
    if (words.length > SHORT_BLOCK)
        return false;
    return block->labels * 2 > words.length || boilerplate_phrase(words);
}

/* Clears the blocks that do not belong to the article: start = end. */
static void drop_furniture(struct article_text *text, struct view title)
{
    for (size_t i = 0; i < text->block_count; i++) {
        struct article_block *block = &text->blocks[i];
        bool headline = block->level == 1 || (title.length > 0 && view_equal(block_text(text, block), title));
        if (headline || is_page_furniture(text, block))
            block->end = block->start;
    }
}

/* Clears what stands before the first paragraph and is no heading: the site's name, a date, a place of publication. */
static void drop_labels(struct article_text *text)
{
    size_t first = 0;
    while (first < text->block_count && text->blocks[first].end - text->blocks[first].start < SHORTEST_PARAGRAPH)
        first++;
    for (size_t i = 0; first < text->block_count && i < first; i++)
        if (text->blocks[i].level == 0)
            text->blocks[i].end = text->blocks[i].start;
}

/* Clears the sections of sources and links: from their heading to the next of the same rank. */
static void drop_sections(struct article_text *text)
{
    uint8_t dropping = 0;
    for (size_t i = 0; i < text->block_count; i++) {
        struct article_block *block = &text->blocks[i];
        if (block->level > 0 && block->level <= dropping)
            dropping = 0;
        if (block->level > 1 && dropping == 0 && boilerplate_wiki_section(block_text(text, block)))
            dropping = block->level;
        if (dropping > 0)
            block->end = block->start;
    }
}

/* Clears headings that have nothing below them: one stays if text or a heading of lower rank follows. */
static void drop_empty_headings(struct article_text *text)
{
    uint8_t follows = 0; /* 7: text, 1 to 6: a heading, 0: the end */
    for (size_t i = text->block_count; i-- > 0;) {
        struct article_block *block = &text->blocks[i];
        if (block->start == block->end)
            continue;
        if (block->level > 0 && follows <= block->level)
            block->end = block->start;
        else
            follows = block->level > 0 ? block->level : 7;
    }
}

struct view article_join(struct article_text *text, const struct article *article, struct view title)
{
    if (article->wiki) {
        drop_sections(text);
    } else {
        drop_furniture(text, title);
        drop_labels(text);
    }
    drop_empty_headings(text);
    char *joined = arena_alloc(text->arena, text->length + 2 * text->block_count + 1);
    if (!joined)
        return (struct view){NULL, 0};
    size_t length = 0;
    for (size_t i = 0; i < text->block_count; i++) {
        struct view words = block_text(text, &text->blocks[i]);
        if (words.length == 0)
            continue;
        if (length > 0) {
            memcpy(joined + length, "\n\n", 2);
            length += 2;
        }
        memcpy(joined + length, words.data, words.length);
        length += words.length;
    }
    return (struct view){joined, length};
}
