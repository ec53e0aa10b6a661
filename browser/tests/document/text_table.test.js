// A table of words: what is typed in its rows is known in its cells, for the check of words.

import assert from "node:assert/strict";
import { test } from "node:test";

import { textTable } from "../../document/text_table.js";
import { typedIn, withTyped } from "../../document/typed_runs.js";

test("what is typed in a row is typed in its cells", () => {
  const line = {};
  const head = [{ text: "目标 | 结果" }];
  const row = withTyped([{ text: "再接再励 | " }, { text: "3处", facts: ["samples"] }, { text: "，多" }], line);
  const { rows = [] } = textTable([head, row], "s");
  assert.deepEqual(rows.map((cells) => cells.map((cell) => cell.map(({ text }) => text))), [
    [["目标"], ["结果"]],
    [["再接再励"], ["3处", "，多"]],
  ]);
  const typed = (rows[1] ?? []).map((cell) => cell.map((run) => typedIn(run).map(({ start, end }) => [start, end])));
  assert.deepEqual(typed, [[[[0, 4]]], [[], [[0, 2]]]]);
});
