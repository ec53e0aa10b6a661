// Own text as a writer sees it: tokens in place of expressions, and back.

import assert from "node:assert/strict";
import { test } from "node:test";

import { unknownTokens, withExpressions, withTokens } from "../../templating/tokens.js";
import { ARCHETYPE } from "../support/water_quarter.js";

const SPECS = {
  ...ARCHETYPE.facts,
  rate: { label: "合格率", hint: "", topic: "", type: /** @type {const} */ ("rate"), numerator: "samples", denominator: "paid" },
  visits: { ...ARCHETYPE.facts["paid"], label: "诊疗", aliases: ["门诊量"] },
};
const specs = /** @type {Record<string, import("../../schema/types.js").FactSpec>} */ (SPECS);

/** @type {[string, string][]} own text, and what stands in the field */
const PAIRS = [
  ["签约{{ samples }}，", "签约〔水样〕，"],
  ["{{ paid.last }}和{{ paid.plan }}", "〔支出·上期〕和〔支出·计划〕"],
  ["{{ compared(paid) }}，{{ growth(paid) }}", "〔支出·与上期比〕，〔支出·增幅〕"],
  ["{{ share(samples, paid) }}", "〔水样·占比·支出〕"],
  ["{{ held|month }}", "〔检查日期·到月〕"],
  ["{{ towns|listed('name') }}", "〔乡镇·列出·名称〕"],
  ["{{ total(towns, 'cost') }}", "〔乡镇·总计·投入〕"],
  ["{{ table(paid, samples) }}", "〔表格：支出、水样〕"],
  ["按国卫发〔2026〕3号", "按国卫发〔2026〕3号"],
  ["{% if %} 3% ( { }", "{% if %} 3% ( { }"],
];

for (const [own, shown] of PAIRS) {
  test(`tokens and back: ${own}`, () => {
    assert.equal(withTokens(own, specs), shown);
    assert.equal(withExpressions(shown, specs), own);
  });
}

test("a fact is also found by its other name", () => {
  assert.equal(withExpressions("〔门诊量·上期〕", specs), "{{ visits.last }}");
});

test("what is no figure stays as it was typed", () => {
  const typed = "〔没有的〕〔支出·没有的〕〔支出·列出·名称〕〔水样·上期〕{{ nope }}{{ 坏";
  assert.equal(withExpressions(typed, specs), typed);
  assert.equal(withTokens(typed, specs), typed);
  assert.deepEqual(unknownTokens(typed, specs), ["没有的", "支出·没有的", "支出·列出·名称", "水样·上期"]);
  assert.deepEqual(unknownTokens("国卫发〔2026〕3号，〔支出〕", specs), []);
});

test("names of what every object has name no figure", () => {
  for (const name of ["constructor", "__proto__", "toString"]) {
    assert.equal(withExpressions(`〔${name}〕`, specs), `〔${name}〕`);
    assert.equal(withTokens(`{{ ${name} }}`, specs), `{{ ${name} }}`);
  }
});
