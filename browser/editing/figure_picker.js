// Chooses a figure and its form, shown with its present value, for own words.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { unitOf } from "../schema/fact_types.js";
import { formsOf, isAllowed, pairsOf, written } from "../templating/figure_forms.js";
import { valueOf } from "./preview.js";
import { tokenOf } from "../templating/tokens.js";

/**
 * What figures are chosen for: what composes the text, every fact that it may name, the reader of own text.
 * @typedef {object} Choosing
 * @property {import("../library/compose.js").Composer} composer
 * @property {import("../templating/expression_kinds.js").Specs} specs
 * @property {Pick<import("../library/summary.js").OwnTools, "readOwnText">} tools
 */
/** @typedef {import("../schema/types.js").Expression} Expression */
/** @typedef {(label: string, done: (name: string) => void) => void} Adding makes a new indicator */

const MOST = 40; // facts listed at a time

/**
 * A panel in which a figure is searched by name or alias and its form chosen.
 * @param {Choosing} editing
 * @param {(token: string) => void} chosen
 * @param {object} [options]
 * @param {string} [options.id]
 * @param {Adding} [options.add] where an indicator that is not found can be added
 */
export function figurePicker(editing, chosen, { id = "picker-search", add } = {}) {
  const search = make("input", { type: "search", id, autocomplete: "off" });
  const label = make("label", { for: search.id }, "找指标（名称或别名）");
  const list = make("ul", { class: "picker-list" });
  const box = make("div", { class: "picker", role: "group", "aria-label": "插入指标" }, label, search, list);
  const choose = (/** @type {string} */ fact) => {
    list.replaceChildren(...formItems(editing, fact, chosen, show));
    /** @type {HTMLElement | null} */ (list.querySelector("li + li button"))?.focus(); // the first leads back
  };
  const show = () => {
    list.replaceChildren(...factItems(editing, search.value, choose, add));
  };
  search.addEventListener("input", show);
  search.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault(); // it would press the button that gets the focus
    list.querySelector("button")?.click();
  });
  show();
  return { element: box, search };
}

/**
 * The facts whose name, alias or unit has the words, those of this summary first.
 * @param {Choosing} editing
 * @param {string} words
 */
export function factsNamed({ composer, specs }, words) {
  const wanted = words.trim().toLowerCase().split(/\s+/).filter(Boolean);
  const own = composer.summary.specs;
  const found = Object.entries(specs).filter(([name, spec]) => {
    const text = [spec.label, ...(spec.aliases ?? []), ...(spec.renamed ?? []), spec.topic].join(" ").toLowerCase();
    return wanted.every((word) => text.includes(word)) && isAllowed(name, specs);
  });
  const here = found.filter(([name]) => Object.hasOwn(own, name));
  return [...here, ...found.filter(([name]) => !Object.hasOwn(own, name))];
}

/**
 * @param {Choosing} editing
 * @param {string} words
 * @param {(fact: string) => void} choose
 * @param {Adding} [add]
 */
function factItems(editing, words, choose, add) {
  const found = factsNamed(editing, words);
  if (found.length === 0 && add) return [newItem(words, choose, add)];
  return listItems(found, ([name, spec]) => {
    const unit = unitOf(spec);
    const button = makeButton(spec.label, () => {
      choose(name);
    });
    const value = valueOf(editing, name);
    return make("li", {}, button, make("span", { class: "picker-value" }, value || (unit && `（${unit}）`)));
  });
}

/**
 * What leads to a new indicator, which is then chosen.
 * @param {string} words
 * @param {(fact: string) => void} choose
 * @param {Adding} add
 */
function newItem(words, choose, add) {
  const button = makeButton("＋指标", () => {
    add(words.trim(), choose);
  });
  return make("li", {}, "没有这个指标，可以自己加：", button);
}

/**
 * The first of what was found as items of a list, and how many more there are.
 * @template T
 * @param {T[]} found
 * @param {(one: T) => HTMLElement} itemOf
 */
export function listItems(found, itemOf) {
  const items = found.slice(0, MOST).map(itemOf);
  if (found.length > MOST) items.push(make("li", {}, `另有${String(found.length - MOST)}个没有列出，请把名称写具体些。`));
  if (found.length === 0) items.push(make("li", {}, "没有这个指标，可以用“＋指标”自己加。"));
  return items;
}

/**
 * @param {Choosing} editing
 * @param {string} fact
 * @param {(token: string) => void} chosen
 * @param {() => void} back
 */
function formItems(editing, fact, chosen, back) {
  const { specs } = editing;
  const single = formsOf(fact, specs).map(({ expression }) => formItem(editing, expression, chosen));
  const pairs = pairsOf(fact, specs).map(({ name, forms }) => pairItem(editing, name, forms, chosen));
  return [make("li", {}, makeButton("← 换一个指标", back)), ...single, ...pairs];
}

/**
 * @param {Choosing} editing
 * @param {Expression} expression
 * @param {(token: string) => void} chosen
 */
function formItem(editing, expression, chosen) {
  const token = tokenOf(expression, editing.specs) ?? "";
  const button = makeButton(`〔${token}〕`, () => {
    chosen(`〔${token}〕`);
  });
  const value = valueOf(editing, written(expression) ?? "");
  return make("li", {}, button, make("span", { class: "picker-value" }, value));
}

/**
 * A form with a second figure, which is chosen from a list.
 * @param {Choosing} editing
 * @param {string} name
 * @param {Expression[]} forms
 * @param {(token: string) => void} chosen
 */
function pairItem(editing, name, forms, chosen) {
  const tokens = forms.flatMap((form) => tokenOf(form, editing.specs) ?? []);
  const options = tokens.map((token) => make("option", { value: token }, token.split("·")[2] ?? ""));
  const select = make("select", { "aria-label": `${name}：另一个指标` }, ...options);
  const insert = makeButton("插入", () => {
    chosen(`〔${select.value}〕`);
  });
  return make("li", {}, `${name}：`, select, insert);
}
