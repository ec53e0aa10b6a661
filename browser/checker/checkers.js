// The checkers by the names that rules call them by.

import { deadline } from "./time/deadline.js";

/** @type {Record<string, import("./types.js").Checker>} */
export const CHECKERS = {
  deadline,
};
