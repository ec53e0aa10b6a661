// What is shown of a text that answers a query.

import assert from "node:assert/strict";
import { test } from "node:test";

import { excerpt, stretches } from "../../search/excerpt.js";
import { requestText } from "../../search/request.js";

/** @param {import("../../search/excerpt.js").Stretch[]} list */
function shown(list) {
  return list.map(({ text, isTerm }) => (isTerm ? `[${text}]` : text)).join("");
}

test("the longest term is marked where several stand", () => {
  assert.equal(shown(stretches("健康档案", ["健康", "健康档案"])), "[健康档案]");
  assert.equal(shown(stretches("a.b a+b", ["a+b"])), "a.b [a+b]");
  assert.equal(shown(stretches("GB/T", ["gb"])), "[GB]/T");
});

test("an excerpt stands around what matters most", () => {
  const text = `灭鼠${"一".repeat(100)}蚊蝇${"二".repeat(100)}`;
  assert.match(shown(excerpt(text, ["蚊蝇", "灭鼠"])), /^…一+\[蚊蝇\]二+…$/);
  assert.equal(shown(excerpt("短", ["没有"])), "短");
});

test("what one sends to whoever runs the site names the query", () => {
  assert.match(requestText(" 护理 "), /^总结范本库里搜“护理”，没有找到专门的范本/);
});
