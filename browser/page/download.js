// Lets the reader download what the page has made.

import { make } from "./elements.js";

export const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"; // the type of Word files
const NOT_IN_NAMES = /[\\/:*?"<>|\s]+/g; // what Windows does not allow in the name of a file

/**
 * Downloads content as a file.
 * @param {string} name
 * @param {BlobPart} content
 * @param {string} type
 */
export function download(name, content, type) {
  const url = URL.createObjectURL(new Blob([content], { type }));
  const link = make("a", { href: url, download: name.replace(NOT_IN_NAMES, " ").trim() });
  document.body.append(link);
  link.click();
  link.remove();
  window.setTimeout(() => {
    URL.revokeObjectURL(url);
  }, 10_000);
}
