/* build.c: makes claims of drafts: tokens become byte spans, nouns entities. */
#include "claim/scan.h"

static struct span bytes_of(const struct scan *scan, struct range range)
{
    return (struct span){scan->tokens[range.first].start, scan->tokens[range.last].end};
}

/* "a twelfth suspect", "a party member": one unnamed person is no entity that a second mention could be laid to, and
 * not the body that he belongs to. */
static bool unknown_person(const struct scan *scan, int32_t head, int32_t entity)
{
    int32_t article = tree_child(scan, head, DEPREL_DET);
    const struct entity *found = &scan->entities->entities[entity];

    return found->type != ENTITY_PERSON && !found->country[0] && scan->tokens[head].xpos == XPOS_NN && article >= 0 &&
           (tree_form_is(scan, article, "a") || tree_form_is(scan, article, "an"));
}

static struct claim_actor make_actor(struct scan *scan, int32_t head, enum claim_role role)
{
    int32_t mention = role == ROLE_TOPIC ? scan->entities->by_head[head] : -1;
    struct claim_actor actor = {.role = role};

    if (mention >= 0) {
        actor.entity = scan->entities->mentions[mention].entity;
        actor.span = scan->entities->mentions[mention].span;
        return actor;
    }
    actor.entity = actor_entity(scan, head);
    actor.span = entity_phrase(scan->document, (uint32_t)head);
    return actor;
}

/* An aside with a participle is no part of a name: "Lund, [citing a report]". */
static void cut_participle(const struct scan *scan, struct claim_actor *actor, int32_t head)
{
    for (int32_t t = head + 1; scan_in_sentence(scan, t + 1) && scan->tokens[t].end <= actor->span.end; t++)
        if (tree_form_is(scan, t, ",") &&
            (scan->tokens[t + 1].xpos == XPOS_VBG || scan->tokens[t + 1].xpos == XPOS_VBN)) {
            actor->span.end = scan->tokens[t - 1].end;
            return;
        }
}

/* "criticised A for X and B [for Y]": the phrase of B ends before its own preposition. */
static void cut_preposition(const struct scan *scan, const struct draft *draft, struct claim_actor *actor, int32_t head)
{
    if (draft->content_slot != SLOT_PREPOSITION || draft->cue->word_class != CUE_VERB)
        return;
    for (int32_t t = head + 1; scan_in_sentence(scan, t) && scan->tokens[t].end <= actor->span.end; t++)
        if (tree_form_is(scan, t, draft->content_preposition)) {
            actor->span.end = scan->tokens[t - 1].end;
            return;
        }
}

/* "a guard [accused] of theft", "a banker for [alleged] fraud": the phrase ends before the cue in it, but for the title
 * of a work. */
static void cut_cue(const struct scan *scan, const struct draft *draft, struct claim_actor *actor, int32_t head)
{
    int32_t last = draft->words.first - 1;

    if (last < head || scan->tokens[last + 1].start >= actor->span.end || scan->tokens[last + 1].name != NAME_O)
        return;
    while (last > head && (scan->tokens[last].upos == UPOS_ADP || scan->tokens[last].upos == UPOS_DET ||
                           scan->tokens[last].upos == UPOS_SCONJ || scan->tokens[last].upos == UPOS_PART ||
                           scan->tokens[last].upos == UPOS_PUNCT || scan->tokens[last].upos == UPOS_ADV))
        last--;
    actor->span.end = scan->tokens[last].end;
}

/* The words of an actor, cut before what is said where the parser put that into the actor's phrase: "Lund [of fraud]".
 */
