// The dialog 核对: the one list of what stands between a draft and a final text; it ends in the output.

import { copyText } from "../page/clipboard.js";
import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { openDialog, openPrompt } from "../page/dialog.js";
import { contextOf } from "../facts/archetype_context.js";
import { omit } from "../facts/paths.js";
import { efforts } from "../library/advice.js";
import { confirmed } from "../drafts/list_records.js";
import { withKey } from "../editing/content_changes.js";
import { placePrinting } from "../library/printing_place.js";
import { questionList, readersQuestions } from "../preview/question_list.js";
import { findings, sorted, total } from "../preview/review.js";
import { reviewBody } from "../preview/review_panel.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("../preview/review.js").Finding} Finding */
/** @typedef {import("../library/questions.js").Question} Question */
/** @typedef {import("../schema/types.js").Marks} Marks */
/** @typedef {Record<string, unknown>} Answers */

const REASON = "已核对，属实";
const KEY = "k"; // with Alt leads back

/** Opens the dialog, and leads back to it from where a finding was mended. */
export class ReviewDialog {
  /** @type {HTMLDialogElement | undefined} */
  #dialog;
  /** @type {string[]} the keys of the lines, in their order */
  #lines = [];
  #line = 0; // that one has left
  /** @type {[string, () => unknown] | undefined} */
  #release;

