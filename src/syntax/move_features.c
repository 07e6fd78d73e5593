/* move_features.c: what the next move is chosen by. Templates after Zhang and Nivre (2011), with word clusters, the third word of
 * the stack, and what stands between the two words in question. */
#include "syntax/parser_features.h"

/* S0, S1, S2: the stack from its top; N0 .. N3: the buffer. H: head, HH: its head; L, L2, R, R2: outermost and next children;
 * Before and After: the neighbours in the text. */
enum place { S0, S1, S2, N0, N1, N2, N3, S0H, S0HH, S0L, S0L2, S0R, S0R2, N0L, N0L2, S0_AFTER, N0_BEFORE, S1R, PLACE_COUNT };

enum atom {
    DISTANCE = PLACE_COUNT * ATTRIBUTE_COUNT,
    BETWEEN,     /* S0 and N0 */
    S0_VALENCY_LEFT, S0_VALENCY_RIGHT, N0_VALENCY_LEFT,
    S0_LABELS_LEFT, S0_LABELS_RIGHT, N0_LABELS_LEFT,
    S0_SUFFIX, N0_SUFFIX, S0_SHORT, N0_SHORT,
    QUOTED,      /* of S0, N0, N1; S0 has a head; the buffer is a returned word */
    AHEAD,       /* verbs and commas after N0 */
    ATOM_COUNT
};
_Static_assert(ATOM_COUNT <= 256, "atoms are numbered by bytes");

#define W(p) ATOM(p, WORD)
#define T(p) ATOM(p, TAG)
#define U(p) ATOM(p, UPOS)
#define C(p) ATOM(p, CLUSTER)
#define L(p) ATOM(p, LABEL)

