/* The rules behind the name finder. Each word stands with the tag that the chain gave it ("Visby/L"; no tag: no name);
 * a bar parts sentences, an underscore glues a word to the next. Sentences are our own. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "syntax/names_rules.h"

enum { MOST_WORDS = 64, MOST_SENTENCES = 4 };

struct marked_document {
    struct document document;
    struct token tokens[MOST_WORDS];
    struct sentence sentences[MOST_SENTENCES];
};

static enum name_tag tag_of(char type, bool goes_on)
{
    switch (type) {
    case 'P':
        return goes_on ? NAME_I_PER : NAME_B_PER;
    case 'O':
        return goes_on ? NAME_I_ORG : NAME_B_ORG;
    case 'L':
        return goes_on ? NAME_I_LOC : NAME_B_LOC;
    default:
        return NAME_O;
    }
}

/* Reads "Word/T Word": a type in small letters goes on with the name before. */
static void read_marked(struct marked_document *marked, const char *text)
{
    *marked = (struct marked_document){.sentences = {{.first = 0}}};
    uint32_t count = 0, sentence = 0;
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, " ");
        if (at[0] == '|') {
            sentence++;
            marked->sentences[sentence].first = count;
        } else {
            size_t form = strcspn(at, "/ _");
            bool goes_on = at[form] == '/' && at[form + 1] >= 'a';
            char type = at[form] == '/' ? (char)(at[form + 1] & ~0x20) : 0;
            marked->tokens[count++] = (struct token){.form = at,
                                                     .form_length = (uint16_t)form,
                                                     .space_after = at[length - 1] != '_',
                                                     .upos = at[0] >= 'A' ? UPOS_NOUN : UPOS_PUNCT,
                                                     .name = (uint8_t)tag_of(type, goes_on)};
            marked->sentences[sentence].count++;
        }
        at += length + (at[length] == ' ');
    }
    marked->document.tokens = marked->tokens;
    marked->document.token_count = count;
    marked->document.sentences = marked->sentences;
    marked->document.sentence_count = sentence + 1;
}

/* Writes the names of a document: "ORG Kalmar Foods; LOC Visby". */
static void write_names(const struct document *document, char *out, size_t room)
{
    static const char *const types[] = {"PER", "ORG", "LOC", "DEM"};
    size_t length = 0;
    out[0] = 0;
    for (uint32_t i = 0; i < document->token_count; i++) {
        enum name_tag tag = (enum name_tag)document->tokens[i].name;
        struct view form = token_form(&document->tokens[i]);
        if (tag == NAME_O)
            continue;
        const char *before = name_tag_continues(tag) ? " " : length > 0 ? "; " : "";
        length += (size_t)snprintf(out + length, room - length, "%s%s%s%.*s", before,
                                   name_tag_continues(tag) ? "" : types[name_tag_type(tag)],
                                   name_tag_continues(tag) ? "" : " ", VIEW_ARGS(form));
    }
}

