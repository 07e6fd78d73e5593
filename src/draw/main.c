/* hearsay-draw: DOT on standard input, a picture on standard output. A program of its own, so that a crash or a hang of
 * Graphviz costs the picture and nothing else.
 *
 *   hearsay-draw FORMAT [SECONDS [MEGABYTES]]
 *
 * FORMAT is svg, png or pdf; SECONDS of processor time and MEGABYTES of memory bound what it may need. The first graph
 * is laid out by the program that its attribute `layout` names (dot where it names none); a second one is the frame
 * around it (frame.h). Exit: 0 done, 2 usage, 3 input or output, 4 Graphviz failed. */
#include "frame.h"
#include "route.h"

#include <graphviz/gvc.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>

#define PAGE_DPI    150.0  /* of a PNG ... */
#define PIXELS_MOST 9000.0 /* ... unless it became larger than this */
#define INCH        72.0   /* points */

enum { EXIT_USAGE = 2, EXIT_INPUT = 3, EXIT_GRAPHVIZ = 4 };

#ifdef __SANITIZE_ADDRESS__
/* The sanitizer reserves terabytes of addresses, and Graphviz and fontconfig leave their caches to the exit. */
__attribute__((visibility("default"))) const char *__asan_default_options(void);
const char *__asan_default_options(void)
{
    return "detect_leaks=0";
}
#define MEMORY_LIMITED 0
#else
#define MEMORY_LIMITED 1
#endif

static int fail(int code, const char *message)
{
    fprintf(stderr, "hearsay-draw: %s\n", message);
    return code;
}

static void limit(int resource, const char *text, unsigned long long unit)
{
    unsigned long long value = text ? strtoull(text, NULL, 10) : 0;
    if (!value)
        return;
    struct rlimit bound = {.rlim_cur = (rlim_t)(value * unit), .rlim_max = (rlim_t)(value * unit)};
    setrlimit(resource, &bound);
}

static bool is_format(const char *name)
{
    return strcmp(name, "svg") == 0 || strcmp(name, "png") == 0 || strcmp(name, "pdf") == 0;
}

/* Pixels for paper, but no picture that no program can open. */
static void set_resolution(Agraph_t *graph)
{
    char text[32];
    double box[4] = {0};
    const char *bb = agget(graph, "bb");
    if (bb && sscanf(bb, "%lf,%lf,%lf,%lf", &box[0], &box[1], &box[2], &box[3]) != 4)
        return;
    double width = box[2] - box[0], height = box[3] - box[1], longer = width > height ? width : height;
    double dpi = longer * PAGE_DPI / INCH > PIXELS_MOST ? PIXELS_MOST * INCH / longer : PAGE_DPI;
    snprintf(text, sizeof text, "%d", dpi < 24 ? 24 : (int)dpi);
    agsafeset(graph, "dpi", text, "");
}

/* Lays out the graph, puts the frame around it and takes all places as they are now. */
static bool lay_out(GVC_t *gvc, Agraph_t *graph, Agraph_t *frame, bool is_bitmap)
{
    const char *layout = agget(graph, "layout");
    bool hierarchical = !layout || !*layout || strcmp(layout, "dot") == 0;
    if (gvLayout(gvc, graph, hierarchical ? "dot" : layout) != 0)
        return false;
    attach_attrs(graph);
    bool routed = hierarchical ? route_clear(graph) : route_edges(graph);
    gvFreeLayout(gvc, graph);
    if (!routed || (frame && !frame_add(graph, frame)))
        return false;
    if (is_bitmap)
        set_resolution(graph);
    agsafeset(graph, "layout", "nop2", "");
    agsafeset(graph, "pad", "0.2", "");
    return gvLayout(gvc, graph, "nop2") == 0;
}

static int draw(GVC_t *gvc, Agraph_t *graph, Agraph_t *frame, const char *format)
{
    char *data = NULL;
    unsigned int length = 0;
    if (!lay_out(gvc, graph, frame, strcmp(format, "png") == 0))
        return fail(EXIT_GRAPHVIZ, "the graph cannot be laid out");
    if (gvRenderData(gvc, graph, format, &data, &length) != 0 || !data)
        return fail(EXIT_GRAPHVIZ, "the picture cannot be made");
    bool written = fwrite(data, 1, length, stdout) == length && fflush(stdout) == 0;
    gvFreeRenderData(data);
    gvFreeLayout(gvc, graph);
    return written ? EXIT_SUCCESS : fail(EXIT_INPUT, "the picture cannot be written");
}

int main(int argc, char **argv)
{
    if (argc < 2 || argc > 4 || !is_format(argv[1]))
        return fail(EXIT_USAGE, "usage: hearsay-draw svg|png|pdf [SECONDS [MEGABYTES]]");
    prctl(PR_SET_PDEATHSIG, SIGKILL); /* nobody waits for a picture when hearsay is gone */
    struct rlimit no_core = {0, 0};
    setrlimit(RLIMIT_CORE, &no_core);
    limit(RLIMIT_CPU, argc > 2 ? argv[2] : NULL, 1);
    limit(RLIMIT_AS, MEMORY_LIMITED && argc > 3 ? argv[3] : NULL, 1024 * 1024);
    agseterr(AGERR);
    Agraph_t *graph = agread(stdin, NULL);
    if (!graph)
        return fail(EXIT_INPUT, "the input is no graph");
    Agraph_t *frame = agread(stdin, NULL);
    GVC_t *gvc = gvContext();
    int code = gvc ? draw(gvc, graph, frame, argv[1]) : fail(EXIT_GRAPHVIZ, "Graphviz does not start");
    if (frame)
        agclose(frame);
    agclose(graph);
    if (gvc)
        gvFreeContext(gvc);
    return code;
}
