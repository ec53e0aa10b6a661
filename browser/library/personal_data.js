// Finds what tells of a single person in words that were typed; mirrors macros/library/personal_data.py.

import table from "../../macros/library/personal_data.json" with { type: "json" };

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]; // GB 11643
const CHECK_DIGITS = "10X98765432";

/** @type {Record<string, (number: string) => boolean>} */
const CHECKS = { identity: isIdentity, mistyped: isMistyped, luhn: isLuhn };
const KINDS = table.kinds.map(({ name, pattern, check = "" }) => ({
  ...{ name, pattern: new RegExp(pattern, "g"), isRight: CHECKS[check] ?? (() => true) },
}));

/**
 * The kinds of personal data in a text, each with the words and where they stand.
 * @param {string} text
 */
export function personalData(text) {
  return KINDS.flatMap(({ name, pattern, isRight }) =>
    Array.from(text.matchAll(pattern), (match) => ({ name, words: match[0], at: match.index })).filter(({ words }) => isRight(words)),
  );
}

/**
 * Tells whether the last digit of an identity card's number follows from the others.
 * @param {string} number
 */
function isIdentity(number) {
  const total = WEIGHTS.reduce((sum, weight, at) => sum + weight * Number(number.charAt(at)), 0);
  return number.slice(-1).toUpperCase() === CHECK_DIGITS.charAt(total % 11);
}

/**
 * Tells whether a number that is called one of an identity card is not one as it stands.
 * @param {string} words
 */
function isMistyped(words) {
  return !isIdentity(words.slice(-18));
}

/**
 * Tells whether the last digit of a bank card's number follows from the others.
 * @param {string} number
 */
function isLuhn(number) {
  const digits = Array.from(number.replaceAll(" ", ""), Number).reverse();
  const doubled = (/** @type {number} */ digit) => (digit > 4 ? 2 * digit - 9 : 2 * digit);
  return digits.reduce((sum, digit, at) => sum + (at % 2 ? doubled(digit) : digit), 0) % 10 === 0;
}
