// A file of the period before, with which the text is compared.

import { makeButton } from "../page/button.js";
import { make } from "../page/elements.js";
import { readFiles } from "./lazy_files.js";

/** The button that opens such a file, and closes it. */
export class PreviousFile {
  /**
   * @param {(text: string) => void} opened with an empty text where it is closed
   * @param {(message: string) => void} tell
   */
  constructor(opened, tell) {
    this.opened = opened;
    this.tell = tell;
    this.input = make("input", { type: "file", accept: ".docx,.txt,.md", class: "visually-hidden", tabindex: "-1", "aria-label": "上期文稿" });
    this.input.addEventListener("change", () => void this.#open());
    this.button = makeButton("与上期稿比对", () => { this.#press(); }, { title: "打开上期的文稿，找出照搬的句子" });
    this.element = make("span", { class: "proof-files" }, this.button, this.input);
  }

  #press() {
    if (!this.input.value) {
      this.input.click();
      return;
    }
    this.input.value = "";
    this.button.textContent = "与上期稿比对";
    this.opened("");
  }

  async #open() {
    const file = this.input.files?.[0];
    if (!file) return;
    const [read = ""] = await readFiles([file]);
    if (typeof read === "string") {
      this.input.value = "";
      this.tell(read);
      return;
    }
    this.button.textContent = "不再比对上期稿";
    this.opened(read.text);
    this.tell(`已与“${file.name}”比对，照搬的句子列在下面。`);
  }
}
