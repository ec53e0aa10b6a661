// The figures of a text, listed with their changes.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Summary } from "../../library/summary.js";
import { figureLines } from "../../output/appendix.js";
import { ARCHETYPE, STATE } from "../support/water_quarter.js";

test("every figure is listed with its change", () => {
  const [paid] = figureLines(new Summary(ARCHETYPE), STATE.facts);
  assert.deepEqual(paid, {
    path: "paid",
    label: "支出",
    unit: "万元",
    last: "1236.11万元",
    now: "1518.20万元",
    plan: "1500万元",
    change: "增加282.09万元",
    comparedWith: "上年同期",
    formula: "",
    listed: true,
  });
});
