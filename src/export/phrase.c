#include "export/phrase.h"

#include "base/utf8.h"
#include "export/evidence.h"

#define CUE_LONGEST  24 /* bytes: above, the words of the text would be no label */
#define MARK_LONGEST 6  /* bytes of a footnote mark with its brackets */

static bool is_one_of(struct view word, const char *const *words)
{
    for (; *words; words++)
        if (view_is(word, *words))
            return true;
    return false;
}

/* "accused", "wrote". Nouns and other forms of verbs, which say less about who did what, are none. */
static bool is_past(struct view word)
{
    static const char *const IRREGULAR[] = {"told", "said", "wrote", "swore", "spoke", "sought", "hit", "stood", NULL};
    for (size_t i = 0; i < word.length; i++)
        if (word.data[i] < 'a' || word.data[i] > 'z')
            return false;
    return (word.length > 3 && view_ends(word, VIEW("ed"))) || is_one_of(word, IRREGULAR);
}

/* A verb in the past alone or with its particles, "called on". Other phrases may turn who and whom around: what "drew
 * criticism from" somebody did not criticise. */
static bool is_past_phrase(struct view cue)
{
    static const char *const PARTICLES[] = {"against", "at", "back", "for", "off", "on",
                                            "out",     "up", "with", "by",  "to",  NULL};
    bool first = true;
    if (cue.length > CUE_LONGEST)
        return false;
    for (size_t start = 0, i = 0; i <= cue.length; i++) {
        if (i < cue.length && cue.data[i] != ' ')
            continue;
        struct view word = view_slice(cue, start, i);
        if (first ? !is_past(word) : !is_one_of(word, PARTICLES))
            return false;
        first = false;
        start = i + 1;
    }
    return true;
}

static bool is_quote_mark(struct view text, size_t at)
{
    return view_starts(view_slice(text, at, text.length), VIEW("\"")) ||
           view_starts(view_slice(text, at, text.length), VIEW("\xE2\x80\x9C"));
}

/* Who goes to court does not charge anybody, whatever noun says so. */
static bool is_lawsuit(const struct record_claim *claim)
{
    return claim->claim.relation == RELATION_CHARGE &&
           (view_starts(claim->cue_text, VIEW("su")) || view_starts(claim->cue_text, VIEW("lawsuit")));
}

/* Whether the text's verb tells nothing without what was said, while the relation does: "said" of an accusation. */
static bool is_empty_alone(const struct record_claim *claim)
{
    static const char *const SAYING[] = {"said", "told", "wrote", "called", "added", "described", NULL};
    return is_one_of(claim->cue_text, SAYING);
}

static void add_verb(struct builder *builder, const struct record_claim *claim)
{
    if (is_past_phrase(claim->cue_text))
        builder_add(builder, claim->cue_text);
    else if (is_lawsuit(claim))
        builder_text(builder, "sued");
    else if (claim->claim.relation == RELATION_DESCRIBE && is_quote_mark(claim->content_text, 0))
        builder_text(builder, "called");
    else
        builder_text(builder, evidence_verb(claim->claim.relation));
}

void phrase_verb(struct builder *builder, const struct record_claim *claim)
{
    if (is_empty_alone(claim))
        builder_text(builder, evidence_verb(claim->claim.relation));
    else
        add_verb(builder, claim);
}

/* Whether what was said can follow the verb: after the text's own verb it does; after another one, that of a noun say,
 * only what does not hang on the noun. */
static bool follows_verb(const struct record_claim *claim)
{
    static const char *const OPENERS[] = {"that ", "to "};
    if (!claim->content_text.length || is_past_phrase(claim->cue_text))
        return claim->content_text.length > 0;
    for (size_t i = 0; i < sizeof OPENERS / sizeof *OPENERS; i++)
        if (view_starts(claim->content_text, view_of(OPENERS[i])))
            return true;
    return is_quote_mark(claim->content_text, 0);
}

