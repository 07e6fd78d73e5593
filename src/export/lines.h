/* lines.h: which lines a picture draws. */
#ifndef HEARSAY_EXPORT_LINES_H
#define HEARSAY_EXPORT_LINES_H

#include "export/internal.h"

/* Keeps in job->edges what a picture of who said what about whom can carry, in its order, and sets `drawn` and the
 * numbers of what was left out: above three tenths of the limit draw_lines the mentions, above the limit all but the
 * most important. What a comparison found changed stays first; accusations, denials and support stay before statements,
 * what is certain before what is hedged, many claims before few. In the view statements claims
 * stay or go with all their lines: first those that answer or are answered, then accusations, then what is surest. All
 * in the job's arena. Cost: a sort of the edges. */
int lines_choose(struct export_job *job);

#endif
