// On a narrow page the bar has room for little: what it cannot hold stands at the top of the menu 更多.

import { make } from "../page/elements.js";
import { NARROW } from "../page/narrow.js";

/**
 * Moves parts of the bar into the menu while the page is narrow, and back.
 * @param {HTMLElement} panel of the menu
 * @param {HTMLElement[]} parts
 * @param {import("./output_buttons.js").OutputButtons} output the other formats of which are listed too
 */
export function fitBar(panel, parts, { menu, others }) {
  const query = window.matchMedia(NARROW);
  const tools = make("div", { class: "menu-tools" });
  const places = parts.map((part) => ({ part, place: document.createComment("") }));
  const fit = () => {
    const isNarrow = query.matches;
    for (const { part, place } of places) {
      if (isNarrow) part.replaceWith(place);
      else place.replaceWith(part);
    }
    if (isNarrow) tools.append(...parts, others);
    else menu.panel.append(others);
    menu.menu.hidden = isNarrow;
  };
  panel.append(tools);
  fit();
  query.addEventListener("change", fit);
}
