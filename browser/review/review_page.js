// The page that checks a text: what is typed or opened is checked, marked and listed; nothing leaves the machine.

import { check } from "../checker/check.js";
import { readProse } from "../prose/prose.js";
import { DismissedList } from "./dismissed_list.js";
import { Dismissals } from "./dismissals.js";
import { DraftField, LONGEST } from "./draft_field.js";
import { FindingList } from "./finding_list.js";
import { KeptDraft } from "./kept_draft.js";
import { movedFindings } from "./moved_findings.js";
import { placeKey } from "./neighbourhood.js";
import { OpenedFiles } from "./opened_files.js";
import { PageParts } from "./page_parts.js";
import { pastedText } from "./pasted_text.js";

/** @typedef {import("../checker/types.js").Finding} Finding */
/** @typedef {import("../checker/types.js").Rule} Rule */
/** @typedef {import("./dismissals.js").Scope} Scope */

const PAUSE = 400; // milliseconds after a keystroke
const NOT_CHECKED = `文字太长，只检查了前${String(LONGEST / 10_000)}万字，其余的请分几次检查。`;

/** Holds the text, what was found in it, and what the reader has done about it. */
export class ReviewPage {
  /** @type {Finding[]} all that was found, in the order of the text */
  #findings = [];
  /** @type {Finding | undefined} */
  #current;
  #counts = { checked: 0, unchecked: 0 };
  #known = "";
  #timer = 0;
  /** @type {Record<string, unknown>} what the checker is told besides the text */
  #options = {};

