// Makes the element of a block: its number, and its runs with the facts that they were made from.

import { make } from "../page/elements.js";
import { showsFigures } from "../document/figure_table.js";
import { leadEnd, splitRuns, titleBreaks } from "../document/line_breaking.js";
import { labelAt, specAt } from "../facts/paths.js";
import { traitsOf } from "../schema/fact_types.js";

/** @typedef {Record<string, import("../schema/types.js").FactSpec>} Specs */
/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Run} Run */

/**
 * @param {Block} block
 * @param {Specs} specs
 * @param {number} titleCharacters on a line of a title
 */
export function blockElement(block, specs, titleCharacters) {
  if (block.rows) return tableElement(block.rows, specs);
  if (block.type === "title") return titleElement(block.runs, specs, titleCharacters);
  const level = block.level ? ` doc-level-${String(block.level)}` : "";
  const element = make("p", { class: `doc-${block.type}${level}` });
  const end = leadEnd(block);
  const lead = end ? make("span", { class: "doc-lead" }, block.number) : block.number;
  element.append(lead);
  for (const { at, run } of splitRuns(block.runs, [end])) {
    const place = lead instanceof HTMLElement && at < end ? lead : element;
    place.append(runElement(run, specs));
  }
  return element;
}

/**
 * A title, with an element for each line, so that it breaks where it does in Word.
 * @param {Run[]} runs
 * @param {Specs} specs
 * @param {number} characters
 */
function titleElement(runs, specs, characters) {
  const breaks = titleBreaks(runs, characters);
  const lines = [make("span", { class: "doc-line" })];
  for (const { at, run } of splitRuns(runs, breaks)) {
    if (breaks.includes(at)) lines.push(make("span", { class: "doc-line" }));
    lines[lines.length - 1]?.append(runElement(run, specs));
  }
  return make("p", { class: "doc-title" }, ...lines);
}

/**
 * @param {Run} run
 * @param {Specs} specs
 */
function runElement({ text, facts, formula, blank }, specs) {
  if (!facts) return blank ? make("mark", { class: "fact--blank" }, text) : text;
  const kind = blank ? "mark" : "span";
  const computed = formula && !isTyped(facts, specs);
  const traits = `${computed ? " fact--computed" : ""}${blank ? " fact--blank" : ""}`;
  const element = make(kind, { class: `fact${traits}`, "data-facts": facts.join(" ") }, text);
  if (formula) element.dataset["formula"] = formula;
  if (computed || blank) {
    element.tabIndex = 0;
    element.setAttribute("role", "button");
    const what = facts.map((path) => labelAt(specs, path)).join("、");
    element.setAttribute("aria-label", blank ? `${text}（空白：${what}，去填写）` : `${text}（看算式）`);
  }
  return element;
}

/**
 * Tells whether a figure is one value as it was typed, be it in another unit.
 * @param {string[]} facts
 * @param {Specs} specs
 */
function isTyped([path = "", ...others], specs) {
  const spec = others.length > 0 ? undefined : specAt(specs, path);
  return spec !== undefined && !traitsOf(spec).records;
}

/**
 * @param {Run[][][]} rows
 * @param {Specs} specs
 */
function tableElement([head = [], ...rows], specs) {
  const row = (/** @type {Run[][]} */ cells, /** @type {"td" | "th"} */ kind) =>
    make(
      "tr",
      {},
      ...cells.map((cell, at) =>
        make(at === 0 ? "th" : kind, {}, ...cell.map((run) => runElement(run, specs))),
      ),
    );
  const body = rows.map((cells) => row(cells, "td"));
  const kind = showsFigures(head) ? "doc-table doc-figures" : "doc-table";
  return make("table", { class: kind }, make("thead", {}, row(head, "th")), make("tbody", {}, ...body));
}
