// Checks facts against each other: references to unknown or unsuitable ones, circles, names used twice;
// mirrors VocabularyCheck in macros/library/vocabulary_checks.py.

import { referencesOf, sourcesOf } from "../facts/archetype_facts.js";
import { ownValue } from "../schema/own_value.js";
import { POINTS } from "../figures/values.js";
import { DEEPEST, traitsOf, unitOf } from "../schema/fact_types.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {Record<string, FactSpec>} Specs */
/** @typedef {(name: string, what: string, expected?: string, fact?: string) => void} Report */

/**
 * Reports what is wrong with the named facts among all.
 * @param {Specs} specs
 * @param {string[]} names
 * @param {Report} report
 */
export function checkFacts(specs, names, report) {
  const endless = endlessFacts(specs);
  for (const name of names) {
    const spec = ownValue(specs, name);
    if (spec) checkFact(name, spec, specs, report);
    if (endless.has(name)) report(name, `“${name}”绕着圈引用自己，或者隔了太多层`, "由直接填报的指标算出");
  }
  checkLabels(specs, names, report);
}

/**
 * @param {string} name
 * @param {FactSpec} spec
 * @param {Specs} specs
 * @param {Report} report
 */
function checkFact(name, spec, specs, report) {
  const sources = sourcesOf(spec);
  for (const other of referencesOf(spec)) {
    if (!Object.hasOwn(specs, other)) report(name, `“${name}”引用了没有的指标“${other}”`, "", other);
  }
  for (const other of sources) checkSource(name, spec, other, specs, report);
  if (traitsOf(spec).quotient && unitOf(spec) in POINTS && !hasOneUnit(sources, specs)) {
    report(name, `“${name}”的分子和分母单位不同`, "单位相同，万、亿和“人次”的“次”不计；本来不同的，类型写比值（quotient），配自己的单位");
  }
}

/**
 * @param {string} name
 * @param {FactSpec} spec
 * @param {string} other
 * @param {Specs} specs
 * @param {Report} report
 */
function checkSource(name, spec, other, specs, report) {
  const source = ownValue(specs, other);
  if (!source) return;
  if (!traitsOf(source).number || source.approx) {
    report(name, `“${other}”不能参与计算`, "确切的数，不是概数、文字或比率");
  } else if (spec.sum_of && unitOf(source) !== unitOf(spec)) {
    report(name, `“${other}”的单位与合计不同`, unitOf(spec) || "没有单位");
  }
}

/**
 * @param {string[]} names
 * @param {Specs} specs
 */
function hasOneUnit(names, specs) {
  const units = names.flatMap((name) => {
    const spec = ownValue(specs, name);
    return spec ? [counted(unitOf(spec))] : [];
  });
  return new Set(units).size < 2;
}

/**
 * What a unit counts: 人 for 万人, and for 人次, of which there are so many in 人.
 * @param {string} unit
 */
function counted(unit) {
  const base = unit.replace(/^[万亿]+/, "");
  return base.replace(/次$/, "") || base;
}

/**
 * The facts that do not lead down to entered ones, or only by too many sums.
 * @param {Specs} specs
 */
function endlessFacts(specs) {
  let endless = new Set(Object.keys(specs));
  for (let depth = 0; depth <= DEEPEST; depth += 1) {
    const before = endless;
    const leads = (/** @type {string} */ name) => sourcesOf(specs[name]).some((s) => before.has(s));
    endless = new Set([...before].filter(leads));
  }
  return endless;
}

/**
 * @param {Specs} specs
 * @param {string[]} names
 * @param {Report} report
 */
function checkLabels(specs, names, report) {
  /** @type {Map<string, string>} */
  const seen = new Map();
  for (const [name, { label, aliases = [] }] of Object.entries(specs)) {
    for (const called of [label, ...aliases]) {
      const first = seen.get(called) ?? name;
      seen.set(called, first);
      if (first === name || !names.includes(name)) continue;
      const what = `已有指标：${specs[first]?.label ?? ""}（${first}）`;
      report(name, what, `“${called}”以外的名称，或直接用${first}`);
    }
  }
}
