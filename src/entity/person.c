/* person.c: persons of a document, each once.
 *
 * - A name is short for a longer one when its words are among the longer one's, in order, ending in the same surname;
 * an initial stands for a word, and spelling variants count as the same ("Zelensky", "Zelenskyy"). It joins when there
 * is one such person.
 * - A single word that is nobody's surname joins the one person introduced before whose name begins with it ("Xi",
 * "Maria"), then the one who has it in the middle ("Garcia" for "Gabriel Garcia Marquez").
 * - In "Peter and Anna Holm" Peter is a Holm, too.
 * - Where several persons fit, each mention decides for itself: by its title (Mrs. Clinton), by the one of them who has
 * been introduced so far, by who was called so before the others came up. Else the name stays a person of its own: two
 * people are never made one. Longer names come first, so that the order in the text does not matter to them. */
#include "entity/resolver.h"

#include <stdlib.h>

enum { NOBODY = -1, SEVERAL = -2, MOST_CANDIDATES = 32, MOST_LOOKED_BACK = 500 };

/* What follows a name to tell people of one name apart. */
enum suffix { SUFFIX_NONE, SUFFIX_JUNIOR, SUFFIX_SENIOR, SUFFIX_SECOND, SUFFIX_THIRD, SUFFIX_FOURTH };

/* A different name of a person in the document. */
struct person_name {
    struct view key;   /* suffixes (Jr.) left out */
    struct view sound; /* spelling variants are alike */
    enum suffix suffix;
    size_t words;
    size_t first_draft;
    int32_t entity;      /* NOBODY, SEVERAL */
    int32_t established; /* of several, who was called so when there was only one */
};

struct persons {
    struct resolver *resolver;
    struct person_name *names;
    size_t name_count;
    struct name_map by_key;      /* key -> name */
    struct name_map surnames;    /* sound of the last word -> entities */
    struct name_map first_words; /* sound of the first word -> entities */
    struct name_map middles;     /* sound of a word between -> entities */
};

static enum suffix suffix_of(struct view key)
{
    static const struct {
        const char *word;
        enum suffix suffix;
        size_t least_words; /* of the name: "Elizabeth II" is whole */
    } suffixes[] = {{"jr", SUFFIX_JUNIOR, 2},     {"junior", SUFFIX_JUNIOR, 3}, {"sr", SUFFIX_SENIOR, 2},
                    {"senior", SUFFIX_SENIOR, 3}, {"ii", SUFFIX_SECOND, 3},     {"iii", SUFFIX_THIRD, 3},
                    {"iv", SUFFIX_FOURTH, 3}};
    struct view last = name_last_word(key);
    for (size_t i = 0; i < sizeof suffixes / sizeof *suffixes; i++) {
        if (view_is(last, suffixes[i].word) && name_word_count(key) >= suffixes[i].least_words) {
            return suffixes[i].suffix;
        }
    }
    return SUFFIX_NONE;
}

static struct view without_suffix(struct view key)
{
    while (suffix_of(key) != SUFFIX_NONE) {
        key.length -= name_last_word(key).length + 1;
    }
    return key;
}

/* A father may be called without his suffix where the son is called with it, and a king without his number; a full name
 * that lacks a "Jr." is the father's. */
static bool suffixes_agree(enum suffix name, enum suffix other)
{
    bool junior = name == SUFFIX_JUNIOR || other == SUFFIX_JUNIOR;
    return name == other || (!junior && (name == SUFFIX_NONE || other == SUFFIX_NONE));
}

static bool words_agree(struct view shorter, struct view longer)
{
    if (shorter.length == 1 || longer.length == 1) {
        return shorter.data[0] == longer.data[0];
    }
    return view_equal(shorter, longer);
}

/* The words of `shorter` are among those of `longer`, in order. Both are sounds. */
static bool is_short_for(struct view shorter, struct view longer)
{
    size_t at = 0;
    size_t in = 0;
    for (struct view word = name_next_word(shorter, &at); word.data; word = name_next_word(shorter, &at)) {
        struct view other;
        do {
            other = name_next_word(longer, &in);
        } while (other.data && !words_agree(word, other));
        if (!other.data) {
            return false;
        }
    }
    return view_equal(name_last_word(shorter), name_last_word(longer));
}

/* Keeps the candidate when it is the only one. */
static int32_t choose(int32_t chosen, int32_t candidate)
{
    return chosen == NOBODY || chosen == candidate ? candidate : SEVERAL;
}

