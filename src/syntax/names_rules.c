/* names_rules.c: the rules, each of one kind of word.
 *
 * - An organisation of three words and more that the gazetteer has is one where the chain saw none of them.
 * - Acronyms joined by a hyphen or dash are one organisation: "IS-KP".
 * - "Housing Authority of Elmsford": the place after "of" is a part of the organisation's name, and so are capitals
 * that are no names, "League of Concerned Voters".
 * - "Ministry of Trade and Industry": so is what is coordinated with the words after "of", where it is no name itself.
 * - "Elm Street Foods, Inc.": so is the form of a company.
 * - An acronym in brackets behind an organisation is its short name, wherever else it stands: "(MpL)". So is one of its
 * initials, three at least.
 * - A word that is a place after "in" is one in the whole document, where nobody of it bears the name.
 * - Who writes without capitals writes places so, too: "i live in san francisco".
 * - Storms and ships have names that are people's and places': "Hurricane Lena", "the ferry Visby". They are no names
 * here, wherever else they stand by themselves. */
#include "syntax/names_rules.h"

#include <string.h>

#include "base/utf8.h"
#include "syntax/gazetteer.h"

enum { LEAST_KNOWN = 3, LEAST_INITIALS = 3, MOST_KNOWN = 64, LONGEST_ACRONYM = 10, LONGEST_FREE = 3 };

/* Tokens that tell of all others with their form. */
struct known_words {
    uint32_t tokens[MOST_KNOWN];
    uint32_t count;
};

static bool is_organisation(const struct token *token)
{
    return token->name == NAME_B_ORG || token->name == NAME_I_ORG;
}

static bool is_form(const struct token *token, const char *form)
{
    return view_is(token_form(token), form);
}

static bool is_form_of(const struct token *token, const char *const *forms)
{
    while (*forms && !is_form(token, *forms))
        forms++;
    return *forms != NULL;
}

static bool is_capitalised(const struct token *token)
{
    size_t next = 0;
    return token->form_length > 0 && utf8_is_upper(utf8_decode(token_form(token), 0, &next));
}

static void set_name(struct token *token, enum name_tag tag)
{
    if (!(token->given & GIVEN_NAME))
        token->name = tag;
}

static void add_to_organisation(struct token *tokens, uint32_t first, uint32_t end)
{
    for (uint32_t i = first; i < end; i++)
        set_name(&tokens[i], NAME_I_ORG);
}

static bool is_joint(const struct token *token)
{
    static const char *const joints[] = {"-", "\xe2\x80\x93", "\xe2\x80\x91", "\xe2\x80\x90", NULL};
    return is_form_of(token, joints);
}

/* One past the name that begins at a token. */
static uint32_t end_of_name(const struct token *tokens, uint32_t first, uint32_t end)
{
    uint32_t next = first + 1;
    while (next < end && name_tag_continues((enum name_tag)tokens[next].name))
        next++;
    return next;
}

/* ---- acronyms joined by a dash ---- */

/* Capitals all through: 2 for "KP", 1 for a lone "K", 0 for any other word. Letters beyond ASCII are none. */
static int acronym_size(const struct token *token)
{
    for (size_t i = 0; i < token->form_length; i++)
        if (token->form[i] < 'A' || token->form[i] > 'Z')
            return 0;
    return token->form_length > 1 ? 2 : token->form_length;
}

/* Whether a part of a joined acronym may belong to an organisation: nobody called it otherwise, and it is no country
 * ("US-EU"). */
static bool may_join(const struct token *token)
{
    const uint32_t other = GAZETTEER_BIT(COUNTRY) | GAZETTEER_BIT(DEMONYM);
    return (token->name == NAME_O || is_organisation(token)) && !(token->given & GIVEN_NAME) &&
           !(gazetteer_kinds(token_form(token)) & other);
}

/* Acronyms joined by a hyphen or dash name one organisation ("IS-KP", "PML-N"); tokens part them, and the chain, which
 * hardly ever saw the parts, may miss one. In a line of capitals nothing is known. */
