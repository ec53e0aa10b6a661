// The columns of the page: the outline, the text, the fields; a narrow page shows one of them at a time, each
// where the reader left it.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";

/**
 * Makes the columns, and the strip that switches between them.
 * @param {object} options
 * @param {Record<string, HTMLElement>} options.panes by what their buttons read
 * @param {HTMLElement} options.first the one that is shown first
 * @param {HTMLElement} options.instead which takes the place of the last one of them, as long as it is shown
 * @param {HTMLElement} options.apart one that has no button here
 * @param {HTMLElement} options.more a button that stands in the strip too
 * @param {(pane: HTMLElement) => void} options.shown is told which one is shown
 */
export function paneSwitch({ panes, first, instead, apart, more, shown }) {
  const columns = [...Object.values(panes), instead];
  const last = columns.slice(-2);
  /** @type {Map<HTMLElement, number>} how far the window has been scrolled in each */
  const kept = new Map();
  let current = first;
  const buttons = Object.entries(panes).map(([name, pane]) => {
    const go = () => {
      show(pane);
    };
    return /** @type {const} */ ([makeButton(name, go), pane]);
  });
  const show = (/** @type {HTMLElement} */ pane) => {
    shown(pane);
    mark(pane);
  };
  const mark = (/** @type {HTMLElement} */ pane) => {
    if (pane !== current) kept.set(current, window.scrollY);
    for (const [button, its] of buttons) button.setAttribute("aria-pressed", String(its === pane));
    for (const one of [...columns, apart]) one.classList.toggle("pane--away", one !== pane);
    if (last.includes(pane)) for (const one of last) one.classList.toggle("pane--under", one !== pane);
    if (pane !== current) window.scrollTo(0, kept.get(pane) ?? 0);
    current = pane;
  };
  instead.classList.add("pane--under");
  mark(first);
  const made = buttons.map(([button]) => button);
  const strip = make("div", { class: "fill-jump", role: "group", "aria-label": "提纲、文稿与指标" }, ...made, more);
  const element = make("div", { class: "fill-desk" }, ...columns, apart, strip);
  return { element, show };
}
