// Finds the digits that a writer has typed into own words, where no figure can be computed; mirrors
// macros/library/typed_numbers.py.

import { findingKey } from "./finding_keys.js";

// Not those of a name, such as H7N9 or 5G.
const DIGITS = /(?<![A-Za-z0-9])[0-9０-９]+(?:[.．,][0-9０-９]+)*(?![A-Za-z0-9])[%％‰]?/g;
const EXPRESSION = /\{\{.*?\}\}/g;

/**
 * The digits in a text, outside its expressions.
 * @param {string} text
 */
export function typedNumbers(text) {
  return [...(text.replace(EXPRESSION, "").match(DIGITS) ?? [])];
}

/**
 * What a writer sets the numbers of a spot aside by; other numbers have another key.
 * @param {{section: string, place: string}} spot
 * @param {string[]} numbers
 */
export function numbersKey({ section, place }, numbers) {
  return findingKey("typed", `${section}/${place}`, [...new Set(numbers)].join("、"));
}
