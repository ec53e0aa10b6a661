// The list of findings by weight, each rule's first ones; hints stay folded until they are asked for.

import { makeButton } from "../page/button.js";
import { make } from "../page/elements.js";
import { LEVELS, ORDER } from "../checker/levels.js";
import { FindingItem } from "./finding_item.js";
import { codePoints } from "./code_points.js";
import { placeKey } from "./neighbourhood.js";

/** @typedef {import("../checker/types.js").Finding} Finding */
/** @typedef {import("../checker/types.js").Level} Level */
/** @typedef {import("./finding_item.js").Acts} Acts */

const FIRST = 5; // of a rule; then 同类还有…处
const MOST = 1000; // items; nobody reads more

/** Shows findings, and which one is the current. */
export class FindingList {
  /** @type {Map<string, FindingItem>} */
  #items = new Map();
  /** @type {Set<string>} the rules that are shown whole, and the levels that are unfolded */
  #open = new Set();
  /** @type {FindingItem[]} those in sight, in the order of the text */
  inOrder = [];
  /** @type {FindingItem[]} and in the order of the list */
  inSight = [];

  /** @type {Map<string, HTMLElement>} headings, and buttons that show the rest of a rule */
  #heads = new Map();

  /**
   * @param {Acts} acts
   * @param {() => void} changed called when the reader unfolds something: the page shows the list again
   */
  constructor(acts, changed) {
    this.acts = acts;
    this.changed = changed;
    this.element = make("ol", { id: "findings", class: "findings" });
  }

  /** Begins another text, with everything folded. */
  reset() {
    this.#open.clear();
    this.#heads.clear();
  }

  /**
   * @param {Finding[]} findings in the order of the text
   * @param {string} text
   * @param {Finding | undefined} current
   */
  show(findings, text, current) {
    this.#items = this.#renewed(findings.slice(0, MOST), text);
    const items = [...this.#items.values()];
    for (const item of items) item.mark(item.finding === current);
    if (current?.level === "hint") this.#open.add("hint");
    const nodes = ORDER.flatMap((level) => this.#level(level, items.filter(({ finding }) => finding.level === level), current));
    if (!sameNodes(nodes, [...this.element.children])) this.#put(nodes);
    this.inOrder = items.filter(({ element }) => !element.hidden);
    /** @type {Map<HTMLElement, FindingItem>} */
    const byElement = new Map(this.inOrder.map((item) => [item.element, item]));
    this.inSight = nodes.map((node) => byElement.get(node)).filter((item) => item !== undefined);
  }

  /**
   * Puts other nodes into the list; the focus stays where it was.
   * @param {HTMLElement[]} nodes
   */
  #put(nodes) {
    const { activeElement } = document;
    this.element.replaceChildren(...nodes);
    if (activeElement instanceof HTMLElement && this.element.contains(activeElement)) activeElement.focus({ preventScroll: true });
  }

  /**
   * @param {Finding} finding
   * @returns {FindingItem | undefined}
   */
  itemOf(finding) {
    return [...this.#items.values()].find((item) => item.finding === finding);
  }

  /**
   * Brings a finding into sight, without moving the page.
   * @param {Finding} finding
   */
  reveal(finding) {
    const element = this.itemOf(finding)?.element;
    if (!element) return;
    const box = /** @type {HTMLElement} */ (this.element.parentElement);
    if (box.scrollHeight > box.clientHeight) element.scrollIntoView({ block: "nearest" });
  }

  /**
   * The items of the findings; those that were there stay.
   * @param {Finding[]} findings
   * @param {string} text
   */
  #renewed(findings, text) {
    const place = codePoints(text);
    /** @type {Map<string, FindingItem>} */
    const items = new Map();
    let [line, from] = [1, 0];
    for (const finding of findings) {
      line += text.slice(from, finding.start).split("\n").length - 1;
      from = finding.start;
      const key = freeKey(items, `${placeKey(finding, text)}|${finding.message}|${finding.suggestion ?? ""}|${finding.level}`);
      const item = this.#items.get(key) ?? new FindingItem(finding, this.acts);
      item.show(finding, text, place, line);
      items.set(key, item);
    }
    return items;
  }

  /**
   * The heading of a level and its items, those that are too many with a button that shows them.
   * @param {Level} level
   * @param {FindingItem[]} items
   * @param {Finding | undefined} current
   * @returns {HTMLElement[]}
   */
  #level(level, items, current) {
    if (items.length === 0) return [];
    const folded = level === "hint" && !this.#open.has(level);
    const shown = this.#shortened(items, current);
    for (const element of shown) element.hidden = folded || element.dataset["more"] === "true";
    const label = `${LEVELS[level]}${String(items.length)}条`;
    const heading = () => (level === "hint" ? this.#fold(label, folded) : make("h2", {}, label));
    const head = this.#head(`${label}|${String(folded)}`, () => make("li", { class: "findings-level" }, heading()));
    return [head, ...shown];
  }

  /**
   * @param {string} label
   * @param {boolean} folded
   */
  #fold(label, folded) {
    const toggle = () => {
      if (folded) this.#open.add("hint");
      else this.#open.delete("hint");
      this.changed();
      /** @type {HTMLElement | null} */ (this.element.querySelector(".findings-fold"))?.focus();
    };
    const button = makeButton(`${label}，${folded ? "展开" : "收起"}`, toggle, { "aria-expanded": String(!folded), class: "findings-fold" });
    return make("h2", {}, button);
  }

  /**
   * The items of a level; where a rule has many, a button stands after its first ones.
   * @param {FindingItem[]} items
   * @param {Finding | undefined} current
   * @returns {HTMLElement[]}
   */
  #shortened(items, current) {
    /** @type {Map<string, FindingItem[]>} */
    const rules = new Map();
    for (const item of items) rules.set(item.finding.rule, [...(rules.get(item.finding.rule) ?? []), item]);
    for (const [rule, same] of rules) {
      if (same.slice(FIRST).some(({ finding }) => finding === current)) this.#open.add(rule);
    }
    return items.flatMap((item) => {
      const { rule } = item.finding;
      const same = rules.get(rule) ?? [];
      const at = same.indexOf(item);
      const whole = this.#open.has(rule) || same.length <= FIRST + 1;
      item.element.dataset["more"] = String(!whole && at >= FIRST);
      return whole || at !== FIRST - 1 ? [item.element] : [item.element, this.#more(rule, same.slice(FIRST))];
    });
  }

  /**
   * @param {string} rule
   * @param {FindingItem[]} others
   */
  #more(rule, others) {
    const label = `同类还有${String(others.length)}处，全部列出`;
    const act = () => {
      this.#open.add(rule);
      this.changed();
      others[0]?.jump.focus();
    };
    return this.#head(`${rule}|${label}`, () => make("li", { class: "finding-more" }, makeButton(label, act)));
  }

  /**
   * A head that stays the same element as long as it says the same.
   * @param {string} key
   * @param {() => HTMLElement} made
   */
  #head(key, made) {
    const head = this.#heads.get(key) ?? made();
    this.#heads.set(key, head);
    return head;
  }
}

/**
 * @param {Map<string, unknown>} items
 * @param {string} key
 */
function freeKey(items, key) {
  let free = key;
  for (let count = 2; items.has(free); count += 1) free = `${key}#${String(count)}`;
  return free;
}

/**
 * @param {Element[]} one
 * @param {Element[]} other
 */
function sameNodes(one, other) {
  return one.length === other.length && one.every((node, at) => node === other[at]);
}
