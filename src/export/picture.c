/* picture.c: pictures, drawn by hearsay-draw. */
#include "export/dot.h"
#include "export/lines.h"
#include "export/process.h"
#include "export/svg.h"

#include <dlfcn.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define DRAW_PROGRAM "hearsay-draw"
#define MEGABYTES    "4096"

/* The path of the running program. */
static bool program_path(char path[PATH_MAX])
{
    ssize_t length = readlink("/proc/self/exe", path, PATH_MAX - 1);
    path[length < 0 ? 0 : length] = '\0';
    return length > 0;
}

/* The path of what holds this code: the shared library, or a program. */
static bool library_path(char path[PATH_MAX])
{
    static const char HERE;
    Dl_info info;
    return dladdr(&HERE, &info) != 0 && info.dli_fname && realpath(info.dli_fname, path);
}

/* Looks for hearsay-draw beside a file, then where `cmake --install` puts it: in ../libexec/hearsay of the programs and
 * of the library, which may lie in a folder for each kind of machine. */
static bool find_beside(const char *file, char path[PATH_MAX])
{
    static const char *const PLACES[] = {DRAW_PROGRAM, "../libexec/hearsay/" DRAW_PROGRAM,
                                         "../../libexec/hearsay/" DRAW_PROGRAM};
    const char *slash = strrchr(file, '/');
    for (size_t i = 0; slash && i < sizeof PLACES / sizeof *PLACES; i++) {
        int written = snprintf(path, PATH_MAX, "%.*s%s", (int)(slash + 1 - file), file, PLACES[i]);
        if (written > 0 && written < PATH_MAX && access(path, X_OK) == 0)
            return true;
    }
    return false;
}

/* Near the running program, near the library; else PATH decides. */
static const char *find_program(const struct export_options *options, char path[PATH_MAX])
{
    char self[PATH_MAX];
    if (options->draw_program)
        return options->draw_program;
    bool found = (program_path(self) && find_beside(self, path)) || (library_path(self) && find_beside(self, path));
    return found ? path : DRAW_PROGRAM;
}

/* Feeds the graph to hearsay-draw; what it makes goes to `picture`. */
static int draw(struct export_job *job, const char *format, struct output *picture)
{
    char path[PATH_MAX], seconds[NUMBER_SIZE];
    struct export_job dot_job = *job;
    int code = output_open_memory(&dot_job.out, job->error);
    if (code)
        return code;
    dot_write(&dot_job, true);
    job->out_of_memory = job->out_of_memory || dot_job.out_of_memory;
    code = output_flush(dot_job.out, job->error);
    if (!code) {
        unsigned most =
            job->options->limits.draw_seconds < 1000000 ? (unsigned)job->options->limits.draw_seconds : 1000000;
        snprintf(seconds, sizeof seconds, "%u", most);
        /* posix_spawn takes char * for historical reasons and changes nothing. */
        char *argv[] = {(char *)find_program(job->options, path), (char *)format, seconds, (char *)MEGABYTES, NULL};
        code = process_run(argv, output_view(dot_job.out), most, picture, job->error);
    }
    output_abandon(dot_job.out);
    return code;
}

/* Draws into memory first: what a failed program leaves is no picture. */
static int draw_checked(struct export_job *job, const char *format,
                        int (*finish)(struct export_job *job, struct view picture))
{
    struct output *picture;
    int code = output_open_memory(&picture, job->error);
    if (code)
        return code;
    code = lines_choose(job);
    if (!code)
        code = draw(job, format, picture);
    if (!code)
        code = output_flush(picture, job->error);
    if (!code)
        code = finish(job, output_view(picture));
    output_abandon(picture);
    return code;
}

/* Draws the most important part of a graph that is too large. */
static int draw_part(struct export_job *job, const char *format,
                     int (*finish)(struct export_job *job, struct view picture))
{
    struct export_job part;
    struct graph graph = *job->graph;
    size_t most = job->options->limits.draw_nodes;
    if (!most || graph.node_count <= most)
        return draw_checked(job, format, finish);
    int code = graph_top(&graph, most, job->arena, job->error);
    if (code)
        return code;
    code = export_job_begin(&part, &graph, job->grouping, job->options, job->out, job->error);
    if (!code)
        code = draw_checked(&part, format, finish);
    return export_job_end(&part, code);
}

/* Passes a picture on that starts as its format does. */
static int copy_picture(struct export_job *job, struct view picture, struct view start)
{
    if (!view_starts(picture, start))
        return error_set(job->error, HEARSAY_ERROR_INTERNAL, "draw", "",
                         "hearsay-draw made something that is no picture");
    output_view_write(job->out, picture);
    return HEARSAY_OK;
}

static int copy_png(struct export_job *job, struct view picture)
{
    return copy_picture(job, picture, VIEW("\x89PNG\r\n"));
}

/* Cairo writes the time into a PDF; without it the same input gives the same bytes. The date keeps its length, as the
 * PDF has a table of offsets. */
static int copy_pdf(struct export_job *job, struct view picture)
{
    static const char KEY[] = "/CreationDate (D:", DATE[] = "19700101000000Z)";
    const char *key = memmem(picture.data, picture.length, KEY, strlen(KEY));
    size_t start = key ? (size_t)(key - picture.data) + strlen(KEY) : picture.length, end = start + strlen(DATE);
    bool dated = end <= picture.length && picture.data[end - 1] == ')';
    int code = copy_picture(job, view_slice(picture, 0, dated ? start : picture.length), VIEW("%PDF-"));
    if (code || !dated)
        return code;
    output_text(job->out, DATE);
    output_view_write(job->out, view_slice(picture, end, picture.length));
    return HEARSAY_OK;
}

int export_svg(struct export_job *job)
{
    return draw_part(job, "svg", svg_finish);
}

int export_png(struct export_job *job)
{
    return draw_part(job, "png", copy_png);
}

int export_pdf(struct export_job *job)
{
    return draw_part(job, "pdf", copy_pdf);
}
