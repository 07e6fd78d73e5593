/* explain_json.c: an explanation for programs: the record, and for each sentence its words, the features of its claims
 * and what was nearly a claim. */
#include "record/explain.h"

#include <stdio.h>

static void write_span(struct json_writer *json, const struct document *document, uint32_t start, uint32_t end)
{
    json_key(json, "span");
    json_span(json, (struct span){document_code_point(document, start), document_code_point(document, end)});
}

static void write_word(struct json_writer *json, const struct document *document, const struct sentence *sentence,
                       uint32_t index)
{
    const struct token *token = &document->tokens[index];

    json_open(json, '{');
    json_member_integer(json, "id", index - sentence->first + 1);
    json_member_string(json, "form", token_form(token));
    json_member_string(json, "lemma", token_lemma(token));
    json_member_string(json, "upos", view_of(ud_upos_name((enum upos)token->upos)));
    json_member_string(json, "xpos", view_of(ud_xpos_name((enum xpos)token->xpos)));
    json_member_integer(json, "head", token->head < 0 ? 0 : token->head - (int64_t)sentence->first + 1);
    json_member_string(json, "deprel", view_of(ud_deprel_name((enum deprel)token->deprel)));
    json_member_string(json, "name", view_of(ud_name_tag_name((enum name_tag)token->name)));
    write_span(json, document, token->start, token->end);
    json_close(json, '}');
}

static void write_features(struct json_writer *json, const struct claim_features *features)
{
    json_key(json, "features");
    json_open(json, '[');
    for (size_t row = 0; row < confidence_row_count(); row++) {
        if (!confidence_has(features, row))
            continue;
        json_open(json, '{');
        json_member_string(json, "name", view_of(confidence_row_name(row)));
        json_member_string(json, "text", view_of(confidence_row_text(row)));
        for (int question = 0; question < CONFIDENCE_QUESTION_COUNT; question++) {
            json_key(json, confidence_question_name((enum confidence_question)question));
            json_real(json, confidence_row_weight(row, (enum confidence_question)question) / 1000.0, 3);
        }
        json_close(json, '}');
    }
    json_close(json, ']');
}

static void write_probabilities(struct json_writer *json, const struct claim_features *features)
{
    json_key(json, "probabilities");
    json_open(json, '{');
    for (int question = 0; question < CONFIDENCE_QUESTION_COUNT; question++) {
        json_key(json, confidence_question_name((enum confidence_question)question));
        json_real(json, confidence_percent(features, (enum confidence_question)question) / 100.0, 2);
    }
    json_close(json, '}');
}

static void write_notes(struct json_writer *json, const struct claim *claim)
{
    json_key(json, "notes");
    json_open(json, '[');
    for (int note = 0; note < NOTE_COUNT; note++)
        if (explanation_notes(claim, (enum explanation_note)note))
            json_string(json, view_of(explanation_note_name((enum explanation_note)note)));
    json_close(json, ']');
}

static void write_claim(struct json_writer *json, const struct explanation *explanation, size_t index)
{
    const struct claim *claim = &explanation->record->claims[index].claim;
    char id[24];

    snprintf(id, sizeof id, "C%zu", index + 1);
    json_open(json, '{');
    json_member_string(json, "id", view_of(id));
    json_key(json, "confidence");
    json_real(json, claim->confidence / 100.0, 2);
    write_probabilities(json, &explanation->trace->features[index]);
    write_features(json, &explanation->trace->features[index]);
    write_notes(json, claim);
    json_close(json, '}');
}

static void write_miss(struct json_writer *json, const struct document *document, const struct sentence *sentence,
                       const struct claim_miss *miss)
{
    const struct token *token = &document->tokens[miss->token];

    json_open(json, '{');
    json_member_integer(json, "word", miss->token - sentence->first + 1);
    write_span(json, document, token->start, token->end);
    json_member_string(json, "form", token_form(token));
    json_member_string_or_null(json, "rule", miss->rule);
    json_member_string(json, "reason", view_of(claim_miss_name(miss->reason)));
    json_member_string(json, "text", view_of(claim_miss_text(miss->reason)));
    json_key(json, "confidence");
    if (miss->reason == MISS_CONFIDENCE)
        json_real(json, miss->confidence / 100.0, 2);
    else
        json_null(json);
    json_close(json, '}');
}

static void write_sentence(struct json_writer *json, const struct explanation *explanation,
                           const struct sentence *sentence, size_t *claim, size_t *miss)
{
    const struct document *document = explanation->document;
    size_t first_claim = *claim;
    size_t first_miss = *miss;

    json_open(json, '{');
    write_span(json, document, sentence->span.start, sentence->span.end);
    json_key(json, "words");
    json_open(json, '[');
    for (uint32_t t = sentence->first; t < sentence->first + sentence->count; t++)
        write_word(json, document, sentence, t);
    json_close(json, ']');
    json_key(json, "claims");
    json_open(json, '[');
    explanation_claims(explanation, sentence, claim);
    for (size_t i = first_claim; i < *claim; i++)
        write_claim(json, explanation, i);
    json_close(json, ']');
    json_key(json, "near_misses");
    json_open(json, '[');
    explanation_misses(explanation, sentence, miss);
    for (size_t i = first_miss; i < *miss; i++)
        write_miss(json, document, sentence, &explanation->trace->misses[i]);
    json_close(json, ']');
    json_close(json, '}');
}

void explain_json(const struct explanation *explanation, struct output *out)
{
    struct json_writer json;
    size_t claim = 0;
    size_t miss = 0;

    json_begin(&json, out);
    json_open(&json, '{');
    json_member_string(&json, "explanation", VIEW(EXPLANATION_FORMAT));
    json_key(&json, "record");
    record_write_json(explanation->record, &json);
    json_key(&json, "sentences");
    json_open(&json, '[');
    for (size_t i = 0; i < explanation->document->sentence_count; i++)
        write_sentence(&json, explanation, &explanation->document->sentences[i], &claim, &miss);
    json_close(&json, ']');
    json_close(&json, '}');
    output_char(out, '\n');
}
