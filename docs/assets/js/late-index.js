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
    if (!this.late || query === document.activeElement) {
      super.send(...body);
      return;
    }
    const asked = new AbortController();
    const now = () => {
      asked.abort();
      super.send(...body);
    };
    // A mouse on its way to the box is early enough to hide most of the wait.
    for (const sign of ["focus", "pointerenter"])
      query.addEventListener(sign, now, { signal: asked.signal });
  }
};
