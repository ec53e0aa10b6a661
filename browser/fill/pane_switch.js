// The strip of a narrow page, where the text stands below the form: switches between them, and back to
// where the reader was in each.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";

/**
 * Makes the strip.
 * @param {Record<string, HTMLElement>} panes by what their buttons read, from top to bottom
 * @param {HTMLElement[]} more buttons that stand in it too
 */
export function paneSwitch(panes, ...more) {
  /** @type {Map<HTMLElement, number>} how far the window has been scrolled into each */
  const kept = new Map();
  const [first] = Object.values(panes);
  const buttons = Object.entries(panes).map(([name, pane]) => {
    const go = () => {
      window.scrollBy(0, pane.getBoundingClientRect().top + (kept.get(pane) ?? -topBar()));
      note();
    };
    return /** @type {const} */ ([makeButton(name, go, { "aria-pressed": String(pane === first) }), pane]);
  });
  const note = () => {
    const middle = window.innerHeight / 2;
    const reached = buttons.filter(([, pane]) => pane.getBoundingClientRect().top < middle);
    const here = reached.pop()?.[1] ?? first;
    for (const [button, pane] of buttons) button.setAttribute("aria-pressed", String(pane === here));
    if (here) kept.set(here, -here.getBoundingClientRect().top);
  };
  window.addEventListener("scroll", note, { passive: true });
  const made = buttons.map(([button]) => button);
  return make("div", { class: "fill-jump", role: "group", "aria-label": "填写与文稿" }, ...made, ...more);
}

/** How much of the window the bars at its top cover. */
function topBar() {
  return document.querySelector(".fill-status")?.getBoundingClientRect().bottom ?? 0;
}
