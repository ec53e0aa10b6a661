// Every figure function gives what Python gives: the shared vectors of tests/vectors.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

import { answer } from "./vectors.js";

const FOLDER = new URL("../../../tests/vectors/", import.meta.url);

for (const name of ["figures.json", "random.json"]) {
  test(`the vectors of ${name}`, () => {
    /** @type {unknown} */
    const parsed = JSON.parse(readFileSync(new URL(name, FOLDER), "utf8"));
    const vectors = /** @type {import("./vectors.js").Vector[]} */ (parsed);
    assert.ok(vectors.length > 100);
    for (const { call, args, ...expected } of vectors) {
      assert.deepEqual(answer(call, args), expected, `${call}(${JSON.stringify(args)})`);
    }
  });
}
