// Finds all that stands between a draft and a final text, in one list: what is missing, wrong or unused,
// what is to be confirmed, and what a reader should look at.

import { contextOf } from "../facts/archetype_context.js";
import { checkConsistency } from "../facts/consistency.js";
import { quotient } from "../figures/decimal.js";
import { allRuns } from "../document/document.js";
import { now, side } from "../figures/arithmetic.js";
import { DayValue, Series } from "../figures/values.js";
import { textsByPath } from "../exchange/changes.js";
import { traitsOf } from "../schema/fact_types.js";
import { factOf, labelAt, specAt } from "../facts/paths.js";
import { personalData } from "../library/personal_data.js";
import { ownWords, typedNumbers } from "../library/typed_numbers.js";
import { reasonUnused } from "../library/unused.js";
import { wordsOfOldPeriod } from "../library/old_period.js";
import { isWordsKey } from "../drafts/carried_words.js";
import { isCarried } from "../drafts/list_records.js";
import { exampleNames } from "./live_document.js";

/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("./live_document.js").LiveDocument} LiveDocument */

/**
 * Something to be done before a text is final: where (a path, or a section with a place) and what.
 * A `warning` does not keep the text from being final and can be set aside by its key, which is
 * another one as soon as the value is.
 * @typedef {object} Finding
 * @property {"blank" | "mistake" | "carried" | "warning"} kind
 * @property {string} what
 * @property {string} [path]
 * @property {{section: string, place: string}} [place]
 * @property {string} [key] of a warning
 * @property {string} [mark] of what was carried over, in `carried`
 */

/** @typedef {{state: State, live: LiveDocument, context: import("../facts/context.js").Context, names: string[],
 *   shown: (name: string) => boolean}} Reviewed */

const SUSPICIOUS = 2; // a figure of more digits than this is hardly the example's by chance
const LONG = 6; // characters of a text that is hardly the example's by chance

/** @type {((reviewed: Reviewed) => Finding[])[]} in the order in which they are listed */
const FINDERS = [
  blanks,
  mistakes,
  ofContent,
  unusedFacts,
  unplacedWords,
  carriedOver,
  namesOfExamples,
  valuesOfExamples,
  ofSeries,
  otherYears,
  numbersInOwnWords,
  ofPersons,
  ofOldPeriod,
];

/**
 * All findings of a draft.
 * @param {State} state
 * @param {LiveDocument} live
 * @returns {Finding[]}
 */
export function findings(state, live) {
  const { context, shown, names } = contextOf(live.summary, state.facts);
  return FINDERS.flatMap((find) => find({ state, live, context, shown, names }));
}

/**
 * The findings that were not set aside, and those that were.
 * @param {Finding[]} found
 * @param {State} state
 */
export function sorted(found, { content }) {
  const dismissed = content.marks?.dismissed ?? {};
  const isAside = (/** @type {Finding} */ { key }) => key !== undefined && Object.hasOwn(dismissed, key);
  return { open: found.filter((one) => !isAside(one)), aside: found.filter(isAside) };
}

// --- what blocks a final text ---

/**
 * @param {Reviewed} reviewed
 * @returns {Finding[]}
 */
function blanks({ live: { blocks, summary } }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  let typed = 0;
  for (const run of blocks.flatMap(allRuns).filter((one) => one.blank)) {
    const [path] = run.facts ?? [];
    if (path === undefined) typed += 1;
    else counts.set(path, (counts.get(path) ?? 0) + 1);
  }
  const facts = [...counts].map(([path, count]) => {
    const times = count > 1 ? `（文中${String(count)}处）` : "";
    return /** @type {Finding} */ ({ kind: "blank", path, what: labelAt(summary.specs, path) + times });
  });
  return typed > 0 ? [...facts, { kind: "blank", what: `自己的话里留着的空（${String(typed)}处）` }] : facts;
}

/**
 * @param {Reviewed} reviewed
 * @returns {Finding[]}
 */
function mistakes({ state, live: { summary } }) {
  return checkConsistency(summary, state.facts).map(({ path, what, expected }) => ({
    ...{ kind: "mistake", path, what: expected ? `${what}，应为：${expected}` : what },
  }));
}

