// Tests when the text is shown: at once, or after the next picture where that has taken long.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Pace } from "../../fill/pace.js";

const LONG = 20; // milliseconds

function takeLong() {
  const begun = performance.now();
  while (performance.now() - begun < LONG);
}

function never() {
  assert.fail("there is no need to wait");
}

/** A pace on a machine that has been slow, how often it has acted since, and the next picture. */
function slowPace() {
  /** @type {(() => void)[]} */
  const waiting = [];
  const acted = { times: 0 };
  const pace = new Pace(
    () => {
      acted.times += 1;
      takeLong();
    },
    (act) => { waiting.push(act); },
  );
  for (let at = 0; at < 3; at += 1) pace.now();
  acted.times = 0;
  const paint = () => { for (const act of waiting.splice(0)) act(); };
  return { pace, acted, paint };
}

test("what is quick is done at once", () => {
  let times = 0;
  const pace = new Pace(() => { times += 1; }, never);
  for (let at = 0; at < 5; at += 1) pace.soon();
  assert.equal(times, 5);
});

test("what has taken long waits for the next picture, once for all keys before it", () => {
  const { pace, acted, paint } = slowPace();
  pace.soon();
  pace.soon();
  assert.equal(acted.times, 0);
  paint();
  assert.equal(acted.times, 1);
});

test("who asks for the result has it done, and nothing is left to do", () => {
  const { pace, acted, paint } = slowPace();
  pace.soon();
  pace.settle();
  pace.settle();
  paint();
  assert.equal(acted.times, 1);
});

test("one slow time does not make a machine slow", () => {
  const acts = [takeLong];
  const pace = new Pace(() => acts.pop()?.(), never);
  for (let at = 0; at < 4; at += 1) pace.soon();
  assert.equal(acts.length, 0);
});
