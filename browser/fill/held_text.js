// The dialog in which a pasted text, as a chat model's version of the draft, is held against the draft's figures;
// nothing of it is kept.

import { knownFigures, printedFigures } from "../checker/draft/known_figures.js";
import { heldNumbers } from "../checker/draft/held_numbers.js";
import { asText } from "../document/document.js";
import { contextOf } from "../facts/archetype_context.js";
import { periodOf } from "../facts/paths.js";
import { make, putText } from "../page/elements.js";
import { openDialog } from "../page/dialog.js";
import { normalised } from "../prose/normalise.js";
import { readProse } from "../prose/prose.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("../checker/draft/held_numbers.js").Held} Held */
/** @typedef {import("../checker/draft/held_numbers.js").Verdict} Verdict */

const LONGEST = 50_000; // characters, more than any summary has
/** @type {Record<Exclude<Verdict, "same">, [string, string]>} what is counted, and what a line says */
const TOLD = {
  none: ["个本稿没有", "没有"],
  against: ["个升降与本稿相反", "相反"],
  unsure: ["个要人核实", "核实"],
};

/** @param {FillPage} page */
export function openHeldText(page) {
  const area = make("textarea", { id: "held-area", rows: "6", maxlength: String(LONGEST) });
  const label = make("label", { for: area.id }, "把要对照的文字粘贴在这里，只在本机对照，不保存：");
  const head = make("p", { class: "held-head", role: "status" });
  const list = make("ul", { class: "held-list" });
  const marked = make("div", { class: "held-text", tabindex: "0", role: "region", "aria-label": "对照过的文字" });
  marked.hidden = true;
  const show = () => {
    const text = normalised(area.value);
    const held = heldNumbers(text, figuresOf(page));
    putText(head, headline(held));
    list.replaceChildren(...wanting(held).map((one) => lineOf(one, marked)));
    marked.replaceChildren(...markedText(text, held));
    marked.hidden = text.trim() === "";
    return false;
  };
  openDialog("对照本稿数据核对一段文字", [label, area, head, list, marked], [["对照", show]]);
  area.focus();
}

/** @param {FillPage} page */
function figuresOf({ live, store: { state } }) {
  const { summary, blocks } = live;
  const text = asText(blocks, []);
  const facts = knownFigures(summary.specs, contextOf(summary, state.facts).context);
  return { facts, printed: printedFigures(text), dates: [...readProse(text).dates, ...daysOf(state.facts)] };
}

/**
 * The years and months that a text may name besides those that the draft prints: of its period, and the years beside.
 * @param {import("../schema/types.js").Facts} facts
 */
function daysOf(facts) {
  const period = periodOf(facts);
  const printed = period ? readProse(period.text).dates.flatMap(({ year }) => (year === undefined ? [] : [year])) : [];
  return printed.flatMap((year) => [{ year: year - 1 }, { year }, { year: year + 1 }]);
}

/** @param {Held[]} held */
function wanting(held) {
  return held.filter(({ verdict }) => verdict !== "same");
}

/** @param {Held[]} held */
function headline(held) {
  if (held.length === 0) return "这段文字里没有数。";
  const same = held.length - wanting(held).length;
  const others = Object.entries(TOLD).map(([verdict, [what]]) => ({ what, count: held.filter((one) => one.verdict === verdict).length }));
  const told = others.filter(({ count }) => count > 0).map(({ what, count }) => String(count) + what);
  return `${[`${String(held.length)}个数：${String(same)}个与本稿一致`, ...told].join("，")}。`;
}

/**
 * @param {Held} one
 * @param {HTMLElement} marked the text, in which the line leads to its number
 */
function lineOf({ start, written, verdict, why }, marked) {
  const button = make("button", { type: "button", "data-verdict": verdict }, `${written}：${why}`);
  button.addEventListener("click", () => {
    const mark = marked.querySelector(`[data-start="${String(start)}"]`);
    mark?.scrollIntoView({ block: "center" });
    for (const other of marked.querySelectorAll("[aria-current]")) other.removeAttribute("aria-current");
    mark?.setAttribute("aria-current", "true");
  });
  return make("li", {}, button);
}

/**
 * The text with its numbers marked.
 * @param {string} text
 * @param {Held[]} held
 */
function markedText(text, held) {
  let at = 0;
  const parts = held.flatMap(({ start, end, verdict, why }) => {
    const words = make("mark", { "data-verdict": verdict, "data-start": String(start), ...(why && { title: why }) }, text.slice(start, end));
    const told = verdict === "same" ? [] : [make("span", { class: "visually-hidden" }, `（${TOLD[verdict][1]}）`)];
    const before = text.slice(at, start);
    at = end;
    return [before, words, ...told];
  });
  return [...parts, text.slice(at)];
}
