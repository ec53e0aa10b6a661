// A draft as a JSON file, which `summaries render --facts` reads too; an invalid file is refused as a whole.

import { factOf } from "../facts/paths.js";
import { EMPTY } from "../drafts/state.js";
import { isObject } from "../drafts/draft_validation.js";
import { readFacts } from "./file_facts.js";
import { FileError, textOf, texts } from "./file_texts.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {Record<string, unknown>} Unknown */

const SCHEMA = "1";
const MOST_BYTES = 2_000_000;
const LONGEST_TITLE = 40;
const TOKEN = /("(?:[^"\\]+|\\[^])*"?)|-?\d[\d.eE+-]*/g; // a string, which stays as it is, or a number

/**
 * What a file holds; `ignored` names what has no place here, and the reason.
 * @typedef {object} ReadDraft
 * @property {State} state
 * @property {string} name
 * @property {string[]} ignored
 * @property {string} version of the archetype it was made with
 */

/**
 * A draft as the text of a file.
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
 * Reads the text of a file; what the file leaves out keeps its present state.
 * @param {Archetype} archetype
 * @param {string} text
 * @param {State} [present]
 * @returns {ReadDraft}
 */
export function readDraft(archetype, text, present = EMPTY) {
  if (text.length > MOST_BYTES) throw new FileError("文件太大，不是本站导出的草稿。");
  if (!text.trim()) throw new FileError(EMPTY_FILE);
  const data = parseJson(text);
  checkSchema(data["schema"]);
  if (data["archetype"] !== archetype.id) throw new FileError(wrongArchetype(textOf(data["title"]), "文件"));
  if (!isObject(data["facts"])) throw new FileError("文件里没有填写的内容，不是本站导出的草稿。");
  /** @type {string[]} */
  const ignored = [];
  const facts = readFacts(archetype, data["facts"], ignored);
  const state = { ...present, ...readSettings(archetype, data), facts };
  const carried = state.carried.filter((path) => Object.hasOwn(facts, factOf(path)));
  const [name, version] = [textOf(data["name"]), textOf(data["version"])];
  return { state: { ...state, carried }, name, ignored, version };
}

/**
 * Refuses a file whose schema we do not know; a newer one means what nobody here can tell.
 * @param {unknown} schema
 */
function checkSchema(schema) {
  if (schema === undefined || schema === SCHEMA) return;
  if (typeof schema === "string" && /^[1-9]\d*$/.test(schema)) {
    throw new FileError("文件由更新的版本导出，请刷新页面或更新网站后再导入。");
  }
  throw new FileError(`文件里“schema”的值不对，应为${SCHEMA}，不是本站导出的草稿。`);
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

/**
 * Parses JSON, with numbers as texts: 1518.20 keeps its zero, as on the command line.
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
 * The parts of a state other than facts, as far as the file has them.
 * @param {Archetype} archetype
 * @param {Unknown} data
 * @returns {Partial<State>}
 */
function readSettings(archetype, data) {
  const sections = Object.keys(archetype.sections);
  const known = [...sections, ...groupHeadings(archetype)];
  const { without, headings, edits, carried } = data;
  return {
    ...(Array.isArray(without) && { without: texts(without).filter((use) => sections.includes(use)) }),
    ...(isObject(headings) && { headings: readHeadings(headings, known) }),
    ...(Array.isArray(edits) && { edits: readEdits(edits) }),
    ...(Array.isArray(carried) && { carried: texts(carried) }),
  };
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
