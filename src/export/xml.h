/* xml.h: XML out. XML 1.0 cannot carry most control characters, U+FFFE and U+FFFF, not even as references: each becomes
 * U+FFFD. */
#ifndef HEARSAY_EXPORT_XML_H
#define HEARSAY_EXPORT_XML_H

#include "base/output.h"

/* Text between tags. Valid UTF-8; carriage returns become references, as parsers turn them into line feeds. */
void xml_text(struct output *out, struct view v);

/* Text in an attribute's double quotes; tabs and line ends become references, as parsers turn them into spaces. */
void xml_quoted(struct output *out, struct view v);

/* ` name="value"` */
void xml_attribute(struct output *out, const char *name, struct view value);

/* What XML cannot carry at `at` of valid UTF-8: its length in bytes, or 0. */
size_t xml_forbidden(struct view v, size_t at);

#endif
