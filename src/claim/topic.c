/* topic.c: whom the content of a claim is about. */
#include "claim/scan.h"

/* What readers take a statement to be about: names near its beginning; an accusation is about whom it accuses. */
enum { TOPICS_MAX = 2, TOPIC_REACH_WORDS = 18 };

/* The named entity that a word stands for, when it may be a topic; -1. */
static int32_t topic_entity(const struct scan *scan, int32_t token)
{
    int32_t mention = scan->entities->by_head[token];
    const struct mention *found;
    enum entity_type type;

    if (mention < 0)
        return -1;
    found = &scan->entities->mentions[mention];
    if (found->entity < 0 ||
        (found->kind != MENTION_NAME && found->kind != MENTION_DEMONYM && found->kind != MENTION_METONYM))
        return -1;
    type = scan->entities->entities[found->entity].type;
    return type == ENTITY_PERSON || type == ENTITY_ORGANISATION || type == ENTITY_COUNTRY ? found->entity : -1;
}

/* Whether the claim has an entity in another part already. */
static bool taken(struct scan *scan, const struct draft *draft, int32_t entity)
{
    for (size_t i = 0; i < draft->source_count; i++)
        if (actor_entity(scan, draft->sources[i]) == entity)
            return true;
    for (size_t i = 0; i < draft->target_count; i++)
        if (actor_entity(scan, draft->targets[i].head) == entity ||
            topic_entity(scan, draft->targets[i].head) == entity)
            return true;
    return false;
}

/* Whether a word stands in the phrase of somebody who is accused: "the Swiss banks". */
static bool names_accused(const struct scan *scan, const struct draft *draft, int32_t token)
{
    for (size_t i = 0; draft->kind == CLAIM_ACCUSATION && i < draft->target_count; i++)
        if (draft->targets[i].role == ROLE_TARGET && tree_under(scan, token, draft->targets[i].head))
            return true;
    return false;
}

static size_t add_topics(struct scan *scan, struct draft *draft, struct range range, size_t topics)
{
    for (int32_t t = range.first; t <= range.last && t < range.first + TOPIC_REACH_WORDS && topics < TOPICS_MAX &&
                                  draft->target_count < DRAFT_ACTORS_MAX;
         t++) {
        int32_t entity = topic_entity(scan, t);
        if (entity < 0 || taken(scan, draft, entity) || names_accused(scan, draft, t))
            continue;
        draft->targets[draft->target_count++] = (struct draft_actor){t, ROLE_TOPIC};
        topics++;
    }
    return topics;
}

/* Whether an accusation that has its target may be about one more: criticism of somebody over somebody else, and blame
 * in so many words. */
static bool about_another(const struct draft *draft)
{
    return draft->relation == RELATION_CRITICISE || draft->relation == RELATION_DESCRIBE ||
           (draft->relation == RELATION_ACCUSE && draft->content_slot == SLOT_CLAUSE &&
            draft->cue->word_class == CUE_VERB);
}

/* First the subject of what is said, then the rest in the order of the text. */
void topic_find(struct scan *scan, struct draft *draft)
{
    size_t topics = 0;
    int32_t subject = -1;

    if (draft->kind == CLAIM_ACCUSATION && draft->source_count == 0)
        return;
    if (draft->kind == CLAIM_ACCUSATION && draft->target_count) {
        if (draft->content_count && about_another(draft))
            add_topics(scan, draft, draft->content[0], TOPICS_MAX - 1);
        return;
    }
    if (draft->content_count && draft->content_head >= 0 && draft->content_slot == SLOT_CLAUSE)
        subject = subject_surface(scan, draft->content_head);
    if (subject >= 0 && range_holds(draft->content[0], subject))
        topics = add_topics(scan, draft,
                            (struct range){scan->tokens[subject].left_edge, scan->tokens[subject].right_edge}, 0);
    if (draft->content_count)
        add_topics(scan, draft, draft->content[0], topics);
}
