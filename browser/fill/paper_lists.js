// The buttons on the text that add to a list which a section tells: one more problem, plan, work; and the marks of what
// may be said besides.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { PaperOffers } from "./paper_offers.js";
import { traitsOf } from "../schema/fact_types.js";
import { recordsOf } from "../drafts/list_records.js";

/** @typedef {import("./form_groups.js").Group} Group */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */

/** Keeps the buttons where their lists are told while the text is written anew around them. */
export class PaperLists {
  /** @type {Map<string, {lists: string, element: HTMLElement}>} by section, or by a list that a sentence tells */
  #shown = new Map();

  /**
   * @param {import("../preview/live_text.js").LiveText} text
   * @param {import("./paper_field.js").PaperField} field in which the first of a further record is typed
   */
  constructor(text, field) {
    this.text = text;
    this.field = field;
    this.offers = new PaperOffers(text, (path, mark) => {
      if (!field.open(path, mark)) field.form.focus(path);
    });
  }

  /**
   * Shows the buttons of the lists that have a record: at the end of their section, or of the sentence.
   * @param {Group[]} groups
   * @param {import("../library/summary.js").Summary} summary
   * @param {import("../drafts/state.js").State} state
   */
  show(groups, summary, state) {
    const [{ specs }, { facts }] = [summary, state];
    this.offers.show(groups, summary, state, (name) => this.field.page.composer.asks(name));
    for (const { id, facts: names } of groups) {
      const fields = (/** @type {string} */ name) => fieldsOf(specs[name]);
      const lists = names.filter((name) => recordsOf(facts, name).length > 0);
      this.#place(id, lists.filter((name) => fields(name).length > 1), specs, () => this.text.lastOf(id));
      for (const name of names) {
        const [field = "", ...others] = fields(name);
        if (!field || others.length > 0) continue;
        const here = () => this.text.blockOf(`${name}[0].${field}`);
        this.#place(name, lists.filter((list) => list === name), specs, here);
      }
    }
  }

  /**
   * @param {string} key
   * @param {string[]} lists
   * @param {Record<string, FactSpec>} specs
   * @param {() => Element | undefined} home
   */
  #place(key, lists, specs, home) {
    if (lists.length === 0) {
      this.#shown.get(key)?.element.remove();
      this.#shown.delete(key);
      return;
    }
    const place = home();
    const element = this.#element(key, lists, specs);
    if (!place) element.remove();
    else if (element.parentElement !== place) place.insertBefore(element, place.querySelector(".copy--paragraph"));
  }

  /**
   * @param {string} key
   * @param {string[]} lists
   * @param {Record<string, FactSpec>} specs
   */
  #element(key, lists, specs) {
    const before = this.#shown.get(key);
    if (before?.lists === lists.join()) return before.element;
    before?.element.remove();
    const buttons = lists.map((name) => {
      const label = `加一${specs[name]?.unit ?? "条"}${specs[name]?.label ?? name}`;
      return makeButton(`＋${specs[name]?.label ?? name}`, () => { this.field.addRecord(name); }, { class: "copy", "aria-label": label });
    });
    const element = make("span", { class: "paper-adds" }, ...buttons);
    this.#shown.set(key, { lists: lists.join(), element });
    return element;
  }
}

/**
 * The fields of a record; none where a fact is no list.
 * @param {FactSpec | undefined} spec
 */
function fieldsOf(spec) {
  return spec && traitsOf(spec).records ? Object.keys(spec.fields ?? {}) : [];
}
