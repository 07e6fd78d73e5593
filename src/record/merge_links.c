/* merge_links.c: parts of several names that are one entity. In this order:
 *
 * - one identifier in somebody's list, whatever the names;
 * - an alias that is the other's name: an acronym introduced in one document and used alone in another, a second full
 * name of a person;
 * - one name in two spellings (name_sound), an initial left out ("John F. Kennedy").
 *
 * But for identifiers, nothing is joined that contradicts, nor two people whom one document tells apart; and where two
 * that contradict each other could be meant, neither is. Nobody is joined by a single name. */
#include <stdlib.h>

#include "record/merge.h"

enum link_kind {
    LINK_NAME,
    LINK_ALIAS,
    LINK_SHORT, /* an alias of an organisation that leaves words of its name out: whose Foreign Ministry? */
};

/* A part under a key by which it may be found. */
struct link {
    struct view key;
    enum entity_type type;
    enum link_kind kind;
    int32_t part;
};

struct links {
    struct link *items;
    size_t count, capacity;
};

static bool add_link(struct merging *merging, struct links *links, struct view key, enum link_kind kind, int32_t part)
{
    struct link *items = arena_grow(merging->arena, links->items, links->count, &links->capacity, sizeof *items);
    if (!items) {
        return false;
    }
    links->items = items;
    items[links->count++] = (struct link){key, merging->parts[part].type, kind, part};
    return true;
}

static int compare_links(const void *a, const void *b)
{
    const struct link *x = a, *y = b;
    int order = (x->type > y->type) - (x->type < y->type);
    order = order ? order : view_compare(x->key, y->key);
    order = order ? order : (x->kind > y->kind) - (x->kind < y->kind);
    return order ? order : (x->part > y->part) - (x->part < y->part);
}

/* What is done with the links of one key. */
typedef bool link_run(struct merging *merging, const struct link *links, size_t count);

static bool each_run(struct merging *merging, struct links *links, link_run *run)
{
    size_t end, unique = 0;
    if (links->count > 0) {
        qsort(links->items, links->count, sizeof *links->items, compare_links);
    }
    for (size_t i = 0; i < links->count; i++) {
        if (unique == 0 || compare_links(&links->items[unique - 1], &links->items[i]) != 0) {
            links->items[unique++] = links->items[i];
        }
    }
    for (size_t start = 0; start < unique; start = end) {
        for (end = start + 1; end < unique && links->items[end].type == links->items[start].type &&
                              view_equal(links->items[end].key, links->items[start].key);) {
            end++;
        }
        if (end - start > 1 && !run(merging, links->items + start, end - start)) {
            return false;
        }
    }
    return true;
}

/* Whether a document has somebody of both and so tells them apart. */
static bool share_document(struct merging *merging, int32_t a, int32_t b)
{
    if (merging->parts[a].total > merging->parts[b].total) {
        int32_t other = a;
        a = b;
        b = other;
    }
    for (int32_t i = merging->parts[a].first; i >= 0; i = merging->members[i].next) {
        uint32_t record = merging->members[i].record;
        for (size_t j = merging->offsets[record]; j < merging->offsets[record + 1]; j++) {
            int32_t part = merging->members[merging->member_of[j]].part;
            if (part != NO_PART && merge_root(merging, part) == b) {
                return true;
            }
        }
    }
    return false;
}

/* The last word of a name that tells father from son: "jr", "ii"; or nothing. */
static struct view generation(struct view key)
{
    static const char *const words[] = {"jr", "junior", "sr", "senior", "ii", "iii", "iv"};
    struct view last = name_last_word(key);
    return view_index(last, words, sizeof words / sizeof *words) < 0 ? VIEW("") : last;
}

static bool may_join(struct merging *merging, int32_t a, int32_t b)
{
    if (!view_equal(generation(merging->parts[a].key), generation(merging->parts[b].key))) {
        return false;
    }
    a = merge_root(merging, a);
    b = merge_root(merging, b);
    return a != b && !merge_contradicts(&merging->parts[a].profile, &merging->parts[b].profile) &&
           !(merging->parts[a].type == ENTITY_PERSON && share_document(merging, a, b));
}

