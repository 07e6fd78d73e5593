/* target.c: whom a claim is aimed at, and whom it is told to. */
#include "claim/scan.h"

/* "the Catalans": a people that is no country. */
static bool people_of(const struct scan *scan, int32_t noun)
{
    return name_tag_type((enum name_tag)scan->tokens[noun].name) == NAME_DEMONYM &&
           (scan->tokens[noun].xpos == XPOS_NNPS || scan->tokens[noun].xpos == XPOS_NNS);
}

bool target_is_actor(struct scan *scan, int32_t head)
{
    int32_t preposition, people;

    if (tree_personal(scan, head) || (actor_named(scan, head) == head + 1 && tree_person_name(scan, head + 1)))
        return true;
    if (!tree_nominal(scan, head) && scan->tokens[head].upos != UPOS_ADJ)
        return false;
    if (scan->tokens[head].upos == UPOS_NOUN && (tree_word(scan, head) & WORD_HARM))
        return false;
    if (actor_means_people(scan, head) || people_of(scan, head))
        return true;
    /* "two of the soldiers" */
    people = scan->tokens[head].upos == UPOS_NUM ? tree_prepositional(scan, head, "of", &preposition) : -1;
    if (people >= 0 && actor_means_people(scan, people))
        return true;
    return actor_entity(scan, head) >= 0;
}

/* The noun phrase right behind a verb, when the tree gives the verb no object: "accused [Israel] Tuesday of". */
static int32_t noun_behind(const struct scan *scan, int32_t verb)
{
    int32_t t = verb + 1;

    while (scan_in_sentence(scan, t) && (scan->tokens[t].upos == UPOS_DET || scan->tokens[t].upos == UPOS_ADJ))
        t++;
    if (!scan_in_sentence(scan, t) || !tree_nominal(scan, t))
        return -1;
    while (scan->tokens[t].head > t && scan_in_sentence(scan, scan->tokens[t].head) &&
           tree_nominal(scan, scan->tokens[t].head) && !(tree_word(scan, scan->tokens[t].head) & WORD_TIME))
        t = scan->tokens[t].head;
    return tree_word(scan, t) & WORD_TIME ? -1 : t;
}

static int32_t active_object(const struct scan *scan, int32_t verb)
{
    int32_t object = tree_object(scan, verb);

    if (object < 0)
        object = tree_child(scan, verb, DEPREL_IOBJ);
    return object >= 0 ? object : noun_behind(scan, verb);
}

/* The object of an active verb, what a passive is about, or the noun that a bare participle describes. */
static int32_t logical_object(const struct scan *scan, const struct draft *draft)
{
    int32_t indirect = tree_child(scan, draft->head, DEPREL_IOBJ);

    /* "branded X a liar": the parser takes X for who receives a liar. */
    if (draft->content_slot == SLOT_COMPLEMENT && indirect >= 0 && draft->cue->word_class == CUE_VERB)
        return indirect;
    return source_passive(scan, draft) ? subject_surface(scan, draft->head) : active_object(scan, draft->head);
}

/* The same where it has to be somebody: "denied [X] entry". */
static int32_t logical_person(const struct scan *scan, const struct draft *draft)
{
    int32_t indirect = tree_child(scan, draft->head, DEPREL_IOBJ);

    return indirect >= 0 && !source_passive(scan, draft) ? indirect : logical_object(scan, draft);
}

/* "the Iraq invasion": a country's own name before a noun for a harm is where it was done, as "the Iraqi" or "the U.S."
 * would not be. */
static bool suffering_place(const struct scan *scan, int32_t modifier, int32_t noun)
{
    struct view form = token_form(&scan->tokens[modifier]);

    return scan->tokens[modifier].upos == UPOS_PROPN && tree_relation(scan, modifier) == DEPREL_COMPOUND &&
           (tree_word(scan, noun) & (WORD_HARM | WORD_ACT)) &&
           name_tag_type((enum name_tag)scan->tokens[modifier].name) == NAME_PLACE &&
           !memchr(form.data, '.', form.length) && !(form.length < 4 && form.data[1] >= 'A' && form.data[1] <= 'Z');
}

