// Reads single values as typed: texts become exact numbers, dates and periods; mirrors macros/facts/entries.py.

import table from "../../macros/facts/entries.json" with { type: "json" };
import { Decimal } from "../figures/decimal.js";
import { SPACE, start, whole } from "../figures/patterns.js";
import { parseDay, parsePeriod } from "../figures/periods.js";
import { places, rangeOf, unitOf } from "../schema/fact_types.js";

/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */
/** @typedef {import("../figures/periods.js").Day} Day */
/** @typedef {import("../figures/periods.js").Period} Period */
/** @typedef {string | Amount | Day | Period} Entry */
/** @typedef {Record<string, Entry>} Fields */
/** @typedef {Record<string, Entry | Fields | Fields[]>} Entries */

const ENDS = new RegExp(`^${SPACE}+|${SPACE}+$`, "g");
const LINE_END = new RegExp(`${SPACE}*[\\n\\r\\x85\\u2028\\u2029]${SPACE}*`, "g");
const HAN_GAP = /(?<=[^\0-\x7f]) ?\n ?|\n(?=[^\0-\x7f])/g;
const NUMBER = whole(table.number_pattern);
const ROUGH = start(table.rough_pattern);
const MEASURED = whole(table.measured_pattern);
// 一、（一）(1) 1. 1、① before a text; not 一、二级 or 1.5.
export const ORDINAL = table.ordinal_pattern;
const NUMBERED = start(ORDINAL);
const NO_NUMBERS = table.no_numbers.map(([pattern = "", hint = ""]) => ({ pattern: whole(pattern), hint }));
const EXACT = table.exact;
const BAD_TEXTS = table.bad_texts.map(([pattern = "", what = "", expected = ""]) => ({
  pattern: new RegExp(pattern, "u"),
  what,
  expected,
}));
const { about: ABOUT, longest_text: MAX_TEXT } = table; // about means 约, the others 余
const LONG_ECHO = /“([^“”]{301,})”/gu; // as in macros/source/report.py
const ECHOED = 20;
export const ROUGH_WORDS = table.rough_words; // an approximate number in words
export const WITHOUT_UNIT = table.without_unit; // of these, what has its own measure word
export const SIDES = /** @type {const} */ (["now", "last", "plan"]);

/** An exact number; `near` is 近, 约 or empty, `over` is 余 or empty. */
export class Amount {
  /**
   * @param {Decimal} value
   * @param {string} near
   * @param {string} over
   */
  constructor(value, near, over) {
    this.value = value;
    this.near = near;
    this.over = over;
  }
}

/** Says what is wrong with a typed value, and what was expected instead. */
export class EntryError extends Error {
  /**
   * @param {string} what
   * @param {string} expected
   */
  constructor(what, expected) {
    super(shortened(what));
    this.expected = expected;
  }
}

/**
 * The message; of a very long text that it quotes, the start and the length.
 * @param {string} message
 */
function shortened(message) {
  return message.replace(LONG_ECHO, (_, /** @type {string} */ echo) => {
    const characters = Array.from(echo);
    return `“${characters.slice(0, ECHOED).join("")}……”（共${String(characters.length)}个字符）`;
  });
}

/**
 * A text without white space at its ends.
 * @param {string} text
 */
export function stripped(text) {
  return text.replace(ENDS, "");
}

/**
 * The value of a typed text; throws an EntryError when it is invalid.
 * @param {string} written
 * @param {FieldSpec} spec
 * @returns {Entry}
 */
export function parse(written, spec) {
  const read = PARSERS[spec.type] ?? parseText;
  return read(written, spec);
}

/**
 * Tells whether a typed text is a valid value.
 * @param {string} written
 * @param {FieldSpec} spec
 */
export function isValid(written, spec) {
  try {
    parse(written, spec);
    return true;
  } catch {
    return false;
  }
}

/**
 * @template T
 * @param {T | null} value
 * @param {string} written
 * @param {string} expected
 */
function parsed(value, written, expected) {
  if (value === null) throw new EntryError(`读不懂“${written}”`, expected);
  return value;
}

/**
 * @param {string} written
 * @param {FieldSpec} spec
 */
function parseDate(written, spec) {
  const orMonth = spec.to_day ? "" : "，或月份，如 2026-03";
  const day = parsed(parseDay(written), written, `存在的日期，如 2026-03-31${orMonth}`);
  if (spec.to_day && !day.day) throw new EntryError(`“${written}”只写到月`, "写到日，如 2026-03-31");
  return day;
}

/** @param {string} written */
function parsePeriodEntry(written) {
  return parsed(parsePeriod(written), written, table.period);
}

