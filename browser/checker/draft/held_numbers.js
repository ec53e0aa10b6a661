// Holds the numbers of a text against the figures of a draft: which are its, which it does not have, which only
// somebody can tell.

import { moved } from "../../prose/directions.js";
import { readProse } from "../../prose/prose.js";
import { isNamed, namedFully, nearest } from "./named_figure.js";
import { fromNeighbours } from "./neighbour_sums.js";
import { equals, isNear, isRough, isSame } from "./same_number.js";

/** @typedef {import("./known_figures.js").Known} Known */
/** @typedef {import("../../prose/types.js").Prose} Prose */
/** @typedef {import("../../prose/types.js").Quantity} Quantity */
/** @typedef {import("../../prose/types.js").Statement} Statement */
/** @typedef {import("../../prose/types.js").WrittenDate} WrittenDate */

/** @typedef {"same" | "none" | "against" | "unsure"} Verdict it is in the draft; it is not; it moved the other way there; nobody can tell */
/** @typedef {{start: number, end: number, written: string, verdict: Verdict, why: string}} Held */
/** @typedef {Pick<WrittenDate, "year" | "month" | "day">} Day as far as it is told */

const MOVES = ["growth", "difference", "points"];
const STRUCTURING = /^(?:大)?(?:方面|问题|措施|举措|环节|特点|重点|经验|做法|短板|阶段|步骤|层面|原则|目标|机制|体系|转变|突破)/;
const OF_TIME = /^(?:多)?(?:月|小时|季度|工作日)/;
const KIN = [["人", "人次", "例", "例次", "户", "户次"], ["个", "处", "家", "所"], ["次", "期", "场", "台次", "车次"], ["件", "份", "项", "条"]];
const SMALL = 10; // a number up to this is often the same by chance
const NEAR = 0.3; // how far from one somebody has to look

/**
 * Every number and date of a text, in order, with what the draft says of it.
 * @param {string} text
 * @param {{facts: Known[], printed: Known[], dates: Day[]}} draft
 * @returns {Held[]}
 */
export function heldNumbers(text, draft) {
  const prose = readProse(text);
  const numbers = numbersOf(prose);
  const all = [...draft.facts, ...draft.printed];
  const same = new Map(numbers.map((one) => [one, all.filter((known) => isSame(one, known, isRough(one, prose.text)))]));
  const held = numbers.map((quantity) => {
    const statement = prose.statements.find(({ start }) => start === quantity.start);
    return { ...spanOf(quantity), ...judged(quantity, statement, { prose, same, all }) };
  });
  const dates = prose.dates.map((date) => ({ ...spanOf(date), ...dated(date, draft.dates) }));
  return [...held, ...dates].sort((a, b) => a.start - b.start);
}

/** @param {{start: number, end: number, written: string}} found */
function spanOf({ start, end, written }) {
  return { start, end, written };
}

/**
 * The quantities, without the numbers in front of lines.
 * @param {Prose} prose
 */
function numbersOf({ quantities, lines }) {
  const heads = lines.flatMap(({ start, number }) => (number ? [{ start, end: start + number.sign.length }] : []));
  return quantities.filter(({ start }) => !heads.some((head) => head.start <= start && start < head.end));
}

/**
 * @param {Quantity} quantity
 * @param {Statement | undefined} statement
 * @param {{prose: Prose, same: Map<Quantity, Known[]>, all: Known[]}} draft
 * @returns {{verdict: Verdict, why: string}}
 */
function judged(quantity, statement, { prose, same, all }) {
  const found = same.get(quantity) ?? [];
  const move = quantity.chinese ? undefined : (statement ?? inRow(quantity, prose));
  const against = move && otherWay(move, found, prose);
  if (against) return { verdict: "against", why: `升降与本稿相反，本稿：${against.said}` };
  const meant = statement && found.length > 0 ? otherFact(statement, found, all) : undefined;
  if (meant) return { verdict: "unsure", why: `这个数在本稿是“${found.find(({ label }) => label)?.label ?? "别处的数"}”，本稿：${meant.said}` };
  if (found.length > 0) return { verdict: "same", why: "" };
  const computed = fromNeighbours(quantity, prose, same);
  if (computed) return { verdict: "same", why: computed };
  const doubt = doubted(quantity, prose, all);
  if (doubt) return { verdict: "unsure", why: doubt };
  const near = statement && nearest(statement, all);
  return { verdict: "none", why: near ? `本稿没有这个数，本稿：${near.said}` : "本稿没有这个数" };
}

