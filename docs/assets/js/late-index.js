// Fetches the search index when someone is about to search.  Material asks for it with every page,
// though it can weigh more than all the rest of the page.
"use strict";
window.XMLHttpRequest = class extends XMLHttpRequest {
  open(method, url, ...rest) {
    this.late = String(url).endsWith("/search/search_index.json");
    super.open(method, url, ...rest);
  }

  send(...body) {
    const query = document.querySelector("[data-md-component=search-query]");
    const now = () => super.send(...body);
    if (!this.late || query === document.activeElement) now();
    else query.addEventListener("focus", now, { once: true });
  }
};