/**
 * @param {Reviewed} reviewed
 * @returns {Finding[]}
 */
function ofContent({ live: { summary } }) {
  return summary.problems.map(({ keys, what, expected, warning }) => {
    const text = expected ? `${what}，应为：${expected}` : what;
    const key = `content/${keys.join("/")}/${what}`;
    return { ...(warning ? { kind: "warning", key } : { kind: "mistake" }), ...placeOf(summary, keys), what: text };
  });
}

/**
 * The place that the keys of a content lead to.
 * @param {LiveDocument["summary"]} summary
 * @param {(string | number)[]} keys
 * @returns {Pick<Finding, "place">}
 */
function placeOf({ content }, [first, kind, section, name]) {
  if (first !== "own" || typeof section !== "string") return {};
  if (kind === "sections") return { place: { section, place: "" } };
  const item = kind === "items" ? content.own?.items?.[section]?.[Number(name)]?.id : name;
  return item === undefined || kind === "facts" ? {} : { place: { section, place: String(item) } };
}

/**
 * @param {Reviewed} reviewed
 * @returns {Finding[]}
 */
function unusedFacts({ live: { unused, summary }, context }) {
  return unused.map((path) => {
    const label = summary.specs[path]?.label ?? path;
    const why = reasonUnused(summary, path, (fact) => context.fact(fact));
    return { kind: "mistake", path, what: `填了“${label}”，文中没有用到：${why}` };
  });
}

/**
 * @param {Reviewed} reviewed
 * @returns {Finding[]}
 */
function unplacedWords({ state }) {
  const words = state.content.marks?.unplaced ?? [];
  return words.map(({ text }) => ({ kind: "mistake", what: `有一段手改的文字已无处可放：${text}` }));
}

/**
 * @param {Reviewed} reviewed
 * @returns {Finding[]}
 */
function carriedOver({ live: { carried, summary } }) {
  const facts = carried.filter((mark) => !isWordsKey(mark));
  const marks = carried.filter(isWordsKey);
  const words = ownWords(summary.content, summary.archetype.sections).flatMap(({ section, place, where }) => {
    const mark = marks.find((one) => one.endsWith(`/${section}${place && `/${place}`}`));
    return mark === undefined ? [] : [{ place: { section, place }, what: where, mark }];
  });
  const entered = facts.map((path) => ({ path, what: summary.specs[path]?.label ?? path, mark: path }));
  return [...entered, ...words].map((one) => ({ kind: "carried", ...one }));
}

/**
 * @param {Reviewed} reviewed
 * @returns {Finding[]}
 */
function namesOfExamples({ live: { blocks, summary } }) {
  return exampleNames(summary.archetype, blocks).map(({ block, name }) => {
    const path = block.runs.find((run) => run.facts && run.text.includes(name))?.facts?.[0];
    return { kind: "mistake", ...(path && { path }), what: `文中还有示例单位的名称“${name}”` };
  });
}

// --- what a reader should look at ---

/**
 * @param {string} key
 * @param {string} path
 * @param {string} what
 * @returns {Finding}
 */
function warning(key, path, what) {
  return { kind: "warning", key: `${key}/${path}`, path, what };
}

/**
 * @param {Reviewed} reviewed
 */
function valuesOfExamples({ state: { facts, carried }, live: { summary }, names }) {
  const { archetype, specs } = summary;
  const given = archetype.examples.map((example) => textsByPath(example.facts));
  return shownPlaces(facts, names).flatMap(([path, text]) => {
    const matches = given.filter((theirs) => theirs.get(path) === text).length;
    // what is carried over has to be confirmed anyway
    if (isCarried(carried, path) || !isSuspicious(specAt(specs, path), text, matches)) return [];
    return [warning(`example/${text}`, path, `“${labelAt(specs, path)}”仍是示例里的“${text}”`)];
  });
}

/**
 * Tells whether it is suspicious that a value is the same as in an example: a figure of several
 * digits is, and so is a long text that only one example has and that the hint does not propose.
 * @param {import("../schema/types.js").FieldSpec | undefined} spec
 * @param {string} text
 * @param {number} matches the number of examples with the same value
 */
