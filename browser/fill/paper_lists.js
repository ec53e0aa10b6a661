// The buttons on the text that add to a list which a section tells: one more problem, plan, work.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { traitsOf } from "../schema/fact_types.js";
import { recordsOf } from "../drafts/list_records.js";

/** @typedef {import("./form_groups.js").Group} Group */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../schema/types.js").Facts} Facts */

/** Keeps the buttons at the end of their sections while the text is written anew around them. */
export class PaperLists {
  /** @type {Map<string, {lists: string, element: HTMLElement}>} by section */
  #shown = new Map();

  /**
   * @param {import("../preview/live_text.js").LiveText} text
   * @param {(name: string) => void} add adds a record to a list
   */
  constructor(text, add) {
    this.text = text;
    this.add = add;
  }

  /**
   * Shows the buttons of the lists that have a record.
   * @param {Group[]} groups
   * @param {Record<string, FactSpec>} specs
   * @param {Facts} facts
   */
  show(groups, specs, facts) {
    for (const { id, facts: names } of groups) {
      const lists = names.filter((name) => isTold(specs[name], facts, name));
      const last = lists.length > 0 ? this.text.lastOf(id) : undefined;
      const element = this.#element(id, lists, specs);
      if (!last) element.remove();
      else if (element.parentElement !== last) last.append(element);
    }
  }

  /**
   * @param {string} id
   * @param {string[]} lists
   * @param {Record<string, FactSpec>} specs
   */
  #element(id, lists, specs) {
    const before = this.#shown.get(id);
    const key = lists.join();
    if (before?.lists === key) return before.element;
    before?.element.remove();
    const buttons = lists.map((name) => {
      const label = `加一${specs[name]?.unit ?? "条"}${specs[name]?.label ?? name}`;
      return makeButton(`＋${specs[name]?.label ?? name}`, () => { this.add(name); }, { class: "copy", "aria-label": label });
    });
    const element = make("span", { class: "paper-adds" }, ...buttons);
    this.#shown.set(id, { lists: key, element });
    return element;
  }
}

/**
 * Tells whether a fact is a list of records with several fields, of which there is one; words that are
 * listed in a sentence are added where they stand.
 * @param {FactSpec | undefined} spec
 * @param {Facts} facts
 * @param {string} name
 */
function isTold(spec, facts, name) {
  if (!spec || !traitsOf(spec).records || Object.keys(spec.fields ?? {}).length < 2) return false;
  return recordsOf(facts, name).length > 0;
}
