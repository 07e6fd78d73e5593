#include "syntax/arborescence.h"

#include <stdbool.h>
#include <string.h>

#include "syntax/workspace.h"

/* Taken off every arc from the root, so that the best tree has only one of them. */
#define ROOT_PENALTY 1000.0f

enum { NEW, ON_PATH, DONE, GONE };

/* An arc between two words. */
struct arc {
    uint16_t dependent, head;
};

/* Nodes merge as cycles are contracted: row and column c of the matrices then speak for all words of c's component, and
 * `arcs` says which words an arc between components really joins. */
struct search {
    float *scores;          /* [dependent][head] */
    struct arc *arcs;       /* [dependent][head] */
    uint16_t *component;    /* of each word */
    uint16_t *before;       /* [cycle][word]: components before that cycle was contracted */
    uint16_t *best;         /* of each node: where its best arc comes from */
    uint16_t *entering;     /* of each node, on the way back: the word by which its head is reached */
    uint16_t *member;       /* members of all cycles, one cycle after the other */
    struct arc *member_arc; /* the arc that the member had within its cycle */
    size_t *cycle_end;      /* in `member` */
    size_t cycle_count;
    uint8_t *state;
    size_t size;
};

/* Members of all cycles together: each contraction of k nodes leaves k - 1 fewer. */
static size_t member_room(size_t size)
{
    return 2 * size;
}

/* Lays the arrays out in a workspace (NULL: to learn how much room they take) and returns their bytes. */
static size_t lay_out(struct search *search, size_t size, char *workspace)
{
    size_t at = 0, line = size * sizeof(uint16_t);

    search->cycle_end = workspace_take(workspace, &at, size * sizeof(size_t));
    search->arcs = workspace_take(workspace, &at, size * size * sizeof(struct arc));
    search->before = workspace_take(workspace, &at, size * line);
    search->component = workspace_take(workspace, &at, line);
    search->best = workspace_take(workspace, &at, line);
    search->entering = workspace_take(workspace, &at, line);
    search->member = workspace_take(workspace, &at, member_room(size) * sizeof(uint16_t));
    search->member_arc = workspace_take(workspace, &at, member_room(size) * sizeof(struct arc));
    search->state = workspace_take(workspace, &at, size);
    search->size = size;
    search->cycle_count = 0;
    return at;
}

size_t arborescence_workspace(size_t size)
{
    struct search search;
    return lay_out(&search, size, NULL);
}

static float score(const struct search *search, size_t dependent, size_t head)
{
    return search->scores[dependent * search->size + head];
}

static void find_best(struct search *search, size_t node)
{
    size_t best = SIZE_MAX;
    for (size_t h = 0; h < search->size; h++)
        if (h != node && search->state[h] != GONE &&
            (best == SIZE_MAX || score(search, node, h) > score(search, node, best)))
            best = h;
    search->best[node] = (uint16_t)best;
}

/* A node on a cycle of best arcs, or 0. */
static size_t find_cycle(struct search *search)
{
    for (size_t i = 0; i < search->size; i++)
        if (search->state[i] != GONE)
            search->state[i] = NEW;
    search->state[0] = DONE;
    for (size_t i = 1; i < search->size; i++) {
        size_t node = i;
        if (search->state[i] != NEW)
            continue;
        for (; search->state[node] == NEW; node = search->best[node])
            search->state[node] = ON_PATH;
        if (search->state[node] == ON_PATH)
            return node;
        for (node = i; search->state[node] == ON_PATH; node = search->best[node])
            search->state[node] = DONE;
    }
    return 0;
}

/* The best way into the cycle from h: the member whose own arc is the cheapest to give up for it. */
static void join_entering(struct search *search, const uint16_t *member, size_t count, size_t h)
{
    size_t cycle = member[0], best = 0;
    float most = 0;
    for (size_t i = 0; i < count; i++) {
        float gain = score(search, member[i], h) - score(search, member[i], search->best[member[i]]);
        if (i == 0 || gain > most) {
            most = gain;
            best = member[i];
        }
    }
    search->arcs[cycle * search->size + h] = search->arcs[best * search->size + h];
    /* Row `cycle` is read for its own best arc until all heads are joined: that entry lies inside the cycle and stays.
     */
    search->scores[cycle * search->size + h] = most;
}