/* Whose a thing is, when that is somebody. "the Dutch film" accuses nobody, as "the Dutch attack" does. */
static int32_t owner_of(struct scan *scan, const struct draft *draft, int32_t thing)
{
    int32_t owner = thing >= 0 ? actor_owner(scan, thing) : -1;

    if (owner < 0 || !target_is_actor(scan, owner))
        return -1;
    /* "blamed Norway's winter": nobody's doing. */
    if (draft->kind == CLAIM_ACCUSATION && (tree_word(scan, thing) & WORD_FATE))
        return -1;
    /* Who investigates somebody's allegations does not investigate him. */
    if (draft->relation == RELATION_INVESTIGATE && actor_speech_noun(scan, thing))
        return -1;
    if (draft->kind == CLAIM_ACCUSATION && owner == actor_modifier(scan, thing) &&
        (!actor_deed_noun(scan, thing) || suffering_place(scan, owner, thing)))
        return -1;
    return owner;
}

/* "refused a request [from X]", "spurned offers for talks [by X]": whose a speech act is that is an object, where the
 * parser hung the phrase elsewhere; -1. */
static int32_t stray_owner(const struct scan *scan, const struct draft *draft, int32_t object)
{
    int32_t preposition, owner;

    if (object <= draft->head || !actor_speech_noun(scan, object))
        return -1;
    owner = tree_prepositional(scan, draft->head, "from", &preposition);
    return owner >= 0 ? owner : concern_behind(scan, object, "by");
}

/* "some of the proposals", "two of them": whether a word tells how many there are of what follows it. */
static bool is_quantity(const struct scan *scan, int32_t word)
{
    uint8_t upos = scan->tokens[word].upos;

    return upos == UPOS_DET || upos == UPOS_NUM || upos == UPOS_ADJ;
}

/* What stands behind "of" right behind a word; -1. */
static int32_t counted_whole(const struct scan *scan, int32_t word)
{
    int32_t preposition;
    int32_t whole = tree_prepositional(scan, word, "of", &preposition);

    return whole >= 0 && preposition == word + 1 ? whole : -1;
}

/* What a quantity is one of, where it is the head; else the head. */
static int32_t counted(const struct scan *scan, int32_t head)
{
    int32_t whole = head >= 0 && is_quantity(scan, head) ? counted_whole(scan, head) : -1;

    return whole >= 0 ? whole : head;
}

static int32_t object_owner(struct scan *scan, const struct draft *draft)
{
    int32_t object = counted(scan, logical_object(scan, draft));
    int32_t owner = owner_of(scan, draft, object);

    if (owner >= 0 || object < 0)
        return owner;
    owner = stray_owner(scan, draft, object);
    return owner >= 0 && target_is_actor(scan, owner) ? owner : -1;
}

/* The noun phrase that a clause opens with, "that" left out. */
static int32_t first_noun(const struct scan *scan, struct range clause)
{
    int32_t t = clause.first + (tree_form_is(scan, clause.first, "that") ? 1 : 0);

    if (t <= clause.last && scan->tokens[t].upos == UPOS_DET)
        t++;
    if (t > clause.last || !tree_nominal(scan, t))
        return -1;
    while (scan->tokens[t].head > t && scan->tokens[t].head <= clause.last && tree_nominal(scan, scan->tokens[t].head))
        t = scan->tokens[t].head;
    return t;
}

/* The one who does what the content says; who "allegedly saw" or "heard" something did nothing that he could be blamed
 * for. */
