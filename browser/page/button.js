// A button with a deed.

import { make } from "./elements.js";

/**
 * A button that does something when it is pressed.
 * @param {string} label
 * @param {() => void} act
 */
export function makeButton(label, act) {
  const made = make("button", { type: "button" }, label);
  made.addEventListener("click", act);
  return made;
}
