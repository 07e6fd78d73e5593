// draw.js: the drawing, with whichever pen. What is chosen or pointed at stands out with its surroundings, the rest
// fades.

import { edgeLabel, otherEnd } from "./model.js";
import { arrowHead, at, dashes, headLength, isHollow, nodeShape } from "./shapes.js";
import { Crowd, lineWidth, nodeLabel } from "./labels.js";

const FADED = 0.13;
const NODES_MANY = 400;
const LABELS_MANY = 120; // names among very many
const LABELS_FIRST = 30; // names that may cover marks
const EDGE_LABELS_MOST = 60; // lines in sight; above, only those that stand out are named
const HEAD_ROOM = 14; // shorter lines have no head
const CROWD = 1500; // lines in sight

// Marks grow slower than distances, so that they neither vanish nor cover everything.
export function markRadius(node, k) {
  return Math.max(2, node.radius * (k < 1 ? Math.pow(k, 0.65) : Math.sqrt(k)));
}

// What stands out: null where nothing does.
function findFocus({ selection, hover }) {
  const { node, edge } = hover.node || hover.edge ? hover : selection;
  if (!node && !edge) {
    return null;
  }
  const edges = new Set(node ? node.edges.filter((candidate) => candidate.visible) : [edge]);
  const nodes = new Set(node ? [node] : [edge.source, edge.target]);
  for (const member of node ? edges : []) {
    nodes.add(otherEnd(member, node));
  }
  return { nodes, edges, named: edges.size <= 24 };
}

// A line's course on the screen: a quadratic curve from mark to mark, or a loop at one node.
export function edgeCourse(edge, { x, y, k }) {
  const { source, target } = edge;
  const x0 = source.x * k + x;
  const y0 = source.y * k + y;
  const x1 = target.x * k + x;
  const y1 = target.y * k + y;
  const from = markRadius(source, k) + 1;
  const to = markRadius(target, k) + 3;
  if (source === target) {
    const side = 14 + Math.abs(edge.bend) / 2;
    return {
      loop: true,
      x0: x0 - from * 0.7,
      y0: y0 - from * 0.7,
      cx: x0,
      cy: y0 - from - 2 * side,
      x1: x0 + to * 0.7,
      y1: y0 - to * 0.7,
    };
  }
  const dx = x1 - x0;
  const dy = y1 - y0;
  const length = Math.hypot(dx, dy) || 1;
  const bend = edge.bend * Math.min(1.5, Math.max(0.25, k));
  const cx = (x0 + x1) / 2 - (dy / length) * bend * 2;
  const cy = (y0 + y1) / 2 + (dx / length) * bend * 2;
  const start = Math.hypot(cx - x0, cy - y0) || 1;
  const end = Math.hypot(cx - x1, cy - y1) || 1;
  return {
    loop: false,
    cx,
    cy,
    length,
    x0: x0 + ((cx - x0) / start) * from,
    y0: y0 + ((cy - y0) / start) * from,
    x1: x1 + ((cx - x1) / end) * to,
    y1: y1 + ((cy - y1) / end) * to,
  };
}

// The middle of a course.
export function courseMiddle({ x0, y0, cx, cy, x1, y1 }) {
  return { x: (x0 + 2 * cx + x1) / 4, y: (y0 + 2 * cy + y1) / 4 };
}

class Drawing {
  constructor(pen, scene) {
    this.pen = pen;
    this.scene = scene;
    this.focus = findFocus(scene);
    this.marks = new Crowd();
    this.labels = new Crowd();
    this.styles = new Map();
    this.edgesInSight = []; // { edge, course, middle }
    this.crowded = false;
    this.crowdAlpha = 1;
  }

  // One object for each look, as the pens want it.
  style(key, build) {
    let style = this.styles.get(key);
    if (!style) {
      style = build();
      this.styles.set(key, style);
    }
    return style;
  }

  inSight(x, y, margin) {
    return x > -margin && y > -margin && x < this.scene.width + margin && y < this.scene.height + margin;
  }

  // The rim of the stage may not cut a name.
  isInside({ left, right }) {
    return left >= 0 && right <= this.scene.width;
  }

  isFaded(kind, item) {
    return this.focus !== null && !this.focus[kind].has(item);
  }

