// Reads chosen parts of a zip archive, and no more than they may hold: an archive can say one size and
// unpack to another, a thousand times as large.

import { Inflate, strFromU8 } from "fflate";

import { FileError } from "./file_error.js";

const END = 0x06054b50; // of the directory, which stands at the archive's end
const END_SIZE = 22;
const COMMENT = 65_535; // the longest that may follow
const ENTRY = 0x02014b50;
const STEP = 4096; // bytes unpacked at once: at most 4 MB come of them
const [STORED, DEFLATED] = [0, 8];

/** @typedef {{ name: string, method: number, size: number, offset: number, locked: boolean }} Entry */

const BROKEN = "文件不完整或已损坏，打不开。请重新取得文件，或者用Word、WPS打开后把文字复制过来粘贴。";
const LOCKED = "文件设了打开密码。请在Word或WPS里取消密码，另存后再打开。";
const TOO_LARGE = "文件展开后太大，不像一份文稿，没有打开。请用Word或WPS打开，把要检查的文字复制过来粘贴。";

/**
 * The bytes of the parts that are asked for and there.
 * @param {Uint8Array} bytes
 * @param {string[]} names
 * @param {number} most bytes of all parts together
 * @returns {Map<string, Uint8Array>}
 */
export function zipParts(bytes, names, most) {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  /** @type {Map<string, Uint8Array>} */
  const parts = new Map();
  let left = most;
  try {
    for (const entry of directory(bytes, view)) {
      if (!names.includes(entry.name)) continue;
      const part = unpacked(bytes, view, entry, left);
      left -= part.length;
      parts.set(entry.name, part);
    }
  } catch (error) {
    throw error instanceof FileError ? error : new FileError(BROKEN); // offsets that lead nowhere, bits that mean nothing
  }
  return parts;
}

/**
 * @param {Uint8Array} bytes
 * @param {DataView} view
 * @returns {Entry[]}
 */
function directory(bytes, view) {
  let end = bytes.length - END_SIZE;
  const first = Math.max(0, end - COMMENT);
  while (end >= first && view.getUint32(end, true) !== END) end -= 1;
  if (end < first) throw new FileError(BROKEN);
  const entries = [];
  let at = view.getUint32(end + 16, true);
  for (let count = view.getUint16(end + 10, true); count > 0; count -= 1) {
    if (view.getUint32(at, true) !== ENTRY) throw new FileError(BROKEN);
    const [nameSize, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true));
    const nameEnd = at + 46 + (nameSize ?? 0);
    entries.push({
      name: strFromU8(bytes.subarray(at + 46, nameEnd)),
      method: view.getUint16(at + 10, true),
      size: view.getUint32(at + 20, true),
      offset: view.getUint32(at + 42, true),
      locked: (view.getUint16(at + 8, true) & 1) === 1,
    });
    at = nameEnd + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/**
 * @param {Uint8Array} bytes
 * @param {DataView} view
 * @param {Entry} entry
 * @param {number} most
 */
function unpacked(bytes, view, { method, size, offset, locked }, most) {
  if (locked) throw new FileError(LOCKED);
  const start = offset + 30 + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  const packed = bytes.subarray(start, start + size);
  if (packed.length < size || ![STORED, DEFLATED].includes(method)) throw new FileError(BROKEN);
  return method === STORED ? limited([packed], most) : inflated(packed, most);
}

/**
 * @param {Uint8Array} packed
 * @param {number} most
 */
function inflated(packed, most) {
  /** @type {Uint8Array[]} */
  const pieces = [];
  let size = 0;
  const stream = new Inflate((piece) => {
    size += piece.length;
    if (size > most) throw new FileError(TOO_LARGE);
    pieces.push(piece);
  });
  for (let at = 0; at < packed.length; at += STEP) {
    stream.push(packed.subarray(at, at + STEP), at + STEP >= packed.length);
  }
  return limited(pieces, most);
}

/**
 * @param {Uint8Array[]} pieces
 * @param {number} most
 */
function limited(pieces, most) {
  const size = pieces.reduce((sum, piece) => sum + piece.length, 0);
  if (size > most) throw new FileError(TOO_LARGE);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
