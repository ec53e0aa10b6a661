// Finds all that stands between a draft and a final text, in one list: what is missing, wrong or unused,
// what is to be confirmed, and what a reader should look at.

import { contextOf } from "../facts/archetype_context.js";
import * as blocking from "./blocking_findings.js";
import { reasonsOf } from "./live_document.js";
import * as warnings from "./warning_findings.js";

/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("./live_document.js").LiveDocument} LiveDocument */

/**
 * Something to be done before a text is final.  One that can be set aside does not keep the text from
 * being final; its key is another one as soon as the value is.
 * @typedef {object} Finding
 * @property {string} kind
 * @property {string} key by which it is known while it stands
 * @property {string} what
 * @property {string} [expected]
 * @property {string} [path] of the fact where it is
 * @property {{section: string, name: string}} [place] where it is in the writer's own words; a section of
 *   her own has no name there
 * @property {number} [count] how many places of the text it is at; one by default
 * @property {string} [section] that states a blank first
 * @property {string} [words] that belong nowhere any more
 * @property {import("../schema/types.js").Facts} [offer] facts that mend it, if the writer takes them
 * @property {string} [mark] of what was carried over: a fact, or the key of own words
 * @property {string} [note] why it is found
 * @property {string[]} [sums] from which it follows
 * @property {import("./mended_words.js").Mending} [mending] what puts mended words there
 * @property {boolean} canSetAside
 */

/**
 * What is looked at: the draft, its document, and its facts.
 * @typedef {{state: State, live: LiveDocument, context: import("../facts/context.js").Context,
 *   names: string[], shown: (name: string) => boolean}} Reviewed
 */

/** @type {((reviewed: Reviewed) => Finding[])[]} in the order in which they are listed */
const FINDERS = [
  blocking.blanks,
  blocking.mistakes,
  blocking.contentProblems,
  blocking.unusedFacts,
  blocking.carriedFacts,
  warnings.whatReadersMiss,
  warnings.factsLeftOut,
  warnings.earlierFiguresUntold,
  warnings.typedNumbersInWords,
  blocking.namesOfExamples,
  warnings.valuesOfExamples,
  warnings.valuesThatAreUnlikely,
  blocking.unplacedWords,
  warnings.wordsOfPeriodBefore,
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
 * The findings that keep the text from being final, those to be looked at, and those that were set aside.
 * @param {Finding[]} found
 * @param {State} state
 */
export function sorted(found, { content }) {
  const dismissed = content.marks?.dismissed ?? {};
  const isAside = (/** @type {Finding} */ { key, canSetAside }) => canSetAside && Object.hasOwn(dismissed, key);
  return {
    blocking: found.filter(({ canSetAside }) => !canSetAside),
    doubtful: found.filter((one) => one.canSetAside && !isAside(one)),
    aside: found.filter(isAside),
  };
}

/**
 * How many places of the text some findings are at; a value that lacks is one, however often it is printed.
 * @param {Finding[]} found
 */
export function total(found) {
  return found.reduce((sum, { kind, count = 1 }) => sum + (kind === "blank" ? 1 : count), 0);
}

/**
 * Why a text is still a draft, as the status line and the draft itself say it.
 * @param {Finding[]} found what keeps it from being final
 */
export function reasons(found) {
  return reasonsOf((kind) => total(found.filter((one) => one.kind === kind)));
}
