// The dialog that makes several sheets of one draft, each with some of its sections, one for each department.

import { make } from "../page/elements.js";
import { openDialog } from "../page/dialog.js";
import { downloadSheet } from "./lazy_sheet.js";
import { partsOf } from "./sheet_layout.js";

/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../library/summary.js").Summary} Summary */
/** @typedef {import("./sheet_layout.js").Part} Part */
/** @typedef {{part: Part, input: HTMLInputElement, done: HTMLElement, label: HTMLElement}} Box */

const LONGEST = 60; // characters of sections in a file's name

/**
 * Opens the dialog; it stays open, because each file has its own sections.
 * @param {Summary} summary
 * @param {State} state
 */
export function openSplit(summary, state) {
  const filled = make("input", { type: "checkbox", id: "split-filled" });
  filled.checked = true;
  const status = make("p", { role: "status" });
  const boxes = partsOf(summary, state.facts).map(boxOf);
  const intro = "勾选交给一个科室的各节，下载一张表；再勾下一个科室的。每项只在一张表里问。收回后在“导入文件”里一次选中各张表，就拼回来。";
  const choices = boxes.map(({ label }) => label);
  const list = make("fieldset", { class: "dialog-choices" }, make("legend", {}, "章节"), ...choices);
  const line = make("p", {}, make("label", { for: filled.id }, filled, "填上草稿里已有的数"));
  const take = () => {
    const chosen = boxes.filter(({ input }) => input.checked);
    const given = filled.checked ? state : { ...state, facts: {} };
    if (chosen.length > 0) void downloadPart(summary, given, chosen, status, boxes);
    else status.textContent = "请先勾选章节。";
    return false;
  };
  openDialog("分科室收集表", [make("p", {}, intro), list, line, status], [["下载这几节的表", take]]);
}

/**
 * @param {Summary} summary
 * @param {State} state
 * @param {Box[]} chosen
 * @param {HTMLElement} status
 * @param {Box[]} boxes
 */
async function downloadPart(summary, state, chosen, status, boxes) {
  const names = chosen.map(({ part }) => part.name).join("、");
  try {
    await downloadSheet(summary, state, fileName(summary, names), chosen.map(({ part }) => part.key));
  } catch (error) {
    status.textContent = `没有下载：${/** @type {Error} */ (error).message}`;
    return;
  }
  for (const { input, done } of chosen) {
    input.checked = false;
    done.textContent = "　已下载";
  }
  const left = boxes.filter(({ done }) => !done.textContent).map(({ part }) => part.name);
  const rest = left.length > 0 ? `还没有分出的：${left.join("、")}。` : "各节都分出了。";
  status.textContent = `已下载“${names}”。${rest}`;
}

/**
 * @param {Summary} summary
 * @param {string} names
 */
function fileName({ archetype }, names) {
  const shown = names.length > LONGEST ? `${names.slice(0, LONGEST)}等` : names;
  return `${archetype.short}收集表（${shown}）`;
}

/**
 * @param {Part} part
 * @returns {Box}
 */
function boxOf(part) {
  const input = make("input", { type: "checkbox", id: `split-${part.key}` });
  const done = make("span");
  const text = `${part.name}（${String(part.facts.length)}项）`;
  return { part, input, done, label: make("label", { for: input.id }, input, text, done) };
}