static const struct feature_template templates[] = {
    /* single words */
    FEATURE2(W(S0), T(S0)), FEATURE1(W(S0)), FEATURE2(T(S0), QUOTED), FEATURE1(C(S0)),
    FEATURE2(W(N0), T(N0)), FEATURE1(W(N0)), FEATURE2(T(N0), QUOTED), FEATURE1(C(N0)),
    FEATURE2(W(N1), T(N1)), FEATURE1(T(N1)), FEATURE1(C(N1)), FEATURE2(W(N2), T(N2)), FEATURE1(T(N2)), FEATURE1(T(N3)),
    FEATURE2(W(S1), T(S1)), FEATURE1(T(S1)), FEATURE1(C(S1)), FEATURE1(W(N1)), FEATURE1(W(S1)),
    /* pairs of S0 and N0 */
    FEATURE4(W(S0), T(S0), W(N0), T(N0)), FEATURE3(W(S0), T(S0), W(N0)), FEATURE3(W(S0), W(N0), T(N0)),
    FEATURE3(W(S0), T(S0), T(N0)), FEATURE3(T(S0), W(N0), T(N0)), FEATURE2(W(S0), W(N0)), FEATURE2(T(S0), T(N0)),
    FEATURE2(C(S0), C(N0)), FEATURE2(W(S0), C(N0)), FEATURE2(C(S0), W(N0)), FEATURE3(C(S0), T(S0), T(N0)),
    FEATURE3(T(S0), C(N0), T(N0)), FEATURE3(S0_SHORT, N0_SHORT, DISTANCE), FEATURE3(S0_SUFFIX, N0_SUFFIX, DISTANCE),
    /* S0 and N0 with the words around them */
    FEATURE2(T(N0), T(N1)), FEATURE3(T(N0), T(N1), T(N2)), FEATURE4(T(S0), T(N0), T(N1), T(N2)), FEATURE3(T(S0), T(N0), T(N1)),
    FEATURE3(T(S0), T(N0), T(S1)), FEATURE3(T(S1), T(S0), T(N1)), FEATURE4(T(S1), T(S0), T(N0), T(N1)),
    FEATURE4(T(S2), T(S1), T(S0), T(N0)), FEATURE2(W(N0), T(N1)), FEATURE2(T(N0), W(N1)), FEATURE3(W(S0), T(N0), T(N1)),
    FEATURE3(T(S0), W(N0), T(N1)), FEATURE3(T(S0), T(N0), W(N1)), FEATURE3(T(S0), T(N0), C(N1)), FEATURE3(C(S0), C(N0), C(N1)),
    FEATURE3(T(S0), T(S0_AFTER), T(N0)), FEATURE3(T(S0), T(N0_BEFORE), T(N0)), FEATURE4(T(S0), T(S0_AFTER), T(N0_BEFORE), T(N0)),
    FEATURE2(T(S1), T(N0)), FEATURE2(W(S1), T(N0)), FEATURE2(T(S1), W(N0)), FEATURE3(W(S1), T(S0), T(N0)),
    FEATURE3(T(S1), W(S0), T(N0)), FEATURE3(T(S1), T(S0), W(N0)), FEATURE2(C(S1), C(N0)), FEATURE3(L(S1), T(S1), T(N0)),
    FEATURE3(C(S1), C(S0), C(N0)), FEATURE4(U(N0), U(N1), U(N2), U(N3)), FEATURE4(T(S0), L(S0), T(S1), L(S1)),
    FEATURE2(W(N0), W(N1)), FEATURE2(W(S0), W(N1)), FEATURE3(T(S0), T(N0), W(S0_AFTER)), FEATURE3(T(S0), T(N0), W(N0_BEFORE)),
    /* heads and children */
    FEATURE3(T(S0H), T(S0), T(N0)), FEATURE3(T(S0), T(S0L), T(N0)), FEATURE3(T(S0), T(S0R), T(N0)), FEATURE3(T(S0), T(N0), T(N0L)),
    FEATURE2(W(S0H), T(S0H)), FEATURE1(T(S0H)), FEATURE2(L(S0), T(S0)), FEATURE2(L(S0), W(S0)), FEATURE1(W(S0L)), FEATURE1(T(S0L)),
    FEATURE2(L(S0L), T(S0)), FEATURE1(W(S0R)), FEATURE1(T(S0R)), FEATURE2(L(S0R), T(S0)), FEATURE1(W(N0L)), FEATURE1(T(N0L)),
    FEATURE2(L(N0L), T(N0)), FEATURE2(W(S0HH), T(S0HH)), FEATURE1(L(S0H)), FEATURE2(T(S0L2), L(S0L2)), FEATURE2(T(S0R2), L(S0R2)),
    FEATURE2(T(N0L2), L(N0L2)), FEATURE3(T(S0), T(S0L), T(S0L2)), FEATURE3(T(S0), T(S0R), T(S0R2)), FEATURE3(T(S0), T(S0H), T(S0HH)),
    FEATURE3(T(N0), T(N0L), T(N0L2)), FEATURE3(W(S0H), T(S0), W(N0)), FEATURE3(W(S0H), W(S0), T(N0)), FEATURE4(T(S0H), L(S0), T(S0), T(N0)),
    FEATURE3(T(S0), W(S0R), T(N0)), FEATURE3(T(S0), T(N0), W(N0L)), FEATURE3(T(S0), W(S0L), T(N0)), FEATURE3(L(S0R), L(S0), T(N0)),
    FEATURE3(T(S1), T(S1R), T(N0)), FEATURE3(L(S0), T(N0), T(N1)), FEATURE3(W(S0), W(S0R), W(N0)), FEATURE2(W(S0L), W(S0)),
    FEATURE2(W(N0L), W(N0)), FEATURE2(W(S0R), T(N0)), FEATURE3(W(S0H), W(N0), T(N0)), FEATURE3(C(S0H), C(S0), C(N0)),
    FEATURE4(T(S0), T(N0), T(S0R), T(N0L)), FEATURE4(L(S0L), L(S0R), T(S0), T(N0)),
    /* distance, what stands between, valency, labels */
    FEATURE2(W(S0), DISTANCE), FEATURE2(T(S0), DISTANCE), FEATURE2(W(N0), DISTANCE), FEATURE2(T(N0), DISTANCE),
    FEATURE3(W(S0), W(N0), DISTANCE), FEATURE3(T(S0), T(N0), DISTANCE), FEATURE3(T(S0), T(N0), BETWEEN), FEATURE2(T(S0), BETWEEN),
    FEATURE2(T(N0), BETWEEN), FEATURE2(W(N0), BETWEEN), FEATURE2(W(S0), BETWEEN), FEATURE4(T(S0), T(N0), BETWEEN, L(S0)),
    FEATURE3(T(S0), T(N0), AHEAD), FEATURE3(L(S0), T(S0), AHEAD), FEATURE2(AHEAD, QUOTED),
    FEATURE2(W(S0), S0_VALENCY_RIGHT), FEATURE2(T(S0), S0_VALENCY_RIGHT), FEATURE2(W(S0), S0_VALENCY_LEFT),
    FEATURE2(T(S0), S0_VALENCY_LEFT), FEATURE2(W(N0), N0_VALENCY_LEFT), FEATURE2(T(N0), N0_VALENCY_LEFT),
    FEATURE2(W(S0), S0_LABELS_RIGHT), FEATURE2(T(S0), S0_LABELS_RIGHT), FEATURE2(W(S0), S0_LABELS_LEFT),
    FEATURE2(T(S0), S0_LABELS_LEFT), FEATURE2(W(N0), N0_LABELS_LEFT), FEATURE2(T(N0), N0_LABELS_LEFT),
    FEATURE3(T(S0), S0_LABELS_RIGHT, T(N0)), FEATURE3(T(N0), N0_LABELS_LEFT, T(S0)), FEATURE3(W(S0), S0_LABELS_RIGHT, T(N0)),
    FEATURE3(W(S0), S0_LABELS_LEFT, T(N0)), FEATURE3(T(S0), W(N0), S0_LABELS_RIGHT), FEATURE3(W(N0), N0_LABELS_LEFT, T(S0)),
};
#define TEMPLATE_COUNT (sizeof templates / sizeof *templates)
_Static_assert(TEMPLATE_COUNT <= PARSER_MOVE_FEATURES, "callers have room for the features");

