/* markdown.h: what the two halves of the Markdown reader share: blocks (markdown.c) and what stands inside them. */
#ifndef HEARSAY_TEXT_MARKDOWN_H
#define HEARSAY_TEXT_MARKDOWN_H

#include "text/stages.h"

/* Overwrites bytes [start, end) of the clean text that are not to be read. */
static inline void markdown_skip(struct text_work *work, size_t start, size_t end)
{
    memset(work->clean + start, CLEAN_SKIP, end - start);
}

/* Skips the markup inside the paragraph [start, end): emphasis, code spans' marks, links' targets, images, tags,
 * escapes. */
void markdown_inline(struct text_work *work, size_t start, size_t end);

#endif
