// The checkers by the names that rules call them by.

import { arithmetic } from "./arithmetic/claims.js";
import { impossibleDates } from "./time/dates.js";
import { deadline } from "./time/deadline.js";
import { documentYears, otherPeriods, quarterMonths, signatureDate } from "./time/periods.js";

const SUMS = [
  ...["difference", "growth", "direction", "points", "multiple", "share", "completion", "per-head", "sum"],
  ...["part-over-whole", "same-indicator", "table-sum", "table-change"],
];

/** @type {Record<string, import("./types.js").Checker>} */
export const CHECKERS = {
  deadline,
  "impossible-date": impossibleDates,
  "other-period": otherPeriods,
  "quarter-months": quarterMonths,
  "signature-date": signatureDate,
  "document-year": documentYears,
  ...Object.fromEntries(SUMS.map((name) => [name, arithmetic(name)])),
};
