// Changing, undoing and redoing what a reader has written.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Store } from "../../drafts/state.js";

test("a change can be undone and redone, and whoever listens is told", () => {
  const store = new Store();
  /** @type {string[]} */
  const causes = [];
  store.listen((_, cause) => causes.push(cause));
  store.change("paid.now", { facts: { paid: { now: "1" } } });
  store.change("scope", { facts: { paid: { now: "1" }, scope: "全县" } });
  store.undo();
  assert.deepEqual(store.state.facts, { paid: { now: "1" } });
  store.redo();
  assert.deepEqual(store.state.facts, { paid: { now: "1" }, scope: "全县" });
  assert.deepEqual(causes, ["paid.now", "scope", "undo", "redo"]);
});

test("quick typing in one field is one step", () => {
  const store = new Store();
  for (const now of ["1", "12", "123"]) store.change("paid.now", { facts: { paid: { now } } }, true);
  store.undo();
  assert.deepEqual(store.state.facts, {});
  assert.equal(store.canUndo, false);
});

test("a change after undoing forgets what was undone", () => {
  const store = new Store();
  store.change("a", { without: ["x"] });
  store.undo();
  store.change("b", { without: ["y"] });
  assert.equal(store.canRedo, false);
  assert.deepEqual(store.state.without, ["y"]);
});

test("another draft has no way back into the one before", () => {
  const store = new Store();
  store.change("a", { without: ["x"] });
  store.open({ facts: {}, without: [], headings: {}, content: {}, carried: [] });
  assert.equal(store.canUndo, false);
});