static struct claim_actor cut_actor(const struct scan *scan, const struct draft *draft, struct claim_actor actor,
                                    int32_t head)
{
    for (size_t i = 0; i < draft->content_count; i++) {
        struct span content = bytes_of(scan, draft->content[i]);
        int32_t last = draft->content[i].first - 1;
        if (content.start > actor.span.start && content.start < actor.span.end && last >= head)
            actor.span.end = scan->tokens[last].end;
        /* A quotation that the parser made a modifier of its speaker. */
        last = draft->content[i].last;
        if (content.end > actor.span.start && content.start <= actor.span.start && last < head)
            actor.span.start = scan->tokens[last + 1].start;
    }
    cut_cue(scan, draft, &actor, head);
    cut_participle(scan, &actor, head);
    if (scan->tokens[scan->tokens[head].right_edge].end == actor.span.end &&
        tree_form_is(scan, scan->tokens[head].right_edge, ",") && scan->tokens[head].right_edge > head)
        actor.span.end = scan->tokens[scan->tokens[head].right_edge - 1].end;
    return actor;
}

/* Whether an entity speaks already: "outlets such as X" may stand for X itself. */
static bool stands_already(const struct claim *claim, int32_t entity)
{
    for (size_t i = 0; entity >= 0 && i < claim->source_count; i++)
        if (claim->sources[i].entity == entity)
            return true;
    return false;
}

/* The relative pronoun through which the first source speaks: "X, [who] said". */
static struct span relative_of(const struct scan *scan, const struct draft *draft)
{
    int32_t subject = draft->cue->word_class == CUE_VERB ? subject_own(scan, draft->head) : -1;
    bool relative = draft->source_count && subject >= 0 && tree_relative_pronoun(scan, subject) &&
                    subject > draft->sources[0] && subject < draft->head;

    return relative ? bytes_of(scan, (struct range){subject, subject}) : (struct span){0, 0};
}

/* Whether a pronoun can mean an entity: "it" no person, "he" nothing else. */
static bool may_mean(const struct scan *scan, int32_t pronoun, enum entity_type type)
{
    if (tree_form_is(scan, pronoun, "it"))
        return type != ENTITY_PERSON;
    return tree_form_is(scan, pronoun, "they") || type == ENTITY_PERSON;
}

/* "X says that Y suffers from [what it calls] Z": who calls it so is who says it, whatever stands between. The speaker
 * of the nearest claim around the cue; -1. */
static int32_t who_calls(const struct scan *scan, const struct draft *draft)
{
    int32_t pronoun = draft->sources[0];

    if (scan->tokens[pronoun].upos != UPOS_PRON || !tree_form_at(scan, pronoun - 1, "what"))
        return -1;
    for (size_t i = scan->set->count; i-- > 0 && scan->found[i].sentence == scan->sentence;) {
        const struct claim *around = &scan->set->claims[i];
        int32_t entity = around->source_count ? around->sources[0].entity : -1;
        if (entity >= 0 && tree_under(scan, draft->head, scan->found[i].head) &&
            may_mean(scan, pronoun, scan->entities->entities[entity].type))
            return entity;
    }
    return -1;
}

/* "Both deny it": one phrase that means two. There is room for the second. */
static void build_pair(const struct scan *scan, int32_t head, struct claim_actor *actors, size_t *count)
{
    int32_t two[2];

    if (*count != 1 || !mutual_pair(scan, head, two))
        return;
    actors[1] = actors[0];
    for (size_t i = 0; i < 2; i++)
        actors[i].entity = two[i];
    *count = 2;
}

static int build_sources(struct scan *scan, const struct draft *draft, struct claim *claim)
{
    int32_t caller;

    if (draft->source_count == 0)
        return 0;
    claim->sources = arena_array(scan->arena, draft->source_count + 1, sizeof *claim->sources);
    if (!claim->sources)
        return HEARSAY_ERROR_MEMORY;
    for (size_t i = 0; i < draft->source_count; i++) {
        struct claim_actor actor =
            cut_actor(scan, draft, make_actor(scan, draft->sources[i], ROLE_TARGET), draft->sources[i]);
        if (!stands_already(claim, actor.entity))
            claim->sources[claim->source_count++] = actor;
    }
    caller = who_calls(scan, draft);
    if (caller >= 0)
        claim->sources[0].entity = caller;
    if (draft->source_count == 1)
        build_pair(scan, draft->sources[0], claim->sources, &claim->source_count);
    return 0;
}

