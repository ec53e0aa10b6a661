// Makes text of a file by its ending.

import { decodeText } from "./decode.js";

/** @type {Record<string, (bytes: Uint8Array) => string>} */
const READERS = { txt: decodeText, md: decodeText };

/**
 * @param {string} name
 * @param {Uint8Array} bytes
 */
export function readFile(name, bytes) {
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? "";
  const reader = READERS[ending];
  if (!reader) throw new Error(`${name}：只能读.txt和.md文件。`);
  return reader(bytes);
}
