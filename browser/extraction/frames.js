// The words around each figure that the templates of an archetype print: what a text of this kind says before and
// after it.

import { isNumber } from "../schema/fact_types.js";
import { pairOf } from "./list_items.js";
import { ownValue } from "../schema/own_value.js";
import { usedSections } from "../facts/archetype_facts.js";
import { phrase } from "./phrases.js";
import { EDGE, HOLE, NUMBER, segmentsAfter, segmentsBefore } from "./segments.js";

/** @typedef {Pick<import("../schema/types.js").Archetype, "outline" | "sections" | "facts">} Archetype what is read of it */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").Statement} Statement */
/** @typedef {import("../schema/types.js").Expression} Expression */
/** @typedef {import("./types.js").Frame} Frame */
/** @typedef {Map<Statement, Set<string>>} Contexts */

const LONGEST = 28; // signs of a context that are kept
const MOST = 24; // contexts of one figure

/**
 * The frames of all sections that an archetype has.
 * @param {Archetype} archetype
 * @returns {Frame[]}
 */
export function framesOf({ outline, sections, facts }) {
  return usedSections(outline).flatMap((use) => {
    const places = ownValue(sections, use)?.places ?? [];
    return places.flatMap(({ title = "", body }) => framesOfBody(expanded(body, facts), facts, { section: use, title }));
  });
}

/**
 * @param {Statement[]} body
 * @param {Record<string, FactSpec>} specs
 * @param {{ section: string, title: string }} place
 * @returns {Frame[]}
 */
function framesOfBody(body, specs, place) {
  const holes = (/** @type {Expression} */ expression) => (pathOf(expression, specs) ? NUMBER : HOLE);
  const list = (/** @type {string} */ name) => ownValue(specs, name);
  const [left, right] = [contexts(body, { ...before, holes, list }), contexts([...body].reverse(), { ...after, holes, list })];
  return [...left].map(([statement, lefts]) => {
    const [kind, printed, looped] = /** @type {any[]} */ (statement);
    const path = kind === "for" ? looped : dateOf(printed, specs) || pathOf(printed, specs);
    const spec = ownValue(specs, path.split(".")[0] ?? "");
    const rights = [...(right.get(statement) ?? [])];
    return { ...place, path, ...(spec && { spec }), left: [...lefts].map(segmentsBefore), right: rights.map(segmentsAfter) };
  });
}

/**
 * The date that an expression prints, in whichever words.
 * @param {Expression} expression
 * @param {Record<string, FactSpec>} specs
 */
function dateOf(expression, specs) {
  const name = typeof expression === "string" ? expression : expression[0] === "()" ? expression[2] : "";
  return typeof name === "string" && ownValue(specs, name)?.type === "date" ? name : "";
}

/**
 * The path of a number that an expression prints, if it prints one that is entered.
 * @param {Expression} expression
 * @param {Record<string, FactSpec>} specs
 */
function pathOf(expression, specs) {
  const [fact, side] = typeof expression === "string" ? [expression, "now"] : [expression[1], expression[2]];
  if (typeof expression !== "string" && expression[0] !== ".") return "";
  const spec = typeof fact === "string" ? ownValue(specs, fact) : undefined;
  if (!spec || !isNumber(spec) || spec.sum_of) return "";
  return spec.series || spec.numerator ? [fact, side].join(".") : side === "now" ? String(fact) : "";
}

/**
 * A body with what its functions say of figures written out.
 * @param {Statement[]} body
 * @param {Record<string, FactSpec>} specs
 * @returns {Statement[]}
 */
function expanded(body, specs) {
  return body.flatMap((statement) => {
    if (typeof statement === "string") return [literal(statement)];
    const [kind, first, second, third] = statement;
    if (kind === "=") return phrase(first, specs) ?? [/** @type {Statement} */ ([kind, first])];
    if (kind === "for") return [/** @type {Statement} */ ([kind, first, second, expanded(third, specs)])];
    const branches = first.map((/** @type {[Expression, Statement[]]} */ [test, inner]) => [test, expanded(inner, specs)]);
    return [/** @type {Statement} */ ([kind, branches, expanded(second, specs)])];
  });
}

/**
 * Literal words as they are printed: a line break is nothing, an empty line ends the paragraph; without titles.
 * @param {string} words
 */
function literal(words) {
  const printed = words.replace(/\n\s*\n\s*/g, "\r").replace(/(?:^|\n)[+#] [^。\n]*。?/g, "\r");
  return printed.replaceAll("\n", "").replaceAll("\r", EDGE);
}

// --- what may stand beside ---

/** @typedef {{ join: (context: string, words: string) => string, order: (body: Statement[]) => Statement[] }} Direction */
/** @typedef {Direction & { holes: (expression: Expression) => string, list: (name: string) => FactSpec | undefined }} Way */

/** @type {Direction} */
const before = { join: (context, words) => lastSentence(context + words).slice(-LONGEST), order: (body) => body };
/** @type {Direction} */
const after = { join: (context, words) => firstSentence(words + context).slice(0, LONGEST), order: (body) => [...body].reverse() };

/** @param {string} words */
function lastSentence(words) {
  return words.slice(Math.max(words.lastIndexOf("。"), words.lastIndexOf(EDGE), 0));
}

/** @param {string} words */
function firstSentence(words) {
  return (/^[^。\n]*[。\n]?/.exec(words) ?? [""])[0];
}

/**
 * What may stand on one side of each value that a body prints.
 * @param {Statement[]} body in the order in which it is walked
 * @param {Way} way
 * @returns {Contexts}
 */
function contexts(body, way) {
  /** @type {Contexts} */
  const found = new Map();
  walk(body, new Set([EDGE]), way, found);
  return found;
}

/**
 * @param {Statement[]} body
 * @param {Set<string>} open what may stand before it
 * @param {Way} way
 * @param {Contexts} found
 * @returns {Set<string>} what may stand before what follows
 */
function walk(body, open, way, found) {
  return body.reduce((/** @type {Set<string>} */ contexts, statement) => {
    if (typeof statement === "string") return joined(contexts, statement, way);
    const [kind, first, second, third] = statement;
    if (kind === "=") {
      found.set(statement, new Set([...(found.get(statement) ?? []), ...contexts]));
      return joined(contexts, way.holes(first), way);
    }
    if (kind === "for") {
      if (pairOf(way.list(second)) && isPlainList(third)) found.set(statement, new Set([...(found.get(statement) ?? []), ...contexts]));
      const once = walk(way.order(third), contexts, way, found);
      return limited([...contexts, ...walk(way.order(third), joined(once, HOLE, way), way, found)]);
    }
    const branches = [...first.map((/** @type {[Expression, Statement[]]} */ [, inner]) => inner), second];
    return limited(branches.flatMap((inner) => [...walk(way.order(inner), contexts, way, found)]));
  }, open);
}

/**
 * Whether nothing but a mark stands between and within the records that are printed.
 * @param {Statement[]} body of a loop
 */
function isPlainList(body) {
  return body.every((statement) => typeof statement !== "string" || statement.trim() === "");
}

/**
 * @param {Set<string>} contexts
 * @param {string} words
 * @param {Way} way
 */
function joined(contexts, words, way) {
  return limited([...contexts].map((context) => way.join(context, words)));
}

/** @param {string[]} contexts */
function limited(contexts) {
  return new Set([...new Set(contexts)].slice(0, MOST));
}
