// An ESLint rule: a module of browser/ imports only from the rooms below its own, and in no circle.
//
// The order of rooms also holds for types, which JSDoc imports in comments; a circle of types alone
// does no harm.

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";

const BROWSER = path.join(import.meta.dirname, "..", "browser");
const TABLES = path.join(import.meta.dirname, "..", "macros"); // its rooms hold the tables that both languages read
// From the ground up.  Rooms of one row do not know each other, those in no row know no room at all.
const ROWS = [
  ["source"],
  ["figures"],
  ["prose"],
  ["schema"],
  ["templating"],
  ["document"],
  ["facts"],
  ["library"],
  ["extraction"],
  ["checker"],
  ["page"],
  ["drafts"],
  ["exchange"],
  ["output"],
  ["theme"],
  ["search"],
  ["reading", "preview", "review"],
  ["editing"],
  ["fill"],
];
const OUTSIDE = ["tests", "bench"]; // these import what they like, and no room imports them
const IMPORT = /^(?:import|export)\s(?:[^;"]*\sfrom\s)?"(\.[^"]+)"/gm;
const TYPE_IMPORT = /\bimport\("(\.[^"]+)"\)/g;

/** @param {string} file */
function room(file) {
  const root = file.endsWith(".json") ? TABLES : BROWSER;
  return path.relative(root, file).split(path.sep)[0] ?? "";
}

/** @param {string} name */
function height(name) {
  return ROWS.findIndex((row) => row.includes(name));
}

/**
 * @param {string} from
 * @param {string} to
 */
function allowed(from, to) {
  if (from === to || OUTSIDE.includes(from)) return true;
  return height(to) >= 0 && height(to) < height(from);
}

/**
 * The modules that a text imports, each with its place in the text.
 * @param {string} file
 * @param {string} text
 * @param {RegExp} pattern
 */
function imported(file, text, pattern) {
  return Array.from(text.matchAll(pattern), (match) => ({
    target: path.resolve(path.dirname(file), match[1] ?? ""),
    index: match.index,
  }));
}

/**
 * Whether a module is reached from another.
 * @param {string} target
 * @param {string} from
 * @param {Set<string>} seen
 * @returns {boolean}
 */
function reached(target, from, seen = new Set()) {
  if (from === target) return true;
  if (seen.has(from) || !existsSync(from)) return false; // tsc tells what is not there
  seen.add(from);
  const next = imported(from, readFileSync(from, "utf-8"), IMPORT);
  return next.some((one) => reached(target, one.target, seen));
}

/** @type {import("eslint").Rule.RuleModule} */
export default {
  meta: {
    type: "problem",
    messages: {
      upwards: "{{from}} must not import from {{to}}: see the order of rooms in tools/eslint_rooms.js",
      circle: "This import closes a circle",
    },
  },
  create: (context) => ({
    Program() {
      const { filename, sourceCode } = context;
      const from = room(filename);
      /**
       * @param {number} index
       * @param {string} messageId
       * @param {Record<string, string>} data
       */
      const tell = (index, messageId, data = {}) => {
        context.report({ loc: sourceCode.getLocFromIndex(index), messageId, data });
      };
      const imports = imported(filename, sourceCode.text, IMPORT);
      const types = imported(filename, sourceCode.text, TYPE_IMPORT);
      for (const { target, index } of [...imports, ...types]) {
        const to = room(target);
        if (!allowed(from, to)) tell(index, "upwards", { from, to });
      }
      for (const { target, index } of imports) {
        if (reached(filename, target)) tell(index, "circle");
      }
    },
  }),
};
