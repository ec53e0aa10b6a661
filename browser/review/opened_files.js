// Opens files that the reader chooses or drops; of several, one is in the field and the others wait in a list.

import { make } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { readFiles } from "./lazy_files.js";

/** @typedef {import("./lazy_files.js").OpenedFile} OpenedFile */

const TYPES = ".docx,.txt,.md,.markdown,text/plain";
const MOST = 30; // files at once

/** The button, and the list of the files that are open. */
export class OpenedFiles {
  /** @type {OpenedFile[]} */
  files = [];
  #at = 0;

  /** @param {{ opened: (file: OpenedFile) => void, refused: (messages: string[]) => void }} told */
  constructor(told) {
    this.told = told;
    this.input = make("input", { type: "file", accept: TYPES, multiple: "", class: "visually-hidden", tabindex: "-1", "aria-label": "打开文件" });
    this.input.addEventListener("change", () => void this.open([...(this.input.files ?? [])]));
    this.button = makeButton("打开文件", () => { this.input.click(); }, { class: "proof-main" });
    this.select = make("select", { "aria-label": "已打开的文件", autocomplete: "off" });
    this.select.hidden = true;
    this.select.addEventListener("change", () => { this.#show(Number(this.select.value)); });
    this.element = make("span", { class: "proof-files" }, this.button, this.input, this.select);
  }

  /** The name of the file in the field; empty where it was pasted. */
  get name() {
    return this.files[this.#at]?.name ?? "";
  }

  /** @param {File[]} files */
  async open(files) {
    if (files.length === 0) return;
    const read = await readFiles(files.slice(0, MOST));
    this.input.value = ""; // so that the same file can be chosen again
    const opened = read.filter((one) => typeof one !== "string");
    const messages = read.filter((one) => typeof one === "string");
    if (files.length > MOST) messages.push(`一次最多打开${String(MOST)}个文件，其余的没有打开。`);
    if (opened.length > 0) this.#take(opened);
    this.told.refused(messages);
  }

  /** @param {OpenedFile[]} opened */
  #take(opened) {
    this.files = opened;
    this.select.replaceChildren(...opened.map(({ name }, at) => make("option", { value: String(at) }, name)));
    this.select.hidden = opened.length < 2;
    this.#at = -1;
    this.#show(0);
  }

  /** @param {number} at */
  #show(at) {
    const file = this.files[at];
    if (!file) return;
    this.#at = at;
    this.told.opened(file);
  }

  /**
   * Keeps what the reader has changed in the file that is in the field.
   * @param {string} text
   */
  keep(text) {
    const file = this.files[this.#at];
    if (file) file.text = text;
  }

  /** Forgets all files. */
  close() {
    this.files = [];
    this.select.hidden = true;
  }
}
