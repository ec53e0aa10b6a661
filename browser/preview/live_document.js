// The document that the page shows for a state, and why it is not final.

import { numbered } from "../document/numbering.js";
import { carriedWords } from "../drafts/carried_words.js";
import { carriedFacts } from "../drafts/list_records.js";
import { countDue } from "./stated_values.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../library/summary.js").Summary} Summary */
/** @typedef {(blocks: Block[], summary: Summary, facts: State["facts"]) => Block[]} Attach the table of figures */

/**
 * @typedef {object} LiveDocument
 * @property {Block[]} blocks
 * @property {string} title
 * @property {number} blanks how many values are still due
 * @property {string[]} unused the facts that are entered though no sentence uses them
 * @property {Summary} summary what the document was composed from
 * @property {string[]} carried the facts, and the keys of own words, that are still to be confirmed
 */

/**
 * The document of a state.
 * @param {import("../library/compose.js").Composer} composer
 * @param {State} state
 * @param {{layout: {numbers: string[]}, appendix: boolean, attach?: Attach | undefined}} choice the forms of the
 *   numbers, whether the table of figures is attached, and what attaches it, once that is loaded
 * @returns {LiveDocument}
 */
export function liveDocument(composer, state, { layout, appendix, attach }) {
  const { facts, without, headings, content, carried: marks } = state;
  const document = composer.document(facts, { without, headings, content });
  const { summary } = composer;
  const carried = [...carriedFacts(marks, summary.printedFacts), ...carriedWords(marks, content)];
  const text = numbered(document.blocks, layout.numbers);
  const blocks = appendix && attach ? attach(text, summary, facts) : text;
  return {
    ...{ blocks, title: blocks[0]?.text ?? "", carried, summary },
    // counted when somebody asks: the text itself does not wait for it
    get blanks() {
      return countDue(blocks, facts);
    },
    get unused() {
      return document.unused;
    },
  };
}

/** @type {[string, string][]} the kinds of findings that keep a text from being final, and their words */
const REASONS = [
  ["blank", "处空白"],
  ["mistake", "处填写有误"],
  ["content", "处自拟内容有误"],
  ["unused", "项填了没有用到"],
  ["carried", "项沿用未核对"],
  ["name", "处示例单位的名称"],
  ["unplaced", "段手改文字无处可放"],
];

/**
 * How many findings of each kind keep a text a draft; without any it may be final.  They are counted here;
 * the list of what is counted is review.js's, which is loaded when it is asked for.
 * @param {State} state
 * @param {LiveDocument} shown
 * @param {import("../schema/types.js").Problem[]} mistakes in the facts
 * @returns {Record<string, number>}
 */
export function draftCounts(state, { blocks, blanks, unused, carried, summary }, mistakes) {
  return {
    blank: blanks,
    mistake: mistakes.length,
    content: summary.problems.filter(({ warning, unsettled }) => !warning || unsettled).length,
    unused: unused.length,
    carried: carried.length,
    name: exampleNames(summary.archetype, blocks).length,
    unplaced: state.content.marks?.unplaced?.length ?? 0,
  };
}

/**
 * The reasons in words.
 * @param {(kind: string) => number} count how many findings of a kind there are
 */
export function reasonsOf(count) {
  const found = REASONS.map(([kind, what]) => /** @type {const} */ ([count(kind), what]));
  return found.filter(([times]) => times > 0).map(([times, what]) => `${String(times)}${what}`);
}

/**
 * The blocks that contain the name of an example's office, with that name.
 * @param {Archetype} archetype
 * @param {Block[]} blocks
 */
export function exampleNames({ examples }, blocks) {
  const names = examples.map((example) => example.name).filter(Boolean);
  return blocks.flatMap((block) => {
    const name = names.find((one) => block.text.includes(one));
    return name === undefined ? [] : [{ block, name }];
  });
}
