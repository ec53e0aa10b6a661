// Finds the quantities of a text: numbers in digits with their scale and unit, as they are written.

import { isContinuous, measured, UNIT_SOURCE } from "./units.js";

/** @typedef {import("./types.js").Quantity} Quantity */

const SCALES = new Map([
  ["万", 1e4],
  ["亿", 1e8],
  ["万亿", 1e12],
  ["千", 1e3],
  ["百", 1e2],
]);
const NUMBER = new RegExp(
  "([-−－]|负)?([0-9]{1,3}(?:[,，][0-9]{3})+(?![0-9])(?:\\.[0-9]+)?|(?<![0-9] ?)[0-9]{1,3}(?:[ \u00a0\u2009\u202f][0-9]{3})+(?=(?:万|亿)?(?:[例人个件户份次张家名元台所]))|[0-9]{1,15}(?:\\.[0-9]{1,9})?)" + // sign, digits
    "[ \\t]?(?:(余|多|几)[ \\t]?)?(万亿|万|亿|千(?![克米卡瓦])|百(?!分))?(余|多|几)?[ \\t]?" +
    `(${UNIT_SOURCE})?((?:余|多|左右|上下|以上|以内|以下)(?![0-9出了]|[一-鿿][0-9]))?`,
  "g",
);
const ROUGH_BEFORE =
  /(?:(?<![签履节预制违公解])约|(?<![最就邻附])近|超过?|逾|不足|大概|至少|最多|不[少低高]于|不超过|高达|突破|大于|小于|≥|≤|>|<|＞|＜)(?:为|了|到)?\s?$/;
const RANGE_BEFORE = /[0-9万亿%％‰]\s?(?:[-－—–~～至]|——)\s?$/;
const RANGE_AFTER = /^\s?(?:[-－—–~～]|——|至)\s?[0-9]/;
const NAME_BEFORE = /每$|[A-Za-zΑ-ω_./〔[\-—](?:\s?)$|(?:第|编号|GB\/T)\s?$/; // H7N9, 第25个, 〔2026〕, 2013—2014
const NAME_AFTER = /^(?:[A-Za-z_〕\]+]|[:：][0-9]|(?:[、和][0-9]{1,2})*(?:年|月|日)|时(?![间长段])|号|世纪|[-—][0-9])/;
const PEOPLE_AFTER = /^(?:名|位)?[一-鿿]{0,4}(?:人口|居民|群众|学生|师生|职工|老年?人|儿童|患者)/;
const UNIT_BEFORE = /(人次|床日|户次|剂次)(?:数|量)?(?:比|较|由|从)(?:上[年月季]|去年)(?:同期)?的?\s?$/;
const AGE = /(?<!均|龄|寿命|[为至达约])[0-9]{1,3}(?:\s?周?岁?\s?(?:[-－—–~～]|——|至)\s?[0-9]{1,3})?\s?周?岁/g; // the name of a group

// 三成, 两倍, 翻一番, 三分之二, 一半: the only numerals that are held against others
const NUMERAL =
  /([一二两三四五六七八九])(成(?![一-鿿]?[立员为功果绩效熟品本套年人分型长])|倍)(半)?|([二三四五六七八九十])分之([一二两三四五六七八九])|翻(?:了)?([一两三])?番|(?<![一二三四五六七八九十])一半/g;
const NUMERALS = "零一二三四五六七八九十";
const LESS_BEFORE = /(?:近|不[到足])$/;
const MORE_BEFORE = /(?:超过?|逾|突破|高于)$/;
const MORE_AFTER = /^(?:多|以上|强)/;
const NEAR = 16; // signs between a number and one of the same unit
const LISTED = 3; // signs of a number whose unit stands behind the last of its list
const LOOSE = 5; // how far a share in words may be from what it is

/**
 * The quantities of a text, from the left; what is a date, a number in a name or a code is none.
 * @param {string} text
 * @returns {Quantity[]}
 */
export function readQuantities(text) {
  /** @type {Quantity[]} */
  const found = [];
  const taken = Array.from(text.matchAll(AGE), ({ index, 0: { length } }) => ({ start: index, end: index + length }));
  let next = 0;
  for (const match of text.matchAll(NUMBER)) {
    const start = match.index;
    while ((taken[next]?.end ?? Infinity) <= start) next += 1;
    if ((taken[next]?.start ?? Infinity) < start + match[0].length) continue;
    const quantity = read(text, match);
    if (quantity) found.push(quantity);
  }
  return [...withUnits(text, found), ...readNumerals(text)].sort((a, b) => a.start - b.start);
}

/**
 * Numbers with the unit of the one before or behind, where they leave it out: 196.5万人次，医院71.4万、分院58.2万; 8120、9045和9870人次.
 * @param {string} text
 * @param {Quantity[]} quantities
 * @returns {Quantity[]}
 */
