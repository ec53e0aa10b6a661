// Stores a reader's settings on this machine; where the browser denies storage, they last for the page.

const PREFIX = "summaries.";

/**
 * The stored value, or an empty text.
 * @param {string} name
 */
export function getSetting(name) {
  try {
    return window.localStorage.getItem(PREFIX + name) ?? "";
  } catch {
    return ""; // where storage is denied, even reading throws
  }
}

/**
 * Tells whether any setting is stored whose name begins so.
 * @param {string} start
 */
export function hasSetting(start) {
  try {
    return Object.keys(window.localStorage).some((key) => key.startsWith(PREFIX + start));
  } catch {
    return false;
  }
}

/**
 * Stores a value; an empty one is removed.
 * @param {string} name
 * @param {string} value
 */
export function setSetting(name, value) {
  try {
    if (value) window.localStorage.setItem(PREFIX + name, value);
    else window.localStorage.removeItem(PREFIX + name);
  } catch {
    // denied or full: the setting lasts for this page
  }
}

/** Removes every stored value. */
export function clearSettings() {
  try {
    const { localStorage } = window;
    for (const key of Object.keys(localStorage)) {
      if (key.startsWith(PREFIX)) localStorage.removeItem(key);
    }
  } catch {
    // denied: nothing is stored
  }
}