/* A name fits a person: short for theirs, and what follows it says nothing else. */
static bool is_name_of(const struct persons *all, const struct person_name *name, int32_t person)
{
    const struct resolver *resolver = all->resolver;
    const struct entity_facts *facts = &resolver->index->facts[person];
    enum suffix suffix = suffix_of(resolver->drafts[facts->draft].key);
    bool family_name = name->words == 1 && name->suffix == SUFFIX_NONE;
    return is_short_for(name->sound, facts->key) && (family_name || suffixes_agree(name->suffix, suffix));
}

/* The one person in a list whose name this one is short for; `loose` asks for the list alone. */
static int32_t find_one(const struct persons *all, const struct name_map *map, struct view word,
                        const struct person_name *name, bool loose)
{
    int32_t chosen = NOBODY;
    int looked = 0;
    for (int32_t node = name_map_find(map, word); node >= 0 && chosen != SEVERAL; node = map->nodes[node].next) {
        int32_t candidate = map->nodes[node].value;
        if (++looked > MOST_CANDIDATES) {
            return SEVERAL;
        }
        if (loose || is_name_of(all, name, candidate)) {
            chosen = choose(chosen, candidate);
        }
    }
    return chosen;
}

/* "Holm and his wife Anna": the first name of the person behind the family name alone, in one sentence, makes two. */
static bool has_first_name_behind(const struct persons *all, int32_t entity, size_t at)
{
    const struct resolver *resolver = all->resolver;
    struct view first = name_first_word(resolver->drafts[resolver->index->facts[entity].draft].key);
    const struct sentence *sentence = document_sentence_of(resolver->document, resolver->drafts[at].first);
    for (size_t i = at + 1; i < resolver->draft_count; i++) {
        const struct name_draft *draft = &resolver->drafts[i];
        if (draft->first >= sentence->first + sentence->count) {
            break;
        }
        if (draft->type == NAME_PERSON && view_equal(draft->key, first)) {
            return true;
        }
    }
    return false;
}

/* "Pratt is the sister of Spencer Pratt": a short name that stands in the sentence that introduces the longer one,
 * before it, is somebody else's. */
static bool is_told_apart(const struct persons *all, int32_t entity, const struct person_name *name)
{
    const struct resolver *resolver = all->resolver;
    size_t at = resolver->index->facts[entity].draft;
    uint32_t start = document_sentence_of(resolver->document, resolver->drafts[at].first)->first;
    while (at-- > 0 && resolver->drafts[at].first >= start) {
        if (view_equal(resolver->drafts[at].key, resolver->drafts[name->first_draft].key)) {
            return true;
        }
    }
    return has_first_name_behind(all, entity, name->first_draft);
}

/* First names and names in the middle count only after the person was introduced; a word that is no known first name
 * may be an Asian family name and come first. */
static bool was_introduced(const struct persons *all, int32_t entity, const struct person_name *name)
{
    uint32_t here = all->resolver->drafts[name->first_draft].first;
    return all->resolver->index->facts[entity].first_token < here || lexicon_first_name(name->key) == GENDER_UNKNOWN;
}

static int32_t find_person(const struct persons *all, const struct person_name *name)
{
    int32_t found = find_one(all, &all->surnames, name_last_word(name->sound), name, false);
    if (found >= 0 && name->words == 1 && is_told_apart(all, found, name)) {
        return NOBODY;
    }
    if (found != NOBODY || name->words > 1) {
        return found;
    }
    found = find_one(all, &all->first_words, name->sound, name, true);
    if (found == NOBODY && name->sound.length >= 4) {
        found = find_one(all, &all->middles, name->sound, name, true);
    }
    return found >= 0 && !was_introduced(all, found, name) ? NOBODY : found;
}

static bool index_person(struct persons *all, int32_t entity, struct view sound)
{
    struct arena *arena = all->resolver->arena;
    size_t at = 0;
    size_t words = name_word_count(sound);
    for (size_t i = 0; i < words; i++) {
        struct view word = name_next_word(sound, &at);
        struct name_map *map = i + 1 == words ? &all->surnames : i == 0 ? &all->first_words : &all->middles;
        if (!name_map_add(map, word, entity, arena)) {
            return false;
        }
    }
    return true;
}

/* The gender that a word after the first name tells: the ending of a Slavic, Icelandic, Greek or Lithuanian family
 * name, that of a patronymic, a Vietnamese or Semitic word between names. */
