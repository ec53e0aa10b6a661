// The box of a computed indicator in the form: what is computed of the figures above it, and how; its own field
// for who knows the rate alone.

import { make, putText } from "../page/elements.js";
import { valueAt } from "../facts/paths.js";
import { sideName } from "./period_choice.js";
import { unitOf } from "../schema/fact_types.js";

/** @typedef {import("./form.js").Form} Form */
/** @typedef {import("../schema/types.js").FactSpec} FactSpec */
/** @typedef {import("../facts/computed_sides.js").Side} Side */

/**
 * Makes the part below the label; what it gives is called whenever figures have changed.
 * @param {Form} form
 * @param {string} name
 * @param {FactSpec} spec
 */
export function computedBox(form, name, spec) {
  const sides = /** @type {Side[]} */ (form.sidesOf(spec));
  const lines = sides.map(() => make("p", { class: "fact-computed" }));
  const fields = sides.map((side) => form.sideField(name, side, spec));
  const entered = make("div", { class: "fact-sides" }, ...fields.map(({ element }) => element));
  const own = make("details", { class: "fill-notes" }, make("summary", {}, "只知道比率的，直接填"), entered);
  const compute = () => {
    const made = form.computed(name);
    const isEntered = sides.some((side) => valueAt(form.store.state.facts, `${name}.${side}`));
    const isKnown = sides.every((side) => made[side].text);
    for (const [at, side] of sides.entries()) {
      const { text, formula } = made[side];
      putText(/** @type {HTMLElement} */ (lines[at]), text && `${sideName(side, form.store.state.facts)}${text}${unitOf(spec)}（${formula}）`);
    }
    if (isEntered) own.open = true;
    own.hidden = isKnown && !isEntered && !own.contains(document.activeElement);
  };
  return { elements: [...lines, own], compute };
}
