/* analysed.h: documents for the tests of the claim room: read from CoNLL-U with trees and names in it, so that what is
 * tested is the claim room and no trained model, and claims as lines of text. */
#ifndef HEARSAY_TESTS_CLAIM_ANALYSED_H
#define HEARSAY_TESTS_CLAIM_ANALYSED_H

#include "claim/trace.h"
#include "syntax/syntax.h"
#include "text/text.h"

struct analysed {
    struct document document;
    struct entity_set entities;
    struct claim_set claims;
};

/* Lists the names that the tokens' tags spell. */
static int list_names(struct document *document, struct arena *arena)
{
    for (size_t i = 0; i < document->token_count; i++) {
        struct name *names;
        enum name_tag tag = (enum name_tag)document->tokens[i].name;
        if (!name_tag_begins(tag))
            continue;
        names = arena_grow(arena, document->names, document->name_count, &document->name_capacity, sizeof *names);
        if (!names)
            return HEARSAY_ERROR_MEMORY;
        document->names = names;
        names[document->name_count] = (struct name){(uint32_t)i, 1, name_tag_type(tag)};
        while (i + 1 < document->token_count && name_tag_continues((enum name_tag)document->tokens[i + 1].name)) {
            names[document->name_count].count++;
            i++;
        }
        document->name_count++;
    }
    return 0;
}

/* Everything after the trees: names, entities, claims from a confidence on. */
static int analyse_tree(struct analysed *analysed, int min_confidence, struct arena *arena, struct hearsay_error *error)
{
    int result = syntax_link(&analysed->document, error);

    if (result == 0 && analysed->document.name_count == 0)
        result = list_names(&analysed->document, arena);
    if (result == 0)
        result = entity_resolve(&analysed->entities, &analysed->document, arena, error);
    if (result == 0)
        result = claim_extract_traced(&analysed->claims, NULL, min_confidence, &analysed->document, &analysed->entities,
                                      arena, error);
    return result;
}

static struct view actor_line(const struct analysed *analysed, const struct claim_actor *actor, struct arena *arena)
{
    struct view text = document_slice(&analysed->document, actor->span);
    struct view name;

    if (actor->entity < 0)
        return arena_print(arena, "%.*s=?", VIEW_ARGS(text));
    name = analysed->entities.entities[actor->entity].name;
    if (view_equal(name, text))
        return text;
    return arena_print(arena, "%.*s=%.*s", VIEW_ARGS(text), VIEW_ARGS(name));
}

static struct view actors_line(const struct analysed *analysed, const struct claim_actor *actors, size_t count,
                               bool roles, struct arena *arena)
{
    struct view line = VIEW("");

    for (size_t i = 0; i < count; i++) {
        struct view actor = actor_line(analysed, &actors[i], arena);
        line = arena_print(arena, "%.*s%s%s%s%.*s", VIEW_ARGS(line), i ? ", " : "",
                           roles ? claim_role_name(actors[i].role) : "", roles ? ":" : "", VIEW_ARGS(actor));
    }
    return line;
}

/* One claim in one line: relation "cue" [sources] -> [targets] | content ; and what is not as usual. */
static struct view claim_line(const struct analysed *analysed, size_t index, struct arena *arena)
{
    const struct claim *claim = &analysed->claims.claims[index];
    struct view cue = document_slice(&analysed->document, claim->cue);
    struct view sources = actors_line(analysed, claim->sources, claim->source_count, false, arena);
    struct view targets = actors_line(analysed, claim->targets, claim->target_count, true, arena);
    struct view line = arena_print(arena, "%s \"%.*s\" [%.*s] -> [%.*s]", claim_relation_facts(claim->relation)->name,
                                   VIEW_ARGS(cue), VIEW_ARGS(sources), VIEW_ARGS(targets));

    for (size_t i = 0; i < claim->content_count; i++) {
        struct view content = document_slice(&analysed->document, claim->content[i]);
        line = arena_print(arena, "%.*s | %.*s", VIEW_ARGS(line), VIEW_ARGS(content));
    }
    if (claim->negated)
        line = arena_print(arena, "%.*s ; negated", VIEW_ARGS(line));
    if (claim->certainty != CERTAINTY_ASSERTED)
        line = arena_print(arena, "%.*s ; %s", VIEW_ARGS(line), claim_certainty_name(claim->certainty));
    if (claim->quote != QUOTE_NONE)
        line = arena_print(arena, "%.*s ; quote %s", VIEW_ARGS(line), claim_quote_name(claim->quote));
    if (claim->within >= 0)
        line = arena_print(arena, "%.*s ; within %d", VIEW_ARGS(line), claim->within + 1);
    if (claim->answers >= 0)
        line = arena_print(arena, "%.*s ; answers %d", VIEW_ARGS(line), claim->answers + 1);
    if (claim->date.data)
        line = arena_print(arena, "%.*s ; on %.*s", VIEW_ARGS(line), VIEW_ARGS(claim->date));
    return line;
}

#endif
