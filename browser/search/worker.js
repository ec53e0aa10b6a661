// Answers Material's search box in the place of Material's own worker, which cuts all text into words first.

import { Finder } from "./finder.js";

/** @typedef {{type: 0, data: {docs: import("./finder.js").Entry[]}}} Setup the first message */
/** @typedef {{type: 2, data: string}} Query every other */

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
