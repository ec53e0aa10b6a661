// The keys of the search box: F, S and / open it, arrows go through the results, Enter opens the best one,
// Escape and Tab close it, and what is typed elsewhere in it goes to the query.

/** @typedef {import("./search_box.js").SearchBox} SearchBox */

const OPENING = ["f", "s", "/"];
const TYPING = "input, select, textarea, [contenteditable]";

/** @param {SearchBox} box */
export function listenToKeys(box) {
  document.addEventListener("keydown", (event) => {
    if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (box.isOpen) pressInside(box, event);
    else pressOutside(box, event);
  });
}

/**
 * @param {SearchBox} box
 * @param {KeyboardEvent} event
 */
function pressOutside({ query }, event) {
  const isTyping = document.activeElement?.matches(TYPING) ?? false;
  if (isTyping || !OPENING.includes(event.key)) return;
  event.preventDefault();
  query.focus();
  query.select();
}

/**
 * @param {SearchBox} box
 * @param {KeyboardEvent} event
 */
function pressInside(box, event) {
  const { key } = event;
  if (key === "Escape" || key === "Tab") {
    box.isOpen = false;
    box.query.blur();
  } else if (key === "ArrowDown" || key === "ArrowUp") {
    event.preventDefault();
    step(box, key === "ArrowDown" ? 1 : -1);
  } else if (key === "Enter" && document.activeElement === box.query) {
    event.preventDefault();
    box.first?.click();
  } else if (key.length === 1 && key !== " ") {
    if (!document.activeElement?.matches(TYPING)) box.query.focus(); // and the character lands there
  }
}

/**
 * @param {SearchBox} box
 * @param {number} by
 */
function step({ stops }, by) {
  const at = stops.findIndex((stop) => stop === document.activeElement);
  stops[(Math.max(0, at) + by + stops.length) % stops.length]?.focus();
}
