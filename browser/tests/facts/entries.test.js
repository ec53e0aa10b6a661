// What is reported of a written value that means nothing; the rest is held by vectors and fuzz.

import assert from "node:assert/strict";
import { test } from "node:test";

import { parse } from "../../facts/entries.js";

/** @type {import("../../schema/types.js").FieldSpec} */
const COUNT = { label: "人数", hint: "", type: "count", unit: "人", range: ["0", "10000"] };

test("a very long echo is cut", () => {
  const said = (/** @type {string} */ written) => () => parse(written, COUNT);
  assert.throws(said("9".repeat(5000)), { message: `“${"9".repeat(20)}……”（共5000个字符）不是数` });
  assert.throws(said("𠮷".repeat(301)), { message: `“${"𠮷".repeat(20)}……”（共301个字符）不是数` });
  assert.throws(said("𠮷".repeat(300)), { message: `“${"𠮷".repeat(300)}”不是数` });
});
