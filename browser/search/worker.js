// The entry point of the search worker, which replaces Material's own; that one cuts all text into words.

import { Finder } from "./finder.js";

/** @typedef {{type: 0, data: {docs: import("./finder.js").Entry[]}}} Setup the first message */
/** @typedef {{type: 2, data: string}} Query every other message */

const READY = 1;
const RESULT = 3;
let finder = new Finder([]);

/** @param {MessageEvent<Setup | Query>} event */
function answer({ data: message }) {
  if (message.type === 0) {
    finder = new Finder(message.data.docs);
    postMessage({ type: READY });
  } else {
    postMessage({ type: RESULT, data: { items: finder.find(message.data) } });
  }
}

addEventListener("message", answer);
