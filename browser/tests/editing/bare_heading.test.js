// Own headings lose their numbers and final punctuation.

import assert from "node:assert/strict";
import { test } from "node:test";

import { bareHeading } from "../../editing/bare_heading.js";

const NUMBERED = "一、 （一） (一) 十二、 1. 1． 1、 （1） (1) 第一章 第3节 ① ⑴ ㈠ 一、（一）";
const NO_NUMBERS = ["12345热线", "3项重点工作", "三、四季度工作", "1、2号楼", "1.5万人健康档案", "第一季度", "（2026）年度"];

test("a number before a heading and a mark after it are taken away", () => {
  for (const number of NUMBERED.split(" ")) {
    assert.equal(bareHeading(`${number}公共卫生服务`), "公共卫生服务");
    assert.equal(bareHeading(` ${number}\u300012345热线。`), "12345热线");
  }
  assert.equal(bareHeading("公共卫生服务：；"), "公共卫生服务");
});

for (const text of NO_NUMBERS) {
  test(`a heading's own words stay: ${text}`, () => {
    assert.equal(bareHeading(text), text);
  });
}
