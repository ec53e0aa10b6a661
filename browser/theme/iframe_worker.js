// Lets the search run from a double-clicked file, where a browser refuses workers: an empty frame
// of the page takes the worker's place. "iframe-worker" in the built file's name keeps Material from
// loading such a script from the internet, and the name IFrameWorker tells its search about it.

/** @typedef {Window & typeof globalThis & {importScripts: (...urls: string[]) => Promise<void>}} Scope */

class IFrameWorker extends EventTarget {
  /** @param {string} url */
  constructor(url) {
    super();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    document.body.append(frame);
    this.scope = /** @type {Scope} */ (frame.contentWindow);
    // or Firefox would put another empty page in its place
    // eslint-disable-next-line no-restricted-syntax, @typescript-eslint/no-deprecated -- no value is written
    this.scope.document.write("<body>");
    this.scope.document.close();
    this.scope.postMessage = (/** @type {unknown} */ data) => {
      this.dispatchEvent(new MessageEvent("message", { data }));
    };
    this.scope.importScripts = async (...urls) => {
      for (const each of urls) await this.load(each);
    };
    this.ready = this.load(url);
  }

  /**
   * @param {string} url
   * @returns {Promise<void>}
   */
  load(url) {
    return new Promise((resolve, reject) => {
      const script = this.scope.document.createElement("script");
      script.addEventListener("load", () => {
        resolve();
      });
      script.addEventListener("error", () => {
        reject(new Error(url));
      });
      script.src = url;
      this.scope.document.body.append(script);
    });
  }

  /** @param {unknown} data */
  async postMessage(data) {
    await this.ready;
    this.scope.dispatchEvent(new MessageEvent("message", { data }));
  }
}

if (location.protocol === "file:") Object.assign(window, { Worker: IFrameWorker, IFrameWorker });
