/* name.h: what the files of a document are called. */
#ifndef HEARSAY_BATCH_NAME_H
#define HEARSAY_BATCH_NAME_H

#include "base/arena.h"

/* "documents/" and the id, to which an ending such as ".svg" is added. The slashes of an id part folders. What a file
 * system, a shell or an archive of CI artefacts may not take becomes %XX: control characters, the backslash, the
 * percent sign and " * : < > ? |, a dot that opens a part, a slash that would leave a part empty, and the last dot of a
 * folder that is called like a file of ours ("x.svg/y") or of a name whose ending could be taken for a part of a suffix
 * ("x.ftm"). Parts above 180 bytes are cut and end in 16 digits of their SHA-256. Two ids never have one name.
 * {NULL, 0} when there is no memory. */
struct view batch_name(struct view id, struct arena *arena);

#endif