/* The length of a footnote mark "[12]" at `at`, or 0. */
static size_t mark_length(struct view text, size_t at)
{
    if (text.data[at] != '[')
        return 0;
    for (size_t i = at + 1; i < text.length && i < at + MARK_LONGEST; i++)
        if (text.data[i] == ']')
            return i + 1 - at;
    return 0;
}

/* The first byte at or after `at` that is white space, or is none. */
static size_t skip(struct view text, size_t at, bool space)
{
    size_t next;
    while (at < text.length && utf8_is_space(utf8_decode(text, at, &next)) == space)
        at = next;
    return at;
}

/* The closing mark that a cut quotation lacks, or "". */
static const char *missing_mark(struct view text)
{
    size_t straight = 0, opened = 0, closed = 0;
    for (size_t i = 0; i < text.length; i++) {
        struct view rest = view_slice(text, i, text.length);
        straight += text.data[i] == '"';
        opened += view_starts(rest, VIEW("\xE2\x80\x9C"));
        closed += view_starts(rest, VIEW("\xE2\x80\x9D"));
    }
    return opened > closed ? "\xE2\x80\x9D" : straight % 2 ? "\"" : "";
}

/* Adds a word behind a space; nothing of one that is only a footnote mark. */
static void add_word(struct builder *builder, struct view word)
{
    bool started = false;
    for (size_t at = 0; at < word.length;) {
        size_t mark = mark_length(word, at);
        if (!mark && !started)
            builder_separate(builder, " ");
        if (!mark)
            builder_add(builder, view_slice(word, at, at + 1));
        started = started || !mark;
        at += mark ? mark : 1;
    }
}

/* The length of a comma and the closing mark behind it, the end of a quotation within a sentence; else 0. */
static size_t comma_length(struct view text)
{
    static const struct view ENDS[] = {VIEW(",\""), VIEW(",\xE2\x80\x9D")};
    for (size_t i = 0; i < sizeof ENDS / sizeof *ENDS; i++)
        if (view_ends(text, ENDS[i]))
            return ENDS[i].length;
    return 0;
}

/* What phrase_claim says about `most`. */
static void add_cut(struct builder *builder, struct view text, size_t most)
{
    struct builder taken = builder_new(builder->arena);
    size_t at = skip(text, 0, true), length = 0;
    while (at < text.length) {
        struct view word = view_slice(text, at, skip(text, at, false));
        length += utf8_length(word) + (length > 0);
        if (length > most && taken.length)
            break;
        add_word(&taken, word);
        at = skip(text, at + word.length, true);
    }
    struct view kept = builder_view(&taken);
    size_t comma = at < text.length ? 0 : comma_length(kept);
    builder_add(builder, view_slice(kept, 0, kept.length - comma));
    builder_add(builder, view_slice(kept, kept.length - comma + (comma > 0), kept.length));
    if (at < text.length) {
        builder_text(builder, "\xE2\x80\xA6");
        builder_text(builder, missing_mark(kept));
    }
    builder->failed = builder->failed || taken.failed;
}

/* Whether a colon parts the verb from what was said: direct speech, and a clause that does not hang on the cue. */
static bool is_speech(const struct record_claim *claim)
{
    if (claim->claim.relation == RELATION_DESCRIBE || view_is(claim->cue_text, "called"))
        return false;
    return claim->claim.quote == QUOTE_FULL ? is_quote_mark(claim->content_text, 0) : !follows_verb(claim);
}

void phrase_claim(struct builder *builder, const struct record_claim *claim, size_t most)
{
    bool clause = claim->claim.relation == RELATION_SAY && claim->content_text.length > 0;
    if (!follows_verb(claim) && !clause) {
        phrase_verb(builder, claim);
        return;
    }
    add_verb(builder, claim);
    builder_text(builder, is_speech(claim) ? ": " : " ");
    add_cut(builder, claim->content_text, most);
}
