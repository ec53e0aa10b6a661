// Work that is done a step at a time, with room for the browser in between.

import assert from "node:assert/strict";
import { test } from "node:test";

import { inTurns } from "../../page/later.js";

const LONG = 15; // milliseconds: longer than a turn

/** @param {number} milliseconds */
function work(milliseconds) {
  const end = performance.now() + milliseconds;
  while (performance.now() < end);
}

test("steps that are short share a task, those that are long have their own", () => {
  /** @type {(() => void)[]} */
  const tasks = [];
  /** @type {string[]} */
  const done = [];
  function* steps() {
    done.push("first");
    yield;
    done.push("second");
    work(LONG);
    yield;
    done.push("third");
  }
  inTurns(steps(), (act) => { tasks.push(act); });
  assert.deepEqual(done, []);
  tasks.shift()?.();
  assert.deepEqual(done, ["first", "second"]);
  tasks.shift()?.();
  assert.deepEqual(done, ["first", "second", "third"]);
  assert.equal(tasks.length, 0);
});
