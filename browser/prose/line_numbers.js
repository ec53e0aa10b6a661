// Reads the number in front of a line: 一、 （一） 1. 1、 (1) （1） ① 第一章, and those of a sentence: 一是.

/** @typedef {import("./types.js").LineNumber} LineNumber */

const DIGITS = "零一二三四五六七八九";
const CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
const CHINESE = "[一二三四五六七八九十]{1,3}";

/** @type {[string, number, RegExp][]} style, usual level, pattern; the first group is the number */
const STYLES = [
  ["第一章", 1, new RegExp(`^第(${CHINESE})[章部节篇]分?`)],
  ["一、", 1, new RegExp(`^(${CHINESE})[、.．，]`)],
  ["（一）", 2, new RegExp(`^[（(]\\s*(${CHINESE})\\s*[）)][、.．]?`)],
  ["1.1", 4, /^[0-9]{1,2}\.([0-9]{1,2})[ \u3000](?![万亿元%个人例])/],
  ["1.", 3, /^([0-9]{1,2})[.．](?![0-9])/],
  ["1、", 3, /^([0-9]{1,2})、/],
  ["1）", 4, /^([0-9]{1,2})[）)][、.．]?/],
  ["（1）", 4, /^[（(]\s*([0-9]{1,2})\s*[）)][、.．]?/],
  ["①", 5, new RegExp(`^([${CIRCLED}])`)],
];

/**
 * The number in front of a line, if it has one; a mark of Markdown before it does not count.
 * @param {string} text
 * @returns {LineNumber | undefined}
 */
export function lineNumber(text) {
  const words = text.replace(/^(?:#{1,6}|[-*+])\s+/, "");
  for (const [style, level, pattern] of STYLES) {
    const match = pattern.exec(words);
    if (match) return { sign: match[0], style: style === "1.1" ? match[0].replace(/\..*/, ".1") : style, level, value: numberValue(match[1] ?? "") };
  }
  return undefined;
}

/**
 * What Chinese numerals below a hundred, a circled number or digits say.
 * @param {string} words
 */
export function numberValue(words) {
  if (/^[0-9]+$/.test(words)) return Number(words);
  if (CIRCLED.includes(words)) return CIRCLED.indexOf(words) + 1;
  const [tens = "", ones] = words.split("十");
  if (ones === undefined) return DIGITS.indexOf(tens);
  return (tens ? DIGITS.indexOf(tens) : 1) * 10 + Math.max(0, DIGITS.indexOf(ones || "零"));
}
