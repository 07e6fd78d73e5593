/* explain_text.c: an explanation for people: for each sentence its tree, who is in it, its claims with what made them
 * sure or unsure, and the words that were nearly a claim, with the reason. */
#include "record/explain.h"

#include <stdio.h>

/* Columns of the tree; deeper words are indented no further. */
enum { WORD_COLUMN = 34, LEMMA_COLUMN = 16, TAG_COLUMN = 12, RELATION_COLUMN = 14, DEPTH_MAX = 10 };

/* How many parts of a confidence are shown, and the least that one must add to the log-odds, in thousandths. */
enum { PARTS_MAX = 8, PART_MIN = 100 };

/* The width of a text on a screen, near enough: its code points. */
static size_t width_of(struct view text)
{
    size_t width = 0;

    for (size_t i = 0; i < text.length; i++)
        width += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return width;
}

static void pad(struct output *out, size_t width, size_t column)
{
    do
        output_char(out, ' ');
    while (++width < column);
}

static void write_column(struct output *out, struct view text, size_t column)
{
    output_line(out, text);
    pad(out, width_of(text), column);
}

static void write_word(struct output *out, const struct document *document, const struct sentence *sentence,
                       uint32_t index, int depth)
{
    const struct token *token = &document->tokens[index];
    char start[2 * DEPTH_MAX + 24];
    int shown = depth < DEPTH_MAX ? depth : DEPTH_MAX;
    int length = snprintf(start, sizeof start, "    %*s%u ", 2 * shown, "", index - sentence->first + 1);

    output_text(out, start);
    output_line(out, token_form(token));
    pad(out, (size_t)length + width_of(token_form(token)), WORD_COLUMN);
    write_column(out, token_lemma(token), LEMMA_COLUMN);
    length = snprintf(start, sizeof start, "%s %s", ud_upos_name((enum upos)token->upos),
                      ud_xpos_name((enum xpos)token->xpos));
    write_column(out, (struct view){start, (size_t)length}, TAG_COLUMN);
    if (token->name == NAME_O) {
        output_text(out, ud_deprel_name((enum deprel)token->deprel));
    } else {
        write_column(out, view_of(ud_deprel_name((enum deprel)token->deprel)), RELATION_COLUMN);
        output_text(out, ud_name_tag_name((enum name_tag)token->name));
    }
    output_char(out, '\n');
}

/* Each word before those that depend on it, one step further in. */
static void write_tree(struct output *out, const struct document *document, const struct sentence *sentence)
{
    output_text(out, "  tree\n");
    for (uint32_t root = sentence->first; root < sentence->first + sentence->count; root++) {
        int32_t at = document->tokens[root].head < 0 ? (int32_t)root : -1;
        int depth = 0;
        while (at >= 0) {
            write_word(out, document, sentence, (uint32_t)at, depth);
            if (document->tokens[at].first_child >= 0) {
                at = document->tokens[at].first_child;
                depth++;
                continue;
            }
            while (at >= 0 && document->tokens[at].next_sibling < 0) {
                at = document->tokens[at].head;
                depth--;
            }
            at = at >= 0 && depth > 0 ? document->tokens[at].next_sibling : -1;
        }
    }
}

/* "E1 Norway (country, NO)" */
static void write_entity(struct output *out, const struct record *record, int32_t index)
{
    const struct entity *entity = &record->entities[index];

    output_print(out, "E%d ", index + 1);
    output_line(out, entity->name);
    output_print(out, " (%s%s%s)", entity_type_name(entity->type), entity->country[0] ? ", " : "", entity->country);
}

/* The byte at which a code point of a sentence starts, counted on from a place known already. */
static uint32_t byte_of(const struct document *document, uint32_t code_point, uint32_t byte, uint32_t known)
{
    while (known < code_point && byte < document->text.length) {
        byte++;
        while (byte < document->text.length && ((unsigned char)document->text.data[byte] & 0xC0) == 0x80)
            byte++;
        known++;
    }
    return byte;
}

/* The words of a span of code points within a sentence. */
static struct view words_of(const struct document *document, const struct sentence *sentence, struct span span)
{
    uint32_t known = document_code_point(document, sentence->span.start);
    uint32_t start = byte_of(document, span.start, sentence->span.start, known);
    uint32_t end = byte_of(document, span.end, start, span.start);

