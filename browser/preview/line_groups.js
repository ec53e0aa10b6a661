// Shows groups of lines so that they can change under the reader's hands: what reads as before stays as it is, with
// the focus in it, and the list scrolled to where it was.

import { make, putText } from "../page/elements.js";
import { makeButton } from "../page/button.js";

/** @typedef {import("./review_groups.js").Group} Group */
/** @typedef {import("./review_groups.js").Line} Line */

/** The groups; one of their lines may be the one where the reader is. */
export class LineGroups {
  /** @type {Map<string, ShownGroup>} by id */
  #groups = new Map();
  #current = "";

  /** @param {(key: string) => void} onUse is told which line the reader uses */
  constructor(onUse) {
    this.onUse = onUse;
    this.element = make("div", { class: "review-groups" });
  }

  /** @param {Group[]} groups */
  show(groups) {
    const before = this.#groups;
    this.#groups = new Map(groups.map((group) => [group.id, before.get(group.id) ?? new ShownGroup(group, this.onUse)]));
    for (const group of groups) this.#groups.get(group.id)?.show(group);
    arrange(this.element, [...this.#groups.values()].map(({ element }) => element));
    this.mark(this.#current);
  }

  /** All lines, in their order. */
  get lines() {
    return [...this.#groups.values()].flatMap(({ lines }) => lines);
  }

  /** The lines that are not folded in. */
  get seen() {
    return this.lines.filter(({ element }) => !element.closest("details:not([open])"));
  }

  /**
   * Marks the line where the reader is.
   * @param {string} key
   */
  mark(key) {
    this.#current = key;
    for (const line of this.lines) line.mark(line.key === key);
  }

  /** @param {string} id */
  group(id) {
    return this.#groups.get(id);
  }
}

/** A group: its heading, what is said below it, its lines. */
class ShownGroup {
  /** @type {ShownLine[]} */
  lines = [];

  /**
   * @param {Group} group
   * @param {(key: string) => void} onUse
   */
  constructor({ id, isInner, isFolded, isOpen, act }, onUse) {
    this.id = id;
    this.onUse = onUse;
    this.act = act;
    this.name = make("span");
    this.intro = make("p", { class: "review-intro" });
    this.list = make("ul", { class: "review-list" });
    this.all = makeButton("", () => { this.act?.[1](); });
    this.head = make(isFolded ? "summary" : isInner ? "h4" : "h3", isFolded ? {} : { tabindex: "-1" }, this.name);
    const open = isFolded && isOpen ? { open: "" } : {};
    this.element = make(isFolded ? "details" : "section", { class: "review-group", ...open }, this.head, this.intro, this.list);
  }

  /** @param {Group} group */
  show({ heading, intro = "", act, lines }) {
    putText(this.name, heading);
    putText(this.intro, intro);
    this.#offer(act, heading);
    const spare = [...this.lines];
    this.lines = lines.map((line) => {
      const words = JSON.stringify(line); // without what the line does
      const at = spare.findIndex((other) => other.words === words);
      const [same = new ShownLine(`${this.id} ${line.key}`, words, line, this.onUse)] = at < 0 ? [] : spare.splice(at, 1);
      same.line = line;
      return same;
    });
    arrange(this.list, this.lines.map(({ element }) => element));
  }

  /**
   * @param {import("./review_groups.js").Act | undefined} act
   * @param {string} heading
   */
  #offer(act, heading) {
    this.act = act;
    if (!act) {
      this.all.remove();
      return;
    }
    putText(this.all, act[0]);
    this.all.setAttribute("aria-label", `${act[0]}：${heading}`);
    const isFolded = this.element instanceof HTMLDetailsElement; // its head is a button itself
    if (this.all.parentElement) return;
    if (isFolded) this.list.before(this.all);
    else this.head.append(this.all);
  }
}

/** A line; its element stays as long as it reads the same, and does what the latest line does. */
class ShownLine {
  /**
   * @param {string} key
   * @param {string} words by which it is known
   * @param {Line} line
   * @param {(key: string) => void} onUse
   */
  constructor(key, words, line, onUse) {
    this.key = key;
    this.words = words;
    this.line = line;
    const { text, lead, acts = [], note, times, sums } = line;
    const button = (/** @type {string} */ label, /** @type {() => void} */ act) => {
      const use = () => {
        onUse(key);
        act();
      };
      return makeButton(label, use, { "aria-label": `${label}：${text}` });
    };
    const tools = acts.map(([label], at) => button(label, () => { this.line.acts?.[at]?.[1](); }));
    this.head = lead ? button(lead[0], () => { this.line.lead?.[1](); }) : make("span", {}, text);
    this.head.classList.add("review-text");
    this.head.textContent = text;
    const told = note ? make("span", { class: "review-note" }, note) : null;
    const bar = tools.length > 0 ? make("span", { class: "review-acts" }, ...tools) : null;
    const often = times ? make("small", { class: "review-times" }, `文中${String(times)}处`) : null;
    this.element = make("li", {}, this.head, often, told, bar, sums ? basis(sums) : null);
  }

  /** @param {boolean} isHere */
  mark(isHere) {
    if (isHere) this.head.setAttribute("aria-current", "true");
    else this.head.removeAttribute("aria-current");
  }

  /** Does what the line leads to, as if it were pressed. */
  use() {
    this.head.click();
  }

  /** Moves the focus to the line, also where it is folded in. */
  focus() {
    const folded = this.element.closest("details");
    if (folded) folded.open = true;
    this.element.querySelector("button")?.focus();
  }
}

/** @param {string[]} sums */
function basis(sums) {
  const lines = sums.map((sum) => make("li", {}, sum));
  return make("details", {}, make("summary", {}, "依据"), make("ul", {}, ...lines));
}

/**
 * Makes elements the children of another, in their order; one that stands right is not moved, or it would lose the
 * focus.
 * @param {HTMLElement} parent
 * @param {HTMLElement[]} elements
 */
function arrange(parent, elements) {
  const kept = new Set(/** @type {Element[]} */ (elements));
  for (const child of [...parent.children]) if (!kept.has(child)) child.remove();
  elements.forEach((element, at) => {
    const there = parent.children[at];
    if (there !== element) parent.insertBefore(element, there ?? null);
  });
}
