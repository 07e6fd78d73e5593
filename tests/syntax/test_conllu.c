/* The CoNLL-U writer: what it writes, and that the reader of the text room reads the same back. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/output.h"
#include "syntax/syntax.h"
#include "text/text.h"

/* The first document of some text. */
static void read_document(struct document *document, struct view text, enum hearsay_format format, struct arena *arena)
{
    struct hearsay_limits limits = limits_default();
    struct text_reader *reader;
    struct text_unit unit;

    assert_int_equal(text_open_memory(&reader, text, "example", format, &limits, NULL), 0);
    assert_int_equal(text_next(reader, &unit, arena, NULL), 1);
    assert_int_equal(text_parse(document, &unit, &limits, arena, NULL), 0);
    text_close(reader);
}

static struct view write_document(const struct document *document, struct arena *arena)
{
    struct output *out;
    struct view copy;

    assert_int_equal(output_open_memory(&out, NULL), 0);
    syntax_write_conllu(document, out);
    copy = arena_copy(arena, output_view(out));
    output_abandon(out);
    return copy;
}

/* Tags, chains each word to the one before it, names the first word. */
static void annotate(struct document *document)
{
    for (size_t s = 0; s < document->sentence_count; s++)
        for (uint32_t i = 0; i < document->sentences[s].count; i++) {
            struct token *token = &document->tokens[document->sentences[s].first + i];
            token->upos = (uint8_t)(i % UPOS_COUNT);
            token->xpos = (uint8_t)(i % XPOS_COUNT);
            token->deprel = i == 0 ? DEPREL_ROOT : DEPREL_NSUBJ_PASS;
            token->head = i == 0 ? -1 : (int32_t)(document->sentences[s].first + i - 1);
            token->lemma = token->form;
            token->lemma_length = token->form_length;
            token->name = i == 0 ? NAME_B_ORG : NAME_O;
        }
}

static void lines_are_as_the_format_says(void **state)
{
    static const char expected[] = "# newdoc id = example\n"
                                   "# sent_id = example-1\n"
                                   "# text = Zoë can't.\n"
                                   "1\tZoë\tZoë\tADJ\tNN\t_\t0\troot\t_\tNER=B-ORG|TokenRange=0:3\n"
                                   "2-3\tcan't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No|TokenRange=4:9\n"
                                   "2\tca\tca\tADP\tIN\t_\t1\tnsubj:pass\t_\tTokenRange=4:6\n"
                                   "3\tn't\tn't\tADV\tDT\t_\t2\tnsubj:pass\t_\tTokenRange=6:9\n"
                                   "4\t.\t.\tAUX\tNNP\t_\t3\tnsubj:pass\t_\t";
    struct arena *arena = arena_new(0);
    struct document document;
    struct view written;

    (void)state;
    read_document(&document, VIEW("Zoë can't."), HEARSAY_FORMAT_TEXT, arena);
    annotate(&document);
    written = write_document(&document, arena);
    if (!view_starts(written, view_of(expected)))
        fail_msg("%.*s", VIEW_ARGS(written));
    assert_true(view_ends(written, VIEW("TokenRange=9:10\n\n")));
    arena_free(arena);
}

static void the_reader_reads_it_back(void **state)
{
    static const char *const texts[] = {
        "The minister won't say. \"They didn't pay,\" Zoë O'Hara told us in Vilnius (twice).",
        "One line\nbroken by a line end, and a tab\there.\n\nA second paragraph; 3.5% more — or less…",
        "Ambassador Ruth Okello's aides cannot, she said, \u201cgive up on \u2018peace\u2019\u201d.",
    };
    struct arena *arena = arena_new(0);

    (void)state;
    for (size_t t = 0; t < sizeof texts / sizeof *texts; t++) {
        struct document first, second;
        struct view written;
        read_document(&first, view_of(texts[t]), HEARSAY_FORMAT_TEXT, arena);
        annotate(&first);
        written = write_document(&first, arena);
        read_document(&second, written, HEARSAY_FORMAT_CONLLU, arena);
        assert_int_equal(second.token_count, first.token_count);
        assert_int_equal(second.sentence_count, first.sentence_count);
        assert_true(view_equal(second.id, first.id));
        for (size_t i = 0; i < first.token_count; i++) {
            assert_true(view_equal(token_form(&second.tokens[i]), token_form(&first.tokens[i])));
            assert_true(view_equal(token_lemma(&second.tokens[i]), token_lemma(&first.tokens[i])));
            assert_int_equal(second.tokens[i].upos, first.tokens[i].upos);
            assert_int_equal(second.tokens[i].xpos, first.tokens[i].xpos);
            assert_int_equal(second.tokens[i].deprel, first.tokens[i].deprel);
            assert_int_equal(second.tokens[i].head, first.tokens[i].head);
            assert_int_equal(second.tokens[i].multiword, first.tokens[i].multiword);
        }
    }
    arena_free(arena);
}

/* A document's id comes from its author: a line end in it must not make a line of its own. */
static void ids_stay_on_their_line(void **state)
{
    struct arena *arena = arena_new(0);
    struct document document;
    struct view written;

    (void)state;
    read_document(&document, VIEW("Rain fell."), HEARSAY_FORMAT_TEXT, arena);
    annotate(&document);
    document.id = VIEW("a\n1\tevil\r\n");
    written = write_document(&document, arena);
    assert_true(view_starts(written, VIEW("# newdoc id = a 1 evil  \n# sent_id = a 1 evil  -1\n")));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lines_are_as_the_format_says),
        cmocka_unit_test(the_reader_reads_it_back),
        cmocka_unit_test(ids_stay_on_their_line),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
