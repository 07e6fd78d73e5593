/* Names that the syntax stage overlooked: found where only a name can stand, and nowhere else. */
#include "entity/resolve_case.h"

static const struct resolve_case CASES[] = {
    {"organisation of a person",
     "Vera/PROPN/5/nsubj/B-PER Lisina/PROPN/1/flat/I-PER of/ADP/4/case Recollection/PROPN/1/nmod spoke/VERB/0/root "
     "./PUNCT/5/punct",
     NULL, "person Vera Lisina = Vera Lisina; organisation Recollection = Recollection; Vera Lisina < Recollection"},
    {"organisation of a post, over a dash",
     "The/DET/2/det leader/NOUN/9/nsubj of/ADP/6/case A/DET/6/det Better/ADJ/6/amod Norway/PROPN/2/nmod "
     "-/PUNCT/8/punct "
     "Now/ADV/6/advmod spoke/VERB/0/root ./PUNCT/9/punct",
     NULL, "organisation Better Norway-Now = Better Norway-Now"},
    {"not the country of a post",
     "The/DET/2/det leader/NOUN/5/nsubj of/ADP/4/case Norway/PROPN/2/nmod spoke/VERB/0/root ./PUNCT/5/punct", NULL, ""},
    {"not the state of a secretary",
     "The/DET/2/det secretary/NOUN/5/nsubj of/ADP/4/case State/PROPN/2/nmod spoke/VERB/0/root ./PUNCT/5/punct", NULL,
     ""},
    {"not a common noun",
     "The/DET/2/det leader/NOUN/5/nsubj of/ADP/4/case Opposition/NOUN/2/nmod spoke/VERB/0/root ./PUNCT/5/punct", NULL,
     ""},
    {"not part of a found name",
     "The/DET/2/det leader/NOUN/6/nsubj of/ADP/4/case Northern/PROPN/5/compound Rybak/PROPN/2/nmod/B-ORG "
     "spoke/VERB/0/root "
     "./PUNCT/6/punct",
     NULL, "organisation Rybak = Rybak"},
    {"whose associate",
     "Orlov/PROPN/2/compound associate/NOUN/5/nsubj Ivan/PROPN/5/nsubj/B-PER Lisin/PROPN/3/flat/I-PER "
     "spoke/VERB/0/root "
     "./PUNCT/5/punct",
     NULL, "person Orlov = Orlov; person Ivan Lisin = Ivan Lisin; Ivan Lisin < Orlov (associate)"},
    {"not the field of an adviser",
     "National/PROPN/3/amod Security/PROPN/3/compound adviser/NOUN/6/nsubj Ivan/PROPN/3/appos/B-PER "
     "Lisin/PROPN/4/flat/I-PER spoke/VERB/0/root ./PUNCT/6/punct",
     NULL, "person Ivan Lisin = Ivan Lisin"},
    {"organisation of the table",
     "An/DET/4/det Islamic/ADJ/4/amod State/PROPN/4/compound cell/NOUN/5/nsubj acted/VERB/0/root ./PUNCT/5/punct", NULL,
     "organisation Islamic State = Islamic State"},
    {"acronym of the table", "FBI/PROPN/2/compound agents/NOUN/3/nsubj acted/VERB/0/root ./PUNCT/3/punct", NULL,
     "organisation FBI [US] = FBI"},
    {"no acronym among capitals", "WHO/PRON/2/nsubj ACTED/VERB/0/root IN/ADP/4/case TIME/NOUN/2/obl ?/PUNCT/2/punct",
     NULL, ""},
    {"first name left out",
     "Old/ADJ/2/amod Islam/PROPN/4/nsubj Lisin/PROPN/2/flat/B-PER spoke/VERB/0/root ./PUNCT/4/punct", NULL,
     "person Islam Lisin = Islam Lisin"},
    {"no first name", "Old/ADJ/2/amod Harbour/PROPN/4/nsubj Lisin/PROPN/2/flat/B-PER spoke/VERB/0/root ./PUNCT/4/punct",
     NULL, "person Lisin = Lisin"},
    {"remit of an office",
     "The/DET/2/det Minister/PROPN/5/nsubj for/ADP/4/case Harbours/PROPN/2/nmod/B-ORG spoke/VERB/0/root "
     "./PUNCT/5/punct",
     NULL, ""},
    {"organisation that people work for",
     "The/DET/2/det editor/NOUN/5/nsubj for/ADP/4/case Harbours/PROPN/2/nmod/B-ORG spoke/VERB/0/root ./PUNCT/5/punct",
     NULL, "organisation Harbours = Harbours"},
    {"a family name that was taken for a noun",
     "Vera/PROPN/3/nsubj/B-PER Lisina/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | Lisina/NOUN/2/nsubj "
     "left/VERB/0/root ./PUNCT/2/punct",
     NULL, "person Vera Lisina = Vera Lisina, Lisina"},
    {"a family name that comes first",
     "Seo/PROPN/3/nsubj/B-PER Minjae/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | Seo/INTJ/2/nsubj "
     "left/VERB/0/root ./PUNCT/2/punct",
     NULL, "person Seo Minjae = Seo Minjae, Seo"},
    {"a family name that is a month",
     "Vera/PROPN/3/nsubj/B-PER May/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | May/PROPN/2/nsubj "
     "came/VERB/0/root ./PUNCT/2/punct",
     NULL, "person Vera May = Vera May"},
    {"a family name in another name",
     "Vera/PROPN/3/nsubj/B-PER Lisina/PROPN/1/flat/I-PER spoke/VERB/0/root ./PUNCT/3/punct | Lisina/PROPN/2/compound "
     "Street/PROPN/3/nsubj burned/VERB/0/root ./PUNCT/3/punct",
     NULL, "person Vera Lisina = Vera Lisina"},
    {"a company without its kind",
     "Telmar/PROPN/2/compound/B-ORG Motors/PROPN/3/nsubj/I-ORG grew/VERB/0/root ./PUNCT/3/punct | Telmar/NOUN/2/nsubj "
     "shrank/VERB/0/root ./PUNCT/2/punct",
     NULL, "organisation Telmar Motors = Telmar Motors, Telmar"},
    {"a nationality",
     "Finnish/ADJ/2/amod police/NOUN/3/nsubj acted/VERB/0/root ./PUNCT/3/punct", "police",
     "police -> Finnish police; country Finland = Finnish; group Finnish police [FI] = Finnish police"},
    {"a language is no nationality of anybody", "They/PRON/2/nsubj spoke/VERB/0/root Finnish/PROPN/2/obj ./PUNCT/2/punct",
     NULL, ""},
};

int main(void)
{
    return run_resolve_cases("entity overlooked names", CASES, sizeof CASES / sizeof *CASES);
}
