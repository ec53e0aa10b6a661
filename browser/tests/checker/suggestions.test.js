// What is offered to mend a finding, put in its place, leaves nothing to be told of there.

import assert from "node:assert/strict";
import path from "node:path";
import test from "node:test";

import { check } from "../../checker/check.js";
import { readRules } from "../../review/rule_files.js";

const RULES = readRules(path.join(import.meta.dirname, "../../../data/writing"));

/**
 * The text with everything adopted that is offered, one after the other.
 * @param {string} text
 */
function mended(text) {
  for (let round = 0; round < 9; round += 1) {
    const one = check(text, RULES).findings.find(({ suggestion, level }) => suggestion !== undefined && level !== "hint");
    if (!one) return text;
    text = text.slice(0, one.start) + (one.suggestion ?? "") + text.slice(one.end);
  }
  return assert.fail(text);
}

const TEXTS = [
  ["出院病人8426人次，同比下降3.2%（上年同期8130人次）。", "出院病人8426人次，同比上升3.6%（上年同期8130人次）。"],
  ["一、工作\n（一）教育\n（二）防控\n（二）监督\n（三）保障", "一、工作\n（一）教育\n（二）防控\n（三）监督\n（四）保障"],
  ["1.义诊\n2.讲座\n2.培训", "1.义诊\n2.讲座\n3.培训"],
  ["全年开展健康教育讲座96场，受益群众8200人次。全年开展健康教育讲座96场，受益群众8200人次。", "全年开展健康教育讲座96场，受益群众8200人次。"],
  ["系统管理率为95.2%,3岁以下儿童管理率为94.8%;接种率98%。", "系统管理率为95.2%，3岁以下儿童管理率为94.8%；接种率98%。"],
];
for (const [wrong = "", right = ""] of TEXTS) {
  test(`${wrong} is mended`, () => {
    assert.equal(mended(wrong), right);
  });
}
