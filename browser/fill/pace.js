// Shows the text as its facts change: at once, or, on a slow machine, when the key has been painted.

import { later } from "../page/later.js";

const FRAME = 16; // milliseconds: what takes longer is felt as a key that sticks
const OFTEN = 3; // one slow time may be something else's

/** Runs an action at once or soon, by how long it has taken the last times. */
export class Pace {
  #slow = 0; // times in a row
  #isDue = false;

  /**
   * @param {() => void} act
   * @param {(act: () => void) => void} [painted] acts once the browser has painted
   */
  constructor(act, painted = afterPaint) {
    this.act = act;
    this.painted = painted;
  }

  now() {
    this.#isDue = false;
    const begun = performance.now();
    this.act();
    this.#slow = performance.now() - begun > FRAME ? this.#slow + 1 : 0;
  }

  /** Acts at once, or, where that has always taken longer than a picture stands, after the next one. */
  soon() {
    const isSlow = this.#slow >= OFTEN;
    if (!isSlow) this.now();
    else if (!this.#isDue) this.painted(() => { this.settle(); });
    this.#isDue = isSlow;
  }

  /** Acts now if that is still due: somebody asks for what comes of it. */
  settle() {
    if (this.#isDue) this.now();
  }
}

/** @param {() => void} act */
function afterPaint(act) {
  window.requestAnimationFrame(() => { later(act); });
}
