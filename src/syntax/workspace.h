/* workspace.h: arrays laid out one after the other in memory that the caller provides. */
#ifndef HEARSAY_SYNTAX_WORKSPACE_H
#define HEARSAY_SYNTAX_WORKSPACE_H

#include <stddef.h>

#define WORKSPACE_ALIGNMENT 64 /* of every array, where the workspace is aligned so */

/* The next `bytes` of a workspace, *at bytes into it, and moves *at on. Where the workspace is NULL they are only
 * counted. */
static inline void *workspace_take(char *workspace, size_t *at, size_t bytes)
{
    void *taken = workspace ? workspace + *at : NULL;
    *at += (bytes + WORKSPACE_ALIGNMENT - 1) / WORKSPACE_ALIGNMENT * WORKSPACE_ALIGNMENT;
    return taken;
}

#endif
