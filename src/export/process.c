#include "export/process.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define STAGE          "draw"
#define COMPLAINT_SIZE 256

enum { INPUT, OUTPUT, COMPLAINT, STREAMS };

struct child {
    const char *name;
    pid_t pid;
    int ours[STREAMS]; /* -1: closed */
    int theirs[STREAMS];
    struct view input; /* what is still to be fed */
    struct output *out;
    char complaint[COMPLAINT_SIZE]; /* the first line of standard error */
    size_t complaint_length;
    int64_t deadline; /* milliseconds of the monotonic clock */
};

static int64_t now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void close_once(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

static void close_all(int fds[STREAMS])
{
    for (int i = 0; i < STREAMS; i++)
        close_once(&fds[i]);
}

/* Sockets, not pipes: a write to a child that is gone is then an error and no signal, whatever the program around us
 * does with SIGPIPE. */
static bool open_streams(struct child *child)
{
    for (int i = 0; i < STREAMS; i++) {
        int pair[2];
        if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pair) != 0)
            return false;
        child->ours[i] = pair[0];
        child->theirs[i] = pair[1];
        if (fcntl(pair[0], F_SETFL, O_NONBLOCK) != 0)
            return false;
    }
    return true;
}

static int start(struct child *child, char *const argv[])
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t none, defaults;
    int number = posix_spawn_file_actions_init(&actions);
    if (number)
        return number;
    for (int i = 0; i < STREAMS && !number; i++)
        number = posix_spawn_file_actions_adddup2(&actions, child->theirs[i], i);
    sigemptyset(&none);
    sigemptyset(&defaults);
    sigaddset(&defaults, SIGPIPE);
    if (!number)
        number = posix_spawnattr_init(&attributes);
    if (!number) {
        posix_spawnattr_setsigmask(&attributes, &none);
        posix_spawnattr_setsigdefault(&attributes, &defaults);
        posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
        number = posix_spawnp(&child->pid, argv[0], &actions, &attributes, argv, environ);
        posix_spawnattr_destroy(&attributes);
    }
    posix_spawn_file_actions_destroy(&actions);
    return number;
}

static void feed(struct child *child)
{
    ssize_t sent = send(child->ours[INPUT], child->input.data, child->input.length, MSG_NOSIGNAL);
    if (sent > 0)
        child->input = view_slice(child->input, (size_t)sent, child->input.length);
    /* A child that reads no further will say why on its own. */
    if ((sent < 0 && errno != EAGAIN && errno != EINTR) || !child->input.length)
        close_once(&child->ours[INPUT]);
}

static void keep_complaint(struct child *child, const char *data, size_t length)
{
    for (size_t i = 0; i < length && child->complaint_length + 1 < COMPLAINT_SIZE; i++)
        child->complaint[child->complaint_length++] = data[i];
}

static void gather(struct child *child, int stream)
{
    char buffer[65536];
    ssize_t got = read(child->ours[stream], buffer, sizeof buffer);
    if (got < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (got <= 0)
        close_once(&child->ours[stream]);
    else if (stream == OUTPUT)
        output_write(child->out, buffer, (size_t)got);
    else
        keep_complaint(child, buffer, (size_t)got);
}

/* Feeds and reads until both ends are closed; false when the time is over. */
static bool converse(struct child *child)
{
    while (child->ours[OUTPUT] >= 0 || child->ours[COMPLAINT] >= 0) {
        struct pollfd polled[STREAMS];
        int64_t left = child->deadline - now();
        if (left <= 0)
            return false;
        for (int i = 0; i < STREAMS; i++)
            polled[i] = (struct pollfd){.fd = child->ours[i], .events = i == INPUT ? POLLOUT : POLLIN};
        if (poll(polled, STREAMS, left > INT32_MAX ? INT32_MAX : (int)left) < 0 && errno != EINTR)
            return false;
        if (polled[INPUT].fd >= 0 && polled[INPUT].revents)
            feed(child);
        for (int i = OUTPUT; i < STREAMS; i++)
            if (polled[i].fd >= 0 && polled[i].revents)
                gather(child, i);
    }
    return true;
}

/* Waits for the child; false when it must be killed first. */
static bool wait_for(struct child *child, int *status)
{
    pid_t ended;
    do
        ended = waitpid(child->pid, status, 0);
    while (ended < 0 && errno == EINTR);
    return ended == child->pid;
}

static void trim_complaint(struct child *child)
{
    for (size_t i = 0; i < child->complaint_length; i++)
        if ((unsigned char)child->complaint[i] < 0x20)
            child->complaint_length = i;
    child->complaint[child->complaint_length] = '\0';
}

static int judge(struct child *child, bool in_time, int status, struct hearsay_error *error)
{
    if (!in_time || (WIFSIGNALED(status) && (WTERMSIG(status) == SIGXCPU || WTERMSIG(status) == SIGKILL)))
        return error_set(error, HEARSAY_ERROR_LIMIT, STAGE, "",
                         "%s took too long; draw less (--top N) or allow more (--limit-draw-seconds N)", child->name);
    if (WIFSIGNALED(status))
        return error_set(error, HEARSAY_ERROR_IO, STAGE, "", "%s crashed (signal %d); draw less (--top N)", child->name,
                         WTERMSIG(status));
    if (WEXITSTATUS(status) == 0)
        return HEARSAY_OK;
    trim_complaint(child);
    return error_set(error, HEARSAY_ERROR_IO, STAGE, "", "%s failed (exit %d)%s%s", child->name, WEXITSTATUS(status),
                     child->complaint_length ? ": " : "", child->complaint);
}

int process_run(char *const argv[], struct view input, unsigned seconds, struct output *out,
                struct hearsay_error *error)
{
    struct child child = {.name = argv[0], .ours = {-1, -1, -1}, .theirs = {-1, -1, -1}, .input = input, .out = out};
    int number = open_streams(&child) ? start(&child, argv) : errno, status = 0;
    close_all(child.theirs);
    if (number) {
        close_all(child.ours);
        return error_set(error, HEARSAY_ERROR_IO, STAGE, "", "cannot run %s: %s", argv[0], strerrordesc_np(number));
    }
    child.deadline = now() + (int64_t)seconds * 1000;
    if (!input.length)
        close_once(&child.ours[INPUT]);
    bool in_time = converse(&child);
    if (!in_time)
        kill(child.pid, SIGKILL);
    close_all(child.ours);
    if (!wait_for(&child, &status))
        return error_set(error, HEARSAY_ERROR_INTERNAL, STAGE, "", "%s was lost", argv[0]);
    return judge(&child, in_time, status, error);
}
