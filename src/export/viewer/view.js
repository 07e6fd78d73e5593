// view.js: the stage: what part of the drawing it shows, what is under the pointer, and how both change. D3 pans, zooms and drags;
// without it, keys and buttons do.

import { byId, make, name, on, plural } from "./dom.js";
import { edgeLabel, graph } from "./model.js";
import { filter, setFilter, shown } from "./filter.js";
import { hover, selectEdge, selectNode, selectNothing, selection } from "./selection.js";
import { palette } from "./theme.js";
import { drawScene, edgeCourse, markRadius } from "./draw.js";
import { CanvasPen } from "./pens.js";
import { nodeLabel } from "./labels.js";

const NEAREST = 8, FARTHEST = 0.02;
const REACH = 6; // pixels around a line that count as on it
const LARGE = 6000; // lines; with more, the drawing answers to clicks only and not to the pointer on its way
const NOTHING = { node: null, edge: null };

const hasD3 = typeof d3 !== "undefined";
const still = matchMedia("(prefers-reduced-motion: reduce)");

const canvas = byId("canvas");
const context = canvas.getContext("2d");
export const stage = { width: 0, height: 0, transform: { x: 0, y: 0, k: 1 } };

let zoom = null;
let quadtree = null;
let labels = null; // where the names are
let drawnNodes = []; // by importance
let waiting = false;

function isLarge() {
  return shown.edges.length > LARGE;
}

function draw() {
  const ratio = window.devicePixelRatio || 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, stage.width, stage.height);
  labels = drawScene({
    pen: new CanvasPen(context), width: stage.width, height: stage.height, transform: stage.transform, nodes: drawnNodes,
    edges: shown.edges, palette, selection, hover: isLarge() ? NOTHING : hover, titles: null,
  });
}

// Draws once for all that changed before the next frame.
export function redraw() {
  if (!waiting) {
    waiting = true;
    requestAnimationFrame(() => {
      waiting = false;
      draw();
    });
  }
}

function gatherDrawn() {
  drawnNodes = graph.byImportance.filter((node) => node.shown);
  if (selection.node && !selection.node.shown) {
    drawnNodes.unshift(selection.node);
  }
}

function indexPlaces() {
  quadtree = hasD3 ? d3.quadtree(drawnNodes, (node) => node.x, (node) => node.y) : null;
}

function update() {
  gatherDrawn();
  indexPlaces();
  byId("empty").hidden = drawnNodes.length > 0;
  redraw();
}

// What is drawn now, for the SVG file.
export function currentScene() {
  return { ...stage, nodes: drawnNodes, edges: shown.edges, palette, selection, hover: NOTHING };
}

// ---- What part is shown ----

function setTransform(transform, smooth) {
  if (!hasD3) {
    stage.transform = transform;
    redraw();
    return;
  }
  const target = d3.zoomIdentity.translate(transform.x, transform.y).scale(transform.k);
  const chosen = d3.select(canvas);
  (smooth && !still.matches ? chosen.transition().duration(350) : chosen).call(zoom.transform, target);
}

function clampScale(k) {
  return Math.max(FARTHEST, Math.min(NEAREST, k));
}

export function zoomBy(factor) {
  const { x, y, k } = stage.transform;
  const next = clampScale(k * factor), cx = stage.width / 2, cy = stage.height / 2;
  setTransform({ k: next, x: cx - (cx - x) * next / k, y: cy - (cy - y) * next / k }, true);
}

export function panBy(dx, dy) {
  const { x, y, k } = stage.transform;
  setTransform({ k, x: x + dx, y: y + dy }, false);
}

// What a node needs around it on the screen, in pixels: its mark and name do not shrink as distances do.
function roomOnScreen(node, few) {
  if (!few) {
    return { side: 20, above: 20, below: 20 };
  }
  const { width, height } = nodeLabel(node), radius = markRadius(node, 1);
  return { side: Math.max(radius, width * 6.5) + 8, above: radius + 10, below: radius + height * 13 + 8 };
}

// The rectangle of the plane that everything drawn takes at scale k.
function boundsAt(k) {
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const node of drawnNodes) {
    const { side, above, below } = roomOnScreen(node, drawnNodes.length <= 400);
    bounds.left = Math.min(bounds.left, node.x - side / k);
    bounds.right = Math.max(bounds.right, node.x + side / k);
    bounds.top = Math.min(bounds.top, node.y - above / k);
    bounds.bottom = Math.max(bounds.bottom, node.y + below / k);
  }
  return bounds;
}

function scaleFor({ left, right, top, bottom }) {
  return clampScale(Math.min(1.6, stage.width / (right - left), stage.height / (bottom - top)));
}

