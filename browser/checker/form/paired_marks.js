// Quotes, brackets and title marks that lack their other half.

/** @typedef {import("../types.js").Checker} Checker */
/** @typedef {import("../types.js").Remark} Remark */
/** @typedef {import("../../prose/types.js").Line} Line */
/** @typedef {{ mark: string, at: number }} Open */

/** @type {Record<string, string>} */
const CLOSING = { "“": "”", "《": "》", "（": "）", "〔": "〕", "【": "】", "「": "」", "(": ")", "〈": "〉" };
const OPENING = Object.fromEntries(Object.entries(CLOSING).map(([open, close]) => [close, open]));
const MARKS = /[“”《》（）〔〕【】「」()〈〉]/g;
const SAME = /** @type {Record<string, string>} */ ({ "(": "（", ")": "）" });
const REACH = /^.[^，。；：！？、“”《》（）\n]{1,12}/; // what may have been meant to stand within an open mark
const ITEM = /^\s*(?:[0-9]{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3})[)）]/; // 1）

/** @type {Checker} */
export function pairedMarks({ text, lines }) {
  const paragraphs = joined(lines);
  return paragraphs.flatMap(({ start, end }) => {
    const goesOn = /^\s*“/.test(text.slice(end, end + 8)); // each paragraph of a long quotation begins with a quote
    return unpaired(text.slice(start, end), start).filter((one) => !(goesOn && one.start === start));
  });
}

/**
 * Paragraphs: lines that stand together without a blank one or a number between are one, if what is open at the end
 * of a line is closed in the next.
 * @param {Line[]} lines
 */
function joined(lines) {
  /** @type {{ start: number, end: number, open: boolean, next: number }[]} */
  const paragraphs = [];
  lines.forEach((line, index) => {
    const last = paragraphs.at(-1);
    const open = isOpen(line.text);
    if (last?.open && last.next === index && !line.number && closesFirst(line.text)) {
      Object.assign(last, { end: line.end, open, next: index + 1 });
    } else {
      paragraphs.push({ start: line.start, end: line.end, open, next: index + 1 });
    }
  });
  return paragraphs;
}

/** @param {string} text */
function isOpen(text) {
  return scan(text).open.length > 0;
}

/** @param {string} text */
function closesFirst(text) {
  return scan(text).stray.length > 0;
}

/**
 * @param {string} text
 * @param {number} offset
 * @returns {Remark[]}
 */
function unpaired(text, offset) {
  const { open, stray } = scan(text);
  return [
    ...open.map(({ mark, at }) => remark(offset + at, REACH.exec(text.slice(at))?.[0].length ?? 1, `“${mark}”没有后一半`)),
    ...stray.map(({ mark, at }) => remark(offset + at, 1, `“${mark}”没有前一半`)),
  ];
}

/**
 * @param {number} at
 * @param {number} length
 * @param {string} message
 * @returns {Remark}
 */
function remark(at, length, message) {
  return { start: at, end: at + length, message };
}

/**
 * What is left open, and what closes nothing.  A quote that opens again in an open one begins a paragraph of the same
 * quotation.
 * @param {string} text
 */
function scan(text) {
  /** @type {Open[]} */
  const open = [];
  /** @type {Open[]} */
  const stray = [];
  const from = ITEM.exec(text)?.[0].length ?? 0;
  for (const { index: at, 0: mark } of text.matchAll(MARKS)) {
    if (at < from) continue;
    if (mark in CLOSING) open.push({ mark, at });
    else close(open, stray, { mark, at });
  }
  return { open, stray };
}

/**
 * @param {Open[]} open
 * @param {Open[]} stray
 * @param {Open} closing
 */
function close(open, stray, closing) {
  const wanted = plain(OPENING[closing.mark] ?? "");
  let index = open.length - 1;
  while (index >= 0 && plain(open[index]?.mark ?? "") !== wanted) index -= 1;
  if (index < 0) stray.push(closing);
  else open.splice(index, 1);
}

/** @param {string} mark */
function plain(mark) {
  return SAME[mark] ?? mark;
}
