// filter.js: what the reader wants to see, and what of the graph passes.

import { emit } from "./dom.js";
import { graph } from "./model.js";

function unfiltered() {
  return {
    types: new Set(),
    manners: new Set(),
    relations: new Set(), // names that are switched off
    weight: 1,
    confidence: 0,
    hedged: true,
    document: null,
    since: null,
    until: null,
    unlinked: false, // also nodes without a line
    around: null, // { node, hops }: only a node's surroundings
  };
}

export const filter = unfiltered();
export const shown = { nodes: [], edges: [], claims: 0 };

// Dates compare as far as the shorter goes: "2024" is within any range of days of that year.
function compareDates(a, b) {
  const length = Math.min(a.length, b.length);
  const left = a.slice(0, length);
  const right = b.slice(0, length);
  return left < right ? -1 : left > right ? 1 : 0;
}

function passesDates(claim) {
  if (!filter.since && !filter.until) {
    return true;
  }
  return (
    claim.date !== null &&
    (!filter.since || compareDates(claim.date, filter.since) >= 0) &&
    (!filter.until || compareDates(claim.date, filter.until) <= 0)
  );
}

// All but the date: what the timeline counts.
export function passesOtherwise(claim) {
  return (
    !filter.relations.has(claim.relation.name) &&
    claim.confidence >= filter.confidence &&
    (filter.hedged || !claim.hedged) &&
    (!filter.document || claim.sentence.document === filter.document)
  );
}

function linkPasses(link) {
  return link.claim ? link.claim.passes : !filter.document || link.document === filter.document;
}

function typePasses(node) {
  return !filter.types.has(node.type.name);
}

function sift(edge) {
  edge.shown = edge.links.filter(linkPasses);
  edge.hedged = edge.shown.length > 0 && edge.shown.every((link) => link.claim && link.claim.hedged);
  edge.visible =
    edge.shown.length > 0 &&
    !filter.manners.has(edge.manner.name) &&
    typePasses(edge.source) &&
    typePasses(edge.target) &&
    (edge.manner.name === "affiliation" || edge.shown.length >= filter.weight);
}

// The nodes within `hops` lines of a node, whatever the lines' direction.
function surroundings({ node, hops }) {
  let ring = [node];
  const reached = new Set(ring);
  for (let hop = 0; hop < hops; hop++) {
    const next = [];
    for (const edge of ring.flatMap((member) => member.edges)) {
      for (const end of edge.visible ? [edge.source, edge.target] : []) {
        if (!reached.has(end)) {
          reached.add(end);
          next.push(end);
        }
      }
    }
    ring = next;
  }
  return reached;
}

// Lines between the same two nodes bend apart; those that go the other way bend to the other side.
const BEND = 26;

function fanOut(edges) {
  const pairs = new Map();
  for (const edge of edges) {
    const low = Math.min(edge.source.index, edge.target.index);
    const high = Math.max(edge.source.index, edge.target.index);
    const key = low * graph.nodes.length + high;
    pairs.set(key, [...(pairs.get(key) || []), edge]);
  }
  for (const pair of pairs.values()) {
    pair.forEach((edge, i) => {
      const turn = edge.source.index > edge.target.index ? -1 : 1;
      edge.bend = (i - (pair.length - 1) / 2) * BEND * turn;
    });
  }
}

function countClaims() {
  const drawn = new Set();
  for (const edge of shown.edges) {
    for (const link of edge.shown) {
      drawn.add(link.claim);
    }
  }
  drawn.delete(null);
  return drawn.size;
}

// Hides the lines that are too far from the node that the reader is interested in.
function siftAround() {
  const near = surroundings(filter.around);
  for (const edge of graph.edges) {
    edge.visible = edge.visible && near.has(edge.source) && near.has(edge.target);
  }
}

// Whether a node without a line is wanted.
function isShownAlone(node) {
  if (filter.around) {
    return filter.around.node === node;
  }
  return filter.unlinked && typePasses(node) && (!node.claim || node.claim.passes);
}

// Works out what is shown. Cost: linear in the graph.
export function applyFilter() {
  for (const claim of graph.claims) {
    claim.passes = passesOtherwise(claim) && passesDates(claim);
  }
  graph.edges.forEach(sift);
  if (filter.around) {
    siftAround();
  }
  for (const node of graph.nodes) {
    node.shown = node.edges.some((edge) => edge.visible) || isShownAlone(node);
  }
  shown.nodes = graph.nodes.filter((node) => node.shown);
  shown.edges = graph.edges
    .filter((edge) => edge.visible)
    .sort((a, b) => b.manner.rank - a.manner.rank || a.index - b.index);
  shown.claims = countClaims();
  fanOut(shown.edges);
  emit("shown");
}

// Changes some of the filter: setFilter({ weight: 2 }).
export function setFilter(changes) {
  Object.assign(filter, changes);
  applyFilter();
}

export function resetFilter() {
  setFilter(unfiltered());
  emit("reset");
}

export function toggle(set, name, wanted) {
  if (wanted) {
    set.delete(name);
  } else {
    set.add(name);
  }
  applyFilter();
}
