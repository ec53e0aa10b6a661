// Finds a figure that is told again with its digits in another order: 签约率47.27%, and further on 签约率由目前的47.72%.

import { sameDigits, tellingDigits } from "./chance.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const NOW = /(?:由|从)(?:目前|现在|现有)的$/;
const OTHER = /上年|去年|同期|上季度|上月|上期|上学|年初|全国|全省|平均|20[0-9]{2}年|[一二三四]季度|[上下]半年|[0-9]月|截至|由|从|原|曾|每|其中|目标|达到|计划|[高低]于|[比较占]/;
const FEWEST = 4; // digits that are no chance
const MOST = 8; // figures of the same digits

/**
 * @param {Prose} prose
 * @param {Ledger} ledger
 */
export function checkTurned(prose, ledger) {
  /** @type {Map<string, Statement[]>} */
  const alike = new Map();
  for (const one of prose.statements) {
    const { written, unit, scale, rough, range } = one.quantity;
    if (rough || range || unit === "" || tellingDigits(written) < FEWEST) continue;
    const key = `${Array.from(written.replace(/[^0-9.]/g, "")).sort().join("")}/${String(scale)}${unit}`;
    alike.set(key, [...(alike.get(key) ?? []).slice(0, MOST), one]);
  }
  for (const group of alike.values()) {
    const once = group.filter((one) => group.filter(({ quantity }) => quantity.value === one.quantity.value).length === 1);
    for (const one of once) {
      const first = group.find((other) => other.start < one.start && isAgain(one, other, prose));
      if (first) ledger.tellOnce("same-indicator", { start: one.start, end: one.end, message: `前面写的是${first.quantity.written}，这里写的是${one.quantity.written}，请核对。`, level: "warning" });
    }
  }
}

/**
 * Whether a figure tells in another paragraph what an earlier one has told.
 * @param {Statement} one
 * @param {Statement} first
 * @param {Prose} prose
 */
function isAgain(one, first, { sentences }) {
  const [here, there] = [sentences[one.sentence], sentences[first.sentence]];
  const isNow = NOW.test(one.clause);
  const clause = isNow ? one.clause.replace(NOW, "").replace(/^.*(?:[前底月日]|[^一-鿿])/, "") : one.clause;
  if (!here || !there || here.line === there.line || !sameDigits(one.quantity.written, first.quantity.written) || OTHER.test(clause) || OTHER.test(first.clause)) return false;
  const name = clause.replace(/^[^一-鿿]*(?:[一二三四五六七八九]是)?|仅|只有|[为是]$/g, "");
  const behind = /^[一-鿿]{3,4}/.exec(one.after)?.[0] ?? "";
  if (name.length < 2) return behind !== "" && first.indicator.includes(behind);
  const words = there.text.slice(0, first.start - there.start);
  let at = -1;
  return name.length > 2 && first.indicator.endsWith(name.slice(-2)) && Array.from(name).every((sign) => (at = words.indexOf(sign, at + 1)) >= 0);
}