// Shows everything that is drawn. The room that names need depends on the scale and the scale on the room: three rounds settle it.
export function fit(smooth = true) {
  if (drawnNodes.length === 0 || stage.width === 0) {
    return;
  }
  let k = 1, bounds = boundsAt(k);
  for (let round = 0; round < 3; round++) {
    k = scaleFor(bounds);
    bounds = boundsAt(k);
  }
  k = Math.min(k, scaleFor(bounds));
  const x = (stage.width - k * (bounds.left + bounds.right)) / 2, y = (stage.height - k * (bounds.top + bounds.bottom)) / 2;
  setTransform({ k, x, y }, smooth);
}

function centreOn(x, y) {
  const k = Math.max(stage.transform.k, Math.min(1, NEAREST));
  setTransform({ k, x: stage.width / 2 - k * x, y: stage.height / 2 - k * y }, true);
}

// Brings what is chosen to the middle of the stage.
export function centreOnSelection() {
  const { node, edge } = selection;
  if (node) {
    centreOn(node.x, node.y);
  } else if (edge) {
    centreOn((edge.source.x + edge.target.x) / 2, (edge.source.y + edge.target.y) / 2);
  }
}

// ---- What is under the pointer ----

function findNode(x, y) {
  const { transform } = stage;
  const wx = (x - transform.x) / transform.k, wy = (y - transform.y) / transform.k;
  const near = quadtree
    ? quadtree.find(wx, wy, 30 / transform.k)
    : drawnNodes.find((node) => Math.hypot(node.x - wx, node.y - wy) * transform.k < markRadius(node, transform.k) + 3);
  if (near && Math.hypot(near.x - wx, near.y - wy) * transform.k < markRadius(near, transform.k) + 4) {
    return near;
  }
  const label = labels && labels.find(x, y);
  return label && label.node ? label.node : null;
}

// The distance from a point to a course, by the ends of its eighths.
function distanceTo(course, x, y) {
  let least = Infinity;
  let px = course.x0, py = course.y0;
  for (let i = 1; i <= 8; i++) {
    const t = i / 8, u = 1 - t;
    const qx = u * u * course.x0 + 2 * u * t * course.cx + t * t * course.x1;
    const qy = u * u * course.y0 + 2 * u * t * course.cy + t * t * course.y1;
    const dx = qx - px, dy = qy - py, square = dx * dx + dy * dy || 1;
    const along = Math.max(0, Math.min(1, ((x - px) * dx + (y - py) * dy) / square));
    least = Math.min(least, Math.hypot(x - px - along * dx, y - py - along * dy));
    px = qx;
    py = qy;
  }
  return least;
}

function findEdge(x, y) {
  const label = labels && labels.find(x, y);
  if (label && label.edge) {
    return label.edge;
  }
  let best = null, least = REACH;
  for (const edge of shown.edges) {
    const course = edgeCourse(edge, stage.transform);
    if (Math.min(course.x0, course.x1, course.cx) > x + REACH || Math.max(course.x0, course.x1, course.cx) < x - REACH ||
        Math.min(course.y0, course.y1, course.cy) > y + REACH || Math.max(course.y0, course.y1, course.cy) < y - REACH) {
      continue;
    }
    const distance = distanceTo(course, x, y);
    if (distance <= least) {
      least = distance;
      best = edge;
    }
  }
  return best;
}


// ---- The tip beside the pointer ----

function tipFor({ node, edge }) {
  if (node) {
    const [statements, accusations] = node.made;
    const made = `${node.type.caption}: ${plural(statements, "statement")}, ${plural(accusations, "accusation")} made`;
    return [make("strong", {}, name(node.label)), make("br"), node.claim ? node.claim.sentence.text : made];
  }
  const label = edgeLabel(edge) || edge.manner.caption;
  return [name(edge.source.label), " → ", name(edge.target.label), make("br"), `${label}${edge.hedged ? ", alleged or unsure" : ""}`];
}

function showTip(x, y) {
  const tip = byId("tip");
  tip.hidden = !hover.node && !hover.edge;
  if (tip.hidden) {
    return;
  }
  tip.replaceChildren(...tipFor(hover));
  tip.style.left = `${Math.max(4, Math.min(x + 14, stage.width - tip.offsetWidth - 4))}px`;
  tip.style.top = `${y + 18 + tip.offsetHeight > stage.height ? y - tip.offsetHeight - 10 : y + 18}px`;
}

function setHover(node, edge, x, y) {
  if (hover.node !== node || hover.edge !== edge) {
    Object.assign(hover, { node, edge });
    canvas.style.cursor = node || edge ? "pointer" : "";
    if (!isLarge()) {
      redraw();
    }
  }
  showTip(x, y);
}

