/* fullest.h: which of the names of one entity it goes by, where several documents name it. */
#ifndef HEARSAY_RECORD_FULLEST_H
#define HEARSAY_RECORD_FULLEST_H

#include "base/arena.h"

/* The fullest of the names that the records have for one entity, each as often as a record has it: that of the most
 * words ("Volodymyr Zelenskyy" before "Zelenskyy", "Federal Security Service" before "FSB"); among those the most
 * frequent; then the longest; then the one that is last in the order of bytes, where small letters come after capitals.
 * It does not depend on the order of the names, which are sorted. `count` is 1 at least; `scratch` holds what is needed
 * on the way. {NULL, 0} when there is no memory. */
struct view record_fullest_name(struct view *names, size_t count, struct arena *scratch);

#endif
