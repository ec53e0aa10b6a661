// Searches the dictionary of indicators on its page: shows the entries that hold all words.  Without JavaScript
// all show.

import { all } from "../page/elements.js";

/** @param {HTMLFormElement} form */
function makeSearch(form) {
  const words = /** @type {HTMLInputElement} */ (document.getElementById("dictionary-words"));
  const line = /** @type {HTMLSelectElement} */ (document.getElementById("dictionary-line"));
  const status = /** @type {HTMLElement} */ (document.getElementById("dictionary-status"));
  const lists = all(".dictionary").map((list) => ({
    ...{ list, heading: document.getElementById(`line-${list.dataset["line"] ?? ""}`) },
    rows: all("tbody tr", list).map((row) => ({ row, text: folded(row.textContent) })),
  }));
  const show = () => {
    const wanted = folded(words.value).split(/\s+/).filter(Boolean);
    let count = 0;
    for (const { list, heading, rows } of lists) {
      const isChosen = !line.value || line.value === list.dataset["line"];
      for (const { row, text } of rows) row.hidden = !isChosen || !wanted.every((word) => text.includes(word));
      const shown = rows.filter(({ row }) => !row.hidden).length;
      list.hidden = shown === 0;
      if (heading) heading.hidden = shown === 0;
      count += shown;
    }
    status.textContent = count ? `共${String(count)}条。` : "没有这样的指标，换一个说法试试。";
  };
  form.addEventListener("input", show);
  form.addEventListener("submit", (event) => {
    event.preventDefault(); // Enter must not load another page
  });
  window.addEventListener("pageshow", show); // going back, a browser restores what was typed
  window.addEventListener("hashchange", () => {
    form.reset(); // a link leads to an entry that may be hidden
    show();
    document.querySelector(":target")?.scrollIntoView();
  });
  form.hidden = false;
  show();
}

/**
 * A text as it is compared: Ⅰ and I, full and half width, capital and small letters are the same.
 * @param {string} text
 */
function folded(text) {
  return text.normalize("NFKC").toLowerCase();
}

const form = document.getElementById("dictionary-search");
if (form instanceof HTMLFormElement) makeSearch(form);
