// Finds what a reader should check before a text becomes final.

import { contextOf } from "../facts/archetype_context.js";
import { checkConsistency } from "../facts/consistency.js";
import { quotient } from "../figures/decimal.js";
import { figureLines } from "../output/appendix.js";
import { now, side } from "../figures/arithmetic.js";
import { DayValue, Series } from "../figures/values.js";
import { textsByPath } from "../exchange/changes.js";
import { traitsOf } from "../schema/fact_types.js";
import { factOf, labelAt, specAt } from "../facts/paths.js";
import { reasonUnused } from "../library/unused.js";
import { isCarried } from "../drafts/list_records.js";

/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {Pick<import("../drafts/edits.js").ShownBlock, "text" | "generated">} Edited */
/** @typedef {{path: string, what: string}} Warning */

const NUMBER = /\d+(?:\.\d+)?/g; // all digits there are: 46820 is not found in 468200
const SEPARATOR = /(?<=\d),(?=\d{3}(?!\d))/g; // 1,234
const FIRST_WORDS = 12; // characters by which a reader recognizes a paragraph

/**
 * Everything that looks wrong: in the facts, in comparison with examples, and in edited paragraphs.
 * @param {import("../library/summary.js").Summary} summary
 * @param {State} state
 * @param {Edited[]} edited the paragraphs edited by hand
 * @param {string[]} [unused] the facts that are entered though no sentence uses them
 * @returns {Warning[]}
 */
export function warnings(summary, state, edited, unused = []) {
  const { archetype, specs } = summary;
  const { context, shown, names } = contextOf(summary, state.facts);
  const found = checkConsistency(summary, state.facts).map(({ path, what, expected }) => ({
    path,
    what: expected ? `${what}，应为：${expected}` : what,
  }));
  const own = archetype.frame.date.entered; // a document may be signed in the following year
  for (const [path, { label }] of Object.entries(specs)) {
    const fact = shown(path) ? context.fact(path) : undefined;
    if (fact instanceof Series) found.push(...ofSeries(path, fact));
    if (fact instanceof DayValue && !fact.sameYear && !own.includes(path)) {
      found.push({ path, what: `“${label}”是${fact.text}，与总结时段不在一年，请核对` });
    }
  }
  for (const name of unused) {
    const label = specs[name]?.label ?? name;
    const why = reasonUnused(summary, name, (fact) => context.fact(fact));
    found.push({ path: name, what: `填了“${label}”，文中没有用到：${why}` });
  }
  found.push(...summary.problems.map(ofContent), ...ofExamples(summary, state, names));
  found.push(...ofEdits(summary, state, names, edited));
  return found;
}

/**
 * @param {import("../library/summary.js").ContentProblem} problem
 * @returns {Warning}
 */
function ofContent({ keys, what, expected }) {
  return { path: "", what: `自拟内容 ${keys.join("/")}：${what}${expected && `，应为：${expected}`}` };
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
 * @param {import("../library/summary.js").Summary} summary
 * @param {State} state
 * @param {string[]} names
 * @returns {Warning[]}
 */
function ofExamples({ archetype: { examples }, specs }, { facts, carried }, names) {
  const given = examples.map((example) => textsByPath(example.facts));
  return shownPlaces(facts, names).flatMap(([path, text]) => {
    const label = labelAt(specs, path);
    const own = examples.find(({ name }) => name && text.includes(name))?.name;
    if (own) return [{ path, what: `“${label}”里还有示例单位的名称“${own}”` }];
    const matches = given.filter((theirs) => theirs.get(path) === text).length;
    // what is carried over has to be confirmed anyway
    if (isCarried(carried, path) || !isSuspicious(specAt(specs, path), text, matches)) return [];
    return [{ path, what: `“${label}”仍是示例里的“${text}”` }];
  });
}

/**
 * Tells whether it is suspicious that a value is the same as in an example: a figure of several
 * digits is, and so is a long text that only one example has and that the hint does not propose.
 * @param {import("../schema/types.js").FieldSpec | undefined} spec
 * @param {string} text
 * @param {number} matches the number of examples with the same value
 */
function isSuspicious(spec, text, matches) {
  if (!spec || matches === 0 || !traitsOf(spec).telling) return false;
  if (/^[\d.]+$/.test(text)) return text.replace(/\D/g, "").length > 2;
  return matches === 1 && text.length > 6 && !spec.hint.includes(text);
}

/**
 * @param {import("../library/summary.js").Summary} summary
 * @param {State} state
 * @param {string[]} names
 * @param {Edited[]} edited
 * @returns {Warning[]}
 */
function ofEdits(summary, { facts }, names, edited) {
  const figures = figureLines(summary, facts).flatMap(
    ({ label, last, now: present, plan, change, formula }) => [label, last, present, plan, change, formula],
  );
  const given = [...shownPlaces(facts, names).map(([, text]) => text), ...figures].flatMap(numbersIn);
  return edited.flatMap(({ text, generated }) => {
    const known = new Set([...given, ...numbersIn(generated)]);
    const numbers = [...new Set(numbersIn(text))].filter((number) => !known.has(number));
    if (numbers.length === 0) return [];
    const what = `手改的段落“${firstWords(text)}”里，有生成的文字和填写的内容中都没有的数：${numbers.join("、")}`;
    return [{ path: "", what }];
  });
}

/**
 * The values of the facts that the text may show, with their paths.
 * @param {State["facts"]} facts
 * @param {string[]} names
 */
function shownPlaces(facts, names) {
  return [...textsByPath(facts)].filter(([path]) => names.includes(factOf(path)));
}

/** @param {string} text */
function numbersIn(text) {
  return text.replace(SEPARATOR, "").normalize("NFKC").match(NUMBER) ?? [];
}

/** @param {string} text */
function firstWords(text) {
  const characters = Array.from(text);
  return characters.slice(0, FIRST_WORDS).join("") + (characters.length > FIRST_WORDS ? "……" : "");
}
