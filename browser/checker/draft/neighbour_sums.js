// How a number follows from others of its sentence that are a draft's.

import { equals } from "./same_number.js";

/** @typedef {import("./known_figures.js").Known} Known */
/** @typedef {import("../../prose/types.js").Quantity} Quantity */
/** @typedef {import("../../prose/types.js").Prose} Prose */

/**
 * How a number follows from others of its sentence that are the draft's.
 * @param {Quantity} quantity
 * @param {Prose} prose
 * @param {Map<Quantity, Known[]>} same
 * @returns {string}
 */
export function fromNeighbours(quantity, { sentences }, same) {
  const sentence = sentences.find(({ start, end }) => start <= quantity.start && quantity.start < end);
  if (!sentence) return "";
  const beside = [...same.keys()].filter((one) => {
    return one !== quantity && one.start >= sentence.start && one.start < sentence.end && (same.get(one)?.length ?? 0) > 0;
  });
  for (const a of beside) {
    for (const b of beside) {
      const way = a === b ? undefined : WAYS.find(({ fits: holds, of }) => holds(quantity, a, b) && equals(quantity, of(a.value, b.value)));
      if (way) return `由${a.written}、${b.written}算出（${way.name}）`;
    }
  }
  return "";
}

/** @type {{name: string, fits: (q: Quantity, a: Quantity, b: Quantity) => boolean, of: (a: number, b: number) => number}[]} */
const WAYS = [
  { name: "相加", fits: (q, a, b) => q.unit === a.unit && a.unit === b.unit, of: (a, b) => a + b },
  { name: "相减", fits: (q, a, b) => isDifference(q.unit, a.unit) && a.unit === b.unit, of: (a, b) => a - b },
  { name: "相除", fits: (q, a, b) => q.unit === "%" && a.unit !== "%" && b.unit !== "%", of: (a, b) => (a / b) * 100 },
  { name: "增幅", fits: (q, a, b) => q.unit === "%" && a.unit === b.unit && a.unit !== "%", of: (a, b) => ((a - b) / b) * 100 },
  { name: "平均", fits: (q, a, b) => q.decimals > 0 && q.unit === a.unit && !["", "%", a.unit].includes(b.unit) && a.unit !== "%", of: (a, b) => a / b },
];

/**
 * @param {string} unit
 * @param {string} of
 */
function isDifference(unit, of) {
  return of === "%" ? unit === "百分点" : unit === of;
}
