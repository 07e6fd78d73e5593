/* boilerplate.h: what surrounds an article (boilerplate.tsv). Look-ups are binary searches, phrases aside. */
#ifndef HEARSAY_HTML_BOILERPLATE_H
#define HEARSAY_HTML_BOILERPLATE_H

#include "base/view.h"

/* Whether a class or id holds a word that says the element is no part of the article. Words end at what is no letter or
 * digit and where a capital follows a small letter; a word behind "has", "with" or "no" says nothing of the element. */
bool boilerplate_class(struct view value);

/* The same for a class that says the element shows a day. */
bool boilerplate_date_class(struct view value);

/* Whether a paragraph starts as those of the page do, not those of the article. */
bool boilerplate_phrase(struct view paragraph);

/* Whether the attribute class of an element of MediaWiki names one that holds no running text. */
bool boilerplate_wiki_class(struct view value);

/* Whether a heading of an encyclopaedia article opens a list of sources or links. */
bool boilerplate_wiki_section(struct view heading);

#endif
