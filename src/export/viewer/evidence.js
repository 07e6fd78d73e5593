// evidence.js: a claim as a reader checks it: who says what, on which date, the sentence with its words marked, and
// where it stands.

import { button, cut, isWebAddress, make, name } from "./dom.js";
import { selectClaim, selectNode } from "./selection.js";

// The spans of a claim that are marked in its sentence, as [start, end, class], in code points of the document.
function markedSpans(claim) {
  return [
    ...claim.content.map(([start, end]) => [start, end, "content"]),
    ...claim.sources.map(({ start, end }) => [start, end, "source"]),
    ...claim.targets.map(({ start, end, role }) => [start, end, role === "topic" ? "topic" : "target"]),
    [claim.cue[0], claim.cue[1], "cue"],
  ];
}

const MARKS = {
  source: "who says it",
  cue: "the words that say so",
  target: "to or about whom",
  topic: "who is mentioned",
  content: "what is said",
};

// Characters that share their marks become one piece: spans may lie in each other.
function pieces(claim) {
  const characters = Array.from(claim.sentence.text);
  const classes = characters.map(() => []);
  for (const [start, end, mark] of markedSpans(claim)) {
    const from = Math.max(0, start - claim.sentence.start);
    const to = Math.min(characters.length, end - claim.sentence.start);
    for (let i = from; i < to; i++) {
      classes[i].push(mark);
    }
  }
  const found = [];
  characters.forEach((character, i) => {
    const marks = [...new Set(classes[i])].join(" ");
    const last = found[found.length - 1];
    if (last && last.marks === marks) {
      last.text += character;
    } else {
      found.push({ text: character, marks });
    }
  });
  return found;
}

function sentence(claim) {
  return make(
    "blockquote",
    {},
    make(
      "bdi",
      {},
      pieces(claim).map(({ text, marks }) => {
        const kinds = marks.split(" ").filter((mark) => mark && mark !== "content");
        const title = kinds.map((mark) => MARKS[mark]).join(", ");
        return marks ? make(kinds.length ? "mark" : "span", { class: marks, title: title || null }, text) : text;
      }),
    ),
  );
}

function person(actor) {
  return actor.node ? button(name(actor.node.label), () => selectNode(actor.node), { class: "name" }) : "somebody";
}

function listed(actors) {
  return actors.flatMap((actor, i) => [i ? ", " : null, person(actor)]);
}

// Each node once.
function distinct(actors) {
  return actors.filter((actor, i) => !actor.node || actors.findIndex((other) => other.node === actor.node) === i);
}

// "A accused B": what the claim says happened.
function headline(claim) {
  const spoken = distinct(claim.targets.filter(({ role }) => role !== "topic"));
  const topics = distinct(claim.targets.filter(({ node, role }) => role === "topic" && node));
  const sources = claim.sources.length ? listed(distinct(claim.sources)) : "Somebody";
  const verb = claim.negated ? `did not: ${claim.relation.verb}` : claim.relation.verb;
  return make(
    "p",
    { class: "headline" },
    sources,
    " ",
    make("strong", { class: claim.relation.kind }, verb),
    spoken.length ? " " : null,
    listed(spoken),
    topics.length ? " about " : null,
    listed(topics),
  );
}

function badges(claim) {
  const doubt = claim.certainty !== "asserted" ? claim.certainty : claim.hedged ? "unsure" : null;
  const texts = [
    claim.date,
    doubt,
    claim.reported_by ? `as reported by ${claim.reported_by.split(" < ").join(", in turn by ")}` : null,
  ];
  return make(
    "p",
    { class: "badges" },
    texts.filter(Boolean).map((text) => make("span", { class: "badge" }, name(text))),
  );
}

const WHOLE_MOST = 10; // words; a longer sentence is sought by its first and last ones

// The address of a document that opens it at a sentence: a text fragment.
function addressAt(document, sentence) {
  const escape = (words) => encodeURIComponent(words.join(" ")).replaceAll("-", "%2D");
  const words = sentence.split(/\s+/).filter(Boolean);
  const wanted = words.length > WHOLE_MOST ? `${escape(words.slice(0, 5))},${escape(words.slice(-4))}` : escape(words);
  return `${document.url}${document.url.includes("#") ? "" : "#"}:~:text=${wanted}`;
}

// A document by its title, as a link where it has an address on the web.
// With a sentence the link leads to where it stands.
export function documentName(document, sentence) {
  const caption = document.title || document.id;
  if (!isWebAddress(document.url)) {
    return name(caption);
  }
  const href = sentence ? addressAt(document, sentence) : document.url;
  return make("a", { href, target: "_blank", rel: "noopener noreferrer" }, name(caption));
}

// A footnote mark, as a link where the note behind it has an address on the web.
function footnote(label, references) {
  const [, url, text] = references.find(([known]) => known === label) || [label, null, ""];
  const title = text || "footnote of the text";
  return isWebAddress(url)
    ? make("a", { class: "citation", href: url, title, target: "_blank", rel: "noopener noreferrer" }, `[${label}]`)
    : make("span", { class: "citation", title }, `[${label}]`);
}

function origin(claim) {
  const { document } = claim.sentence;
  const notes = claim.citations.map((label) => footnote(label, document.references || []));
  return make(
    "p",
    { class: "origin" },
    documentName(document, claim.sentence.text),
    document.date ? `, ${document.date}` : null,
    notes.length ? " · footnotes " : null,
    notes.flatMap((note) => [note, " "]),
    ` · confidence ${Math.round(claim.confidence * 100)} %`,
  );
}

// A claim that this one answers, or that reports it.
function related(caption, claim) {
  const quoted = claim && make("q", {}, name(cut(claim.sentence.text, 120)));
  return claim
    ? make(
        "p",
        { class: "related" },
        caption,
        button(quoted, () => selectClaim(claim)),
      )
    : null;
}

export function claimCard(claim, chosen) {
  return make(
    "article",
    { class: chosen ? "claim chosen" : "claim" },
    headline(claim),
    badges(claim),
    sentence(claim),
    claim.words ? make("p", { class: "words" }, "In full: ", name(claim.words)) : null,
    related("Denies: ", claim.answers),
    related("Within: ", claim.within),
    origin(claim),
  );
}

// How the words are marked, once for each panel.
export function markKey() {
  const marks = ["source", "cue", "target", "topic"].map((mark) => make("mark", { class: mark }, MARKS[mark]));
  return make(
    "p",
    { class: "mark-key" },
    "Marked: ",
    marks.flatMap((mark, i) => [i ? ", " : null, mark]),
  );
}
