/* The blocks of an article, from the tree. */
#include "base/utf8.h"
#include "html/article.h"

/* What stands between the text so far and the next character. */
enum gap { NO_GAP, SPACE, LINE };

struct reading {
    struct article_text *text;
    const struct article *article;
    struct article_block block; /* the open one */
    enum gap gap;
    unsigned labels; /* open links and times */
    bool failed;
};

static void add_bytes(struct reading *reading, const char *bytes, size_t length)
{
    struct article_text *text = reading->text;
    if (text->capacity - text->length < length) {
        size_t wanted = text->capacity + text->capacity / 2 + length + 4096;
        char *data = arena_resize(text->arena, text->data, text->capacity, wanted);
        if (!data) {
            reading->failed = true;
            return;
        }
        text->data = data;
        text->capacity = wanted;
    }
    memcpy(text->data + text->length, bytes, length);
    text->length += length;
    if (reading->labels > 0)
        reading->block.labels += length;
}

/* Adds what shows, after the gap that stands before it; a block does not start with one. */
static void add_visible(struct reading *reading, const char *bytes, size_t length)
{
    if (reading->gap != NO_GAP && reading->text->length > reading->block.start)
        add_bytes(reading, reading->gap == LINE ? "\n" : " ", 1);
    reading->gap = NO_GAP;
    add_bytes(reading, bytes, length);
}

static void add_text(struct reading *reading, struct view text)
{
    for (size_t at = 0, next; at < text.length; at = next) {
        uint32_t code = node_character(utf8_decode(text, at, &next));
        char bytes[4];
        if (code == ' ' && reading->gap == NO_GAP)
            reading->gap = SPACE;
        if (code && code != ' ')
            add_visible(reading, bytes, utf8_encode(code, bytes));
    }
}

/* Ends the open block and begins one of this level. */
static void begin_block(struct reading *reading, uint8_t level)
{
    struct article_text *text = reading->text;
    reading->block.end = text->length;
    reading->gap = NO_GAP;
    if (reading->block.end > reading->block.start) {
        struct article_block *blocks =
            arena_grow(text->arena, text->blocks, text->block_count, &text->block_capacity, sizeof *blocks);
        if (!blocks) {
            reading->failed = true;
            return;
        }
        text->blocks = blocks;
        blocks[text->block_count++] = reading->block;
    }
    reading->block = (struct article_block){.start = text->length, .level = level};
}

static uint8_t heading_level(const xmlNode *node)
{
    const char *name = (const char *)node->name;
    bool heading = name[0] == 'h' && name[1] >= '1' && name[1] <= '6' && !name[2];
    return heading ? (uint8_t)(name[1] - '0') : 0;
}

static bool is_label(const xmlNode *node)
{
    return node_is(node, "a") || node_is(node, "time");
}

static bool is_mark(const xmlNode *node)
{
    return node_is(node, "sup") && (node_has_class(node, "reference") || node_has_class(node, "mw-ref"));
}

/* The id behind the "#" of the link in a footnote mark. */
static struct view mark_target(const xmlNode *mark)
{
    const xmlNode *link = node_named((xmlNode *)mark, "a");
    struct view address = link ? node_attribute(link, "href") : (struct view){NULL, 0};
    const char *hash = address.length ? memchr(address.data, '#', address.length) : NULL;
    return hash ? view_slice(address, (size_t)(hash - address.data) + 1, address.length) : (struct view){NULL, 0};
}

/* Writes "[32]" and lists what it leads to. */
static void add_mark(struct reading *reading, const xmlNode *node)
{
    struct article_text *text = reading->text;
    struct view written = node_text(node, text->arena);
    struct article_mark *marks =
        arena_grow(text->arena, text->marks, text->mark_count, &text->mark_capacity, sizeof *marks);
    if (!written.data || !marks) {
        reading->failed = true;
        return;
    }
    text->marks = marks;
    size_t place = text->length;
    add_text(reading, written);
    bool bracketed = written.length > 2 && written.data[0] == '[' && written.data[written.length - 1] == ']';
    struct view target = mark_target(node);
    if (bracketed && target.data)
        marks[text->mark_count++] = (struct article_mark){view_slice(written, 1, written.length - 1), target, place};
}

/* One <br> ends a line, two end a paragraph. */
static void break_line(struct reading *reading)
{
    if (reading->gap == LINE)
        begin_block(reading, reading->block.level);
    else
        reading->gap = LINE;
}

/* What an element does to the text before its children; false: they are not to be read. */
static bool open_element(struct reading *reading, const xmlNode *node)
{
    if (is_mark(node)) {
        add_mark(reading, node);
        return false;
    }
    if (article_leaves_out(reading->article, node))
        return false;
    if (node_is_block(node))
        begin_block(reading, heading_level(node));
    if (node_is(node, "br"))
        break_line(reading);
    if (node_is(node, "q"))
        add_visible(reading, "“", sizeof "“" - 1);
    if (is_label(node))
        reading->labels++;
    return true;
}

static void close_element(struct reading *reading, const xmlNode *node)
{
    if (node_is_block(node))
        begin_block(reading, 0);
    if (node_is(node, "q"))
        add_visible(reading, "”", sizeof "”" - 1);
    if (is_label(node))
        reading->labels--;
}

bool article_read(struct article_text *text, const struct article *article, struct arena *arena)
{
    *text = (struct article_text){.arena = arena};
    struct reading reading = {.text = text, .article = article};
    const xmlNode *root = article->root, *node = root;
    while (!reading.failed) {
        bool into = false;
        if (node_is_text(node))
            add_text(&reading, view_of((const char *)node->content));
        else if (node_is_element(node))
            into = open_element(&reading, node);
        if (into && node->children) {
            node = node->children;
            continue;
        }
        if (into)
            close_element(&reading, node);
        while (node != root && !node->next) {
            node = node->parent;
            close_element(&reading, node);
        }
        if (node == root)
            break;
        node = node->next;
    }
    begin_block(&reading, 0);
    return !reading.failed;
}
