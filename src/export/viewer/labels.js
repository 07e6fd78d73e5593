// labels.js: names in few short lines, and which of them there is room for.

import { cut } from "./dom.js";
import { FONT, LINE_HEIGHT } from "./pens.js";

const LINES_MOST = 3;
const measuring = document.createElement("canvas").getContext("2d");

function textWidth(text) {
  measuring.font = `10px ${FONT}`;
  return measuring.measureText(text).width / 10;
}

// Words longer than a line are cut by code points, so that no character is torn.
function cutWords(text, most) {
  return text
    .split(/\s+/)
    .filter(Boolean)
    .flatMap((word) => {
      const characters = Array.from(word);
      const pieces = [];
      for (let i = 0; i < characters.length; i += most) {
        pieces.push(characters.slice(i, i + most).join(""));
      }
      return pieces;
    });
}

// Lines of at most `most` characters; an ellipsis where there would be too many.
function wrap(text, most) {
  const lines = [];
  for (const word of cutWords(cut(text, 200), most)) {
    const last = lines.length - 1;
    if (last >= 0 && lines[last].length + 1 + word.length <= most) {
      lines[last] += ` ${word}`;
    } else if (lines.length === LINES_MOST) {
      lines[last] += " …";
      break;
    } else {
      lines.push(word);
    }
  }
  return lines;
}

// { lines, width, height } of a node's label, the sizes in parts of the font size. Kept with the node.
export function nodeLabel(node) {
  if (!node.wrapped) {
    const lines = wrap(node.label, node.claim ? 30 : 18);
    node.wrapped = { lines, width: Math.max(0, ...lines.map(textWidth)), height: lines.length * LINE_HEIGHT };
  }
  return node.wrapped;
}

export function lineWidth(text) {
  return textWidth(text);
}

// Rectangles that may not overlap, in cells of a grid so that asking is quick.
const CELL = 48;

export class Crowd {
  constructor() {
    this.cells = new Map();
  }

  *cellsOf(box) {
    for (let x = Math.floor(box.left / CELL); x <= Math.floor(box.right / CELL); x++) {
      for (let y = Math.floor(box.top / CELL); y <= Math.floor(box.bottom / CELL); y++) {
        yield x * 65536 + y;
      }
    }
  }

  isFree(box) {
    for (const cell of this.cellsOf(box)) {
      for (const other of this.cells.get(cell) || []) {
        if (box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom) {
          return false;
        }
      }
    }
    return true;
  }

  add(box) {
    for (const cell of this.cellsOf(box)) {
      const members = this.cells.get(cell);
      if (members) {
        members.push(box);
      } else {
        this.cells.set(cell, [box]);
      }
    }
  }

  // The box that holds a point, or null.
  find(x, y) {
    const cell = Math.floor(x / CELL) * 65536 + Math.floor(y / CELL);
    return (
      (this.cells.get(cell) || []).find((box) => x >= box.left && x < box.right && y >= box.top && y < box.bottom) ||
      null
    );
  }
}
