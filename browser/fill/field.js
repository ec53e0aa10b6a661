// A field of the form: its label, its control, how the input was understood, and what is wrong with it.

import { make } from "../page/elements.js";
import { isValid } from "../facts/entries.js";
import { isNumber, places } from "../schema/fact_types.js";
import { normalise } from "../facts/normalise.js";
import { parsePeriod } from "../figures/periods.js";
import { MORE } from "./period_choice.js";

/** @typedef {import("../schema/types.js").FieldSpec} FieldSpec */

/**
 * @typedef {object} Entry
 * @property {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} control
 * @property {(written: string) => void} show puts a value into the control
 */

/**
 * @typedef {Entry & Marks} Field
 * @typedef {object} Marks
 * @property {HTMLElement} element
 * @property {(message: string) => void} showProblem shows what is wrong; an empty text where nothing is
 * @property {(carried: boolean) => void} markCarried marks what is still to be confirmed
 */

const TYPED = { autocomplete: "off", enterkeyhint: "next" }; // Enter leads to the next field
const LONG = 24; // characters: a field with a longer hint has several lines

/**
 * How a value is entered; `written` is called with each new one.
 * @typedef {object} Entering
 * @property {FieldSpec} spec
 * @property {string} id
 * @property {[string, string][]} choices
 * @property {(put: (value: string) => void) => void} more asks for another one than the choices
 * @property {(written: string) => void} written
 * @property {(typed: string) => string} [completed] what was typed, with what is understood of itself
 * @property {(written: string) => string} [shown] what is written, as the control shows it
 */

/**
 * Makes a field; `keep` is called when the reader confirms what was carried over.  `label` is what a screen
 * reader reads, `caption` what stands above the control.
 * @param {Entering & {label: string, caption: string, keep: () => void}} options
 * @returns {Field}
 */
export function makeField({ label, caption, keep, ...entering }) {
  const { id, spec } = entering;
  const note = make("span", { class: "field-note", role: "status" });
  const { control, show } = makeEntry(entering, (text) => { note.textContent = text; });
  if (caption !== label) control.setAttribute("aria-label", label);
  const problem = make("span", { class: "field-problem", id: `${id}-problem` });
  const confirm = make("button", { type: "button", class: "field-keep" }, "沿用，核对无误");
  confirm.hidden = true;
  confirm.addEventListener("click", keep);
  const unit = spec.unit ? make("span", { class: "field-unit" }, spec.unit) : null;
  const line = make("span", { class: "field-line" }, control, unit);
  const head = caption ? make("label", { for: id, class: "field-label" }, caption) : null;
  const element = make("div", { class: "field" }, head, line, note, confirm, problem);
  control.setAttribute("aria-describedby", `${id}-problem`);
  return {
    element,
    control,
    show,
    showProblem: (message) => {
      problem.textContent = message;
      markWrong(control, message !== "");
      element.classList.toggle("field--wrong", message !== "");
    },
    markCarried: (carried) => {
      confirm.hidden = !carried;
      element.classList.toggle("field--carried", carried);
    },
  };
}

/**
 * Makes the control of a value, which reads what is typed; `noted` is told what was made of it, where that
 * reads otherwise.
 * @param {Entering} entering
 * @param {(text: string) => void} noted
 * @returns {Entry}
 */
export function makeEntry({ spec, id, choices, more, written, completed = same, shown = same }, noted) {
  const control = makeControl(spec, id, choices);
  const read = () => normalise(completed(control.value), spec);
  let before = "";
  control.addEventListener("input", () => {
    noted("");
    if (control instanceof HTMLSelectElement && control.value === MORE) {
      control.value = before;
      more((chosen) => {
        before = chosen;
        addMissingOption(control, chosen);
        control.value = chosen;
        written(chosen);
      });
      return;
    }
    before = read();
    written(before);
    grow(control);
  });
  control.addEventListener("change", () => {
    const value = read();
    const changed = isNumber(spec) && value !== control.value.trim();
    if (changed) noted(isValid(value, spec) ? `按 ${value} 计` : "");
    control.value = shown(value);
  });
  const show = (/** @type {string} */ value) => {
    before = value;
    if (read() !== value) {
      control.value = shown(value);
      noted("");
    }
    addMissingOption(control, value);
    grow(control);
  };
  return { control, show };
}

/**
 * @param {Field["control"]} control
 * @param {boolean} isWrong
 */
export function markWrong(control, isWrong) {
  if (isWrong) control.setAttribute("aria-invalid", "true");
  else control.removeAttribute("aria-invalid");
}

const BY_INPUT_METHOD = 229; // the code of a key that an input method takes, also where nothing is composed yet

/**
 * Tells whether a key belongs to an input method.
 * @param {KeyboardEvent} event
 */
export function isComposed(event) {
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- nothing else tells of the key that ends a word
  return event.isComposing || event.keyCode === BY_INPUT_METHOD;
}

/** @param {string} typed */
function same(typed) {
  return typed;
}

/**
 * @param {FieldSpec} spec
 * @param {string} id
 * @param {[string, string][]} choices
 */
function makeControl(spec, id, choices) {
  if (choices.length > 0) return makeSelect(id, choices);
  const makeTyped = CONTROLS[spec.type] ?? makeInput;
  return makeTyped(id, spec);
}

/** @type {import("../schema/fact_types.js").ByType<(id: string, spec: FieldSpec) => Field["control"]>} */
export const CONTROLS = {
  text: makeTextControl,
  words: (id) => make("textarea", { id, rows: "2", autocomplete: "off" }),
  count: makeNumberControl,
  amount: makeNumberControl,
  decimal: makeNumberControl,
  date: makeDateControl,
};

/** @param {string} id */
function makeInput(id) {
  return make("input", { id, type: "text", ...TYPED });
}

/**
 * @param {string} id
 * @param {FieldSpec} spec
 */
function makeTextControl(id, { hint }) {
  return hint.length > LONG ? make("textarea", { id, rows: "1", ...TYPED }) : makeInput(id);
}

/**
 * @param {string} id
 * @param {FieldSpec} spec
 */
function makeNumberControl(id, spec) {
  const control = makeInput(id);
  control.inputMode = places(spec) > 0 ? "decimal" : "numeric";
  control.classList.add("field-number");
  return control;
}

/**
 * @param {string} id
 * @param {FieldSpec} spec
 */
function makeDateControl(id, { hint }) {
  const control = makeInput(id);
  control.placeholder = hint.includes("只填到月即可") ? "如 2026-03" : "如 2026-03-31";
  return control;
}

/**
 * @param {string} id
 * @param {[string, string][]} choices
 */
function makeSelect(id, choices) {
  const blank = make("option", { value: "" }, "");
  return make("select", { id, autocomplete: "off" }, blank, ...optionsOf(choices));
}

/** @param {[string, string][]} choices */
function optionsOf(choices) {
  return choices.map(([value, text]) => make("option", { value }, text));
}

/**
 * Adds an option for a value that a select does not offer; an imported file may have one.
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
  const lengths = control.value.split("\n").map(({ length }) => Math.max(Math.ceil(length / LONG), 1));
  const lines = lengths.reduce((sum, one) => sum + one, 0);
  control.rows = Math.min(Math.max(lines, 1), 12);
}
