// The columns of the page: the outline, the text, the fields or 核对, and the table in place of these and the text;
// a narrow page shows one of them at a time, each where the reader left it.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";

/**
 * Makes the columns, and the strip that switches between them.
 * @param {object} options
 * @param {Record<string, HTMLElement>} options.panes by what their buttons read
 * @param {HTMLElement} options.first the one that is shown first
 * @param {HTMLElement} options.other which takes the place of the last one of them, as long as it is shown
 * @param {HTMLElement} options.apart the table
 * @param {HTMLElement} options.more a button that stands in the strip too
 * @param {(pane: HTMLElement) => void} options.shown is told which one is shown
 */
export function paneSwitch({ panes, first, other, apart, more, shown }) {
  const all = [...Object.values(panes), other, apart];
  const column = all.slice(-3, -1);
  /** @type {Map<HTMLElement, number>} how far the window has been scrolled in each */
  const kept = new Map();
  let current = first;
  const buttons = Object.entries(panes).map(([name, pane]) => {
    const go = () => {
      show(pane);
    };
    return /** @type {const} */ ([makeButton(name, go), pane]);
  });
  const mark = (/** @type {HTMLElement} */ pane) => {
    if (pane !== current) kept.set(current, window.scrollY);
    for (const [button, its] of buttons) button.setAttribute("aria-pressed", String(its === pane));
    for (const one of all) one.classList.toggle("pane--away", one !== pane);
    if (column.includes(pane)) for (const one of column) one.classList.toggle("pane--under", one !== pane);
    if (pane !== current) window.scrollTo(0, kept.get(pane) ?? 0);
    current = pane;
  };
  const show = (/** @type {HTMLElement} */ pane) => {
    shown(pane);
    mark(pane);
  };
  other.classList.add("pane--under");
  mark(first);
  const made = buttons.map(([button]) => button);
  const strip = make("div", { class: "fill-jump", role: "group", "aria-label": "提纲、文稿与指标" }, ...made, more);
  const element = make("div", { class: "fill-desk" }, ...all, strip);
  return { element, show };
}
