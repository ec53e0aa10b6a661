// The text on this machine: kept only where the reader asks for it.

import { checkbox } from "../page/elements.js";
import { getSetting, setSetting } from "../page/settings.js";

const NAME = "proof.text";
const LONGEST = 1_000_000; // characters: a browser gives a site about five million

/** The choice whether the text is kept, and the text that was. */
export class KeptDraft {
  /** @param {() => string} current */
  constructor(current) {
    this.current = current;
    this.text = getSetting(NAME);
    const { input, label } = checkbox("在本机保留这份文稿，下次接着改", this.text !== "");
    this.input = input;
    this.element = label;
    input.addEventListener("change", () => { this.save(); });
  }

  /** Stores the text where the reader wants it, else nothing. */
  save() {
    const text = this.input.checked ? this.current() : "";
    setSetting(NAME, text.length > LONGEST ? "" : text);
  }
}
