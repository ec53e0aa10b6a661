// The figures of a text that state facts of an archetype: each with the fact that is meant, sure or to be chosen.

import { framedCandidates, namedCandidates } from "./candidates.js";
import { factNames, LONG_PART, pairsOf, SAME } from "./fact_names.js";
import { datedFigures } from "./dated_figures.js";
import { framesOf } from "./frames.js";
import { headingFits } from "./headings.js";
import { listedFigures } from "./listed_figures.js";
import { priorFigures } from "./prior_figures.js";
import { tableFigures } from "./table_figures.js";

/** @typedef {import("../prose/types.js").Prose} Prose */
/** @typedef {import("../prose/types.js").Statement} Statement */
/** @typedef {Pick<import("../schema/types.js").Archetype, "outline" | "sections" | "facts">} Archetype what is read of it */
/** @typedef {import("./candidates.js").Candidate} Candidate */
/** @typedef {import("./types.js").StatedFigure} StatedFigure */

/** @typedef {{ frames: import("./types.js").Frame[], dates: import("./types.js").Frame[], lists: import("./types.js").Frame[], names: import("./fact_names.js").FactName[], archetype: Archetype }} Known */

/** @type {WeakMap<Archetype, Known>} */
const KNOWN = new WeakMap();
const ENOUGH = 4; // Chinese characters around a figure that are those of a template
const LEAST = 0.5; // of the pairs of signs of a name that is only alike stand before a figure that no template tells of
const MOST_CHOICES = 5;

/**
 * What a text says of the facts of an archetype, in the order of the text.
 * @param {Prose} prose
 * @param {Archetype} archetype
 * @returns {StatedFigure[]}
 */
export function statedFigures(prose, archetype) {
  const known = knownOf(archetype);
  const told = prose.statements.flatMap((statement) => stated(prose, statement, known) ?? []);
  const { facts } = archetype;
  const all = [...told, ...priorFigures(prose, told, facts), ...tableFigures(prose, facts), ...datedFigures(prose, facts, known.dates), ...listedFigures(prose, facts, known.lists)];
  return agreed(all.sort((a, b) => a.start - b.start));
}

/**
 * What is looked for, made once for an archetype.
 * @param {Archetype} archetype
 * @returns {Known}
 */
function knownOf(archetype) {
  const known = KNOWN.get(archetype) ?? readKnown(archetype);
  KNOWN.set(archetype, known);
  return known;
}

/**
 * @param {Archetype} archetype
 * @returns {Known}
 */
function readKnown(archetype) {
  const all = framesOf(archetype);
  const of = (/** @type {string} */ type) => all.filter(({ spec }) => spec?.type === type);
  const [dates, lists] = [of("date"), of("list")];
  const frames = all.filter((one) => !dates.includes(one) && !lists.includes(one));
  return { frames, dates, lists, names: factNames(archetype.facts), archetype };
}

/**
 * @param {Prose} prose
 * @param {Statement} statement
 * @param {Known} known
 * @returns {StatedFigure | null}
 */
function stated(prose, statement, { frames, names, archetype }) {
  const sentence = prose.sentences[statement.sentence];
  const line = sentence && prose.lines[sentence.line];
  if (!sentence || !line || !["paragraph", "heading"].includes(line.kind)) return null;
  const framed = framedCandidates(statement, prose.text, line, frames);
  const found = weighed([...framed, ...namedCandidates(statement, prose.text, names)]);
  const fits = headingFits(prose, sentence.line, archetype);
  const before = sentence.text.slice(0, statement.end - sentence.start);
  const told = (/** @type {Candidate} */ { path }) => shareTold(path, before.slice(before.lastIndexOf("；") + 1), names);
  const [best, ...others] = found.sort((a, b) => weight(b) - weight(a) || Number(fits(b.section)) - Number(fits(a.section)) || told(b) - told(a));
  if (!best?.path || (best.framed < ENOUGH && best.named < LONG_PART && told(best) < LEAST)) return null;
  const rival = others.find((other) => weight(other) === weight(best) && fits(other.section) === fits(best.section));
  const { value } = best;
  return {
    ...{ start: value.start, end: value.end, path: best.path, typed: value.typed },
    sure: !rival && isSure(best, statement),
    others: others.map(({ path }) => path).filter(Boolean).slice(0, MOST_CHOICES),
    derived: false,
    comparison: statement.comparison,
    sentence: sentence.text,
  };
}

/**
 * How much of a fact's name words hold: 糖尿病患者784人，规范管理603人 tells of the one and not of the other.
 * @param {string} path
 * @param {string} words
 * @param {import("./fact_names.js").FactName[]} names
 */
function shareTold(path, words, names) {
  const own = names.find(({ name }) => name === path.split(".")[0])?.words ?? [];
  const shares = own.map((name) => {
    const pairs = [...pairsOf(name)];
    return pairs.filter((pair) => words.includes(pair)).length / pairs.length;
  });
  return Math.max(0, ...shares);
}

/**
 * One candidate for each path, with what speaks for it.
 * @param {Candidate[]} candidates
 */
function weighed(candidates) {
  /** @type {Map<string, Candidate>} */
  const found = new Map();
  for (const one of candidates) {
    const known = found.get(one.path) ?? one;
    const framed = Math.max(known.framed, one.framed);
    const better = one.framed > known.framed ? one : known;
    found.set(one.path, { ...better, framed, named: Math.max(known.named, one.named) });
  }
  return [...found.values()];
}

/** @param {Candidate} candidate */
function weight({ framed, named, value }) {
  return (framed >= ENOUGH ? 10 + framed : framed) + 3 * named + (value.exact ? 1 : 0);
}

/**
 * @param {Candidate} candidate
 * @param {Statement} statement
 */
function isSure({ path, framed, named, value }, { quantity, kind }) {
  if ((kind === "plan" && !path.endsWith(".plan")) || (kind === "prior" && !path.endsWith(".last"))) return false;
  if (framed >= ENOUGH) return value.exact;
  return named === SAME && value.exact && !quantity.rough;
}

/**
 * The figures with those unsure whose fact has another value elsewhere in the text.
 * @param {StatedFigure[]} figures
 */
function agreed(figures) {
  /** @type {Map<string, StatedFigure[]>} */
  const byPath = new Map();
  for (const one of figures) if (one.sure) byPath.set(one.path, [...(byPath.get(one.path) ?? []), one]);
  return figures.map((one) => {
    const same = byPath.get(one.path) ?? [];
    const differ = same.some(({ typed }) => typed !== one.typed && Number(typed) !== Number(one.typed));
    return one.sure && differ ? { ...one, sure: false } : one;
  });
}
