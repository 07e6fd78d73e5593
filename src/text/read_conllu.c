/* One CoNLL-U document: its words and sentences as the file has them, over a text made of the `# text` lines. */
#include <stdio.h>

#include "text/stages.h"

#define STAGE "text"
#define COLUMNS 10

enum column { ID, FORM, LEMMA, UPOS, XPOS, FEATS, HEAD, DEPREL, DEPS, MISC };

/* A multiword token whose words are still to come. */
struct multiword {
    struct span span; /* of the surface form */
    long left;        /* words to come */
    uint8_t size;
    bool space_after;
};

/* A document that is being read; its text grows with its sentences. */
struct conllu {
    struct text_work *work;
    struct view bytes;
    size_t at;     /* the line after the current one */
    uint64_t line; /* number of the current one */
    char *text;    /* has room for all of `bytes`: no text is longer than its file */
    size_t length;
    size_t cursor; /* the text behind the last word found */
    size_t first;  /* the sentence's first token */
    struct multiword multiword;
    struct view sentence_text; /* the value of `# text` */
    struct view sentence_id;
    bool in_sentence;
    bool opens_paragraph;
    bool has_paragraphs; /* the file says where they start */
    bool has_names;      /* the file marks names */
    uint64_t foreign_line; /* where the first relation stands that Universal Dependencies do not have; 0: nowhere */
    struct view foreign;
};

static int broken(const struct conllu *conllu, const char *problem, struct hearsay_error *error)
{
    char place[300];
    struct view name = view_of(conllu->work->place);
    while (name.length && name.data[name.length - 1] != ':') name.length--;
    snprintf(place, sizeof place, "%.*s%llu", VIEW_ARGS(name), (unsigned long long)conllu->line);
    return error_set(error, HEARSAY_ERROR_INPUT, STAGE, place, "not valid CoNLL-U: %s", problem);
}

static bool is_given(struct view column)
{
    return column.length > 0 && !view_is(column, "_");
}

/* A number of digits only, at most nine of them; -1 for anything else. */
static long number_of(struct view v)
{
    long number = 0;
    if (v.length == 0 || v.length > 9) return -1;
    for (size_t i = 0; i < v.length; i++) {
        if (v.data[i] < '0' || v.data[i] > '9') return -1;
        number = number * 10 + (v.data[i] - '0');
    }
    return number;
}

static size_t split_columns(struct view line, struct view columns[COLUMNS])
{
    size_t count = 0, start = 0;
    for (size_t i = 0; i <= line.length; i++) {
        if (i < line.length && line.data[i] != '\t') continue;
        if (count < COLUMNS) columns[count] = view_slice(line, start, i);
        count++;
        start = i + 1;
    }
    return count;
}

/* The value of KEY=value in MISC; {NULL, 0} without it. */
static struct view misc_value(struct view misc, const char *key)
{
    size_t length = strlen(key), start = 0;
    for (size_t i = 0; i <= misc.length; i++) {
        if (i < misc.length && misc.data[i] != '|') continue;
        struct view item = view_slice(misc, start, i);
        if (item.length > length && memcmp(item.data, key, length) == 0 && item.data[length] == '=') {
            return view_slice(item, length + 1, item.length);
        }
        start = i + 1;
    }
    return (struct view){NULL, 0};
}

/* The next line without its end; false at the end of the bytes. */
static bool read_line(struct conllu *conllu, struct view *line)
{
    if (conllu->at >= conllu->bytes.length) return false;
    const char *start = conllu->bytes.data + conllu->at;
    const char *feed = memchr(start, '\n', conllu->bytes.length - conllu->at);
    size_t length = feed ? (size_t)(feed - start) : conllu->bytes.length - conllu->at;
    conllu->at += length + 1;
    conllu->line++;
    if (length > 0 && start[length - 1] == '\r') length--;
    *line = (struct view){start, length};
    return true;
}

/* The value of the comment "# key = value"; false where the line is another comment. */
static bool comment_value(struct view line, const char *key, struct view *value)
{
    size_t at = 1, length = strlen(key);
    while (at < line.length && line.data[at] == ' ') at++;
    if (line.length - at < length || memcmp(line.data + at, key, length) != 0) return false;
    at += length;
    if (at < line.length && line.data[at] != ' ' && line.data[at] != '=') return false;
    while (at < line.length && (line.data[at] == ' ' || line.data[at] == '=')) at++;
    *value = view_slice(line, at, line.length);
    while (value->length && value->data[value->length - 1] == ' ') value->length--;
    return true;
}