static void join_acronyms(struct token *tokens, uint32_t count)
{
    bool small = false;
    for (uint32_t i = 0; i < count; i++)
        small = small || (tokens[i].form[0] >= 'a' && tokens[i].form[0] <= 'z');
    for (uint32_t i = 1; small && i + 1 < count; i++) {
        struct token *left = &tokens[i - 1], *right = &tokens[i + 1];
        if (!is_joint(&tokens[i]) || left->space_after || tokens[i].space_after || acronym_size(left) < 2 ||
            acronym_size(right) < 1 || !may_join(left) || !may_join(right))
            continue;
        left->name = left->name == NAME_I_ORG ? NAME_I_ORG : NAME_B_ORG;
        tokens[i].name = right->name = NAME_I_ORG;
    }
}

/* ---- organisations of the gazetteer ---- */

/* Tokens [first, next) are three words or more, hyphens aside, and none of a name. */
static bool is_overlooked(const struct token *tokens, uint32_t first, uint32_t next)
{
    uint32_t words = 0;
    for (uint32_t i = first; i < next; i++) {
        if (tokens[i].name != NAME_O)
            return false;
        words += !is_joint(&tokens[i]);
    }
    return words >= LEAST_KNOWN;
}

/* "the 1994 House of Representatives elections": the name of an event. */
static bool is_elected(const struct token *tokens, uint32_t next, uint32_t count)
{
    static const char *const events[] = {"election", "elections", "primary", "primaries", NULL};
    return next < count && is_form_of(&tokens[next], events);
}

static void find_known_organisations(struct token *tokens, uint32_t count)
{
    const uint32_t kinds = GAZETTEER_BIT(PARTY) | GAZETTEER_BIT(BODY) | GAZETTEER_BIT(COMPANY) | GAZETTEER_BIT(MEDIA) |
                           GAZETTEER_BIT(ARMED) | GAZETTEER_BIT(UNION) | GAZETTEER_BIT(SCHOOL) | GAZETTEER_BIT(CLUB);
    for (uint32_t i = 0; i < count; i++) {
        if (tokens[i].name != NAME_O || !is_capitalised(&tokens[i]))
            continue;
        struct gazetteer_match match = gazetteer_match(tokens + i, count - i);
        if (!(match.kinds & kinds) || !is_overlooked(tokens, i, i + match.count) ||
            is_elected(tokens, i + match.count, count))
            continue;
        set_name(&tokens[i], NAME_B_ORG);
        add_to_organisation(tokens, i + 1, i + match.count);
        i += match.count - 1;
    }
}

/* ---- where an organisation's name ends ---- */

/* One past the capitalised words from `first` that are no names and that no table knows, three at most; `first` where
 * the capitals go on. */
static uint32_t end_of_free_capitals(const struct token *tokens, uint32_t first, uint32_t count)
{
    uint32_t end = first;
    while (end < count && end - first < LONGEST_FREE && tokens[end].name == NAME_O && is_capitalised(&tokens[end]) &&
           gazetteer_match(tokens + end, count - end).count == 0)
        end++;
    bool whole = end == count || (tokens[end].name == NAME_O && !is_capitalised(&tokens[end]) &&
                                  !is_form(&tokens[end], "of") && !is_form(&tokens[end], "for"));
    return whole ? end : first;
}

/* "Authority" + "of (the)" + place or free capitals: one past them; `next`, the token after the name, where there are
 * none. */
static uint32_t end_of_seat(const struct token *tokens, uint32_t next, uint32_t count)
{
    if (next + 1 >= count || !is_form(&tokens[next], "of") ||
        !(gazetteer_kinds(token_form(&tokens[next - 1])) & GAZETTEER_BIT(ORGWORD)))
        return next;
    uint32_t place = next + 1 + (next + 2 < count && is_form(&tokens[next + 1], "the"));
    uint32_t end = tokens[place].name == NAME_B_LOC ? end_of_name(tokens, place, count)
                                                    : end_of_free_capitals(tokens, place, count);
    return end > place ? end : next;
}

static uint32_t end_of_company(const struct token *tokens, uint32_t next, uint32_t count)
{
    static const char *const forms[] = {"Inc",   "Inc.", "Ltd", "Ltd.", "LLC", "L.L.C.", "Corp",
                                        "Corp.", "PLC",  "plc", "GmbH", "LLP", "S.A.",   NULL};
    uint32_t form = next < count && is_form(&tokens[next], ",") ? next + 1 : next;
    return form < count && tokens[form].name == NAME_O && is_form_of(&tokens[form], forms) ? form + 1 : next;
}

