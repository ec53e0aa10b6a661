// A list in the form: each record is a group of fields, which can be added, removed and moved.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { noneOf } from "./none_words.js";
import { emptyRecord, isCarried, recordsOf, reordered, withRecord } from "../drafts/list_records.js";

/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("./form.js").Form} Form */
/** @typedef {import("../drafts/state.js").State} State */

/**
 * Makes the list of a fact; `follow` shows the records of a state in it.
 * @param {Form} form
 * @param {string} name
 * @param {FactSpec} spec
 */
export function makeRecordList(form, name, spec) {
  const unit = spec.unit ?? "条";
  const list = make("ol", { class: "rows" });
  const add = make("button", { type: "button" }, `加一${unit}`);
  const none = make("button", { type: "button" }, noneOf(spec));
  const status = make("span", { class: "field-note", role: "status" });
  const confirm = make("button", { type: "button", class: "field-keep" }, "沿用，核对无误");
  const element = make("div", { class: "rows-box" }, list, add, none, confirm, status);
  /** @param {Partial<State>} next @param {string} what */
  const change = (next, what) => {
    form.store.change(`${name} ${what}`, next);
  };
  add.addEventListener("click", () => {
    change(withRecord(form.store.state, name, emptyRecord(spec)), "add");
    const first = list.lastElementChild?.querySelector("input, textarea, select");
    if (first instanceof HTMLElement) first.focus();
  });
  none.addEventListener("click", () => {
    change({ facts: { ...form.store.state.facts, [name]: [] } }, "none");
  });
  confirm.addEventListener("click", () => {
    form.confirm(name);
  });
  let shown = 0;
  /** @type {State | null} */
  let before = null;
  const order = (/** @type {number[]} */ numbers) => {
    change(reordered(form.store.state, name, numbers), "order");
    if (document.activeElement === document.body) add.focus(); // the pressed button was removed
  };
  const follow = (/** @type {State} */ state) => {
    const same = before?.facts[name] === state.facts[name] && before?.carried === state.carried;
    if (before && same) return;
    before = state;
    const rows = recordsOf(state.facts, name);
    const given = state.facts[name] !== undefined;
    none.hidden = given || (spec.at_least ?? 0) > 0;
    status.textContent = given && rows.length === 0 ? `已填：${noneOf(spec)}` : "";
    confirm.hidden = !isCarried(state.carried, name);
    for (; shown < rows.length; shown += 1) list.append(makeRecord(form, name, spec, shown, order));
    for (; shown > rows.length; shown -= 1) dropLast(form, name, list, shown - 1);
    for (const [index, item] of [...list.children].entries()) {
      disableEnds(item, index, shown);
      unfold(item, rows[index] ?? {});
    }
  };
  return { element, follow };
}

/**
 * @param {Form} form
 * @param {string} name
 * @param {FactSpec} spec
 * @param {number} index
 * @param {(indexes: number[]) => void} order reorders the records by their old indexes
 */
function makeRecord(form, name, spec, index, order) {
  const entries = Object.entries(spec.fields ?? {});
  const fields = entries.map(([key, field]) => {
    const named = field.required === false ? `${field.label}（可不填）` : field.label;
    const caption = entries.length > 1 ? named : ""; // the label of the list is enough
    return { key, element: form.field(`${name}[${String(index)}].${key}`, field, caption).element };
  });
  const numbers = () => [...recordsOf(form.store.state.facts, name).keys()];
  const swap = (/** @type {number} */ other, /** @type {string} */ tool) => {
    order(numbers().map((i) => (i === index ? other : i === other ? index : i)));
    focusTool(item.parentElement?.children[other], tool); // of the record, which stands there now
  };
  const which = `第${String(index + 1)}${spec.unit ?? "条"}`;
  const tools = [
    makeButton("上移", () => {
      swap(index - 1, "上移");
    }, { "aria-label": `${which}上移` }),
    makeButton("下移", () => {
      swap(index + 1, "下移");
    }, { "aria-label": `${which}下移` }),
    makeButton("删除", () => {
      order(numbers().filter((i) => i !== index));
    }, { "aria-label": `删除${which}` }),
  ];
  const bar = make("div", { class: "row-tools" }, ...tools);
  const kind = entries.length > 1 ? "row" : "row row--single";
  const isFolded = (/** @type {{key: string}} */ { key }) => spec.folded?.includes(key) ?? false;
  const first = fieldsBox(fields.filter((field) => !isFolded(field)));
  const item = make("li", { class: kind }, first, ...moreFields(fields.filter(isFolded)), bar);
  return item;
}

/** @typedef {{key: string, element: HTMLElement}} KeyedField */

/** @param {KeyedField[]} fields */
function fieldsBox(fields) {
  return make("div", { class: "row-fields" }, ...fields.map(({ element }) => element));
}

/**
 * The fields that few need, folded; none where there are no such fields.
 * @param {KeyedField[]} fields
 */
function moreFields(fields) {
  if (fields.length === 0) return [];
  const head = make("summary", {}, `更多（${String(fields.length)}项）`);
  const more = make("details", { class: "fill-notes row-more" }, head, fieldsBox(fields));
  more.dataset["keys"] = fields.map(({ key }) => key).join(" ");
  return [more];
}

/**
 * Unfolds the fields of a record of which one is filled in.
 * @param {Element} item
 * @param {Record<string, string>} row
 */
function unfold(item, row) {
  const more = item.querySelector(/** @type {"details"} */ (".row-more"));
  if (more?.dataset["keys"]?.split(" ").some((key) => row[key])) more.open = true;
}

/**
 * Puts the focus on a tool of a record; at an end of the list, where it cannot be used, on the other one.
 * @param {Element | undefined} item
 * @param {string} tool
 */
function focusTool(item, tool) {
  const usable = [...(item?.querySelectorAll(/** @type {"button"} */ (".row-tools button:enabled")) ?? [])];
  (usable.find(({ textContent }) => textContent === tool) ?? usable[0])?.focus();
}

/**
 * @param {Form} form
 * @param {string} name
 * @param {HTMLElement} list
 * @param {number} index
 */
function dropLast(form, name, list, index) {
  list.lastElementChild?.remove();
  const start = `${name}[${String(index)}]`;
  for (const path of form.fields.keys()) if (path.startsWith(start)) form.fields.delete(path);
}

/**
 * @param {Element} item
 * @param {number} index
 * @param {number} count
 */
function disableEnds(item, index, count) {
  const [up, down] = item.querySelectorAll(".row-tools button");
  up?.toggleAttribute("disabled", index === 0);
  down?.toggleAttribute("disabled", index === count - 1);
}