    return view_slice(document->text, start, end);
}

/* A span that may lie outside the sentence, as split quotations do. */
static void write_words(struct output *out, const struct explanation *explanation, const struct sentence *sentence,
                        struct span span)
{
    const struct document *document = explanation->document;
    uint32_t start = document_code_point(document, sentence->span.start);

    if (span.start >= start) {
        output_char(out, '"');
        output_line(out, words_of(document, sentence, span));
        output_char(out, '"');
    }
    output_print(out, "%s[%u, %u)", span.start >= start ? " " : "", span.start, span.end);
}

static void write_entities(struct output *out, const struct explanation *explanation, const struct sentence *sentence)
{
    const struct record *record = explanation->record;
    uint32_t start = document_code_point(explanation->document, sentence->span.start);
    uint32_t end = document_code_point(explanation->document, sentence->span.end);

    for (size_t e = 0; e < record->entity_count; e++) {
        bool shown = false;
        for (size_t m = 0; m < record->entities[e].mention_count; m++) {
            struct span mention = record->entities[e].mentions[m];
            if (mention.start < start || mention.end > end)
                continue;
            output_text(out, shown ? ", \"" : "  entity ");
            if (!shown) {
                write_entity(out, record, (int32_t)e);
                output_text(out, ": \"");
            }
            output_line(out, words_of(explanation->document, sentence, mention));
            output_char(out, '"');
            shown = true;
        }
        if (shown)
            output_char(out, '\n');
    }
}

static void write_actors(struct output *out, const struct explanation *explanation, const struct sentence *sentence,
                         const struct claim_actor *actors, size_t count, bool roles)
{
    for (size_t i = 0; i < count; i++) {
        struct view label = roles ? view_of(claim_role_name(actors[i].role)) : VIEW("source");
        output_text(out, "    ");
        write_column(out, label, 12);
        write_words(out, explanation, sentence, actors[i].span);
        output_text(out, " = ");
        if (actors[i].entity >= 0)
            write_entity(out, explanation->record, actors[i].entity);
        else
            output_text(out, "nobody known");
        output_char(out, '\n');
    }
}

/* What weighs most in the confidence, the heaviest first. */
static void write_parts(struct output *out, const struct claim_features *features, enum confidence_question question)
{
    struct claim_features left = *features;

    for (int part = 0; part < PARTS_MAX; part++) {
        size_t heaviest = confidence_row_count();
        int most = PART_MIN - 1;
        for (size_t row = 0; row < confidence_row_count(); row++) {
            int weight = confidence_row_weight(row, question);
            if (!confidence_has(&left, row) || (weight < 0 ? -weight : weight) <= most)
                continue;
            most = weight < 0 ? -weight : weight;
            heaviest = row;
        }
        if (heaviest == confidence_row_count())
            return;
        left.bits[heaviest / 64] &= ~((uint64_t)1 << heaviest % 64);
        output_print(out, "        %c%d.%02d  %s\n", confidence_row_weight(heaviest, question) < 0 ? '-' : '+',
                     most / 1000, most % 1000 / 10,
                     confidence_row_text(heaviest));
    }
}

/* What the confidence says, and what it is made of. */
static void write_confidence(struct output *out, const struct claim *claim, const struct claim_features *features)
{
    static const char *const said[] = {
        [CONFIDENCE_CLAIM] = "a careful reader marks the same claim",
        [CONFIDENCE_SOURCE] = "it has the right source",
        [CONFIDENCE_EDGE] = "it has the right source and the right targets",
    };
    enum confidence_question asked = confidence_question_of(claim);

    output_print(out, "    confidence  %d %%: %s\n", claim->confidence, said[asked]);
    write_parts(out, features, asked);
    for (int question = 0; question < CONFIDENCE_QUESTION_COUNT; question++) {
        bool answered = question == (int)asked || (question == CONFIDENCE_EDGE && asked != CONFIDENCE_EDGE) ||
                        (question == CONFIDENCE_SOURCE && claim->source_count == 0);
        if (!answered)
            output_print(out, "                %d %%: %s\n",
                         confidence_percent(features, (enum confidence_question)question), said[question]);
    }
}

