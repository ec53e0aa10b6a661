// Where the checks of arithmetic write down what they have held against what, rule by rule.

import { likelier, likeness, mistyped, tellingDigits } from "./chance.js";
import { digitsLike, mended, verdict } from "./intervals.js";

/** @typedef {import("./chance.js").Odd} Odd */
/** @typedef {import("./intervals.js").Interval} Interval */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {{ remarks: Remark[], checked: number, unchecked: number }} Page */

const FEWEST = 3; // digits of a number that may tell of a mistake by being mistyped, and those that surely do
const SURE = 4;
const BESIDE = 30; // characters between two numbers, either of which may be the wrong one
const SWAPPED = 0.02; // of two digits, the one for the other: no rough number for the right one

export class Ledger {
  /** @type {Map<string, Page>} */
  #pages = new Map();

  /** @param {string} rule */
  page(rule) {
    const page = this.#pages.get(rule) ?? { remarks: [], checked: 0, unchecked: 0 };
    this.#pages.set(rule, page);
    return page;
  }

  /** @param {string} rule */
  pass(rule) {
    this.page(rule).checked += 1;
    return true;
  }

  /** @param {string} rule */
  skip(rule) {
    this.page(rule).unchecked += 1;
    return false;
  }

  /**
   * @param {string} rule
   * @param {Remark} remark
   */
  tell(rule, remark) {
    const page = this.page(rule);
    page.checked += 1;
    const last = page.remarks.at(-1); // the same may be reached twice, one right after the other
    if (last?.start !== remark.start || last.end !== remark.end) page.remarks.push(remark);
    return false;
  }

  /**
   * Takes over what another has, with its places moved.
   * @param {Ledger} other
   * @param {number} by
   */
  add(other, by) {
    for (const [rule, { remarks, checked, unchecked }] of other.#pages) {
      const page = this.page(rule);
      page.checked += checked;
      page.unchecked += unchecked;
      page.remarks.push(...remarks.map((one) => ({ ...one, start: one.start + by, end: one.end + by })));
    }
  }

  /**
   * Tells of a place of which no rule of arithmetic has told yet.
   * @param {string} rule
   * @param {Remark} remark
   */
  tellOnce(rule, remark) {
    const told = [...this.#pages.values()].some(({ remarks }) => remarks.some(({ start, end }) => start < remark.end && end > remark.start));
    return told ? false : this.tell(rule, remark);
  }

  /**
   * Holds a printed number against what it should be; what is not sure to belong together is only told where the
   * printed number looks like the right one mistyped.
   * @param {string} rule
   * @param {Statement} statement
   * @param {{ expected: Interval, value: number, sum: string, sure?: boolean, level?: Remark["level"], operands?: Odd[] }} claim
   */
  hold(rule, { quantity, start, end }, { expected, value, sum, sure = true, level, operands = [] }) {
    const digits = digitsLike(value, quantity);
    if (quantity.range || (quantity.rough && likeness(quantity.written, digits) > SWAPPED)) return this.skip(rule);
    const found = verdict(quantity, expected);
    if (found === "right") return this.pass(rule);
    const slip = sure ? SURE : slipDigits(quantity.written, digits);
    if (slip < FEWEST) return this.skip(rule);
    const cut = found === "cut";
    const odd = cut || quantity.chinese ? undefined : likelier(likeness(quantity.written, digits), operands);
    if (odd) {
      const both = likeness(quantity.written, digits) < 1 || odd.chance > 0.1;
      const near = start - odd.one.end < BESIDE && odd.one.end < start;
      const message = both ? `两个数对不上：${sum}。` : `与“${quantity.written}”不符：${sum}；按文中的数算，这里应是${mended(odd.one.quantity, odd.meant)}。`;
      if (!both || near) return this.tell(rule, { start: odd.one.start, end: both ? end : odd.one.end, message, sum, ...(level && { level }) });
    }
    const beside = operands.map(({ one }) => one).filter((one) => one.end < start && start - one.end < BESIDE).at(-1);
    if (rule !== "difference" && !cut && !quantity.chinese && beside && likeness(quantity.written, digits) === 1) return this.tell(rule, { start: beside.start, end, message: `两个数对不上：${sum}，文中写的是${quantity.written}。`, sum, ...(level && { level }) });
    const suggestion = mended(quantity, value);
    const message = cut ? `四舍五入应为${suggestion}：${sum}。` : `按文中的数算得${suggestion}，与“${quantity.written}”不符：${sum}。`;
    const told = cut ? "hint" : slip < SURE ? "warning" : level;
    const words = quantity.chinese ? { message: `与文中的数不符：${sum}。` } : { message, suggestion };
    this.tell(rule, { start, end, ...words, sum, ...(told && { level: told }) });
    return false;
  }
}

/**
 * How many digits a number has that looks like another mistyped; of few of them that may be chance.
 * @param {string} written
 * @param {string} meant
 */
function slipDigits(written, meant) {
  return mistyped(written, meant) ? tellingDigits(meant) : 0;
}
