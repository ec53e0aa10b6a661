// One stop for Tab in a group of controls, as in the pattern of a toolbar: arrow keys lead from one to the next,
// Home and End to the ends.

/** @typedef {Record<string, -1 | 1>} Steps by the key that makes them */

/** @type {Steps} */
export const ACROSS = { ArrowLeft: -1, ArrowRight: 1 };
/** @type {Steps} */
export const DOWN = { ArrowUp: -1, ArrowDown: 1 };

/**
 * Makes a group one stop for Tab; what is returned makes it so again when its controls have changed.
 * @param {HTMLElement} group
 * @param {() => HTMLElement[]} controls those that can have the focus now
 * @param {Steps} [steps]
 */
export function rove(group, controls, steps = ACROSS) {
  /** @type {HTMLElement | undefined} */
  let stop;
  const settle = () => {
    const all = controls();
    if (!stop || !all.includes(stop)) stop = all[0];
    for (const control of all) control.tabIndex = control === stop ? 0 : -1;
  };
  group.addEventListener("focusin", ({ target }) => {
    const focused = controls().find((control) => control === target);
    if (!focused) return;
    stop = focused;
    settle();
  });
  group.addEventListener("keydown", (event) => {
    const next = event.altKey || event.ctrlKey ? undefined : reached(event, controls(), steps);
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
  settle();
  return settle;
}

/**
 * The control that a key leads to from the one where it was pressed.
 * @param {KeyboardEvent} event
 * @param {HTMLElement[]} all
 * @param {Steps} steps
 */
function reached({ key, target }, all, steps) {
  const at = all.findIndex((control) => control === target);
  if (at < 0) return undefined;
  const by = steps[key];
  if (by) return all[at + by];
  return key === "Home" ? all[0] : key === "End" ? all.at(-1) : undefined;
}
