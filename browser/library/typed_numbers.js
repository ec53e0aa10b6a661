// Finds the digits that a writer has typed into own words, where no figure can be computed; mirrors
// macros/library/typed_numbers.py.

import { betweenExpressions, withoutExpressions } from "../templating/written_expressions.js";
import { findingKey } from "./finding_keys.js";

// Not those of a name, such as H7N9 or 5G.
const DIGITS = /(?<![A-Za-z0-9])[0-9０-９]+(?:[.．,][0-9０-９]+)*(?![A-Za-z0-9])[%％‰]?/g;
const GAP = "＿＿";
const SHOWN = new RegExp(`(?:[0-9]+年)?[0-9]+月[0-9]+日|${DIGITS.source}`, "g");

/**
 * The digits in a text, outside its expressions.
 * @param {string} text
 */
export function typedNumbers(text) {
  return [...(withoutExpressions(text).match(DIGITS) ?? [])];
}

/**
 * A text with a gap for each number that was typed, but its expressions as they are.
 * @param {string} text
 */
export function withGaps(text) {
  return betweenExpressions(text, (words) => words.replace(DIGITS, GAP));
}

/**
 * The numbers as a writer finds them in a text: a date is shown whole.
 * @param {string} text
 */
export function numbersShown(text) {
  return [...new Set(withoutExpressions(text).match(SHOWN))];
}

/**
 * What a writer sets the numbers of a place aside by; other numbers have another key.
 * @param {string} path the place, as keys of findings have it
 * @param {string[]} numbers
 */
export function numbersKey(path, numbers) {
  return findingKey("typed", path, [...new Set(numbers)].join("、"));
}
