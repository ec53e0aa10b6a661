// What stands below the field on the text: the choices of a choice, what can be said of a list, the way out where
// a figure is not known, and what a reader without a keyboard needs.

import { all, make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { inputsOf, OWN_FRAME } from "../facts/archetype_facts.js";
import { pathsOf } from "../preview/live_text.js";
import { factOf, parsePath, valueAt } from "../facts/paths.js";
import { placePrinting } from "../library/printing_place.js";
import { isNumber } from "../schema/fact_types.js";
import { needlessButton } from "./needless.js";
import { noneOf } from "./none_words.js";
import { factsIn } from "../templating/render.js";
import { sentenceAt } from "./sentence_choice.js";
import { tellUndoable } from "./undoable.js";

export const END = "paper-end"; // says how a list ends
const FILLED = "[data-facts]:not(.fact--blank, .fact--computed)";

/** @typedef {import("./paper_field.js").PaperField} PaperField */
/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */

/**
 * The buttons of a field that is open.
 * @param {PaperField} field
 * @param {FieldSpec} spec
 */
export function paperWays(field, spec) {
  const ways = [
    makeButton("上一处", () => { field.leave(-1); }),
    makeButton("下一处", () => { field.leave(1); }, { class: "paper-next" }),
    makeButton("完成", () => { field.close(); }),
  ];
  const unknown = `没有这${isNumber(spec) ? "个数" : "一项"}，这一段不写`;
  const lists = parsePath(field.path).row >= 0 ? listWays(field) : factWays(field, unknown);
  return [
    make("div", { class: "paper-choices" }, ...choices(field, spec)),
    make("div", { class: "paper-ways" }, ...ways),
    make("div", { class: "paper-lists" }, ...lists, ...rewordWay(field)),
  ];
}

/**
 * The options of a choice, each with the figure that is its key.
 * @param {PaperField} field
 * @param {FieldSpec} spec
 */
function choices(field, { options = [] }) {
  return options.map((option, at) => {
    const key = make("kbd", {}, String(at + 1));
    const button = makeButton("", () => { field.choose(option); }, { tabindex: "-1" });
    button.append(key, option);
    return button;
  });
}

/**
 * Where a list makes the fact needless, only its sentence is left out, else the place.
 * @param {PaperField} field
 * @param {string} unknown
 */
function factWays(field, unknown) {
  const needless = needlessButton(field.form, field.path, () => { field.leave(1); });
  return needless.length > 0 ? needless : waysOut(field, unknown);
}

/**
 * Where the value is there, its sentence can be put in other words.
 * @param {PaperField} field
 */
function rewordWay({ figure, page }) {
  const words = figure?.matches(FILLED) ? figure.firstChild : undefined;
  const sentence = words && sentenceAt(words, 0);
  return sentence ? [makeButton("改这一句", () => { page.text.editAt(sentence.block, sentence.text); })] : [];
}

/** @param {PaperField} field */
function listWays(field) {
  const { page, form, path, isNew } = field;
  const name = factOf(path);
  const spec = form.specs[name];
  const none = () => {
    const { store } = page;
    store.change(`${name} none`, { facts: { ...store.state.facts, [name]: [] } });
    field.leave(1);
  };
  const more = { class: "paper-more", title: "Alt+Enter" };
  const add = makeButton(`再加一${spec?.unit ?? "条"}`, () => { field.addRecord(name); }, more);
  const isFirst = isNew && parsePath(path).row === 0;
  const end = isNew && !isFirst ? [make("p", { class: "paper-end", id: END }, "没有了就直接按回车")] : [];
  const isLeftOut = isFirst && !spec?.at_least;
  const empty = spec && isLeftOut ? [makeButton(noneOf(spec), none)] : [];
  return [...end, ...empty, ...(isFirst ? waysOut(field, "这一段不写") : []), add];
}

/**
 * Where the text has a blank for a figure that its writer does not have, the place can be left out.
 * @param {PaperField} field
 * @param {string} label
 */
function waysOut(field, label) {
  const { page, path } = field;
  const block = field.figure?.closest("[data-section]");
  const place = placePrinting(page.live.summary, factOf(path));
  const section = block instanceof HTMLElement ? block.dataset["section"] : undefined;
  const isBlank = valueAt(page.store.state.facts, path) === "";
  const isTold = field.figure?.matches("[data-facts]"); // else nothing is said of it as long as it is empty
  if (!isTold || !isBlank || !place?.name || place.section !== section || section === OWN_FRAME) return [];
  const asked = page.outline.groups.find(({ id }) => id === place.section)?.facts ?? [];
  const told = new Set(inputsOf(page.live.summary.specs, factsIn(place.body)));
  const isLost = (/** @type {HTMLElement} */ figure) =>
    pathsOf(figure).map(factOf).some((name) => told.has(name) && asked.includes(name));
  const filled = block ? all(FILLED, block).filter(isLost).length : 0;
  const leaveOut = () => {
    const before = pathBefore(page.text.document, block);
    page.withEditing((editing) => {
      editing.skip(place.section, place.name, true);
      page.text.focused = before; // the blank that comes next is not one of the place
      field.leave(1);
      tellUndoable(page.store, `“${place.name}”本期不写；以后要写，在指标栏的“增删、调次序、改文字”里恢复。`);
    });
  };
  const lost = filled > 0 ? `（连同已填的${String(filled)}处）` : "";
  return [makeButton(label + lost, leaveOut, { title: `“${place.name}”本期不写，可以恢复` })];
}

/**
 * The path of the last figure before a block.
 * @param {HTMLElement} text
 * @param {Element | null | undefined} block
 */
function pathBefore(text, block) {
  const isBefore = (/** @type {HTMLElement} */ figure) =>
    block && (block.compareDocumentPosition(figure) & Node.DOCUMENT_POSITION_PRECEDING) > 0;
  const last = all("[data-facts]", text).filter(isBefore).at(-1);
  return (last && pathsOf(last).at(-1)) ?? "";
}
