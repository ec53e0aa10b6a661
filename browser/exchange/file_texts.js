// Texts from a file that may be damaged, or edited by hand.

import { cleaned } from "../facts/normalise.js";

const LONGEST = 200_000; // characters of one text

const LONGEST_TITLE = 40;

/** Says what is wrong with a file, and what to do. */
export class FileError extends Error {}

/**
 * The texts in a list; what is no text is left out.
 * @param {unknown[]} data
 */
export function texts(data) {
  return data.filter((item) => typeof item === "string");
}

/**
 * A text without invalid characters; empty where the value is no text.
 * @param {unknown} value
 */
export function textOf(value) {
  if (typeof value !== "string") return "";
  if (value.length > LONGEST) throw new FileError("有一处文字太长，文件可能已损坏。");
  return cleaned(value);
}

/** The message for an empty file. */
export const EMPTY_FILE = "文件是空的，没有内容，可能没有拷贝完。请重新取得文件后再导入。";

/**
 * The message for another archetype's file.
 * @param {string} title
 * @param {string} kind
 */
export function wrongArchetype(title, kind) {
  const other = title ? `“${title.slice(0, LONGEST_TITLE)}”` : "另一个";
  return `这是${other}范本的${kind}，请到那个范本的填写页导入。`;
}
