// Which figures of a text are still as they were, so that what was held against them holds again.

import { isCounted, isOperand } from "./amounts.js";
import { bedFigure, peopleOf } from "./divisors.js";

/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Statement} Statement */

const TABLES = "tables";

/** The figures by their units; those of one unit are held against each other only. */
export class FigureVersions {
  /** @type {Map<string, { written: string, version: number }>} */
  #known = new Map();
  #next = 0;

  /**
   * Names what a paragraph may be held against: the same name, the same figures.
   * @param {Prose} prose
   * @returns {(paragraph: Statement[]) => string} to be asked for one paragraph after the other
   */
  read(prose) {
    const versions = this.#versions(prose);
    /** @type {Map<string, number>} */
    const before = new Map();
    return (paragraph) => {
      const sorts = [...new Set(paragraph.map(sortOf))];
      const told = paragraph.some(asksAll) ? [...versions.keys()] : sorts;
      const name = [TABLES, ...told].map((sort) => `${sort}${String(versions.get(sort))}:${String(before.get(sort) ?? 0)}`).join(" ");
      for (const one of paragraph) before.set(sortOf(one), (before.get(sortOf(one)) ?? 0) + 1);
      return name;
    };
  }

  /**
   * @param {Prose} prose
   * @returns {Map<string, number>} of each sort of figures, and of the tables
   */
  #versions({ text, statements, tables }) {
    const known = this.#known;
    this.#known = new Map();
    const cells = tables.map(({ start, end }) => text.slice(start, end)).join("\n");
    for (const [sort, written] of writtenBySort(statements).set(TABLES, cells)) {
      const old = known.get(sort);
      this.#known.set(sort, old?.written === written ? old : { written, version: (this.#next += 1) });
    }
    return new Map([...this.#known].map(([sort, { version }]) => [sort, version]));
  }
}

/**
 * @param {Statement[]} statements
 * @returns {Map<string, string>}
 */
function writtenBySort(statements) {
  /** @type {Map<string, string[]>} */
  const sorts = new Map();
  for (const one of statements) {
    const sort = sortOf(one);
    const { clause, quantity, kind, part, bracketed } = one;
    const written = isOperand(one) ? `${clause}/${quantity.written}/${kind}/${String(part)}/${String(bracketed)}` : "";
    const list = sorts.get(sort) ?? [];
    list.push(written);
    sorts.set(sort, list);
  }
  return new Map([...sorts].map(([sort, written]) => [sort, written.join("\n")]));
}

/** @param {Statement} one */
function sortOf({ quantity: { unit } }) {
  return isCounted(unit) ? "counted" : unit;
}

/**
 * Whether a figure is held against those of other units.
 * @param {Statement} one
 */
function asksAll(one) {
  return one.kind === "per" || peopleOf(one) !== undefined || bedFigure(one) !== undefined;
}
