/* The name of one who has several: whatever the order in which they come. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "record/fullest.h"

enum { MOST_NAMES = 5 };

static const struct {
    const char *names[MOST_NAMES];
    const char *fullest;
} cases[] = {
    {{"Zelenskyy", "Volodymyr Zelenskyy", "Zelenskyy"}, "Volodymyr Zelenskyy"},
    {{"FSB", "Federal Security Service", "FSB", "FSB"}, "Federal Security Service"},
    {{"Yuri Tkachenko", "Yury Tkachenko", "Yuri Tkachenko"}, "Yuri Tkachenko"},
    {{"Yuri Bely", "Yuriy Bely"}, "Yuriy Bely"},
    {{"ANNA VIK", "Anna Vik"}, "Anna Vik"},
    {{"John Moss", "John F. Moss", "John Moss"}, "John F. Moss"},
    {{"The Fish Council", "Fish Council", "Fish Council"}, "Fish Council"}, /* an article is no word of a name */
    {{"Jean-Luc Moss", "Jean Moss", "Jean Moss"}, "Jean-Luc Moss"},
    {{"??", "!"}, "??"}, /* nothing to count */
    {{"Oslo"}, "Oslo"},
};

/* All orders that turning the list around and forwards gives. */
static void the_fullest_name_is_taken(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t count = 0;
        while (count < MOST_NAMES && cases[i].names[count]) {
            count++;
        }
        for (size_t turn = 0; turn < 2 * count; turn++) {
            struct arena *scratch = arena_new(0);
            struct view names[MOST_NAMES];
            for (size_t j = 0; j < count; j++) {
                size_t from = (turn + j) % count;
                names[j] = view_of(cases[i].names[turn < count ? from : count - 1 - from]);
            }
            struct view fullest = record_fullest_name(names, count, scratch);
            if (!view_is(fullest, cases[i].fullest)) {
                fail_msg("%.*s instead of %s", VIEW_ARGS(fullest), cases[i].fullest);
            }
            arena_free(scratch);
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {cmocka_unit_test(the_fullest_name_is_taken)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
