// dom.js: elements. What comes from the graph enters the page as text nodes and attributes, never as markup.

const SVG_NAMESPACE = "http://www.w3.org/2000/svg";

export function byId(id) {
  return document.getElementById(id);
}

// Sets attributes; functions are listeners ("onclick"), true is an empty attribute, false and null none.
function setAttributes(element, attributes) {
  for (const [key, value] of Object.entries(attributes)) {
    if (typeof value === "function") {
      element.addEventListener(key.slice(2), value);
    } else if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(key, value === true ? "" : value);
    }
  }
}

// An element with its children: elements, texts, or null for nothing.
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  setAttributes(element, attributes);
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

export function makeSvg(tag, attributes = {}, ...children) {
  const element = document.createElementNS(SVG_NAMESPACE, tag);
  setAttributes(element, attributes);
  element.append(...children.flat());
  return element;
}

// A name or sentence of the graph: the direction of its letters stays inside it.
export function name(text) {
  return make("bdi", {}, text);
}

// The first characters of a text; none is torn.
export function cut(text, most) {
  const characters = Array.from(text.slice(0, 2 * most + 2));
  return characters.length > most ? `${characters.slice(0, most).join("")}…` : text;
}

export function button(caption, onclick, attributes = {}) {
  return make("button", { type: "button", onclick, ...attributes }, caption);
}

// Tells those who listen rather than look.
export function announce(text) {
  byId("status").textContent = text;
}

export function plural(count, word) {
  return `${count.toLocaleString("en")} ${word}${count === 1 ? "" : "s"}`;
}

// Addresses of the web only: whatever else stands in a record is no link.
export function isWebAddress(address) {
  return typeof address === "string" && /^https?:\/\/[^\s"'<>\\]+$/i.test(address);
}

// What everybody listens to: "shown" (the filters have been applied), "select", "redraw", "theme".
const listeners = new Map();

export function on(event, listener) {
  listeners.set(event, [...(listeners.get(event) || []), listener]);
}

export function emit(event) {
  for (const listener of listeners.get(event) || []) {
    listener();
  }
}