/* The name [first, next) is that of a body with its field, one field so far: "Ministry of Trade". */
static bool has_field(const struct token *tokens, uint32_t first, uint32_t next)
{
    for (uint32_t i = first; i < next; i++)
        if (is_form(&tokens[i], "and"))
            return false;
    const uint32_t names = GAZETTEER_BIT(COUNTRY) | GAZETTEER_BIT(REGION) | GAZETTEER_BIT(CITY) | GAZETTEER_BIT(LAST);
    for (uint32_t i = first + 1; i + 1 < next; i++)
        if (is_form(&tokens[i], "of") || is_form(&tokens[i], "for"))
            return (gazetteer_kinds(token_form(&tokens[i - 1])) & GAZETTEER_BIT(ORGWORD)) &&
                   !(gazetteer_match(tokens + i + 1, next - i - 1).kinds & names);
    return false;
}

/* "and Industry" after a body with its field. */
static uint32_t end_of_field(const struct token *tokens, uint32_t first, uint32_t next, uint32_t count)
{
    if (next + 1 >= count || !is_form(&tokens[next], "and") || !has_field(tokens, first, next))
        return next;
    uint32_t end = end_of_free_capitals(tokens, next + 1, count);
    return end > next + 1 && !is_form(&tokens[next + 1], "The") ? end : next;
}

static void extend_organisations(struct token *tokens, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        if (tokens[i].name != NAME_B_ORG)
            continue;
        uint32_t next = end_of_name(tokens, i, count);
        uint32_t end = end_of_seat(tokens, next, count);
        end = end == next ? end_of_field(tokens, i, next, count) : end;
        end = end_of_company(tokens, end, count);
        add_to_organisation(tokens, next, end);
        i = end - 1;
    }
}

/* ---- acronyms in brackets ---- */

/* Two capitals and only letters, full stops and hyphens: "MpL", "U.S.G.", "ZANU-PF". */
static bool is_acronym(const struct token *token)
{
    size_t capitals = 0;
    for (size_t i = 0; i < token->form_length; i++) {
        unsigned char c = (unsigned char)token->form[i];
        bool letter = (c >= 'a' && c <= 'z') || c >= 0x80;
        capitals += c >= 'A' && c <= 'Z';
        if (!letter && !(c >= 'A' && c <= 'Z') && c != '.' && c != '-')
            return false;
    }
    return capitals >= 2 && token->form_length <= LONGEST_ACRONYM && is_capitalised(token);
}

/* What else stands in brackets behind an organisation: where it is, who speaks for it. */
static bool is_no_short_name(const struct token *token)
{
    static const char *const offices[] = {"MP", "M.P.", "MPs", "MEP", "MEPs", "MSP", "MSPs", "MLA",
                                          "TD", "TDs",  "CEO", "CFO", "COO",  "PhD", "TV",   NULL};
    const uint32_t places = GAZETTEER_BIT(COUNTRY) | GAZETTEER_BIT(REGION) | GAZETTEER_BIT(CITY);
    return is_form_of(token, offices) || (gazetteer_kinds(token_form(token)) & places);
}

static bool introduces_acronym(const struct token *tokens, uint32_t i, uint32_t end)
{
    static const char *const closing[] = {")", ";", ",", NULL};
    return i >= 2 && i + 1 < end && is_form(&tokens[i - 1], "(") && is_organisation(&tokens[i - 2]) &&
           is_acronym(&tokens[i]) && is_form_of(&tokens[i + 1], closing) && !is_no_short_name(&tokens[i]);
}

static bool knows(const struct known_words *known, const struct token *tokens, uint32_t i)
{
    for (uint32_t k = 0; k < known->count; k++)
        if (view_equal(token_form(&tokens[known->tokens[k]]), token_form(&tokens[i])))
            return true;
    return false;
}

static void learn(struct known_words *known, const struct token *tokens, uint32_t i)
{
    if (known->count < MOST_KNOWN && !knows(known, tokens, i))
        known->tokens[known->count++] = i;
}

/* A word by itself that is no name, or one of another type. */
static bool stands_alone(const struct token *tokens, uint32_t i, uint32_t end)
{
    return !name_tag_continues((enum name_tag)tokens[i].name) &&
           (i + 1 >= end || !name_tag_continues((enum name_tag)tokens[i + 1].name));
}

