// A draft as a JSON file, which `summaries render --facts` reads too; a bad file is refused whole.

import { cleaned } from "../facts/normalise.js";
import { factOf, SIDE_NAMES } from "../facts/paths.js";
import { EMPTY } from "../drafts/state.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {import("../schema/types.js").Written} Written */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {Record<string, unknown>} Unknown */

const SCHEMA = "1";
const MOST_BYTES = 2_000_000;
const LONGEST = 200_000; // characters of one text
const MOST_ROWS = 500;
const LONGEST_TITLE = 40;
const TOKEN = /("(?:[^"\\]+|\\[^])*"?)|-?\d[\d.eE+-]*/g; // a text, which is left alone, or a number

/** What is wrong with a file, and what to do. */
export class FileError extends Error {}

/**
 * What a file holds; `ignored` says what of it has no place here and why.
 * @typedef {object} ReadDraft
 * @property {State} state
 * @property {string} name
 * @property {string[]} ignored
 * @property {string} version of the archetype it was made with
 */

/**
 * A draft as a file's text.
 * @param {Archetype} archetype
 * @param {string} name
 * @param {State} state
 */
export function draftText({ id, version, title }, name, state) {
  const { facts, without, headings, edits, carried } = state;
  const head = { schema: SCHEMA, archetype: id, title, version, name };
  return JSON.stringify({ ...head, without, headings, edits, carried, facts }, null, 2) + "\n";
}

/**
 * Reads a file's text; what the file does not speak of stays as it is at present.
 * @param {Archetype} archetype
 * @param {string} text
 * @param {State} [present]
 * @returns {ReadDraft}
 */
export function readDraft(archetype, text, present = EMPTY) {
  if (text.length > MOST_BYTES) throw new FileError("文件太大，不是本站导出的草稿。");
  if (!text.trim()) throw new FileError(NOTHING);
  const data = parseJson(text);
  if (data["schema"] !== undefined && data["schema"] !== SCHEMA) {
    throw new FileError("文件由更新的版本导出，请刷新页面或更新网站后再导入。");
  }
  if (data["archetype"] !== archetype.id) throw new FileError(elsewhere(textOf(data["title"]), "文件"));
  if (!isObject(data["facts"])) throw new FileError("文件里没有填写的内容，不是本站导出的草稿。");
  /** @type {string[]} */
  const ignored = [];
  const facts = readFacts(archetype, data["facts"], ignored);
  const state = { ...present, ...readRest(archetype, data), facts };
  const carried = state.carried.filter((path) => Object.hasOwn(facts, factOf(path)));
  const [name, version] = [textOf(data["name"]), textOf(data["version"])];
  return { state: { ...state, carried }, name, ignored, version };
}

/** What is said of an empty file. */
export const NOTHING = "文件是空的，没有内容，可能没有拷贝完。请重新取得文件后再导入。";

/**
 * What is said of another archetype's file.
 * @param {string} title
 * @param {string} kind
 */
export function elsewhere(title, kind) {
  const other = title ? `“${title.slice(0, LONGEST_TITLE)}”` : "另一个";
  return `这是${other}范本的${kind}，请到那个范本的填写页导入。`;
}

/**
 * Numbers are read as the texts they are, as the command line does: 1518.20 keeps its zero.
 * @param {string} text
 */
function parseJson(text) {
  /** @type {unknown} */
  let data;
  try {
    const quoted = (/** @type {string} */ token, /** @type {string | undefined} */ written) =>
      written ?? `"${token}"`;
    data = JSON.parse(text.replace(/^\ufeff/, "").replace(TOKEN, quoted));
  } catch {
    throw new FileError("读不懂这个文件。请选用“导出文件”存下的 .json 文件。");
  }
  if (!isObject(data)) throw new FileError("文件内容不是一份草稿。请选用“导出文件”存下的文件。");
  return data;
}

/**
 * What is not a fact, as far as the file has it.
 * @param {Archetype} archetype
 * @param {Unknown} data
 * @returns {Partial<State>}
 */
function readRest(archetype, data) {
  const sections = Object.keys(archetype.sections);
  const headed = [...sections, ...groupHeadings(archetype)];
  const { without, headings, edits, carried } = data;
  return {
    ...(Array.isArray(without) && { without: texts(without).filter((use) => sections.includes(use)) }),
    ...(isObject(headings) && { headings: readHeadings(headings, headed) }),
    ...(Array.isArray(edits) && { edits: readEdits(edits) }),
    ...(Array.isArray(carried) && { carried: texts(carried) }),
  };
}

