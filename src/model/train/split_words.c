/* split_words: text as the program cuts it, for train_network.py.
 *
 * usage: split_words FILE...
 * Prints a line for each sentence of the files (any format that `hearsay parse` reads): its words, a space between
 * two. */
#include <stdio.h>

#include "text/text.h"

static void print_sentence(const struct document *document, const struct sentence *sentence)
{
    for (uint32_t i = 0; i < sentence->count; i++) {
        struct view form = token_form(&document->tokens[sentence->first + i]);
        printf("%s%.*s", i ? " " : "", VIEW_ARGS(form));
    }
    putchar('\n');
}

/* The next document of a file; 1: one was printed, 0: the end, negative: an error. */
static int split_next(struct text_reader *reader, const struct hearsay_limits *limits, struct hearsay_error *error)
{
    struct arena *arena = arena_new(0);
    struct document document = {0};
    struct text_unit unit;
    int status = arena ? text_next(reader, &unit, arena, error) : error_memory(error, "split_words");

    if (status == 1) {
        int code = text_parse(&document, &unit, limits, arena, error);
        status = code ? code : 1;
    }
    for (size_t i = 0; i < document.sentence_count && status == 1; i++)
        print_sentence(&document, &document.sentences[i]);
    arena_free(arena);
    return status;
}

int main(int argc, char **argv)
{
    const struct hearsay_limits limits = limits_default();
    struct hearsay_error error = {0};
    int status = argc < 2 ? error_set(&error, HEARSAY_ERROR_USAGE, "split_words", "", "usage: split_words FILE...") : 0;

    for (int i = 1; i < argc && status >= 0; i++) {
        struct text_reader *reader = NULL;
        status = text_open(&reader, argv[i], HEARSAY_FORMAT_AUTO, &limits, &error);
        while (status >= 0 && (status = split_next(reader, &limits, &error)) == 1)
            continue;
        text_close(reader);
    }
    if (status < 0)
        fprintf(stderr, "split_words: %s %s\n", error.place, error.message);
    return status < 0 ? 3 : 0;
}
