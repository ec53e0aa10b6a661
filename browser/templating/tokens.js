// Own text as a writer sees it: 〔门诊人次·与上期比〕 where the draft has {{ compared(visits) }}.
//
// 〔2026〕, as in the number of a document, is text.  What is no figure's name stays as it was typed.

import table from "../../macros/templating/language.json" with { type: "json" };
import { ExpressionError } from "./expression_error.js";
import { isTable } from "./expression_kinds.js";
import { parse } from "./own_expressions.js";
import { replaceExpressions } from "./written_expressions.js";
import { FORMS, isAllowed, PAIR_FORMS, SIDE_FORMS, written } from "./figure_forms.js";

/** @typedef {import("../schema/types.js").Expression} Expression */
/** @typedef {import("./expression_kinds.js").Specs} Specs */

export const TOKEN = /〔([^〔〕\n]+)〕/g;
const TABLE = "表格：";
const DOT = "·";
const COMMA = "、";
const YEAR = /^\d+$/;
const FIELD_WORDS = new Set(
  Object.entries({ ...table.functions, ...table.filters }).flatMap(([word, { takes }]) =>
    takes[1] === "field" ? [word] : [],
  ),
);

/**
 * An own text with tokens in place of its expressions; one that no token can say stays as it is.
 * @param {string} text
 * @param {Specs} specs
 */
export function withTokens(text, specs) {
  return replaceExpressions(text, (whole, inside) => {
    try {
      const token = tokenOf(parse(inside), specs);
      return token !== null && expressionOf(token, specs) !== null ? `〔${token}〕` : whole;
    } catch (error) {
      if (error instanceof ExpressionError) return whole;
      throw error;
    }
  });
}

/**
 * A text with expressions in place of its tokens.
 * @param {string} text
 * @param {Specs} specs
 */
export function withExpressions(text, specs) {
  return text.replace(TOKEN, (whole, /** @type {string} */ inside) => {
    const expression = expressionOf(inside, specs);
    return expression ? `{{ ${expression} }}` : whole;
  });
}

/**
 * The tokens of a text that name no figure, without the years of documents' numbers.
 * @param {string} text
 * @param {Specs} specs
 */
export function unknownTokens(text, specs) {
  const inside = Array.from(text.matchAll(TOKEN), ([, token = ""]) => token);
  return inside.filter((token) => !YEAR.test(token) && expressionOf(token, specs) === null);
}

/**
 * Says of a token that it names no figure.
 * @param {string} token
 */
export function unknownWords(token) {
  return `没有叫“${token}”的指标或写法，文中会照原样印出“〔${token}〕”`;
}

/**
 * What stands in the token of an expression; null where none can say it.
 * @param {Expression} expression
 * @param {Specs} specs
 * @returns {string | null}
 */
export function tokenOf(expression, specs) {
  const label = (/** @type {unknown} */ name) => specs[String(name)]?.label ?? null;
  if (typeof expression === "string") return label(expression);
  const [kind, word, first, second] = /** @type {[string, string, Expression, Expression?]} */ (expression);
  if (isTable(expression)) {
    const labels = expression.slice(2).map(label);
    return labels.includes(null) ? null : TABLE + labels.join(COMMA);
  }
  if (kind === ".") return joined([label(word), SIDE_FORMS[String(first)]]);
  if (second === undefined) return joined([label(first), FORMS[word]]);
  return joined([label(first), PAIR_FORMS[word], secondLabel(first, second, specs)]);
}

/**
 * @param {unknown} first
 * @param {Expression} second
 * @param {Specs} specs
 */
function secondLabel(first, second, specs) {
  if (typeof second === "string") return specs[second]?.label;
  return specs[String(first)]?.fields?.[second[1]]?.label;
}

/** @param {(string | null | undefined)[]} parts */
function joined(parts) {
  return parts.every((part) => part && !part.includes(DOT)) ? parts.join(DOT) : null;
}

/**
 * The expression that a token stands for, as own text writes it; null where it names no figure.
 * @param {string} token
 * @param {Specs} specs
 * @returns {string | null}
 */
export function expressionOf(token, specs) {
  if (token.startsWith(TABLE)) return tableOf(token.slice(TABLE.length).split(COMMA), specs);
  const [label = "", form, other] = token.split(DOT).map((part) => part.trim());
  const name = namedFact(label, specs);
  if (name === undefined) return null;
  const found = candidates(name, form, other, specs).find((one) => isAllowed(one, specs));
  return found === undefined ? null : written(found);
}

/**
 * @param {string[]} labels
 * @param {Specs} specs
 */
function tableOf(labels, specs) {
  const names = labels.map((label) => namedFact(label.trim(), specs));
  const isWhole = names.every((name) => name !== undefined);
  return isWhole ? `table(${names.join(", ")})` : null;
}

/**
 * @param {string} name
 * @param {string | undefined} form
 * @param {string | undefined} other
 * @param {Specs} specs
 * @returns {Expression[]}
 */
function candidates(name, form, other, specs) {
  if (!form) return [name];
  if (other) {
    const fields = Object.entries(specs[name]?.fields ?? {});
    const field = fields.find(([, spec]) => spec.label === other)?.[0];
    return wordsFor(PAIR_FORMS, form).flatMap((word) => {
      const second = FIELD_WORDS.has(word) ? field && ["'", field] : namedFact(other, specs);
      return second ? [expression(["()", word, name, second])] : [];
    });
  }
  const own = wordsFor(SIDE_FORMS, form).map((side) => expression([".", name, side]));
  return [...own, ...wordsFor(FORMS, form).map((word) => expression(["()", word, name]))];
}

/**
 * @param {Record<string, string>} forms
 * @param {string} name
 */
function wordsFor(forms, name) {
  return Object.keys(forms).filter((word) => forms[word] === name);
}

/**
 * The fact with a label, else the only one with that alias.
 * @param {string} label
 * @param {Specs} specs
 */
function namedFact(label, specs) {
  const found = Object.entries(specs);
  const own = found.find(([, spec]) => spec.label === label);
  return (own ?? found.find(([, spec]) => spec.aliases?.includes(label)))?.[0];
}

/**
 * @param {unknown[]} parts
 * @returns {Expression}
 */
function expression(parts) {
  return /** @type {Expression} */ (parts);
}
