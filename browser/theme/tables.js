// Puts a box around each table without a class of its own, so that a wide one scrolls in it, and lets the arrow keys
// scroll these boxes and wide blocks of code.

import { all, make } from "../page/elements.js";

/** Wraps the tables of the text. */
export function wrapTables() {
  for (const table of all(".md-content table:not([class])")) {
    const inner = make("div", { class: "md-typeset__table" });
    table.replaceWith(make("div", { class: "md-typeset__scrollwrap" }, inner));
    inner.append(table);
  }
}

/** Lets the keyboard reach what scrolls sideways; once the page stands. */
export function makeTablesReachable() {
  for (const box of all(".md-typeset__scrollwrap")) {
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "表格");
  }
  for (const code of all(".md-content pre > code")) {
    if (code.scrollWidth > code.clientWidth) code.tabIndex = 0;
  }
}
