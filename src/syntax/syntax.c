/* syntax.c: one analyser: words, tags, trees, lemmas, names, sentence by sentence. */
#include "syntax/syntax.h"

#include <stdlib.h>

#include "syntax/lemma.h"
#include "syntax/names.h"
#include "syntax/parser.h"
#include "syntax/workspace.h"

/* Short sentences are parsed together, up to so many words. A sentence longer than PARSER_LONGEST is parsed in pieces.
 */
#define GROUP_WORDS 256

/* Sentences that wait to be parsed. */
struct group {
    struct parser_sentence sentences[PARSER_SENTENCES];
    size_t count, words;
    struct word *described; /* their words; room for PARSER_LONGEST */
    void *workspace;        /* of the parser, for as many */
};

struct syntax {
    struct clusters clusters;
    struct parser parser;
    struct lemmas lemmas;
    struct names *names; /* NULL: the model has none */
    struct group group;
};

/* Room for the longest group; the system gives memory for what is used of it. */
static int make_group(struct syntax *syntax, struct hearsay_error *error)
{
    struct group *group = &syntax->group;
    group->described = malloc(PARSER_LONGEST * sizeof *group->described);
    group->workspace = aligned_alloc(WORKSPACE_ALIGNMENT, parser_workspace(&syntax->parser, PARSER_LONGEST));
    return group->described && group->workspace ? 0 : error_memory(error, "syntax");
}

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
    if (!code)
        code = make_group(syntax, error);
    if (code)
        syntax_close(syntax);
    else
        *out = syntax;
    return code;
}

void syntax_close(struct syntax *syntax)
{
    if (!syntax)
        return;
    names_close(syntax->names);
    free(syntax->group.described);
    free(syntax->group.workspace);
    free(syntax);
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

/* Tags, trees and lemmas of the sentences that wait. */
static int parse_group(struct syntax *syntax, struct arena *arena)
{
    struct group *group = &syntax->group;
    const struct word *word = group->described;
    int code = 0;

    if (group->count > 0)
        parser_run(&syntax->parser, group->described, group->sentences, group->count, group->workspace);
    for (size_t s = 0; s < group->count; s++)
        for (size_t i = 0; i < group->sentences[s].count && !code; i++, word++) {
            struct token *token = &group->sentences[s].tokens[i];
            if (!(token->given & GIVEN_LEMMA))
                code = lemma_set(&syntax->lemmas, word, &syntax->clusters, token, arena);
        }
    group->count = group->words = 0;
    return code;
}

/* A sentence or a piece of one joins those that wait. */
static int add_sentence(struct syntax *syntax, const struct parser_sentence *sentence, struct arena *arena)
{
    struct group *group = &syntax->group;
    int code = 0;

    if (group->count == PARSER_SENTENCES || group->words + sentence->count > GROUP_WORDS)
        code = parse_group(syntax, arena);
    for (size_t i = 0; i < sentence->count; i++)
        word_describe(&group->described[group->words + i], token_form(&sentence->tokens[i]), &syntax->clusters);
    group->words += sentence->count;
    group->sentences[group->count++] = *sentence;
    return code;
}

/* The roots of later pieces hang on the first one's. */
static void join_pieces(struct token *tokens, const struct sentence *sentence)
{
    for (size_t start = PARSER_LONGEST; start < sentence->count; start += PARSER_LONGEST) {
        size_t count = sentence->count - start < PARSER_LONGEST ? sentence->count - start : PARSER_LONGEST;
        hang(tokens + start, count, root_of(tokens, PARSER_LONGEST, (int32_t)sentence->first));
    }
}

static int analyse_sentence(struct syntax *syntax, struct document *document, const struct sentence *sentence,
                            struct arena *arena)
{
    struct token *tokens = document->tokens + sentence->first;
    bool tree = !has_tree(document, sentence);
    int code = 0;

    for (size_t start = 0; start < sentence->count && !code; start += PARSER_LONGEST) {
        size_t left = sentence->count - start;
        struct parser_sentence piece = {tokens + start, left < PARSER_LONGEST ? left : PARSER_LONGEST,
                                        (int32_t)(sentence->first + start), tree};
        code = add_sentence(syntax, &piece, arena);
    }
    if (sentence->count > PARSER_LONGEST && !code)
        code = parse_group(syntax, arena);
    if (sentence->count > PARSER_LONGEST && tree && !code)
        join_pieces(tokens, sentence);
    return code;
}

int syntax_analyse(struct syntax *syntax, struct document *document, struct arena *arena, struct hearsay_error *error)
{
    int code;

    syntax->group.count = syntax->group.words = 0;
    for (size_t i = 0; i < document->sentence_count; i++)
        if (analyse_sentence(syntax, document, &document->sentences[i], arena) != 0)
            return error_memory(error, "syntax");
    if (parse_group(syntax, arena) != 0)
        return error_memory(error, "syntax");
    code = syntax->names ? names_tag(syntax->names, document, arena, error) : 0;
    return code ? code : syntax_link(document, error);
}
