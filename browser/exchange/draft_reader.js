// Reads the JSON file of a draft; an invalid file is refused as a whole.

import { carriedWords } from "../drafts/carried_words.js";
import { withCurrentNames } from "../facts/current_names.js";
import { isObject } from "../drafts/draft_validation.js";
import { EMPTY } from "../drafts/state.js";
import { factOf } from "../facts/paths.js";
import { ownTools } from "../library/own_tools.js";
import { hasContent } from "../library/summary.js";
import { contentMisfit } from "./content_shape.js";
import { SCHEMA } from "./draft_file.js";
import { readFacts } from "./file_facts.js";
import { EMPTY_FILE, FileError, textOf, texts, wrongArchetype } from "./file_texts.js";

/** @typedef {import("../schema/types.js").Archetype} Archetype */
/** @typedef {import("../schema/types.js").Content} Content */
/** @typedef {import("../schema/types.js").Library} Library */
/** @typedef {import("../drafts/state.js").State} State */
/** @typedef {import("../drafts/state.js").StoredState} StoredState */
/** @typedef {Record<string, unknown>} Unknown */

const SCHEMAS = ["1", SCHEMA]; // of the files that are read
const CONTENT_KEYS = ["outline", "skip", "order", "own", "marks"];
const REPLACED = { without: "在 outline 里不写这一节", headings: "在 outline 里写 heading" };
const MOST_BYTES = 2_000_000;
const TOKEN = /("(?:[^"\\]+|\\[^])*"?)|-?\d[\d.eE+-]*/g; // a string, which stays as it is, or a number

/**
 * What a file holds; `ignored` names what has no place here, and the reason.
 * @typedef {object} ReadDraft
 * @property {StoredState} state
 * @property {string} name
 * @property {string[]} ignored
 * @property {string} version of the archetype it was made with
 * @property {Archetype["facts"]} [specs] of the facts that its content asks for
 */

/**
 * Tells whether a file, or what it leaves as it is, brings content of its own, so that reading it needs
 * the library.
 * @param {Archetype} archetype
 * @param {string} text
 * @param {State} present
 */
export function bringsContent(archetype, text, present) {
  return hasContent(readContent(parseDraft(archetype, text), present));
}

/**
 * Reads the text of a file; what the file leaves out keeps its present state.
 * @param {Archetype} archetype
 * @param {string} text
 * @param {State} [present]
 * @param {Library | null} [library] none is needed without content
 * @returns {ReadDraft}
 */
export function readDraft(archetype, text, present = EMPTY, library = null) {
  const data = parseDraft(archetype, text);
  const content = readContent(data, present);
  const opened = library ? ownTools(library).opened(archetype, content) : archetype;
  /** @type {string[]} */
  const ignored = [];
  const facts = readFacts(opened, data.facts, ignored);
  const settings = readSettings(archetype, data);
  const replaced = content.outline ? { without: [], headings: {} } : {};
  const state = { ...present, ...settings, ...replaced, content, facts };
  const entered = state.carried.filter((path) => Object.hasOwn(facts, factOf(path)));
  const carried = [...entered, ...carriedWords(state.carried, content)];
  const [name, version] = [textOf(data["name"]), textOf(data["version"])];
  const specs = library ? { specs: opened.facts } : {};
  return { state: { ...state, carried }, name, ignored, version, ...specs };
}

/**
 * @param {Archetype} archetype
 * @param {string} text
 * @returns {Unknown & {facts: Unknown}}
 */
function parseDraft(archetype, text) {
  if (text.length > MOST_BYTES) throw new FileError("文件太大，不是本站导出的草稿。");
  if (!text.trim()) throw new FileError(EMPTY_FILE);
  const data = parseJson(text);
  checkSchema(data["schema"]);
  const { id, was = [], renamed } = archetype;
  if (![id, ...was].includes(textOf(data["archetype"]))) throw new FileError(wrongArchetype(textOf(data["title"]), "文件"));
  if (!isObject(data["facts"])) throw new FileError("文件里没有填写的内容，不是本站导出的草稿。");
  const whole = { ...data, facts: data["facts"] };
  return renamed ? withCurrentNames(whole, renamed) : whole;
}

/**
 * What a file brings of its own; the present content where it does not say.
 * @param {Unknown} data
 * @param {State} present
 * @returns {Content}
 */
function readContent(data, present) {
  const given = Object.entries(data).filter(([key]) => CONTENT_KEYS.includes(key));
  if (given.length === 0) return data["schema"] === undefined ? present.content : {};
  const content = Object.fromEntries(given);
  const replaced = Object.keys(REPLACED).find((key) => key in data);
  if (content["outline"] && replaced) {
    const expected = REPLACED[/** @type {keyof typeof REPLACED} */ (replaced)];
    throw new FileError(`写了 outline，就不写“${replaced}”，应为：${expected}。`);
  }
  const why = contentMisfit(content);
  if (why) throw new FileError(`${why}。`);
  return content;
}

/**
 * Refuses a file whose schema we do not know; a newer one means what nobody here can tell.
 * @param {unknown} schema
 */
function checkSchema(schema) {
  if (schema === undefined || (typeof schema === "string" && SCHEMAS.includes(schema))) return;
  if (typeof schema === "string" && /^[1-9]\d*$/.test(schema)) {
    throw new FileError("文件由更新的版本导出，请刷新页面或更新网站后再导入。");
  }
  throw new FileError(`文件里“schema”的值不对，应为${SCHEMA}，不是本站导出的草稿。`);
}

/**
 * Parses JSON, with numbers as texts: 1463.70 keeps its zero, as on the command line.
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
 * @returns {Partial<StoredState>}
 */
function readSettings(archetype, data) {
  const sections = Object.keys(archetype.sections);
  const known = [...sections, ...groupHeadings(archetype)];
  const { without, headings, edits, carried } = data;
  return {
    ...(Array.isArray(without) && { without: texts(without).filter((use) => sections.includes(use)) }),
    ...(isObject(headings) && { headings: readHeadings(headings, known) }),
    ...(Array.isArray(edits) && edits.length > 0 && { edits: readEdits(edits) }),
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
