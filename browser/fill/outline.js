// The outline beside the text: its sections with how much of each is filled in, to choose, move and leave out.

import { all, make, putText } from "../page/elements.js";
import { makeButton } from "../page/button.js";
import { ACROSS, DOWN, rove } from "../page/roving.js";
import { headingIn } from "../editing/outline_changes.js";
import { factOf } from "../facts/paths.js";
import { statedValues } from "../preview/stated_values.js";
import { BASICS, formGroups, leftOut } from "./form_groups.js";

/** @typedef {import("./page.js").FillPage} FillPage */
/** @typedef {import("./form_groups.js").Group} Group */
/** @typedef {import("../schema/types.js").Block} Block */
/** @typedef {import("../schema/types.js").Facts} Facts */
/** @typedef {[done: number, due: number]} Progress */

const OFF = "不写";
const NOTHING = "可不填";

/** The list of sections; one of them is the current one. */
export class Outline {
  /** @type {Group[]} */
  groups = [];
  current = BASICS;
  #known = ""; // the sections that the list shows
  /** @type {Map<string, {button: HTMLElement, done: HTMLElement}>} by section */
  #lines = new Map();
  /** @type {import("../library/summary.js").Summary | undefined} */
  #summary;

  /** @param {FillPage} page */
  constructor(page) {
    this.page = page;
    this.total = make("span", { class: "outline-done" });
    this.list = make("ol", { role: "toolbar", "aria-orientation": "vertical", "aria-label": "章节" });
    this.more = make("div", { class: "outline-more" });
    const head = make("div", { class: "outline-head" }, make("b", {}, "提纲"), this.total);
    this.element = make("nav", { class: "fill-outline", "aria-label": "提纲" }, head, this.list, this.more);
    this.list.addEventListener("keydown", (event) => {
      this.#key(event);
    });
    this.settle = rove(this.list, () => [...this.#lines.values()].map(({ button }) => button), DOWN);
  }

  /**
   * Takes the sections of a draft.
   * @param {import("../library/summary.js").Summary} summary
   */
  follow(summary) {
    if (summary === this.#summary) return;
    this.#summary = summary;
    this.groups = formGroups(summary);
    const left = leftOut(summary);
    const known = JSON.stringify([this.groups.map(({ id, name, over }) => [id, name, over]), left]);
    if (known !== this.#known) this.#make(left);
    this.#known = known;
  }

  /**
   * Shows how much of each section is filled in, and what else keeps the text a draft: mistakes, and what was carried
   * over and is still to be confirmed.
   * @param {import("../preview/live_document.js").LiveDocument} live
   * @param {import("../drafts/state.js").State} state
   * @param {import("../schema/types.js").Problem[]} problems
   */
  show({ blocks, carried }, { facts, without }, problems) {
    const wrong = problems.map(({ path }) => factOf(path));
    const found = progressBySection(blocks, facts);
    for (const group of this.groups) {
      const line = this.#lines.get(group.id);
      const names = new Set([...group.facts, ...group.rates]);
      const mistakes = wrong.filter((name) => names.has(name)).length;
      const kept = carried.filter((name) => names.has(name)).length;
      const isOff = without.includes(group.id);
      const left = [mistakes && `有误${String(mistakes)}`, kept && `待核${String(kept)}`, inWords(found.get(group.id)) || NOTHING];
      if (line) putText(line.done, isOff ? OFF : left.filter(Boolean).join(" "));
      line?.button.classList.toggle("outline-off", isOff);
      line?.button.classList.toggle("outline-wrong", mistakes > 0);
    }
    const all = inWords(sum([...found.values()]));
    putText(this.total, all && `已填${all}`);
  }

  /** How much of the whole text is filled in as it stands now, for what is saved with the draft. */
  get progress() {
    const { live, store } = this.page;
    const [done, total] = sum([...progressBySection(live.blocks, store.state.facts).values()]);
    return { done, total };
  }

  /**
   * Marks the section that is being filled in.
   * @param {string} id
   */
  choose(id) {
    this.current = id;
    for (const [name, { button }] of this.#lines) {
      if (name === id) button.setAttribute("aria-current", "true");
      else button.removeAttribute("aria-current");
    }
  }

  /** @param {string[]} left the sections that could be written, and are not */
  #make(left) {
    this.#lines.clear();
    const focused = document.activeElement instanceof HTMLElement ? document.activeElement.dataset["section"] : "";
    this.list.replaceChildren(...this.groups.map((group) => this.#line(group)));
    this.more.replaceChildren(...this.#additions(left));
    this.choose(this.current);
    this.settle();
    if (focused) this.#lines.get(focused)?.button.focus();
  }

  /** @param {Group} group */
  #line({ id, name, over, entry }) {
    const done = make("span", { class: "outline-done" });
    const open = () => {
      this.page.open(id);
    };
    const keys = entry ? { "aria-keyshortcuts": "Alt+ArrowUp Alt+ArrowDown Delete" } : {};
    const button = makeButton("", open, { "data-section": id, class: "outline-section", ...keys });
    button.append(make("span", {}, name), done);
    this.#lines.set(id, { button, done });
    const tools = entry ? [this.#tools(id, name)] : [];
    const head = over ? [make("span", { class: "outline-over" }, over)] : [];
    return make("li", { role: "none" }, ...head, button, ...tools);
  }

  /**
   * @param {string} id
   * @param {string} name
   */
  #tools(id, name) {
    const tool = (/** @type {string} */ label, /** @type {string} */ what, /** @type {() => void} */ act) =>
      makeButton(label, act, { "aria-label": `${name}：${what}`, title: what, tabindex: "-1" });
    return make(
      "span",
      { class: "outline-tools" },
      tool("↑", "上移", () => { this.#move(id, -1); }),
      tool("↓", "下移", () => { this.#move(id, 1); }),
      tool("×", "本期不写", () => { this.#leaveOut(id); }),
    );
  }

  /** @param {string[]} left */
  #additions(left) {
    const { archetype, store } = this.page;
    const add = makeButton("＋一节", () => {
      this.page.withEditing((editing) => { editing.openSections(); });
    });
    const back = left.map((id) => {
      const own = store.state.content.own?.sections?.[id]?.name;
      const name = own ?? headingIn(archetype.outline, id) ?? archetype.sections[id]?.name ?? id;
      return makeButton(`恢复“${name}”`, () => {
        this.page.withEditing((editing) => { editing.restore(id); });
      });
    });
    return [add, ...(back.length > 0 ? [make("p", {}, "本期不写的章节：", ...back)] : [])];
  }

  /**
   * @param {string} id
   * @param {-1 | 1} by
   */
  #move(id, by) {
    this.page.withEditing((editing) => { editing.moveSection(id, by); });
  }

  /** @param {string} id */
  #leaveOut(id) {
    this.page.withEditing((editing) => { editing.leaveOut(id); });
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const { key, altKey, target } = event;
    if (!(target instanceof HTMLElement)) return;
    const id = target.dataset["section"] ?? "";
    const entry = this.groups.find((group) => group.id === id)?.entry;
    if (DOWN[key] && altKey && entry) this.#move(id, DOWN[key]);
    else if (ACROSS[key]) stepAcross(target, ACROSS[key]);
    else if (key === "Delete" && entry) this.#leaveOut(id);
    else return;
    event.preventDefault();
  }
}

/**
 * Moves the focus between a section and what can be done with it.
 * @param {HTMLElement} button
 * @param {-1 | 1} by
 */
function stepAcross(button, by) {
  const line = all("button", button.closest("li") ?? button);
  line[line.indexOf(button) + by]?.focus();
}

/**
 * How many of the values that each section states first are filled in, of how many.
 * @param {Block[]} blocks
 * @param {Facts} facts
 * @returns {Map<string, Progress>}
 */
function progressBySection(blocks, facts) {
  /** @type {Map<string, Progress>} */
  const found = new Map();
  for (const { section, isDue } of statedValues(blocks, facts).values()) {
    const [done, all] = found.get(section || BASICS) ?? [0, 0];
    found.set(section || BASICS, [done + (isDue ? 0 : 1), all + 1]);
  }
  return found;
}

/** @param {Progress} [progress] */
function inWords([done, due] = [0, 0]) {
  if (due === 0) return "";
  return done === due ? "✓" : `${String(done)}/${String(due)}`;
}

/**
 * @param {Progress[]} all
 * @returns {Progress}
 */
function sum(all) {
  return all.reduce(([a, b], [done, due]) => [a + done, b + due], [0, 0]);
}