  /**
   * @param {FillPage} page
   * @param {import("./lazy_review.js").Rules} rules of what readers ask
   */
  constructor(page, rules) {
    this.page = page;
    this.rules = rules;
    this.back = makeButton("", () => { this.#reopen(); }, { accesskey: KEY, title: `Alt+${KEY.toUpperCase()}` });
    const close = makeButton("×", () => { this.bar.remove(); }, { "aria-label": "不再返回核对" });
    this.bar = make("div", { class: "review-bar", role: "region", "aria-label": "返回核对" }, this.back, close);
  }

  /**
   * Opens the dialog.
   * @param {[string, () => unknown]} [release] outputs the text that has been reviewed
   */
  open(release) {
    const { store, live, output } = this.page;
    this.page.check(); // what is output tells whether it is a draft
    const [found, asked] = [this.#sorted(), readersQuestions(this.rules, store.state, live.summary)];
    this.#release = release;
    const takes = efforts(live.summary, contextOf(live.summary, store.state.facts).context);
    const lines = [...found.blocking, ...found.doubtful, ...asked.open, ...asked.settled, ...found.aside];
    this.#lines = [...lines.map(({ key }) => key), ...takes.map(({ path }) => path)];
    this.bar.remove();
    const draft = found.blocking.length > 0 ? "（草稿）" : "";
    const whole = (/** @type {() => void} */ act) => async () => {
      if (await output.complete()) act();
    };
    /** @type {[string, () => unknown][]} */
    const outputs = [
      ["下载Word", whole(() => { output.download("docx"); })],
      ["复制全文", whole(() => { output.copy(); })],
    ];
    const buttons = (release ? [release] : outputs).map(([label, act]) => {
      return /** @type {[string, () => unknown]} */ ([label + draft, act]);
    });
    this.#dialog = openDialog("核对", [reviewBody(store.state, live, found, this.#ways(), questionList(asked, this.#questionWays()))], buttons);
  }

  /** Opens the dialog where it tells what readers will ask. */
  ask() {
    this.open();
    const heading = this.#dialog?.querySelector("#questions");
    if (!(heading instanceof HTMLElement)) return;
    heading.focus();
    heading.scrollIntoView();
  }

  /** Counts what is left, where the way back is shown. */
  follow() {
    if (!this.bar.isConnected) return;
    const { blocking, doubtful } = this.#sorted();
    const left = total([...blocking, ...doubtful]);
    const words = `返回核对（${left > 0 ? `还有${String(left)}处` : "都处理完了"}）`;
    if (this.back.textContent !== words) this.back.textContent = words;
  }

  #sorted() {
    const { store, live } = this.page;
    return sorted(findings(store.state, live), store.state);
  }

  /** Opens the dialog again, at the line that one has left or the one in its place. */
  #reopen() {
    this.#dialog?.close();
    this.open(this.#release);
    const lines = [...(this.#dialog?.querySelectorAll(".review-list > li") ?? [])];
    const line = lines[Math.min(this.#line, lines.length - 1)]; // none after a look at the figures
    const folded = line?.closest("details");
    if (folded) folded.open = true;
    line?.querySelector("button")?.focus();
  }

  // --- what one does with a line ---

  /** @returns {import("../preview/review_panel.js").Ways} */
  #ways() {
    return {
      goTo: (finding) => { this.#goTo(finding); },
      setAside: (found, what) => {
        openPrompt("忽略", `${what}。理由`, REASON, (reason) => {
          const aside = Object.fromEntries(found.map(({ key }) => [key, reason]));
          void this.#mark(found[0]?.key, ({ dismissed = {} }) => ({ dismissed: { ...dismissed, ...aside } }));
        });
      },
      confirm: ({ key, mark = "" }) => {
        const { store } = this.page;
        store.change(`keep ${mark}`, confirmed(store.state, mark));
        this.#leave(key);
        this.#reopen();
      },
      takeBack: ({ key }) => void this.#mark(key, ({ dismissed = {} }) => ({ dismissed: omit(dismissed, key) })),
      drop: ({ key, words }) =>
        void this.#mark(key, ({ unplaced = [] }) => {
          const at = unplaced.findIndex(({ text }) => text === words);
          return { unplaced: unplaced.filter((_, index) => index !== at) };
        }),
      take: ({ key }, facts) => {
        const { store } = this.page;
        store.change(`take ${key}`, { facts: { ...store.state.facts, ...facts } });
        this.#leave(key);
        this.#reopen();
      },
      copy: (words) => void copyText(words).then((done) => { this.#sayCopied(done, words); }),
    };
  }

  /** @returns {import("../preview/question_list.js").Ways} */
  #questionWays() {
    const answers = (/** @type {string} */ key, /** @type {(all: Answers) => Answers} */ change) =>
      void this.#mark(key, ({ answers: all = {} }) => ({ answers: change(all) }));
    const keep = (/** @type {string} */ kind) => (/** @type {Question} */ { key, ask, behind }) => {
      const label = kind === "answer" ? "答复" : "不答复的理由";
      openPrompt(kind === "answer" ? "答复" : "搁置", `${ask}${label}`, "", (words) => {
        answers(key, (all) => ({ ...all, [key]: { [kind]: words, behind } }));
      });
    };
    return {
      goTo: ({ key, subject, path }) => {
        const place = path ? undefined : placePrinting(this.page.live.summary, subject);
        this.#goTo({ key, path: place ? undefined : path || subject, place });
      },
      answer: keep("answer"),
      setAside: keep("aside"),
      ask: ({ key }) => { answers(key, (all) => omit(all, key)); },
    };
  }

  /**
   * Leads to a field or a place, and offers the way back.
   * @param {{key?: string, path?: string | undefined, place?: {section: string, name: string} | undefined}} finding
   */
  #goTo({ key, path, place }) {
    this.#leave(key);
    this.#dialog?.close();
    this.page.element.append(this.bar);
    this.follow();
    if (path !== undefined) this.page.goTo(path);
    else if (place) void this.page.goToPlaces(place.section, [place.name]);
  }

  /** @param {string} [key] of the line that one leaves */
  #leave(key = "") {
    this.#line = this.#lines.indexOf(key);
  }

  /**
   * Changes what the writer has decided, as one step of undo, and shows what is left.
   * @param {string | undefined} key of the line that one leaves
   * @param {(marks: Marks) => Partial<Marks>} change
   */
  async #mark(key, change) {
    const { store } = this.page;
    if (!(await this.page.editing())) return; // a draft with marks has content of its own
    const { content } = store.state;
    const changed = Object.entries(change(content.marks ?? {}));
    const marks = changed.reduce(
      (all, [name, value]) => (isEmpty(value) ? omit(all, name) : { ...all, [name]: value }),
      content.marks ?? {},
    );
    store.change("marks", { content: withKey(content, "marks", marks) });
    this.#leave(key);
    this.#reopen();
  }

  /**
   * @param {boolean} done
   * @param {string} words
   */
  #sayCopied(done, words) {
    const text = done ? "已复制，可以粘贴到要放的地方。" : `浏览器不让网页复制，请选中复制：${words}`;
    openDialog("复制", [make("p", { role: "status" }, text)], []);
  }
}

/** @param {unknown} value */
function isEmpty(value) {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
