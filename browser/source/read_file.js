// Makes text of a file that somebody wrote: by its first bytes, and by its ending where these say nothing.

import { decodeText } from "./decode.js";
import { FileError } from "./file_error.js";
import { markdownText } from "./markdown.js";
import { readWordFile } from "./word_file.js";

/** @typedef {{ text: string, notes: string[] }} ReadText its notes say what of the file is not in the text */

export const MOST_BYTES = 20_000_000;
const LONGEST = 2_000_000; // characters
const ASK = "请用Word或WPS打开，另存为.docx，或者把文字复制过来粘贴。";
/** @type {[number[], string][]} files that are refused, by their first bytes */
const REFUSED = [
  [[0x25, 0x50, 0x44, 0x46], "这是PDF文件，读不到里面的文字。请用原来的Word文件，或者在PDF里选中文字，复制过来粘贴。"],
  [[0xd0, 0xcf, 0x11, 0xe0], `这是旧格式的Word或WPS文件（.doc、.wps），或者设了打开密码。${ASK}`],
  [[0x7b, 0x5c, 0x72, 0x74, 0x66], `这是RTF文件。${ASK}`],
  [[0xff, 0xd8, 0xff], "这是图片，读不到里面的文字。请找原来的Word文件。"],
  [[0x89, 0x50, 0x4e, 0x47], "这是图片，读不到里面的文字。请找原来的Word文件。"],
  [[0x52, 0x61, 0x72, 0x21], "这是压缩包。请先解压，再打开里面的文稿。"],
];
const ZIP = [0x50, 0x4b, 0x03, 0x04];

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {{ written?: boolean }} [options] `written`: Markdown as it is written, for places that others count
 * @returns {ReadText}
 */
export function readFile(name, bytes, { written = false } = {}) {
  if (bytes.length === 0) throw new FileError("文件是空的，没有内容，可能没有拷贝完。请重新取得文件后再打开。");
  if (bytes.length > MOST_BYTES) throw new FileError("文件超过20MB，不像一份文稿，没有打开。请把要检查的文字复制过来粘贴。");
  const refused = REFUSED.find(([start]) => begins(bytes, start));
  if (refused) throw new FileError(refused[1]);
  const read = begins(bytes, ZIP) ? readWordFile(bytes) : { text: typedText(name, bytes, written), notes: [] };
  if (read.text.length > LONGEST) throw new FileError("文字超过200万字，太长了。请分几次检查。");
  return read;
}

/**
 * @param {Uint8Array} bytes
 * @param {number[]} start
 */
function begins(bytes, start) {
  return start.every((byte, at) => bytes[at] === byte);
}

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {boolean} written
 */
function typedText(name, bytes, written) {
  const text = decodeText(bytes);
  return /\.(?:md|markdown)$/i.test(name) && !written ? markdownText(text) : text;
}
