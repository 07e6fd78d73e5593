/* names_corpus.c: marked texts as documents with tags. */
#include <stdio.h>
#include <stdlib.h>

#include <cjson/cJSON.h>

#include "base/json.h"
#include "model/train/names.h"
#include "syntax/gazetteer.h"
#include "text/text.h"

#define ANY_OF_DEMONYM (1u << NAME_O | 1u << NAME_B_DEM | 1u << NAME_I_DEM)
#define ANY_TAG        ((1u << NAME_TAG_COUNT) - 1)

/* A marked stretch, in code points. */
struct mark {
    uint32_t start, end;
    enum name_type type;
    bool open;     /* of a type that is not ours ("MISC"): what is in it may be a demonym */
    bool anything; /* "ANY": nobody knows */
};

struct marks {
    struct mark *items;
    size_t count, capacity;
};

static int add_mark(struct marks *marks, struct arena *arena, struct mark mark)
{
    struct mark *grown = arena_grow(arena, marks->items, marks->count, &marks->capacity, sizeof *grown);
    if (!grown)
        return HEARSAY_ERROR_MEMORY;
    marks->items = grown;
    grown[marks->count++] = mark;
    return 0;
}

static bool type_of(const char *name, enum name_type *type)
{
    static const struct {
        const char *name;
        enum name_type type;
    } types[] = {{"PER", NAME_PERSON}, {"ORG", NAME_ORGANISATION}, {"LOC", NAME_PLACE}, {"DEM", NAME_DEMONYM}};
    for (size_t i = 0; name && i < sizeof types / sizeof *types; i++)
        if (strcmp(types[i].name, name) == 0) {
            *type = types[i].type;
            return true;
        }
    return false;
}

/* ---- words to tags
 * ---------------------------------------------------------------------------------------------------- */

static bool is_demonym(const struct token *token)
{
    return (gazetteer_kinds(token_form(token)) & GAZETTEER_BIT(DEMONYM)) != 0;
}

static void mark_token(struct names_document *labelled, uint32_t i, const struct mark *mark, bool begins)
{
    uint32_t tag = NAME_B_PER + 2 * (uint32_t)mark->type + (begins ? 0 : 1);
    if (mark->anything)
        labelled->allowed[i] = ANY_TAG;
    else if (mark->open)
        labelled->allowed[i] = is_demonym(&labelled->document.tokens[i]) ? ANY_OF_DEMONYM : labelled->allowed[i];
    else
        labelled->allowed[i] = (uint16_t)(1u << tag);
}

/* Spreads marks over tokens; where sentences or words were cut otherwise than marks, what overlaps counts, and each
 * sentence begins anew. */
static void mark_tokens(struct names_document *labelled, const struct marks *marks)
{
    const struct document *document = &labelled->document;
    for (size_t s = 0; s < document->sentence_count; s++) {
        const struct sentence *sentence = &document->sentences[s];
        const struct mark *before = NULL;
        for (uint32_t i = sentence->first; i < sentence->first + sentence->count; i++) {
            uint32_t start = document_code_point(document, document->tokens[i].start);
            uint32_t end = document_code_point(document, document->tokens[i].end);
            const struct mark *found = NULL;
            for (size_t m = 0; m < marks->count && !found; m++)
                if (marks->items[m].start < end && start < marks->items[m].end)
                    found = &marks->items[m];
            bool open = !labelled->set->demonyms && is_demonym(&document->tokens[i]);
            labelled->allowed[i] = open ? ANY_OF_DEMONYM : 1u << NAME_O;
            if (found)
                mark_token(labelled, i, found, found != before);
            before = found;
        }
    }
}

static int tag_words(struct document *document, struct syntax *syntax, struct arena *arena, struct hearsay_error *error)
{
    for (size_t i = 0; i < document->token_count; i++) {
        document->tokens[i].upos = UPOS_X;
        document->tokens[i].xpos = XPOS_FW;
    }
    return syntax ? syntax_analyse(syntax, document, arena, error) : 0;
}

/* Makes a document of a JSON line that has at least an id and a text. */
static int add_document(struct names_corpus *corpus, const struct names_set *set, struct syntax *syntax,
                        struct view line, const struct marks *marks, struct hearsay_error *error)
{
    struct hearsay_limits limits = limits_default();
    struct text_unit unit = {.bytes = line, .name = view_of(set->path), .line = 1, .format = HEARSAY_FORMAT_JSONL};
    struct names_document *grown =
        arena_grow(corpus->arena, corpus->documents, corpus->count, &corpus->capacity, sizeof *grown);
    if (!grown)
        return error_memory(error, "train");
    corpus->documents = grown;
    struct names_document *labelled = &grown[corpus->count];
    *labelled = (struct names_document){.set = set};
    int code = text_parse(&labelled->document, &unit, &limits, corpus->arena, error);
    if (code != 0)
        return code;
    labelled->allowed = arena_array(corpus->arena, labelled->document.token_count + 1, sizeof *labelled->allowed);
    if (!labelled->allowed)
        return error_memory(error, "train");
    code = tag_words(&labelled->document, syntax, corpus->arena, error);
    if (code != 0)
        return code;
    mark_tokens(labelled, marks);
    corpus->count++;
    return 0;
}

/* ---- JSON lines
 * ------------------------------------------------------------------------------------------------------- */

static int read_marks(struct marks *marks, const cJSON *list, struct arena *arena)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, list)
    {
        struct mark mark = {(uint32_t)cJSON_GetArrayItem(item, 0)->valuedouble,
                            (uint32_t)cJSON_GetArrayItem(item, 1)->valuedouble, NAME_DEMONYM, false, false};
        const char *type = cJSON_GetStringValue(cJSON_GetArrayItem(item, 2));
        mark.open = !type_of(type, &mark.type);
        mark.anything = type && strcmp(type, "ANY") == 0;
        if (add_mark(marks, arena, mark) != 0)
            return HEARSAY_ERROR_MEMORY;
    }
    return 0;
}

