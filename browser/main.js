// Starts what a page offers to readers with JavaScript; the page reads well before and without.

import { annotationSwitch } from "./annotations.js";
import { noticeSwitch, offerCopying } from "./copying.js";
import { all, make } from "./elements.js";
import { explainFigures } from "./explanations.js";
import { officeSwitch } from "./offices.js";

/** Builds the bar of switches and the buttons of a page that has texts to copy. */
function start() {
  const copyables = all(".copyable");
  const first = document.querySelector(".legend") ?? copyables[0];
  if (!first) return;
  const notice = noticeSwitch();
  const switches = [officeSwitch(), annotationSwitch(), notice.label];
  first.before(make("div", { class: "reading-bar" }, ...switches));
  offerCopying(copyables, notice.wanted);
  explainFigures();
}

start();
