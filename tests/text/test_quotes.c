#include "text/parse_text.h"

#include <stdio.h>

static void marks_what_is_quoted(void **state)
{
    static const struct {
        const char *text;
        const char *words;
    } cases[] = {
        {"He said \"we lost\" twice.", "He|said|<\">|<we>|<lost>|<\">|twice|.|//"},
        {"“We lost,” he said, “but well.”", "<“>|<We>|<lost>|<,>|<”>|he|said|,|<“>|<but>|<well>|<.>|<”>|//"},
        {"He called it “a ‘bad’ joke” again", "He|called|it|<“>|<a>|<‘>|<bad>|<’>|<joke>|<”>|again|//"},
        /* What opens and never closes ends with its paragraph. */
        {"She said \"it is over.\n\nHe left.", "She|said|<\">|<it>|<is>|<over>|<.>|//He|left|.|//"},
        {"\"It is over. He left.", "<\">|<It>|<is>|<over>|<.>|//<He>|<left>|<.>|//"},
        /* Apostrophes open nothing. */
        {"the '90s and rock 'n roll", "the|'90s|and|rock|'n|roll|//"},
        {"the students' books", "the|students+'|books|//"},
        {"a 'so-called' plan", "a|<'>|<so>|<->|<called>|<'>|plan|//"},
        {"«Non», he said; ``no'' she said", "<«>|<Non>|<»>|,|he|said|;|<``>|<no>|<''>|she|said|//"},
        {"a \" spaced \" quote", "a|<\">|<spaced>|<\">|quote|//"},
        {"(\"yes\") and \"no\".", "(|<\">|<yes>|<\">|)|and|<\">|<no>|<\">|.|//"},
        /* What closes and never opened began before the paragraph. */
        {"It was ours,” she said. “All of it.”",
         "<It>|<was>|<ours>|<,>|<”>|she|said|.|//<“>|<All>|<of>|<it>|<.>|<”>|//"},
        {"It was ours,\" she said.", "<It>|<was>|<ours>|<,>|<\">|she|said|.|//"},
        {"a 5' 10\" man", "a|5|'|10|\"|man|//"},
        /* A misprint for an opening mark. */
        {"The plan ”is dead,” he said", "The|plan|<”>|<is>|<dead>|<,>|<”>|he|said|//"},
        {"stray” mark", "stray|”|mark|//"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct document document = parse_text(cases[i].text, *state);
        struct view words = words_of(&document, true, *state);
        if (!view_is(words, cases[i].words))
            fail_msg("%s\n  expected %s\n  got      %.*s", cases[i].text, cases[i].words, VIEW_ARGS(words));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(marks_what_is_quoted)};
    return cmocka_run_group_tests(tests, new_arena, free_arena);
}
