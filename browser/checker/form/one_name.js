// Two names of one thing in one text, such as 公斤 and 千克, 门前三包 and 门前五包.

import { wordsOf } from "../parameters.js";

/** @typedef {import("../types.js").Checker} Checker */

/** @type {Checker} */
export function oneName({ text }, rule) {
  const groups = wordsOf(rule, "names").map((names) => names.split("/"));
  const [[behind = ""], [same = ""]] = [wordsOf(rule, "behind"), wordsOf(rule, "same")];
  return groups.flatMap((names) => {
    const used = names.map((name) => ({ name, places: placesOf(name, behind, text) })).filter(({ places }) => places.length > 0);
    if (used.length < 2) return [];
    const most = used.reduce((a, b) => (b.places.length > a.places.length ? b : a));
    return used
      .filter((one) => one !== most)
      .map(({ name, places: [start = 0] }) => ({
        ...{ start, end: start + name.length, suggestion: most.name },
        message: `“${name}”与“${most.name}”是${same}，全文只用一种`,
      }));
  });
}

/**
 * Where a name stands, behind what the rule asks for: a unit behind a number.
 * @param {string} name
 * @param {string} behind
 * @param {string} text
 */
function placesOf(name, behind, text) {
  if (!text.includes(name)) return [];
  const pattern = new RegExp(`(?<=${behind})${name}(?![A-Za-z0-9²])`, "g");
  return [...text.matchAll(pattern)].map(({ index }) => index);
}
