// The expressions in an own text as they are written: each in its braces, on one line.

const EXPRESSION = /\{\{(.*?)\}\}/g;
const NAME = /[A-Za-z_][A-Za-z0-9_]*/g;

/**
 * A text with its expressions replaced; `replace` gets one with its braces, and what stands between them.
 * @param {string} text
 * @param {(whole: string, inside: string) => string} replace
 */
export function replaceExpressions(text, replace) {
  return text.replace(EXPRESSION, replace);
}

/**
 * The words of a text, without its expressions.
 * @param {string} text
 */
export function withoutExpressions(text) {
  return text.replace(EXPRESSION, "");
}

/**
 * A text whose words are changed, but not its expressions.
 * @param {string} text
 * @param {(words: string) => string} change
 */
export function betweenExpressions(text, change) {
  const expressions = text.match(EXPRESSION) ?? [];
  const words = text.split(/\{\{.*?\}\}/);
  return words.map((part, i) => change(part) + (expressions[i] ?? "")).join("");
}

/**
 * Every name that stands in an expression of a text: of facts, and of functions.
 * @param {string} text
 */
export function namesInExpressions(text) {
  return (text.match(EXPRESSION) ?? []).flatMap((expression) => expression.match(NAME) ?? []);
}
