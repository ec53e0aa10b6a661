// Units on this machine: what is saved comes back, what is not theirs is left aside.

import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";

import { deleteUnit, isSaved, savedUnits, saveUnit, unitOf } from "../../drafts/unit_profiles.js";

const KEY = "summaries.units";
const COUNTY = { org: "青禾县卫生健康局", we: "我局", scope: "全县" };
/** @type {Map<string, string>} */
const kept = new Map();

/** @param {object} storage */
function useWindow(storage) {
  Object.defineProperty(globalThis, "window", { value: storage, configurable: true });
}

beforeEach(() => {
  kept.clear();
  useWindow({
    localStorage: {
      getItem: (/** @type {string} */ key) => kept.get(key) ?? null,
      setItem: (/** @type {string} */ key, /** @type {string} */ value) => kept.set(key, value),
      removeItem: (/** @type {string} */ key) => kept.delete(key),
    },
  });
});

afterEach(() => {
  Reflect.deleteProperty(globalThis, "window");
});

test("what a draft says of its unit is saved, the latest first", () => {
  assert.ok(saveUnit(unitOf({ ...COUNTY, goal: "别的事", paid: { now: "1" } })));
  assert.ok(saveUnit({ org: "柏石卫生院" }));
  assert.deepEqual(savedUnits(), [{ org: "柏石卫生院" }, COUNTY]);
});

test("a draft that says less of a unit takes nothing away", () => {
  saveUnit(COUNTY);
  saveUnit({ org: COUNTY.org, we: "本局" });
  assert.deepEqual(savedUnits(), [{ ...COUNTY, we: "本局" }]);
  assert.ok(isSaved({ org: COUNTY.org, we: "本局" }));
  assert.ok(!isSaved(COUNTY));
});

test("a deleted unit is gone, the last one with the setting", () => {
  saveUnit(COUNTY);
  deleteUnit(COUNTY);
  assert.deepEqual(savedUnits(), []);
  assert.equal(kept.has(KEY), false);
});

test("only so many are kept", () => {
  for (let number = 0; number < 40; number += 1) saveUnit({ org: `单位${String(number)}` });
  assert.equal(savedUnits().length, 30);
  assert.equal(savedUnits()[0]?.["org"], "单位39");
});

for (const stored of ["{", "null", "5", '{"org":"x"}', '[null,3,"x",{"we":"我局"},{"org":["x"]}]']) {
  test(`${stored} holds no unit`, () => {
    kept.set(KEY, stored);
    assert.deepEqual(savedUnits(), []);
  });
}

test("where storage is denied nothing is saved, and nothing breaks", () => {
  useWindow({
    get localStorage() {
      throw new Error("denied");
    },
  });
  assert.equal(saveUnit(COUNTY), false);
  assert.deepEqual(savedUnits(), []);
  deleteUnit(COUNTY);
});
