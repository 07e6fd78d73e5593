/* resolve_case.h: one short text, and who must be found in it, as one line of text.
 *
 * The line lists, split by "; ": the answers of entity_actor for the words of `ask` ("Moscow -> Russia", "critics ->
 * nobody"), then each entity as `type Name [COUNTRY] = mention, mention`, then each affiliation as `Name < Of (role)`.
 */
#ifndef HEARSAY_TESTS_RESOLVE_CASE_H
#define HEARSAY_TESTS_RESOLVE_CASE_H

#include "entity/build_document.h"

#include <setjmp.h>
#include <stdarg.h>

#include <cmocka.h>

struct resolve_case {
    const char *difficulty;
    const char *text;
    const char *ask; /* words, split by spaces; "word@2" is its second occurrence; NULL: none */
    const char *expected;
};

struct line {
    char text[4000];
    size_t length;
};

static inline void line_add(struct line *line, const char *format, ...) __attribute__((format(printf, 2, 3)));
static inline void line_add(struct line *line, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line->text + line->length, sizeof line->text - line->length, format, arguments);
    va_end(arguments);
    assert_true(length >= 0 && line->length + (size_t)length < sizeof line->text);
    line->length += (size_t)length;
}

static inline void line_next(struct line *line)
{
    line_add(line, "%s", line->length ? "; " : "");
}

static inline uint32_t find_word(const struct document *document, struct view word)
{
    const char *at = memchr(word.data, '@', word.length);
    int wanted = at ? atoi(at + 1) : 1;
    word.length = at ? (size_t)(at - word.data) : word.length;
    for (uint32_t i = 0; i < document->token_count; i++) {
        if (view_equal(token_form(&document->tokens[i]), word) && --wanted == 0) {
            return i;
        }
    }
    fail_msg("no such word: %.*s", VIEW_ARGS(word));
    return 0;
}

/* Asks for the actors and marks them as used, as claims and affiliations do. */
static inline bool *ask_actors(const struct resolve_case *c, struct entity_set *set, const struct document *document,
                               struct arena *arena, struct line *line)
{
    int32_t answers[32];
    size_t count = 0;
    for (const char *word = c->ask; word && *word; word += strspn(word, " ")) {
        struct view form = {word, strcspn(word, " ")};
        int32_t entity = entity_actor(set, document, find_word(document, form), arena);
        line_next(line);
        line_add(line, "%.*s -> ", VIEW_ARGS(form));
        line_add(line, "%.*s", entity < 0 ? 6 : (int)set->entities[entity].name.length,
                 entity < 0 ? "nobody" : set->entities[entity].name.data);
        assert_true(count < sizeof answers / sizeof *answers);
        answers[count++] = entity;
        word += form.length;
    }
    bool *used = arena_array(arena, set->count + 1, sizeof *used);
    assert_non_null(used);
    for (size_t i = 0; i < count; i++) {
        if (answers[i] >= 0) {
            used[answers[i]] = true;
        }
    }
    for (size_t i = 0; i < set->affiliation_count; i++) {
        used[set->affiliations[i].entity] = used[set->affiliations[i].of] = true;
    }
    return used;
}

static inline void show_entities(const struct entity_set *set, const struct document *document, struct line *line)
{
    for (size_t i = 0; i < set->count; i++) {
        const struct entity *entity = &set->entities[i];
        line_next(line);
        line_add(line, "%s %.*s", entity_type_name(entity->type), VIEW_ARGS(entity->name));
        if (entity->country[0] && entity->type != ENTITY_COUNTRY) {
            line_add(line, " [%s]", entity->country);
        }
        for (size_t k = 0; k < entity->mention_count; k++) {
            line_add(line, "%s%.*s", k ? ", " : " = ", VIEW_ARGS(document_slice(document, entity->mentions[k])));
        }
    }
}

static inline void show_affiliations(const struct entity_set *set, const int32_t *order, struct line *line)
{
    for (size_t i = 0; i < set->affiliation_count; i++) {
        const struct affiliation *affiliation = &set->affiliations[i];
        int32_t entity = order[affiliation->entity];
        int32_t of = order[affiliation->of];
        if (entity < 0 || of < 0) {
            continue;
        }
        line_next(line);
        line_add(line, "%.*s < %.*s", VIEW_ARGS(set->entities[entity].name), VIEW_ARGS(set->entities[of].name));
        if (affiliation->role.data) {
            line_add(line, " (%.*s)", VIEW_ARGS(affiliation->role));
        }
    }
}

static inline void run_resolve_case(void **state)
{
    const struct resolve_case *c = *state;
    struct arena *arena = arena_new(0);
    struct document document = build_document(c->text, arena);
    struct entity_set set;
    struct line line = {.length = 0};
    int32_t *order = NULL;
    assert_int_equal(entity_resolve(&set, &document, arena, NULL), 0);
    const bool *used = ask_actors(c, &set, &document, arena, &line);
    assert_int_equal(entity_finish(&set, used, &order, arena, NULL), 0);
    show_entities(&set, &document, &line);
    show_affiliations(&set, order, &line);
    assert_string_equal(line.text, c->expected);
    arena_free(arena);
}

/* Runs every case as a test of its own, under the name of its difficulty; the number of failures. */
static inline int run_resolve_cases(const char *group, const struct resolve_case *cases, size_t count)
{
    struct CMUnitTest tests[64] = {0};
    if (count > sizeof tests / sizeof *tests) {
        return 1;
    }
    for (size_t i = 0; i < count; i++) {
        tests[i] = (struct CMUnitTest){cases[i].difficulty, run_resolve_case, NULL, NULL, (void *)&cases[i]};
    }
    return _cmocka_run_group_tests(group, tests, count, NULL, NULL);
}

#endif