/* A pronoun that came out as the one who speaks: nobody accuses or tells himself but by a reflexive, nor rejects "his
 * plan", so that it means somebody else. */
static bool aims_at_himself(const struct scan *scan, const struct claim *claim, int32_t head, int32_t entity)
{
    struct view form = token_form(&scan->tokens[head]);
    bool hostile = claim->kind == CLAIM_ACCUSATION || claim->relation == RELATION_REJECT;

    return scan->tokens[head].upos == UPOS_PRON && stands_already(claim, entity) &&
           (hostile || tree_relation(scan, head) != DEPREL_NMOD) && !view_ends(form, VIEW("self")) &&
           !view_ends(form, VIEW("selves"));
}

/* "Norway's minister criticised the party, accusing [it]": it is not Norway, which only stands in the speaker's
 * phrase. */
static bool names_source(const struct scan *scan, const struct claim *claim, int32_t head, int32_t entity)
{
    const struct entity_set *entities = scan->entities;

    if (scan->tokens[head].upos != UPOS_PRON || entities->entities[entity].type == ENTITY_PERSON)
        return false;
    for (size_t i = 0; i < claim->source_count; i++)
        for (int32_t t = scan->words.first; t < head; t++) {
            int32_t mention = entities->by_head[t];
            if (mention >= 0 && entities->mentions[mention].entity == entity &&
                claim->sources[i].span.start <= scan->tokens[t].start &&
                scan->tokens[t].end <= claim->sources[i].span.end)
                return true;
        }
    return false;
}

/* "them" is one body with a name only where its people stood before it: "the Russian authorities". */
static bool odd_plural(const struct scan *scan, int32_t head, int32_t entity)
{
    const struct entity_set *entities = scan->entities;
    enum entity_type type = entities->entities[entity].type;

    if (scan->tokens[head].upos != UPOS_PRON || (type != ENTITY_ORGANISATION && type != ENTITY_COUNTRY) ||
        !(tree_lemma_is(scan, head, "they") || tree_form_is(scan, head, "them") || tree_form_is(scan, head, "their")))
        return false;
    for (size_t i = 0; i < entities->mention_count; i++)
        if (entities->mentions[i].entity == entity && entities->mentions[i].head < (uint32_t)head &&
            tree_plural(scan, (int32_t)entities->mentions[i].head))
            return false;
    return true;
}

/* Whether an actor's entity cannot be who is meant. */
static bool misread(const struct scan *scan, const struct claim *claim, int32_t head, int32_t entity)
{
    bool against = claim->kind == CLAIM_ACCUSATION || claim->stance < 0;

    return aims_at_himself(scan, claim, head, entity) ||
           (against && (names_source(scan, claim, head, entity) || odd_plural(scan, head, entity)));
}

/* "Norway rejected the Norwegian plan", "denied its plan": what is a speaker's own is aimed at nobody. */
static bool own_thing(const struct scan *scan, const struct draft *draft, const struct claim *claim, int32_t head)
{
    int32_t entity = actor_entity(scan, head);
    bool own = entity >= 0 && stands_already(claim, entity);

    return own && (scan->tokens[head].upos != UPOS_PRON ||
                   (draft->relation == RELATION_DENY && tree_relation(scan, head) == DEPREL_NMOD));
}

/* The title of a work taken for a speaker: its own words are nobody else. */
static bool within_source(const struct scan *scan, const struct claim *claim, int32_t head)
{
    for (size_t i = 0; i < claim->source_count; i++)
        if (claim->sources[i].span.start <= scan->tokens[head].start &&
            scan->tokens[head].end <= claim->sources[i].span.end)
            return true;
    return false;
}