static void rules_correct_names(void **state)
{
    static const struct {
        const char *name;
        const char *text;
        const char *names;
    } cases[] = {
        {"joined acronyms", "The KLP_ -_ N denied it", "ORG KLP - N"},
        {"countries are not joined", "US/L_ -_ EU/O talks", "LOC US; ORG EU"},
        {"the place of a body", "the Harbour/O Authority/o of Visby/L said", "ORG Harbour Authority of Visby"},
        {"the place with an article", "the Communist/O Party/o of the Philippines/L said",
         "ORG Communist Party of the Philippines"},
        {"where a body is", "the Harbour/O Authority/o in Visby/L said", "ORG Harbour Authority; LOC Visby"},
        {"whose a thing is", "rebels/O of Darfur/L said", "ORG rebels; LOC Darfur"},
        {"capitals after of", "the Union/O of Concerned Moths said", "ORG Union of Concerned Moths"},
        {"a title after of", "the Union/O of President Lisin/P said", "ORG Union; PER Lisin"},
        {"initials", "the National/O Union/o of/o Moths/o met | the NUM won", "ORG National Union of Moths; ORG NUM"},
        {"other letters", "the National/O Union/o of/o Moths/o met | the NUT won", "ORG National Union of Moths"},
        {"a field in two words", "the Ministry/O of/o Harbours/o and Fisheries said",
         "ORG Ministry of Harbours and Fisheries"},
        {"a ministry and somebody", "the Ministry/O of/o Harbours/o and President Lisin/P met",
         "ORG Ministry of Harbours; PER Lisin"},
        {"a place and something", "the Bank/O of/o England/o and Fisheries met", "ORG Bank of England"},
        {"the form of a company", "Lisin/O Foods/o , Inc. was fined", "ORG Lisin Foods , Inc."},
        {"a comma before a name", "Lisin/O Foods/o , Visby/L was fined", "ORG Lisin Foods; LOC Visby"},
        {"an acronym in brackets", "the League/O for/o Moths/o ( LfM ) met | LfM won",
         "ORG League for Moths; ORG LfM; ORG LfM"},
        {"an acronym taken for a person", "the League/O for/o Moths/o ( LMO ; a group ) met | LMO/P won",
         "ORG League for Moths; ORG LMO; ORG LMO"},
        {"an office in brackets", "Labour/O ( MP ) met", "ORG Labour"},
        {"a country in brackets", "Moths/O Group/o ( UK ) met", "ORG Moths Group"},
        {"the acronym of a thing is nobody elsewhere", "Moth/O Counting/o ( MCO ) pays | MCO pays",
         "ORG Moth Counting; ORG MCO"},
        {"a body that everybody knows", "the House of Representatives met", "ORG House of Representatives"},
        {"the election of a body", "the House of Representatives elections", ""},
        {"places in small letters", "i moved from kerala to san francisco california",
         "LOC kerala; LOC san francisco; LOC california"},
        {"words that are places, too", "i am in hope of milk from turkey", ""},
        {"places in small letters among capitals", "He moved to kerala", ""},
        {"a storm", "Hurricane Lena/P hit Visby/L | Lena/P killed two", "LOC Visby"},
        {"a storm and a person", "Hurricane/P Lena/p hit Visby/L | Lena/P Orlova/p fled | Lena/P smiled",
         "LOC Visby; PER Lena Orlova; PER Lena"},
        {"a ship", "the ferry Aurora/P Star/p left Visby/L", "LOC Visby"},
        {"a ship that is described", "The Aurora/P , a tanker , left Visby/L | Aurora/P sank", "LOC Visby"},
        {"an owner of ships", "Lisin/P , a tanker owner , left", "PER Lisin"},
        {"a place after in", "he lives in Quorby/L | Quorby/P is a town", "LOC Quorby; LOC Quorby"},
        {"a person and a place of one name", "he lives in Quorby/L | Lena/P Quorby/p left | Quorby/P smiled",
         "LOC Quorby; PER Lena Quorby; PER Quorby"},
        {"a titled person", "he believes in Quorby/L | Mr. Quorby/P left | Quorby/P smiled",
         "LOC Quorby; PER Quorby; PER Quorby"},
    };
    static struct marked_document marked;
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char names[512];
        read_marked(&marked, cases[i].text);
        names_apply_rules(&marked.document);
        write_names(&marked.document, names, sizeof names);
        if (strcmp(names, cases[i].names) != 0)
            fail_msg("%s: %s", cases[i].name, names);
    }
}

static void given_names_stay(void **state)
{
    static struct marked_document marked;
    char names[512];
    (void)state;
    read_marked(&marked, "the Harbour/O Authority/o of Visby/L ( HAV ) said | HAV/L won");
    for (uint32_t i = 0; i < marked.document.token_count; i++)
        marked.tokens[i].given = GIVEN_NAME;
    names_apply_rules(&marked.document);
    write_names(&marked.document, names, sizeof names);
    assert_string_equal(names, "ORG Harbour Authority; LOC Visby; LOC HAV");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rules_correct_names),
        cmocka_unit_test(given_names_stay),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
