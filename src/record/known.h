/* known.h: a list of entities that the user brings along, and linking the entities of records to it by their names.
 * JSON lines: {"name", "aliases"?, "type"?, "country"?, "ids"?} (schemas/known-entity.schema.json), or entities of
 * FollowTheMoney (followthemoney.tech), as OpenSanctions publishes them; both may stand in one file. */
#ifndef HEARSAY_RECORD_KNOWN_H
#define HEARSAY_RECORD_KNOWN_H

#include "record/record.h"

struct known_entities;

/* Reads a list, "-" for standard input, and checks every line: HEARSAY_ERROR_INPUT with FILE:LINE for one that is none.
 * FollowTheMoney entities that are nobody (documents, links, assets) are passed over. The caller ends it with
 * known_close (NULL is allowed). Memory: some 100 bytes for each name. */
int known_open(struct known_entities **out, const char *path, const struct hearsay_limits *limits,
               struct hearsay_error *error);
void known_close(struct known_entities *known);

/* Gives the entities of a record the ids of those of the list whom they are: one that has the entity's name, or an
 * alias that is no person's single name, of a type and country that do not contradict, and no identifier of the same
 * scheme that says otherwise. Where several of the list are such, one that has the name goes before those that have an
 * alias, and one of the same country before those of none; where there are still several, nobody is linked. New memory
 * comes from `arena`. Cost: a look-up for each name. */
int known_link(struct record *record, const struct known_entities *known, struct arena *arena,
               struct hearsay_error *error);

#endif
