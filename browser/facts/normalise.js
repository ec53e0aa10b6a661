// Puts what people type (full-width digits, 1,234, 1.2万, 六次, 98.6％) into the strict form that entries.js
// reads; mirrors macros/facts/normalise.py.  Only what has a single meaning is changed; anything else
// stays as typed, and is refused there with a reason.

import table from "../../macros/facts/normalise.json" with { type: "json" };
import { Decimal } from "../figures/decimal.js";
import { GROUPED, ofChinese, trimmed } from "../figures/numerals.js";
import { SPACE, whole } from "../figures/patterns.js";
import { places, unitOf } from "../schema/fact_types.js";
import { ROUGH_WORDS } from "./entries.js";
import { KINDS, parsePeriod } from "../figures/periods.js";
import { MULTIPLIERS, PRINTED_UNITS } from "../figures/values.js";

/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */

/* eslint-disable-next-line no-control-regex -- no text may contain control characters or lone surrogates */
export const FORBIDDEN = /[\0-\x08\v\f\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff]|\p{Surrogate}/gu;
const INVISIBLE = /[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff]/g;
// joiners belong in some texts (👨‍👩‍👧, some scripts), but never in a number or by themselves
const SPACES = `(?:${SPACE}|[\\u200c\\u200d])+`;
const ENDS = new RegExp(`^${SPACES}|${SPACES}$`, "g");
const ALL_SPACES = new RegExp(SPACES, "g");
const FULL_WIDTH = /[！-～]/g; // ！ to ～ are ! to ~ moved by 0xFEE0
const NUMBER = whole(table.number_pattern);
const SHARE = whole(table.share_pattern);
const SPOKEN = whole(table.spoken_pattern);
/** @type {Record<string, string>} */
const SHARES = table.shares;
const DAY = whole(table.day_pattern);
const YEAR = whole(table.year_pattern);
/** @type {Record<string, string>} 第一季度, 上半年 */
const PART_NUMBERS = table.part_numbers;

/**
 * The strict form of what was typed for a slot; what is not understood stays as it is.
 * @param {string} typed
 * @param {FieldSpec} spec
 */
export function normalise(typed, spec) {
  const clean = cleaned(typed);
  const strict = STRICT_FORMS[spec.type];
  return strict ? strict(narrowed(clean), spec) : clean;
}

/**
 * A text without invalid and invisible characters, and without white space around it.
 * @param {string} text
 */
export function cleaned(text) {
  return text.replace(FORBIDDEN, "").replace(INVISIBLE, "").replace(ENDS, "");
}

/**
 * A text in half-width letters and digits, without white space.
 * @param {string} text
 */
function narrowed(text) {
  const moved = (/** @type {string} */ c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0);
  const narrow = text.replace(FULL_WIDTH, moved).replace(/。(?=\d)/g, ".").replace(/[−－]/g, "-");
  return narrow.replace(ALL_SPACES, "");
}

// --- numbers ---

/**
 * @param {string} tight
 * @param {FieldSpec} spec
 */
function numberOf(tight, spec) {
  const unit = unitOf(spec);
  const rough = [tight, withoutEnd(tight, unit)].find((words) => ROUGH_WORDS.includes(words));
  const [, share, part = ""] = SHARE.exec(tight) ?? [];
  const written = share ? shareOf(share, part) : inDigits(tight, unit);
  return rough ?? digitsOf(withoutEnd(written, PRINTED_UNITS[unit] ?? ""), spec) ?? tight;
}

/** @type {(text: string, end: string) => string} */
function withoutEnd(text, end) {
  return end && text.endsWith(end) ? text.slice(0, -end.length) : text;
}

/** @type {(share: string, part: string) => string} 百分之五 as 5% */
function shareOf(share, part) {
  return inDigits(part === "百" ? "一百" : part, "") + (SHARES[share] ?? "");
}

/**
 * 六次 as 6次; what has no numeral, or one of two meanings, stays: 三万五千 may count 元 or, as the slot, 万元.
 * @param {string} tight
 * @param {string} unit
 */
