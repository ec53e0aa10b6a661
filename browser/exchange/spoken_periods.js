// Reads a period as people put it: 3月, 一季度, 上半年, 去年, 2019年第一季度.

import typed from "../../macros/facts/normalise.json" with { type: "json" };
import { begunPeriods } from "../figures/recent_periods.js";
import { KINDS, parsePeriod } from "../figures/periods.js";

/** @typedef {import("../figures/periods.js").Period} Period */
/** @typedef {import("../figures/periods.js").PeriodKind} PeriodKind */

const YEARS = /^(?:(\d{4})(?:[-—–~至](\d{4}))?(?:学年|年|-)?|(今年|本年|去年|上年|前年)度?)?(.*)$/;
/** @type {Record<string, number>} */
const BACK = { 今年: 0, 本年: 0, 去年: 1, 上年: 1, 前年: 2 };
const MONTH = /^(?:\d{1,2}[-—–~至到])?(\d{1,2})月份?$/;
const ALL_YEARS = 80; // as far back as anybody writes a summary of
/** @type {Record<string, string>} */
const PART_NUMBERS = typed.part_numbers;

/**
 * The newest period of these kinds that has begun and that the words may mean; undefined where there is none.
 * @param {string} words
 * @param {PeriodKind[]} kinds
 * @param {number} month the present one, as recent_periods.js counts
 * @returns {Period | undefined}
 */
export function spokenPeriod(words, kinds, month) {
  const tight = words.normalize("NFKC").replace(/\s/g, "");
  const code = parsePeriod(tight.toUpperCase());
  if (code) return kinds.includes(code.kind) ? code : undefined;
  const [, year, , back, rest = ""] = YEARS.exec(tight) ?? [];
  const named = back === undefined ? Number(year) : Math.floor(month / 12) - (BACK[back] ?? 0);
  if (!tight || (Number.isNaN(named) && !rest)) return undefined;
  const means = meaningOf(rest);
  const isOfYear = (/** @type {Period} */ period) => Number.isNaN(named) || period.year === named;
  return begunPeriods(kinds, month, ALL_YEARS).find((period) => isOfYear(period) && means(period, month));
}

/**
 * What words after the year mean: a part of a kind's year, or the period of a month that has begun.
 * @param {string} words
 * @returns {(period: Period, month: number) => boolean}
 */
function meaningOf(words) {
  const [, digits] = MONTH.exec(words) ?? [];
  if (digits !== undefined) return (period, month) => hasMonth(period, Number(digits), month);
  return ({ kind, part }) => {
    const [found, named = ""] = new RegExp(`^(?:${KINDS[kind].typed})$`).exec(words) ?? [];
    return found !== undefined && Number((PART_NUMBERS[named] ?? named) || 1) === part;
  };
}

/**
 * @param {Period} period
 * @param {number} wanted from 1 to 12
 * @param {number} month
 */
function hasMonth({ months: { first, last } }, wanted, month) {
  const from = first + ((wanted - 1 - first + 1200000) % 12);
  return wanted >= 1 && wanted <= 12 && from <= last && from <= month;
}
