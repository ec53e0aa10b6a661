// A draft as a JSON file, which `summaries render --facts` reads too; a bad file is refused whole.

import { cleaned } from "../engine/normalise.js";
import { factOf } from "./paths.js";
import { EMPTY } from "./state.js";

/** @typedef {import("../engine/types.js").Archetype} Archetype */
/** @typedef {import("../engine/types.js").Facts} Facts */
/** @typedef {import("../engine/types.js").Written} Written */
/** @typedef {import("./state.js").State} State */
/** @typedef {Record<string, unknown>} Unknown */

export const SCHEMA = "1";
const MOST_BYTES = 2_000_000;
const LONGEST = 200_000; // characters of one text
const MOST_ROWS = 500;

/** What is wrong with a file, and what to do. */
export class FileError extends Error {}

/**
 * A draft as a file's text.
 * @param {Archetype} archetype
 * @param {string} name
 * @param {State} state
 */
export function draftText({ id, version }, name, state) {
  const { facts, without, headings, edits, carried } = state;
  const head = { schema: SCHEMA, archetype: id, version, name };
  return JSON.stringify({ ...head, without, headings, edits, carried, facts }, null, 2) + "\n";
}

/**
 * The state in a file's text, and what of it this archetype has no place for.
 * @param {Archetype} archetype
 * @param {string} text
 * @returns {{state: State, name: string, ignored: string[]}}
 */
export function readDraft(archetype, text) {
  if (text.length > MOST_BYTES) throw new FileError("文件太大，不是本站导出的草稿。");
  const data = parseJson(text);
  if (data["schema"] !== undefined && data["schema"] !== SCHEMA) {
    throw new FileError("文件由更新的版本导出，请刷新页面或更新网站后再导入。");
  }
  if (data["archetype"] !== archetype.id) {
    const other = typeof data["archetype"] === "string" ? `“${data["archetype"]}”` : "别的";
    throw new FileError(`这是${other}范本的文件，请到那个范本的填写页导入。`);
  }
  if (!isObject(data["facts"])) throw new FileError("文件里没有填写的内容，不是本站导出的草稿。");
  const { facts, ignored } = readFacts(archetype, data["facts"]);
  const sections = Object.keys(archetype.sections);
  const state = {
    ...EMPTY,
    facts,
    without: texts(data["without"]).filter((use) => sections.includes(use)),
    headings: readHeadings(data["headings"], [...sections, ...groupHeadings(archetype)]),
    edits: readEdits(data["edits"]),
    carried: texts(data["carried"]).filter((path) => Object.hasOwn(facts, factOf(path))),
  };
  return { state, name: textOf(data["name"]), ignored };
}

/** @param {string} text */
function parseJson(text) {
  /** @type {unknown} */
  let data;
  try {
    data = JSON.parse(text.replace(/^\ufeff/, ""));
  } catch {
    throw new FileError("读不懂这个文件。请选用“导出文件”存下的 .json 文件。");
  }
  if (!isObject(data)) throw new FileError("文件内容不是一份草稿。请选用“导出文件”存下的文件。");
  return data;
}

/**
 * @param {Archetype} archetype
 * @param {Unknown} data
 */
function readFacts(archetype, data) {
  /** @type {Facts} */
  const facts = {};
  /** @type {string[]} */
  const ignored = [];
  for (const [name, value] of Object.entries(data)) {
    const spec = Object.hasOwn(archetype.facts, name) ? archetype.facts[name] : undefined;
    const fact = spec ? readFact(spec, value) : null;
    if (fact === null) ignored.push(name);
    else if (fact !== "") facts[name] = fact;
  }
  return { facts, ignored };
}

/**
 * One fact, "" when it is empty, null when it does not fit.
 * @param {import("../engine/types.js").FactSpec} spec
 * @param {unknown} value
 * @returns {Written | null}
 */
function readFact(spec, value) {
  if (spec.type === "rate" || spec.sum_of) return null;
  if (spec.type === "list") return Array.isArray(value) ? readRows(spec, value) : null;
  if (!spec.series) return typeof value === "string" ? textOf(value) : null;
  if (!isObject(value)) return null;
  const sides = readFields(["now", ...spec.series], value);
  const given = Object.entries(sides).filter(([, text]) => text);
  return given.length > 0 ? Object.fromEntries(given) : "";
}

/**
 * @param {import("../engine/types.js").FactSpec} spec
 * @param {unknown[]} rows
 */
function readRows(spec, rows) {
  if (rows.length > MOST_ROWS) throw new FileError(`“${spec.label}”超过${String(MOST_ROWS)}条。`);
  const fields = Object.keys(spec.fields ?? {});
  return rows.map((row) => {
    if (typeof row === "string") return readFields(fields, { [fields[0] ?? ""]: row });
    return readFields(fields, isObject(row) ? row : {});
  });
}

/**
 * @param {string[]} names
 * @param {Unknown} data
 * @returns {Record<string, string>}
 */
function readFields(names, data) {
  return Object.fromEntries(
    names.map((name) => [name, Object.hasOwn(data, name) ? textOf(data[name]) : ""]),
  );
}

/** @param {import("../engine/types.js").Archetype} archetype */
function groupHeadings({ outline }) {
  return outline.flatMap(({ sections, heading }) => (sections && heading ? [heading] : []));
}

/**
 * @param {unknown} data
 * @param {string[]} headed
 * @returns {Record<string, string>}
 */
function readHeadings(data, headed) {
  if (!isObject(data)) return {};
  const known = Object.entries(data).filter(([name]) => headed.includes(name));
  return Object.fromEntries(known.map(([name, text]) => [name, textOf(text)]));
}

/** @param {unknown} data */
function readEdits(data) {
  const edits = Array.isArray(data) ? data.filter(isObject) : [];
  return edits.map(({ section, index, generated, text, facts }) => ({
    section: textOf(section),
    index: typeof index === "number" ? index : 0,
    generated: textOf(generated),
    text: textOf(text),
    ...(Array.isArray(facts) ? { facts: texts(facts) } : {}),
  }));
}

/** @param {unknown} data */
function texts(data) {
  return Array.isArray(data) ? data.filter((item) => typeof item === "string") : [];
}

/** @param {unknown} value */
function textOf(value) {
  if (typeof value !== "string") return "";
  if (value.length > LONGEST) throw new FileError("有一处文字太长，文件可能已损坏。");
  return cleaned(value);
}

/**
 * @param {unknown} value
 * @returns {value is Unknown}
 */
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
