// The switch between example offices; one is shown at a time, with its passages and its whole text.

import { all, make } from "../page/elements.js";
import { withScrollAnchor } from "../page/scroll_anchor.js";

/** Makes the switch; null where there is only one office. */
export function officeSwitch() {
  const examples = all(".example[data-office]");
  if (examples.length < 2) return null;
  const inputs = examples.map(officeInput);
  const choose = (/** @type {string} */ office) => {
    for (const input of inputs) input.checked = input.value === office;
    show(office);
  };
  for (const input of inputs) {
    input.addEventListener("change", () => {
      withScrollAnchor(() => {
        choose(input.value);
      });
    });
  }
  for (const example of examples) offerToShow(example, choose);
  followAddress(examples, choose);
  const labels = inputs.map((input, index) =>
    make("label", {}, input, examples[index]?.dataset["officeName"] ?? ""),
  );
  const legend = make("legend", {}, "示例单位");
  return make("fieldset", { class: "reading-offices" }, legend, ...labels);
}

/**
 * @param {HTMLElement} example
 * @param {number} index
 */
function officeInput(example, index) {
  const value = example.dataset["office"] ?? "";
  const input = make("input", { type: "radio", name: "office", value, autocomplete: "off" });
  input.checked = index === 0;
  return input;
}

/** @param {string} office */
function show(office) {
  for (const element of all("[data-office]")) {
    element.hidden = element.dataset["office"] !== office;
  }
  for (const button of all("[data-shows]")) button.hidden = button.dataset["shows"] === office;
}

/**
 * Puts a button that shows the example under its heading.
 * @param {HTMLElement} example
 * @param {(office: string) => void} choose
 */
function offerToShow(example, choose) {
  const office = example.dataset["office"] ?? "";
  const attributes = { type: "button", class: "copy", "data-shows": office };
  const button = make("button", attributes, "显示这一篇");
  button.addEventListener("click", () => {
    choose(office);
    example.tabIndex = -1; // the button is hidden now, so the text takes the focus
    example.focus({ preventScroll: true });
    button.previousElementSibling?.scrollIntoView(); // its heading
  });
  example.before(button);
}

/**
 * Shows the example whose heading a link leads to.
 * @param {HTMLElement[]} examples
 * @param {(office: string) => void} choose
 */
function followAddress(examples, choose) {
  const follow = () => {
    const id = window.location.hash.slice(1);
    const wanted = examples.find((_, index) => id === `example-${String(index + 1)}`);
    if (!wanted) return;
    choose(wanted.dataset["office"] ?? "");
    document.getElementById(id)?.scrollIntoView();
  };
  show(examples[0]?.dataset["office"] ?? "");
  follow();
  window.addEventListener("hashchange", follow);
}
