#include "text/ud.h"

#define NAME_OF(e, n) n,

static const char *const upos_names[] = {UD_UPOS(NAME_OF)};
static const char *const xpos_names[] = {UD_XPOS(NAME_OF)};
static const char *const deprel_names[] = {UD_DEPREL(NAME_OF)};
static const char *const name_tag_names[] = {"O",     "B-PER", "I-PER", "B-ORG", "I-ORG",
                                             "B-LOC", "I-LOC", "B-DEM", "I-DEM"};

_Static_assert(sizeof name_tag_names / sizeof *name_tag_names == NAME_TAG_COUNT, "one name for each tag");

const char *ud_upos_name(enum upos upos)
{
    return upos_names[upos];
}

const char *ud_xpos_name(enum xpos xpos)
{
    return xpos_names[xpos];
}

const char *ud_deprel_name(enum deprel deprel)
{
    return deprel_names[deprel];
}

const char *ud_name_tag_name(enum name_tag tag)
{
    return name_tag_names[tag];
}

enum upos ud_upos_of(struct view name)
{
    int found = view_index(name, upos_names, UPOS_COUNT);
    return found < 0 ? UPOS_X : (enum upos)found;
}

enum xpos ud_xpos_of(struct view name)
{
    int found = view_index(name, xpos_names, XPOS_COUNT);
    return found < 0 ? XPOS_FW : (enum xpos)found;
}

static struct view without_subtype(struct view name)
{
    const char *colon = name.length ? memchr(name.data, ':', name.length) : NULL;
    return colon ? view_slice(name, 0, (size_t)(colon - name.data)) : name;
}

enum deprel ud_deprel_of(struct view name)
{
    int found = view_index(name, deprel_names, DEPREL_COUNT);
    if (found < 0)
        found = view_index(without_subtype(name), deprel_names, DEPREL_COUNT);
    return found < 0 ? DEPREL_DEP : (enum deprel)found;
}

enum name_tag ud_name_tag_of(struct view name)
{
    int found = view_index(name, name_tag_names, NAME_TAG_COUNT);
    return found < 0 ? NAME_O : (enum name_tag)found;
}

/* Asked for at every step through a tree, and so without a look at the names; a test compares the two. */
enum deprel ud_deprel_universal(enum deprel deprel)
{
    switch (deprel) {
    case DEPREL_ACL_RELCL:
        return DEPREL_ACL;
    case DEPREL_ADVCL_RELCL:
        return DEPREL_ADVCL;
    case DEPREL_AUX_PASS:
        return DEPREL_AUX;
    case DEPREL_CC_PRECONJ:
        return DEPREL_CC;
    case DEPREL_COMPOUND_PRT:
        return DEPREL_COMPOUND;
    case DEPREL_CSUBJ_OUTER:
    case DEPREL_CSUBJ_PASS:
        return DEPREL_CSUBJ;
    case DEPREL_DET_PREDET:
        return DEPREL_DET;
    case DEPREL_NMOD_DESC:
    case DEPREL_NMOD_POSS:
    case DEPREL_NMOD_UNMARKED:
        return DEPREL_NMOD;
    case DEPREL_NSUBJ_OUTER:
    case DEPREL_NSUBJ_PASS:
        return DEPREL_NSUBJ;
    case DEPREL_OBL_AGENT:
    case DEPREL_OBL_UNMARKED:
        return DEPREL_OBL;
    default:
        return deprel;
    }
}