static enum gender word_gender(struct view word, bool last)
{
    static const struct {
        const char *ending;
        enum gender gender;
        bool last; /* of family names; else of words before them */
        bool whole;
    } endings[] = {
        {"ova", GENDER_FEMALE, true, false},    {"eva", GENDER_FEMALE, true, false},
        {"skaya", GENDER_FEMALE, true, false},  {"skaia", GENDER_FEMALE, true, false},
        {"skaja", GENDER_FEMALE, true, false},  {"nska", GENDER_FEMALE, true, false},
        {"wska", GENDER_FEMALE, true, false},   {"dottir", GENDER_FEMALE, true, false},
        {"poulou", GENDER_FEMALE, true, false}, {"iene", GENDER_FEMALE, true, false},
        {"poulos", GENDER_MALE, true, false},   {"ovna", GENDER_FEMALE, false, false},
        {"evna", GENDER_FEMALE, false, false},  {"ovich", GENDER_MALE, false, false},
        {"evich", GENDER_MALE, false, false},   {"thi", GENDER_FEMALE, false, true},
        {"bint", GENDER_FEMALE, false, true},   {"binti", GENDER_FEMALE, false, true},
        {"bin", GENDER_MALE, false, true},      {"ibn", GENDER_MALE, false, true},
    };
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        struct view ending = view_of(endings[i].ending);
        bool long_enough = endings[i].whole ? word.length == ending.length : word.length > ending.length + 2;
        if (endings[i].last == last && long_enough && view_ends(word, ending)) {
            return endings[i].gender;
        }
    }
    return GENDER_UNKNOWN;
}

/* What the words after the first tell. */
static enum gender surname_gender(struct view key)
{
    size_t words = name_word_count(key);
    size_t at = 0;
    enum gender gender = GENDER_UNKNOWN;
    name_next_word(key, &at);
    for (size_t i = 1; i < words && gender == GENDER_UNKNOWN; i++) {
        gender = word_gender(name_next_word(key, &at), i + 1 == words);
    }
    return words == 1 ? word_gender(key, true) : gender;
}

static enum gender name_gender(struct view key)
{
    struct view first = name_first_word(key);
    enum gender gender = lexicon_first_name(key);
    if (gender == GENDER_UNKNOWN && first.length == 1 && key.length > 2) { /* "J. Edgar Hoover" */
        gender = lexicon_first_name(view_slice(key, first.length + 1, key.length));
    }
    return gender == GENDER_UNKNOWN ? surname_gender(key) : gender;
}

static int32_t add_person(struct persons *all, const struct person_name *name)
{
    struct resolver *resolver = all->resolver;
    const struct name_draft *draft = &resolver->drafts[name->first_draft];
    int32_t entity = entity_add(resolver->set, ENTITY_PERSON, draft->text, draft->first, resolver->arena);
    if (entity < 0 || !index_person(all, entity, name->sound)) {
        return -1;
    }
    resolver->index->facts[entity].key = name->sound;
    resolver->index->facts[entity].gender = name_gender(name->key);
    resolver->index->facts[entity].draft = name->first_draft;
    return entity;
}

/* "Peter and Anna Holm": the first of two shares the family name of the second. NULL: this draft is not so named. */
static const struct name_draft *shares_name_with(const struct resolver *resolver, size_t at)
{
    const struct name_draft *draft = &resolver->drafts[at], *next = draft + 1;
    return at + 1 < resolver->draft_count && draft->type == NAME_PERSON && next->type == NAME_PERSON &&
                   draft->entity < 0 && name_word_count(draft->key) == 1 && name_word_count(next->key) > 1 &&
                   next->first == draft->last + 2 &&
                   token_is_word(&resolver->document->tokens[draft->last + 1], "and") &&
                   lexicon_first_name(draft->key) != GENDER_UNKNOWN && lexicon_first_name(next->key) != GENDER_UNKNOWN
               ? next
               : NULL;
}

/* Somebody of this first name and another family name came before. */
static bool was_named_else(const struct resolver *resolver, size_t at)
{
    struct view family = name_last_word(resolver->drafts[at + 1].key);
    for (size_t i = at > MOST_LOOKED_BACK ? at - MOST_LOOKED_BACK : 0; i < at; i++) {
        struct view key = resolver->drafts[i].key;
        if (resolver->drafts[i].type == NAME_PERSON && name_word_count(key) > 1 &&
            view_equal(name_first_word(key), resolver->drafts[at].key) && !view_equal(name_last_word(key), family)) {
            return true;
        }
    }
    return false;
}

