// Copies a text to the clipboard, in whichever way the browser allows.

import { make } from "./elements.js";

const PATIENCE = 1000; // milliseconds: a browser that asks for leave may never answer

/**
 * Copies a text and tells whether that worked.  `navigator.clipboard` is missing on a plain-http
 * host name, and may refuse elsewhere; then the older command is tried.
 * @param {string} text
 * @returns {Promise<boolean>}
 */
export async function copyText(text) {
  return (await writeText(text)) || copyFromTextarea(text);
}

/**
 * @param {string} text
 * @returns {Promise<boolean>}
 */
async function writeText(text) {
  const clipboard = /** @type {Clipboard | undefined} */ (navigator.clipboard);
  if (!clipboard) return false;
  /** @type {Promise<boolean>} */
  const late = new Promise((resolve) => { window.setTimeout(resolve, PATIENCE, false); });
  return Promise.race([clipboard.writeText(text).then(() => true, () => false), late]);
}

/**
 * Copies by selecting the text in a hidden field, and returns the focus.
 * @param {string} text
 */
function copyFromTextarea(text) {
  const focused = document.activeElement;
  const field = make("textarea", { class: "visually-hidden", "aria-hidden": "true" });
  field.value = text;
  document.body.append(field);
  field.select();
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on plain http
    return document.execCommand("copy");
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus({ preventScroll: true });
  }
}
