// theme.js: light and dark. The colours are custom properties of the style sheet, written there by the program.

import { byId, emit } from "./dom.js";
import { graph } from "./model.js";

export const palette = {};

const root = document.documentElement;
const prefersDark = matchMedia("(prefers-color-scheme: dark)");

// The colours for the canvas and the SVG file.
function readPalette() {
  const style = getComputedStyle(root);
  const colour = (property) => style.getPropertyValue(`--${property}`).trim();
  Object.assign(palette, {
    background: colour("background"),
    text: colour("text"),
    faint: colour("faint"),
    types: {},
    manners: {},
  });
  for (const { name } of graph.types) {
    palette.types[name] = { fill: colour(`${name}-fill`), border: colour(`${name}-border`) };
  }
  for (const { name } of graph.manners) {
    palette.manners[name] = colour(`${name}-line`);
  }
}

// Until the reader decides, the system's wish counts.
let decided = root.dataset.theme === "dark";

function setTheme(theme) {
  const dark = theme === "dark";
  root.dataset.theme = theme;
  byId("theme").setAttribute("aria-pressed", String(dark));
  readPalette();
  emit("theme");
}

export function switchTheme() {
  decided = true;
  setTheme(root.dataset.theme === "dark" ? "light" : "dark");
}

export function startTheme() {
  byId("theme").addEventListener("click", switchTheme);
  prefersDark.addEventListener("change", () => {
    if (!decided) {
      setTheme(prefersDark.matches ? "dark" : "light");
    }
  });
  setTheme(decided || prefersDark.matches ? "dark" : "light");
}