/* Completes the first names of couples. */
static bool complete_couples(struct resolver *resolver)
{
    for (size_t i = 0; i < resolver->draft_count; i++) {
        const struct name_draft *next = shares_name_with(resolver, i);
        if (next && !was_named_else(resolver, i)) {
            struct view family = name_last_word(without_suffix(next->key));
            resolver->drafts[i].key =
                arena_print(resolver->arena, "%.*s %.*s", VIEW_ARGS(resolver->drafts[i].key), VIEW_ARGS(family));
            if (!resolver->drafts[i].key.data) {
                return false;
            }
        }
    }
    return true;
}

static bool collect_names(struct persons *all)
{
    struct resolver *resolver = all->resolver;
    all->names = arena_array(resolver->arena, resolver->draft_count + 1, sizeof *all->names);
    for (size_t i = 0; all->names && i < resolver->draft_count; i++) {
        const struct name_draft *draft = &resolver->drafts[i];
        if (draft->type != NAME_PERSON || draft->entity >= 0 || name_map_find(&all->by_key, draft->key) >= 0) {
            continue;
        }
        struct view key = without_suffix(draft->key);
        struct view sound = name_sound(key, resolver->arena);
        all->names[all->name_count] =
            (struct person_name){key, sound, suffix_of(draft->key), name_word_count(key), i, NOBODY, NOBODY};
        if (!sound.data || !name_map_add(&all->by_key, draft->key, (int32_t)all->name_count++, resolver->arena)) {
            return false;
        }
    }
    return all->names != NULL;
}

/* Longer names first, then in the order of the text. */
static int compare_names(const void *left, const void *right)
{
    const struct person_name *const *a = left;
    const struct person_name *const *b = right;
    if ((*a)->words != (*b)->words) {
        return (*a)->words > (*b)->words ? -1 : 1;
    }
    return ((*a)->first_draft > (*b)->first_draft) - ((*a)->first_draft < (*b)->first_draft);
}

static bool resolve_by_name(struct persons *all)
{
    struct person_name **order = arena_array(all->resolver->arena, all->name_count + 1, sizeof *order);
    if (!order) {
        return false;
    }
    for (size_t i = 0; i < all->name_count; i++) {
        order[i] = &all->names[i];
    }
    qsort(order, all->name_count, sizeof *order, compare_names);
    for (size_t i = 0; i < all->name_count; i++) {
        struct person_name *name = order[i];
        name->entity = find_person(all, name);
        if (name->entity == NOBODY || (name->entity == SEVERAL && name->words > 1)) {
            name->entity = add_person(all, name);
            if (name->entity < 0) {
                return false;
            }
        } else if (name->entity >= 0 && all->resolver->index->facts[name->entity].gender == GENDER_UNKNOWN) {
            all->resolver->index->facts[name->entity].gender = name_gender(name->key);
        }
        if (name->entity >= 0) {
            struct entity_facts *facts = &all->resolver->index->facts[name->entity];
            uint32_t here = all->resolver->drafts[name->first_draft].first;
            facts->first_token = here < facts->first_token ? here : facts->first_token;
        }
    }
    return true;
}

/* The gender that the words before a mention tell: "Mrs. Clinton", "actress Foster". */
static enum gender gender_before(const struct document *document, uint32_t token)
{
    if (token == document_sentence_of(document, token)->first) {
        return GENDER_UNKNOWN;
    }
    enum gender gender = lexicon_title_gender(token_form(&document->tokens[token - 1]));
    const struct noun *noun = gender == GENDER_UNKNOWN ? token_noun(document, token - 1) : NULL;
    return noun && (noun->classes & NOUN_ROLE) ? noun->gender : gender;
}

/* The one of several namesakes, all of this gender, who was introduced before a mention. */
static int32_t find_introduced_of(const struct persons *all, const struct name_draft *draft, struct view sound,
                                  const enum gender *gender, int32_t nameless)
{
    const struct entity_index *index = all->resolver->index;
    const struct name_map *map = name_map_find(&all->surnames, sound) >= 0 ? &all->surnames : &all->first_words;
    int32_t introduced = NOBODY;
    int looked = 0;
    for (int32_t node = name_map_find(map, sound); node >= 0 && looked++ < MOST_CANDIDATES;
         node = map->nodes[node].next) {
        int32_t entity = map->nodes[node].value;
        const struct entity_facts *facts = &index->facts[entity];
        bool fits = !gender || facts->gender == *gender;
        if (fits && facts->first_token < draft->first && entity != nameless) {
            introduced = choose(introduced, entity);
        }
    }
    return introduced;
}

