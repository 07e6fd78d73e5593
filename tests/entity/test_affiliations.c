/* test_affiliations.c: Who is what of whom, and later mentions by role.
 * The notation and the line that is expected are described in build_document.h and resolve_case.h. */
#include "entity/resolve_case.h"

static const struct resolve_case CASES[] = {
    {"demonym and office",
     "Belarusian/ADJ/2/amod/B-DEM president/NOUN/3/nmod:desc Pavel/PROPN/5/nsubj/B-PER Zubov/PROPN/3/flat/I-PER "
     "spoke/VERB/0/root ./PUNCT/5/punct",
     NULL,
     "country Belarus = Belarusian; person Pavel Zubov [BY] = Pavel Zubov; Pavel Zubov < Belarus (president)"},
    {"envoy of one country to another",
     "Pavel/PROPN/12/nsubj/B-PER Zubov/PROPN/1/flat/I-PER ,/PUNCT/6/punct the/DET/6/det Russian/ADJ/6/amod/B-DEM "
     "ambassador/NOUN/1/appos to/ADP/10/case the/DET/10/det United/VERB/10/amod/B-LOC States/PROPN/6/nmod/I-LOC "
     ",/PUNCT/1/punct spoke/VERB/0/root ./PUNCT/12/punct",
     NULL,
     "person Pavel Zubov [RU] = Pavel Zubov; country Russia = Russian; country United States = United States; "
     "Pavel Zubov < Russia (ambassador); Pavel Zubov < United States (ambassador)"},
    {"office with a complement before the name",
     "The/DET/2/det head/NOUN/10/nsubj of/ADP/5/case the/DET/5/det FSB/NOUN/2/nmod/B-ORG ,/PUNCT/7/punct "
     "Pavel/PROPN/5/appos/B-PER Zubov/PROPN/7/flat/I-PER ,/PUNCT/2/punct spoke/VERB/0/root ./PUNCT/10/punct",
     "head",
     "head -> Pavel Zubov; organisation FSB [RU] = FSB; person Pavel Zubov [RU] = Pavel Zubov; Pavel Zubov < FSB "
     "(head)"},
    {"office in a body of a country",
     "The/DET/2/det president/NOUN/11/nsubj of/ADP/7/case the/DET/7/det Danish/ADJ/7/amod/B-DEM chess/NOUN/7/compound "
     "federation/NOUN/2/nmod ,/PUNCT/9/punct Pavel/PROPN/2/appos/B-PER Zubov/PROPN/9/flat/I-PER spoke/VERB/0/root "
     "./PUNCT/11/punct",
     NULL,
     "country Denmark = Danish; person Pavel Zubov [DK] = Pavel Zubov; Pavel Zubov < Denmark"},
    {"a role for somebody else",
     "Zubov/PROPN/3/nmod:poss/B-PER 's/PART/1/case lawyer/NOUN/7/nsubj ,/PUNCT/5/punct Ana/PROPN/3/appos/B-PER "
     ",/PUNCT/5/punct left/VERB/0/root ./PUNCT/7/punct | The/DET/2/det lawyer/NOUN/5/nsubj for/ADP/4/case "
     "Rybak/PROPN/2/nmod/B-PER stayed/VERB/0/root ./PUNCT/5/punct",
     NULL,
     "person Zubov = Zubov; person Ana = Ana; person Rybak = Rybak; Ana < Zubov (lawyer)"},
    {"office at the possessor",
     "Rybak/PROPN/4/nmod:poss/B-ORG 's/PART/1/case chief/ADJ/4/amod editor/NOUN/9/nsubj ,/PUNCT/6/punct "
     "Pavel/PROPN/4/appos/B-PER Zubov/PROPN/6/flat/I-PER ,/PUNCT/4/punct spoke/VERB/0/root ./PUNCT/9/punct",
     "editor",
     "editor -> Pavel Zubov; organisation Rybak = Rybak; person Pavel Zubov = Pavel Zubov; Pavel Zubov < Rybak "
     "(chief editor)"},
    {"country, office and its field",
     "UK/PROPN/2/compound/B-LOC Chancellor/PROPN/8/nsubj of/ADP/7/case the/DET/7/det Exchequer/PROPN/7/compound "
     "Pavel/PROPN/5/flat/B-PER Zubov/PROPN/2/nmod/I-PER spoke/VERB/0/root ./PUNCT/8/punct",
     NULL,
     "country United Kingdom = UK; person Pavel Zubov [GB] = Pavel Zubov; Pavel Zubov < United Kingdom (Chancellor "
     "of the Exchequer)"},
    {"from a think tank",
     "Pavel/PROPN/8/nsubj/B-PER Zubov/PROPN/1/flat/I-PER from/ADP/7/case the/DET/7/det independent/ADJ/7/amod "
     "Soltan/PROPN/7/compound/B-ORG Center/PROPN/1/nmod/I-ORG spoke/VERB/0/root ./PUNCT/8/punct",
     NULL,
     "person Pavel Zubov = Pavel Zubov; organisation Soltan Center = Soltan Center; Pavel Zubov < Soltan Center"},
    {"of an organisation",
     "Pavel/PROPN/5/nsubj/B-PER Zubov/PROPN/1/flat/I-PER of/ADP/4/case Rybak/PROPN/1/nmod/B-ORG spoke/VERB/0/root "
     "./PUNCT/5/punct",
     NULL,
     "person Pavel Zubov = Pavel Zubov; organisation Rybak = Rybak; Pavel Zubov < Rybak"},
    {"spokesman of a seat of power",
     "Kremlin/PROPN/2/compound/B-ORG spokesman/NOUN/3/nmod:desc Pavel/PROPN/5/nsubj/B-PER Zubov/PROPN/3/flat/I-PER "
     "spoke/VERB/0/root ./PUNCT/5/punct",
     NULL,
     "country Russia = Kremlin; person Pavel Zubov [RU] = Pavel Zubov; Pavel Zubov < Russia (spokesman)"},
    {"tie to a person",
     "Zubov/PROPN/2/compound/B-PER associate/NOUN/5/nsubj Ivan/PROPN/5/nsubj/B-PER Lisin/PROPN/3/flat/I-PER "
     "spoke/VERB/0/root ./PUNCT/5/punct",
     NULL,
     "person Zubov = Zubov; person Ivan Lisin = Ivan Lisin; Ivan Lisin < Zubov (associate)"},
    {"country's commissioner",
     "Vera/ADP/2/case/B-PER Lisina/PROPN/10/obl/I-PER ,/PUNCT/6/punct Russia/PROPN/6/nmod:poss/B-LOC "
     "'s/PART/4/case Commissioner/PROPN/2/appos for/ADP/8/case Ports/PROPN/6/nmod ,/PUNCT/2/punct "
     "spoke/VERB/0/root ./PUNCT/10/punct",
     NULL,
     "person Vera Lisina [RU] = Vera Lisina; country Russia = Russia; Vera Lisina < Russia (Commissioner for Ports)"},
    {"two nouns for one person",
     "Azerbaijani/ADJ/2/amod/B-DEM billionaire/NOUN/8/nsubj and/CCONJ/5/cc property/NOUN/5/compound "
     "developer/NOUN/2/conj Pavel/PROPN/7/compound/B-PER Zubov/PROPN/5/appos/I-PER spoke/VERB/0/root "
     "./PUNCT/8/punct",
     NULL,
     "country Azerbaijan = Azerbaijani; person Pavel Zubov [AZ] = Pavel Zubov; Pavel Zubov < Azerbaijan (property "
     "developer)"},
    {"prime minister of the government just named",
     "The/DET/3/det French/ADJ/3/amod/B-DEM government/NOUN/4/nsubj acted/VERB/0/root ,/PUNCT/9/punct "
     "and/CCONJ/9/cc Prime/ADJ/8/amod Minister/PROPN/9/nmod:desc Paul/PROPN/4/obl/B-PER Garnier/PROPN/9/flat/I-PER "
     "spoke/VERB/4/conj ./PUNCT/4/punct",
     NULL,
     "country France = French, French government; person Paul Garnier [FR] = Paul Garnier; Paul Garnier < France "
     "(Prime Minister)"},
    {"copula",
     "Kadri/PROPN/6/nsubj/B-PER Tamm/PROPN/1/flat/I-PER is/AUX/6/cop the/DET/6/det prime/ADJ/6/amod "
     "minister/NOUN/0/root of/ADP/8/case Estonia/PROPN/6/nmod/B-LOC ./PUNCT/6/punct",
     NULL,
     "person Kadri Tamm [EE] = Kadri Tamm; country Estonia = Estonia; Kadri Tamm < Estonia (prime minister)"},
    {"organisation of a country",
     "The/DET/4/det Russian/ADJ/3/amod/B-DEM Telegram/PROPN/4/compound channel/NOUN/6/nsubj "
     "Rybak/PROPN/4/appos/B-ORG wrote/VERB/0/root ./PUNCT/6/punct",
     NULL,
     "country Russia = Russian; organisation Rybak [RU] = Rybak; Rybak < Russia"},
    {"embassy",
     "The/DET/3/det British/ADJ/3/amod/B-DEM embassy/NOUN/6/nsubj in/ADP/5/case Moscow/PROPN/3/nmod/B-LOC "
     "protested/VERB/0/root ./PUNCT/6/punct",
     "embassy",
     "embassy -> British embassy; country United Kingdom = British; organisation British embassy [GB] = British "
     "embassy; place Moscow [RU] = Moscow; British embassy < United Kingdom"},
    {"a place where someone works is no affiliation",
     "Pavel/PROPN/9/nsubj/B-PER Zubov/PROPN/1/flat/I-PER ,/PUNCT/5/punct a/DET/5/det reporter/NOUN/1/appos "
     "in/ADP/7/case Sweden/PROPN/5/nmod/B-LOC ,/PUNCT/1/punct spoke/VERB/0/root ./PUNCT/9/punct",
     NULL,
     "person Pavel Zubov = Pavel Zubov; country Sweden = Sweden"},
    {"the next person's office",
     "Pavel/PROPN/9/nsubj/B-PER Zubov/PROPN/1/flat/I-PER ,/PUNCT/5/punct President/PROPN/5/nmod:desc "
     "Vera/PROPN/1/appos/B-PER Lisina/PROPN/1/compound/I-PER and/CCONJ/8/cc others/NOUN/1/conj spoke/VERB/0/root "
     "./PUNCT/9/punct",
     NULL,
     "person Pavel Zubov = Pavel Zubov; person Vera Lisina = Vera Lisina"},
    {"the president again",
     "Belarusian/ADJ/2/amod/B-DEM president/NOUN/3/nmod:desc Pavel/PROPN/5/nsubj/B-PER Zubov/PROPN/3/flat/I-PER "
     "spoke/VERB/0/root ./PUNCT/5/punct | The/DET/2/det president/NOUN/3/nsubj left/VERB/0/root ./PUNCT/3/punct",
     "president@2",
     "president@2 -> Pavel Zubov; country Belarus = Belarusian; person Pavel Zubov [BY] = Pavel Zubov, president; "
     "Pavel Zubov < Belarus (president)"},
    {"the president of a country",
     "Belarusian/ADJ/2/amod/B-DEM president/NOUN/3/nmod:desc Pavel/PROPN/5/nsubj/B-PER Zubov/PROPN/3/flat/I-PER "
     "met/VERB/0/root Estonian/ADJ/7/amod/B-DEM president/NOUN/5/obj Kadri/PROPN/5/obl/B-PER "
     "Tamm/PROPN/8/flat/I-PER ./PUNCT/5/punct | The/DET/3/det Estonian/ADJ/3/amod/B-DEM president/NOUN/4/nsubj "
     "left/VERB/0/root ./PUNCT/4/punct",
     "president@3",
     "president@3 -> Kadri Tamm; country Belarus = Belarusian; person Pavel Zubov [BY] = Pavel Zubov; country "
     "Estonia = Estonian, Estonian; person Kadri Tamm [EE] = Kadri Tamm, Estonian president; Pavel Zubov < Belarus "
     "(president); Kadri Tamm < Estonia (president)"},
    {"the president of two",
     "Belarusian/ADJ/2/amod/B-DEM president/NOUN/3/nmod:desc Pavel/PROPN/5/nsubj/B-PER Zubov/PROPN/3/flat/I-PER "
     "met/VERB/0/root Estonian/ADJ/7/amod/B-DEM president/NOUN/5/obj Kadri/PROPN/5/obl/B-PER "
     "Tamm/PROPN/8/flat/I-PER ./PUNCT/5/punct | The/DET/2/det president/NOUN/3/nsubj left/VERB/0/root "
     "./PUNCT/3/punct",
     "president@3",
     "president@3 -> nobody; country Belarus = Belarusian; person Pavel Zubov [BY] = Pavel Zubov; country Estonia "
     "= Estonian; person Kadri Tamm [EE] = Kadri Tamm; Pavel Zubov < Belarus (president); Kadri Tamm < Estonia "
     "(president)"},
    {"a president of another country",
     "Belarusian/ADJ/2/amod/B-DEM president/NOUN/3/nmod:desc Pavel/PROPN/5/nsubj/B-PER Zubov/PROPN/3/flat/I-PER "
     "spoke/VERB/0/root ./PUNCT/5/punct | The/DET/3/det Iranian/ADJ/3/amod/B-DEM president/NOUN/4/nsubj "
     "left/VERB/0/root ./PUNCT/4/punct",
     "president@2",
     "president@2 -> Iranian president; country Belarus = Belarusian; person Pavel Zubov [BY] = Pavel Zubov; "
     "country Iran = Iranian; group Iranian president [IR] = Iranian president; Pavel Zubov < Belarus (president)"},
    {"a title in the sentence's middle",
     "On/ADP/2/case Monday/PROPN/8/obl ,/PUNCT/2/punct Ukrainian/ADJ/5/amod/B-DEM President/PROPN/6/nmod:desc "
     "Oleh/PROPN/8/nsubj/B-PER Kovalenko/PROPN/6/flat/I-PER spoke/VERB/0/root ./PUNCT/8/punct",
     NULL,
     "country Ukraine = Ukrainian; person Oleh Kovalenko [UA] = Oleh Kovalenko; Oleh Kovalenko < Ukraine "
     "(President)"},
    {"head of a known organisation gives the country",
     "State/PROPN/2/compound/B-ORG Duma/PROPN/3/compound/I-ORG deputy/NOUN/6/nsubj Pavel/PROPN/3/flat/B-PER "
     "Zubov/PROPN/4/flat/I-PER spoke/VERB/0/root ./PUNCT/6/punct",
     NULL,
     "organisation State Duma [RU] = State Duma; person Pavel Zubov [RU] = Pavel Zubov; Pavel Zubov < State Duma "
     "(deputy)"},
    {"what follows a list is nobody's office",
     "Pavel/PROPN/11/nsubj/B-PER Zubov/PROPN/1/flat/I-PER ,/PUNCT/5/punct Vera/PROPN/5/compound/B-PER "
     "Lisina/PROPN/1/conj/I-PER and/CCONJ/11/cc the/DET/8/det president/NOUN/11/nsubj of/ADP/10/case "
     "Estonia/PROPN/8/nmod/B-LOC spoke/VERB/0/root ./PUNCT/11/punct",
     NULL,
     "person Pavel Zubov = Pavel Zubov; person Vera Lisina = Vera Lisina; country Estonia = Estonia"},
    {"a critic is no part of whom he criticises",
     "Pavel/PROPN/13/nsubj/B-PER Zubov/PROPN/1/flat/I-PER ,/PUNCT/5/punct a/DET/5/det critic/NOUN/1/appos "
     "of/ADP/10/case Zimbabwe/PROPN/9/nmod:poss/B-LOC 's/PART/7/case President/PROPN/10/nmod:desc "
     "Tendai/PROPN/5/nmod/B-PER Moyo/PROPN/10/flat/I-PER ,/PUNCT/1/punct spoke/VERB/0/root ./PUNCT/13/punct",
     NULL,
     "person Pavel Zubov = Pavel Zubov; country Zimbabwe = Zimbabwe; person Tendai Moyo [ZW] = Tendai Moyo; Tendai "
     "Moyo < Zimbabwe (President)"},
    {"of an organisation of a country",
     "Lars/PROPN/8/nsubj/B-PER Holm/PROPN/1/flat/I-PER of/ADP/7/case the/DET/7/det Swedish/ADJ/7/amod/B-DEM "
     "Seismic/ADJ/7/amod/B-ORG Network/NOUN/1/nmod/I-ORG spoke/VERB/0/root ./PUNCT/8/punct",
     NULL,
     "person Lars Holm [SE] = Lars Holm; country Sweden = Swedish; organisation Seismic Network [SE] = Seismic "
     "Network; Lars Holm < Seismic Network; Seismic Network < Sweden"},
    {"adviser to a president",
     "Oleh/PROPN/12/nsubj/B-PER Kovalenko/PROPN/1/flat/I-PER ,/PUNCT/5/punct an/DET/5/det adviser/NOUN/1/appos "
     "to/ADP/9/case Ukrainian/ADJ/8/amod/B-DEM President/PROPN/9/nmod:desc Ivan/PROPN/5/nmod/B-PER "
     "Bondar/PROPN/9/flat/I-PER ,/PUNCT/1/punct spoke/VERB/0/root ./PUNCT/12/punct",
     NULL,
     "person Oleh Kovalenko [UA] = Oleh Kovalenko; country Ukraine = Ukrainian; person Ivan Bondar [UA] = Ivan "
     "Bondar; Oleh Kovalenko < Ivan Bondar (adviser); Ivan Bondar < Ukraine (President)"},
    {"its ambassador",
     "Russia/PROPN/2/nsubj/B-LOC sent/VERB/0/root its/PRON/4/nmod:poss ambassador/NOUN/2/obj to/ADP/8/case "
     "the/DET/8/det United/VERB/8/amod/B-ORG Nations/PROPN/2/obl/I-ORG ,/PUNCT/10/punct Pavel/PROPN/2/obl/B-PER "
     "Zubov/PROPN/10/flat/I-PER ./PUNCT/2/punct",
     NULL,
     "country Russia = Russia, its; organisation United Nations = United Nations; person Pavel Zubov [RU] = Pavel "
     "Zubov; Pavel Zubov < United Nations (ambassador); Pavel Zubov < Russia (ambassador)"},
    {"an office of one state and a person of another",
     "The/DET/3/det U.S./PROPN/3/compound/B-LOC president/NOUN/10/nsubj and/CCONJ/5/cc Indian/ADJ/3/conj/B-DEM "
     "Prime/ADJ/7/amod Minister/PROPN/3/appos Arun/PROPN/3/appos/B-PER Mehta/PROPN/8/flat/I-PER met/VERB/0/root "
     "./PUNCT/10/punct",
     NULL,
     "country United States = U.S.; country India = Indian; person Arun Mehta [IN] = Arun Mehta; Arun Mehta < "
     "India (Prime Minister)"},
    {"a critic of a state is no part of it",
     "Pavel/PROPN/12/nsubj/B-PER Zubov/PROPN/1/flat/I-PER ,/PUNCT/6/punct a/DET/6/det harsh/ADJ/6/amod "
     "critic/NOUN/1/appos of/ADP/10/case the/DET/10/det United/VERB/10/amod/B-LOC States/PROPN/6/nmod/I-LOC "
     ",/PUNCT/1/punct spoke/VERB/0/root ./PUNCT/12/punct",
     NULL,
     "person Pavel Zubov = Pavel Zubov; country United States = United States"},
    {"a state before the United Nations",
     "India/PROPN/4/nmod:poss/B-LOC 's/PART/1/case U.N./PROPN/4/compound/B-ORG ambassador/NOUN/7/nsubj "
     "Arun/PROPN/4/appos/B-PER Mehta/PROPN/5/flat/I-PER spoke/VERB/0/root ./PUNCT/7/punct",
     NULL,
     "country India = India; organisation U.N. = U.N.; person Arun Mehta [IN] = Arun Mehta; Arun Mehta < India "
     "(ambassador); Arun Mehta < U.N. (ambassador)"},
    {"demonym of what a name modifies",
     "Indian/ADJ/3/amod/B-DEM Mehta/PROPN/3/compound/B-PER staffers/NOUN/4/nsubj spoke/VERB/0/root ./PUNCT/4/punct", NULL,
     "country India = Indian; person Mehta = Mehta"},
    {"ally of a name",
     "the/DET/3/det Indian/ADJ/3/amod/B-DEM president/NOUN/8/nsubj and/CCONJ/5/cc ally/NOUN/3/conj of/ADP/7/case "
     "Zubov/PROPN/5/nmod/B-PER spoke/VERB/0/root ./PUNCT/8/punct",
     NULL, "country India = Indian; person Zubov = Zubov"},
};

int main(void)
{
    return run_resolve_cases("entity affiliations", CASES, sizeof CASES / sizeof *CASES);
}
