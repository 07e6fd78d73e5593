/* interrupt.h: the end by a signal: quiet, with nothing half-written. */
#ifndef HEARSAY_CLI_INTERRUPT_H
#define HEARSAY_CLI_INTERRUPT_H

#include <signal.h>

/* Lets a thread of its own wait for SIGINT, SIGTERM and SIGHUP (those that are not ignored), call output_abandon_all
 * and end the program by the signal it got. To be called before other threads start; *signals must live until the end
 * of the program. Where no thread can be had, signals end the program as they always do. */
void interrupt_watch(sigset_t *signals);

#endif
