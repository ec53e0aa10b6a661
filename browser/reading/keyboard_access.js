// Gives the keyboard what the theme gives only the mouse: the menu and search of narrow screens,
// and tables that scroll sideways.

import { all, make } from "../page/elements.js";

// Up to these widths the theme's menu is a drawer over the page, and the contents a panel over it.
const DRAWER = "(max-width: 76.2344em)";
const CONTENTS = "(max-width: 59.9844em)";

/** Puts a button in the place of each header label that opens the menu or the search. */
export function makeHeaderReachable() {
  for (const label of all("label.md-header__button[for=__search]")) buttonFor(label, "搜索");
  const drawer = document.querySelector(".md-sidebar--primary");
  const label = document.querySelector("label.md-header__button[for=__drawer]");
  if (!(drawer instanceof HTMLElement) || !(label instanceof HTMLElement)) return;
  drawer.id = "menu";
  trapFocus(drawer, document.body, buttonFor(label, "菜单"), DRAWER);
  makeContentsReachable(drawer);
}

/**
 * The contents of the page at hand are a panel of their own, over the rest of the menu.
 * @param {HTMLElement} drawer
 */
function makeContentsReachable(drawer) {
  const panel = drawer.querySelector(".md-nav--secondary");
  const [link, title] = all("label[for=__toc]", drawer);
  if (!(panel instanceof HTMLElement) || !link || !title) return;
  panel.id = "menu-contents";
  trapFocus(panel, drawer, buttonFor(link), CONTENTS);
  buttonFor(title);
}

/**
 * Puts a button in a label's place.  It keeps the label's `for`, by which the theme's styles know it.
 * @param {HTMLElement} label
 * @param {string} [name]
 */
function buttonFor(label, name) {
  const toggle = label.getAttribute("for") ?? "";
  const button = make("button", { type: "button", class: label.className, for: toggle });
  if (name) button.setAttribute("aria-label", name);
  button.append(...label.childNodes);
  button.addEventListener("click", () => document.getElementById(toggle)?.click());
  label.replaceWith(button);
  return button;
}

/**
 * Keeps the focus in a panel while it lies over the page, and out of it while it is away.
 * @param {HTMLElement} panel
 * @param {HTMLElement} root
 * @param {HTMLButtonElement} button
 * @param {string} width where it lies over the page
 */
function trapFocus(panel, root, button, width) {
  const toggle = document.getElementById(button.getAttribute("for") ?? "");
  if (!(toggle instanceof HTMLInputElement)) return;
  const narrow = window.matchMedia(width);
  button.setAttribute("aria-controls", panel.id);
  const update = () => {
    panel.inert = narrow.matches && !toggle.checked;
    setOutsideInert(panel, root, narrow.matches && toggle.checked);
    button.setAttribute("aria-expanded", String(toggle.checked));
  };
  toggle.addEventListener("change", () => {
    const leaves = panel.contains(document.activeElement); // not by a link to a place on the page
    update();
    if (!narrow.matches) return;
    if (toggle.checked) firstIn(panel)?.focus({ preventScroll: true });
    else if (leaves) button.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked && narrow.matches) toggle.click();
  });
  narrow.addEventListener("change", update);
  window.addEventListener("pageshow", update); // on the way back a browser may restore the toggle
  update();
}

/** @param {HTMLElement} panel */
function firstIn(panel) {
  return all("a, button", panel).find((element) => !element.closest("[inert]"));
}

/**
 * Puts everything around an open panel out of reach, but for the shade that closes it.
 * @param {HTMLElement} panel
 * @param {HTMLElement} root
 * @param {boolean} aside
 */
function setOutsideInert(panel, root, aside) {
  for (let node = panel; node !== root && node.parentElement; node = node.parentElement) {
    for (const other of /** @type {HTMLElement[]} */ ([...node.parentElement.children])) {
      if (other !== node && !other.matches(".md-overlay, .md-toggle")) other.inert = aside;
    }
  }
}

/** Lets the boxes that the theme puts around wide tables be scrolled by the arrow keys. */
export function makeTablesReachable() {
  for (const box of all(".md-typeset__scrollwrap")) {
    box.tabIndex = 0;
    box.setAttribute("role", "group");
    box.setAttribute("aria-label", "表格");
  }
}
