// model.js: the graph as the page carries it (schemas/page.schema.json) -> objects that point to each other.
//
// A node is an actor, or a claim in the view "statements". An edge is what the drawing shows as one line: all links of
// one manner between two nodes in one direction. A link is one claim, or an affiliation.

import { byId } from "./dom.js";

// Without case and accents: what people type finds what newspapers print.
export function fold(text) {
  return text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
}

// Claims are all alike, and large enough to show their fold.
const CLAIM_RADIUS = 9;

function readNode(raw, index, page) {
  const type = page.types[raw.type];
  const aliases = raw.aliases || [];
  return {
    ...raw,
    index,
    type,
    aliases,
    identifiers: raw.identifiers || [],
    folded: [raw.label, ...aliases].map(fold),
    x: raw.at[0],
    y: raw.at[1],
    radius: type.name === "claim" ? CLAIM_RADIUS : raw.size / 2,
    edges: [],
    said: [],
    shown: false,
  };
}

function readActor([node, start, end, role], nodes) {
  return { node: node < 0 ? null : nodes[node], start, end, role };
}

function readClaim(raw, index, page, sentences, nodes) {
  return {
    ...raw,
    index,
    sentence: sentences[raw.sentence],
    relation: page.relations[raw.relation],
    date: raw.date || null,
    sources: (raw.sources || []).map((actor) => readActor(actor, nodes)),
    targets: (raw.targets || []).map((actor) => readActor(actor, nodes)),
    content: raw.content || [],
    citations: raw.citations || [],
    hedged: raw.hedged === true,
    edges: [],
    passes: true,
  };
}

// Claims that point to claims, and nodes to what they said.
function connectClaims(claims) {
  for (const claim of claims) {
    claim.answers = claim.answers === undefined ? null : claims[claim.answers];
    claim.within = claim.within === undefined ? null : claims[claim.within];
    for (const node of new Set(claim.sources.map((actor) => actor.node))) {
      if (node) {
        node.said.push(claim);
      }
    }
  }
}

function readLink([, , manner, about, document], page, claims) {
  return page.manners[manner].name === "affiliation"
    ? { claim: null, role: about, document: page.documents[document] }
    : { claim: claims[about] };
}

// Links become edges; they come sorted by source, target and manner.
function readEdges(page, nodes, claims) {
  const edges = [];
  let last = null;
  for (const raw of page.links) {
    const [source, target, manner] = raw;
    if (
      !last ||
      last.source !== nodes[source] ||
      last.target !== nodes[target] ||
      last.manner !== page.manners[manner]
    ) {
      last = {
        index: edges.length,
        source: nodes[source],
        target: nodes[target],
        manner: page.manners[manner],
        links: [],
        shown: [],
        visible: false,
        hedged: false,
        bend: 0,
      };
      edges.push(last);
      last.source.edges.push(last);
      if (last.target !== last.source) {
        last.target.edges.push(last);
      }
    }
    const link = readLink(raw, page, claims);
    last.links.push(link);
    if (link.claim) {
      link.claim.edges.push(last);
    }
  }
  return edges;
}

// What one did and what was done to one, and also how many lines meet at it: of whom all speak, all want to know the
// name.
function importance(node) {
  return node.size + 2 * Math.sqrt(node.edges.length);
}

function read(page) {
  const nodes = page.nodes.map((raw, index) => readNode(raw, index, page));
  const sentences = page.sentences.map(([document, start, text]) => ({
    document: page.documents[document],
    start,
    text,
  }));
  const claims = page.claims.map((raw, index) => readClaim(raw, index, page, sentences, nodes));
  for (const node of nodes) {
    node.claim = node.claim === undefined ? null : claims[node.claim];
  }
  connectClaims(claims);
  const edges = readEdges(page, nodes, claims);
  for (const manner of page.manners) {
    manner.rank = page.manners.indexOf(manner);
  }
  const byImportance = [...nodes].sort((a, b) => importance(b) - importance(a) || a.index - b.index);
  return { ...page, nodes, sentences, claims, edges, byImportance };
}

export const graph = read(JSON.parse(byId("data").textContent));

// The other end of an edge.
export function otherEnd(edge, node) {
  return edge.source === node ? edge.target : edge.source;
}

function countBy(items, key) {
  const counts = new Map();
  for (const item of items) {
    counts.set(key(item), (counts.get(key(item)) || 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1]);
}

// What stands on a line: "accused (2), criticised". In the view "statements" the claims speak for themselves.
export function edgeLabel(edge, links = edge.shown) {
  const manner = edge.manner.name;
  if (["source", "answer", "report"].includes(manner)) {
    return "";
  }
  const words =
    manner === "affiliation"
      ? countBy(
          links.filter((link) => link.role),
          (link) => link.role,
        ).map(([role]) => role)
      : countBy(links, (link) => link.claim.relation[manner === "topic" ? "mention" : "verb"]).map(([verb, count]) =>
          count > 1 ? `${verb} (${count})` : verb,
        );
  return words.slice(0, 2).join(", ") + (words.length > 2 ? ", …" : "");
}

// The dates that a text has for its claims, first and last.
export function dateRange(claims) {
  const dates = claims
    .map((claim) => claim.date)
    .filter(Boolean)
    .sort();
  return dates.length ? [dates[0], dates[dates.length - 1]] : null;
}
