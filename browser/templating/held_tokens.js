// Tokens for the expressions that no form names: 〔门诊人次·自动成句〕 stands for one that a template writes, as
// long as the text is being edited.

import { ExpressionError } from "./expression_error.js";
import { parse } from "./own_expressions.js";
import { TOKEN, withExpressions, withTokens } from "./tokens.js";
import { replaceExpressions } from "./written_expressions.js";

/** @typedef {import("./expression_kinds.js").Specs} Specs */

export const HELD = "·自动成句";

/** Shows one own text with tokens only, and gives it back with its expressions. */
export class HeldTokens {
  /** @type {Map<string, string>} the expression of each token that only this text has */
  #held = new Map();

  /** @param {() => Specs} specs */
  constructor(specs) {
    this.specs = specs;
  }

  /**
   * The text with a token in place of each expression that can be read.
   * @param {string} text
   */
  shown(text) {
    const named = withTokens(text, this.specs());
    return replaceExpressions(named, (whole, inside) => {
      const label = firstLabel(inside, this.specs());
      return label ? `〔${this.#hold(label, whole)}〕` : whole;
    });
  }

  /**
   * The text with its expressions in place of the tokens.
   * @param {string} text
   */
  written(text) {
    const given = text.replace(TOKEN, (whole, /** @type {string} */ inside) => this.#held.get(inside) ?? whole);
    return withExpressions(given, this.specs());
  }

  /**
   * The name of the token for an expression: a number tells those of one fact apart.
   * @param {string} label
   * @param {string} expression
   */
  #hold(label, expression) {
    for (let number = 1; ; number += 1) {
      const token = label + HELD + (number > 1 ? String(number) : "");
      const there = this.#held.get(token) ?? expression;
      this.#held.set(token, there);
      if (there === expression) return token;
    }
  }
}

/**
 * The label of the first fact that an expression names; none where it cannot be read.
 * @param {string} inside
 * @param {Specs} specs
 */
function firstLabel(inside, specs) {
  try {
    const names = [parse(inside)].flat(Infinity).map(String);
    return names.map((name) => (Object.hasOwn(specs, name) ? specs[name]?.label : undefined)).find(Boolean);
  } catch (error) {
    if (error instanceof ExpressionError) return undefined;
    throw error;
  }
}
