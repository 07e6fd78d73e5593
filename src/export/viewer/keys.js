// keys.js: what the keyboard does, and the sheet that says so.

import { button, byId, make } from "./dom.js";
import { filter, setFilter, shown } from "./filter.js";
import { selectEdge, selectNode, selectNothing, selection } from "./selection.js";
import { switchTheme } from "./theme.js";
import { centreOnSelection, fit, panBy, stage, zoomBy } from "./view.js";
import { openTab } from "./panel.js";

const DIRECTIONS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
const PAN = 60;

// The nearest node in a direction from the chosen one.
function nodeTowards(dx, dy) {
  const from = selection.node;
  if (!from) {
    return stage.nodes[0] || null;
  }
  let best = null;
  let least = Infinity;
  for (const node of stage.nodes) {
    const x = node.x - from.x;
    const y = node.y - from.y;
    const along = x * dx + y * dy;
    const aside = Math.abs(x * dy - y * dx);
    if (node !== from && along > 0 && aside <= along * 1.5 && along + 2 * aside < least) {
      least = along + 2 * aside;
      best = node;
    }
  }
  return best;
}

// Whose lines are gone through: the node that was chosen last.
let anchor = null;

// The next line of that node, or of all; `step` 1 or -1.
function edgeAfter(step) {
  anchor = selection.node || (selection.edge && anchor);
  const edges = anchor ? anchor.edges.filter((edge) => edge.visible) : shown.edges;
  const place = edges.indexOf(selection.edge);
  const next = place < 0 && step < 0 ? edges.length - 1 : place + step;
  return edges.length ? edges[(next + edges.length) % edges.length] : null;
}

// In the drawing an arrow goes to the next name that way, with Shift it moves the drawing.
function onArrow(event, [dx, dy]) {
  if (event.shiftKey) {
    panBy(-PAN * dx, -PAN * dy);
    return;
  }
  const node = nodeTowards(dx, dy);
  if (node) {
    selectNode(node);
    centreOnSelection();
  }
}

function stepEdge(step) {
  const edge = edgeAfter(step);
  if (edge) {
    selectEdge(edge);
    centreOnSelection();
  }
}

function readDetails() {
  openTab("details");
  const heading = byId("details").querySelector("h2");
  if (heading) {
    heading.focus();
  }
}

// Lets go of one thing at a time: what is chosen, then the surroundings.
function letGo() {
  if (selection.node || selection.edge) {
    selectNothing();
  } else if (filter.around) {
    setFilter({ around: null });
  }
}

function narrow() {
  if (selection.node) {
    setFilter({ around: filter.around ? null : { node: selection.node, hops: 1 } });
  }
}

const KEYS = [
  ["/", "search", () => byId("search").focus()],
  ["e", "next line of the name, its sentences in the panel", () => stepEdge(1)],
  ["E", "the line before", () => stepEdge(-1)],
  ["n", "only what is around the chosen name, and back", narrow],
  ["c", "what is chosen to the middle", centreOnSelection],
  ["+", "nearer", () => zoomBy(1.4)],
  ["-", "farther", () => zoomBy(1 / 1.4)],
  ["0", "show all", () => fit()],
  ["l", "list of names and claims", () => openTab("list", true)],
  ["d", "dark or light", switchTheme],
  ["?", "this sheet", () => byId("keys").showModal()],
  ["Escape", "let go of what is chosen", letGo],
];

const MORE = [
  ["arrow keys", "in the drawing: from name to name; with Shift, move the drawing"],
  ["Enter", "in the drawing: read the details"],
  ["double click", "on a name: only what is around it"],
];

function isTyping(target) {
  return target.matches("input:not([type=checkbox]):not([type=range]), select, textarea");
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target) || byId("keys").open) {
    return;
  }
  const inDrawing = event.target === byId("canvas");
  const [, , act] = KEYS.find(([key]) => key === event.key) || [];
  if (inDrawing && DIRECTIONS[event.key]) {
    event.preventDefault();
    onArrow(event, DIRECTIONS[event.key]);
  } else if (inDrawing && event.key === "Enter") {
    event.preventDefault();
    readDetails();
  } else if (act) {
    event.preventDefault();
    act();
  }
}

function buildSheet() {
  const rows = [...KEYS, ...MORE].flatMap(([key, meaning]) => [
    make("dt", {}, make("kbd", {}, key)),
    make("dd", {}, meaning),
  ]);
  const close = button("Close", () => byId("keys").close(), { autofocus: true });
  byId("keys").append(make("h2", { id: "keys-title" }, "Keys"), make("dl", {}, rows), close);
}

export function startKeys() {
  buildSheet();
  byId("help").addEventListener("click", () => byId("keys").showModal());
  document.addEventListener("keydown", onKey);
}