static int32_t content_doer(const struct scan *scan, const struct draft *draft)
{
    static const char *const harmless[] = {"see", "hear", "notice", "witness", "watch", "find", "suffer", NULL};
    int32_t head = draft->content_head;
    int32_t doer;

    if (draft->content_count == 0 || head < 0 ||
        (draft->content_slot != SLOT_CLAUSE && draft->content_slot != SLOT_HOST) ||
        (draft->content_slot == SLOT_HOST && tree_lemma_in(scan, head, harmless)))
        return -1;
    doer = subject_doer(scan, head);
    return doer >= 0 || draft->content_slot == SLOT_HOST || tree_passive(scan, head)
               ? doer
               : first_noun(scan, draft->content[0]);
}

/* Who did what the noun in the content says: "allegations of Iranian involvement", "abuses by the police". */
static int32_t content_culprit(struct scan *scan, const struct draft *draft)
{
    return draft->content_head >= 0 && draft->content_slot == SLOT_PREPOSITION
               ? owner_of(scan, draft, draft->content_head)
               : -1;
}

/* "X is under investigation", "X came under criticism", "put X under investigation": whom the noun of such a phrase is
 * about; -1. */
static int32_t subject_of_phrase(const struct scan *scan, int32_t noun)
{
    int32_t preposition = tree_child(scan, noun, DEPREL_CASE);
    int32_t verb = scan->tokens[noun].head;
    int32_t object;

    if (preposition < 0 || !tree_form_is(scan, preposition, "under"))
        return -1;
    if (subject_own(scan, noun) >= 0)
        return subject_own(scan, noun);
    if (verb < 0 || !tree_verbal(scan, verb) || tree_relation(scan, noun) != DEPREL_OBL)
        return -1;
    object = tree_passive(scan, verb) ? -1 : tree_object(scan, verb);
    return object >= 0 ? object : subject_surface(scan, verb);
}

/* "X faces accusations", "X denied the accusations": whom the accusation that is the object is made against. */
static int32_t faced_by(struct scan *scan, const struct draft *draft)
{
    static const char *const stirs[] = {"prompt", "spark", "trigger", "ignite", "generate", "provoke", NULL};
    int32_t piece = subject_piece(scan, draft->head);
    int32_t verb = scan->tokens[piece].head;
    int32_t subject = subject_of_phrase(scan, draft->head);

    if (subject >= 0)
        return subject;
    if (draft->content_slot == SLOT_CLAUSE || verb < 0 || scan->tokens[piece].deprel != DEPREL_OBJ ||
        !((tree_word(scan, verb) & WORD_FACE) || tree_lemma_in(scan, verb, stirs)) || tree_infinitive(scan, verb))
        return -1;
    subject = subject_doer(scan, verb);
    /* "Norway's raid drew criticism" */
    return subject < 0 || target_is_actor(scan, subject) ? subject : owner_of(scan, draft, subject);
}

/* "X rejected a request": who is asked, by what he makes of it; -1. Where the text says by whom, the refusal stands
 * between the two already. */
static int32_t answered_by(const struct scan *scan, const struct draft *draft)
{
    int32_t verb = scan->tokens[draft->head].head;
    enum deprel relation = tree_relation(scan, draft->head);

    if (verb < 0 || draft->source_count || !(tree_word(scan, verb) & (WORD_FACE | WORD_HEED)) ||
        !(relation == DEPREL_OBJ || (relation == DEPREL_NSUBJ && tree_passive(scan, verb))))
        return -1;
    return subject_doer(scan, verb);
}

/* "X is under investigation", "X came under criticism", "placed X under investigation": X; -1. */
static int32_t stands_under(const struct scan *scan, int32_t noun)
{
    int32_t verb = scan->tokens[noun].head;
    int32_t object;

    if (tree_child(scan, noun, DEPREL_COP) >= 0)
        return subject_own(scan, noun);
    if (verb < 0 || verb > noun || !tree_verbal(scan, verb))
        return -1;
    object = tree_object(scan, verb);
    return tree_passive(scan, verb) || object < 0 ? subject_surface(scan, verb) : object;
}

