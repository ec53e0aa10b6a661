// Texts from a file that may be damaged, or edited by hand.

import { cleaned } from "../facts/normalise.js";

const LONGEST = 200_000; // characters of one text

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
