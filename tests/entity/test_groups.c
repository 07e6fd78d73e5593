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
};

int main(void)
{
    return run_resolve_cases("entity groups", CASES, sizeof CASES / sizeof *CASES);
}
