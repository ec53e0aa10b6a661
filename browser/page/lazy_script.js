// Loads a part of the page when it is first needed: a classic script, for file:// too.

import { make } from "./elements.js";

const FOLDER = "../assets/js/";

/** What came already, by the script's name.
 * @type {Map<string, unknown>} */
const loaded = new Map();

/**
 * What a script leaves in the window; it fails when the script cannot be read.
 * @param {string} script
 * @param {string} name
 * @returns {Promise<unknown>}
 */
export function loadScript(script, name) {
  return new Promise((resolve, reject) => {
    if (loaded.has(name)) {
      resolve(loaded.get(name));
      return;
    }
    const element = make("script", { src: FOLDER + script });
    element.addEventListener("load", () => {
      loaded.set(name, Reflect.get(window, name));
      resolve(loaded.get(name));
    });
    element.addEventListener("error", () => {
      reject(new Error(script));
    });
    document.head.append(element);
  });
}
