/* Leaves out what is not English: whole documents, or paragraphs of an English one. */
#include <stdio.h>

#include "text/language.h"
#include "text/stages.h"

#define STAGE      "text"
#define MOST_NAMES 3 /* languages that a warning names */

/* The paragraphs of a text on the way to their verdicts. */
struct recognition {
    struct text_work *work;
    struct language_evidence *here, *whole, *foreign; /* of a paragraph, of all, of those in other languages */
    struct language_guess verdict;                    /* on the whole */
    size_t paragraphs, left_out;
    const char *names[MOST_NAMES];
    size_t name_count;
};

/* The paragraph that starts at `at`; *next is where the one after it starts. */
static struct view paragraph_at(const struct text_work *work, size_t at, size_t *next)
{
    size_t length = work->document->text.length;
    const char *end = memchr(work->clean + at, CLEAN_BREAK, length - at);
    size_t size = end ? (size_t)(end - (work->clean + at)) : length - at;
    *next = at + size + (end != NULL);
    return (struct view){work->clean + at, size};
}

static struct language_guess guess_paragraph(struct recognition *recognition, struct view paragraph)
{
    memset(recognition->here, 0, language_evidence_size());
    language_gather(recognition->here, paragraph);
    return language_guess(recognition->here);
}

/* First walk: what all paragraphs say. Where most letters are in paragraphs of other languages, those speak for the
 * whole. Returns whether anything is not English. */
static bool weigh(struct recognition *recognition)
{
    bool any = false;
    size_t next;
    for (size_t at = 0; at < recognition->work->document->text.length; at = next) {
        struct view paragraph = paragraph_at(recognition->work, at, &next);
        enum language_verdict verdict = guess_paragraph(recognition, paragraph).verdict;
        language_add(recognition->whole, recognition->here);
        if (verdict == LANGUAGE_OTHER)
            language_add(recognition->foreign, recognition->here);
        any = any || verdict == LANGUAGE_OTHER;
    }
    bool mostly = language_letters(recognition->foreign) * 2 > language_letters(recognition->whole);
    recognition->verdict = language_guess(mostly ? recognition->foreign : recognition->whole);
    return any || recognition->verdict.verdict == LANGUAGE_OTHER;
}

static void note_name(struct recognition *recognition, const char *name)
{
    for (size_t i = 0; name && i < recognition->name_count; i++)
        if (recognition->names[i] == name)
            return;
    if (name && recognition->name_count < MOST_NAMES)
        recognition->names[recognition->name_count++] = name;
}

/* Second walk: blanks the paragraphs that are not to be read. In a text of another language that is all but those that
 * are English beyond doubt. */
static void leave_out(struct recognition *recognition)
{
    bool foreign = recognition->verdict.verdict == LANGUAGE_OTHER;
    size_t next;
    for (size_t at = 0; at < recognition->work->document->text.length; at = next) {
        struct view paragraph = paragraph_at(recognition->work, at, &next);
        struct language_guess guess = guess_paragraph(recognition, paragraph);
        if (language_letters(recognition->here) == 0)
            continue;
        recognition->paragraphs++;
        if (guess.verdict != LANGUAGE_OTHER && (!foreign || (guess.verdict == LANGUAGE_ENGLISH && guess.clear)))
            continue;
        note_name(recognition, guess.verdict == LANGUAGE_OTHER ? guess.name : recognition->verdict.name);
        memset(recognition->work->clean + at, CLEAN_SKIP, paragraph.length);
        recognition->left_out++;
    }
}

static void list_names(const struct recognition *recognition, char *names, size_t size)
{
    size_t used = 0;
    *names = '\0';
    for (size_t i = 0; i < recognition->name_count && used < size; i++)
        used += (size_t)snprintf(names + used, size - used, "%s%s", i ? " or " : "", recognition->names[i]);
    if (recognition->name_count == 0)
        snprintf(names, size, "in a language that is not known");
}

static void report(const struct recognition *recognition)
{
    struct text_work *work = recognition->work;
    char names[200];
    list_names(recognition, names, sizeof names);
    if (recognition->left_out == recognition->paragraphs)
        document_warn(work->document, work->arena, "the text is %s, not English: it is not read", names);
    else
        document_warn(work->document, work->arena, "%zu of %zu paragraphs are %s, not English: they are not read",
                      recognition->left_out, recognition->paragraphs, names);
}

/* A language that the input gives is believed. */
static void obey(struct text_work *work)
{
    struct view code = work->document->language;
    const char *name = language_name(code);
    if (language_is_english(code))
        return;
    memset(work->clean, CLEAN_SKIP, work->document->text.length);
    document_warn(work->document, work->arena, "the text is said to be \"%.*s\"%s%s, not English: it is not read",
                  VIEW_ARGS(code), name ? ", " : "", name ? name : "");
}

static bool is_given(struct view code)
{
    return code.length > 0 && !view_is_lower(code, "und");
}

int text_recognise_language(struct text_work *work, struct hearsay_error *error)
{
    size_t size = language_evidence_size();
    if (is_given(work->document->language)) {
        obey(work);
        return HEARSAY_OK;
    }
    char *room = arena_array(work->scratch, 3, size);
    if (!room)
        return error_memory(error, STAGE);
    struct recognition recognition = {
        .work = work, .here = (void *)room, .whole = (void *)(room + size), .foreign = (void *)(room + 2 * size)};
    if (weigh(&recognition)) {
        leave_out(&recognition);
        report(&recognition);
    }
    work->document->language = view_of(recognition.verdict.code);
    return HEARSAY_OK;
}

int text_recognise_words(struct text_work *work, struct hearsay_error *error)
{
    struct document *document = work->document;
    struct language_evidence *evidence = arena_array(work->scratch, 1, language_evidence_size());
    if (!evidence)
        return error_memory(error, STAGE);
    language_gather(evidence, document->text);
    struct language_guess guess = language_guess(evidence);
    document->language = view_of(guess.code);
    document->foreign = guess.verdict == LANGUAGE_OTHER;
    if (document->foreign)
        document_warn(document, work->arena, "the text is %s, not English: no claims are looked for",
                      guess.name ? guess.name : "in a language that is not known");
    return HEARSAY_OK;
}
