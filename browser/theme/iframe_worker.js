// Lets the search run on file://, where browsers refuse workers: an empty frame takes the worker's
// place.  "iframe-worker" in the name of the built file keeps Material from loading such a script from
// the internet, and its search looks for the name IFrameWorker.

/** @typedef {Window & typeof globalThis & {importScripts: (...urls: string[]) => Promise<void>}} Scope */

class IFrameWorker extends EventTarget {
  /** @param {string} url */
  constructor(url) {
    super();
    const frame = document.createElement("iframe");
    frame.hidden = true;
    document.body.append(frame);
    this.scope = /** @type {Scope} */ (frame.contentWindow);
    // else Firefox would replace the frame by another empty page
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
