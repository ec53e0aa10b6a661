// An indicator of one's own takes over what the dictionary says of its name, present or former.

import assert from "node:assert/strict";
import { test } from "node:test";

import { entryNamed } from "../../editing/dictionary.js";

const ENTRIES = [
  { names: ["规范管理率"], unit: "%", parts: ["standard-patients", "managed-patients"], basis: "规范 ÷ 在管", source: "《规范》" },
  { names: ["平均住院日", "住院日"], unit: "日", parts: ["总床日数", "出院人数"], basis: "床日 ÷ 出院", source: "《规范》" },
  { names: ["死亡率"], unit: "1/10万", parts: ["死亡数", "活产数"], basis: "死亡 ÷ 活产", source: "《规范》" },
  { names: ["满意度"], unit: "分", parts: [], basis: "", source: "仅名称；待核：公式" },
];
const COUNT = /** @type {const} */ ({ hint: "", topic: "", label: "", type: "count" });
const SPECS = /** @type {Record<string, import("../../schema/types.js").FactSpec>} */ ({
  standard: { ...COUNT, indicator: "standard-patients" },
  managed: { ...COUNT, indicator: "managed-patients" },
});

/** @param {string} name */
function found(name) {
  return entryNamed(ENTRIES, name, SPECS);
}

test("a rate knows the facts that it is computed from", () => {
  const basis = "口径：规范 ÷ 在管（《规范》）";
  assert.deepEqual(found("规范管理率"), { kind: "rate", unit: "%", numerator: "standard", denominator: "managed", basis });
});

test("a quotient is found by its other name, and leaves open what no fact is", () => {
  const basis = "口径：床日 ÷ 出院（《规范》）";
  assert.deepEqual(found("住院日"), { kind: "quotient", unit: "日", numerator: "", denominator: "", basis });
});

test("deaths in 100,000 are a rate", () => {
  assert.equal(found("死亡率")?.kind, "rate");
});

test("what nobody knows how to compute is a number, and says so", () => {
  assert.equal(found("满意度")?.kind, "decimal");
  assert.match(found("满意度")?.basis ?? "", /算法没有见到.*待核/);
});

test("an unknown name is nothing", () => {
  assert.equal(found("满意"), null);
});
