/* ud.h: the tag sets of Universal Dependencies v2 for English, as enumerations and names. The lists are closed:
 * trainers map what they do not hold to X, FW and dep. Sources: universaldependencies.org/u/pos, /u/dep; Penn Treebank
 * tags as extended by English Web Treebank. */
#ifndef HEARSAY_TEXT_UD_H
#define HEARSAY_TEXT_UD_H

#include "base/view.h"

/* ITEM(enumerator, name). The order is part of the model file's format. */
#define UD_UPOS(ITEM)                                                                                         \
    ITEM(ADJ, "ADJ") ITEM(ADP, "ADP") ITEM(ADV, "ADV") ITEM(AUX, "AUX") ITEM(CCONJ, "CCONJ") ITEM(DET, "DET") \
    ITEM(INTJ, "INTJ") ITEM(NOUN, "NOUN") ITEM(NUM, "NUM") ITEM(PART, "PART") ITEM(PRON, "PRON")              \
    ITEM(PROPN, "PROPN") ITEM(PUNCT, "PUNCT") ITEM(SCONJ, "SCONJ") ITEM(SYM, "SYM") ITEM(VERB, "VERB")        \
    ITEM(X, "X")

#define UD_XPOS(ITEM)                                                                                    \
    ITEM(NN, "NN") ITEM(IN, "IN") ITEM(DT, "DT") ITEM(NNP, "NNP") ITEM(JJ, "JJ") ITEM(PRP, "PRP")        \
    ITEM(STOP, ".") ITEM(RB, "RB") ITEM(COMMA, ",") ITEM(NNS, "NNS") ITEM(VB, "VB") ITEM(CC, "CC")       \
    ITEM(VBD, "VBD") ITEM(VBP, "VBP") ITEM(VBZ, "VBZ") ITEM(CD, "CD") ITEM(VBN, "VBN") ITEM(VBG, "VBG")  \
    ITEM(TO, "TO") ITEM(MD, "MD") ITEM(PRPS, "PRP$") ITEM(UH, "UH") ITEM(COLON, ":") ITEM(RRB, "-RRB-")  \
    ITEM(LRB, "-LRB-") ITEM(WDT, "WDT") ITEM(WRB, "WRB") ITEM(WP, "WP") ITEM(HYPH, "HYPH")               \
    ITEM(OPEN_QUOTE, "``") ITEM(CLOSE_QUOTE, "''") ITEM(RP, "RP") ITEM(POS, "POS") ITEM(NNPS, "NNPS")    \
    ITEM(JJR, "JJR") ITEM(JJS, "JJS") ITEM(EX, "EX") ITEM(RBR, "RBR") ITEM(SYM, "SYM") ITEM(FW, "FW")    \
    ITEM(NFP, "NFP") ITEM(DOLLAR, "$") ITEM(GW, "GW") ITEM(ADD, "ADD") ITEM(PDT, "PDT") ITEM(RBS, "RBS") \
    ITEM(LS, "LS") ITEM(AFX, "AFX") ITEM(WPS, "WP$")

#define UD_DEPREL(ITEM)                                                                                          \
    ITEM(ROOT, "root") ITEM(ACL, "acl") ITEM(ACL_RELCL, "acl:relcl") ITEM(ADVCL, "advcl")                        \
    ITEM(ADVCL_RELCL, "advcl:relcl") ITEM(ADVMOD, "advmod") ITEM(AMOD, "amod") ITEM(APPOS, "appos")              \
    ITEM(AUX, "aux") ITEM(AUX_PASS, "aux:pass") ITEM(CASE, "case") ITEM(CC, "cc") ITEM(CC_PRECONJ, "cc:preconj") \
    ITEM(CCOMP, "ccomp") ITEM(COMPOUND, "compound") ITEM(COMPOUND_PRT, "compound:prt") ITEM(CONJ, "conj")        \
    ITEM(COP, "cop") ITEM(CSUBJ, "csubj") ITEM(CSUBJ_OUTER, "csubj:outer") ITEM(CSUBJ_PASS, "csubj:pass")        \
    ITEM(DEP, "dep") ITEM(DET, "det") ITEM(DET_PREDET, "det:predet") ITEM(DISCOURSE, "discourse")                \
    ITEM(DISLOCATED, "dislocated") ITEM(EXPL, "expl") ITEM(FIXED, "fixed") ITEM(FLAT, "flat")                    \
    ITEM(GOESWITH, "goeswith") ITEM(IOBJ, "iobj") ITEM(LIST, "list") ITEM(MARK, "mark") ITEM(NMOD, "nmod")       \
    ITEM(NMOD_DESC, "nmod:desc") ITEM(NMOD_POSS, "nmod:poss") ITEM(NMOD_UNMARKED, "nmod:unmarked")               \
    ITEM(NSUBJ, "nsubj") ITEM(NSUBJ_OUTER, "nsubj:outer") ITEM(NSUBJ_PASS, "nsubj:pass") ITEM(NUMMOD, "nummod")  \
    ITEM(OBJ, "obj") ITEM(OBL, "obl") ITEM(OBL_AGENT, "obl:agent") ITEM(OBL_UNMARKED, "obl:unmarked")            \
    ITEM(ORPHAN, "orphan") ITEM(PARATAXIS, "parataxis") ITEM(PUNCT, "punct") ITEM(REPARANDUM, "reparandum")      \
    ITEM(VOCATIVE, "vocative") ITEM(XCOMP, "xcomp")

#define UD_ENUMERATOR_UPOS(e, n) UPOS_##e,
#define UD_ENUMERATOR_XPOS(e, n) XPOS_##e,
#define UD_ENUMERATOR_DEPREL(e, n) DEPREL_##e,
enum upos { UD_UPOS(UD_ENUMERATOR_UPOS) UPOS_COUNT };
enum xpos { UD_XPOS(UD_ENUMERATOR_XPOS) XPOS_COUNT };
enum deprel { UD_DEPREL(UD_ENUMERATOR_DEPREL) DEPREL_COUNT };

/* Names of persons, organisations, places, and demonyms ("Tajik", "Russians") as BIO tags. */
enum name_tag {
    NAME_O,
    NAME_B_PER,
    NAME_I_PER,
    NAME_B_ORG,
    NAME_I_ORG,
    NAME_B_LOC,
    NAME_I_LOC,
    NAME_B_DEM,
    NAME_I_DEM,
    NAME_TAG_COUNT
};
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
