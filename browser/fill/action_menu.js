// A menu of actions in groups; it closes on an action, on Escape and on a click outside.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";

/**
 * Makes a menu.
 * @param {string} name
 * @param {[string, () => unknown][][]} groups
 */
export function makeMenu(name, groups) {
  const menu = make("details", { class: "fill-more" }, make("summary", {}, name));
  const list = make("div", { class: "fill-menu" });
  for (const actions of groups) {
    const buttons = actions.map(([label, act]) =>
      makeButton(label, () => {
        menu.open = false;
        act();
      }),
    );
    list.append(make("div", {}, ...buttons));
  }
  menu.append(list);
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") menu.open = false;
  });
  return menu;
}
