// What 核对 does with a line: leads to its place, sets it aside, answers it; each change is one step of undo.

import { copyText } from "../page/clipboard.js";
import { make } from "../page/elements.js";
import { tell } from "../page/toast.js";
import { openDialog, openPrompt } from "../page/dialog.js";
import { omit } from "../facts/paths.js";
import { confirmed } from "../drafts/list_records.js";
import { withKey } from "../editing/content_changes.js";
import { tellUndoable } from "./undoable.js";
import { placeOfQuestion, showBlock } from "./paper_places.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("../library/questions.js").Question} Question */
/** @typedef {import("../schema/types.js").Marks} Marks */
/** @typedef {Record<string, unknown>} Answers */

const REASON = "已核对，属实";

/**
 * @param {FillPage} page
 * @returns {import("../preview/review_groups.js").Ways}
 */
export function findingWays(page) {
  const { store } = page;
  const change = (/** @type {string} */ cause, /** @type {Partial<import("../drafts/state.js").State>} */ by) => {
    store.change(cause, by);
    page.check();
  };
  return {
    goTo: ({ path, place }) => {
      if (path !== undefined) page.goTo(path);
      else if (place) void page.goToPlaces(place.section, [place.name]);
    },
    setAside: (found, what) => {
      openPrompt("忽略", `${what}。理由`, REASON, (reason) => {
        const aside = Object.fromEntries(found.map(({ key }) => [key, reason]));
        void mark(page, ({ dismissed = {} }) => ({ dismissed: { ...dismissed, ...aside } }));
      });
    },
    confirm: ({ mark = "" }) => { change(`keep ${mark}`, confirmed(store.state, mark)); },
    takeBack: ({ key }) => void mark(page, ({ dismissed = {} }) => ({ dismissed: omit(dismissed, key) })),
    drop: ({ words }) =>
      void mark(page, ({ unplaced = [] }) => {
        const at = unplaced.findIndex(({ text }) => text === words);
        return { unplaced: unplaced.filter((_, index) => index !== at) };
      }),
    take: (key, facts) => { change(`take ${key}`, { facts: facts(store.state) }); },
    mend: ({ key, mending }) => { change(`mend ${key}`, mending?.by(store.state) ?? {}); },
    leaveOut: (section, name) => {
      page.withEditing((editing) => {
        editing.leaveOut(section);
        page.check();
        tellUndoable(store, `“${name}”本期不写；以后要写，在提纲下面恢复。`);
      });
    },
    copy: (words) => void copyText(words).then((done) => { sayCopied(done, words); }),
  };
}

/**
 * @param {FillPage} page
 * @returns {import("../preview/question_groups.js").Ways}
 */
export function questionWays(page) {
  const answers = (/** @type {(all: Answers) => Answers} */ change) =>
    void mark(page, ({ answers: all = {} }) => ({ answers: change(all) }));
  const keep = (/** @type {string} */ kind) => (/** @type {Question} */ { key, ask, behind }) => {
    const label = kind === "answer" ? "答复" : "不答复的理由";
    openPrompt(kind === "answer" ? "答复" : "搁置", `${ask}${label}`, "", (words) => {
      answers((all) => ({ ...all, [key]: { [kind]: words, behind } }));
    });
  };
  return {
    goTo: (question) => {
      const block = question.path ? undefined : placeOfQuestion(page, question);
      if (block) showBlock(page, block);
      else page.goTo(question.path || question.subject);
    },
    answer: keep("answer"),
    setAside: keep("aside"),
    ask: ({ key }) => { answers((all) => omit(all, key)); },
  };
}

/**
 * Changes what the writer has decided.
 * @param {FillPage} page
 * @param {(marks: Marks) => Partial<Marks>} change
 */
async function mark(page, change) {
  if (!(await page.editing())) return; // a draft with marks has content of its own
  const { content } = page.store.state;
  const changed = Object.entries(change(content.marks ?? {}));
  const marks = changed.reduce(
    (all, [name, value]) => (isEmpty(value) ? omit(all, name) : { ...all, [name]: value }),
    content.marks ?? {},
  );
  page.store.change("marks", { content: withKey(content, "marks", marks) });
  page.check();
}

/** @param {unknown} value */
function isEmpty(value) {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}

/**
 * @param {boolean} done
 * @param {string} words
 */
function sayCopied(done, words) {
  if (done) tell("已复制，可以粘贴到要放的地方");
  else openDialog("复制", [make("p", { role: "alert" }, `浏览器不让网页复制，请选中复制：${words}`)], []);
}
