// list.js: everything that passes the filters in two tables: the drawing for those who cannot see it or rather read.

import { button, byId, make, name, on } from "./dom.js";
import { graph } from "./model.js";
import { filter } from "./filter.js";
import { selectClaim, selectNode } from "./selection.js";
import { centreOnSelection } from "./view.js";

const ROWS_AT_ONCE = 100;

function sum([statements, accusations]) {
  return statements + accusations;
}

function names(actors) {
  return [...new Set(actors.map((actor) => (actor.node ? actor.node.label : "somebody")))].join(", ");
}

// Texts sort by the alphabet, numbers from large to small. `own`: the text is ours, not the graph's.
const NAME_COLUMNS = [
  { title: "Name", text: (node) => node.label, open: selectNode },
  { title: "Kind", text: (node) => node.type.caption, own: true },
  { title: "Made", number: (node) => sum(node.made) },
  { title: "Received", number: (node) => sum(node.received) },
];

const CLAIM_COLUMNS = [
  { title: "Date", text: (claim) => claim.date || "" },
  { title: "Who", text: (claim) => names(claim.sources) || "somebody" },
  { title: "Claim", text: (claim) => claim.relation.verb + (claim.negated ? " (not)" : ""), open: selectClaim },
  { title: "Whom", text: (claim) => names(claim.targets.filter(({ node }) => node)) },
];

const tables = {
  names: { caption: "Names", columns: NAME_COLUMNS, rows: [], sorted: 2 },
  claims: { caption: "Claims", columns: CLAIM_COLUMNS, rows: [], sorted: 0 },
};

function compare(column) {
  return column.number
    ? (a, b) => column.number(b) - column.number(a) || a.index - b.index
    : (a, b) => column.text(a).localeCompare(column.text(b)) || a.index - b.index;
}

function cell(column, item) {
  const text = column.number ? String(column.number(item)) : column.text(item);
  return make(
    "td",
    { class: column.number ? "number" : null },
    column.open
      ? button(
          name(text),
          () => {
            column.open(item);
            centreOnSelection();
          },
          { class: "name" },
        )
      : column.own
        ? text
        : name(text),
  );
}

function header(table, column, i) {
  const sorted = table.sorted === i;
  return make(
    "th",
    { scope: "col", "aria-sort": sorted ? (column.number ? "descending" : "ascending") : null },
    button(column.title, () => {
      table.sorted = i;
      showList();
    }),
  );
}

function build(table) {
  const rows = [...table.rows].sort(compare(table.columns[table.sorted]));
  const body = make("tbody");
  let next = 0;
  const more = button("", add, { class: "more" });
  function add() {
    body.append(
      ...rows.slice(next, next + ROWS_AT_ONCE).map((item) =>
        make(
          "tr",
          {},
          table.columns.map((column) => cell(column, item)),
        ),
      ),
    );
    next += ROWS_AT_ONCE;
    more.hidden = next >= rows.length;
    more.textContent = `Show more of ${rows.length.toLocaleString("en")}`;
  }
  add();
  return [
    make(
      "table",
      {},
      make("caption", {}, `${table.caption} (${rows.length.toLocaleString("en")})`),
      make(
        "thead",
        {},
        make(
          "tr",
          {},
          table.columns.map((column, i) => header(table, column, i)),
        ),
      ),
      body,
    ),
    more,
  ];
}

function showList() {
  const list = byId("list");
  if (list.hidden) {
    list.replaceChildren(); // built when somebody looks
    return;
  }
  tables.names.rows = graph.nodes.filter(
    (node) => !node.claim && !filter.types.has(node.type.name) && (node.shown || !filter.around),
  );
  tables.claims.rows = graph.claims.filter((claim) => claim.passes);
  list.replaceChildren(...build(tables.names), ...build(tables.claims));
}

export function startList() {
  new MutationObserver(showList).observe(byId("list"), { attributes: true, attributeFilter: ["hidden"] });
  on("shown", showList);
}
