// Numbers of headings and items that are doubled or skipped.

import { numberValue } from "../../prose/line_numbers.js";

/** @typedef {import("../types.js").Checker} Checker */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("../../prose/types.js").Line} Line */
/**
 * A number with the one that was due in its place, after which another may go on.
 * @typedef {{ style: string, value: number, sign: string, start: number, due?: number }} Numbered
 */

const SPOKEN = /(?<=^|[。；，：、\n \u3000）])([一二三四五六七八九十]{1,2})(?:是(?!否|指)|要(?!求|素))/g;
const CIRCLED = /([①-⑳])/g;
const NUMERALS = "零一二三四五六七八九十";
const FAR = 2000; // characters in which a number within a line is looked for
const FAMILIES = /** @type {Record<string, string>} */ ({ "1、": "1.", "(1)": "（1）", "(一)": "（一）" });

/** @type {Checker} */
export function numberSequence({ text, lines }) {
  const told = [SPOKEN, CIRCLED].flatMap((pattern) => spoken(text, pattern));
  return [...inHeadings(text, lines), ...told].sort((a, b) => a.start - b.start);
}

/**
 * @param {string} text
 * @param {Line[]} lines
 * @returns {Remark[]}
 */
function inHeadings(text, lines) {
  /** @type {Numbered[]} */
  const open = []; // the last number of each level that is open
  /** @type {Map<string, Numbered>} */
  const latest = new Map();
  const numbers = numbersOf(lines);
  return numbers.flatMap((one, index) => {
    const depth = open.findIndex(({ style }) => style === one.style);
    const before = depth < 0 ? undefined : open[depth];
    const expected = [...after(before), ...after(latest.get(one.style)), 1];
    const isFirst = !latest.has(one.style);
    one.due = expected.includes(one.value) || isFirst ? one.value : (expected[0] ?? 1);
    open.splice(depth < 0 ? open.length : depth, open.length, one);
    latest.set(one.style, one);
    if (one.due === one.value) return [];
    const since = text.slice(Math.max(before?.start ?? 0, one.start - FAR), one.start);
    if (one.value !== before?.value && signBefore(one).test(since)) return [];
    const between = numbers.slice(before ? numbers.indexOf(before) : index, index);
    return [standIn(between) ?? remark(one, before?.value)];
  });
}

/**
 * The number that is due after the first of some, written as those of another level: （三） between 二、 and 四、.
 * @param {Numbered[]} numbers
 * @returns {Remark | undefined}
 */
function standIn([before, ...between]) {
  const due = (before?.value ?? 0) + 1;
  const one = between.find(({ value, style }, index) => value === due && between[index - 1]?.style !== style);
  if (!one || !before) return undefined;
  const suggestion = withNumber(before.sign, due);
  const { start, sign } = one;
  return { start, end: start + sign.length, message: `“${sign}”与前面的“${before.sign}”同一层，写法不同`, suggestion };
}

/**
 * The numbers that may follow one: the next, or the next to what was due in its place.
 * @param {Numbered | undefined} before
 */
function after(before) {
  const { value = 0, due = value } = before ?? {};
  return [value + 1, due + 1];
}

/**
 * Finds the sign with the number before, which may stand within a line: 附件：1.……, with 2. on the next line.
 * @param {Numbered} one
 */
function signBefore({ sign, value }) {
  return new RegExp(`(?<![0-9.])${withNumber(sign, value - 1).replace(/[.()]/g, "\\$&")}(?![0-9])`);
}

/**
 * A sign with another number.
 * @param {string} sign
 * @param {number} value
 */
function withNumber(sign, value) {
  return sign.replace(/[0-9]+(?!.*[0-9])|[一二三四五六七八九十]+/, (old) => (/[0-9]/.test(old) ? String(value) : (NUMERALS[value] ?? old)));
}

/**
 * The numbers in front of lines, of one style also where the mark behind differs.
 * @param {Line[]} lines
 * @returns {Numbered[]}
 */
function numbersOf(lines) {
  return lines.flatMap(({ number, start, text }) => {
    if (!number || number.value < 1) return [];
    const { value, sign } = number;
    const style = (text.startsWith("#") ? "#" : "") + number.style; // a list below a heading counts for itself
    const bare = sign.replace(/[^（()）0-9一二三四五六七八九十第章节部篇①-⑳.、．]/g, "");
    return [{ style: FAMILIES[style] ?? style, value, sign: bare, start: start + Math.max(0, text.indexOf(bare)) }];
  });
}

/**
 * The numbers within sentences: 一是…二是…
 * @param {string} text
 * @param {RegExp} pattern
 */
function spoken(text, pattern) {
  /** @type {Numbered | undefined} */
  let last;
  return [...text.matchAll(pattern)].flatMap((match) => {
    const value = numberValue(match[1] ?? "");
    const before = last;
    const expected = after(before);
    const isDue = value === 1 || !before || expected.includes(value);
    last = { style: "", value, sign: match[0], start: match.index, due: isDue ? value : (expected[0] ?? 1) };
    return isDue ? [] : [remark(last, before.value)];
  });
}

/**
 * @param {Numbered} one
 * @param {number | undefined} before
 * @returns {Remark}
 */
function remark({ sign, value, start }, before) {
  const place = { start, end: start + sign.length };
  const suggestion = withNumber(sign, value + 1);
  if (value === before) return { ...place, message: `序号“${sign}”重复`, ...(suggestion !== sign && { suggestion }) };
  const last = before === undefined ? "前面没有第1个" : `前一个是第${String(before)}个，这里是第${String(value)}个`;
  return { ...place, message: `序号不连续：${last}` };
}
