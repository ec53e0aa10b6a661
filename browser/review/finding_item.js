// One finding in the list: what is wrong, why, the sum, the mended words, and what the reader can do.

import { LEVELS } from "../checker/levels.js";
import { makeButton } from "../page/button.js";
import { make } from "../page/elements.js";

/** @typedef {import("../checker/types.js").Finding} Finding */
/** @typedef {import("./dismissals.js").Scope} Scope */
/** @typedef {{ go: (finding: Finding) => void, adopt: (finding: Finding) => void, dismiss: (scope: Scope, finding: Finding) => void }} Acts */

/** @type {[Scope, string, string][]} */
const SCOPES = [
  ["place", "本处不再提示", "只是这一处"],
  ["text", "本文同类不再提示", "这份文稿里，这一条都不再提示"],
  ["rule", "不查这一条", "以后所有文稿都不查这一条，可在“已忽略”里恢复"],
];
const BESIDE = 12; // characters of the sentence on each side
const LONGEST = 60; // characters that are repeated of what was found
const [FIRST_EDGE, LAST_EDGE] = [/[\n。；！？，：]/, /[\n。；！？]/];

/** A finding as an item, which outlives edits elsewhere in the text. */
export class FindingItem {
  /**
   * @param {Finding} finding
   * @param {Acts} acts
   */
  constructor(finding, acts) {
    this.finding = finding;
    this.place = make("span", { class: "finding-line" });
    this.jump = makeButton("", () => { acts.go(this.finding); }, { class: "finding-go" });
    this.why = make("p", { class: "finding-why" });
    this.element = make("li", { class: `finding finding--${finding.level}` });
    this.element.append(
      make("p", { class: "finding-head" }, make("span", { class: "visually-hidden" }, `${LEVELS[finding.level]}：`), this.place, this.jump),
      ...explanation(finding),
      this.why,
      this.#buttons(acts),
    );
  }

  /** @param {Acts} acts */
  #buttons(acts) {
    const { suggestion } = this.finding;
    const adopt = makeButton(suggestion === "" ? "删去" : "采用", () => { acts.adopt(this.finding); }, { class: "finding-adopt" });
    const others = SCOPES.map(([scope, label, title]) =>
      makeButton(label, () => { acts.dismiss(scope, this.finding); }, { class: "finding-quiet", title }),
    );
    return make("p", { class: "finding-acts" }, suggestion === undefined ? null : adopt, ...others);
  }

  /**
   * Shows the finding where it is now.
   * @param {Finding} finding
   * @param {string} text
   * @param {(offset: number) => number} place in code points
   * @param {number} line
   */
  show(finding, text, place, line) {
    this.finding = finding;
    const { rule, level, start, end } = finding;
    Object.assign(this.element.dataset, { rule, level, start: String(place(start)), end: String(place(end)) });
    this.why.textContent = reason(finding);
    this.place.textContent = `第${String(line)}行`;
    this.jump.replaceChildren(...context(finding, text));
  }

  /** @param {boolean} current */
  mark(current) {
    this.element.classList.toggle("finding--current", current);
    if (current) this.element.setAttribute("aria-current", "true");
    else this.element.removeAttribute("aria-current");
  }
}

/** @param {Finding} finding */
function explanation({ message, suggestion, sum }) {
  return [
    make("p", { class: "finding-message" }, message),
    sum && !message.includes(sum) ? make("p", { class: "finding-sum" }, `算式：${sum}`) : null,
    suggestion ? make("p", { class: "finding-mended" }, "改为：", make("ins", {}, suggestion)) : null,
  ].filter((part) => part !== null);
}

/** @param {Finding} finding */
function reason({ why, source }) {
  return source && !why.includes(source) ? `${why}（${source}）` : why;
}

/**
 * What was found, with what stands beside it in its sentence.
 * @param {Finding} finding
 * @param {string} text
 * @returns {(Node | string)[]}
 */
export function context({ start, end, found }, text) {
  const before = text.slice(Math.max(0, start - BESIDE), start).split(FIRST_EDGE).pop() ?? "";
  const after = text.slice(end, end + BESIDE).split(LAST_EDGE)[0] ?? "";
  const words = found.length > LONGEST ? `${found.slice(0, LONGEST)}……` : found;
  return [before.trimStart(), make("b", {}, words.replace(/\s+/g, " ") || "　"), after.trimEnd()];
}
