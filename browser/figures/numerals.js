// Numbers as digits and as Chinese numerals; mirrors macros/figures/numerals.py.

import table from "../../macros/figures/numerals.json" with { type: "json" };
import { whole } from "./patterns.js";

/** @typedef {import("./decimal.js").Decimal} Decimal */

export const GROUPED = whole(table.grouped_pattern); // 1,234: as it prints, never as it is entered
const NUMERAL = whole(table.numeral_pattern);
const TENTHS = table.tenths;
const [TENTH, HALF, NEAR_HALF, LAST] = [100, 500, 30, 999]; // of a whole of a thousand
const HIGHEST = 1e12; // of the numerals that are read
const { digits: DIGITS, small_units: SMALL_UNITS, big_units: BIG_UNITS } = table;

/**
 * The digits without trailing zeros after the decimal point.
 * @param {Decimal} number
 */
export function trimmed(number) {
  const digits = number.plain;
  return digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits;
}

/**
 * The digits, without decimals where all of these are zero: 100, but 85.50.
 * @param {Decimal} number
 */
export function wholeTrimmed(number) {
  return number.plain.replace(/\.0*$/, "");
}

/**
 * The digits with a comma before every three of them, up to the decimal point.
 * @param {string} digits
 */
export function grouped(digits) {
  const [head = "", tail] = digits.split(".");
  const commas = head.replace(/\B(?=(\d{3})+$)/g, ",");
  return tail === undefined ? commas : `${commas}.${tail}`;
}

/**
 * The Chinese numeral of a number below 10**16, given as digits: 10 十, 110 一百一十, 10005 一万零五.
 * @param {string} digits
 */
export function chinese(digits) {
  const padded = digits.padStart(16, "0");
  let text = "";
  let zero = false;
  for (let power = 3; power >= 0; power -= 1) {
    const block = padded.slice(12 - power * 4, 16 - power * 4);
    const empty = block === "0000";
    if (!empty) {
      const lead = text && (zero || block.startsWith("0")) ? DIGITS.charAt(0) : "";
      text += lead + blockText(block) + (BIG_UNITS[power] ?? "");
    }
    zero = text !== "" && empty;
  }
  if (!text) return DIGITS.charAt(0);
  const numeral = merged(text);
  return numeral.startsWith("一十") ? numeral.slice(1) : numeral;
}

/** @param {string} block four digits, not all zero */
function blockText(block) {
  let text = "";
  let zero = false;
  for (let index = 0; index < 4; index += 1) {
    const digit = Number(block[index]);
    if (digit) {
      text += (zero && text ? DIGITS.charAt(0) : "") + DIGITS.charAt(digit);
      text += SMALL_UNITS[3 - index] ?? "";
    }
    zero = digit === 0;
  }
  return text;
}

/**
 * Names 亿 only once: 一万亿零五亿 is read 一万零五亿.
 * @param {string} text
 */
function merged(text) {
  const at = text.indexOf("万亿");
  const tail = text.slice(at + 2);
  return at >= 0 && tail.includes("亿") ? `${text.slice(0, at)}万${tail}` : text;
}

/**
 * A part of a whole in words: 217 两成多, 671 近七成, 480 约一半, 40 不到一成.
 * @param {number} thousandths
 */
export function inTenths(thousandths) {
  const off = Math.abs(thousandths - HALF);
  if (off <= NEAR_HALF) return off ? "约一半" : "一半";
  const part = Math.min(thousandths, LAST);
  const [tenths, left] = [Math.floor(part / TENTH), part % TENTH];
  if (!tenths) return "不到一成";
  if (left > TENTH / 2 && tenths < TENTHS.length) return `近${TENTHS.charAt(tenths)}成`;
  return `${TENTHS.charAt(tenths - 1)}成${left ? "多" : ""}`;
}

/**
 * A Chinese numeral below 10**12 as digits; null for one that is not written in full.  两 stands for 二
 * before 百 and above.  一百五 may be 105 or 150, 三五 three to five: null.
 * @param {string} numeral
 */
export function ofChinese(numeral) {
  const text = numeral.replaceAll("〇", DIGITS.charAt(0)).replace(/两(?=[百千万亿])/g, DIGITS.charAt(2));
  if (!NUMERAL.test(text)) return null;
  const number = valueOf(text.replace(/^十/, "一十"));
  const digits = String(number);
  return number < HIGHEST && chinese(digits) === text ? digits : null;
}

/**
 * @param {string} numeral
 * @returns {number}
 */
function valueOf(numeral) {
  for (const power of [2, 1]) {
    const at = numeral.indexOf(BIG_UNITS[power] ?? "");
    if (at >= 0) return valueOf(numeral.slice(0, at)) * 10_000 ** power + valueOf(numeral.slice(at + 1));
  }
  return smallValueOf(numeral);
}

/** @param {string} numeral */
function smallValueOf(numeral) {
  let [value, digit] = [0, 0];
  for (const letter of numeral) {
    if (DIGITS.includes(letter)) digit = DIGITS.indexOf(letter);
    else [value, digit] = [value + digit * 10 ** SMALL_UNITS.indexOf(letter), 0];
  }
  return value + digit;
}
