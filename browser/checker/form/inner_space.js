// Spaces between Chinese characters, and around marks.

/** @typedef {import("../types.js").Checker} Checker */

const BETWEEN = [
  "(?<=(?:[0-9一-鿿，。；]|^(?![一二三四五六七八九十附注]))[一-鿿])S(?=[一-鿿]{2})",
  "(?<=[一-鿿0-9%）”》])S(?=[，。；：、？！])",
  "(?<=[，。；、])S(?=[一-鿿])",
];
const SPACE = new RegExp(BETWEEN.join("|").replaceAll("S", "[ \u3000\u00A0]{1,3}"), "g");
const LABELS = /：[^。；]{0,30}[ \u3000][一-鿿]{1,8}：/; // 联系人：… 电话：…
const PART = /^(?:第[一二三四五六七八九十0-9]{1,3}[章节条部]|附[件表]|[一二三四五六七八九十]、)/;
const SHORT = 30; // characters of what may be a heading without a number
const MANY = 8; // in one line: it is laid out, not written

/** @type {Checker} */
export function innerSpace({ lines }) {
  const written = lines.filter(({ kind, text }) => kind === "paragraph" && !isLaidOut(text));
  return written.flatMap((line) => {
    const found = [...line.text.matchAll(SPACE)];
    const places = found.length > MANY ? [] : found.map((match) => ({ at: line.start + match.index, length: match[0].length }));
    return places.map(({ at, length }) => ({ start: at, end: at + length, message: "这里多了空格", suggestion: "" }));
  });
}

/** @param {string} text */
function isLaidOut(text) {
  return LABELS.test(text) || (text.length < SHORT && (PART.test(text) || !/[，。；]/.test(text)));
}
