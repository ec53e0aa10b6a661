// The dialog in which a place, an own item or an own section is put in words; every keystroke is kept.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { openDialog } from "../page/dialog.js";
import { bareHeading } from "./bare_heading.js";
import { figurePicker } from "./figure_picker.js";
import { openIndicatorEditor } from "./indicator_editor.js";
import { preview } from "./preview.js";
import { placeOfSentence } from "./printed_sentence.js";
import { insertText, tokenArea, UNNUMBERED, withoutNumbers } from "./text_area.js";
import { HELD, HeldTokens } from "../templating/held_tokens.js";

/** @typedef {import("./editing.js").Editing} Editing */

/**
 * What is edited: how it is called, its text, where a change goes; `title` is that of an own item or
 * section.
 * @typedef {object} Subject
 * @property {string} heading of the dialog
 * @property {string} text
 * @property {(text: string) => void} put
 * @property {string} [title]
 * @property {string} [titleLabel]
 * @property {(title: string) => void} [rename]
 * @property {boolean} [titleFirst] whether one begins with the title
 * @property {boolean} [marked] whether its lines may be items and headings
 * @property {string | undefined} [sentence] of what it prints, which is selected
 * @property {[string, () => unknown][]} [actions] close the dialog
 */

const HINT = "一行一段，回车另起一段。数字用“插入指标”插入，自动计算。〔〕里的内容随填的数变，整个保留或删除。";
const HELD_HINT = `带“${HELD}”的是整句；想换个说法，把它删去，自己写这一句，用“插入指标”放进要说的数。别的句子照旧自动计算。`;
const TITLED_HINT = "标题的序号自动编，不用写。";
const PLAIN_HINT = "这里写的各段不编序号；要编号的，在指标栏用“＋事项”另加。";
const MARKED_HINT = "序号自动编，不用写。要分事项、加小标题，把光标移到那一行，点下面的按钮；事项到第一个句号为标题。";

/**
 * What is said of numbers.
 * @param {Subject} subject
 */
function hintOf({ marked, title }) {
  if (marked) return MARKED_HINT;
  return title === undefined ? PLAIN_HINT : TITLED_HINT;
}

/**
 * Opens the dialog.
 * @param {Editing} editing
 * @param {Subject} subject
 */
export function openEditor(editing, subject) {
  const { marked = false, actions = [] } = subject;
  const tokens = new HeldTokens(() => editing.specs);
  const words = tokens.shown(subject.text);
  const shown = make("div", { class: "document editor-preview", "aria-live": "polite" });
  const remark = make("p", { class: "editor-remark", role: "status" });
  const show = () => {
    remark.textContent = withoutNumbers(area.value) === area.value ? "" : UNNUMBERED;
    shown.replaceChildren(...preview(editing, tokens.written(area.value), marked));
  };
  const area = tokenArea("文字", words, (typed) => {
    subject.put(tokens.written(typed));
    show();
  });
  const clean = () => {
    const bare = withoutNumbers(area.value);
    if (bare === area.value) return;
    area.value = bare;
    subject.put(tokens.written(bare));
  };
  const body = [
    ...titleField(subject, () => {
      area.focus();
    }),
    make("p", { class: "fact-hint" }, HINT, words.includes(HELD) ? HELD_HINT : "", hintOf(subject)),
    make("div", { class: "editor-area" }, area),
    remark,
    ...tools(editing, area, marked),
    make("p", { class: "fact-hint" }, "成文如下："),
    shown,
  ];
  const dialog = openDialog(subject.heading, body, [["完成", () => true], ...actions], []);
  dialog.addEventListener("close", clean);
  show();
  selectSentence(editing, subject, area, (part) => tokens.shown(part));
  (subject.titleFirst ? dialog.querySelector("input") : area)?.focus();
  return dialog;
}

/**
 * Selects the sentence that is meant.
 * @param {Editing} editing
 * @param {Subject} subject
 * @param {HTMLTextAreaElement} area
 * @param {(part: string) => string} shown gives a part of the text as the area shows it
 */
function selectSentence(editing, { text, marked = false, sentence = "" }, area, shown) {
  const found = placeOfSentence(editing, text, marked, sentence);
  if (!found) return;
  const [start, end] = found.map((at) => shown(text.slice(0, at)).length);
  area.setSelectionRange(start ?? 0, end ?? 0);
}

/**
 * @param {Subject} subject
 * @param {() => void} goOn leads on to the text, by Enter
 */
function titleField({ title = "", titleLabel = "标题", rename }, goOn) {
  if (!rename) return [];
  const input = make("input", { type: "text", id: "editor-title", value: title, autocomplete: "off" });
  input.addEventListener("input", () => {
    rename(input.value.trim());
  });
  input.addEventListener("change", () => {
    const bare = bareHeading(input.value);
    input.value = bare;
    rename(bare);
  });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault(); // a line break in the text
    goOn();
  });
  return [make("p", { class: "editor-title" }, make("label", { for: input.id }, titleLabel), input)];
}

/**
 * @param {Editing} editing
 * @param {HTMLTextAreaElement} area
 * @param {boolean} marked
 */
function tools(editing, area, marked) {
  /** @type {import("./figure_picker.js").Adding} */
  const add = (label, done) => {
    openIndicatorEditor(editing, { label }, done);
  };
  const insert = (/** @type {string} */ token) => {
    show(false); // it would cover the text as it reads
    insertText(area, token);
  };
  const picker = figurePicker(editing, insert, { add });
  const show = (/** @type {boolean} */ isShown) => {
    picker.element.hidden = !isShown;
    toggle.setAttribute("aria-expanded", String(isShown));
  };
  const toggle = makeButton("插入指标", () => {
    const isHidden = Boolean(picker.element.hidden);
    show(isHidden);
    if (isHidden) picker.search.focus();
  });
  show(false);
  const marks = ["+ ", "# "].map((mark) =>
    makeButton(mark === "+ " ? "这一行作事项" : "这一行作小标题", () => {
      markLine(area, mark);
    }),
  );
  return [make("div", { class: "editor-tools" }, toggle, ...(marked ? marks : [])), picker.element];
}

/**
 * Sets or takes away the mark at the head of the line where the caret is.
 * @param {HTMLTextAreaElement} area
 * @param {string} mark
 */
function markLine(area, mark) {
  const start = area.value.lastIndexOf("\n", area.selectionStart - 1) + 1;
  const [old = ""] = /^(?:[+#] )?/.exec(area.value.slice(start)) ?? [];
  area.setSelectionRange(start, start + old.length);
  if (old === mark) area.setRangeText("", start, start + old.length, "end");
  else area.setRangeText(mark, start, start + old.length, "end");
  area.dispatchEvent(new Event("input"));
  area.focus();
}
