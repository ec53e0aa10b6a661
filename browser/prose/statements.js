// Reads what the sentences of a text say of each figure: its indicator, what kind of figure it is, what it is
// compared with.

import { apart, comparison, moved, reached } from "./directions.js";
import { kindOf } from "./statement_kinds.js";

/** @typedef {import("./types.js").Prose} Prose */
/** @typedef {import("./types.js").Quantity} Quantity */
/** @typedef {import("./types.js").Sentence} Sentence */
/** @typedef {import("./types.js").Statement} Statement */
/** @typedef {import("./statement_kinds.js").Words} Words */

const FURTHEST = 160; // signs of what stands before and after a number that are looked at
const MOST = 60; // numbers of a sentence that are read; what has more is no sentence
const BOUNDARY = /[，,；;：:。！？（(）)]/;
const ASIDE = /[（(](?:20[0-9]{2}年)?[^（()）0-9]*[)）](?=[^，。；：（）]{0,8}$)/; // 满意率（以收回数计）为, 比上年（2022年）的
const JOINED = /^(?:、|和|与|及)$/;
const HEAD = /([一-鿿]{2,12})\**[：:]\s*$/; // 门急诊量：12846人次
const THAN = /(?:与|和|同|跟)[^，。；]{1,12}(?:相比|比较|比)，/; // what follows is told against it
const TRAILING =
  /(?:虽然?|[已仍却也还]|已经|[共合总累]计|分别|上升|提高|下降|增加|减少|实现|完成|只有|稳定|保持|控制|为|是|达|共|(?<![签预履节])约|近|仅|有|在|到|至|了|的|均|超过|超|逾|数|[\s“”"*])+$/;
const LEADING =
  /^(?:(?:截至|截止|到)[^，]{0,16}(?:底|末|日|前|止)|[0-9年月日—-]+|今年|本年度?|本季度|本学期|本期|上半年|下半年|全年|一季度|第[一二三四]季度|目前|现有|期末|其中|同时|此外|另外|另|并|且|而|使|将|全(?:系统|[县市区校院镇局省国乡所办旗]{1,2}(?!镇))|[一二三四五六七八九]是|我[县市区校院镇局所办中心]{1,2}|辖区内?|全辖区?|共计|累计|已|共|的|[，、\s“”"*-])+/;

/**
 * @param {Sentence[]} sentences
 * @param {Quantity[]} quantities
 * @returns {Statement[]}
 */
export function readStatements(sentences, quantities) {
  let next = 0;
  return sentences.flatMap((sentence, index) => {
    while ((quantities[next]?.start ?? Infinity) < sentence.start) next += 1;
    const first = next;
    while ((quantities[next]?.start ?? Infinity) < sentence.end) next += 1;
    return statementsOf(sentence, index, quantities.slice(first, Math.min(next, first + MOST)));
  });
}

/**
 * @param {Sentence} sentence
 * @param {number} index
 * @param {Quantity[]} quantities
 * @returns {Statement[]}
 */
function statementsOf({ start, end, text }, index, quantities) {
  /** @type {Statement[]} */
  const found = [];
  let compared = /** @type {Statement["comparison"]} */ ("");
  let than = false;
  let open = 0;
  quantities.forEach((quantity, at) => {
    const from = Math.max(quantities[at - 1]?.end ?? start, quantity.start - FURTHEST);
    const to = Math.min(quantities[at + 1]?.start ?? end, quantity.end + FURTHEST);
    const before = text.slice(from - start, quantity.start - start);
    const after = text.slice(quantity.end - start, to - start);
    open += depth(text.slice((quantities[at - 1]?.end ?? start) - start, quantity.start - start));
    if (/[；;]/.test(before)) [compared, than] = ["", false];
    const last = found.at(-1);
    const clause = last?.kind === "per" && JOINED.test(before) ? last.clause : lastClause(before.replace(ASIDE, "")); // 每千人口6.90张、2.93人
    compared = comparison(clause) || (/^[，,、（(]?[^，。；]{0,6}$/.test(before) ? compared : comparison(before));
    if (THAN.test(before)) than = true;
    const one = statement(quantity, { clause, before, after, than, last: last?.kind }, compared);
    if (last?.kind === "prior" && JOINED.test(before) && last.quantity.unit === quantity.unit) one.kind = "prior"; // 较上年的3.2‰、4.6‰
    const goesOn = !/[；;]/.test(before) && (last?.quantity.unit === quantity.unit || !/[，,]/.test(before)); // 其中进村4场、进校2场，372人参加
    const part = before.includes("其中") || (last?.part === true && goesOn && one.kind === "value");
    const isBeside = clause === "" && /^、?$/.test(before) && last?.quantity.unit !== quantity.unit; // 团体献血124场、9672人次
    if (last && isBeside) one.indicator = last.indicator;
    found.push({ ...one, sentence: index, before, after, clause, part, bracketed: open > 0 });
  });
  return found;
}

/**
 * The words between the last mark before a number and the number.
 * @param {string} words
 */
function lastClause(words) {
  for (let at = words.length - 1; at >= 0; at -= 1) {
    if (BOUNDARY.test(words.charAt(at))) return words.slice(at + 1);
  }
  return words;
}

/**
 * How many brackets words open and leave open.
 * @param {string} words
 */
function depth(words) {
  return words.split(/[（(]/).length - words.split(/[）)]/).length;
}

/**
 * @param {Quantity} quantity
 * @param {Words} words
 * @param {Statement["comparison"]} compared
 * @returns {Pick<Statement, "start" | "end" | "quantity" | "kind" | "sign" | "verb" | "comparison" | "indicator">}
 */
function statement(quantity, words, compared) {
  const { start, end, unit } = quantity;
  const { clause } = words;
  const to = reached(clause);
  const kind = kindOf(quantity, words);
  const way =
    kind === "to" ? to : kind === "multiple" ? moved(clause) : ["difference", "points", "growth"].includes(kind) ? apart(clause) : null;
  const verb = way && { start: start - clause.length + way.at, word: way.word };
  const isShare = unit === "%" || unit === "‰";
  return {
    ...{ start, end, quantity, kind, comparison: compared },
    sign: way?.sign ?? 0,
    ...(verb && { verb }),
    indicator: indicator(clause || (HEAD.exec(words.before)?.[1] ?? ""), isShare),
  };
}

/**
 * The name of what a figure tells, without what is said of every figure.
 * @param {string} clause
 * @param {boolean} rate
 */
function indicator(clause, rate) {
  const name = clause.replace(LEADING, "").replace(TRAILING, "");
  return rate ? name.replace(/^.*(?:使(?!用)|把|将)/, "") : name;
}