/* The organisation's name that ends before a token says what kind it is of: what its letters stand for is no thing. */
static bool tells_kind(const struct token *tokens, uint32_t end)
{
    uint32_t i = end;
    do {
        i--;
        if (gazetteer_kinds(token_form(&tokens[i])) & GAZETTEER_BIT(ORGWORD))
            return true;
    } while (i > 0 && tokens[i].name == NAME_I_ORG);
    return false;
}

static void find_acronyms(struct document *document, struct known_words *known)
{
    struct token *tokens = document->tokens;
    for (size_t s = 0; s < document->sentence_count; s++) {
        uint32_t end = document->sentences[s].first + document->sentences[s].count;
        for (uint32_t i = document->sentences[s].first + 2; i < end; i++) {
            if (introduces_acronym(tokens, i, end) && tokens[i].name != NAME_B_LOC && stands_alone(tokens, i, end)) {
                set_name(&tokens[i], NAME_B_ORG);
                if (tells_kind(tokens, i - 1))
                    learn(known, tokens, i);
            }
        }
    }
}

/* The capitals of the organisation's name that begins at a token are the letters of an acronym. */
static bool is_spelled_by(const struct token *tokens, uint32_t first, uint32_t end, struct view acronym)
{
    uint32_t next = end_of_name(tokens, first, end);
    size_t letters = 0;
    for (uint32_t i = first; i < next; i++) {
        if (!is_capitalised(&tokens[i]))
            continue;
        if (letters >= acronym.length || tokens[i].form[0] != acronym.data[letters])
            return false;
        letters++;
    }
    return letters == acronym.length && letters >= LEAST_INITIALS;
}

static void find_long_organisations(const struct document *document, struct known_words *known)
{
    uint32_t end = (uint32_t)document->token_count;
    for (uint32_t i = 0; i + LEAST_INITIALS < end; i++)
        if (document->tokens[i].name == NAME_B_ORG && end_of_name(document->tokens, i, end) >= i + LEAST_INITIALS &&
            tells_kind(document->tokens, end_of_name(document->tokens, i, end)))
            learn(known, document->tokens, i);
}

/* Acronyms that the chain took for no name, of organisations that the document names in full. */
static void find_initials(struct document *document)
{
    struct known_words names = {.count = 0};
    uint32_t end = (uint32_t)document->token_count;
    find_long_organisations(document, &names);
    for (uint32_t i = 0; names.count > 0 && i < end; i++) {
        struct token *token = &document->tokens[i];
        if (token->name != NAME_O || acronym_size(token) < 2 || token->form_length < LEAST_INITIALS)
            continue;
        for (uint32_t k = 0; k < names.count && token->name == NAME_O; k++)
            if (is_spelled_by(document->tokens, names.tokens[k], end, token_form(token)))
                set_name(token, NAME_B_ORG);
    }
}

static void repeat_acronyms(struct document *document, const struct known_words *known)
{
    uint32_t end = (uint32_t)document->token_count;
    for (uint32_t i = 0; known->count > 0 && i < end; i++) {
        struct token *token = &document->tokens[i];
        bool other = token->name == NAME_O || token->name == NAME_B_PER || token->name == NAME_B_LOC;
        if (other && is_acronym(token) && stands_alone(document->tokens, i, end) && knows(known, document->tokens, i))
            set_name(token, NAME_B_ORG);
    }
}

/* ---- places that were taken for persons ---- */

/* A place of one word after "in" or "near" that no table knows. */
static bool is_new_place(const struct token *tokens, uint32_t i, uint32_t end)
{
    static const char *const locative[] = {"in", "In", "near", "Near", NULL};
    return tokens[i].name == NAME_B_LOC && stands_alone(tokens, i, end) && is_form_of(&tokens[i - 1], locative) &&
           !(gazetteer_kinds(token_form(&tokens[i])) & (GAZETTEER_BIT(FIRST) | GAZETTEER_BIT(LAST)));
}

static bool is_in_name_of_person(const struct token *tokens, uint32_t i, uint32_t end)
{
    bool person = tokens[i].name == NAME_B_PER || tokens[i].name == NAME_I_PER;
    bool titled = i > 0 && (gazetteer_kinds(token_form(&tokens[i - 1])) & GAZETTEER_BIT(TITLE));
    return person && (titled || !stands_alone(tokens, i, end));
}

