#include "report.h"

#include <poll.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/utf8.h"

/* Makes controls in names from the input "?"; returns the new length. */
static size_t disarm(char *line, size_t length)
{
    struct view text = {line, length};
    size_t to = 0;
    for (size_t at = 0; at < length; to++) {
        size_t control = utf8_control(text, at);
        line[to] = control ? '?' : line[at];
        at += control ? control : 1;
    }
    return to;
}

/* One write for each line, so that lines of several processes do not mix; names from the input must not steer the
 * terminal. */
static void print_line(const char *format, ...) __attribute__((format(printf, 1, 2)));

static void print_line(const char *format, ...)
{
    char line[1200];
    va_list arguments;
    va_start(arguments, format);
    int length = vsnprintf(line, sizeof line - 1, format, arguments);
    va_end(arguments);
    if (length < 0) {
        return;
    }
    size_t end = (size_t)length < sizeof line - 1 ? (size_t)length : sizeof line - 2;
    end = disarm(line, end);
    line[end] = '\n';
    line[end + 1] = '\0';
    fputs(line, stderr);
}

static bool reader_has_gone(void)
{
    struct pollfd standard_output = {.fd = STDOUT_FILENO, .events = POLLOUT};
    return poll(&standard_output, 1, 0) == 1 && (standard_output.revents & POLLERR);
}

static void end_by_sigpipe(void)
{
    signal(SIGPIPE, SIG_DFL);
    raise(SIGPIPE);
}

static enum exit_code exit_code_of(int code)
{
    switch (code) {
    case HEARSAY_OK:
        return EXIT_DONE;
    case HEARSAY_ERROR_USAGE:
        return EXIT_USAGE;
    case HEARSAY_ERROR_IO:
    case HEARSAY_ERROR_MEMORY:
    case HEARSAY_ERROR_LIMIT:
        return EXIT_RESOURCE;
    case HEARSAY_ERROR_INPUT:
        return EXIT_INPUT;
    default:
        return EXIT_INTERNAL;
    }
}

enum exit_code report_error(const struct hearsay_error *error)
{
    if (error->code == HEARSAY_ERROR_IO && strcmp(error->place, "standard output") == 0 && reader_has_gone()) {
        end_by_sigpipe();
    }
    print_line("hearsay: %s%s%s", error->place, error->place[0] ? ": " : "", error->message);
    return exit_code_of(error->code);
}

enum exit_code report_document_error(const struct hearsay_error *error)
{
    enum exit_code code = report_error(error);
    return error->code == HEARSAY_ERROR_LIMIT ? EXIT_INPUT : code;
}

void report_warning(const char *place, const char *text)
{
    print_line("hearsay: %s: warning: %s", place, text);
}

void report_models(const char *model, const char *other)
{
    if (model && other && strcmp(model, other) != 0) {
        print_line("hearsay: warning: the records were made by different models (%.60s, %.60s): extract the older ones "
                   "anew, or what differs may be the models' doing",
                   model, other);
    }
}

void report_unused_corrections(const struct hearsay *hearsay)
{
    const char *place, *text;
    for (size_t i = 0; (text = hearsay_unused_correction(hearsay, i, &place)); i++) {
        report_warning(place, text);
    }
}

enum exit_code report_usage(const char *format, ...)
{
    char message[600];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, format, arguments);
    va_end(arguments);
    print_line("hearsay: %s", message);
    return EXIT_USAGE;
}

enum exit_code report_worse(enum exit_code a, enum exit_code b)
{
    static const int gravity[] = {
        [EXIT_DONE] = 0,  [EXIT_DIFFERENCE] = 1, [EXIT_INPUT] = 2,
        [EXIT_USAGE] = 3, [EXIT_RESOURCE] = 4,   [EXIT_INTERNAL] = 5,
    };
    return gravity[a] >= gravity[b] ? a : b;
}