function withUnits(text, quantities) {
  const isNext = (/** @type {Quantity | undefined} */ one, /** @type {Quantity | undefined} */ next) =>
    one?.scale === next?.scale && (next?.start ?? 0) - (one?.end ?? 0) < NEAR;
  const found = [...quantities];
  for (const [at, one] of found.entries()) {
    if (one.unit === "" && one.scale >= 1e4 && isNext(found[at - 1], one)) found[at] = { ...one, unit: found[at - 1]?.unit ?? "" };
  }
  for (const [at, one] of [...found.entries()].reverse()) {
    const next = found[at + 1];
    const isListed = one.written.length >= LISTED && /^[、和]$/.test(text.slice(one.end, next?.start));
    if (next && one.unit === "" && (one.scale >= 1e4 || isListed) && isNext(one, next)) {
      found[at] = { ...one, unit: next.unit, half: isListed ? next.half : one.half };
    }
  }
  return found.map((one) => (one.unit === "" ? { ...one, unit: unitNear(text, one) } : one));
}

/**
 * The unit that is told by what is counted: 5.62万常住人口, 出院人次较上年的7860.
 * @param {string} text
 * @param {Quantity} quantity
 */
function unitNear(text, { start, end, scale }) {
  if (scale >= 1e4 && PEOPLE_AFTER.test(text.slice(end, end + 8))) return "人";
  return UNIT_BEFORE.exec(text.slice(Math.max(0, start - 12), start))?.[1] ?? "";
}

/**
 * @param {string} text
 * @returns {Quantity[]}
 */
function readNumerals(text) {
  return [...text.matchAll(NUMERAL)].map((match) => {
    const [written, digit, unit = "", half, whole = "", part = "", doublings = "一"] = match;
    const [start, end] = [match.index, match.index + written.length];
    const [before, after] = [text.slice(Math.max(0, start - 6), start), text.slice(end, end + 2)];
    const count = valueOf(digit ?? doublings) + (half === undefined ? 0 : 0.5);
    const common = { start, end, written, decimals: 0, range: false, chinese: true };
    if (unit === "倍" || written.startsWith("翻")) {
      return {
        ...common,
        value: count,
        half: 0.5,
        scale: 1,
        unit: unit || "番",
        rough: MORE_AFTER.test(after) || ROUGH_BEFORE.test(before),
      };
    }
    const share = unit === "成" ? count * 10 : written === "一半" ? 50 : (valueOf(part) / valueOf(whole)) * 100;
    const more = MORE_AFTER.test(after) || MORE_BEFORE.test(before) ? LOOSE : LESS_BEFORE.test(before) ? -LOOSE : 0;
    return { ...common, value: share + more, half: LOOSE, scale: LOOSE * 2, unit: "%", rough: false };
  });
}

/** @param {string} numeral */
function valueOf(numeral) {
  return NUMERALS.indexOf(numeral.replace("两", "二"));
}

/**
 * @param {string} text
 * @param {RegExpExecArray} match
 * @returns {Quantity | null}
 */
function read(text, match) {
  const [written, mark = "", digits = "", less = "", scaleWord = "", more = "", unitWord = "", after = ""] = match;
  const start = match.index;
  const before = text.slice(Math.max(0, start - 8), start);
  const rest = text.slice(start + written.length, start + written.length + 7);
  if (isName(before, mark, digits, unitWord || scaleWord, rest)) return null;
  const { base, factor } = measured(unitWord);
  const scale = (SCALES.get(scaleWord) ?? 1) * factor;
  const decimals = digits.includes(".") ? digits.length - digits.indexOf(".") - 1 : 0;
  const rounded = decimals > 0 || scale !== 1 || isContinuous(base);
  const minus = mark !== "" && (mark === "负" || !/[0-9%％]\s?$/.test(before));
  const skipped = mark !== "" && !minus ? mark.length : 0;
  return {
    start: start + skipped,
    end: start + written.trimEnd().length,
    written: written.slice(skipped).trimEnd(),
    value: exact(Number(digits.replace(/[,，\s]/g, "")) * scale * (minus ? -1 : 1)),
    half: rounded ? (scale * 10 ** -decimals) / 2 : 0,
    decimals,
    scale,
    unit: base,
    rough:
      [less, more, after].some((word) => word !== "") ||
      (ROUGH_BEFORE.test(before) && !(base === "百分点" && /超(?:过|了|出)?$/.test(before))),
    range: RANGE_BEFORE.test(before) || (skipped > 0 && /[0-9]/.test(before)) || RANGE_AFTER.test(rest),
    chinese: false,
  };
}

/**
 * @param {string} before
 * @param {string} mark
 * @param {string} digits
 * @param {string} unit
 * @param {string} after
 */
function isName(before, mark, digits, unit, after) {
  if (NAME_BEFORE.test(before) && !(mark !== "" && /[0-9]$/.test(before))) return true;
  if (unit === "" && (NAME_AFTER.test(after) || /电话\s?$/.test(before))) return true;
  return /^0[0-9]/.test(digits);
}

/**
 * A number without the dust of binary fractions.
 * @param {number} value
 */
function exact(value) {
  return Number(value.toPrecision(15));
}