/* Whether an entity is a target in the same role already: "he and X" may be one. */
static bool aimed_already(const struct claim *claim, const struct claim_actor *actor)
{
    for (size_t i = 0; actor->entity >= 0 && i < claim->target_count; i++)
        if (claim->targets[i].entity == actor->entity && claim->targets[i].role == actor->role)
            return true;
    return false;
}

/* Targets that are the sources: each is meant by the words that say so ("each other"). Nobody is where fewer than two
 * of them are known. */
static void build_mutual(struct scan *scan, struct draft *draft, struct claim *claim)
{
    enum claim_role role = draft->targets[0].role;

    for (size_t i = 0; i < claim->source_count && i < DRAFT_ACTORS_MAX; i++)
        if (claim->sources[i].entity >= 0) {
            draft->targets[claim->target_count].head = draft->sources[i < draft->source_count ? i : 0];
            claim->targets[claim->target_count++] =
                (struct claim_actor){claim->sources[i].entity, bytes_of(scan, draft->mutual), role};
        }
    if (claim->target_count < 2) {
        claim->targets[0] = (struct claim_actor){-1, bytes_of(scan, draft->mutual), role};
        claim->target_count = 1;
    }
    draft->target_count = claim->target_count;
}

/* Leaves the draft with the targets that the claim has, side by side. */
static int build_targets(struct scan *scan, struct draft *draft, struct claim *claim)
{
    if (draft->target_count == 0)
        return 0;
    claim->targets = arena_array(scan->arena, draft->target_count + 1, sizeof *claim->targets);
    if (!claim->targets)
        return HEARSAY_ERROR_MEMORY;
    if (!range_empty(draft->mutual)) {
        build_mutual(scan, draft, claim);
        return 0;
    }
    for (size_t i = 0; i < draft->target_count; i++) {
        int32_t head = draft->targets[i].head;
        struct claim_actor actor = cut_actor(scan, draft, make_actor(scan, head, draft->targets[i].role), head);
        if (actor.entity >= 0 && (unknown_person(scan, head, actor.entity) || within_source(scan, claim, head) ||
                                  misread(scan, claim, head, actor.entity)))
            actor.entity = -1;
        cut_preposition(scan, draft, &actor, head);
        if (aimed_already(claim, &actor) || (actor.role == ROLE_TARGET && own_thing(scan, draft, claim, head)))
            continue;
        draft->targets[claim->target_count] = draft->targets[i];
        claim->targets[claim->target_count++] = actor;
    }
    draft->target_count = claim->target_count;
    if (claim->target_count == 1 && claim->targets[0].role != ROLE_TOPIC) {
        build_pair(scan, draft->targets[0].head, claim->targets, &claim->target_count);
        draft->targets[1] = draft->targets[0];
        draft->target_count = claim->target_count;
    }
    return 0;
}

/* Without its mark an apostrophe or bracket may stay behind; the spans follow the tokens. The longest range is the main
 * one. */
static int build_content(struct scan *scan, const struct draft *draft, struct claim *claim)
{
    size_t longest = 0;

    if (draft->content_count == 0)
        return 0;
    claim->content = arena_array(scan->arena, draft->content_count, sizeof *claim->content);
    if (!claim->content)
        return HEARSAY_ERROR_MEMORY;
    for (size_t i = 0; i < draft->content_count; i++) {
        struct span span = bytes_of(scan, draft->content[i]);
        claim->content[claim->content_count++] = span;
        if (span.end - span.start > claim->content[longest].end - claim->content[longest].start)
            longest = i;
    }
    if (longest > 0) {
        struct span main = claim->content[longest];
        memmove(claim->content + 1, claim->content, longest * sizeof *claim->content);
        claim->content[0] = main;
    }
    return 0;
}

