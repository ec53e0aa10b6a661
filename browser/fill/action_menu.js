// A menu of actions in groups with headings; it closes on an action, on Escape and on a click outside.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";

/**
 * Makes a menu.
 * @param {string} name
 * @param {Record<string, [string, () => unknown][]>} groups by their headings
 * @param {HTMLElement[]} more that stands below them
 */
export function makeMenu(name, groups, ...more) {
  const menu = make("details", { class: "fill-more" }, make("summary", {}, name));
  const list = make("div", { class: "fill-menu" });
  for (const [heading, actions] of Object.entries(groups)) {
    const buttons = actions.map(([label, act]) =>
      makeButton(label, () => {
        menu.open = false;
        act();
      }),
    );
    const head = make("span", { class: "fill-menu-head", "aria-hidden": "true" }, heading);
    list.append(make("div", { role: "group", "aria-label": heading }, head, ...buttons));
  }
  list.append(...more);
  menu.append(list);
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") menu.open = false;
  });
  return menu;
}
