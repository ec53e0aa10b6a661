// Fetches the search index when someone is about to search.  Material asks for it with every page,
// though it can weigh more than all the rest of the page.

const INDEX = "/search/search_index.json";
// A mouse on its way to the box is early enough to hide most of the wait.
const SIGNS = ["focus", "pointerenter"];

window.XMLHttpRequest = class extends XMLHttpRequest {
  /** @type {Element | null} the search box, for which this request can wait */
  #box = null;

  /**
   * @override
   * @param {string} method
   * @param {string | URL} url
   * @param {boolean} [async]
   */
  open(method, url, async = true) {
    const late = String(url).endsWith(INDEX);
    this.#box = late ? document.querySelector("[data-md-component=search-query]") : null;
    super.open(method, url, async);
  }

  /**
   * @override
   * @param {XMLHttpRequestBodyInit | null} [body]
   */
  send(body) {
    const box = this.#box;
    if (!box || box === document.activeElement) {
      super.send(body);
      return;
    }
    const asked = new AbortController();
    const now = () => {
      asked.abort();
      super.send(body);
    };
    for (const sign of SIGNS) box.addEventListener(sign, now, { signal: asked.signal });
  }
};
