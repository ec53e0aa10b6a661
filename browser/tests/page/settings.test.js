// A choice is remembered where there is storage, and costs nothing where there is none.

import assert from "node:assert/strict";
import { afterEach, test } from "node:test";

import { clearSettings, setSetting, getSetting } from "../../page/settings.js";

/** @param {object} storage */
function useWindow(storage) {
  Object.defineProperty(globalThis, "window", { value: storage, configurable: true });
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, "window");
});

test("a value comes back, an empty one is forgotten", () => {
  /** @type {Map<string, string>} */
  const kept = new Map();
  useWindow({
    localStorage: {
      getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {string} */ value) => kept.set(key, value),
      removeItem: (/** @type {string} */ key) => kept.delete(key),
    },
  });
  setSetting("annotations", "hidden");
  assert.equal(getSetting("annotations"), "hidden");
  setSetting("annotations", "");
  assert.equal(getSetting("annotations"), "");
  assert.equal(kept.size, 0);
});

test("storage that throws only forgets", () => {
  useWindow({
    get localStorage() {
      throw new Error("denied");
    },
  });
  setSetting("annotations", "hidden");
  assert.equal(getSetting("annotations"), "");
});

test("clearing takes what is ours and leaves the rest", () => {
  const storage = { "summaries.units": "[]", "summaries.layout": "x", other: "y" };
  Object.defineProperty(storage, "removeItem", {
    value: (/** @type {keyof typeof storage} */ key) => Reflect.deleteProperty(storage, key),
  });
  useWindow({ localStorage: storage });
  clearSettings();
  assert.deepEqual(Object.keys(storage), ["other"]);
});
