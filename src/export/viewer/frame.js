// frame.js: what stands around a saved drawing, so that it can be printed by itself: title, legend, source.

import { cut } from "./dom.js";
import { graph } from "./model.js";
import { lineWidth } from "./labels.js";
import { escapeXml, SvgPen } from "./pens.js";
import { arrowHead, dashes, headLength, HEDGED_CAPTION, isHollow, nodeShape } from "./shapes.js";

const MARGIN = 16;
const GLYPH = 34;
const ROW = 22;
const TITLE_SIZE = 18;
const CAPTION_SIZE = 11;
const TITLE_MOST = 110;
const DOCUMENTS_NAMED = 3;
export const HEAD_HEIGHT = 44;

// A pen that also writes plain text from a point to the right.
class FramePen extends SvgPen {
  write(words, x, y, size, colour, bold = false) {
    const place = `x="${x}" y="${y}" font-size="${size}"${bold ? ' font-weight="bold"' : ""}`;
    this.parts.push(`<text class="frame" ${place} fill="${colour}">${escapeXml(words)}</text>`);
  }
}

function drawType(pen, type, palette, x, y) {
  const { fill, border } = palette.types[type.name];
  const dash = type.style.includes("dashed") ? [3.5, 2.5] : [];
  pen.path(nodeShape(type, x + GLYPH / 2, y, 7.5), { fill, stroke: border, width: 1.6, dash });
}

function drawLine(pen, manner, line, head, palette, x, y) {
  const colour = palette.manners[manner.name];
  const tip = x + GLYPH;
  const end = arrowHead(head, tip, y, 1, 0, 1);
  pen.path(`M${x} ${y}H${tip - headLength(head, 1)}`, { stroke: colour, width: manner.width, dash: dashes(line) });
  if (end) {
    pen.path(end, { fill: isHollow(head) ? palette.background : colour, stroke: colour, width: 0.8 });
  }
}

// Only what the drawing shows: { caption, draw(pen, x, y) }.
function entries({ nodes, edges, palette }) {
  const types = graph.types.filter((type) => nodes.some((node) => node.type === type));
  const manners = graph.manners.filter((manner) => edges.some((edge) => edge.manner === manner));
  const plain = graph.manners.find(({ name }) => name === "statement");
  const found = [
    ...types.map((type) => ({ caption: type.caption, draw: (pen, x, y) => drawType(pen, type, palette, x, y) })),
    ...manners.map((manner) => ({
      caption: manner.caption,
      draw: (pen, x, y) => drawLine(pen, manner, manner.line, manner.head, palette, x, y),
    })),
  ];
  if (edges.some((edge) => edge.hedged)) {
    found.push({
      caption: HEDGED_CAPTION,
      draw: (pen, x, y) => drawLine(pen, plain, plain.hedged, "none", palette, x, y),
    });
  }
  return found;
}

function source() {
  const named = graph.documents
    .slice(0, DOCUMENTS_NAMED)
    .map(({ title, id, date }) => (title || id) + (date ? ` (${date})` : ""));
  const more = graph.documents.length - named.length;
  return (
    `Source${graph.documents.length === 1 ? "" : "s"}: ${named.join("; ")}${more > 0 ? ` and ${more} more` : ""}. ` +
    `Found by hearsay ${graph.version}.`
  );
}

// The title in one line: smaller where it is long, cut where it would be too small.
export function frameHead({ palette, width }) {
  const title = cut(graph.title, TITLE_MOST);
  const size = Math.min(TITLE_SIZE, (width - 2 * MARGIN) / (1.15 * lineWidth(title) || 1));
  const pen = new FramePen();
  pen.write(title, MARGIN, 28, Math.round(size * 10) / 10, palette.text, true);
  return pen;
}

// { pen, height } of what stands below the drawing, from `top` on.
export function frameFoot(scene, top) {
  const pen = new FramePen();
  let x = MARGIN;
  let y = top + ROW;
  for (const { caption, draw } of entries(scene)) {
    const width = GLYPH + 8 + lineWidth(caption) * CAPTION_SIZE + 20;
    if (x > MARGIN && x + width > scene.width) {
      x = MARGIN;
      y += ROW;
    }
    draw(pen, x, y);
    pen.write(caption, x + GLYPH + 8, y + 4, CAPTION_SIZE, scene.palette.text);
    x += Math.round(width);
  }
  pen.write(source(), MARGIN, y + ROW + 4, CAPTION_SIZE - 1, scene.palette.faint);
  return { pen, height: y + ROW + 18 - top };
}
