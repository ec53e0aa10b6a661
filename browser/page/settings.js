// Remembers a reader's choice on this machine; a browser that keeps nothing only forgets it.

const PREFIX = "summaries.";

/**
 * Returns the remembered value, or an empty text.
 * @param {string} name
 */
export function getSetting(name) {
  try {
    return window.localStorage.getItem(PREFIX + name) ?? "";
  } catch {
    return ""; // storage may be denied, and then even asking throws
  }
}

/**
 * Remembers a value; an empty one is forgotten.
 * @param {string} name
 * @param {string} value
 */
export function setSetting(name, value) {
  try {
    if (value) window.localStorage.setItem(PREFIX + name, value);
    else window.localStorage.removeItem(PREFIX + name);
  } catch {
    // denied or full: the choice holds for this page
  }
}
