// Reads the rules of data/writing/ for the command; a page has them embedded.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

import { rulesOf } from "../checker/rule_data.js";

/** @typedef {import("../checker/rule_data.js").RuleData} RuleData */

const FAILSAFE = /** @type {const} */ ({ schema: "failsafe" }); // every value as it is written, as in Python

/**
 * @param {string} folder data/writing
 */
export function readRules(folder) {
  const rules = path.join(folder, "rules");
  const files = readdirSync(rules).filter((name) => name.endsWith(".yml"));
  const data = { files: files.sort().map((name) => readYaml(path.join(rules, name))), terms: readYaml(path.join(folder, "terms.yml")) };
  return rulesOf(/** @type {RuleData} */ (data));
}

/**
 * @param {string} file
 * @returns {unknown}
 */
export function readYaml(file) {
  return parse(readFileSync(file, "utf-8"), FAILSAFE);
}
