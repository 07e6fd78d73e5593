/* syntax.c: one analyser: words, tags, trees, lemmas, names, sentence by sentence. */
#include "syntax/syntax.h"

#include <stdlib.h>

#include "syntax/lemma.h"
#include "syntax/names.h"
#include "syntax/parser.h"

/* A longer sentence is parsed in pieces: the cost of a tree grows with the square of its words. */
#define PIECE 1024

/* Room for the longest sentence so far. */
struct scratch {
    struct word *words;
    void *workspace; /* of the parser, for a piece */
    size_t capacity;
};

struct syntax {
    struct clusters clusters;
    struct parser parser;
    struct lemmas lemmas;
    struct names *names; /* NULL: the model has none */
    struct scratch scratch;
};

int syntax_open(struct syntax **out, const struct model *model, struct hearsay_error *error)
{
    struct syntax *syntax = calloc(1, sizeof *syntax);
    int code;

    *out = NULL;
    if (!syntax)
        return error_memory(error, "syntax");
    code = clusters_open(&syntax->clusters, model_section(model, CLUSTERS_SECTION), error);
    if (!code)
        code = parser_open(&syntax->parser, model, error);
    if (!code)
        code = lemma_open(&syntax->lemmas, model, error);
    if (!code && model_section(model, NAMES_SECTION).data)
        code = names_open(&syntax->names, model, error);
    if (code)
        syntax_close(syntax);
    else
        *out = syntax;
    return code;
}

static void free_scratch(struct scratch *scratch)
{
    free(scratch->words);
    free(scratch->workspace);
    *scratch = (struct scratch){0};
}

void syntax_close(struct syntax *syntax)
{
    if (!syntax)
        return;
    names_close(syntax->names);
    free_scratch(&syntax->scratch);
    free(syntax);
}

static int reserve(struct syntax *syntax, size_t count)
{
    struct scratch *scratch = &syntax->scratch;
    size_t capacity = count + count / 2 + 64, piece = capacity < PIECE ? capacity : PIECE;

    if (count <= scratch->capacity)
        return 0;
    free_scratch(scratch);
    scratch->words = calloc(capacity, sizeof *scratch->words);
    scratch->workspace = aligned_alloc(64, parser_workspace(&syntax->parser, piece));
    if (!scratch->words || !scratch->workspace) {
        free_scratch(scratch);
        return HEARSAY_ERROR_MEMORY;
    }
    scratch->capacity = capacity;
    return 0;
}

/* Whether the input gave every head of the sentence, and they form a tree (a copy of the links is made and left in the
 * tokens). */
static bool has_tree(struct document *document, const struct sentence *sentence)
{
    struct document one = {
        .tokens = document->tokens, .sentences = (struct sentence *)(uintptr_t)sentence, .sentence_count = 1};

    for (uint32_t i = 0; i < sentence->count; i++)
        if (!(document->tokens[sentence->first + i].given & GIVEN_TREE))
            return false;
    return syntax_link(&one, NULL) == 0;
}

static void hang(struct token *piece, size_t count, int32_t head)
{
    for (size_t i = 0; i < count; i++)
        if (piece[i].head < 0) {
            piece[i].head = head;
            piece[i].deprel = DEPREL_PARATAXIS;
        }
}

static int32_t root_of(const struct token *tokens, size_t count, int32_t first)
{
    size_t i = 0;
    while (i + 1 < count && tokens[i].head >= 0)
        i++;
    return first + (int32_t)i;
}

/* Tags and, where `tree` is asked for, heads and relations; the roots of later pieces hang on the first one's. */
static void tag_and_parse(struct syntax *syntax, const struct sentence *sentence, struct token *tokens, bool tree)
{
    for (size_t start = 0; start < sentence->count; start += PIECE) {
        size_t count = sentence->count - start < PIECE ? sentence->count - start : PIECE;
        parser_run(&syntax->parser, syntax->scratch.words + start, tokens + start, count,
                   (int32_t)(sentence->first + start), tree, syntax->scratch.workspace);
        if (tree && start > 0)
            hang(tokens + start, count, root_of(tokens, PIECE, (int32_t)sentence->first));
    }
}

static int analyse_sentence(struct syntax *syntax, struct document *document, const struct sentence *sentence,
                            struct arena *arena)
{
    struct token *tokens = document->tokens + sentence->first;
    size_t count = sentence->count;
    int code = reserve(syntax, count);

    if (code)
        return code;
    word_describe_sentence(syntax->scratch.words, tokens, count, &syntax->clusters);
    tag_and_parse(syntax, sentence, tokens, !has_tree(document, sentence));
    for (size_t i = 0; i < count && !code; i++)
        if (!(tokens[i].given & GIVEN_LEMMA))
            code = lemma_set(&syntax->lemmas, &syntax->scratch.words[i], &syntax->clusters, &tokens[i], arena);
    return code;
}

int syntax_analyse(struct syntax *syntax, struct document *document, struct arena *arena, struct hearsay_error *error)
{
    int code;

    for (size_t i = 0; i < document->sentence_count; i++)
        if (analyse_sentence(syntax, document, &document->sentences[i], arena) != 0)
            return error_memory(error, "syntax");
    code = syntax->names ? names_tag(syntax->names, document, arena, error) : 0;
    return code ? code : syntax_link(document, error);
}
