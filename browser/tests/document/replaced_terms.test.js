// Replaced terms: what is found in a text and what is left, by vectors both languages share.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { replacedTerms, sinceText } from "../../document/replaced_terms.js";

const file = new URL("../../../tests/vectors/terms.json", import.meta.url);
/** @typedef {import("../../document/replaced_terms.js").Terms} Terms */
/** @typedef {{ text: string, last_day?: string, names?: string[], found: [string, number, number][] }} Vector */
const read = /** @type {unknown} */ (JSON.parse(readFileSync(file, "utf-8")));
const { exceptions, terms, vectors } = /** @type {Terms & { vectors: Vector[] }} */ (read);

for (const { text, last_day, names = [], found } of vectors) {
  test(`“${text}” holds what its vector says`, () => {
    const points = (/** @type {number} */ at) => Array.from(text.slice(0, at)).length;
    const told = replacedTerms(text, { ...(exceptions && { exceptions }), terms }, { lastDay: last_day ?? "", names });
    assert.deepEqual(
      told.map(({ id, start, end }) => [id, points(start), points(end)]),
      found,
    );
  });
}

test("a time is told as it is known", () => {
  const term = { old: ["旧"], new: "新", kind: "法定更名", source: "公告" };
  assert.equal(sinceText({ ...term, since: "2022-02" }), "2022年2月");
  assert.equal(sinceText(term), "");
});
