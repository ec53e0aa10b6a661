// The forms in which a figure can stand in own words, with the name of each: 同比 is `compared(x)`.

import table from "../../macros/templating/language.json" with { type: "json" };
import { sides } from "./expression_kinds.js";
import { ExpressionError } from "./expression_error.js";
import { check } from "./own_expressions.js";

/** @typedef {import("../schema/types.js").Expression} Expression */
/** @typedef {import("./expression_kinds.js").Specs} Specs */

/**
 * A form of a fact: its name, and the expression with it.
 * @typedef {{name: string, expression: Expression}} Form
 */

/** @type {Record<string, string>} */
export const SIDE_FORMS = { last: "上期", plan: "计划" };
/** @type {Record<string, string>} the functions and filters that take one fact */
export const FORMS = {
  compared: "与上期比",
  against: "比上期",
  change: "增减",
  growth: "增幅",
  before: "上期为",
  completion: "完成计划",
  named: "名称和数",
  stated: "全写",
  measured: "数和增减",
  shortfall: "没有做到的",
  bare: "不带单位",
  thousands: "带分节号",
  wan: "以万计",
  yi: "以亿计",
  ones: "以个计",
  cn: "汉字数",
  month: "到月",
  monthday: "月日",
  year: "年份",
  this: "本期",
  next: "下期",
  listed: "列出",
  count: "个数",
};
/** @type {Record<string, string>} the functions that take a second fact, or a field of a list */
export const PAIR_FORMS = {
  share: "占比",
  per: "平均",
  rest: "其余",
  plus: "合计",
  raised: "提高",
  aimed: "目标",
  brought: "由现状到目标",
  effort: "达到目标要多少",
  span: "起止",
  total: "总计",
  listed: "列出",
};
/** @type {Record<string, {takes: string[]}>} */
const WORDS = { ...table.functions, ...table.filters };

/**
 * The forms that a fact has by itself; the first is the fact as it is.
 * @param {string} fact
 * @param {Specs} specs
 * @returns {Form[]}
 */
export function formsOf(fact, specs) {
  const [, ...others] = sides(specs[fact], specs);
  /** @type {Form[]} */
  const found = [
    { name: "", expression: fact },
    ...others.map((side) => ({ name: SIDE_FORMS[side] ?? side, expression: of([".", fact, side]) })),
    ...Object.entries(FORMS).map(([word, name]) => ({ name, expression: of(["()", word, fact]) })),
  ];
  return found.filter(({ expression }) => isAllowed(expression, specs));
}

/**
 * The functions that join a fact with another one, or with a field of its rows: by name, with what
 * can be the second.
 * @param {string} fact
 * @param {Specs} specs
 */
export function pairsOf(fact, specs) {
  const fields = Object.keys(specs[fact]?.fields ?? {}).map((name) => of(["'", name]));
  const facts = Object.keys(specs).filter((name) => name !== fact);
  return Object.entries(PAIR_FORMS).flatMap(([word, name]) => {
    const seconds = WORDS[word]?.takes[1] === "field" ? fields : facts;
    const found = seconds.map((second) => of(["()", word, fact, second]));
    const forms = found.filter((expression) => isAllowed(expression, specs));
    return forms.length > 0 ? [{ word, name, forms }] : [];
  });
}

/**
 * Tells whether own words may say an expression.
 * @param {Expression} expression
 * @param {Specs} specs
 */
export function isAllowed(expression, specs) {
  try {
    check(expression, specs);
    return true;
  } catch (error) {
    if (error instanceof ExpressionError) return false;
    throw error;
  }
}

/**
 * An expression as own text has it, between its braces; null for one that own text cannot say.
 * @param {Expression} expression
 * @returns {string | null}
 */
export function written(expression) {
  if (typeof expression === "string") return expression;
  const [kind, word, ...parts] = /** @type {[string, string, ...Expression[]]} */ (expression);
  if (kind === ".") return `${word}.${String(parts[0])}`;
  if (kind !== "()") return null;
  const [first = null, ...others] = parts.map(argument);
  if (first === null || others.includes(null)) return null;
  if (!Object.hasOwn(table.filters, word)) return `${word}(${[first, ...others].join(", ")})`;
  return `${first}|${word}${others.length > 0 ? `(${others.join(", ")})` : ""}`;
}

/** @param {Expression} expression */
function argument(expression) {
  if (typeof expression !== "string" && expression[0] === "'") return `'${String(expression[1])}'`;
  const isCall = typeof expression !== "string" && expression[0] !== ".";
  return isCall ? null : written(expression);
}

/**
 * @param {unknown[]} parts
 * @returns {Expression}
 */
function of(parts) {
  return /** @type {Expression} */ (parts);
}
