// Reads the typed values of tests/vectors and makes their calls; tests/vectors/make.py has the format.

import { Decimal } from "../../figures/decimal.js";
import { rate, summed } from "../../figures/arithmetic.js";
import { FUNCTIONS } from "../../templating/language.js";
import { parseDay, parsePeriod } from "../../figures/periods.js";
import { Blank, DayValue, Figure, MARK, PeriodValue, Rough, Rows, Series, Value } from "../../figures/values.js";

/** @typedef {{call: string, args: any[]} & Record<string, unknown>} Vector */

/** @type {Record<string, (...values: any[]) => any>} */
const SPOKEN = {
  ...FUNCTIONS,
  rate,
  summed,
  base: (period, earlier) => period.period.base(earlier ? earlier.period : null),
};

/** @type {Record<string, (data: any) => any>} */
const READERS = {
  call: ({ call, args }) => SPOKEN[call]?.(...args.map(valueOf)),
  figure: ({ figure, ...traits }) => new Figure(Decimal.of(figure), traits),
  blank: ({ blank, facts }) => new Blank(MARK + String(blank), facts),
  words: ({ words, unit, facts }) => new Rough(words, unit, facts),
  series: ({ series: { now, last, plan }, label, compared_with: comparedWith, ...told }) =>
    new Series(
      { now: valueOf(now), last: valueOf(last), plan: valueOf(plan) },
      label,
      comparedWith,
      told.announced,
      told.less_sought,
    ),
  rows: ({ rows, ...shape }) =>
    new Rows(
      rows.map((/** @type {object} */ row) =>
        Object.fromEntries(Object.entries(row).map(([name, field]) => [name, valueOf(field)])),
      ),
      { known: true, ...shape },
    ),
  day: ({ day, facts, far }) => new DayValue(/** @type {any} */ (parseDay(day)), facts ?? [], !far),
  period: ({ period, facts }) => new PeriodValue(/** @type {any} */ (parsePeriod(period)), facts ?? []),
  text: ({ text, facts }) => new Value(text, facts),
};

/**
 * The value that a vector's argument stands for.
 * @param {any} data
 * @returns {any}
 */
function valueOf(data) {
  if (Array.isArray(data)) return data.map(valueOf);
  if (typeof data !== "object") return data;
  const read = Object.entries(READERS).find(([key]) => key in data)?.[1];
  return read?.(data);
}

/**
 * What a call gives, as the vectors write it.
 * @param {string} call
 * @param {any[]} args
 */
export function answer(call, args) {
  const given = SPOKEN[call]?.(...args.map(valueOf));
  if (typeof given === "boolean") return { flag: given };
  if (typeof given === "string") return { text: given };
  const { text, formula, facts, known } = given;
  return { text, formula, facts, known };
}