/* Both are known to be of one country. */
static bool same_country(struct merging *merging, int32_t a, int32_t b)
{
    const char *country = merging->parts[merge_root(merging, a)].profile.country;
    return country[0] && strcmp(country, merging->parts[merge_root(merging, b)].profile.country) == 0;
}

/* ---- Identifiers ---- */

static bool join_all(struct merging *merging, const struct link *links, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        merge_join(merging, links[0].part, links[i].part);
    }
    return true;
}

static bool link_identifiers(struct merging *merging)
{
    struct links links = {0};
    for (size_t i = 0; i < merging->member_count; i++) {
        const struct member *member = &merging->members[i];
        for (size_t j = 0; member->part != NO_PART && j < member->entity->id_count; j++) {
            const struct entity_identifier *id = &member->entity->ids[j];
            struct view key = arena_print(merging->arena, "%.*s=%.*s", VIEW_ARGS(id->scheme), VIEW_ARGS(id->value));
            if (!key.data || !add_link(merging, &links, key, LINK_NAME, member->part)) {
                return false;
            }
        }
    }
    return each_run(merging, &links, join_all);
}

/* ---- Aliases ---- */

/* The one part of the other kind that this one may join; NO_PART where there is none, or two that are not one. */
static int32_t only_match(struct merging *merging, const struct link *links, size_t count, const struct link *link)
{
    int32_t match = NO_PART;
    for (size_t i = 0; i < count; i++) {
        bool meet = (links[i].kind == LINK_NAME) != (link->kind == LINK_NAME);
        bool brief = links[i].kind == LINK_SHORT || link->kind == LINK_SHORT;
        if (!meet || !may_join(merging, links[i].part, link->part) ||
            (brief && !same_country(merging, links[i].part, link->part))) {
            continue;
        }
        int32_t root = merge_root(merging, links[i].part);
        if (match != NO_PART && match != root) {
            return NO_PART;
        }
        match = root;
    }
    return match;
}

/* Joins a name with who has it as an alias where each is the other's only match. */
static bool join_aliases(struct merging *merging, const struct link *links, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (links[i].kind == LINK_NAME) {
            continue;
        }
        int32_t name = only_match(merging, links, count, &links[i]);
        for (size_t j = 0; name != NO_PART && j < count; j++) {
            bool meant = links[j].kind == LINK_NAME && merge_root(merging, links[j].part) == name;
            if (meant && only_match(merging, links, count, &links[j]) == merge_root(merging, links[i].part)) {
                merge_join(merging, links[i].part, links[j].part);
                break;
            }
        }
    }
    return true;
}

/* Whether each word of a key is one of another. */
static bool is_made_of(struct view key, struct view other)
{
    size_t at = 0;
    struct view word;
    while ((word = name_next_word(key, &at)).data) {
        size_t there = 0;
        struct view same = name_next_word(other, &there);
        while (same.data && !view_equal(same, word)) {
            same = name_next_word(other, &there);
        }
        if (!same.data) {
            return false;
        }
    }
    return true;
}

/* What an alias tells outside its document; false: nothing. A person's full name; of organisations an acronym, or the
 * same words in part or in another order, but no single word of them ("the Council"). */
static bool read_alias(const struct member *member, struct view alias, struct view key, enum link_kind *kind)
{
    bool several = memchr(key.data, ' ', key.length) != NULL;
    bool acronym = !several && key.length > 1 && name_is_capitals(alias);
    *kind = LINK_ALIAS;
    if (member->entity->type == ENTITY_PERSON) {
        return several;
    }
    if (member->entity->type != ENTITY_ORGANISATION || acronym) {
        return acronym && member->entity->type == ENTITY_ORGANISATION;
    }
    bool part = is_made_of(key, member->key), whole = is_made_of(member->key, key);
    *kind = part && whole ? LINK_ALIAS : LINK_SHORT;
    return several && (part || whole);
}

