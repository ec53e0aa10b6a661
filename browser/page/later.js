// Leaves work to a task of its own, so that the browser can paint and answer the reader in between.

/** @param {() => void} act */
export function later(act) {
  window.setTimeout(act);
}
