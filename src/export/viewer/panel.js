// panel.js: details of what is chosen: a name with all it said and all that was said to or about it, or a line with
// its claims.

import { button, byId, isWebAddress, make, name, on, plural } from "./dom.js";
import { dateRange, edgeLabel, graph } from "./model.js";
import { filter, setFilter } from "./filter.js";
import { selectNode, selectNothing, selection } from "./selection.js";
import { centreOnSelection } from "./view.js";
import { claimCard, documentName, markKey } from "./evidence.js";

const CARDS_AT_ONCE = 20;
const HOPS_MOST = 4;
const BUSIEST_MOST = 8;
const SOURCES_MOST = 50;

// Cards of claims, the first ones at once and the rest on demand.
function cards(claims, chosen) {
  const box = make("div", { class: "cards" });
  let next = 0;
  const more = button("", () => add(), { class: "more" });
  function add() {
    const until = next + CARDS_AT_ONCE;
    const wanted = chosen ? Math.max(until, claims.indexOf(chosen) + 1) : until;
    more.before(...claims.slice(next, wanted).map((claim) => claimCard(claim, claim === chosen)));
    next = wanted;
    more.hidden = next >= claims.length;
    more.textContent = `Show ${Math.min(CARDS_AT_ONCE, claims.length - next)} more of ${claims.length}`;
  }
  box.append(more);
  add();
  return box;
}

function byDate(claims) {
  return [...claims].sort((a, b) => (a.date || "9999").localeCompare(b.date || "9999") || a.index - b.index);
}

function section(title, claims, chosen) {
  return claims.length
    ? make("section", {}, make("h3", {}, `${title} (${claims.length})`), cards(byDate(claims), chosen))
    : null;
}

// What was said to or about a node, as the filters allow.
function received(node) {
  const claims = node.edges
    .filter((edge) => edge.target === node)
    .flatMap((edge) => edge.links.map((link) => link.claim))
    .filter((claim) => claim && claim.passes && !node.said.includes(claim));
  return [...new Set(claims)];
}

function affiliations(node) {
  const items = node.edges
    .filter((edge) => edge.manner.name === "affiliation")
    .map((edge) => {
      const outward = edge.source === node;
      const other = outward ? edge.target : edge.source;
      const role = edgeLabel(edge, edge.links) || "belongs";
      const who = button(name(other.label), () => selectNode(other), { class: "name" });
      return make("li", {}, outward ? [role, ", ", who] : [who, ": ", role]);
    });
  return items.length ? make("section", {}, make("h3", {}, "Belongs to"), make("ul", {}, items)) : null;
}

const LISTS = { wikidata: (value) => `https://www.wikidata.org/wiki/${encodeURIComponent(value)}` };

