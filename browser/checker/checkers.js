// The checkers by the names that rules call them by.

import { arithmetic } from "./arithmetic/claims.js";
import { deadline } from "./time/deadline.js";

const SUMS = [
  ...["difference", "growth", "direction", "points", "multiple", "share", "completion", "per-head", "sum"],
  ...["part-over-whole", "same-indicator", "table-sum", "table-change"],
];

/** @type {Record<string, import("./types.js").Checker>} */
export const CHECKERS = {
  deadline,
  ...Object.fromEntries(SUMS.map((name) => [name, arithmetic(name)])),
};