static void write_nature(struct output *out, const struct claim *claim)
{
    output_print(out, "    nature      %s%s%s%s", claim_certainty_name(claim->certainty),
                 claim->negated ? ", negated" : "", claim->quote != QUOTE_NONE ? ", quote " : "",
                 claim->quote != QUOTE_NONE ? claim_quote_name(claim->quote) : "");
    if (claim->date.data)
        output_print(out, ", on %.*s", VIEW_ARGS(claim->date));
    if (claim->within >= 0)
        output_print(out, ", within C%d", claim->within + 1);
    if (claim->answers >= 0)
        output_print(out, ", answers C%d", claim->answers + 1);
    output_char(out, '\n');
}

static void write_claim(struct output *out, const struct explanation *explanation, const struct sentence *sentence,
                        size_t index)
{
    const struct claim *claim = &explanation->record->claims[index].claim;

    output_print(out, "  claim C%zu: %s, %s (CAMEO %s)\n    rule        %.*s\n    cue         ", index + 1,
                 claim_kind_name(claim->kind), claim_relation_facts(claim->relation)->name,
                 claim_relation_facts(claim->relation)->cameo, VIEW_ARGS(claim->rule));
    write_words(out, explanation, sentence, claim->cue);
    output_char(out, '\n');
    write_actors(out, explanation, sentence, claim->sources, claim->source_count, false);
    write_actors(out, explanation, sentence, claim->targets, claim->target_count, true);
    for (size_t i = 0; i < claim->content_count; i++) {
        output_text(out, "    content     ");
        write_words(out, explanation, sentence, claim->content[i]);
        output_char(out, '\n');
    }
    write_nature(out, claim);
    write_confidence(out, claim, &explanation->trace->features[index]);
    for (int note = 0; note < NOTE_COUNT; note++)
        if (explanation_notes(claim, (enum explanation_note)note))
            output_print(out, "    note        %s\n", explanation_note_text((enum explanation_note)note));
}

static void write_miss(struct output *out, const struct document *document, const struct sentence *sentence,
                       const struct claim_miss *miss)
{
    output_print(out, "  no claim: %u \"", miss->token - sentence->first + 1);
    output_line(out, token_form(&document->tokens[miss->token]));
    output_text(out, "\"");
    if (miss->rule.data)
        output_print(out, " by %.*s", VIEW_ARGS(miss->rule));
    output_print(out, ": %s", claim_miss_text(miss->reason));
    if (miss->reason == MISS_CONFIDENCE)
        output_print(out, " (%d %%)", miss->confidence);
    output_char(out, '\n');
}

static void write_sentence(struct output *out, const struct explanation *explanation, size_t number, size_t *claim,
                           size_t *miss)
{
    const struct document *document = explanation->document;
    const struct sentence *sentence = &document->sentences[number];
    size_t first_claim = *claim;
    size_t first_miss = *miss;

    output_print(out, "\nsentence %zu [%u, %u)\n  ", number + 1, document_code_point(document, sentence->span.start),
                 document_code_point(document, sentence->span.end));
    output_line(out, document_slice(document, sentence->span));
    output_char(out, '\n');
    write_tree(out, document, sentence);
    write_entities(out, explanation, sentence);
    explanation_claims(explanation, sentence, claim);
    for (size_t i = first_claim; i < *claim; i++)
        write_claim(out, explanation, sentence, i);
    explanation_misses(explanation, sentence, miss);
    for (size_t i = first_miss; i < *miss; i++)
        write_miss(out, document, sentence, &explanation->trace->misses[i]);
    if (*claim == first_claim && *miss == first_miss)
        output_text(out, "  no claim: no word of it is in the table of cues\n");
}

void explain_text(const struct explanation *explanation, struct output *out)
{
    size_t claim = 0;
    size_t miss = 0;

    output_text(out, "document ");
    output_line(out, explanation->document->id);
    output_print(out, ": %zu sentences, %zu entities, %zu claims\n", explanation->document->sentence_count,
                 explanation->record->entity_count, explanation->record->claim_count);
    for (size_t i = 0; i < explanation->document->sentence_count; i++)
        write_sentence(out, explanation, i, &claim, &miss);
    output_char(out, '\n');
}
