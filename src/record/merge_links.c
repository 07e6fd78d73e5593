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

static bool add_link(struct merger *merger, struct links *links, struct view key, enum link_kind kind, int32_t part)
{
    struct link *items = arena_grow(merger->bunch, links->items, links->count, &links->capacity, sizeof *items);
    if (!items) {
        return false;
    }
    links->items = items;
    items[links->count++] = (struct link){key, merger->parts[part].type, kind, part};
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
typedef bool link_run(struct merger *merger, const struct link *links, size_t count);

static bool each_run(struct merger *merger, struct links *links, link_run *run)
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
        if (end - start > 1 && !run(merger, links->items + start, end - start)) {
            return false;
        }
    }
    arena_reset(merger->bunch); /* with the links and their keys */
    return true;
}

/* Whether a document has somebody of both and so tells them apart. */
static bool share_document(struct merger *merger, int32_t a, int32_t b)
{
    if (merger->parts[a].total > merger->parts[b].total) {
        int32_t other = a;
        a = b;
        b = other;
    }
    for (int32_t i = merger->parts[a].first; i >= 0; i = merger->members[i].next) {
        uint32_t record = merger->members[i].record;
        for (size_t j = merger->records[record].first; j < merge_record_end(merger, record); j++) {
            int32_t part = merger->members[j].part;
            if (part != NO_PART && merge_root(merger, part) == b) {
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

static bool may_join(struct merger *merger, int32_t a, int32_t b)
{
    if (!view_equal(generation(merger->parts[a].key), generation(merger->parts[b].key))) {
        return false;
    }
    a = merge_root(merger, a);
    b = merge_root(merger, b);
    return a != b && !merge_contradicts(&merger->parts[a].profile, &merger->parts[b].profile) &&
           !(merger->parts[a].type == ENTITY_PERSON && share_document(merger, a, b));
}

/* Both are known to be of one country. */
static bool same_country(struct merger *merger, int32_t a, int32_t b)
{
    const char *country = merger->parts[merge_root(merger, a)].profile.country;
    return country[0] && strcmp(country, merger->parts[merge_root(merger, b)].profile.country) == 0;
}

/* ---- Identifiers ---- */

static bool join_all(struct merger *merger, const struct link *links, size_t count)
{
    for (size_t i = 1; i < count; i++) {
        merge_join(merger, links[0].part, links[i].part);
    }
    return true;
}

static bool link_ids(struct merger *merger, struct links *links, const struct description *description, int32_t part)
{
    for (size_t i = 0; i < description->id_count; i++) {
        const struct entity_identifier *id = &description->ids[i];
        struct view key = arena_print(merger->bunch, "%.*s=%.*s", VIEW_ARGS(id->scheme), VIEW_ARGS(id->value));
        if (!key.data || !add_link(merger, links, key, LINK_NAME, part)) {
            return false;
        }
    }
    return true;
}

/* ---- Aliases ---- */

/* The one part of the other kind that this one may join; NO_PART where there is none, or two that are not one. */
static int32_t only_match(struct merger *merger, const struct link *links, size_t count, const struct link *link)
{
    int32_t match = NO_PART;
    for (size_t i = 0; i < count; i++) {
        bool meet = (links[i].kind == LINK_NAME) != (link->kind == LINK_NAME);
        bool brief = links[i].kind == LINK_SHORT || link->kind == LINK_SHORT;
        if (!meet || !may_join(merger, links[i].part, link->part) ||
            (brief && !same_country(merger, links[i].part, link->part))) {
            continue;
        }
        int32_t root = merge_root(merger, links[i].part);
        if (match != NO_PART && match != root) {
            return NO_PART;
        }
        match = root;
    }
    return match;
}

/* Joins a name with who has it as an alias where each is the other's only match. */
static bool join_aliases(struct merger *merger, const struct link *links, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (links[i].kind == LINK_NAME) {
            continue;
        }
        int32_t name = only_match(merger, links, count, &links[i]);
        for (size_t j = 0; name != NO_PART && j < count; j++) {
            bool meant = links[j].kind == LINK_NAME && merge_root(merger, links[j].part) == name;
            if (meant && only_match(merger, links, count, &links[j]) == merge_root(merger, links[i].part)) {
                merge_join(merger, links[i].part, links[j].part);
                break;
            }
        }
    }
    return true;
}

static bool link_aliases(struct merger *merger, struct links *links, const struct description *description,
                         int32_t part)
{
    for (size_t i = 0; i < description->alias_count; i++) {
        const struct known_alias *alias = &description->aliases[i];
        if (!add_link(merger, links, alias->key, alias->kind, part)) {
            return false;
        }
    }
    return true;
}

/* The names that aliases may be. */
static bool link_names(struct merger *merger, struct links *links)
{
    for (size_t i = 0; links->count > 0 && i < merger->part_count; i++) {
        const struct part *part = &merger->parts[i];
        bool named = part->type == ENTITY_PERSON || part->type == ENTITY_ORGANISATION;
        if (named && part->total > 0 && !add_link(merger, links, part->key, LINK_NAME, (int32_t)i)) {
            return false;
        }
    }
    return true;
}

/* ---- Spelling and initials ---- */

enum { MOST_SPELLINGS = 24 };

/* Joins those of one key that agree, unless a third agrees with one and not with the other. Unlike spellings, initials
 * that were left out need more than nothing against it: one country that both are known to be of. */
static void join_agreeing(struct merger *merger, const struct link *links, size_t count, bool known_country)
{
    bool agree[MOST_SPELLINGS][MOST_SPELLINGS] = {{false}};
    if (count > MOST_SPELLINGS) {
        return;
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < count; j++) {
            bool one = merge_root(merger, links[i].part) == merge_root(merger, links[j].part);
            bool told = !known_country || same_country(merger, links[i].part, links[j].part);
            agree[i][j] = one || (told && may_join(merger, links[i].part, links[j].part));
        }
    }
    for (size_t i = 0; i < count; i++) {
        for (size_t j = 0; j < i; j++) {
            if (agree[i][j] && memcmp(agree[i], agree[j], count * sizeof(bool)) == 0 &&
                may_join(merger, links[i].part, links[j].part)) {
                merge_join(merger, links[i].part, links[j].part);
            }
        }
    }
}

static bool join_spellings(struct merger *merger, const struct link *links, size_t count)
{
    join_agreeing(merger, links, count, false);
    return true;
}

/* "john f kennedy" and "john kennedy"; but where a name is there with two initials, which one lacks it is open. */
static bool join_initials(struct merger *merger, const struct link *links, size_t count)
{
    struct view initials = {NULL, 0};
    for (size_t i = 0; i < count; i++) {
        struct view key = merger->parts[links[i].part].key;
        if (key.length == links[0].key.length) {
            continue;
        }
        if (initials.data && !view_equal(initials, key)) {
            return true;
        }
        initials = key;
    }
    if (initials.data) {
        join_agreeing(merger, links, count, true);
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

static bool link_people(struct merger *merger, struct view (*key_of)(struct view, struct arena *), link_run *run)
{
    struct links links = {0};
    for (size_t i = 0; i < merger->part_count; i++) {
        const struct part *part = &merger->parts[i];
        if (part->type != ENTITY_PERSON || part->total == 0 || !memchr(part->key.data, ' ', part->key.length)) {
            continue;
        }
        struct view key = key_of(part->key, merger->bunch);
        if (!key.data || !add_link(merger, &links, key, LINK_NAME, (int32_t)i)) {
            return false;
        }
    }
    return each_run(merger, &links, run);
}

/* Adds the links of all members. A description says the same of each of its members, so that it is asked again only for
 * another part. */
static bool link_members(struct merger *merger, struct links *links,
                         bool (*add)(struct merger *, struct links *, const struct description *, int32_t part))
{
    for (size_t i = 0; i < merger->description_count; i++) {
        merger->descriptions[i].linked = NO_PART;
    }
    for (size_t i = 0; i < merger->member_count; i++) {
        const struct member *member = &merger->members[i];
        struct description *description = merge_description(merger, member);
        if (member->part == NO_PART || member->part == description->linked) {
            continue;
        }
        description->linked = member->part;
        if (!add(merger, links, description, member->part)) {
            return false;
        }
    }
    return true;
}

bool merge_link_parts(struct merger *merger)
{
    struct links ids = {0}, aliases = {0};
    return link_members(merger, &ids, link_ids) && each_run(merger, &ids, join_all) &&
           link_members(merger, &aliases, link_aliases) && link_names(merger, &aliases) &&
           each_run(merger, &aliases, join_aliases) && link_people(merger, name_sound, join_spellings) &&
           link_people(merger, without_initials, join_initials);
}
