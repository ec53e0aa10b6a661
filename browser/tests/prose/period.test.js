// Which period a title is about.

import assert from "node:assert/strict";
import test from "node:test";

import { readPeriod } from "../../prose/period.js";

/** @param {string} title */
function read(title) {
  const { kind, first, last, year } = readPeriod(title) ?? assert.fail(title);
  return [kind, first - year * 12 + 1, last - year * 12 + 1].join(" ");
}

/** @type {[string, string][]} a title, and the kind and the months that it is about */
const TITLES = [
  ["某县2026年工作总结", "year 1 12"],
  ["某县2026年上半年工作总结", "half-year 1 6"],
  ["某县2026年1—6月份工作总结", "half-year 1 6"],
  ["某县2026年第三季度工作总结", "quarter 7 9"],
  ["某县2026年1-3月工作总结", "quarter 1 3"],
  ["某县2026年前三季度工作总结", "year 1 9"],
  ["某县2026年1—3季度运行分析", "year 1 9"],
  ["某县2026年一至三季度运行分析", "year 1 9"],
  ["某县2026年1至9月工作总结", "year 1 9"],
  ["某县2026年1月至6月工作总结", "half-year 1 6"],
  ["某县2026年第一至三季度运行分析", "year 1 9"],
  ["某县2026年10月工作简报", "month 10 10"],
  ["某校2026年春季学期工作总结", "term 2 7"],
  ["某校2025—2026学年第一学期工作总结", "term 8 13"],
];
for (const [title, period] of TITLES) {
  test(`${title} is about ${period}`, () => {
    assert.equal(read(title), period);
  });
}

test("a title without a year is about no period", () => {
  assert.equal(readPeriod("第三季度工作总结"), null);
});
