/* test_groups.c: Unnamed people who act or speak.
 * The notation and the line that is expected are described in build_document.h and resolve_case.h. */
#include "entity/resolve_case.h"

static const struct resolve_case CASES[] = {
    {"activists with a noun before them",
     "Opposition/NOUN/2/compound activists/NOUN/3/nsubj criticised/VERB/0/root the/DET/5/det law/NOUN/3/obj "
     "./PUNCT/3/punct",
     "activists",
     "activists -> opposition activists; group opposition activists = Opposition activists"},
    {"a number of people",
     "Two/NUM/2/nummod senators/NOUN/3/nsubj criticised/VERB/0/root the/DET/5/det law/NOUN/3/obj ./PUNCT/3/punct",
     "senators",
     "senators -> two senators; group two senators = Two senators"},
    {"some of a group",
     "Dozens/NOUN/4/nsubj of/ADP/3/case residents/NOUN/1/nmod criticised/VERB/0/root the/DET/6/det law/NOUN/4/obj "
     "./PUNCT/4/punct",
     "Dozens",
     "Dozens -> residents; group residents = residents"},
    {"one of a group",
     "One/NUM/5/nsubj of/ADP/4/case the/DET/4/det senators/NOUN/1/nmod criticised/VERB/0/root the/DET/7/det "
     "law/NOUN/5/obj ./PUNCT/5/punct",
     "One",
     "One -> senators; group senators = senators"},
    {"critics are nobody known",
     "Critics/NOUN/2/nsubj said/VERB/0/root the/DET/4/det law/NOUN/5/nsubj failed/VERB/2/ccomp ./PUNCT/2/punct",
     "Critics",
     "Critics -> nobody"},
    {"critics of a named kind",
     "Kremlin/PROPN/2/compound/B-ORG critics/NOUN/3/nsubj said/VERB/0/root the/DET/5/det law/NOUN/6/nsubj "
     "failed/VERB/3/ccomp ./PUNCT/3/punct",
     "critics",
     "critics -> Kremlin critics; country Russia = Kremlin; group Kremlin critics [RU] = Kremlin critics"},
    {"the same group twice",
     "Russian/ADJ/2/amod/B-DEM officials/NOUN/3/nsubj spoke/VERB/0/root ./PUNCT/3/punct | Russian/ADJ/2/amod/B-DEM "
     "officials/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct",
     "officials officials@2",
     "officials -> Russian officials; officials@2 -> Russian officials; country Russia = Russian, Russian; group "
     "Russian officials [RU] = Russian officials, Russian officials"},
    {"an unnamed official",
     "A/DET/4/det senior/ADJ/4/amod US/PROPN/4/compound/B-LOC official/ADJ/5/nsubj said/VERB/0/root the/DET/7/det "
     "law/NOUN/8/nsubj failed/VERB/5/ccomp ./PUNCT/5/punct",
     "official",
     "official -> senior US official; group senior US official [US] = senior US official; country United States = "
     "US"},
    {"a thing is nobody",
     "The/DET/2/det storm/NOUN/3/nsubj destroyed/VERB/0/root the/DET/5/det harbour/NOUN/3/obj ./PUNCT/3/punct",
     "storm harbour",
     "storm -> nobody; harbour -> nobody"},
    {"a body of no state",
     "The/DET/3/det finance/NOUN/3/compound ministry/NOUN/4/nsubj criticised/VERB/0/root the/DET/6/det "
     "law/NOUN/4/obj ./PUNCT/4/punct",
     "ministry",
     "ministry -> finance ministry; group finance ministry = finance ministry"},
    {"a spokesman of a kind",
     "A/DET/3/det court/NOUN/3/compound spokesman/NOUN/4/nsubj criticised/VERB/0/root the/DET/6/det law/NOUN/4/obj "
     "./PUNCT/4/punct",
     "spokesman",
     "spokesman -> court spokesman; group court spokesman = court spokesman"},
    {"a spokesman of nobody",
     "A/DET/2/det spokesman/NOUN/3/nsubj criticised/VERB/0/root the/DET/5/det law/NOUN/3/obj ./PUNCT/3/punct",
     "spokesman",
     "spokesman -> nobody"},
    {"an adjective alone is nobody",
     "He/PRON/2/nsubj rejected/VERB/0/root a/DET/5/det European/ADJ/5/amod/B-DEM proposal/NOUN/2/obj "
     "./PUNCT/2/punct",
     "European",
     "European -> nobody"},
    {"people of a region",
     "Kurds/NOUN/2/nsubj/B-DEM criticised/VERB/0/root the/DET/4/det law/NOUN/2/obj ./PUNCT/2/punct",
     "Kurds",
     "Kurds -> Kurds; group Kurds = Kurds"},
    {"a government of no state",
     "The/DET/2/det government/NOUN/3/nsubj criticised/VERB/0/root the/DET/5/det law/NOUN/3/obj ./PUNCT/3/punct",
     "government",
     "government -> government; group government = government"},
    {"possessor of a group",
     "Zubov/PROPN/3/nmod:poss/B-PER 's/PART/1/case lawyers/NOUN/4/nsubj criticised/VERB/0/root the/DET/6/det "
     "law/NOUN/4/obj ./PUNCT/4/punct",
     "lawyers",
     "lawyers -> Zubov's lawyers; person Zubov = Zubov; group Zubov's lawyers = Zubov's lawyers"},
    {"officials in a place",
     "Officials/NOUN/4/nsubj in/ADP/3/case Kyiv/PROPN/1/nmod/B-LOC criticised/VERB/0/root the/DET/6/det "
     "law/NOUN/4/obj ./PUNCT/4/punct",
     "Officials",
     "Officials -> officials in Kyiv; group officials in Kyiv [UA] = Officials in Kyiv; place Kyiv [UA] = Kyiv"},
    {"a day is no part of a name",
     "On/ADP/4/case Tuesday/PROPN/4/compound NASA/PROPN/4/compound/B-ORG scientists/NOUN/5/nsubj "
     "criticised/VERB/0/root the/DET/7/det law/NOUN/5/obj ./PUNCT/5/punct",
     "scientists",
     "scientists -> NASA scientists; organisation NASA [US] = NASA; group NASA scientists [US] = NASA scientists"},
    {"a kind by its example",
     "Several/ADJ/2/amod outlets/NOUN/6/nsubj such/ADJ/5/case as/ADP/3/fixed Rybak/PROPN/2/nmod/B-ORG "
     "criticised/VERB/0/root the/DET/8/det law/NOUN/6/obj ./PUNCT/6/punct",
     "outlets",
     "outlets -> Rybak; organisation Rybak = Rybak"},
    {"a kind by its example, \"such as\" hung on the verb",
     "Several/ADJ/2/amod outlets/NOUN/6/nsubj such/ADJ/6/mark as/SCONJ/3/fixed Rybak/PROPN/2/nmod/B-ORG "
     "criticised/VERB/0/root the/DET/8/det law/NOUN/6/obj ./PUNCT/6/punct",
     "outlets",
     "outlets -> Rybak; organisation Rybak = Rybak"},
    {"a news agency by its name",
     "Italy/PROPN/5/nmod:poss/B-LOC 's/PART/1/case ANSA/PROPN/5/compound/B-ORG news/NOUN/5/compound "
     "agency/NOUN/6/nsubj criticised/VERB/0/root the/DET/8/det law/NOUN/6/obj ./PUNCT/6/punct",
     "agency",
     "agency -> ANSA; country Italy = Italy; organisation ANSA = ANSA"},
};

int main(void)
{
    return run_resolve_cases("entity groups", CASES, sizeof CASES / sizeof *CASES);
}