static void read_comment(struct conllu *conllu, struct view line)
{
    struct view value;
    struct document *document = conllu->work->document;
    if (comment_value(line, "text", &value)) {
        conllu->sentence_text = value;
    } else if (comment_value(line, "sent_id", &value)) {
        conllu->sentence_id = value;
    } else if (comment_value(line, "newdoc id", &value) && value.length) {
        document->id = value;
    } else if (comment_value(line, "newpar", &value) || comment_value(line, "newpar id", &value)) {
        conllu->opens_paragraph = conllu->has_paragraphs = true;
    }
}

static void add_text(struct conllu *conllu, struct view v)
{
    memcpy(conllu->text + conllu->length, v.data, v.length);
    conllu->length += v.length;
}

/* Puts a sentence without `# text` together from its forms; the lines are read again as words. */
static void compose_text(struct conllu *conllu, struct view line)
{
    size_t at = conllu->at;
    uint64_t number = conllu->line;
    long covered = 0;
    bool space = false;
    do {
        struct view columns[COLUMNS];
        if (line.length == 0 || line.data[0] == '#') break;
        if (split_columns(line, columns) != COLUMNS || memchr(columns[ID].data, '.', columns[ID].length)) continue;
        const char *dash = memchr(columns[ID].data, '-', columns[ID].length);
        if (dash)
            covered = number_of(view_slice(columns[ID], (size_t)(dash - columns[ID].data) + 1, columns[ID].length));
        if (!dash && number_of(columns[ID]) <= covered) continue;
        if (space) add_text(conllu, VIEW(" "));
        add_text(conllu, columns[FORM]);
        space = !view_is(misc_value(columns[MISC], "SpaceAfter"), "No");
    } while (read_line(conllu, &line));
    conllu->at = at;
    conllu->line = number;
}

static void begin_sentence(struct conllu *conllu, struct view line)
{
    conllu->in_sentence = true;
    conllu->first = conllu->work->document->token_count;
    conllu->multiword = (struct multiword){0};
    if (conllu->length > 0) add_text(conllu, VIEW("\n"));
    conllu->cursor = conllu->length;
    if (conllu->sentence_text.data) {
        add_text(conllu, conllu->sentence_text);
    } else {
        compose_text(conllu, line);
    }
}

/* Where `form` stands in the text behind the last word, at most REACH bytes on. Where it does not (it was normalised,
 * or is part of a contraction), the span is what stands there, up to the next space, and *found is false. */
static struct span locate(const struct conllu *conllu, struct view form, size_t end, bool *found)
{
    enum { REACH = 64 };
    size_t start = conllu->cursor;
    while (start < end && conllu->text[start] == ' ') start++;
    size_t window = end - start < form.length + REACH ? end - start : form.length + REACH;
    const char *place = form.length && window ? memmem(conllu->text + start, window, form.data, form.length) : NULL;
    *found = place != NULL;
    if (place) {
        start = (size_t)(place - conllu->text);
        return (struct span){(uint32_t)start, (uint32_t)(start + form.length)};
    }
    size_t stop = start;
    while (stop < end && conllu->text[stop] != ' ') stop++;
    return (struct span){(uint32_t)start, (uint32_t)stop};
}

static struct span locate_word(struct conllu *conllu, struct view form)
{
    bool found, part = conllu->multiword.left > 0;
    struct span span = locate(conllu, form, part ? conllu->multiword.span.end : conllu->length, &found);
    if (found) conllu->cursor = span.end;
    return found || !part ? span : conllu->multiword.span;
}

static int read_multiword(struct conllu *conllu, const struct view columns[COLUMNS], struct hearsay_error *error)
{
    const char *dash = memchr(columns[ID].data, '-', columns[ID].length);
    size_t middle = (size_t)(dash - columns[ID].data);
    long from = number_of(view_slice(columns[ID], 0, middle)),
         to = number_of(view_slice(columns[ID], middle + 1, columns[ID].length));
    size_t next = conllu->work->document->token_count - conllu->first + 1;
    if (from < 1 || (size_t)from != next || to <= from || to - from > 100 || conllu->multiword.left > 0) {
        return broken(conllu, "the range of this multiword token does not fit the words", error);
    }
    bool found;
    conllu->multiword.span = locate(conllu, columns[FORM], conllu->length, &found);
    conllu->multiword.left = to - from + 1;
    conllu->multiword.size = (uint8_t)(to - from + 1);
    conllu->multiword.space_after = !view_is(misc_value(columns[MISC], "SpaceAfter"), "No");
    return HEARSAY_OK;
}

