// The switch that shows or hides all annotations; on narrow screens they start folded in.

import { all, checkbox } from "../page/elements.js";
import { withScrollAnchor } from "../page/scroll_anchor.js";
import { setSetting, getSetting } from "../page/settings.js";

const NAME = "annotations";
const HIDDEN = "hidden";
const NARROW = "screen and (max-width: 60em)"; // as in reading.css, which then puts them below the text

/** Makes the switch; null on a page without annotations. */
export function annotationSwitch() {
  const folds = /** @type {HTMLDetailsElement[]} */ (all(".annotation > details"));
  if (folds.length === 0) return null;
  const { input, label } = checkbox("显示批注", getSetting(NAME) !== HIDDEN);
  const show = () => {
    document.body.classList.toggle("without-annotations", !input.checked);
  };
  input.addEventListener("change", () => {
    withScrollAnchor(show);
    setSetting(NAME, input.checked ? "" : HIDDEN);
  });
  show();
  foldOnNarrow(folds);
  openOnPaper(folds);
  return label;
}

/** @param {HTMLDetailsElement[]} folds */
function foldOnNarrow(folds) {
  const narrow = window.matchMedia(NARROW);
  const update = () => {
    for (const details of folds) details.open = !narrow.matches;
  };
  narrow.addEventListener("change", update);
  update();
}

/** @param {HTMLDetailsElement[]} folds */
function openOnPaper(folds) {
  /** @type {HTMLDetailsElement[]} */
  let closed = [];
  window.addEventListener("beforeprint", () => {
    closed = folds.filter((details) => !details.open);
    for (const details of closed) details.open = true;
  });
  window.addEventListener("afterprint", () => {
    for (const details of closed) details.open = false;
  });
}
