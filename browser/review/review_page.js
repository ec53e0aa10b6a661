// The page that checks a text: what is typed or opened is checked, marked and listed; nothing leaves the machine.

import { checkProse, Memory } from "../checker/check.js";
import { takeDrops } from "../page/take_drops.js";
import { readProse } from "../prose/prose.js";
import { DismissedList } from "./dismissed_list.js";
import { Dismissals } from "./dismissals.js";
import { DraftField, LONGEST } from "./draft_field.js";
import { FindingActs } from "./finding_acts.js";
import { FindingList } from "./finding_list.js";
import { KeptDraft } from "./kept_draft.js";
import { movedFindings } from "./moved_findings.js";
import { placeKey } from "./neighbourhood.js";
import { OpenedFiles } from "./opened_files.js";
import { PageParts } from "./page_parts.js";
import { pastedText } from "./pasted_text.js";
import { listenToKeys } from "./review_keys.js";
import { StructureChoice } from "./structure_choice.js";

/** @typedef {import("../checker/types.js").Finding} Finding */
/** @typedef {import("../checker/types.js").Rule} Rule */
/** @typedef {import("../checker/content/structure.js").Structure} Structure */

const PAUSE = 400; // milliseconds after a keystroke
const NOT_CHECKED = `文字太长，只检查了前${String(LONGEST / 10_000)}万字，其余的请分几次检查。`;

/** Holds the text and what was found in it. */
export class ReviewPage {
  /** @type {Finding | undefined} the one that the reader is at */
  current;
  /** The text as it was checked or moved last. */
  known = "";
  /** @type {Finding[]} all that was found, in the order of the text */
  #findings = [];
  #counts = { checked: 0, unchecked: 0 };
  #timer = 0;
  #memory = new Memory();
  /** @type {Record<string, unknown>} what the checker is told besides the text */
  #options = {};

  /**
   * @param {HTMLElement} element
   * @param {Rule[]} rules
   * @param {Structure[]} structures
   * @param {import("./outputs.js").Layout} layout of the Word files
   */
  constructor(element, rules, structures, layout) {
    this.rules = rules;
    this.layout = layout;
    this.dismissals = new Dismissals();
    this.acts = new FindingActs(this);
    this.field = new DraftField({ typed: () => { this.#typed(); }, moved: () => { this.#moved(); } });
    this.list = new FindingList(this.acts, () => { this.show(); });
    this.dismissed = new DismissedList((scope, finding) => { this.acts.restore(scope, finding); });
    this.structure = new StructureChoice(structures, () => { this.check(); });
    this.files = new OpenedFiles({
      opened: ({ text, notes }) => { this.open(text, notes); },
      refused: (messages) => { this.parts.tell(...messages); },
    });
    this.kept = new KeptDraft(() => this.field.text);
    this.parts = new PageParts(this);
    element.replaceChildren(...this.parts.elements);
    takeDrops(this.field.element, (files) => this.files.open(files));
    this.field.area.addEventListener("paste", (event) => { this.#pasted(event); });
    listenToKeys({ step: (step) => { this.acts.step(step); }, adopt: () => this.#adoptCurrent() });
    this.open(this.kept.text);
  }

  /**
   * Takes another text.
   * @param {string} text
   * @param {string[]} [notes] on what of its file is not in it
   */
  open(text, notes = []) {
    this.field.text = text.replace(/^\ufeff/, "");
    this.known = this.field.text;
    this.current = undefined;
    this.dismissals.open(this.field.text);
    this.list.reset();
    this.parts.note(notes);
    this.check();
  }

  /**
   * Holds the text against that of the period before.
   * @param {string} text empty for none
   */
  compare(text) {
    this.#options = text ? { previous: readProse(text) } : {};
    this.check();
  }

  /**
   * Takes the rules with their reasons, which are loaded after the first check.
   * @param {Rule[]} rules
   */
  explain(rules) {
    this.rules = rules;
    this.check();
  }

  /** Checks the text as it is now. */
  check() {
    window.clearTimeout(this.#timer);
    const { text, checked } = this.field;
    const prose = readProse(checked, this.#memory.lines);
    const held = this.structure.held(prose);
    const { findings, ...counts } = checkProse(prose, this.rules, { ...this.#options, held }, this.#memory);
    const key = this.current && placeKey(this.current, this.known);
    this.known = text;
    this.#findings = findings;
    this.#counts = counts;
    this.current = findings.find((one) => placeKey(one, text) === key);
    this.dismissals.follow(text, new Set(this.rules.map(({ id }) => id)));
    this.parts.limit(checked === text ? "" : NOT_CHECKED);
    this.files.keep(text);
    this.kept.save();
    this.show();
  }

  /** Shows what was found and is not set aside. */
  show() {
    const { text } = this.field;
    const findings = this.shown;
    this.field.show(findings, this.current);
    this.list.show(findings, text, this.current);
    this.dismissed.show(this.#findings.flatMap((one) => this.#scoped(one)));
    this.parts.count(findings, this.#counts, text);
  }

  /** What was found and is not set aside. */
  get shown() {
    return this.#findings.filter((one) => !this.dismissals.scopeOf(one, this.known));
  }

  /** What was found and set aside. */
  get dismissedCount() {
    return this.#findings.length - this.shown.length;
  }

  /** @param {Finding} finding */
  #scoped(finding) {
    const scope = this.dismissals.scopeOf(finding, this.known);
    return scope ? [{ scope, finding, text: this.known }] : [];
  }

  #typed() {
    const { text } = this.field;
    const opened = this.known.trim() === "";
    this.#findings = movedFindings(this.#findings, this.known, text);
    this.current = undefined;
    this.known = text;
    this.field.show(this.shown);
    window.clearTimeout(this.#timer);
    if (opened) this.open(text);
    else this.#timer = window.setTimeout(() => { this.check(); }, PAUSE);
  }

  /** @param {ClipboardEvent} event */
  #pasted(event) {
    const text = pastedText(event.clipboardData?.getData("text/html") ?? "");
    if (!text) return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = this.field.area;
    this.field.replace(selectionStart, selectionEnd, text);
  }

  #moved() {
    const { caret } = this.field;
    const found = this.shown.find(({ start, end }) => start <= caret && caret <= end);
    if (!found || found === this.current) return;
    this.current = found;
    this.show();
    this.list.reveal(found);
  }

  #adoptCurrent() {
    if (this.current) this.acts.adopt(this.current);
    return this.current !== undefined;
  }
}
