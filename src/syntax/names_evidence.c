#include "syntax/names_evidence.h"

#include <stdlib.h>

#define XXH_INLINE_ALL
#include <xxhash.h>

struct entry {
    uint64_t word; /* 0: free */
    uint32_t counts[NAMES_EVIDENCE_KINDS];
};

struct names_evidence {
    struct entry *entries; /* open addressing, a power of two */
    size_t room, used;
};

#define FIRST_ROOM 1024
#define LARGE_ROOM 65536

struct names_evidence *names_evidence_new(void)
{
    struct names_evidence *evidence = calloc(1, sizeof *evidence);
    if (!evidence)
        return NULL;
    evidence->room = FIRST_ROOM;
    evidence->entries = calloc(evidence->room, sizeof *evidence->entries);
    if (evidence->entries)
        return evidence;
    free(evidence);
    return NULL;
}

void names_evidence_free(struct names_evidence *evidence)
{
    if (evidence)
        free(evidence->entries);
    free(evidence);
}

void names_evidence_clear(struct names_evidence *evidence)
{
    /* A table that one large document made large would be slow to empty for every small one after it. */
    if (evidence->room > LARGE_ROOM && evidence->used * 8 < evidence->room) {
        struct entry *smaller = calloc(FIRST_ROOM, sizeof *smaller);
        if (smaller) {
            free(evidence->entries);
            *evidence = (struct names_evidence){smaller, FIRST_ROOM, 0};
            return;
        }
    }
    memset(evidence->entries, 0, evidence->room * sizeof *evidence->entries);
    evidence->used = 0;
}

static struct entry *find(struct entry *entries, size_t room, uint64_t word)
{
    size_t slot = (size_t)(word >> 32) & (room - 1);
    while (entries[slot].word && entries[slot].word != word)
        slot = (slot + 1) & (room - 1);
    return &entries[slot];
}

static int grow(struct names_evidence *evidence)
{
    size_t room = evidence->room * 2;
    struct entry *entries = calloc(room, sizeof *entries);
    if (!entries)
        return HEARSAY_ERROR_MEMORY;
    for (size_t i = 0; i < evidence->room; i++)
        if (evidence->entries[i].word)
            *find(entries, room, evidence->entries[i].word) = evidence->entries[i];
    free(evidence->entries);
    evidence->entries = entries;
    evidence->room = room;
    return 0;
}

static uint32_t kind_of(uint8_t tag)
{
    return tag == NAME_O ? NAMES_EVIDENCE_KINDS - 1 : (uint32_t)name_tag_type((enum name_tag)tag);
}

int names_evidence_add(struct names_evidence *evidence, const struct names_word *words, const struct token *tokens,
                       uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        /* A capital at the start of a sentence or headline proves nothing. */
        if (!names_bears_evidence(&words[i]) ||
            (tokens[i].name == NAME_O && (words[i].capitals || words[i].word.flags & WORD_FIRST)))
            continue;
        if (evidence->used * 2 >= evidence->room && grow(evidence) != 0)
            return HEARSAY_ERROR_MEMORY;
        struct entry *entry = find(evidence->entries, evidence->room, words[i].word.form);
        evidence->used += entry->word == 0;
        entry->word = words[i].word.form;
        entry->counts[kind_of(tokens[i].name)]++;
    }
    return 0;
}

bool names_evidence_of(const struct names_evidence *evidence, const struct names_word *word, uint8_t tag,
                       uint32_t counts[NAMES_EVIDENCE_KINDS])
{
    if (!names_bears_evidence(word))
        return false;
    const struct entry *entry = find(evidence->entries, evidence->room, word->word.form);
    if (!entry->word)
        return false;
    uint32_t total = 0;
    memcpy(counts, entry->counts, sizeof entry->counts);
    if (counts[kind_of(tag)] > 0)
        counts[kind_of(tag)]--;
    for (uint32_t kind = 0; kind < NAMES_EVIDENCE_KINDS; kind++)
        total += counts[kind];
    return total > 0;
}

bool names_evidence_disputes(const struct names_evidence *evidence, const struct token *tokens, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++) {
        const struct token *token = &tokens[i];
        char first = token->form_length ? token->form[0] : ' ';
        if (first < 'A' || (first > 'Z' && (unsigned char)first < 0x80))
            continue; /* the words that bear evidence start with a capital */
        const struct entry *entry =
            find(evidence->entries, evidence->room, XXH3_64bits(token->form, token->form_length));
        uint32_t own = kind_of(token->name), others = 0;
        for (uint32_t kind = 0; kind < NAMES_EVIDENCE_KINDS; kind++)
            if (kind != own && entry->counts[kind] > others)
                others = entry->counts[kind];
        if (entry->word && others > 0 && others + 1 >= entry->counts[own])
            return true;
    }
    return false;
}
