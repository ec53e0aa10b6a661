// Delays loading the search index until someone is about to search.  Material requests it on every
// page, though it can be larger than the rest of the page.

const INDEX = "/search/search_index.json";
// When the pointer reaches the box, it is early enough to hide most of the wait.
const SIGNS = ["focus", "pointerenter"];

window.XMLHttpRequest = class extends XMLHttpRequest {
  /** @type {Element | null} the search box, until whose use this request waits */
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