// --- another fact, or another way ---

/**
 * The figure that moved the other way than a statement says, if none moved as it says; of several those count that
 * the sentence names.
 * @param {Pick<Statement, "kind" | "sign" | "start">} statement
 * @param {Known[]} found
 * @param {Prose} prose
 */
function otherWay({ kind, sign, start }, found, { sentences, lines }) {
  const isMove = MOVES.includes(kind);
  if (sign === 0 || !(isMove || kind === "to")) return undefined;
  const way = (/** @type {Known} */ one) => (isMove ? one.sign : one.trend);
  const all = found.filter((one) => way(one) !== 0);
  const around = [...sentences, ...lines].find((one) => one.start <= start && start < one.end);
  const words = around ? around.text.slice(0, start - around.start) : "";
  const named = all.filter((one) => isNamed(one, words));
  const meant = named.length > 0 ? named : all;
  return meant.length > 0 && meant.every((one) => way(one) === -sign) ? (meant.find(({ label }) => label !== "") ?? meant[0]) : undefined;
}

/**
 * A change in the cell of a table, which is no sentence: 增加10.
 * @param {Quantity} quantity
 * @param {Prose} prose
 * @returns {Pick<Statement, "kind" | "sign" | "start"> | undefined}
 */
function inRow({ start }, { text }) {
  const way = moved(text.slice(Math.max(0, start - 6), start));
  return way ? { kind: "difference", sign: way.sign, start } : undefined;
}

/**
 * The fact whose name stands before a number that is another fact's.
 * @param {Statement} statement
 * @param {Known[]} found
 * @param {Known[]} all
 */
function otherFact({ kind, clause, quantity }, found, all) {
  if (!["value", "to", "share"].includes(kind)) return undefined;
  const named = namedFully(clause, all.filter(({ isSide, unit }) => isSide && unit === quantity.unit));
  const isMeant = named && found.some(({ label, words = label }) => words.includes(named.label) || named.label.includes(words.replace(/（.*$/, "")));
  return named && !isMeant && found.some(({ label }) => label !== "") ? named : undefined;
}

// --- what only somebody can tell ---

/**
 * Why nobody can tell that a number is not the draft's.
 * @param {Quantity} quantity
 * @param {Prose} prose
 * @param {Known[]} all
 */
function doubted(quantity, { text, lines }, all) {
  const { unit, start, end, chinese, value } = quantity;
  const after = text.slice(end, end + 6);
  const inTable = lines.some((line) => line.kind === "row" && line.start <= start && start < line.end);
  if (unit === "" && !inTable) return "没有单位，可能是名称、编号里的数";
  if (unit === "个" && OF_TIME.test(after)) return "说的是时间";
  if (STRUCTURING.test(after) && value <= SMALL) return "数的是条目";
  if (chinese) return "概数，请对照本稿核实";
  const other = all.find((one) => isKin(unit, one.unit) && equals(quantity, one.value) && value > SMALL);
  if (other) return `数相同，单位不同，本稿：${other.said}`;
  const near = isRough(quantity, text) ? all.find((one) => one.unit === unit && isNear(quantity, one.value, NEAR)) : undefined;
  return near ? `约数，与本稿相近的是：${near.said}` : "";
}

/**
 * Whether two units are easily taken for each other.
 * @param {string} unit
 * @param {string} other
 */
function isKin(unit, other) {
  return unit !== other && KIN.some((units) => units.includes(unit) && units.includes(other));
}

// --- dates ---

/**
 * @param {WrittenDate} date
 * @param {Day[]} known
 * @returns {{verdict: Verdict, why: string}}
 */
function dated({ written, year, month, day }, known) {
  const isKnown = known.some((one) => {
    const inYear = year === undefined || one.year === year || (one.year === undefined && month !== undefined);
    return inYear && (month === undefined || one.month === month) && (day === undefined || one.day === day);
  });
  return isKnown ? { verdict: "same", why: "" } : { verdict: "unsure", why: `本稿没有写到${written}` };
}
