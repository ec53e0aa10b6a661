// The box of a fact in the form: its label and hint, and the fields in which it is entered.

import { isFilled } from "../facts/paths.js";
import { make } from "../page/elements.js";
import { basisLine } from "../preview/basis.js";
import { isQuotient, traitsOf } from "../schema/fact_types.js";
import { computedBox } from "./computed_box.js";
import { indicatorButton } from "./contents_box.js";
import { fieldId } from "./entering.js";
import { needlessButton } from "./needless.js";
import { makeRecordList } from "./record_list.js";

/** @typedef {import("./form.js").Form} Form */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */

/**
 * @param {Form} form
 * @param {string} name
 */
export function factBox(form, name) {
  const spec = /** @type {FactSpec} */ (form.archetype.facts[name]);
  const kind = isQuotient(spec) ? " fact-box--computed" : "";
  const traits = { class: `fact-box${kind}`, id: `fact-${name}` };
  return make("div", traits, head(form, name, spec), hint(spec), basis(spec), ...controls(form, name, spec));
}

/**
 * @param {Form} form
 * @param {string} name
 * @param {FactSpec} spec
 */
function head(form, name, spec) {
  const single = !traitsOf(spec).records && form.sidesOf(spec).length === 0;
  const traits = { class: "fact-label", ...(single ? { for: fieldId(name) } : {}) };
  const head = make("div", { class: "fact-head" }, make(single ? "label" : "span", traits, spec.label));
  if (spec.required === false) head.append(make("span", { class: "fact-optional" }, "可不填"));
  const isOwn = Object.hasOwn(form.summary.content.own?.facts ?? {}, name);
  if (isOwn) head.append(indicatorButton(form, name));
  return head;
}

/**
 * A period is chosen from a list, so its hint on how to write it is not needed; an own fact has none.
 * @param {FactSpec} spec
 */
function hint({ type, hint, label }) {
  return type === "period" || hint === label ? null : make("p", { class: "fact-hint" }, hint);
}

/** @param {FactSpec} spec */
function basis(spec) {
  const line = basisLine(spec);
  return line ? make("details", { class: "fact-definition" }, make("summary", {}, "口径"), line) : null;
}

/**
 * @param {Form} form
 * @param {string} name
 * @param {FactSpec} spec
 */
function controls(form, name, spec) {
  if (isQuotient(spec)) {
    const { elements, compute } = computedBox(form, name, spec);
    form.computing.push(compute);
    return elements;
  }
  if (traitsOf(spec).records) {
    const rows = makeRecordList(form, name, { ...spec, fields: form.askedFields(name, spec) });
    form.updaters.push(rows.follow);
    return [rows.element];
  }
  const shown = form.sidesOf(spec).map((side) => form.sideField(name, side, spec));
  const fields = shown.length > 0 ? shown : [form.field(name, spec, "")];
  const sides = make("div", { class: "fact-sides" }, ...fields.map(({ element }) => element));
  return spec.covered_by ? [sides, needless(form, name)] : [sides];
}

/**
 * The way out of a fact that a list makes needless, while it is empty.
 * @param {Form} form
 * @param {string} name
 */
function needless(form, name) {
  const way = make("div", { class: "fact-none" });
  form.updaters.push(() => {
    const isEmpty = !isFilled(form.store.state.facts, name);
    way.replaceChildren(...(isEmpty ? needlessButton(form, name, () => { form.focus(name); }) : []));
  });
  return way;
}
