// Two names of one thing in one text, such as 公斤 and 千克.

import { wordsOf } from "../parameters.js";

/** @typedef {import("../types.js").Checker} Checker */

/** @type {Checker} */
export function oneName({ text }, rule) {
  const groups = wordsOf(rule, "names").map((names) => names.split("/"));
  return groups.flatMap((names) => {
    const used = names.map((name) => ({ name, places: placesOf(name, text) })).filter(({ places }) => places.length > 0);
    if (used.length < 2) return [];
    const most = used.reduce((a, b) => (b.places.length > a.places.length ? b : a));
    return used
      .filter((one) => one !== most)
      .map(({ name, places: [start = 0] }) => ({
        ...{ start, end: start + name.length, suggestion: most.name },
        message: `“${name}”与“${most.name}”是同一个单位，全文只用一种`,
      }));
  });
}

/**
 * Where a name of a unit stands behind a number.
 * @param {string} name
 * @param {string} text
 */
function placesOf(name, text) {
  const pattern = new RegExp(`(?<=[0-9万余] ?)${name}(?![A-Za-z0-9²])`, "g");
  return [...text.matchAll(pattern)].map(({ index }) => index);
}
