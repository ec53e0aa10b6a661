// Finds what tells of a single person in words that were typed; mirrors macros/library/personal_data.py.

import table from "../../macros/library/personal_data.json" with { type: "json" };

/** @type {Record<string, (number: string) => boolean>} */
const CHECKS = { luhn: isLuhn };
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
 * Tells whether the last digit of a bank card's number follows from the others.
 * @param {string} number
 */
function isLuhn(number) {
  const digits = Array.from(number.replaceAll(" ", ""), Number).reverse();
  const doubled = (/** @type {number} */ digit) => (digit > 4 ? 2 * digit - 9 : 2 * digit);
  return digits.reduce((sum, digit, at) => sum + (at % 2 ? doubled(digit) : digit), 0) % 10 === 0;
}
