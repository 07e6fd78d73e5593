/* syntax.c: one analyser: words, tags, trees, lemmas, names, sentence by sentence. */
#include "syntax/syntax.h"

#include <stdlib.h>

#include "syntax/lemma.h"
#include "syntax/names.h"
#include "syntax/parser.h"
#include "syntax/tagger.h"

/* Room for the longest sentence so far; every array has one item more than it has words. */
struct scratch {
    struct word *words;
    struct parser_word *parser_words;
    struct node *nodes;
    int32_t *stack;
    uint8_t *tags; /* two for each word */
    size_t capacity;
};

struct syntax {
    struct clusters clusters;
    struct tagger tagger;
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
        code = tagger_open(&syntax->tagger, model, error);
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
    free(scratch->parser_words);
    free(scratch->nodes);
    free(scratch->stack);
    free(scratch->tags);
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

static int reserve(struct scratch *scratch, size_t count)
{
    size_t capacity = count + count / 2 + 64;

    if (count < scratch->capacity)
        return 0;
    free_scratch(scratch);
    scratch->words = calloc(capacity, sizeof *scratch->words);
    scratch->parser_words = calloc(capacity, sizeof *scratch->parser_words);
    scratch->nodes = calloc(capacity, sizeof *scratch->nodes);
    scratch->stack = calloc(capacity, sizeof *scratch->stack);
    scratch->tags = calloc(capacity, 2);
    if (!scratch->words || !scratch->parser_words || !scratch->nodes || !scratch->stack || !scratch->tags) {
        free_scratch(scratch);
        return HEARSAY_ERROR_MEMORY;
    }
    scratch->capacity = capacity;
    return 0;
}

/* Whether the input gave every head of the sentence, and they form a tree (a copy of the links is made and left in the tokens). */
static bool has_tree(struct document *document, const struct sentence *sentence)
{
    struct document one = {.tokens = document->tokens, .sentences = (struct sentence *)(uintptr_t)sentence, .sentence_count = 1};

    for (uint32_t i = 0; i < sentence->count; i++)
        if (!(document->tokens[sentence->first + i].given & GIVEN_TREE))
            return false;
    return syntax_link(&one, NULL) == 0;
}

static void parse(struct syntax *syntax, const struct sentence *sentence, struct token *tokens)
{
    struct scratch *scratch = &syntax->scratch;
    struct parser_input input = {scratch->parser_words, (int32_t)sentence->count};
    struct state state;

    parser_describe(scratch->parser_words, scratch->words, tokens, sentence->count);
    state_start(&state, scratch->nodes, scratch->stack, (int32_t)sentence->count);
    parser_parse(&syntax->parser, &input, &state);
    for (uint32_t i = 0; i < sentence->count; i++) {
        int32_t head = scratch->nodes[i].head;
        tokens[i].head = head == NODE_NONE ? -1 : (int32_t)sentence->first + head;
        tokens[i].deprel = scratch->nodes[i].label;
    }
}

static int analyse_sentence(struct syntax *syntax, struct document *document, const struct sentence *sentence, struct arena *arena)
{
    struct token *tokens = document->tokens + sentence->first;
    size_t count = sentence->count;
    int code = reserve(&syntax->scratch, count);

    if (code)
        return code;
    word_describe_sentence(syntax->scratch.words, tokens, count, &syntax->clusters);
    tagger_tag(&syntax->tagger, syntax->scratch.words, tokens, count, syntax->scratch.tags);
    for (size_t i = 0; i < count && !code; i++)
        if (!(tokens[i].given & GIVEN_LEMMA))
            code = lemma_set(&syntax->lemmas, &syntax->scratch.words[i], &tokens[i], arena);
    if (!code && !has_tree(document, sentence))
        parse(syntax, sentence, tokens);
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
