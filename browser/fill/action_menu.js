// A menu of actions in groups with headings; it closes on an action, on Escape and on a click outside.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { icon } from "../page/icon.js";

/**
 * An action of a menu, with a line that says what it does, and the path of its icon.
 * @typedef {{label: string, act: () => unknown, line?: string, drawn?: string}} Action
 */

let lines = 0; // that have been given an id

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
  if (line) explain(button, label, line);
  if (drawn) button.prepend(icon(drawn));
  return button;
}

/**
 * Names a button by its label alone, and describes it by the line below.
 * @param {HTMLElement} button
 * @param {string} label
 * @param {string} line
 */
function explain(button, label, line) {
  const id = `menu-line-${String((lines += 1))}`;
  button.setAttribute("aria-label", label);
  button.setAttribute("aria-describedby", id);
  button.append(make("span", {}, label), make("small", { id }, line));
}
