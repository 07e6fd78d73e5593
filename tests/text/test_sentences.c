#include "text/parse_text.h"

#include <stdio.h>
#include <stdlib.h>

/* Sentences of a text, "¦" between them and "¶" before one that opens a paragraph. */
static struct view sentences_of(const struct document *document, struct arena *arena)
{
    struct output *out;
    assert_int_equal(output_open_memory(&out, NULL), HEARSAY_OK);
    for (size_t i = 0; i < document->sentence_count; i++) {
        output_text(out, document->sentences[i].opens_paragraph ? "¶" : "¦");
        struct view text = document_slice(document, document->sentences[i].span);
        for (size_t k = 0; k < text.length; k++) output_char(out, text.data[k] == '\n' ? ' ' : text.data[k]);
    }
    struct view sentences = arena_copy(arena, output_view(out));
    output_abandon(out);
    return sentences;
}

struct sentence_case {
    const char *text;
    const char *sentences;
};

static void check(const struct sentence_case *cases, size_t count, struct arena *arena)
{
    for (size_t i = 0; i < count; i++) {
        struct document document = parse_text(cases[i].text, arena);
        struct view sentences = sentences_of(&document, arena);
        if (!view_is(sentences, cases[i].sentences)) {
            fail_msg("%s\n  expected %s\n  got      %.*s", cases[i].text, cases[i].sentences, VIEW_ARGS(sentences));
        }
        check_document(&document);
    }
}

#define CHECK(cases, state) check(cases, sizeof(cases) / sizeof *(cases), *(state))

static void leaves_the_time_of_an_entry(void **state)
{
    static const struct sentence_case cases[] = {
        {"17:45 Norway closed the port. It rained.", "¶17:45¦Norway closed the port.¦It rained."},
        {"9:05 - Lund resigned.", "¶9:05 -¦Lund resigned."},
        {"10:30 a.m. GMT: Lund resigned.", "¶10:30 a.m. GMT:¦Lund resigned."},
        {"10:30 “We lost,” Lund said.", "¶10:30¦“We lost,” Lund said."},
        {"10:30 trains were late.", "¶10:30 trains were late."},
        {"At 10:30 Lund resigned.", "¶At 10:30 Lund resigned."},
        {"17:45", "¶17:45"},
        {"2:17:45 Kos won.", "¶2:17:45 Kos won."},
    };
    CHECK(cases, state);
}

static void ends_at_stops(void **state)
{
    static const struct sentence_case cases[] = {
        {"It rained. Nobody came! Why? We know.", "¶It rained.¦Nobody came!¦Why?¦We know."},
        {"He said \"We lost.\" Then he left.", "¶He said \"We lost.\"¦Then he left."},
        {"(It was late.) They slept.", "¶(It was late.)¦They slept."},
        {"“Go!” she cried. “Now.” They went.", "¶“Go!” she cried.¦“Now.”¦They went."},
        {"\"Who did it?\" Minister Hale asked on Monday.", "¶\"Who did it?\" Minister Hale asked on Monday."},
        {"Prices rose 3.5 percent. 2,000 people left.", "¶Prices rose 3.5 percent.¦2,000 people left."},
        {"Mr. Hale met Gov. Ruiz. Both smiled.", "¶Mr. Hale met Gov. Ruiz.¦Both smiled."},
        {"The firm, Acme Inc., was sold. It had failed.", "¶The firm, Acme Inc., was sold.¦It had failed."},
        {"Big firms (e.g. The Blue Mill, i.e. The Mill) paid. All did.",
         "¶Big firms (e.g. The Blue Mill, i.e. The Mill) paid.¦All did."},
        {"It moved to Erie, Pa., in May. Asst. Commissioner Reed left.", "¶It moved to Erie, Pa., in May.¦Asst. Commissioner Reed left."},
        {"1. The first point is this. It matters.", "¶1. The first point is this.¦It matters."},
        {"So it ended… Or did it?", "¶So it ended…¦Or did it?"},
        {"It closed.[3] It opened again.[4][5]", "¶It closed.¦It opened again."},
        {"It is over. ”We lost.” They left.", "¶It is over.¦”We lost.”¦They left."},
        {"\"Why?\" Then Hale asked again.", "¶\"Why?\"¦Then Hale asked again."},
        {"It rained. :) Nobody came :-( We did.", "¶It rained. :)¦Nobody came :-(¦We did."},
        {"The 'Go home.'. One more.", "¶The 'Go home.'.¦One more."},
        {"It was great! will go again. and again", "¶It was great!¦will go again.¦and again"},
        {"The Yahoo! board wanted to wait . . . and did so.", "¶The Yahoo! board wanted to wait . . . and did so."},
        {"A headline without a stop", "¶A headline without a stop"},
    };
    CHECK(cases, state);
}

