// Reads the rules of data/writing/rules/ for the command; a page has them embedded.

import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";

/** @typedef {import("../checker/types.js").Rule} Rule */
/** @typedef {{ rules: Record<string, Omit<Rule, "id">> }} RuleFile */

/**
 * @param {string} folder
 * @returns {Rule[]}
 */
export function readRules(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith(".yml"));
  return files.sort().flatMap((name) => {
    const read = /** @type {unknown} */ (parse(readFileSync(path.join(folder, name), "utf-8")));
    return Object.entries(/** @type {RuleFile} */ (read).rules).map(([id, rule]) => ({ ...rule, id }));
  });
}