/* "detained X for alleged abuses", "X is held on charges of fraud": who suffers what is done because of a noun; -1. */
static int32_t suffers_for(struct scan *scan, int32_t noun)
{
    int32_t sufferer;
    int32_t preposition = tree_child(scan, noun, DEPREL_CASE);
    int32_t verb = scan->tokens[noun].head;

    if (preposition >= 0 && tree_form_is(scan, preposition, "under"))
        return stands_under(scan, noun);
    if (preposition < 0 || !(tree_form_is(scan, preposition, "for") || tree_form_is(scan, preposition, "on") ||
                             tree_form_is(scan, preposition, "over")))
        return -1;
    while (verb >= 0 && tree_nominal(scan, verb) && verb < noun)
        verb = scan->tokens[verb].head;
    if (verb < 0 || verb > noun || !tree_verbal(scan, verb))
        return -1;
    sufferer = tree_passive(scan, verb) ? subject_surface(scan, verb) : tree_object(scan, verb);
    return sufferer >= 0 && target_is_actor(scan, sufferer) ? sufferer : -1;
}

/* "the alleged head of the cell, Jan Lund": the name that stands by a noun for people, where the parser hung it on the
 * phrase between them. */
static int32_t described_name(const struct scan *scan, int32_t noun)
{
    int32_t preposition;
    int32_t of = tree_prepositional(scan, noun, "of", &preposition);
    int32_t name = of >= 0 ? tree_child(scan, of, DEPREL_APPOS) : -1;

    return name >= 0 && tree_person_name(scan, name) && tree_child(scan, noun, DEPREL_APPOS) < 0 ? name : noun;
}

/* Who holds what an adjective describes: "his alleged role", "the alleged ringleader". */
static int32_t holder(struct scan *scan, const struct draft *draft)
{
    int32_t noun = scan->tokens[draft->head].head;
    int32_t owner;

    if (noun < 0)
        return -1;
    if (tree_child(scan, noun, DEPREL_COP) >= 0 && subject_own(scan, noun) >= 0)
        return subject_own(scan, noun);
    if (scan->tokens[noun].upos == UPOS_PROPN || actor_means_people(scan, noun))
        return described_name(scan, noun);
    owner = owner_of(scan, draft, noun);
    return owner >= 0 ? owner : suffers_for(scan, noun);
}

/* "a Lund critic", "one of Lund's critics", "a government critic": the person or power whom a noun names so; what
 * stands so before "critic" may else be a paper or a nation; -1. */
static int32_t person_modifier(struct scan *scan, int32_t noun)
{
    int32_t modifier = actor_modifier(scan, noun);
    int32_t owner = tree_child(scan, noun, DEPREL_NMOD_POSS);

    if (actor_is_person(scan, modifier))
        return modifier;
    if (modifier < 0 && actor_is_person(scan, owner))
        return owner;
    return modifier >= 0 && (tree_word(scan, modifier) & WORD_BODY) ? modifier : -1;
}

static bool followed_by_infinitive(const struct scan *scan, const struct draft *draft, int32_t noun)
{
    for (int32_t t = noun + 1; draft->content_count && t <= draft->content[0].last; t++)
        if (scan->tokens[t].xpos == XPOS_TO)
            return true;
    return false;
}

/* "gave [X] a warning": to whom a light verb passes a noun on; -1. */
static int32_t receiver(const struct scan *scan, int32_t verb, int32_t noun)
{
    int32_t object = tree_child(scan, verb, DEPREL_IOBJ);

    if (object < 0)
        object = tree_child(scan, verb, DEPREL_OBJ);
    return object > verb && object < noun && !tree_under(scan, noun, object) ? object : -1;
}

/* The object of a verb, or the adjective that stands for one: "said [sorry]". */
static int32_t said_thing(const struct scan *scan, int32_t verb)
{
    int32_t object = tree_object(scan, verb);
    int32_t complement = tree_child(scan, verb, DEPREL_XCOMP);

    return object < 0 && complement >= 0 && scan->tokens[complement].upos == UPOS_ADJ ? complement : object;
}

