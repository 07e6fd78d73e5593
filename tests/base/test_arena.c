#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <cmocka.h>

#include "base/arena.h"

static void hands_out_zeroed_aligned_bytes(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    for (size_t size = 1; size < 200000; size = size * 3 + 1) {
        unsigned char *data = arena_alloc(arena, size);
        assert_non_null(data);
        assert_int_equal((uintptr_t)data % 16, 0);
        for (size_t i = 0; i < size; i++) assert_int_equal(data[i], 0);
        memset(data, 0xAB, size);
    }
    arena_reset(arena);
    assert_int_equal(arena_used(arena), 0);
    unsigned char *again = arena_alloc(arena, 100);
    for (size_t i = 0; i < 100; i++) assert_int_equal(again[i], 0);
    arena_free(arena);
}

static void stops_at_its_limit(void **state)
{
    (void)state;
    struct arena *arena = arena_new(100000);
    assert_non_null(arena_alloc(arena, 60000));
    assert_null(arena_alloc(arena, 60000));
    assert_non_null(arena_alloc(arena, 30000));
    assert_true(arena_used(arena) <= 100000);
    assert_null(arena_array(arena, SIZE_MAX / 2, 4));
    assert_null(arena_alloc(arena, SIZE_MAX));
    arena_free(arena);
    arena_free(NULL);
}

/* Two arrays that grow side by side through the sizes where blocks of their own begin. */
static void arrays_grow_and_keep_their_items(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    uint32_t *items[2] = {NULL, NULL};
    size_t capacity[2] = {0, 0};
    for (uint32_t count = 0; count < 100000; count++) {
        for (int k = 0; k < 2; k++) {
            items[k] = arena_grow(arena, items[k], count, &capacity[k], sizeof **items);
            assert_non_null(items[k]);
            assert_true(capacity[k] > count);
            assert_int_equal(items[k][count], 0);
            items[k][count] = count * 2 + (uint32_t)k;
        }
    }
    for (uint32_t i = 0; i < 100000; i++) {
        assert_int_equal(items[0][i], i * 2);
        assert_int_equal(items[1][i], i * 2 + 1);
    }
    /* What was moved left nothing behind. */
    assert_true(arena_used(arena) < 2 * 100000 * sizeof(uint32_t) * 2);
    arena_free(arena);
}

static void growth_fails_and_keeps_what_was(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1000);
    size_t capacity = 0;
    uint64_t *items = arena_grow(arena, NULL, 0, &capacity, sizeof *items), *grown = items;
    for (size_t count = 0; grown; count++) {
        items[count] = 7;
        grown = arena_grow(arena, items, count + 1, &capacity, sizeof *items);
        if (grown) items = grown;
    }
    assert_int_equal(items[0], 7);
    assert_int_equal(items[capacity - 1], 7);
    arena_free(arena);
}

static void copies_end_in_a_nul(void **state)
{
    (void)state;
    struct arena *arena = arena_new(0);
    struct view copy = arena_copy(arena, VIEW("a\0b"));
    assert_int_equal(copy.length, 3);
    assert_memory_equal(copy.data, "a\0b", 4);
    assert_int_equal(arena_copy(arena, (struct view){NULL, 0}).length, 0);
    assert_non_null(arena_copy(arena, (struct view){NULL, 0}).data);
    struct view printed = arena_print(arena, "%s-%d", "x", 12);
    assert_int_equal(printed.length, 4);
    assert_string_equal(printed.data, "x-12");
    arena_free(arena);
}

static void trimming_gives_back_what_is_not_needed(void **state)
{
    (void)state;
    struct arena *arena = arena_new(1 << 20);
    unsigned char *large = arena_alloc(arena, 900000);
    unsigned char *small = arena_alloc(arena, 100);
    assert_non_null(large);
    assert_non_null(small);
    memset(large, 7, 900000);
    assert_null(arena_alloc(arena, 500000));
    large = arena_trim(arena, large, 100000);
    assert_non_null(large);
    assert_int_equal(large[0], 7);
    assert_int_equal(large[99999], 7);
    assert_true(arena_used(arena) < 110000);
    assert_non_null(arena_alloc(arena, 500000));
    assert_null(arena_trim(arena, large, 0));
    assert_true(arena_used(arena) < 510000);
    assert_ptr_equal(arena_trim(arena, small, 50), small);
    assert_null(arena_trim(arena, NULL, 0));
    arena_free(arena);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(hands_out_zeroed_aligned_bytes), cmocka_unit_test(stops_at_its_limit),
        cmocka_unit_test(arrays_grow_and_keep_their_items), cmocka_unit_test(growth_fails_and_keeps_what_was),
        cmocka_unit_test(copies_end_in_a_nul),
        cmocka_unit_test(trimming_gives_back_what_is_not_needed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
