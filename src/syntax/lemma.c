/* lemma.c: looking up and applying lemma rules. */
#include "syntax/lemma.h"

#include "base/utf8.h"
#include "model/linear.h"

_Static_assert(sizeof(struct lemma_rule) == 32, "rules are read in place");

#define LEMMA_BYTES 1024 /* a longer form is its own lemma */

int lemma_open(struct lemmas *lemmas, const struct model *model, struct hearsay_error *error)
{
    struct view section = model_section(model, LEMMA_SECTION);
    const struct lemma_header *header = (const struct lemma_header *)(const void *)section.data;
    uint64_t size;

    if (!section.data || section.length < sizeof *header)
        return error_set(error, HEARSAY_ERROR_INPUT, "model", "", "the model has no table \"%s\"", LEMMA_SECTION);
    size = sizeof *header + (uint64_t)header->rule_count * sizeof(struct lemma_rule) +
           (uint64_t)header->slot_count * sizeof(struct lemma_slot);
    if (section.length < size || header->slot_count == 0 || (header->slot_count & (header->slot_count - 1)) != 0)
        return error_set(error, HEARSAY_ERROR_INPUT, "model", "", "table \"%s\" is damaged", LEMMA_SECTION);
    lemmas->rule_count = header->rule_count;
    lemmas->slot_count = header->slot_count;
    lemmas->rules = (const struct lemma_rule *)(const void *)(header + 1);
    lemmas->slots = (const struct lemma_slot *)(const void *)(lemmas->rules + header->rule_count);
    return 0;
}

uint64_t lemma_key(const struct word *word, const struct token *token, unsigned level)
{
    uint64_t tag = (uint64_t)token->upos << 8 | token->xpos;
    uint64_t value = level == 0                  ? 0
                     : level <= WORD_SUFFIXES    ? word->suffix[level - 1]
                     : level == LEMMA_LEVELS - 1 ? word->form
                                                 : word->lower;

    return linear_feature3(level + 1, value, tag, level);
}

/* The rule of a key, or -1. */
static int32_t lookup(const struct lemmas *lemmas, uint64_t key)
{
    uint32_t mask = lemmas->slot_count - 1, fingerprint = (uint32_t)(key >> 32) | 1;

    /* A damaged table may have no free slot: never look at one twice. */
    for (uint32_t i = 0; i <= mask; i++) {
        const struct lemma_slot *slot = &lemmas->slots[((uint32_t)key + i) & mask];
        if (slot->fingerprint == fingerprint)
            return slot->rule < lemmas->rule_count ? (int32_t)slot->rule : -1;
        if (slot->fingerprint == 0)
            return -1;
    }
    return -1;
}

int32_t lemma_rule_of(const struct lemmas *lemmas, const struct word *word, const struct token *token, unsigned *level)
{
    int32_t rule = -1;

    while (rule < 0 && *level > 0)
        rule = lookup(lemmas, lemma_key(word, token, --*level));
    return rule;
}

/* The form in the rule's case, into `out`; false where it does not fit. */
static bool change_case(enum lemma_case letter_case, struct view form, char *out, size_t room, size_t *length)
{
    size_t at = 0, written = 0;

    while (at < form.length) {
        bool first = at == 0;
        uint32_t code = utf8_decode(form, at, &at);
        if (letter_case == LEMMA_LOWER || (letter_case == LEMMA_TITLE && !first))
            code = utf8_to_lower(code);
        if (written + 4 > room)
            return false;
        written += utf8_encode(code, out + written);
    }
    *length = written;
    return true;
}

bool lemma_apply(const struct lemma_rule *rule, struct view form, char *out, size_t room, size_t *length)
{
    size_t written;

    if (rule->length > LEMMA_APPEND_BYTES ||
        !change_case((enum lemma_case)rule->letter_case, form, out, room, &written))
        return false;
    for (unsigned cut = 0; cut < rule->cut; cut++) {
        if (written == 0)
            return false;
        do
            written--;
        while (written > 0 && ((unsigned char)out[written] & 0xC0) == 0x80);
    }
    if (written + rule->length == 0 || written + rule->length > room)
        return false;
    memcpy(out + written, rule->append, rule->length);
    *length = written + rule->length;
    return true;
}

static bool is_inflected_verb(const struct token *token)
{
    return token->xpos == XPOS_VBD || token->xpos == XPOS_VBN || token->xpos == XPOS_VBG || token->xpos == XPOS_VBZ;
}

static bool is_known(const struct clusters *clusters, const char *word, size_t length)
{
    return clusters_of(clusters, (struct view){word, length}) != 0;
}

/* Puts right what an ending cannot tell: whether a verb's lemma ends in "e", or in one consonant where the form has
 * two. buffer has room for one byte more. Returns the length. */
static size_t settle_verb(const struct clusters *clusters, char *buffer, size_t length)
{
    if (length < 3 || is_known(clusters, buffer, length))
        return length;
    buffer[length] = 'e';
    if (is_known(clusters, buffer, length + 1))
        return length + 1;
    if ((buffer[length - 1] == 'e' || buffer[length - 1] == buffer[length - 2]) &&
        is_known(clusters, buffer, length - 1))
        return length - 1;
    return length;
}

int lemma_set(const struct lemmas *lemmas, const struct word *word, const struct clusters *clusters,
              struct token *token, struct arena *arena)
{
    static const struct lemma_rule lower = {.letter_case = LEMMA_LOWER};
    struct view form = token_form(token), lemma = form;
    unsigned level = LEMMA_LEVELS;
    int32_t index = lemma_rule_of(lemmas, word, token, &level);
    const struct lemma_rule *rule = index < 0 ? &lower : &lemmas->rules[index];
    char buffer[LEMMA_BYTES];
    size_t length;

    if (lemma_apply(rule, form, buffer, sizeof buffer - 1, &length)) {
        bool part;
        if (level <= WORD_SUFFIXES && is_inflected_verb(token))
            length = settle_verb(clusters, buffer, length);
        part = length <= form.length && memcmp(buffer, form.data, length) == 0;
        lemma = part ? view_slice(form, 0, length) : arena_copy(arena, (struct view){buffer, length});
        if (!lemma.data)
            return HEARSAY_ERROR_MEMORY;
    }
    token->lemma = lemma.data;
    token->lemma_length = (uint16_t)lemma.length;
    return 0;
}
