// The menu on narrow screens: the keyboard reaches it, which the theme offers only to the mouse, and it closes once a
// link to a place on the page has been followed.

import { all, make } from "../page/elements.js";

// Up to these widths the theme's menu is a drawer over the page, and the table of contents a panel over that.
const DRAWER = "(max-width: 76.2344em)";
const CONTENTS = "(max-width: 59.9844em)";

/** Replaces the label in the header that opens the menu by a button. */
export function makeHeaderReachable() {
  const drawer = document.querySelector(".md-sidebar--primary");
  const label = document.querySelector("label.md-header__button[for=__drawer]");
  if (!(drawer instanceof HTMLElement) || !(label instanceof HTMLElement)) return;
  drawer.id = "menu";
  trapFocus(drawer, document.body, buttonFor(label, "菜单"), DRAWER);
  makeContentsReachable(drawer);
  window.addEventListener("hashchange", closeMenu);
}

function closeMenu() {
  const toggle = document.getElementById("__drawer");
  if (toggle instanceof HTMLInputElement && toggle.checked) toggle.click();
}

/**
 * Makes the table of contents accessible, which is a panel over the rest of the menu.
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
 * Replaces a label by a button; it keeps the label's `for`, which the theme's styles refer to.
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
 * Keeps the focus inside a panel while it lies over the page, and outside while it is closed.
 * @param {HTMLElement} panel
 * @param {HTMLElement} root
 * @param {HTMLButtonElement} button
 * @param {string} width the media query under which it lies over the page
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
    const leaves = panel.contains(document.activeElement); // not when a link to a place on the page was followed
    update();
    if (!narrow.matches) return;
    if (toggle.checked) firstIn(panel)?.focus({ preventScroll: true });
    else if (leaves) button.focus({ preventScroll: true });
  });
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && toggle.checked && narrow.matches) toggle.click();
  });
  narrow.addEventListener("change", update);
  window.addEventListener("pageshow", update); // going back, a browser may restore the toggle
  update();
}

/** @param {HTMLElement} panel */
function firstIn(panel) {
  return all("a, button", panel).find((element) => !element.closest("[inert]"));
}

/**
 * Makes everything around an open panel inert, except the overlay that closes it.
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