  /**
   * @param {HTMLElement} element
   * @param {Rule[]} rules
   * @param {import("./outputs.js").Layout} layout of the Word files
   */
  constructor(element, rules, layout) {
    this.rules = rules;
    this.layout = layout;
    this.dismissals = new Dismissals();
    this.field = new DraftField({ typed: () => { this.#typed(); }, moved: () => { this.#moved(); } });
    this.list = new FindingList(this.#acts(), () => { this.show(); });
    this.dismissed = new DismissedList((scope, finding) => { this.#restore(scope, finding); });
    this.files = new OpenedFiles({
      opened: ({ text, notes }) => { this.open(text, notes); },
      refused: (messages) => { this.parts.tell(...messages); },
    });
    this.kept = new KeptDraft(() => this.field.text);
    this.parts = new PageParts(this);
    element.replaceChildren(...this.parts.elements);
    this.files.takeDrops(this.field.element);
    this.field.area.addEventListener("paste", (event) => { this.#pasted(event); });
    document.addEventListener("keydown", (event) => { this.#pressed(event); });
    this.open(this.kept.text);
  }

  /**
   * Takes another text.
   * @param {string} text
   * @param {string[]} [notes] on what of its file is not in it
   */
  open(text, notes = []) {
    this.field.text = text.replace(/^\ufeff/, "");
    this.#known = this.field.text;
    this.#current = undefined;
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

  /** Checks the text as it is now. */
  check() {
    window.clearTimeout(this.#timer);
    const { text, checked } = this.field;
    const { findings, ...counts } = check(checked, this.rules, this.#options);
    const key = this.#current && placeKey(this.#current, this.#known);
    this.#known = text;
    this.#findings = findings;
    this.#counts = counts;
    this.#current = findings.find((one) => placeKey(one, text) === key);
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
    this.field.show(findings, this.#current);
    this.list.show(findings, text, this.#current);
    this.dismissed.show(this.#findings.flatMap((one) => this.#scoped(one)));
    this.parts.count(findings, this.#counts, text);
  }

  /** What was found and is not set aside. */
  get shown() {
    return this.#findings.filter((one) => !this.dismissals.scopeOf(one, this.#known));
  }

  /** What was found and set aside. */
  get dismissedCount() {
    return this.#findings.length - this.shown.length;
  }

  /** @param {Finding} finding */
  #scoped(finding) {
    const scope = this.dismissals.scopeOf(finding, this.#known);
    return scope ? [{ scope, finding, text: this.#known }] : [];
  }

  // --- the reader types ---

  #typed() {
    const { text } = this.field;
    const opened = this.#known.trim() === "";
    this.#findings = movedFindings(this.#findings, this.#known, text);
    this.#current = undefined;
    this.#known = text;
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
    if (!found || found === this.#current) return;
    this.#current = found;
    this.show();
    this.list.reveal(found);
  }

  // --- the reader goes on, adopts, sets aside ---

  #acts() {
    return {
      go: (/** @type {Finding} */ finding) => { this.go(finding); },
      adopt: (/** @type {Finding} */ finding) => { this.#adopt(finding); },
      dismiss: (/** @type {Scope} */ scope, /** @type {Finding} */ finding) => { this.#dismiss(scope, finding); },
    };
  }

  /**
   * Goes to a finding, in the text and in the list.
   * @param {Finding} finding
   */
  go(finding) {
    this.#current = finding;
    this.show();
    this.field.select(finding.start, finding.end);
    this.field.reveal();
    this.list.reveal(finding);
  }

  /**
   * Goes to the next finding in the order of the text, or the one before.
   * @param {number} step
   */
  step(step) {
    const inOrder = this.list.inOrder.map(({ finding }) => finding);
    if (inOrder.length === 0) return;
    const at = this.#current ? inOrder.indexOf(this.#current) : -1;
    const next = at >= 0 ? at + step : this.#from(inOrder, step);
    const finding = inOrder[(next + inOrder.length) % inOrder.length];
    if (!finding) return;
    this.go(finding);
    if (!this.list.element.contains(document.activeElement)) this.field.area.focus({ preventScroll: true });
    else this.list.itemOf(finding)?.jump.focus({ preventScroll: true });
    this.parts.announce(inOrder.indexOf(finding) + 1, inOrder.length, finding);
  }

  /**
   * @param {Finding[]} inOrder
   * @param {number} step
   */
  #from(inOrder, step) {
    const after = inOrder.findIndex(({ start }) => start >= this.field.caret);
    if (after < 0) return step > 0 ? 0 : inOrder.length - 1;
    return step > 0 ? after : after - 1;
  }

  /** @param {Finding} finding */
  #adopt(finding) {
    const { start, end, found, suggestion } = finding;
    if (suggestion === undefined || this.field.text.slice(start, end) !== found) return;
    const next = this.#after(finding);
    this.field.replace(start, end, suggestion);
    this.check();
    this.#goOn(next);
    this.parts.tell(suggestion ? `已改为“${suggestion}”，按Ctrl+Z撤销。` : "已删去，按Ctrl+Z撤销。");
  }

  /**
   * @param {Scope} scope
   * @param {Finding} finding
   */
  #dismiss(scope, finding) {
    const next = this.#after(finding);
    this.dismissals.add(scope, finding, this.#known);
    this.show();
    this.#goOn(next);
    this.parts.tell("已忽略，在“已忽略”里可以恢复。");
  }

  /**
   * Where the list goes on after a finding is gone: its place among those in sight.
   * @param {Finding} finding
   */
  #after(finding) {
    return this.list.inSight.findIndex((item) => item.finding === finding);
  }

  /** @param {number} at */
  #goOn(at) {
    const item = this.list.inSight[at] ?? this.list.inSight[at - 1];
    if (!item) return;
    this.go(item.finding);
    item.jump.focus({ preventScroll: true });
  }

  /**
   * @param {Scope} scope
   * @param {Finding} finding
   */
  #restore(scope, finding) {
    this.dismissals.remove(scope, finding, this.#known);
    this.show();
    this.parts.tell("已恢复。");
  }

  /** @param {KeyboardEvent} event */
  #pressed(event) {
    const { key, altKey, shiftKey, ctrlKey, metaKey, isComposing } = event;
    if (ctrlKey || metaKey || isComposing || event.target instanceof HTMLSelectElement) return;
    const step = key === "F8" ? (shiftKey ? -1 : 1) : altKey ? { ArrowDown: 1, ArrowUp: -1 }[key] : undefined;
    const adopts = altKey && key === "Enter" && this.#current !== undefined;
    if (step === undefined && !adopts) return;
    event.preventDefault();
    if (step !== undefined) this.step(step);
    else if (this.#current) this.#adopt(this.#current);
  }
}
