/* label_features.c: what the relation of an arc is chosen by: the two words, their neighbours, and their other children. */
#include "syntax/parser_features.h"

/* H: head, D: dependent; HH the head's head; HL, HR, DL, DR: outermost children, 2: the next; BEFORE and AFTER: neighbours in the
 * text. */
enum place { H, D, HH, HL, HL2, HR, HR2, DL, DL2, DR, DR2, D_BEFORE, D_AFTER, H_BEFORE, H_AFTER, PLACE_COUNT };

enum atom {
    DISTANCE = PLACE_COUNT * ATTRIBUTE_COUNT, /* with the direction */
    BETWEEN, D_LABELS_LEFT, D_LABELS_RIGHT, H_LABELS_LEFT, H_LABELS_RIGHT, D_SUFFIX, H_SUFFIX, DIRECTION, EDGE,
    ATOM_COUNT
};
_Static_assert(ATOM_COUNT <= 256, "atoms are numbered by bytes");

#define W(p) ATOM(p, WORD)
#define T(p) ATOM(p, TAG)
#define U(p) ATOM(p, UPOS)
#define C(p) ATOM(p, CLUSTER)
#define L(p) ATOM(p, LABEL)

/* While the tree grows and when it is whole. */
#define SHARED_TEMPLATES                                                                                                         \
    FEATURE3(W(H), T(H), DIRECTION), FEATURE2(T(H), DIRECTION), FEATURE2(C(H), DIRECTION), FEATURE3(W(D), T(D), DIRECTION),      \
    FEATURE2(T(D), DIRECTION), FEATURE2(C(D), DIRECTION), FEATURE2(W(D), DIRECTION), FEATURE2(W(H), DIRECTION),                  \
    FEATURE4(W(H), T(H), W(D), T(D)), FEATURE3(W(H), W(D), DIRECTION), FEATURE3(T(H), W(D), DIRECTION),                          \
    FEATURE3(W(H), T(D), DIRECTION), FEATURE3(T(H), T(D), DIRECTION), FEATURE3(C(H), C(D), DIRECTION),                           \
    FEATURE3(C(H), T(D), DIRECTION), FEATURE3(T(H), C(D), DIRECTION), FEATURE3(W(H), C(D), DIRECTION),                           \
    FEATURE3(C(H), W(D), DIRECTION), FEATURE3(H_SUFFIX, T(D), DIRECTION), FEATURE3(T(H), D_SUFFIX, DIRECTION),                   \
    FEATURE3(T(H), T(D), DISTANCE), FEATURE2(T(D), DISTANCE), FEATURE2(T(H), DISTANCE), FEATURE4(T(H), T(D), BETWEEN, DIRECTION),\
    FEATURE3(T(D), BETWEEN, DIRECTION), FEATURE3(W(D), BETWEEN, DIRECTION), FEATURE4(T(H), T(D), EDGE, DIRECTION),               \
    FEATURE3(T(D_BEFORE), T(D), T(H)), FEATURE3(T(D), T(D_AFTER), T(H)), FEATURE4(T(D_BEFORE), T(D), T(D_AFTER), DIRECTION),     \
    FEATURE3(T(H_BEFORE), T(H), T(D)), FEATURE3(T(H), T(H_AFTER), T(D)), FEATURE3(W(D_BEFORE), T(D), T(H)),                      \
    FEATURE3(W(D_AFTER), T(D), T(H)), FEATURE3(W(DL), T(D), T(H)), FEATURE3(W(DL), W(D), DIRECTION), FEATURE3(W(DL), W(H), T(D)),\
    FEATURE3(T(DL), T(D), T(H)), FEATURE3(W(DL2), T(D), T(H)), FEATURE4(L(DL), T(DL), T(D), T(H)), FEATURE3(W(DR), T(D), T(H)),  \
    FEATURE3(T(DR), T(D), T(H)), FEATURE3(D_LABELS_LEFT, T(D), T(H)), FEATURE3(D_LABELS_RIGHT, T(D), T(H)),                      \
    FEATURE3(D_LABELS_LEFT, W(H), DIRECTION), FEATURE3(H_LABELS_LEFT, T(H), T(D)), FEATURE3(H_LABELS_RIGHT, T(H), T(D)),         \
    FEATURE3(H_LABELS_LEFT, W(H), DIRECTION), FEATURE3(H_LABELS_RIGHT, W(H), DIRECTION), FEATURE3(W(DL), C(H), DIRECTION),       \
    FEATURE4(L(H), T(H), T(D), DIRECTION), FEATURE3(T(HH), T(H), T(D)), FEATURE3(W(DL), H_LABELS_RIGHT, T(H)),                   \
    FEATURE4(D_LABELS_LEFT, H_LABELS_RIGHT, T(D), T(H)), FEATURE3(W(DL), W(DL2), T(H)), FEATURE3(C(DL), C(D), C(H)),             \
    FEATURE3(W(HR), W(H), T(D)), FEATURE3(W(HL), W(H), T(D)), FEATURE4(T(HL), L(HL), T(H), T(D)), FEATURE4(T(HR), L(HR), T(H), T(D)), \
    FEATURE4(W(H_AFTER), W(H), T(D), DIRECTION)

