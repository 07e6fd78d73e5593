/* test_memory.c: memory that runs out at any point is an error, not a crash; large documents stay linear. */
#include "entity/build_document.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

static const char TEXT[] =
    "The/DET/5/det Northern/PROPN/5/compound/B-ORG Grain/PROPN/5/compound/I-ORG of/ADP/5/case "
    "Board/PROPN/11/nsubj/I-ORG "
    "(/PUNCT/7/punct NGB/PROPN/5/appos )/PUNCT/7/punct and/CCONJ/10/cc Moscow/PROPN/5/conj/B-LOC met/VERB/0/root "
    "./PUNCT/11/punct | "
    "Belarusian/ADJ/2/amod/B-DEM president/NOUN/3/nmod:desc Pavel/PROPN/9/nsubj/B-PER Zubov/PROPN/3/flat/I-PER "
    ",/PUNCT/7/punct "
    "who/PRON/7/nsubj left/VERB/3/acl:relcl ,/PUNCT/3/punct thanked/VERB/0/root Russian/ADJ/11/amod/B-DEM "
    "officials/NOUN/9/obj "
    "./PUNCT/9/punct | The/DET/2/det president/NOUN/3/nsubj met/VERB/0/root the/DET/7/det Turkish/ADJ/7/amod/B-DEM "
    "foreign/ADJ/7/amod ministry/NOUN/3/obj ./PUNCT/3/punct | He/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct";

/* Every step of the room over one document; the code of the first that fails. */
static int run_all(const struct document *document, struct arena *arena)
{
    struct entity_set set;
    int32_t *order;
    int code = entity_resolve(&set, document, arena, NULL);
    for (uint32_t token = 0; code == 0 && token < document->token_count; token++) {
        entity_actor(&set, document, token, arena);
    }
    return code ? code : entity_finish(&set, NULL, &order, arena, NULL);
}

static void fails_cleanly_wherever_memory_ends(void **state)
{
    (void)state;
    struct arena *own = arena_new(0);
    struct document document = build_document(TEXT, own);
    int code = HEARSAY_ERROR_MEMORY;
    size_t failures = 0;
    for (size_t limit = 64; code != 0 && limit < 1u << 22; limit += 64) {
        struct arena *arena = arena_new(limit);
        assert_non_null(arena);
        code = run_all(&document, arena);
        assert_true(code == 0 || code == HEARSAY_ERROR_MEMORY);
        failures += code != 0;
        arena_free(arena);
    }
    assert_int_equal(code, 0);
    assert_true(failures > 20);
    arena_free(own);
}

static void finds_nothing_in_an_empty_document(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    struct document document = {.id = VIEW("empty")};
    struct entity_set set;
    int32_t *order;
    assert_int_equal(entity_resolve(&set, &document, arena, NULL), 0);
    assert_int_equal(entity_finish(&set, NULL, &order, arena, NULL), 0);
    assert_int_equal(set.count, 0);
    arena_free(arena);
}

/* Many people with one surname must not be compared each with each. */
static void takes_many_namesakes(void **state)
{
    enum { PEOPLE = 20000, BYTES = 80 };
    (void)state;
    struct arena *arena = arena_new(0);
    char *text = arena_array(arena, PEOPLE, BYTES);
    size_t length = 0;
    assert_non_null(text);
    for (int i = 0; i < PEOPLE; i++) {
        length +=
            (size_t)snprintf(text + length, BYTES,
                             "%sA%dx/PROPN/3/nsubj/B-PER Smith/PROPN/1/flat/I-PER left/VERB/0/root", i ? " | " : "", i);
    }
    struct document document = build_document(text, arena);
    struct entity_set set;
    assert_int_equal(entity_resolve(&set, &document, arena, NULL), 0);
    assert_int_equal(set.count, PEOPLE);
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(fails_cleanly_wherever_memory_ends),
        cmocka_unit_test(finds_nothing_in_an_empty_document),
        cmocka_unit_test(takes_many_namesakes),
    };
    return cmocka_run_group_tests_name("entity memory", tests, NULL, NULL);
}
