/* conllu.c: documents as CoNLL-U (universaldependencies.org/format.html). */
#include "syntax/syntax.h"

#include "base/output.h"

/* Text on a comment line: whatever would end the line becomes a space. */
static void write_comment_text(struct output *out, struct view v)
{
    for (size_t i = 0; i < v.length; i++)
        output_char(out, (unsigned char)v.data[i] < ' ' ? ' ' : v.data[i]);
}

/* A form or lemma in its column; "_" stands for nothing, and for a word that is an underscore. */
static void write_column(struct output *out, struct view v)
{
    if (v.length == 0)
        output_char(out, '_');
    else
        write_comment_text(out, v);
    output_char(out, '\t');
}

static void write_range(struct output *out, const struct document *document, uint32_t start, uint32_t end)
{
    output_print(out, "TokenRange=%u:%u", document_code_point(document, start), document_code_point(document, end));
}

/* The last word of the multiword token that starts here; the word itself where none does. */
static uint32_t last_of_multiword(const struct token *tokens, uint32_t index, uint32_t end)
{
    uint32_t last = index + (tokens[index].multiword >= 2 ? tokens[index].multiword - 1u : 0);

    return last < end ? last : end - 1;
}

static struct view surface(const struct document *document, uint32_t first, uint32_t last)
{
    if (first == last)
        return token_form(&document->tokens[first]);
    return document_slice(document, (struct span){document->tokens[first].start, document->tokens[last].end});
}

/* `# text`: the words with the spaces between them, as validators put it together; footnote marks are left out. */
static void write_text(struct output *out, const struct document *document, const struct sentence *sentence)
{
    uint32_t end = sentence->first + sentence->count, last;

    output_text(out, "# text = ");
    for (uint32_t i = sentence->first; i < end; i = last + 1) {
        last = last_of_multiword(document->tokens, i, end);
        write_comment_text(out, surface(document, i, last));
        if (document->tokens[last].space_after && last + 1 < end)
            output_char(out, ' ');
    }
    output_char(out, '\n');
}

static void write_multiword(struct output *out, const struct document *document, const struct sentence *sentence,
                            uint32_t first, uint32_t last)
{
    output_print(out, "%u-%u\t", first - sentence->first + 1, last - sentence->first + 1);
    write_column(out, surface(document, first, last));
    output_text(out, "_\t_\t_\t_\t_\t_\t_\t");
    if (!document->tokens[last].space_after)
        output_text(out, "SpaceAfter=No|");
    write_range(out, document, document->tokens[first].start, document->tokens[last].end);
    output_char(out, '\n');
}

static void write_word(struct output *out, const struct document *document, const struct sentence *sentence,
                       uint32_t index, bool in_multiword)
{
    const struct token *token = &document->tokens[index];

    output_print(out, "%u\t", index - sentence->first + 1);
    write_column(out, token_form(token));
    write_column(out, token_lemma(token));
    output_print(
        out, "%s\t%s\t_\t%u\t%s\t_\t", ud_upos_name((enum upos)token->upos), ud_xpos_name((enum xpos)token->xpos),
        token->head < 0 ? 0 : (uint32_t)token->head - sentence->first + 1, ud_deprel_name((enum deprel)token->deprel));
    if (token->name != NAME_O)
        output_print(out, "NER=%s|", ud_name_tag_name((enum name_tag)token->name));
    if (!token->space_after && !in_multiword)
        output_text(out, "SpaceAfter=No|");
    write_range(out, document, token->start, token->end);
    output_char(out, '\n');
}

static void write_sentence(struct output *out, const struct document *document, const struct sentence *sentence,
                           size_t number)
{
    uint32_t end = sentence->first + sentence->count, multiword_end = sentence->first;

    output_text(out, "# sent_id = ");
    if (sentence->id.length > 0) {
        write_comment_text(out, sentence->id);
    } else {
        write_comment_text(out, document->id);
        output_print(out, "-%zu", number);
    }
    output_char(out, '\n');
    write_text(out, document, sentence);
    for (uint32_t i = sentence->first; i < end; i++) {
        uint32_t last = last_of_multiword(document->tokens, i, end);
        if (last > i) {
            write_multiword(out, document, sentence, i, last);
            multiword_end = last + 1;
        }
        write_word(out, document, sentence, i, i < multiword_end);
    }
    output_char(out, '\n');
}

void syntax_write_conllu_part(const struct document *part, size_t written, struct output *out)
{
    if (written == 0) {
        output_text(out, "# newdoc id = ");
        write_comment_text(out, part->id);
        output_char(out, '\n');
    }
    for (size_t i = 0; i < part->sentence_count; i++)
        write_sentence(out, part, &part->sentences[i], written + i + 1);
}

void syntax_write_conllu(const struct document *document, struct output *out)
{
    syntax_write_conllu_part(document, 0, out);
}
