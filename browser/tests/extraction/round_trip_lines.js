// Composes texts and reads their figures back: JSON lines from standard input to standard output.
//
// A line is {"define": key, "archetype"}, {"numbers"} of a layout, or {"use": key, "facts"}; each use is answered by a
// line {"printed", "back", "others", "wrong", "missed"}: how many numbers the text prints as they were entered, how
// many of these come back, how many others do, what came back as something that it is not, what did not come back.

import { createInterface } from "node:readline";

import { asText } from "../../document/document.js";
import { numbered } from "../../document/numbering.js";
import { withFacts } from "../../extraction/known_facts.js";
import { itemsText } from "../../extraction/list_items.js";
import { statedFigures } from "../../extraction/stated_figures.js";
import { contextOf } from "../../facts/archetype_context.js";
import { specAt, valueAt } from "../../facts/paths.js";
import { Series, Value } from "../../figures/values.js";
import { Composer } from "../../library/compose.js";
import { normalised } from "../../prose/normalise.js";
import { readProse } from "../../prose/prose.js";
import { isNumber } from "../../schema/fact_types.js";

/** @typedef {import("../../schema/types.js").Block} Block */
/** @typedef {import("../../schema/types.js").Run} Run */
/** @typedef {{ start: number, end: number, run: Run }} Place */

/** @type {Map<string, { composer: Composer, archetype: import("../../schema/types.js").Archetype }>} */
const composers = new Map();
/** @type {string[]} */
let numbers = [];

/**
 * The text of a document, and where each run stands in it.
 * @param {Block[]} blocks
 */
function written(blocks) {
  let text = "";
  /** @type {Place[]} */
  const places = [];
  for (const block of blocks) {
    const part = `${normalised(asText([block], [])).trimEnd()}\n`;
    let from = 0;
    for (const run of [block.runs, ...(block.rows ?? []).flat()].flat()) {
      const at = part.indexOf(run.text, from);
      if (at < 0) continue; // what has line breaks is put otherwise
      from = at + run.text.length;
      places.push({ start: text.length + at, end: text.length + from, run });
    }
    text += part;
  }
  return { text, places };
}

/** @param {string} words of which marks, spaces and line breaks are printed otherwise */
function plain(words) {
  return words.replace(/[^一-鿿0-9.]/g, "");
}

/**
 * The items of a list, which a text may print by their numbers.
 * @param {string} items
 */
function inAnyOrder(items) {
  return items.split("、").map(plain).sort().join("、");
}

/**
 * @param {Composer} composer
 * @param {import("../../schema/types.js").Archetype} archetype with only the facts that are entered
 * @param {import("../../schema/types.js").Facts} facts
 */
function answer(composer, archetype, facts) {
  const { blocks } = composer.document(facts);
  const whole = numbered(blocks, numbers);
  const { text, places } = written(whole);
  const found = statedFigures(readProse(text), archetype).filter(({ sure }) => sure);
  const { specs } = composer.summary;
  const { context } = contextOf(composer.summary, facts);
  const truth = (/** @type {string} */ path) => {
    const [name = "", side = "now"] = path.split(".");
    const fact = context.fact(name);
    if (fact instanceof Series) return fact[/** @type {"now"} */ (side)].text;
    return fact instanceof Value ? fact.text : "";
  };
  const isRight = (/** @type {typeof found[0]} */ one) => {
    const [rows, spec] = [facts[one.path], specs[one.path]];
    if (Array.isArray(rows) && spec) return inAnyOrder(itemsText(/** @type {Record<string, string>[]} */ (rows), spec)) === inAnyOrder(one.typed);
    const at = places.find(({ start, end }) => start <= one.start && one.end <= end + 1 && start < one.end);
    const isThere = at?.run.facts?.includes(one.path) ?? false;
    const isToldAgain = at?.run.facts?.every((path) => path.includes("[") || specAt(specs, path)?.type === "text") ?? false; // in words
    const entered = valueAt(facts, one.path);
    const shown = truth(one.path).replace(/[^0-9.余近约-]/g, "");
    return (isThere || isToldAgain || isRateOf(one.path, at)) && (Number(entered || shown) === Number(one.typed) || entered === one.typed || entered.startsWith(`${one.typed}-`));
  };
  const isRateOf = (/** @type {string} */ path, /** @type {Place | undefined} */ at) => {
    const { numerator, denominator } = specs[path.split(".")[0] ?? ""] ?? {};
    const side = path.includes(".") ? `.${path.split(".")[1] ?? ""}` : "";
    return [numerator, denominator].every((name) => at?.run.facts?.some((one) => one === `${name ?? ""}${side}` || one === name) ?? false);
  };
  const wrong = found.filter((one) => !isRight(one));
  const printed = new Set(places.flatMap(({ run: { facts: paths = [], formula, blank, text: words } }) => {
    const [path = ""] = paths;
    const spec = specAt(specs, path);
    return paths.length === 1 && !formula && !blank && !path.includes("[") && spec && isNumber(spec) && /[0-9]/.test(words) ? [path] : [];
  }));
  const back = new Set(found.map(({ path }) => path));
  const missed = [...printed].filter((path) => !back.has(path)).map((path) => {
    const at = places.find(({ run }) => run.facts?.[0] === path && run.facts.length === 1);
    return `${path}: ${at ? text.slice(Math.max(0, at.start - 20), at.start) + "[" + at.run.text + "]" + text.slice(at.end, at.end + 12) : ""}`;
  });
  const others = [...back].filter((path) => !printed.has(path)).length;
  return {
    ...{ printed: printed.size, back: printed.size - missed.length, others, missed },
    wrong: wrong.map((one) => ({ ...one, around: text.slice(Math.max(0, one.start - 30), one.end + 15) })),
  };
}

for await (const line of createInterface({ input: process.stdin })) {
  /** @type {any} */
  const asked = JSON.parse(line);
  if (asked.define) {
    const archetype = withFacts(asked.archetype, asked.archetype.facts, asked.accepted);
    composers.set(asked.define, { composer: new Composer(asked.archetype), archetype });
  }
  else if (asked.numbers) ({ numbers } = asked);
  else {
    const known = composers.get(asked.use);
    if (!known) throw new Error(`not defined: ${String(asked.use)}`);
    console.log(JSON.stringify(answer(known.composer, known.archetype, asked.facts)));
  }
}
