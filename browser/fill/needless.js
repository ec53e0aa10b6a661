// The way out of a fact that a list makes needless, once the list says that there is none: a summary without a goal.

import { makeButton } from "../page/button.js";
import { isFilled } from "../facts/paths.js";
import { noneOf } from "./none_words.js";

/** @typedef {import("./form.js").Form} Form */

/**
 * The button that says there is none; none where a fact has no such list, or the list is given.
 * @param {Form} form
 * @param {string} name
 * @param {() => void} [then]
 */
export function needlessButton({ specs, store }, name, then) {
  const spec = specs[name];
  const list = spec?.covered_by;
  if (!list || isFilled(store.state.facts, list)) return [];
  const none = () => {
    store.change(`${list} none`, { facts: { ...store.state.facts, [list]: [] } });
    then?.();
  };
  return [makeButton(noneOf(spec), none)];
}
