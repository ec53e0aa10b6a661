// Runs the checks of arithmetic once over a text, for all rules that ask for their results.  What a paragraph says of
// its figures is remembered, as long as the figures of the text stay the same.

import { linesAhead } from "../../prose/lines_ahead.js";
import { apart } from "./apart.js";
import { checkChanges } from "./changes.js";
import { FigureVersions } from "./figure_versions.js";
import { Ledger } from "./ledger.js";
import { figuresOf, passagesOf } from "./passages.js";
import { checkPerHead } from "./per_head.js";
import { checkShares } from "./shares.js";
import { checkSums } from "./sums.js";
import { checkTables } from "./table_sums.js";
import { checkToldAgain } from "./told_again.js";

/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {{ start: number, ledger: Ledger }} Checked a paragraph as it stood when it was checked */

/** @type {WeakMap<Prose, Ledger>} */
const LEDGERS = new WeakMap();

/** What was found in the paragraphs of the text that was checked last. */
export class SumMemory {
  #versions = new FigureVersions();
  /** @type {Map<string, Checked>} what was found by the figures beside, and by those of the whole text */
  #known = new Map();

  /**
   * @param {Prose} prose
   * @returns {Ledger}
   */
  check(prose) {
    const known = this.#known;
    this.#known = new Map();
    const ledger = new Ledger();
    const figures = figuresOf(prose);
    const ahead = linesAhead(prose.lines);
    const heldAgainst = this.#versions.read(prose);
    for (const [line, sentences] of paragraphsOf(prose)) {
      const { start = 0, text = "" } = prose.lines[line] ?? {};
      const passages = passagesOf(sentences);
      const isAhead = ahead.has(line);
      const time = `${String(isAhead)} ${prose.period?.label ?? ""} ${text}`;
      const beside = `beside ${heldAgainst([])} ${time}`;
      const among = `among ${heldAgainst(sentences.flat())} ${time}`;
      for (const [key, find] of /** @type {const} */ ([[beside, checkBeside], [among, checkAmong]])) {
        const checked = known.get(key) ?? { start, ledger: find(passages, isAhead ? { ...figures, divided: [], period: null } : figures) };
        this.#known.set(key, checked);
        ledger.add(checked.ledger, start - checked.start);
      }
    }
    checkToldAgain(prose, ledger);
    checkTables(prose, ledger);
    return ledger;
  }
}

/**
 * What the sentences of each paragraph tell, by its line.
 * @param {Prose} prose
 */
function paragraphsOf({ sentences, statements }) {
  const told = sentences.map(() => /** @type {Statement[]} */ ([]));
  for (const one of statements) told[one.sentence]?.push(one);
  /** @type {Map<number, Statement[][]>} */
  const paragraphs = new Map();
  sentences.forEach(({ line }, index) => paragraphs.set(line, [...(paragraphs.get(line) ?? []), told[index] ?? []]));
  return [...paragraphs].filter(([, each]) => each.some(({ length }) => length > 0));
}

/**
 * What a paragraph tells of its own figures.
 * @param {import("./passages.js").Passage[]} passages
 * @param {import("./passages.js").Figures} figures
 */
function checkBeside(passages, { period }) {
  const ledger = new Ledger();
  checkChanges(passages, period?.year ?? 0, ledger);
  return ledger;
}

/**
 * What it tells of figures that may stand anywhere in the text.
 * @param {import("./passages.js").Passage[]} passages
 * @param {import("./passages.js").Figures} figures
 */
function checkAmong(passages, figures) {
  const ledger = new Ledger();
  checkShares(passages, figures.operands, ledger);
  checkSums(passages, figures.amounts, ledger);
  checkPerHead(passages, figures, ledger);
  return ledger;
}

/**
 * The checker of one rule of arithmetic.
 * @param {string} name
 * @returns {import("../types.js").Checker}
 */
export function arithmetic(name) {
  return (prose, { level }, { checked, unchecked, sums = new SumMemory() }) => {
    const ledger = LEDGERS.get(prose) ?? sums.check(prose);
    LEDGERS.set(prose, ledger);
    const page = ledger.page(name);
    checked(page.checked);
    unchecked(page.unchecked);
    return apart(page.remarks, level);
  };
}