static void join_leaving(struct search *search, const uint16_t *member, size_t count, size_t d)
{
    size_t best = member[0];
    for (size_t i = 1; i < count; i++)
        if (score(search, d, member[i]) > score(search, d, best))
            best = member[i];
    search->arcs[d * search->size + member[0]] = search->arcs[d * search->size + best];
    search->scores[d * search->size + member[0]] = score(search, d, best);
}

/* Lists a cycle's members and their arcs and remembers the components before it. */
static size_t list_members(struct search *search, size_t node)
{
    size_t start = search->cycle_count ? search->cycle_end[search->cycle_count - 1] : 0, end = start, at = node;
    do {
        search->member[end] = (uint16_t)at;
        search->member_arc[end++] = search->arcs[at * search->size + search->best[at]];
        at = search->best[at];
    } while (at != node);
    memcpy(search->before + search->cycle_count * search->size, search->component, search->size * sizeof(uint16_t));
    search->cycle_end[search->cycle_count++] = end;
    return start;
}

static void contract(struct search *search, size_t node)
{
    size_t start = list_members(search, node), count = search->cycle_end[search->cycle_count - 1] - start;
    const uint16_t *member = search->member + start;

    for (size_t i = 0; i < count; i++)
        search->state[member[i]] = GONE;
    for (size_t other = 0; other < search->size; other++) {
        if (search->state[other] == GONE)
            continue;
        join_entering(search, member, count, other);
        if (other != 0)
            join_leaving(search, member, count, other);
    }
    for (size_t w = 0; w < search->size; w++)
        for (size_t i = 0; i < count; i++)
            if (search->component[w] == member[i]) {
                search->component[w] = member[0];
                break;
            }
    search->state[member[0]] = NEW;
    find_best(search, member[0]);
    /* A word that preferred a member prefers the cycle: its arc there is the best of all members'. */
    for (size_t d = 1; d < search->size; d++)
        if (search->state[d] != GONE && d != member[0] && search->state[search->best[d]] == GONE)
            search->best[d] = member[0];
}

static void set_head(struct search *search, uint16_t *heads, size_t node, struct arc arc)
{
    heads[arc.dependent] = arc.head;
    search->entering[node] = arc.dependent;
}

/* Opens the contracted cycles again, the last first: each keeps its arcs but the one at the word by which it is
 * entered. */
static void expand(struct search *search, uint16_t *heads)
{
    for (size_t d = 1; d < search->size; d++)
        if (search->state[d] != GONE)
            set_head(search, heads, d, search->arcs[d * search->size + search->best[d]]);
    for (size_t c = search->cycle_count; c-- > 0;) {
        size_t start = c ? search->cycle_end[c - 1] : 0;
        uint16_t entry = search->entering[search->member[start]];
        uint16_t entered = search->before[c * search->size + entry];
        for (size_t i = start; i < search->cycle_end[c]; i++)
            if (search->member[i] != entered)
                set_head(search, heads, search->member[i], search->member_arc[i]);
        search->entering[entered] = entry;
    }
}

void arborescence_find(float *scores, size_t size, uint16_t *heads, void *workspace)
{
    struct search search;
    size_t node, roots = 0;

    lay_out(&search, size, workspace);
    search.scores = scores;
    for (size_t i = 0; i < size; i++) {
        search.component[i] = (uint16_t)i;
        search.state[i] = NEW;
    }
    for (size_t d = 1; d < size; d++) {
        find_best(&search, d);
        heads[d] = search.best[d];
        roots += heads[d] == 0;
    }
    if (roots == 1 && find_cycle(&search) == 0)
        return;
    for (size_t d = 1; d < size; d++) {
        scores[d * size] -= ROOT_PENALTY;
        for (size_t h = 0; h < size; h++)
            search.arcs[d * size + h] = (struct arc){(uint16_t)d, (uint16_t)h};
        find_best(&search, d);
    }
    while ((node = find_cycle(&search)) != 0)
        contract(&search, node);
    expand(&search, heads);
}
