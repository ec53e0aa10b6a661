// Loads a bundle when it is first needed, as a classic script, which works on file:// too.

import { make } from "./elements.js";

const FOLDER = "../assets/js/";

/** @type {Map<string, unknown>} what is loaded already, by its name in the window */
const loaded = new Map();

/**
 * Loads a script and returns what it leaves in the window; fails when it cannot be loaded.
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
