// What readers will ask, as a part of the dialog 核对: each with the sum behind it, a way to where it is
// answered, and what was said of it.

import { contextOf } from "../facts/archetype_context.js";
import { AskedFacts } from "../library/asked_facts.js";
import { answerTo, questions } from "../library/questions.js";
import { make } from "../page/elements.js";
import { lineButton } from "./review_panel.js";

/** @typedef {import("../library/questions.js").Question} Question */
/** @typedef {import("../library/questions.js").Answer} Answer */
/** @typedef {Question & {answer: Answer}} Settled */
/** @typedef {{open: Question[], settled: Settled[]}} Asked */

/**
 * What the page does for a question.
 * @typedef {object} Ways
 * @property {(question: Question) => void} goTo leads to where it can be answered
 * @property {(question: Question) => void} answer asks for the words of an answer
 * @property {(question: Question) => void} setAside asks for the reason not to answer
 * @property {(question: Question) => void} ask asks it again
 */

const FIRST = 5; // as many as somebody reads; the others are folded

/**
 * What is asked of a draft, and what has been answered or set aside.
 * @param {Record<string, import("../library/questions.js").Rule>} rules
 * @param {import("../drafts/state.js").State} state
 * @param {import("../library/summary.js").Summary} summary
 * @returns {Asked}
 */
export function readersQuestions(rules, { facts, content }, summary) {
  const { context, names } = contextOf(summary, facts);
  const all = questions(rules, new AskedFacts(summary.specs, context, names));
  const answers = content.marks?.answers ?? {};
  const settled = all.flatMap((one) => {
    const answer = answerTo(one, answers);
    return answer ? [{ ...one, answer }] : [];
  });
  const known = settled.map(({ key }) => key);
  return { open: all.filter(({ key }) => !known.includes(key)), settled };
}

/**
 * The section with the questions.
 * @param {Asked} asked
 * @param {Ways} ways
 */
export function questionList({ open, settled }, ways) {
  const more = open.slice(FIRST);
  const heading = make("h3", { id: "questions", tabindex: "-1" }, `读者会问（${String(open.length)}个）`);
  const lead = open.length > 0 ? "送出以前自己先答一遍；能写进正文的，写进正文。" : "从填的数里，没有看出读者要问的。";
  return make(
    "section",
    {},
    heading,
    make("p", {}, lead),
    list(open.slice(0, FIRST), (one) => asking(one, ways)),
    folded(`另有${String(more.length)}个`, more, (one) => asking(one, ways)),
    folded(`已答复、搁置（${String(settled.length)}个）`, settled, (one) => answered(one, ways)),
  );
}

/**
 * @template {Question} T
 * @param {string} heading
 * @param {T[]} some
 * @param {(one: T) => (Node | string)[]} content
 */
function folded(heading, some, content) {
  return some.length > 0 ? make("details", {}, make("summary", {}, heading), list(some, content)) : "";
}

/**
 * @template {Question} T
 * @param {T[]} some
 * @param {(one: T) => (Node | string)[]} content
 */
function list(some, content) {
  if (some.length === 0) return "";
  return make("ul", { class: "review-list" }, ...some.map((one) => make("li", {}, ...content(one))));
}

/**
 * @param {Question} one
 * @param {Ways} ways
 */
function asking(one, ways) {
  const { ask } = one;
  return [
    ask,
    lineButton("去写", ask, () => { ways.goTo(one); }),
    lineButton("答复", ask, () => { ways.answer(one); }),
    lineButton("搁置", ask, () => { ways.setAside(one); }),
    basis(one),
  ];
}

/**
 * @param {Settled} one
 * @param {Ways} ways
 */
function answered(one, ways) {
  const { ask, answer } = one;
  const words = answer.answer === undefined ? `搁置：${answer.aside ?? ""}` : `答复：${answer.answer}`;
  return [`${ask}（${words}）`, lineButton("重新问", ask, () => { ways.ask(one); })];
}

/** @param {Question} question */
function basis({ sums }) {
  const lines = sums.map((sum) => make("li", {}, sum));
  return make("details", {}, make("summary", {}, "依据"), make("ul", {}, ...lines));
}
