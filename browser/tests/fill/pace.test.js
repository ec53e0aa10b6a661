// Tests when the text is shown: at once, or after the next picture where that has taken long.

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";

import { Pace } from "../../fill/pace.js";

const LONG = 20; // milliseconds

/** @type {(() => void)[]} what waits for the next picture */
let waiting = [];
let times = 0;

function takeLong() {
  times += 1;
  const begun = performance.now();
  while (performance.now() - begun < LONG);
}

function paint() {
  for (const act of waiting.splice(0)) act();
}

/** A pace on a machine that has been slow. */
function slowPace() {
  const pace = new Pace(takeLong);
  for (let at = 0; at < 3; at += 1) pace.soon();
  times = 0;
  return pace;
}

beforeEach(() => {
  [waiting, times] = [[], 0];
  const requestAnimationFrame = (/** @type {() => void} */ act) => waiting.push(act);
  const setTimeout = (/** @type {() => void} */ act) => { act(); };
  Object.assign(globalThis, { window: { requestAnimationFrame, setTimeout } });
});

test("what is quick is done at once", () => {
  const pace = new Pace(() => { times += 1; });
  for (let at = 0; at < 5; at += 1) pace.soon();
  assert.equal(times, 5);
});

test("what has taken long waits for the next picture, once for all keys before it", () => {
  const pace = slowPace();
  pace.soon();
  pace.soon();
  assert.equal(times, 0);
  paint();
  assert.equal(times, 1);
});

test("who asks for the result has it done, and nothing is left to do", () => {
  const pace = slowPace();
  pace.soon();
  pace.settle();
  pace.settle();
  paint();
  assert.equal(times, 1);
});

test("one slow time does not make a machine slow", () => {
  let isLong = true;
  const pace = new Pace(() => { (isLong ? takeLong : () => { times += 1; })(); });
  pace.now();
  isLong = false;
  for (let at = 0; at < 3; at += 1) pace.soon();
  assert.equal(times, 4);
});
