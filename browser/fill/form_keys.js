// Goes from field to field of the form by Enter.

import { all } from "../page/elements.js";
import { isComposed } from "./field.js";

const PASSED = ".fact-box--computed, details:not([open])"; // what need not be filled in

/**
 * Goes to the next field by Enter, with Shift to the one before.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} form
 */
export function leaveByEnter(event, form) {
  const { key, shiftKey, ctrlKey, target } = event;
  if (key !== "Enter" || ctrlKey || isComposed(event) || !(target instanceof HTMLElement)) return false;
  if (target.enterKeyHint !== "next" && !(target instanceof HTMLSelectElement)) return false;
  // after the last field of a list comes the button that adds to it: what is typed next belongs there
  const fields = all("[data-path], .rows:not(:empty) + button", form)
    .filter((field) => field === target || (field.offsetParent && !field.closest(PASSED)));
  fields[fields.indexOf(target) + (shiftKey ? -1 : 1)]?.focus();
  return true;
}
