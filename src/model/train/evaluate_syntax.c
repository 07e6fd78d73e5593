/* evaluate_syntax: tags and parses the words of a treebank and says how much is right and how fast.
 *
 * usage: evaluate_syntax MODEL TREEBANK.conllu
 * Relations count by their universal part, punctuation counts; words are the treebank's. */
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "model/train/corpus.h"
#include "syntax/syntax.h"

struct figures {
    size_t words, upos, xpos, lemma, head, labelled;
    size_t right[DEPREL_COUNT], gold[DEPREL_COUNT], found[DEPREL_COUNT];
};

static void compare(struct figures *figures, const struct token *gold, const struct token *found)
{
    enum deprel relation = ud_deprel_universal((enum deprel)gold->deprel),
                other = ud_deprel_universal((enum deprel)found->deprel);
    bool head = gold->head == found->head;

    figures->words++;
    figures->upos += gold->upos == found->upos;
    figures->xpos += gold->xpos == found->xpos;
    figures->lemma += view_equal(token_lemma(gold), token_lemma(found));
    figures->head += head;
    figures->labelled += head && relation == other;
    figures->gold[relation]++;
    figures->found[other]++;
    figures->right[relation] += head && relation == other;
}

static void print(const struct figures *figures, double seconds)
{
    double words = (double)figures->words / 100;

    printf("words %zu  UPOS %.2f  XPOS %.2f  lemma %.2f  UAS %.2f  LAS %.2f  %.0f words/s\n", figures->words,
           (double)figures->upos / words, (double)figures->xpos / words, (double)figures->lemma / words,
           (double)figures->head / words, (double)figures->labelled / words, words * 100 / seconds);
    for (int i = 0; i < DEPREL_COUNT; i++)
        if (figures->gold[i] >= 100)
            printf("%s %.1f  ", ud_deprel_name((enum deprel)i),
                   200.0 * (double)figures->right[i] / (double)(figures->gold[i] + figures->found[i]));
    putchar('\n');
}

static int evaluate(const char *model_path, const char *path, struct arena *arena, struct hearsay_error *error)
{
    struct document gold = {0}, found;
    struct figures figures = {0};
    struct model *model = NULL;
    struct syntax *syntax = NULL;
    struct timespec start, end;
    int code = model_open(&model, model_path, error);

    if (!code)
        code = syntax_open(&syntax, model, error);
    if (!code)
        code = corpus_read(&gold, path, arena, error);
    found = gold;
    found.tokens = code ? NULL : arena_array(arena, gold.token_count, sizeof *found.tokens);
    if (!code && !found.tokens)
        code = error_memory(error, "train");
    if (code)
        goto done;
    memcpy(found.tokens, gold.tokens, gold.token_count * sizeof *found.tokens);
    clock_gettime(CLOCK_MONOTONIC, &start);
    code = syntax_analyse(syntax, &found, arena, error);
    clock_gettime(CLOCK_MONOTONIC, &end);
    for (size_t i = 0; i < gold.token_count && !code; i++)
        compare(&figures, &gold.tokens[i], &found.tokens[i]);
    if (!code)
        print(&figures, (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9);
done:
    syntax_close(syntax);
    model_close(model);
    return code;
}

int main(int argc, char **argv)
{
    struct hearsay_error error = {0};
    struct arena *arena = arena_new(0);
    int code = 2;

    if (argc == 3 && arena)
        code = evaluate(argv[1], argv[2], arena, &error) ? 3 : 0;
    else
        fputs("usage: evaluate_syntax MODEL TREEBANK.conllu\n", stderr);
    if (error.code)
        fprintf(stderr, "evaluate_syntax: %s: %s\n", error.place, error.message);
    arena_free(arena);
    return code;
}
