// pointer.js: what is under the pointer, the tip that says so, and what a click, a double click and a drag do.

import { byId, make, name, on, plural } from "./dom.js";
import { edgeLabel } from "./model.js";
import { setFilter, shown } from "./filter.js";
import { hover, selectEdge, selectNode, selectNothing } from "./selection.js";
import { edgeCourse, markRadius } from "./draw.js";
import { canvas, hasD3, isLarge, redraw, stage } from "./view.js";

const REACH = 6; // pixels around a line that count as on it

let quadtree = null;

function indexPlaces() {
  if (hasD3) {
    quadtree = d3
      .quadtree()
      .x((node) => node.x)
      .y((node) => node.y)
      .addAll(stage.nodes);
  }
}

function findNode(x, y) {
  const { transform } = stage;
  const wx = (x - transform.x) / transform.k;
  const wy = (y - transform.y) / transform.k;
  const near = quadtree
    ? quadtree.find(wx, wy, 30 / transform.k)
    : stage.nodes.find(
        (node) => Math.hypot(node.x - wx, node.y - wy) * transform.k < markRadius(node, transform.k) + 3,
      );
  if (near && Math.hypot(near.x - wx, near.y - wy) * transform.k < markRadius(near, transform.k) + 4) {
    return near;
  }
  const label = stage.labels && stage.labels.find(x, y);
  return label && label.node ? label.node : null;
}

// The distance from a point to a course, by the ends of its eighths.
function distanceTo(course, x, y) {
  let least = Infinity;
  let px = course.x0;
  let py = course.y0;
  for (let i = 1; i <= 8; i++) {
    const t = i / 8;
    const u = 1 - t;
    const qx = u * u * course.x0 + 2 * u * t * course.cx + t * t * course.x1;
    const qy = u * u * course.y0 + 2 * u * t * course.cy + t * t * course.y1;
    const dx = qx - px;
    const dy = qy - py;
    const square = dx * dx + dy * dy || 1;
    const along = Math.max(0, Math.min(1, ((x - px) * dx + (y - py) * dy) / square));
    least = Math.min(least, Math.hypot(x - px - along * dx, y - py - along * dy));
    px = qx;
    py = qy;
  }
  return least;
}

function findEdge(x, y) {
  const label = stage.labels && stage.labels.find(x, y);
  if (label && label.edge) {
    return label.edge;
  }
  let best = null;
  let least = REACH;
  for (const edge of shown.edges) {
    const course = edgeCourse(edge, stage.transform);
    if (
      Math.min(course.x0, course.x1, course.cx) > x + REACH ||
      Math.max(course.x0, course.x1, course.cx) < x - REACH ||
      Math.min(course.y0, course.y1, course.cy) > y + REACH ||
      Math.max(course.y0, course.y1, course.cy) < y - REACH
    ) {
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
  return [
    name(edge.source.label),
    " → ",
    name(edge.target.label),
    make("br"),
    `${label}${edge.hedged ? ", alleged or unsure" : ""}`,
  ];
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

// Nodes follow the pointer.
function startDrag() {
  const drag = d3
    .drag()
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
  d3.select(canvas).call(drag);
}

// Before the view starts: D3's drag goes first, where it finds a node, and leaves the rest to its zoom.
export function startPointer() {
  if (hasD3) {
    startDrag();
  }
  listenToPointer();
  on("drawn", indexPlaces);
  on("settled", indexPlaces);
}
