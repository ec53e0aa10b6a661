// A number of a text as one would type it into a fact: in the unit of the fact, with 近, 约 or 余 where it may have them.

import { parse } from "../facts/entries.js";
import { measured } from "../prose/units.js";
import { unitOf } from "../schema/fact_types.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../prose/types.js").Quantity} Quantity */
/** @typedef {{ typed: string, start: number, end: number, exact: boolean }} TypedValue where it stands, and whether its digits are those of the text */

const WRITTEN = /^((?:负|[-−－])?)([0-9]{1,3}(?:[,，][0-9]{3})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)[ \t]?(余?)/;
const SCALES = [["万亿", 1e12], ["亿", 1e8], ["万", 1e4], ["千", 1e3]];
/** @type {Record<string, string>} */
const PRINTED = { "1/10万": "/10万" };

/**
 * The value of a fact that a number may be; null where unit, range or roughness do not fit.
 * @param {string} text
 * @param {Quantity} quantity
 * @param {FactSpec} spec
 * @returns {TypedValue | null}
 */
export function typedValue(text, quantity, spec) {
  const match = WRITTEN.exec(text.slice(quantity.start, quantity.start + 40));
  if (!match || quantity.range || quantity.chinese) return null;
  const [number, sign = "", digits = "", over = ""] = match;
  const near = /[近约]$/.exec(text.slice(0, quantity.start))?.[0] ?? "";
  const start = quantity.start - near.length;
  const after = quantity.start + number.length;
  const unit = unitOf(spec);
  const printed = PRINTED[unit] ?? unit;
  const same = text.startsWith(printed, after) && !isLonger(text.slice(after), printed);
  const value = (sign ? "-" : "") + digits.replace(/[,，]/g, "");
  const converted = same ? value : over ? null : inUnit(quantity, unit);
  const typed = converted === null ? "" : near + converted + over;
  if (!isRead(typed, spec)) return null;
  return { typed, start, end: same ? after + printed.length : quantity.end, exact: same };
}

/**
 * Whether another unit begins as this one does: 人次 is no 人, 万元 no 万.
 * @param {string} words
 * @param {string} unit
 */
function isLonger(words, unit) {
  return /^(?:次(?!均)|日(?![均常])|天|元|个?百分点|个?千分点|倍|年|月|\/)/.test(words.slice(unit.length)) && unit !== "";
}

/**
 * A number in a unit that is not written beside it: 0.35亿元 in 万元; null where it is not the same measure.
 * @param {Quantity} quantity
 * @param {string} unit
 */
function inUnit({ value, unit: base }, unit) {
  const [word = "", size = 1] = SCALES.find(([word]) => unit.startsWith(String(word))) ?? [];
  const wanted = measured(unit.slice(String(word).length));
  if (wanted.base !== base || base === "") return null;
  return String(Number((value / (Number(size) * wanted.factor)).toPrecision(12)));
}

/**
 * @param {string} typed
 * @param {FactSpec} spec
 */
function isRead(typed, spec) {
  if (!typed) return false;
  try {
    parse(typed, spec);
    return true;
  } catch {
    return false;
  }
}
