/* test_countries.c: Countries, their people, governments, capitals and seats of power.
 * The notation and the line that is expected are described in build_document.h and resolve_case.h. */
#include "entity/resolve_case.h"

static const struct resolve_case CASES[] = {
    {"one country by four names",
     "The/DET/2/det US/PROPN/12/nsubj/B-LOC ,/PUNCT/5/punct the/DET/5/det U.S./PROPN/2/conj/B-LOC ,/PUNCT/9/punct "
     "the/DET/9/det United/ADJ/9/amod/B-LOC States/PROPN/2/conj/I-LOC and/CCONJ/12/cc America/PROPN/12/nsubj/B-LOC "
     "voted/VERB/0/root ./PUNCT/12/punct",
     NULL,
     "country United States = US, U.S., United States, America"},
    {"demonym",
     "Russian/ADJ/2/amod/B-DEM ships/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct | Russia/PROPN/2/nsubj/B-LOC "
     "paid/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "country Russia = Russian, Russia"},
    {"capital that speaks",
     "Ankara/PROPN/2/nsubj/B-LOC said/VERB/0/root the/DET/4/det ships/NOUN/5/nsubj left/VERB/2/ccomp "
     "./PUNCT/2/punct",
     "Ankara",
     "Ankara -> Turkey; country Turkey = Ankara"},
    {"capital as a place",
     "The/DET/2/det ships/NOUN/0/root left/VERB/2/acl in/ADP/5/case Ankara/PROPN/3/obl/B-LOC ./PUNCT/2/punct",
     "Ankara",
     "Ankara -> nobody; place Ankara [TR] = Ankara"},
    {"seat of power",
     "The/DET/2/det Kremlin/PROPN/3/nsubj/B-ORG said/VERB/0/root the/DET/5/det ships/NOUN/6/nsubj "
     "left/VERB/3/ccomp ./PUNCT/3/punct",
     "Kremlin",
     "Kremlin -> Russia; country Russia = Kremlin"},
    {"seat of power as a place",
     "The/DET/2/det guests/NOUN/3/nsubj met/VERB/0/root in/ADP/6/case the/DET/6/det Kremlin/PROPN/3/obl/B-LOC "
     "./PUNCT/3/punct",
     "Kremlin",
     "Kremlin -> nobody; place Kremlin [RU] = Kremlin"},
    {"government",
     "The/DET/3/det French/ADJ/3/amod/B-DEM government/NOUN/4/nsubj said/VERB/0/root the/DET/6/det "
     "ships/NOUN/7/nsubj left/VERB/4/ccomp ./PUNCT/4/punct | The/DET/2/det government/NOUN/3/nsubj "
     "paid/VERB/0/root ./PUNCT/3/punct",
     "government government@2",
     "government -> France; government@2 -> France; country France = French, French government, government"},
    {"authorities",
     "Russian/ADJ/2/amod/B-DEM authorities/NOUN/3/nsubj said/VERB/0/root the/DET/5/det ships/NOUN/6/nsubj "
     "left/VERB/3/ccomp ./PUNCT/3/punct",
     "authorities",
     "authorities -> Russia; country Russia = Russian, Russian authorities"},
    {"officials are people",
     "Russian/ADJ/2/amod/B-DEM officials/NOUN/3/nsubj said/VERB/0/root the/DET/5/det ships/NOUN/6/nsubj "
     "left/VERB/3/ccomp ./PUNCT/3/punct",
     "officials",
     "officials -> Russian officials; country Russia = Russian; group Russian officials [RU] = Russian officials"},
    {"people of a nation",
     "Tajiks/PROPN/2/nsubj/B-DEM said/VERB/0/root the/DET/4/det ships/NOUN/5/nsubj left/VERB/2/ccomp "
     "./PUNCT/2/punct",
     "Tajiks",
     "Tajiks -> Tajiks; group Tajiks [TJ] = Tajiks"},
    {"a person called like a country",
     "Chad/PROPN/2/nsubj/B-PER spoke/VERB/0/root ./PUNCT/2/punct | Jordan/PROPN/3/nsubj/B-PER "
     "Keller/PROPN/1/flat/I-PER left/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "person Chad = Chad; person Jordan Keller = Jordan Keller"},
    {"the American state",
     "Georgia/PROPN/2/nsubj/B-LOC lies/VERB/0/root south/ADV/2/advmod of/ADP/5/case Tennessee/PROPN/2/obl/B-LOC "
     "./PUNCT/2/punct",
     "Georgia",
     "Georgia -> Georgia; place Georgia = Georgia; place Tennessee = Tennessee"},
    {"the country in the Caucasus",
     "Georgia/PROPN/2/nsubj/B-LOC lies/VERB/0/root south/ADV/2/advmod of/ADP/6/case the/DET/6/det "
     "Caucasus/PROPN/2/obl/B-LOC ./PUNCT/2/punct",
     "Georgia",
     "Georgia -> Georgia; country Georgia = Georgia; place Caucasus = Caucasus"},
    {"a state without a code",
     "The/DET/3/det Soviet/PROPN/3/compound/B-LOC Union/PROPN/4/nsubj/I-LOC fell/VERB/0/root ./PUNCT/4/punct",
     NULL,
     "country Soviet Union = Soviet Union"},
    {"former name",
     "Burma/PROPN/2/nsubj/B-LOC voted/VERB/0/root ./PUNCT/2/punct | Myanmar/PROPN/2/nsubj/B-LOC paid/VERB/0/root "
     "./PUNCT/2/punct",
     NULL,
     "country Myanmar = Burma, Myanmar"},
    {"owner",
     "Moscow/PROPN/3/nmod:poss/B-LOC 's/PART/1/case claims/NOUN/5/nsubj were/AUX/5/cop false/ADJ/0/root "
     "./PUNCT/5/punct",
     "Moscow",
     "Moscow -> Russia; country Russia = Moscow"},
    {"the state itself",
     "The/DET/3/det Russian/ADJ/3/amod/B-DEM state/NOUN/4/nsubj criticised/VERB/0/root the/DET/6/det "
     "law/NOUN/4/obj ./PUNCT/4/punct",
     "state",
     "state -> Russia; country Russia = Russian, Russian state"},
    {"a state of a federation",
     "The/DET/2/det state/NOUN/5/nsubj of/ADP/4/case Texas/PROPN/2/nmod/B-LOC criticised/VERB/0/root the/DET/7/det "
     "law/NOUN/5/obj ./PUNCT/5/punct",
     "state",
     "state -> nobody; place Texas = Texas"},
};

int main(void)
{
    return run_resolve_cases("entity countries", CASES, sizeof CASES / sizeof *CASES);
}
