#include "export/address.h"

#include "base/utf8.h"

#define WORDS_WHOLE 10 /* a sentence of no more words is sought as a whole, a longer one by its ends */
#define WORDS_FIRST 5
#define WORDS_LAST  4

/* Space, quotes and the like have no place in an address; whoever put them there meant something else. */
static bool is_web_address(struct view url)
{
    if (!view_starts(url, VIEW("http://")) && !view_starts(url, VIEW("https://")))
        return false;
    for (size_t i = 0; i < url.length; i++) {
        unsigned char c = (unsigned char)url.data[i];
        if (c <= ' ' || c >= 0x7F || c == '"' || c == '<' || c == '>' || c == '\\' || c == '\'')
            return false;
    }
    return true;
}

static bool is_unreserved(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_';
}

/* A hyphen is escaped too: in a text fragment it stands for what comes before or after. */
static void add_escaped(struct builder *builder, struct view text)
{
    static const char DIGITS[] = "0123456789ABCDEF";
    for (size_t i = 0; i < text.length; i++) {
        unsigned char c = (unsigned char)text.data[i];
        const char escape[] = {'%', DIGITS[c >> 4], DIGITS[c & 15], '\0'};
        if (is_unreserved(text.data[i]))
            builder_add(builder, view_slice(text, i, i + 1));
        else
            builder_text(builder, escape);
    }
}

static bool is_space_at(struct view text, size_t at)
{
    return text.data[at] == ' ' || text.data[at] == '\n' || text.data[at] == '\t' || text.data[at] == '\r';
}

/* How many words there are, and where the wanted-th ends, or starts. */
static size_t count_words(struct view text, size_t wanted, size_t *start, size_t *end)
{
    size_t count = 0;
    for (size_t at = 0; at < text.length;) {
        while (at < text.length && is_space_at(text, at))
            at++;
        size_t from = at;
        while (at < text.length && !is_space_at(text, at))
            at++;
        if (at == from)
            break;
        if (count++ == wanted) {
            *start = from;
            *end = at;
        }
    }
    return count;
}

/* The sentence, or its first and last words: addresses should stay short, and white space within may differ. */
static void add_sentence(struct builder *builder, struct view sentence)
{
    size_t start, end = sentence.length;
    size_t count = count_words(sentence, WORDS_FIRST - 1, &start, &end);
    if (count <= WORDS_WHOLE) {
        add_escaped(builder, sentence);
        return;
    }
    add_escaped(builder, view_slice(sentence, 0, end));
    builder_text(builder, ",");
    count_words(sentence, count - WORDS_LAST, &start, &end);
    add_escaped(builder, view_slice(sentence, start, sentence.length));
}

struct view address_of(struct export_job *job, const struct graph_edge *edge)
{
    const struct graph_link *first = edge->links;
    for (size_t i = 1; i < edge->link_count; i++)
        if (edge->links[i].record != first->record)
            return (struct view){NULL, 0};
    struct view url = first->record->url;
    if (!url.data || !is_web_address(url) || !first->claim || !first->claim->sentence_text.length)
        return url.data && is_web_address(url) ? url : (struct view){NULL, 0};
    struct builder builder = builder_new(job->scratch);
    builder_add(&builder, url);
    builder_text(&builder, memchr(url.data, '#', url.length) ? ":~:text=" : "#:~:text=");
    add_sentence(&builder, first->claim->sentence_text);
    return export_built(job, &builder);
}