/**
 * @param {Archetype} archetype
 * @param {Unknown} data
 * @param {string[]} ignored
 */
function readFacts(archetype, data, ignored) {
  /** @type {Facts} */
  const facts = {};
  for (const [name, value] of Object.entries(data)) {
    const spec = Object.hasOwn(archetype.facts, name) ? archetype.facts[name] : undefined;
    const why = spec ? misfit(spec, value) : "这个范本没有这一项";
    if (isEmpty(value)) continue;
    if (!spec || why) ignored.push(`“${spec?.label ?? name}”（${why}）`);
    else {
      const fact = readFact(spec, value, ignored);
      if (fact !== "") facts[name] = fact;
    }
  }
  return facts;
}

/**
 * Why a value cannot be a fact's; an empty text when it can.
 * @param {FactSpec} spec
 * @param {unknown} value
 */
function misfit(spec, value) {
  if (spec.type === "rate" || spec.sum_of) return "由系统计算";
  if (spec.type === "list") return Array.isArray(value) ? "" : "应是列表";
  if (spec.series) return isObject(value) ? "" : "应分本期、上期等填写";
  return typeof value === "string" ? "" : "应写成带引号的文字";
}

/**
 * @param {FactSpec} spec
 * @param {unknown} value
 * @param {string[]} ignored
 * @returns {Written}
 */
function readFact(spec, value, ignored) {
  if (Array.isArray(value)) return readRows(spec, value, ignored);
  if (!isObject(value)) return textOf(value);
  const sides = readFields(spec.label, sideNames(spec), value, ignored);
  const given = Object.entries(sides).filter(([, text]) => text);
  return given.length > 0 ? Object.fromEntries(given) : "";
}

/**
 * @param {FactSpec} spec
 * @param {unknown[]} rows
 * @param {string[]} ignored
 */
function readRows(spec, rows, ignored) {
  if (rows.length > MOST_ROWS) throw new FileError(`“${spec.label}”超过${String(MOST_ROWS)}条。`);
  const fields = Object.entries(spec.fields ?? {});
  /** @type {Record<string, string>} */
  const labels = Object.fromEntries(fields.map(([name, { label }]) => [name, label]));
  return rows.map((row, i) => {
    const label = `${spec.label}第${String(i + 1)}条`;
    const record = isObject(row) ? row : { [fields[0]?.[0] ?? ""]: row };
    return readFields(label, labels, record, ignored);
  });
}

/**
 * The sides a fact has, with what they are called.
 * @param {FactSpec} spec
 */
function sideNames({ series = [] }) {
  return Object.fromEntries(
    /** @type {const} */ (["now", ...series]).map((side) => [side, SIDE_NAMES[side]]),
  );
}

/**
 * @param {string} label
 * @param {Record<string, string>} names what each field is called
 * @param {Unknown} data
 * @param {string[]} ignored
 * @returns {Record<string, string>}
 */
function readFields(label, names, data, ignored) {
  for (const [name, value] of Object.entries(data)) {
    if (isEmpty(value)) continue;
    const known = Object.hasOwn(names, name) ? names[name] : undefined;
    if (known === undefined) ignored.push(`“${label}”的“${name}”（没有这一格）`);
    else if (typeof value !== "string") ignored.push(`“${label}”的“${known}”（应写成带引号的文字）`);
  }
  return Object.fromEntries(
    Object.keys(names).map((name) => [name, Object.hasOwn(data, name) ? textOf(data[name]) : ""]),
  );
}

/** @param {unknown} value */
function isEmpty(value) {
  return value === null || value === "";
}

/** @param {Archetype} archetype */
function groupHeadings({ outline }) {
  return outline.flatMap(({ sections, heading }) => (sections && heading ? [heading] : []));
}

/**
 * @param {Unknown} data
 * @param {string[]} headed
 * @returns {Record<string, string>}
 */
function readHeadings(data, headed) {
  const known = Object.entries(data).filter(([name]) => headed.includes(name));
  return Object.fromEntries(known.map(([name, text]) => [name, textOf(text)]));
}

/** @param {unknown[]} edits */
function readEdits(edits) {
  return edits.filter(isObject).map(({ section, index, generated, text, facts }) => ({
    section: textOf(section),
    index: Number(textOf(index)) || 0,
    generated: textOf(generated),
    text: textOf(text),
    ...(Array.isArray(facts) ? { facts: texts(facts) } : {}),
  }));
}

/** @param {unknown[]} data */
function texts(data) {
  return data.filter((item) => typeof item === "string");
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
