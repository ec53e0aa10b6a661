// What a text says of its writer: by whom it is signed, of what its title is, how it calls itself.

import assert from "node:assert/strict";
import test from "node:test";

import { frameFacts } from "../../extraction/frame_facts.js";
import { readProse } from "../../prose/prose.js";

const spec = /** @type {import("../../schema/types.js").FactSpec} */ ({ label: "", type: "text", hint: "", topic: "" });
const SPECS = { org: spec, work: spec, we: spec, scope: spec };

/** @param {string} text */
function read(text) {
  return frameFacts(readProse(text), SPECS).map(({ path, typed, start, end }) => [path, typed, text.slice(start, end)]);
}

test("unit, work, and what it calls itself and its area are taken", () => {
  const text = "青禾县卫生健康局2026年上半年卫生健康工作总结\n我院之外，我局在全县开展检查，我局印发方案。\n青禾县卫生健康局\n2026年7月8日";
  assert.deepEqual(read(text), [
    ["org", "青禾县卫生健康局", "青禾县卫生健康局"],
    ["work", "卫生健康工作", "卫生健康工作"],
    ["we", "我局", "我局"],
    ["scope", "全县", "全县"],
  ]);
});

test("what it does not say is not made up", () => {
  assert.deepEqual(read("各位同志：\n现在开会。"), []);
  assert.deepEqual(read("青禾县卫生健康局2026年总结\n开展检查。"), []);
});
