// Loads a bundle when it is first needed, as a classic script, which works on file:// too.

import { make } from "./elements.js";

const FOLDER = "../assets/js/"; // from a page in a folder

/** Says that the site lacks a script; the message is for the reader. */
export class ScriptError extends Error {
  /** @param {string} script */
  constructor(script) {
    super(`网站的文件不全（缺${script}）。请告诉网站的管理人员。`);
  }
}

/**
 * Loads a script, unless another bundle has, and returns what it leaves in the window; fails when it cannot be loaded.
 * @param {string} script
 * @param {string} name
 * @param {string} [folder]
 * @returns {Promise<unknown>}
 */
export function loadScript(script, name, folder = FOLDER) {
  return new Promise((resolve, reject) => {
    const give = () => {
      resolve(Reflect.get(window, name));
    };
    if (name in window) {
      give();
      return;
    }
    const element = make("script", { src: folder + script });
    element.addEventListener("load", give);
    element.addEventListener("error", () => {
      reject(new ScriptError(script));
    });
    document.head.append(element);
  });
}