/* Tags of other sets ("_SP") say nothing to later stages: the words are tagged as if none were given. */
static void read_tags(struct token *token, const struct view columns[COLUMNS])
{
    token->upos = (uint8_t)ud_upos_of(columns[UPOS]);
    if (token->upos != UPOS_X || view_is(columns[UPOS], "X")) token->given |= GIVEN_UPOS;
    token->xpos = (uint8_t)ud_xpos_of(columns[XPOS]);
    if (token->xpos != XPOS_FW || view_is(columns[XPOS], "FW")) token->given |= GIVEN_XPOS;
}

static void read_relation(struct conllu *conllu, struct token *token, const struct view columns[COLUMNS])
{
    struct view name = columns[DEPREL];
    token->deprel = (uint8_t)(token->head == 0 ? DEPREL_ROOT : ud_deprel_of(name)); /* spaCy writes "ROOT" */
    token->given |= GIVEN_TREE;
    bool own = token->deprel != DEPREL_DEP || view_is(name, "dep") || view_starts(name, VIEW("dep:"));
    if (!own && !conllu->foreign_line) {
        conllu->foreign_line = conllu->line;
        conllu->foreign = name;
    }
}

/* The columns that carry annotation. Heads are numbers within the sentence until it is complete. */
static int read_annotation(struct conllu *conllu, struct token *token, const struct view columns[COLUMNS],
                           struct hearsay_error *error)
{
    long head = number_of(columns[HEAD]);
    if (is_given(columns[HEAD]) && head < 0) return broken(conllu, "HEAD is not a number", error);
    if (is_given(columns[LEMMA]) || view_is(columns[FORM], "_")) {
        token->lemma = columns[LEMMA].data;
        token->lemma_length = (uint16_t)columns[LEMMA].length;
        token->given |= GIVEN_LEMMA;
    }
    read_tags(token, columns);
    token->head = (int32_t)head;
    if (head >= 0 && is_given(columns[DEPREL])) read_relation(conllu, token, columns);
    struct view name = misc_value(columns[MISC], "NER");
    token->name = (uint8_t)ud_name_tag_of(name);
    if (name.data) conllu->has_names = true;
    return HEARSAY_OK;
}

static void place_word(struct conllu *conllu, struct token *token, const struct view columns[COLUMNS])
{
    struct multiword *multiword = &conllu->multiword;
    struct span span = locate_word(conllu, columns[FORM]);
    token->form = columns[FORM].data;
    token->form_length = (uint16_t)columns[FORM].length;
    token->start = span.start;
    token->end = span.end;
    token->space_after = !view_is(misc_value(columns[MISC], "SpaceAfter"), "No");
    if (multiword->left == 0) return;
    if (multiword->left == multiword->size) token->multiword = multiword->size;
    multiword->left--;
    token->space_after = multiword->left == 0 && multiword->space_after;
    if (multiword->left == 0) conllu->cursor = multiword->span.end;
}

static int read_word(struct conllu *conllu, struct view line, struct hearsay_error *error)
{
    struct view columns[COLUMNS];
    struct text_work *work = conllu->work;
    if (split_columns(line, columns) != COLUMNS)
        return broken(conllu, "a word has ten columns with tabs between them", error);
    if (memchr(columns[ID].data, '.', columns[ID].length)) return HEARSAY_OK; /* an empty node */
    if (!conllu->in_sentence) begin_sentence(conllu, line);
    if (memchr(columns[ID].data, '-', columns[ID].length)) return read_multiword(conllu, columns, error);
    size_t number = work->document->token_count - conllu->first + 1;
    if (number_of(columns[ID]) != (long)number) return broken(conllu, "the word's ID is not the next number", error);
    if (columns[FORM].length == 0 || columns[FORM].length > UINT16_MAX || columns[LEMMA].length > UINT16_MAX) {
        return broken(conllu, "a FORM or LEMMA is empty or longer than 65,535 bytes", error);
    }
    if (number > work->limits->sentence_tokens) {
        return error_set(error, HEARSAY_ERROR_LIMIT, STAGE, work->place,
                         "a sentence has more than %zu words: cut it or raise --limit-sentence",
                         work->limits->sentence_tokens);
    }
    struct token *token = text_add_token(work);
    if (!token) return error_memory(error, STAGE);
    place_word(conllu, token, columns);
    return read_annotation(conllu, token, columns, error);
}

/* Whether the heads of the sentence are one tree: each given and in range, one root, and every word reaches it. */
static bool is_tree(const struct token *tokens, size_t count)
{
    size_t roots = 0;
    for (size_t i = 0; i < count; i++) {
        if (!(tokens[i].given & GIVEN_TREE) || (size_t)tokens[i].head > count) return false;
        roots += tokens[i].head == 0;
    }
    for (size_t i = 0; i < count; i++) {
        size_t steps = 0;
        for (size_t at = i; tokens[at].head != 0; at = (size_t)tokens[at].head - 1) {
            if (++steps > count) return false;
        }
    }
    return roots == 1;
}

