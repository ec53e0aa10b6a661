// The text of a Word file as its reader sees it: tracked changes accepted, fields by their results, numbers of
// paragraphs written out, text boxes after the paragraph that holds them, rows of tables with tabs.

import { child, elements } from "./xml.js";
import { WordNumbers } from "./word_numbers.js";

/** @typedef {import("./xml.js").Element} Element */
/** @typedef {keyof typeof EMPTY_COUNTS} Counted */

const EMPTY_COUNTS = { inserted: 0, deleted: 0, comments: 0, boxes: 0, pictures: 0, notes: 0, hidden: 0 };
/** @type {Record<string, Counted>} what is left out, or only counted */
const COUNTED = {
  "w:ins": "inserted",
  "w:moveTo": "inserted",
  "w:del": "deleted",
  "w:moveFrom": "deleted",
  "w:commentReference": "comments",
  "w:footnoteReference": "notes",
  "w:endnoteReference": "notes",
  "w:txbxContent": "boxes",
  "pic:pic": "pictures",
  "v:imagedata": "pictures",
};
const LEFT_OUT = ["w:del", "w:moveFrom", "w:pPr", "w:rPr", "w:instrText", "w:rt", "w:sdtPr", "w:tblPr"];
/** @type {Record<string, string>} */
const SIGNS = { "w:tab": "\t", "w:br": "\n", "w:cr": "\n", "w:noBreakHyphen": "-" };

/** Writes down the text of a document, block by block. */
class Writer {
  counts = { ...EMPTY_COUNTS };
  /** @type {string[]} */
  lines = [];
  #line = "";
  /** @type {Element[]} */
  #boxes = [];
  /** @type {boolean[]} the fields that are open; whether each has come to its result */
  #fields = [];

  /** @param {WordNumbers} numbers */
  constructor(numbers) {
    this.numbers = numbers;
  }

  /** @param {Element | undefined} parent */
  blocks(parent) {
    for (const one of elements(parent)) {
      if (one.name === "w:p") this.#paragraph(one);
      else if (one.name === "w:tbl") this.#table(one);
      else if (!LEFT_OUT.includes(one.name)) this.blocks(one); // w:sdt and its content, w:ins, w:customXml
    }
  }

  /** @param {Element} paragraph */
  #paragraph(paragraph) {
    const properties = child(paragraph, "w:pPr");
    if (!this.#line) this.#line = this.numbers.next(properties);
    this.#inline(paragraph);
    if (child(properties, "w:rPr", "w:del")) return; // its end is deleted: the next one goes on
    const centred = child(properties, "w:jc")?.attributes["w:val"] === "center";
    this.lines.push(...(centred ? [this.#line.replaceAll("\n", "")] : this.#line.split("\n")));
    this.#line = "";
    for (const box of this.#boxes.splice(0)) this.blocks(box);
  }

  /** @param {Element} parent */
  #inline(parent) {
    for (const one of elements(parent)) {
      this.#count(one);
      if (LEFT_OUT.includes(one.name)) continue;
      if (one.name === "w:fldChar") this.#field(one.attributes["w:fldCharType"] ?? "");
      else if (one.name === "w:txbxContent") this.#boxes.push(one);
      else if (one.name === "mc:AlternateContent") this.#inline({ ...one, children: elements(one).slice(0, 1) });
      else if (one.name === "w:t" || one.name === "m:t") this.#put(textOf(one));
      else if (SIGNS[one.name] !== undefined) this.#put(SIGNS[one.name] ?? "");
      else if (!isHidden(one)) this.#inline(one);
      else this.counts.hidden += 1;
    }
  }

  /** @param {Element} one */
  #count({ name }) {
    const counted = COUNTED[name];
    if (counted) this.counts[counted] += 1;
  }

  /** @param {string} type */
  #field(type) {
    if (type === "begin") this.#fields.push(false);
    else if (type === "separate") this.#fields.splice(-1, 1, true);
    else if (type === "end") this.#fields.pop();
  }

  /** @param {string} text */
  #put(text) {
    if (this.#fields.every(Boolean)) this.#line += text;
  }

  /** @param {Element} table */
  #table(table) {
    for (const row of elements(table)) {
      const properties = child(row, "w:trPr");
      if (child(properties, "w:del")) this.counts.deleted += 1;
      else if (row.name === "w:tr") this.lines.push(this.#cells(row).join("\t"));
    }
  }

  /**
   * @param {Element} row
   * @returns {string[]}
   */
  #cells(row) {
    return elements(row).flatMap((one) => {
      if (one.name === "w:sdt" || one.name === "w:sdtContent") return this.#cells(one);
      return one.name === "w:tc" ? this.#cell(one) : [];
    });
  }

  /**
   * The text of a cell, and empty ones for the further columns that it covers.
   * @param {Element} cell
   */
  #cell(cell) {
    const outside = this.lines;
    this.lines = [];
    this.blocks(cell);
    const text = this.lines.join("").replace(/[\t\n]/g, " ").trim();
    this.lines = outside;
    const covered = Number(child(cell, "w:tcPr", "w:gridSpan")?.attributes["w:val"] ?? 1);
    return [text, ...Array.from({ length: Math.min(covered, 60) - 1 }, () => "")];
  }
}

/** @param {Element} element */
function textOf({ children }) {
  return children.filter((child) => typeof child === "string").join("");
}

/** @param {Element} run */
function isHidden(run) {
  const vanish = child(run, "w:rPr", "w:vanish");
  return vanish !== undefined && !["0", "false"].includes(vanish.attributes["w:val"] ?? "");
}

/**
 * @param {Element} document
 * @param {Element | undefined} numbering
 * @param {Element | undefined} styles
 */
export function wordText(document, numbering, styles) {
  const writer = new Writer(new WordNumbers(numbering, styles));
  writer.blocks(child(document, "w:document", "w:body"));
  return { text: writer.lines.join("\n").trim(), counts: writer.counts };
}
