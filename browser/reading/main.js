// The entry point of the reading pages, which read well without JavaScript too.

import { annotationSwitch } from "./annotation_switch.js";
import { noticeSwitch, offerCopying } from "./copying.js";
import { all } from "../page/elements.js";
import { later } from "../page/later.js";
import { explainFigures } from "./explanations.js";
import { officeSwitch } from "./office_switch.js";
import { startSearch } from "../search/search_box.js";
import { settleLayout } from "./settle_layout.js";
import { placeSwitches } from "./switch_bar.js";
import { startFrame } from "../theme/frame.js";
import { makeTablesReachable } from "../theme/tables.js";

/** Adds switches and buttons to a page that has texts to copy. */
function start() {
  const copyables = all(".copyable");
  if (copyables.length === 0) return;
  const notice = noticeSwitch();
  placeSwitches([officeSwitch(), annotationSwitch(), notice.label]);
  offerCopying(copyables, notice.isOn);
  explainFigures();
}

startFrame();
startSearch();
window.addEventListener("load", makeTablesReachable);
window.addEventListener("load", () => { later(settleLayout); });
start();
