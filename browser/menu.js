// Gives the keyboard what the theme gives only the mouse: the menu and search of narrow screens,
// and tables that scroll sideways.

import { all, make } from "./elements.js";

/** Puts a button in the place of each header label that opens the menu or the search. */
export function reachHeader() {
  /** @type {Record<string, string>} */
  const names = { __drawer: "目录", __search: "搜索" };
  for (const label of all("label.md-header__button")) {
    const id = label.getAttribute("for") ?? "";
    const toggle = document.getElementById(id);
    if (!toggle || !names[id]) continue;
    const button = make("button", {
      type: "button",
      class: label.className,
      "data-opens": id,
      "aria-label": names[id],
    });
    button.append(...label.childNodes);
    button.addEventListener("click", () => {
      toggle.click();
    });
    label.replaceWith(button);
  }
}

/** Lets the boxes that the theme puts around wide tables be scrolled by the arrow keys. */
export function reachTables() {
  for (const box of all(".md-typeset__scrollwrap")) {
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "表格");
  }
}
