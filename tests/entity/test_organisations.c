/* test_organisations.c: Organisations: acronyms, short forms, later mentions, and what must stay apart.
 * The notation and the line that is expected are described in build_document.h and resolve_case.h. */
#include "entity/resolve_case.h"

static const struct resolve_case CASES[] = {
    {"acronym in brackets",
     "The/DET/4/det Northern/ADJ/4/amod/B-ORG Grain/ADJ/4/amod/I-ORG Board/PROPN/8/nsubj/I-ORG (/PUNCT/6/punct "
     "NGB/PROPN/4/appos/B-ORG )/PUNCT/6/punct met/VERB/0/root ./PUNCT/8/punct | The/DET/2/det "
     "NGB/PROPN/3/nsubj/B-ORG voted/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "organisation Northern Grain Board = Northern Grain Board, NGB, NGB"},
    {"acronym before the name in brackets",
     "The/DET/2/det NGB/PROPN/8/nsubj/B-ORG (/PUNCT/6/punct Northern/ADJ/6/amod/B-ORG Grain/ADJ/6/amod/I-ORG "
     "Board/PROPN/2/appos/I-ORG )/PUNCT/6/punct met/VERB/0/root ./PUNCT/8/punct | The/DET/4/det "
     "Northern/ADJ/4/amod/B-ORG Grain/ADJ/4/amod/I-ORG Board/PROPN/5/nsubj/I-ORG voted/VERB/0/root ./PUNCT/5/punct",
     NULL,
     "organisation Northern Grain Board = NGB, Northern Grain Board, Northern Grain Board"},
    {"acronym in brackets that the tagger missed",
     "The/DET/4/det Northern/ADJ/4/amod/B-ORG Grain/ADJ/4/amod/I-ORG Board/PROPN/8/nsubj/I-ORG (/PUNCT/6/punct "
     "NGB/PROPN/4/appos )/PUNCT/6/punct met/VERB/0/root ./PUNCT/8/punct | The/DET/2/det NGB/PROPN/3/nsubj/B-ORG "
     "voted/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "organisation Northern Grain Board = Northern Grain Board, NGB, NGB"},
    {"acronym from initials",
     "The/DET/4/det Northern/ADJ/4/amod/B-ORG Grain/ADJ/4/amod/I-ORG Board/PROPN/5/nsubj/I-ORG met/VERB/0/root "
     "./PUNCT/5/punct | The/DET/2/det NGB/PROPN/3/nsubj/B-ORG voted/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "organisation Northern Grain Board = Northern Grain Board, NGB"},
    {"taken for a person, by what it owns",
     "The/DET/2/det executive/NOUN/6/nsubj of/ADP/4/case Tarvo/PROPN/2/nmod/B-PER Kem/PROPN/4/flat/I-PER "
     "left/VERB/0/root ./PUNCT/6/punct",
     NULL,
     "organisation Tarvo Kem = Tarvo Kem"},
    {"taken for a person, by its kind",
     "The/DET/2/det retailer/NOUN/7/nsubj ,/PUNCT/4/punct Tarvo/PROPN/2/appos/B-PER Kem/PROPN/4/flat/I-PER "
     ",/PUNCT/4/punct failed/VERB/0/root ./PUNCT/7/punct",
     NULL,
     "organisation Tarvo Kem = Tarvo Kem"},
    {"a first name stays a person's",
     "The/DET/2/det retailer/NOUN/7/nsubj ,/PUNCT/4/punct Anna/PROPN/2/appos/B-PER Kem/PROPN/4/flat/I-PER "
     ",/PUNCT/4/punct failed/VERB/0/root ./PUNCT/7/punct",
     NULL,
     "person Anna Kem = Anna Kem"},
    {"taken for a person, by an aside that fits no person, and its first word",
     "Tarvo/PROPN/7/nsubj/B-PER Kem/PROPN/1/flat/I-PER ,/PUNCT/5/punct which/PRON/5/nsubj rents/VERB/1/acl:relcl "
     ",/PUNCT/5/punct failed/VERB/0/root ./PUNCT/7/punct | Tarvo/PROPN/2/nsubj/B-PER left/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "organisation Tarvo Kem = Tarvo Kem, which, Tarvo"},
    {"taken for a person, by its shares",
     "Shares/NOUN/5/nsubj in/ADP/3/case Tarvo/PROPN/1/nmod/B-PER Kem/PROPN/3/flat/I-PER fell/VERB/0/root "
     "./PUNCT/5/punct",
     NULL,
     "organisation Tarvo Kem = Tarvo Kem"},
    {"taken for a person, by the noun right before it",
     "The/DET/2/det newspaper/NOUN/5/nsubj Tarvo/PROPN/2/appos/B-PER Kem/PROPN/3/flat/I-PER closed/VERB/0/root "
     "./PUNCT/5/punct",
     NULL,
     "organisation Tarvo Kem = Tarvo Kem"},
    {"taken for a person, by its members",
     "Wagner/PROPN/2/compound/B-PER fighters/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct | Wagner/PROPN/2/nsubj/B-PER "
     "voted/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "organisation Wagner [RU] = Wagner, Wagner"},
    {"a person with fighters",
     "Tarvo/PROPN/2/compound/B-PER fighters/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "person Tarvo = Tarvo"},
    {"taken for a person, by its founder",
     "Tarvo/PROPN/3/nmod:poss/B-PER 's/PART/1/case founder/NOUN/4/nsubj left/VERB/0/root ./PUNCT/4/punct",
     NULL,
     "organisation Tarvo = Tarvo"},
    {"a person whose party has an office",
     "The/DET/2/det headquarters/NOUN/7/nsubj of/ADP/6/case Tarvo/PROPN/6/nmod:poss/B-PER 's/PART/4/case "
     "party/NOUN/2/nmod burned/VERB/0/root ./PUNCT/7/punct",
     NULL,
     "person Tarvo = Tarvo"},
    {"taken for a place, by what it does",
     "Tarvo/PROPN/4/nsubj/B-LOC Kem/PROPN/1/flat/I-LOC will/AUX/4/aux appeal/VERB/0/root ./PUNCT/4/punct",
     NULL,
     "organisation Tarvo Kem = Tarvo Kem"},
    {"a place where somebody is stays one, whatever it does",
     "Tarvo/PROPN/4/nsubj/B-LOC Kem/PROPN/1/flat/I-LOC will/AUX/4/aux appeal/VERB/0/root ./PUNCT/4/punct | "
     "He/PRON/2/nsubj lives/VERB/0/root in/ADP/4/case Tarvo/PROPN/2/obl/B-LOC Kem/PROPN/4/flat/I-LOC ./PUNCT/2/punct",
     NULL,
     "place Tarvo Kem = Tarvo Kem, Tarvo Kem"},
    {"what a minister is for",
     "Labour/PROPN/2/compound/B-ORG Minister/PROPN/3/nmod:desc Ana/PROPN/5/nsubj/B-PER Kos/PROPN/3/flat/I-PER "
     "left/VERB/0/root ./PUNCT/5/punct",
     NULL,
     "person Ana Kos = Ana Kos"},
    {"well-known acronym",
     "The/DET/3/det Federal/ADJ/3/amod/B-ORG Bureau/PROPN/6/nsubj/I-ORG of/ADP/5/case/I-ORG "
     "Investigation/PROPN/3/nmod/I-ORG met/VERB/0/root ./PUNCT/6/punct | The/DET/2/det FBI/PROPN/3/nsubj/B-ORG "
     "voted/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "organisation Federal Bureau of Investigation [US] = Federal Bureau of Investigation, FBI"},
    {"dots in an acronym",
     "The/DET/2/det U.N./PROPN/3/nsubj/B-ORG met/VERB/0/root ./PUNCT/3/punct | The/DET/3/det "
     "United/VERB/3/amod/B-ORG Nations/PROPN/4/nsubj/I-ORG voted/VERB/0/root ./PUNCT/4/punct",
     NULL,
     "organisation United Nations = U.N., United Nations"},
    {"variants of an armed group",
     "ISIS/PROPN/2/nsubj/B-ORG fled/VERB/0/root ./PUNCT/2/punct | The/DET/3/det Islamic/ADJ/3/amod/B-ORG "
     "State/PROPN/4/nsubj/I-ORG returned/VERB/0/root ./PUNCT/4/punct",
     NULL,
     "organisation Islamic State = ISIS, Islamic State"},
    {"hyphen or space",
     "Al/PROPN/4/nsubj/B-ORG -/PUNCT/1/punct/I-ORG Qaida/PROPN/1/flat/I-ORG fled/VERB/0/root ./PUNCT/4/punct | "
     "Al/PROPN/3/nsubj/B-ORG Qaeda/PROPN/1/flat/I-ORG returned/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "organisation Al-Qaida = Al-Qaida, Al Qaeda"},
    {"British and American spelling",
     "The/DET/2/det Centre/PROPN/6/nsubj/B-ORG for/ADP/5/case/I-ORG Harbour/PROPN/5/compound/I-ORG "
     "Studies/PROPN/2/nmod/I-ORG met/VERB/0/root ./PUNCT/6/punct | The/DET/2/det Center/PROPN/6/nsubj/B-ORG "
     "for/ADP/5/case/I-ORG Harbour/PROPN/5/compound/I-ORG Studies/PROPN/2/nmod/I-ORG voted/VERB/0/root "
     "./PUNCT/6/punct",
     NULL,
     "organisation Centre for Harbour Studies = Centre for Harbour Studies, Center for Harbour Studies"},
    {"company form left out",
     "Vostrom/PROPN/2/compound/B-ORG Inc./PROPN/3/nsubj/I-ORG met/VERB/0/root ./PUNCT/3/punct | "
     "Vostrom/PROPN/2/nsubj/B-ORG voted/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "organisation Vostrom Inc. = Vostrom Inc., Vostrom"},
    {"country before a name that is known without it",
     "The/DET/5/det Russian/ADJ/5/amod/B-ORG Federal/ADJ/4/amod/I-ORG Security/PROPN/5/compound/I-ORG "
     "Service/PROPN/6/nsubj/I-ORG met/VERB/0/root ./PUNCT/6/punct | The/DET/2/det FSB/PROPN/3/nsubj/B-ORG "
     "voted/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "country Russia = Russian; organisation Federal Security Service [RU] = Federal Security Service, FSB; "
     "Federal Security Service < Russia"},
    {"first word of a generic name",
     "The/DET/3/det Soltan/PROPN/3/compound/B-ORG Institute/PROPN/4/nsubj/I-ORG met/VERB/0/root ./PUNCT/4/punct | "
     "Soltan/PROPN/2/nsubj/B-ORG voted/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "organisation Soltan Institute = Soltan Institute, Soltan"},
    {"generic word alone",
     "The/DET/3/det Harbour/PROPN/3/compound/B-ORG Council/PROPN/4/nsubj/I-ORG met/VERB/0/root ./PUNCT/4/punct | "
     "The/DET/2/det Council/PROPN/3/nsubj/B-ORG voted/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "organisation Harbour Council = Harbour Council, Council"},
    {"lower-case later mention",
     "The/DET/2/det Ministry/PROPN/5/nsubj/B-ORG of/ADP/4/case/I-ORG Fisheries/PROPN/2/nmod/I-ORG met/VERB/0/root "
     "./PUNCT/5/punct | The/DET/2/det ministry/NOUN/3/nsubj voted/VERB/0/root ./PUNCT/3/punct",
     "ministry",
     "ministry -> Ministry of Fisheries; organisation Ministry of Fisheries = Ministry of Fisheries, ministry"},
    {"described by its kind",
     "The/DET/3/det Telegram/PROPN/3/compound channel/NOUN/5/nsubj Rybak/PROPN/3/appos/B-ORG wrote/VERB/0/root "
     "first/ADV/5/advmod ./PUNCT/5/punct | The/DET/2/det channel/NOUN/3/nsubj wrote/VERB/0/root again/ADV/3/advmod "
     "./PUNCT/3/punct",
     "channel@2",
     "channel@2 -> Rybak; organisation Rybak = Rybak, channel"},
    {"same body with capitals and without",
     "The/DET/4/det Turkish/ADJ/4/amod/B-DEM Foreign/ADJ/4/amod/B-ORG Ministry/PROPN/5/nsubj/I-ORG met/VERB/0/root "
     "./PUNCT/5/punct | The/DET/4/det Turkish/ADJ/4/amod/B-DEM foreign/ADJ/4/amod ministry/NOUN/5/nsubj "
     "voted/VERB/0/root ./PUNCT/5/punct",
     "ministry",
     "ministry -> Turkish Foreign Ministry; country Turkey = Turkish, Turkish; organisation Turkish Foreign "
     "Ministry [TR] = Foreign Ministry, Turkish foreign ministry; Turkish Foreign Ministry < Turkey"},
    {"one body for each state",
     "The/DET/4/det Turkish/ADJ/4/amod/B-DEM Foreign/ADJ/4/amod/B-ORG Ministry/PROPN/5/nsubj/I-ORG met/VERB/0/root "
     "./PUNCT/5/punct | The/DET/4/det Iranian/ADJ/4/amod/B-DEM Foreign/ADJ/4/amod/B-ORG "
     "Ministry/PROPN/5/nsubj/I-ORG voted/VERB/0/root ./PUNCT/5/punct",
     NULL,
     "country Turkey = Turkish; organisation Turkish Foreign Ministry [TR] = Foreign Ministry; country Iran = "
     "Iranian; organisation Iranian Foreign Ministry [IR] = Foreign Ministry; Turkish Foreign Ministry < Turkey; "
     "Iranian Foreign Ministry < Iran"},
    {"a body of no state that fits two",
     "The/DET/4/det Turkish/ADJ/4/amod/B-DEM Foreign/ADJ/4/amod/B-ORG Ministry/PROPN/5/nsubj/I-ORG met/VERB/0/root "
     "the/DET/9/det Iranian/ADJ/9/amod/B-DEM Foreign/ADJ/9/amod/B-ORG Ministry/PROPN/5/obj/I-ORG ./PUNCT/5/punct | "
     "The/DET/3/det Foreign/ADJ/3/amod/B-ORG Ministry/PROPN/4/nsubj/I-ORG voted/VERB/0/root ./PUNCT/4/punct",
     NULL,
     "country Turkey = Turkish; organisation Turkish Foreign Ministry [TR] = Foreign Ministry; country Iran = "
     "Iranian; organisation Iranian Foreign Ministry [IR] = Foreign Ministry; organisation Foreign Ministry = "
     "Foreign Ministry; Turkish Foreign Ministry < Turkey; Iranian Foreign Ministry < Iran"},
    {"a short form that comes first",
     "Rybak/PROPN/2/nsubj/B-ORG met/VERB/0/root ./PUNCT/2/punct | Rybak/PROPN/2/compound/B-ORG "
     "Foods/PROPN/3/nsubj/I-ORG voted/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "organisation Rybak Foods = Rybak, Rybak Foods"},
    {"a short form of two",
     "Rybak/PROPN/2/nsubj/B-ORG met/VERB/0/root ./PUNCT/2/punct | Rybak/PROPN/2/compound/B-ORG "
     "Foods/PROPN/3/nsubj/I-ORG voted/VERB/0/root ./PUNCT/3/punct | Rybak/PROPN/2/compound/B-ORG "
     "Motors/PROPN/3/nsubj/I-ORG voted/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "organisation Rybak = Rybak; organisation Rybak Foods = Rybak Foods; organisation Rybak Motors = Rybak Motors"},
    {"the kind before its place",
     "The/DET/3/det Harbour/PROPN/3/compound/B-ORG Authority/PROPN/6/nsubj/I-ORG of/ADP/5/case/I-ORG "
     "Visby/PROPN/3/nmod/I-ORG met/VERB/0/root ./PUNCT/6/punct | The/DET/2/det authority/NOUN/3/nsubj voted/VERB/0/root "
     "./PUNCT/3/punct",
     "authority",
     "authority -> Harbour Authority of Visby; organisation Harbour Authority of Visby = Harbour Authority of Visby, "
     "authority"},
    {"a longer name is another organisation",
     "Rybak/PROPN/2/nsubj/B-ORG met/VERB/0/root ./PUNCT/2/punct | Rybak/PROPN/2/compound/B-ORG "
     "Europe/PROPN/3/nsubj/I-ORG voted/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "organisation Rybak = Rybak; organisation Rybak Europe = Rybak Europe"},
    {"a branch is not the whole",
     "al/PROPN/4/nsubj/B-ORG -/PUNCT/1/punct/I-ORG Qaeda/PROPN/1/flat/I-ORG met/VERB/0/root ./PUNCT/4/punct | "
     "al/PROPN/8/nsubj/B-ORG -/PUNCT/1/punct/I-ORG Qaeda/PROPN/1/flat/I-ORG in/ADP/7/case/I-ORG "
     "the/DET/7/det/I-ORG Islamic/ADJ/7/amod/I-ORG Maghreb/PROPN/1/nmod/I-ORG voted/VERB/0/root ./PUNCT/8/punct",
     NULL,
     "organisation al-Qaeda = al-Qaeda; organisation al-Qaeda in the Islamic Maghreb = al-Qaeda in the Islamic "
     "Maghreb"},
    {"the field before the kind",
     "The/DET/2/det Ministry/PROPN/5/nsubj/B-ORG of/ADP/4/case/I-ORG Defence/PROPN/2/nmod/I-ORG met/VERB/0/root "
     "the/DET/7/det Ministry/PROPN/5/obj/B-ORG of/ADP/9/case/I-ORG Ports/PROPN/7/nmod/I-ORG ./PUNCT/5/punct | "
     "The/DET/3/det defense/NOUN/3/compound ministry/NOUN/4/nsubj voted/VERB/0/root ./PUNCT/4/punct | The/DET/3/det "
     "health/NOUN/3/compound ministry/NOUN/4/nsubj voted/VERB/0/root ./PUNCT/4/punct",
     "ministry",
     "ministry -> Ministry of Defence; organisation Ministry of Defence = Ministry of Defence, defense ministry; "
     "organisation Ministry of Ports = Ministry of Ports"},
    {"the ministry of two",
     "The/DET/2/det Ministry/PROPN/5/nsubj/B-ORG of/ADP/4/case/I-ORG Fisheries/PROPN/2/nmod/I-ORG met/VERB/0/root "
     "the/DET/7/det Ministry/PROPN/5/obj/B-ORG of/ADP/9/case/I-ORG Ports/PROPN/7/nmod/I-ORG ./PUNCT/5/punct | "
     "The/DET/2/det ministry/NOUN/3/nsubj voted/VERB/0/root ./PUNCT/3/punct",
     "ministry",
     "ministry -> nobody; organisation Ministry of Fisheries = Ministry of Fisheries; organisation Ministry of "
     "Ports = Ministry of Ports"},
    {"initials of two organisations",
     "The/DET/4/det Northern/ADJ/4/amod/B-ORG Grain/ADJ/4/amod/I-ORG Board/PROPN/5/nsubj/I-ORG met/VERB/0/root "
     "the/DET/9/det National/ADJ/9/amod/B-ORG Gas/PROPN/9/compound/I-ORG Bureau/PROPN/5/obj/I-ORG ./PUNCT/5/punct "
     "| The/DET/2/det NGB/PROPN/3/nsubj/B-ORG voted/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "organisation Northern Grain Board = Northern Grain Board; organisation National Gas Bureau = National Gas "
     "Bureau; organisation NGB = NGB"},
    {"an agency in a dateline is not the city",
     "HELSINKI/PROPN/8/nsubj/B-LOC (/PUNCT/3/punct AP/PROPN/1/appos/B-ORG )/PUNCT/3/punct -/PUNCT/8/punct "
     "The/DET/7/det rain/NOUN/8/nsubj stopped/VERB/0/root ./PUNCT/8/punct",
     NULL,
     "place HELSINKI [FI] = HELSINKI; organisation AP [US] = AP"},
    {"a place by its tag, an organisation by its kind",
     "The/DET/3/det Soltan/PROPN/3/compound/B-LOC Center/PROPN/4/nsubj/I-LOC voted/VERB/0/root ./PUNCT/4/punct",
     NULL,
     "organisation Soltan Center = Soltan Center"},
    {"a council that two states have",
     "The/DET/5/det Ukrainian/ADJ/5/amod/B-DEM National/ADJ/4/amod/B-ORG Security/PROPN/5/compound/I-ORG "
     "Council/PROPN/6/nsubj/I-ORG met/VERB/0/root ./PUNCT/6/punct | The/DET/5/det US/PROPN/5/compound/B-LOC "
     "National/ADJ/4/amod/B-ORG Security/PROPN/5/compound/I-ORG Council/PROPN/6/nsubj/I-ORG voted/VERB/0/root "
     "./PUNCT/6/punct",
     NULL,
     "country Ukraine = Ukrainian; organisation Ukrainian National Security Council [UA] = National Security "
     "Council; country United States = US; organisation National Security Council [US] = National Security "
     "Council; Ukrainian National Security Council < Ukraine"},
    {"known as",
     "The/DET/3/det Harbour/PROPN/3/compound/B-ORG Watch/PROPN/9/nsubj/I-ORG ,/PUNCT/5/punct known/VERB/3/acl "
     "as/ADP/7/case QRX/PROPN/5/obl/B-ORG ,/PUNCT/5/punct voted/VERB/0/root ./PUNCT/9/punct | QRX/PROPN/2/nsubj/B-ORG "
     "grew/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "organisation Harbour Watch = Harbour Watch, QRX, QRX"},
    {"or, before an acronym",
     "The/DET/3/det Harbour/PROPN/3/compound/B-ORG Watch/PROPN/8/nsubj/I-ORG ,/PUNCT/3/punct or/CCONJ/6/cc "
     "QRX/PROPN/3/conj/B-ORG ,/PUNCT/3/punct voted/VERB/0/root ./PUNCT/8/punct",
     NULL,
     "organisation Harbour Watch = Harbour Watch, QRX"},
    {"known to others",
     "The/DET/3/det Harbour/PROPN/3/compound/B-ORG Watch/PROPN/9/nsubj/I-ORG ,/PUNCT/5/punct known/VERB/3/acl "
     "to/ADP/7/case Telmar/PROPN/5/obl/B-ORG ,/PUNCT/5/punct voted/VERB/0/root ./PUNCT/9/punct",
     NULL,
     "organisation Harbour Watch = Harbour Watch; organisation Telmar = Telmar"},
    {"the country that a name ends in",
     "Clean/ADJ/2/amod/B-ORG Elections/PROPN/4/nsubj/I-ORG Norway/PROPN/2/flat/I-ORG met/VERB/0/root the/DET/6/det "
     "Court/PROPN/4/obj/B-ORG of/ADP/8/case/I-ORG Finland/PROPN/6/nmod/I-ORG ./PUNCT/4/punct",
     NULL,
     "organisation Clean Elections Norway [NO] = Clean Elections Norway; organisation Court of Finland [FI] = Court of "
     "Finland"},
    {"a company that was taken for a person",
     "Telmar/PROPN/2/compound/B-ORG Motors/PROPN/3/nsubj/I-ORG grew/VERB/0/root ./PUNCT/3/punct | "
     "Telmar/PROPN/2/nsubj/B-PER shrank/VERB/0/root ./PUNCT/2/punct",
     NULL,
     "organisation Telmar Motors = Telmar Motors, Telmar"},
    {"a dateline in a name",
     "ABUJA/PROPN/3/compound/B-ORG \xE2\x80\x93/PUNCT/3/punct/I-ORG Telmar/PROPN/4/nsubj/I-ORG grew/VERB/0/root "
     "./PUNCT/4/punct",
     NULL,
     "place ABUJA [NG] = ABUJA; organisation Telmar = Telmar"},
    {"a known newspaper that was taken for a person",
     "Die/PROPN/3/nsubj/B-PER Zeit/PROPN/1/flat/I-PER wrote/VERB/0/root ./PUNCT/3/punct",
     NULL,
     "organisation Die Zeit [DE] = Die Zeit"},
};

int main(void)
{
    return run_resolve_cases("entity organisations", CASES, sizeof CASES / sizeof *CASES);
}
