// Compares two or three outlines side by side, and marks the sections that they share.  Without
// JavaScript all outlines show.

import { all } from "../page/elements.js";

/** @param {HTMLElement} column */
function points(column) {
  return all("[data-section]", column);
}

/**
 * @param {HTMLElement} column
 * @param {string | undefined} section
 */
function has(column, section) {
  return points(column).some((point) => point.dataset["section"] === section);
}

/** @param {HTMLFormElement} form */
function makeComparison(form) {
  const status = /** @type {HTMLElement} */ (document.getElementById("compare-status"));
  const selects = [...form.querySelectorAll("select")];
  const columns = all("[data-archetype]");

  /** The chosen columns; all of them where the first answer is “全部并排”. */
  const chosen = () => {
    const ids = selects.map((select) => select.value);
    if (!ids[0]) return columns;
    return columns.filter((column) => ids.includes(column.dataset["archetype"] ?? ""));
  };

  const compare = () => {
    const shown = chosen();
    const few = shown.length > 1 && shown.length <= selects.length;
    const common = (/** @type {HTMLElement} */ point) =>
      few && shown.every((column) => has(column, point.dataset["section"]));
    for (const column of columns) {
      column.hidden = !shown.includes(column);
      for (const point of points(column)) {
        for (const mark of all(".outline-shared", point)) mark.hidden = !common(point);
      }
    }
    const shared = shown[0] ? points(shown[0]).filter(common).length : 0;
    const note = few ? `，共有的章节${String(shared)}个` : "";
    status.textContent = `并排${String(shown.length)}种${note}。`;
  };

  form.addEventListener("change", compare);
  window.addEventListener("pageshow", compare); // going back, a browser restores the answers
  form.hidden = false;
  compare();
}

const form = document.getElementById("compare");
if (form instanceof HTMLFormElement) makeComparison(form);
