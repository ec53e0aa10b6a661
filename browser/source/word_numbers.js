// The numbers that Word prints before paragraphs: they stand in numbering.xml, not in the text.

import { child, elements, valueOf } from "./xml.js";

/** @typedef {import("./xml.js").Element} Element */
/** @typedef {{ format: string, text: string, start: number, style: string }} Level */
/** @typedef {{ levels: Level[], counts: number[] }} List its counts are shared by all that number the same way */

const LEVELS = 9;
const DIGITS = "〇一二三四五六七八九";
const CIRCLED = "⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳";
/** @type {[number, string][]} */
const ROMAN = [[50, "l"], [40, "xl"], [10, "x"], [9, "ix"], [5, "v"], [4, "iv"], [1, "i"]];

/** @type {Record<string, (number: number) => string>} what a format prints; others print digits */
const FORMATS = {
  none: () => "",
  bullet: () => "",
  chineseCounting: counting,
  chineseCountingThousand: counting,
  japaneseCounting: counting,
  taiwaneseCountingThousand: counting,
  ideographDigital: (number) => String(number).replace(/\d/g, (digit) => DIGITS.charAt(Number(digit))),
  decimalZero: (number) => String(number).padStart(2, "0"),
  decimalEnclosedCircle: (number) => CIRCLED[number] ?? `(${String(number)})`,
  decimalEnclosedCircleChinese: (number) => CIRCLED[number] ?? `(${String(number)})`,
  decimalEnclosedParen: (number) => `(${String(number)})`,
  decimalEnclosedFullstop: (number) => `${String(number)}.`,
  upperLetter: (number) => letter(number).toUpperCase(),
  lowerLetter: letter,
  upperRoman: (number) => roman(number).toUpperCase(),
  lowerRoman: roman,
};

/**
 * 一 to 九十九, as lists need it.
 * @param {number} number
 */
function counting(number) {
  const [tens, ones] = [Math.floor(number / 10), number % 10];
  if (number > 99) return String(number);
  const ten = tens > 1 ? DIGITS.charAt(tens) : "";
  return (tens ? `${ten}十` : "") + (ones ? DIGITS.charAt(ones) : "");
}

/** @param {number} number */
function letter(number) {
  return String.fromCharCode(97 + ((number - 1) % 26)).repeat(Math.ceil(number / 26));
}

/** @param {number} number */
function roman(number) {
  let left = number;
  return ROMAN.map(([value, sign]) => {
    const times = Math.floor(left / value);
    left -= times * value;
    return sign.repeat(times);
  }).join("");
}

/** Counts the numbered paragraphs of a document, in their order. */
export class WordNumbers {
  /** @type {Map<string, List>} */
  #lists = new Map();
  /** @type {Map<string, Element>} */
  #styles = new Map();

  /**
   * @param {Element | undefined} numbering
   * @param {Element | undefined} styles
   */
  constructor(numbering, styles) {
    const abstract = new Map(named(numbering, "w:abstractNum").map((one) => [one.attributes["w:abstractNumId"], listOf(one)]));
    for (const one of named(numbering, "w:num")) {
      const list = abstract.get(valueOf(one, "w:abstractNumId"));
      if (list) this.#lists.set(one.attributes["w:numId"] ?? "", overridden(one, list));
    }
    for (const style of named(styles, "w:style")) this.#styles.set(style.attributes["w:styleId"] ?? "", style);
  }

  /**
   * The number of the next paragraph; empty where it has none.
   * @param {Element | undefined} properties of the paragraph
   */
  next(properties) {
    const { id, level, style } = this.#place(properties);
    const list = this.#lists.get(id);
    const own = list?.levels.findIndex((one) => style !== "" && one.style === style) ?? -1;
    return list ? counted(list, Math.min(level ?? Math.max(own, 0), LEVELS - 1)) : "";
  }

  /**
   * The list and level that a paragraph names, or its style, or one that this is based on.
   * @param {Element | undefined} properties
   */
  #place(properties) {
    let at = properties;
    let style = "";
    /** @type {number | undefined} */
    let level;
    for (let step = 0; step < LEVELS && at; step += 1) {
      const numbers = child(at, "w:numPr");
      const [id, written] = [valueOf(numbers, "w:numId"), valueOf(numbers, "w:ilvl")];
      level ??= written === undefined ? undefined : Number(written);
      if (id !== undefined) return { id, level, style };
      const above = this.#styles.get((step === 0 ? valueOf(at, "w:pStyle") : valueOf(this.#styles.get(style), "w:basedOn")) ?? "");
      style = above?.attributes["w:styleId"] ?? "";
      at = above && (child(above, "w:pPr") ?? above);
    }
    return { id: "", level, style };
  }
}

/**
 * @param {Element | undefined} parent
 * @param {string} name
 */
function named(parent, name) {
  return elements(parent).filter((one) => one.name === name);
}

/**
 * @param {Element} abstract
 * @returns {List}
 */
function listOf(abstract) {
  return { levels: named(abstract, "w:lvl").map(levelOf), counts: [] };
}

/**
 * @param {Element} level
 * @returns {Level}
 */
function levelOf(level) {
  return {
    format: valueOf(level, "w:numFmt") ?? "decimal",
    text: valueOf(level, "w:lvlText") ?? "",
    start: Number(valueOf(level, "w:start") ?? 1),
    style: valueOf(level, "w:pStyle") ?? "",
  };
}

/**
 * A list with what one of its uses has changed; such a use counts by itself.
 * @param {Element} use
 * @param {List} list
 */
function overridden(use, list) {
  const changes = named(use, "w:lvlOverride");
  if (changes.length === 0) return list;
  const levels = [...list.levels];
  for (const change of changes) {
    const at = Number(change.attributes["w:ilvl"]);
    const other = child(change, "w:lvl");
    const level = other ? levelOf(other) : levels[at];
    const start = valueOf(change, "w:startOverride");
    if (level) levels[at] = start === undefined ? level : { ...level, start: Number(start) };
  }
  return { levels, counts: [] };
}

/**
 * @param {List} list
 * @param {number} level
 */
function counted({ levels, counts }, level) {
  for (let at = 0; at <= level; at += 1) {
    const start = levels[at]?.start ?? 1;
    counts[at] = at < level ? (counts[at] ?? start) : (counts[at] ?? start - 1) + 1;
  }
  counts.length = level + 1;
  if (levels[level]?.format === "bullet") return "";
  return (levels[level]?.text ?? "").replace(/%([1-9])/g, (_, digit) => {
    const at = Number(digit) - 1;
    const print = FORMATS[levels[at]?.format ?? ""] ?? String;
    return print(counts[at] ?? 1);
  });
}
