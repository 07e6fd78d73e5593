/* build_document.h: a parsed document from a short notation, so that tests of entities need no model.
 *
 * Words are split by spaces, sentences by " | ". A word is FORM/UPOS/HEAD/DEPREL[/NAME]: HEAD counts from 1 in the
 * sentence, 0 is the root; NAME is a tag like B-PER. Lemma and XPOS follow from form and UPOS by rule. Words are
 * written with a space before them unless they are closing punctuation or 's. */
#ifndef HEARSAY_TESTS_BUILD_DOCUMENT_H
#define HEARSAY_TESTS_BUILD_DOCUMENT_H

#include "base/utf8.h"
#include "entity/entity.h"

#include <stdio.h>
#include <stdlib.h>

static inline bool form_is(struct view form, const char *const *list)
{
    for (; *list; list++) {
        if (view_is(form, *list)) {
            return true;
        }
    }
    return false;
}

static inline bool plural_form(struct view form)
{
    static const char *const odd[] = {"men", "women", "people", "children", NULL};
    static const char *const singular[] = {"boss", "Congress", "press", "His", "Texas",
                                           "Moss", "police",   "Paris", NULL};
    return form_is(form, odd) ||
           (form.length > 3 && view_ends(form, VIEW("s")) && !form_is(form, singular) && !view_ends(form, VIEW("ss")));
}

static inline enum xpos xpos_by_rule(struct view form, enum upos upos, enum deprel deprel)
{
    switch (upos) {
    case UPOS_NOUN:
        return plural_form(form) ? XPOS_NNS : XPOS_NN;
    case UPOS_PROPN:
        return plural_form(form) ? XPOS_NNPS : XPOS_NNP;
    case UPOS_ADJ:
        return XPOS_JJ;
    case UPOS_DET:
        return XPOS_DT;
    case UPOS_PART:
        return view_is(form, "'s") || view_is(form, "'") ? XPOS_POS : XPOS_TO;
    case UPOS_PRON:
        return deprel == DEPREL_NMOD_POSS                       ? XPOS_PRPS
               : view_is(form, "who") || view_is(form, "which") ? XPOS_WP
                                                                : XPOS_PRP;
    case UPOS_PUNCT:
        return view_is(form, ",") ? XPOS_COMMA : view_is(form, "-") ? XPOS_HYPH : XPOS_STOP;
    case UPOS_VERB:
        return XPOS_VBD;
    case UPOS_ADP:
        return XPOS_IN;
    default:
        return XPOS_CD;
    }
}

static inline struct view lower_form(struct arena *arena, struct view form)
{
    char *data = arena_alloc(arena, 2 * form.length + 4);
    size_t length = 0, next;
    for (size_t at = 0; at < form.length; at = next) {
        length += utf8_encode(utf8_to_lower(utf8_decode(form, at, &next)), data + length);
    }
    return (struct view){data, length};
}

static inline struct view lemma_by_rule(struct arena *arena, struct view form, enum upos upos)
{
    struct view lemma = upos == UPOS_PROPN ? form : lower_form(arena, form);
    bool plural = upos == UPOS_NOUN && plural_form(form);
    if (plural && view_ends(lemma, VIEW("ies"))) {
        return arena_print(arena, "%.*sy", (int)lemma.length - 3, lemma.data);
    }
    return plural && view_ends(lemma, VIEW("s")) ? view_slice(lemma, 0, lemma.length - 1) : lemma;
}

static inline bool no_space_before(struct view form)
{
    static const char *const closing[] = {".", ",", ";", ":", ")", "'s", "'", "?", "!", "-", NULL};
    return form_is(form, closing);
}

/* Reads one word's fields; the caller's notation is a literal, so a mistake in it ends the test. */
static inline void read_word(struct document *document, struct arena *arena, char *word, uint32_t sentence_first)
{
    char *fields[5] = {word, NULL, NULL, NULL, NULL};
    for (int i = 1; i < 5 && fields[i - 1]; i++) {
        char *slash = strchr(fields[i - 1], '/');
        if (slash) {
            *slash = 0;
            fields[i] = slash + 1;
        }
    }
    if (!fields[3]) {
        fprintf(stderr, "word without its fields: %s\n", word);
        abort();
    }
    struct token *token = &document->tokens[document->token_count++];
    struct view form = view_of(fields[0]);
    *token = (struct token){.form = form.data, .form_length = (uint16_t)form.length, .space_after = true};
    token->upos = (uint8_t)ud_upos_of(view_of(fields[1]));
    token->head = atoi(fields[2]) > 0 ? (int32_t)sentence_first + atoi(fields[2]) - 1 : -1;
    token->deprel = (uint8_t)ud_deprel_of(view_of(fields[3]));
    token->name = (uint8_t)(fields[4] ? ud_name_tag_of(view_of(fields[4])) : NAME_O);
    token->xpos = (uint8_t)xpos_by_rule(form, (enum upos)token->upos, (enum deprel)token->deprel);
    struct view lemma = lemma_by_rule(arena, form, (enum upos)token->upos);
    token->lemma = lemma.data;
    token->lemma_length = (uint16_t)lemma.length;
    token->first_child = token->next_sibling = -1;
}

