// Finds the dates of a text: 2026年6月30日, 6月30日, 6月, and leaves alone what only looks like one (3个月).

/** @typedef {import("./types.js").WrittenDate} WrittenDate */

const DATE = /(?<![0-9.第])(?:([0-9]{4})[ ]?年[ ]?)?([0-9]{1,2})[ ]?月(?:份)?(?:[ ]?([0-9]{1,2})[ ]?[日号](?!召开的第))?|(?<![0-9.])([0-9]{4})[ ]?年(?!前|来|间)/g;

/**
 * @param {string} text
 * @returns {WrittenDate[]}
 */
export function readDates(text) {
  return [...text.matchAll(DATE)].map((match) => {
    const [written, year, month, day, alone] = match;
    const found = { year: year ?? alone, month, day };
    const told = Object.entries(found).filter(([, digits]) => digits !== undefined);
    /** @type {Pick<WrittenDate, "year" | "month" | "day">} */
    const numbers = Object.fromEntries(told.map(([key, digits]) => [key, Number(digits)]));
    return { start: match.index, end: match.index + written.length, written, ...numbers };
  });
}

/**
 * The days of a month; of February in an unknown year, 29.
 * @param {number} month
 * @param {number} [year]
 */
export function daysOf(month, year = 2000) {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}