function identifier([scheme, value]) {
  const address = LISTS[scheme] ? LISTS[scheme](value) : value;
  return isWebAddress(address)
    ? make("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, name(`${scheme} ${value}`))
    : name(`${scheme} ${value}`);
}

function facts(node) {
  const [statements, accusations] = node.made;
  const [told, accused] = node.received;
  const rows = [
    node.aliases.length ? ["Also called", name(node.aliases.join(", "))] : null,
    node.country && node.type.name !== "country" ? ["Country", name(node.country)] : null,
    ["Made", `${plural(statements, "statement")}, ${plural(accusations, "accusation")}`],
    ["Received", `${plural(told, "statement")}, ${plural(accused, "accusation")}`],
    ...node.identifiers.map((pair) => ["Known as", identifier(pair)]),
  ];
  return make(
    "dl",
    {},
    rows.filter(Boolean).flatMap(([term, value]) => [make("dt", {}, term), make("dd", {}, value)]),
  );
}

// Buttons that narrow the drawing to what is around a node.
function hopButtons(node) {
  const here = filter.around && filter.around.node === node ? filter.around.hops : 0;
  const steps = Array.from({ length: HOPS_MOST }, (_, i) => i + 1).map((hops) =>
    button(String(hops), () => setFilter({ around: { node, hops } }), {
      "aria-pressed": String(here === hops),
      "aria-label": `Only what is within ${plural(hops, "step")}`,
    }),
  );
  return make(
    "p",
    { class: "surroundings" },
    "Only within ",
    steps,
    " steps ",
    filter.around ? button("Show all", () => setFilter({ around: null }), { id: "around-off" }) : null,
  );
}

function heading(...children) {
  return make(
    "div",
    { class: "heading" },
    make("h2", { tabindex: "-1" }, children),
    button("×", selectNothing, { class: "close", "aria-label": "Close (Escape)", title: "Close (Escape)" }),
  );
}

function nodePanel(node) {
  if (node.claim) {
    return [heading("What was said"), hopButtons(node), claimCard(node.claim, false), markKey()];
  }
  const said = node.said.filter((claim) => claim.passes);
  return [
    heading(name(node.label)),
    make("p", { class: "kind" }, node.type.caption),
    facts(node),
    hopButtons(node),
    button("Bring to the middle", centreOnSelection, { class: "centre" }),
    affiliations(node),
    section("Said by", said, selection.claim),
    section("Said to or about", received(node), selection.claim),
    said.length || received(node).length
      ? markKey()
      : make("p", { class: "faint" }, "No claim of this name passes the filters."),
  ];
}

function affiliationItem(link) {
  return make("li", {}, link.role || "belongs to", " · ", documentName(link.document));
}

function edgePanel(edge) {
  const links = edge.shown.length ? edge.shown : edge.links;
  const claims = links.map((link) => link.claim).filter(Boolean);
  const dates = dateRange(claims);
  return [
    heading(
      button(name(edge.source.label), () => selectNode(edge.source), { class: "name" }),
      " → ",
      button(name(edge.target.label), () => selectNode(edge.target), { class: "name" }),
    ),
    make(
      "p",
      { class: "kind" },
      edge.manner.caption,
      claims.length ? `: ${plural(claims.length, "claim")}` : null,
      dates ? `, ${dates[0]}${dates[1] === dates[0] ? "" : ` to ${dates[1]}`}` : null,
    ),
    claims.length ? cards(byDate(claims), selection.claim) : make("ul", {}, links.map(affiliationItem)),
    claims.length ? markKey() : null,
  ];
}

function busiest() {
  const nodes = graph.nodes.filter((node) => !node.claim && node.shown).sort((a, b) => b.size - a.size);
  const items = nodes.slice(0, BUSIEST_MOST).map((node) => {
    const open = () => {
      selectNode(node);
      centreOnSelection();
    };
    const made = node.made[0] + node.made[1];
    const got = node.received[0] + node.received[1];
    return make("li", {}, button(name(node.label), open, { class: "name" }), ` ${made} made, ${got} received`);
  });
  return items.length ? [make("h3", {}, "Most active, by claims"), make("ol", { class: "busiest" }, items)] : [];
}

function sources() {
  const { documents } = graph;
  const items = documents
    .slice(0, SOURCES_MOST)
    .map((document) => make("li", {}, documentName(document), document.date ? `, ${document.date}` : null));
  const more = documents.length - items.length;
  return [
    make("h3", {}, documents.length === 1 ? "Source" : `${documents.length} sources`),
    make("ul", { class: "sources" }, items),
    more > 0 ? make("p", {}, `… and ${more} more`) : null,
  ];
}

function welcome() {
  const left = graph.nodes_left_out;
  return [
    make("h2", { tabindex: "-1" }, "Who said what about whom"),
    make("p", {}, "Choose a name or a line in the drawing to read the sentences it comes from."),
    ...busiest(),
    ...sources(),
    left ? make("p", {}, `${plural(left, "less important name")} left out when this page was made.`) : null,
    make(
      "p",
      { class: "faint" },
      `Found by a program, hearsay ${graph.version}: it reports who said something, not whether it is true. ` +
        "Read the sentence before you repeat it.",
    ),
  ];
}

export function showDetails() {
  const { node, edge } = selection;
  const content = node ? nodePanel(node) : edge ? edgePanel(edge) : welcome();
  byId("details").replaceChildren(...content.filter(Boolean));
  const chosen = byId("details").querySelector(".chosen");
  if (chosen) {
    chosen.scrollIntoView({ block: "nearest" });
  } else {
    byId("details").scrollTop = 0;
  }
}

function selectTab(wanted) {
  for (const tab of ["details", "list"]) {
    const chosen = tab === wanted;
    byId(tab).hidden = !chosen;
    byId(`tab-${tab}`).setAttribute("aria-selected", String(chosen));
    byId(`tab-${tab}`).tabIndex = chosen ? 0 : -1;
  }
}

// The tab "details" or "list" comes to the front.
export function openTab(wanted, focus = false) {
  selectTab(wanted);
  if (focus) {
    byId(`tab-${wanted}`).focus();
  }
}

export function startPanel() {
  byId("read").addEventListener("click", () => byId("panel").scrollIntoView({ block: "start" }));
  for (const tab of ["details", "list"]) {
    byId(`tab-${tab}`).addEventListener("click", () => openTab(tab));
    byId(`tab-${tab}`).addEventListener("keydown", (event) => {
      if (event.key === "ArrowLeft" || event.key === "ArrowRight") {
        openTab(tab === "list" ? "details" : "list", true);
      }
    });
  }
  on("select", () => {
    showDetails();
    byId("read").hidden = !selection.node && !selection.edge;
    if (!byId("read").hidden) {
      openTab("details");
    }
  });
  on("shown", showDetails);
}
