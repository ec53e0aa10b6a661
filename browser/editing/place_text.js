// What a place says now as own text: the template's words, with its figures as expressions.

import { cellText } from "../document/document.js";
import { OWN_FRAME } from "../facts/archetype_facts.js";
import { replaceExpressions } from "../templating/written_expressions.js";
import { FIRST, SHORT, weightsIn } from "../library/emphasis.js";
import { placeNamed } from "../library/passages.js";
import { isAllowed, written } from "../templating/figure_forms.js";
import { ROW } from "../templating/line_marks.js";

/** @typedef {import("../library/compose.js").Composer} Composer */
/** @typedef {import("../document/paragraphs.js").Part} Part */


/**
 * The text of a place in own words, else as its template has it: a paragraph a line, without its title.
 * @param {Composer} composer
 * @param {string} use
 * @param {string} name
 */
export function placeText(composer, use, name) {
  const own = composer.summary.content.own?.texts?.[use]?.[name];
  return own ?? templateText(composer, use, name);
}

/**
 * @param {Composer} composer
 * @param {string} use
 * @param {string} name
 */
export function templateText(composer, use, name) {
  const { title, body } = placeOf(composer, use, name);
  const parts = composer.written(body, (expression) => inBraces(composer, expression));
  return parts.map((part, at) => lineOf(part, at === 0 ? title : "")).join("\n");
}

/**
 * The figures that the template of a place prints now, in order: their words, and own text that prints
 * them.
 * @param {Composer} composer
 * @param {string} use
 * @param {string} name
 */
export function figuresOf(composer, use, name) {
  /** @type {{printed: string, written: string}[]} */
  const figures = [];
  composer.written(placeOf(composer, use, name).body, (expression, printed) => {
    const own = inBraces(composer, expression);
    if (own !== null && printed) figures.push({ printed, written: own });
    return own;
  });
  return figures;
}

/**
 * @param {Composer} composer
 * @param {string} use
 * @param {string} name
 */
function placeOf({ summary: { archetype } }, use, name) {
  const place = archetype.sections[use]?.places.find((one) => one.name === name);
  const frame = archetype.frame[/** @type {"title"} */ (name)];
  const { body = [] } = use === OWN_FRAME ? frame : (place ?? {});
  return { title: place?.title ?? "", body };
}

/**
 * @param {Composer} composer
 * @param {import("../schema/types.js").Expression} expression
 */
function inBraces({ summary: { specs } }, expression) {
  const text = written(expression);
  return text !== null && isAllowed(expression, specs) ? `{{ ${text} }}` : null;
}

/**
 * @param {Part} part
 * @param {string} title
 */
function lineOf({ mark, runs }, title) {
  const text = (mark === "row" ? ROW : "") + cellText(runs);
  const lead = `${title}。`;
  return title && text.startsWith(lead) ? text.slice(lead.length) : text;
}

/**
 * A place or an own item in the list of what a section says.
 * @typedef {{name: string, title: string, isOwn: boolean, isSkipped: boolean, isReworded: boolean, weight: string,
 *   canBeShort: boolean}} Row
 */

/**
 * The places and own items of a section in their order, those that are not written among them.
 * @param {Composer} composer
 * @param {string} use
 * @returns {Row[]}
 */
export function rowsOf({ summary, tools }, use) {
  const { archetype, content } = summary;
  const { own = {}, skip = {} } = content;
  const places = archetype.sections[use]?.places ?? [];
  const items = own.items?.[use] ?? [];
  const section = archetype.sections[use];
  const whole = { ...content, skip: {} };
  const passages = section && tools ? tools.passages(use, section, whole, summary.specs, archetype.form) : [];
  const weights = weightsIn(use, content, (name) => (section ? placeNamed(section, name) : name));
  return passages.map(({ name }) => {
    const item = items.find(({ id }) => id === name);
    const place = places.find((one) => one.name === name);
    return {
      name,
      title: [item ? item.title : place?.title, item ? firstWords(item.text ?? "") : name].find(Boolean) ?? "",
      isOwn: item !== undefined,
      isSkipped: skip[use]?.includes(name) ?? false,
      isReworded: own.texts?.[use]?.[name] !== undefined,
      weight: weights.get(name) ?? "",
      canBeShort: place?.main !== undefined && own.texts?.[use]?.[name] === undefined,
    };
  });
}

/**
 * The weights that a writer can give a place or an own item.
 * @param {Row | undefined} row
 */
export function weightsOf(row) {
  return row?.canBeShort ? [FIRST, SHORT] : [FIRST];
}

const FIRST_WORDS = 14;

/** @param {string} text */
function firstWords(text) {
  const characters = Array.from(replaceExpressions(text, () => "＿"));
  return characters.slice(0, FIRST_WORDS).join("") + (characters.length > FIRST_WORDS ? "……" : "");
}
