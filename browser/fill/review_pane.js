// The panel 核对 beside the paper: the one list of what stands between a draft and a final text; it ends in the output.

import { make, putText } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { LineGroups } from "../preview/line_groups.js";
import { QUESTIONS, questionGroups, readersQuestions } from "../preview/question_groups.js";
import { findings, sorted, total } from "../preview/review.js";
import { CheckedWords } from "../preview/checked_words.js";
import { dueGroups, headline, otherGroups } from "../preview/review_groups.js";
import { NARROW } from "../page/narrow.js";
import { QuestionMarks } from "./question_marks.js";
import { findingWays, questionWays } from "./review_acts.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {[label: string, output: () => unknown]} Release of a text that has been reviewed */

/** Follows what is typed while it is open, and leads from a line to its place and back. */
export class ReviewPane {
  isOpen = false;
  /** @type {Release | undefined} */
  #release;
  #here = { key: "", index: 0 }; // the line where the reader is, or was before it was mended

  /**
   * @param {FillPage} page
   * @param {HTMLElement} element the panel, still empty
   * @param {import("./lazy_review.js").Rules} rules of what readers ask
   * @param {import("../checker/types.js").Rule[]} checked by which words are checked
   */
  constructor(page, element, rules, checked) {
    this.page = page;
    this.element = element;
    this.rules = rules;
    this.words = new CheckedWords(checked);
    this.ways = findingWays(page);
    this.questionWays = questionWays(page);
    this.marks = new QuestionMarks(page, (key) => { this.#openAt(key); });
    this.groups = new LineGroups((key) => { this.#stand(key); });
    this.heading = make("h2", { tabindex: "-1" }, "核对");
    this.status = make("p", { class: "review-head", role: "status" });
    this.main = makeButton("", () => { this.#end(); }, { class: "review-main" });
    this.copy = makeButton("复制全文", () => { this.#output(() => { page.output.copy(); }); });
    this.back = makeButton("", () => { this.open(); });
    this.next = makeButton("", () => { this.#upcoming?.use(); }, { class: "review-next" });
    const last = makeButton("×", () => { this.close(); }, { "aria-label": "不再返回核对" });
    this.bar = make("div", { class: "review-bar", role: "region", "aria-label": "核对" }, this.next, this.back, last);
    this.#fill();
    this.#listen();
  }

  #fill() {
    const close = makeButton("×", () => { this.close(); }, { "aria-label": "关闭核对", title: "Esc" });
    const top = make("div", { class: "review-top" }, this.heading, close, this.status);
    const ends = make("div", { class: "review-ends" }, this.main, this.copy);
    this.element.append(top, this.groups.element, ends);
  }

  #listen() {
    this.element.addEventListener("keydown", (event) => {
      if (event.key !== "Escape") return;
      event.preventDefault();
      this.close();
    });
    this.page.desk.element.addEventListener("focusin", ({ target }) => {
      if (!this.isOpen) return;
      this.#hear();
      const path = target instanceof HTMLElement ? target.dataset["path"] : undefined;
      if (path) this.#standAt(path);
    });
  }

  // --- opening and closing ---

  /**
   * Opens the panel, or leads back to it; on a narrow page first the strip that leads on from place to place.
   * @param {Release} [release] outputs the text that has been reviewed
   */
  open(release) {
    const leadsBack = this.isOpen && !release;
    const { page } = this;
    const isStrip = !leadsBack && !release && window.matchMedia(NARROW).matches;
    this.isOpen = true;
    this.#release = release ?? this.#release;
    page.check(); // follows
    page.desk.element.append(this.bar);
    page.desk.show(isStrip ? page.paper : this.element);
    this.#hear();
    if (isStrip) (this.next.hidden ? this.back : this.next).focus();
    else if (leadsBack) this.#focus();
    else this.heading.focus();
  }

  /** Opens the panel where it tells what readers will ask. */
  ask() {
    this.open();
    const head = this.groups.group(QUESTIONS)?.head;
    head?.focus();
    head?.scrollIntoView();
  }

  /** @param {string} key of a question */
  #openAt(key) {
    this.open();
    const line = this.groups.lines.find((one) => one.line.key === key);
    if (!line) return;
    line.focus();
    this.#stand(line.key);
  }

  close() {
    const { desk, beside, paper, toolbar } = this.page;
    const wasSeen = this.#isSeen;
    this.isOpen = false;
    this.#release = undefined;
    this.#stand("");
    this.bar.remove();
    this.#hear();
    if (wasSeen) desk.show(beside); // in its column; a narrow page goes on to the paper
    if (wasSeen) desk.show(paper);
    toolbar.review.focus({ preventScroll: true });
  }

  // --- following ---

  /** Shows what is left, and marks what readers will ask. */
  follow() {
    const { store, live } = this.page;
    const asked = readersQuestions(this.rules, store.state, live.summary);
    this.marks.show(asked.open);
    if (this.isOpen) this.#show(asked);
  }

  /** @param {import("../preview/question_groups.js").Asked} asked */
  #show(asked) {
    const { store, live, outline } = this.page;
    const found = sorted(this.#findings(), store.state);
    const focused = this.groups.seen.find(({ element }) => element.contains(document.activeElement));
    if (focused) this.#remember(focused.key);
    putText(this.status, headline(found));
    this.groups.show([
      ...dueGroups(found, this.ways, outline.groups, outline.current),
      ...questionGroups(asked, this.questionWays),
      ...otherGroups(store.state, live, found.aside, this.ways),
    ]);
    if (focused && !this.element.contains(document.activeElement)) this.#focus();
    const left = total([...found.blocking, ...found.doubtful]);
    putText(this.back, `核对清单（${left > 0 ? `还有${String(left)}处` : "都处理完了"}）`);
    this.#showNext();
    this.#showEnds();
  }

  #findings() {
    const { store, live, composer } = this.page;
    const found = findings(store.state, live);
    return [...found, ...this.words.findings(store.state, live, (run) => composer.typedIn(run), found)];
  }

  get #isSeen() {
    return this.element.offsetParent !== null;
  }

  /** Lets only one line tell what is left: the panel's, where it is in view, or the page's. */
  #hear() {
    this.page.status.setAttribute("aria-live", this.isOpen && this.#isSeen ? "off" : "polite");
  }

  // --- the line where the reader is ---

  /** @param {string} key */
  #remember(key) {
    const index = this.groups.seen.findIndex((line) => line.key === key);
    if (index >= 0) this.#here = { key, index };
  }

  /** @param {string} key */
  #stand(key) {
    this.#remember(key);
    this.groups.mark(key);
    this.#showNext();
  }

  /** The line after the one where the reader is; what was mended has gone, and the first is the next. */
  get #upcoming() {
    const lines = this.groups.lines.filter(({ line }) => line.lead);
    const after = lines.findIndex(({ key }) => key === this.#here.key) + 1;
    return lines[after] ?? lines[0];
  }

  #showNext() {
    const next = this.#upcoming;
    this.next.hidden = !next;
    putText(this.next, `下一条：${next?.line.text ?? ""}`);
  }

  /** @param {string} path of the value that the reader is at */
  #standAt(path) {
    const { seen } = this.groups;
    const lines = seen.filter(({ line }) => line.path === path);
    const line = lines.find(({ key }) => key === this.#here.key) ?? lines[0];
    this.#stand(line?.key ?? "");
    if (this.#isSeen) line?.element.scrollIntoView({ block: "nearest" });
  }

  /** Moves the focus to the line where the reader was, or the one in its place. */
  #focus() {
    const { seen } = this.groups;
    const { key, index } = this.#here;
    const line = seen.find((one) => one.key === key) ?? seen[Math.min(index, seen.length - 1)];
    if (line) line.focus();
    else this.heading.focus();
  }

  // --- the end ---

  #showEnds() {
    const isDraft = this.page.reasons.length > 0;
    const [label = "下载Word（正式稿）"] = this.#release ?? [];
    putText(this.main, isDraft ? "下载草稿" : label);
    this.copy.hidden = !isDraft && this.#release !== undefined;
  }

  /** Outputs what the button says, unless what was typed a moment ago has changed it. */
  #end() {
    const { page } = this;
    const said = this.main.textContent;
    page.check();
    if (this.main.textContent !== said) return;
    const release = page.reasons.length > 0 ? undefined : this.#release;
    if (!release) this.#output(() => { page.output.download("docx"); });
    else {
      release[1]();
      this.close();
    }
  }

  /** @param {() => void} act */
  #output(act) {
    this.page.check(); // what is output tells whether it is a draft
    void this.page.output.complete().then((isComplete) => {
      if (isComplete) act();
    });
  }
}
