// controls.js: the legend, which is the filter as well: each entry shows a look and switches what looks so.

import { button, byId, make, makeSvg, on, plural } from "./dom.js";
import { graph } from "./model.js";
import { filter, resetFilter, setFilter, shown, toggle } from "./filter.js";
import { arrowHead, dashes, headLength, HEDGED_CAPTION, isHollow, nodeShape } from "./shapes.js";

const GLYPH_WIDTH = 34;
const GLYPH_HEIGHT = 18;

function glyph(...children) {
  const viewBox = `0 0 ${GLYPH_WIDTH} ${GLYPH_HEIGHT}`;
  return makeSvg("svg", { width: GLYPH_WIDTH, height: GLYPH_HEIGHT, viewBox, "aria-hidden": "true" }, children);
}

function typeGlyph(type) {
  return glyph(
    makeSvg("path", {
      d: nodeShape(type, GLYPH_WIDTH / 2, GLYPH_HEIGHT / 2, 7.5),
      fill: `var(--${type.name}-fill)`,
      stroke: `var(--${type.name}-border)`,
      "stroke-width": 1.6,
      "stroke-dasharray": type.style.includes("dashed") ? "3.5 2.5" : null,
    }),
  );
}

function lineGlyph(manner, line) {
  const colour = `var(--${manner.name}-line)`;
  const y = GLYPH_HEIGHT / 2;
  const tip = GLYPH_WIDTH - 1;
  return glyph(
    makeSvg("path", {
      d: `M1 ${y}H${tip - headLength(manner.head, 1)}`,
      stroke: colour,
      "stroke-width": manner.width,
      fill: "none",
      "stroke-dasharray": dashes(line).join(" ") || null,
    }),
    makeSvg("path", {
      d: arrowHead(manner.head, tip, y, 1, 0, 1) || "M0 0",
      fill: isHollow(manner.head) ? "var(--background)" : colour,
      stroke: colour,
      "stroke-width": 0.8,
    }),
  );
}

function checkbox(caption, picture, checked, onchange, count) {
  const input = make("input", { type: "checkbox", checked, onchange: (event) => onchange(event.target.checked) });
  return make(
    "label",
    { class: "entry" },
    input,
    picture,
    make("span", {}, caption),
    count === undefined ? null : make("small", {}, count.toLocaleString("en")),
  );
}

function group(title, entries) {
  return entries.length ? make("fieldset", {}, make("legend", {}, title), entries) : null;
}

// Only what the graph has is explained.
function typeEntries() {
  return graph.types
    .map((type) => ({ type, count: graph.nodes.filter((node) => node.type === type).length }))
    .filter(({ count }) => count)
    .map(({ type, count }) =>
      checkbox(
        type.caption,
        typeGlyph(type),
        !filter.types.has(type.name),
        (wanted) => toggle(filter.types, type.name, wanted),
        count,
      ),
    );
}

function mannerEntries() {
  return graph.manners
    .map((manner) => ({ manner, count: graph.edges.filter((edge) => edge.manner === manner).length }))
    .filter(({ count }) => count)
    .map(({ manner, count }) =>
      checkbox(
        manner.caption,
        lineGlyph(manner, manner.line),
        !filter.manners.has(manner.name),
        (wanted) => toggle(filter.manners, manner.name, wanted),
        count,
      ),
    );
}

function hedgedEntry() {
  const manner = graph.manners.find(({ name }) => name === "statement");
  return graph.claims.some((claim) => claim.hedged)
    ? checkbox(HEDGED_CAPTION, lineGlyph({ ...manner, head: "none" }, manner.hedged), filter.hedged, (wanted) =>
        setFilter({ hedged: wanted }),
      )
    : null;
}

function relationEntries() {
  return graph.relations
    .map((relation) => ({ relation, count: graph.claims.filter((claim) => claim.relation === relation).length }))
    .filter(({ count }) => count)
    .map(({ relation, count }) =>
      checkbox(
        relation.name,
        null,
        !filter.relations.has(relation.name),
        (wanted) => toggle(filter.relations, relation.name, wanted),
        count,
      ),
    );
}

function slider(id, caption, least, most, step, value, onchange) {
  const output = make("output", { for: id }, value);
  const input = make("input", {
    type: "range",
    id,
    min: least,
    max: most,
    step,
    oninput: (event) => {
      output.textContent = event.target.value;
      onchange(Number(event.target.value));
    },
  });
  input.value = value;
  return make("label", { class: "slider" }, make("span", {}, caption), input, output);
}

function weightSlider() {
  const most = graph.edges.reduce((highest, edge) => Math.max(highest, edge.links.length), 1);
  return most > 1
    ? slider("weight", "Claims of a line, at least", 1, Math.min(most, 50), 1, filter.weight, (weight) =>
        setFilter({ weight }),
      )
    : null;
}

function confidenceSlider() {
  return graph.claims.length
    ? slider("confidence", "Confidence, at least", 0, 1, 0.05, filter.confidence, (confidence) =>
        setFilter({ confidence }),
      )
    : null;
}

function documentChoice() {
  if (graph.documents.length < 2 || graph.documents.length > 500) {
    return null;
  }
  const choice = make(
    "select",
    {
      id: "document",
      onchange: (event) => setFilter({ document: graph.documents[Number(event.target.value)] || null }),
    },
    make("option", { value: "-1" }, `All ${graph.documents.length} documents`),
    graph.documents.map((document, i) => make("option", { value: i }, document.title || document.id)),
  );
  choice.value = String(graph.documents.indexOf(filter.document));
  return make("label", { class: "choice" }, "Document ", choice);
}

function unlinkedEntry() {
  const count = graph.nodes.filter((node) => node.edges.length === 0).length;
  return count
    ? checkbox("also names linked to nobody", null, filter.unlinked, (wanted) => setFilter({ unlinked: wanted }), count)
    : null;
}

function build() {
  const relations = relationEntries();
  byId("controls").replaceChildren(
    ...[
      group("Who", typeEntries()),
      group("Lines", [...mannerEntries(), hedgedEntry()].filter(Boolean)),
      relations.length > 1
        ? make("details", { class: "relations" }, make("summary", {}, "Words of saying"), relations)
        : null,
      weightSlider(),
      confidenceSlider(),
      documentChoice(),
      unlinkedEntry(),
      button("Reset filters", resetFilter, { id: "reset" }),
    ].filter(Boolean),
  );
}

// In the view "statements" claims are nodes as well.
function names(nodes) {
  return nodes.reduce((count, node) => count + (node.claim ? 0 : 1), 0);
}

function showCount() {
  const around = filter.around ? ` Around ${filter.around.node.label}: ${plural(filter.around.hops, "step")}.` : "";
  byId("count").textContent =
    `Drawn: ${names(shown.nodes).toLocaleString("en")} of ${plural(names(graph.nodes), "name")}, ` +
    `${shown.claims.toLocaleString("en")} of ${plural(graph.claims.length, "claim")}.${around}`;
}

export function startControls() {
  byId("controls").addEventListener("submit", (event) => event.preventDefault());
  byId("filters").open = matchMedia("(min-width: 60em)").matches;
  build();
  on("shown", showCount);
  on("reset", build);
}
