// What a reader who finds no page of her own can send to whoever runs the site.

import { makeButton } from "../page/button.js";
import { copyText } from "../page/clipboard.js";
import { make } from "../page/elements.js";

/**
 * A text to complete and send, with a button that copies it.
 * @param {string} query
 * @param {boolean} isOpen
 */
export function requestPanel(query, isOpen) {
  const text = requestText(query);
  const status = make("span", { role: "status" });
  const field = make("textarea", { readonly: "", rows: "6", tabindex: "-1", "aria-label": "发给网站管理人员的话" });
  field.value = text;
  const copy = makeButton("复制这段话", () => {
    void copyText(text).then((isDone) => {
      if (!isDone) field.select();
      status.textContent = isDone ? "已复制。" : "浏览器不让网页复制。文字已选中，请按 Ctrl+C。";
    });
  });
  copy.tabIndex = -1;
  const summary = make("summary", { tabindex: "-1" }, "没有合用的？请管理本站的人增加");
  const told = make("p", {}, "把下面的话补全，发给管理本站的人：");
  const panel = make("details", { class: "search-request" }, summary, told, field, make("p", {}, copy, status));
  panel.open = isOpen;
  return panel;
}

/** @param {string} query */
export function requestText(query) {
  return [
    `总结范本库里搜“${query.trim()}”，没有找到专门的范本，建议增加。`,
    "单位（哪一级、哪一类）：",
    "时段（季度、半年、年度、学期）：",
    "主要写哪些工作、哪些数字：",
    "什么时候要用：",
  ].join("\n");
}
