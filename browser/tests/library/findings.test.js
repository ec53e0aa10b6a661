// Keys of findings, own words with typed numbers, and personal data are as in Python: the shared vectors
// of tests/vectors/findings.json.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { findingKey } from "../../library/finding_keys.js";
import { ownWords } from "../../library/own_words.js";
import { personalData } from "../../library/personal_data.js";
import { numbersKey, typedNumbers } from "../../library/typed_numbers.js";

const FILE = new URL("../../../tests/vectors/findings.json", import.meta.url);
/** @type {{keys: [[string, string, string], string][], personal: {found: [string, [string, string][]][],
 *   not_found: string[]}, words: {sections: Record<string, string>, content: any, spots: any[]}}} */
const { keys, personal, words } = JSON.parse(readFileSync(FILE, "utf8"));

for (const [given, key] of keys) {
  test(`the key ${key}`, () => {
    assert.equal(findingKey(...given), key);
  });
}

for (const [text, expected] of personal.found) {
  test(`personal: ${text}`, () => {
    const found = personalData(text).map((one) => [one.name, one.words]);
    assert.deepEqual(found, expected);
  });
}

for (const text of personal.not_found) {
  test(`not personal: ${text}`, () => {
    assert.deepEqual(personalData(text), []);
  });
}

test("own words and their numbers", () => {
  const named = Object.entries(words.sections).map(([use, name]) => [use, { name }]);
  const found = ownWords(words.content, Object.fromEntries(named)).map(({ text, ...at }) => {
    const numbers = typedNumbers(text);
    return { ...at, numbers, key: numbers.length > 0 ? numbersKey(at, numbers) : "" };
  });
  assert.deepEqual(found, words.spots);
});
