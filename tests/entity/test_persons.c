/* test_persons.c: Persons: every one once, and two people never one.
 * The notation and the line that is expected are described in build_document.h and resolve_case.h. */
#include "entity/resolve_case.h"

static const struct resolve_case CASES[] = {
    {"surname after full name",
     "Maria/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER opened/VERB/0/root the/DET/5/det talks/NOUN/3/obj "
     "./PUNCT/3/punct | Lindqvist/PROPN/2/nsubj/B-PER left/VERB/0/root early/ADJ/2/obj ./PUNCT/2/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist, Lindqvist"},
    {"first name after full name",
     "Maria/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER opened/VERB/0/root the/DET/5/det talks/NOUN/3/obj "
     "./PUNCT/3/punct | Maria/PROPN/2/nsubj/B-PER left/VERB/0/root early/ADJ/2/obj ./PUNCT/2/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist, Maria"},
    {"title and surname",
     "Maria/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER opened/VERB/0/root the/DET/5/det talks/NOUN/3/obj "
     "./PUNCT/3/punct | Mrs./PROPN/2/nmod:desc Lindqvist/PROPN/3/nsubj/B-PER left/VERB/0/root early/ADJ/3/obj "
     "./PUNCT/3/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist, Lindqvist"},
    {"surname before full name, as in headlines",
     "Lindqvist/PROPN/2/compound/B-PER resigns/NOUN/0/root ./PUNCT/2/punct | Maria/PROPN/3/nsubj/B-PER "
     "Lindqvist/PROPN/1/flat/I-PER gave/VERB/0/root no/DET/5/det reason/NOUN/3/obj ./PUNCT/3/punct",
     NULL,
     "person Maria Lindqvist = Lindqvist, Maria Lindqvist"},
    {"initial for a first name",
     "Maria/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER opened/VERB/0/root the/DET/5/det talks/NOUN/3/obj "
     "./PUNCT/3/punct | M./PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER left/VERB/0/root early/ADJ/3/obj "
     "./PUNCT/3/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist, M. Lindqvist"},
    {"middle name left out",
     "Karl/PROPN/4/nsubj/B-PER Otto/PROPN/1/flat/I-PER Brandt/PROPN/1/flat/I-PER spoke/VERB/0/root "
     "first/ADV/4/advmod ./PUNCT/4/punct | Karl/PROPN/3/nsubj/B-PER Brandt/PROPN/1/flat/I-PER spoke/VERB/0/root "
     "last/ADJ/3/obj ./PUNCT/3/punct",
     NULL,
     "person Karl Otto Brandt = Karl Otto Brandt, Karl Brandt"},
    {"suffix left out",
     "Karl/PROPN/4/nsubj/B-PER Brandt/PROPN/1/flat/I-PER Jr./PROPN/1/flat/I-PER spoke/VERB/0/root "
     "first/ADV/4/advmod ./PUNCT/4/punct | Brandt/PROPN/2/nsubj/B-PER spoke/VERB/0/root last/ADJ/2/obj "
     "./PUNCT/2/punct",
     NULL,
     "person Karl Brandt Jr. = Karl Brandt Jr., Brandt"},
    {"father and son",
     "Karl/PROPN/3/nsubj/B-PER Brandt/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | Karl/PROPN/4/nsubj/B-PER "
     "Brandt/PROPN/1/flat/I-PER Jr./PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/4/punct | Brandt/PROPN/3/nsubj/B-PER "
     "Jr./PROPN/1/flat/I-PER voted/VERB/0/root ./PUNCT/3/punct | Brandt/PROPN/2/nsubj/B-PER voted/VERB/0/root "
     "./PUNCT/2/punct",
     NULL,
     "person Karl Brandt = Karl Brandt; person Karl Brandt Jr. = Karl Brandt Jr., Brandt Jr.; person Brandt = Brandt"},
    {"a couple",
     "Peter/PROPN/5/nsubj/B-PER and/CCONJ/3/cc Anna/PROPN/1/conj/B-PER Holm/PROPN/3/flat/I-PER spoke/VERB/0/root "
     "./PUNCT/5/punct | Holm/PROPN/2/nsubj/B-PER voted/VERB/0/root ./PUNCT/2/punct | Peter/PROPN/3/nsubj/B-PER "
     "Holm/PROPN/1/flat/I-PER voted/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "person Peter Holm = Peter, Peter Holm; person Anna Holm = Anna Holm; person Holm = Holm"},
    {"a husband and the full name of his wife",
     "Holm/PROPN/6/nsubj/B-PER and/CCONJ/4/cc his/PRON/4/nmod:poss wife/NOUN/1/conj Anna/PROPN/4/appos/B-PER "
     "spoke/VERB/0/root ./PUNCT/6/punct | Anna/PROPN/3/nsubj/B-PER Holm/PROPN/1/flat/I-PER voted/VERB/0/root "
     "./PUNCT/3/punct",
     NULL,
     "person Holm = Holm, his; person Anna = Anna; person Anna Holm = Anna Holm"},
    {"a title of the other gender",
     "Anna/PROPN/3/nsubj/B-PER Holm/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | Mr./PROPN/3/nsubj "
     "Holm/PROPN/1/flat/B-PER voted/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "person Anna Holm = Anna Holm; person Holm = Holm"},
    {"a first name that is somebody else's",
     "Peter/PROPN/3/nsubj/B-PER Vik/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | Peter/PROPN/5/nsubj/B-PER "
     "and/CCONJ/3/cc Anna/PROPN/1/conj/B-PER Holm/PROPN/3/flat/I-PER spoke/VERB/0/root ./PUNCT/5/punct | "
     "Holm/PROPN/2/nsubj/B-PER voted/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "person Peter Vik = Peter Vik, Peter; person Anna Holm = Anna Holm, Holm"},
    {"a father with his suffix",
     "Karl/PROPN/3/nsubj/B-PER Brandt/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | Karl/PROPN/4/nsubj/B-PER "
     "Brandt/PROPN/1/flat/I-PER Sr./PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/4/punct",
     NULL,
     "person Karl Brandt Sr. = Karl Brandt, Karl Brandt Sr."},
    {"spellings of a family name",
     "Ahmed/PROPN/3/nsubj/B-PER Gaddafi/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | "
     "Qadhafi/PROPN/2/nsubj/B-PER voted/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "person Ahmed Gaddafi = Ahmed Gaddafi, Qadhafi"},
    {"family name first",
     "Bai/PROPN/3/nsubj/B-PER Guowei/PROPN/1/flat/I-PER spoke/VERB/0/root first/ADV/3/advmod ./PUNCT/3/punct | "
     "Bai/PROPN/2/nsubj/B-PER spoke/VERB/0/root last/ADJ/2/obj ./PUNCT/2/punct",
     NULL,
     "person Bai Guowei = Bai Guowei, Bai"},
    {"compound surname",
     "Ana/PROPN/4/nsubj/B-PER Ruiz/PROPN/1/flat/I-PER Ortega/PROPN/1/flat/I-PER spoke/VERB/0/root "
     "first/ADV/4/advmod ./PUNCT/4/punct | Ruiz/PROPN/2/compound/B-PER Ortega/PROPN/3/nsubj/I-PER "
     "spoke/VERB/0/root last/ADJ/3/obj ./PUNCT/3/punct",
     NULL,
     "person Ana Ruiz Ortega = Ana Ruiz Ortega, Ruiz Ortega"},
    {"particle in the surname",
     "Jan/PROPN/2/compound/B-PER van/NOUN/4/nsubj/I-PER Houten/PROPN/2/flat/I-PER spoke/VERB/0/root "
     "first/ADV/4/advmod ./PUNCT/4/punct | van/PROPN/3/nsubj/B-PER Houten/PROPN/1/flat/I-PER spoke/VERB/0/root "
     "last/ADJ/3/obj ./PUNCT/3/punct",
     NULL,
     "person Jan van Houten = Jan van Houten, van Houten"},
    {"spelling of a foreign name",
     "Oleh/PROPN/3/nsubj/B-PER Dovzhensky/PROPN/1/flat/I-PER spoke/VERB/0/root first/ADV/3/advmod ./PUNCT/3/punct "
     "| Dovzhenskyy/PROPN/2/nsubj/B-PER spoke/VERB/0/root last/ADJ/2/obj ./PUNCT/2/punct",
     NULL,
     "person Oleh Dovzhensky = Oleh Dovzhensky, Dovzhenskyy"},
    {"diacritics left out",
     "José/PROPN/3/nsubj/B-PER Peña/PROPN/1/flat/I-PER spoke/VERB/0/root first/ADV/3/advmod ./PUNCT/3/punct | "
     "Pena/PROPN/2/nsubj/B-PER spoke/VERB/0/root last/ADJ/2/obj ./PUNCT/2/punct",
     NULL,
     "person José Peña = José Peña, Pena"},
    {"possessive is no part of a name",
     "Maria/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | "
     "Lindqvist/PROPN/3/nmod:poss/B-PER 's/PART/1/case speech/NOUN/5/nsubj was/AUX/5/cop short/ADJ/0/root "
     "./PUNCT/5/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist, Lindqvist"},
    {"the tagger took the office into the name",
     "President/PROPN/2/nmod:desc/B-PER Maria/PROPN/4/nsubj/I-PER Lindqvist/PROPN/2/flat/I-PER spoke/VERB/0/root "
     "./PUNCT/4/punct | Lindqvist/PROPN/2/nsubj/B-PER left/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist, Lindqvist"},
    {"most tags decide the type",
     "Lindqvist/PROPN/2/nsubj/B-PER spoke/VERB/0/root ./PUNCT/2/punct | Lindqvist/PROPN/2/nsubj/B-ORG "
     "left/VERB/0/root ./PUNCT/2/punct | Lindqvist/PROPN/2/nsubj/B-PER returned/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "person Lindqvist = Lindqvist, Lindqvist, Lindqvist"},
    {"two people with one surname stay two",
     "Maria/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER met/VERB/0/root Erik/PROPN/3/obj/B-PER "
     "Lindqvist/PROPN/4/flat/I-PER on/ADP/7/case Monday/PROPN/3/obl ./PUNCT/3/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist; person Erik Lindqvist = Erik Lindqvist"},
    {"a surname of two people is neither",
     "Maria/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER met/VERB/0/root Erik/PROPN/3/obj/B-PER "
     "Lindqvist/PROPN/4/flat/I-PER on/ADP/7/case Monday/PROPN/3/obl ./PUNCT/3/punct | "
     "Lindqvist/PROPN/2/nsubj/B-PER left/VERB/0/root early/ADJ/2/obj ./PUNCT/2/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist; person Erik Lindqvist = Erik Lindqvist; person Lindqvist = "
     "Lindqvist"},
    {"a title tells namesakes apart",
     "Maria/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER met/VERB/0/root Erik/PROPN/3/obj/B-PER "
     "Lindqvist/PROPN/4/flat/I-PER on/ADP/7/case Monday/PROPN/3/obl ./PUNCT/3/punct | Mrs./PROPN/2/nmod:desc "
     "Lindqvist/PROPN/3/nsubj/B-PER left/VERB/0/root early/ADJ/3/obj ./PUNCT/3/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist, Lindqvist; person Erik Lindqvist = Erik Lindqvist"},
    {"the only namesake introduced so far",
     "Maria/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | "
     "Lindqvist/PROPN/2/nsubj/B-PER left/VERB/0/root ./PUNCT/2/punct | Erik/PROPN/3/nsubj/B-PER "
     "Lindqvist/PROPN/1/flat/I-PER stayed/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist, Lindqvist; person Erik Lindqvist = Erik Lindqvist"},
    {"first names that agree only in the initial letter",
     "Maria/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | "
     "Marta/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER left/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist; person Marta Lindqvist = Marta Lindqvist"},
    {"an initial that fits two people",
     "Maria/PROPN/6/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER and/CCONJ/4/cc Marta/PROPN/1/conj/B-PER "
     "Lindqvist/PROPN/4/flat/I-PER spoke/VERB/0/root ./PUNCT/6/punct | M./PROPN/3/nsubj/B-PER "
     "Lindqvist/PROPN/1/flat/I-PER left/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist; person Marta Lindqvist = Marta Lindqvist; person M. Lindqvist = M. "
     "Lindqvist"},
    {"a first name is not another's surname",
     "Martin/PROPN/3/nsubj/B-PER Keller/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | "
     "Jonas/PROPN/3/nsubj/B-PER Martin/PROPN/1/flat/I-PER left/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "person Martin Keller = Martin Keller; person Jonas Martin = Jonas Martin"},
    {"a first name of two people",
     "Maria/PROPN/3/nsubj/B-PER Keller/PROPN/1/flat/I-PER met/VERB/0/root Maria/PROPN/3/obj/B-PER "
     "Novak/PROPN/4/flat/I-PER ./PUNCT/3/punct | Maria/PROPN/2/nsubj/B-PER left/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "person Maria Keller = Maria Keller; person Maria Novak = Maria Novak; person Maria = Maria"},
    {"father and son",
     "Karl/PROPN/8/nsubj/B-PER Otto/PROPN/1/flat/I-PER Brandt/PROPN/1/flat/I-PER and/CCONJ/5/cc "
     "Karl/PROPN/1/conj/B-PER Emil/PROPN/1/flat/I-PER Brandt/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/8/punct "
     "| Karl/PROPN/3/nsubj/B-PER Brandt/PROPN/1/flat/I-PER left/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "person Karl Otto Brandt = Karl Otto Brandt; person Karl Emil Brandt = Karl Emil Brandt; person Karl Brandt = "
     "Karl Brandt"},
    {"a first name before anyone of it was introduced",
     "Robert/PROPN/2/nsubj/B-PER spoke/VERB/0/root ./PUNCT/2/punct | Robert/PROPN/3/nsubj/B-PER "
     "Keller/PROPN/1/flat/I-PER left/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "person Robert = Robert; person Robert Keller = Robert Keller"},
    {"a mention that the tagger missed",
     "Maria/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | "
     "Mrs./PROPN/3/nsubj Lindqvist/PROPN/1/flat left/VERB/0/root ./PUNCT/3/punct | Lindqvist/PROPN/2/nsubj/B-PER "
     "returned/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist, Lindqvist, Lindqvist"},
    {"he unmasks a person tagged as a place",
     "Martin/PROPN/3/nsubj/B-LOC Keller/PROPN/1/flat/I-LOC spoke/VERB/0/root ./PUNCT/3/punct | He/PRON/2/nsubj "
     "left/VERB/0/root ./PUNCT/2/punct",
     "He",
     "He -> Martin Keller; person Martin Keller = Martin Keller, He"},
    {"an office is no name",
     "Maria/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER met/VERB/0/root the/DET/5/det "
     "Secretary/PROPN/3/obj/B-ORG of/ADP/7/case/I-ORG State/PROPN/5/nmod/I-ORG ./PUNCT/3/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist"},
    {"an office of two words in the name",
     "Prime/ADJ/2/amod/B-PER Minister/PROPN/3/nmod:desc/I-PER Maria/PROPN/5/nsubj/I-PER "
     "Lindqvist/PROPN/3/flat/I-PER spoke/VERB/0/root ./PUNCT/5/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist"},
    {"a name that ran into its birth name",
     "Maria/PROPN/5/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER (/PUNCT/5/punct/I-PER Keller/PROPN/5/nsubj/I-PER "
     "spoke/VERB/0/root ./PUNCT/5/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist"},
    {"a family name that the tagger took for a company once",
     "Karl/PROPN/3/nsubj/B-PER Brandt/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | "
     "Brandt/PROPN/2/nsubj/B-ORG left/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "person Karl Brandt = Karl Brandt, Brandt"},
    {"a company that bears a family name",
     "Karl/PROPN/3/nsubj/B-PER Brandt/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | "
     "Brandt/PROPN/2/nsubj/B-ORG grew/VERB/0/root ./PUNCT/2/punct | Brandt/PROPN/2/nsubj/B-ORG hired/VERB/0/root "
     "./PUNCT/2/punct | Brandt/PROPN/2/nsubj/B-ORG paid/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "person Karl Brandt = Karl Brandt; organisation Brandt = Brandt, Brandt, Brandt"},
    {"who was called by the surname first",
     "Maria/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | "
     "Lindqvist/PROPN/2/nsubj/B-PER left/VERB/0/root ./PUNCT/2/punct | Erik/PROPN/3/nsubj/B-PER "
     "Lindqvist/PROPN/1/flat/I-PER stayed/VERB/0/root ./PUNCT/3/punct | Lindqvist/PROPN/2/nsubj/B-PER "
     "returned/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist, Lindqvist, Lindqvist; person Erik Lindqvist = Erik Lindqvist"},
    {"a title against who was called so first",
     "Maria/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | "
     "Lindqvist/PROPN/2/nsubj/B-PER left/VERB/0/root ./PUNCT/2/punct | Erik/PROPN/3/nsubj/B-PER "
     "Lindqvist/PROPN/1/flat/I-PER stayed/VERB/0/root ./PUNCT/3/punct | Mr./PROPN/2/nmod:desc "
     "Lindqvist/PROPN/3/nsubj/B-PER slept/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "person Maria Lindqvist = Maria Lindqvist, Lindqvist; person Erik Lindqvist = Erik Lindqvist, Lindqvist"},
    {"a surname in the headline is who is introduced next",
     "Lindqvist/PROPN/2/compound/B-PER resigns/NOUN/0/root ./PUNCT/2/punct | Maria/PROPN/3/nsubj/B-PER "
     "Lindqvist/PROPN/1/flat/I-PER left/VERB/0/root ./PUNCT/3/punct | Erik/PROPN/3/nsubj/B-PER "
     "Lindqvist/PROPN/1/flat/I-PER stayed/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "person Maria Lindqvist = Lindqvist, Maria Lindqvist; person Erik Lindqvist = Erik Lindqvist"},
    {"a surname in the sentence that introduces a relative",
     "Lindqvist/PROPN/4/nsubj/B-PER is/AUX/4/cop the/DET/4/det sister/NOUN/0/root of/ADP/6/case "
     "Erik/PROPN/4/nmod/B-PER Lindqvist/PROPN/6/flat/I-PER ./PUNCT/4/punct | Lindqvist/PROPN/2/nsubj/B-PER "
     "left/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "person Lindqvist = Lindqvist, Lindqvist; person Erik Lindqvist = Erik Lindqvist; Lindqvist < Erik Lindqvist "
     "(sister)"},
    {"a form of address that only one of two fits",
     "Vera/PROPN/3/nsubj/B-PER Dal/PROPN/1/flat/I-PER met/VERB/0/root Quill/PROPN/3/obj/B-PER Dal/PROPN/4/flat/I-PER "
     "./PUNCT/3/punct | Mr./PROPN/2/nmod:desc Dal/PROPN/3/nsubj/B-PER left/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "person Vera Dal = Vera Dal; person Quill Dal = Quill Dal, Dal"},
    {"a first name after a hyphen",
     "Seo/PROPN/5/nsubj/B-PER Min/PROPN/1/flat/I-PER -/PUNCT/1/punct jae/PROPN/1/flat spoke/VERB/0/root ./PUNCT/5/punct",
     NULL,
     "person Seo Min-jae = Seo Min-jae"},
    {"who backs somebody is no part of the name",
     "A/DET/6/det Pavel/PROPN/6/compound/B-PER Zubov/PROPN/2/flat/I-PER -/PUNCT/5/punct backed/VERB/6/amod "
     "envoy/NOUN/7/nsubj spoke/VERB/0/root ./PUNCT/7/punct",
     NULL,
     "person Pavel Zubov = Pavel Zubov"},
    {"a Vietnamese woman",
     "Nguyen/PROPN/4/nsubj/B-PER Thi/PROPN/1/flat/I-PER Lan/PROPN/1/flat/I-PER met/VERB/0/root Erik/PROPN/4/obj/B-PER "
     "./PUNCT/4/punct | She/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct | He/PRON/2/nsubj stayed/VERB/0/root "
     "./PUNCT/2/punct",
     NULL,
     "person Nguyen Thi Lan = Nguyen Thi Lan, She; person Erik = Erik, He"},
    {"another minister",
     "Foreign/ADJ/2/amod Minister/PROPN/3/nmod:desc Pavel/PROPN/5/nsubj/B-PER Zubov/PROPN/3/flat/I-PER met/VERB/0/root "
     "the/DET/8/det defence/NOUN/8/compound minister/NOUN/5/obj ./PUNCT/5/punct | The/DET/3/det foreign/ADJ/3/amod "
     "minister/NOUN/4/nsubj left/VERB/0/root ./PUNCT/4/punct",
     NULL,
     "person Pavel Zubov = Pavel Zubov, foreign minister"},
    {"a vice president is no president",
     "President/PROPN/2/nmod:desc Vera/PROPN/4/nsubj/B-PER Lisina/PROPN/2/flat/I-PER met/VERB/0/root the/DET/7/det "
     "vice/NOUN/7/compound president/NOUN/4/obj ./PUNCT/4/punct | The/DET/3/det tired/ADJ/3/amod "
     "president/NOUN/4/nsubj left/VERB/0/root ./PUNCT/4/punct",
     NULL,
     "person Vera Lisina = Vera Lisina, tired president"},
    {"a president is no former president",
     "Former/ADJ/2/amod president/NOUN/3/nmod:desc Vera/PROPN/5/nsubj/B-PER Lisina/PROPN/3/flat/I-PER met/VERB/0/root "
     "the/DET/7/det president/NOUN/5/obj ./PUNCT/5/punct",
     NULL,
     "person Vera Lisina = Vera Lisina"},
    {"a family name with its particles",
     "Rene/PROPN/5/nsubj/B-PER de/PROPN/1/flat/I-PER la/PROPN/1/flat/I-PER Motte/PROPN/1/flat/I-PER spoke/VERB/0/root "
     "./PUNCT/5/punct | De/PROPN/3/compound/B-ORG la/PROPN/3/compound/I-ORG Motte/PROPN/4/nsubj/I-ORG left/VERB/0/root "
     "./PUNCT/4/punct",
     NULL,
     "person Rene de la Motte = Rene de la Motte, De la Motte"},
};

int main(void)
{
    return run_resolve_cases("entity persons", CASES, sizeof CASES / sizeof *CASES);
}