  // In a crowd lines are hairs without heads and dashes, which no eye could follow there and which cost a hundred times
  // as much.
  edgeStyle(edge, alpha, plain) {
    const { manner } = edge;
    const weight = Math.min(4, Math.floor(Math.log2(edge.shown.length)));
    return this.style(`${manner.name} ${edge.hedged} ${weight} ${alpha} ${plain}`, () => ({
      stroke: this.scene.palette.manners[manner.name],
      alpha,
      width: plain ? 1 : manner.width * (1 + 0.35 * weight) * Math.min(1, 0.45 + this.scene.transform.k),
      dash: plain ? [] : dashes(edge.hedged ? manner.hedged : manner.line),
    }));
  }

  headStyle(manner, alpha) {
    const colour = this.scene.palette.manners[manner.name];
    return this.style(`head ${manner.name} ${alpha}`, () =>
      isHollow(manner.head)
        ? { fill: this.scene.palette.background, stroke: colour, width: 1, alpha }
        : { fill: colour, alpha },
    );
  }

  // Returns where the line ends, so that it does not show through the head.
  drawHead(edge, course, style) {
    const scale = Math.min(1.3, 0.75 + style.width / 8) * Math.min(1, 0.55 + this.scene.transform.k);
    const back = Math.hypot(course.cx - course.x1, course.cy - course.y1) || 1;
    const ux = (course.x1 - course.cx) / back;
    const uy = (course.y1 - course.cy) / back;
    const head = arrowHead(edge.manner.head, course.x1, course.y1, ux, uy, scale);
    if (head) {
      this.pen.path(head, this.headStyle(edge.manner, style.alpha));
    }
    const short = headLength(edge.manner.head, scale);
    return { x: course.x1 - short * ux, y: course.y1 - short * uy };
  }

  // { style, plain } of a line.
  edgeLook(edge) {
    const faded = this.isFaded("edges", edge);
    const plain = this.crowded && (faded || this.focus === null);
    return { plain, style: this.edgeStyle(edge, faded ? FADED : plain ? this.crowdAlpha : 1, plain) };
  }

  drawEdge({ edge, course }) {
    const { pen, scene } = this;
    const { style, plain } = this.edgeLook(edge);
    pen.open(`edge ${edge.manner.name}${edge.hedged ? " hedged" : ""}`, scene.titles ? scene.titles.edge(edge) : "");
    const headed = !plain && (course.loop || course.length > HEAD_ROOM);
    const end = headed ? this.drawHead(edge, course, style) : { x: course.x1, y: course.y1 };
    const straight = !course.loop && (edge.bend === 0 || plain);
    pen.path(
      `M${at(course.x0, course.y0)}${straight ? "L" : `Q${at(course.cx, course.cy)} `}${at(end.x, end.y)}`,
      style,
    );
    pen.close();
  }

  // The lines in sight with their courses; then lines that fade lie below those that stand out.
  drawEdges(edges) {
    for (const edge of edges) {
      const course = edgeCourse(edge, this.scene.transform);
      const middle = courseMiddle(course);
      if (this.inSight(middle.x, middle.y, course.loop ? 60 : course.length / 2 + 40)) {
        this.edgesInSight.push({ edge, course, middle });
      }
    }
    this.crowded = this.scene.titles === null && this.edgesInSight.length > CROWD;
    this.crowdAlpha = Math.max(0.15, Math.sqrt(CROWD / this.edgesInSight.length) * 0.7);
    for (const faded of [true, false]) {
      this.edgesInSight
        .filter(({ edge }) => this.isFaded("edges", edge) === faded)
        .forEach((item) => this.drawEdge(item));
      this.pen.flush();
    }
  }

  drawNode(node) {
    const { pen, scene } = this;
    const { k } = scene.transform;
    const x = node.x * k + scene.transform.x;
    const y = node.y * k + scene.transform.y;
    const r = markRadius(node, k);
    if (!this.inSight(x, y, r)) {
      return;
    }
    const alpha = this.isFaded("nodes", node) ? FADED : 1;
    const chosen = scene.selection.node === node || scene.hover.node === node;
    const colours = scene.palette.types[node.type.name];
    pen.open(`node ${node.type.name}`, scene.titles ? scene.titles.node(node) : "");
    // The page's colour beneath keeps lines from shining through what is faded.
    pen.path(
      nodeShape(node.type, x, y, r),
      this.style("beneath", () => ({ fill: scene.palette.background })),
    );
    pen.path(
      nodeShape(node.type, x, y, r),
      this.style(`${node.type.name} ${chosen} ${alpha}`, () => ({
        fill: colours.fill,
        stroke: colours.border,
        width: chosen ? 3.5 : 1.6,
        alpha,
        dash: node.type.style.includes("dashed") ? [3.5, 2.5] : [],
      })),
    );
    pen.close();
    this.marks.add({ left: x - r, right: x + r, top: y - r, bottom: y + r });
  }

