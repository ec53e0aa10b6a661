// What the functions of templates print of figures that are entered, as bodies of literal words and facts.

import { ownValue } from "../schema/own_value.js";

/** @typedef {import("../schema/types.js").Statement} Statement */
/** @typedef {import("../schema/types.js").Expression} Expression */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */

/**
 * @param {any[]} bodies
 * @returns {Statement}
 */
const oneOf = (...bodies) => ["if", bodies.slice(1).map((body) => ["", body]), bodies[0]];

/** @param {Expression} fact */
const is = (fact) => /** @type {Statement} */ (["=", fact]);

/** @param {Expression} word an option in quotes */
const said = ([, word]) => String(word);

const ANY = "\0"; // what else it may print, or nothing

/** @type {Record<string, (specs: Record<string, FactSpec>, ...args: any[]) => Statement[]>} */
const PHRASES = {
  told: (_, fact, done) => [oneOf([said(done), is(fact)], [ANY])],
  planned: (_, fact, done) => {
    const [word, plan] = [said(done), is(/** @type {any} */ ([".", fact, "plan"]))];
    const more = [word, is(fact), "，比计划的", plan, ANY];
    return [oneOf([`按计划${word}`, is(fact)], more, [`计划${word}`, plan, ANY], [word, is(fact)], [ANY])];
  },
  outcome: (_, part, _whole, good) => {
    const count = is(part);
    return [oneOf([said(good), count], ["仅", count, said(good)], [ANY]), ANY];
  },
  named: (specs, fact, form) => (form ? [labelOf(specs, fact)] : labelled(specs, fact)),
  stated: (specs, fact) => [...labelled(specs, fact), ANY],
  measured: (_, fact) => [is(fact), ANY],
  bare: (_, fact) => [is(fact)],
};

/**
 * @param {Record<string, FactSpec>} specs
 * @param {Expression} fact
 * @returns {Statement[]}
 */
function labelled(specs, fact) {
  return [labelOf(specs, fact), oneOf(["为"], [""]), is(fact)];
}

/**
 * @param {Record<string, FactSpec>} specs
 * @param {Expression} fact
 */
function labelOf(specs, fact) {
  return ownValue(specs, String(fact))?.label ?? "";
}

/**
 * The body that says what a function prints; undefined where nothing is known of it.
 * @param {Expression} expression
 * @param {Record<string, FactSpec>} specs
 * @returns {Statement[] | undefined}
 */
export function phrase(expression, specs) {
  const [kind, word, ...args] = expression;
  if (kind !== "()" || typeof word !== "string") return undefined;
  return ownValue(PHRASES, word)?.(specs, ...args);
}
