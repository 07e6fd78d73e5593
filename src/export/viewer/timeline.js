// timeline.js: how many claims there are of each day, month or year. A range drawn over the bars, or typed, is the
// filter of dates; played, the range grows from the first date to the last.

import { button, byId, make, makeSvg, on, plural } from "./dom.js";
import { graph } from "./model.js";
import { filter, passesOtherwise, setFilter } from "./filter.js";

const BARS_MOST = 90;
const HEIGHT = 46;
const STEP = 500; // milliseconds of a bar when played
const DAY = 86400000;

// Lengths of a date's text: a bar for each year, month or day, whichever is finest and few enough.
const UNITS = { year: 4, month: 7, day: 10 };

let bars = []; // { start, end (ISO days), label, statements, accusations }
let unit = "day";
let drawing = null;
let playing = null;
let inputs = null;

function isoDay(time) {
  return new Date(time).toISOString().slice(0, 10);
}

// The first day of a date that may be partial.
function firstDay(date) {
  return (date + "-01-01").slice(0, 10);
}

function timeOf(day) {
  return Date.parse(`${day}T00:00:00Z`);
}

function nextStart(day) {
  const date = new Date(timeOf(day));
  if (unit === "day") {
    date.setUTCDate(date.getUTCDate() + 1);
  } else if (unit === "month") {
    date.setUTCMonth(date.getUTCMonth() + 1);
  } else {
    date.setUTCFullYear(date.getUTCFullYear() + 1);
  }
  return isoDay(date.getTime());
}

function startOf(day) {
  return firstDay(day.slice(0, UNITS[unit]));
}

function chooseUnit(first, last) {
  const days = (timeOf(last) - timeOf(first)) / DAY;
  unit = days <= BARS_MOST ? "day" : days / 30.4 <= BARS_MOST ? "month" : "year";
}

// Bars from the first to the last date; dates that no calendar has are left out.
function makeBars() {
  const days = graph.claims
    .filter((claim) => claim.date)
    .map((claim) => firstDay(claim.date))
    .filter((day) => !Number.isNaN(timeOf(day)))
    .sort();
  if (days.length === 0 || days[0] === days[days.length - 1]) {
    return [];
  }
  chooseUnit(days[0], days[days.length - 1]);
  const made = [];
  for (let day = startOf(days[0]); day <= days[days.length - 1] && made.length < 4000; day = nextStart(day)) {
    made.push({
      start: day,
      end: isoDay(timeOf(nextStart(day)) - DAY),
      label: day.slice(0, UNITS[unit]),
      statements: 0,
      accusations: 0,
    });
  }
  return made;
}

function fillBars() {
  const places = new Map(bars.map((bar) => [bar.start, bar]));
  for (const bar of bars) {
    bar.statements = bar.accusations = 0;
  }
  for (const claim of graph.claims) {
    const bar = claim.date ? places.get(startOf(firstDay(claim.date))) : null;
    if (bar && passesOtherwise(claim)) {
      bar[claim.relation.kind === "accusation" ? "accusations" : "statements"]++;
    }
  }
}

function inRange(bar) {
  return (!filter.since || bar.end >= filter.since) && (!filter.until || bar.start <= filter.until);
}

function drawBar(bar, i, scale) {
  const width = 1000 / bars.length;
  const gap = Math.min(2, width * 0.15);
  const low = bar.accusations * scale;
  const high = (bar.accusations + bar.statements) * scale;
  const piece = (kind, from, to) =>
    makeSvg("rect", { class: kind, x: i * width, width: width - gap, y: HEIGHT - to, height: to - from });
  const title = `${bar.label}: ${plural(bar.statements, "statement")}, ${plural(bar.accusations, "accusation")}`;
  return makeSvg(
    "g",
    { class: inRange(bar) ? "bar" : "bar out" },
    makeSvg("title", {}, title),
    piece("ground", 0, HEIGHT),
    piece("accusation", 0, low),
    piece("statement", low, high),
  );
}

function show() {
  if (bars.length === 0) {
    return;
  }
  fillBars();
  const most = Math.max(1, ...bars.map((bar) => bar.statements + bar.accusations));
  drawing.replaceChildren(...bars.map((bar, i) => drawBar(bar, i, (HEIGHT - 2) / most)));
  inputs.since.value = filter.since || "";
  inputs.until.value = filter.until || "";
}

function setRange(a, b) {
  setFilter({ since: bars[Math.min(a, b)].start, until: bars[Math.max(a, b)].end });
}

function barAt(event) {
  const box = drawing.getBoundingClientRect();
  return Math.max(0, Math.min(bars.length - 1, Math.floor(((event.clientX - box.left) / box.width) * bars.length)));
}

// Dragging over bars chooses them; a click chooses one.
function startBrush() {
  let from = null;
  drawing.addEventListener("pointerdown", (event) => {
    stop();
    from = barAt(event);
    drawing.setPointerCapture(event.pointerId);
    setRange(from, from);
  });
  drawing.addEventListener("pointermove", (event) => {
    if (from !== null) {
      setRange(from, barAt(event));
    }
  });
  drawing.addEventListener("pointerup", () => {
    from = null;
  });
  drawing.addEventListener("pointercancel", () => {
    from = null;
  });
}

function stop() {
  if (playing) {
    clearInterval(playing);
    playing = null;
    byId("play").textContent = "Play";
  }
}

function play() {
  if (playing) {
    stop();
    return;
  }
  let at = 0;
  const advance = () => {
    if (at >= bars.length) {
      stop();
      return;
    }
    setRange(0, at);
    do {
      at++;
    } while (at < bars.length && bars[at].statements + bars[at].accusations === 0);
  };
  playing = setInterval(advance, STEP);
  byId("play").textContent = "Stop";
  advance();
}

function dateInput(caption, key) {
  const input = make("input", {
    type: "date",
    "aria-label": caption,
    id: key,
    onchange: (event) => {
      stop();
      setFilter({ [key]: event.target.value || null });
    },
  });
  return input;
}

export function startTimeline() {
  bars = makeBars();
  byId("timeline").hidden = bars.length === 0;
  if (bars.length === 0) {
    return;
  }
  drawing = makeSvg("svg", {
    viewBox: `0 0 1000 ${HEIGHT}`,
    preserveAspectRatio: "none",
    role: "img",
    "aria-label": `Claims of each ${unit} from ${bars[0].label} to ${bars[bars.length - 1].label}`,
  });
  inputs = { since: dateInput("Claims since", "since"), until: dateInput("Claims until", "until") };
  byId("timeline").append(
    make(
      "div",
      { class: "time-buttons" },
      button("Play", play, { id: "play", title: "Let the story grow, date by date" }),
      inputs.since,
      " to ",
      inputs.until,
      button(
        "All dates",
        () => {
          stop();
          setFilter({ since: null, until: null });
        },
        { id: "all-dates" },
      ),
    ),
    drawing,
    make("div", { class: "time-ends" }, make("span", {}, bars[0].label), make("span", {}, bars[bars.length - 1].label)),
  );
  startBrush();
  on("shown", show);
}
