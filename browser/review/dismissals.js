// What the reader has set aside: a place, a rule in this text, a rule in every text.  Kept on this machine as
// fingerprints, from which nobody reads the text.

import { getSetting, setSetting } from "../page/settings.js";
import { digest } from "../library/finding_keys.js";
import { placeKey } from "./neighbourhood.js";

/** @typedef {import("../checker/types.js").Finding} Finding */
/** @typedef {"place" | "text" | "rule"} Scope */

const NAME = "proof.dismissed";
const MOST = 1000; // the oldest are forgotten

/** Knows what is set aside. */
export class Dismissals {
  /** @type {Set<string>} */
  #kept;
  #title = "";

  constructor() {
    this.#kept = new Set(getSetting(NAME).split(" ").filter(Boolean));
  }

  /**
   * Begins another text, which is known again by its first line.
   * @param {string} text
   */
  open(text) {
    this.#title = titleOf(text);
  }

  /**
   * Goes on with the same text, also where its first line was changed.
   * @param {string} text
   * @param {Iterable<string>} rules that findings may have
   */
  follow(text, rules) {
    const before = this.#title;
    const now = titleOf(text);
    if (before === now) return;
    const moved = [...rules].filter((rule) => this.#kept.has(textMark(rule, before)));
    this.#title = now;
    if (moved.length > 0) this.#keep(...moved.map((rule) => textMark(rule, now)));
  }

  /**
   * How a finding is set aside; undefined where it is not.
   * @param {Finding} finding
   * @param {string} text
   * @returns {Scope | undefined}
   */
  scopeOf(finding, text) {
    return /** @type {Scope[]} */ (["rule", "text", "place"]).find((scope) => this.#kept.has(this.#mark(scope, finding, text)));
  }

  /**
   * @param {Scope} scope
   * @param {Finding} finding
   * @param {string} text
   */
  add(scope, finding, text) {
    this.#keep(this.#mark(scope, finding, text));
  }

  /**
   * @param {Scope} scope
   * @param {Finding} finding
   * @param {string} text
   */
  remove(scope, finding, text) {
    this.#kept.delete(this.#mark(scope, finding, text));
    this.#store();
  }

  /** @param {...string} marks */
  #keep(...marks) {
    for (const mark of marks) this.#kept.add(mark);
    this.#store();
  }

  #store() {
    this.#kept = new Set([...this.#kept].slice(-MOST));
    setSetting(NAME, [...this.#kept].join(" "));
  }

  /**
   * @param {Scope} scope
   * @param {Finding} finding
   * @param {string} text
   */
  #mark(scope, finding, text) {
    if (scope === "rule") return `rule:${finding.rule}`;
    return scope === "text" ? textMark(finding.rule, this.#title) : `place:${finding.rule}:${digest(placeKey(finding, text))}`;
  }
}

/**
 * @param {string} rule
 * @param {string} title
 */
function textMark(rule, title) {
  return `text:${rule}:${digest(title)}`;
}

/** @param {string} text */
function titleOf(text) {
  return /\S[^\n]*/.exec(text)?.[0].trim() ?? "";
}
