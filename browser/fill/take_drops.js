// Imports files that are dropped on the page, which the browser would open in its place.

import { withAids } from "./lazy_aids.js";

/** @param {import("./page.js").FillPage} page */
export function takeDrops(page) {
  document.addEventListener("dragover", (event) => {
    if (event.dataTransfer?.types.includes("Files")) event.preventDefault();
  });
  document.addEventListener("drop", (event) => {
    const files = [...(event.dataTransfer?.files ?? [])];
    if (files.length === 0) return;
    event.preventDefault();
    void withAids(({ importInto }) => importInto(page, files));
  });
}
