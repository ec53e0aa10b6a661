// Turns a rendered template into blocks: the headings, items and paragraphs of a section; mirrors
// macros/document/paragraphs.py.

import { withoutEnd } from "../figures/patterns.js";
import { Value } from "../figures/values.js";
import { block, withoutBidiControls } from "./document.js";
import { elided } from "./elision.js";
import { figureTable } from "./figure_table.js";
import { textTable } from "./text_table.js";
import { MARKS } from "../templating/line_marks.js";
import { Table, TYPED_BLANK } from "../templating/render.js";
import { joinedRun } from "./typed_runs.js";

/** @typedef {import("../schema/types.js").Run} Run */
/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("./figure_table.js").FigureRow} FigureRow */
/**
 * A heading, an item, a paragraph, a table or a row of a table of words, not yet numbered.
 * `places` are the places of the section that it was made from, `rows` all rows of a table of words.
 * @typedef {{mark: string, runs: Run[], table?: FigureRow[], rows?: Part[], places?: string[]}} Part
 */

const MAX_LEVEL = 4;
const ITEM_LEVEL = 2; // of an item below the heading of a chapter
/** @type {Record<string, number>} */
const HEADLESS_LEVELS = { heading: 1, item: ITEM_LEVEL };
const APART = ["heading", "table", "row"]; // nothing goes on with these

/**
 * The parts of a rendered template; `rows` gives those that facts have in a table.
 * @param {import("../templating/render.js").Piece[]} pieces
 * @param {(names: string[]) => FigureRow[]} rows
 * @returns {Part[]}
 */
export function partsOf(pieces, rows) {
  return partsBetween(withJoinedTables(pieces), rows);
}

/**
 * @param {import("../templating/render.js").Piece[]} pieces
 * @param {(names: string[]) => FigureRow[]} rows
 * @returns {Part[]}
 */
function partsBetween(pieces, rows) {
  const at = pieces.findIndex((piece) => piece instanceof Table);
  const table = pieces[at];
  if (!(table instanceof Table)) return partsOfText(pieces);
  const part = { mark: "table", runs: [], table: rows(table.facts) };
  return [...partsOfText(pieces.slice(0, at)), part, ...partsBetween(pieces.slice(at + 1), rows)];
}

/**
 * The pieces, tables with only line breaks between them as one.
 * @param {import("../templating/render.js").Piece[]} pieces
 */
function withJoinedTables(pieces) {
  /** @type {import("../templating/render.js").Piece[]} */
  const joined = [];
  for (const piece of pieces) {
    joined.push(piece);
    const [first, between, second] = joined.slice(-3);
    const isApart = typeof between !== "string" || between.trim() !== "";
    if (isApart || !(first instanceof Table && second instanceof Table)) continue;
    joined.splice(-3, 3, new Table([...first.facts, ...second.facts]));
  }
  return joined;
}

/**
 * What stands between tables: its lines joined, and split at empty lines and marks.
 * @param {import("../templating/render.js").Piece[]} pieces
 * @returns {Part[]}
 */
function partsOfText(pieces) {
  /** @type {Part[]} */
  const parts = [{ mark: "", runs: [] }];
  for (const line of splitLines(pieces)) {
    const mark = markOf(line);
    const before = parts[parts.length - 1];
    if (line.length === 0 || mark || before?.mark === "heading") parts.push({ mark, runs: [] });
    parts[parts.length - 1]?.runs.push(...(mark ? withoutMark(line) : line));
  }
  return parts.filter((part) => part.runs.length > 0);
}

/**
 * The runs of one line of a writer's own text, in which no mark is read.  A blank that she has typed
 * is one.
 * @param {import("../templating/render.js").Piece[]} pieces
 */
export function runsOf(pieces) {
  return (splitLines(pieces)[0] ?? []).flatMap((run) => (run.facts ? [run] : withTypedBlanks(run)));
}

/**
 * @param {Run} run
 * @returns {Run[]}
 */
function withTypedBlanks({ text }) {
  const parts = text.split(TYPED_BLANK).map((part, at) => ({ text: part, ...(at % 2 > 0 && { blank: true }) }));
  return parts.filter((part) => part.text);
}

/**
 * Parts as an item: its title leads the first paragraph, or stands by itself.
 * @param {string} title
 * @param {Part[]} parts
 * @returns {[Part, ...Part[]]}
 */
