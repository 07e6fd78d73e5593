/* What somebody said, in few words: the verb of the text or of the relation, and what follows it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "export/phrase.h"

#define MOST 40

static const struct {
    enum claim_relation relation;
    const char *cue, *content; /* NULL: none */
    enum claim_quote quote;
    const char *expected;
} CASES[] = {
    /* The text's own verb where it is in the past. */
    {RELATION_ACCUSE, "blamed", "for the delay", QUOTE_NONE, "blamed for the delay"},
    {RELATION_ASK, "called on", "to resign", QUOTE_NONE, "called on to resign"},
    {RELATION_CRITICISE, "hit back at", NULL, QUOTE_NONE, "hit back at"},
    {RELATION_SAY, "wrote", "that it was over", QUOTE_NONE, "wrote that it was over"},
    {RELATION_PRAISE, "thanked", "for the tea", QUOTE_NONE, "thanked for the tea"},
    /* Else the relation's, also where the text's tells nothing alone. */
    {RELATION_ACCUSE, "said", NULL, QUOTE_NONE, "accused"},
    {RELATION_ACCUSE, "said", "that he lied", QUOTE_NONE, "said that he lied"},
    {RELATION_DESCRIBE, "called", NULL, QUOTE_NONE, "described"},
    {RELATION_ACCUSE, "blames", NULL, QUOTE_NONE, "accused"},
    {RELATION_ACCUSE, "Accusing", NULL, QUOTE_NONE, "accused"},
    {RELATION_CRITICISE, "drew criticism from", NULL, QUOTE_NONE, "criticised"},
    {RELATION_CRITICISE, "faced with scorn from", NULL, QUOTE_NONE, "criticised"},
    {RELATION_WARN, "red", NULL, QUOTE_NONE, "warned"},
    {RELATION_CHARGE, "sue", NULL, QUOTE_NONE, "sued"},
    {RELATION_CHARGE, "lawsuit", NULL, QUOTE_NONE, "sued"},
    {RELATION_CHARGE, "sued", "for libel", QUOTE_NONE, "sued for libel"},
    {RELATION_CHARGE, "charges", NULL, QUOTE_NONE, "charged"},
    {RELATION_DESCRIBE, "calls", "\"a fool\"", QUOTE_PARTIAL, "called \"a fool\""},
    {RELATION_DESCRIBE, "description", NULL, QUOTE_NONE, "described"},
    /* What hangs on a noun does not follow a verb. */
    {RELATION_CRITICISE, "criticism", "of its haste", QUOTE_NONE, "criticised"},
    {RELATION_THREATEN, "threat", "to leave", QUOTE_NONE, "threatened to leave"},
    {RELATION_DENY, "denial", "that he knew", QUOTE_NONE, "denied that he knew"},
    {RELATION_SAY, "according to", "The bridge is shut", QUOTE_NONE, "said: The bridge is shut"},
    {RELATION_CLAIM, "claim", "of victory", QUOTE_NONE, "claimed"},
    /* Speech stands behind a colon. */
    {RELATION_SAY, "said", "\"We won,\"", QUOTE_FULL, "said: \"We won\""},
    {RELATION_SAY, "said", "\xE2\x80\x9CWe won,\xE2\x80\x9D", QUOTE_FULL, "said: \xE2\x80\x9CWe won\xE2\x80\x9D"},
    {RELATION_SAY, "called", "\"a distraction\"", QUOTE_FULL, "called \"a distraction\""},
    {RELATION_SAY, "says", "\xE2\x80\x9CWe won\xE2\x80\x9D", QUOTE_FULL, "said: \xE2\x80\x9CWe won\xE2\x80\x9D"},
    {RELATION_REJECT, "dismissed", "\"idle talk\"", QUOTE_PARTIAL, "dismissed \"idle talk\""},
    {RELATION_DESCRIBE, "called", "\"a fool\"", QUOTE_FULL, "called \"a fool\""},
    /* Cut behind a word; a quotation is closed. */
    {RELATION_SAY, "said", "that the harbour had been closed to all ships", QUOTE_NONE,
     "said that the harbour had been closed to all\xE2\x80\xA6"},
    {RELATION_SAY, "said", "\"The harbour has been closed to ships of all kinds\"", QUOTE_FULL,
     "said: \"The harbour has been closed to ships of\xE2\x80\xA6\""},
    {RELATION_SAY, "said", "\xE2\x80\x9CThe harbour has been closed to ships of all kinds\xE2\x80\x9D", QUOTE_FULL,
     "said: \xE2\x80\x9CThe harbour has been closed to ships of\xE2\x80\xA6\xE2\x80\x9D"},
    {RELATION_SAY, "said", "that \"nobody\" had seen the harbour from the hill", QUOTE_PARTIAL,
     "said that \"nobody\" had seen the harbour from\xE2\x80\xA6"},
    /* Footnote marks go, white space becomes plain. */
    {RELATION_SAY, "said", "that[12] it\n  was [a] late[note 1]", QUOTE_NONE, "said that it was late[note 1]"},
    {RELATION_SAY, "said", "", QUOTE_NONE, "said"},
};

static void test_phrases(void **state)
{
    struct arena *arena = arena_new(1 << 20);
    (void)state;
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        struct record_claim claim = {.claim = {.relation = CASES[i].relation, .quote = CASES[i].quote},
                                     .cue_text = view_of(CASES[i].cue)};
        if (CASES[i].content)
            claim.content_text = view_of(CASES[i].content);
        struct builder builder = builder_new(arena);
        phrase_claim(&builder, &claim, MOST);
        struct view made = builder_view(&builder);
        if (!view_is(made, CASES[i].expected))
            fail_msg("\"%s\" + \"%s\" became \"%.*s\", not \"%s\"", CASES[i].cue,
                     CASES[i].content ? CASES[i].content : "", VIEW_ARGS(made), CASES[i].expected);
    }
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_phrases)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
