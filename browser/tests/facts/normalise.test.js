// What people type, and what is made of it.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { parse } from "../../facts/entries.js";
import { normalise } from "../../facts/normalise.js";
import { ofChinese } from "../../figures/numerals.js";

/** @typedef {import("../../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {[slot: string, typed: string, read: string]} Case */

const TYPED = new URL("../../../tests/facts/typed.json", import.meta.url);
const { slots: SPECS, cases: CASES, numerals: NUMERALS } =
  /** @type {{slots: Record<string, FieldSpec>, cases: Case[], numerals: [string, string | null][]}} */ (
    JSON.parse(readFileSync(TYPED, "utf8"))
  );

for (const [slot, typed, read] of CASES) {
  test(`${slot}: ${JSON.stringify(typed)} is ${read}`, () => {
    const spec = /** @type {FieldSpec} */ (SPECS[slot]);
    assert.equal(normalise(typed, spec), read);
    assert.equal(normalise(read, spec), read);
  });
}

test("what is not understood is refused with a reason, never taken for nothing", () => {
  const spec = /** @type {FieldSpec} */ (SPECS["people"]);
  for (const typed of ["很多", "1,23", "1.2.3", "--1", "一百五"]) {
    assert.throws(() => parse(normalise(typed, spec), spec), { message: /不是数/ });
  }
});

for (const [numeral, digits] of NUMERALS) {
  test(`the numeral ${numeral} is ${String(digits)}`, () => {
    assert.equal(ofChinese(numeral), digits);
  });
}
