// Prints what the review finds in the texts of a folder; a file may hold several, each under a line that ends with 篇一,
// 篇二….  Run by `node browser/tests/support/texts_report.js FOLDER [KIND…]`: the kinds of the texts, in their order.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";

import { checkProse } from "../../checker/check.js";
import { heldOf } from "../../checker/content/structure.js";
import { readProse } from "../../prose/prose.js";
import { readRules } from "../../review/rule_files.js";
import { readStructures } from "../../review/structure_files.js";
import { readFile } from "../../source/read_file.js";

/** @typedef {import("../../checker/types.js").Finding} Finding */

const DATA = path.join(import.meta.dirname, "../../../data");
const RULES = readRules(path.join(DATA, "writing"));
const STRUCTURES = readStructures(DATA);
const HEAD = /^(.{0,30})篇[一二三四五六七八九十]+$/m; // the title of each text
const SHOWN = 24; // characters of what was found

/**
 * The texts of a file, each with its title.
 * @param {string} text
 */
function textsOf(text) {
  const [first = "", ...others] = text.split(HEAD);
  return others.length > 0 ? others.flatMap((title, at) => (at % 2 === 0 ? [title + (others[at + 1] ?? "")] : [])) : [first];
}

/**
 * @param {string} text
 * @param {string | undefined} kind
 */
function checked(text, kind) {
  const prose = readProse(text.trim());
  const chosen = STRUCTURES.find(({ id }) => id === kind);
  const held = heldOf(prose, STRUCTURES, chosen);
  return { kind: held?.structure.id ?? "–", findings: checkProse(prose, RULES, { held }).findings };
}

/**
 * The findings, those that say the same counted.
 * @param {Finding[]} findings
 */
function counted(findings) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { level, rule, found, message } of findings) {
    const line = [level, rule, found.replaceAll("\n", "⏎").slice(0, SHOWN), message].join("\t");
    counts.set(line, (counts.get(line) ?? 0) + 1);
  }
  return [...counts].map(([line, count]) => `  ${String(count)}\t${line}`);
}

const [folder = ".", ...kinds] = process.argv.slice(2);
const texts = readdirSync(folder).sort().flatMap((name) => textsOf(readFile(name, new Uint8Array(readFileSync(path.join(folder, name)))).text));
texts.forEach((text, index) => {
  const { kind, findings } = checked(text, kinds[index]);
  console.log(`${String(index + 1)}: ${kind}, ${String(text.length)} characters, ${String(findings.length)} findings`);
  console.log(counted(findings).join("\n"));
});