/* Forgets the words that somebody of the document is called by. */
static void drop_persons(struct document *document, struct known_words *known)
{
    for (uint32_t i = 0; known->count > 0 && i < document->token_count; i++) {
        if (!is_in_name_of_person(document->tokens, i, (uint32_t)document->token_count))
            continue;
        uint32_t kept = 0;
        for (uint32_t k = 0; k < known->count; k++)
            if (!view_equal(token_form(&document->tokens[known->tokens[k]]), token_form(&document->tokens[i])))
                known->tokens[kept++] = known->tokens[k];
        known->count = kept;
    }
}

static void settle_places(struct document *document)
{
    struct known_words places = {.count = 0};
    uint32_t end = (uint32_t)document->token_count;
    for (uint32_t i = 1; i < end; i++)
        if (is_new_place(document->tokens, i, end))
            learn(&places, document->tokens, i);
    drop_persons(document, &places);
    for (uint32_t i = 0; places.count > 0 && i < end; i++)
        if (document->tokens[i].name == NAME_B_PER && stands_alone(document->tokens, i, end) &&
            knows(&places, document->tokens, i))
            set_name(&document->tokens[i], NAME_B_LOC);
}

/* ---- places in small letters ---- */

/* The sentence begins in small letters or has the word "i": its writer leaves capitals out. */
static bool is_informal(const struct token *tokens, uint32_t count)
{
    bool small = count > 0 && tokens[0].form_length > 0 && tokens[0].form[0] >= 'a' && tokens[0].form[0] <= 'z';
    for (uint32_t i = 1; i < count && !small; i++)
        small = is_form(&tokens[i], "i");
    return small;
}

/* Places that are common words as well. */
static bool is_common_word(const struct token *token)
{
    static const char *const words[] = {
        "nice",     "white",     "fish",   "snake",     "male",    "balance",   "centre",  "wedding", "green",
        "forth",    "spring",    "worms",  "sale",      "wake",    "milk",      "chosen",  "cancer",  "village",
        "metro",    "superior",  "temple", "continent", "crab",    "twin",      "bull",    "turkey",  "delta",
        "angel",    "reef",      "cork",   "bale",      "fleet",   "jersey",    "upland",  "springs", "woodland",
        "cascades", "paramount", "china",  "bath",      "salmon",  "reservoir", "bell",    "mobile",  "sunrise",
        "mentor",   "reading",   "split",  "orange",    "chad",    "hope",      "buffalo", "phoenix", "hull",
        "deal",     "march",     "rugby",  "sandwich",  "liberal", NULL};
    return token->form_length < 4 || is_form_of(token, words);
}

/* Whether `words` words, each with a capital, are a known place. */
static bool is_place_in_capitals(const struct token *tokens, uint32_t words)
{
    char phrase[64];
    size_t length = 0;
    for (uint32_t i = 0; i < words; i++) {
        struct view form = token_form(&tokens[i]);
        bool small = form.length > 0 && form.data[0] >= 'a' && form.data[0] <= 'z' && tokens[i].name == NAME_O;
        if (!small || length + form.length + 1 > sizeof phrase)
            return false;
        memcpy(phrase + length, form.data, form.length);
        phrase[length] = (char)(phrase[length] - 'a' + 'A');
        length += form.length;
    }
    const uint32_t places = GAZETTEER_BIT(COUNTRY) | GAZETTEER_BIT(REGION) | GAZETTEER_BIT(CITY);
    return gazetteer_kinds((struct view){phrase, length}) & places;
}

static void find_small_places(struct token *tokens, uint32_t count)
{
    static const char *const before[] = {"in", "from", "to", "near", "around", "visit", NULL};
    if (!is_informal(tokens, count))
        return;
    for (uint32_t i = 1; i < count; i++) {
        bool after_place = tokens[i - 1].name == NAME_B_LOC || tokens[i - 1].name == NAME_I_LOC;
        bool noun = tokens[i].upos == UPOS_NOUN || tokens[i].upos == UPOS_PROPN || tokens[i].upos == UPOS_ADJ;
        if (!noun || !(after_place || is_form_of(&tokens[i - 1], before)))
            continue;
        uint32_t words = i + 1 < count && is_place_in_capitals(tokens + i, 2)                 ? 2
                         : !is_common_word(&tokens[i]) && is_place_in_capitals(tokens + i, 1) ? 1
                                                                                              : 0;
        for (uint32_t k = 0; k < words; k++)
            set_name(&tokens[i + k], k == 0 ? NAME_B_LOC : NAME_I_LOC);
    }
}

