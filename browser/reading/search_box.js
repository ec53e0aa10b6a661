// Searches whenever the query changes, also by pasting, dragging, voice or an input method; Material
// reads the query only when a key is released.

/** Makes the search box answer at once. */
export function searchAsYouType() {
  /** @type {HTMLInputElement | null} */
  const query = document.querySelector("[data-md-component=search-query]");
  if (!query) return;
  const search = () => {
    if (!query.value.trim()) query.value = ""; // spaces alone are no query
    query.dispatchEvent(new KeyboardEvent("keyup"));
  };
  query.addEventListener("input", (event) => {
    // while Pinyin is being composed into characters, it is no query yet
    if (!(event instanceof InputEvent && event.isComposing)) search();
  });
  query.addEventListener("compositionend", search);
}