function isSuspicious(spec, text, matches) {
  if (!spec || matches === 0 || !traitsOf(spec).telling) return false;
  if (/^[\d.]+$/.test(text)) return text.replace(/\D/g, "").length > SUSPICIOUS;
  return matches === 1 && text.length > LONG && !spec.hint.includes(text);
}

/** @param {Reviewed} reviewed */
function ofSeries({ live: { summary }, context, shown }) {
  return Object.keys(summary.specs).flatMap((path) => {
    const fact = shown(path) ? context.fact(path) : undefined;
    return fact instanceof Series ? ofFigure(path, fact) : [];
  });
}

/**
 * @param {string} name
 * @param {Series} fact
 * @returns {Finding[]}
 */
function ofFigure(name, fact) {
  const [mine, last] = [now(fact), side(fact, "last")];
  if (!mine || !last) return [];
  const path = `${name}.now`;
  const what = `“${fact.label}”本期${mine.text}，上期${last.text}`;
  const key = `change/${mine.text}/${last.text}`;
  if (mine.number.compare(last.number) === 0) {
    return mine.number.sign ? [warning(key, path, `${what}，两期相同，请核对`)] : [];
  }
  if (last.number.sign <= 0 || mine.number.sign < 0) return [];
  const ratio = quotient(mine.number, last.number, 4).value;
  const jump = ratio.gt(2) ? "超过上期的2倍" : ratio.times(2).lt(1) ? "不到上期的一半" : "";
  return jump ? [warning(key, path, `${what}，${jump}，请核对`)] : [];
}

/** @param {Reviewed} reviewed */
function otherYears({ live: { summary }, context, shown }) {
  const own = summary.archetype.frame.date.entered; // a document may be signed in the following year
  return Object.entries(summary.specs).flatMap(([path, { label }]) => {
    const fact = shown(path) ? context.fact(path) : undefined;
    if (!(fact instanceof DayValue) || fact.sameYear || own.includes(path)) return [];
    return [warning(`year/${fact.text}`, path, `“${label}”是${fact.text}，与总结时段不在一年，请核对`)];
  });
}

/**
 * @param {Reviewed} reviewed
 * @returns {Finding[]}
 */
function numbersInOwnWords({ state: { content }, live: { summary } }) {
  return ownWords(content, summary.archetype.sections).flatMap(({ section, place, where, text }) => {
    const digits = [...new Set(typedNumbers(text))].join("、");
    if (!digits) return [];
    const key = `typed/${section}/${place}/${digits}`;
    return [{ kind: "warning", key, place: { section, place }, what: `“${where}”里有手写的数字：${digits}，系统不会跟着改` }];
  });
}

/**
 * @param {Reviewed} reviewed
 * @returns {Finding[]}
 */
function ofPersons({ state: { facts, content }, live: { summary } }) {
  const typed = [...textsByPath(facts)].map(([path, text]) => ({
    ...{ at: { path }, where: labelAt(summary.specs, path), text },
  }));
  const own = ownWords(content, summary.archetype.sections).map(({ section, place, where, text }) => ({
    ...{ at: { place: { section, place } }, where, text },
  }));
  return [...typed, ...own].flatMap(({ at, where, text }) =>
    personalData(text).map(({ name, words }) => ({
      ...at,
      ...{ kind: "warning", key: `person/${where}/${words}` },
      what: `“${where}”里有${name}“${words}”，总结里不写个人信息`,
    })),
  );
}

/**
 * @param {Reviewed} reviewed
 * @returns {Finding[]}
 */
function ofOldPeriod({ state: { facts, headings }, live: { summary } }) {
  return wordsOfOldPeriod(summary, facts, headings).map(({ at, where, words, key }) => {
    const what = `${where}写着“${words.join("”“")}”，说的是上一期`;
    return { kind: "warning", key, ...at, what };
  });
}

/**
 * The values of the facts that the text may show, with their paths.
 * @param {State["facts"]} facts
 * @param {string[]} names
 */
function shownPlaces(facts, names) {
  return [...textsByPath(facts)].filter(([path]) => names.includes(factOf(path)));
}