static const struct feature_template templates[] = {SHARED_TEMPLATES};

static const struct feature_template relabel_templates[] = {
    SHARED_TEMPLATES,
    FEATURE2(L(D), DIRECTION), FEATURE3(L(D), T(D), T(H)), FEATURE2(L(D), W(D)), FEATURE2(L(D), W(H)), FEATURE3(L(D), L(H), T(D)),
    FEATURE3(L(D), D_LABELS_LEFT, D_LABELS_RIGHT), FEATURE4(L(D), H_LABELS_LEFT, H_LABELS_RIGHT, DIRECTION),
    FEATURE3(L(D), L(DL), W(DL)), FEATURE3(L(D), L(DR), T(DR)), FEATURE3(D_LABELS_LEFT, D_LABELS_RIGHT, T(H)),
    FEATURE3(H_LABELS_LEFT, H_LABELS_RIGHT, T(D)), FEATURE3(L(D), W(HH), L(H)), FEATURE3(L(D), T(HR2), L(HR2)),
    FEATURE3(L(D), T(HL2), L(HL2)), FEATURE3(L(D), T(DR2), L(DR2)), FEATURE3(L(D), W(DL), W(H)), FEATURE3(L(D), T(HH), T(H)),
    FEATURE4(D_LABELS_LEFT, D_LABELS_RIGHT, W(H), DIRECTION), FEATURE3(L(D), W(D), W(H)), FEATURE3(L(D), C(D), C(H)),
};

#define COUNT(array) (sizeof(array) / sizeof *(array))
_Static_assert(COUNT(relabel_templates) <= PARSER_LABEL_FEATURES, "callers have room for the features");

static int32_t inside(const struct parser_input *input, int32_t index)
{
    return index >= 0 && index < input->count ? index : NODE_NONE;
}

static void fill_places(uint64_t *atoms, const struct parser_input *input, const struct node *nodes, int32_t head, int32_t child)
{
    const struct node *h = &nodes[head], *d = &nodes[child];
    int32_t where[PLACE_COUNT] = {
        [H] = head, [D] = child, [HH] = h->head,
        [HL] = h->left[0], [HL2] = h->left[1], [HR] = h->right[0], [HR2] = h->right[1],
        [DL] = d->left[0], [DL2] = d->left[1], [DR] = d->right[0], [DR2] = d->right[1],
        [D_BEFORE] = inside(input, child - 1), [D_AFTER] = inside(input, child + 1),
        [H_BEFORE] = inside(input, head - 1), [H_AFTER] = inside(input, head + 1),
    };

    for (int place = 0; place < PLACE_COUNT; place++)
        parser_fill_place(atoms, place, input, nodes, where[place]);
}

static void fill_atoms(uint64_t *atoms, const struct parser_input *input, const struct node *nodes, int32_t head, int32_t child)
{
    const struct node *h = &nodes[head], *d = &nodes[child];
    uint64_t direction = child < head;

    fill_places(atoms, input, nodes, head, child);
    atoms[DISTANCE] = parser_distance(head, child) << 1 | direction;
    atoms[BETWEEN] = direction ? parser_between(input, child, head) : parser_between(input, head, child);
    atoms[D_LABELS_LEFT] = d->left_labels;
    atoms[D_LABELS_RIGHT] = d->right_labels;
    atoms[H_LABELS_LEFT] = h->left_labels;
    atoms[H_LABELS_RIGHT] = h->right_labels;
    atoms[D_SUFFIX] = input->words[child].suffix;
    atoms[H_SUFFIX] = input->words[head].suffix;
    atoms[DIRECTION] = direction;
    atoms[EDGE] = (child == 0) | (child == input->count - 1) << 1 | (h->head == NODE_NONE) << 2 |
                  input->words[child].quoted << 3 | input->words[head].quoted << 4;
}

size_t parser_label_features(uint64_t *features, const struct parser_input *input, const struct node *nodes, int32_t head,
                             int32_t child)
{
    uint64_t atoms[ATOM_COUNT];

    fill_atoms(atoms, input, nodes, head, child);
    parser_apply_templates(features, templates, COUNT(templates), atoms);
    return COUNT(templates);
}

size_t parser_relabel_features(uint64_t *features, const struct parser_input *input, const struct node *nodes, int32_t child)
{
    uint64_t atoms[ATOM_COUNT];

    fill_atoms(atoms, input, nodes, nodes[child].head, child);
    parser_apply_templates(features, relabel_templates, COUNT(relabel_templates), atoms);
    return COUNT(relabel_templates);
}
