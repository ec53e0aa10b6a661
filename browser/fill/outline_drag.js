// Moves a section by dragging its line in the outline with a mouse or a pen; a finger scrolls, and has the arrows.

import { all } from "../page/elements.js";

const FAR = 6; // pixels: a shorter way is a click
const DRAGGED = "outline-dragged";
const AFTER = "outline-after";

/** The dragging of one list. */
export class OutlineDrag {
  /** @type {HTMLElement | null} the line that is pressed */
  #line = null;
  #from = 0;

  /**
   * @param {HTMLElement} list
   * @param {(id: string, after: string | undefined) => void} place moves a section after another one, or to the start
   */
  constructor(list, place) {
    this.list = list;
    this.place = place;
    list.addEventListener("pointerdown", (event) => { this.#press(event); });
    list.addEventListener("pointermove", (event) => { this.#move(event); });
    list.addEventListener("pointerup", () => { this.#drop(); });
    list.addEventListener("pointercancel", () => { this.#end(); });
    document.addEventListener("keydown", ({ key }) => {
      if (key === "Escape") this.#end();
    });
  }

  /** The lines that can be moved. */
  get #lines() {
    return all("li", this.list).filter((line) => line.querySelector(".outline-tools"));
  }

  /** @param {PointerEvent} event */
  #press({ target, button, pointerType, clientY }) {
    const pressed = target instanceof Element ? target.closest(".outline-section") : null;
    const line = pressed?.parentElement ?? null;
    const isMeant = button === 0 && pointerType !== "touch" && line && this.#lines.includes(line);
    this.#line = isMeant ? line : null;
    this.#from = clientY;
  }

  /** @param {PointerEvent} event */
  #move({ pointerId, clientY }) {
    const line = this.#line;
    if (!line) return;
    const isDragged = line.classList.contains(DRAGGED);
    if (!isDragged && Math.abs(clientY - this.#from) < FAR) return;
    if (!isDragged) this.list.setPointerCapture(pointerId); // so that it is no click on a line
    line.classList.add(DRAGGED);
    this.#mark(clientY);
  }

  /**
   * Marks the line after which the section would stand; to the start leads the line of the basics.
   * @param {number} y
   */
  #mark(y) {
    const above = this.#lines.filter((line) => middle(line) < y).pop() ?? this.list.firstElementChild;
    for (const line of this.list.children) line.classList.toggle(AFTER, line === above);
  }

  #drop() {
    const id = idOf(this.#line);
    const after = this.list.querySelector(`.${AFTER}`);
    const isSection = after instanceof HTMLElement && this.#lines.includes(after);
    const isMoved = after !== null && after !== this.#line;
    this.#end();
    if (id && isMoved) this.place(id, isSection ? idOf(after) : undefined);
  }

  #end() {
    this.#line = null;
    for (const line of this.list.children) line.classList.remove(DRAGGED, AFTER);
  }
}

/** @param {Element} line */
function middle(line) {
  const { top, bottom } = line.getBoundingClientRect();
  return (top + bottom) / 2;
}

/** @param {Element | null} line */
function idOf(line) {
  const button = line?.querySelector(".outline-section");
  return button instanceof HTMLElement ? button.dataset["section"] : undefined;
}