static const char *slot_name(enum claim_slot_kind kind, const char *preposition)
{
    static const char *const names[] = {
        [SLOT_NONE] = "none",
        [SLOT_SUBJ] = "subject",
        [SLOT_OBJ] = "object",
        [SLOT_PERSON] = "object",
        [SLOT_OWNER] = "owner",
        [SLOT_DOER] = "doer",
        [SLOT_CULPRIT] = "culprit",
        [SLOT_POSS] = "possessor",
        [SLOT_MODIFIER] = "modifier",
        [SLOT_GOVERNOR] = "governor",
        [SLOT_PREDICATE] = "predicate",
        [SLOT_OBJECT] = "phrase object",
        [SLOT_HOLDER] = "holder",
        [SLOT_FACED] = "faced by",
        [SLOT_ANSWERED] = "answered by",
        [SLOT_HELD] = "held for",
        [SLOT_CONCERNED] = "concerned",
        [SLOT_CONDITION] = "condition",
        [SLOT_DEMANDED] = "demanded",
        [SLOT_REPORTED] = "reported",
        [SLOT_PURPOSE] = "purpose",
        [SLOT_LISTENER] = "listener",
        [SLOT_OPENER] = "opening name",
        [SLOT_CLOSER] = "closing name",
        [SLOT_CLAUSE] = "clause",
        [SLOT_INFINITIVE] = "infinitive",
        [SLOT_GERUND] = "gerund",
        [SLOT_THING] = "thing",
        [SLOT_COMPLEMENT] = "complement",
        [SLOT_HOST] = "host clause",
        [SLOT_MODIFIED] = "modified noun",
        [SLOT_REST] = "rest",
        [SLOT_QUOTED] = "quotation before",
        [SLOT_SUBJUNCTIVE] = "subjunctive",
    };

    return kind == SLOT_PREPOSITION ? (preposition ? preposition : "preposition") : names[kind];
}

static struct view rule_of(struct scan *scan, const struct draft *draft)
{
    return arena_print(scan->arena, "%s/%s: %s + %s%s", draft->cue->lemma, draft->cue->frame->name,
                       slot_name(draft->source_slot, NULL), slot_name(draft->content_slot, draft->content_preposition),
                       draft->guessed ? ", by word order" : "");
}

static int push_claim(struct scan *scan, const struct draft *draft, struct claim claim)
{
    struct claim_set *set = scan->set;
    struct found *found = arena_grow(scan->arena, scan->found, set->count, &scan->found_capacity, sizeof *found);
    struct claim *claims = arena_grow(scan->arena, set->claims, set->count, &set->capacity, sizeof *claims);

    if (!found || !claims)
        return HEARSAY_ERROR_MEMORY;
    scan->found = found;
    set->claims = claims;
    found[set->count] = (struct found){scan->sentence, draft->head, draft->content_head,
                                       draft->content_slot == SLOT_THING || draft->content_slot == SLOT_OBJ ||
                                           draft->content_slot == SLOT_PREPOSITION,
                                       features_of(scan, draft, &claim)};
    claims[set->count++] = claim;
    return 0;
}

int build_claim(struct scan *scan, struct draft *draft)
{
    struct claim claim = {
        .relation = draft->relation,
        .kind = draft->kind,
        .stance = draft->kind == claim_relation_facts(draft->relation)->kind
                      ? claim_relation_facts(draft->relation)->stance
                      : 0,
        .relative = relative_of(scan, draft),
        .cue = bytes_of(scan, draft->words),
        .quote = quotation_kind(scan, draft),
        .negated = draft->negated,
        .certainty = draft->certainty,
        .within = -1,
        .answers = -1,
        .sentence = scan->document->sentences[scan->sentence].span,
        .rule = rule_of(scan, draft),
    };

    if (!claim.rule.data || build_sources(scan, draft, &claim) < 0 || build_targets(scan, draft, &claim) < 0 ||
        build_content(scan, draft, &claim) < 0)
        return HEARSAY_ERROR_MEMORY;
    return push_claim(scan, draft, claim);
}
