// Searches as soon as the query changes by whatever means: paste, drag, voice, an input method.
// Material looks at the query only when a key goes up.
"use strict";
document.addEventListener("DOMContentLoaded", () => {
  const query = document.querySelector("[data-md-component=search-query]");
  const look = (event) => {
    // Pinyin on its way to characters is no query yet.
    if (event.isComposing) return;
    if (!query.value.trim()) query.value = ""; // blanks alone ask for nothing
    query.dispatchEvent(new KeyboardEvent("keyup"));
  };
  query?.addEventListener("input", look);
  query?.addEventListener("compositionend", look);
});
