// Explains marked figures and how they were computed, for mouse, touch and keyboard.

import { all, make } from "../page/elements.js";

const DELAY = 200; // milliseconds in which the pointer can move from the figure to its explanation
const GAP = 6; // pixels between figure and explanation

const tip = make("div", { class: "explanation", role: "tooltip", id: "explanation" });
const GROUP = ".document > :is(p, table)"; // whose figures are one Tab stop
/** @type {HTMLElement | null} */
let shownFor = null;
let timer = 0;

/** Turns the titles of marked figures into explanations that Tab and the arrow keys reach. */
export function explainFigures() {
  for (const group of all(`.passage ${GROUP}`)) {
    for (const [index, figure] of all(".fact[title]", group).entries()) {
      figure.dataset["explanation"] = figure.title;
      figure.removeAttribute("title"); // else the browser would show its own tooltip too
      figure.tabIndex = index === 0 ? 0 : -1; // arrow keys move on from the first
    }
  }
  tip.hidden = true;
  document.body.append(tip);
  document.addEventListener("pointerover", (event) => {
    onPointer(event.target);
  });
  document.addEventListener("focusin", (event) => {
    const figure = explained(event.target);
    if (figure) show(figure);
  });
  document.addEventListener("focusout", hide);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape") hide();
    else if (event.key === "ArrowRight") step(event, 1);
    else if (event.key === "ArrowLeft") step(event, -1);
  });
}

/**
 * Moves the focus to the next or the previous figure of the same paragraph or table.
 * @param {KeyboardEvent} event
 * @param {number} way
 */
function step(event, way) {
  const figure = explained(event.target);
  const group = figure?.closest(GROUP);
  const figures = group ? all("[data-explanation]", group) : [];
  const next = figure && figures[figures.indexOf(figure) + way];
  if (!next) return;
  event.preventDefault(); // else the page would scroll sideways
  figure.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/** @param {EventTarget | null} target */
function onPointer(target) {
  window.clearTimeout(timer);
  const figure = explained(target);
  if (figure) show(figure);
  else if (!(target instanceof Node && tip.contains(target))) {
    timer = window.setTimeout(hideUnlessFocused, DELAY);
  }
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLElement | null}
 */
function explained(target) {
  return target instanceof Element ? target.closest("[data-explanation]") : null;
}

/** @param {HTMLElement} figure */
function show(figure) {
  if (figure === shownFor) return;
  hide();
  shownFor = figure;
  tip.textContent = (figure.dataset["explanation"] ?? "").replaceAll(" · ", "\n");
  tip.hidden = false;
  figure.setAttribute("aria-describedby", tip.id);
  position(figure);
}

/**
 * Positions the explanation below the figure's first line, or above it where the window ends.
 * @param {HTMLElement} figure
 */
function position(figure) {
  const box = figure.getClientRects()[0] ?? figure.getBoundingClientRect();
  const { clientWidth, clientHeight } = document.documentElement;
  const below = box.bottom + GAP + tip.offsetHeight <= clientHeight;
  const top = below ? box.bottom + GAP : box.top - GAP - tip.offsetHeight;
  const left = Math.max(GAP, Math.min(box.left, clientWidth - tip.offsetWidth - GAP));
  tip.style.top = `${String(top + window.scrollY)}px`;
  tip.style.left = `${String(left + window.scrollX)}px`;
}

function hideUnlessFocused() {
  if (explained(document.activeElement) !== shownFor) hide();
}

function hide() {
  shownFor?.removeAttribute("aria-describedby");
  shownFor = null;
  tip.hidden = true;
}