static int32_t head_of(const struct node *nodes, int32_t index)
{
    return index == NODE_NONE ? NODE_NONE : nodes[index].head;
}

static int32_t child_of(const struct node *nodes, int32_t index, int side, int nth)
{
    if (index == NODE_NONE)
        return NODE_NONE;
    return side < 0 ? nodes[index].left[nth] : nodes[index].right[nth];
}

static void fill_places(uint64_t *atoms, const struct parser_input *input, const struct state *state)
{
    const struct node *nodes = state->nodes;
    int32_t s0 = state_stack(state, 0), s1 = state_stack(state, 1), n0 = state_buffer(state, 0), s0h = head_of(nodes, s0);
    int32_t where[PLACE_COUNT] = {
        [S0] = s0, [S1] = s1, [S2] = state_stack(state, 2),
        [N0] = n0, [N1] = state_buffer(state, 1), [N2] = state_buffer(state, 2), [N3] = state_buffer(state, 3),
        [S0H] = s0h, [S0HH] = head_of(nodes, s0h),
        [S0L] = child_of(nodes, s0, -1, 0), [S0L2] = child_of(nodes, s0, -1, 1),
        [S0R] = child_of(nodes, s0, 1, 0), [S0R2] = child_of(nodes, s0, 1, 1),
        [N0L] = child_of(nodes, n0, -1, 0), [N0L2] = child_of(nodes, n0, -1, 1),
        [S0_AFTER] = s0 + 1 < n0 ? s0 + 1 : NODE_NONE, [N0_BEFORE] = n0 > s0 + 1 ? n0 - 1 : NODE_NONE,
        [S1R] = child_of(nodes, s1, 1, 0),
    };

    for (int place = 0; place < PLACE_COUNT; place++)
        parser_fill_place(atoms, place, input, nodes, where[place]);
}

/* S0 and N0 are both there: without a choice there is nothing to classify. */
static void fill_atoms(uint64_t *atoms, const struct parser_input *input, const struct state *state)
{
    int32_t s0 = state_stack(state, 0), n0 = state_buffer(state, 0), n1 = state_buffer(state, 1);
    const struct node *top = &state->nodes[s0], *front = &state->nodes[n0];
    const struct parser_word *words = input->words, *end = &words[input->count];
    unsigned verbs = (unsigned)(end->verbs - words[n0 + 1].verbs), commas = (unsigned)(end->commas - words[n0 + 1].commas);

    fill_places(atoms, input, state);
    atoms[DISTANCE] = parser_distance(s0, n0);
    atoms[BETWEEN] = parser_between(input, s0, n0);
    atoms[S0_VALENCY_LEFT] = top->left_count;
    atoms[S0_VALENCY_RIGHT] = top->right_count;
    atoms[N0_VALENCY_LEFT] = front->left_count;
    atoms[S0_LABELS_LEFT] = top->left_labels;
    atoms[S0_LABELS_RIGHT] = top->right_labels;
    atoms[N0_LABELS_LEFT] = front->left_labels;
    atoms[S0_SUFFIX] = words[s0].suffix;
    atoms[N0_SUFFIX] = words[n0].suffix;
    atoms[S0_SHORT] = words[s0].cluster_short;
    atoms[N0_SHORT] = words[n0].cluster_short;
    atoms[QUOTED] = words[s0].quoted | words[n0].quoted << 1 | (n1 == NODE_NONE ? 2 : words[n1].quoted) << 2 |
                    (top->head != NODE_NONE) << 4 | (state->returned != NODE_NONE) << 5;
    atoms[AHEAD] = (verbs > 2 ? 2 : verbs) | (commas > 1 ? 1 : commas) << 2;
}

size_t parser_move_features(uint64_t *features, const struct parser_input *input, const struct state *state)
{
    uint64_t atoms[ATOM_COUNT];

    fill_atoms(atoms, input, state);
    parser_apply_templates(features, templates, TEMPLATE_COUNT, atoms);
    return TEMPLATE_COUNT;
}