/**
 * @param {string} written
 * @param {FieldSpec} spec
 */
function parseNumber(written, spec) {
  const match = NUMBER.exec(written);
  const worded = ROUGH_WORDS.includes(written);
  const [, near = "", digits = "", over = ""] = match ?? [];
  if ((near || over || worded) && !spec.approx) {
    throw new EntryError(`“${written}”是概数`, EXACT);
  }
  if (worded) return written;
  if (!match) throw noNumber(written, spec);
  if (near && over) throw new EntryError(`“${written}”重复表示概数`, `“${near}”和“余”只用一个`);
  const value = Decimal.of(digits);
  if (value.sign === 0 && (near || over)) throw new EntryError(`“${written}”不成概数`, "是零就写 0，没有就留空");
  const decimals = -value.exponent;
  if (decimals > places(spec)) {
    const most = places(spec) > 0 ? `至多${String(places(spec))}位小数` : "整数";
    throw new EntryError(`“${written}”有${String(decimals)}位小数`, most);
  }
  checkRange(value, written, spec);
  return new Amount(value, near, over);
}

/**
 * @param {Decimal} value
 * @param {string} written
 * @param {FieldSpec} spec
 */
function checkRange(value, written, spec) {
  const [low, high] = (rangeOf(spec) ?? []).map((edge) => Decimal.of(edge));
  if (!low || !high || (value.compare(low) >= 0 && value.compare(high) <= 0)) return;
  const expected = `${low.plain}到${high.plain}（${unitOf(spec) || "数"}）`;
  throw new EntryError(`“${written}”超出合理范围`, expected);
}

/**
 * The error for a text that is not a number.
 * @param {string} written
 * @param {FieldSpec} spec
 */
function noNumber(written, spec) {
  const rough = ROUGH.exec(written);
  if (rough) {
    const [, digits = "", word = ""] = rough;
    const better = ABOUT.includes(word) ? `约${digits}` : `${digits}余`;
    return new EntryError(`“${written}”是概数`, spec.approx ? `写成“${better}”，或填确切的数` : EXACT);
  }
  const unit = unitOf(spec);
  const measured = MEASURED.exec(written)?.[1];
  if (measured && unit && ![unit, unit.replace(/^[万亿]+/, "")].includes(measured)) {
    return new EntryError(`“${written}”的单位不是“${unit}”`, `以“${unit}”为单位的数，只写数字`);
  }
  return new EntryError(`“${written}”不是数`, numberHint(written, spec));
}

/**
 * @param {string} written
 * @param {FieldSpec} spec
 */
function numberHint(written, spec) {
  const hint = NO_NUMBERS.find(({ pattern }) => pattern.test(written))?.hint;
  return hint ?? (places(spec) > 0 ? "阿拉伯数字，如 12 或 12.5" : "阿拉伯数字写的整数，如 12");
}

/**
 * @param {string} written
 * @param {FieldSpec} spec
 */
function parseChoice(written, spec) {
  const options = spec.options ?? [];
  if (!options.includes(written)) throw new EntryError(`“${written}”不在选项中`, options.join("、"));
  return written;
}

/**
 * A text with its lines joined to one, without white space at its ends.
 * @param {string} written
 */
export function joinLines(written) {
  const lines = stripped(written).replace(LINE_END, "\n");
  return lines.replace(HAN_GAP, "").replaceAll("\n", " ");
}

/** @param {string} written */
function parseText(written) {
  const text = joinLines(written);
  parseWords(text);
  const number = NUMBERED.exec(text)?.[0];
  if (number) throw new EntryError(`文字以序数“${number}”开头`, "不带序数，序数由正文加");
  for (const { pattern, what, expected } of BAD_TEXTS) {
    const found = pattern.exec(text)?.[0];
    if (found !== undefined) throw new EntryError(what.replace("{}", found), expected);
  }
  return text;
}

/**
 * A text that is not too long.
 * @param {string} written
 */
function parseWords(written) {
  const length = Array.from(written).length;
  if (length <= MAX_TEXT) return written;
  throw new EntryError(`文字有${String(length)}个字`, `至多${String(MAX_TEXT)}个字`);
}

/** @type {import("../schema/fact_types.js").ByType<(written: string, spec: FieldSpec) => Entry>} */
export const PARSERS = {
  text: parseText,
  words: parseWords,
  count: parseNumber,
  amount: parseNumber,
  decimal: parseNumber,
  rate: parseNumber,
  quotient: parseNumber,
  date: parseDate,
  period: parsePeriodEntry,
  choice: parseChoice,
  figure: parseText,
};
