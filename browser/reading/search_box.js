// Searches as soon as the query changes by whatever means: paste, drag, voice, an input method.
// Material looks at the query only when a key goes up.

/** Lets the search box answer at once. */
export function searchAsYouType() {
  /** @type {HTMLInputElement | null} */
  const query = document.querySelector("[data-md-component=search-query]");
  if (!query) return;
  const search = () => {
    if (!query.value.trim()) query.value = ""; // blanks alone ask for nothing
    query.dispatchEvent(new KeyboardEvent("keyup"));
  };
  query.addEventListener("input", (event) => {
    // Pinyin on its way to characters is no query yet.
    if (!(event instanceof InputEvent && event.isComposing)) search();
  });
  query.addEventListener("compositionend", search);
}
