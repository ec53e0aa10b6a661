// Faults of arithmetic, in the words of summaries, are found at their place; the right figures are left alone.

import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import test from "node:test";
import { parse } from "yaml";

import { check } from "../../checker/check.js";
import { readRules } from "../../review/rule_files.js";
import { arithmeticMutants } from "../support/arithmetic_mutants.js";

const ROOT = path.join(import.meta.dirname, "../../..");
const FOLDER = path.join(ROOT, "data/writing");
/**
 * @param {string} file
 * @returns {unknown}
 */
const read = (file) => parse(readFileSync(file, "utf-8"));
const own = /** @type {{ rules: object }} */ (read(path.join(FOLDER, "rules/arithmetic.yml")));
const RULES = readRules(FOLDER).filter(({ id }) => id in own.rules);
const CHOICE = /\{([^|}]*)\|([^}]*)\}/;
const corpus = /** @type {Record<string, string[]>} */ (read(path.join(ROOT, "tests/review/arithmetic.yml")));

for (const [rule, texts] of Object.entries(corpus)) {
  test(`faults of ${rule} are found`, () => {
    for (const text of texts) {
      const [whole = "", wrong = ""] = CHOICE.exec(text) ?? [];
      const start = text.indexOf(whole);
      const { findings } = check(text.replace(whole, wrong), RULES);
      const at = findings.filter((one) => one.start < start + wrong.length && one.end > start);
      assert.ok(at.some((one) => one.rule === rule), text);
    }
  });
  test(`right figures of ${rule} are left alone`, () => {
    for (const text of texts) {
      const [whole = "", , right = ""] = CHOICE.exec(text) ?? [];
      assert.deepEqual(check(text.replace(whole, right), RULES).findings, [], text);
    }
  });
}

test("figures that belong to other things are left alone", () => {
  const texts = [
    "抽查归档病历3600份，甲级3499份、乙级98份、丙级3份，甲级率97.2%。",
    "获省级奖励3项、市级奖励5项，其中1项同时获省、市两级奖励，去重后共7项。",
    "签约19656人；分类看，老年人5438人、高血压患者3966人、糖尿病患者1475人。",
    "65岁及以上老年人72960人，已体检43776人，占60.0%。家庭医生签约17.1万人，签约率37.5%。",
    "婴儿、儿童死亡率较上年的3.21‰、4.58‰分别下降0.33个、0.42个千分点。",
    "监测手术5286例，手术部位感染37例，感染率0.70%；其中Ⅰ类切口手术1640例，感染8例，感染率0.49%。",
    "三至六年级692名学生中有680人参加测评，参测率98.27%；重点关注34人，占参测人数的5.00%。",
    "立案64起。罚没款21.80万元，不是每起罚得多：结案的平均每起0.38万元。",
    "住院少收430万元，其中出院人数减少影响328万元；门急诊少收120万元。",
    "编制床位500张，实际开放480张。全年实际开放总床日175200日，实际占用148920床日，床位使用率85.0%。",
    "开放床位110张，实际占用32032床日，床位使用率尚未达到85%。",
    "下发督办单46份，收回回执46份。",
  ];
  for (const text of texts) assert.deepEqual(check(text, RULES).findings, [], text);
});

test("nearly all of 200 mutants are found, and nothing in the texts that they were made of", (t) => {
  /** @type {Map<string, { found: number, missed: string[], wrongly: string[] }>} */
  const report = new Map();
  for (const { rule, right, wrong } of arithmeticMutants(20)) {
    const row = report.get(rule) ?? { found: 0, missed: [], wrongly: [] };
    report.set(rule, row);
    if (check(wrong, RULES).findings.some((one) => [rule, "part-over-whole"].includes(one.rule))) row.found += 1;
    else row.missed.push(wrong);
    if (check(right, RULES).findings.length > 0) row.wrongly.push(right);
  }
  for (const [rule, { found, missed, wrongly }] of report) {
    t.diagnostic(`${rule}: found ${String(found)}, missed ${String(missed.length)}, false ${String(wrongly.length)}`);
  }
  const rows = [...report.values()];
  assert.deepEqual(rows.flatMap(({ wrongly }) => wrongly), []);
  const missed = rows.flatMap((row) => row.missed);
  assert.ok(missed.length <= 10, missed.join("\n"));
});

test("a number whose digits stand in groups is mended whole", () => {
  const { findings } = check("全年接诊1 200人次，上年1 000人次，增加1 300人次。", RULES);
  assert.deepEqual(findings.map(({ found, suggestion }) => [found, suggestion]), [["1 300人次", "200人次"]]);
});

const RIGHT = [
  "检查单位120家，其中学校35家合格33家，医院12家合格12家，宾馆73家合格70家。",
  "全院在职286人，其中医生98人、护士132人，另有合同工45人没有入编。",
  "发放补贴每人每月200元，全年86人共20.64万元。",
  "在校学生1584人，超重和肥胖分别为186人和140人，占11.7%和8.8%。",
  "募集资金12万元，发放96户，户均1250元，其中特困户20户，户均2000元。",
  "5月报告45例，6月报告38例，比5月减少7例，下降15.6%，与去年6月的52例相比减少14例。",
  "全院1250个时机执行1014个，执行率81.1%，其中医生执行率75.2%，护士执行率88.6%。",
  "接诊群众2310人次，次均210人次，较上年的1848人次增长25%。",
  "报告水痘6例、流感样病例19例，比上学期报告总数31例少6例。",
];
for (const text of RIGHT) {
  test(`what only looks like a mistake is left alone: ${text}`, () => {
    assert.deepEqual(check(text, RULES).findings, []);
  });
}
