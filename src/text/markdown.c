#include "text/stages.h"

int text_lay_out_markdown(struct text_work *work, struct hearsay_error *error)
{
    (void)error;
    text_lay_out_plain(work);
    return HEARSAY_OK;
}
