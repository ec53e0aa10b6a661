// A menu of actions in groups with headings; it closes on an action, on Escape and on a click outside.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { icon } from "../page/icon.js";

/**
 * An action of a menu, with a line that says what it does, and the path of its icon.
 * @typedef {{label: string, act: () => unknown, line?: string, drawn?: string}} Action
 */

/**
 * Makes a menu.
 * @param {string} name
 * @param {HTMLElement[]} content
 */
export function makeMenu(name, ...content) {
  const panel = make("div", { class: "fill-menu" }, ...content);
  const menu = make("details", { class: "fill-more" }, make("summary", {}, name), panel);
  document.addEventListener("click", ({ target }) => {
    if (target instanceof Node && !menu.contains(target)) menu.open = false;
  });
  document.addEventListener("keydown", ({ key }) => {
    if (key === "Escape") menu.open = false;
  });
  return { menu, panel };
}

/**
 * Makes the groups of a menu, each with its heading.
 * @param {Record<string, Action[]>} groups
 */
export function actionGroups(groups) {
  return Object.entries(groups).map(([heading, actions]) => {
    const head = make("span", { class: "fill-menu-head", "aria-hidden": "true" }, heading);
    return make("div", { role: "group", "aria-label": heading }, head, ...actions.map(actionButton));
  });
}

/** @param {Action} action */
function actionButton({ label, act, line, drawn }) {
  const button = makeButton(line ? "" : label, () => {
    button.closest("details")?.removeAttribute("open");
    act();
  });
  if (line) button.append(make("span", {}, label), make("small", {}, line));
  if (drawn) button.prepend(icon(drawn));
  return button;
}
