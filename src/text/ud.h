/* ud.h: the tag sets of Universal Dependencies v2 for English, as enumerations and names. The lists are closed: trainers
 * map what they do not hold to X, FW and dep. Sources: universaldependencies.org/u/pos, /u/dep; Penn Treebank tags as
 * extended by English Web Treebank. */
#ifndef HEARSAY_TEXT_UD_H
#define HEARSAY_TEXT_UD_H

#include "base/view.h"

/* X(enumerator, name). The order is part of the model file's format. */
#define UD_UPOS(X)                                                                                                  \
    X(ADJ, "ADJ") X(ADP, "ADP") X(ADV, "ADV") X(AUX, "AUX") X(CCONJ, "CCONJ") X(DET, "DET") X(INTJ, "INTJ")          \
    X(NOUN, "NOUN") X(NUM, "NUM") X(PART, "PART") X(PRON, "PRON") X(PROPN, "PROPN") X(PUNCT, "PUNCT")                \
    X(SCONJ, "SCONJ") X(SYM, "SYM") X(VERB, "VERB") X(X, "X")

#define UD_XPOS(X)                                                                                                  \
    X(NN, "NN") X(IN, "IN") X(DT, "DT") X(NNP, "NNP") X(JJ, "JJ") X(PRP, "PRP") X(STOP, ".") X(RB, "RB")             \
    X(COMMA, ",") X(NNS, "NNS") X(VB, "VB") X(CC, "CC") X(VBD, "VBD") X(VBP, "VBP") X(VBZ, "VBZ") X(CD, "CD")        \
    X(VBN, "VBN") X(VBG, "VBG") X(TO, "TO") X(MD, "MD") X(PRPS, "PRP$") X(UH, "UH") X(COLON, ":") X(RRB, "-RRB-")    \
    X(LRB, "-LRB-") X(WDT, "WDT") X(WRB, "WRB") X(WP, "WP") X(HYPH, "HYPH") X(OPEN_QUOTE, "``")                      \
    X(CLOSE_QUOTE, "''") X(RP, "RP") X(POS, "POS") X(NNPS, "NNPS") X(JJR, "JJR") X(JJS, "JJS") X(EX, "EX")           \
    X(RBR, "RBR") X(SYM, "SYM") X(FW, "FW") X(NFP, "NFP") X(DOLLAR, "$") X(GW, "GW") X(ADD, "ADD") X(PDT, "PDT")     \
    X(RBS, "RBS") X(LS, "LS") X(AFX, "AFX") X(WPS, "WP$")

#define UD_DEPREL(X)                                                                                                \
    X(ROOT, "root") X(ACL, "acl") X(ACL_RELCL, "acl:relcl") X(ADVCL, "advcl") X(ADVCL_RELCL, "advcl:relcl")          \
    X(ADVMOD, "advmod") X(AMOD, "amod") X(APPOS, "appos") X(AUX, "aux") X(AUX_PASS, "aux:pass") X(CASE, "case")      \
    X(CC, "cc") X(CC_PRECONJ, "cc:preconj") X(CCOMP, "ccomp") X(COMPOUND, "compound") X(COMPOUND_PRT, "compound:prt")\
    X(CONJ, "conj") X(COP, "cop") X(CSUBJ, "csubj") X(CSUBJ_OUTER, "csubj:outer") X(CSUBJ_PASS, "csubj:pass")        \
    X(DEP, "dep") X(DET, "det") X(DET_PREDET, "det:predet") X(DISCOURSE, "discourse") X(DISLOCATED, "dislocated")    \
    X(EXPL, "expl") X(FIXED, "fixed") X(FLAT, "flat") X(GOESWITH, "goeswith") X(IOBJ, "iobj") X(LIST, "list")        \
    X(MARK, "mark") X(NMOD, "nmod") X(NMOD_DESC, "nmod:desc") X(NMOD_POSS, "nmod:poss")                              \
    X(NMOD_UNMARKED, "nmod:unmarked") X(NSUBJ, "nsubj") X(NSUBJ_OUTER, "nsubj:outer") X(NSUBJ_PASS, "nsubj:pass")    \
    X(NUMMOD, "nummod") X(OBJ, "obj") X(OBL, "obl") X(OBL_AGENT, "obl:agent") X(OBL_UNMARKED, "obl:unmarked")        \
    X(ORPHAN, "orphan") X(PARATAXIS, "parataxis") X(PUNCT, "punct") X(REPARANDUM, "reparandum")                      \
    X(VOCATIVE, "vocative") X(XCOMP, "xcomp")

#define UD_ENUMERATOR_UPOS(e, n) UPOS_##e,
#define UD_ENUMERATOR_XPOS(e, n) XPOS_##e,
#define UD_ENUMERATOR_DEPREL(e, n) DEPREL_##e,
enum upos { UD_UPOS(UD_ENUMERATOR_UPOS) UPOS_COUNT };
enum xpos { UD_XPOS(UD_ENUMERATOR_XPOS) XPOS_COUNT };
enum deprel { UD_DEPREL(UD_ENUMERATOR_DEPREL) DEPREL_COUNT };

/* Names of persons, organisations, places, and demonyms ("Tajik", "Russians") as BIO tags. */
enum name_tag { NAME_O, NAME_B_PER, NAME_I_PER, NAME_B_ORG, NAME_I_ORG, NAME_B_LOC, NAME_I_LOC, NAME_B_DEM, NAME_I_DEM, NAME_TAG_COUNT };
enum name_type { NAME_PERSON, NAME_ORGANISATION, NAME_PLACE, NAME_DEMONYM };

static inline bool name_tag_begins(enum name_tag tag) { return tag != NAME_O && tag % 2 == 1; }
static inline bool name_tag_continues(enum name_tag tag) { return tag != NAME_O && tag % 2 == 0; }
static inline enum name_type name_tag_type(enum name_tag tag) { return (enum name_type)((tag - 1) / 2); }

/* Names as CoNLL-U writes them; literals, never NULL for values of the enumerations. */
const char *ud_upos_name(enum upos upos);
const char *ud_xpos_name(enum xpos xpos);
const char *ud_deprel_name(enum deprel deprel);
const char *ud_name_tag_name(enum name_tag tag); /* "O", "B-PER", ... */

/* Back from names. Unknown ones: UPOS_X, XPOS_FW, the relation without its subtype or DEPREL_DEP, NAME_O. */
enum upos ud_upos_of(struct view name);
enum xpos ud_xpos_of(struct view name);
enum deprel ud_deprel_of(struct view name);
enum name_tag ud_name_tag_of(struct view name);

/* The relation without its subtype: DEPREL_NSUBJ_PASS -> DEPREL_NSUBJ. */
enum deprel ud_deprel_universal(enum deprel deprel);

#endif
