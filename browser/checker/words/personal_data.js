// What tells of a single person: numbers of identity cards, of telephones, names of patients.

import { personalData } from "../../library/personal_data.js";

/** @typedef {import("../types.js").Checker} Checker */

const HIDDEN = /[某×*]/; // 患者李某某: a name that is not told

/** @type {Checker} */
export function personalDataChecker({ text }) {
  return personalData(text).map(({ name, words, at }) => ({
    ...{ start: at, end: at + words.length, message: `像是${name}，总结里不写个人信息` },
    ...(HIDDEN.test(words) && { level: /** @type {const} */ ("hint") }),
  }));
}
