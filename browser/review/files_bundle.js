// The entry point of the bundle that reads files; the page loads it when a file is first opened.

import { FileError } from "../source/file_error.js";
import { readFile } from "../source/read_file.js";

const UNREADABLE = "读不到这个文件，可能已移动、删除或者正被占用。";

/**
 * A file as text with what of it is not in the text, or why there is none.
 * @param {File} file
 */
async function readOrRefuse(file) {
  try {
    return { name: file.name, ...readFile(file.name, new Uint8Array(await file.arrayBuffer())) };
  } catch (error) {
    return `“${file.name}”没有打开：${error instanceof FileError ? error.message : UNREADABLE}`;
  }
}

Object.assign(window, { summariesFiles: { readOrRefuse } });
