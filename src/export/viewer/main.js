// main.js: the order in which things start.

import { on } from "./dom.js";
import { graph } from "./model.js";
import { applyFilter, filter } from "./filter.js";
import { followAddress } from "./selection.js";
import { startTheme } from "./theme.js";
import { centreOnSelection, resize, stage, startView } from "./view.js";
import { startPointer } from "./pointer.js";
import { settle } from "./layout.js";
import { startPanel } from "./panel.js";
import { startList } from "./list.js";
import { startSearch } from "./search.js";
import { startControls } from "./controls.js";
import { startTimeline } from "./timeline.js";
import { startKeys } from "./keys.js";
import { startDownload } from "./svg.js";

// An address that names something opens the page there.
function followAndCentre() {
  if (followAddress()) {
    centreOnSelection();
  }
}

startTheme();
startPointer();
startView();
startPanel();
startList();
startSearch();
startControls();
startTimeline();
startKeys();
startDownload();
resize();
on("settled", () => {
  followAndCentre();
  document.documentElement.dataset.ready = "true";
});
// A graph without any line would open empty.
filter.unlinked = graph.edges.length === 0;
applyFilter();
settle(stage.width / Math.max(1, stage.height));
addEventListener("hashchange", followAndCentre);
