// What a reader checks before a text is final: every figure with its change, and what looks wrong.

import { problems } from "../engine/consistency.js";
import { quotient } from "../engine/decimal.js";
import { contextOf, figureLines } from "../engine/figure_table.js";
import { now, side } from "../engine/figures.js";
import { Series } from "../engine/values.js";
import { places } from "./changes.js";
import { factOf, labelAt, specAt } from "./paths.js";
import { isCarried } from "./records.js";

/** @typedef {import("../engine/types.js").Archetype} Archetype */
/** @typedef {import("./state.js").State} State */
/** @typedef {{path: string, what: string}} Warning */

const ANY_DIGIT = /\d+(?:\.\d+)?/g;

/**
 * What deserves a second look; `examples` are the facts of the archetype's own examples.
 * @param {Archetype} archetype
 * @param {State} state
 * @param {string[]} edited texts put by hand
 * @returns {Warning[]}
 */
export function warnings(archetype, state, edited) {
  const { context, shown, names } = contextOf(archetype, state.facts, state.without);
  const found = problems(archetype, state.facts, state.without).map(({ path, what, expected }) => ({
    path,
    what: expected ? `${what}，应为：${expected}` : what,
  }));
  for (const path of Object.keys(archetype.facts)) {
    const fact = shown(path) ? context.fact(path) : undefined;
    if (fact instanceof Series) found.push(...ofSeries(path, fact));
  }
  found.push(...ofExamples(archetype, state, names));
  found.push(...ofEdits(archetype, state, edited));
  return found;
}

/**
 * @param {string} path
 * @param {Series} fact
 * @returns {Warning[]}
 */
function ofSeries(path, fact) {
  const [mine, last] = [now(fact), side(fact, "last")];
  if (!mine || !last) return [];
  const what = `“${fact.label}”本期${mine.text}，上期${last.text}`;
  if (mine.number.compare(last.number) === 0) {
    return mine.number.sign ? [{ path: `${path}.now`, what: `${what}，两期相同，请核对` }] : [];
  }
  if (last.number.sign <= 0 || mine.number.sign < 0) return [];
  const ratio = quotient(mine.number, last.number, 4).value;
  const jump = ratio.gt(2) ? "超过上期的2倍" : ratio.times(2).lt(1) ? "不到上期的一半" : "";
  return jump ? [{ path: `${path}.now`, what: `${what}，${jump}，请核对` }] : [];
}

/**
 * @param {Archetype} archetype
 * @param {State} state
 * @param {string[]} names
 * @returns {Warning[]}
 */
function ofExamples(archetype, { facts, carried }, names) {
  const written = [...places(facts)].filter(([path]) => names.includes(factOf(path)));
  /** @type {Warning[]} */
  const found = [];
  for (const example of archetype.examples) {
    const theirs = places(example.facts);
    const own = example.name;
    for (const [path, text] of written) {
      if (own && text.includes(own)) {
        found.push({ path, what: `“${labelAt(archetype, path)}”里还有示例单位的名称“${own}”` });
      } else if (isCarried(carried, path)) {
        continue; // it is waiting to be looked at as a whole
      } else if (text === theirs.get(path) && isTelling(archetype, path, text)) {
        found.push({ path, what: `“${labelAt(archetype, path)}”仍是示例里的“${text}”` });
      }
    }
  }
  return found;
}

/**
 * Tells whether being the same as an example is suspicious: figures of some size, long texts.
 * @param {Archetype} archetype
 * @param {string} path
 * @param {string} text
 */
function isTelling(archetype, path, text) {
  if (["choice", "figure", "period", "date"].includes(specAt(archetype, path)?.type ?? "")) return false;
  return /^[\d.]+$/.test(text) ? text.replace(/\D/g, "").length > 2 : text.length > 6;
}

/**
 * @param {Archetype} archetype
 * @param {State} state
 * @param {string[]} edited
 * @returns {Warning[]}
 */
function ofEdits(archetype, state, edited) {
  const figures = figureLines(archetype, state.facts, state.without).flatMap((line) => Object.values(line));
  const given = [...places(state.facts).values(), ...figures].join(" ");
  return edited.flatMap((text) => {
    const numbers = [...new Set(text.match(ANY_DIGIT) ?? [])].filter((n) => !given.includes(n));
    if (numbers.length === 0) return [];
    return [{ path: "", what: `手改的段落里有填写内容中没有的数：${numbers.join("、")}` }];
  });
}
