// Edits made by hand find their paragraphs again.

import assert from "node:assert/strict";
import { test } from "node:test";

import { applyEdits, withEdit } from "../../drafts/edits.js";
import { reordered } from "../../drafts/list_records.js";
import { EMPTY } from "../../drafts/state.js";

/** @typedef {import("../../drafts/edits.js").ShownBlock} ShownBlock */

/** @param {string} text */
function block(text) {
  const type = /** @type {const} */ ("paragraph");
  return { type, level: 0, number: "", section: "body", text, runs: [{ text }] };
}

/** @param {string[]} texts */
function blocks(...texts) {
  return texts.map(block);
}

test("an edit survives changes elsewhere and is stale when its own text changes", () => {
  const [, second] = applyEdits(blocks("甲", "乙"), []).blocks;
  const edits = withEdit([], /** @type {ShownBlock} */ (second), "改");
  const texts = (/** @type {string[]} */ ...all) =>
    applyEdits(blocks(...all), edits).blocks.map(({ text, stale }) => [text, stale ?? null]);
  assert.deepEqual(texts("变", "乙"), [["变", null], ["改", false]]);
  assert.deepEqual(texts("新", "甲", "乙"), [["新", null], ["甲", null], ["改", false]]);
  assert.deepEqual(texts("甲", "丙"), [["甲", null], ["改", true]]);
});

test("marks that turn the direction are taken out of an edit", () => {
  const [first] = applyEdits(blocks("甲"), []).blocks;
  const edits = withEdit([], /** @type {ShownBlock} */ (first), "乙\u202e丙\u200f\u061c丁");
  const [edited] = applyEdits(blocks("甲"), edits).blocks;
  assert.equal(edited?.text, "乙丙丁");
  assert.deepEqual(edited.runs, [{ text: "乙丙丁" }]);
});

test("an edit whose paragraph is gone is not lost", () => {
  const [first] = applyEdits(blocks("甲"), []).blocks;
  const edits = withEdit([], /** @type {ShownBlock} */ (first), "改");
  assert.deepEqual(applyEdits([], edits).orphaned, edits);
});

/** @param {string[]} names the names in a list, a paragraph each */
function perRecord(...names) {
  return names.map((name, row) => {
    const runs = [{ text: "抓好" }, { text: name, facts: [`towns[${String(row)}].name`] }];
    return { ...block(`抓好${name}`), runs };
  });
}

test("an edit goes with its record, and is never put over another one", () => {
  const [, second] = applyEdits(perRecord("甲", "乙", "丙"), []).blocks;
  const edits = withEdit([], /** @type {ShownBlock} */ (second), "改");
  const facts = { towns: [{ name: "甲" }, { name: "乙" }, { name: "丙" }] };
  const shown = (/** @type {number[]} */ order, /** @type {string[]} */ ...names) => {
    const change = reordered({ ...EMPTY, facts, edits }, "towns", order);
    const { blocks, orphaned } = applyEdits(perRecord(...names), change.edits ?? []);
    return [blocks.map(({ text }) => text), orphaned.map(({ text }) => text)];
  };
  assert.deepEqual(shown([1, 2], "乙", "丙"), [["改", "抓好丙"], []]);
  assert.deepEqual(shown([2, 1, 0], "丙", "乙新", "甲"), [["抓好丙", "改", "抓好甲"], []]);
  assert.deepEqual(shown([0, 2], "甲", "丙"), [["抓好甲", "抓好丙"], ["改"]]);
  assert.deepEqual(shown([0, 2], "甲", "丙", "丁"), [["抓好甲", "抓好丙", "抓好丁"], ["改"]]);
});

test("of two paragraphs that read the same, the edited one is edited", () => {
  const [, second] = applyEdits(perRecord("", ""), []).blocks;
  const edits = withEdit([], /** @type {ShownBlock} */ (second), "改");
  const shown = applyEdits(perRecord("", ""), edits).blocks;
  assert.deepEqual(shown.map(({ text }) => text), ["抓好", "改"]);
});

test("a gap left in a text written by hand is a gap, and leads to its field", () => {
  const runs = [{ text: "共" }, { text: "＿＿＿＿人", facts: ["samples"], blank: true }, { text: "。" }];
  const generated = { ...block("共＿＿＿＿人。"), runs };
  const [shown] = applyEdits([generated], []).blocks;
  const runsOf = (/** @type {string} */ text) =>
    applyEdits([generated], withEdit([], /** @type {ShownBlock} */ (shown), text)).blocks[0]?.runs;
  const [gap, own] = [{ text: "＿＿＿＿", facts: ["samples"], blank: true }, { text: "＿", blank: true }];
  assert.deepEqual(runsOf("补。共＿＿＿＿人。"), [{ text: "补。共" }, gap, { text: "人。" }]);
  assert.deepEqual(runsOf("共＿人，＿＿＿＿"), [
    { text: "共" },
    own,
    { text: "人，" },
    { text: "＿＿＿＿", blank: true },
  ]);
});

test("putting the generated text back takes the edit away", () => {
  const [first] = applyEdits(blocks("甲"), []).blocks;
  const edits = withEdit([], /** @type {ShownBlock} */ (first), "改");
  const [edited] = applyEdits(blocks("甲"), edits).blocks;
  assert.deepEqual(withEdit(edits, /** @type {ShownBlock} */ (edited), "甲"), []);
});
