// What the reader has set aside: 已忽略N条, each to be restored.

import { makeButton } from "../page/button.js";
import { make } from "../page/elements.js";
import { context } from "./finding_item.js";

/** @typedef {import("../checker/types.js").Finding} Finding */
/** @typedef {import("./dismissals.js").Scope} Scope */
/** @typedef {{ scope: Scope, finding: Finding, text: string }} Dismissed */

const MOST = 100; // lines; who sets aside more does so by rule

/** The folded list below the findings. */
export class DismissedList {
  /** @param {(scope: Scope, finding: Finding) => void} restore */
  constructor(restore) {
    this.restore = restore;
    this.summary = make("summary", {});
    this.items = make("ul", {});
    this.element = make("details", { class: "proof-dismissed" }, this.summary, this.items);
    this.element.hidden = true;
  }

  /** @param {Dismissed[]} dismissed */
  show(dismissed) {
    this.element.hidden = dismissed.length === 0;
    this.summary.textContent = `已忽略${String(dismissed.length)}条，可恢复`;
    const places = dismissed.filter(({ scope }) => scope === "place").map((one) => this.#place(one));
    const rules = [...grouped(dismissed.filter(({ scope }) => scope !== "place"))].map((found) => this.#rule(found));
    this.items.replaceChildren(...[...rules, ...places].slice(0, MOST));
  }

  /** @param {Dismissed} dismissed */
  #place({ scope, finding, text }) {
    return make("li", {}, make("span", {}, ...context(finding, text), `：${finding.message}`), this.#button(scope, finding));
  }

  /** @param {Dismissed[]} dismissed */
  #rule(dismissed) {
    const [first] = dismissed;
    if (!first) return "";
    const { scope, finding } = first;
    const where = scope === "text" ? "本文不提示" : "不查";
    return make("li", {}, make("span", {}, `${where}（${String(dismissed.length)}条）：${finding.message}`), this.#button(scope, finding));
  }

  /**
   * @param {Scope} scope
   * @param {Finding} finding
   */
  #button(scope, finding) {
    return makeButton("恢复", () => { this.restore(scope, finding); }, { "aria-label": `恢复：${finding.message}` });
  }
}

/**
 * Those of one rule together.
 * @param {Dismissed[]} dismissed
 * @returns {Iterable<Dismissed[]>}
 */
function grouped(dismissed) {
  /** @type {Map<string, Dismissed[]>} */
  const rules = new Map();
  for (const one of dismissed) {
    const key = `${one.scope}|${one.finding.rule}`;
    rules.set(key, [...(rules.get(key) ?? []), one]);
  }
  return rules.values();
}
