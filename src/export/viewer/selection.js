// selection.js: what is chosen, what the pointer is over, and the address that leads back there.

import { announce, emit, plural } from "./dom.js";
import { edgeLabel, graph } from "./model.js";

// At most one of node and edge; `claim` is the one to show first.
export const selection = { node: null, edge: null, claim: null };
export const hover = { node: null, edge: null };

function describe() {
  const { node, edge } = selection;
  if (node) {
    return `${node.label}, ${node.type.caption}, ${plural(node.edges.length, "line")}`;
  }
  return edge ? `${edge.source.label} to ${edge.target.label}: ${edgeLabel(edge, edge.links)}` : "Nothing chosen";
}

// "#node=n1f..." and "#claim=DOCUMENT#C3" are addresses of what is chosen.
function address() {
  if (selection.claim) {
    return `#claim=${encodeURIComponent(selection.claim.id)}`;
  }
  if (selection.edge) {
    const first = selection.edge.links.find((link) => link.claim);
    return first ? `#claim=${encodeURIComponent(first.claim.id)}` : "";
  }
  return selection.node ? `#node=${encodeURIComponent(selection.node.id)}` : "";
}

function changed() {
  try {
    history.replaceState(null, "", address() || location.pathname + location.search);
  } catch (error) {
    // Some browsers allow files no history; everything else works.
  }
  announce(describe());
  emit("select");
}

export function selectNode(node) {
  Object.assign(selection, { node, edge: null, claim: null });
  changed();
}

export function selectEdge(edge, claim = null) {
  Object.assign(selection, { node: null, edge, claim });
  changed();
}

export function selectNothing() {
  selectNode(null);
}

// A claim's line, or who said it where it links nobody.
export function selectClaim(claim) {
  const edge = claim.edges.find((candidate) => candidate.visible) || claim.edges[0];
  if (edge) {
    selectEdge(edge, claim);
    return;
  }
  const speaker = claim.sources.find((actor) => actor.node);
  Object.assign(selection, { node: speaker ? speaker.node : null, edge: null, claim });
  changed();
}

// Chooses what the page's address names; true where that is something. Names do as well as ids: #node=NATO.
export function followAddress() {
  const [, kind, text] = /^#(node|claim)=(.*)$/.exec(location.hash) || [];
  let wanted;
  try {
    wanted = decodeURIComponent(text || "");
  } catch (error) {
    return false;
  }
  const node =
    kind === "node" &&
    (graph.nodes.find(({ id }) => id === wanted) || graph.nodes.find(({ label }) => label === wanted));
  const claim = kind === "claim" && graph.claims.find(({ id }) => id === wanted);
  if (node) {
    selectNode(node);
  } else if (claim) {
    selectClaim(claim);
  }
  return Boolean(node || claim);
}
