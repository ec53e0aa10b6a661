// Makes buttons.

import { make } from "./elements.js";

/**
 * Makes a button that runs an action when it is pressed.
 * @param {string} label
 * @param {() => void} act
 * @param {Record<string, string>} [attributes]
 */
export function makeButton(label, act, attributes) {
  const button = make("button", { type: "button", ...attributes }, label);
  button.addEventListener("click", act);
  return button;
}
