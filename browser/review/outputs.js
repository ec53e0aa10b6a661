// Takes the mended text along: copied, as a Word file, and the report printed.

import table from "../../macros/output/formats.json" with { type: "json" };
import { copyText } from "../page/clipboard.js";
import { DOCX, downloadOnly } from "../page/download.js";
import { loadScript } from "../page/lazy_script.js";
import { draftDocument } from "./draft_document.js";
import { report } from "./report.js";

/** @typedef {{ docx: typeof import("../output/word.js").docx }} Word */
/** @typedef {{ shell: import("../output/word.js").Shell }} Layout */

const FOLDER = "assets/js/";

/**
 * Copies the text; says how it went.
 * @param {string} text
 */
export async function copyDraft(text) {
  const copied = await copyText(text);
  return copied ? "已复制全文，可以粘贴到Word或WPS里。" : "浏览器不让复制。请点到文稿里，按Ctrl+A全选、Ctrl+C复制。";
}

/**
 * Downloads the text as a Word file; says how it went.
 * @param {string} text
 * @param {string} name
 * @param {Layout} layout
 */
export async function downloadWord(text, name, { shell }) {
  const { docx } = /** @type {Word} */ (await loadScript("word.js", "summariesWord", FOLDER));
  const file = docx(draftDocument(text), { draft: false, sealed: false }, shell);
  const base = name.replace(/\.[^.]+$/, "") || (/\S[^\n]*/.exec(text)?.[0].trim().slice(0, 40) ?? "");
  downloadOnly(`${base}（改）${table.endings.docx}`, file, DOCX);
  return "已下载Word文件，按本站版式重新排过；原文件里的图片、批注和页眉页脚没有带过来。";
}

/**
 * Prints the report.
 * @param {import("./report.js").Reported} reported
 */
export function printReport(reported) {
  document.querySelector(".proof-report")?.remove();
  document.querySelector("#proof")?.append(report(reported));
  window.print();
}