static int32_t of_preposition(struct scan *scan, const struct draft *draft, const struct claim_slot *slot)
{
    int32_t preposition;
    int32_t thing = draft->cue->word_class == CUE_VERB ? said_thing(scan, draft->head) : -1;
    int32_t light = subject_light_verb(scan, draft->head);
    int32_t object = tree_prepositional(scan, draft->head, slot->preposition, &preposition);

    /* "called on X to go", where the parser took "on" for a part of "to go". */
    if (object >= 0 && slot->of == SLOT_OBJECT && tree_verbal(scan, object))
        object = noun_behind(scan, preposition);
    if (object < 0 && thing > draft->head)
        object = tree_prepositional(scan, thing, slot->preposition, &preposition);
    /* "sent a message of thanks [to X]" */
    if (object < 0 && light >= 0 && scan->tokens[draft->head].head != light)
        object = tree_prepositional(scan, scan->tokens[draft->head].head, slot->preposition, &preposition);
    /* "issued a warning [to X]": the phrase may hang on the light verb; "gave [X] a warning". */
    if (object < 0 && light >= 0)
        object = tree_prepositional(scan, light, slot->preposition, &preposition);
    if (object < 0 && light >= 0 && strcmp(slot->preposition, "to") == 0)
        object = receiver(scan, light, draft->head);
    if (object < 0 && draft->cue->word_class == CUE_NOUN && strcmp(slot->preposition, "against") == 0)
        object = concern_behind(scan, draft->head, slot->preposition);
    /* "called for X to go" asks X; "called for X's release" asks nobody by name. */
    if (slot->of == SLOT_DOER && (object < 0 || !followed_by_infinitive(scan, draft, object)))
        return -1;
    if (object < 0 || slot->of == SLOT_NONE || slot->of == SLOT_OBJECT || target_is_actor(scan, object))
        return object;
    return slot->of == SLOT_DOER ? -1 : owner_of(scan, draft, object);
}

static int32_t fill_slot(struct scan *scan, const struct draft *draft, const struct claim_slot *slot)
{
    switch (slot->kind) {
    case SLOT_OBJ:
        return logical_object(scan, draft);
    case SLOT_PERSON:
        return logical_person(scan, draft);
    case SLOT_OWNER:
        return object_owner(scan, draft);
    case SLOT_DOER:
        return content_doer(scan, draft);
    case SLOT_CULPRIT:
        return content_culprit(scan, draft);
    case SLOT_POSS:
        return tree_child(scan, draft->head, DEPREL_NMOD_POSS);
    case SLOT_MODIFIER:
        return person_modifier(scan, draft->head);
    case SLOT_FACED:
        return faced_by(scan, draft);
    case SLOT_ANSWERED:
        return answered_by(scan, draft);
    case SLOT_HELD:
        return suffers_for(scan, draft->head);
    case SLOT_HOLDER:
        return holder(scan, draft);
    case SLOT_CONCERNED:
        return concern_of_content(scan, draft);
    case SLOT_CONDITION:
        return concern_of_condition(scan, draft);
    case SLOT_DEMANDED:
        return concern_of_demand(scan, draft);
    case SLOT_REPORTED:
        return concern_of_report(scan, draft);
    case SLOT_PURPOSE:
        return concern_of_purpose(scan, draft);
    case SLOT_LISTENER:
        return concern_of_listeners(scan, draft);
    case SLOT_PREPOSITION:
        return of_preposition(scan, draft, slot);
    default:
        return -1;
    }
}

static bool has_slot(const struct claim_slot *slots, enum claim_slot_kind kind)
{
    for (size_t i = 0; i < CLAIM_SLOTS_MAX && slots[i].kind != SLOT_NONE; i++)
        if (slots[i].kind == kind)
            return true;
    return false;
}

static bool is_source(const struct draft *draft, int32_t head)
{
    for (size_t i = 0; i < draft->source_count; i++)
        if (draft->sources[i] == head)
            return true;
    return false;
}

