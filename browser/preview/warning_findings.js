// What a reader should look at before a text is final; each can be set aside with a reason.

import { traitsOf } from "../schema/fact_types.js";
import { allRuns } from "../document/document.js";
import { factOf, labelAt, specAt, valueAt } from "../facts/paths.js";
import { advice } from "../library/advice.js";
import { findingKey } from "../library/finding_keys.js";
import { ownWords } from "../library/own_words.js";
import { wordsOfOldPeriod } from "../library/old_period.js";
import { numbersKey, numbersShown, typedNumbers } from "../library/typed_numbers.js";
import { unlikelyRelations } from "../library/unlikely_relations.js";
import { otherYears, unlikelyChanges } from "../library/unlikely_values.js";
import { isCarried } from "../drafts/list_records.js";
import { textsByPath } from "../exchange/changes.js";

/** @typedef {import("./review.js").Finding} Finding */
/** @typedef {import("./review.js").Reviewed} Reviewed */

const SUSPICIOUS = 2; // a figure of more digits than this is hardly the example's by chance
const TELLS_NOTHING = ["", "0", "（没有）"];
const PERIODS = ["period", "last_period"]; // used always
const EARLIER = "last"; // the side of a figure
const MOST_NAMED = 5;
const LONG = 6; // characters of a text that is hardly the example's by chance

// --- values that are somebody else's, or look wrong ---

/** @param {Reviewed} reviewed */
export function valuesOfExamples({ state: { facts, carried }, live: { summary }, names }) {
  const { archetype, specs } = summary;
  const given = archetype.examples.map((example) => textsByPath(example.facts));
  const shown = [...textsByPath(facts)].filter(([path]) => names.includes(factOf(path)));
  return shown.flatMap(([path, text]) => {
    const matches = given.filter((theirs) => theirs.get(path) === text).length;
    // what is carried over has to be confirmed anyway
    if (isCarried(carried, path) || !isSuspicious(specAt(specs, path), text, matches)) return [];
    const what = `“${labelAt(specs, path)}”与示例里的相同：“${text}”`;
    return [{ kind: "example", key: findingKey("example", path, text), path, what, canSetAside: true }];
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
export function valuesThatAreUnlikely({ live: { summary }, context, shown }) {
  const finders = [unlikelyChanges, otherYears, unlikelyRelations];
  const found = finders.flatMap((find) => find(summary, context, shown));
  return found.map((one) => ({ ...one, canSetAside: true }));
}

/** @param {Reviewed} reviewed */
export function whatReadersMiss({ live: { summary, blocks }, context }) {
  return advice(summary, context, blocks).map((one) => ({ ...one, canSetAside: true }));
}

/**
 * What is filled in for places that are left out or put in other words, together: a pasted table may
 * have filled in many.
 * @param {Reviewed} reviewed
 * @returns {Finding[]}
 */
export function factsLeftOut({ state: { facts }, live: { summary, unused }, shown }) {
  const told = [...textsByPath(facts)].filter(([, text]) => !TELLS_NOTHING.includes(text));
  const names = [...new Set(told.map(([path]) => factOf(path)))].filter(
    (name) => summary.entered.includes(name) && !shown(name) && !PERIODS.includes(name) && !unused.includes(name),
  );
  const [path] = names;
  if (path === undefined) return [];
  const what = `填了${quotedLabels(summary, names)}，写到的地方本期不写、略写或已改写，文中没有`;
  return [{ kind: "left", key: findingKey("left", path, names.join()), path, what, canSetAside: true }];
}

/**
 * The earlier figures that nothing in the text is made of, together: only this period's are told there.
 * @param {Reviewed} reviewed
 * @returns {Finding[]}
 */
export function earlierFiguresUntold({ state: { facts }, live: { summary, blocks, unused }, shown }) {
  const told = new Set(blocks.flatMap(allRuns).flatMap((run) => run.facts ?? []));
  const names = Object.keys(facts).filter((name) => {
    const path = `${name}.${EARLIER}`;
    return !TELLS_NOTHING.includes(valueAt(facts, path)) && shown(name) && !unused.includes(name) && !told.has(path);
  });
  const [first] = names;
  if (first === undefined) return [];
  const what = `填了${quotedLabels(summary, names)}的上期数，文中没有一句写到`;
  return [{ kind: "earlier", key: findingKey("earlier", first, names.join()), path: `${first}.${EARLIER}`, what, canSetAside: true }];
}

/**
 * The labels of the first of some facts, and how many they are.
 * @param {Reviewed["live"]["summary"]} summary
 * @param {string[]} names
 */
function quotedLabels({ specs }, names) {
  const labels = names.slice(0, MOST_NAMED).map((name) => `“${specs[name]?.label ?? name}”`);
  return labels.join("") + (names.length > MOST_NAMED ? `等${String(names.length)}项` : "");
}

// --- words that were typed ---

/**
 * Words that were typed: where they are, as keys say it and as a writer does, and the way there.
 * @typedef {{id: string, way: Pick<Finding, "path" | "place">, where: string, text: string}} Typed
 */

/**
 * The numbers in own words, also in those of a list's records.
 * @param {Reviewed} reviewed
 * @returns {Finding[]}
 */
export function typedNumbersInWords(reviewed) {
  const { specs } = reviewed.live.summary;
  const inRecords = typedValues(reviewed).filter(({ id }) => specAt(specs, id)?.type === "words");
  return [...typedInContent(reviewed), ...inRecords].flatMap(({ id, way, where, text }) => {
    const numbers = typedNumbers(text);
    if (numbers.length === 0) return [];
    const what = `“${where}”里有手写的数字：${numbersShown(text).join("、")}，不随指标更新`;
    return [{ kind: "typed", key: numbersKey(id, numbers), ...way, what, canSetAside: true }];
  });
}

/** @param {Reviewed} reviewed */
export function wordsOfPeriodBefore({ state: { facts, headings }, live: { summary } }) {
  return wordsOfOldPeriod(summary, facts, headings).map(({ at, where, words, key }) => {
    const what = `${where}写着“${words.join("”“")}”，说的是上一期`;
    return { kind: "period", key, ...wayTo(at), what, canSetAside: true };
  });
}

/**
 * The way to what was typed; headings of the outline, which stand in the form, have none.
 * @param {import("../library/old_period.js").Typed["at"]} at
 * @returns {Pick<Finding, "path" | "place">}
 */
function wayTo(at) {
  if ("path" in at) return at;
  return at.section ? { place: { section: at.section, name: at.place } } : {};
}

/**
 * @param {Reviewed} reviewed
 * @returns {Typed[]}
 */
function typedValues({ state: { facts }, live: { summary } }) {
  return [...textsByPath(facts)].map(([path, text]) => ({
    ...{ id: path, way: { path }, where: labelAt(summary.specs, path), text },
  }));
}

/**
 * Own words; headings of the outline, which stand in the form, have no way.
 * @param {Reviewed} reviewed
 * @returns {Typed[]}
 */
function typedInContent({ state: { content }, live: { summary } }) {
  return ownWords(content, summary.archetype.sections).map(({ section, place, where, text }) => ({
    ...{ id: `${section}/${place}`, where, text },
    way: section ? { place: { section, name: place } } : {},
  }));
}
