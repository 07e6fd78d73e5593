// shapes.js: marks and arrowheads as path data, which canvas and SVG both draw. Lengths are pixels of the screen.

// One decimal is enough for a screen and keeps files small.
function round(value) {
  return Math.round(value * 10) / 10;
}

export function at(x, y) {
  return `${round(x)} ${round(y)}`;
}

function polygon(points) {
  return `M${points.map(([x, y]) => at(x, y)).join("L")}Z`;
}

function circle(x, y, r) {
  // The same rounded radius throughout, else the halves do not meet.
  const radius = round(r);
  const across = round(2 * radius);
  const arc = `a${radius} ${radius} 0 1 0`;
  return `M${at(x - radius, y)}${arc} ${across} 0${arc} ${-across} 0Z`;
}

function roundedSquare(x, y, r) {
  const half = 0.9 * r;
  const corner = round(0.35 * r);
  const side = round(2 * half - 2 * corner);
  const arc = (dx, dy) => `a${corner} ${corner} 0 0 1 ${dx} ${dy}`;
  return (
    `M${at(x - half + corner, y - half)}h${side}${arc(corner, corner)}v${side}${arc(-corner, corner)}` +
    `h${-side}${arc(-corner, -corner)}v${-side}${arc(corner, -corner)}Z`
  );
}

function hexagon(x, y, r) {
  const h = 0.87 * r;
  return polygon([
    [x - r, y],
    [x - r / 2, y - h],
    [x + r / 2, y - h],
    [x + r, y],
    [x + r / 2, y + h],
    [x - r / 2, y + h],
  ]);
}

// A sheet of paper with a corner folded in.
function note(x, y, r) {
  const w = 0.8 * r;
  const h = 0.95 * r;
  const fold = 0.6 * r;
  return (
    polygon([
      [x - w, y - h],
      [x + w - fold, y - h],
      [x + w, y - h + fold],
      [x + w, y + h],
      [x - w, y + h],
    ]) + `M${at(x + w - fold, y - h)}V${round(y - h + fold)}H${round(x + w)}`
  );
}

const SHAPES = { ellipse: circle, box: roundedSquare, hexagon, note };

// The mark of a node type at x, y.
export function nodeShape(type, x, y, r) {
  return (SHAPES[type.shape] || circle)(x, y, r);
}

// Arrowheads as Graphviz has them, `along` the line from its tip backwards and `aside`: points in that frame.
const HEADS = {
  normal: [
    [0, 0],
    [10, 4.2],
    [10, -4.2],
  ],
  vee: [
    [0, 0],
    [9, 4.4],
    [6, 0],
    [9, -4.4],
  ],
  diamond: [
    [0, 0],
    [6, 4],
    [12, 0],
    [6, -4],
  ],
  tee: [
    [0, 5.5],
    [2.6, 5.5],
    [2.6, -5.5],
    [0, -5.5],
  ],
};

// An arrowhead whose tip is at x, y and points along the unit vector ux, uy; "" for lines without one.
export function arrowHead(head, x, y, ux, uy, scale) {
  const points = HEADS[head.replace(/^o/, "")];
  return points
    ? polygon(
        points.map(([along, aside]) => [x - scale * (along * ux + aside * uy), y - scale * (along * uy - aside * ux)]),
      )
    : "";
}

// Heads whose name starts with "o" are outlines.
export function isHollow(head) {
  return head.startsWith("o");
}

// How far the line stays away from the tip so that it does not show through the head.
export function headLength(head, scale) {
  return { normal: 8, onormal: 10, vee: 5, diamond: 10, tee: 1 }[head] * scale || 0;
}

export const HEDGED_CAPTION = "dashed: alleged or unsure";

// Dashes for a line of Graphviz's style.
export function dashes(line) {
  return { dashed: [7, 4], dotted: [1.6, 3.6] }[line] || [];
}
