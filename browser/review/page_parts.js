// What stands around the text and the list: buttons, counts, messages, what the keys do.

import { makeButton } from "../page/button.js";
import { make, putText } from "../page/elements.js";
import { LEVELS } from "../checker/levels.js";
import { Figures } from "./lazy_figures.js";
import { loadOutputs } from "./lazy_outputs.js";
import { PreviousFile } from "./previous_file.js";
import { SAMPLE } from "./sample_draft.js";

/** @typedef {import("../checker/types.js").Finding} Finding */
/** @typedef {import("./review_page.js").ReviewPage} ReviewPage */

const KEYS = "F8下一处，Shift+F8上一处（或Alt+↓、Alt+↑）；Alt+Enter采用；Ctrl+Z撤销。";
const NONE = "没有查出问题。查不出不等于没有错：数字是否属实，要由单位核对。";
const WAITING = "贴进文稿，这里列出查到的问题：先算式和数字，再时间、序号、名称、标点和用语。";
const PRIVACY = "文稿只在本机的浏览器里检查，不上传，也不保存，除非勾选“保留”；忽略了什么，只记下还原不出原文的记号。";

/** Makes and keeps these parts. */
export class PageParts {
  /** @param {ReviewPage} page */
  constructor(page) {
    this.page = page;
    this.status = make("p", { class: "proof-status", role: "status" });
    this.spoken = make("p", { class: "visually-hidden", role: "status" });
    this.notes = make("ul", { class: "proof-notes" });
    this.limits = make("p", { class: "proof-limit" });
    this.counts = make("p", { class: "proof-counts", id: "proof-counts" });
    this.coverage = make("p", { class: "proof-coverage" });
    this.sample = makeButton("看一个例子", () => { page.open(SAMPLE); });
    this.figures = new Figures(() => page.field.text);
    this.outputs = this.#outputs();
    this.steps = make(
      "div",
      { class: "proof-steps" },
      makeButton("上一处", () => { page.acts.step(-1); }),
      makeButton("下一处", () => { page.acts.step(1); }),
    );
    const previous = new PreviousFile((text) => { page.compare(text); }, (message) => { this.tell(message); });
    this.clear = makeButton("清空", () => { this.#clear(); });
    const bar = make("div", { class: "proof-bar" }, page.files.element, previous.element, page.structure.element, this.sample, this.clear, ...this.outputs, this.status, this.spoken);
    const found = make(
      "section",
      { class: "proof-found", "aria-label": "查到的问题" },
      make("div", { class: "proof-head" }, make("div", {}, this.counts, this.coverage), this.steps),
      make("p", { id: "proof-keys", class: "proof-keys" }, KEYS),
      page.list.element,
      page.dismissed.element,
    );
    const left = make("div", { class: "proof-left" }, this.notes, this.limits, page.field.element);
    const foot = make("p", { class: "proof-privacy" }, page.kept.element, make("span", {}, PRIVACY));
    this.elements = [bar, this.figures.element, make("div", { class: "proof-columns" }, left, found), foot];
  }

  #outputs() {
    const { page } = this;
    const told = (/** @type {() => Promise<string>} */ act) => () => {
      act().then((message) => { this.tell(message); }, (/** @type {unknown} */ error) => { this.tell(String(error instanceof Error ? error.message : error)); });
    };
    return [
      makeButton("把数字填进表单", told(() => this.figures.open()), { title: "认出文稿里的数字，核对以后填进草稿" }),
      makeButton("复制改好的文字", told(async () => (await loadOutputs()).copyDraft(page.field.text))),
      makeButton("下载Word文件", told(async () => (await loadOutputs()).downloadWord(page.field.text, page.files.name, page.layout))),
      makeButton("打印报告", told(async () => {
        const summary = `${this.counts.textContent}。${this.coverage.textContent}`;
        (await loadOutputs()).printReport({ name: page.files.name, text: page.field.text, findings: page.shown, dismissed: page.dismissedCount, summary });
        return "";
      })),
    ];
  }

  #clear() {
    this.page.files.close();
    this.page.open("");
    this.page.field.area.focus();
    this.tell("已清空。");
  }

  /**
   * Says what has happened.
   * @param {...string} messages
   */
  tell(...messages) {
    putText(this.status, messages.join(" "));
  }

  /**
   * Says what of a file is not in the text.
   * @param {string[]} notes
   */
  note(notes) {
    this.tell();
    this.figures.close();
    this.notes.hidden = notes.length === 0;
    this.notes.replaceChildren(...notes.map((note) => make("li", {}, note)));
  }

  /** @param {string} message */
  limit(message) {
    this.limits.hidden = message === "";
    putText(this.limits, message);
  }

  /**
   * @param {Finding[]} findings
   * @param {{ checked: number, unchecked: number }} counts
   * @param {string} text
   */
  count(findings, { checked, unchecked }, text) {
    const empty = text.trim() === "";
    const levels = Object.entries(LEVELS).map(([level, label]) => [label, findings.filter((one) => one.level === level).length]);
    const found = levels.filter(([, count]) => count).map((parts) => parts.join("")).join(" · ");
    putText(this.counts, empty ? WAITING : found || NONE);
    putText(this.coverage, empty ? "" : `数字之间的关系已核${String(checked)}处，未能核${String(unchecked)}处`);
    this.counts.classList.toggle("proof-waiting", empty);
    this.sample.hidden = !empty;
    this.steps.hidden = findings.length === 0;
    for (const button of [this.clear, ...this.outputs]) button.hidden = empty;
  }

  /**
   * @param {number} at
   * @param {number} of
   * @param {Finding} finding
   */
  announce(at, of, { level, message }) {
    putText(this.spoken, `第${String(at)}条，共${String(of)}条。${LEVELS[level]}：${message}`);
  }
}
