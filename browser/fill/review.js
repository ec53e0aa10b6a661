// What a reader checks before a text is final: every figure with its change, and what looks wrong.

import { problems } from "../engine/consistency.js";
import { Context } from "../engine/context.js";
import { quotient } from "../engine/decimal.js";
import { enteredFacts } from "../engine/compose.js";
import { readEntries } from "../engine/entries.js";
import { change, now, side } from "../engine/figures.js";
import { Rows, Series } from "../engine/values.js";
import { places } from "./changes.js";
import { labelAt } from "./paths.js";

/** @typedef {import("../engine/types.js").Archetype} Archetype */
/** @typedef {import("./state.js").State} State */
/** @typedef {{path: string, what: string}} Warning */
/** @typedef {{path: string, label: string, last: string, now: string, plan: string, change: string,
 *   formula: string}} FigureLine */

const MULTIPLE = 2; // a figure that has more than doubled, or is less than half, is looked at again
const ANY_DIGIT = /\d+(?:\.\d+)?/g;

/**
 * Every figure that the text may show, in the order of the vocabulary.
 * @param {Archetype} archetype
 * @param {State} state
 * @returns {FigureLine[]}
 */
export function figureLines(archetype, state) {
  const { context, shown } = contextOf(archetype, state);
  /** @type {FigureLine[]} */
  const lines = [];
  for (const [path, spec] of Object.entries(archetype.facts)) {
    const fact = shown(path) ? context.fact(path) : undefined;
    if (!fact || fact instanceof Rows || !now(fact)) continue;
    const [last, plan] = [side(fact, "last"), side(fact, "plan")];
    const step = last ? change(fact).text : "";
    const { formula } = fact;
    const texts = { last: last?.text ?? "", now: fact.text, plan: plan?.text ?? "" };
    lines.push({ path, label: spec.label, ...texts, change: step, formula });
  }
  return lines;
}

/**
 * What deserves a second look; `examples` are the facts of the archetype's own examples.
 * @param {Archetype} archetype
 * @param {State} state
 * @param {string[]} edited texts put by hand
 * @returns {Warning[]}
 */
export function warnings(archetype, state, edited) {
  const { context, shown, names } = contextOf(archetype, state);
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
 * @param {Archetype} archetype
 * @param {State} state
 */
function contextOf(archetype, { facts, without }) {
  const names = enteredFacts(archetype, without);
  const { entries } = readEntries(archetype.facts, names, facts);
  const context = new Context(archetype.facts, entries);
  const shown = (/** @type {string} */ name) => {
    const { numerator, denominator, sum_of: parts = [] } = archetype.facts[name] ?? {};
    const sources = [numerator, denominator, ...parts].filter((source) => source !== undefined);
    return sources.length > 0 ? sources.every((s) => names.includes(s)) : names.includes(name);
  };
  return { context, shown, names };
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
  const jumps = ratio.gt(MULTIPLE) || ratio.times(MULTIPLE).lt(1);
  return jumps ? [{ path: `${path}.now`, what: `${what}，变化超过${String(MULTIPLE)}倍，请核对` }] : [];
}

/**
 * @param {Archetype} archetype
 * @param {State} state
 * @param {string[]} names
 * @returns {Warning[]}
 */
function ofExamples(archetype, { facts }, names) {
  const written = [...places(facts)].filter(([path]) => names.includes(path.split(/[.[]/)[0] ?? ""));
  /** @type {Warning[]} */
  const found = [];
  for (const example of archetype.examples) {
    const theirs = places(example.facts);
    const own = example.name;
    for (const [path, text] of written) {
      if (own && text.includes(own)) {
        found.push({ path, what: `“${labelAt(archetype, path)}”里还有示例单位的名称“${own}”` });
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
  const type = archetype.facts[path.split(/[.[]/)[0] ?? ""]?.type;
  if (type === "choice" || type === "period" || type === "date") return false;
  return /^[\d.]+$/.test(text) ? text.replace(/\D/g, "").length > 2 : text.length > 6;
}

/**
 * @param {Archetype} archetype
 * @param {State} state
 * @param {string[]} edited
 * @returns {Warning[]}
 */
function ofEdits(archetype, state, edited) {
  const figures = figureLines(archetype, state).flatMap((line) => Object.values(line));
  const given = [...places(state.facts).values(), ...figures].join(" ");
  return edited.flatMap((text) => {
    const numbers = [...new Set(text.match(ANY_DIGIT) ?? [])].filter((n) => !given.includes(n));
    if (numbers.length === 0) return [];
    return [{ path: "", what: `手改的段落里有填写内容中没有的数：${numbers.join("、")}` }];
  });
}

