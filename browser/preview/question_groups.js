// What readers will ask, as a part of 核对: each with the sum behind it, a way to where it is answered, and what
// was said of it.

import { contextOf } from "../facts/archetype_context.js";
import { AskedFacts } from "../library/asked_facts.js";
import { answerTo, questions } from "../library/questions.js";

/** @typedef {import("../library/questions.js").Question} Question */
/** @typedef {import("../library/questions.js").Answer} Answer */
/** @typedef {import("./review_groups.js").Act} Act */
/** @typedef {import("./review_groups.js").Group} Group */
/** @typedef {import("./review_groups.js").Line} Line */
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

export const QUESTIONS = "questions"; // the group with the first of them
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
 * The groups with the questions.
 * @param {Asked} asked
 * @param {Ways} ways
 * @returns {Group[]}
 */
export function questionGroups({ open, settled }, ways) {
  const heading = `读者会问（${String(open.length)}个）`;
  const intro = open.length > 0 ? "送出以前自己先答一遍；能写进正文的，写进正文。" : "从填的数里，没有看出读者要问的。";
  const lines = open.map((one) => asking(one, ways));
  const more = { id: "more questions", lines: lines.slice(FIRST) };
  const said = { id: "settled questions", lines: settled.map((one) => answered(one, ways)) };
  const folded = [
    { ...more, heading: `另有${String(more.lines.length)}个`, isFolded: true },
    { ...said, heading: `已答复、搁置（${String(settled.length)}个）`, isFolded: true },
  ];
  const first = { id: QUESTIONS, heading, intro, lines: lines.slice(0, FIRST) };
  return [first, ...folded.filter((group) => group.lines.length > 0)];
}

/**
 * @param {Question} one
 * @param {Ways} ways
 * @returns {Line}
 */
function asking(one, ways) {
  const { key, ask, sums } = one;
  return {
    ...{ key, text: ask, sums },
    lead: ["去写", () => { ways.goTo(one); }],
    acts: [
      ["答复", () => { ways.answer(one); }],
      ["搁置", () => { ways.setAside(one); }],
    ],
  };
}

/**
 * @param {Settled} one
 * @param {Ways} ways
 * @returns {Line}
 */
function answered(one, ways) {
  const { key, ask, answer } = one;
  const words = answer.answer === undefined ? `搁置：${answer.aside ?? ""}` : `答复：${answer.answer}`;
  return { key, text: `${ask}（${words}）`, acts: [["重新问", () => { ways.ask(one); }]] };
}
