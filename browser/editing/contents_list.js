// The list of what a section says, in the form: each place and own item with what can be done to it.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { rowsOf, weightsOf } from "./place_text.js";

/** @typedef {import("./editing.js").Editing} Editing */
/** @typedef {import("./place_text.js").Row} Row */

/**
 * Shows the list in a box, anew after each change; the focus stays on the button that was pressed.
 * @param {Editing} editing
 * @param {string} name of the section
 * @param {HTMLElement} box
 */
export function showContents(editing, name, box) {
  const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["act"] : "";
  const had = box.contains(document.activeElement);
  const isOwn = editing.isOwnSection(name);
  box.replaceChildren(
    sectionTools(editing, name),
    ...(isOwn ? [] : [rowList(editing, name), additions(editing, name)]),
  );
  if (had && focused) focusOn(box, focused);
}

/**
 * Gives the focus to a button of a list, or to one near it where it is gone.
 * @param {HTMLElement} box
 * @param {string} act what the button does
 */
export function focusOn(box, act) {
  const same = buttonOf(box, `="${CSS.escape(act)}"`);
  const row = CSS.escape(act.slice(0, act.lastIndexOf(" ") + 1));
  const next = same ?? buttonOf(box, `^="${row}"`) ?? box.querySelector("button:not([disabled])");
  if (next instanceof HTMLElement) next.focus();
}

/**
 * @param {HTMLElement} box
 * @param {string} act what the button does, as a selector
 */
function buttonOf(box, act) {
  return box.querySelector(`[data-act${act}]:not([disabled])`);
}

/**
 * @param {Editing} editing
 * @param {string} name
 */
function sectionTools(editing, name) {
  const act = (/** @type {string} */ label, /** @type {() => void} */ run) =>
    makeButton(label, run, { "data-act": `section ${label}` });
  const own = editing.isOwnSection(name)
    ? [
        act("改文字", () => {
          editing.openSection(name);
        }),
      ]
    : [];
  return make(
    "div",
    { class: "contents-tools" },
    ...own,
    act("本节上移", () => {
      editing.moveSection(name, -1);
    }),
    act("本节下移", () => {
      editing.moveSection(name, 1);
    }),
    act("本节不写", () => {
      editing.leaveOut(name);
    }),
  );
}

/**
 * @param {Editing} editing
 * @param {string} use
 */
function rowList(editing, use) {
  const rows = rowsOf(editing.composer, use);
  const items = rows.map((row, at) => rowItem(editing, use, row, { first: at === 0, last: at === rows.length - 1 }));
  return make("ol", { class: "contents-list" }, ...items);
}

/**
 * @param {Editing} editing
 * @param {string} use
 * @param {Row} row
 * @param {{first: boolean, last: boolean}} at
 */
function rowItem(editing, use, row, { first, last }) {
  const { name, title, isSkipped } = row;
  const button = (/** @type {string} */ label, /** @type {() => void} */ act, isOff = false, more = {}) =>
    makeButton(label, act, {
      "data-act": `${name} ${label}`,
      "aria-label": `${title}：${label}`,
      ...(isOff ? { disabled: "" } : {}),
      ...more,
    });
  const by = (/** @type {-1 | 1} */ step) => () => {
    editing.move(use, name, step);
  };
  const words = make("span", { class: "contents-title" }, title, marks(row));
  const skip = button(isSkipped ? "恢复" : "本期不写", () => {
    editing.skip(use, name, !isSkipped);
  });
  const weights = weightsOf(row).map((weight) => {
    const act = () => { editing.weigh(use, name, weight); };
    return button(weight, act, false, { "aria-pressed": String(row.weight === weight) });
  });
  const buttons = [
    button("改文字", () => {
      editing.openPlace(use, name);
    }),
    button("上移", by(-1), first),
    button("下移", by(1), last),
    ...weights,
    skip,
  ];
  const shown = isSkipped ? [skip] : buttons;
  return make("li", isSkipped ? { class: "contents-off" } : {}, words, make("span", { class: "contents-tools" }, ...shown));
}

/** @param {Row} row */
function marks({ isOwn, isSkipped, isReworded, weight }) {
  const words = [isOwn && "自己加的", isReworded && "自己的话", weight, isSkipped && "本期不写"].filter(Boolean);
  return words.length > 0 ? make("small", {}, `（${words.join("，")}）`) : "";
}

/**
 * @param {Editing} editing
 * @param {string} use
 */
function additions(editing, use) {
  const last = rowsOf(editing.composer, use).pop()?.name;
  const add = (/** @type {string} */ label, /** @type {() => void} */ act) =>
    makeButton(label, act, { "data-act": label });
  return make(
    "div",
    { class: "contents-tools" },
    add("＋段落", () => {
      editing.addItem(use, last, false);
    }),
    add("＋事项", () => {
      editing.addItem(use, last, true);
    }),
    add("＋表格", () => {
      editing.addTable(use, last);
    }),
    add("＋指标", () => {
      editing.openIndicator();
    }),
  );
}
