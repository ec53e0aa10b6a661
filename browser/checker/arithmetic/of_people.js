// Figures for so many people: 每千人口检测290人次, of what is told of it and of the people of the text.

import { comparableThings, isOperand } from "./amounts.js";
import { digitsLike, known, ratio, verdict } from "./intervals.js";
import { plain } from "./written.js";

/** @typedef {import("./ledger.js").Ledger} Ledger */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const FOR = /^(.*?)(?:平均)?每([千万])(?:名|常住|服务)?人口?(.*?)(?:只有|仅有|仅|有|为|是|达到?|约)?$/;
const PEOPLE = /(?:常住人口|服务人口|辖区人口|总人口|户籍人口)[^，。；0-9]{0,4}$/;

/** @param {Statement} one */
export function isOfPeople({ clause }) {
  return FOR.test(clause);
}

/**
 * @param {Statement} one
 * @param {Statement[]} before in its sentence
 * @param {Statement[]} all amounts of the text
 * @param {Ledger} ledger
 */
export function checkOfPeople(one, before, all, ledger) {
  const [, lead = "", size, tail = ""] = FOR.exec(one.clause) ?? [];
  const people = all.filter(({ clause, quantity }) => PEOPLE.test(clause) && quantity.unit === "人");
  const [whole] = people;
  if (!whole || new Set(people.map(({ quantity }) => quantity.value)).size > 1) return void ledger.skip("per-head");
  const factor = size === "千" ? 1e3 : 1e4;
  const able = [...before, ...all].filter((each) => each !== whole && isOperand(each) && comparableThings(each.quantity.unit, one.quantity.unit));
  const expected = (/** @type {Statement} */ part) => ratio(known(part.quantity), known(whole.quantity), factor);
  if (able.some((part) => verdict(one.quantity, expected(part)) === "right")) return void ledger.pass("per-head");
  const name = tail === "" ? lead.replace(/^.*的/, "") : tail;
  const part = able.find(({ indicator }) => name.length > 1 && indicator.includes(name));
  if (!part) return void ledger.skip("per-head");
  const value = (part.quantity.value / whole.quantity.value) * factor;
  const sum = `${plain(part.quantity)}÷${plain(whole.quantity)}×${String(factor)}=${digitsLike(value, one.quantity)}`;
  ledger.hold("per-head", one, { expected: expected(part), value, sum });
}
