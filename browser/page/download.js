// Lets the reader download what the page has made.

import { make } from "./elements.js";
import { tell } from "./toast.js";

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"; // the type of Word files
const NOT_IN_NAMES = /[\\/:*?"<>|\s]+/g; // what Windows does not allow in the name of a file

/**
 * Downloads content as a file, and tells its name.
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function download(name, content, type) {
  tell(`已下载：${downloadOnly(name, content, type)}`);
}

/**
 * Downloads content as a file, where the caller says so in words of its own; gives the name of the file.
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function downloadOnly(name, content, type) {
  const file = name.replace(NOT_IN_NAMES, " ").trim();
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = make("a", { href: url, download: file });
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
  return file;
}
