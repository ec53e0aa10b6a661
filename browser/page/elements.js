// Makes and finds elements; text is inserted as text, never as markup.

/**
 * Makes an element; children that are null are left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string>} [attributes]
 * @param {(Node | string | null)[]} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children.filter((child) => child !== null));
  return element;
}

/**
 * Finds all elements that match a selector.
 * @param {string} selector
 * @param {ParentNode} [root]
 * @returns {HTMLElement[]}
 */
export function all(selector, root = document) {
  return [.../** @type {NodeListOf<HTMLElement>} */ (root.querySelectorAll(selector))];
}

/**
 * Writes a text into an element where it is another one, so that it is not told again.
 * @param {HTMLElement} element
 * @param {string} text
 */
export function putText(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

/**
 * Makes a labelled checkbox.
 * @param {string} text
 * @param {boolean} checked
 */
export function checkbox(text, checked) {
  const input = make("input", { type: "checkbox", autocomplete: "off" });
  input.checked = checked;
  return { input, label: make("label", { class: "reading-switch" }, input, text) };
}
