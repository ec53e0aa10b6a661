// Switches between light and dark.  What is chosen is kept as the theme keeps it: a line in its header applies it
// before anything is drawn.

import { all, make } from "../page/elements.js";
import { later } from "../page/later.js";

/**
 * @typedef {object} Palette what is kept; `media` is the word for both schemes while nothing has been chosen
 * @property {number} index
 * @property {Record<string, string | null>} color
 */
/** @typedef {{ __md_get(name: string): Palette | null, __md_set(name: string, value: Palette): void }} Kept */

const NAME = "__palette";
const SYSTEM = "(prefers-color-scheme)";
const KEYS = ["media", "scheme", "primary", "accent"];
const kept = /** @type {Kept} */ (/** @type {unknown} */ (window)); // the line in the header defines both
const DARK = window.matchMedia("(prefers-color-scheme: dark)");

/** Makes the switch in the header work. */
export function switchColours() {
  const form = document.querySelector("[data-md-component=palette]");
  if (!(form instanceof HTMLElement)) return;
  const inputs = /** @type {HTMLInputElement[]} */ (all("input", form));
  const bar = document.head.appendChild(make("meta", { name: "theme-color" }));
  const header = /** @type {HTMLElement} */ (form.closest("header"));
  const show = (/** @type {number} */ index) => {
    draw(inputs, index);
    // once the page has been painted: asked for here, styles would have to be computed while it is still being read
    requestAnimationFrame(() => { later(() => { bar.content = getComputedStyle(header).backgroundColor; }); });
  };
  form.addEventListener("change", ({ target }) => {
    const index = inputs.findIndex((input) => input === target);
    keep({ index, color: colours(inputs, index) });
    show(index);
  });
  form.addEventListener("keydown", ({ key }) => {
    if (key === "Enter") turn(inputs);
  });
  DARK.addEventListener("change", () => { show(current(inputs)); });
  show(current(inputs));
}

/**
 * The scheme that was chosen, else that of the system.
 * @param {HTMLInputElement[]} inputs
 */
function current(inputs) {
  const palette = read();
  if (palette && palette.color["media"] !== SYSTEM && palette.index in inputs) return palette.index;
  const index = Math.max(0, inputs.findIndex((input) => window.matchMedia(input.dataset["mdColorMedia"] ?? "").matches));
  keep({ index, color: { media: SYSTEM } });
  return index;
}

/** What is kept; nothing where storage is denied. */
function read() {
  try {
    return kept.__md_get(NAME);
  } catch {
    return null;
  }
}

/** @param {Palette} palette */
function keep(palette) {
  try {
    kept.__md_set(NAME, palette);
  } catch {
    // denied: the choice lasts for this page
  }
}

/**
 * @param {HTMLInputElement[]} inputs
 * @param {number} index
 */
function colours(inputs, index) {
  return Object.fromEntries(KEYS.map((key) => [key, inputs[index]?.getAttribute(`data-md-color-${key}`) ?? ""]));
}

/**
 * Puts a scheme on the page, and shows the label that leads to the next one.
 * @param {HTMLInputElement[]} inputs
 * @param {number} index
 */
function draw(inputs, index) {
  for (const [at, { nextElementSibling: label }] of inputs.entries()) {
    if (label instanceof HTMLElement) label.hidden = at !== index;
  }
  const { body } = document;
  const chosen = colours(inputs, index);
  const isOther = body.getAttribute("data-md-color-scheme") !== chosen["scheme"]; // not what was drawn from the start
  if (isOther) body.setAttribute("data-md-color-switching", ""); // no movement from one to the other
  for (const [key, value] of Object.entries(chosen)) body.setAttribute(`data-md-color-${key}`, value);
  if (isOther) setTimeout(() => { body.removeAttribute("data-md-color-switching"); });
}

/**
 * Goes on to the next scheme, by the keyboard.
 * @param {HTMLInputElement[]} inputs
 */
function turn(inputs) {
  const next = inputs[(current(inputs) + 1) % inputs.length];
  next?.click();
  next?.focus();
}
