// Exact decimals: read, printed, rounded half up, divided once.

import assert from "node:assert/strict";
import { test } from "node:test";

import { Decimal, quotient } from "../../figures/decimal.js";

const of = (/** @type {string} */ digits) => Decimal.of(digits);

test("digits are printed as they were written", () => {
  for (const digits of ["0", "1518.20", "-0.05", "0.00", "999999999999999.999999"]) assert.equal(of(digits).plain, digits);
  assert.equal(of("-0").plain, "0");
  assert.equal(of("1E+15").plain, "1000000000000000");
  assert.throws(() => of("1,5"));
});

test("halves are rounded away from zero", () => {
  const rounded = [["2.5", 0], ["-2.5", 0], ["0.005", 2], ["1.2", 2], ["45", -1], ["-44", -1]];
  const plain = rounded.map(([digits, decimals]) => of(String(digits)).rounded(Number(decimals)).plain);
  assert.deepEqual(plain, ["3", "-3", "0.01", "1.20", "50", "-40"]);
});

test("sums keep the finer decimals, quotients are rounded once", () => {
  assert.equal(of("1518.20").minus(of("1236.1")).plain, "282.10");
  assert.equal(quotient(of("1640"), of("1509.5"), 2).plain, "1.09");
  assert.equal(quotient(of("-1"), of("0.3"), 3).plain, "-3.333");
  assert.equal(of("23.3").scaled(4).plain, "233000");
  assert.equal(of("0.25").scaled(-2).plain, "0.0025");
});

test("numbers are compared by what they are, not by how they are written", () => {
  assert.equal(of("1.0").compare(of("1")), 0);
  assert.equal(of("100.00").compare(100), 0);
  assert.equal(of("-3").compare(-2), -1);
  assert.deepEqual(["2.0", "2.1"].map((digits) => of(digits).isWhole), [true, false]);
});
