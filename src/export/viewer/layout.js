// layout.js: where nodes stand. The page brings places for all; small graphs settle from there by forces, if D3 is
// here, and then give each other room for their names. Places do not depend on chance: a page always opens as it did
// before.

import { emit } from "./dom.js";
import { graph } from "./model.js";
import { nodeLabel } from "./labels.js";

const SETTLE_MOST = 3000; // nodes; above, the places of the page are kept
const ROOM_MOST = 400; // above, not all names are written anyway
const FRAME = 40; // milliseconds of work before the page may answer
const FONT_SIZE = 12;

function roomOf(node) {
  const { width, height } = nodeLabel(node);
  return {
    half: Math.max(node.radius, (width * FONT_SIZE) / 2) + 5,
    above: node.radius + 5,
    below: node.radius + height * FONT_SIZE + 8,
  };
}

// Of 1 for small graphs, less the more nodes share the plane.
function spacing(count) {
  return Math.max(0.35, Math.min(1, Math.sqrt(60 / count)));
}

// Large graphs settle in fewer steps, so that nobody waits long.
function stepsFor(count) {
  return Math.round(300 * Math.min(1, Math.sqrt(400 / count)));
}

// Gravity toward the middle, weaker along the longer side of the stage so that the drawing takes its shape.
function gravity(aspect) {
  return { x: 0.06 / Math.max(0.5, Math.min(2, aspect)), y: 0.06 * Math.max(0.5, Math.min(2, aspect)) };
}

function makeSimulation(nodes, edges, aspect) {
  const space = spacing(nodes.length);
  const pull = gravity(aspect);
  const links = edges.map((edge) => ({ source: edge.source.place, target: edge.target.place }));
  const places = nodes.map((node) => node.place);
  return d3
    .forceSimulation(places)
    .stop()
    .alphaDecay(1 - Math.pow(0.001, 1 / stepsFor(nodes.length)))
    .force(
      "link",
      d3.forceLink(links).distance((link) => link.source.node.radius + link.target.node.radius + 130 * space),
    )
    .force(
      "charge",
      d3
        .forceManyBody()
        .strength(-800 * space)
        .distanceMax(700),
    )
    .force(
      "collide",
      d3.forceCollide((place) => place.node.radius + 26 * space),
    )
    .force("x", d3.forceX(0).strength(pull.x))
    .force("y", d3.forceY(0).strength(pull.y));
}

// Pairs of neighbours in a grid of cells as large as the largest room.
function* neighbours(nodes, cell) {
  const grid = new Map();
  for (const node of nodes) {
    const column = Math.floor(node.x / cell);
    const row = Math.floor(node.y / cell);
    for (let x = column - 1; x <= column + 1; x++) {
      for (let y = row - 1; y <= row + 1; y++) {
        for (const other of grid.get(x * 65536 + y) || []) {
          yield [other, node];
        }
      }
    }
    const key = column * 65536 + row;
    grid.set(key, [...(grid.get(key) || []), node]);
  }
}

// Moves two nodes apart along the shorter way where their marks and names overlap; true where they did.
function part(a, b, rooms) {
  const left = rooms.get(a);
  const right = rooms.get(b);
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const overlapX = left.half + right.half - Math.abs(dx);
  const overlapY = (dy > 0 ? left.below + right.above : left.above + right.below) - Math.abs(dy);
  if (overlapX <= 0 || overlapY <= 0) {
    return false;
  }
  const sideways = overlapX < overlapY;
  const move = (sideways ? overlapX : overlapY) / 2 + 0.5;
  const way = (sideways ? dx : dy) < 0 ? -1 : 1;
  if (sideways) {
    a.x -= move * way;
    b.x += move * way;
  } else {
    a.y -= move * way;
    b.y += move * way;
  }
  return true;
}

function makeRoom(nodes) {
  const rooms = new Map(nodes.map((node) => [node, roomOf(node)]));
  const cell = Math.max(20, ...[...rooms.values()].map((room) => Math.max(2 * room.half, room.above + room.below)));
  for (let round = 0, moved = true; moved && round < 80; round++) {
    moved = false;
    for (const [a, b] of [...neighbours(nodes, cell)]) {
      moved = part(a, b, rooms) || moved;
    }
  }
}

// Nodes without a line stand in rows below the others.
function placeAlone(nodes, linked) {
  let left = 0;
  let right = 600;
  let y = 0;
  let rowHeight = 0;
  for (const node of linked) {
    left = Math.min(left, node.x);
    right = Math.max(right, node.x);
    y = Math.max(y, node.y + 100);
  }
  let x = left;
  for (const node of nodes) {
    const room = roomOf(node);
    if (x > left && x + 2 * room.half > right) {
      x = left;
      y += rowHeight + 12;
      rowHeight = 0;
    }
    node.x = x + room.half;
    node.y = y + room.above;
    x += 2 * room.half + 10;
    rowHeight = Math.max(rowHeight, room.above + room.below);
  }
}

function finish(linked, alone) {
  if (linked.length <= ROOM_MOST) {
    makeRoom(linked);
  }
  placeAlone(alone, linked);
  emit("settled");
}

// Places all nodes; "settled" is emitted at the end. `aspect`: width by height of the stage.
export function settle(aspect) {
  const linked = graph.nodes.filter((node) => node.edges.length > 0);
  const alone = graph.byImportance.filter((node) => node.edges.length === 0);
  if (typeof d3 === "undefined" || linked.length > SETTLE_MOST || linked.length === 0) {
    finish(linked, alone);
    return;
  }
  for (const node of linked) {
    node.place = { node, x: node.x, y: node.y };
  }
  const simulation = makeSimulation(linked, graph.edges, aspect);
  const steps = stepsFor(linked.length);
  let step = 0;
  const work = () => {
    const start = performance.now();
    for (; step < steps && performance.now() - start < FRAME; step++) {
      simulation.tick();
    }
    if (step < steps) {
      setTimeout(work);
      return;
    }
    for (const node of linked) {
      node.x = node.place.x;
      node.y = node.place.y;
    }
    finish(linked, alone);
  };
  work();
}
