// Old drafts are read as Python reads them: the shared vectors of tests/vectors/current_names.json.

import { readFileSync } from "node:fs";
import { test } from "node:test";
import { deepStrictEqual } from "node:assert";
import { withCurrentNames } from "../../facts/current_names.js";

/** @typedef {{names: import("../../schema/types.js").Names, vectors: Record<string, [object, object]>}} File */

const FILE = new URL("../../../tests/vectors/current_names.json", import.meta.url);
const { names, vectors } = /** @type {File} */ (JSON.parse(readFileSync(FILE, "utf8")));

for (const [name, [data, expected]] of Object.entries(vectors)) {
  test(name, () => {
    const before = JSON.stringify(data);
    deepStrictEqual(withCurrentNames(data, names), expected);
    deepStrictEqual(JSON.stringify(data), before);
  });
}

test("without names nothing changes", () => {
  const draft = { facts: { visited: "1" }, own: { texts: { training: { 例会: "{{ visited }}" } } } };
  deepStrictEqual(withCurrentNames(draft, {}), draft);
});
