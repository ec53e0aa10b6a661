// The menu of the bar: deeds in groups; choosing one, Escape or a click elsewhere closes it.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";

/**
 * @param {string} name
 * @param {[string, () => unknown][][]} groups
 */
export function makeMenu(name, groups) {
  const menu = make("details", { class: "fill-more" }, make("summary", {}, name));
  const list = make("div", { class: "fill-menu" });
  for (const deeds of groups) {
    const buttons = deeds.map(([label, act]) =>
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
