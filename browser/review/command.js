// npm run --silent review -- [--json] [--kind ID] FILE…: prints what is wrong in texts; status 1 where there is an
// error, 2 where a file cannot be read. Without a kind of summary, it is guessed as on the page.

import { readFileSync } from "node:fs";
import path from "node:path";
import { parseArgs } from "node:util";

import { checkProse } from "../checker/check.js";
import { heldOf } from "../checker/content/structure.js";
import { LEVELS } from "../checker/levels.js";
import { normalised } from "../prose/normalise.js";
import { readProse } from "../prose/prose.js";
import { FileError } from "../source/file_error.js";
import { readFile } from "../source/read_file.js";
import { codePoints } from "./code_points.js";
import { lineAt } from "./line_at.js";
import { readRules } from "./rule_files.js";
import { readStructures } from "./structure_files.js";

/** @typedef {import("../checker/types.js").Finding} Finding */
/** @typedef {import("../checker/content/structure.js").Structure} Structure */

const DATA = path.join(import.meta.dirname, "../../data");
const USAGE = "用法：npm run --silent review -- [--json] [--kind 范本] 文件…";

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
  const mended = suggestion === undefined ? "" : suggestion === "" ? " 建议删去。" : ` 建议改为“${suggestion}”。`;
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

/**
 * @param {string | undefined} id
 * @param {Structure[]} structures
 */
function chosenOf(id, structures) {
  const chosen = structures.find((one) => one.id === id);
  if (id !== undefined && !chosen) throw new Error(`没有范本“${id}”。可用的有：${structures.map((one) => one.id).join("、")}。`);
  return chosen;
}

/** @param {string[]} args */
function main(args) {
  const { values, positionals: files } = parseArgs({ args, allowPositionals: true, options: { json: { type: "boolean" }, kind: { type: "string" } } });
  const { json = false } = values;
  if (files.length === 0) throw new Error(`没有给出文件。${USAGE}`);
  const rules = readRules(path.join(DATA, "writing"));
  const structures = readStructures(DATA);
  const chosen = chosenOf(values.kind, structures);
  let errors = 0;
  for (const file of files) {
    const text = normalised(textOf(file));
    const prose = readProse(text);
    const { findings, checked, unchecked } = checkProse(prose, rules, { held: heldOf(prose, structures, chosen) });
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
