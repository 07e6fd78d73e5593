#include "interrupt.h"

#include <pthread.h>
#include <stddef.h>
#include <unistd.h>

#include "base/output.h"

static void *wait_for_signal(void *user)
{
    const sigset_t *signals = user;
    int number;
    while (sigwait(signals, &number) != 0) {
    }
    output_abandon_all();
    signal(number, SIG_DFL);
    pthread_sigmask(SIG_UNBLOCK, signals, NULL);
    kill(getpid(), number);
    return NULL;
}

void interrupt_watch(sigset_t *signals)
{
    static const int ending[] = {SIGINT, SIGTERM, SIGHUP};
    pthread_t thread;
    sigemptyset(signals);
    for (size_t i = 0; i < sizeof ending / sizeof *ending; i++) {
        struct sigaction action;
        if (sigaction(ending[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN) {
            sigaddset(signals, ending[i]);
        }
    }
    pthread_sigmask(SIG_BLOCK, signals, NULL);
    if (pthread_create(&thread, NULL, wait_for_signal, signals) == 0) {
        pthread_detach(thread);
    } else {
        pthread_sigmask(SIG_UNBLOCK, signals, NULL);
    }
}
