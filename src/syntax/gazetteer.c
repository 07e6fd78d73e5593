#include "syntax/gazetteer.h"

/* Made by gazetteer.py: a hash table, open addressing, GAZETTEER_SLOTS a power of two. A slot holds the upper half of
 * the hash of a phrase's letters and digits and its kinds; the start of a longer phrase has GAZETTEER_MORE. Kinds 0 is
 * an empty slot. */
struct slot {
    uint32_t fingerprint;
    uint32_t kinds;
};
#define GAZETTEER_MORE (UINT32_C(1) << 31)
#include "syntax/gazetteer_table.h"

#define LONGEST_PHRASE 24 /* tokens */

/* FNV-1a, 64 bits (Fowler, Noll, Vo): it goes on byte by byte, so every start of a phrase has its hash on the way. */
#define FNV_BASIS UINT64_C(14695981039346656037)
#define FNV_PRIME UINT64_C(1099511628211)

static bool is_ascii_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool counts(char c)
{
    return is_ascii_upper(c) || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

/* Dashes and curly apostrophes are three bytes from E2 80 on; they count as little as their ASCII kin. */
static bool is_general_punctuation(struct view v, size_t at)
{
    return at + 2 < v.length && (unsigned char)v.data[at] == 0xE2 && (unsigned char)v.data[at + 1] == 0x80;
}

static uint64_t hash_on(uint64_t hash, struct view v, bool lower_rest)
{
    bool first = true;
    for (size_t i = 0; i < v.length; i++) {
        char c = v.data[i];
        if (is_general_punctuation(v, i)) {
            i += 2;
            continue;
        }
        if (!counts(c))
            continue;
        if (lower_rest && !first && is_ascii_upper(c))
            c = (char)(c + 32);
        hash = (hash ^ (unsigned char)c) * FNV_PRIME;
        first = false;
    }
    return hash;
}

static uint32_t look_up(uint64_t hash)
{
    hash ^= hash >> 29; /* FNV's upper bits are the better ones */
    uint32_t fingerprint = (uint32_t)(hash >> 32);
    for (uint32_t at = (uint32_t)hash;; at++) {
        const struct slot *slot = &gazetteer_slots[at & (GAZETTEER_SLOTS - 1)];
        if (slot->kinds == 0 || slot->fingerprint == fingerprint)
            return slot->kinds;
    }
}

static struct gazetteer_match longest(const struct token *tokens, uint32_t count, bool lower_rest)
{
    struct gazetteer_match match = {0};
    uint64_t hash = FNV_BASIS;
    for (uint32_t i = 0; i < count && i < LONGEST_PHRASE; i++) {
        uint64_t before = hash;
        hash = hash_on(hash, token_form(&tokens[i]), lower_rest);
        if (hash == before && i > 0)
            continue; /* a hyphen or quote mark inside */
        uint32_t kinds = look_up(hash);
        if (kinds & ~GAZETTEER_MORE)
            match = (struct gazetteer_match){i + 1, kinds & ~GAZETTEER_MORE};
        if (!(kinds & GAZETTEER_MORE))
            break;
    }
    return match;
}

static bool all_capitals(struct view v)
{
    size_t upper = 0;
    for (size_t i = 0; i < v.length; i++) {
        upper += is_ascii_upper(v.data[i]);
        if ((v.data[i] >= 'a' && v.data[i] <= 'z') || (unsigned char)v.data[i] >= 0x80)
            return false;
    }
    return upper > 1;
}

struct gazetteer_match gazetteer_match(const struct token *tokens, uint32_t count)
{
    struct view form = token_form(&tokens[0]);
    struct gazetteer_match none = {0};
    if (form.length == 0 || !counts(form.data[0]))
        return none;
    struct gazetteer_match match = longest(tokens, count, false);
    return match.count == 0 && all_capitals(form) ? longest(tokens, count, true) : match;
}

uint32_t gazetteer_kinds(struct view phrase)
{
    return look_up(hash_on(FNV_BASIS, phrase, false)) & ~GAZETTEER_MORE;
}
