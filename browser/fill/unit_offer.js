// Offers the reader's units in a draft: fills one in, saves the draft's, deletes one.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { openDialog } from "../page/dialog.js";
import { deleteUnit, isSaved, savedUnits, saveUnit, unitOf } from "../drafts/unit_profiles.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("../drafts/unit_profiles.js").Unit} Unit */

const NOTE = "单位资料只存在本机的浏览器里，每一种范本的草稿都能用；“清除本机数据”时一并清除。";
const NONE = "还没有记下的单位。填好“单位全称”“正文里的自称”“工作范围”后，点“记下本单位”。";

/** @type {(() => void) | undefined} */
let refresh; // shows the line anew

/** Shows the units anew where they are offered. */
export function refreshUnits() {
  refresh?.();
}

/**
 * Shows in a line what can be done: in a draft without a unit, fill one in; else save the draft's.
 * @param {HTMLElement} line
 * @param {FillPage} page
 */
export function offerUnits(line, page) {
  const { store } = page;
  const status = make("span", { role: "status" });
  const buttons = make("span", { class: "unit-buttons" });
  line.append(buttons, status);
  let shown = "";
  refresh = () => {
    const units = savedUnits();
    const mine = unitOf(store.state.facts);
    const offered = mine["org"] ? (isSaved(mine) ? [] : [null]) : units;
    const next = JSON.stringify([units.length > 0, offered]);
    if (next === shown) return; // so that a button that is being pressed stays
    shown = next;
    const made = offered.map((unit) => (unit ? fillButton(page, unit) : saveButton(page, status)));
    const manage = makeButton("单位资料", () => { manageUnits(page); });
    buttons.replaceChildren(...made, ...(units.length > 0 ? [manage] : []));
  };
  store.listen(refresh);
  refresh();
}

/**
 * @param {FillPage} page
 * @param {HTMLElement} status
 */
function saveButton(page, status) {
  return makeButton("记下本单位，下次直接用", () => {
    const unit = unitOf(page.store.state.facts);
    const isDone = saveUnit(unit);
    status.textContent = isDone
      ? `已记下“${unit["org"] ?? ""}”，在别的草稿里点一下就能填入`
      : "没有记下：浏览器不让网页存东西，或磁盘空间不足";
    refreshUnits();
  });
}

/**
 * Fills in what the draft's summary asks for.
 * @param {FillPage} page
 * @param {Unit} unit
 */
function fillButton({ live, store }, unit) {
  return makeButton(`填入：${unit["org"] ?? ""}`, () => {
    const asked = Object.entries(unit).filter(([name]) => live.summary.entered.includes(name));
    store.change("unit", { facts: { ...store.state.facts, ...Object.fromEntries(asked) } });
  });
}

/**
 * Opens the list of the units, each to be filled in or deleted.
 * @param {FillPage} page
 */
export function manageUnits(page) {
  const list = make("div", {});
  const show = () => {
    const items = savedUnits().map((unit) => {
      const remove = makeButton("删除", () => {
        deleteUnit(unit);
        show();
        refreshUnits();
        dialog.querySelector("h2")?.focus(); // the pressed button is gone
      });
      const fill = fillButton(page, unit);
      fill.addEventListener("click", () => { dialog.close(); });
      return make("p", { class: "dialog-item" }, describe(unit), fill, remove);
    });
    list.replaceChildren(...(items.length > 0 ? items : [make("p", {}, NONE)]));
  };
  const dialog = openDialog("单位资料", [make("p", {}, NOTE), list], []);
  show();
}

/** @param {Unit} unit */
function describe({ org = "", ...others }) {
  const rest = Object.values(others);
  return rest.length > 0 ? `${org}（${rest.join("、")}）` : org;
}
