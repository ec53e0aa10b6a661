// The columns of the page: the outline, the text, the fields; a narrow page shows one of them at a time, each
// where the reader left it.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";

/**
 * Makes the columns, and the strip that switches between them.
 * @param {Record<string, HTMLElement>} panes by what their buttons read
 * @param {HTMLElement} first the one that is shown first
 * @param {HTMLElement} other which takes the place of the last one of them, as long as it is shown
 * @param {HTMLElement[]} more buttons that stand in the strip too
 */
export function paneSwitch(panes, first, other, ...more) {
  const all = [...Object.values(panes), other];
  const column = all.slice(-2);
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
    if (pane !== current) kept.set(current, window.scrollY);
    for (const [button, its] of buttons) button.setAttribute("aria-pressed", String(its === pane));
    for (const one of all) one.classList.toggle("pane--away", one !== pane);
    if (column.includes(pane)) for (const one of column) one.classList.toggle("pane--under", one !== pane);
    if (pane !== current) window.scrollTo(0, kept.get(pane) ?? 0);
    current = pane;
  };
  other.classList.add("pane--under");
  show(first);
  const made = buttons.map(([button]) => button);
  const strip = make("div", { class: "fill-jump", role: "group", "aria-label": "提纲、文稿与指标" }, ...made, ...more);
  const element = make("div", { class: "fill-desk" }, ...all, strip);
  return { element, show };
}
