#include <math.h>
#include <stdlib.h>

#include "model/train/clusters.h"

/* Classes as they are joined. Counts are doubles so that sums of x ln x need no casts; they stay whole numbers. */
struct tree {
    uint32_t classes;
    double *pairs; /* [class][next class] */
    double *total; /* words of each class */
    double *loss;  /* [i][j], i < j: mutual information lost by joining them */
    bool *alive;
};

static double plogp(double x)
{
    return x > 0 ? x * log(x) : 0;
}

static double pair_count(const struct tree *tree, uint32_t a, uint32_t b)
{
    return tree->pairs[(size_t)a * tree->classes + b];
}

static double *loss_at(struct tree *tree, uint32_t i, uint32_t j)
{
    return &tree->loss[i < j ? (size_t)i * tree->classes + j : (size_t)j * tree->classes + i];
}

/* The part of joining i and j that concerns their neighbour d, another class. */
static double loss_beside(const struct tree *tree, uint32_t i, uint32_t j, uint32_t d)
{
    double after_i = pair_count(tree, i, d), after_j = pair_count(tree, j, d);
    double before_i = pair_count(tree, d, i), before_j = pair_count(tree, d, j);
    double loss = 0;
    if (after_i > 0 && after_j > 0)
        loss += plogp(after_i) + plogp(after_j) - plogp(after_i + after_j);
    if (before_i > 0 && before_j > 0)
        loss += plogp(before_i) + plogp(before_j) - plogp(before_i + before_j);
    return loss;
}

static double whole_loss(const struct tree *tree, uint32_t i, uint32_t j)
{
    double ii = pair_count(tree, i, i), ij = pair_count(tree, i, j), ji = pair_count(tree, j, i),
           jj = pair_count(tree, j, j);
    double loss = plogp(ii) + plogp(ij) + plogp(ji) + plogp(jj) - plogp(ii + ij + ji + jj);
    for (uint32_t d = 0; d < tree->classes; d++)
        if (d != i && d != j && tree->alive[d])
            loss += loss_beside(tree, i, j, d);
    return loss + 2 * (plogp(tree->total[i] + tree->total[j]) - plogp(tree->total[i]) - plogp(tree->total[j]));
}

static void fill_losses(struct tree *tree)
{
    for (uint32_t i = 0; i < tree->classes; i++)
        for (uint32_t j = i + 1; j < tree->classes; j++)
            if (tree->alive[i] && tree->alive[j])
                *loss_at(tree, i, j) = whole_loss(tree, i, j);
}

static void cheapest(struct tree *tree, uint32_t *a, uint32_t *b)
{
    double best = INFINITY;
    for (uint32_t i = 0; i < tree->classes; i++)
        for (uint32_t j = i + 1; tree->alive[i] && j < tree->classes; j++)
            if (tree->alive[j] && *loss_at(tree, i, j) < best) {
                best = *loss_at(tree, i, j);
                *a = i;
                *b = j;
            }
}

/* Adds to the losses of all other pairs what they pay beside classes a and b, `sign` times. */
static void adjust(struct tree *tree, uint32_t a, double sign)
{
    for (uint32_t i = 0; i < tree->classes; i++) {
        if (!tree->alive[i] || i == a || pair_count(tree, i, a) + pair_count(tree, a, i) == 0)
            continue;
        for (uint32_t j = i + 1; j < tree->classes; j++)
            if (tree->alive[j] && j != a)
                *loss_at(tree, i, j) += sign * loss_beside(tree, i, j, a);
    }
}

/* Joins b into a and keeps all losses right. Only the terms beside a and b change for pairs of others. */
static void join(struct tree *tree, uint32_t a, uint32_t b)
{
    adjust(tree, a, -1);
    adjust(tree, b, -1);
    for (uint32_t d = 0; d < tree->classes; d++)
        tree->pairs[(size_t)a * tree->classes + d] += pair_count(tree, b, d);
    for (uint32_t d = 0; d < tree->classes; d++)
        tree->pairs[(size_t)d * tree->classes + a] += pair_count(tree, d, b);
    for (uint32_t d = 0; d < tree->classes; d++)
        tree->pairs[(size_t)b * tree->classes + d] = tree->pairs[(size_t)d * tree->classes + b] = 0;
    tree->total[a] += tree->total[b];
    tree->alive[b] = false;
    adjust(tree, a, 1);
    for (uint32_t i = 0; i < tree->classes; i++)
        if (i != a && tree->alive[i])
            *loss_at(tree, a, i) = whole_loss(tree, a < i ? a : i, a < i ? i : a);
}

/* Paths from the joins, the last one being the root: each join's second half hangs under its first. */
static void write_paths(const uint32_t (*joins)[2], uint32_t classes, uint32_t *paths)
{
    for (uint32_t i = 0; i < classes; i++)
        paths[i] = 1;
    uint32_t *node = train_allocate(classes, sizeof *node); /* path of the tree that class i leads just now */
    node[joins[classes - 2][0]] = 1;
    for (uint32_t step = classes - 1; step-- > 0;) {
        uint32_t a = joins[step][0], b = joins[step][1], path = node[a];
        bool room = path < 1u << 30;
        node[a] = room ? path << 1 : path;
        node[b] = room ? path << 1 | 1 : path;
    }
    memcpy(paths, node, classes * sizeof *paths);
    free(node);
}

void cluster_tree(const struct cluster_corpus *corpus, const uint32_t *class_of, uint32_t classes, uint32_t *paths)
{
    size_t cells = (size_t)classes * classes;
    struct tree tree = {classes, train_allocate(cells, sizeof(double)), train_allocate(classes, sizeof(double)),
                        train_allocate(cells, sizeof(double)), train_allocate(classes, sizeof(bool))};
    uint32_t(*joins)[2] = train_allocate(classes, sizeof *joins);
    for (size_t i = 0; i < corpus->count; i++) {
        uint32_t here = class_of[corpus->words[i]];
        tree.total[here]++;
        if (i + 1 < corpus->count)
            tree.pairs[(size_t)here * classes + class_of[corpus->words[i + 1]]]++;
    }
    for (uint32_t i = 0; i < classes; i++)
        tree.alive[i] = true;
    fill_losses(&tree);
    for (uint32_t step = 0; step + 1 < classes; step++) {
        cheapest(&tree, &joins[step][0], &joins[step][1]);
        join(&tree, joins[step][0], joins[step][1]);
    }
    write_paths((const uint32_t(*)[2])joins, classes, paths);
    free(joins);
    free(tree.pairs);
    free(tree.total);
    free(tree.loss);
    free(tree.alive);
}
