/* stages.h: what the files of the text room share: lay out, mark citations, tokenise, mark quotes, split sentences.
 *
 * The stages work on a clean copy of the text with the same length, so that a position in one is a position in the
 * other. In it every white space is ' ', the end of a paragraph is '\n', and what is not to be read holds control
 * characters. */
#ifndef HEARSAY_TEXT_STAGES_H
#define HEARSAY_TEXT_STAGES_H

#include "text/text.h"

#define CLEAN_BREAK '\n'    /* ends a paragraph, and with it the sentence and the quotation */
#define CLEAN_SKIP '\x01'   /* markup: parts words without being a space */
#define CLEAN_CITATION '\x02' /* a footnote mark: the same */
#define CLEAN_NOTE '\x03'  /* in place of "^": what follows is the label of a footnote mark */

/* A document on its way through the room. */
struct text_work {
    struct document *document;
    char *clean; /* document->text.length bytes */
    const struct hearsay_limits *limits;
    struct arena *arena;   /* lives as long as the document */
    struct arena *scratch; /* lives as long as text_parse */
    const char *place;     /* "FILE:LINE" or "FILE", for messages */
    const struct text_unit *unit;
    const struct text_parts *parts; /* NULL: the document stays whole */
    bool long_word;        /* warned already */
    bool long_sentence;
};

/* The path without one of the suffixes that text_open knows. */
struct view text_without_suffix(struct view path);

/* Copies bytes [start, end) of the text to work->clean with white space and control characters as ' ' and what shows
 * nothing (zero-width spaces, marks of direction) as CLEAN_SKIP. */
void text_clean_range(struct text_work *work, size_t start, size_t end);

/* Fills work->clean from plain text. A blank line parts paragraphs. A single line feed is a space in wrapped text and
 * parts paragraphs elsewhere (headlines, lists, one paragraph or sentence to a line). Text is wrapped when its longest
 * line with a space in it is 40 to 130 code points long; in it, a line feed is a space where the next line's first word
 * would not have fitted behind the line (the rule of greedy filling). Before a lower-case letter it is a space in any
 * text, and before a bullet or a footnote mark it parts in any text. */
void text_lay_out_plain(struct text_work *work);

/* Gives the document its headline as title: a first line of at least two words and at most 120 code points that ends in a
 * letter, a digit or a closing quote mark, before a blank line. For plain text that is laid out. */
void text_take_headline(struct text_work *work);

/* Fills work->clean from Markdown (CommonMark's blocks and the emphasis, links, code spans, footnote marks and tables
 * of GitHub's and pandoc's dialects): markup, code blocks, images, URLs of links, HTML tags and front matter are
 * skipped. The document gets title, date and url of the front matter, else the first heading of the first level as its
 * title. */
void text_lay_out_markdown(struct text_work *work);

/* Recognises the language of a text that is laid out (language.h), by paragraphs, and sets document->language, "und" where
 * it is not known. What is not English is overwritten with CLEAN_SKIP and reported in a warning. A language that the
 * input gave is believed: English is read whole, another one not at all. */
int text_recognise_language(struct text_work *work, struct hearsay_error *error);

/* The same for given words, which stay: document->foreign is set where they are not English. */
int text_recognise_words(struct text_work *work, struct hearsay_error *error);

/* Finds footnote marks in work->clean, lists them in document->citations (the sentence is set later) and blanks them.
 */
int text_find_citations(struct text_work *work, struct hearsay_error *error);

/* Gives every citation its sentence; `before` where it opens a paragraph. Without a sentence in the text the citations
 * go. */
void text_assign_citations(struct text_work *work);

/* Hands the words read so far to work->parts and forgets them. */
int text_hand_over(struct text_work *work, struct hearsay_error *error);

/* Cuts the clean text into words and sentences. */
int text_tokenise(struct text_work *work, struct hearsay_error *error);

/* Cuts the words [first, token_count) of one paragraph into sentences. */
int text_split_sentences(struct text_work *work, size_t first, struct hearsay_error *error);

/* True for a word that often begins a sentence and hardly ever follows an abbreviation inside one: "The", "He",
 * "However". */
bool text_opens_sentence(struct view form);

/* Adds a sentence of the tokens [first, end). */
int text_add_sentence(struct text_work *work, size_t first, size_t end, bool opens_paragraph,
                      struct hearsay_error *error);

/* Sets in_quote of the words [first, end) of one paragraph. A quotation that is open at its end ends there; one whose
 * end comes first began with the paragraph. Marks of feet and inches, apostrophes and stray marks quote nothing. */
void text_mark_quotes(struct document *document, size_t first, size_t end);

/* Adds an empty token; NULL when there is no memory. */
struct token *text_add_token(struct text_work *work);

/* The readers of a unit whose bytes are valid UTF-8 without NULs: each sets the document's fields and its text. */
int text_read_json(struct text_work *work, struct view line, struct hearsay_error *error);
int text_read_conllu(struct text_work *work, struct view bytes, uint64_t line, struct hearsay_error *error);

/* True for a footnote mark's label: "32", "12-14", "note 3", "a", "citation needed". */
bool text_is_citation_label(struct view label);

#endif
