// Leaves work to tasks of its own, so that the browser can paint and answer the reader in between.

const TURN = 10; // milliseconds of work before the browser has its turn

/** @param {() => void} act */
export function later(act) {
  window.setTimeout(act);
}

/**
 * Does work a step at a time, in each task as many as there is room for.
 * @param {Iterator<unknown>} steps
 * @param {(act: () => void) => void} [turn] acts in a task of its own
 */
export function inTurns(steps, turn = later) {
  turn(() => {
    const end = performance.now() + TURN;
    let { done } = steps.next();
    while (!done && performance.now() < end) ({ done } = steps.next());
    if (!done) inTurns(steps, turn);
  });
}