static bool in_content(const struct draft *draft, int32_t token)
{
    for (size_t i = 0; i < draft->content_count; i++)
        if (range_holds(draft->content[i], token))
            return true;
    return false;
}

/* "urged the world to learn": who is to do something need not be known to be people. */
static bool asked_to_act(const struct scan *scan, const struct draft *draft, int32_t noun)
{
    return draft->content_slot == SLOT_INFINITIVE && draft->content_head > noun &&
           scan->tokens[draft->content_head].head == draft->head && noun > draft->head &&
           (scan->tokens[noun].xpos == XPOS_NNS || tree_child(scan, noun, DEPREL_DET) >= 0);
}

/* "criticised ZRK": a name that the tagger gave no type, as it does places and works, and that is nobody's; no title.
 */
static bool unknown_name(const struct scan *scan, int32_t head)
{
    struct view form = token_form(&scan->tokens[head]);

    return scan->tokens[head].upos == UPOS_PROPN && scan->tokens[head].name == NAME_O && !view_ends(form, VIEW(".")) &&
           tree_child(scan, head, DEPREL_NMOD_POSS) < 0;
}

/* "threatened to use force": the verb of an infinitive that the parser hung on its own object. */
static bool behind_infinitive(const struct scan *scan, int32_t noun)
{
    int32_t verb = tree_child(scan, noun, DEPREL_AMOD);

    return verb >= 0 && verb < noun && scan->tokens[verb].xpos == XPOS_VB && tree_infinitive(scan, verb);
}

/* Whether a word may stand in a slot: a thing is no target where its owner would be, and never an addressee. */
static bool fits(struct scan *scan, const struct draft *draft, const struct claim_slot *slots,
                 const struct claim_slot *slot, int32_t head, enum claim_role role)
{
    if (head < 0 || is_source(draft, head) || tree_relative_pronoun(scan, head) || tree_reflexive(scan, head) ||
        behind_infinitive(scan, head) || (tree_word(scan, head) & WORD_TIME))
        return false;
    if (!range_empty(mutual_words(scan, head)))
        return slot->kind == SLOT_OBJ || slot->kind == SLOT_PERSON || slot->of == SLOT_OBJECT;
    if (!tree_nominal(scan, head) && scan->tokens[head].upos != UPOS_ADJ && scan->tokens[head].upos != UPOS_DET)
        return false;
    if (role == ROLE_ADDRESSEE && slot->kind == SLOT_OBJ)
        return !in_content(draft, head) && tree_relation(scan, head) != DEPREL_EXPL;
    /* "calling it a lie": "it" is a thing more often than not. */
    if (tree_form_is(scan, head, "it") && draft->cue->frame->needs & NEED_THINGS)
        return false;
    if (role == ROLE_ADDRESSEE && slot->kind == SLOT_PREPOSITION && in_content(draft, head) &&
        draft->content_slot == SLOT_CLAUSE)
        return false;
    if (slot->of == SLOT_OBJECT)
        return true;
    if (role == ROLE_ADDRESSEE || slot->kind == SLOT_DOER || slot->kind == SLOT_PREPOSITION || slot->kind == SLOT_FACED)
        return target_is_actor(scan, head);
    if (slot->kind == SLOT_PERSON && asked_to_act(scan, draft, head))
        return true;
    if (slot->kind == SLOT_OBJ && unknown_name(scan, head))
        return true;
    return (slot->kind != SLOT_OBJ && slot->kind != SLOT_PERSON) ||
           (slot->kind == SLOT_OBJ && !has_slot(slots, SLOT_OWNER)) || target_is_actor(scan, head);
}

/* "accused A of lying and B [left]": who follows what the first is accused of is no second target, whatever the parser
 * coordinated. */
