// Downloads the text as a file, in the formats that the page offers.

import table from "../../macros/output/formats.json" with { type: "json" };
import { asText } from "../document/document.js";
import { asMarkdown } from "../output/formats.js";
import { openDialog } from "../page/dialog.js";
import { DOCX, download } from "../page/download.js";
import { make } from "../page/elements.js";
import { loadScript } from "../page/lazy_script.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {{docx: typeof import("../output/word.js").docx}} Word */

const BOM = "\ufeff"; // without it Notepad on Windows 7 guesses the encoding

/** @type {Record<keyof typeof table.downloads, (page: FillPage) => unknown>} */
const WRITERS = {
  docx: word,
  text: ({ fileName, live, reasons }) => {
    const text = asText(live.blocks, reasons).replaceAll("\n", "\r\n");
    download(fileName + table.endings.text, `${BOM}${text}\r\n`, "text/plain;charset=utf-8");
  },
  markdown: ({ fileName, live, reasons }) => {
    download(fileName + table.endings.markdown, asMarkdown(live.blocks, reasons), "text/markdown;charset=utf-8");
  },
};

/**
 * @param {FillPage} page
 * @param {string} format
 */
export function downloadText(page, format) {
  return WRITERS[/** @type {keyof typeof WRITERS} */ (format)](page);
}

/**
 * Downloads the text as a Word file, or says why there is none.
 * @param {FillPage} page
 */
async function word({ fileName, live, reasons, output }) {
  try {
    const { docx } = /** @type {Word} */ (await loadScript("word.js", "summariesWord"));
    const { sealed, layout } = output.layoutChoice;
    const file = docx(live.blocks, { draft: reasons.length > 0, sealed }, layout.shell);
    download(fileName + table.endings.docx, file, DOCX);
  } catch {
    const what = "Word文件没有生成：网站的文件不全（缺word.js）。请先下载纯文本，并告诉网站的管理人员。";
    openDialog("没有下载", [make("p", { role: "alert" }, what)], []);
  }
}
