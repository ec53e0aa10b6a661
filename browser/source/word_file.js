// Opens a Word file: its text, and what of it is not in the text.

import { decodeText } from "./decode.js";
import { FileError } from "./file_error.js";
import { wordText } from "./word_text.js";
import { child, elements, readXml } from "./xml.js";
import { zipParts } from "./zip.js";

const MOST_BYTES = 24_000_000; // unpacked: a document of 100 pages has 3 MB
const RELATIONS = "_rels/.rels";
const MAIN = "/officeDocument";
const NOT_WORD = "不是Word文稿（.docx）。请用Word或WPS打开，另存为.docx，或者把文字复制过来粘贴。";

/** @type {[keyof ReturnType<typeof wordText>["counts"], (count: string) => string][]} */
const NOTES = [
  ["inserted", (count) => `有修订：插入的文字${count}处，已当作采用`],
  ["deleted", (count) => `有修订：删除的文字${count}处，已略去`],
  ["comments", (count) => `批注${count}条没有读入`],
  ["notes", (count) => `脚注、尾注${count}条没有读入`],
  ["hidden", (count) => `隐藏文字${count}处没有读入`],
  ["boxes", (count) => `文本框${count}个，文字接在所在段落后面`],
  ["pictures", (count) => `图片${count}张没有读入，图里的字不检查`],
];

/**
 * @param {Uint8Array} bytes
 * @returns {{ text: string, notes: string[] }}
 */
export function readWordFile(bytes) {
  const main = mainPart(bytes);
  const folder = main.slice(0, main.lastIndexOf("/") + 1);
  const names = [main, `${folder}numbering.xml`, `${folder}styles.xml`];
  const parts = zipParts(bytes, names, MOST_BYTES);
  const [document, numbering, styles] = names.map((name) => xmlOf(parts.get(name)));
  if (!document || !child(document, "w:document", "w:body")) throw new FileError(NOT_WORD);
  const { text, counts } = wordText(document, child(numbering, "w:numbering"), child(styles, "w:styles"));
  const notes = NOTES.flatMap(([key, note]) => (counts[key] > 0 ? [note(String(counts[key]))] : []));
  return { text, notes };
}

/** @param {Uint8Array} bytes */
function mainPart(bytes) {
  const relations = xmlOf(zipParts(bytes, [RELATIONS], MOST_BYTES).get(RELATIONS));
  const all = elements(child(relations, "Relationships"));
  const main = all.find(({ attributes }) => attributes["Type"]?.endsWith(MAIN));
  return (main?.attributes["Target"] ?? "").replace(/^\//, "");
}

/** @param {Uint8Array | undefined} bytes */
function xmlOf(bytes) {
  return bytes && readXml(decodeText(bytes));
}
