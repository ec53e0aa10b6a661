// Chooses the figures of a table, in the order in which they are ticked.

import { checkbox, make } from "../page/elements.js";
import { openDialog } from "../page/dialog.js";
import { isAllowed } from "../templating/figure_forms.js";
import { factsNamed, listItems } from "./figure_picker.js";

/** @typedef {import("./editing.js").Editing} Editing */

/**
 * Opens the dialog; `done` gets the table as own text.
 * @param {Editing} editing
 * @param {(text: string) => void} done
 */
export function openTablePicker(editing, done) {
  /** @type {string[]} */
  let chosen = [];
  const search = make("input", { type: "search", id: "table-search", autocomplete: "off" });
  const list = make("ul", { class: "picker-list" });
  const order = make("p", { role: "status" });
  const show = () => {
    const labels = chosen.map((name) => editing.specs[name]?.label ?? name);
    order.textContent = labels.length > 0 ? `表里依次是：${labels.join("、")}` : "还没有选指标。";
  };
  const toggle = (/** @type {string} */ name) => {
    chosen = chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name];
    show();
  };
  const fill = () => {
    list.replaceChildren(...items(editing, search.value, chosen, toggle));
  };
  search.addEventListener("input", fill);
  const insert = () => {
    if (chosen.length === 0) {
      order.textContent = "请先勾选指标。";
      return false;
    }
    done(`{{ table(${chosen.join(", ")}) }}`);
    return true;
  };
  fill();
  show();
  const label = make("label", { for: search.id }, "找指标（名称或别名）");
  openDialog("＋表格", [make("div", { class: "picker" }, label, search, list, order)], [["插入表格", insert]]);
}

/**
 * @param {Editing} editing
 * @param {string} words
 * @param {string[]} chosen
 * @param {(name: string) => void} toggle
 */
function items(editing, words, chosen, toggle) {
  const found = factsNamed(editing, words).filter(([name]) =>
    isAllowed(/** @type {import("../schema/types.js").Expression} */ (["()", "table", name]), editing.specs),
  );
  return listItems(found, ([name, spec]) => {
    const { input, label } = checkbox(spec.label, chosen.includes(name));
    input.addEventListener("change", () => {
      toggle(name);
    });
    return make("li", {}, label);
  });
}
