// svg.js: the drawing as it is now, as a file of its own: names as text, sentences as titles, classes to restyle, no
// script.

import { byId, make } from "./dom.js";
import { edgeLabel, graph } from "./model.js";
import { escapeXml, FONT, SvgPen } from "./pens.js";
import { drawScene } from "./draw.js";
import { frameFoot, frameHead, HEAD_HEIGHT } from "./frame.js";
import { currentScene } from "./view.js";

const SENTENCES_MOST = 10;

function nodeTitle(node) {
  const aliases = node.aliases.length ? ` (${node.aliases.slice(0, 5).join(", ")})` : "";
  return node.claim
    ? node.claim.sentence.text
    : `${node.label}${aliases}\n${node.type.caption}${node.country ? `, ${node.country}` : ""}`;
}

function edgeTitle(edge) {
  const sentences = edge.shown
    .filter((link) => link.claim)
    .slice(0, SENTENCES_MOST)
    .map(({ claim }) => `${claim.id}${claim.date ? ` ${claim.date}` : ""}: ${claim.sentence.text}`);
  return [`${edge.source.label} → ${edge.target.label}: ${edgeLabel(edge)}`, ...sentences].join("\n");
}

function makeSvgFile() {
  const pen = new SvgPen();
  const scene = currentScene();
  drawScene({ ...scene, pen, titles: { node: nodeTitle, edge: edgeTitle } });
  const { width, height, palette, nodes, edges } = scene;
  const head = frameHead(scene);
  const foot = frameFoot(scene, HEAD_HEIGHT + height);
  const whole = HEAD_HEIGHT + height + foot.height;
  return `<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${whole}" viewBox="0 0 ${width} ${whole}" role="img"
  aria-labelledby="title description" font-family="${FONT.replace(/"/g, "")}">
<title id="title">${escapeXml(graph.title)}</title>
<desc id="description">${nodes.length} nodes and ${edges.length} lines of a network of who said what about whom.</desc>
<style>
text { text-anchor: middle; paint-order: stroke; stroke-width: 3px; stroke-linejoin: round; }
text.frame { text-anchor: start; }
</style>
<rect width="${width}" height="${whole}" fill="${palette.background}"/>
${head}
<svg class="drawing" y="${HEAD_HEIGHT}" width="${width}" height="${height}">
${pen}
</svg>
<g class="legend">
${foot.pen}
</g>
</svg>
`;
}

function download() {
  const address = URL.createObjectURL(new Blob([makeSvgFile()], { type: "image/svg+xml" }));
  const file =
    graph.title
      .replace(/[^\p{L}\p{N}]+/gu, "-")
      .replace(/^-|-$/g, "")
      .slice(0, 60) || "hearsay";
  const link = make("a", { href: address, download: `${file}.svg` });
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

export function startDownload() {
  byId("download").addEventListener("click", download);
}
