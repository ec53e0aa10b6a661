// One slot of the form: its label, its control, what was made of what was typed, what is wrong.

import { make } from "../elements.js";
import { isNumber, places } from "../engine/entries.js";
import { normalise } from "../engine/normalise.js";
import { Period, PERIODS, parsePeriod } from "../engine/periods.js";

/** @typedef {import("../engine/types.js").FieldSpec} FieldSpec */

/**
 * @typedef {object} Field
 * @property {HTMLElement} element
 * @property {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 * @property {(written: string) => void} show puts what is written into the control
 * @property {(message: string) => void} tell says what is wrong; an empty text is nothing
 * @property {(carried: boolean) => void} mark marks what is carried over and not confirmed
 */

const LONG = 24; // characters: a text whose hint is longer gets more than one line

/**
 * Makes a field; `written` is called with each change of what it holds, `label` says what a
 * screen reader reads, `caption` what stands above the control.
 * @param {object} options
 * @param {FieldSpec} options.spec
 * @param {string} options.id
 * @param {string} options.label
 * @param {string} options.caption
 * @param {[string, string][]} options.choices
 * @param {(written: string) => void} options.written
 * @param {() => void} options.keep
 * @returns {Field}
 */
export function makeField({ spec, id, label, caption, choices, written, keep }) {
  const control = makeControl(spec, id, choices);
  const named = caption === label ? {} : { "aria-label": label };
  for (const [name, value] of Object.entries(named)) control.setAttribute(name, value);
  const note = make("span", { class: "field-note", role: "status" });
  const problem = make("span", { class: "field-problem", id: `${id}-problem` });
  const kept = make("button", { type: "button", class: "field-keep" }, "沿用，核对无误");
  kept.hidden = true;
  kept.addEventListener("click", keep);
  const unit = spec.unit ? make("span", { class: "field-unit" }, spec.unit) : null;
  const line = make("span", { class: "field-line" }, control, unit);
  const head = caption ? make("label", { for: id, class: "field-label" }, caption) : null;
  const element = make("div", { class: "field" }, head, line, note, kept, problem);
  control.setAttribute("aria-describedby", `${id}-problem`);
  const read = () => normalise(control.value, spec);
  control.addEventListener("input", () => {
    note.textContent = "";
    written(read());
    grow(control);
  });
  control.addEventListener("change", () => {
    const value = read();
    const typed = control.value.trim();
    if (isNumber(spec) && value && typed && value !== typed) note.textContent = `按 ${value} 计`;
    control.value = value;
  });
  return {
    element,
    control,
    show: (value) => {
      if (read() !== value) control.value = value;
      addMissingOption(control, value);
      grow(control);
    },
    tell: (message) => {
      problem.textContent = message;
      control.toggleAttribute("aria-invalid", message !== "");
      if (message) control.setAttribute("aria-invalid", "true");
      element.classList.toggle("field--wrong", message !== "");
    },
    mark: (carried) => {
      kept.hidden = !carried;
      element.classList.toggle("field--carried", carried);
    },
  };
}

/**
 * @param {FieldSpec} spec
 * @param {string} id
 * @param {[string, string][]} choices
 */
function makeControl(spec, id, choices) {
  if (choices.length > 0) return makeSelect(id, choices);
  if (spec.type === "text" && spec.hint.length > LONG) {
    return make("textarea", { id, rows: "1", autocomplete: "off" });
  }
  const control = make("input", { id, type: "text", autocomplete: "off" });
  if (isNumber(spec)) {
    control.inputMode = places(spec) > 0 ? "decimal" : "numeric";
    control.classList.add("field-number");
  }
  if (spec.type === "date") control.placeholder = "如 2026-03-31";
  return control;
}

/**
 * @param {string} id
 * @param {[string, string][]} choices
 */
function makeSelect(id, choices) {
  const options = choices.map(([value, text]) => make("option", { value }, text));
  return make("select", { id, autocomplete: "off" }, make("option", { value: "" }, ""), ...options);
}

/**
 * Shows also a value that is none of a select's options, as an imported file may have it.
 * @param {Field["control"]} control
 * @param {string} value
 */
function addMissingOption(control, value) {
  if (!(control instanceof HTMLSelectElement) || control.value === value) return;
  control.append(make("option", { value }, parsePeriod(value)?.text ?? value));
  control.value = value;
}

/** @param {Field["control"]} control */
function grow(control) {
  if (!(control instanceof HTMLTextAreaElement)) return;
  const lines = Math.ceil(control.value.length / LONG);
  control.rows = Math.min(Math.max(lines, 1), 12);
}

/**
 * The periods a reader may choose: those of the archetype's kind around today.
 * @param {import("../engine/periods.js").PeriodKind} kind
 * @param {number} thisYear
 * @returns {[string, string][]}
 */
export function periodChoices(kind, thisYear) {
  /** @type {[string, string][]} */
  const choices = [];
  for (let year = thisYear + 1; year >= thisYear - 4; year -= 1) {
    for (let part = PERIODS[kind].names.length; part >= 1; part -= 1) {
      const period = new Period(year, kind, part);
      if (parsePeriod(period.code)) choices.push([period.code, period.text]);
    }
  }
  return choices;
}