export function titled(title, parts) {
  const lead = { text: withoutBidiControls(`${title.replace(/。+$/, "")}。`) };
  const [first, ...others] = parts;
  if (!first || first.mark) return [{ mark: "item", runs: [lead] }, ...parts];
  return [{ ...first, mark: "item", runs: [lead, ...first.runs] }, ...others];
}

/**
 * Whether passages make one item: it needs no title below the heading of their section.
 * @param {Part[][]} wholes
 */
export function hasOneItem(wholes) {
  return wholes.flat().filter(({ mark }) => mark === "item").length === 1;
}

/**
 * Whether the parts are an item that begins with the title, and not with a record's.
 * @param {string} title
 * @param {Part[]} parts
 */
export function isLedBy(title, [first]) {
  return title !== "" && first?.mark === "item" && (first.runs[0]?.text.startsWith(`${title}。`) ?? false);
}

/**
 * The parts of an item as sentences, without the title that leads them.
 * @param {string} title
 * @param {Part[]} parts
 * @returns {Part[]}
 */
export function untitled(title, parts) {
  const [first, ...others] = parts;
  const [opening, ...following] = first?.runs ?? [];
  if (!title || first?.mark !== "item" || !opening) return parts;
  const text = opening.text.replace(`${title}。`, "");
  const runs = text ? [{ ...opening, text }, ...following] : following;
  return runs.length > 0 ? [{ ...first, mark: "", runs }, ...others] : others;
}

/**
 * The parts, the first of `after` going on with the paragraph before it.
 * @param {Part[]} before
 * @param {Part[]} after
 */
export function continued(before, after) {
  const [last, first] = [before[before.length - 1], after[0]];
  if (!last || !first || first.mark || APART.includes(last.mark)) return [...before, ...after];
  const places = [...(last.places ?? []), ...(first.places ?? [])];
  const whole = { ...last, runs: [...last.runs, ...first.runs], places };
  return [...before.slice(0, -1), whole, ...after.slice(1)];
}

/**
 * The lines; one with nothing but a value that says nothing is no empty line.
 * @param {import("../templating/render.js").Piece[]} pieces
 */
function splitLines(pieces) {
  /** @type {Run[][]} */
  const lines = [[]];
  /** @type {Set<number>} */
  const holding = new Set(); // the lines that hold a value
  for (const piece of pieces) {
    if (piece instanceof Value) {
      holding.add(lines.length - 1);
      lines[lines.length - 1]?.push(runOf(piece));
      continue;
    }
    if (piece instanceof Table) continue;
    const [first = "", ...others] = withoutBidiControls(piece).split("\n");
    lines[lines.length - 1]?.push({ text: first });
    for (const text of others) lines.push([{ text }]);
  }
  return lines.map(strippedLine).filter((line, number) => line.length > 0 || !holding.has(number));
}

/** @param {Value} value */
function runOf({ text, facts, formula, known }) {
  /** @type {Run} */
  const run = { text: withoutBidiControls(text) };
  if (facts.length > 0) run.facts = facts;
  if (formula) run.formula = formula;
  if (!known) run.blank = true;
  return run;
}

/**
 * The line without empty runs, and without white space where literal text begins or ends it.
 * @param {Run[]} line
 */
function strippedLine(line) {
  const [first, last] = [line[0], line[line.length - 1]];
  if (first && !first.facts) first.text = first.text.replace(/^[ \t]+/, "");
  if (last && !last.facts) last.text = withoutEnd(last.text, " \t");
  return line.filter((run) => run.text);
}

/** @param {Run[]} line */
function markOf(line) {
  const first = line[0];
  if (!first || first.facts) return "";
  return MARKS.find(([mark]) => `${first.text} `.startsWith(mark))?.[1] ?? "";
}

/** @param {Run[]} line */
function withoutMark([first, ...others]) {
  const text = first?.text.slice(2) ?? "";
  return text ? [{ ...first, text }, ...others] : others;
}

/**
 * The runs, with adjacent literal ones joined.
 * @param {Run[]} runs
 */
export function mergeLiteralRuns(runs) {
  /** @type {Run[]} */
  const done = [];
  for (const run of runs) {
    const before = done[done.length - 1];
    if (before && isLiteral(run) && isLiteral(before)) {
      done[done.length - 1] = joinedRun(before, run);
    } else {
      done.push(run);
    }
  }
  return done;
}