static bool behind_content(const struct draft *draft, int32_t first, int32_t other)
{
    return draft->content_slot == SLOT_PREPOSITION && strcmp(draft->content_preposition, "as") != 0 &&
           draft->content_count && draft->content[0].first > first && draft->content[0].first < other;
}

static void add_targets(struct scan *scan, struct draft *draft, int32_t head, enum claim_role role)
{
    int32_t heads[DRAFT_ACTORS_MAX];
    size_t count = actor_expand(scan, head, heads, 0);

    for (size_t i = 0; i < count && draft->target_count < DRAFT_ACTORS_MAX; i++)
        if (!behind_content(draft, heads[0], heads[i]))
            draft->targets[draft->target_count++] = (struct draft_actor){heads[i], role};
}

/* "some of X's aides", "many of the delegates": who they are some of, where the quantity is the head; else the head. */
static int32_t beyond_quantity(struct scan *scan, int32_t head)
{
    int32_t whole;

    if (head < 0 || tree_personal(scan, head) || (!is_quantity(scan, head) && scan->tokens[head].upos != UPOS_PRON))
        return head;
    whole = counted_whole(scan, head);
    return whole >= 0 && target_is_actor(scan, whole) ? whole : head;
}

static void fill_role(struct scan *scan, struct draft *draft, const struct claim_slot *slots, enum claim_role role)
{
    for (size_t i = 0; i < CLAIM_SLOTS_MAX && slots[i].kind != SLOT_NONE; i++) {
        int32_t head = beyond_quantity(scan, fill_slot(scan, draft, &slots[i]));
        if (!fits(scan, draft, slots, &slots[i], head >= 0 ? actor_named(scan, head) : -1, role))
            continue;
        if (role == ROLE_TARGET)
            draft->target_slot = slots[i].kind;
        add_targets(scan, draft, head, role);
        return;
    }
}

/* Whether a noun phrase of at most three words before its noun follows a conjunction. */
static bool follows_conjunction(const struct scan *scan, int32_t noun, int32_t first)
{
    for (int32_t t = noun - 1; t > first && t >= noun - 4; t--) {
        if (scan->tokens[t].upos == UPOS_CCONJ)
            return true;
        if (tree_verbal(scan, t) || scan->tokens[t].upos == UPOS_PUNCT)
            return false;
    }
    return false;
}

/* Whether what follows a noun is more of its name. */
static bool one_name(const struct scan *scan, int32_t noun, int32_t last)
{
    for (int32_t t = noun + 1; t <= last; t++)
        if (scan->tokens[t].upos != UPOS_PROPN)
            return false;
    return true;
}

/* "accused A of lying and [B] of theft": a second target with the same preposition behind it. */
static void add_gapped_target(struct scan *scan, struct draft *draft)
{
    struct range content = draft->content_count ? draft->content[0] : RANGE_NONE;
    int32_t noun = -1;

    if (draft->content_slot != SLOT_PREPOSITION || draft->target_slot != SLOT_OBJ || draft->cue->word_class != CUE_VERB)
        return;
    for (int32_t t = content.first + 1; t < content.last; t++) {
        if (scan->tokens[t].upos == UPOS_CCONJ) {
            noun = -1;
            continue;
        }
        if (tree_nominal(scan, t) && noun < 0 && scan->tokens[t - 1].upos != UPOS_ADP)
            noun = t;
        if (noun >= 0 && tree_form_is(scan, t, draft->content_preposition) &&
            follows_conjunction(scan, noun, content.first) && noun + 3 >= t && one_name(scan, noun, t - 1) &&
            target_is_actor(scan, noun)) {
            add_targets(scan, draft, noun, ROLE_TARGET);
            return;
        }
    }
}

void target_find(struct scan *scan, struct draft *draft)
{
    const struct claim_frame *frame = draft->cue->frame;

    fill_role(scan, draft, frame->target, ROLE_TARGET);
    add_gapped_target(scan, draft);
    fill_role(scan, draft, frame->addressee, ROLE_ADDRESSEE);
    mutual_aim(scan, draft);
}