static inline void link_sentence(struct document *document, const struct sentence *sentence)
{
    struct token *tokens = document->tokens;
    uint32_t end = sentence->first + sentence->count;
    for (uint32_t i = end; i-- > sentence->first;) {
        tokens[i].left_edge = tokens[i].right_edge = (int32_t)i;
        if (tokens[i].head >= 0) {
            tokens[i].next_sibling = tokens[tokens[i].head].first_child;
            tokens[tokens[i].head].first_child = (int32_t)i;
        }
    }
    for (uint32_t i = sentence->first; i < end; i++) {
        for (int32_t above = tokens[i].head; above >= 0; above = tokens[above].head) {
            tokens[above].left_edge = tokens[above].left_edge < (int32_t)i ? tokens[above].left_edge : (int32_t)i;
            tokens[above].right_edge = tokens[above].right_edge > (int32_t)i ? tokens[above].right_edge : (int32_t)i;
        }
    }
}

static inline void write_text(struct document *document, struct arena *arena)
{
    size_t room = 1;
    for (size_t i = 0; i < document->token_count; i++) {
        room += document->tokens[i].form_length + 1u;
    }
    char *text = arena_alloc(arena, room);
    uint32_t length = 0;
    bool open = true;
    bool quoted = false;
    for (size_t i = 0; i < document->token_count; i++) {
        struct token *token = &document->tokens[i];
        struct view form = token_form(token);
        bool mark = view_is(form, "\"");
        token->in_quote = quoted || mark;
        quoted = quoted != mark;
        if (!open && !no_space_before(form)) {
            text[length++] = ' ';
        } else if (i > 0) {
            token[-1].space_after = false;
        }
        memcpy(text + length, form.data, form.length);
        token->start = length;
        length += (uint32_t)form.length;
        token->end = length;
        token->form = text + token->start;
        open = view_is(form, "(") || view_is(form, "-");
    }
    document->text = (struct view){text, length};
    for (size_t i = 0; i < document->sentence_count; i++) {
        struct sentence *sentence = &document->sentences[i];
        sentence->span = (struct span){document->tokens[sentence->first].start,
                                       document->tokens[sentence->first + sentence->count - 1].end};
    }
}

static inline void list_names(struct document *document)
{
    for (size_t i = 0; i < document->token_count; i++) {
        enum name_tag tag = (enum name_tag)document->tokens[i].name;
        if (name_tag_begins(tag)) {
            document->names[document->name_count++] = (struct name){(uint32_t)i, 1, name_tag_type(tag)};
        } else if (name_tag_continues(tag)) {
            document->names[document->name_count - 1].count++;
        }
    }
}

/* The document of a notation. Everything lives in `arena`. */
static inline struct document build_document(const char *notation, struct arena *arena)
{
    struct view copy = arena_copy(arena, view_of(notation));
    struct document document = {.id = VIEW("test")};
    document.tokens = arena_array(arena, copy.length + 1, sizeof *document.tokens);
    document.sentences = arena_array(arena, copy.length + 1, sizeof *document.sentences);
    document.names = arena_array(arena, copy.length + 1, sizeof *document.names);
    char *place = NULL;
    uint32_t first = 0;
    for (char *word = strtok_r((char *)copy.data, " \n", &place); word; word = strtok_r(NULL, " \n", &place)) {
        if (strcmp(word, "|") != 0) {
            read_word(&document, arena, word, first);
            continue;
        }
        document.sentences[document.sentence_count++] =
            (struct sentence){.first = first, .count = (uint32_t)document.token_count - first};
        first = (uint32_t)document.token_count;
    }
    document.sentences[document.sentence_count++] =
        (struct sentence){.first = first, .count = (uint32_t)document.token_count - first};
    document.sentences[0].opens_paragraph = true;
    for (size_t i = 0; i < document.sentence_count; i++) {
        link_sentence(&document, &document.sentences[i]);
    }
    write_text(&document, arena);
    list_names(&document);
    return document;
}

#endif
