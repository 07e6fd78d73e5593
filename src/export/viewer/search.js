// search.js: the search field: names first, then sentences that contain all the words.

import { byId, make, name } from "./dom.js";
import { fold, graph } from "./model.js";
import { selectClaim, selectNode } from "./selection.js";
import { centreOnSelection } from "./view.js";

const NAMES_MOST = 12;
const SENTENCES_MOST = 8;

let active = -1;

// 3: equal, 2: starts a name, 1: starts a word of it, 0.5: within, 0: not there.
function matchOf(folded, wanted) {
  let best = 0;
  for (const text of folded) {
    const place = text.indexOf(wanted);
    if (place >= 0) {
      const match = text === wanted ? 3 : place === 0 ? 2 : /[\p{L}\p{N}]/u.test(text[place - 1]) ? 0.5 : 1;
      best = Math.max(best, match);
    }
  }
  return best;
}

function findNames(wanted) {
  return graph.byImportance
    .map((node) => ({ node, match: matchOf(node.folded, wanted) }))
    .filter(({ match }) => match > 0)
    .sort((a, b) => b.match - a.match)
    .slice(0, NAMES_MOST)
    .map(({ node }) => node);
}

function findClaims(wanted) {
  const words = wanted.split(/\s+/).filter((word) => word.length > 2);
  const found = [];
  for (const claim of words.length ? graph.claims : []) {
    const { sentence } = claim;
    sentence.folded = sentence.folded || fold(sentence.text);
    if (words.every((word) => sentence.folded.includes(word)) && !found.some((other) => other.sentence === sentence)) {
      found.push(claim);
      if (found.length === SENTENCES_MOST) {
        break;
      }
    }
  }
  return found;
}

function option(children, onclick) {
  return make(
    "li",
    {
      role: "option",
      "aria-selected": "false",
      onmousedown: (event) => event.preventDefault(), // the field keeps the focus
      onclick,
    },
    children,
  );
}

function setActive(index) {
  const options = [...byId("search-results").children];
  active = options.length ? (index + options.length) % options.length : -1;
  options.forEach((element, i) => {
    element.id = `result-${i}`;
    element.setAttribute("aria-selected", String(i === active));
  });
  if (active < 0) {
    byId("search").removeAttribute("aria-activedescendant");
  } else {
    byId("search").setAttribute("aria-activedescendant", `result-${active}`);
    options[active].scrollIntoView({ block: "nearest" });
  }
}

function close() {
  byId("search-results").hidden = true;
  byId("search").setAttribute("aria-expanded", "false");
}

function choose(select, item) {
  select(item);
  centreOnSelection();
  close();
}

function show() {
  const wanted = fold(byId("search").value.trim());
  const results = byId("search-results");
  if (!wanted) {
    close();
    return;
  }
  const nodes = findNames(wanted);
  const claims = findClaims(wanted);
  const options = [
    ...nodes.map((node) =>
      option([name(node.label), make("small", {}, ` ${node.type.caption}`)], () => choose(selectNode, node)),
    ),
    ...claims.map((claim) =>
      option([make("q", {}, name(claim.sentence.text)), make("small", {}, ` ${claim.relation.verb}`)], () =>
        choose(selectClaim, claim),
      ),
    ),
  ];
  results.replaceChildren(...(options.length ? options : [make("li", { class: "none" }, "Nothing found")]));
  results.hidden = false;
  byId("search").setAttribute("aria-expanded", "true");
  if (options.length) {
    setActive(0);
  } else {
    active = -1;
  }
}

function onKey(event) {
  const results = byId("search-results");
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    setActive(active + (event.key === "ArrowDown" ? 1 : -1));
  } else if (event.key === "Enter" && !results.hidden && active >= 0) {
    event.preventDefault();
    results.children[active].click();
  } else if (event.key === "Escape") {
    event.stopPropagation();
    if (results.hidden) {
      byId("search").value = "";
      byId("canvas").focus();
    }
    close();
  }
}

export function startSearch() {
  const field = byId("search");
  field.addEventListener("input", show);
  field.addEventListener("focus", show);
  field.addEventListener("blur", close);
  field.addEventListener("keydown", onKey);
}