/* The one of several namesakes who was introduced before a mention and is of the gender its title tells, or at least
 * not known to be of the other. */
static int32_t find_introduced(const struct persons *all, const struct name_draft *draft, struct view sound,
                               enum gender gender, int32_t nameless)
{
    static const enum gender unknown = GENDER_UNKNOWN;
    int32_t introduced = find_introduced_of(all, draft, sound, gender == GENDER_UNKNOWN ? NULL : &gender, nameless);
    return introduced == NOBODY && gender != GENDER_UNKNOWN ? find_introduced_of(all, draft, sound, &unknown, nameless)
                                                            : introduced;
}

/* The namesake who is introduced first, after this mention: headlines and first lines give the surname alone. */
static int32_t find_next(const struct persons *all, const struct person_name *name, int32_t nameless)
{
    int32_t first = NOBODY;
    int looked = 0;
    for (int32_t node = name_map_find(&all->surnames, name_last_word(name->sound));
         node >= 0 && looked++ < MOST_CANDIDATES; node = all->surnames.nodes[node].next) {
        int32_t entity = all->surnames.nodes[node].value;
        const struct entity_facts *facts = all->resolver->index->facts;
        bool sooner = first < 0 || facts[entity].first_token < facts[first].first_token;
        if (entity != nameless && sooner && !is_told_apart(all, entity, name)) {
            first = entity;
        }
    }
    return first;
}

/* Which of several namesakes a mention means. Who was called by the name alone before another of that name came up goes
 * on being called so: writers give the newcomer the first name. `nameless` is the person of its own that unclear
 * mentions became. */
static int32_t choose_namesake(struct persons *all, const struct name_draft *draft, struct person_name *name,
                               int32_t nameless)
{
    enum gender gender = gender_before(all->resolver->document, draft->first);
    int32_t chosen = find_introduced(all, draft, name_last_word(name->sound), gender, nameless);
    if (chosen == NOBODY && gender == GENDER_UNKNOWN) {
        chosen = find_next(all, name, nameless);
    }
    if (chosen >= 0 && gender == GENDER_UNKNOWN) {
        name->established = chosen;
    }
    if (chosen == SEVERAL && name->established >= 0) {
        bool fits = gender == GENDER_UNKNOWN || all->resolver->index->facts[name->established].gender == gender;
        chosen = fits ? name->established : chosen;
    }
    return chosen;
}

/* "Mr Holm" is not Anna Holm. */
static bool is_of_other_gender(const struct persons *all, const struct name_draft *draft)
{
    enum gender title = gender_before(all->resolver->document, draft->first);
    const struct entity_facts *facts = &all->resolver->index->facts[draft->entity];
    enum gender gender = name_gender(all->resolver->drafts[facts->draft].key);
    return title != GENDER_UNKNOWN && gender != GENDER_UNKNOWN && title != gender;
}

static bool resolve_mention(struct persons *all, struct name_draft *draft)
{
    struct person_name *name = &all->names[name_map_value(&all->by_key, draft->key)];
    draft->entity = name->entity;
    if (draft->entity >= 0 && name->words == 1 && is_of_other_gender(all, draft)) {
        draft->entity = NOBODY;
    }
    int32_t known = name_map_value(&all->resolver->index->namesakes, name->key);
    if (draft->entity == SEVERAL) {
        draft->entity = choose_namesake(all, draft, name, known);
    }
    if (draft->entity < 0) {
        struct person_name own = *name;
        own.first_draft = (size_t)(draft - all->resolver->drafts);
        draft->entity = known >= 0 ? known : add_person(all, &own);
        if (draft->entity < 0 || (known < 0 && !name_map_add(&all->resolver->index->namesakes, name->key, draft->entity,
                                                             all->resolver->arena))) {
            return false;
        }
    }
    struct entity_facts *facts = &all->resolver->index->facts[draft->entity];
    enum gender gender = gender_before(all->resolver->document, draft->first);
    facts->gender = gender != GENDER_UNKNOWN ? gender : facts->gender;
    return true;
}

bool resolve_persons(struct resolver *resolver)
{
    struct persons all = {.resolver = resolver};
    if (!complete_couples(resolver) || !collect_names(&all) || !resolve_by_name(&all)) {
        return false;
    }
    for (size_t i = 0; i < resolver->draft_count; i++) {
        struct name_draft *draft = &resolver->drafts[i];
        if (draft->type == NAME_PERSON && draft->entity < 0 && !resolve_mention(&all, draft)) {
            return false;
        }
    }
    return true;
}
