#include "text/ud.h"

#define NAME_OF(e, n) n,

static const char *const upos_names[] = {UD_UPOS(NAME_OF)};
static const char *const xpos_names[] = {UD_XPOS(NAME_OF)};
static const char *const deprel_names[] = {UD_DEPREL(NAME_OF)};
static const char *const name_tag_names[] = {"O",     "B-PER", "I-PER", "B-ORG", "I-ORG",
                                             "B-LOC", "I-LOC", "B-DEM", "I-DEM"};

_Static_assert(sizeof name_tag_names / sizeof *name_tag_names == NAME_TAG_COUNT, "one name for each tag");

/* The lists are short; the position of `name` in one of them, or `missing`. */
static int find_name(const char *const *names, int count, struct view name, int missing)
{
    for (int i = 0; i < count; i++) {
        if (view_is(name, names[i])) return i;
    }
    return missing;
}

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
    return (enum upos)find_name(upos_names, UPOS_COUNT, name, UPOS_X);
}

enum xpos ud_xpos_of(struct view name)
{
    return (enum xpos)find_name(xpos_names, XPOS_COUNT, name, XPOS_FW);
}

static struct view without_subtype(struct view name)
{
    const char *colon = name.length ? memchr(name.data, ':', name.length) : NULL;
    return colon ? view_slice(name, 0, (size_t)(colon - name.data)) : name;
}

enum deprel ud_deprel_of(struct view name)
{
    int found = find_name(deprel_names, DEPREL_COUNT, name, -1);
    if (found < 0) found = find_name(deprel_names, DEPREL_COUNT, without_subtype(name), DEPREL_DEP);
    return (enum deprel)found;
}

enum name_tag ud_name_tag_of(struct view name)
{
    return (enum name_tag)find_name(name_tag_names, NAME_TAG_COUNT, name, NAME_O);
}

enum deprel ud_deprel_universal(enum deprel deprel)
{
    struct view name = without_subtype(view_of(deprel_names[deprel]));
    return (enum deprel)find_name(deprel_names, DEPREL_COUNT, name, deprel);
}