function inDigits(tight, unit) {
  const [, near = "", before = "", decimals = "", after = "", rest = ""] = SPOKEN.exec(tight) ?? [];
  const scaled = ofChinese(before === "两" && after + rest ? "二" : before);
  const isScaled = scaled !== null || decimals !== ""; // else 一亿二千万, where 万 is no scale of its own
  const [numeral, scale] = isScaled ? [before, after] : [before + after, ""];
  const digits = scaled ?? (isScaled ? null : ofChinese(numeral));
  const isBare = !scale && ["", "余"].includes(rest);
  if (digits === null || (isBare && unit.charAt(0) in MULTIPLIERS && /[万亿]/.test(numeral))) return tight;
  const point = decimals.replace("点", ".").replace(/[^.]/g, (digit) => ofChinese(digit) ?? "");
  return near + digits + point + scale + rest;
}

/**
 * @param {string} tight
 * @param {FieldSpec} spec
 */
function digitsOf(tight, spec) {
  const plain = GROUPED.test(tight.replace(/[^\d,.-]/g, "")) ? tight.replaceAll(",", "") : tight;
  const match = NUMBER.exec(plain);
  if (!match) return null;
  const [, near = "", digits = "", before = "", over = "", after = "", unit = ""] = match;
  if (before && after) return null;
  const number = inUnit(plainDigits(digits), before || after, unit, unitOf(spec));
  if (number === null) return null;
  return near.replace("大", "") + (places(spec) > 0 ? number : number.replace(/\.0+$/, "")) + over;
}

/**
 * Digits with a single zero before the decimal point: 00.5 and .5 are 0.5, but 007 stays.
 * @param {string} digits
 */
function plainDigits(digits) {
  return digits.replace(/^(-?)\./, "$10.").replace(/^(-?)0+(?=0\.)/, "$1");
}

/**
 * The number in the unit of its slot, or null where it was typed with another unit.
 * @param {string} digits
 * @param {string} scale 万, 亿 or nothing
 * @param {string} unit what follows the scale
 * @param {string} wanted the slot's unit
 */
function inUnit(digits, scale, unit, wanted) {
  const own = wanted.charAt(0) in MULTIPLIERS ? wanted.charAt(0) : "";
  const base = wanted.slice(own.length);
  if (unit && unit !== base && !isSame(unit, base)) return null;
  if (scale === own || (!scale && !unit)) return digits;
  const moved = Decimal.of(digits).scaled((MULTIPLIERS[scale] ?? 0) - (MULTIPLIERS[own] ?? 0));
  return trimmed(moved);
}

/**
 * Tells whether a measure word may stand for another: 5个 for 5家.
 * @param {string} unit
 * @param {string} base
 */
function isSame(unit, base) {
  return unit === "个" && !table.never_counted.includes(base);
}

// --- dates and periods ---

/** @param {string} typed */
function dayOf(typed) {
  const match = DAY.exec(typed);
  if (!match) return typed;
  const [, year = "", month = "", day] = match;
  const parts = [year, month.padStart(2, "0"), day?.padStart(2, "0")];
  return parts.filter((part) => part !== undefined).join("-");
}

/** @param {string} typed */
function periodOf(typed) {
  const upper = typed.toUpperCase();
  if (parsePeriod(upper)) return upper;
  const match = YEAR.exec(typed);
  if (!match) return typed;
  const [, year = "", to, rest = ""] = match;
  const years = to ? `${year}-${to}` : year;
  for (const kind of Object.values(KINDS)) {
    const part = whole(kind.typed).exec(rest)?.[1];
    if (part === undefined) continue;
    const code = years + kind.letter + (PART_NUMBERS[part] ?? part);
    return parsePeriod(code) ? code : typed;
  }
  return typed;
}

/** @type {import("../schema/fact_types.js").ByType<(tight: string, spec: FieldSpec) => string>} */
export const STRICT_FORMS = {
  count: numberOf,
  amount: numberOf,
  decimal: numberOf,
  rate: numberOf,
  quotient: numberOf,
  date: dayOf,
  period: periodOf,
};
