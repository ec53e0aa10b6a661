// Holds what the writer has typed against the rules by which readers' texts are checked.

import { check } from "../checker/check.js";
import { LEVELS } from "../checker/levels.js";
import { labelAt } from "../facts/paths.js";
import { findingKey } from "../library/finding_keys.js";
import { ownWords } from "../library/own_words.js";
import { textsByPath } from "../exchange/changes.js";
import { mend } from "./mended_words.js";
import { typedText } from "./typed_text.js";

/** @typedef {import("../checker/types.js").Rule} Rule */
/** @typedef {import("../checker/types.js").Finding} Fault */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("./live_document.js").LiveDocument} LiveDocument */
/** @typedef {import("./review.js").Finding} Finding */
/** @typedef {import("./typed_text.js").Source} Source */
/** @typedef {import("./typed_text.js").TypedText} TypedText */
/** @typedef {(run: import("../schema/types.js").Run) => import("../document/typed_runs.js").Stretch[]} TypedIn */

const PERSONAL = "个人信息"; // the topic that is looked for in all that was typed, printed or not
const OF_ARCHETYPE = ["missing-part", "taken-over"]; // checkers of what the archetype sees to
/** @type {Record<string, string[]>} the topics and rules whose faults findings of a kind have told already */
const TOLD = { period: ["时间"], name: ["other-units", "own-words"] };

/** The rules for a draft; what was found is kept as long as the text is the same. */
export class CheckedWords {
  /** @type {Map<Rule[], {text: string, faults: Fault[]}>} */
  #known = new Map();

  /** @param {Rule[]} rules */
  constructor(rules) {
    this.personal = rules.filter(({ topic }) => topic === PERSONAL);
    this.others = rules.filter(({ topic, checker = "" }) => topic !== PERSONAL && !OF_ARCHETYPE.includes(checker));
  }

  /**
   * What is wrong in the words that were typed; `found` is what else was found in the draft.
   * @param {State} state
   * @param {LiveDocument} live
   * @param {TypedIn} typedIn
   * @param {Finding[]} found
   * @returns {Finding[]}
   */
  findings(state, live, typedIn, found) {
    const typed = this.#found(this.personal, allTyped(state, live.summary), personalFinding);
    const printed = this.#found(this.others, typedText(live, state, typedIn), finding);
    return [...typed, ...printed.filter((one) => !found.some((other) => tells(other, one)))];
  }

  /**
   * @param {Rule[]} rules
   * @param {TypedText} typed
   * @param {(fault: Fault, source: Source) => Checked} make
   */
  #found(rules, { text, spans }, make) {
    const all = this.#faults(rules, text).flatMap((fault) => {
      const source = sourceOf(fault, spans);
      return source ? [make(fault, source)] : [];
    });
    return merged(all);
  }

  /**
   * @param {Rule[]} rules
   * @param {string} text
   */
  #faults(rules, text) {
    const known = this.#known.get(rules);
    if (known?.text === text) return known.faults;
    const { findings: faults } = check(text, rules);
    this.#known.set(rules, { text, faults });
    return faults;
  }
}

/** @typedef {Finding & {about: string[]}} Checked `about`: its rule and the rule's topic */

/**
 * All that was typed, printed or not, each by itself.
 * @param {State} state
 * @param {LiveDocument["summary"]} summary
 * @returns {TypedText}
 */
function allTyped({ facts, headings, content }, { specs, archetype }) {
  /** @type {Source[]} */
  const sources = [
    ...[...textsByPath(facts)].map(([path, typed]) => ({ id: path, way: { path }, where: labelAt(specs, path), typed })),
    ...Object.entries(headings).map(([name, typed]) => ({ id: `heading/${name}`, way: {}, where: "标题", typed })),
    ...ownWords(content, archetype.sections).map(({ section, place, where, text }) => ({
      ...{ id: `${section}/${place}`, way: section ? { place: { section, name: place } } : {}, where, typed: text },
    })),
  ];
  let end = -1;
  const spans = sources.map((source) => {
    const start = end + 1;
    end = start + source.typed.length;
    return { start, end, source };
  });
  return { text: sources.map(({ typed }) => typed).join("\n"), spans };
}

/**
 * Where a fault was typed; nowhere if most of it is the template's.
 * @param {Fault} fault
 * @param {import("./typed_text.js").Span[]} spans
 */
function sourceOf({ start, end }, spans) {
  const inside = spans.map((span) => ({ ...span, length: Math.min(end, span.end) - Math.max(start, span.start) }));
  const touched = inside.filter(({ length }) => length > 0).sort((a, b) => b.length - a.length);
  const length = touched.reduce((sum, one) => sum + one.length, 0);
  return length * 2 >= end - start ? touched[0]?.source : undefined;
}

/**
 * @param {Fault} fault
 * @param {Source} source
 * @returns {Checked}
 */
function finding(fault, { id, way, where, typed }) {
  const { rule, topic, level, found, message, why, sum, suggestion } = fault;
  const because = fault.source === undefined || why.includes(fault.source) ? why : `${why}（${fault.source}）`;
  const mending = suggestion === undefined ? undefined : mend(way, typed, found, suggestion);
  return {
    ...{ kind: `words ${level}`, key: findingKey(rule, id, found), ...way, canSetAside: true },
    ...{ what: `“${where}”里“${found}”：${LEVELS[level]}，${message}`, note: because, about: [rule, topic] },
    ...(sum !== undefined && { sums: [sum] }),
    ...(mending && { mending }),
  };
}

/**
 * @param {Fault} fault
 * @param {Source} source
 * @returns {Checked}
 */
function personalFinding(fault, source) {
  const { found } = fault;
  return { ...finding(fault, source), kind: "person", key: findingKey("person", source.id, found) };
}

/**
 * The findings, those of the same fault in the same place as one.
 * @param {Checked[]} all
 */
function merged(all) {
  /** @type {Map<string, Checked>} */
  const found = new Map();
  for (const one of all) {
    const before = found.get(one.key);
    found.set(one.key, before ? { ...before, count: (before.count ?? 1) + 1 } : one);
  }
  return [...found.values()];
}

/**
 * Tells whether another finding has told of a fault already.
 * @param {Finding} other
 * @param {Checked} fault
 */
function tells(other, { about, path, place }) {
  const told = TOLD[other.kind]?.some((one) => about.includes(one));
  return told === true && other.path === path && other.place?.section === place?.section && other.place?.name === place?.name;
}
