// npm run --silent review -- [--json] FILE…: prints what is wrong in texts; status 1 where there is an error, 2
// where a file cannot be read.

import { readFileSync } from "node:fs";
import path from "node:path";

import { check } from "../checker/check.js";
import { LEVELS } from "../checker/levels.js";
import { normalised } from "../prose/normalise.js";
import { FileError } from "../source/file_error.js";
import { readFile } from "../source/read_file.js";
import { codePoints } from "./code_points.js";
import { lineAt } from "./line_at.js";
import { readRules } from "./rule_files.js";

/** @typedef {import("../checker/types.js").Finding} Finding */

const RULES = path.join(import.meta.dirname, "../../data/writing");

/**
 * @param {string} file
 * @param {Finding} finding
 * @param {(offset: number) => number} place
 */
function asJson(file, { rule, level, start, end, found, message, suggestion }, place) {
  return JSON.stringify({ file, rule, level, start: place(start), end: place(end), found, message, suggestion });
}

/**
 * @param {string} file
 * @param {Finding} finding
 * @param {string} text
 */
function asLine(file, { rule, level, start, found, message, suggestion }, text) {
  const mended = suggestion === undefined ? "" : ` 建议改为“${suggestion}”。`;
  return `${file}:${String(lineAt(text, start))} ${LEVELS[level]} “${found}” ${message}${mended} [${rule}]`;
}

/** @param {string} file */
function textOf(file) {
  try {
    return readFile(file, readFileSync(file), { written: true }).text;
  } catch (error) {
    const what = error instanceof FileError ? error.message : "读不到这个文件，请检查路径和权限。";
    throw new Error(`${file}：${what}`, { cause: error });
  }
}

/** @param {string[]} args */
function main(args) {
  const json = args.includes("--json");
  const files = args.filter((arg) => arg !== "--json");
  if (files.length === 0) throw new Error("没有给出文件。用法：npm run --silent review -- [--json] 文件…");
  const rules = readRules(RULES);
  let errors = 0;
  for (const file of files) {
    const text = normalised(textOf(file));
    const { findings, checked, unchecked } = check(text, rules);
    const place = codePoints(text);
    for (const one of findings) console.log(json ? asJson(file, one, place) : asLine(file, one, text));
    if (!json) console.log(`${file}：已核${String(checked)}处，未能核${String(unchecked)}处。`);
    errors += findings.filter(({ level }) => level === "error").length;
  }
  return errors > 0 ? 1 : 0;
}

/** @param {unknown} error */
function refuse(error) {
  console.error(error instanceof Error ? error.message : String(error));
  return 2;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  process.exitCode = refuse(error);
}