  // The places for a name around its mark, best first: below, above, right, left.
  labelPlaces(x, y, r, width, height) {
    const half = width / 2 + 2;
    const box = (left, top) => ({ left, right: left + 2 * half, top, bottom: top + height });
    const middle = y - height / 2;
    return [
      box(x - half, y + r + 3),
      box(x - half, y - r - height - 2),
      box(x + r + 3, middle),
      box(x - r - 3 - 2 * half, middle),
    ];
  }

  // A name stands beside its mark where there is room; 1 where it does. The names that matter most may cover other
  // marks, else only those at the rim would be read.
  nameNode(node, coversMarks) {
    const { scene } = this;
    const { k } = scene.transform;
    const x = node.x * k + scene.transform.x;
    const y = node.y * k + scene.transform.y;
    const { lines, width, height } = nodeLabel(node);
    const size = Math.round(11 + (node.radius - 5) / 5);
    const chosen = scene.selection.node === node || scene.hover.node === node;
    const places = this.inSight(x, y, 80)
      ? this.labelPlaces(x, y, markRadius(node, k), width * size, height * size)
      : [];
    const free = places.filter((place) => this.isInside(place) && this.labels.isFree(place));
    const box =
      free.find((place) => this.marks.isFree(place)) || (coversMarks ? free[0] : null) || (chosen ? places[0] : null);
    if (!box) {
      return 0;
    }
    this.labels.add({ ...box, node });
    scene.pen.text(lines, (box.left + box.right) / 2, box.top + size * 0.95, {
      size,
      bold: chosen,
      colour: scene.palette.text,
      halo: scene.palette.background,
      alpha: this.isFaded("nodes", node) ? FADED + 0.1 : 1,
    });
    return 1;
  }

  // First those that stand out, then by importance.
  nameNodes(nodes) {
    const first = this.focus ? nodes.filter((node) => this.focus.nodes.has(node)) : [];
    const rest = this.focus ? nodes.filter((node) => !this.focus.nodes.has(node)) : nodes;
    const most = nodes.length > NODES_MANY ? LABELS_MANY * Math.max(1, this.scene.transform.k) : nodes.length;
    let named = 0;
    for (const node of [...first, ...rest]) {
      named += this.nameNode(node, nodes.length > NODES_MANY || named < LABELS_FIRST);
      if (named >= most) {
        break;
      }
    }
  }

  nameEdge({ edge, middle }) {
    const { scene } = this;
    const text = edgeLabel(edge);
    const size = 10;
    const half = (lineWidth(text) * size) / 2 + 2;
    const high = size * 0.7;
    const box = { left: middle.x - half, right: middle.x + half, top: middle.y - high, bottom: middle.y + high, edge };
    const chosen = scene.selection.edge === edge || scene.hover.edge === edge;
    const free = this.labels.isFree(box) && this.marks.isFree(box);
    if (!text || !this.inSight(middle.x, middle.y, 0) || !(chosen || free)) {
      return;
    }
    this.labels.add(box);
    scene.pen.text([text], middle.x, middle.y + size * 0.35, {
      size,
      bold: chosen,
      colour: scene.palette.manners[edge.manner.name],
      halo: scene.palette.background,
      alpha: this.isFaded("edges", edge) ? FADED : 1,
    });
  }

  nameEdges() {
    const few = this.edgesInSight.length <= EDGE_LABELS_MOST && this.scene.transform.k > 0.6;
    // The gravest were drawn last. That something is only mentioned, the dots of its line say.
    for (const item of this.edgesInSight.reverse()) {
      if (this.focus && this.focus.edges.has(item.edge) ? this.focus.named : few && item.edge.manner.name !== "topic") {
        this.nameEdge(item);
      }
    }
  }
}

// Draws a scene: { pen, width, height, transform: { x, y, k }, nodes (by importance), edges (the gravest last),
// palette, selection, hover, titles: { node(node), edge(edge) } or null }. Returns the Crowd of labels, to find what is
// under the pointer.
export function drawScene(scene) {
  const drawing = new Drawing(scene.pen, scene);
  drawing.drawEdges(scene.edges);
  scene.nodes.forEach((node) => drawing.drawNode(node));
  scene.pen.flush();
  drawing.nameNodes(scene.nodes);
  drawing.nameEdges();
  return drawing.labels;
}
