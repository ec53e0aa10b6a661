// The 口径 of a figure is that of the one indicator that its facts make.

import assert from "node:assert/strict";
import { test } from "node:test";

import { indicatorOf } from "../../preview/basis.js";

const COUNT = /** @type {const} */ ({ hint: "", topic: "", type: "count", unit: "人" });
const SPECS = /** @type {Record<string, import("../../schema/types.js").FactSpec>} */ ({
  managed: { ...COUNT, label: "在管" },
  standard: { ...COUNT, label: "规范" },
  rate: { ...COUNT, type: "rate", label: "规范管理率", numerator: "standard", denominator: "managed" },
});

/** @type {[string, string[], string | undefined][]} */
const FIGURES = [
  ["a rate", ["standard.now", "managed.now"], "规范管理率"],
  ["a difference of rates", ["standard.now", "managed.now", "standard.last", "managed.last"], "规范管理率"],
  ["a rate that was entered", ["rate.now"], "规范管理率"],
  ["a count", ["managed.now", "managed.last"], "在管"],
  ["what no indicator is made from", ["standard.now", "other.now"], undefined],
];

for (const [name, paths, label] of FIGURES) {
  test(`the indicator of ${name}`, () => {
    assert.equal(indicatorOf(SPECS, paths)?.label, label);
  });
}
