/* test_pronouns.c: Pronouns.
 * The notation and the line that is expected are described in build_document.h and resolve_case.h. */
#include "entity/resolve_case.h"

static const struct resolve_case CASES[] = {
    {"he",
     "Pavel/PROPN/3/nsubj/B-PER Zubov/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | He/PRON/2/nsubj "
     "left/VERB/0/root early/ADJ/2/obj ./PUNCT/2/punct",
     "He",
     "He -> Pavel Zubov; person Pavel Zubov = Pavel Zubov, He"},
    {"gender decides",
     "Maria/PROPN/3/nsubj/B-PER Lindqvist/PROPN/1/flat/I-PER met/VERB/0/root Erik/PROPN/3/obj/B-PER "
     "Brandt/PROPN/4/flat/I-PER ./PUNCT/3/punct | He/PRON/2/nsubj left/VERB/0/root early/ADJ/2/obj ./PUNCT/2/punct",
     "He",
     "He -> Erik Brandt; person Maria Lindqvist = Maria Lindqvist; person Erik Brandt = Erik Brandt, He"},
    {"gender by title",
     "Mrs./PROPN/2/nmod:desc Lindqvist/PROPN/3/nsubj/B-PER met/VERB/0/root Mr./PROPN/5/nmod:desc "
     "Brandt/PROPN/3/obj/B-PER ./PUNCT/3/punct | She/PRON/2/nsubj left/VERB/0/root early/ADJ/2/obj ./PUNCT/2/punct",
     "She",
     "She -> Lindqvist; person Lindqvist = Lindqvist, She; person Brandt = Brandt"},
    {"subject before object",
     "Martin/PROPN/3/nsubj/B-PER Keller/PROPN/1/flat/I-PER phoned/VERB/0/root Jonas/PROPN/3/obj/B-PER "
     "Novak/PROPN/4/flat/I-PER ./PUNCT/3/punct | He/PRON/3/nsubj was/AUX/3/cop tired/ADJ/0/root ./PUNCT/3/punct",
     "He",
     "He -> Martin Keller; person Martin Keller = Martin Keller, He; person Jonas Novak = Jonas Novak"},
    {"not another argument of the verb",
     "Martin/PROPN/3/nsubj/B-PER Keller/PROPN/1/flat/I-PER phoned/VERB/0/root Jonas/PROPN/3/obj/B-PER "
     "Novak/PROPN/4/flat/I-PER ./PUNCT/3/punct | Jonas/PROPN/3/nsubj/B-PER Novak/PROPN/1/flat/I-PER "
     "thanked/VERB/0/root him/PRON/3/obj ./PUNCT/3/punct",
     "him",
     "him -> Martin Keller; person Martin Keller = Martin Keller, him; person Jonas Novak = Jonas Novak, Jonas "
     "Novak"},
    {"not whose relative it is",
     "Anna/PROPN/3/compound/B-PER Keller/PROPN/1/flat/I-PER wept/NOUN/0/root ./PUNCT/3/punct | "
     "Her/PRON/2/nmod:poss sister/NOUN/5/nsubj Vera/PROPN/2/appos/B-PER Novak/PROPN/3/flat/I-PER "
     "laughed/VERB/0/root ./PUNCT/5/punct",
     "Her",
     "Her -> Anna Keller; person Anna Keller = Anna Keller, Her; person Vera Novak = Vera Novak"},
    {"possessive",
     "Anna/PROPN/3/nsubj/B-PER Keller/PROPN/1/flat/I-PER sold/VERB/0/root her/PRON/5/nmod:poss house/NOUN/3/obj "
     "./PUNCT/3/punct",
     "her",
     "her -> Anna Keller; person Anna Keller = Anna Keller, her"},
    {"relative pronoun",
     "Pavel/PROPN/8/nsubj/B-PER Zubov/PROPN/1/flat/I-PER ,/PUNCT/6/punct who/PRON/6/nsubj was/AUX/6/aux:pass "
     "tired/VERB/1/acl:relcl ,/PUNCT/1/punct left/VERB/0/root ./PUNCT/8/punct",
     "who",
     "who -> Pavel Zubov; person Pavel Zubov = Pavel Zubov, who"},
    {"it for an organisation",
     "The/DET/2/det FSB/PROPN/3/nsubj/B-ORG said/VERB/0/root that/SCONJ/7/mark it/PRON/7/nsubj had/AUX/7/aux "
     "found/VERB/3/ccomp the/DET/9/det ship/NOUN/7/obj ./PUNCT/3/punct",
     "it",
     "it -> FSB; organisation FSB [RU] = FSB, it"},
    {"its for a country",
     "Ukraine/PROPN/2/nsubj/B-LOC hired/VERB/0/root people/NOUN/2/obj through/ADP/6/case its/PRON/6/nmod:poss "
     "embassy/NOUN/2/obl ./PUNCT/2/punct",
     "its",
     "its -> Ukraine; country Ukraine = Ukraine, its"},
    {"dummy it",
     "The/DET/2/det FSB/PROPN/3/nsubj/B-ORG met/VERB/0/root ./PUNCT/3/punct | It/PRON/3/nsubj:pass "
     "was/AUX/3/aux:pass reported/VERB/0/root that/SCONJ/7/mark the/DET/6/det ship/NOUN/7/nsubj sank/VERB/3/ccomp "
     "./PUNCT/3/punct",
     "It",
     "It -> nobody; organisation FSB [RU] = FSB"},
    {"they for a group",
     "Opposition/NOUN/2/compound activists/NOUN/3/nsubj met/VERB/0/root ./PUNCT/3/punct | They/PRON/2/nsubj "
     "criticised/VERB/0/root the/DET/4/det law/NOUN/2/obj ./PUNCT/2/punct",
     "They",
     "They -> opposition activists; group opposition activists = Opposition activists, They"},
    {"he is no organisation",
     "The/DET/2/det FSB/PROPN/3/nsubj/B-ORG met/VERB/0/root ./PUNCT/3/punct | He/PRON/2/nsubj left/VERB/0/root "
     "./PUNCT/2/punct",
     "He",
     "He -> nobody; organisation FSB [RU] = FSB"},
    {"fronted clause",
     "After/SCONJ/3/mark she/PRON/3/nsubj resigned/VERB/7/advcl ,/PUNCT/3/punct Maria/PROPN/7/nsubj/B-PER "
     "Lindqvist/PROPN/5/flat/I-PER left/VERB/0/root Oslo/PROPN/7/obj/B-LOC ./PUNCT/7/punct",
     "she",
     "she -> Maria Lindqvist; person Maria Lindqvist = she, Maria Lindqvist; place Oslo [NO] = Oslo"},
    {"he does not speak of himself by name",
     "Martin/PROPN/3/nsubj/B-PER Keller/PROPN/1/flat/I-PER phoned/VERB/0/root Jonas/PROPN/3/obj/B-PER "
     "Novak/PROPN/4/flat/I-PER ./PUNCT/3/punct | \"/PUNCT/4/punct Keller/PROPN/4/nsubj/B-PER was/AUX/4/cop "
     "late/ADJ/0/root ,/PUNCT/8/punct \"/PUNCT/4/punct he/PRON/8/nsubj said/VERB/4/parataxis ./PUNCT/4/punct",
     "he",
     "he -> Jonas Novak; person Martin Keller = Martin Keller, Keller; person Jonas Novak = Jonas Novak, he"},
    {"the quoted speaker does not say he of himself",
     "Pavel/PROPN/3/nsubj/B-PER Zubov/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | "
     "Martin/PROPN/3/nsubj/B-PER Keller/PROPN/1/flat/I-PER said/VERB/0/root ,/PUNCT/7/punct \"/PUNCT/7/punct "
     "He/PRON/7/nsubj lied/VERB/3/ccomp ./PUNCT/7/punct \"/PUNCT/7/punct",
     "He",
     "He -> Pavel Zubov; person Pavel Zubov = Pavel Zubov, He; person Martin Keller = Martin Keller"},
    {"whose",
     "Pavel/PROPN/9/nsubj/B-PER Zubov/PROPN/1/flat/I-PER ,/PUNCT/7/punct whose/PRON/5/nmod:poss "
     "claims/NOUN/7/nsubj were/AUX/7/cop false/ADJ/1/parataxis ,/PUNCT/1/punct left/VERB/0/root ./PUNCT/9/punct",
     "whose",
     "whose -> Pavel Zubov; person Pavel Zubov = Pavel Zubov, whose"},
    {"she is no man",
     "Pavel/PROPN/3/nsubj/B-PER Zubov/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | She/PRON/2/nsubj "
     "left/VERB/0/root ./PUNCT/2/punct",
     "She",
     "She -> nobody; person Pavel Zubov = Pavel Zubov"},
    {"himself",
     "Martin/PROPN/3/nsubj/B-PER Keller/PROPN/1/flat/I-PER praised/VERB/0/root himself/PRON/3/obj ./PUNCT/3/punct",
     "himself",
     "himself -> Martin Keller; person Martin Keller = Martin Keller, himself"},
    {"their for an organisation's members",
     "Opposition/NOUN/2/compound activists/NOUN/3/nsubj sold/VERB/0/root their/PRON/5/nmod:poss houses/NOUN/3/obj "
     "./PUNCT/3/punct",
     "their",
     "their -> opposition activists; group opposition activists = Opposition activists, their"},
    {"a relative clause that the tree does not show",
     "Pavel/PROPN/0/root/B-PER Zubov/PROPN/1/flat/I-PER ,/PUNCT/5/punct for/ADP/5/case whom/PRON/1/conj "
     "the/DET/7/det law/NOUN/9/nsubj:pass was/AUX/9/aux:pass made/VERB/5/acl:relcl ,/PUNCT/11/punct "
     "left/VERB/9/conj ./PUNCT/1/punct",
     "whom",
     "whom -> Pavel Zubov; person Pavel Zubov = Pavel Zubov, whom"},
    {"a place where something happened is no woman",
     "The/DET/2/det ship/NOUN/3/nsubj sank/VERB/0/root in/ADP/5/case Victoria/PROPN/3/obl/B-LOC ./PUNCT/3/punct | "
     "She/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct",
     "She",
     "She -> nobody; place Victoria = Victoria"},
    {"the object is who shall do it",
     "Anna/PROPN/3/nsubj/B-PER Keller/PROPN/1/flat/I-PER asked/VERB/0/root Vera/PROPN/3/obj/B-PER "
     "Novak/PROPN/4/flat/I-PER to/PART/7/mark free/VERB/3/xcomp her/PRON/7/obj ./PUNCT/3/punct",
     "her",
     "her -> Anna Keller; person Anna Keller = Anna Keller, her; person Vera Novak = Vera Novak"},
    {"what the object shall do is done with its own",
     "Anna/PROPN/3/nsubj/B-PER Keller/PROPN/1/flat/I-PER asked/VERB/0/root Vera/PROPN/3/obj/B-PER "
     "Novak/PROPN/4/flat/I-PER to/PART/7/mark sell/VERB/3/xcomp her/PRON/9/nmod:poss boat/NOUN/7/obj ./PUNCT/3/punct",
     "her",
     "her -> Vera Novak; person Anna Keller = Anna Keller; person Vera Novak = Vera Novak, her"},
    {"who promises does it",
     "Will/AUX/4/aux Anna/PROPN/4/nsubj/B-PER Keller/PROPN/2/flat/I-PER promise/VERB/0/root Vera/PROPN/4/obj/B-PER "
     "Novak/PROPN/5/flat/I-PER to/PART/8/mark free/VERB/4/xcomp her/PRON/8/obj ?/PUNCT/4/punct",
     "her",
     "her -> Vera Novak; person Anna Keller = Anna Keller; person Vera Novak = Vera Novak, her"},
    {"beside the one whose aunt it is",
     "Vera/PROPN/3/nsubj/B-PER Novak/PROPN/1/flat/I-PER invited/VERB/0/root Anna/PROPN/3/obj/B-PER "
     "Keller/PROPN/4/flat/I-PER and/CCONJ/8/cc her/PRON/8/nmod:poss aunt/NOUN/4/conj ./PUNCT/3/punct",
     "her",
     "her -> Anna Keller; person Vera Novak = Vera Novak; person Anna Keller = Anna Keller, her"},
    {"the subject goes on as the subject",
     "Anna/PROPN/3/nsubj/B-PER Keller/PROPN/1/flat/I-PER wrote/VERB/0/root about/ADP/5/case Vera/PROPN/3/obl/B-PER "
     "Novak/PROPN/5/flat/I-PER ./PUNCT/3/punct | She/PRON/2/nsubj left/VERB/0/root ./PUNCT/2/punct",
     "She",
     "She -> Anna Keller; person Anna Keller = Anna Keller, She; person Vera Novak = Vera Novak"},
    {"it is not the place of the dateline",
     "KYIV/PROPN/5/compound/B-LOC \xE2\x80\x93/PUNCT/5/punct The/DET/5/det dam/NOUN/5/compound "
     "keeper/NOUN/6/nsubj said/VERB/0/root it/PRON/8/nsubj leaks/VERB/6/ccomp ./PUNCT/6/punct",
     "it KYIV",
     "it -> nobody; KYIV -> nobody; place KYIV [UA] = KYIV"},
};

int main(void)
{
    return run_resolve_cases("entity pronouns", CASES, sizeof CASES / sizeof *CASES);
}