/** @param {Run} run */
function isLiteral({ facts, blank }) {
  return !facts && !blank;
}

/**
 * A section's blocks, its heading leading the first paragraph, or standing by itself.
 * @param {string} heading
 * @param {Part[]} parts
 * @param {string} section
 * @param {number} level
 * @returns {Block[]}
 */
export function ledBlocks(heading, parts, section, level) {
  const [first, ...others] = titled(heading, parts);
  return [partBlock(first, section, level), ...sectionBlocks(others, section, level)];
}

/**
 * The blocks of a section without a heading; its items go on with those before them.
 * @param {Part[]} parts
 * @param {string} section
 */
export function headlessBlocks(parts, section) {
  return parts.map((part) => partBlock(part, section, HEADLESS_LEVELS[part.mark] ?? 0));
}

/**
 * The blocks; of the level below the chapters, the only item of one has no number.
 * @param {Block[]} blocks
 */
export function withoutLoneItems(blocks) {
  const isItem = (/** @type {Block} */ { level, type }) => level === ITEM_LEVEL && type === "paragraph";
  const alone = lone(blocks, ({ level }) => level === 1, ({ level }) => level === ITEM_LEVEL);
  return blocks.map((one) => (isItem(one) && alone.has(one) ? { ...one, level: 0 } : one));
}

/**
 * Those that are the only one of their kind from one edge to the next.
 * @template T
 * @param {T[]} all
 * @param {(one: T) => boolean} isEdge
 * @param {(one: T) => boolean} isOne
 */
function lone(all, isEdge, isOne) {
  /** @type {T[][]} */
  const runs = [[]];
  for (const one of all) {
    if (isEdge(one)) runs.push([]);
    else if (isOne(one)) runs.at(-1)?.push(one);
  }
  return new Set(runs.filter((run) => run.length === 1).flat());
}

/**
 * A section's blocks; `level` is that of its own heading, 0 for a section without one.
 * @param {Part[]} parts
 * @param {string} section
 * @param {number} level
 */
export function sectionBlocks(parts, section, level) {
  let under = level;
  const alone = lone(parts, ({ mark }) => mark === "heading", ({ mark }) => mark === "item");
  return parts.map((part) => {
    if (part.mark === "heading") under = Math.min(level + 1, MAX_LEVEL);
    const isNumbered = part.mark === "item" && !alone.has(part);
    const own = part.mark === "heading" ? under : isNumbered ? Math.min(under + 1, MAX_LEVEL) : 0;
    return partBlock(part, section, own);
  });
}

/**
 * The parts of a passage, its rows that follow each other as one table of words.  A row that prints nothing is
 * left out.
 * @param {Part[]} parts
 */
export function withTables(parts) {
  /** @type {Part[]} */
  const done = [];
  for (const part of parts) {
    const before = done[done.length - 1];
    if (part.mark !== "row") done.push(part);
    else if (part.runs.length === 0) continue;
    else if (before?.rows) before.rows.push(part);
    else done.push({ ...part, rows: [part] });
  }
  return done;
}

/**
 * @param {Part} part
 * @param {string} section
 * @param {number} level
 */
function partBlock(part, section, level) {
  const before = BLOCKS.get(part);
  if (before?.section === section && before.level === level) return before;
  const made = newBlock(part, section, level);
  BLOCKS.set(part, made);
  return made;
}

/** @type {WeakMap<Part, Block>} the blocks of parts that have not changed since the text was made last */
const BLOCKS = new WeakMap();

/**
 * @param {Part} part
 * @param {string} section
 * @param {number} level
 * @returns {Block}
 */
function newBlock(part, section, level) {
  const made = unplacedBlock(part, section, level);
  return part.places ? { ...made, places: part.places } : made;
}

/**
 * @param {Part} part
 * @param {string} section
 * @param {number} level
 */
function unplacedBlock(part, section, level) {
  const { mark, runs, table, rows = [part] } = part;
  if (table) return figureTable(table, section);
  if (mark === "row") return textTable(rows.map((row) => mergeLiteralRuns(row.runs)), section);
  const type = mark === "heading" ? "heading" : "paragraph";
  return block(type, mergeLiteralRuns(elided(runs)), { level, section });
}