/* ---- storms and ships ---- */

static bool is_storm(const struct token *token)
{
    static const char *const storms[] = {"Hurricane", "Typhoon", "Cyclone", "hurricane", "typhoon", "cyclone", NULL};
    return is_form_of(token, storms);
}

static bool is_vessel(const struct token *token)
{
    static const char *const vessels[] = {"ship",       "tanker",    "vessel",    "ferry",     "frigate",
                                          "submarine",  "yacht",     "trawler",   "warship",   "cruiser",
                                          "icebreaker", "schooner",  "steamer",   "freighter", "tugboat",
                                          "sailboat",   "steamship", "destroyer", NULL};
    return is_form_of(token, vessels);
}

static bool is_prefix_of_ship(const struct token *token)
{
    static const char *const prefixes[] = {"USS", "HMS", "MV", "M/V", "MT", "RMS", "HMAS", "HMCS", NULL};
    return is_form_of(token, prefixes);
}

/* ", a Swedish tanker". */
static bool is_called_vessel(const struct token *tokens, uint32_t next, uint32_t end)
{
    static const char *const articles[] = {"a", "an", "the", NULL};
    if (next + 2 >= end || !is_form(&tokens[next], ",") || !is_form_of(&tokens[next + 1], articles))
        return false;
    uint32_t noun = next + 2;
    while (noun < end && (tokens[noun].upos == UPOS_ADJ || tokens[noun].upos == UPOS_NOUN) && !is_vessel(&tokens[noun]))
        noun++;
    return noun < end && is_vessel(&tokens[noun]) && (noun + 1 >= end || tokens[noun + 1].upos != UPOS_NOUN);
}

/* The name [first, next) is that of a storm or ship by the words at it. */
static bool is_of_thing(const struct token *tokens, uint32_t first, uint32_t next, uint32_t end)
{
    const struct token *before = first > 0 ? &tokens[first - 1] : NULL;
    return is_storm(&tokens[first]) || is_prefix_of_ship(&tokens[first]) ||
           (before && (is_storm(before) || is_vessel(before) || is_prefix_of_ship(before))) ||
           is_called_vessel(tokens, next, end);
}

static void clear_name(struct token *tokens, uint32_t first, uint32_t next)
{
    for (uint32_t i = first; i < next; i++)
        set_name(&tokens[i], NAME_O);
}

/* Takes the names of storms and ships out of a sentence and learns their last words. */
static void clear_things(struct document *document, const struct sentence *sentence, struct known_words *things)
{
    struct token *tokens = document->tokens + sentence->first;
    for (uint32_t i = 0; i < sentence->count; i++) {
        if (!name_tag_begins((enum name_tag)tokens[i].name) || tokens[i].name == NAME_B_DEM)
            continue;
        uint32_t next = end_of_name(tokens, i, sentence->count);
        if (is_of_thing(tokens, i, next, sentence->count)) {
            clear_name(tokens, i, next);
            learn(things, document->tokens, sentence->first + next - 1);
        }
    }
}

static void clear_repeated_things(struct document *document, const struct known_words *things)
{
    uint32_t end = (uint32_t)document->token_count;
    for (uint32_t i = 0; things->count > 0 && i < end; i++) {
        const struct token *token = &document->tokens[i];
        if (name_tag_begins((enum name_tag)token->name) && stands_alone(document->tokens, i, end) &&
            token->name != NAME_B_DEM && knows(things, document->tokens, i))
            set_name(&document->tokens[i], NAME_O);
    }
}

void names_apply_rules(struct document *document)
{
    struct known_words acronyms = {.count = 0}, things = {.count = 0};
    for (size_t i = 0; i < document->sentence_count; i++) {
        struct token *tokens = document->tokens + document->sentences[i].first;
        join_acronyms(tokens, document->sentences[i].count);
        find_known_organisations(tokens, document->sentences[i].count);
        extend_organisations(tokens, document->sentences[i].count);
        find_small_places(tokens, document->sentences[i].count);
    }
    find_acronyms(document, &acronyms);
    repeat_acronyms(document, &acronyms);
    find_initials(document);
    settle_places(document);
    for (size_t i = 0; i < document->sentence_count; i++)
        clear_things(document, &document->sentences[i], &things);
    drop_persons(document, &things);
    clear_repeated_things(document, &things);
}
