/* link.c: children and subtree edges from heads. */
#include "syntax/syntax.h"

static void clear_links(struct token *tokens, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++) {
        tokens[i].first_child = tokens[i].next_sibling = -1;
        tokens[i].left_edge = tokens[i].right_edge = (int32_t)i;
    }
}

/* From the last word to the first, each goes to the front of its head's list, so the lists are in the order of the
 * text. */
static int link_children(struct token *tokens, uint32_t first, uint32_t end, uint32_t *roots)
{
    *roots = 0;
    for (uint32_t i = end; i-- > first;) {
        int32_t head = tokens[i].head;
        if (head < 0) {
            ++*roots;
            continue;
        }
        if ((uint32_t)head < first || (uint32_t)head >= end || (uint32_t)head == i)
            return -1;
        tokens[i].next_sibling = tokens[head].first_child;
        tokens[head].first_child = (int32_t)i;
    }
    return 0;
}

/* A word's edges become its head's where they lie further out. */
static void hand_up(struct token *tokens, int32_t child)
{
    struct token *head = &tokens[tokens[child].head];

    if (tokens[child].left_edge < head->left_edge)
        head->left_edge = tokens[child].left_edge;
    if (tokens[child].right_edge > head->right_edge)
        head->right_edge = tokens[child].right_edge;
}

/* Walks the tree from its root without a stack: down to the first child, on to the next sibling, back up by the heads.
 * Edges are handed up when a word is left. Returns the number of words reached: all of them, or there is a cycle
 * elsewhere. */
static uint32_t walk(struct token *tokens, int32_t root)
{
    int32_t at = root;
    uint32_t reached = 1;

    for (;;) {
        if (tokens[at].first_child >= 0) {
            at = tokens[at].first_child;
            reached++;
            continue;
        }
        while (at != root && tokens[at].next_sibling < 0) {
            hand_up(tokens, at);
            at = tokens[at].head;
        }
        if (at == root)
            return reached;
        hand_up(tokens, at);
        at = tokens[at].next_sibling;
        reached++;
    }
}

static int link_sentence(struct document *document, const struct sentence *sentence, struct hearsay_error *error)
{
    struct token *tokens = document->tokens;
    uint32_t first = sentence->first, end = first + sentence->count, roots;
    int32_t root = -1;

    clear_links(tokens, first, end);
    if (link_children(tokens, first, end, &roots) != 0)
        return error_set(error, HEARSAY_ERROR_INPUT, "syntax", "",
                         "a word's head lies outside of its sentence or is the word itself");
    for (uint32_t i = first; root < 0 && i < end; i++)
        if (tokens[i].head < 0)
            root = (int32_t)i;
    if (roots != 1 || walk(tokens, root) != sentence->count)
        return error_set(error, HEARSAY_ERROR_INPUT, "syntax", "", "the heads of a sentence are no tree: %u roots",
                         roots);
    return 0;
}

int syntax_link(struct document *document, struct hearsay_error *error)
{
    for (size_t i = 0; i < document->sentence_count; i++) {
        int code = link_sentence(document, &document->sentences[i], error);
        if (code)
            return code;
    }
    return 0;
}