static bool link_aliases(struct merging *merging)
{
    struct links links = {0};
    for (size_t i = 0; i < merging->member_count; i++) {
        const struct member *member = &merging->members[i];
        const struct entity *entity = member->entity;
        for (size_t j = 0; member->part != NO_PART && j < entity->alias_count; j++) {
            struct view key = name_key(entity->aliases[j], merging->arena);
            enum link_kind kind;
            if (key.data && !view_equal(key, member->key) && read_alias(member, entity->aliases[j], key, &kind) &&
                !add_link(merging, &links, key, kind, member->part)) {
                return false;
            }
        }
    }
    for (size_t i = 0; links.count > 0 && i < merging->part_count; i++) {
        const struct part *part = &merging->parts[i];
        bool named = part->type == ENTITY_PERSON || part->type == ENTITY_ORGANISATION;
        if (named && part->total > 0 && !add_link(merging, &links, part->key, LINK_NAME, (int32_t)i)) {
            return false;
        }
    }
    return each_run(merging, &links, join_aliases);
}

/* ---- Spelling and initials ---- */

enum { MOST_SPELLINGS = 24 };

/* Joins those of one key that agree, unless a third agrees with one and not with the other. Unlike spellings, initials
 * that were left out need more than nothing against it: one country that both are known to be of. */
static void join_agreeing(struct merging *merging, const struct link *links, size_t count, bool known_country)
{
    bool agree[MOST_SPELLINGS][MOST_SPELLINGS] = {{false}};
    if (count > MOST_SPELLINGS) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < count; j++) {
            bool one = merge_root(merging, links[i].part) == merge_root(merging, links[j].part);
            bool told = !known_country || same_country(merging, links[i].part, links[j].part);
            agree[i][j] = one || (told && may_join(merging, links[i].part, links[j].part));
        }
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (agree[i][j] && memcmp(agree[i], agree[j], count * sizeof(bool)) == 0 &&
                may_join(merging, links[i].part, links[j].part)) {
                merge_join(merging, links[i].part, links[j].part);
            }
        }
    }
}

static bool join_spellings(struct merging *merging, const struct link *links, size_t count)
{
    join_agreeing(merging, links, count, false);
    return true;
}

/* "john f kennedy" and "john kennedy"; but where a name is there with two initials, which one lacks it is open. */
static bool join_initials(struct merging *merging, const struct link *links, size_t count)
{
    struct view initials = {NULL, 0};
    for (size_t i = 0; i < count; i++) {
        struct view key = merging->parts[links[i].part].key;
        if (key.length == links[0].key.length) {
            continue;
        }
        if (initials.data && !view_equal(initials, key)) {
            return true;
        }
        initials = key;
    }
    if (initials.data) {
        join_agreeing(merging, links, count, true);
    }
    return true;
}

/* A name of three words or more without the initials in its middle; the name itself where it has none. */
static struct view without_initials(struct view key, struct arena *arena)
{
    char *out = arena_alloc(arena, key.length + 1);
    size_t at = 0, length = 0;
    struct view word;
    if (!out) {
        return (struct view){NULL, 0};
    }
    while ((word = name_next_word(key, &at)).data) {
        bool middle = length > 0 && at < key.length;
        if (middle && word.length == 1) {
            continue;
        }
        if (length > 0) {
            out[length++] = ' ';
        }
        memcpy(out + length, word.data, word.length);
        length += word.length;
    }
    return (struct view){out, length};
}

static bool link_people(struct merging *merging, struct view (*key_of)(struct view, struct arena *), link_run *run)
{
    struct links links = {0};
    for (size_t i = 0; i < merging->part_count; i++) {
        const struct part *part = &merging->parts[i];
        if (part->type != ENTITY_PERSON || part->total == 0 || !memchr(part->key.data, ' ', part->key.length)) {
            continue;
        }
        struct view key = key_of(part->key, merging->arena);
        if (!key.data || !add_link(merging, &links, key, LINK_NAME, (int32_t)i)) {
            return false;
        }
    }
    return each_run(merging, &links, run);
}

bool merge_link_parts(struct merging *merging)
{
    return link_identifiers(merging) && link_aliases(merging) && link_people(merging, name_sound, join_spellings) &&
           link_people(merging, without_initials, join_initials);
}