function listenToPointer() {
  canvas.addEventListener("pointermove", (event) => {
    if (event.buttons === 0 && event.pointerType !== "touch") {
      const node = findNode(event.offsetX, event.offsetY);
      const edge = node || isLarge() ? null : findEdge(event.offsetX, event.offsetY);
      setHover(node, edge, event.offsetX, event.offsetY);
    }
  });
  canvas.addEventListener("pointerleave", () => setHover(null, null, 0, 0));
  canvas.addEventListener("pointerdown", () => setHover(null, null, 0, 0));
  canvas.addEventListener("click", (event) => {
    const node = findNode(event.offsetX, event.offsetY);
    const edge = node ? null : findEdge(event.offsetX, event.offsetY);
    if (node) {
      selectNode(node);
    } else if (edge) {
      selectEdge(edge);
    } else {
      selectNothing();
    }
  });
  canvas.addEventListener("dblclick", (event) => {
    const node = findNode(event.offsetX, event.offsetY);
    if (node) {
      setFilter({ around: { node, hops: 1 } });
    }
  });
}

// ---- D3 ----

function startZoom() {
  zoom = d3.zoom().scaleExtent([FARTHEST, NEAREST]).on("zoom", () => {
    const { x, y, k } = d3.event.transform;
    stage.transform = { x, y, k };
    redraw();
  });
  const drag = d3.drag()
    .container(canvas)
    .subject(() => {
      const node = findNode(d3.event.x, d3.event.y);
      const { x, y, k } = stage.transform;
      return node ? { node, x: node.x * k + x, y: node.y * k + y } : null;
    })
    .on("drag", () => {
      const { x, y, k } = stage.transform;
      d3.event.subject.node.x = (d3.event.x - x) / k;
      d3.event.subject.node.y = (d3.event.y - y) / k;
      redraw();
    })
    .on("end", indexPlaces);
  d3.select(canvas).call(drag).call(zoom).on("dblclick.zoom", null);
}

// ---- The nearest node in a direction, for the arrow keys ----

export function nodeTowards(dx, dy) {
  const from = selection.node;
  if (!from) {
    return drawnNodes[0] || null;
  }
  let best = null, least = Infinity;
  for (const node of drawnNodes) {
    const x = node.x - from.x, y = node.y - from.y;
    const along = x * dx + y * dy, aside = Math.abs(x * dy - y * dx);
    const cost = along + 2 * aside;
    if (node !== from && along > 0 && aside <= along * 1.5 && cost < least) {
      least = cost;
      best = node;
    }
  }
  return best;
}

// The next line of the chosen node, or of all; `step` 1 or -1.
export function edgeAfter(step) {
  const { node, edge } = selection;
  const anchor = node || (edge && edgeAfter.node) || null;
  const edges = anchor ? anchor.edges.filter((candidate) => candidate.visible) : shown.edges;
  edgeAfter.node = anchor;
  const place = edges.indexOf(edge);
  return edges.length ? edges[(place < 0 ? (step > 0 ? 0 : edges.length - 1) : place + step + edges.length) % edges.length] : null;
}

export function resize() {
  const ratio = window.devicePixelRatio || 1;
  const { clientWidth, clientHeight } = byId("stage");
  if (clientWidth === stage.width && clientHeight === stage.height) {
    return false;
  }
  Object.assign(stage, { width: clientWidth, height: clientHeight });
  canvas.width = Math.round(clientWidth * ratio);
  canvas.height = Math.round(clientHeight * ratio);
  redraw();
  return true;
}

function describeCanvas() {
  canvas.setAttribute("aria-label", `${graph.title}: ${plural(shown.nodes.length, "node")} and ${plural(shown.edges.length, "line")}`);
}

// Another set of nodes is fitted to the stage where little of it would be in sight.
let fitted = null;

function refitAround() {
  if (filter.around !== fitted) {
    fitted = filter.around;
    fit();
  }
}

export function startView() {
  listenToPointer();
  if (hasD3) {
    startZoom();
  }
  byId("zoom-in").addEventListener("click", () => zoomBy(1.5));
  byId("zoom-out").addEventListener("click", () => zoomBy(1 / 1.5));
  byId("zoom-fit").addEventListener("click", () => fit());
  on("shown", () => {
    update();
    describeCanvas();
    refitAround();
  });
  on("select", update);
  on("theme", redraw);
  on("settled", () => {
    indexPlaces();
    fit(false);
  });
  new ResizeObserver(() => {
    if (resize()) {
      fit(false);
    }
  }).observe(byId("stage"));
}
