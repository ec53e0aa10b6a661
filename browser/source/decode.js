// Makes text of the bytes of a text file: UTF-8 or UTF-16 as its mark says, else UTF-8, else UTF-16 by its
// empty bytes, else GB18030, of which GBK and GB2312 are parts.

import { FileError } from "./file_error.js";

/** @type {[string, number[]][]} */
const MARKS = [
  ["utf-8", [0xef, 0xbb, 0xbf]],
  ["utf-16le", [0xff, 0xfe]],
  ["utf-16be", [0xfe, 0xff]],
];
const LOOKED_AT = 2000; // bytes that tell an encoding
const PLAIN = new Set([0x0a, 0x0d, ...Array.from({ length: 9 }, (_, at) => 0x31 + at)]);
const MANY = 0.02; // of the characters: the bytes are no text
const UNKNOWN = /\ufffd|(?![\t\n\v\f\r])\p{Cc}/gu; // what a wrong encoding leaves

/**
 * The text of bytes, without its mark, each line ending in a line feed.
 * @param {Uint8Array} bytes
 * @returns {string}
 */
export function decodeText(bytes) {
  const text = textOf(bytes).replace(/\r\n?/g, "\n");
  if ((text.match(UNKNOWN)?.length ?? 0) > text.length * MANY) {
    throw new FileError("读不出文字，这不是文本文件，或者文件已损坏。请用Word、WPS或记事本打开，把文字复制过来粘贴。");
  }
  return text;
}

/** @param {Uint8Array} bytes */
function textOf(bytes) {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte));
  if (marked) return new TextDecoder(marked[0]).decode(bytes);
  const wide = wideEncoding(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}

/**
 * UTF-16 without a mark: digits and ends of lines have an empty byte, on one side only.
 * @param {Uint8Array} bytes
 */
function wideEncoding(bytes) {
  const [little, big] = [countPairs(bytes, 0), countPairs(bytes, 1)];
  if (little === big) return "";
  return little > big ? "utf-16le" : "utf-16be";
}

/**
 * The pairs of bytes that are a digit or the end of a line, and an empty byte on the other side.
 * @param {Uint8Array} bytes
 * @param {number} side of the byte that is not empty
 */
function countPairs(bytes, side) {
  let count = 0;
  for (let at = 0; at + 1 < Math.min(bytes.length, LOOKED_AT); at += 2) {
    if (bytes[at + 1 - side] === 0 && PLAIN.has(bytes[at + side] ?? 0)) count += 1;
  }
  return count;
}