static int read_json_line(struct names_corpus *corpus, const struct names_set *set, struct syntax *syntax,
                          struct view line, struct hearsay_error *error)
{
    struct marks marks = {0};
    cJSON *json = NULL;
    int code = json_parse(&json, line, set->path, error);
    if (code != 0)
        return code;
    if (read_marks(&marks, cJSON_GetObjectItem(json, "entities"), corpus->arena) != 0 ||
        read_marks(&marks, cJSON_GetObjectItem(json, "other"), corpus->arena) != 0)
        code = error_memory(error, "train");
    cJSON_Delete(json);
    return code ? code : add_document(corpus, set, syntax, line, &marks, error);
}

/* ---- columns
 * ---------------------------------------------------------------------------------------------------------- */

/* A sentence of words being joined to a text again. */
struct joined {
    char text[16384];
    size_t bytes;
    uint32_t code_points;
    bool opened; /* a bracket or quote mark waits for its word */
    bool in_quote;
    struct marks marks;
};

static bool clings(const char *word)
{
    static const char *const clinging[] = {".",  ",", ";",   ":",   "?",   "!",   ")",  "]",
                                           "'s", "'", "n't", "'re", "'ve", "'ll", "'d", "%"};
    for (size_t i = 0; i < sizeof clinging / sizeof *clinging; i++)
        if (strcmp(clinging[i], word) == 0)
            return true;
    return false;
}

static bool join_word(struct joined *joined, const char *word, const char *tag, struct arena *arena)
{
    size_t length = strlen(word);
    bool quote = strcmp(word, "\"") == 0;
    bool closes = clings(word) || (quote && joined->in_quote);
    if (joined->bytes + length + 2 > sizeof joined->text)
        return false;
    if (joined->bytes > 0 && !joined->opened && !closes) {
        joined->text[joined->bytes++] = ' ';
        joined->code_points++;
    }
    uint32_t start = joined->code_points;
    memcpy(joined->text + joined->bytes, word, length);
    joined->bytes += length;
    for (size_t i = 0; i < length; i++)
        joined->code_points += ((unsigned char)word[i] & 0xC0) != 0x80;
    joined->opened = strcmp(word, "(") == 0 || strcmp(word, "[") == 0 || (quote && !joined->in_quote);
    joined->in_quote ^= quote;
    struct mark mark = {start, joined->code_points, NAME_PERSON, false, false};
    if (tag[0] == 'B' && type_of(tag + 2, &mark.type))
        return add_mark(&joined->marks, arena, mark) == 0;
    if (tag[0] == 'I' && joined->marks.count > 0)
        joined->marks.items[joined->marks.count - 1].end = joined->code_points;
    return true;
}

static int end_joined(struct names_corpus *corpus, const struct names_set *set, struct syntax *syntax,
                      struct joined *joined, struct hearsay_error *error)
{
    int code = 0;
    cJSON *json = cJSON_CreateObject();
    joined->text[joined->bytes] = '\0';
    cJSON_AddStringToObject(json, "id", "words");
    cJSON_AddStringToObject(json, "text", joined->text);
    char *line = cJSON_PrintUnformatted(json);
    struct view kept = line ? arena_copy(corpus->arena, view_of(line)) : (struct view){NULL, 0};
    if (!kept.data)
        code = error_memory(error, "train");
    else if (joined->bytes > 0)
        code = add_document(corpus, set, syntax, kept, &joined->marks, error);
    free(line);
    cJSON_Delete(json);
    *joined = (struct joined){0};
    return code;
}

/* ---- files
 * ------------------------------------------------------------------------------------------------------------ */

static int read_line(struct names_corpus *corpus, const struct names_set *set, struct syntax *syntax, char *line,
                     size_t length, struct joined *joined, struct hearsay_error *error)
{
    if (view_ends(view_of(set->path), VIEW(".jsonl"))) {
        struct view kept = arena_copy(corpus->arena, (struct view){line, length});
        if (!kept.data)
            return error_memory(error, "train");
        return length ? read_json_line(corpus, set, syntax, kept, error) : 0;
    }
    char *tab = strchr(line, '\t');
    if (!tab)
        return end_joined(corpus, set, syntax, joined, error);
    *tab = '\0';
    if (!join_word(joined, line, tab + 1, corpus->arena))
        return error_set(error, HEARSAY_ERROR_LIMIT, "train", set->path, "a sentence is too long");
    return 0;
}

int names_corpus_read(struct names_corpus *corpus, const struct names_set *set, struct syntax *syntax,
                      struct hearsay_error *error)
{
    FILE *file = fopen(set->path, "rb");
    struct joined *joined = calloc(1, sizeof *joined);
    char *line = NULL;
    size_t capacity = 0;
    int code = 0;
    if (!file || !joined) {
        code = error_set(error, HEARSAY_ERROR_IO, "train", set->path, "cannot be read");
        goto done;
    }
    for (ssize_t length; code == 0 && (length = getline(&line, &capacity, file)) >= 0;) {
        while (length > 0 && (line[length - 1] == '\n' || line[length - 1] == '\r'))
            line[--length] = '\0';
        code = read_line(corpus, set, syntax, line, (size_t)length, joined, error);
    }
    if (code == 0 && joined->bytes > 0)
        code = end_joined(corpus, set, syntax, joined, error);
done:
    if (file)
        fclose(file);
    free(joined);
    free(line);
    return code;
}
