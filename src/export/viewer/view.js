// view.js: the stage and what part of the drawing it shows. D3 pans and zooms with pointer and wheel; without it, keys
// and buttons do.

import { byId, emit, on, plural } from "./dom.js";
import { graph } from "./model.js";
import { filter, shown } from "./filter.js";
import { hover, selection } from "./selection.js";
import { palette } from "./theme.js";
import { drawScene, markRadius } from "./draw.js";
import { CanvasPen } from "./pens.js";
import { nodeLabel } from "./labels.js";

const NEAREST = 8;
const FARTHEST = 0.02;
const LARGE = 6000; // lines; with more, the drawing answers to clicks only and not to the pointer on its way
const NOTHING = { node: null, edge: null };

export const hasD3 = typeof d3 !== "undefined";
const still = matchMedia("(prefers-reduced-motion: reduce)");

export const canvas = byId("canvas");
const context = canvas.getContext("2d");

// `nodes`: what is drawn, by importance; `labels`: the Crowd of names as they were drawn last.
export const stage = { width: 0, height: 0, transform: { x: 0, y: 0, k: 1 }, nodes: [], labels: null };

let zoom = null;
let waiting = false;
let moved = false; // the reader has moved the drawing since it was fitted
let extra = null; // a node that is drawn only because it is chosen

export function isLarge() {
  return shown.edges.length > LARGE;
}

function draw() {
  const ratio = window.devicePixelRatio || 1;
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, stage.width, stage.height);
  stage.labels = drawScene({
    ...stage,
    pen: new CanvasPen(context),
    edges: shown.edges,
    palette,
    selection,
    hover: isLarge() ? NOTHING : hover,
    titles: null,
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

function update() {
  stage.nodes = graph.byImportance.filter((node) => node.shown);
  extra = selection.node && !selection.node.shown ? selection.node : null;
  if (extra) {
    stage.nodes.unshift(extra);
  }
  byId("empty").hidden = stage.nodes.length > 0;
  byId("empty").textContent = graph.nodes.length
    ? "Nothing passes these filters."
    : "No statement or accusation to draw was found.";
  emit("drawn");
  redraw();
}

// Another choice, but mostly of what is drawn already.
function updateSelection() {
  if (extra || (selection.node && !selection.node.shown)) {
    update();
  } else {
    redraw();
  }
}

// What is drawn now, for the SVG file.
export function currentScene() {
  return { ...stage, edges: shown.edges, palette, selection, hover: NOTHING };
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
  const next = clampScale(k * factor);
  const cx = stage.width / 2;
  const cy = stage.height / 2;
  moved = true;
  setTransform({ k: next, x: cx - ((cx - x) * next) / k, y: cy - ((cy - y) * next) / k }, true);
}

export function panBy(dx, dy) {
  const { x, y, k } = stage.transform;
  moved = true;
  setTransform({ k, x: x + dx, y: y + dy }, false);
}

// What a node needs around it on the screen, in pixels: its mark and name do not shrink as distances do.
function roomOnScreen(node, few) {
  if (!few) {
    return { side: 20, above: 20, below: 20 };
  }
  const { width, height } = nodeLabel(node);
  const radius = markRadius(node, 1);
  return { side: Math.max(radius, width * 6.5) + 8, above: radius + 10, below: radius + height * 13 + 8 };
}

// The rectangle of the plane that everything drawn takes at scale k.
function boundsAt(k) {
  const bounds = { left: Infinity, right: -Infinity, top: Infinity, bottom: -Infinity };
  for (const node of stage.nodes) {
    const { side, above, below } = roomOnScreen(node, stage.nodes.length <= 400);
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

// Shows everything that is drawn. The room that names need depends on the scale and the scale on the room: three rounds
// settle it.
export function fit(smooth = true) {
  if (stage.nodes.length === 0 || stage.width === 0) {
    return;
  }
  let k = 1;
  let bounds = boundsAt(k);
  for (let round = 0; round < 3; round++) {
    k = scaleFor(bounds);
    bounds = boundsAt(k);
  }
  k = Math.min(k, scaleFor(bounds));
  moved = false;
  const x = (stage.width - k * (bounds.left + bounds.right)) / 2;
  const y = (stage.height - k * (bounds.top + bounds.bottom)) / 2;
  setTransform({ k, x, y }, smooth);
}

function centreOn(x, y) {
  const k = Math.max(stage.transform.k, 1);
  moved = true;
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
  canvas.setAttribute(
    "aria-label",
    `${graph.title}: ${plural(shown.nodes.length, "node")} and ${plural(shown.edges.length, "line")}`,
  );
}

// Another set of nodes is fitted to the stage where little of it would be in sight.
let fitted = null;

function refitAround() {
  if (filter.around !== fitted) {
    fitted = filter.around;
    fit();
  }
}

function startZoom() {
  zoom = d3
    .zoom()
    .scaleExtent([FARTHEST, NEAREST])
    .on("zoom", () => {
      const { x, y, k } = d3.event.transform;
      stage.transform = { x, y, k };
      moved = moved || d3.event.sourceEvent !== null;
      redraw();
    });
  d3.select(canvas).call(zoom).on("dblclick.zoom", null);
}

export function startView() {
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
  on("select", updateSelection);
  on("theme", redraw);
  on("settled", () => fit(false));
  new ResizeObserver(() => {
    if (resize() && !moved) {
      fit(false);
    }
  }).observe(byId("stage"));
}