static void paragraphs_part_sentences(void **state)
{
    static const struct sentence_case cases[] = {
        {"Council votes\n\nThe council voted today. It was close.",
         "¶Council votes¶The council voted today.¦It was close."},
        {"One.\r\n\r\nTwo.\r\n", "¶One.¶Two."},
        {"One\r\rTwo", "¶One¶Two"},
        {"One\n \t\nTwo", "¶One¶Two"},
        /* Short lines of their own. */
        {"Mayor quits\nCity in shock\nBy A. Reporter", "¶Mayor quits¶City in shock¶By A. Reporter"},
        {"- milk\n- bread\n- eggs", "¶- milk¶- bread¶- eggs"},
        {"1. milk\n2. bread", "¶1. milk¶2. bread"},
        /* Small letters run on. */
        {"The council\nmet again", "¶The council met again"},
    };
    CHECK(cases, state);
}

static void wrapped_lines_run_on(void **state)
{
    static const struct sentence_case cases[] = {
        {"The council of the old harbour town met on Tuesday to hear\nMayor Hale, who had promised to answer every "
         "question that\nthe "
         "people put to her. She kept\nher word.\n",
         "¶The council of the old harbour town met on Tuesday to hear Mayor Hale, who had promised to answer every "
         "question that the "
         "people put to her.¦She kept her word."},
        /* The short line is a headline: the next word would have fitted behind it. */
        {"Harbour news\nThe council of the old harbour town met on Tuesday to hear\nMayor Hale and her deputy.",
         "¶Harbour news¶The council of the old harbour town met on Tuesday to hear Mayor Hale and her deputy."},
    };
    CHECK(cases, state);
}

/* Lines far longer than any wrap are paragraphs of their own, whatever they end in. */
static void long_lines_stay_apart(void **state)
{
    static const struct sentence_case cases[] = {
        {"The council of the old harbour town met on Tuesday evening to hear Mayor Hale, who had promised to answer "
         "every question that "
         "the people would put to her\nNobody came",
         "¶The council of the old harbour town met on Tuesday evening to hear Mayor Hale, who had promised to answer "
         "every question that "
         "the people would put to her¶Nobody came"},
    };
    CHECK(cases, state);
}

static void cuts_sentences_at_the_limit(void **state)
{
    struct hearsay_limits limits = limits_default();
    struct document document;
    limits.sentence_tokens = 3;
    assert_int_equal(parse_bytes(&document, VIEW("a b c d e f g. Next one."), HEARSAY_FORMAT_TEXT, &limits, *state,
                                 NULL),
                     HEARSAY_OK);
    assert_true(view_is(sentences_of(&document, *state), "¶a b c¦d e f¦g.¦Next one."));
    assert_int_equal(document.warning_count, 1);
    assert_non_null(strstr(document.warnings[0].data, "3 words"));
}

/* A hundred thousand words without a stop; a line of megabytes without a space. */
static void takes_monsters(void **state)
{
    enum { WORDS = 100000, BYTES = 4 << 20 };
    static const char units[][8] = {"word ", "a-", "1-",  "a.",  "[1]", "[a",  "'s ", "\"",
                                    "(",     "x@", "...", "A. ", "‘",   "<a ", "`",   "*_"};
    char *bytes = malloc(BYTES);
    assert_non_null(bytes);
    for (size_t i = 0; i < WORDS; i++) memcpy(bytes + i * 5, "that ", 5);
    struct document document = parse_as((struct view){bytes, (size_t)WORDS * 5}, HEARSAY_FORMAT_TEXT, *state);
    assert_int_equal(document.token_count, WORDS);
    assert_int_equal(document.sentence_count, WORDS / 1000);
    assert_int_equal(document.warning_count, 1);
    for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
        size_t size = strlen(units[u]), length = 0;
        for (; length + size <= BYTES / 4; length += size) memcpy(bytes + length, units[u], size);
        for (int markdown = 0; markdown < 2; markdown++) {
            struct arena *arena = arena_new(0);
            struct view text = {bytes, length};
            document = parse_as(text, markdown ? HEARSAY_FORMAT_MARKDOWN : HEARSAY_FORMAT_TEXT, arena);
            check_document(&document);
            arena_free(arena);
        }
    }
    free(bytes);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_the_time_of_an_entry), cmocka_unit_test(ends_at_stops),
        cmocka_unit_test(paragraphs_part_sentences),
        cmocka_unit_test(wrapped_lines_run_on),
        cmocka_unit_test(long_lines_stay_apart),
        cmocka_unit_test(cuts_sentences_at_the_limit),
        cmocka_unit_test(takes_monsters),
    };
    return cmocka_run_group_tests(tests, new_arena, free_arena);
}