/* Turns heads into indices; without a tree that holds, the sentence is left to the parser. */
static void settle_tree(struct conllu *conllu)
{
    struct document *document = conllu->work->document;
    struct token *tokens = document->tokens + conllu->first;
    size_t count = document->token_count - conllu->first, given = 0;
    bool tree = is_tree(tokens, count);
    for (size_t i = 0; i < count; i++) {
        given += (tokens[i].given & GIVEN_TREE) != 0;
        if (!tree) tokens[i].given &= (uint8_t)~GIVEN_TREE;
        tokens[i].head = tree && tokens[i].head > 0 ? (int32_t)conllu->first + tokens[i].head - 1 : -1;
    }
    if (given > 0 && !tree) {
        document_warn(document, conllu->work->arena,
                      "the heads of the sentence that ends at line %llu are no tree: parsed anew",
                      (unsigned long long)conllu->line);
    }
}

static int end_sentence(struct conllu *conllu, struct hearsay_error *error)
{
    struct document *document = conllu->work->document;
    int code = HEARSAY_OK;
    if (conllu->in_sentence && conllu->multiword.left > 0)
        return broken(conllu, "a multiword token lacks words", error);
    if (conllu->in_sentence && document->token_count > conllu->first) {
        settle_tree(conllu);
        bool opens = conllu->opens_paragraph || document->sentence_count == 0;
        code = text_add_sentence(conllu->work, conllu->first, document->token_count, opens, error);
        if (code == HEARSAY_OK) document->sentences[document->sentence_count - 1].id = conllu->sentence_id;
        conllu->opens_paragraph = false;
    }
    conllu->in_sentence = false;
    conllu->sentence_text = conllu->sentence_id = (struct view){NULL, 0};
    return code;
}

/* Where the file marks no paragraphs, a quotation that never closes ends with its sentence. */
static void mark_quotes(const struct conllu *conllu)
{
    struct document *document = conllu->work->document;
    for (size_t i = 0; i < document->sentence_count;) {
        size_t first = document->sentences[i].first, end = first;
        do {
            end += document->sentences[i].count;
            i++;
        } while (i < document->sentence_count && conllu->has_paragraphs && !document->sentences[i].opens_paragraph);
        text_mark_quotes(document, first, end);
    }
    for (size_t i = 0; i < document->token_count && conllu->has_names; i++) document->tokens[i].given |= GIVEN_NAME;
}

/* Forms that stand in the text point there. */
static void point_into_text(struct document *document)
{
    for (size_t i = 0; i < document->token_count; i++) {
        struct token *token = &document->tokens[i];
        struct view there = view_slice(document->text, token->start, token->end);
        if (view_equal(there, token_form(token))) token->form = there.data;
    }
}

/* Trees of another scheme (spaCy's own English models: "dobj", "pobj") hang words elsewhere too, not under other labels
 * alone. */
static void drop_foreign_trees(const struct conllu *conllu)
{
    struct document *document = conllu->work->document;
    if (!conllu->foreign_line) return;
    for (size_t i = 0; i < document->token_count; i++) {
        document->tokens[i].given &= (uint8_t)~GIVEN_TREE;
        document->tokens[i].head = -1;
    }
    document_warn(document, conllu->work->arena,
                  "the relation \"%.*s\" in line %llu is none of Universal Dependencies: all trees parsed anew",
                  VIEW_ARGS(conllu->foreign), (unsigned long long)conllu->foreign_line);
}

int text_read_conllu(struct text_work *work, struct view bytes, uint64_t line, struct hearsay_error *error)
{
    struct conllu conllu = {.work = work, .bytes = bytes, .line = line - 1};
    struct view current;
    conllu.text = arena_alloc(work->arena, bytes.length + 1);
    if (!conllu.text) return error_memory(error, STAGE);
    int code = HEARSAY_OK;
    while (code == HEARSAY_OK && read_line(&conllu, &current)) {
        if (current.length == 0) {
            code = end_sentence(&conllu, error);
        } else if (current.data[0] == '#') {
            read_comment(&conllu, current);
        } else {
            code = read_word(&conllu, current, error);
        }
    }
    if (code == HEARSAY_OK) code = end_sentence(&conllu, error);
    if (code != HEARSAY_OK) return code;
    work->document->text = (struct view){conllu.text, conllu.length};
    point_into_text(work->document);
    drop_foreign_trees(&conllu);
    mark_quotes(&conllu);
    return HEARSAY_OK;
}
